"""Which place lies in which: chains behind commas, "in" and "of" right behind, whose a district is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]

LIES = [
    ("The barge was towed to Kerch in Crimea.", ["Kerch locatedIn Crimea"]),
    (
        "Jets struck Jisr al-Shughour in Idlib province near the border.",
        ["Jisr al-Shughur locatedIn Idlib province"],
    ),
    (
        "The army held the Velmar District in the Dhale province for hours.",
        ["Velmar District locatedIn Dhale"],
    ),
    ("People fled the southeast Diffa Region of Niger.", ["Diffa region locatedIn Niger"]),
    ("Aid reached Nigeria's northeastern Borno State.", ["Borno locatedIn Nigeria"]),
    ("Ten people died in the Kukaweri area of Borno State.", ["Kukaweri locatedIn Borno"]),
    ("Ten people died in Kabul's Velmar-e-Bala neighbourhood.", ["Velmar-e-Bala locatedIn Kabul"]),
    (
        "A blast was heard in Velmar, Oruma Province, Pakistan.",
        ["Oruma Province locatedIn Pakistan", "Velmar locatedIn Oruma Province"],
    ),
    (
        "A blast was heard in Velmar, Oruma State, Nigeria.",
        ["Oruma State locatedIn Nigeria", "Velmar locatedIn Oruma State"],
    ),
    (
        "The soldier came from Velmar, Oruma, Scotland.",
        ["Oruma locatedIn Scotland", "Velmar locatedIn Oruma"],
    ),
    (
        "Shells fell near Andriivka, Beryslav Raion, Kherson Oblast.",
        ["Andriivka locatedIn Beryslav raion", "Beryslav raion locatedIn Kherson region"],
    ),
    ("A shell fell in the town of Velmar, Khyber Pakhtunkhwa.", ["Velmar locatedIn Khyber Pakhtunkhwa"]),
]
LIES += [
    (
        "Ten people died in Srebrenica in eastern Bosnia.",
        ["Srebrenica locatedIn eastern Bosnia and Herzegovina"],
    ),
    ("Gunmen attacked Bokkos in Plateau State.", ["Bokkos locatedIn Plateau State"]),
    ("Rebels seized Kiwanja in North Kivu province.", ["Kiwanja locatedIn North Kivu"]),
    ("A blast hit Parachinar, Khyber Pakhtunkhwa.", ["Parachinar locatedIn Khyber Pakhtunkhwa"]),
]
LIES_NOT = [
    "Iran's support for Damascus in northern Syria was denied.",
    "Clashes broke out in the towns of Goma, Sake and Minova.",
    "He met Baghdad in Geneva.",
    "The army took Gao in 2013.",
    "Fighting was reported in Aleppo, Homs, Hama.",
    "Talks were held in Ankara, Moscow and Tehran.",
]


@pytest.mark.parametrize(("text", "wanted"), LIES)
def test_place_lies_in_a_larger_one(found: Found, text: str, wanted: list[str]) -> None:
    assert sorted(c for c in found(text) if "locatedIn" in c) == sorted(wanted)


@pytest.mark.parametrize("text", LIES_NOT)
def test_places_that_do_not_lie_in_one_another(found: Found, text: str) -> None:
    assert [c for c in found(text) if "locatedIn" in c] == []
