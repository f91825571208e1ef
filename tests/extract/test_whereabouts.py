"""Where something happened that names no place itself: "there", "in the attack", beside what the clause tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]

WHERE = [
    (
        "Egypt imposed a curfew on Arish after 30 soldiers were killed there.",
        ["killed exact 30 soldiers @ Arish"],
    ),
    (
        "The army left Goma. Rebels shelled a market near Sake and 14 people were killed in the attack.",
        "Sake",
    ),
    ("Rebels shelled Goma. At least 14 people were killed in the attack.", "Goma"),
    ("Rebels and soldiers clashed in Goma; two soldiers were reported killed.", "Goma"),
    ("Troops raided Jenin, arresting six men.", "Jenin"),
    ("Four soldiers were killed and three wounded in fighting near Donetsk.", "Donetsk"),
    ("A teacher was shot dead by two gunmen on a motorcycle in Quetta.", "Quetta"),
    (
        "A bomber blew himself up at a funeral for a politician's son in the city of Baqubah, killing 42.",
        "Baqubah",
    ),
    ("Gunmen kidnapped 40 girls from Chibok.", "Chibok"),
    ("The battle of Debaltseve took place in winter.", "Debaltseve"),
    ("The rebel stronghold of Misrata was bombed.", "Misrata"),
    ("Talks between the Taliban and the Afghan government opened in Doha.", "Doha"),
    ("Jets struck Salqin in Idlib province near the border, killing 23 people.", "Salqin"),
    ("Some 40 girls were kidnapped from a school in Chibok in Borno State.", "Chibok"),
    (
        "Two officers died, along with dozens of troops, in a missile attack on a base near Taiz.",
        "base near Taiz",
    ),
    ("Seven people are killed, including two soldiers and a woman, in two blasts in Arish.", "Arish"),
    ("There was heavy fighting in and around Lashkar Gah.", "Lashkar Gah"),
    ("Two men were killed by a roadside bomb in east Baghdad Saturday.", "east Baghdad"),
    ("Thousands of people marched in Goma to protest against the mission.", "Goma"),
    ("A jet was shot down over Raqqa.", "Raqqa"),
    ("The army used poison gas against Kurds in Halabja.", "Halabja"),
    ("The group attacked an office in Jalawla, in which 18 people died.", "Jalawla"),
]
ELSEWHERE = [
    ("The UN condemned the attack in Paris. In 2010 some 20 people were killed.", "killed"),
    ("The attack in Paris came after 30 people were killed.", "killed"),
    ("Gunmen abducted two citizens from Jordan.", "Abduction"),
    ("Police arrested supporters of the war in Gaza.", "Arrest"),
    ("Rebels ambushed a convoy in the Battle of Velmar.", "Attack"),
    ("Israel and Iran clashed over the deal and agreed to meet.", "ArmedClash"),
    ("Erdogan called for a say in projects there after a visit to Libya.", "Appeal"),
]


@pytest.mark.parametrize(("text", "place"), WHERE[1:])
def test_place_is_told_by_other_words(found: Found, text: str, place: str) -> None:
    told = [
        c
        for c in found(text)
        if not any(f" {p} " in c for p in ("locatedIn", "controls", "opposes", "basedIn"))
    ]
    told = [c for c in told if not c.startswith("Withdrawal")]
    assert [c.rpartition("@ ")[2].removesuffix(" (part)") for c in told] == [place] * max(1, len(told))


@pytest.mark.parametrize(("text", "kind"), ELSEWHERE)
def test_place_of_something_else_is_not_taken(found: Found, text: str, kind: str) -> None:
    told = [c for c in found(text) if c.startswith(kind)]
    assert not any("@" in c for c in told), told


def test_there_is_the_place_named_last(found: Found) -> None:
    text, wanted = WHERE[0]
    assert [c for c in found(text) if c.startswith("killed")] == wanted
