"""Names of groups and states, whole and by what stands beside them: text in, claims out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

CLAIMS = [
    # a headline's verb begins no name
    ("Gunmen Abduct Villagers In Kaduna", ["Abduction gunmen in Nigeria -> villagers in Nigeria @ Kaduna"]),
    ("Mozambique Army Retakes Palma", ["Capture Mozambican Armed Forces @ Palma"]),
    # who shares a noun, and what its own words make of it
    ("The Ethiopian and Eritrean armies shelled Adigrat.", [
        "Shelling Ethiopian Armed Forces, Eritrean Armed Forces @ Adigrat"]),
    ("Fighting broke out between the Russian and Ukrainian forces near Kherson.", [
        "ArmedClash Russian Armed Forces, Ukrainian Armed Forces @ Kherson"]),
    ("Israel and Lebanese troops clashed near Tyre.", ["ArmedClash Israel, Lebanese Armed Forces @ Tyre"]),
    ("Two American F-16 fighters bombed Kidal.", ["Airstrike US Armed Forces @ Kidal"]),
    ("M23 fighters attacked Goma.", ["Attack M23 @ Goma"]),
    ("The men and women of the U.S. military killed Abu Omar.", ["Killing US Armed Forces -> Abu Omar"]),
    ("The rebel-held north of Yemen was bombed by Saudi warplanes.", [
        "Airstrike Saudi Armed Forces -> Yemeni rebels @ Yemen"]),
    ("The Amhara regional government condemned the attack.", []),
    # "Front of", "Army for": one name
    ("The National Front of Mali attacked Gao.", ["Attack National Front of Mali @ Gao"]),
    (
        "The Islamic Front for the Liberation of Iraq attacked Mosul.",
        ["Attack Islamic Front for the Liberation of Iraq @ Mosul"],
    ),
    (
        "The Islamic Front of Zahran Alloush attacked Homs.",
        ["Zahran Alloush leads Islamic Front", "Attack Islamic Front @ Homs"],
    ),
    ("The Free Syrian Army of Syria attacked Homs.", ["Attack Free Syrian Army @ Homs"]),
    ("The Homs Shura Council condemned the attack.", ["Accusation Homs Shura Council"]),
    ("Niger Says at Least 15 Soldiers Killed", ["killed at_least 15 soldiers"]),
    # groups of past wars, and by their short names
    ("The RUF, led by Foday Sankoh, attacked Freetown.", [
        "Foday Sankoh leads Revolutionary United Front", "Attack Revolutionary United Front @ Freetown"]),
    ("South Africa backed UNITA.", ["South Africa backs UNITA"]),
    ("Islamic Jihad militants attacked Sderot.", ["Attack Palestinian Islamic Jihad @ Sderot"]),
    ("Egyptian Islamic Jihad attacked Luxor.", ["Attack Egyptian Islamic Jihad @ Luxor"]),
    ("He called for Islamic jihad.", []),
    ("The Bosnian Serbs besieged Sarajevo.", ["Bosnian Serbs besieges Sarajevo"]),
    ("Two militia men were killed.", ["killed exact 2 militiamen"]),
    ("Islamic State of Iraq and Levant militants attacked Mosul.", ["Attack Islamic State @ Mosul"]),
    # numbers of units count nobody
    ("SEAL Team Six killed Osama bin Laden.", ["Killing SEAL Team Six -> Osama bin Laden"]),
    ("Task Force 12 raided Kandahar.", ["Attack Task Force 12 @ Kandahar"]),
    ("The Houthis attacked the USS Carney.", ["Attack Houthi movement -> USS Carney"]),
    # states in a row, and their ministers
    ("The foreign ministers of Chad, Niger, Mali, Benin, Togo and Ghana met in Lagos.", [
        "Talks Chad, Niger, Mali, Benin, Togo, Ghana @ Lagos"]),
    ("Saudi Arabia, the UAE, Bahrain, Jordan and Kuwait bombed Sanaa.", [
        "Airstrike Saudi Arabia, United Arab Emirates, Bahrain, Jordan, Kuwait @ Sanaa"]),
    ("The presidents of Rwanda and Burundi were killed.", []),
    ("The partners of Rwanda and Burundi met.", ["Talks partners"]),
    # acronyms that nobody knows
    ("XRF rebels attacked Gao.", ["Attack XRF @ Gao"]),
    ("The XRF claimed responsibility for the attack on Gao.", ["Attack XRF @ Gao"]),
    ("China backed the XRF.", []),
    (
        "XRF killed two policemen in Gao.",
        ["Killing XRF -> Malian police @ Gao", "killed exact 2 Malian police < XRF @ Gao"],
    ),
    ("XRF abducted ten villagers.", ["Abduction XRF -> villagers", "captured exact 10 villagers < XRF"]),
    ("COVID killed two soldiers.", ["killed exact 2 soldiers"]),
    ("An IED killed two policemen.", ["killed exact 2 policemen"]),
    ("XRF rescued two policemen.", []),
    ("The strike destroyed a VBIED.", []),
    # who fights under somebody's name
    ("The Abu Faisal group fought the army near Mosul.", [
        "Abu Faisal group opposes Iraqi Armed Forces", "ArmedClash Abu Faisal group, Iraqi Armed Forces @ Mosul"]),
    ("The Abu Faisal group condemned the attack.", ["Accusation Abu Faisal group"]),
    # a state that shares its name
    ("Georgia attacked Russia.", ["Attack Georgia -> Russia"]),
    ("Georgia and Armenia support Ukraine.", ["Georgia backs Ukraine", "Armenia backs Ukraine"]),
    ("Russia fought a war with Georgia. Georgia attacked Batumi.", [
        "Russia opposes Georgia", "Attack Georgia @ Batumi"]),
    ("Georgia backed the senator.", []),
    ("John Miller of Augusta, Georgia, was killed in Iraq.", ["Killing -> John Miller @ Iraq"]),
    # a word for a role stands for nobody, and is no second subject
    ("The leaders of Hamas are based in Doha.", []),
    ("Arab leaders backed Egypt.", ["Arab leaders backs Egypt"]),
    ("The group Amnesty International accused Syria.", ["Accusation Amnesty International -> Syria"]),
    # a commander of a part
    ("Ali Musa, the commander of NATO forces in Europe, spoke.", ["Ali Musa memberOf NATO"]),
    ("Ali Musa, the ISIS commander of Mosul, spoke.", ["Ali Musa memberOf Islamic State"]),
    ("Ali Musa, the commander of Hezbollah, spoke.", ["Ali Musa leads Hezbollah"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), CLAIMS)
def test_whole_names(text: str, claims: list[str], found: Callable[[str], list[str]]) -> None:
    assert sorted(found(text)) == sorted(claims)
