"""Ties in the wordings of encyclopaedias and country backgrounds: offices, what groups consist of, who holds what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]

OFFICES = [
    # whose office it is, the article tells
    ("The army of Mali arrested President Ali Haidar, Prime Minister Omar Saleh and Defence Minister Musa Diallo.", [
        "Ali Haidar holdsPosition Mali",
        "Arrest Malian Armed Forces -> Ali Haidar, Omar Saleh, Musa Diallo",
        "Musa Diallo holdsPosition Mali",
        "Omar Saleh holdsPosition Mali",
    ]),
    ("Mali was quiet. President Ali Haidar met Defence Minister Omar Saleh.", [
        "Omar Saleh holdsPosition Mali", "Talks Ali Haidar, Omar Saleh"]),
    ("Ukraine waited for Poland. Poland was slow. President Ali Haidar spoke.", [
        "Ali Haidar holdsPosition Poland"]),
    ("The parliament of Somalia named Haidar the country's interim president.", []),
    ("In 2018, Abiy Ahmed took office the same year as Ethiopia's first Oromo prime minister.", [
        "Abiy Ahmed holdsPosition Ethiopia"]),
    ("Mohamed Bazoum, who became Niger's president, was ill.", ["Mohamed Bazoum holdsPosition Niger"]),
    ("Hezbollah leaders Ali Haidar and Omar Saleh were ill.", [
        "Ali Haidar memberOf Hezbollah", "Omar Saleh memberOf Hezbollah"]),
    ("In July, the commander of Liwa al-Noor, Ali Haidar, was ill.", ["Ali Haidar leads Liwa al-Noor"]),
    ("Hezbollah leaders Ali Haidar and Israel were ill.", ["Ali Haidar memberOf Hezbollah"]),
]  # fmt: skip
COMPOSITION = [
    ("The Northern Front consists of two brigades: the Hamza Brigade and the Levant Brigade.", [
        "Hamza Division memberOf Northern Front", "Levant Brigade memberOf Northern Front"]),
    ("A brigade of the Hamza Division defected to Islamic State.", []),
    ("The Hamza Division defected to Islamic State.", ["Hamza Division memberOf Islamic State"]),
    ("Hezbollah and other groups backed by Iran waited.", [
        "Iran backs Hezbollah"]),
    ("Hezbollah and two towns held by Iran waited.", []),
    ("The Rapid Support Forces (formerly the Janjaweed) waited.", ["Rapid Support Forces successorOf Janjaweed"]),
    ("The Syrian National Army, previously known as the Free Syrian Army, waited.", [
        "Syrian National Army successorOf Free Syrian Army"]),
    ("Ali Haidar (formerly of Hamas) waited.", []),
    ("The Iraqi Army and allied militias waited.", ["Iraqi Armed Forces alliedWith allied militias"]),
    ("The residents and allied militias waited.", []),
]  # fmt: skip
HELD = [
    ("The Malian government lacks control over northern Mali.", [
        "Malian government controls northern Mali negated"]),
    ("The Malian government met Russia. The government controls most of the country.", [
        "Malian government controls Mali", "Talks Malian government, Russia"]),
    ("Hamas became a movement that ruled Gaza from 2007 until 2019.", ["Hamas controls Gaza Strip former"]),
    ("Gaza became a problem that ruled Hamas out.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [*OFFICES, *COMPOSITION, *HELD])
def test_backgrounds(text: str, wanted: list[str], found: Found) -> None:
    assert sorted(found(text)) == sorted(wanted)
