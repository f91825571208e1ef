"""What of a graph an OWL reasoner is given, and the axioms of the ontology in a handy form."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from rdflib import OWL, RDF, RDFS, Graph
from rdflib.collection import Collection
from rdflib.term import Identifier, Literal, Node, URIRef

from kg import vocab

Statement: TypeAlias = tuple[Node, Node, Node]

# Fixed values of claims are the shapes' business: as nominals they slow a reasoner down and prove nothing more.
LEFT_TO_SHAPES = {
    URIRef(vocab.KG + name) for name in ("status", "compare", "scope", "manner", "eventType", "confidence")
}


@dataclass(slots=True)
class Axioms:
    """Classes and properties with those above them, disjoint classes, and the traits of properties."""

    above: dict[Node, set[Node]] = field(default_factory=dict)
    disjoint: set[frozenset[Node]] = field(default_factory=set)
    domains: dict[Node, set[Node]] = field(default_factory=dict)
    ranges: dict[Node, set[Node]] = field(default_factory=dict)
    traits: dict[Node, set[Node]] = field(default_factory=dict)
    properties: set[Node] = field(default_factory=set)
    terms: set[Node] = field(default_factory=set)


def dl_ontology(ontology: Graph) -> Graph:
    """The ontology without what uses RDF's own vocabulary, which OWL 2 DL forbids: claims being rdf:Statements."""
    kept = Graph()
    for triple in ontology:
        if RDF.Statement not in triple:
            kept.add(triple)
    return kept


def axioms(ontology: Graph) -> Axioms:
    """The axioms that a contradiction can be explained by. Class expressions are left to the reasoner."""
    found = Axioms(terms=set(ontology.subjects(RDF.type)))
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        found.properties |= set(ontology.subjects(RDF.type, kind))
    for link in (RDFS.subClassOf, RDFS.subPropertyOf):
        for term in set(ontology.subjects(link)):
            found.above[term] = {
                up for up in ontology.transitive_objects(term, link) if isinstance(up, URIRef)
            }
    for table, link in ((found.domains, RDFS.domain), (found.ranges, RDFS.range)):
        for prop, cls in ontology.subject_objects(link):
            if isinstance(cls, URIRef):
                table.setdefault(prop, set()).add(cls)
    for prop in found.properties:
        found.traits[prop] = set(ontology.objects(prop, RDF.type))
    found.disjoint = {frozenset(pair) for pair in ontology.subject_objects(OWL.disjointWith)}
    for node in ontology.subjects(RDF.type, OWL.AllDisjointClasses):
        listed = ontology.value(node, OWL.members)
        members = list(Collection(ontology, listed)) if listed is not None else []
        found.disjoint |= {frozenset((one, other)) for one in members for other in members if one != other}
    return found


def logical_statements(graph: Graph, known: Axioms) -> list[Statement]:
    """The triples that say something in OWL: classes of nodes, and properties that are not annotations.

    Nodes that only have one class of the ontology, and nothing else, cannot contradict anything and are left out.
    """
    kept: list[Statement] = [
        *graph.triples((None, RDF.type, None)),
        *(
            t
            for p in known.properties - LEFT_TO_SHAPES
            if isinstance(p, URIRef)
            for t in graph.triples((None, p, None))
        ),
    ]
    count: dict[Node, int] = {}
    for subject, _, value in kept:
        count[subject] = count.get(subject, 0) + 1
        if not isinstance(value, Literal):
            count[value] = count.get(value, 0) + 1
    return [t for t in kept if t[1] != RDF.type or count[t[0]] > 1]


def ntriples(statements: Iterable[Statement]) -> bytes:
    """The statements as N-Triples, the one RDF format besides RDF/XML that owlready2 reads."""
    lines = (" ".join(_n3(term) for term in statement) for statement in statements)
    return "".join(f"{line} .\n" for line in lines).encode("utf-8")


def _n3(term: Node) -> str:
    if isinstance(term, Literal):
        # No Turtle shorthands such as 3 or true here; N-Triples escapes strings as JSON does.
        datatype = term.datatype or URIRef(vocab.XSD + "string")
        return f"{json.dumps(str(term), ensure_ascii=False)}^^{datatype.n3()}"
    assert isinstance(term, Identifier)
    return term.n3()


def short(term: Node | str) -> str:
    """A node as people name it: kg:Place, the last part of an IRI of ours."""
    text = str(term)
    if text.startswith(vocab.KG):
        return "kg:" + text.removeprefix(vocab.KG)
    return "/".join(text.rsplit("/", 2)[-2:]) if "/" in text else text
