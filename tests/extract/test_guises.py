"""Sides that are not those of the nearest name: guises, peoples within states, deniers, land in a clause below."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.records import Claim, Event

CLAIMS = [
    ("Hamas fighters disguised as soldiers attacked Haifa.", ["Attack Hamas @ Haifa"]),
    ("Gunmen posing as police attacked Kandahar.", ["Attack gunmen in Afghanistan @ Kandahar"]),
    ("Taliban militants attacked Kandahar as police withdrew.", ["Attack Taliban @ Kandahar"]),
    ("The Bosnian Serbs encircled Sarajevo.", ["Bosnian Serbs besieges Sarajevo"]),
    ("Bosnian Serb forces attacked Sarajevo.", ["Attack Bosnian Serb forces @ Sarajevo"]),
    (
        "Clashes began in 2016, in the Sirte District of Libya, between Hamas and forces of Hezbollah backed by Iran.",
        ["Iran backs Hezbollah"],
    ),
    ("Bosnian forces attacked Sarajevo.", ["Attack Bosnian Armed Forces @ Sarajevo"]),
    ("Iraqi Kurdish leader Masoud Barzani visited Moscow.", ["Talks Masoud Barzani @ Moscow"]),
    (
        "Turkish soldiers captured a gunman who had crossed over from Hezbollah-controlled Baalbek.",
        ["Hezbollah controls Baalbek"],
    ),
    (
        "Abu Hamza, the Islamic State commander of Mosul, met Putin.",
        ["Abu Hamza memberOf Islamic State", "Talks Abu Hamza, Vladimir Putin"],
    ),
    ("Abu Hamza, the ISIS commander of al-Jiza, is dead.", ["Abu Hamza memberOf Islamic State"]),
    (
        "Abu Hamza, the commander of the Islamic State, met Putin.",
        ["Abu Hamza leads Islamic State", "Talks Abu Hamza, Vladimir Putin"],
    ),
    ("Fighting was reported in Naqoura village in Tyre, southern Lebanon.", ["Naqoura locatedIn Tyre"]),
    ("Turkey shelled a Syrian village, Maarat, on Friday.", ["Maarat locatedIn Syria"]),
]


@pytest.mark.parametrize(("text", "wanted"), CLAIMS)
def test_claims(text: str, wanted: list[str], found: Callable[[str], list[str]]) -> None:
    told = found(text)
    assert [line for line in told if line.split()[0] in {w.split()[0] for w in wanted}] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Israel accuses Iran of the attack, which Iran denies.",
        "India blames Pakistan, a charge Islamabad denies.",
    ],
)
def test_who_denies_a_charge_does_not_make_it(text: str, read: Callable[[str], tuple[Claim, ...]]) -> None:
    charge = next(c for c in read(text) if isinstance(c, Event) and c.type == "Accusation")
    assert charge.attribution is None


PARTS = [
    (
        "Rebels in Syria are involved in fierce fighting with the army.",
        "ArmedClash Syrian Armed Forces, Syrian rebels",
    ),
    ("Hamas fired a barrage of rockets at Israel.", "Shelling Hamas @ Israel"),
    ("Israel targeted and killed three Hamas commanders.", "Attack Israel -> Hamas"),
    ("Syrian troops shelled and captured Idlib.", "Shelling Syrian Armed Forces @ Idlib"),
    ("Turkey engaged Russia in talks on Idlib.", "Talks Russia, Turkey"),
    ("Hezbollah military operations chief Ali Karaki was killed.", "Killing -> Ali Karaki"),
    ("After the attack General Khalifa Haftar met Sisi.", "Talks Khalifa Haftar, Abdel Fattah el-Sisi"),
    ("Syrian fighters were pushed back into Hama by Turkish troops.", "Withdrawal Syrian fighters"),
    ("Syrian troops pushed into Hama.", "Advance Syrian Armed Forces @ Hama"),
    ("Aerial strikes hit Idlib.", "Airstrike @ Idlib"),
]


@pytest.mark.parametrize(("text", "wanted"), PARTS)
def test_one_happening(text: str, wanted: str, found: Callable[[str], list[str]]) -> None:
    told = found(text)
    assert told[0] == wanted
    assert len([line for line in told if line[0].isupper() and line.split()[0] in wanted]) == 1


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The plan involves talks with Hamas.", []),
        ("Hamas was accused of being involved in the attack on Haifa.", ["Attack @ Haifa"]),
        (
            "Syrian rebels advanced and captured Idlib.",
            ["Advance Syrian rebels", "Capture Syrian rebels @ Idlib"],
        ),
    ],
)
def test_others_objects(text: str, wanted: list[str], found: Callable[[str], list[str]]) -> None:
    assert found(text) == wanted
