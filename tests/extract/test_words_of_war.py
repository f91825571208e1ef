"""What befalls people in war, in many wordings: fired on, shot, freed, driven out, brought home, found dead."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.records import Claim, Event

Found = Callable[[str], list[str]]

# (text, a claim that it makes)
TOLD = [
    (
        "Fighting between the Sudanese army and the RSF spread to Wad Madani.",
        "ArmedClash Sudanese Armed Forces, Rapid Support Forces @ Wad Medani",
    ),
    (
        "Kenyan troops battled al-Shabab for hours in Kismayo.",
        "ArmedClash Kenyan Armed Forces, Al-Shabaab @ Kismayo",
    ),
    ("The M23 is battling Congolese forces near Goma.", "ArmedClash M23, Congolese Armed Forces @ Goma"),
    (
        "Boko Haram and Chadian troops fought for control of Diffa.",
        "ArmedClash Boko Haram, Chadian Armed Forces @ Diffa",
    ),
    ("Explosions were heard in Kyiv.", "Bombing @ Kyiv"),
    ("The blast targeted a wedding.", "Bombing"),
    ("Mortar rounds fell on Donetsk.", "Shelling @ Donetsk"),
    ("Hezbollah fired a barrage of rockets into northern Israel.", "Shelling Hezbollah @ northern Israel"),
    (
        "French jets killed five militants in an air strike in Mali.",
        "Airstrike French Armed Forces -> militants in Mali @ Mali",
    ),
    ("Turkey began launching airstrikes on March 3.", "Airstrike Turkey"),
    ("Gunmen entered the house in Kandahar and opened fire.", "Attack gunmen in Afghanistan @ Kandahar"),
    (
        "A journalist was shot and killed in Gaza by Israeli forces.",
        "Killing Israeli Armed Forces -> journalists in Palestine @ Gaza Strip",
    ),
    ("Hamas has claimed the responsibility of the attack in Haifa.", "Attack Hamas @ Haifa"),
    ("Houthi fighters were flushed out of Aden by Saudi troops.", "Withdrawal Houthi movement @ Aden"),
    ("Police recovered the bodies of 12 miners in Welkom.", "killed exact 12 miners @ Welkom"),
    ("Boko Haram claimed responsibility on Monday for the attack in Kano.", "Attack Boko Haram @ Kano"),
    ("MSF left Jonglei after its hospital in Pibor was looted.", "Attack @ hospital in Pibor"),
    (
        "More than 1,000 Ukrainian marines surrendered in Mariupol.",
        "Concession Ukrainian Armed Forces @ Mariupol",
    ),
    ("Hamas sank three of the four boats off Ashkelon.", "Attack Hamas @ Ashkelon"),
    ("Turkish tanks are being deployed to reinforce the army.", "Deployment Turkish Armed Forces"),
    (
        "The bodies of 12 villagers were found in Ituri.",
        "killed exact 12 villagers in the Democratic Republic of the Congo @ Ituri",
    ),
]

# Texts without any happening of war or any number of dead.
NOTHING = [
    "Egypt let wounded Palestinians leave.",
    "The WFP reached 80,000 people in Darfur.",
    "Chelsea are battling Arsenal for the title in London.",
    "North Korea fired a missile on Tuesday.",
    "Iran launched a rocket into orbit.",
    "Families left their homes on a holiday.",
    "Iraq recalled the years of hunger.",
    "The army cleared mines from the village.",
    "Fighting corruption in Ukraine takes time.",
    "The inquiry found a body of evidence.",
    "The bank increased its presence in Turkey.",
]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_what_is_told(text: str, wanted: str, found: Found) -> None:
    assert wanted in found(text)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_happening(text: str, read: Callable[[str], tuple[Claim, ...]]) -> None:
    assert [c.rule for c in read(text) if isinstance(c, Event) or c.rule.startswith("killed")] == []


def test_who_is_accused_of_being_behind_it(read: Callable[[str], tuple[Claim, ...]]) -> None:
    text = "Kenya accused al-Shabab of being behind the bombing in Nairobi."
    bombing = next(c for c in read(text) if isinstance(c, Event) and c.type == "Bombing")
    assert [a.entity.id for a in bombing.agents] == ["AlShabaab"]
    assert bombing.status == "possible"
    assert bombing.attribution is not None
    assert bombing.attribution.entity.id == "Kenya"
