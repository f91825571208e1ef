"""Units within units: "3rd Battalion, 6th Marines" is a battalion of a regiment."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.drafts import Draft
from kg.extract.frame import Frame
from kg.extract.resolve import Resolver
from kg.extract.syntax import Tree
from kg.records import Argument

RULE = "unit-of-unit"
ARMED = ("ArmedGroup", "ArmedForces", "Organisation")


def units_of_units(tree: Tree, resolver: Resolver) -> Iterator[Draft]:
    """The drafts of every unit whose name tells the larger unit it belongs to."""
    for token in tree.tokens:
        name = tree.name(token.i)
        if name is None or name.within is None:
            continue
        part, whole = resolver.argument(token.i, "actor"), resolver.entity(name.within, "actor")
        if part is None or whole is None or part.entity.type not in ARMED or whole.type not in ARMED:
            continue
        around = Argument(whole, name.within.text, name.within.start, name.within.end)
        frame = Frame(token.i, (token.i,))
        cue = (name.start, name.within.end)
        yield Draft(RULE, frame, cue, "memberOf", subject=part, object=around, status="current")
