"""Several of one office: "the Greek and French ministers, X and Y", "his Greek and French counterparts, X and Y"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.drafts import Draft
from kg.extract.grammar.frames import Frame
from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.extract.relations.denoted import listed


def counterparts(tree: Tree, i: int, resolver: Resolver) -> Iterator[Draft]:
    """ "His Greek and French counterparts, Nikos Dendias and Jean-Yves Le Drian": each holds the same office."""
    yield from of_each(tree, i, i, _position_of(tree, i, resolver) or tree.tokens[i].lemma, resolver)


def of_each(tree: Tree, first: int, i: int, position: str, resolver: Resolver) -> Iterator[Draft]:
    """An office in the plural, at tokens first to i, between its states and its holders in the same order."""
    token = tree.tokens[i]
    before = first - 1
    while before >= 0 and (tree.name(before) is not None or tree.tokens[before].lower in (",", "and")):
        before -= 1
    behind = i + 1
    while behind < len(tree.tokens) and tree.tokens[behind].lower in (",", "the"):
        behind += 1
    if behind >= len(tree.tokens) or tree.name(behind) is None:
        return
    named = [k for k in range(before + 1, first) if tree.name(k) is not None]
    states = [a for k in named if (a := resolver.argument(k, "actor")) is not None]
    people = [a for k in listed(tree, behind) if (a := resolver.argument(k, "actor")) is not None]
    if len(states) != len(named) or len(people) < len(states):
        return
    for state, person in zip(states, people, strict=False):
        if state.entity.type == "State" and person.entity.type == "Person":
            cue = (tree.tokens[first].start, token.end)
            yield Draft(
                "office",
                Frame(i, (i,)),
                cue,
                "holdsPosition",
                subject=person,
                object=state,
                position=position,
            )


def _position_of(tree: Tree, i: int, resolver: Resolver) -> str | None:
    """The office, told in this sentence, of the person whose counterpart is spoken of."""
    for k in tree.kids(i, "nmod:poss"):
        owner = resolver.argument(k, "actor")
        for name in tree.sentence.names:
            if owner is not None and name.title is not None and resolver.entity(name) == owner.entity:
                return name.title.text
    return None
