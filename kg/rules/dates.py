"""The words of dates and intervals: `time.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from yaml import Node

from kg.errors import Fault
from kg.rules.numbers import NumberWords, load_number_words
from kg.rules.yamlfile import DATE, Checker, raise_faults

LISTS = (
    "ambiguous_months", "day_parts", "parts", "seasons", "sure_cues", "not_years_after", "counted", "year_nouns",
    "names_after", "names_before", "habits_before", "habits_after", "future_before", "forward", "owners",
)  # fmt: skip
CUES = ("start", "end", "point", "after", "before", "from", "between")
KEYS = ("months", "weekdays", "cues", "feasts", "fixed", *LISTS)
FEAST = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


@dataclass(frozen=True, slots=True, eq=False)
class DateWords:
    """What `time.yaml` says, with the number words that dates hold ("two weeks ago").

    Months count from 1, weekdays from Monday as 0; short forms stand apart.
    """

    numbers: NumberWords
    months: Mapping[str, int]
    short_months: Mapping[str, int]
    weekdays: Mapping[str, int]
    short_weekdays: Mapping[str, int]
    cues: Mapping[str, str]
    feasts: Mapping[str, str]
    fixed: Mapping[str, str]
    ambiguous_months: frozenset[str]
    day_parts: frozenset[str]
    parts: frozenset[str]
    seasons: frozenset[str]
    sure_cues: frozenset[str]
    not_years_after: frozenset[str]
    counted: frozenset[str]
    year_nouns: frozenset[str]
    names_after: frozenset[str]
    names_before: frozenset[str]
    habits_before: frozenset[str]
    habits_after: frozenset[str]
    future_before: frozenset[str]
    forward: frozenset[str]
    owners: frozenset[str]


def load_date_words(folders: Sequence[Path]) -> DateWords:
    """The words of `time.yaml` and `numbers.yaml` of all folders; RuleError lists every fault.

    The first folder's file has every key, later ones what they add; the meaning that a later one gives a word counts.
    """
    faults: list[Fault] = []
    months: dict[str, int] = {}
    short_months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    short_weekdays: dict[str, int] = {}
    cues: dict[str, str] = {}
    feasts: dict[str, str] = {}
    fixed: dict[str, str] = {}
    lists: dict[str, set[str]] = {key: set() for key in LISTS}
    for place, folder in enumerate(folders):
        file = folder / "time.yaml"
        if place and not file.exists():
            continue
        check = Checker.read(file, faults)
        top = check.mapping(check.root, required=() if place else KEYS, optional=KEYS)
        _names(check, top.get("months"), 12, months, short_months, first=1)
        _names(check, top.get("weekdays"), 7, weekdays, short_weekdays, first=0)
        kinds = check.mapping(top.get("cues"), required=() if place else CUES, optional=CUES)
        cues |= {word: kind for kind, node in kinds.items() for word in check.texts(node)}
        feasts |= _days(check, top.get("feasts"), FEAST, "a month and day such as 05-01")
        fixed |= _days(check, top.get("fixed"), DATE, "a date such as 2001-09-11")
        for key in LISTS:
            lists[key].update(check.texts(top.get(key)))
    raise_faults(faults)
    return DateWords(
        load_number_words(folders), months, short_months, weekdays, short_weekdays, cues, feasts, fixed,
        **{key: frozenset(words) for key, words in lists.items()},
    )  # fmt: skip


def _names(
    check: Checker, node: Node | None, count: int, full: dict[str, int], short: dict[str, int], first: int
) -> None:
    """Adds full names and short forms, each with its number."""
    items = check.items(node)
    if node is not None and len(items) != count:
        check.fault(node, f"should name {count}, names {len(items)}")
    for number, item in enumerate(items, start=first):
        for place, name in enumerate(check.texts(item, empty=False)):
            (short if place else full)[name] = number


def _days(check: Checker, node: Node | None, pattern: re.Pattern[str], what: str) -> dict[str, str]:
    entries = check.mapping(node, optional=None)
    return {name: check.matching(value, pattern, what) for name, value in entries.items()}
