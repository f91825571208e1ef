"""Sound graphs pass; each planted fault is found, named, and led back to its sentence."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable, Sequence

import pytest
from graph.samples import FT, HTS, all_claims, all_documents, extra_claims, ft_claims, hts_claims
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from kg import vocab
from kg.graph import build_graph
from kg.reason import Report, check, hermit
from kg.reason.explain import conflict
from kg.reason.logic import axioms, dl_ontology, logical_statements
from kg.records import Claim, Entity, Relation
from kg.resources import resource

KG = Namespace(vocab.KG)
ENTITY = Namespace("https://w3id.org/conflict-kg/entity/")
CLAIM = Namespace("https://w3id.org/conflict-kg/claim/")


def backs_assad() -> Relation:
    found = next(c for c in ft_claims() if c.id == "002-backs-Russia-BasharAlAssad")
    assert isinstance(found, Relation)
    return found


def other_type(claim: Relation, name: str, **changes: object) -> Relation:
    """The claim with its object taken for an entity of another class."""
    entity = dataclasses.replace(claim.object.entity, type=name)
    return dataclasses.replace(claim, object=dataclasses.replace(claim.object, entity=entity), **changes)


def messages(report: Report) -> list[str]:
    return [f"{finding.severity} {finding.subject}: {finding.message}" for finding in report.findings]


def test_sound_claims_pass_without_java() -> None:
    report = check(build_graph(all_claims(), all_documents()), java=False)
    assert report.findings == ()
    assert report.ok
    assert report.consistent is None
    assert "HermiT was left out" in report.notes[0]


@pytest.mark.java
def test_sound_claims_pass() -> None:
    assert shutil.which("java"), "HermiT needs Java (Debian: default-jre-headless)"
    report = check(build_graph(all_claims(), all_documents()))
    assert report.findings == ()
    assert report.consistent is True
    assert report.notes == ("HermiT finds the graph consistent with the ontology",)


def test_without_java_the_rest_runs_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hermit, "java", lambda: None)
    graph = build_graph([backs_assad(), other_type(backs_assad(), "Place", id="b")], [])
    report = check(graph)
    assert "Java is missing" in report.notes[0]
    assert "default-jre-headless" in report.notes[0]
    assert not report.ok


# Planted faults that contradict the ontology: claims, and what the report must say.

FAULTS: dict[str, tuple[Callable[[], list[Claim]], str, str]] = {
    "one entity, two disjoint classes": (
        lambda: [backs_assad(), other_type(backs_assad(), "Place", id="b")],
        "entity/BasharAlAssad",
        "stated to be kg:Person, and stated to be kg:Place, but nothing is both kg:Person and kg:Place",
    ),
    "a person as an agreement": (
        lambda: [dataclasses.replace(backs_assad(), predicate="brokered")],
        "entity/BasharAlAssad",
        "kg:Agreement as object of kg:brokered (entity/Russia kg:brokered entity/BasharAlAssad)",
    ),
    "an armed group as a place": (
        lambda: [dataclasses.replace(backs_assad(), object=extra_claims()[0].object, predicate="locatedIn")],
        "entity/Hezbollah",
        "kg:Place as object of kg:locatedIn",
    ),
    "a place of an event that is a government": (
        lambda: [
            dataclasses.replace(c, place=c.agents[0]) for c in hts_claims() if c.rule == "Deployment-test"
        ],
        "entity/SyrianGovernment",
        "kg:Place as object of kg:place",
    ),
    "itself": (
        lambda: [dataclasses.replace(backs_assad(), object=backs_assad().subject)],
        "entity/Russia",
        "kg:backs itself, which nothing can",
    ),
    "round and round": (
        lambda: [
            dataclasses.replace(c, predicate="memberOf", subject=one, object=other, id=str(n))
            for n, c in enumerate([backs_assad(), backs_assad()])
            for one, other in [(c.subject, c.object) if n else (c.object, c.subject)]
        ],
        "entity/BasharAlAssad",
        "kg:memberOf entity/Russia and the other way round, but kg:memberOf is asymmetric",
    ),
    "a negative count": (
        lambda: [
            dataclasses.replace(next(c for c in hts_claims() if getattr(c, "killed", 0) == 311), killed=-311)
        ],
        "claim/001-casualties-921",
        "has '-311' as kg:killed, which takes a number from 0 up",
    ),
    "two totals": (
        lambda: [
            dataclasses.replace(c, id="one", part_of=total)
            for c in hts_claims()
            if getattr(c, "killed", 0) == 183
            for total in ("a", "b")
        ],
        "claim/one",
        "has claim/a and claim/b as kg:partOf, which has one value only",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_planted_contradictions_are_named_with_their_sentence(fault: str) -> None:
    claims, subject, message = FAULTS[fault]
    report = check(build_graph(claims(), all_documents()), java=False)
    found = [f for f in report.findings if f.check == "ontology"]
    assert [f.severity for f in found] == ["error"], messages(report)
    assert found[0].subject == subject
    assert message in found[0].message
    sentences = {claim.sentence for claim in claims()}
    assert {e.sentence for e in found[0].evidence} <= sentences
    assert found[0].evidence
    assert found[0].evidence[0].article in {FT, HTS}
    assert message in str(found[0])


@pytest.mark.java
@pytest.mark.parametrize("fault", FAULTS)
def test_hermit_agrees_that_they_are_contradictions(fault: str) -> None:
    """What the rules name is what the reasoner finds; it would not do to report what is sound."""
    ontology = Graph().parse(resource("ontology/conflict.ttl"))
    graph = build_graph(FAULTS[fault][0](), all_documents())
    statements = logical_statements(graph, axioms(ontology))
    tbox = list(dl_ontology(ontology))
    if fault == "two totals":  # different names may be one node, until somebody says that they are not
        one, two = CLAIM.a, CLAIM.b
        statements.append((one, URIRef(vocab.OWL + "differentFrom"), two))
    assert not hermit.consistent(tbox, statements)


def test_a_wrong_kind_is_found_in_denied_and_quoted_claims_too() -> None:
    claim = dataclasses.replace(backs_assad(), predicate="brokered", status="denied")
    report = check(build_graph([claim], []), java=False)
    assert [(f.severity, f.subject) for f in report.findings] == [("warning", "entity/BasharAlAssad")]
    assert report.ok
    assert report.findings[0].evidence[0].sentence == claim.sentence


def test_claims_that_deny_each_other_are_no_contradiction() -> None:
    """Claims are claims: one article affirms, another denies, and both may be read."""
    claim = backs_assad()
    turned = dataclasses.replace(claim, subject=claim.object, object=claim.subject, predicate="memberOf")
    claims = [
        claim,
        dataclasses.replace(claim, id="d", status="denied"),
        dataclasses.replace(claim, id="o", predicate="opposes"),
        dataclasses.replace(claim, id="m", predicate="memberOf", status="former"),
        dataclasses.replace(turned, id="t"),
    ]
    assert check(build_graph(claims, []), java=False).findings == ()


@pytest.mark.parametrize(
    "claim",
    [
        # A country acts and is a place; a city acts by metonymy; a collective opposes itself; a hospital is both.
        dataclasses.replace(other_type(backs_assad(), "State"), predicate="controls"),
        dataclasses.replace(other_type(backs_assad(), "Place"), predicate="opposes"),
        dataclasses.replace(other_type(backs_assad(), "Organisation"), predicate="basedIn"),
        dataclasses.replace(
            backs_assad(),
            predicate="opposes",
            subject=dataclasses.replace(
                backs_assad().subject, entity=Entity("SyrianRebels", "rebels", "Collective")
            ),
            object=dataclasses.replace(
                backs_assad().object, entity=Entity("SyrianRebels", "rebels", "Collective")
            ),
        ),
    ],
    ids=["state", "city", "hospital", "rebels"],
)
def test_metonymy_is_no_contradiction(claim: Relation) -> None:
    assert check(build_graph([claim], []), java=False).findings == ()


@pytest.mark.java
@pytest.mark.slow
def test_what_only_the_reasoner_finds_is_narrowed_down() -> None:
    """The domain of kg:place is a union, which the rules leave to HermiT: a person has no place."""
    kerry = next(c for c in ft_claims() if c.id.startswith("002-holdsPosition"))
    graph = build_graph([backs_assad(), kerry], all_documents())
    graph.add((ENTITY.JohnKerry, KG.place, ENTITY.UnitedStates))
    assert check(graph, java=False).ok
    report = check(graph)
    assert report.consistent is False
    found = [f for f in report.findings if f.check == "reasoner"]
    assert len(found) == 1
    assert "entity/JohnKerry kg:place entity/UnitedStates" in found[0].message
    assert found[0].message.count(";") <= 1, "a contradiction of two statements, not of many"
    assert "John Kerry" in found[0].evidence[0].sentence


@pytest.mark.parametrize(
    ("statements", "clashes"),
    [
        (range(40), [(3, 31)]),
        (range(40), [(0, 1, 39)]),
        (range(7), [(6,)]),
        (range(25), [(2, 20), (5, 6, 7)]),
    ],
)
def test_a_conflict_is_minimal(statements: Sequence[int], clashes: list[tuple[int, ...]]) -> None:
    asked = []

    def consistent(some: Sequence[int]) -> bool:
        asked.append(some)
        return not any(set(clash) <= set(some) for clash in clashes)

    assert tuple(sorted(conflict(list(statements), consistent, 60))) in clashes
    assert len(asked) < 40


def test_a_conflict_search_out_of_time_still_holds_the_conflict() -> None:
    found = conflict(list(range(9)), lambda some: not {1, 8} <= set(some), 0)
    assert {1, 8} <= set(found)


# Planted faults of claim nodes: what is taken from or added to a sound graph, and the message.

NODE = CLAIM["002-backs-Russia-BasharAlAssad"]
XSD = vocab.XSD


@pytest.mark.parametrize(
    ("remove", "add", "message"),
    [
        (vocab.RULE, [], "a claim names the rule that found it"),
        (vocab.QUOTE, [], "a claim quotes exactly one sentence"),
        (vocab.DERIVED_FROM, [], "a claim comes from exactly one article"),
        (vocab.SUBJECT, [], "a relation claim has exactly one subject"),
        (vocab.STATUS, [KG.actual], "a relation is current, former, planned"),
        (None, [(KG.status, KG.former)], "a relation is current, former, planned"),
        (
            vocab.CONFIDENCE,
            [Literal("1.5", datatype=URIRef(XSD + "decimal"))],
            "confidence is one decimal from 0",
        ),
        (vocab.CUE_BEGIN, [Literal(99999)], "a cue begins once, and not after its end"),
        (vocab.CUE_BEGIN, [Literal(0)], "a cue stands in its sentence, not before it"),
        (vocab.CUE_END, [Literal(99999)], "a cue stands in its sentence, not behind it"),
        (vocab.BEGIN, [Literal(-1)], "a sentence begins once, at 0 or later"),
        (None, [(KG.since, Literal("last year"))], "since is one date"),
        (None, [(KG.manner, KG.leads)], "manner is one of arms, funds"),
        (vocab.END, [Literal(99999)], "do not fit a quote of"),
        (None, [(RDF.type, KG.Person)], "stated to be kg:Person, and stated to be kg:RelationClaim"),
    ],
)
def test_planted_faults_of_claim_nodes(remove: str | None, add: list[object], message: str) -> None:
    graph = build_graph([backs_assad()], all_documents())
    if remove:
        graph.remove((NODE, URIRef(remove), None))
    for value in add:
        predicate, term = (
            value if isinstance(value, tuple) and len(value) == 2 else (URIRef(remove or ""), value)
        )
        graph.add((NODE, predicate, term))
    report = check(graph, java=False)
    assert [m for m in messages(report) if message in m], messages(report)
    assert not report.ok
    if remove not in (vocab.QUOTE, vocab.DERIVED_FROM):
        faulty = [f for f in report.findings if message in f.message]
        assert faulty[0].evidence[0].sentence == backs_assad().sentence


def test_a_casualty_claim_with_two_numbers_or_none() -> None:
    claim = next(c for c in hts_claims() if getattr(c, "killed", 0) == 311)
    for change in ({"injured": 4}, {"killed": None}):
        report = check(build_graph([dataclasses.replace(claim, **change)], []), java=False)
        assert any("gives one number" in m for m in messages(report)), messages(report)


def test_a_part_without_its_total() -> None:
    parts = [c for c in hts_claims() if getattr(c, "part_of", None)]
    report = check(build_graph(parts, []), java=False)
    assert sum("a part belongs to one total" in m for m in messages(report)) == 3


def test_terms_outside_the_ontology_are_a_warning() -> None:
    claim = dataclasses.replace(backs_assad(), predicate="tradesWith")
    report = check(build_graph([claim], []), java=False)
    assert report.ok
    assert messages(report) == [
        "warning kg:tradesWith: is used in the graph but not declared in the ontology, "
        "so nothing is known of its meaning"
    ]


def test_errors_come_first_and_the_order_is_fixed() -> None:
    claims = [backs_assad(), other_type(backs_assad(), "Place", id="b", predicate="tradesWith")]
    report = check(build_graph(claims, []), java=False)
    assert [f.severity for f in report.findings] == ["error", "warning"]
    assert check(build_graph(claims[::-1], []), java=False) == report
