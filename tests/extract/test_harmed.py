"""Who came to harm in a strike is its target, in a clash a side of it: text in, events out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]

TOLD = [
    ("Two Afghan soldiers were killed in an attack on Monday.", ["Attack -> Afghan Armed Forces"], []),
    ("Seven Taliban died in airstrikes.", ["Airstrike -> Taliban"], []),
    (
        "Three Somali soldiers were wounded during an attack by al-Shabaab in Mogadishu.",
        ["Attack Al-Shabaab -> Somali Armed Forces @ Mogadishu"],
        [],
    ),
    ("Five militants were killed in a raid in Goma.", ["@ Goma"], ["Attack @ Goma"]),  # who is raided
    # Who died may have attacked.
    (
        "Five militants were killed in an attack on a police station in Goma.",
        ["Attack @ police station in Goma"],
        ["-> militants"],
    ),
    ("Three attackers died in the attack on the UN in Goma.", ["Attack -> United Nations"], ["-> attackers"]),
    ("More than 500 people were hurt in the attacks in Kabul.", ["Attack @ Kabul"], ["-> people"]),
    # In a clash the armed are a side, and nobody a target.
    (
        "Ten Taliban fighters were killed in clashes with Afghan forces in Helmand.",
        ["ArmedClash Afghan Armed Forces, Taliban @ Helmand"],
        [],
    ),
    ("64 ISIL militants were killed in the clashes.", ["ArmedClash Islamic State"], []),
    (
        "Five civilians were killed in clashes between the Congolese army and M23 in Goma.",
        ["ArmedClash Congolese Armed Forces, M23 @ Goma"],
        ["-> civilians"],
    ),
    (
        "Around 35 fighters on both sides were killed in the battle near Taiz.",
        ["ArmedClash @ Taiz"],
        ["ArmedClash f"],
    ),
    ("A tourist was killed in a shark attack in Egypt.", [], ["Attack"]),
    # Bystanders are not whom it was aimed at.
    (
        "Ten civilians were injured in an attack on a police station in Goma.",
        ["Attack @ police"],
        ["-> civilians"],
    ),
]


@pytest.mark.parametrize(("text", "wanted", "unwanted"), TOLD)
def test_harmed(text: str, wanted: list[str], unwanted: list[str], found: Found) -> None:
    claims = found(text)
    for piece in wanted:
        assert any(piece in claim for claim in claims), claims
    for piece in unwanted:
        assert not any(piece in claim for claim in claims), claims
