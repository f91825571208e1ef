"""The number words of `rules/numbers.yaml`, and the value of a number written in words or digits."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from yaml import Node, ScalarNode

from kg.errors import Fault
from kg.records import Compare
from kg.resources import resource
from kg.rules.yamlfile import Checker, raise_faults

COMPARISONS = ("more_than", "at_least", "about", "nearly", "at_most")
MAPPINGS = ("words", "multipliers", "vague", "before", "after", "not_bound_after", "vague_only_before")
LISTS = ("people", "measures", "labels_before", "not_one_after", "not_one_before")


LARGEST = 10**12
SPACES = " \u00a0\u2009\u202f"  # between thousands: "12 000"


@dataclass(frozen=True, slots=True)
class NumberWords:
    """What `rules/numbers.yaml` says. `before` and `after` map a bounding phrase to its comparison."""

    words: dict[str, int]
    multipliers: dict[str, int]
    vague: dict[str, int]
    before: dict[str, Compare]
    after: dict[str, Compare]
    not_bound_after: dict[str, tuple[str, ...]]
    vague_only_before: dict[str, tuple[str, ...]]
    people: frozenset[str]
    measures: frozenset[str]
    labels_before: frozenset[str]
    not_one_after: frozenset[str]
    not_one_before: frozenset[str]


def alternation(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first; spaces match any white space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"


def read_number_words(path: Path) -> NumberWords:
    """Read the file; RuleError lists every fault in it."""
    faults: list[Fault] = []
    check = Checker.read(path, faults)
    top = check.mapping(check.root, required=(*MAPPINGS, *LISTS))
    found = NumberWords(
        words=_values(check, top.get("words")),
        multipliers=_values(check, top.get("multipliers")),
        vague=_values(check, top.get("vague")),
        before=_bounds(check, top.get("before")),
        after=_bounds(check, top.get("after")),
        not_bound_after=_lists(check, top.get("not_bound_after")),
        vague_only_before=_lists(check, top.get("vague_only_before")),
        **{key: frozenset(check.texts(top.get(key))) for key in LISTS},
    )
    raise_faults(faults)
    return found


@cache
def number_words() -> NumberWords:
    """The number words that come with the package."""
    return read_number_words(resource("rules") / "numbers.yaml")


def _values(check: Checker, node: Node | None) -> dict[str, int]:
    entries = check.mapping(node, optional=None)
    return {
        word: check.integer(value, 1) or 1 for word, value in entries.items() if isinstance(value, ScalarNode)
    }


def _bounds(check: Checker, node: Node | None) -> dict[str, Compare]:
    entries = check.mapping(node, optional=COMPARISONS)
    return {
        phrase: cast(Compare, name) for name, phrases in entries.items() for phrase in check.texts(phrases)
    }


def _lists(check: Checker, node: Node | None) -> dict[str, tuple[str, ...]]:
    return {word: check.texts(value) for word, value in check.mapping(node, optional=None).items()}


@cache
def number_pattern() -> str:
    """A regular expression (no named groups, ignore case) for a number in digits or words, not a vague plural."""
    known = number_words()
    units = alternation(word for word, value in known.words.items() if value < 10)
    teens = alternation(word for word, value in known.words.items() if 10 <= value < 20)
    tens = alternation(word for word, value in known.words.items() if value >= 20)
    times = alternation(known.multipliers)
    small = rf"(?:{tens}(?:[\s-]{units})?|{teens}|{units})\b"
    first = (
        rf"(?:{small}(?:[\s-]+and[\s-]+a[\s-]+half(?=[\s-]+{times}\b))?|(?:half\s+an?|an?)(?=\s+{times}\b))"
    )
    more = rf"(?:[\s-]+{times}\b(?:\s+{small}|\s+and\s+{small}(?!\s+{times}))?){{0,6}}"
    digits = rf"(?:[0-9]{{1,3}}(?:[,{SPACES}][0-9]{{3}}){{1,4}}(?![0-9])|[0-9]{{1,12}})(?:\.[0-9]{{1,6}})?"
    return rf"(?:\b{first}{more}|\b{digits}(?:\s*(?:-\s*)?{times}\b)*)"


def number_value(text: str) -> int | None:
    """The value of a number that `number_pattern` matches; None when it is no sensible whole number."""
    known = number_words()
    total, group = 0.0, 0.0
    for part in re.findall(rf"[a-z]+|[0-9][0-9,{SPACES}]*(?:\.[0-9]+)?", text.lower()):
        if part[0].isdigit():
            group += float(re.sub(rf"[,{SPACES}]", "", part)[:18])
        elif part == "half":
            group += 0.5
        elif part in known.words:
            group += known.words[part]
        elif part in known.multipliers:
            factor = known.multipliers[part]
            if factor < 1000:
                group = (group or 1.0) * factor
            else:
                total, group = total + (group or 1.0) * factor, 0.0
    value = round(total + group, 6)
    return int(value) if value < LARGEST and value == int(value) else None
