"""Groups within groups: "3rd Battalion, 6th Marines", "Turkey within NATO"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.drafts import Draft
from kg.extract.grammar.frame import Frame
from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.records import Argument, Name, RelationStatus

RULE = "unit-of-unit"
PAST = ("retired", "former", "late", "ex")
ARMED = ("ArmedGroup", "ArmedForces", "Organisation")


def units_of_units(tree: Tree, resolver: Resolver) -> Iterator[Draft]:
    """The drafts of every unit whose name tells the larger unit it belongs to."""
    for i in tree.named:
        name = tree.names[i]
        if "within" in tree.words:
            yield from _within(tree, i, resolver)
        if name is not None and name.kind == "Person":
            yield from _of_force(tree, i, name, resolver)
        if tree.case(i) == ("of",):
            yield from _behind_person(tree, i, resolver)
        if name is None or name.within is None:
            continue
        part, whole = resolver.argument(i, "actor"), resolver.entity(name.within, "actor")
        if part is None or whole is None or part.entity.type not in ARMED or whole.type not in ARMED:
            continue
        around = Argument(whole, name.within.text, name.within.start, name.within.end)
        frame = Frame(i, (i,))
        cue = (name.start, name.within.end)
        yield Draft(RULE, frame, cue, "memberOf", subject=part, object=around, status="current")


def _within(tree: Tree, i: int, resolver: Resolver) -> Iterator[Draft]:
    """ "Turkey within NATO", "the Quds Force within the IRGC": the name right before "within" is of what follows."""
    case = next((k for k in tree.kids(i, "case") if tree.tokens[k].lower == "within"), None)
    if case is None or case == 0 or tree.name(case - 1) is None:
        return
    part, whole = resolver.argument(case - 1, "actor"), resolver.argument(i, "actor")
    if (
        part is None
        or whole is None
        or whole.entity.type not in ("Organisation", "ArmedGroup", "ArmedForces")
    ):
        return
    if part.entity.type in (*ARMED, "State") and part.entity.id != whole.entity.id:
        frame = Frame(case, (case,))
        cue = (tree.tokens[case].start, tree.tokens[case].end)
        yield Draft(RULE, frame, cue, "memberOf", subject=part, object=whole, status="current")


def _of_force(tree: Tree, i: int, name: Name, resolver: Resolver) -> Iterator[Draft]:
    """ "Jordanian Air Force lieutenant Muath al-Kasasbeh": who holds a rank of a force is of it."""
    token = tree.tokens[i]
    if token.start >= name.start:
        return
    kids = ((k, tree.name(k)) for k in tree.kids(i, "compound", "nmod") if k < i)
    before = [k for k, own in kids if own is not None and own.senses]
    person = resolver.argument(i, "actor") if before else None
    if person is None or person.entity.type != "Person":
        return
    for k in before:
        force = resolver.argument(k, "actor") if not tree.case(k) else None
        if force is not None and force.entity.type == "ArmedForces":
            cue = (token.start, name.start - 1)
            gone = k > 0 and tree.tokens[k - 1].lower in PAST
            status: RelationStatus = "former" if gone else "current"
            yield Draft(RULE, Frame(i, (i,)), cue, "memberOf", subject=person, object=force, status=status)


def _behind_person(tree: Tree, i: int, resolver: Resolver) -> Iterator[Draft]:
    """ "General Adam Smith, of the Quds Force", "Ali Musa of Hezbollah": who is named with his group is of it."""
    if tree.tokens[i].dep not in ("nmod", "appos"):
        return
    case = tree.kids(i, "case")[0]
    k = case - 2 if case >= 2 and tree.tokens[case - 1].lower == "," else case - 1
    name = tree.name(k) if k >= 0 else None
    person = resolver.argument(k, "actor") if name is not None else None
    force = resolver.argument(i, "actor") if person is not None and person.entity.type == "Person" else None
    is_rank = name is not None and (name.title is None or not name.title.of)
    if (
        person is None
        or force is None
        or not is_rank
        or force.entity.type not in ("ArmedGroup", "ArmedForces")
    ):
        return
    cue = (tree.tokens[case].start, tree.tokens[case].end)
    yield Draft(RULE, Frame(case, (case,)), cue, "memberOf", subject=person, object=force, status="current")
