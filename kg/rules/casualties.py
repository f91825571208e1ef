"""The rules of `casualties.yaml`: which words say that people were killed, injured, displaced or captured."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from yaml import Node

from kg.errors import Fault
from kg.rules.claims import Example, read_examples
from kg.rules.yamlfile import Checker, raise_faults

CASUALTY_KINDS = ("killed", "injured", "displaced", "captured")
WORD_KEYS = ("verbs", "fates", "states", "nouns", "acts", "tolls", "stocks")
LISTS = (
    "not_people",
    "of_count",
    "harms",
    "wars",
    "cumulative",
    "spans",
    "having",
    "toll_links",
    "toll_over",
)
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CasualtyRule:
    """One entry of the file's `rules`; each word is a phrase, split at spaces. See the head of the file."""

    id: str
    kind: str
    verbs: tuple[Phrase, ...] = ()
    fates: tuple[Phrase, ...] = ()
    states: tuple[Phrase, ...] = ()
    nouns: tuple[Phrase, ...] = ()
    acts: tuple[Phrase, ...] = ()
    tolls: tuple[Phrase, ...] = ()
    stocks: tuple[Phrase, ...] = ()
    people: bool = False
    civil: bool = False
    own: bool = False
    found: bool = False
    not_with: frozenset[str] = frozenset()
    examples: tuple[Example, ...] = ()
    file: str = ""
    line: int = 0


@dataclass(frozen=True)
class CasualtyRules:
    """All casualty rules, indexed by the word that triggers them, and the word lists of the same file."""

    rules: tuple[CasualtyRule, ...]
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def verbs(self) -> Mapping[str, list[tuple[Phrase, CasualtyRule]]]:
        return _index((p[0], (p, r)) for r in self.rules for p in r.verbs)

    @cached_property
    def fates(self) -> Mapping[str, list[tuple[Phrase, CasualtyRule]]]:
        return _index((p[0], (p, r)) for r in self.rules for p in r.fates)

    @cached_property
    def states(self) -> Mapping[str, list[tuple[Phrase, CasualtyRule]]]:
        """By last word: "shot dead" stands under "dead"."""
        return _index((p[-1], (p, r)) for r in self.rules for p in r.states)

    @cached_property
    def nouns(self) -> Mapping[str, list[tuple[Phrase, CasualtyRule]]]:
        return _index((p[-1], (p, r)) for r in self.rules for p in r.nouns)

    @cached_property
    def acts(self) -> Mapping[str, list[tuple[Phrase, CasualtyRule]]]:
        return _index((p[-1], (p, r)) for r in self.rules for p in r.acts)

    @cached_property
    def tolls(self) -> Mapping[str, list[tuple[Phrase, CasualtyRule]]]:
        return _index((p[-1], (p, r)) for r in self.rules for p in r.tolls)

    @cached_property
    def stocks(self) -> Mapping[str, list[tuple[Phrase, CasualtyRule]]]:
        return _index((p[-1], (p, r)) for r in self.rules for p in r.stocks)

    @cached_property
    def triggers(self) -> frozenset[str]:
        """Every word that can trigger a rule: a sentence without any needs no look."""
        tables = (self.verbs, self.fates, self.states, self.nouns, self.acts, self.tolls, self.stocks)
        return frozenset(word for table in tables for word in table)


def _index(
    pairs: Iterable[tuple[str, tuple[Phrase, CasualtyRule]]],
) -> dict[str, list[tuple[Phrase, CasualtyRule]]]:
    """By trigger word; the longest phrase first."""
    found: dict[str, list[tuple[Phrase, CasualtyRule]]] = {}
    for word, entry in pairs:
        found.setdefault(word, []).append(entry)
    return {word: sorted(entries, key=lambda e: -len(e[0])) for word, entries in found.items()}


def load_casualty_rules(folders: Sequence[Path]) -> CasualtyRules:
    """The rules of `casualties*.yaml` of all folders; a later rule replaces one of the same id, words are added."""
    faults: list[Fault] = []
    rules: dict[str, CasualtyRule] = {}
    words: dict[str, set[str]] = {name: set() for name in LISTS}
    for folder in folders:
        seen: dict[str, str] = {}
        for file in sorted(folder.glob("casualties*.yaml")):
            check = Checker.read(file, faults)
            top = check.mapping(check.root, optional=("rules", "words"))
            for item in check.items(top.get("rules")):
                rule = _read_rule(check, item, seen)
                if rule.id:
                    rules[rule.id] = rule
            for name, node in check.mapping(top.get("words"), optional=LISTS).items():
                words[name].update(check.texts(node))
    raise_faults(faults)
    return CasualtyRules(tuple(rules.values()), {name: frozenset(known) for name, known in words.items()})


def _read_rule(check: Checker, item: Node, seen: dict[str, str]) -> CasualtyRule:
    fields = check.mapping(
        item, ("id", "kind", "examples"), (*WORD_KEYS, "people", "civil", "own", "found", "not_with")
    )
    if fields and not any(key in fields for key in WORD_KEYS):
        check.fault(item, f"needs words: at least one of {', '.join(WORD_KEYS)}")
    phrases = {key: tuple(tuple(text.split()) for text in check.texts(fields.get(key))) for key in WORD_KEYS}
    return CasualtyRule(
        id=check.unique(fields.get("id"), seen),
        kind=check.one_of(fields.get("kind"), CASUALTY_KINDS),
        people=check.flag(fields.get("people")),
        civil=check.flag(fields.get("civil")),
        own=check.flag(fields.get("own")),
        found=check.flag(fields.get("found")),
        not_with=frozenset(check.texts(fields.get("not_with"))),
        examples=read_examples(check, fields.get("examples")),
        file=check.file,
        line=item.start_mark.line + 1,
        **phrases,
    )
