"""A claim as one flat RDF node, and the mentions it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from kg import vocab
from kg.graph import terms
from kg.graph.names import Names, term
from kg.graph.terms import Statement
from kg.records import Argument, Casualties, Claim, Event, Relation

TYPE, MENTION = NamedNode(vocab.TYPE), NamedNode(vocab.MENTION)
MENTION_CLASS, STANDS_FOR = NamedNode(vocab.MENTION_CLASS), NamedNode(vocab.STANDS_FOR)
QUOTE, BEGIN, END = NamedNode(vocab.QUOTE), NamedNode(vocab.BEGIN), NamedNode(vocab.END)
CONTEXT = NamedNode(vocab.CONTEXT)
COUNTS = ("killed", "injured", "displaced", "captured")


def roles(claim: Claim) -> Iterator[tuple[str, Argument]]:
    """Every participant of a claim with the IRI of its role, the speaker included."""
    match claim:
        case Relation():
            yield vocab.SUBJECT, claim.subject
            yield vocab.OBJECT, claim.object
        case Event():
            yield from ((vocab.AGENT, argument) for argument in claim.agents)
            yield from ((vocab.TARGET, argument) for argument in claim.targets)
        case Casualties():
            yield from ((vocab.VICTIM, argument) for argument in claim.victims)
            yield from ((vocab.AGENT, argument) for argument in claim.agents)
    if isinstance(claim, Relation | Event | Casualties) and claim.place:
        yield vocab.PLACE, claim.place
    if claim.attribution:
        yield vocab.ATTRIBUTED_TO, claim.attribution


def claim_statements(claim: Claim, names: Names) -> Iterator[Statement]:
    """The claim's node with all it says and its evidence, and the nodes of its mentions."""
    node = names.claim(claim.id)
    for predicate, value in _said(claim, names):
        yield node, NamedNode(predicate), value
    for predicate, value in _evidence(claim, names):
        yield node, NamedNode(predicate), value
    for predicate, argument in roles(claim):
        mention = names.mention(claim.document, argument.start, argument.end)
        yield node, NamedNode(predicate), names.entity(argument.entity.id)
        yield node, MENTION, mention
        yield from _mention(mention, argument, names.article(claim.document), names)


def _mention(node: NamedNode, argument: Argument, article: NamedNode, names: Names) -> Iterator[Statement]:
    """A node of its own, shared by the claims that rest on the same words: several agents of one claim could not
    be told apart by flat properties."""
    yield node, TYPE, MENTION_CLASS
    yield node, STANDS_FOR, names.entity(argument.entity.id)
    yield node, QUOTE, terms.text(argument.mention)
    yield node, BEGIN, terms.integer(argument.start)
    yield node, END, terms.integer(argument.end)
    yield node, CONTEXT, article


def _evidence(claim: Claim, names: Names) -> Iterator[tuple[str, NamedNode | Literal]]:
    yield vocab.STATUS, term(claim.status, "status")
    yield vocab.DERIVED_FROM, names.article(claim.document)
    yield vocab.QUOTE, terms.text(claim.sentence)
    yield vocab.BEGIN, terms.integer(claim.start)
    yield vocab.END, terms.integer(claim.end)
    yield vocab.CUE, terms.text(claim.cue.text)
    yield vocab.CUE_BEGIN, terms.integer(claim.cue.start)
    yield vocab.CUE_END, terms.integer(claim.cue.end)
    yield vocab.RULE, terms.text(claim.rule)
    yield vocab.CONFIDENCE, terms.decimal(claim.confidence)
    for predicate, value in (
        (vocab.SINCE, claim.since),
        (vocab.UNTIL, claim.until),
        (vocab.WHEN, claim.when),
    ):
        if value is not None:
            yield predicate, terms.day(value)


def _said(claim: Claim, names: Names) -> Iterator[tuple[str, NamedNode | Literal]]:
    """What a claim of its kind says, participants aside."""
    match claim:
        case Relation():
            yield vocab.TYPE, NamedNode(vocab.RELATION_CLAIM)
            yield vocab.PREDICATE, term(claim.predicate, "predicate")
            if claim.manner:
                yield vocab.MANNER, term(claim.manner, "manner")
            if claim.position:
                yield vocab.POSITION, terms.text(claim.position)
        case Event():
            yield vocab.TYPE, NamedNode(vocab.EVENT_CLAIM)
            yield vocab.EVENT_TYPE, term(vocab.event_class(claim.type).removeprefix(vocab.KG), "event type")
            if claim.weapon:
                yield vocab.WEAPON, terms.text(claim.weapon)
        case Casualties():
            yield vocab.TYPE, NamedNode(vocab.CASUALTY_CLAIM)
            for kind in COUNTS:
                if (number := getattr(claim, kind)) is not None:
                    yield vocab.KG + kind, terms.integer(number)
            yield vocab.COMPARE, NamedNode(vocab.KG + vocab.COMPARISONS[claim.compare])
            yield vocab.SCOPE, term(claim.scope, "scope")
            if claim.part_of:
                yield vocab.PART_OF, names.claim(claim.part_of)
