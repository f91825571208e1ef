"""The graph in formats of other programs."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import networkx as nx
import pyoxigraph as ox
from oxrdflib import OxigraphStore
from rdflib import Graph
from rdflib.term import Node, URIRef

from kg import vocab
from kg.errors import InputError
from kg.view.query import run_sparql
from kg.view.table import to_csv

NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

CLAIMS = f"""
PREFIX kg: <{vocab.KG}>
PREFIX rdf: <{vocab.RDF}>
PREFIX rdfs: <{vocab.RDFS}>
PREFIX dc: <{vocab.DC}>
PREFIX dcterms: <{vocab.DCTERMS}>
PREFIX nif: <{vocab.NIF}>
PREFIX prov: <{vocab.PROV}>
SELECT ?claim ?subject_id ?subject ?relation ?object_id ?object ?status ?said_by ?since ?until ?when
       ?confidence ?rule ?sentence ?publisher ?date ?article
WHERE {{
    ?claim a kg:RelationClaim ; rdf:subject ?subject_id ; rdf:predicate ?tie ; rdf:object ?object_id ;
           kg:status ?how ; kg:confidence ?confidence ; kg:rule ?rule ; nif:anchorOf ?sentence ;
           prov:wasDerivedFrom ?source .
    ?subject_id rdfs:label ?subject .
    ?object_id rdfs:label ?object .
    ?source kg:documentId ?article .
    OPTIONAL {{ ?claim kg:manner ?manner }}
    BIND (STRAFTER(STR(COALESCE(?manner, ?tie)), "#") AS ?relation)
    BIND (STRAFTER(STR(?how), "#") AS ?status)
    OPTIONAL {{ ?claim kg:attributedTo/rdfs:label ?said_by }}
    OPTIONAL {{ ?claim kg:since ?since }}
    OPTIONAL {{ ?claim kg:until ?until }}
    OPTIONAL {{ ?claim kg:when ?when }}
    OPTIONAL {{ ?source dc:publisher ?publisher }}
    OPTIONAL {{ ?source dcterms:date ?date }}
}}
ORDER BY ?article ?claim"""


def _sorted_lines(graph: Graph) -> list[str]:
    fast = isinstance(graph.store, OxigraphStore)
    data = graph.serialize(format="ox-nt" if fast else "nt", encoding="utf-8").decode("utf-8")
    return sorted(line for line in data.split("\n") if line)


def ntriples(graph: Graph) -> str:
    """One triple a line, sorted: for comparing graphs with a text tool."""
    return "".join(f"{line}\n" for line in _sorted_lines(graph))


def _rewritten(graph: Graph, syntax: ox.RdfFormat, data: str) -> str:
    prefixes = {str(prefix): str(namespace) for prefix, namespace in sorted(graph.namespaces())}
    quads = ox.parse(data, format=ox.RdfFormat.N_TRIPLES)
    return (ox.serialize(quads, format=syntax, prefixes=prefixes) or b"").decode("utf-8")


def turtle(graph: Graph) -> str:
    """Turtle by node IRI. `kg build` writes graph.ttl in an order made for reading."""
    lines = "".join(f"{line}\n" for line in _sorted_lines(graph))
    text = _rewritten(graph, ox.RdfFormat.TURTLE, lines)
    declared = sorted(line for line in text.split("\n") if line.startswith("@prefix "))
    return "\n".join([*declared, re.sub(r"\A(@prefix [^\n]*\n)*", "", text)])
