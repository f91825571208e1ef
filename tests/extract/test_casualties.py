"""Casualty figures: how many, what befell them, who they were, who did it, where, when, and what is no figure."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import RuleError
from kg.pipeline import Engine
from kg.records import Casualties, Claim, Document, Event
from kg.rules.casualties import CASUALTY_KINDS, load_casualty_rules


@cache
def engine() -> Engine:
    return Engine.load()


def claims(text: str) -> tuple[Claim, ...]:
    return engine().read(Document("d", text, published="2020-03-05")).claims


def figures(text: str) -> list[Casualties]:
    return [claim for claim in claims(text) if isinstance(claim, Casualties)]


def line(claim: Casualties) -> str:
    """A figure as its kind, bound and number: "killed at_least 12"."""
    kind = next(k for k in CASUALTY_KINDS if getattr(claim, k) is not None)
    return f"{kind} {claim.compare} {getattr(claim, kind)}"


# (text, figures in the order of the text)
FIGURES = [
    ("Gunmen killed six people, including a police officer, two witnesses said.", ["killed exact 6", "killed exact 1"]),
    ("A strike killed ten people, among them a child, three medics told AFP.", ["killed exact 10", "killed exact 1"]),
    ("A suicide bomber killed himself and six others in Baghdad.", ["killed exact 6"]),
    ("The army says 250 terrorists were eliminated.", ["killed exact 250"]),
    ("At least 12 civilians, including five children, were killed and dozens wounded.",
     ["killed at_least 12", "injured more_than 12", "killed exact 5"]),
    ("The strike killed at least 13 women and children.", ["killed at_least 13"]),
    ("Two weeks of fighting have left more than 270 civilians dead.", ["killed more_than 270"]),
    ("It is a war that has already taken more than 300,000 lives.", ["killed more_than 300000"]),
    ("The operation killed 139 insurgents and took 256 more prisoners.", ["killed exact 139", "captured exact 256"]),
    ("Hamas took 251 people hostage.", ["captured exact 251"]),
    ("Between 20 and 30 people were killed.", ["killed at_least 20"]),
    ("As many as 100 rebels were killed.", ["killed at_most 100"]),
    ("They were responsible for the deaths of hundreds of soldiers and the wounding of thousands more.",
     ["killed more_than 100", "injured more_than 1000"]),
    ("The attack left 12 dead and 30 wounded.", ["killed exact 12", "injured exact 30"]),
    ("Twelve people are dead, officials said.", ["killed exact 12"]),
    ("Tens of thousands are homeless.", ["displaced more_than 10000"]),
    ("Nearly 900,000 people have been displaced by the fighting.", ["displaced nearly 900000"]),
    ("The offensive has forced 300,000 people to flee their homes.", ["displaced exact 300000"]),
    ("Turkey has an estimated two million Syrian refugees.", ["displaced about 2000000"]),
    ("Turkey has two million refugees, down from a peak of over three million.",
     ["displaced exact 2000000", "displaced more_than 3000000"]),
    ("A child was killed in Idlib.", ["killed exact 1"]),
    ("A roadside bomb killed a Turkish soldier and wounded two others.", ["killed exact 1", "injured exact 2"]),
    ("The explosion claimed 17 lives.", ["killed exact 17"]),
    ("Twelve people lost their lives.", ["killed exact 12"]),
    ("The death toll rose from 40 to 45.", ["killed exact 45"]),
    ("The death toll had passed 30,000.", ["killed more_than 30000"]),
    ("Officials put the number of dead at 30.", ["killed exact 30"]),
    ("Police shot dead four protesters.", ["killed exact 4"]),
    ("Four people, two of them children, were killed.", ["killed exact 4", "killed exact 2"]),
    ("The strike killed four people, two of whom were children.", ["killed exact 4", "killed exact 2"]),
    ("Of the 45 people killed, 20 were civilians.", ["killed exact 45", "killed exact 20"]),
    ("A family of five was killed.", ["killed exact 5"]),
    ("More than 2,000 people - many of them civilians - have been killed.", ["killed more_than 2000"]),
    ("Five militants were killed and three of 12 soldiers were wounded.", ["killed exact 5", "injured exact 3"]),
]  # fmt: skip

LEFT_INJURED = "At least 52 people were killed and more than 250 were left injured in Karbala."


def test_those_left_injured_are_no_further_dead() -> None:
    assert [line(f) for f in figures(LEFT_INJURED)] == ["killed at_least 52", "injured more_than 250"]


@pytest.mark.parametrize(
    ("text", "figure", "scope"),
    [
        ("Some 60,000 Israelis were forced to evacuate from the north.", "displaced about 60000", "incident"),
        ("Some 800,000 Albanians were expelled from their homes.", "displaced about 800000", "incident"),
        ("Some 6.7 million people were displaced as of 2022.", "displaced about 6700000", "cumulative"),
    ],
)
def test_who_had_to_leave(text: str, figure: str, scope: str) -> None:
    assert [(line(f), f.scope) for f in figures(text)] == [(figure, scope)]


def test_who_repels_an_attack_kills_not_with_the_attackers() -> None:
    (dead,) = figures(
        "The Syrian army repulsed an attack by Islamic State on Deir ez-Zor, killing 20 militants."
    )
    assert [a.entity.label for a in dead.agents] == ["Syrian Armed Forces"]


NO_FIGURES = [
    "Two witnesses told Reuters of an attack.",
    "The fire killed 400 hectares of forest.",
    "The bombing damaged 12 shops and killed hopes of a truce.",
    "Not a single soldier was killed.",
    "Not one civilian was wounded in Homs.",
    "Nobody was killed.",
    "There were no casualties.",
    "The army lost 12 villages.",
    "The bombing destroyed 40 buildings.",
    "Some 250,000 residents are trapped in Aleppo.",
    "Qasem Soleimani was killed in Baghdad.",
    "Many civilians were killed.",
    "The rebels captured 20 tanks.",
    "The Taliban have freed 40 hostages.",
    "In 348 Pachomius died.",
    "Forty people were killed or wounded.",  # neither number is told
    "He was sentenced to death in 12 countries.",
    "The new law killed 300 jobs.",
    "Two men fled the scene.",
    "Germany gave money to 12 camps for displaced people.",
    "The clashes killed hopes of 12 more days of calm.",
    "Troops were sent to 30 wounded villages.",
]


@pytest.mark.parametrize(("text", "wanted"), FIGURES)
def test_figures(text: str, wanted: list[str]) -> None:
    assert [line(f) for f in figures(text)] == wanted


@pytest.mark.parametrize("text", NO_FIGURES)
def test_no_figures(text: str) -> None:
    assert [line(f) for f in figures(text)] == []


# (text, labels of victims, agents, place)
AROUND = [
    ("Gunmen killed three soldiers.", ["soldiers"], ["gunmen"], None),
    ("Gunmen killed four police officers.", ["police officers"], ["gunmen"], None),
    ("A bomb killed at least one civilian in Mosul.", ["civilians in Iraq"], [], "Mosul"),
    ("Gunmen killed four officers in Mosul.", ["officers"], ["gunmen in Iraq"], "Mosul"),
    ("A roadside bomb killed three peshmerga in Kirkuk.", ["peshmerga"], [], "Kirkuk"),
    ("Israeli jets killed six members of Hezbollah.", ["Hezbollah"], ["Israeli Armed Forces"], None),
    ("Gunmen killed two members of the Malian security forces.", ["Malian Armed Forces"], ["gunmen in Mali"], None),
    ("Gunmen killed four members of a choir.", [], ["gunmen"], None),
    ("Gunmen killed 20 wedding guests in Borno, Nigeria.",
     ["wedding guests in Nigeria"], ["gunmen in Nigeria"], "Borno"),
    ("A shell killed nine patients in El Fasher.", ["patients in Sudan"], [], "El Fasher"),
    ("Three Chinese engineers were killed in Karachi.", ["Chinese engineers"], [], "Karachi"),
    ("Israel killed three senior Islamic Jihad commanders.", ["Palestinian Islamic Jihad"], ["Israel"], None),

    ("On 12 March 2018, regime forces shelled Kafr Zita, killing 3 Syrian civilians.",
     ["Syrian civilians"], ["Syrian Armed Forces"], "Kafr Zita"),
    ("The shelling of Douma by government forces left 16 people dead.", [], ["Syrian Armed Forces"], "Douma"),
    ("Two Palestinians were shot dead by Israeli troops in Jenin.",
     ["Palestinians"], ["Israeli Armed Forces"], "Jenin"),
    ("Israeli air strikes on Gaza killed 24 Palestinians.", ["Palestinians"], ["Israel"], "Gaza Strip"),
    ("Saudi Arabia said 12 people were killed in Russian airstrikes on Idlib.", [], ["Russia"], "Idlib"),
    ("Turkey hosts two million Syrian refugees.", ["Syrian refugees"], [], "Turkey"),
    ("Some 40,000 people fled Aleppo.", [], [], "Aleppo"),
    ("In Aleppo, rescuers said about 70 people were killed.", [], [], "Aleppo"),
    ("Clashes between Hezbollah and Israeli troops killed 12 people.", [], [], None),
    ("A Syrian child was killed in Idlib.", ["Syrian children"], [], "Idlib"),
    ("A child was killed in Idlib.", ["children in Syria"], [], "Idlib"),
    ("The committee reports 16 journalist deaths in Yemen.", ["journalists in Yemen"], [], "Yemen"),
    ("Ten people were killed in an attack by Hezbollah in northern Israel.", [], ["Hezbollah"], "northern Israel"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "victims", "agents", "place"), AROUND)
def test_who_and_where(text: str, victims: list[str], agents: list[str], place: str | None) -> None:
    (figure,) = figures(text)
    assert [a.entity.label for a in figure.victims] == victims
    assert [a.entity.label for a in figure.agents] == agents
    assert (figure.place and figure.place.entity.label) == place


def test_figures_of_one_clause_share_their_cause() -> None:
    first, second = figures(
        "Three civilians were killed and one person wounded when rebel rockets hit Aleppo, Syria."
    )
    assert first.place == second.place
    assert first.place is not None
    assert first.agents == second.agents


def test_parts_point_to_their_total() -> None:
    text = (
        "The observatory has reported a death toll of 311 in recent days, including 183 fighters, "
        "100 Syrian soldiers, and 28 civilians."
    )
    total, *parts = figures(text)
    assert (total.killed, total.part_of) == (311, None)
    assert [(p.killed, p.part_of) for p in parts] == [(183, total.id), (100, total.id), (28, total.id)]


def test_a_list_is_parts_when_it_adds_up() -> None:
    total, *parts = figures("Twenty people (12 soldiers and eight civilians) were killed.")
    assert [p.part_of for p in parts] == [total.id, total.id]
    assert not [
        f for f in figures("Twenty people (12 soldiers and seven civilians) were killed.") if f.part_of
    ]


def test_parts_of_a_total_told_before() -> None:
    total, part = figures("A bombing killed 30 people in Baghdad. The dead included three Iraqi officers.")
    assert part.killed == 3
    assert part.part_of == total.id


# (text, scope)
SCOPES = [
    ("A bombing killed 12 people in Baghdad.", "incident"),
    ("In the past week 12 people were killed in Idlib.", "period"),
    ("In 2014, 6,000 civilians were killed in Iraq.", "period"),
    ("More than 270,000 people have been killed since the conflict erupted in March 2011.", "cumulative"),
    ("The war has killed 300,000 people.", "cumulative"),
    ("The overall death toll has reached 500,000.", "cumulative"),
    ("Boko Haram killed 20,000 people between 2009 and 2015.", "period"),
    ("An attack between 3 and 4 March killed five people.", "incident"),
]


@pytest.mark.parametrize(("text", "scope"), SCOPES)
def test_scope(text: str, scope: str) -> None:
    assert [f.scope for f in figures(text)] == [scope]


def test_since() -> None:
    (figure,) = figures(
        "More than 270,000 people have been killed since Syria's conflict erupted in March 2011."
    )
    assert (figure.since, figure.when) == ("2011-03", None)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The army denied killing 12 civilians.", "denied"),
        ("The group threatened to kill 20 hostages.", "planned"),
        ("Up to 60 people may have died.", "possible"),
        ("If 12 people die, the war will go on.", "possible"),
        ("Twelve people died.", "actual"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert [f.status for f in figures(text)] == [status]


def test_a_counted_killing_is_no_event() -> None:
    assert not [c for c in claims("Three civilians were killed in Idlib.") if isinstance(c, Event)]
    named = claims("United States forces killed Qasem Soleimani in Baghdad.")
    assert [c.type for c in named if isinstance(c, Event)] == ["Killing"]


def test_evidence_stands_in_the_text() -> None:
    text = " ".join(sentence for sentence, _ in FIGURES)
    for figure in figures(text):
        assert figure.sentence == text[figure.start : figure.end]
        assert figure.cue.text == text[figure.cue.start : figure.cue.end]
        for argument in (*figure.victims, *figure.agents):
            assert argument.mention == text[argument.start : argument.end]


def test_ids_differ() -> None:
    found = figures(" ".join(sentence for sentence, _ in FIGURES))
    assert len({f.id for f in found}) == len(found)


PIECES = [
    "12", "dozens", "of", "people", "civilians", ",", "including", "five", "children", "were", "killed", "and",
    "wounded", "dead", "death toll", "rose to", "them", "the", "a soldier", "in", "Aleppo", "(", ")", "by", "rebels",
    "up from", "number of", "refugees", "Of", ".",
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_no_order_of_words_breaks_it(words: list[str]) -> None:
    text = " ".join(words)
    for figure in figures(text):
        assert sum(getattr(figure, kind) is not None for kind in CASUALTY_KINDS) == 1
        assert figure.sentence == text[figure.start : figure.end]


# The rule file


def test_faults_of_the_rule_file_are_all_told(tmp_path: Path) -> None:
    (tmp_path / "casualties.yaml").write_text(
        "rules:\n- {id: x, kind: hurt, examples: []}\n- {id: x, kind: killed, verbs: [kill], examples: []}\n"
        "words: {warz: [war]}\n",
        encoding="utf-8",
    )
    with pytest.raises(RuleError) as raised:
        load_casualty_rules([tmp_path])
    messages = [fault.message for fault in raised.value.faults]
    for expected in ("'hurt' is not allowed", "duplicate id 'x'", "needs words", "did you mean 'wars'?"):
        assert any(expected in message for message in messages), (expected, messages)


def test_a_users_rule_replaces_one_of_the_same_id(tmp_path: Path) -> None:
    (tmp_path / "casualties.yaml").write_text(
        "rules:\n- id: killed-fate\n  kind: killed\n  fates: [expire]\n  examples:\n"
        "  - {text: Two men expired., finds: [killed exact 2 men]}\n"
        "  - {text: Ten men expired., finds: [killed exact 10 men]}\n  - {text: The law expired., not: true}\n",
        encoding="utf-8",
    )
    from kg.resources import resource

    rules = load_casualty_rules([resource("rules"), tmp_path])
    assert "expire" in rules.fates
    assert "die" not in rules.fates
    assert "kill" in rules.verbs
