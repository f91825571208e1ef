"""Leads from a node or statement back to the claims it comes from."""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import RDF, Graph
from rdflib.term import Node, URIRef

from kg import vocab
from kg.reason.findings import Evidence
from kg.reason.logic import Statement, short

ROLES = [
    URIRef(iri)
    for iri in (
        *(vocab.SUBJECT, vocab.OBJECT, vocab.AGENT, vocab.TARGET),
        *(vocab.VICTIM, vocab.PLACE, vocab.ATTRIBUTED_TO, vocab.MENTION),
    )
]
QUOTE, DERIVED_FROM = URIRef(vocab.QUOTE), URIRef(vocab.DERIVED_FROM)
DOCUMENT_ID = URIRef(vocab.DOCUMENT_ID)
AT_MOST = 3


def evidence(graph: Graph, claims: Iterable[Node]) -> tuple[Evidence, ...]:
    """The sentences of up to three claims. A node that is no claim stands for the claims that refer to it."""
    found: set[Evidence] = set()
    for node in claims:
        named = [node] if (node, DERIVED_FROM, None) in graph else referring(graph, node)
        for claim in sorted(named, key=str)[:AT_MOST]:
            found |= {_evidence(graph, claim)}
    return tuple(sorted(found))[:AT_MOST]


def _evidence(graph: Graph, claim: Node) -> Evidence:
    article = graph.value(claim, DERIVED_FROM)
    document = graph.value(article, DOCUMENT_ID) if article is not None else None
    return Evidence(short(claim), str(graph.value(claim, QUOTE) or ""), str(document or article or ""))


def referring(graph: Graph, node: Node) -> list[Node]:
    """The claims in which a node plays a part. Agreements have places too, but are no claims."""
    found = {claim for role in ROLES for claim in graph.subjects(role, node)}
    return [claim for claim in found if (claim, DERIVED_FROM, None) in graph]


def claims_of(graph: Graph, statement: Statement) -> list[Node]:
    """The claims behind a statement: those of a plain triple, the claim itself, or those that name its node."""
    subject, predicate, value = statement
    if (subject, DERIVED_FROM, None) in graph:
        return [subject]
    if predicate != RDF.type:
        claims = set(graph.subjects(URIRef(vocab.SUBJECT), subject)) & set(
            graph.subjects(URIRef(vocab.OBJECT), value)
        )
        links = (URIRef(vocab.PREDICATE), URIRef(vocab.MANNER))
        claims = {claim for claim in claims if any((claim, link, predicate) in graph for link in links)}
        if claims:
            return sorted(claims, key=str)
    return referring(graph, subject)[:AT_MOST]
