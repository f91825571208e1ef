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
    (
        "The head of the Peruvian special forces, Colonel Juan Rojas, was killed.",
        ["Juan Rojas holdsPosition Peruvian Armed Forces head of special forces"],
    ),
    ("The head of the Peruvian army, Juan Rojas, was killed.", ["Juan Rojas leads Peruvian Armed Forces"]),
    # the post of an envoy is no part of his name
    ("Norwegian Special Envoy to Sudan Lars Dahl met the rebels.",
     ["Lars Dahl holdsPosition Norway Special Envoy to Sudan"]),
    # where a leader leads is not whose office he has
    ("The head of the militia in Chad, Musa Adam, was captured.", []),
    ("The governor of Homs met the king.", []),
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


PLACES = [
    # where somebody leads is not where he died; what is called after a town stands elsewhere; no flight is a place
    ("The leader of the Justice and Equality Movement in Darfur, Musa Adam, has been killed.", "Killing", None),
    ("Troops killed the leader of al-Shabaab, Musa Adam, in Barawe.", "Killing", "Barawe"),
    ("Gunmen attacked police near the Damascus Gate.", "Attack", "Damascus Gate"),
    ("Gunmen attacked police in Damascus.", "Attack", "Damascus"),
    ("Gunmen attacked police near the crash site of Kenya Airways Flight 507.", "Attack", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "place"), PLACES)
def test_places(text: str, kind: str, place: str | None, read: Callable[[str], tuple[Claim, ...]]) -> None:
    events = [c for c in read(text) if isinstance(c, Event) and c.type == kind]
    assert [None if c.place is None else c.place.entity.label for c in events] == [place]


SPEAKERS = [
    ("The United Nations mission in Mali reports that rebels attacked Gao.", "MINUSMA"),
    ("The EU-led mission said that rebels attacked Gao.", "EU-led mission"),
    ('"Rebels attacked Gao", said the spokesperson for the UN mission, Awa Keita.', "Awa Keita"),
    ("The mission said that rebels attacked Gao.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_speakers(text: str, speaker: str | None, read: Callable[[str], tuple[Claim, ...]]) -> None:
    (attack,) = [c for c in read(text) if isinstance(c, Event) and c.type == "Attack"]
    assert (attack.attribution.entity.label if attack.attribution else None) == speaker


STATUS = [
    ("Qatar remains committed to its partners in the region, and to supporting Lebanon.", "current"),
    ("Qatar is committed to its partners and to arming the Lebanese army.", "current"),
    ("Qatar promised to support Lebanon.", "planned"),
]


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_commitments(text: str, status: str, read: Callable[[str], tuple[Claim, ...]]) -> None:
    assert [c.status for c in read(text) if isinstance(c, Relation) and c.predicate == "backs"] == [status]


GROUPS = [
    ("ISIS-linked gunmen attacked Palma. The ISIS-linked group attacked Mocimboa.", "ISIS-linked gunmen"),
    ("Hezbollah attacked Haifa. The Iran-backed group attacked Acre.", "Hezbollah"),
    (
        "The Sudan Liberation Movement attacked Nyala. The Tripoli-based militia attacked Sirte.",
        "Tripoli-based militia",
    ),
]


@pytest.mark.parametrize(("text", "agent"), GROUPS)
def test_groups_described(text: str, agent: str, read: Callable[[str], tuple[Claim, ...]]) -> None:
    attack = [c for c in read(text) if isinstance(c, Event) and c.type == "Attack"][-1]
    assert [a.entity.label for a in attack.agents] == [agent]


def test_a_paragraph_stays_in_its_war(read: Callable[[str], tuple[Claim, ...]]) -> None:
    text = """Boko Haram raided Maiduguri. Residents fled.

The Syrian army shelled Homs and Hama. Residents fled. The Syrian army seized Aleppo."""
    fled = [
        c.targets[0].entity.label for c in read(text) if isinstance(c, Event) and c.type == "Displacement"
    ]
    assert fled == ["residents", "residents in Syria"]
