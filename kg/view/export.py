"""The graph in formats of other programs."""

from __future__ import annotations

import re
from collections.abc import Callable

import networkx as nx
import pyoxigraph as ox
from rdflib import RDF, Graph
from rdflib.term import URIRef

import kg.turtle
from kg import vocab
from kg.errors import InputError
from kg.view.query import run_sparql
from kg.view.table import Cell, to_csv

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


def _sorted(graph: Graph) -> list[str]:
    return sorted(kg.turtle.ntriples(graph))


def ntriples(graph: Graph) -> str:
    """One triple a line, sorted: for comparing graphs with a text tool."""
    return "".join(f"{line}\n" for line in _sorted(graph))


def jsonld(graph: Graph) -> str:
    """JSON-LD, expanded: every IRI in full, one object a node, so that nothing need be looked up."""
    quads = ox.parse("\n".join(_sorted(graph)), format=ox.RdfFormat.N_TRIPLES)
    return (ox.serialize(quads, format=ox.RdfFormat.JSON_LD) or b"").decode("utf-8") + "\n"


def rdfxml(graph: Graph) -> str:
    """RDF/XML, for OWL editors. Control characters, which XML cannot hold, become U+FFFD."""
    prefixes = {str(prefix): str(namespace) for prefix, namespace in graph.namespaces()}
    quads = ox.parse("\n".join(_sorted(graph)), format=ox.RdfFormat.N_TRIPLES)
    text = (ox.serialize(quads, format=ox.RdfFormat.RDF_XML, prefixes=prefixes) or b"").decode("utf-8")
    # Oxigraph declares prefixes in any order; and an XML reader would take a bare carriage return for a line break.
    text = re.sub(
        r'( xmlns:\w+="[^"]*")+', lambda found: "".join(sorted(_attributes(found[0]))), text, count=1
    )
    return NOT_XML.sub("\ufffd", text).replace("\r", "&#13;")


def _attributes(text: str) -> list[str]:
    return re.findall(r' xmlns:\w+="[^"]*"', text)


def csv(graph: Graph) -> str:
    """One relation claim a line, with its evidence: an edge list."""
    return to_csv(run_sparql(graph, CLAIMS))


def graphml(graph: Graph) -> str:
    """Entities and their relation claims as a network, one edge a claim, for Gephi, yEd and Cytoscape."""
    network = nx.MultiDiGraph()
    claims = run_sparql(graph, CLAIMS)
    for row in claims.rows:
        claim = dict(zip(claims.columns, row, strict=True))
        ends = [str(claim.pop(end)) for end in ("subject_id", "object_id")]
        for end, label in zip(ends, ("subject", "object"), strict=True):
            types = sorted(str(cls).rsplit("#", 1)[-1] for cls in graph.objects(URIRef(end), RDF.type))
            network.add_node(end, label=_xml(str(claim[label])), type=", ".join(types))
        known = {key: _xml(value) for key, value in claim.items() if value is not None and key != "claim"}
        network.add_edge(*ends, key=str(claim["claim"]), **known)
    return "\n".join(nx.generate_graphml(network)) + "\n"


def _xml(value: Cell) -> Cell:
    return NOT_XML.sub("\ufffd", value) if isinstance(value, str) else value


FORMATS: dict[str, Callable[[Graph], str]] = {
    "turtle": kg.turtle.turtle,
    "ntriples": ntriples,
    "jsonld": jsonld,
    "rdfxml": rdfxml,
    "csv": csv,
    "graphml": graphml,
}


def export(graph: Graph, format: str) -> str:
    """The graph in one of FORMATS; the same graph gives the same text. InputError names the formats."""
    if format not in FORMATS:
        raise InputError(f"no format {format!r}; there are {', '.join(FORMATS)}")
    return FORMATS[format](graph)
