"""Whose attack it is that a superlative ranks: "Somalia's deadliest attack" befell Somalia."""

from __future__ import annotations

from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.records import Argument

# What is ranked by the harm done is what a country suffered.
SUFFERING = frozenset(("deadliest", "worst", "bloodiest", "lethal", "deadly", "bloody", "gravest"))
# What is ranked by size may be what a country did: "Russia's biggest drone attack".
TERROR = frozenset(("terror", "terrorist", "extremist", "jihadist", "islamist"))
AIMED = ("on", "against")
STATES = ("State", "Government")


def is_suffered(tree: Tree, noun: int) -> bool:
    """Whether a country that owns an event noun is where it happened: "Norway's bloodiest attack".

    Where it tells on whom, the owner did it: "Russia's deadliest attack on Kyiv".
    """
    if any(tree.case(k)[:1] and tree.case(k)[0] in AIMED for k in tree.kids(noun, "nmod")):
        return False
    before = [tree.tokens[k] for k in tree.kids(noun, "amod", "compound") if k < noun]
    ranked = [
        t
        for t in before
        if t.tag == "JJS" or any(tree.tokens[k].tag == "RBS" for k in tree.kids(t.i, "advmod"))
    ]
    return (
        any(t.lower in SUFFERING for t in ranked) or bool(ranked) and any(t.lower in TERROR for t in before)
    )


def suffers(tree: Tree, noun: int, owner: Argument) -> bool:
    """Whether an owner is a country that suffered what the noun names."""
    return owner.entity.type in STATES and is_suffered(tree, noun)


def where_suffered(tree: Tree, noun: int, resolver: Resolver) -> Argument | None:
    """The country that suffered it."""
    owners = tree.kids(noun, "nmod:poss")
    if not owners or not is_suffered(tree, noun):
        return None
    found = (a for k in owners for a in resolver.arguments(k, "actor"))
    return next((a for a in found if a.entity.type == "State"), None)
