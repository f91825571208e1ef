"""Where a force or band is by its name or class: "the UN mission in Mali", "the Somali militant group Al-Shabaab"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.drafts import Draft
from kg.extract.grammar.frames import Frame
from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.extract.references.state import PLACES
from kg.records import Argument, Token

BANDS = frozenset("group militia movement faction organisation organization insurgency".split())
FORCES = ("ArmedForces", "ArmedGroup", "Organisation")
IN_NAME = re.compile(r"(?:mission|force|forces|peacekeepers|troops) in (?=\S)")


def told_by_name(token: Token, resolver: Resolver) -> Iterator[Draft]:
    """ "The UN peacekeeping mission in Mali", "the UN-led force in Congo": the name tells where a force is."""
    told = IN_NAME.search(token.text)
    force = resolver.argument(token.i, "actor") if told is not None else None
    if told is None or force is None or force.entity.type not in FORCES:
        return
    start, text = token.start + told.end(), token.text[told.end() :]
    found = resolver.part(text.removeprefix("the "), start)
    place = resolver.place_called(text) or (found.entity if found is not None else None)
    if place is not None and place.type in PLACES:
        at = Argument(place, text, start, token.end)
        cue = (token.start, token.end)
        frame = Frame(token.i, (token.i,))
        yield Draft("present-in", frame, cue, "operatesIn", subject=force, object=at)


def told_by_noun(tree: Tree, i: int, resolver: Resolver, armed: frozenset[str]) -> Iterator[Draft]:
    """ "The Mindanao rebel group MILF", "Sudan's main rebel group, the JEM": a band with a name is of that place."""
    token = tree.tokens[i]
    before = [k for k in tree.kids(i, "nmod:poss", "amod", "compound") if k < i]
    if token.tag != "NN" or not any(tree.tokens[k].lower in armed for k in before):
        return
    before += [k for b in before for k in tree.kids(b, "compound", "amod", "nmod:poss")]
    named = [k for k in before if tree.name(k) is not None]
    band = _band(tree, i, resolver) if named else None
    if band is None or band.entity.type != "ArmedGroup":
        return
    for k in named:
        for place in resolver.arguments(k, "place"):
            if place.entity.type in PLACES:
                cue = (token.start, token.end)
                yield Draft("present-in", Frame(i, (i,)), cue, "operatesIn", subject=band, object=place)


def _band(tree: Tree, i: int, resolver: Resolver) -> Argument | None:
    """Who is called a band by the noun, or bears the name that it stands before."""
    head = tree.tokens[i].head
    stands_before = tree.tokens[i].dep == "compound" and head == i + 1 and tree.name(head) is not None
    return resolver.argument(head if stands_before else i, "actor")
