"""Every rule is run on its own examples: sentences it must catch, and near misses it must not.

An example with `xfail: reason` is a gap of the engine that stays visible; it fails here once the rule catches it.
"""

from __future__ import annotations

from functools import cache

import pytest

from kg.evaluation.examples import AnyRule, trial
from kg.pipeline import Engine
from kg.resources import resource
from kg.rules.casualties import load_casualty_rules
from kg.rules.claims import load_rules

RULES: tuple[AnyRule, ...] = (
    *load_rules([resource("rules")]).rules,
    *load_casualty_rules([resource("rules")]).rules,
)
CASES = [
    pytest.param(
        rule,
        number,
        id=f"{rule.id}-{number}",
        marks=[pytest.mark.xfail(strict=True, reason=example.xfail)] if example.xfail else [],
    )
    for rule in RULES
    for number, example in enumerate(rule.examples, 1)
]


@cache
def engine() -> Engine:
    return Engine.load()


@pytest.mark.parametrize(("rule", "number"), CASES)
def test_a_rule_does_what_its_example_says(rule: AnyRule, number: int) -> None:
    done = trial(engine(), rule, number, rule.examples[number - 1])
    assert done.passed, f"missing {done.missing}, unwanted {done.unwanted}, of {done.found}"


def test_every_rule_has_examples() -> None:
    assert len(RULES) >= 83
    for rule in RULES:
        assert sum(bool(example.finds) for example in rule.examples) >= 2, rule.id
        assert not all(example.finds for example in rule.examples), rule.id


def test_few_examples_are_known_gaps() -> None:
    gaps = [case for case in CASES if case.marks]
    assert len(gaps) <= len(CASES) / 20
