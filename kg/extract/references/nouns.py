"""Common nouns: which of the rooms for groups, places and people reads one."""

from __future__ import annotations

from kg.extract.references.beside import outsider_named
from kg.extract.references.branches import branch_of_noun, followers_of_noun
from kg.extract.references.going_back import called_by_head
from kg.extract.references.groups import group_of_noun
from kg.extract.references.people import institution_of_noun, person_of_noun
from kg.extract.references.phrases import noun_at
from kg.extract.references.places import land_called, place_of_noun
from kg.extract.references.state import Reading
from kg.records import Argument
from kg.rules.words import Noun

# Nouns that stay people in the singular: "the population", "police staff".
MASS = frozenset(("people", "population", "staff", "family", "minority", "community", "tribe", "men"))


def of_common_noun(r: Reading, i: int, want: str) -> Argument | None:
    """The entity of a common noun: one spoken of before, else what the noun denotes."""
    back = called_by_head(r, i)
    if back is not None:
        return back
    noun, first = noun_at(r, i)
    if noun is None and want == "place":
        return land_called(r, i)
    if noun is not None and noun.kind == "facility" and want == "actor":
        return None
    if i not in r.commons:
        r.commons[i] = _own_meaning(r, i, first, noun)
    return r.commons[i]


def _own_meaning(r: Reading, i: int, first: int, noun: Noun | None) -> Argument | None:
    """What a common noun that goes back to nobody stands for, whatever it is wanted for."""
    lemma, grammar = r.tree.tokens[i].lemma, r.known.words.grammar
    if lemma in grammar["followers"]:
        known = followers_of_noun(r, i)
        if known is not None or noun is None:
            return known
    if noun is not None:
        return _denoted(r, i, first, noun)
    if lemma in grammar["branches"]:
        return branch_of_noun(r, i)
    return outsider_named(r, i) or institution_of_noun(r, i)


def _denoted(r: Reading, i: int, first: int, noun: Noun) -> Argument | None:
    """Whom or what a common noun denotes that goes back to nobody."""
    if _only_modifies(r, i, noun):
        return None
    match noun.kind:
        case "place" | "facility":
            return place_of_noun(r, i, first, noun)
        case "person":
            return person_of_noun(r, i, first)
        case "people" if r.tree.tokens[i].tag in ("NN", "NNP", "JJ") and r.tree.tokens[i].lemma not in MASS:
            return person_of_noun(r, i, first)
        case _:
            return group_of_noun(r, i, first, noun)


def _only_modifies(r: Reading, i: int, noun: Noun) -> bool:
    """Whether a common noun only tells what sort of thing another is: "military jets", "refugee camp"."""
    token = r.tree.tokens[i]
    if token.dep not in ("amod", "compound") or token.head <= i:
        return False
    if token.lower in ("military", "armed force") or noun.plain:
        return True
    if token.lower in r.known.words.modifiers or noun.kind == "fighters":
        return False
    head = noun_at(r, token.head)[0]
    return token.pos == "ADJ" or (
        noun.kind in ("people", "person", "forces")
        and head is not None
        and head.kind in ("facility", "place", "group")
    )
