"""Claims in one line, and such a line held against a claim."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.evaluation.names import fold
from kg.evaluation.summary import expected, matches, summary
from kg.records import Argument, Casualties, Claim, Cue, Entity, Event, Relation

COMMON = {
    "id": "1",
    "document": "d",
    "sentence": "s",
    "start": 0,
    "end": 1,
    "cue": Cue("x", 0, 1),
    "rule": "r",
}


def named(label: str, mention: str = "it") -> Argument:
    return Argument(Entity(label.replace(" ", ""), label, "ArmedGroup"), mention, 0, 1)


BACKS = Relation(
    **COMMON, status="current", predicate="backs", subject=named("Russia"), object=named("Bashar al-Assad")
)
FORMER = replace(BACKS, status="former", predicate="linkedTo", manner="affiliatedWith")
CLASH = Event(
    **COMMON,
    status="actual",
    type="ArmedClash",
    agents=(named("Hezbollah"), named("Israel Defense Forces", "Israeli troops")),
    targets=(named("Hamas"),),
    place=named("Saraqib"),
)
TALKS = Event(**COMMON, status="planned", type="Talks", agents=(named("United Nations", "UN"),))
DEAD = Casualties(
    **COMMON, status="actual", killed=12, compare="at_least", victims=(named("civilians"),), agents=(named("army"),),
    place=named("Idlib"),
)  # fmt: skip
PART = replace(DEAD, part_of="2", scope="period", agents=(), place=None)

SAME = [
    (BACKS, "Russia backs Bashar al-Assad"),
    (BACKS, "russia backs the Bashar Al-Assad"),
    (FORMER, "Russia linkedTo Bashar al-Assad former"),
    (CLASH, "ArmedClash"),
    (CLASH, "ArmedClash Israel Defense Forces, Hezbollah"),
    (CLASH, "ArmedClash Israeli troops, Hezbollah -> Hamas @ Saraqib"),
    (CLASH, "ArmedClash -> Hamas"),
    (CLASH, "ArmedClash @ Saraqib"),
    (TALKS, "Talks UN planned"),
    (DEAD, "killed at_least 12"),
    (DEAD, "killed at_least 12 civilians < army @ Idlib"),
    (PART, "killed at_least 12 civilians period (part)"),
    (PART, "killed at_least 12 (part) period"),
]
OTHER = [
    (BACKS, "Russia backs Bashar al-Assad former"),  # another status
    (FORMER, "Russia linkedTo Bashar al-Assad"),
    (BACKS, "Bashar al-Assad backs Russia"),  # the other way round
    (BACKS, "Russia opposes Bashar al-Assad"),
    (CLASH, "ArmedClash Hezbollah"),  # one of two agents
    (CLASH, "ArmedClash Hezbollah, Israel Defense Forces, Hamas"),
    (CLASH, "ArmedClash @ Idlib"),
    (CLASH, "ArmedClash planned"),
    (CLASH, "Attack @ Saraqib"),
    (TALKS, "Talks UN @ Geneva planned"),
    (DEAD, "killed exact 12"),
    (DEAD, "killed at_least 13"),
    (DEAD, "injured at_least 12"),
    (DEAD, "killed at_least 12 (part)"),
    (DEAD, "killed at_least 12 cumulative"),
    (DEAD, "killed at_least 12 women"),
    (PART, "killed at_least 12"),
    (BACKS, "Attack"),
]


@pytest.mark.parametrize(("claim", "line"), SAME)
def test_a_line_that_says_the_claim(claim: Claim, line: str) -> None:
    assert matches(expected(line), claim)


@pytest.mark.parametrize(("claim", "line"), OTHER)
def test_a_line_that_says_something_else(claim: Claim, line: str) -> None:
    assert not matches(expected(line), claim)


@pytest.mark.parametrize("claim", [BACKS, FORMER, CLASH, TALKS, DEAD, PART])
def test_the_line_of_a_claim_says_the_claim(claim: Claim) -> None:
    assert matches(expected(summary(claim)), claim)


@pytest.mark.parametrize(
    ("claim", "line"),
    [
        (BACKS, "Russia backs Bashar al-Assad"),
        (CLASH, "ArmedClash Hezbollah, Israel Defense Forces -> Hamas @ Saraqib"),
        (TALKS, "Talks United Nations planned"),
        (DEAD, "killed at_least 12 civilians < army @ Idlib"),
        (PART, "killed at_least 12 civilians (part) period"),
    ],
)
def test_the_line_of_a_claim(claim: Claim, line: str) -> None:
    assert summary(claim) == line


@pytest.mark.parametrize(
    "line", ["", "Russia", "Russia supports Assad", "Atack Iran", "killed 12", "killed exact many"]
)
def test_what_is_no_such_line(line: str) -> None:
    with pytest.raises(ValueError, match="is no"):
        expected(line)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("The “Al-Qaeda”", "al qaeda"),
        ("Öcalan", "ocalan"),
        ("a  b", "b"),
        ("anti-IS", "anti is"),
        ("U.S.", "u.s"),
    ],
)
def test_names_as_compared(name: str, folded: str) -> None:
    assert fold(name) == folded
