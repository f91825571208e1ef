"""All checks of a graph in one report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rdflib import RDF, Graph
from rdflib.term import Node, URIRef

from kg import vocab
from kg.errors import GraphError
from kg.reason import hermit
from kg.reason.contradictions import Contradiction, contradictions
from kg.reason.explain import conflict
from kg.reason.findings import Finding, Report
from kg.reason.logic import Axioms, Statement, axioms, dl_ontology, logical_statements, short
from kg.reason.shapes import offset_findings, shape_findings, term_findings
from kg.reason.sources import claims_of, evidence
from kg.resources import resource

NO_JAVA = (
    "Java is missing, so HermiT did not run: contradictions were looked for by rule only; "
    "get it with: apt-get install default-jre-headless"
)


def check(graph: Graph, *, java: bool = True, seconds: float = 60.0) -> Report:
    """What contradicts the ontology or the shapes in a graph of claims, each with its sentences.

    `java=False` leaves HermiT out. `seconds` bounds the search for what HermiT finds and the rules cannot name.
    """
    ontology = Graph().parse(resource("ontology/conflict.ttl"))
    known = axioms(ontology)
    statements = logical_statements(graph, known)
    found = contradictions(statements, known)
    findings = [
        *_named(graph, found, "error"),
        *_named(graph, _claimed(graph, statements, found, known), "warning"),
    ]
    notes, verdict = [NO_JAVA], None
    if java and hermit.java():
        verdict, unnamed, note = _reason(ontology, statements, found, seconds)
        findings += _unnamed(graph, unnamed)
        notes = [note]
    elif not java:
        notes = ["HermiT was left out: contradictions were looked for by rule only"]
    findings += shape_findings(graph, Graph().parse(resource("ontology/shapes.ttl")))
    findings += [*offset_findings(graph), *term_findings(graph, known)]
    findings.sort(key=lambda finding: (finding.severity != "error", finding.subject, finding.message))
    return Report(tuple(findings), tuple(notes), verdict)


def _named(graph: Graph, found: Iterable[Contradiction], severity: str) -> Iterator[Finding]:
    for each in found:
        claims = [claim for statement in each.statements for claim in claims_of(graph, statement)]
        level = "error" if severity == "error" else "warning"
        yield Finding("ontology", level, short(each.node), each.message, evidence(graph, claims))  # type: ignore[arg-type]


def _claimed(
    graph: Graph, statements: Sequence[Statement], found: Sequence[Contradiction], known: Axioms
) -> list[Contradiction]:
    """What would contradict if every relation claim were true, whatever its status and whoever says it: the wrong
    kind of subject or object is a fault of reading even in a denial."""
    as_if: list[Statement] = []
    for claim in graph.subjects(RDF.type, URIRef(vocab.RELATION_CLAIM)):
        ends = [graph.value(claim, URIRef(iri)) for iri in (vocab.SUBJECT, vocab.PREDICATE, vocab.OBJECT)]
        if all(end is not None for end in ends):
            as_if.append((ends[0], ends[1], ends[2]))  # type: ignore[arg-type]
    types = [statement for statement in statements if statement[1] == RDF.type]
    named = {(each.node, each.message) for each in found}
    # Only kinds are compared: two claims of different status do not contradict each other.
    both = contradictions([*types, *_types(graph, as_if), *as_if], _kinds(known))
    return [each for each in both if (each.node, each.message) not in named]


def _types(graph: Graph, as_if: Iterable[Statement]) -> list[Statement]:
    ends: set[Node] = {end for subject, _, value in as_if for end in (subject, value)}
    return [triple for end in ends for triple in graph.triples((end, RDF.type, None))]


def _kinds(known: Axioms) -> Axioms:
    return Axioms(known.above, known.disjoint, known.domains, known.ranges)


def _reason(
    ontology: Graph, statements: Sequence[Statement], found: Sequence[Contradiction], seconds: float
) -> tuple[bool | None, tuple[Statement, ...], str]:
    """HermiT's verdict; the statements of a contradiction that has no name yet; a note on what was found."""
    tbox = list(dl_ontology(ontology))

    def agree(some: Sequence[Statement]) -> bool:
        return hermit.consistent(tbox, some)

    try:
        if agree(statements):
            return True, (), "HermiT finds the graph consistent with the ontology"
        culprits = {statement for each in found for statement in each.statements}
        # In order, so that the search finds the same conflict each time, and a node's statements stay together.
        rest = sorted(set(statements) - culprits, key=str)
        if found and agree(rest):
            return (
                False,
                (),
                "HermiT finds the graph inconsistent; without the statements named it is consistent",
            )
        return False, conflict(rest, agree, seconds), "HermiT finds the graph inconsistent"
    except GraphError as error:
        return None, (), str(error)


def _unnamed(graph: Graph, statements: Sequence[Statement]) -> Iterator[Finding]:
    if statements:
        listed = "; ".join(" ".join(short(term) for term in statement) for statement in statements[:12])
        more = f" and {len(statements) - 12} more" if len(statements) > 12 else ""
        claims = [claim for statement in statements[:3] for claim in claims_of(graph, statement)]
        message = f"these statements cannot all be true: {listed}{more}"
        yield Finding("reasoner", "error", short(statements[0][0]), message, evidence(graph, claims))
