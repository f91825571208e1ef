"""Claims in words."""

import pytest

from kg.records import Argument, Casualties, Claim, Cue, Entity, Event, Relation
from kg.statements import number, roles, statement

COMMON = {
    "id": "1", "document": "a.txt", "sentence": "", "start": 0, "end": 0, "cue": Cue("", 0, 0), "rule": "r",
    "status": "actual",
}  # fmt: skip


def named(label: str) -> Argument:
    return Argument(Entity(label.replace(" ", ""), label, "State"), label, 0, 0)


RUSSIA, TURKEY, IDLIB, REBELS = (named(label) for label in ("Russia", "Turkey", "Idlib", "Syrian rebels"))


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        (Relation(**COMMON, predicate="backs", subject=TURKEY, object=REBELS), "Turkey backs Syrian rebels"),
        (
            Relation(**COMMON, predicate="backs", manner="arms", subject=TURKEY, object=REBELS, place=IDLIB),
            "Turkey backs Syrian rebels (arms, in Idlib)",
        ),
        (
            Relation(**COMMON, predicate="holdsPosition", subject=RUSSIA, object=TURKEY, position="envoy"),
            "Russia holdsPosition Turkey (envoy)",
        ),
        (
            Event(
                **COMMON,
                type="Airstrike",
                agents=(RUSSIA, TURKEY),
                targets=(REBELS,),
                place=IDLIB,
                weapon="bombs",
            ),
            "Airstrike: Russia and Turkey, on Syrian rebels, in Idlib, bombs",
        ),
        (Event(**COMMON, type="Siege"), "Siege"),
        (
            Casualties(
                **COMMON, killed=270, compare="more_than", victims=(REBELS,), agents=(RUSSIA,), place=IDLIB
            ),
            "more than 270 killed, Syrian rebels, by Russia, in Idlib, incident",
        ),
        (Casualties(**COMMON, injured=0, scope="period"), "0 injured, period"),
    ],
)
def test_statement(claim: Claim, words: str) -> None:
    assert statement(claim) == words


def test_roles() -> None:
    claim = Event(**COMMON, type="Talks", agents=(RUSSIA, TURKEY), place=IDLIB, attribution=REBELS)
    assert roles(claim) == [("agent", RUSSIA), ("agent", TURKEY), ("place", IDLIB), ("source", REBELS)]


def test_a_count_without_a_number_is_an_error() -> None:
    with pytest.raises(ValueError, match="1 holds no number"):
        number(Casualties(**COMMON))
