"""Happenings: who takes part, where, and which words of a sentence tell one and the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.records import Claim

Found = Callable[[str], list[str]]

PARTS = [
    ("Turkey sent 500 troops to Libya.", ["Deployment Turkey @ Libya"]),
    ("Turkey withdrew its troops from Afrin.", ["Withdrawal Turkey @ Afrin"]),
    ("Russia attacked 'extremist' groups in Idlib.", ["Attack Russia -> extremist groups @ Idlib"]),
    ("World leaders met in Geneva.", ["Talks world leaders @ Geneva"]),
    ("Israel and Hezbollah held talks in Cairo to discuss the truce.", ["Talks Israel, Hezbollah @ Cairo"]),
    (
        "Russian jets carried out air strikes, targeting areas in Aleppo.",
        ["Airstrike Russian Armed Forces @ Aleppo"],
    ),
]

# Who is not the doer: whom it is meant against, who halts another's, and who only stands before the clause.
NOT_THE_DOER = [
    (
        "Iraqi troops launched an operation to retake Mosul from ISIS.",
        "Offensive Iraqi Armed Forces -> Islamic State @ Mosul",
    ),
    ("Turkey halted the advance of ISIS near Raqqa.", "Advance Islamic State @ Raqqa"),
    ("Russia stopped the offensive on Idlib.", "Offensive @ Idlib"),
]


@pytest.mark.parametrize(("text", "wanted"), NOT_THE_DOER)
def test_who_is_not_the_doer(text: str, wanted: str, found: Found) -> None:
    assert found(text)[0] == wanted


@pytest.mark.parametrize(("text", "wanted"), PARTS)
def test_one_happening(text: str, wanted: list[str], found: Found) -> None:
    assert found(text) == wanted


NOTHING = [
    "The company withdrew its offer.",
    "The minister met the demand.",
    "Fighters gathered in Geneva.",
    "Residents advanced towards Mosul.",
    "He paid in advance.",
    "The clashes were brutal.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_happening(text: str, found: Found) -> None:
    assert found(text) == []


def test_who_is_blamed_did_it_as_the_accuser_says(read: Callable[[str], tuple[Claim, ...]]) -> None:
    accusation, attack = read("Israel blamed Hezbollah for the attack on Haifa.")
    assert accusation.attribution is None
    assert attack.attribution is not None
    assert attack.attribution.entity.label == "Israel"


def test_who_claims_an_attack_says_so(read: Callable[[str], tuple[Claim, ...]]) -> None:
    (attack,) = read("Hezbollah claimed responsibility for the attack on Israel.")
    assert attack.attribution is not None
    assert attack.attribution.entity.label == "Hezbollah"
