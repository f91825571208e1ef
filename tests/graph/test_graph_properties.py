"""Properties of graph.ttl that must hold for any claims: hostile texts, odd ids, any order."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
from graph.samples import all_claims, all_documents
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph
from rdflib.compare import isomorphic

from kg import vocab
from kg.graph import EntityInfo, build_graph, turtle
from kg.graph.names import Names
from kg.records import Argument, Casualties, Claim, Cue, Document, Entity, Event, Relation
from kg.store import read_graph

HOSTILE = (
    *(
        "</script><script>alert(1)</script>",
        'a "quoted" \\ back\\slash',
        "line\nbreak\r\nand\ttab",
        "\x00\x07\x1b[31m",
    ),
    *(
        "\u202eright to left\u202c",
        "\u2028\u2029\x85",
        "@prefix x: <y> .",
        "# no comment",
        "''' \"\"\"",
        "\ufeff",
        "😀",
    ),
    *("; DROP TABLE", "<http://x>", "\ud800", "a" * 5000, "é́", "%2F", "\\u0041", "kg:backs"),
)
texts = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40))
ids = st.one_of(
    st.sampled_from(["Russia", "A.b", "-", ".", "..", "N4-x", *HOSTILE]), st.text(min_size=1, max_size=12)
)
dates = st.one_of(st.none(), st.sampled_from(["2020", "2020-02", "2020-02-29", "2021-02-29", "soon"]), texts)
entities = st.builds(
    Entity, ids, texts, st.sampled_from(vocab.ENTITY_TYPES), st.sampled_from([None, "SYR", "RUS"])
)
offsets = st.integers(0, 10**6)
arguments = st.builds(Argument, entities, texts, offsets, offsets)
lists = st.lists(arguments, max_size=3).map(tuple)


def common(statuses: tuple[str, ...]) -> dict[str, st.SearchStrategy[object]]:
    return {
        "id": ids,
        "document": ids,
        "published": dates,
        "publisher": st.one_of(st.none(), texts),
        "sentence": texts,
        "start": offsets,
        "end": offsets,
        "cue": st.builds(Cue, texts, offsets, offsets),
        "rule": texts,
        "status": st.sampled_from(statuses),
        "since": dates,
        "until": dates,
        "when": dates,
        "attribution": st.one_of(st.none(), arguments),
        "confidence": st.floats(0, 1),
        "place": st.one_of(st.none(), arguments),
    }


relations = st.builds(
    Relation,
    **common(vocab.RELATION_STATUSES),
    predicate=st.sampled_from(vocab.RELATIONS),
    manner=st.sampled_from([None, *vocab.MANNERS]),
    subject=arguments,
    object=arguments,
    position=st.one_of(st.none(), texts),
)
events = st.builds(
    Event,
    **common(vocab.EVENT_STATUSES),
    type=st.sampled_from(vocab.EVENT_TYPES),
    agents=lists,
    targets=lists,
    weapon=st.one_of(st.none(), texts),
)
casualties = st.builds(
    Casualties,
    **common(vocab.EVENT_STATUSES),
    killed=st.one_of(st.none(), st.integers(0, 10**9)),
    injured=st.one_of(st.none(), st.integers(0, 10**9)),
    compare=st.sampled_from(list(vocab.COMPARISONS)),
    victims=lists,
    agents=lists,
    scope=st.sampled_from(vocab.SCOPES),
    part_of=st.one_of(st.none(), ids),
)
claims = st.lists(st.one_of(relations, events, casualties), max_size=5)
documents = st.lists(
    st.builds(
        Document,
        ids,
        st.just(""),
        *[st.one_of(st.none(), texts)] * 2,
        dates,
        *[st.one_of(st.none(), texts)] * 2,
    ),
    max_size=3,
)
infos = st.lists(
    st.builds(
        EntityInfo,
        ids,
        st.lists(texts, max_size=2).map(tuple),
        st.one_of(st.none(), texts),
        st.one_of(st.none(), texts),
        st.one_of(st.none(), st.floats(-90, 90)),
        st.one_of(st.none(), st.floats(-180, 180)),
    ),
    max_size=3,
)


def clean(text: str) -> str:
    """What a file can hold of a text: no lone surrogates."""
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)


def triples(graph: Graph) -> set[ox.Triple]:
    data = graph.serialize(format="ox-nt")
    return {quad.triple for quad in ox.parse(data, format=ox.RdfFormat.N_TRIPLES)}


@given(claims, documents, infos, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_any_order_gives_the_same_bytes(
    some: list[Claim], papers: list[Document], facts: list[EntityInfo], random: object
) -> None:
    text = turtle(build_graph(some, papers, entities=facts))
    for items in (some, papers, facts):
        random.shuffle(items)  # type: ignore[attr-defined]
    assert turtle(build_graph(some, papers, entities=facts)) == text


def test_two_claims_of_one_id_are_written_alike_in_any_order() -> None:
    """Found by the property above: a node with two articles has no one place in reading order."""
    one, other = (dataclasses.replace(claim, id="same") for claim in (all_claims()[0], all_claims()[-1]))
    between = all_claims()[20]
    texts = {turtle(build_graph(some, [])) for some in ([one, between, other], [other, one, between])}
    assert len(texts) == 1


@given(claims, documents)
@settings(max_examples=60, deadline=None)
def test_turtle_written_and_reread_is_the_same_graph(some: list[Claim], papers: list[Document]) -> None:
    graph = build_graph(some, papers)
    text = turtle(graph)
    quads = ox.parse(text.encode("utf-8"), format=ox.RdfFormat.TURTLE)
    assert {quad.triple for quad in quads} == triples(graph)


@given(st.lists(st.one_of(relations, events), max_size=2))
@settings(max_examples=25, deadline=None)
def test_rdflib_rereads_an_isomorphic_graph(some: list[Claim]) -> None:
    graph = build_graph(some, [])
    reread = Graph().parse(data=turtle(graph), format="turtle")
    plain = Graph().parse(data=graph.serialize(format="ox-nt"), format="nt")
    assert isomorphic(reread, plain)


@given(relations)
@settings(max_examples=60, deadline=None)
def test_texts_survive_unchanged(claim: Relation) -> None:
    quads = list(ox.parse(turtle(build_graph([claim], [])), format=ox.RdfFormat.TURTLE))
    node = Names().claim(claim.id)
    said = {(q.predicate.value, q.object.value) for q in quads if q.subject == node}
    assert (vocab.QUOTE, clean(claim.sentence)) in said
    assert (vocab.CUE, clean(claim.cue.text)) in said
    labels = {q.object.value for q in quads if q.predicate.value in (vocab.LABEL, vocab.ALT_LABEL)}
    assert {clean(claim.subject.entity.label), clean(claim.object.entity.label)} <= labels
    assert clean(claim.document) in {q.object.value for q in quads if q.predicate.value == vocab.DOCUMENT_ID}


@given(claims)
@settings(max_examples=60, deadline=None)
def test_plain_triples_stand_for_claims_that_hold_and_for_all_of_them(some: list[Claim]) -> None:
    names = Names()
    expected = {
        (names.entity(c.subject.entity.id), vocab.KG + predicate, names.entity(c.object.entity.id))
        for c in some
        if isinstance(c, Relation) and c.status == "current" and c.attribution is None
        for predicate in (c.predicate, c.manner)
        if predicate
    }
    relations = {vocab.KG + name for name in (*vocab.RELATIONS, *vocab.MANNERS)}
    found = {
        (t.subject, t.predicate.value, t.object)
        for t in triples(build_graph(some, []))
        if t.predicate.value in relations
    }
    assert found == expected


@given(ids, ids)
@settings(max_examples=200, deadline=None)
def test_different_ids_never_share_an_iri(one: str, other: str) -> None:
    names = Names()
    assert (names.article(one) == names.article(other)) == (one == other)
    assert names.entity(one).value.isascii()


def test_lines_of_the_file_are_no_trap_for_readers_of_lines() -> None:
    """Neither line separators nor text direction marks of an article stand in the file as they are."""
    nasty = "\u202e\u2066\u2028\u2029\x85\u200f\ufeffend"
    claim = dataclasses.replace(all_claims()[0], sentence=nasty)
    text = turtle(build_graph([claim], []))
    assert text.splitlines() == text.split("\n")[:-1]
    assert not set(nasty) & set(text) - set("end")
    quotes = {q.object.value for q in ox.parse(text, format=ox.RdfFormat.TURTLE)}
    assert nasty in quotes


def test_a_file_on_disk_is_read_back_whole(tmp_path: Path) -> None:
    graph = build_graph(all_claims(), all_documents())
    (tmp_path / "graph.ttl").write_text(turtle(graph), encoding="utf-8", newline="\n")
    reread = read_graph(tmp_path / "graph.ttl")
    assert triples(reread) == triples(graph)
    assert turtle(reread) == turtle(graph)
    assert str(reread.namespace_manager.expand_curie("entity:Russia")) == Names().entity("Russia").value


def test_two_processes_write_the_same_bytes() -> None:
    """Hash seeds differ from process to process; the file must not."""
    program = (
        "import sys; from graph.samples import all_claims, all_documents; from kg.graph import build_graph, turtle; "
        "sys.stdout.buffer.write(turtle(build_graph(all_claims(), all_documents())).encode())"
    )
    tests = Path(__file__).resolve().parents[1]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": f"{tests}{os.pathsep}{tests.parent}"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert len(outputs.pop()) > 10000


def test_the_file_explains_itself_and_binds_every_prefix() -> None:
    text = turtle(build_graph(all_claims(), all_documents()))
    assert "INDEX ONLY" in text.split("@prefix")[0]
    prefixes = [line.split()[1] for line in text.splitlines() if line.startswith("@prefix")]
    assert prefixes == sorted(prefixes)
    assert {"entity:", "claim:", "article:", "mention:", "kg:", "prov:", "nif:"} <= set(prefixes)
    assert "<https://w3id.org" not in text.split(".\n\n", 2)[2], (
        "every IRI of ours is written with its prefix"
    )


def test_articles_and_claims_stand_in_reading_order() -> None:
    text = turtle(build_graph(all_claims()[::-1], all_documents()[::-1]))
    begins = [text.index(f"\n{kind}:") for kind in ("article", "claim", "entity", "mention")]
    assert begins == sorted(begins)
    ids = [claim.id for claim in all_claims()[:9]]  # those of the first article
    at = {claim_id: text.index(f"\nclaim:{claim_id} a ") for claim_id in ids}
    starts = {claim.id: claim.start for claim in all_claims()}
    order = [starts[claim_id] for claim_id in sorted(ids, key=lambda claim_id: at[claim_id])]
    assert order == sorted(order)
