"""Who blames, denies, approves and speaks for whom; and words of war that tell no happening."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.records import Casualties, Claim, Event

Found = Callable[[str], list[str]]

BLAMED = [
    (
        "Mali blamed Chad and Niger for the attack.",
        ["Accusation Mali -> Chad, Niger", "Attack Chad, Niger"],
    ),
    (
        "Ali Hassan attributed the bombing to al-Shabaab.",
        ["Accusation Ali Hassan -> Al-Shabaab", "Bombing Al-Shabaab"],
    ),
    (
        "Ethiopia pinned the bombing on Eritrea.",
        ["Accusation Ethiopia -> Eritrea", "Bombing Eritrea"],
    ),
    ("Kenya alleged that Somalia had fired first.", ["Accusation Kenya -> Somalia"]),
    ("Kenya alleged that Somalia had been warned.", []),
    ("The winner of the race, Ali Musa, criticised Kenya.", ["Accusation Ali Musa -> Kenya"]),
]
DENIED = [
    ("NATO said it was not responsible.", ["Rejection NATO"]),
    ("Rwanda says it had nothing to do with the crash.", ["Rejection Rwanda"]),
    ("Rwanda insists it had no hand in the crash.", ["Rejection Rwanda"]),
    ("Iran said Israel was not responsible.", []),
    ("Iran said it was responsible.", []),
    ("Rwanda says it had no money.", []),
]
CALLED = [
    ("Kenya said the border deal was null and void.", ["Rejection Kenya"]),
    ("Kenya said the border deal was not void.", []),
    ("Kenya said the weather was absurd.", []),
    ("Ali Hassan found the raid justified.", ["Endorsement Ali Hassan"]),
]
VOICES = [
    ("The US embassy in Kabul urged Iran to leave.", "Appeal United States -> Iran"),
    ("A Kenyan statement accused Somalia of the raid.", "Accusation Kenya -> Somalia"),
    ("A UN report accused Rwanda of arming the M23.", "Accusation United Nations -> Rwanda"),
    ("The Russian embassy in Damascus condemned Israel.", "Accusation Russia -> Israel"),
]
HAPPENINGS = [
    (
        "Goma fell to the M23 after two days of fighting.",
        ["Capture M23 @ Goma", "ArmedClash M23 @ Goma"],
    ),
    ("The attack consisted of three rockets.", ["Shelling"]),
    ("The raid involved ten drones.", ["Airstrike"]),
    ("The attack included women.", []),
    ("The PKK is outlawed in Turkey.", ["Sanction Turkey -> Kurdistan Workers' Party @ Turkey"]),
    ("The PKK is active in Turkey.", ["Kurdistan Workers' Party operatesIn Turkey"]),
    ("The assault on Kidal was Operation Desert Wind.", ["Offensive @ Kidal"]),
    (
        "Islamic State attacked Iraq. Islamic State took over about a third of the country.",
        ["Attack Islamic State -> Iraq", "Capture Islamic State @ Iraq"],
    ),
    ("Iran was responsible for the raid on Erbil.", ["Attack Iran @ Erbil"]),
    ("Iran was not responsible for the raid on Erbil.", ["Attack Iran @ Erbil negated"]),
    ("Six nurses were being held by Hamas.", ["Arrest Hamas -> nurses in Palestine"]),
]
TALKS = [
    ("Hamas called off talks with Israel.", ["Rejection Hamas -> Israel"]),
    ("Ethiopia pulled out of the peace talks.", ["Rejection Ethiopia"]),
    ("Chad withdrew from the treaty.", ["Rejection Chad"]),
    ("Chad called off the search.", []),
    (
        "The rebels in Mali ruled out talks with Chad.",
        ["Rejection Malian rebels", "Talks Chad negated"],
    ),
    (
        "On 3 March, Vladimir Putin and Recep Tayyip Erdogan spoke on the phone.",
        ["Talks Vladimir Putin, Recep Tayyip Erdogan"],
    ),
    ("On 3 March, Vladimir Putin spoke on the matter.", []),
    ("Mali and Niger were called to join the alliance.", ["Appeal -> Mali, Niger"]),
    ("Mali was asked about the alliance.", []),
    ("France suspended flights, and advised Mali to wait.", ["Appeal France -> Mali"]),
    ("Russia protested to Poland.", []),
    ("Turkey called off the raid on Afrin.", []),
]
SIDES = [
    (
        "Sudanese and Ethiopian troops clashed in Gondar.",
        ["ArmedClash Sudanese Armed Forces, Ethiopian Armed Forces @ Gondar"],
    ),
    (
        "Clashes erupted between Sudanese and Ethiopian troops.",
        ["ArmedClash Sudanese Armed Forces, Ethiopian Armed Forces"],
    ),
    ("Iran and Ethiopian troops clashed in Gondar.", ["ArmedClash Iran, Ethiopian Armed Forces @ Gondar"]),
    (
        "The Sudanese and Ethiopian governments held talks.",
        ["Talks Sudanese government, Ethiopian government"],
    ),
]
DATED = [
    ("After the attack on 3 March, Kenya called for calm.", "Appeal", None),
    ("Qasem Soleimani was killed in a raid conducted by US troops on 1 March.", "Killing", "2020-03-01"),
    ("Qasem Soleimani was killed after an arrest carried out on 1 March.", "Killing", None),
    ("On 3 March, Kenya called for calm after the attack.", "Appeal", "2020-03-03"),
]
NOTHING = [
    "Sudanese army vehicles were captured.",
    "Rebels captured Ethiopian tanks and equipment.",
    "The frigate took part in maritime security operations in the Gulf.",
    "Ireland contributes to peacekeeping operations in Lebanon.",
    "The company suspended operations in Kenya.",
    "The force is tasked with securing Mogadishu.",
    "The army is responsible for securing Nairobi.",
    "The lamp was held by Ali Musa.",
]


@pytest.mark.parametrize(("text", "wanted"), [*BLAMED, *DENIED, *CALLED, *HAPPENINGS, *TALKS, *SIDES])
def test_accounts(text: str, wanted: list[str], found: Found) -> None:
    assert [c for c in found(text) if "killed" not in c] == wanted


@pytest.mark.parametrize(("text", "wanted"), VOICES)
def test_who_is_spoken_for(text: str, wanted: str, found: Found) -> None:
    assert wanted in found(text)


@pytest.mark.parametrize("text", NOTHING)
def test_no_happening(text: str, found: Found) -> None:
    assert not [
        c for c in found(text) if c.split()[0] in ("Arrest", "Attack", "Capture", "Offensive", "Talks")
    ]


def test_whom_help_is_for_acts(found: Found) -> None:
    claims = found("US advisers helped Kenya to encircle and destroy al-Shabaab in Kismayo.")
    assert "Attack Kenya -> Al-Shabaab @ Kismayo" in claims
    claims = found("US advisers are assisting Kenya to degrade and destroy al-Shabaab.")
    assert "Attack Kenya -> Al-Shabaab planned" in claims


def test_counterparts_with_names_are_meant_by_these(found: Found) -> None:
    text = "Omar Bah and his Kenyan, Ugandan and Rwandan counterparts, Musa Ali, Idris Bakri and Ali Keita, gathered."
    assert "Kenya" not in next(c for c in found(text) if c.startswith("Talks"))


@pytest.mark.parametrize(("text", "type_", "when"), DATED)
def test_the_day_of_another_happening(
    text: str, type_: str, when: str | None, read: Callable[[str], tuple[Claim, ...]]
) -> None:
    assert [c.when for c in read(text) if isinstance(c, Event) and c.type == type_] == [when]


def test_more_of_the_same_people(read: Callable[[str], tuple[Claim, ...]]) -> None:
    rows = [
        c for c in read("The raid killed 39 rebels and took 56 more prisoners.") if isinstance(c, Casualties)
    ]
    assert [[v.entity.label for v in row.victims] for row in rows] == [["rebels"], ["rebels"]]
