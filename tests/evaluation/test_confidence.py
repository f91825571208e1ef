"""Confidence: the share of right claims of a rule, fitted on one half of the documents and checked on the other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import RuleError
from kg.evaluation.confidence import (
    BINS,
    WEIGHT,
    Bin,
    calibration_error,
    confidence_yaml,
    fit,
    for_fitting,
    halves,
    reliability,
)
from kg.evaluation.gold import Gold
from kg.evaluation.judge import Finding, Judged
from kg.records import Argument, Cue, Document, Entity, Event, Relation
from kg.resources import resource
from kg.rules.casualties import load_casualty_rules
from kg.rules.claims import load_rules
from kg.rules.confidence import DEFAULT, Confidence, load_confidence

NOBODY = Argument(Entity("X", "X", "State"), "X", 0, 1)
COMMON = {"id": "1", "document": "d", "sentence": "s", "start": 0, "end": 1, "cue": Cue("x", 0, 1)}


def judged(name: str, verdicts: Sequence[tuple[str, bool]], confidence: float = 0.5) -> Judged:
    """A document with a finding for each (rule, right); rules with a capital are of events."""
    findings = []
    for rule, right in verdicts:
        common = COMMON | {"rule": rule, "confidence": confidence}
        claim = (
            Event(**common, status="actual", type="Attack")
            if rule[0].isupper()
            else Relation(**common, status="current", predicate="backs", subject=NOBODY, object=NOBODY)
        )
        findings.append(Finding((claim,), right, right))
    return Judged(Gold(Document(name, ""), {}, ()), findings)


RULES = [("backs", "relations"), ("leads", "relations"), ("Attack", "events"), ("Siege", "events")]


def test_the_share_of_a_rule_is_drawn_towards_the_share_of_its_kind() -> None:
    document = judged("a", [*[("backs", True)] * 3, *[("leads", False)], *[("Attack", True)] * 8])
    default, fitted = fit([document], RULES)
    rows = {one.rule: one for one in fitted}
    assert default == pytest.approx((11 + WEIGHT * 0.5) / (12 + WEIGHT), abs=0.001)
    relations = (3 + WEIGHT * default) / (4 + WEIGHT)
    assert rows["backs"].confidence == pytest.approx((3 + WEIGHT * relations) / (3 + WEIGHT), abs=0.002)
    assert rows["leads"].confidence == pytest.approx(WEIGHT * relations / (1 + WEIGHT), abs=0.002)
    assert (rows["backs"].right, rows["backs"].all) == (3, 3)
    assert rows["leads"].confidence < relations < rows["backs"].confidence < 1
    # No claim of this rule: what its kind leads to expect.
    assert (rows["Siege"].all, rows["Siege"].confidence) == (
        0,
        pytest.approx((8 + WEIGHT * default) / (8 + WEIGHT), abs=0.001),
    )


@given(st.lists(st.tuples(st.sampled_from(["backs", "leads", "Attack"]), st.booleans()), max_size=30))
def test_confidence_is_a_share_that_nothing_makes_certain(verdicts: list[tuple[str, bool]]) -> None:
    default, fitted = fit([judged("a", verdicts)], RULES)
    assert 0 < default < 1
    assert all(0 < one.confidence < 1 for one in fitted)
    assert [one.rule for one in fitted] == [rule for rule, _ in RULES]


def test_each_document_is_in_one_half() -> None:
    names = [f"{number}.txt" for number in range(200)]
    fitting, checking = halves(judged(name, []) for name in names)
    assert {d.gold.document.id for d in fitting} == {name for name in names if for_fitting(name)}
    assert len(fitting) + len(checking) == len(names)
    assert 60 < len(fitting) < 140
    # By the name alone, forever: sha256("a") ends in an odd digit, sha256("b") in an odd one, sha256("c") in an even.
    assert [for_fitting(name) for name in ("a", "b", "c")] == [False, False, True]


def test_how_well_confidence_holds() -> None:
    sure = judged("a", [("backs", True)] * 9 + [("backs", False)], confidence=0.9)
    unsure = judged("b", [("leads", True), ("leads", False)], confidence=0.75)
    assert reliability([sure, unsure]) == [Bin(0.7, 0.8, 2, 0.75, 0.5), Bin(0.9, 0.95, 10, 0.9, 0.9)]
    assert calibration_error(reliability([sure, unsure])) == pytest.approx(2 / 12 * 0.25)
    assert calibration_error([]) == 0
    assert reliability([]) == []
    assert BINS[-1] > 1 >= BINS[-2]


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    default, fitted = fit([judged("a", [("backs", True), ("Attack", False)])], RULES)
    (tmp_path / "confidence.yaml").write_text(confidence_yaml(default, fitted), encoding="utf-8")
    known = load_confidence([tmp_path])
    assert {one.rule: one.confidence for one in fitted} == dict(known.rules)
    assert known.of("backs") == known.rules["backs"]
    assert known.of("a rule of one's own") == default == known.default


def test_a_folder_without_the_file_changes_nothing(tmp_path: Path) -> None:
    assert load_confidence([tmp_path]) == Confidence({}, DEFAULT)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("default: 1.5\n", ":1:10: default: 1.5 lies outside 0 to 1"),
        ("rules: {backs: {right: 1, all: 2}}\n", "required key 'confidence' is missing"),
        ("rules: {backs: {confidence: high}}\n", "should be a number"),
        ("defaults: 0.5\n", "unknown key 'defaults'"),
    ],
)
def test_faults_are_named_with_their_line(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "confidence.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as error:
        load_confidence([tmp_path])
    assert any(message in str(fault) for fault in error.value.faults)


def test_nearly_every_rule_has_its_confidence() -> None:
    folder = [resource("rules")]
    known = load_confidence(folder)
    rules = {rule.id for rule in (*load_rules(folder).rules, *load_casualty_rules(folder).rules)}
    assert set(known.rules) <= rules
    assert len(known.rules) > 0.9 * len(rules)  # rules younger than the last fit have the default
