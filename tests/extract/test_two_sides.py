"""Two sides told together: whose ally, whose presence, whose land; what is said of one is not said of the other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]

TOLD = [
    ("Iran and Hamas ally Hezbollah condemned the raid.", ["Hezbollah alliedWith Hamas"], ["Iran alliedWith Hamas"]),
    (
        "Egypt and Rwanda ally Uganda held talks.",
        ["Uganda alliedWith Rwanda", "Talks Egypt, Uganda"],
        ["Egypt alliedWith Rwanda"],
    ),
    (
        "A conflict broke out between forces aligned with the TPLF and the Ethiopian military.",
        [],
        ["linkedTo Ethiopian Armed Forces"],
    ),
    (
        "Fighting between forces loyal to Riek Machar and the South Sudanese army killed 20.",
        ["Riek Machar's forces backs Riek Machar"],
        ["Armed Forces backs", "backs South Sudanese Armed Forces"],
    ),
    (
        "Clashes between rebels backed by Rwanda and the Congolese army continued.",
        ["ArmedClash Congolese rebels, Congolese Armed Forces", "Rwanda backs Congolese rebels"],
        ["Rwanda backs Congolese Armed Forces"],
    ),
    (
        "The forces are loyal to Khalifa Haftar and the Libyan army.",
        [],
        ["Libyan Armed Forces opposes"],
    ),
    (
        "Russia and Turkey, which backs the rebels and has troops in Libya, met.",
        ["Turkey backs", "Turkish Armed Forces operatesIn Libya"],
        ["Russian Armed Forces operatesIn"],
    ),
    (
        "Russia and Turkey, which have troops in Libya, met.",
        ["Russian Armed Forces operatesIn Libya"],
        [],
    ),
    (
        "Ethiopia's army sought to end the Eritrean military presence in Tigray.",
        ["Eritrean Armed Forces operatesIn Tigray"],
        ["Ethiopian Armed Forces operatesIn"],
    ),
    ("France ended its military presence in Mali.", ["France operatesIn Mali former"], []),
    ("Tensions between forces on the border between Chad and Sudan grew.", [], ["cooperatesWith"]),
    ("A joint force between Chad and Sudan patrolled the border.", ["Chad cooperatesWith Sudan"], []),
    (
        "The talks ended without an agreement between Serbia and Kosovo.",
        ["Serbia partyTo Kosovo-Serbia agreement negated"],
        [],
    ),
    ("The Libyan opposition stronghold of Derna was quiet.", ["Libyan opposition controls"], ["Libya controls"]),
    ("Rockets fell on opposition-held territory.", [], ["controls"]),
    ("The rebel-held town of Douma was quiet.", ["Syrian rebels controls Douma"], []),
    ("M23 controlled Goma in 2012.", ["M23 controls Goma former"], []),
    ("M23 controls Goma.", ["M23 controls Goma"], []),
    ("On Monday, M23 controlled Goma.", ["M23 controls Goma"], ["former"]),
    (
        "Ethiopia fought a war against the TPLF that ended in 2019.",
        ["Ethiopia opposes Tigray People's Liberation Front former"],
        [],
    ),
    (
        "Ethiopia fought a war against the TPLF that shattered the region.",
        ["Ethiopia opposes Tigray People's Liberation Front"],
        ["former"],
    ),
    ("Serbs had replaced Albanians as the majority.", [], ["successorOf"]),
    ("The U.S.-backed, Saudi-led coalition bombed Aden.", ["United States backs", "Saudi Arabia leads"], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "unwanted"), TOLD)
def test_two_sides(text: str, wanted: list[str], unwanted: list[str], found: Found) -> None:
    told = found(text)
    assert not [line for line in wanted if not any(t.startswith(line) for t in told)]
    assert not [line for line in told if any(words in line for words in unwanted)]


MORE = [
    ("Hezbollah replaced Nasrallah with Naim Qassem.", [], ["Hezbollah successorOf"]),
    ("Naim Qassem replaced Hassan Nasrallah.", ["Naim Qassem successorOf Hassan Nasrallah"], []),
    ("Government troops replaced the Peshmerga at the checkpoint.", [], ["successorOf"]),
    ("The UN-sponsored Geneva Conference failed.", [], ["backs"]),
    ("Angela Merkel defeated Gerhard Schroeder in 2005.", [], ["opposes"]),
    ("Turkey, which has bases in northern Iraq, waited.", [], ["Turkey basedIn"]),
    ("Police have failed to end the gangs' control of Port-au-Prince.", [], ["controls"]),
    ("In 2008, Russia fought a brief war with Georgia.", ["Russia opposes Georgia former"], []),
    ("Russia is fighting a war with Ukraine.", ["Russia opposes Ukraine"], ["former"]),
    (
        "The G5 Sahel force, made up of troops from Mali, Niger and Chad, was deployed.",
        ["Malian Armed Forces memberOf", "Nigerien Armed Forces memberOf", "Chadian Armed Forces memberOf"],
        [],
    ),
    ("Ansar Dine merged with other groups.", [], ["other groups"]),
    (
        "Ansar Dine and Al-Mourabitoun merged to form JNIM.",
        ["Ansar Dine mergedInto Jama'at", "Al-Mourabitoun mergedInto Jama'at"],
        [],
    ),
    (
        "General Adam Smith, of the Quds Force, was killed.",
        ["Adam Smith memberOf Quds Force"],
        [],
    ),
    ("Ali Musa of Hezbollah spoke.", ["Ali Musa memberOf Hezbollah"], []),
    ("Ahmed Karim of Syria spoke.", [], ["memberOf"]),
    ("The death of Adam Smith of the Quds Force was reported.", ["Adam Smith memberOf Quds Force"], []),
    ("They fled to rebel controlled areas of Aleppo.", ["Syrian rebels controls Aleppo"], []),
    ("They fled to SDF controlled territory.", [], ["controls"]),
    ("The boat brought Iranian tourists to Hezbollah.", [], ["backs"]),
    ("Turkey, a NATO member that backs Azerbaijan, waited.", ["Turkey backs Azerbaijan"], ["NATO backs"]),
    ("Poland is a member of NATO that supports Ukraine.", ["Poland backs Ukraine"], ["NATO backs"]),
    ("Uganda and Rwanda backed rival militias in Ituri.", [], ["backs"]),
    ("Russia retains control of Crimea.", ["Russia controls Crimea"], []),
    ("Armenia and Azerbaijan fought over Nagorno-Karabakh.", ["Armenia opposes Azerbaijan"], []),
    ("Armenia and Azerbaijan disagreed over Nagorno-Karabakh.", [], ["opposes"]),
]


@pytest.mark.parametrize(("text", "wanted", "unwanted"), MORE)
def test_ties_that_cannot_be_and_those_that_are(
    text: str, wanted: list[str], unwanted: list[str], found: Found
) -> None:
    told = found(text)
    assert not [line for line in wanted if not any(t.startswith(line) for t in told)]
    assert not [line for line in told if any(words in line for words in unwanted)]
