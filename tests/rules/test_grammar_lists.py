"""`rules/grammar.yaml` and the code that interprets it name the same lists."""

from __future__ import annotations

import re
from pathlib import Path

import kg
from kg.resources import resource
from kg.rules.words import load_words

WORDS = load_words([resource("rules")])
CODE = "\n".join(p.read_text(encoding="utf-8") for p in Path(kg.__file__).parent.rglob("*.py"))


def test_every_list_that_the_code_asks_for_is_there() -> None:
    asked = set(re.findall(r'grammar\["(\w+)"\]', CODE))
    assert asked
    assert asked - set(WORDS.grammar) == set()


def test_every_list_is_of_use() -> None:
    by_rules = set(
        re.findall(r"called: (\w+)", (resource("rules") / "events.yaml").read_text(encoding="utf-8"))
    )
    assert [name for name in set(WORDS.grammar) - by_rules if f'"{name}"' not in CODE] == []


def test_lists_are_of_lower_case_words() -> None:
    names = {"IED", "X"}
    odd = [
        word
        for words in WORDS.grammar.values()
        for word in words
        if word != word.lower() and word not in names
    ]
    assert odd == []
