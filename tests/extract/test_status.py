"""How far claims hold: adverbs, modals, negation, and the verbs and nouns that govern what is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.records import Casualties, Claim, Event, Relation

Found = Callable[[str], list[str]]

EVENTS = [
    ("Russia attacked Idlib.", ""),
    ("Russia attacked Idlib without warning.", ""),
    ("Russia did not attack Idlib.", " negated"),
    ("Russia has yet to attack Idlib.", " negated"),
    ("Russia will attack Idlib.", " planned"),
    ("Russia was to attack Idlib.", " planned"),
    ("Russia may have attacked Idlib.", " possible"),
    ("Russia planned an attack on Idlib.", " planned"),
    ("Russia reportedly attacked Idlib.", " possible"),
]


@pytest.mark.parametrize(("text", "status"), EVENTS)
def test_events(text: str, status: str, found: Found) -> None:
    assert found(text) == [f"Attack Russia @ Idlib{status}"]


GOVERNED = [
    ("There was no attack on Idlib.", "Attack @ Idlib negated"),
    ("The alleged attack on Idlib made headlines.", "Attack @ Idlib possible"),
    ("Russia denied attacking Idlib.", "Attack Russia @ Idlib denied"),
    ("Russia called for a truce in Idlib.", "Ceasefire @ Idlib planned"),
    ("Russia refused to attack Idlib.", "Attack Russia @ Idlib negated"),
    ("Russia was unable to retake Idlib.", "Capture Russia @ Idlib negated"),
    ("Russia nearly captured Idlib.", "Capture Russia @ Idlib negated"),
    ("Rebels stopped short of attacking Idlib.", "Attack @ Idlib negated"),
    ("The truce averted an attack on Idlib.", "Attack @ Idlib negated"),
    ("An attack on Idlib was called off.", "Attack @ Idlib negated"),
    ("There were reports of an attack on Idlib.", "Attack @ Idlib possible"),
    ("The first reports were of an attack on Idlib.", "Attack @ Idlib possible"),
    ("Jordan warned of an attack on Idlib.", "Attack @ Idlib possible"),
    (
        "Jordan announced the withdrawal of its troops from Idlib.",
        "Withdrawal Jordanian Armed Forces @ Idlib planned",
    ),
    ("Once Idlib is liberated, Jordan will leave.", "Capture @ Idlib planned"),
    ("Russia ruled out sending troops to Idlib.", "Deployment Russia @ Idlib negated"),
    ("Russia did not rule out sending troops to Idlib.", "Deployment Russia @ Idlib possible"),
    ("Russia has no plans to attack Idlib.", "Attack Russia @ Idlib negated"),
    ("The army's attempt to capture Saraqib was repelled.", "Capture Syrian Armed Forces @ Saraqib negated"),
    ("An attack on Idlib would bring war.", "Attack @ Idlib possible"),
    ("Jordan would retaliate for any Russian attack on Idlib.", "Attack Russia @ Idlib possible"),
    ("After the liberation of Idlib, Jordan will leave.", "Capture @ Idlib planned"),
    ("Russia denied a UN report that it attacked Idlib.", "Attack Russia @ Idlib denied"),
    ("Russia denied reports that it attacked Idlib.", "Attack Russia @ Idlib denied"),
    ("Russia is planning an attack on Idlib.", "Attack Russia @ Idlib planned"),
    ("Russia is planning airstrikes on Idlib.", "Airstrike Russia @ Idlib planned"),
    ("Russia is planning a new wave of airstrikes on Idlib.", "Airstrike Russia @ Idlib planned"),
    ("Russia began a new wave of airstrikes on Idlib.", "Airstrike Russia @ Idlib"),
    ("Russia is planning a new phase of its operation in Idlib.", "Offensive Russia @ Idlib"),
    ("Ministers discussed the possible launch of an attack on Idlib.", "Attack @ Idlib planned"),
    ("Jordan announced the launch of an attack on Idlib.", "Attack Jordan @ Idlib"),
    ("Jordan was trying to prevent Russia from attacking Idlib.", "Attack Russia @ Idlib possible"),
    ("Jordan prevented Russia from attacking Idlib.", "Attack Russia @ Idlib negated"),
    ("Jordan failed to prevent Russia from attacking Idlib.", "Attack Russia @ Idlib"),
]

GOVERNED += [
    ("No rebels attacked Idlib.", "Attack Syrian rebels @ Idlib negated"),
    ("Jordan said no Syrian soldiers had been captured.", "Arrest -> Syrian Armed Forces negated"),
    ("Neither Iran nor Turkey attacked Idlib.", "Attack Iran, Turkey @ Idlib negated"),
    ("None of the rebels attacked Idlib.", "Attack @ Idlib negated"),
    ("Jordan declined to allow the rebels to attack Idlib.", "Attack Syrian rebels @ Idlib negated"),
    ("Jordan does not plan to attack Idlib.", "Attack Jordan @ Idlib negated"),
    (
        "Turkey prevented Russia, which is backed by Iran, from seizing Idlib.",
        "Capture Russia @ Idlib negated",
    ),
    ("Mediators failed to bring a ceasefire.", "Ceasefire negated"),
    ("Jordan is pushing to capture Idlib.", "Capture Jordan @ Idlib planned"),
    ("France is encouraging Jordan to attack Idlib.", "Attack Jordan @ Idlib planned"),
    ("Jordan has no choice but to attack Idlib.", "Attack Jordan @ Idlib planned"),
    ("Jordan has the capability to attack Idlib.", "Attack Jordan @ Idlib possible"),
    ("There were reports of Jordanian forces shelling Idlib.", "Shelling Jordanian Armed Forces possible"),
    ("Jordan gave rebels three days to withdraw from Idlib.", "Withdrawal Syrian rebels @ Idlib planned"),
    (
        "Jordan issued a warning, giving rebels until Monday to withdraw from Idlib.",
        "Withdrawal Syrian rebels @ Idlib planned",
    ),
    ("There is no evidence that Jordan attacked Idlib.", "Attack Jordan @ Idlib possible"),
    ("Nobody said that Jordan attacked Idlib.", "Attack Jordan @ Idlib possible"),
    ("Turkey tried to prevent Jordan from seizing Idlib.", "Capture Jordan @ Idlib possible"),
    ("Jordan wants to use drones to attack Idlib.", "Airstrike Jordan @ Idlib planned"),
    ("The deal will force rebels to withdraw from Idlib.", "Withdrawal Syrian rebels @ Idlib planned"),
]


@pytest.mark.parametrize(("text", "claim"), GOVERNED)
def test_governed(text: str, claim: str, found: Found) -> None:
    assert claim in found(text)
    assert claim.rsplit(" ", 1)[0] not in found(text)  # never as if it had happened


HAPPENED = [
    ("Jordan will retaliate for the attack on Idlib.", "Attack @ Idlib"),
    ("The attack on Idlib will hurt Jordan.", "Attack @ Idlib"),
    ("Jordan should stop bombing Idlib.", "Airstrike Jordan @ Idlib"),
    ("Once Jordan had captured Idlib, it left.", "Capture Jordan @ Idlib"),
    ("Jordan warned Russia after the attack on Idlib.", "Attack @ Idlib"),
]

HAPPENED += [
    ("No fewer than 20 rebels attacked Idlib.", "Attack Syrian rebels @ Idlib"),
    ("Rebels met no resistance and captured Idlib.", "Capture Syrian rebels @ Idlib"),
    ("No one was killed when rebels attacked Idlib.", "Attack Syrian rebels @ Idlib"),
    ("No group has claimed responsibility for the attack on Idlib.", "Attack @ Idlib"),
    ("The airstrike on Idlib killed no civilians.", "Airstrike @ Idlib"),
    ("Jordan used the truce to seize Idlib.", "Capture Jordan @ Idlib"),
    ("Jordan took advantage of the truce to seize Idlib.", "Capture Jordan @ Idlib"),
    ("Airstrikes enabled the rebels to capture Idlib.", "Capture Syrian rebels @ Idlib"),
    (
        "Jordan allowed its forces to launch an offensive on Idlib.",
        "Offensive Jordanian Armed Forces @ Idlib",
    ),
    ("Jordan's withdrawal from Idlib could take the sting out of it.", "Withdrawal Jordan @ Idlib"),
]


# Told in general: nothing happened.
GENERIC = [
    "Attacks targeting peacekeepers may constitute war crimes.",
    "Attacks on hospitals are war crimes.",
    "Jordan will punish anyone who attacks Idlib.",
    "Those who bomb Idlib will be punished.",
]


@pytest.mark.parametrize("text", GENERIC)
def test_generic(text: str, found: Found) -> None:
    assert found(text) == []


HAPPENED += [
    ("The attacks on Idlib were war crimes.", "Attack @ Idlib"),
    ("Turkey failed to prevent Jordan from seizing Idlib.", "Capture Jordan @ Idlib"),
    ("Nothing stopped Jordan from seizing Idlib.", "Capture Jordan @ Idlib"),
    ("Those who attacked Idlib were arrested.", "Attack @ Idlib"),
    ("Attacks by Jordan on Idlib violated the truce.", "Attack Jordan @ Idlib"),
]


@pytest.mark.parametrize(("text", "claim"), HAPPENED)
def test_what_happened_under_any_verb(text: str, claim: str, found: Found) -> None:
    assert claim in found(text)


TIES = [
    ("Egypt is an ally of Russia.", ""),
    ("Egypt has been an ally of Russia for years.", ""),
    ("Egypt was an ally of Russia.", " former"),
    ("Egypt, a former ally of Russia, spoke.", " former"),
    ("Egypt is no ally of Russia.", " negated"),
    ("Jordan said Egypt was an ally of Russia.", ""),
    ("Jordan said Egypt had been an ally of Russia.", " former"),
]


@pytest.mark.parametrize(("text", "status"), TIES)
def test_ties(text: str, status: str, found: Found) -> None:
    assert found(text) == [f"Egypt alliedWith Russia{status}"]


BACKING = [
    ("Egypt used to back Haftar.", " former"),
    ("Egypt no longer backs Haftar.", " former"),
    ("Egypt stopped backing Haftar on Monday.", " former"),
    ("Egypt ended its support for Haftar.", " former"),
    ("Egypt should stop backing Haftar.", ""),
    ("Jordan urged Egypt to end its support for Haftar.", ""),
    ("Egypt will continue to back Haftar.", ""),
    ("Egypt will back Haftar.", " planned"),
    ("Egypt rejected claims that it backs Haftar.", " denied"),
]


@pytest.mark.parametrize(("text", "status"), BACKING)
def test_what_ends_and_what_lasts(text: str, status: str, found: Found) -> None:
    assert f"Egypt backs Khalifa Haftar{status}" in found(text)


ENEMIES = [
    ("Egypt defeated Haftar.", " former"),
    ("Egypt ousted Haftar in 2019.", " former"),
    ("Egypt defeated Haftar in Benghazi.", ""),
    ("Egypt failed to defeat Haftar.", ""),
    ("Egypt vowed to defeat Haftar.", ""),
]


@pytest.mark.parametrize(("text", "status"), ENEMIES)
def test_enemies_beaten(text: str, status: str, found: Found) -> None:
    assert f"Egypt opposes Khalifa Haftar{status}" in found(text)


WEEKDAYS = [  # the article is of Thursday, 5 March
    ("Putin will meet Erdogan on Monday.", "2020-03-09"),
    ("Putin met Erdogan on Monday.", "2020-03-02"),
    ("Putin had planned to meet Erdogan on Monday.", "2020-03-02"),
]


@pytest.mark.parametrize(("text", "when"), WEEKDAYS)
def test_weekdays_to_come(text: str, when: str, read: Callable[[str], tuple[Claim, ...]]) -> None:
    assert [claim.when for claim in read(text)] == [when]


HELD = [
    ("The army captured the rebel-held town of Saraqib.", " former"),
    ("The army will capture the rebel-held town of Saraqib.", ""),
    ("The army attacked the rebel-held town of Saraqib.", ""),
]


@pytest.mark.parametrize(("text", "status"), HELD)
def test_who_held_what_was_taken(text: str, status: str, found: Found) -> None:
    assert f"Syrian rebels controls Saraqib{status}" in found(text)


SPANS = [
    ("In 2015, Egypt started to back Haftar.", (None, "2015", None)),
    ("Egypt ended its support for Haftar in 2019.", (None, None, "2019")),
    ("Egypt stopped backing Haftar in 2019.", (None, None, "2019")),
    ("Egypt backed Haftar in 2015.", ("2015", None, None)),
]


@pytest.mark.parametrize(("text", "span"), SPANS)
def test_dates_of_beginnings_and_ends(
    text: str, span: tuple[str | None, ...], read: Callable[[str], tuple[Claim, ...]]
) -> None:
    (claim,) = [c for c in read(text) if isinstance(c, Relation)]
    assert (claim.when, claim.since, claim.until) == span


def test_what_goes_on_is_there(found: Found) -> None:
    assert found("Egypt continues to back Haftar.") == ["Egypt backs Khalifa Haftar"]
    assert found("Haftar said Egypt would back him.") == ["Egypt backs Khalifa Haftar planned"]


TIES = [
    ("The SDF signed a deal to join the Syrian army.", "SDF memberOf Syrian Armed Forces planned"),
    ("Turkey announced a plan to arm the SDF.", "Turkey backs SDF planned"),
    ("Turkey signed an agreement with Russia to fight the SDF.", "Turkey opposes SDF"),
]


@pytest.mark.parametrize(("text", "claim"), TIES)
def test_what_is_agreed_lies_ahead(text: str, claim: str, found: Found) -> None:
    claims = [c.replace("Syrian Democratic Forces", "SDF") for c in found(text)]
    assert claim in claims
    assert not any(c != claim and c.startswith(claim) for c in claims)


CHARGES = [
    ("Iran accused the West, especially France, of backing Hamas.", ["France backs Hamas possible"]),
    (
        "Iran accused Arab states, notably Egypt and Jordan, of backing Hamas.",
        ["Egypt backs Hamas possible", "Jordan backs Hamas possible"],
    ),
    ("Iran accused Egypt, a backer of Haftar, of backing Hamas.", ["Egypt backs Hamas possible"]),
]


@pytest.mark.parametrize(("text", "ties"), CHARGES)
def test_whom_a_charge_singles_out(
    text: str, ties: list[str], read: Callable[[str], tuple[Claim, ...]], found: Found
) -> None:
    assert [c for c in found(text) if " backs Hamas" in c] == ties
    charged = [c for c in read(text) if isinstance(c, Relation) and c.object.entity.label == "Hamas"]
    assert {c.attribution.entity.label for c in charged if c.attribution} == {"Iran"}


def test_who_accuses_killed_nobody(read: Callable[[str], tuple[Claim, ...]]) -> None:
    (count,) = [c for c in read("Israel accused Hamas of killing 12 civilians.") if isinstance(c, Casualties)]
    assert [a.entity.label for a in count.agents] == ["Hamas"]


DATED = [
    (
        "Rebels attacked Idlib on Sunday for the first time since a truce in March.",
        ("2020-03-01", None, None),
    ),
    ("Rebels attacked Idlib despite a truce in March.", (None, None, None)),
    ("Rebels attacked Idlib after the withdrawal in March.", (None, None, None)),
    ("Rebels attacked Idlib in March.", ("2020-03", None, None)),
    ("Rebels first attacked Idlib but withdrew on 19 April.", (None, None, None)),
    ("Rebels attacked Idlib and withdrew on 19 April.", ("2019-04-19", None, None)),
    ("Rebels attacked Idlib on Sunday night and Monday morning.", (None, "2020-03-01", "2020-03-02")),
]


@pytest.mark.parametrize(("text", "span"), DATED)
def test_dates_belong_to_their_clauses(
    text: str, span: tuple[str | None, ...], read: Callable[[str], tuple[Claim, ...]]
) -> None:
    attack = next(c for c in read(text) if isinstance(c, Event) and c.type == "Attack")
    assert (attack.when, attack.since, attack.until) == span


SCOPES = [
    ("Rebels killed 16 soldiers in their deadliest attack since March.", [(16, "incident", None)]),
    ("Rebels have killed 16 soldiers since March.", [(16, "cumulative", None)]),
    (
        "Strikes on Sunday killed 25 people in an offensive that has so far killed 300 civilians.",
        [(25, "incident", "2020-03-01"), (300, "cumulative", None)],
    ),
    (
        "Some 2,000 people have died and 300,000 have fled.",
        [(2000, "cumulative", None), (300000, "cumulative", None)],
    ),
    ("A bomb has killed 12 people in Idlib.", [(12, "incident", None)]),
    ("Some 900 people were killed during the siege of Idlib.", [(900, "period", None)]),
]


@pytest.mark.parametrize(("text", "figures"), SCOPES)
def test_what_time_a_figure_covers(
    text: str, figures: list[tuple[int, str, str | None]], read: Callable[[str], tuple[Claim, ...]]
) -> None:
    found = [c for c in read(text) if isinstance(c, Casualties)]
    assert [(c.killed or c.displaced, c.scope, c.when) for c in found] == figures
