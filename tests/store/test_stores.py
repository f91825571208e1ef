"""One graph, three stores, the same answers. The remote one talks HTTP to a SPARQL server started here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from graph.samples import all_claims, all_documents
from rdflib import Graph
from rdflib.compare import isomorphic
from store.endpoint import Endpoint, serve

from kg.errors import GraphError, QueryError
from kg.graph import build_graph, turtle
from kg.store import Store, graph_store, open_store, write_disk


@pytest.fixture(scope="module")
def text() -> str:
    return turtle(build_graph(all_claims(), all_documents()))


@pytest.fixture(scope="module")
def endpoint(text: str) -> Iterator[str]:
    with serve(text) as address:
        yield address


@pytest.fixture(params=["memory", "file", "folder", "disk", "remote"])
def store(request: pytest.FixtureRequest, text: str, endpoint: str, tmp_path: Path) -> Iterator[Store]:
    match request.param:
        case "memory":
            opened = graph_store(build_graph(all_claims(), all_documents()))
        case "remote":
            opened = open_store(endpoint + "/sparql")
        case "disk":
            write_disk(build_graph(all_claims(), all_documents()), tmp_path / "store")
            opened = open_store(tmp_path / "store")
        case _:
            (tmp_path / "graph.ttl").write_text(text, encoding="utf-8", newline="\n")
            opened = open_store(tmp_path / "graph.ttl" if request.param == "file" else tmp_path)
    yield opened
    opened.close()


def rows(store: Store, sparql: str) -> list[tuple[str, ...]]:
    return [tuple(str(value) for value in row) for row in store.query(sparql)]


def test_select_with_our_prefixes_undeclared(store: Store) -> None:
    answer = rows(
        store,
        """SELECT ?who WHERE {
            ?claim rdf:predicate kg:brokered ; rdf:subject/rdfs:label ?who ; rdf:object entity:N2020IdlibTruce
        } ORDER BY ?who""",
    )
    assert answer == [("Russia",), ("Turkey",)]


def test_numbers_and_line_breaks_arrive_unchanged(store: Store) -> None:
    answer = rows(store, "SELECT ?n ?s WHERE { ?c kg:killed ?n ; nif:anchorOf ?s } ORDER BY DESC(?n) LIMIT 1")
    assert answer[0][0] == "300000"
    quote = rows(store, "SELECT ?s WHERE { ?c kg:cue 'backers' ; nif:anchorOf ?s } LIMIT 1")
    assert "backers,\nRussia\nand\nIran\n, pump in" in quote[0][0]


def test_ask(store: Store) -> None:
    assert store.query("ASK { entity:Russia kg:backs entity:BasharAlAssad }").askAnswer
    assert not store.query("ASK { entity:HayatTahrirAlSham kg:linkedTo entity:AlQaeda }").askAnswer


def test_construct(store: Store) -> None:
    result = store.query("CONSTRUCT { ?a kg:backs ?b } WHERE { ?a kg:backs ?b }")
    assert result.graph is not None
    assert len(result.graph) == 5


def test_the_whole_graph_comes_back(store: Store, text: str) -> None:
    assert turtle(store.graph()) == text


@pytest.mark.parametrize(
    ("sparql", "place"),
    [
        ("SELECT ?x WHERE {\n  ?x ?y\n}", "line 3, column "),
        ("", "line 1, column 1"),
        ("SELECT * { ?x nope:y ?z }", "nope:y|Prefix|prefix"),
        ("DELETE WHERE { ?s ?p ?o }", "line 1, column 1"),
    ],
)
def test_what_is_no_query_is_refused_with_its_place(store: Store, sparql: str, place: str) -> None:
    with pytest.raises(QueryError, match=place) as caught:
        store.query(sparql)
    assert "\n" not in str(caught.value)


def test_rdflib_reads_the_written_file_as_the_same_graph(text: str) -> None:
    reread, again = Graph().parse(data=text, format="turtle"), Graph()
    again.parse(data=text, format="turtle")
    assert isomorphic(reread, again)
    assert len(reread) == len(build_graph(all_claims(), all_documents()))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.ttl", b"this is no turtle", r"a\.ttl: .*; make it anew"),
        ("a.ttl", b"\xff\xfe\x00\x01", r"a\.ttl: "),
        ("a.ttl", b"<a:b> <a:c> <a:d> .", "not a graph of claims"),
        ("a.csv", b"a,b", "not a graph file; known are"),
        ("absent.ttl", None, "no such file or folder"),
    ],
)
def test_files_that_are_no_graph_of_claims(
    tmp_path: Path, name: str, content: bytes | None, message: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(GraphError, match=message) as caught:
        open_store(tmp_path / name)
    assert "\n" not in str(caught.value)


def test_a_folder_without_graph(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"neither graph\.ttl nor a store"):
        open_store(tmp_path)


def test_the_graph_of_no_articles_is_a_graph(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text(turtle(build_graph([], [])), encoding="utf-8")
    assert rows(open_store(tmp_path), "SELECT * { ?s ?p ?o }") == []


def test_a_disk_store_is_replaced_not_added_to(tmp_path: Path) -> None:
    write_disk(build_graph(all_claims(), []), tmp_path / "store")
    write_disk(build_graph(all_claims()[:1], []), tmp_path / "store")
    assert len(open_store(tmp_path / "store").graph()) == len(build_graph(all_claims()[:1], []))


def test_an_endpoint_that_is_not_there() -> None:
    with pytest.raises(GraphError, match="no answer"):
        open_store("http://127.0.0.1:9/sparql").query("ASK {}")


def test_an_endpoint_that_talks_nonsense(endpoint: str) -> None:
    with pytest.raises(QueryError, match="the answer cannot be read"):
        open_store(endpoint + "/broken").query("ASK {}")


def test_an_endpoint_that_refuses(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Tired:
        def query(self, sparql: str) -> None:
            raise SyntaxError("too expensive")

    monkeypatch.setattr(Endpoint, "store", Tired())
    with pytest.raises(QueryError, match=r"refused the query .*too expensive"):
        open_store(endpoint + "/sparql").query("ASK {}")
