"""Article nodes: what is known of each document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from kg import vocab
from kg.graph import terms
from kg.graph.claims import TYPE
from kg.graph.names import Names
from kg.graph.terms import Statement
from kg.records import Claim, Document

ARTICLE, DOCUMENT_ID = NamedNode(vocab.ARTICLE), NamedNode(vocab.DOCUMENT_ID)
PUBLISHER, DATE = NamedNode(vocab.PUBLISHER), NamedNode(vocab.DATE)


def document_statements(document: Document, names: Names) -> Iterator[Statement]:
    node = names.article(document.id)
    yield node, TYPE, ARTICLE
    yield node, DOCUMENT_ID, terms.text(document.id)
    for predicate, value in (
        (vocab.TITLE, document.title),
        (vocab.PUBLISHER, document.publisher),
        (vocab.URL, document.url),
        (vocab.DESCRIPTION, document.note),
    ):
        if value:
            yield node, NamedNode(predicate), terms.text(value)
    if document.published:
        yield node, DATE, terms.day(document.published)


def article_statements(claims: Iterable[Claim], known: set[str], names: Names) -> Iterator[Statement]:
    """Articles that claims come from and no document describes: what the claims themselves know of them."""
    for claim in claims:
        if claim.document not in known:
            stub = Document(claim.document, "", publisher=claim.publisher, published=claim.published)
            yield from document_statements(stub, names)
