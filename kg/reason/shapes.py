"""Checks of single nodes: SHACL shapes, offsets against quotes, terms against the ontology."""

from __future__ import annotations

from collections.abc import Iterator

import pyshacl
from rdflib import RDF, SH, Graph
from rdflib.term import Node, URIRef

from kg import vocab
from kg.reason.findings import Finding
from kg.reason.logic import Axioms, short
from kg.reason.sources import evidence
from kg.turtle import ntriples


def shape_findings(graph: Graph, shapes: Graph) -> Iterator[Finding]:
    """One finding for each violation of a shape, by node and message."""
    # pySHACL looks up node by node: rdflib's own memory answers that a hundred times faster than a store behind it.
    memory = Graph()
    memory.parse(data="\n".join(ntriples(graph)), format="nt")
    _, results, _ = pyshacl.validate(memory, shacl_graph=shapes, inplace=True)
    if not isinstance(results, Graph):
        raise TypeError(f"pySHACL gave no report but {results!r}")
    rows = []
    for result in results.subjects(RDF.type, SH.ValidationResult):
        focus, path = results.value(result, SH.focusNode), results.value(result, SH.resultPath)
        value, message = results.value(result, SH.value), results.value(result, SH.resultMessage)
        if focus is not None:
            where = f" at {short(path)}" if isinstance(path, URIRef) else ""
            got = f" (found {short(value)!r})" if value is not None and value != focus else ""
            rows.append((short(focus), f"{message}{where}{got}", focus))
    for subject, text, focus in sorted(rows):
        yield Finding("shapes", "error", subject, text, evidence(graph, [focus]))


def offset_findings(graph: Graph) -> Iterator[Finding]:
    """Claims and mentions whose quote is not as long as their offsets say."""
    query = f"""SELECT ?node ?begin ?end ?quote WHERE {{
        ?node <{vocab.BEGIN}> ?begin ; <{vocab.END}> ?end ; <{vocab.QUOTE}> ?quote
        FILTER (STRLEN(?quote) != ?end - ?begin) }} ORDER BY ?node"""
    for node, begin, end, quote in graph.query(query):  # type: ignore[misc]
        message = f"offsets {begin} to {end} do not fit a quote of {len(quote)} characters"
        yield Finding("offsets", "error", short(node), message, evidence(graph, [node]))


def term_findings(graph: Graph, known: Axioms) -> Iterator[Finding]:
    """Classes and properties below our namespace that the ontology does not declare: allowed, but not checked."""
    used: set[Node] = set(graph.predicates(unique=True)) | set(graph.objects(None, RDF.type))
    for link in (vocab.PREDICATE, vocab.MANNER, vocab.EVENT_TYPE, vocab.STATUS):
        used |= set(graph.objects(None, URIRef(link)))
    unknown = sorted(str(t) for t in used if str(t).startswith(vocab.KG) and t not in known.terms)
    for term in unknown:
        message = "is used in the graph but not declared in the ontology, so nothing is known of its meaning"
        yield Finding("terms", "warning", short(term), message)
