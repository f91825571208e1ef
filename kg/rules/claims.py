"""The rules for relations and events: words and roles, with the examples they are tried on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import Any, TypeVar

from yaml import Node

from kg.errors import Fault
from kg.rules.yamlfile import Checker, raise_faults

PREDICATES = (
    "backs", "alliedWith", "cooperatesWith", "opposes", "linkedTo", "memberOf", "leads", "holdsPosition", "splitFrom",
    "mergedInto", "successorOf", "founded", "basedIn", "operatesIn", "locatedIn", "controls", "besieges", "brokered",
    "partyTo",
)  # fmt: skip
MANNERS = ("arms", "funds", "trains", "fights", "rivalOf", "affiliatedWith")
EVENT_TYPES = (
    "ArmedClash", "Offensive", "Advance", "Attack", "Airstrike", "Shelling", "Bombing", "ChemicalAttack", "Killing",
    "Siege", "Abduction", "Arrest", "Capture", "Withdrawal", "Deployment", "Displacement", "Evacuation", "Rescue",
    "Aid", "Ceasefire", "Agreement", "Talks", "Appeal", "Accusation", "Threat", "Rejection", "Endorsement",
    "Cooperation", "Concession", "Sanction", "Protest",
)  # fmt: skip
PREPOSITIONS = frozenset(
    "about across against along alongside among around as at between by down during for from in inside into near of "
    "off on onto out outside over through throughout to toward towards under upon via with within".split()
)
SLOTS = ("subject", "object", "agents", "targets", "place")
FILLERS = (
    "doer",
    "direct",
    "theme",
    "undergoer",
    "poss",
    "mod",
    "self",
    "purpose",
    "patient",
    "owner",
    "told",
    "culprit",
    "visitor",
    *sorted(PREPOSITIONS),
)
T = TypeVar("T")
Roles = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A trigger: a head lemma and the words that must follow it. `preposition` governs the undergoer.

    `words` are all that a sentence must hold beside the head.
    """

    head: str
    rest: tuple[str, ...] = ()
    preposition: str | None = None
    words: tuple[str, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        asked = self.rest if self.preposition is None else (*self.rest, self.preposition)
        object.__setattr__(self, "words", asked)

    @property
    def size(self) -> int:
        """How much a pattern asks: two for each further word, one for a preposition."""
        return len(self.rest) * 2 + (self.preposition is not None)


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence the rule must catch, with the claims as one-line summaries, or must stay silent on (no claims).

    `xfail` says why the engine does not read it yet: a known gap, which stays visible.
    """

    text: str
    finds: tuple[str, ...]
    line: int
    column: int = 1
    xfail: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One entry of relations.yaml (predicate set) or events.yaml (type set). See the head of those files."""

    id: str
    predicate: str | None = None
    type: str | None = None
    manner: str | None = None
    subject: str = "actor"
    object: str = "actor"
    joint: bool = False
    verbs: tuple[Pattern, ...] = ()
    adjectives: tuple[Pattern, ...] = ()
    agent_nouns: tuple[str, ...] = ()
    act_nouns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    nouns: tuple[str, ...] = ()
    verb_roles: Roles = field(default_factory=dict)
    noun_roles: Roles = field(default_factory=dict)
    agent_roles: Roles = field(default_factory=dict)
    state_is_place: bool = False
    needs: tuple[str, ...] = ()
    targets: str | None = None
    agents: str | None = None
    undergoer: str | None = None
    agreement_between: bool = False
    under: bool = False
    intransitive: bool = False
    complement: bool = False
    active: bool = False
    placeless: bool = False
    past: bool = False
    negated: bool = False
    passive: bool = False
    called: str | None = None
    doer: str | None = None
    ends: bool = False
    formerly: bool = False
    examples: tuple[Example, ...] = ()
    file: str = ""
    line: int = 0


# By last word, what must stand up to it, and the rule.
Nouns = Mapping[str, list[tuple[tuple[str, ...], Rule]]]


@dataclass(frozen=True)
class RuleSet:
    """All rules, with their triggers indexed by head lemma in the order of the files."""

    rules: tuple[Rule, ...]

    @cached_property
    def named(self) -> Mapping[str, Rule]:
        """The rules by id."""
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def agreement_between(self) -> Rule | None:
        """The rule that makes those between whom an agreement is its parties."""
        return next((rule for rule in self.rules if rule.agreement_between), None)

    @cached_property
    def verbs(self) -> Mapping[str, list[tuple[Pattern, Rule]]]:
        return _index((p.head, (p, rule)) for rule in self.rules for p in (*rule.verbs, *rule.adjectives))

    @cached_property
    def event_verbs(self) -> Mapping[str, list[tuple[Pattern, Rule]]]:
        """The verbs of rules for events, the patterns that ask most first."""
        events = {head: [e for e in entries if e[1].type] for head, entries in self.verbs.items()}
        return {
            head: sorted(entries, key=lambda e: -e[0].size) for head, entries in events.items() if entries
        }

    @cached_property
    def tie_verbs(self) -> Mapping[str, list[tuple[Pattern, Rule]]]:
        """The verbs and adjectives of rules for relations."""
        ties = {head: [e for e in entries if e[1].predicate] for head, entries in self.verbs.items()}
        return {head: entries for head, entries in ties.items() if entries}

    @cached_property
    def nouns(self) -> Nouns:
        """Event and act nouns by last word; the words are those that must stand, longest first."""
        found = _index(
            (words[-1], (tuple(words), rule))
            for rule in self.rules
            for noun in (*rule.nouns, *rule.act_nouns)
            if (words := noun.split())
        )
        return {head: sorted(entries, key=lambda e: -len(e[0])) for head, entries in found.items()}

    @cached_property
    def event_nouns(self) -> Nouns:
        """The nouns of rules for events."""
        events = {last: [e for e in entries if e[1].type] for last, entries in self.nouns.items()}
        return {last: entries for last, entries in events.items() if entries}

    @cached_property
    def tie_nouns(self) -> Nouns:
        """The nouns of rules for relations."""
        ties = {last: [e for e in entries if e[1].predicate] for last, entries in self.nouns.items()}
        return {last: entries for last, entries in ties.items() if entries}

    @cached_property
    def agent_nouns(self) -> Mapping[str, list[Rule]]:
        return _index((noun, rule) for rule in self.rules for noun in rule.agent_nouns)

    @cached_property
    def agent_ends(self) -> frozenset[str]:
        """The last words of all agent nouns, for a quick no."""
        return frozenset(noun.split()[-1] for noun in self.agent_nouns)


def _index(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def load_rules(folders: Sequence[Path]) -> RuleSet:
    """The rules of `relations*.yaml` and `events*.yaml` of all folders; a later rule replaces one of the same id."""
    faults: list[Fault] = []
    rules: dict[str, Rule] = {}
    for folder in folders:
        seen: dict[str, str] = {}
        for file in sorted([*folder.glob("relations*.yaml"), *folder.glob("events*.yaml")]):
            check = Checker.read(file, faults)
            for item in check.items(check.root):
                rule = _read_rule(check, item, seen)
                if rule.id:
                    rules[rule.id] = rule
    raise_faults(faults)
    return RuleSet(tuple(rules.values()))


REQUIRED = ("id", "examples")
OPTIONAL = (
    "predicate", "type", "manner", "subject", "object", "joint", "verbs", "adjectives", "agent_nouns", "act_nouns",
    "nouns", "verb_roles", "noun_roles", "agent_roles", "state_is_place", "needs", "targets", "agents", "undergoer",
    "agreement_between", "under", "intransitive", "complement", "active", "placeless", "past", "passive", "negated",
    "called", "doer", "ends", "formerly",
)  # fmt: skip


def _read_rule(check: Checker, item: Node, seen: dict[str, str]) -> Rule:
    fields = check.mapping(item, REQUIRED, OPTIONAL)
    get = fields.get
    if ("predicate" in fields) == ("type" in fields):
        check.fault(item, "needs either a predicate (a relation) or a type (an event)")
    flags = (
        "joint",
        "state_is_place",
        "agreement_between",
        "under",
        "intransitive",
        "complement",
        "active",
        "placeless",
        "past",
        "passive",
        "negated",
        "ends",
        "formerly",
    )
    words = ("targets", "agents", "undergoer", "called", "doer")
    further: dict[str, Any] = {key: check.flag(get(key)) for key in flags}
    further |= {key: check.text(get(key)) or None for key in words}
    return Rule(
        id=check.unique(get("id"), seen),
        predicate=check.one_of(get("predicate"), PREDICATES) or None,
        type=check.one_of(get("type"), EVENT_TYPES) or None,
        manner=check.one_of(get("manner"), MANNERS) or None,
        subject=check.text(get("subject"), "actor"),
        object=check.text(get("object"), "actor"),
        verbs=tuple(p for text in check.texts(get("verbs")) for p in patterns(text)),
        adjectives=tuple(p for text in check.texts(get("adjectives")) for p in patterns(text)),
        agent_nouns=check.texts(get("agent_nouns")),
        act_nouns=_prepositions(check, get("act_nouns")),
        nouns=check.texts(get("nouns")),
        verb_roles=_roles(check, get("verb_roles")),
        noun_roles=_roles(check, get("noun_roles")),
        agent_roles=_roles(check, get("agent_roles")),
        needs=check.some_of(get("needs"), ("agents", "targets", "place", "object", "any", "struck", "sides")),
        examples=read_examples(check, get("examples")),
        file=check.file,
        line=item.start_mark.line + 1,
        **further,
    )


def patterns(text: str) -> list[Pattern]:
    """The patterns of an entry; "|" parts words of which any may stand: "receive|get support|aid from"."""
    return [pattern(" ".join(words)) for words in product(*(part.split("|") for part in text.split()))]


def pattern(text: str) -> Pattern:
    """ "fight against" as head, rest and the preposition that governs the undergoer."""
    head, *rest = text.split()
    if rest and rest[-1] in PREPOSITIONS - {"out", "off", "down", "over"}:
        return Pattern(head, tuple(rest[:-1]), rest[-1])
    return Pattern(head, tuple(rest))


def _prepositions(check: Checker, node: Node | None) -> dict[str, tuple[str, ...]]:
    return {
        noun: check.some_of(value, sorted(PREPOSITIONS))
        for noun, value in check.mapping(node, (), None).items()
    }


def _roles(check: Checker, node: Node | None) -> dict[str, tuple[str, ...]]:
    return {slot: check.some_of(value, FILLERS) for slot, value in check.mapping(node, (), SLOTS).items()}


def read_examples(check: Checker, node: Node | None) -> tuple[Example, ...]:
    """The examples of a rule: at least two that it must catch, and one near miss."""
    found = []
    for item in check.items(node, empty=False):
        fields = check.mapping(item, ("text",), ("finds", "not", "xfail"))
        if fields and ("finds" in fields) == ("not" in fields):
            check.fault(item, "needs either finds (claims it must yield) or not: true")
        text, finds = check.text(fields.get("text")), check.texts(fields.get("finds"))
        mark, gap = item.start_mark, check.text(fields.get("xfail")) or None
        found.append(Example(text, finds, mark.line + 1, mark.column + 1, gap))
    if node is not None and (sum(bool(e.finds) for e in found) < 2 or all(e.finds for e in found)):
        check.fault(node, "needs at least two sentences it must catch (finds) and one near miss (not: true)")
    return tuple(found)
