"""Claims and documents to a graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from oxrdflib import OxigraphStore
from pyoxigraph import Quad, Store
from rdflib import Graph
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from kg.graph.articles import article_statements, document_statements
from kg.graph.claims import claim_statements
from kg.graph.entities import EntityInfo, agreement_statements, entity_statements, plain_statements
from kg.graph.names import Names
from kg.graph.terms import Statement
from kg.identifiers import BASE_IRI
from kg.records import Claim, Document


def build_graph(
    claims: Iterable[Claim],
    documents: Iterable[Document],
    *,
    base: str = BASE_IRI,
    entities: Iterable[EntityInfo] = (),
) -> Graph:
    """The graph of claims, the same for any order of the claims and documents, in an Oxigraph store.

    `base` is the IRI below which nodes are named; classes and properties always have the ontology's own.
    `entities` tells what a dictionary knows of entities; those no claim names are left out.
    GraphError for a base, class or predicate that cannot be part of an IRI.
    """
    names = Names(base)
    store = Store()
    store.bulk_extend(Quad(*statement) for statement in _statements(claims, documents, entities, names))
    graph = Graph(OxigraphStore(store=store), identifier=DATASET_DEFAULT_GRAPH_ID, bind_namespaces="none")
    for prefix, namespace in names.prefixes().items():
        graph.bind(prefix, namespace)
    return graph


def _statements(
    claims: Iterable[Claim], documents: Iterable[Document], infos: Iterable[EntityInfo], names: Names
) -> Iterator[Statement]:
    claims = list(claims)
    known = set()
    for document in documents:
        known.add(document.id)
        yield from document_statements(document, names)
    yield from article_statements(claims, known, names)
    yield from entity_statements(claims, infos, names)
    yield from agreement_statements(claims, names)
    yield from plain_statements(claims, names)
    for claim in claims:
        yield from claim_statements(claim, names)
