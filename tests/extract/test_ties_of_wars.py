"""Ties in the wordings of news of any war: who helps, fights, holds, belongs to whom, and which place lies where."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]

PLACES = [
    ("Mogadishu, the capital of Somalia, was calm.", ["Mogadishu locatedIn Somalia"]),
    ("Musa Qala is a town in Helmand province.", ["Musa Qala locatedIn Helmand"]),
    ("People waited in Egypt's Sinai Peninsula.", ["Sinai Peninsula locatedIn Egypt"]),
    ("The Indian state of Rajasthan was calm.", ["Rajasthan locatedIn India"]),
    ("People waited in Gao in northern Mali.", ["Gao locatedIn northern Mali"]),
    ("People waited in Gao, northern Mali, for days.", ["Gao locatedIn northern Mali"]),
    ("People waited in Dasht, Velmar Province, for days.", ["Dasht locatedIn Velmar Province"]),
    ("The Malian towns of Gao and Kidal were calm.", ["Gao locatedIn Mali", "Kidal locatedIn Mali"]),
    ("People waited in Gao in January.", []),
    ("The Jewish state of Israel was calm.", []),
    ("People waited in Gao, northern nomads said.", []),
]
HELD = [
    ("Boko Haram-held Barawe was calm.", ["Boko Haram controls Barawe"]),
    ("Al-Shabaab holds Barawe.", ["Al-Shabaab controls Barawe"]),
    ("Al-Shabaab held on.", []),
]


@pytest.mark.parametrize(("text", "wanted"), [*PLACES, *HELD])
def test_ties(text: str, wanted: list[str], found: Found) -> None:
    assert sorted(found(text)) == sorted(wanted)
