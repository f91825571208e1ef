"""The ontology documents every term, is what vocab.py says, and is sound to an OWL reasoner."""

from __future__ import annotations

import io
import shutil

import owlready2
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.collection import Collection

from kg import vocab
from kg.resources import resource


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(resource("ontology/conflict.ttl"))


def kg(name: str) -> URIRef:
    return URIRef(vocab.KG + name)


def ours(ontology: Graph) -> set[URIRef]:
    return {s for s in ontology.subjects(RDF.type) if isinstance(s, URIRef) and s.startswith(vocab.KG)}


def below(ontology: Graph, child: str, parent: str, link: URIRef = RDFS.subClassOf) -> bool:
    return kg(parent) in set(ontology.transitive_objects(kg(child), link)) and child != parent


def test_every_term_has_label_comment_and_example(ontology: Graph) -> None:
    terms = ours(ontology)
    assert len(terms) > 120
    bare = [
        (t, p)
        for t in terms
        for p in (RDFS.label, RDFS.comment, SKOS.example)
        if (t, p, None) not in ontology
    ]
    assert bare == []


def test_every_term_in_use_is_defined(ontology: Graph) -> None:
    """A misspelt superclass or range would go unnoticed by RDF tools."""
    used = {t for triple in ontology for t in triple if isinstance(t, URIRef) and t.startswith(vocab.KG)}
    assert used - ours(ontology) == set()


def vocab_iris() -> set[URIRef]:
    constants = {
        v for k, v in vars(vocab).items() if k.isupper() and isinstance(v, str) and k not in NAMESPACES
    }
    named = {vocab.KG + n for n in (*vocab.ENTITY_TYPES, *vocab.RELATIONS, *vocab.MANNERS, *vocab.SCOPES)}
    named |= {
        vocab.KG + n for n in (*vocab.RELATION_STATUSES, *vocab.EVENT_STATUSES, *vocab.COMPARISONS.values())
    }
    named |= {vocab.event_class(n) for n in vocab.EVENT_TYPES} | set(vocab.CLAIM_CLASSES)
    return {URIRef(iri) for iri in constants | named}


NAMESPACES = {k for k, v in vars(vocab).items() if isinstance(v, str) and v and v[-1] in "#/"}


def test_every_iri_of_vocab_is_declared(ontology: Graph) -> None:
    declared = set(ontology.subjects(RDF.type))
    builtin = (vocab.RDF, vocab.RDFS, vocab.XSD, vocab.OWL)
    missing = {iri for iri in vocab_iris() - declared if not str(iri).startswith(builtin)}
    assert missing == set()
    assert len(vocab_iris()) > 110


def test_the_program_knows_every_relation_event_type_and_value(ontology: Graph) -> None:
    def local(terms: object) -> set[str]:
        return {str(t).removeprefix(vocab.KG) for t in terms}  # type: ignore[attr-defined]

    relations = local(p for p in ours(ontology) if (p, RDFS.subPropertyOf, kg("relation")) in ontology)
    assert relations == set(vocab.RELATIONS)
    events = local(c for c in ours(ontology) if below(ontology, c.removeprefix(vocab.KG), "Event"))
    assert events == {vocab.event_class(t).removeprefix(vocab.KG) for t in vocab.EVENT_TYPES}
    for cls, names in {
        "Status": {*vocab.RELATION_STATUSES, *vocab.EVENT_STATUSES},
        "Comparison": set(vocab.COMPARISONS.values()),
        "Scope": set(vocab.SCOPES),
    }.items():
        assert local(ontology.subjects(RDF.type, kg(cls))) == names


def test_manners_refine_their_relation(ontology: Graph) -> None:
    for manner, relation in vocab.MANNERS.items():
        assert (kg(manner), RDFS.subPropertyOf, kg(relation)) in ontology


def test_finer_events_are_the_subclasses(ontology: Graph) -> None:
    for name in vocab.EVENT_TYPES:
        below_it = {str(c).removeprefix(vocab.KG) for c in ontology.subjects(RDFS.subClassOf, kg(name))}
        assert below_it == set(vocab.FINER_EVENTS.get(name, ())) or name == "Agreement"


def test_symmetric_relations_are_the_declared_ones(ontology: Graph) -> None:
    symmetric = set(ontology.subjects(RDF.type, OWL.SymmetricProperty))
    assert symmetric == {kg(name) for name in (*vocab.SYMMETRIC, "rivalOf")}


@pytest.mark.parametrize("name", vocab.ENTITY_TYPES)
def test_entity_classes_lie_below_entity(ontology: Graph, name: str) -> None:
    assert below(ontology, name, "Entity")


@pytest.mark.parametrize("name", ["RelationClaim", "EventClaim", "CasualtyClaim"])
def test_claims_are_rdf_statements(ontology: Graph, name: str) -> None:
    assert RDF.Statement in set(ontology.transitive_objects(kg(name), RDFS.subClassOf))


def disjoint_pairs(ontology: Graph) -> set[frozenset[URIRef]]:
    pairs = {frozenset((a, b)) for a, b in ontology.subject_objects(OWL.disjointWith)}
    for node in ontology.subjects(RDF.type, OWL.AllDisjointClasses):
        members = list(Collection(ontology, ontology.value(node, OWL.members)))
        pairs |= {frozenset((a, b)) for a in members for b in members if a != b}
    return pairs


def disjoint(ontology: Graph, one: str, other: str) -> bool:
    ups = [set(ontology.transitive_objects(kg(n), RDFS.subClassOf)) for n in (one, other)]
    return any(frozenset((a, b)) in disjoint_pairs(ontology) for a in ups[0] for b in ups[1] if a != b)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *[("Person", "Place"), ("Person", "State"), ("Person", "ArmedGroup"), ("Agreement", "Place")],
        *[
            ("Agreement", "Person"),
            ("ArmedGroup", "Facility"),
            ("Collective", "Place"),
            ("Collective", "State"),
        ],
        *[("RelationClaim", "EventClaim"), ("RelationClaim", "Person"), ("Article", "Agreement")],
    ],
)
def test_surely_disjoint(ontology: Graph, one: str, other: str) -> None:
    assert disjoint(ontology, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # A country is one entity, actor and place; a hospital acts and is a place; movements come to govern.
        *[("State", "Place"), ("State", "Actor"), ("Organisation", "Place"), ("Organisation", "Facility")],
        *[("ArmedGroup", "Government"), ("ArmedForces", "ArmedGroup"), ("Place", "Actor")],
    ],
)
def test_not_disjoint(ontology: Graph, one: str, other: str) -> None:
    assert not disjoint(ontology, one, other)


def test_no_relation_turns_its_subject_into_an_actor(ontology: Graph) -> None:
    """Metonymy: from "Aleppo resisted" nobody may infer that Aleppo is a person or group."""
    actors = {kg(name) for name in ("Actor", "Person", "Group", "State", "Collective")}
    for name in (*vocab.RELATIONS, *vocab.MANNERS):
        ends = {*ontology.objects(kg(name), RDFS.domain), *ontology.objects(kg(name), RDFS.range)}
        assert not ends & actors, name


def test_the_plain_triple_is_said_to_be_an_index_only() -> None:
    assert "INDEX ONLY" in resource("ontology/conflict.ttl").read_text(encoding="utf-8")


def test_every_path_of_the_shapes_is_declared(ontology: Graph) -> None:
    sh = "http://www.w3.org/ns/shacl#"
    shapes = Graph().parse(resource("ontology/shapes.ttl"))
    named = {t for triple in shapes for t in triple if isinstance(t, URIRef) and t.startswith(vocab.KG)}
    paths = set(shapes.objects(None, URIRef(sh + "path")))
    assert len(paths) > 20
    unknown = {t for t in named | paths if (t, RDF.type, None) not in ontology}
    assert {t for t in unknown if not str(t).startswith((vocab.RDF, vocab.RDFS))} == set()


@pytest.mark.java
def test_owlready2_reads_it_through_ntriples_and_hermit_finds_it_consistent(ontology: Graph) -> None:
    assert shutil.which("java"), "HermiT needs Java (Debian: default-jre-headless)"
    plain = Graph()
    for triple in ontology:
        if triple[2] != RDF.Statement:
            plain.add(triple)
    world = owlready2.World()
    loaded = world.get_ontology(vocab.KG)
    loaded.load(fileobj=io.BytesIO(plain.serialize(format="nt", encoding="utf-8")))
    assert len(list(loaded.classes())) > 50, (
        "owlready2 loads nothing, silently, when it does not like a format"
    )
    owlready2.sync_reasoner_hermit(world, debug=0)
    assert list(world.inconsistent_classes()) == []
