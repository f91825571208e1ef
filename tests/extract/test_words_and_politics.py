"""What is said and agreed: charges, threats and appeals as news tell them; visits, protests, deals and bans."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.records import Claim, Event

Found = Callable[[str], list[str]]

CHARGES = [
    ("Ethiopia said Eritrea had violated the truce.", ["Accusation Ethiopia -> Eritrea"]),
    ("According to the UN, Sudan did not comply with the embargo.", ["Accusation United Nations -> Sudan"]),
    (
        "\u201cSerbia has not respected the treaty,\u201d Albin Kurti said.",
        ["Accusation Albin Kurti -> Serbia"],
    ),
    (
        "Chad said the RSF were a factor destabilising the region.",
        ["Accusation Chad -> Rapid Support Forces"],
    ),
    ("Kenya complained that Somalia had broken its promises.", ["Accusation Kenya -> Somalia"]),
    ("The coup drew condemnation from the African Union.", ["Accusation African Union"]),
    # only done, only possible, not done, no wrong, or said of oneself
    ("Eritrea violated the truce.", []),
    ("Ethiopia said Eritrea could violate the truce.", []),
    ("Ethiopia said Eritrea did not violate the truce.", []),
    ("Ethiopia said Eritrea broke the record.", []),
    ("The UN said Chad committed troops to the mission.", ["Deployment Chad"]),
    ("Armenia denied that Azerbaijan had violated the truce.", ["Rejection Armenia"]),
]

THREATS = [
    ("Turkey said it would retaliate.", ["Threat Turkey"]),
    (
        "Ethiopia threatened to attack Eritrea.",
        ["Threat Ethiopia -> Eritrea", "Attack Ethiopia -> Eritrea planned"],
    ),
    ("Hezbollah promised to avenge the raid.", ["Threat Hezbollah"]),
    ("Israel said Iran would retaliate.", []),
    ("Turkey said it would not retaliate.", []),
    ("Chad vowed to rebuild the town.", []),
    ("Chad vowed to fight corruption.", []),
    ("Piracy by Somalia threatens trade.", []),
    ("Kenya warned that it could lead to inflation.", []),
]

VISITS = [
    ("John Kerry said during a visit to Kabul that time was short.", ["Talks John Kerry @ Kabul"]),
    ("Emmanuel Macron is on a two-day visit to Ethiopia.", ["Talks Emmanuel Macron @ Ethiopia"]),
    ("The contract was signed during a visit to Kabul.", []),
]

PROTESTS = [
    ("The arrests sparked protests in Dakar.", ["Protest @ Dakar"]),
    ("The ruling led to demonstrations in Tunis.", ["Protest @ Tunis"]),
    ("Tens of thousands marched through Tbilisi.", ["Protest @ Tbilisi"]),
    ("Villagers gathered in Tbilisi.", []),
]

DEALS = [
    ("Armenia declared a truce on Monday.", ["Ceasefire Armenia"]),
    ("The M23 called a truce.", ["Ceasefire M23"]),
    ("Egypt would like to see a truce.", ["Appeal Egypt", "Ceasefire Egypt planned"]),
    ("Turkey concluded a defence pact with Somalia.", ["Agreement Somalia, Turkey"]),
    ("China and Russia used their vetoes.", ["Rejection China, Russia"]),
]

SPOKEN = [
    ("Kenya asked Uganda for help.", ["Appeal Kenya -> Uganda"]),
    ("The UN said the M23 were responsible for the killings.", ["Accusation United Nations -> M23"]),
    ("The UN said Kenya was responsible for security.", []),
    ("Uganda will never negotiate with the M23.", ["Rejection Uganda -> M23"]),
    (
        "Emmanuel Macron called for calm after talks with Paul Kagame.",
        ["Appeal Emmanuel Macron", "Talks Paul Kagame, Emmanuel Macron"],
    ),
    ("Shells fell on the market after talks with Rwanda.", ["Talks Rwanda"]),
    ("The mission was authorised by the Security Council.", ["Endorsement UN Security Council"]),
    (
        "Fighting went on in Mali. The junta condemned France.",
        ["ArmedClash @ Mali", "Accusation Malian government -> France"],
    ),
]


TOLD = [
    (
        "The UN would like to see Mali release the ministers.",
        ["Appeal United Nations -> Mali", "Concession -> ministers planned"],
    ),
    ("Fans would like to see the match in Mali.", []),
    ("India and Pakistan traded accusations over Kashmir.", ["Accusation India, Pakistan"]),
    ("Sudan and the UN came to an agreement on aid.", ["Agreement Sudan, United Nations"]),
    ("Sudan came to the same conclusion as the UN.", []),
    (
        "Russia denied allegations by Chad that it was arming rebels.",
        ["Rejection Russia", "Accusation Chad -> Russia", "Russia backs rebels denied"],
    ),
    ("Iran sent Syria $9 million in aid.", ["Aid Iran -> Syria", "Iran backs Syria"]),
    ("Power was transferred to Abdrabbuh Mansur Hadi.", ["Concession -> Abdrabbuh Mansur Hadi"]),
    ("A protest organised by Hezbollah was held in Beirut.", ["Protest Hezbollah @ Beirut"]),
    ("Police halted a protest in Cairo.", ["Protest @ Cairo"]),
    ("Hundreds of delegates met in Doha.", ["Talks delegates @ Doha"]),
    ("A conference on Somalia opened in London.", ["Talks @ London"]),
    (
        "Women marched through Juba to demand peace.",
        ["Protest women in South Sudan @ Juba", "Appeal women in South Sudan"],
    ),
    ("Representatives of the Taliban and the US met in Doha.", ["Talks Taliban, United States @ Doha"]),
    (
        "Ethiopia and Eritrea clashed at Badme. Both sides accused each other of lying.",
        ["ArmedClash Ethiopia, Eritrea @ Badme", "Accusation Ethiopia, Eritrea"],
    ),
    ("Both sides accused each other of lying.", []),
    (
        "Sergey Lavrov flew to Tehran for talks with Ali Khamenei.",
        ["Talks Ali Khamenei, Sergey Lavrov @ Tehran"],
    ),
    ("Antony Blinken is in Cairo for talks on Gaza.", ["Talks Antony Blinken @ Cairo"]),
    ("Vladimir Putin left Tehran for talks with Ali Khamenei.", ["Talks Ali Khamenei"]),
    ("A strike by teachers paralysed Conakry.", []),
    ("Western countries condemned Russia.", ["Accusation western countries -> Russia"]),
]


@pytest.mark.parametrize(("text", "wanted"), [*SPOKEN, *CHARGES, *THREATS, *VISITS, *PROTESTS, *DEALS, *TOLD])
def test_words_and_politics(text: str, wanted: list[str], found: Found) -> None:
    assert [c for c in found(text) if " partyTo " not in c] == wanted


def test_a_past_that_the_parser_takes_for_a_present(found: Found) -> None:
    assert found("The United States froze the assets of Hezbollah.") == [
        "Sanction United States -> Hezbollah"
    ]


def test_who_claims_a_deed_says_so(read: Callable[[str], tuple[Claim, ...]]) -> None:
    (claim,) = [c for c in read("An ISIS-claimed attack hit a hotel in Kabul.") if isinstance(c, Event)]
    assert claim.attribution is not None
    assert [a.entity.label for a in (*claim.agents, claim.attribution)] == ["Islamic State", "Islamic State"]


def test_a_warning_against_a_deed_is_of_the_one_warned(found: Found) -> None:
    assert "Deployment Iran @ Yemen" not in found("Iran warned Egypt against sending troops to Yemen.")
