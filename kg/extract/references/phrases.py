"""The questions asked of a noun phrase before anything is resolved: its noun, what qualifies it, its words."""

from __future__ import annotations

import re

from kg.extract.grammar.compounds import Compound, compound
from kg.extract.references.state import Reading
from kg.records import Entity
from kg.rules.words import Noun

MODIFYING = ("amod", "compound", "nmod", "nmod:poss", "flat", "nummod", "det")
DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "their", "his", "her"))


def is_demonym(r: Reading, i: int) -> bool:
    name = r.tree.names[i] if r.tree.deps[i] in ("amod", "compound") else None
    return name is not None and bool(name.senses) and name.senses[0][1] == "demonym"


def words_between(r: Reading, start: int, end: int) -> str:
    return r.known.document.text[start:end]


def direction_of(r: Reading, i: int) -> int | None:
    children = r.tree.children[i]
    if not children or children[0] > i:
        return None
    for k in r.tree.kids(i, "amod", "compound", "advmod"):
        if k < i and r.tree.tokens[k].lower in r.known.words.grammar["directions"]:
            return k
    return None


# What an aircraft is called by: F-16, Su-25, 2000D.
AIRCRAFT = re.compile(r"(?=.*\d)(?=.*[A-Z])[A-Za-z]{0,3}-?\d{1,4}[A-Z]{0,2}")


def noun_at(r: Reading, i: int) -> tuple[Noun | None, int]:
    """What the noun at i denotes with its compound words, and where the compound begins."""
    if i not in r.nouns:
        r.nouns[i] = _noun_phrase(r, i)
    return r.nouns[i]


def _noun_phrase(r: Reading, i: int) -> tuple[Noun | None, int]:
    tokens = r.tree.tokens
    token = tokens[i]
    nouns, lemma = r.known.words.nouns, token.lemma.lower()
    if lemma == "fighter" and i and AIRCRAFT.fullmatch(tokens[i - 1].text):
        return nouns.get("jet"), i  # "American F-16 fighters"
    for size in range(r.known.words.noun_ends.get(lemma, 0), 0, -1):
        first = i - size
        if first < 0 or any(t.name is not None for t in tokens[first:i]):
            continue
        noun = nouns.get(" ".join([*(t.lower for t in tokens[first:i]), lemma]))
        if noun is not None:
            return noun, first
    return nouns.get(lemma) or nouns.get(token.lower), i


def name_behind(r: Reading, i: int) -> bool:
    """Whether a noun introduces the name right behind it: "the movement Hamas"."""
    tokens = r.tree.tokens
    return (
        i + 1 < len(tokens)
        and tokens[i + 1].name is not None
        and tokens[i + 1].pos == "PROPN"
        and not is_demonym(r, i + 1)
    )


def modifiers(r: Reading, i: int) -> list[int]:
    """The words before a noun that qualify it: adjectives, compounds, possessors."""
    children = r.tree.children[i]
    if not children or children[0] > i:  # they stand in text order
        return []
    found = r.modified.get(i)
    if found is None:
        found = r.modified[i] = [k for k in r.tree.kids(i, *MODIFYING) if k < i]
    return found


def named_modifiers(r: Reading, i: int) -> list[int]:
    """The modifiers of a noun, and names that modify a modifier: "United States military forces"."""
    direct = modifiers(r, i)
    if not direct:
        return []
    common = [k for k in direct if r.tree.tokens[k].dep == "compound" and r.tree.name(k) is None]
    inner = [
        n
        for k in common
        for n in modifiers(r, k)
        if r.tree.name(n) is not None and r.tree.tokens[n].dep in ("compound", "amod")
    ]
    return sorted({*direct, *inner})


def names_before(r: Reading, i: int) -> list[tuple[int, Entity, bool]]:
    """Named modifiers of a noun with their entity and whether it is a possessor; those of its conjuncts too."""
    found = []
    for k in named_modifiers(r, i):
        token = r.tree.tokens[k]
        name = r.tree.names[k]
        if name is not None:
            entity = r.entity(name, "any", k)
            if entity is not None:
                found.append((k, entity, token.dep == "nmod:poss"))
        elif token.dep == "nmod:poss":
            argument = r.argument(k, "actor")
            if argument is not None:
                found.append((k, argument.entity, True))
    return found


def compounds_before(r: Reading, i: int) -> list[tuple[int, Compound]]:
    found = []
    for k in modifiers(r, i):
        if (made := compound(r.tree.tokens[k])) is not None:
            found.append((k, made))
    return found


def mention_of(r: Reading, i: int, first: int) -> tuple[str, int, int]:
    """The words of a noun phrase that name it: from its first qualifying word to its head."""
    tree = r.tree
    start = first
    for k in sorted(modifiers(r, i), reverse=True):
        token = tree.tokens[k]
        if token.lower in ("time", "day", "week", "month", "year", "same"):
            break
        if (
            token.dep in ("amod", "compound", "nmod")
            and token.pos in ("ADJ", "NOUN", "PROPN", "VERB")
            and max(tree.conjuncts(k)) >= start - 2
        ):
            start = min(start, k)
    return tree.text(start, i), tree.tokens[start].start, tree.tokens[i].end


def is_definite_noun(r: Reading, i: int) -> bool:
    return any(r.tree.tokens[k].lower in DEFINITE for k in r.tree.kids(i, "det", "nmod:poss"))
