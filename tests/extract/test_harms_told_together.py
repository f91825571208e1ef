"""Who was killed, hurt or taken by whom where one sentence tells several deeds: text in, claims out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.records import Casualties, Claim

Found = Callable[[str], list[str]]
Read = Callable[[str], tuple[Claim, ...]]

TOLD = [
    # What a superlative ranks by its harm befell the country that owns it; groups do theirs.
    ("Forty people died in Norway's worst attack in decades.", ["Attack @ Norway"], ["Attack Norway"]),
    ("Kenya's most lethal bombing killed 148 students.", ["@ Kenya"], ["Bombing Kenya"]),
    ("Nigeria's biggest terrorist attack killed 80 people.", ["@ Nigeria"], ["Attack Nigeria"]),
    ("Boko Haram's deadliest attack killed 100 people.", ["Attack Boko Haram"], []),
    ("Russia's deadliest attack on Kyiv killed 30 people.", ["Attack Russia"], []),
    ("Israel's biggest airstrike in Lebanon killed 30 people.", ["Airstrike Israel"], []),
    # The plural "airstrikes" is no verb.
    ("Syrian government airstrikes in Homs kill at least 30 people.", ["Airstrike Syrian government"], []),
    ("Saudi airstrikes, targeting Houthis, killed dozens in Taiz.", ["Airstrike Saudi", "@ Taiz"], []),
    # Who was taken is not who holds or attacks.
    (
        "Boko Haram fighters, who released two nurses kidnapped in May, attacked Kaga.",
        ["Attack Boko Haram", "Abduction -> nurses"],
        ["Abduction Boko Haram"],
    ),
    (
        "Al-Qaeda threatened to kill a journalist, kidnapped in 2013.",
        ["Threat Al-Qaeda"],
        ["Abduction -> Al-Qaeda"],
    ),
    # Who was in the house that was bombed killed nobody.
    (
        "Israeli jets struck a building where fighters were meeting, killing at least six.",
        ["6 < Israeli Armed Forces"],
        ["< fighters"],
    ),
    # Who reports a raid flew none.
    (
        "The Red Cross and a local doctor report that Sudanese jets have bombed villages, and have killed 40.",
        ["40 < Sudanese Armed Forces"],
        ["< Red Cross"],
    ),
    # The dead of clashes are sides of them, or nothing.
    (
        "Clashes in Kidal killed at least 12 rebels and three Malian soldiers.",
        ["ArmedClash Malian rebels"],
        ["->"],
    ),
    ("Clashes in Goma killed four protesters.", ["ArmedClash @ Goma"], ["->"]),
    (
        "Ten Ugandan troops were killed following clashes with ADF militants.",
        ["ArmedClash Allied Democratic Forces, Ugandan Armed Forces"],
        [],
    ),
    # Bombers.
    ("A suicide bomber killed nine people in an attack on a checkpoint in Iraq.", ["Bombing"], ["Attack"]),
    ("A car-bomb attack in Kabul killed nine people.", ["Bombing"], ["Attack"]),
    ("A gunman killed nine people in an attack on a checkpoint in Iraq.", ["Attack"], ["Bombing"]),
    ("Suicide bombers kill at least 14 people in Maroua.", ["Bombing"], []),
    (
        "A suicide bomber killed Qasem Soleimani in Baghdad.",
        ["Killing suicide bombers -> Qasem Soleimani"],
        [],
    ),
    ("A suicide bomber was killed in Mosul.", [], ["Bombing"]),
    # Gunmen kill in their own attacks; soldiers may in those of others.
    ("Gunmen kill four in an attack on a mosque in Kano.", ["Attack gunmen in Nigeria"], []),
    ("Taliban militants kill ten in an attack on a fuel convoy in Ghazni.", ["Attack Taliban"], []),
    ("Soldiers killed five rebels in an attack on a base in Gao.", ["Attack soldiers @"], []),
    # Whose positions are hit.
    (
        "The Sudanese army attacked joint positions of the TPLF and the OLA.",
        ["-> Tigray People's Liberation Front, Oromo Liberation Army"],
        [],
    ),
    ("The Sudanese army attacked the positions of civilians.", [], ["-> civilians"]),
    # Where.
    ("A suicide bombing killed 12 people and injured 30 in Gao.", ["Bombing", "@ Gao"], []),
    ("The blast in Gao killed 12 people and wounded two in Bamako.", ["@ Gao"], ["Bombing @ Bamako"]),
    (
        "Two sailors were abducted off the coast of Puntland.",
        ["Abduction -> sailors in Somalia @ Puntland"],
        [],
    ),
    ("The Taliban seize control of Ghazni in eastern Afghanistan.", ["Capture Taliban @ Ghazni"], []),
]

# Text, then (kind, number, victims) of its figures.
FIGURES = [
    (
        "Al-Shabaab militants kill five and injure 12 in an ambush in Kenya.",
        [("killed", 5, []), ("injured", 12, [])],
    ),
    ("Attackers kill two and injure six in a raid on a church.", [("killed", 2, []), ("injured", 6, [])]),
    (
        "At least 20 people were killed, including three soldiers and a child in two separate bombings in Iraq.",
        [("killed", 20, []), ("killed", 3, ["soldiers"]), ("killed", 1, ["children in Iraq"])],
    ),
    (
        "In Kandahar, four soldiers are killed and three others wounded.",
        [("killed", 4, ["soldiers"]), ("injured", 3, ["soldiers"])],
    ),
    (
        'The UN reports 289 people were killed ("301 with later reports") and 559 injured in Kunduz.',
        [("killed", 289, []), ("injured", 559, [])],
    ),
    ("At least 26 of those abducted reportedly have been killed for refusing.", [("killed", 26, [])]),
    ("Ten of those wounded later died in Gao.", [("killed", 10, [])]),
    (
        "Fighting in Ituri killed one civilian and six ADF militants.",
        [
            ("killed", 1, ["civilians in the Democratic Republic of the Congo"]),
            ("killed", 6, ["Allied Democratic Forces"]),
        ],
    ),
    (
        "A child was killed and 12 others were injured in Idlib.",
        [("killed", 1, ["children in Syria"]), ("injured", 12, [])],
    ),
]


@pytest.mark.parametrize(("text", "wanted", "unwanted"), TOLD)
def test_told(text: str, wanted: list[str], unwanted: list[str], found: Found) -> None:
    claims = found(text)
    for piece in wanted:
        assert any(piece in claim for claim in claims), claims
    for piece in unwanted:
        assert not any(piece in claim for claim in claims), claims


@pytest.mark.parametrize(("text", "figures"), FIGURES)
def test_figures(text: str, figures: list[tuple[str, int, list[str]]], read: Read) -> None:
    rows = [c for c in read(text) if isinstance(c, Casualties)]
    told = []
    for row in rows:
        kind = "killed" if row.killed is not None else "injured"
        told.append((kind, getattr(row, kind), [v.entity.label for v in row.victims]))
    assert told == figures


def test_one_bombing_is_told_once(found: Found) -> None:
    claims = found("A suicide bomber killed 26 people and wounded almost 200 at an office in Baghdad.")
    assert [c for c in claims if c.startswith("Bombing")] == ["Bombing suicide bombers @ Baghdad"], claims


def test_each_deed_has_its_own_day(read: Read) -> None:
    text = "Gunmen, who demanded a ransom for six workers abducted in June 2020, have killed a worker."
    rows = {("captured" if c.captured else "killed"): c.when for c in read(text) if isinstance(c, Casualties)}
    assert rows == {"captured": "2020-06", "killed": None}


@pytest.mark.parametrize(
    ("text", "when", "since", "until"),
    [
        ("In September and October 2018, airstrikes killed 100 people in Yemen.", None, "2018-09", "2018-10"),
        ("In December and January, airstrikes killed 100 people in Yemen.", None, "2019-12", "2020-01"),
        ("In March and October 2018, airstrikes killed 100 people in Yemen.", "2018-03", None, None),
        ("In May 2018, airstrikes killed 100 people in Yemen.", "2018-05", None, None),
    ],
)
def test_two_months(text: str, when: str | None, since: str | None, until: str | None, read: Read) -> None:
    assert {(c.when, c.since, c.until) for c in read(text)} == {(when, since, until)}
