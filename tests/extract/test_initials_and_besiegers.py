"""Who is meant by short forms, pronouns, offices and besiegers of reports: text in, claims out, by `summary`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.records import Claim, Event, Relation

CASES = [
    # who ends a siege that is another's besieges nobody
    ("Government forces of Sudan ended the siege of Babanusa by the RSF.",
     ["Rapid Support Forces besieges Babanusa former"]),
    ("The Malian army broke the two-year siege of Boni by jihadists.",
     ["jihadists in Mali besieges Boni former"]),
    ("Israel ended its blockade of Gaza.", ["Israel besieges Gaza Strip former"]),
    # who commands a command leads it; a group has several commanders, and a country's special forces are but a part
    ("CENTCOM Commander Gen. Paul Roe visited Iraq.", ["Paul Roe leads US Central Command Commander"]),
    ("Hezbollah commander Hani Khoury was killed.", ["Hani Khoury memberOf Hezbollah commander"]),
    ("The head of the Peruvian special forces, Colonel Juan Rojas, was killed.", []),
    ("The head of the Peruvian army, Juan Rojas, was killed.", ["Juan Rojas leads Peruvian Armed Forces"]),
    # the post of an envoy is no part of his name
    ("Norwegian Special Envoy to Sudan Lars Dahl met the rebels.",
     ["Lars Dahl holdsPosition Norway Special Envoy to Sudan"]),
]  # fmt: skip


def told(claim: Claim) -> str:
    assert isinstance(claim, Relation)
    status = "" if claim.status == "current" else claim.status
    words = (claim.subject.entity.label, claim.predicate, claim.object.entity.label, claim.position, status)
    return " ".join(word for word in words if word)


@pytest.mark.parametrize(("text", "ties"), CASES)
def test_ties(text: str, ties: list[str], read: Callable[[str], tuple[Claim, ...]]) -> None:
    wanted = ("besieges", "leads", "memberOf", "holdsPosition")
    found = [told(c) for c in read(text) if isinstance(c, Relation) and c.predicate in wanted]
    assert sorted(found) == sorted(ties)


AGENTS = [
    # who tells of itself; not of fighters spoken of before
    ("According to the Malian army, they have freed 12 hostages.", "Rescue", ["Malian Armed Forces"]),
    ("Fighting killed six villagers. According to the Malian army, they captured Kidal.", "Capture",
     ["Malian Armed Forces"]),
    ("Al-Shabaab attacked a convoy. According to the Kenyan army, they killed two villagers.", "Killing",
     ["Al-Shabaab"]),
    # initials of whom the text names in full
    ("The Somali Democratic Front fled. SDF rebels attacked Merca.", "Attack", ["Somali Democratic Front"]),
    ("The Sudan Liberation Army fled. SLA rebels attacked Nyala.", "Attack", ["Sudan Liberation Movement"]),
    ("The Islamic Revolutionary Guards Corps met. The IRGC attacked Erbil.", "Attack",
     ["Islamic Revolutionary Guard Corps"]),
    ("The Syrian Democratic Forces fled. The SDF attacked Manbij.", "Attack", ["Syrian Democratic Forces"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "agents"), AGENTS)
def test_agents(text: str, kind: str, agents: list[str], read: Callable[[str], tuple[Claim, ...]]) -> None:
    events = [c for c in read(text) if isinstance(c, Event) and c.type == kind]
    assert [a.entity.label for a in events[-1].agents] == agents


SAILORS = [
    ("Three Thai sailors were abducted by pirates.", "Thai sailors"),
    ("Militants abducted three Thai sailors from a warship.", "Thai Armed Forces"),
]


@pytest.mark.parametrize(("text", "target"), SAILORS)
def test_sailors(text: str, target: str, read: Callable[[str], tuple[Claim, ...]]) -> None:
    targets = [a.entity.label for c in read(text) if isinstance(c, Event) for a in c.targets]
    assert targets == [target]
