"""Lasting ties: nouns that call somebody something, lists, members and leaders, parties to agreements."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]

TIES = [
    ("Syria's backers, Russia and Iran, disagree.", ["Russia backs Syria", "Iran backs Syria"]),
    ("Hezbollah, an ally of Syria, has rockets.", ["Hezbollah alliedWith Syria"]),
    ("Egypt became an ally of Russia.", ["Egypt alliedWith Russia"]),
    ("Hassan Nasrallah, the leader of Hezbollah, spoke.", ["Hassan Nasrallah leads Hezbollah"]),
    ("Hassan Nasrallah, a commander of Hezbollah, spoke.", ["Hassan Nasrallah memberOf Hezbollah"]),
    ("Senior Hezbollah commander Ali Musa spoke.", ["Ali Musa memberOf Hezbollah"]),
    ("Hezbollah commander Ali Musa spoke.", ["Ali Musa memberOf Hezbollah"]),
    ("Houthi leader Abdul-Malik al-Houthi spoke.", ["Abdul-Malik al-Houthi leads Houthi movement"]),
    ("M23 commander Sultani Makenga spoke.", ["Sultani Makenga leads M23"]),
    ("In Aleppo, Syria, people waited.", ["Aleppo locatedIn Syria"]),
    ("People waited in Aleppo, Syria on Monday.", ["Aleppo locatedIn Syria"]),
    ("People waited in Mosul, Nineveh, for days.", ["Mosul locatedIn Nineveh province"]),
    (
        "A ceasefire between Israel and Hamas was signed.",
        [
            "Ceasefire Israel, Hamas",
            "Israel partyTo Hamas-Israel ceasefire",
            "Hamas partyTo Hamas-Israel ceasefire",
        ],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), TIES)
def test_ties(text: str, wanted: list[str], found: Found) -> None:
    assert sorted(found(text)) == sorted(wanted)


NOTHING = [
    "The chief of staff spoke in Iran.",
    "His ally spoke in Damascus.",
    "If people leave Idlib, Turkey will respond.",
    "Although people left Aleppo, Russia waited.",
    "Support for the idea grew in Damascus.",
    "The film had a strong supporting cast.",
    "People waited in the towns of Kisangani, Goma, Bukavu and Uvira.",
    "People waited in Goma, Bukavu, Uvira and Beni.",
    "People waited in the cities of Aleppo, Homs.",
    "People waited in Aleppo, Mosul, for days.",
    "A frigate crossed the Arabian Gulf, Gulf of Oman, on Monday.",
    "Ali Musa, head of the media center of Hamas, spoke.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_ties(text: str, found: Found) -> None:
    assert found(text) == []


def test_a_deputy_leads_nobody(found: Found) -> None:
    assert not [
        line for line in found("The deputy leader of Hezbollah, Naim Qassem, spoke.") if "leads" in line
    ]
