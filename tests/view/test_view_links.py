"""Which lines a claim draws."""

from __future__ import annotations

import pytest

from kg.records import Argument, Casualties, Claim, Cue, Entity, Event, Relation
from kg.view.links import links, roles

COMMON = {
    "id": "c",
    "document": "d",
    "sentence": "s",
    "start": 0,
    "end": 1,
    "cue": Cue("s", 0, 1),
    "rule": "r",
}


def argument(name: str) -> Argument:
    return Argument(Entity(name, name, "State"), name, 0, 1)


def relation(
    predicate: str, subject: str, object_: str, status: str = "current", place: str = ""
) -> Relation:
    where = argument(place) if place else None
    return Relation(
        **COMMON,
        status=status,
        predicate=predicate,
        subject=argument(subject),
        object=argument(object_),
        place=where,
    )


def event(type_: str, agents: str, targets: str = "", place: str = "", status: str = "actual") -> Event:
    sides = {
        "agents": tuple(map(argument, agents.split())),
        "targets": tuple(map(argument, targets.split())),
        "place": argument(place) if place else None,
    }
    return Event(**COMMON, status=status, type=type_, **sides)


def toll(agents: str, victims: str, place: str = "") -> Casualties:
    sides = {
        "agents": tuple(map(argument, agents.split())),
        "victims": tuple(map(argument, victims.split())),
        "place": argument(place) if place else None,
    }
    return Casualties(**COMMON, status="actual", killed=3, **sides)


CASES: list[tuple[Claim, set[str]]] = [
    (relation("backs", "B", "A"), {"B>A backs support held"}),
    (relation("backs", "B", "A", "former"), {"B>A backs support former"}),
    (relation("backs", "B", "A", "planned"), {"B>A backs support open"}),
    (relation("backs", "B", "A", "possible"), {"B>A backs support open"}),
    (relation("backs", "B", "A", "denied"), {"B>A backs support denied"}),
    (relation("backs", "B", "A", "negated"), {"B>A backs support denied"}),
    (relation("opposes", "B", "A"), {"A-B opposes hostility held"}),
    (relation("alliedWith", "A", "B"), {"A-B alliedWith support held"}),
    (relation("controls", "A", "B"), {"A>B controls territory held"}),
    (relation("invented", "A", "B"), {"A>B invented structure held"}),
    (relation("backs", "A", "A"), set()),
    (relation("backs", "A", "B", place="P"), {"A>B backs support held"}),
    (
        relation("brokered", "A", "T", place="P"),
        {"A>T brokered agreements held", "T>P locatedIn territory held"},
    ),
    (event("Airstrike", "A", "B"), {"A>B events events held"}),
    (event("Airstrike", "A", "B", "P"), {"A>B events events held", "A>P events events held"}),
    (event("Airstrike", "A B", "C"), {"A>C events events held", "B>C events events held"}),
    (event("Airstrike", "A", "", "P"), {"A>P events events held"}),
    (event("Displacement", "", "C", "P"), {"C>P events events held"}),
    (event("Appeal", "A"), set()),
    (event("Protest", "", "", "P"), set()),
    (event("Talks", "B A"), {"A-B events events held"}),
    (event("Talks", "B A", status="planned"), {"A-B events events open"}),
    (event("Talks", "A B C D", place="P"), {f"{x}>P events events held" for x in "ABCD"}),
    (
        event("ArmedClash", "A B", place="P"),
        {"A-B events events held", "A>P events events held", "B>P events events held"},
    ),
    (event("Talks", "A B C"), {f"{x}-{y} events events held" for x, y in ("AB", "AC", "BC")}),
    (event("Talks", "A B C D E"), {f"A-{x} events events held" for x in "BCDE"}),
    (event("Airstrike", "A B"), set()),
    (toll("A", "C", "P"), {"A>C events events held", "A>P events events held"}),
    (toll("", "C", "P"), {"C>P events events held"}),
    (toll("", "", "P"), set()),
]


@pytest.mark.parametrize(
    ("claim", "wanted"), CASES, ids=lambda v: getattr(v, "predicate", getattr(v, "type", "")) or ""
)
def test_lines_of_a_claim(claim: Claim, wanted: set[str]) -> None:
    found = {
        f"{k.source}{'-' if k.symmetric else '>'}{k.target} {k.what} {k.family} {k.status}"
        for k in links(claim)
    }
    assert found == wanted


def test_the_speaker_takes_no_part() -> None:
    claim = Relation(
        **COMMON,
        status="current",
        predicate="backs",
        subject=argument("A"),
        object=argument("B"),
        attribution=argument("S"),
    )
    assert [a.entity.id for _, a in roles(claim)] == ["A", "B"]
