"""How military and government releases tell who fights, backs, belongs to and meets whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]

MEMBERS = [
    ("NATO nations that flew sorties include Norway.", ["Norway memberOf NATO"]),
    ("NATO members, including Norway and Spain, spoke.", ["Norway memberOf NATO", "Spain memberOf NATO"]),
    ("Norway, as part of NATO, will wait.", ["Norway memberOf NATO"]),
    ("Norway worked with Spain within NATO.", ["Norway cooperatesWith Spain", "Spain memberOf NATO"]),
    ("The 1st Battalion, 7th Marines, returned.", ["1st Battalion, 7th Marines memberOf 7th Marines"]),
    ("Ali Musa was assigned to the 2nd Armoured Brigade.", ["Ali Musa memberOf 2nd Armoured Brigade"]),
    ("General Ali Musa, commander, Quds Force, spoke.", ["Ali Musa leads Quds Force"]),
    ("Alliance nations include Norway and Spain.", []),
    ("Hezbollah partners include Iran.", []),
    ("The 1st Brigade, the 2nd Brigade and the 3rd Brigade returned.", []),
    ("Ali Musa was assigned to Jordan.", []),
]
SIDES = [
    ("Hezbollah's backers, notably Iran, spoke.", ["Iran backs Hezbollah"]),
    ("Turkish jets flew in support of the SDF.", ["Turkish Armed Forces backs Syrian Democratic Forces"]),
    ("Norway acted in support of Operation Inherent Resolve.", []),
    ("Norway spoke in support of a plan.", []),
    ("Norway praised Iraq's efforts to defeat ISIS.", ["Endorsement Norway", "Iraq opposes Islamic State"]),
    ("Iraq held its defensive line against ISIS.", ["Iraq opposes Islamic State"]),
    (
        "Norway praised the efforts of Kurdish fighters to defeat ISIS.",
        ["Endorsement Norway", "Kurdish fighters opposes Islamic State"],
    ),
    ("Norway helps the Iraqi army in its fight against ISIS.", ["Iraqi Armed Forces opposes Islamic State"]),
]
HAPPENINGS = [
    (
        "Turkish jets carried out strikes using munitions against ISIS.",
        ["Airstrike Turkish Armed Forces -> Islamic State"],
    ),
    ("The airstrikes delivered ten munitions against ISIS.", ["Airstrike -> Islamic State"]),
    ("The minister said IS had shelled Aleppo.", ["Shelling Islamic State @ Aleppo"]),
    ("Norway condemned the ISIS attack.", ["Accusation Norway -> Islamic State", "Attack Islamic State"]),
    (
        "Norway praised the campaign to retake Aleppo.",
        ["Capture @ Aleppo planned", "Endorsement Norway", "Offensive @ Aleppo"],
    ),
    ("Turkey bombed Afrin at the request of Qatar.", ["Airstrike Turkey @ Afrin", "Appeal Qatar"]),
    ("Egypt's request was ignored.", ["Appeal Egypt"]),
    ("The request was ignored.", []),
    ("Norway condemned the attack by Hamas.", ["Accusation Norway -> Hamas", "Attack Hamas"]),
    ("John Kerry joined Sergey Lavrov for talks.", ["Talks Sergey Lavrov, John Kerry"]),
    ("John Kerry joined Sergey Lavrov for dinner.", []),
    (
        "John Kerry met Sergey Lavrov. The two leaders discussed trade.",
        ["Talks John Kerry, Sergey Lavrov", "Talks John Kerry, Sergey Lavrov"],
    ),
    ("The Members of the Security Council urged Iran to talk.", ["Appeal UN Security Council -> Iran"]),
]


@pytest.mark.parametrize(("text", "wanted"), [*MEMBERS, *SIDES, *HAPPENINGS])
def test_claims(text: str, wanted: list[str], found: Found) -> None:
    assert sorted(found(text)) == sorted(wanted)
