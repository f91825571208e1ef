"""The named queries are plain SPARQL: another engine and a remote store give the same answers, and no text given to
them or found in articles breaks them."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from collections.abc import Iterator

import pytest
from graph.samples import all_claims, all_documents
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph
from store.endpoint import serve

from kg.errors import QueryError
from kg.graph import build_graph, turtle
from kg.store import Store, graph_store, open_store
from kg.view.query import Query, list_queries, run
from kg.view.table import Table, to_csv, to_json, to_text

GRAPH = build_graph(all_claims(), all_documents())
STORE = graph_store(GRAPH)


@pytest.fixture(scope="module")
def remote() -> Iterator[Store]:
    with serve(turtle(GRAPH)) as address:
        yield open_store(address)


@pytest.fixture(scope="module")
def rdflib_graph() -> Graph:
    """The graph in rdflib's memory, answered by rdflib's own SPARQL engine."""
    return Graph().parse(data=turtle(GRAPH), format="turtle")


def cases() -> list[tuple[Query, dict[str, str]]]:
    """Every query with each of its parameters; those without any as they are."""
    values = {
        "actor": "Russia",
        "place": "Aleppo",
        "status": "current",
        "relation": "backs",
        "type": "Attack",
    }
    values |= {"from": "2016", "to": "2016-09", "source": "SANA", "speaker": "SANA"}
    found: list[tuple[Query, dict[str, str]]] = []
    for query in list_queries():
        found += [] if query.parameters else [(query, {})]
        found += [(query, {parameter.name: values[parameter.name]}) for parameter in query.parameters]
    return found


CASES = cases()


@pytest.mark.parametrize(("query", "given"), CASES, ids=[f"{q.name}-{'-'.join(g)}" for q, g in CASES])
def test_rdflibs_engine_answers_the_same(rdflib_graph: Graph, query: Query, given: dict[str, str]) -> None:
    assert run(rdflib_graph, query.name, **given) == run(STORE, query.name, **given)


@pytest.mark.parametrize("query", list_queries(), ids=lambda query: query.name)
def test_a_remote_store_answers_the_same(remote: Store, query: Query) -> None:
    given = {"actor": "Russia"} if any(p.name == "actor" for p in query.parameters) else {}
    assert run(remote, query.name, **given) == run(STORE, query.name, **given)


hostile = st.one_of(
    st.text(max_size=20),
    st.sampled_from(["x> } DELETE", '"', "'''", "\\", "?actor", "# no", "\x00", "\ud800", "\u202e", "<a:b>"]),
)


@given(hostile)
@settings(max_examples=60, deadline=None)
def test_no_parameter_breaks_a_query(value: str) -> None:
    for name, key in (
        ("who-backs-whom", "actor"),
        ("relations", "status"),
        ("events-by-place-and-date", "from"),
    ):
        message = ""
        try:
            run(STORE, name, **{key: value})
        except QueryError as error:
            message = str(error)
        assert "\n" not in message


@given(st.text(min_size=1, max_size=30), st.text(max_size=30))
@settings(max_examples=40, deadline=None)
def test_articles_text_arrives_whole_and_prints_safely(sentence: str, label: str) -> None:
    claim = next(c for c in all_claims() if c.id == "002-backs-Russia-BasharAlAssad")
    subject = dataclasses.replace(
        claim.subject, entity=dataclasses.replace(claim.subject.entity, label=label)
    )
    store = graph_store(build_graph([dataclasses.replace(claim, sentence=sentence, subject=subject)], []))
    table = run(store, "who-backs-whom")
    record = json.loads(to_json(table))[0]
    assert record["backer"] == label
    assert record["sentence"] == sentence
    lines = to_text(table).split("\n")
    assert len(lines) == 7  # heads, rule, the row, its sentence, its source, the count, and the end
    assert all(
        char.isprintable() or char in " \u3000" or not char.isascii() for line in lines for char in line
    )


cells = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=12))


@given(st.lists(st.tuples(cells, cells), max_size=4))
def test_csv_is_read_back_and_computes_nothing(rows: list[tuple[object, ...]]) -> None:
    text = to_csv(Table(("a", "sentence"), tuple(rows)))  # type: ignore[arg-type]
    reread = list(csv.reader(io.StringIO(text, newline="")))[1:]
    assert len(reread) == len(rows)
    for row, found in zip(rows, reread, strict=True):
        for value, cell in zip(row, found, strict=True):
            assert cell.removeprefix("'") == ("" if value is None else str(value)).removeprefix("'")
            assert not (isinstance(value, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")))
