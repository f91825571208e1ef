"""Hyphenated words: which hold a claim, and whom their parts name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extract.grammar.compounds import compound, sides
from kg.records import Token

MADE = [
    ("Iran-backed", ("participle", "Iran", 10, "back")),
    ("rebel-held", ("participle", "rebel", 10, "hold")),
    ("anti-government", ("attitude", "government", 15, "anti")),
    ("counter-ISIL", ("attitude", "ISIL", 18, "anti")),
    ("pro-Iran", ("attitude", "Iran", 14, "pro")),
    ("north-east", None),
    ("cease-fire", None),
    ("government", None),
    ("-led", None),
]


@pytest.mark.parametrize(("text", "wanted"), MADE)
def test_compound(text: str, wanted: tuple[str, str, int, str] | None) -> None:
    made = compound(Token(0, text, text.lower(), text, "JJ", "ADJ", "amod", 1, 10, 10 + len(text), None))
    assert (made and (made.kind, made.first, made.start, made.lemma)) == wanted


SIDES = [
    ("Israeli-Cypriot-Greek", [("Israeli", 0), ("Cypriot", 8), ("Greek", 16)]),
    ("U.S.-Iraq", [("U.S.", 0), ("Iraq", 5)]),
    ("Iran-backed", []),
    ("Iran", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "wanted"), SIDES)
def test_sides(text: str, wanted: list[tuple[str, int]]) -> None:
    assert sides(text) == wanted


CLAIMS = [
    ("Iran-backed Hezbollah spoke.", ["Iran backs Hezbollah"]),
    ("The rebel-held town of Douma was quiet.", ["Syrian rebels controls Douma"]),
    ("Anti-Iran protesters marched.", ["protesters opposes Iran"]),
    ("The US-led coalition spoke.", ["United States leads US-led coalition"]),
    ("A long-held belief was challenged.", []),
    ("The well-armed man spoke.", []),
]


@pytest.mark.parametrize(("text", "wanted"), CLAIMS)
def test_claims(text: str, wanted: list[str], found: Callable[[str], list[str]]) -> None:
    assert found(text) == wanted
