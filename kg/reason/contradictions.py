"""Finds and names contradictions by the ontology's axioms: which node, which axiom, which statements.

HermiT says that a graph is inconsistent and not why. These rules (classes above, domains, ranges, disjointness,
asymmetric, irreflexive and functional properties) cover the axioms our ontology uses; what they miss, explain.py
narrows down with the reasoner.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rdflib import OWL, RDF
from rdflib.term import Literal, Node, URIRef

from kg.reason.logic import Axioms, Statement, short
from kg.vocab import XSD


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A node, what is wrong with it, and the statements that make it so."""

    node: Node
    message: str
    statements: tuple[Statement, ...]


def contradictions(statements: Iterable[Statement], known: Axioms) -> list[Contradiction]:
    """Every contradiction among the statements that a single axiom shows, in a fixed order."""
    statements = list(statements)
    found = [*_disjoint(statements, known), *_traits(statements, known), *_numbers(statements, known)]
    unique = {(short(c.node), c.message): c for c in found}
    return [unique[key] for key in sorted(unique)]


def reasons(statement: Statement, known: Axioms) -> Iterator[tuple[Node, Node, str]]:
    """Node, class and explanation for each class that a statement puts a node in."""
    subject, predicate, value = statement
    if predicate == RDF.type:
        yield subject, value, f"stated to be {short(value)}"
        return
    for prop in known.above.get(predicate, {predicate}) | {predicate}:
        symmetric = OWL.SymmetricProperty in known.traits.get(prop, ())
        for node, classes, end in (
            (subject, known.domains.get(prop, set()), "subject"),
            (value, known.ranges.get(prop, set()), "object"),
        ):
            ends = classes | (
                known.domains.get(prop, set()) | known.ranges.get(prop, set()) if symmetric else set()
            )
            for cls in ends:
                if not isinstance(node, Literal):
                    said = f"{short(subject)} {short(predicate)} {short(value)}"
                    yield node, cls, f"{short(cls)} as {end} of {short(predicate)} ({said})"


def _disjoint(statements: list[Statement], known: Axioms) -> Iterator[Contradiction]:
    classes: dict[Node, dict[Node, tuple[str, Statement]]] = {}
    for statement in statements:
        for node, cls, why in reasons(statement, known):
            classes.setdefault(node, {}).setdefault(cls, (why, statement))
    for node, found in classes.items():
        ordered = sorted(found, key=str)
        for i, one in enumerate(ordered):
            for other in ordered[i + 1 :]:
                clash = _clash(one, other, known)
                if clash:
                    (why, first), (because, second) = found[one], found[other]
                    message = f"{why}, and {because}, but nothing is both {clash}"
                    yield Contradiction(node, message, tuple(dict.fromkeys((first, second))))


def _clash(one: Node, other: Node, known: Axioms) -> str | None:
    """The disjointness axiom that two classes run into, in words."""
    ups = known.above.get(one, set()) | {one}
    others = known.above.get(other, set()) | {other}
    pairs = sorted(
        sorted((short(a), short(b)))
        for a in ups
        for b in others
        if frozenset((a, b)) in known.disjoint and a != b
    )
    return " and ".join(pairs[0]) if pairs else None


def _traits(statements: list[Statement], known: Axioms) -> Iterator[Contradiction]:
    said = set(statements)
    values: dict[tuple[Node, Node], list[Statement]] = {}
    for statement in statements:
        subject, predicate, value = statement
        for prop in known.above.get(predicate, {predicate}) | {predicate}:
            traits = known.traits.get(prop, ())
            back = (value, predicate, subject)
            if subject == value and {OWL.IrreflexiveProperty, OWL.AsymmetricProperty} & set(traits):
                yield Contradiction(subject, f"{short(prop)} itself, which nothing can", (statement,))
            elif OWL.AsymmetricProperty in traits and back in said and str(subject) < str(value):
                message = (
                    f"{short(prop)} {short(value)} and the other way round, but {short(prop)} is asymmetric"
                )
                yield Contradiction(subject, message, (statement, back))
            if OWL.FunctionalProperty in traits:
                values.setdefault((subject, prop), []).append(statement)
    for (subject, prop), several in values.items():
        different = sorted({str(statement[2]) for statement in several})
        if len(different) > 1:
            listed = " and ".join(short(value) for value in different)
            message = f"has {listed} as {short(prop)}, which has one value only"
            yield Contradiction(subject, message, tuple(several))


def _numbers(statements: list[Statement], known: Axioms) -> Iterator[Contradiction]:
    counting = URIRef(XSD + "nonNegativeInteger")
    for statement in statements:
        subject, predicate, value = statement
        if counting in known.ranges.get(predicate, ()) and not str(value).removeprefix("+").isdecimal():
            message = f"has {str(value)!r} as {short(predicate)}, which takes a number from 0 up"
            yield Contradiction(subject, message, (statement,))
