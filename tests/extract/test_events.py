"""Happenings: who takes part, where, and which words of a sentence tell one and the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.records import Claim, Event

Found = Callable[[str], list[str]]

PARTS = [
    ("Turkey sent 500 troops to Libya.", ["Deployment Turkey @ Libya"]),
    ("Turkey withdrew its troops from Afrin.", ["Withdrawal Turkey @ Afrin"]),
    ("Russia attacked 'extremist' groups in Idlib.", ["Attack Russia -> extremist groups @ Idlib"]),
    ("World leaders met in Geneva.", ["Talks world leaders @ Geneva"]),
    (
        "Syria's backers, Russia and Iran, met in Astana.",
        ["Russia backs Syria", "Iran backs Syria", "Talks Russia, Iran @ Astana"],
    ),
    ("The rebels, Turkey and Qatar met in Doha.", ["Talks rebels, Turkey, Qatar @ Doha"]),
    ("Israel and Hezbollah held talks in Cairo to discuss the truce.", ["Talks Israel, Hezbollah @ Cairo"]),
    (
        "Russian jets carried out air strikes, targeting areas in Aleppo.",
        ["Airstrike Russian Armed Forces @ Aleppo"],
    ),
]

# Who is not the doer: whom it is meant against, who halts another's, and who only stands before the clause.
NOT_THE_DOER = [
    (
        "Iraqi troops launched an operation to retake Mosul from ISIS.",
        "Offensive Iraqi Armed Forces -> Islamic State @ Mosul",
    ),
    ("Turkey halted the advance of ISIS near Raqqa.", "Advance Islamic State @ Raqqa"),
    ("Russia wants to end the civil war in Syria.", "ArmedClash @ Syria"),
    ("Russia stopped the offensive on Idlib.", "Offensive @ Idlib"),
]


@pytest.mark.parametrize(("text", "wanted"), NOT_THE_DOER)
def test_who_is_not_the_doer(text: str, wanted: str, found: Found) -> None:
    assert found(text)[0] == wanted


@pytest.mark.parametrize(("text", "wanted"), PARTS)
def test_one_happening(text: str, wanted: list[str], found: Found) -> None:
    assert found(text) == wanted


NOTHING = [
    "The company withdrew its offer.",
    "The minister met the demand.",
    "Fighters gathered in Geneva.",
    "Residents advanced towards Mosul.",
    "He paid in advance.",
    "The clashes were brutal.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_happening(text: str, found: Found) -> None:
    assert found(text) == []


def test_who_is_blamed_did_it_as_the_accuser_says(read: Callable[[str], tuple[Claim, ...]]) -> None:
    accusation, attack = read("Israel blamed Hezbollah for the attack on Haifa.")
    assert accusation.attribution is None
    assert attack.attribution is not None
    assert attack.attribution.entity.label == "Israel"


def test_who_claims_an_attack_says_so(read: Callable[[str], tuple[Claim, ...]]) -> None:
    (attack,) = read("Hezbollah claimed responsibility for the attack on Israel.")
    assert attack.attribution is not None
    assert attack.attribution.entity.label == "Hezbollah"


@pytest.mark.parametrize(
    "text",
    [
        "Hezbollah did not claim the attack on Haifa.",
        "Hezbollah has never claimed responsibility for the attack on Haifa.",
    ],
)
def test_who_claims_no_attack_is_not_its_doer(read: Callable[[str], tuple[Claim, ...]], text: str) -> None:
    assert [claim.agents for claim in read(text) if isinstance(claim, Event)] in ([], [()])


# Constructions of reports on fighting: who, against whom, where.
FIGHTING = [
    (
        "Israeli troops came under fire from Hezbollah in Jenin.",
        "Attack Hezbollah -> Israeli Armed Forces @ Jenin",
    ),
    ("Kharkiv came under heavy shelling.", "Shelling @ Kharkiv"),
    ("Iranian-backed Hamas attacked Israel.", "Attack Hamas -> Israel"),
    (
        "The convoy came under attack from militants near Mogadishu.",
        "Attack militants in Somalia @ Mogadishu",
    ),
    (
        "Clashes were reported between Houthi fighters and Yemeni government forces in Marib.",
        "ArmedClash Houthi movement, Yemeni Armed Forces @ Marib",
    ),
    (
        "Sporadic clashes continued in Marib between the Houthis and government troops.",
        "ArmedClash Houthi movement, Yemeni Armed Forces @ Marib",
    ),
    ("Aleppo saw heavy fighting.", "ArmedClash @ Aleppo"),
    ("Ukraine began its counteroffensive in June.", "Offensive Ukraine"),
    ("Kyiv was hit by a wave of Russian drone strikes.", "Airstrike Russia @ Kyiv"),
    ("Hezbollah fired dozens of rockets at northern Israel.", "Shelling Hezbollah @ northern Israel"),
    ("Grad rockets were fired by Hamas towards Beersheba.", "Shelling Hamas @ Beersheba"),
    (
        "A missile fired by the Houthis struck a tanker in the Red Sea.",
        "Shelling Houthi movement @ Red Sea",
    ),
    (
        "Israeli jets hit Hezbollah positions in the Bekaa Valley.",
        "Airstrike Israeli Armed Forces -> Hezbollah @ Bekaa Valley",
    ),
    ("A suicide bomber attacked a checkpoint in Baghdad.", "Bombing suicide bombers @ Baghdad"),
    (
        "The Syrian army repelled an attack by Islamic State near Palmyra.",
        "Attack Islamic State -> Syrian Armed Forces @ Palmyra",
    ),
    ("Turkey thwarted an Islamic State attack in Istanbul.", "Attack Islamic State @ Istanbul negated"),
    ("Islamic State was behind the attack in Kabul.", "Attack Islamic State @ Kabul"),
    ("An assault on Hodeidah would be catastrophic.", "Attack @ Hodeidah possible"),
    (
        "A Palestinian journalist was shot dead by Israeli forces in Jenin.",
        "Killing Israeli Armed Forces -> Palestinian journalists @ Jenin",
    ),
    ("Islamic State fighters fled Fallujah.", "Withdrawal Islamic State @ Fallujah"),
    ("North Korean soldiers have been sent to Russia.", "Deployment North Korean Armed Forces @ Russia"),
    ("Rwanda has deployed thousands of troops in Cabo Delgado.", "Deployment Rwanda @ Cabo Delgado"),
    ("A convoy carrying aid entered Madaya on Monday.", "Aid @ Madaya"),
]


@pytest.mark.parametrize(("text", "wanted"), FIGHTING)
def test_fighting(text: str, wanted: str, found: Found) -> None:
    assert wanted in found(text)


# What is said, asked, agreed and refused.
SAYING = [
    ("Israel and Hezbollah agreed to a ceasefire.", "Ceasefire Israel, Hezbollah"),
    (
        "Antony Blinken arrived in Cairo for talks with Sameh Shoukry.",
        "Talks Sameh Shoukry, Antony Blinken @ Cairo",
    ),
    (
        "Boris Johnson joined John Kerry in Paris for talks on the situation in Aleppo.",
        "Talks John Kerry, Boris Johnson @ Paris",
    ),
    ("Delegations from Russia and Ukraine held talks in Istanbul.", "Talks Russia, Ukraine @ Istanbul"),
    ("Hamas took part in talks in Cairo.", "Talks Hamas @ Cairo"),
    ("Haftar rejected a truce.", "Ceasefire negated"),
    (
        '"Israel must stop the war in Gaza," Turkish President Recep Tayyip Erdogan said.',
        "Appeal Recep Tayyip Erdogan -> Israel",
    ),
    (
        "Human Rights Watch said the Syrian government should investigate the killings.",
        "Appeal Human Rights Watch -> Syrian government",
    ),
    ("Israel warned residents to leave Rafah.", "Appeal Israel -> residents in Palestine"),
    ("Kyiv pressed Germany to send tanks.", "Deployment Germany planned"),
    ("Washington blamed the attack on Hezbollah.", "Accusation United States -> Hezbollah"),
    ("Iran has been blamed for the attack by Saudi Arabia.", "Accusation Saudi Arabia -> Iran"),
    ("Turkey called the decision a violation of international law.", "Accusation Turkey"),
    ("Condemning the raid, Jordan recalled its ambassador.", "Accusation Jordan"),
    ("Protests have swept Iraq since October.", "Protest @ Iraq"),
    ("Thousands took to the streets of Beirut.", "Protest @ Beirut"),
]


@pytest.mark.parametrize(("text", "wanted"), SAYING)
def test_saying(text: str, wanted: str, found: Found) -> None:
    assert wanted in found(text)


# Words of war in other senses, and duties that ask nobody for anything.
OTHER_SENSES = [
    "The election campaign in Turkey began on Monday.",
    "Qatar won a legal battle against Saudi Arabia.",
    "The president suffered a heart attack in Cairo.",
    "The king had an operation in Riyadh.",
    "The company has operations in Iraq.",
    "Israel launched a vaccination campaign in Gaza.",
    "The government launched a campaign against corruption in Iraq.",
    "Turkey faces an uphill battle against inflation.",
    "Shares rallied in Tehran.",
    "A storm hit the coast of Yemen.",
    "An earthquake struck Turkey and Syria.",
    "The report targets Turkey.",
    "Trump attacked Joe Biden in a speech in Iowa.",
    "The Turkish government came under fire for its handling of the crisis.",
    "The two leaders clashed over Syria.",
    "The two teams clashed in Doha.",
    "Iraq battled the coronavirus in Basra.",
    "The fight against terrorism continues in Mali.",
    "Syria entered its tenth year of war.",
    "Hezbollah reached the semi-finals.",
    "Egypt took Sudan to court.",
    "The museum of the siege of Leningrad opened in Russia.",
    "The lira hit a record low in Turkey.",
    "The amphibious assault ship USS Bataan arrived in Bahrain.",
    "The UN warned of famine in Yemen.",
    "Iran launched a satellite.",
    "Putin said Russia must win.",
    "The UN said civilians must receive aid.",
    "The army must have known, Amnesty International said.",
]


@pytest.mark.parametrize("text", OTHER_SENSES)
def test_other_senses(text: str, found: Found) -> None:
    assert found(text) == []


def test_by_belongs_to_the_nearest_deed(found: Callable[[str], list[str]]) -> None:
    claims = found("Israel carried out a strike in retaliation for rocket attacks by Hezbollah.")
    assert "Attack Israel" in claims
    assert "Shelling Hezbollah" in claims
    assert not any("Israel, Hezbollah" in claim for claim in claims)


MENTIONED = [
    "Sergey Lavrov spoke to Al Jazeera in Doha.",
    "Omar al-Bashir fled to Saudi Arabia.",
    "Life was hard during the civil war in Lebanon.",
    "Prices have risen since the civil war in Sudan.",
]


@pytest.mark.parametrize("text", MENTIONED)
def test_no_happening_of_war(text: str, found: Callable[[str], list[str]]) -> None:
    assert found(text) == []


def test_war_that_broke_out_is_told(found: Callable[[str], list[str]]) -> None:
    assert found("A civil war broke out in Sudan in 2013.") == ["ArmedClash @ Sudan"]
