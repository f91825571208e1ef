"""What news of hijackings, unrest, courts and prisons tells, and what it only seems to tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]

# (text, all that it tells)
MISREAD = [
    (
        "Kofi Annan was heading to talks in Geneva on refugees and internally displaced people.",
        ["Talks @ Geneva"],
    ),
    ("The president flew out to Kampala.", []),
    (
        "Hamas fired mortar bombs at Sderot and Israeli troops returned fire.",
        ["Shelling Hamas @ Sderot", "ArmedClash Israeli Armed Forces"],
    ),
    (
        "AMISOM troops were attacked by Al-Shabaab fighters seeking to overthrow the Somali government.",
        ["Attack Al-Shabaab -> African Union Mission in Somalia", "Al-Shabaab opposes Somali government"],
    ),
    ("The seats went to Hezbollah's Shia, Druze and Christian allies.", []),
    ("Hezbollah secured the posts of foreign minister and deputy premier.", []),
    ("Following a report blaming Iran for the deaths, Oman welcomed the summit.", ["Endorsement Oman"]),
    ("Assad was not hurt in the attack.", []),
    ("He was a farmer who died in 1990.", []),
    ("They were not told to stop any operations.", []),
]


@pytest.mark.parametrize(("text", "wanted"), MISREAD)
def test_what_is_not_told(text: str, wanted: list[str], found: Found) -> None:
    assert found(text) == wanted


def test_a_town_may_be_a_family_name(found: Found) -> None:
    assert found("President Jack London visited Egypt.") == ["Talks Jack London @ Egypt"]
