"""The words of `rules/time.yaml`, ready for the date grammar."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from yaml import Node

from kg.errors import Fault
from kg.resources import resource
from kg.rules.yamlfile import Checker, raise_faults

LISTS = (
    "ambiguous_months", "day_parts", "parts", "seasons", "sure_cues", "not_years_after", "counted", "year_nouns",
    "names_after", "names_before", "habits_before", "habits_after", "future_before", "forward", "owners",
)  # fmt: skip
CUES = ("start", "end", "point", "after", "before", "from", "between")


@dataclass(frozen=True, slots=True)
class DateWords:
    """What `rules/time.yaml` says. Months count from 1, weekdays from Monday as 0; short forms stand apart."""

    months: dict[str, int]
    short_months: dict[str, int]
    weekdays: dict[str, int]
    short_weekdays: dict[str, int]
    cues: dict[str, str]
    feasts: dict[str, str]
    fixed: dict[str, str]
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


def read_date_words(path: Path) -> DateWords:
    """Read the file; RuleError lists every fault in it."""
    faults: list[Fault] = []
    check = Checker.read(path, faults)
    top = check.mapping(check.root, required=("months", "weekdays", "cues", "feasts", "fixed", *LISTS))
    months, short_months = _names(check, top.get("months"), 12, first=1)
    weekdays, short_weekdays = _names(check, top.get("weekdays"), 7, first=0)
    cues = check.mapping(top.get("cues"), required=CUES)
    words = DateWords(
        months,
        short_months,
        weekdays,
        short_weekdays,
        {word: kind for kind, node in cues.items() for word in check.texts(node)},
        _texts_by_name(check, top.get("feasts")),
        _texts_by_name(check, top.get("fixed")),
        *(frozenset(check.texts(top.get(key))) for key in LISTS),
    )
    raise_faults(faults)
    return words


@cache
def date_words() -> DateWords:
    """The date words that come with the package."""
    return read_date_words(resource("rules") / "time.yaml")


def _names(
    check: Checker, node: Node | None, count: int, first: int
) -> tuple[dict[str, int], dict[str, int]]:
    """Full names and short forms, each with its number."""
    full: dict[str, int] = {}
    short: dict[str, int] = {}
    items = check.items(node)
    if node is not None and len(items) != count:
        check.fault(node, f"should name {count}, names {len(items)}")
    for number, item in enumerate(items, start=first):
        for place, name in enumerate(check.texts(item, empty=False)):
            (short if place else full)[name] = number
    return full, short


def _texts_by_name(check: Checker, node: Node | None) -> dict[str, str]:
    return {name: check.text(value) for name, value in check.mapping(node, optional=None).items()}
