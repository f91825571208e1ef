"""The larger place right behind one: "Kerch in Crimea", "Gao, northern Mali,", "Damt district in Dhale province"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.records import Argument, Entity
from kg.rules.words import WordLists

INNER = ("Place", "Facility")
OUTER = ("Place", "State")
BEHIND = ("appos", "nmod", "flat", "nmod:unmarked")
# Of a capital these tell that it is the town, not its government.
STATIC = (("in",), ("at",), ("near",), ("of",), ("outside",))
REACH = 40  # letters between "in" and the larger place's name
LONGEST = 6  # words from "in" to the place: "in the southern province of Helmand"
# How large a place is, by its kind.
SITE, UNKNOWN, TOWN, CITY, LAND = range(5)
RANKS = {
    "city": CITY,
    "capital": CITY,
    "town": TOWN,
    "village": TOWN,
    "quarter": TOWN,
    "camp": TOWN,
    "square": TOWN,
}


def right_behind(
    tree: Tree, i: int, resolver: Resolver, words: WordLists
) -> tuple[Argument, Argument] | None:
    """The place that token i names and the larger one that the words right behind it tell, wherever they hang."""
    tokens = tree.tokens
    end = _past_noun(tree, i, words)
    if end >= len(tokens) or tokens[end].lower not in ("in", "of", ","):
        return None
    if tokens[i].dep == "nmod:poss" or tokens[i].dep == "amod" and end == i + 1:
        return None
    by_comma = tokens[end].lower == ","
    if by_comma and end + 1 < len(tokens) and tokens[end + 1].lower == "in":
        end, by_comma = end + 1, False
    outer = _beside(tree, i, end, resolver, words) if by_comma else _governed(tree, i, end, resolver, words)
    inner = (
        inner_place(resolver, end - 1 if end - 1 > i and tokens[end - 1].lower != "," else i)
        if outer
        else None
    )
    if inner is None or outer is None or not lies_within(resolver, inner.entity, outer.entity, words):
        return None
    return inner, outer


def nearer_place(tree: Tree, place: Argument, resolver: Resolver) -> Argument:
    """The place right before a larger one, where that is told: "kidnapped from a school in Chibok in Borno State"."""
    sentence, tokens = tree.sentence, tree.tokens
    offset = place.start - sentence.start
    if " in " not in sentence.text[max(0, offset - REACH) : offset]:
        return place
    k = next((t.i for t in tokens if t.end > place.start), 0)
    case = next((n for n in range(k - 1, max(k - LONGEST, 0), -1) if tokens[n].dep == "case"), None)
    if case is None or tokens[case].lower != "in" or tree.name(case - 1) is None:
        return place
    both = right_behind(tree, case - 1, resolver, resolver.known.words)
    return both[0] if both is not None and both[1].entity.id == place.entity.id else place


def _past_noun(tree: Tree, i: int, words: WordLists) -> int:
    """The token behind a name and the noun that goes with it: "Damt district"."""
    tokens = tree.tokens
    k = i + 1
    goes_on = k < len(tokens) and tokens[k].tag == "NN" and tokens[i].head == k
    return k + 1 if goes_on and tokens[k].lemma in words.places.behind_names else k


def _governed(tree: Tree, i: int, case: int, resolver: Resolver, words: WordLists) -> Argument | None:
    """ "In northern Iraq", "of Niger": the latter only behind a part of a land ("Diffa Region of Niger")."""
    tokens = tree.tokens
    if tokens[case].dep != "case" or not case < tokens[case].head <= case + LONGEST:
        return None
    last = tokens[case - 1].lower.rpartition(" ")[2]
    if tokens[case].lower == "of" and last not in words.places.areas:
        return None
    if not is_town(tree, i, resolver):
        return None
    return resolver.argument(tokens[case].head, "place")


def is_town(tree: Tree, i: int, resolver: Resolver) -> bool:
    """Whether a name stands for a place, not for a government: not "support for Damascus in northern Syria"."""
    if tree.case(i)[-1:] in STATIC:
        return True
    found = resolver.argument(i, "place")
    entry = None if found is None else resolver.known.lexicon.entries.get(found.entity.id)
    return found is not None and (entry is None or entry.kind != "capital" and entry.type != "State")


def _beside(tree: Tree, i: int, comma: int, resolver: Resolver, words: WordLists) -> Argument | None:
    """ "Gao, northern Mali,", "Dasht, Jowzjan Province,"."""
    tokens = tree.tokens
    k = comma + 1
    if k >= len(tokens) or tree.case(i)[-1:] not in STATIC:
        return None
    directed = tokens[k].lower in words.grammar["directions"] and k + 1 < len(tokens)
    k += directed
    name = tree.name(k)
    if name is None or not (k + 1 < len(tokens) and tokens[k + 1].pos == "PUNCT"):
        return None
    divided = name.text.rpartition(" ")[2].lower() in words.places.divisions
    hangs = tokens[k].dep in BEHIND or tokens[k].dep == "conj" and len(tree.conjuncts(i)) == len((i, k))
    return resolver.argument(k, "place") if (directed or divided) and hangs else None


def inner_place(resolver: Resolver, k: int) -> Argument | None:
    """The place that a noun phrase names; a capital may stand for its government."""
    found = resolver.argument(k, "place")
    if found is None or found.entity.type in INNER:
        return found
    town = resolver.place_called(found.mention)
    return None if town is None else replace(found, entity=town)


def lies_within(resolver: Resolver, inner: Entity, outer: Entity, words: WordLists) -> bool:
    """Whether one place may lie in another, as far as their countries and sizes are known."""
    if inner.id == outer.id or (inner.country and outer.country and inner.country != outer.country):
        return False
    larger = _rank(resolver, outer, words)
    return larger == LAND or larger > _rank(resolver, inner, words)


def _rank(resolver: Resolver, place: Entity, words: WordLists) -> int:
    if place.type == "State":
        return LAND
    if place.type == "Facility":
        return SITE
    entry = resolver.known.lexicon.entries.get(place.id)
    if entry is not None:
        return RANKS.get(entry.kind or "", LAND)
    first, _, last = place.label.lower().partition(" ")
    is_part = first in words.grammar["directions"] or last.rpartition(" ")[2] in words.places.divisions
    return LAND if is_part else UNKNOWN
