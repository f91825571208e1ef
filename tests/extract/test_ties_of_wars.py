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


OF_GROUPS = [
    ("Adam Hadi of Human Rights Watch waited.", ["Adam Hadi memberOf Human Rights Watch"]),
    ("Adam Hadi, from Human Rights Watch, waited.", ["Adam Hadi memberOf Human Rights Watch"]),
    ("Ugandan troops in AMISOM waited.", ["Ugandan Armed Forces memberOf African Union Mission in Somalia"]),
    (
        "The Patriotic Front, an alliance of the Islamic State and the Justice and Equality Movement, waited.",
        [
            "Justice and Equality Movement memberOf Patriotic Front",
            "Islamic State memberOf Patriotic Front",
        ],
    ),
    ("Adam Hadi received letters from Human Rights Watch.", []),
    ("Adam Hadi of Jordan waited.", []),
    ("Russian troops in Syria left for home.", ["Russian Armed Forces operatesIn Syria"]),
]
HELPED = [
    (
        "Ethiopian troops are helping the Somali government fight al-Shabaab.",
        [
            "Ethiopian Armed Forces backs Somali government",
            "Somali government opposes Al-Shabaab",
        ],
    ),
    ("Eritrea is supplying rifles made in China to al-Shabaab.", ["Eritrea backs Al-Shabaab"]),
    ("Eritrea supplied guides to al-Shabaab.", []),
]
AT_HOME = [
    (
        "Rebels left Mogadishu, Somalia. Education Minister Adam Hadi waited.",
        ["Adam Hadi holdsPosition Somalia", "Mogadishu locatedIn Somalia"],
    ),
    (
        "Rebels left Mogadishu, Somalia. Army chief Adam Hadi waited.",
        ["Adam Hadi leads Somali Armed Forces", "Mogadishu locatedIn Somalia"],
    ),
    ("Rebels left Mogadishu, Somalia. Education Minister Adam Hadi waited for Kenya.", []),
    ("Mayor of Kharkiv Adam Hadi waited.", ["Adam Hadi holdsPosition Kharkiv"]),
    ("U.S. Gen. Adam Hadi waited.", ["Adam Hadi memberOf US Armed Forces"]),
    ("In Mali General Adam Hadi waited.", []),
]


@pytest.mark.parametrize(("text", "wanted"), [*OF_GROUPS, *HELPED, *AT_HOME])
def test_members_helpers_and_offices(text: str, wanted: list[str], found: Found) -> None:
    ties = [c for c in found(text) if c.split()[0] not in ("Withdrawal", "Deployment", "Talks")]
    assert sorted(c for c in ties if "locatedIn" not in c or wanted) == sorted(wanted)


SIDES = [
    ("British troops joined US forces in Basra.", ["British Armed Forces cooperatesWith US Armed Forces"]),
    ("Hamas and Fatah are at odds.", ["Hamas opposes Fatah"]),
    ("Al-Shabaab, an al-Qaeda-linked group, waited.", ["Al-Shabaab linkedTo Al-Qaeda"]),
    (
        "The Western-backed Syrian Democratic Forces waited.",
        ["Western countries backs Syrian Democratic Forces"],
    ),
    (
        "Chad launched operations with French support against Boko Haram.",
        ["Chad opposes Boko Haram", "France backs Chad"],
    ),
    (
        "Al-Shabaab is battling for control of the country against the Ethiopian army.",
        ["Al-Shabaab opposes Ethiopian Armed Forces"],
    ),
    ("Hamas and Fatah are at home.", []),
    ("Western-made tanks waited.", []),
    ("The fighting between Hamas and Fatah went on.", ["Hamas opposes Fatah"]),
    ("The court battle between Hamas and Fatah went on.", []),
    ("Turkey challenged Greece to a debate.", []),
    ("US soldiers serving in restaurants waited.", []),
]
PREDICATES = ("backs", "opposes", "cooperatesWith", "linkedTo", "operatesIn", "basedIn", "controls")
PRESENT = [
    ("An Oxfam office in Khartoum was calm.", ["Oxfam operatesIn Khartoum"]),
    ("The Oxfam headquarters in Khartoum was calm.", ["Oxfam basedIn Khartoum"]),
    ("French soldiers fighting in Mali waited.", ["French Armed Forces operatesIn Mali"]),
    ("Barawe is under the control of al-Shabaab.", ["Al-Shabaab controls Barawe"]),
    ("Oxfam plans an office in Khartoum.", []),
    ("French soldiers fought in the office.", []),
]


@pytest.mark.parametrize(("text", "wanted"), [*SIDES, *PRESENT])
def test_sides_and_presence(text: str, wanted: list[str], found: Found) -> None:
    ties = [c for c in found(text) if any(f" {predicate} " in c for predicate in PREDICATES)]
    assert sorted(ties) == sorted(wanted)
