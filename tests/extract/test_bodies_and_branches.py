"""Offices told in other orders, parts of groups that bear no name, missions, and compounds without a hyphen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.records import Claim, Relation

TIES = [
    # an office between its states and its holders, and one of several
    (
        "The Norwegian and Danish prime ministers, Erna Solberg and Mette Frederiksen, met.",
        [
            "Erna Solberg holdsPosition Norway prime minister",
            "Mette Frederiksen holdsPosition Denmark prime minister",
        ],
    ),
    ("Norwegian ministers Adam Smith and Peter Adams met.", []),
    ("One of the leaders of Hamas, Ali Musa, said so.", ["Ali Musa memberOf Hamas"]),
    (
        "America's top commander in Iraq, General Adam Smith, was ill.",
        ["Adam Smith holdsPosition United States top commander"],
    ),
    ("The commander of Mosul, General Adam Smith, was ill.", []),
    (
        "The UN's humanitarian coordinator in Chad, Miriam Nkweta, was ill.",
        ["Miriam Nkweta holdsPosition United Nations humanitarian coordinator"],
    ),
    # an office and its body, unknown to the dictionary, before the name
    (
        "Former head of the Border Affairs Office Taha Yasin was ill.",
        ["Taha Yasin leads Border Affairs Office head"],
    ),
    ("In the Border Affairs Office Taha Yasin was ill.", []),
    # a branch is no body of its own, and its head leads not the whole
    (
        "The Red Cross's head of operations, Adam Smith, was ill.",
        ["Adam Smith holdsPosition Red Cross head of operations"],
    ),
    (
        "A member of the Houthi political bureau, Mohammed Nasr, was ill.",
        ["Mohammed Nasr holdsPosition Houthi movement member of political bureau"],
    ),
    ("Adam Smith, an aid worker with Oxfam, was ill.", ["Adam Smith holdsPosition Oxfam aid worker"]),
    ("Adam Smith, the negotiator with Hamas, was ill.", []),
    ("Oxfam employee Adam Smith was ill.", ["Adam Smith holdsPosition Oxfam employee"]),
    ("Adam Smith worked for the Syrian government.", ["Adam Smith memberOf Syrian government"]),
    # parts of groups
    (
        "ISIL's Sinai branch claimed the attack.",
        [
            "Islamic State Sinai branch memberOf Islamic State",
            "Islamic State Sinai branch operatesIn Sinai Peninsula",
        ],
    ),
    ("The armed wing of Hamas fired rockets.", ["Hamas armed wing memberOf Hamas"]),
    (
        "Islamic State's Mozambique affiliate killed ten soldiers.",
        [
            "Islamic State Mozambique affiliate linkedTo Islamic State",
            "Islamic State Mozambique affiliate operatesIn Mozambique",
        ],
    ),
    ("The Labour Party's left wing rejected the deal.", []),
    ("The Red Cross's Khartoum branch sent aid.", []),
    # missions
    (
        "The United Nations-led peacekeeping mission in Mali was attacked.",
        ["MINUSMA operatesIn Mali", "United Nations leads MINUSMA"],
    ),
    (
        "African Union troops in Somalia killed ten men.",
        ["African Union Mission in Somalia operatesIn Somalia"],
    ),
    # who stands behind whom, with what
    ("Gaddafi loyalists rested in Misrata.", ["Muammar Gaddafi's loyalists backs Muammar Gaddafi"]),
    ("Arsenal supporters rested in London.", []),
    (
        "Russia and Iran are supporters of Assad.",
        ["Russia backs Bashar al-Assad", "Iran backs Bashar al-Assad"],
    ),
    ("Saudi Arabia provided $3 billion to the Lebanese army.", ["Saudi Arabia backs Lebanese Armed Forces"]),
    ("Saudi Arabia spent $3 billion on the Lebanese roads.", []),
    ("Two men with suspected links to Islamic State were ill.", ["men linkedTo Islamic State"]),
    ("Two men with letters to Islamic State were ill.", []),
    # unions and mergers
    (
        "Chad joined Niger in a coalition against Boko Haram.",
        ["Chad memberOf coalition", "Niger memberOf coalition", "coalition opposes Boko Haram"],
    ),
    ("Chad joined Niger in a vote against Boko Haram.", []),
    (
        "Ansar Dine merged with the Macina Liberation Front to form the Sahel Army.",
        ["Ansar Dine mergedInto Sahel Army", "Macina Liberation Front mergedInto Sahel Army"],
    ),
    # where a band is by what it is called
    ("The Colombian rebel group ELN rested.", ["National Liberation Army operatesIn Colombia"]),
    ("The MILF, a Mindanao rebel group, rested.", ["Moro Islamic Liberation Front operatesIn Mindanao"]),
    ("The Colombian aid group Pastoral rested.", []),
    # bodies of bodies, parties of people, foes of all
    ("NATO's North Atlantic Council rested.", ["North Atlantic Council memberOf NATO"]),
    ("Moqtada al-Sadr's Sadrist Movement rested.", ["Muqtada al-Sadr leads Sadrist Movement"]),
    ("Adam Smith's Foundation for Peace rested.", []),
    ("The counter-terrorist force rested in Mali.", []),
    # offices of the country spoken of, and of two bodies
    (
        "Rebels rested in Maiduguri in Nigeria. Adam Musa, a government spokesman, was ill.",
        ["Adam Musa holdsPosition Nigerian government government spokesman"],
    ),
    ("Rebels rested in Maiduguri in Nigeria. Adam Musa, a spokesman for the town, was ill.", []),
    (
        "The governor of Basra and head of the Southern Affairs Committee Adam Tawfiq was ill.",
        ["Adam Tawfiq holdsPosition Basra governor", "Adam Tawfiq leads Southern Affairs Committee head"],
    ),
    (
        "JNIM was formed by the merger of Ansar Dine and Al-Mourabitoun.",
        [
            "Al-Mourabitoun mergedInto Jama'at Nasr al-Islam wal-Muslimin",
            "Ansar Dine mergedInto Jama'at Nasr al-Islam wal-Muslimin",
        ],
    ),
    (
        "Tensions between the SDF and the Syrian army rose.",
        ["Syrian Democratic Forces opposes Syrian Armed Forces"],
    ),
    ("Tensions between residents and police rose.", []),
    ("El Fasher has been besieged by the RSF.", ["Rapid Support Forces besieges El Fasher"]),
    ("Human Rights Watch's Miriam Bader said so.", ["Miriam Bader memberOf Human Rights Watch"]),
    ("UN rights chief Volker Turk was ill.", ["Volker Turk holdsPosition United Nations rights chief"]),
    # who leaves what, wants to join it, or lost it
    ("Six ministers resigned from the Iraqi government.", ["ministers memberOf Iraqi government"]),
    ("Ethiopian forces withdrew from Al-Shabaab areas.", []),
    ("Sweden wants to become a member of NATO.", ["Sweden memberOf NATO"]),
    ("The Iran-aligned Houthis rested.", ["Houthi movement linkedTo Iran"]),
    (
        "Ukraine's top general, Valerii Zaluzhnyi, was ill.",
        [
            "Valerii Zaluzhnyi holdsPosition Ukrainian Armed Forces top general",
        ],
    ),
    (
        "A spokesperson for the United Nations High Commissioner for Human Rights, Ravina Dasani, condemned it.",
        ["Ravina Dasani holdsPosition United Nations spokesperson for the United Nations High Commissioner"],
    ),
    ("A spokesperson for the mayor, Ravina Dasani and others were ill.", []),
    # no hyphen
    ("Rwandan backed rebels took Goma.", ["Rwanda backs Rwandan backed rebels"]),
    ("The Russian backed the plan.", []),
    (
        "The ELN affiliated Domingo Lain Front rested.",
        ["Domingo Lain Front linkedTo National Liberation Army"],
    ),
    (
        "The Mindanao based Moro Islamic Liberation Front rested.",
        ["Moro Islamic Liberation Front basedIn Mindanao"],
    ),
    ("The Turkish backed Syrian National Army rested.", ["Turkey backs Syrian National Army"]),
    ("The French led an army.", []),
]


@pytest.mark.parametrize(("text", "ties"), TIES)
def test_ties(text: str, ties: list[str], read: Callable[[str], tuple[Claim, ...]]) -> None:
    found = [c for c in read(text) if isinstance(c, Relation) and c.predicate != "locatedIn"]
    told = [
        f"{c.subject.entity.label} {c.predicate} {c.object.entity.label} {c.position or ''}".strip()
        for c in found
    ]
    assert sorted(told) == sorted(ties)


STATUSES = [
    ("Sweden wants to become a member of NATO.", "planned"),
    ("Turkey does not want to become a member of NATO.", "negated"),
    ("Sudan has withdrawn from the Saudi-led coalition.", "former"),
    ("The slain leader of Hezbollah, Hassan Nasrallah, was buried.", "former"),
    ("Two men with suspected links to Islamic State were ill.", "possible"),
    ("Two men with links to Islamic State were ill.", "current"),
    ("Gaddafi loyalists reportedly took Misrata.", "current"),
    ("The African Union Mission in Somalia will comprise troops from Uganda and Burundi.", "planned"),
]


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_status(text: str, status: str, read: Callable[[str], tuple[Claim, ...]]) -> None:
    found = [c for c in read(text) if isinstance(c, Relation) and c.predicate != "locatedIn"]
    assert status in {c.status for c in found}
