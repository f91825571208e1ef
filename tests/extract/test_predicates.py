"""Ties by predicate: the constructions and words that tell each of them, and sentences that a reader might fall for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.rules.claims import PREDICATES

Found = Callable[[str], list[str]]

BACKING = [
    (
        "The coalition, led by Saudi Arabia and backed by the US, bombed Sanaa.",
        ["Saudi Arabia leads coalition", "United States backs coalition"],
    ),
    (
        "The Kurdish rebels, armed and trained by the CIA, waited.",
        ["Central Intelligence Agency backs Kurdish rebels"],
    ),
    (
        "The M23, backed not only by Rwanda but also by Uganda, seized the town.",
        ["Rwanda backs M23", "Uganda backs M23"],
    ),
    (
        "Both Russia and Egypt have thrown their weight behind Khalifa Haftar.",
        ["Russia backs Khalifa Haftar", "Egypt backs Khalifa Haftar"],
    ),
    (
        "Sudan's army receives support from Egypt, Turkey and Iran.",
        [
            "Egypt backs Sudanese Armed Forces",
            "Turkey backs Sudanese Armed Forces",
            "Iran backs Sudanese Armed Forces",
        ],
    ),
    ("Hamas enjoys the backing of Qatar and Turkey.", ["Qatar backs Hamas", "Turkey backs Hamas"]),
    (
        "With Emirati support, the Southern Transitional Council took Aden.",
        ["United Arab Emirates backs Southern Transitional Council"],
    ),
    (
        "The Libyan National Army, with the backing of Russian mercenaries, attacked Tripoli.",
        ["Russian mercenaries backs Libyan National Army"],
    ),
    ("Tehran's support of Hezbollah is no secret.", ["Iran backs Hezbollah"]),
    ("Iran fired rockets in support of Hezbollah.", ["Iran backs Hezbollah"]),
    (
        "The Quds Force gives material support to groups like Hezbollah and Hamas.",
        ["Quds Force backs Hezbollah", "Quds Force backs Hamas"],
    ),
    ("The US provides arms and training to Somali forces.", ["United States backs Somali Armed Forces"]),
    ("Wagner Group fighters fought for Khalifa Haftar.", ["Wagner Group backs Khalifa Haftar"]),
    ("Pakistan denies backing the Taliban.", ["Pakistan backs Taliban denied"]),
    ("China has stopped supporting the Arakan Army.", ["China backs Arakan Army former"]),
    ("The US no longer funds the Free Syrian Army.", ["United States backs Free Syrian Army former"]),
    (
        "Sudan's army has meanwhile reportedly been supported by Egypt.",
        ["Egypt backs Sudanese Armed Forces possible"],
    ),
    (
        "The Emirati-backed Southern Transitional Council and the Saudi-backed Islah met.",
        ["United Arab Emirates backs Southern Transitional Council", "Saudi Arabia backs Al-Islah"],
    ),
    ("Turkey, Qatar and Egypt, which backs Khalifa Haftar, met.", ["Egypt backs Khalifa Haftar"]),
]
TOGETHER = [
    (
        "Syrian government forces and their allies, including Hezbollah, waited.",
        ["Hezbollah alliedWith Syrian Armed Forces"],
    ),
    (
        "Mali, Burkina Faso and Niger have formed an alliance.",
        ["Mali alliedWith Burkina Faso", "Mali alliedWith Niger", "Burkina Faso alliedWith Niger"],
    ),
    ("Israel's main ally, the United States, vetoed the resolution.", ["United States alliedWith Israel"]),
    (
        "Hezbollah and Hamas, both allies of Iran, waited.",
        ["Hezbollah alliedWith Iran", "Hamas alliedWith Iran"],
    ),
    (
        "U.S. allies like Egypt and Jordan waited.",
        ["Egypt alliedWith United States", "Jordan alliedWith United States"],
    ),
    (
        "Niger ended its military cooperation with the United States.",
        ["Niger cooperatesWith United States former"],
    ),
    ("Russia and Turkey conduct joint patrols in northern Syria.", ["Russia cooperatesWith Turkey"]),
    (
        "The SDF, together with coalition forces, captured Raqqa.",
        ["Syrian Democratic Forces cooperatesWith coalition"],
    ),
    (
        "The Malian army entered Kidal alongside Wagner Group fighters.",
        ["Malian Armed Forces cooperatesWith Wagner Group"],
    ),
    ("Turkey and Russia patrolled the road side by side.", ["Turkey cooperatesWith Russia"]),
    ("They agreed on a strong U.S.-Iraq partnership.", ["United States cooperatesWith Iraq"]),
    (
        "It is an Israeli-Cypriot-Greek effort.",
        ["Israel cooperatesWith Cyprus", "Israel cooperatesWith Greece", "Cyprus cooperatesWith Greece"],
    ),
]
ENMITY = [
    (
        "The Sudanese army is at war with the Rapid Support Forces.",
        ["Sudanese Armed Forces opposes Rapid Support Forces"],
    ),
    (
        "The war between the Sudanese army and the Rapid Support Forces goes on.",
        ["Sudanese Armed Forces opposes Rapid Support Forces"],
    ),
    (
        "The power struggle between Gen Abdel Fattah al-Burhan, head of state, and Gen Mohamed Hamdan Dagalo goes on.",
        ["Abdel Fattah al-Burhan opposes Mohamed Hamdan Dagalo"],
    ),
    (
        "Al-Shabaab has waged an insurgency against the Somali government.",
        ["Al-Shabaab opposes Somali government"],
    ),
    ("Iran and Saudi Arabia, long-time rivals, met.", ["Iran opposes Saudi Arabia"]),
    ("Turkey considers the YPG an enemy.", ["Turkey opposes People's Protection Units"]),
    ("Iran vowed to destroy Israel.", ["Iran opposes Israel"]),
]
MEMBERS = [
    (
        "The Arakan Army is one of the three members of the Three Brotherhood Alliance.",
        ["Arakan Army memberOf Three Brotherhood Alliance"],
    ),
    (
        "Kenya and Uganda, members of the East African Community, waited.",
        ["Kenya memberOf East African Community", "Uganda memberOf East African Community"],
    ),
    (
        "The Congo River Alliance, of which the M23 is a member, waited.",
        ["M23 memberOf Congo River Alliance"],
    ),
    ("NATO member Turkey waited.", ["Turkey memberOf NATO"]),
    ("Hamas member Abu Ali was there.", ["Abu Ali memberOf Hamas"]),
    ("Hezbollah's elite Radwan Force withdrew.", ["Radwan Force memberOf Hezbollah"]),
    (
        "Boko Haram and its rival Islamic State West Africa Province waited.",
        ["Islamic State West Africa Province opposes Boko Haram"],
    ),
    (
        "Mali, Niger and Burkina Faso left ECOWAS.",
        [
            "Mali memberOf Economic Community of West African States former",
            "Niger memberOf Economic Community of West African States former",
            "Burkina Faso memberOf Economic Community of West African States former",
        ],
    ),
    ("Turkey wants to leave NATO.", ["Turkey memberOf NATO"]),
]
LEADERS = [
    ("Khalifa Haftar's Libyan National Army advanced.", ["Khalifa Haftar leads Libyan National Army"]),
    ("The Libyan National Army of Khalifa Haftar advanced.", ["Khalifa Haftar leads Libyan National Army"]),
    ("The head of the Wagner Group, Yevgeny Prigozhin, was there.", ["Yevgeny Prigozhin leads Wagner Group"]),
    (
        "Khalifa Haftar, commander and founder of the Libyan National Army, was there.",
        ["Khalifa Haftar leads Libyan National Army", "Khalifa Haftar founded Libyan National Army"],
    ),
    (
        "The Libyan National Army is under the command of Khalifa Haftar.",
        ["Khalifa Haftar leads Libyan National Army"],
    ),
]
OFFICES = [
    ("Syria's de facto leader Ahmed al-Sharaa waited.", ["Ahmed al-Sharaa holdsPosition Syria"]),
    (
        "Lebanon's new president and former army commander Joseph Aoun waited.",
        ["Joseph Aoun holdsPosition Lebanon"],
    ),
    (
        "The UN's humanitarian chief, Martin Griffiths, waited.",
        ["Martin Griffiths holdsPosition United Nations"],
    ),
    ("Mark Rutte took over as NATO secretary general.", ["Mark Rutte holdsPosition NATO"]),
    ("Rustem Umerov was sworn in as Ukraine's defence minister.", ["Rustem Umerov holdsPosition Ukraine"]),
    (
        "Ismail Haniyeh, who served as prime minister of the Palestinian Authority, was there.",
        ["Ismail Haniyeh holdsPosition Palestinian Authority former"],
    ),
    (
        "Egyptian minister Sameh Shoukry met his Greek and French counterparts, Nikos Dendias and Jean-Yves Le Drian.",
        [
            "Sameh Shoukry holdsPosition Egypt",
            "Nikos Dendias holdsPosition Greece",
            "Jean-Yves Le Drian holdsPosition France",
        ],
    ),
    (
        "Iraq waited. Adil Abdul-Mahdi, the caretaker prime minister, waited.",
        ["Adil Abdul-Mahdi holdsPosition Iraq"],
    ),
    (
        "Israel Defense Forces spokesman Rear Adm. Daniel Hagari was there.",
        ["Daniel Hagari holdsPosition Israeli Armed Forces"],
    ),
]
HISTORY = [
    (
        "Hayat Tahrir al-Sham, formerly known as the Nusra Front, waited.",
        ["Hayat Tahrir al-Sham successorOf Al-Nusra Front"],
    ),
    (
        "The Rapid Support Forces grew out of the Janjaweed militias.",
        ["Rapid Support Forces successorOf Janjaweed"],
    ),
    (
        "The Arakan Army, a splinter group of the Karen National Union, waited.",
        ["Arakan Army splitFrom Karen National Union"],
    ),
    ("Boko Haram pledged allegiance to Islamic State.", ["Boko Haram linkedTo Islamic State"]),
    ("The Taliban must sever ties with Al-Qaeda.", ["Taliban linkedTo Al-Qaeda"]),
    ("HTS cut its ties with Al-Qaeda in 2016.", ["Hayat Tahrir al-Sham linkedTo Al-Qaeda former"]),
]
PLACES = [
    ("Goma remains under M23 control.", ["M23 controls Goma"]),
    ("Aleppo is in the hands of the rebels.", ["Syrian rebels controls Aleppo"]),
    ("The Hamas-run Gaza Strip was quiet.", ["Hamas controls Gaza Strip"]),
    ("The Houthi-held capital Sanaa was quiet.", ["Houthi movement controls Sanaa"]),
    (
        "The Iran-allied Houthis, who control Sanaa, and the government of Yemen waited.",
        ["Houthi movement alliedWith Iran", "Houthi movement controls Sanaa"],
    ),
    ("Hamas has an office in Doha.", ["Hamas basedIn Doha"]),
    ("The London-based group Airwars waited.", ["Airwars basedIn London"]),
    ("The Addis Ababa-based African Union waited.", ["African Union basedIn Addis Ababa"]),
    ("Germany-based US Africa Command waited.", ["US Africa Command basedIn Germany"]),
    ("Al-Shabaab is a Sunni Islamist organization based in Somalia.", ["Al-Shabaab basedIn Somalia"]),
    ("Russia has troops in Mali.", ["Russian Armed Forces operatesIn Mali"]),
    ("Mosul lies in northern Iraq.", ["Mosul locatedIn northern Iraq"]),
    ("The Sudanese capital Khartoum was quiet.", ["Khartoum locatedIn Sudan"]),
]
PACTS = [
    ("The Qatari-brokered truce in Gaza holds.", ["Qatar brokered Gaza Strip truce"]),
    (
        "Turkey and the United Nations brokered the Black Sea grain deal.",
        ["Turkey brokered Black Sea Grain Initiative", "United Nations brokered Black Sea Grain Initiative"],
    ),
    ("Najib Mikati thanked the United States for brokering the deal.", ["United States brokered agreement"]),
    (
        "Russia and North Korea signed a defence pact.",
        ["Russia partyTo North Korea-Russia pact", "North Korea partyTo North Korea-Russia pact"],
    ),
]

NEAR_MISSES = [
    "Turkey received a letter from Russia.",
    "Ukraine received grain from Romania.",
    "Iran won a medal with the support of the crowd in Turkey.",
    "France gave its backing to a resolution on Mali.",
    "UNICEF supports children in Gaza.",
    "The UN supports refugees in Chad.",
    "Wagner Group fighters fought for Bakhmut.",
    "Egypt supports the idea of a summit.",
    "Allied health workers in Sudan went on strike.",
    "Kenya and Sudan played together in the final.",
    "Israel was condemned alongside Hamas.",
    "Egypt, together with Sudan, borders Libya.",
    "Hamas, along with Hezbollah, is a terrorist group.",
    "The war in Sudan affects Egypt.",
    "A campaign against polio started in Afghanistan.",
    "The bridge links Sudan to Egypt.",
    "Ukraine is linked to Poland by rail.",
    "Turkey is close to Syria.",
    "The UN joined Kenya in calling for a truce.",
    "Hamas left the talks.",
    "Russian troops left Kherson.",
    "Members of parliament in Kenya met.",
    "Ukraine led by 3-0 against Scotland at half-time.",
    "Somalia exported 200,000 head of cattle to Saudi Arabia.",
    "Biden's Taliban deal failed.",
    "Hamas leaders and commanders met.",
    "Egypt hosted Hamas.",
    "The claim was based on reports from Kabul.",
    "Israel holds Iran responsible for the attack.",
    "Egypt held Kenya to a draw.",
    "Turkey runs schools in Somalia.",
    "The fate of Gaza is in the hands of voters.",
    "Sudan lies in ruins.",
    "Goma, north of Bukavu, fell.",
    "China rules out talks with Taiwan.",
    "The house of officials loyal to a former president burnt in Syria.",
    "Kenya succeeded Sudan as host.",
]


def relations(lines: list[str]) -> list[str]:
    return sorted(line for line in lines if any(f" {predicate} " in line for predicate in PREDICATES))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [*BACKING, *TOGETHER, *ENMITY, *MEMBERS, *LEADERS, *OFFICES, *HISTORY, *PLACES, *PACTS],
)
def test_relations(text: str, wanted: list[str], found: Found) -> None:
    assert relations(found(text)) == sorted(wanted)


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_near_misses(text: str, found: Found) -> None:
    assert relations(found(text)) == []
