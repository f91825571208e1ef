"""Number words, and the words around a number: `numbers.yaml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from yaml import Node, ScalarNode

from kg.errors import Fault
from kg.records import Compare
from kg.rules.yamlfile import Checker, raise_faults

COMPARISONS = ("more_than", "at_least", "about", "nearly", "at_most")
MAPPINGS = ("words", "multipliers", "vague", "before", "after", "not_bound_after", "vague_only_before")
LISTS = ("people", "measures", "labels_before", "not_one_after", "not_one_before")
KEYS = (*MAPPINGS, *LISTS)


@dataclass(frozen=True, slots=True, eq=False)
class NumberWords:
    """What `numbers.yaml` says. `before` and `after` map a bounding phrase to its comparison."""

    words: Mapping[str, int]
    multipliers: Mapping[str, int]
    vague: Mapping[str, int]
    before: Mapping[str, Compare]
    after: Mapping[str, Compare]
    not_bound_after: Mapping[str, tuple[str, ...]]
    vague_only_before: Mapping[str, tuple[str, ...]]
    people: frozenset[str]
    measures: frozenset[str]
    labels_before: frozenset[str]
    not_one_after: frozenset[str]
    not_one_before: frozenset[str]


def load_number_words(folders: Sequence[Path]) -> NumberWords:
    """The words of `numbers.yaml` of all folders; RuleError lists every fault.

    The first folder's file has every key, later ones what they add; the meaning that a later one gives a word counts.
    """
    faults: list[Fault] = []
    maps: dict[str, dict[str, Any]] = {key: {} for key in MAPPINGS}
    lists: dict[str, set[str]] = {key: set() for key in LISTS}
    for place, folder in enumerate(folders):
        file = folder / "numbers.yaml"
        if place and not file.exists():
            continue
        check = Checker.read(file, faults)
        top = check.mapping(check.root, required=() if place else KEYS, optional=KEYS)
        for key in MAPPINGS:
            maps[key] |= _mapping(check, key, top.get(key))
        for key in LISTS:
            lists[key].update(check.texts(top.get(key)))
    raise_faults(faults)
    every: dict[str, Any] = {**maps, **{key: frozenset(words) for key, words in lists.items()}}
    return NumberWords(**every)


def _mapping(check: Checker, key: str, node: Node | None) -> Mapping[str, int | str | tuple[str, ...]]:
    """What one of the mappings says, by word."""
    if key in ("before", "after"):
        return _bounds(check, node)
    return _values(check, node) if key in ("words", "multipliers", "vague") else _lists(check, node)


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
