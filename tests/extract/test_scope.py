"""How far a word reaches: compounds before a list, whose a base is, which government, in what somebody is joined."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.rules.claims import PREDICATES

Found = Callable[[str], list[str]]

COMPOUNDS = [
    (
        "Russian-backed separatists and Ukrainian troops exchanged fire.",
        ["Russia backs Russian-backed separatists"],
    ),
    (
        "The Saudi-backed government of Yemen and the Houthis waited.",
        ["Saudi Arabia backs Yemeni government"],
    ),
    ("The US-backed Kurds and Turkey waited.", ["United States backs Kurds"]),
    ("Saudi-backed tribesmen and soldiers waited.", ["Saudi Arabia backs tribesmen"]),
    ("Yemen's Iran-linked rebel Houthis waited.", ["Houthi movement linkedTo Iran"]),
    ("Iraqi and US-led coalition airstrikes hit Mosul.", ["United States leads Iraqi and US-led coalition"]),
    (
        "Saudi- and UAE-led coalition troops left.",
        ["Saudi Arabia leads coalition", "United Arab Emirates leads coalition"],
    ),
]
PLACES = [
    ("Militants attacked the former British base of Camp Bastion.", []),
    ("The former U.S. base at Bagram was quiet.", []),
    ("Karabakh is an ethnic Armenian enclave in Azerbaijan.", ["Nagorno-Karabakh locatedIn Azerbaijan"]),
    ("The Russian base of Hmeimim was quiet.", []),
    ("The Turkish embassy in Kabul was quiet.", ["Turkish embassy in Kabul locatedIn Kabul"]),
    (
        "Camp Lemonnier, a US base in Djibouti, was quiet.",
        ["Camp Lemonnier locatedIn Djibouti", "US Armed Forces operatesIn Djibouti"],
    ),
    ("The Iraqi air base of Al-Asad was quiet.", ["Al Asad Airbase locatedIn Iraq"]),
    ("The Kurdish enclave of Afrin was quiet.", ["Kurds controls Afrin"]),
    ("The Iraqi city of Mosul was quiet.", ["Mosul locatedIn Iraq"]),
    ("The eastern Beirut suburb of Burj Hammoud was quiet.", ["Burj Hammoud locatedIn Beirut"]),
    ("The Damascus suburb of Harasta was quiet.", ["Harasta locatedIn Damascus"]),
    ("The Harasta suburb of Damascus was quiet.", ["Harasta locatedIn Damascus"]),
    ("The Gaza refugee camp of Jabalia was quiet.", ["Jabalia locatedIn Gaza Strip"]),
    ("The Karrada district of Baghdad was quiet.", ["Karrada locatedIn Baghdad"]),
    (
        "A task force tackled Boko Haram in its strongholds of northeastern Nigeria and northern Cameroon.",
        ["Boko Haram controls northeastern Nigeria", "Boko Haram controls northern Cameroon"],
    ),
]
GOVERNMENTS = [
    ("Libya waited. Egypt backed the eastern government.", ["Egypt backs eastern government"]),
    ("Egypt supports the eastern Libyan government.", ["Egypt backs eastern Libyan government"]),
    ("Eastern Libya's administration backs Hamas.", []),
    ("The rebel government in Idlib is backed by Turkey.", ["Turkey backs rebel government"]),
    ("The Libyan government is backed by Turkey.", ["Turkey backs Libyan government"]),
    ("Syria's government, in the eastern city, backs Hezbollah.", ["Syrian government backs Hezbollah"]),
]
JOINED = [
    ("Hezbollah joined Syrian government forces in the attack on Qusayr.", []),
    ("Hezbollah was joined by Hamas in the attack.", []),
    ("Cameroon and Chad, later joined by Benin, waited.", []),
    ("The United States joins international parties in demanding a truce.", []),
    ("Finland joined NATO in 2023.", ["Finland memberOf NATO"]),
    ("Hundreds of Britons joined Islamic State in Syria.", ["Britons memberOf Islamic State"]),
]
OFFICES = [
    ("Chadian rebel leader Mahamat Nouri waited.", []),
    ("Afghan warlord Gulbuddin Hekmatyar waited.", []),
    ("Malian jihadist leader Iyad Ag Ghaly waited.", []),
    ("Syrian opposition leader Ahmad Jarba waited.", ["Ahmed Jarba holdsPosition Syria"]),
    ("France leads an EU force in the Sahel.", []),
    ("Ursula von der Leyen leads the EU.", ["Ursula von der Leyen leads European Union"]),
]
BACKERS = [
    ("Hezbollah relies on Iranian support.", ["Iran backs Hezbollah"]),
    ("Hamas relies on support from Iran.", ["Iran backs Hamas"]),
    (
        "Through the financial backing from Egypt and the UAE, Khalifa Haftar was able to advance.",
        ["Egypt backs Khalifa Haftar", "United Arab Emirates backs Khalifa Haftar"],
    ),
    (
        "Russia, the UAE, France and Egypt put their weight behind Khalifa Haftar.",
        [
            "Russia backs Khalifa Haftar",
            "United Arab Emirates backs Khalifa Haftar",
            "France backs Khalifa Haftar",
            "Egypt backs Khalifa Haftar",
        ],
    ),
    (
        "Regional powers, including Egypt and Turkey, support the SAF.",
        ["Egypt backs Sudanese Armed Forces", "Turkey backs Sudanese Armed Forces"],
    ),
    (
        "The UAE is seen by many as one of Khalifa Haftar's main supporters.",
        ["United Arab Emirates backs Khalifa Haftar"],
    ),
    ("Iran is not seen as a backer of the Taliban.", ["Iran backs Taliban negated"]),
    (
        "The Ethiopian army was backed by troops from Eritrea.",
        ["Eritrean Armed Forces backs Ethiopian Armed Forces"],
    ),
    ("Sudan received humanitarian support from Egypt.", []),
    ("The UK brought together world leaders in London.", []),
    ("The ships form Task Force (CTF) 50. France led CTF 50.", ["France leads CTF 50"]),
    ("An Israeli court jailed Aziz Dweik for belonging to Hamas.", ["Aziz Dweik memberOf Hamas"]),
    ("Turkey jailed ten officers for supporting Fethullah Gulen.", []),
    ("The army relies on air support in Mali.", []),
    ("Through support for women, France helped Mali.", []),
]
GROUPS = [
    (
        "Formed in 1972 by George Habash, the PFLP waited.",
        ["George Habash founded Popular Front for the Liberation of Palestine"],
    ),
    ("Formed in Tehran, Hezbollah waited.", []),
    ("The Janjaweed evolved into the Rapid Support Forces.", ["Rapid Support Forces successorOf Janjaweed"]),
    ("Ethiopia fought a war with Eritrea.", ["Ethiopia opposes Eritrea"]),
    (
        "The Three Brotherhood Alliance is made up of two groups: the Arakan Army and the MNDAA.",
        [
            "Arakan Army memberOf Three Brotherhood Alliance",
            "Myanmar National Democratic Alliance Army memberOf Three Brotherhood Alliance",
        ],
    ),
    (
        "The chairman of the OSCE, Ivica Dacic, arrived in Kyiv.",
        ["Ivica Dacic holdsPosition Organization for Security and Co-operation in Europe"],
    ),
    (
        "The chairman of the OSCE, Ivica Dacic, waited.",
        ["Ivica Dacic holdsPosition Organization for Security and Co-operation in Europe"],
    ),
    ("Malian Defense Minister Tiemoko Sangare waited.", ["Tiemoko Sangare holdsPosition Mali"]),
    ("The editor of the paper, New Dawn, waited.", []),
]
EVENTS = [
    ("Armenia and Azerbaijan agreed to a ceasefire.", ["Ceasefire Armenia, Azerbaijan"]),
    ("Armenia and Azerbaijan have agreed a ceasefire.", ["Ceasefire Armenia, Azerbaijan"]),
    ("Hamas has not agreed to a truce.", ["Ceasefire Hamas negated"]),
    ("Turkey and Libya agreed on maritime borders.", ["Agreement Turkey, Libya"]),
    ("The Houthi government in Sanaa rejected the offer.", ["Rejection Houthi movement"]),
    ("Ethnic Armenian forces attacked Azerbaijan.", ["Attack ethnic Armenian forces -> Azerbaijan"]),
    ("Armenian forces attacked Azerbaijan.", ["Attack Armenian Armed Forces -> Azerbaijan"]),
    ("The army lost control of Goma to the M23.", ["Capture M23 -> Congolese Armed Forces @ Goma"]),
    ("The army lost control of the road to Goma.", []),
    (
        "ISIL members seized the Turkish consulate in Mosul.",
        ["Capture Islamic State @ Turkish consulate in Mosul"],
    ),
    ("NATO members met in Brussels.", []),
    ("A court acquitted two Iraqis of killing ten soldiers.", ["killed exact 10 soldiers"]),
    (
        "Norway feared attacks against the United States and its allies.",
        ["Attack -> United States, allies possible"],
    ),
    ("Philip Hammond welcomes UN support for talks.", ["Endorsement Philip Hammond"]),
    ("The SDF waited in Tabqa. The coalition carried out airstrikes.", ["Airstrike coalition"]),
    ("Talks with the ELN went on until Petro suspended them.", ["Talks National Liberation Army"]),
    (
        "When a Saudi jet bombed a market in Saada, residents said, ten people died.",
        ["Airstrike Saudi Armed Forces @ Saada", "killed exact 10 @ Saada"],
    ),
    (
        "The Security Council adopted a resolution targeting rebel leaders.",
        ["Endorsement UN Security Council"],
    ),
    (
        "Iraq's government has ordered the militants to disarm.",
        ["Appeal Iraqi government -> militants in Iraq"],
    ),
    ("In the fall of 2015, Russia waited.", []),
    ("In late March, Russia claimed that it had waited.", []),
    ("The fall of Mosul in 2014 shocked Iraq.", ["Capture @ Mosul"]),
    ("Turkey withdrew its troops from Syria.", ["Withdrawal Turkey @ Syria"]),
    ("Libya waited. The eastern government's forces advanced.", ["Advance eastern government forces"]),
    ("The army shelled the Damascus suburb of Harasta.", ["Shelling Syrian Armed Forces @ Harasta"]),
]


def is_relation(line: str) -> bool:
    return any(f" {predicate} " in line for predicate in PREDICATES)


@pytest.mark.parametrize(
    ("text", "wanted"), [*COMPOUNDS, *PLACES, *GOVERNMENTS, *JOINED, *OFFICES, *BACKERS, *GROUPS]
)
def test_relations(text: str, wanted: list[str], found: Found) -> None:
    assert sorted(line for line in found(text) if is_relation(line)) == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted"), EVENTS)
def test_events(text: str, wanted: list[str], found: Found) -> None:
    assert [line for line in found(text) if not is_relation(line)] == wanted
