"""Who is on whose side: unions and their members, help against somebody, enmity told by aims and names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]

MEMBERS = [
    (
        "A naval coalition to patrol the Red Sea, which was joined by Oman, met.",
        ["Oman memberOf naval coalition"],
    ),
    (
        "The YPG forms the backbone of the SDF.",
        ["People's Protection Units memberOf Syrian Democratic Forces"],
    ),
    (
        "The SDF is made up mainly of the YPG.",
        ["People's Protection Units memberOf Syrian Democratic Forces"],
    ),
    ("Omar Khalil had fought in the ranks of Hamas.", ["Omar Khalil memberOf Hamas former"]),
    ("Egypt names Hamas and its armed wing, the Al-Qassam Brigades.", ["Al-Qassam Brigades memberOf Hamas"]),
    ("Haftar and his Libyan National Army waited.", ["Khalifa Haftar leads Libyan National Army"]),
    ("The PKK operates mainly in northern Iraq.", ["Kurdistan Workers' Party operatesIn northern Iraq"]),
]
HELP = [
    (
        "Rwanda supports the M23 against the Congolese army.",
        ["Rwanda backs M23", "M23 opposes Congolese Armed Forces"],
    ),
    ("France helped Mali in fighting Boko Haram.", ["Mali opposes Boko Haram"]),
    ("Kenya is helping Somalia fight al-Shabab.", ["Somalia opposes Al-Shabaab"]),
    (
        "Chad is allied with Niger in fighting Boko Haram.",
        ["Chad alliedWith Niger", "Chad opposes Boko Haram", "Niger opposes Boko Haram"],
    ),
    ("Kenya said it will defeat al-Shabab.", ["Kenya opposes Al-Shabaab"]),
    ("The Global Coalition to Counter ISIL waited.", ["US-led coalition opposes Islamic State"]),
    ("He served in the Iran-Iraq War.", ["Iran opposes Iraq former"]),
    ("The Israel-Hamas war goes on.", ["Israel opposes Hamas"]),
    (
        "Chad has deepened cooperation in the last two years with the armies of Mali and Niger.",
        ["Chad cooperatesWith Malian Armed Forces", "Chad cooperatesWith Nigerien Armed Forces"],
    ),
    ("US troops acted in coordination with the Peshmerga.", ["US Armed Forces cooperatesWith Peshmerga"]),
]


@pytest.mark.parametrize(("text", "wanted"), MEMBERS + HELP)
def test_sides(text: str, wanted: list[str], found: Found) -> None:
    told = [line for line in found(text) if " opposes " in line or line.split()[0][0].isupper()]
    assert not set(wanted) - set(told)


WORDS = [
    ("There was a base for Peshmerga fighters outside Kirkuk.", "Peshmerga operatesIn Kirkuk"),
    ("Egypt works in the coalition to defeat the Houthis.", "coalition opposes Houthi movement"),
    ("Ugandan troops are in Congo to help fight al-Shabab.", "Ugandan Armed Forces opposes Al-Shabaab"),
    ("Germany's support for Israel against Hamas grew.", "Israel opposes Hamas"),
    ("Coalition forces are in Iraq to defeat ISIS remnants.", "coalition opposes Islamic State"),
    ("The leader of Hamas, Omar Khalil, spoke.", "Omar Khalil leads Hamas"),
    ("Mokha is a port. It is host to Emirati troops.", "Emirati Armed Forces basedIn Mokha"),
    ("Chad feared the flow of foreign fighters joining Boko Haram.", "foreign fighters memberOf Boko Haram"),
    (
        "Iraqi Prime Minister Haider al-Abadi and his government waited.",
        "Haider al-Abadi leads Iraqi government",
    ),
    ("The city of Raqqa was the first town held by Islamic State.", "Islamic State controls Raqqa"),
    ("Drones flew over coalition bases in Iraq.", "coalition operatesIn Iraq"),
    ("Omar Khalil, who is described as the undisputed leader of Hamas, spoke.", "Omar Khalil leads Hamas"),
    (
        "The fight of Chad against terrorism, in particular against Boko Haram, goes on.",
        "Chad opposes Boko Haram",
    ),
    ("Iran spoke to Egypt. Turkey renewed its support for Hamas.", "Turkey backs Hamas"),
    ("Egypt spoke of the resolve of Chad in its effort to defeat Boko Haram.", "Chad opposes Boko Haram"),
    ("The army took Palmyra with the help of Russian advisers.", "Russia backs Syrian Armed Forces"),
    ("Hamas has ties with various groups, including the PKK.", "Hamas linkedTo Kurdistan Workers' Party"),
    ("Jordanian Air Force lieutenant Omar Khalil spoke.", "Omar Khalil memberOf Jordanian Air Force"),
    (
        "They reached Raqqa, also called Rafiqa, in northern Syria.",
        "Raqqa locatedIn northern Syria",
    ),
    ("Two Egyptian frigates arrived to join NATO.", "Egyptian Armed Forces memberOf NATO planned"),
    ("Syrian forces were in Iraq. Egypt backed the government of Iraq.", "Egypt backs Iraqi government"),
]


@pytest.mark.parametrize(("text", "wanted"), WORDS)
def test_wordings(text: str, wanted: str, found: Found) -> None:
    assert wanted in found(text)


NOTHING = [
    "Fighters of the Nusra Front joined Islamic State.",
    "The Syrian army was joined by Hezbollah.",
    "The United Kingdom, joined by Benin, waited.",
    "A naval coalition was joined by Benin in the talks.",
    "Russia backed Syria against the odds.",
    "The War Office in Iran waited.",
    "Russia plans a base in Sudan.",
    '"Our Syrian partners waited," US President Joe Biden said.',
    "The Iraqi base in Anbar was quiet.",
    "After Omar Khalil died, Ali Musa spoke to his successor, Hassan Nasrallah.",
]


NO_TIES = ("memberOf", "opposes", "operatesIn", "successorOf", "alliedWith", "cooperatesWith")


@pytest.mark.parametrize("text", NOTHING)
def test_no_sides(text: str, found: Found) -> None:
    assert not [line for line in found(text) if any(tie in line for tie in NO_TIES)]
