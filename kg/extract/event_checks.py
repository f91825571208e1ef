"""Whether a happening is told at all: the parts a rule needs, and an undergoer of the kind it wants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.drafts import Draft
from kg.extract.resolve_base import noun_of
from kg.extract.syntax import Tree
from kg.records import Argument
from kg.rules.claims import Rule
from kg.rules.words import WordLists


@dataclass(frozen=True, slots=True)
class EventChecks:
    """Judges drafts of events. `diplomats` are plurals of those who act for states ("leaders")."""

    words: WordLists
    diplomats: frozenset[str]

    def is_complete(self, tree: Tree, draft: Draft, rule: Rule, noun: bool) -> bool:
        """Whether the parts that the rule needs are there, and the undergoer is of the class it wants."""
        if rule.agents == "talking" and draft.agents and not any(self._talks(a) for a in draft.agents):
            return False  # "fighters gathered" is no meeting
        if noun:
            return all(self._has(tree, draft, need) for need in rule.needs if need != "object")
        if not (draft.agents or draft.targets or draft.place):
            return False
        if rule.active and tree.is_passive(draft.frame.trigger):
            return False
        if rule.complement and not _has_complement(tree, draft):
            return False
        if rule.intransitive and self._has_thing(tree, draft):
            return False
        needs = all(self._has(tree, draft, need) for need in rule.needs)
        return needs and self._is_wanted(tree, draft, rule)

    def _has(self, tree: Tree, draft: Draft, need: str) -> bool:
        """Whether one part is there. Land without a name will do for a place where somebody takes it."""
        undergoer = draft.frame.roles.get("undergoer", ())
        match need:
            case "object":
                return bool(undergoer)
            case "any":
                return bool(draft.agents or draft.targets or draft.place)
            case "agents":
                return bool(draft.agents)
            case "targets":
                return bool(draft.targets)
        return draft.place is not None or bool(draft.agents and self._is_land(tree, undergoer))

    def _talks(self, argument: Argument) -> bool:
        """Whether somebody negotiates: a person, state or organisation, or a Collective such as "world leaders"."""
        if argument.entity.type != "Collective":
            return True
        return noun_of(argument.entity.label) in self.diplomats

    def _has_thing(self, tree: Tree, draft: Draft) -> bool:
        """Whether the object is neither place nor people: "pulled out the dead", "withdrew his plan"."""
        direct = draft.frame.roles.get("direct", ())
        if (
            not direct
            or tree.is_passive(draft.frame.trigger)
            or any(tree.name(k) is not None for k in direct)
        ):
            return False
        return not any(self._is_kind(tree, k, "place", "facility", "forces") for k in direct)

    def _is_kind(self, tree: Tree, k: int, *kinds: str) -> bool:
        noun = self.words.nouns.get(tree.tokens[k].lemma)
        return noun is not None and noun.kind in kinds

    def _is_land(self, tree: Tree, tokens: Sequence[int]) -> bool:
        """Whether what is taken is land, though it has no name: "dozens of villages", "a third of the country"."""
        near = (k for token in tokens for k in (token, *tree.kids(token, "nmod", "conj")))
        return any(self._is_kind(tree, k, "place", "facility") for k in near)

    def _is_wanted(self, tree: Tree, draft: Draft, rule: Rule) -> bool:
        """Whether the undergoer of a verb is land, a named place, a party or forces, as the rule wants."""
        tokens = draft.frame.roles.get("undergoer", ())
        match rule.undergoer:
            case "place":
                return self._is_land(tree, tokens) or draft.at_undergoer
            case "place-only":
                return draft.place is not None and any(_holds(tree, t, draft.place) for t in tokens)
            case "party":  # "met the demand" is no meeting
                return not tokens or draft.met
            case "forces":
                if not tokens:
                    return draft.place is not None
                return any(self._is_force(tree, k) for t in tokens for k in tree.conjuncts(t))
        return True

    def _is_force(self, tree: Tree, k: int) -> bool:
        weapon = tree.tokens[k].lemma in self.words.grammar["weapons"]
        return weapon or self._is_kind(tree, k, "forces", "vehicle", "fighters")


def is_bare(tree: Tree, draft: Draft) -> bool:
    """Whether a noun tells nothing but itself.

    With nobody and nowhere in it, "the clashes" or "fighting" only refers back; "an air strike" and "Operation
    Matador" still tell something.
    """
    if draft.agents or draft.targets or draft.place or draft.weapon:
        return False
    i = draft.frame.trigger
    return not tree.is_operation(i) and not any(
        tree.tokens[k].lower in ("a", "an") for k in tree.kids(i, "det")
    )


def _has_complement(tree: Tree, draft: Draft) -> bool:
    """Whether the verb says what is asked for: "asked the UN to act", not "asked a question"."""
    return bool(tree.kids(draft.frame.trigger, "xcomp", "ccomp", "advcl"))


def _holds(tree: Tree, token: int, place: Argument) -> bool:
    """Whether a place is named by a token or inside the phrase that it heads."""
    word, phrase = tree.tokens[token], sorted(tree.subtree(token))
    first, last = tree.tokens[phrase[0]], tree.tokens[phrase[-1]]
    inside = first.start <= place.start and place.end <= last.end
    return inside or word.start <= place.start <= word.end or place.start <= word.start <= place.end
