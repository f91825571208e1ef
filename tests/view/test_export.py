"""Every export format is read back by another program's reader and holds the same."""

from __future__ import annotations

import csv
import dataclasses
import io
import random

import networkx as nx
import pyoxigraph as ox
import pytest
from graph.samples import all_claims, all_documents, extra_claims
from rdflib import Graph
from rdflib.compare import isomorphic, to_isomorphic

import kg.graph
from kg.errors import InputError
from kg.graph import build_graph
from kg.view.export import FORMATS, export

READERS = {"turtle": "turtle", "ntriples": "nt", "jsonld": "json-ld", "rdfxml": "xml"}
OXIGRAPH = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}


@pytest.fixture(scope="module")
def graph() -> Graph:
    return build_graph(all_claims(), all_documents())


def triples(graph: Graph) -> set[ox.Triple]:
    data = graph.serialize(format="ox-nt")
    return {quad.triple for quad in ox.parse(data, format=ox.RdfFormat.N_TRIPLES)}


def test_turtle_is_the_text_of_graph_ttl(graph: Graph) -> None:
    assert export(graph, "turtle") == kg.graph.turtle(graph)
    assert next(iter(FORMATS)) == "turtle"


@pytest.mark.parametrize("format", READERS)
def test_rdf_formats_hold_the_same_graph(graph: Graph, format: str) -> None:
    text = export(graph, format)
    found = {quad.triple for quad in ox.parse(text.encode("utf-8"), format=OXIGRAPH[format])}
    assert found == triples(graph)
    reread = Graph().parse(data=text, format=READERS[format])
    plain = Graph().parse(data=export(graph, "ntriples"), format="nt")
    assert isomorphic(to_isomorphic(reread), to_isomorphic(plain))


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_claims_in_any_order_give_the_same_text(graph: Graph, format: str) -> None:
    claims = all_claims()
    random.Random(1).shuffle(claims)
    assert export(build_graph(claims, all_documents()[::-1]), format) == export(graph, format)


@pytest.mark.parametrize("format", ["rdfxml", "graphml"])
def test_xml_formats_hold_hostile_text(format: str) -> None:
    """XML has no control characters: they are replaced, everything else stays."""
    claim = dataclasses.replace(extra_claims()[0], sentence="a\x00b\x0bc<&>\"'\ufffe]]>\r\n\t😀")
    text = export(build_graph([claim], []), format)
    if format == "rdfxml":
        quotes = {q.object.value for q in ox.parse(text.encode("utf-8"), format=ox.RdfFormat.RDF_XML)}
    else:
        quotes = {data["sentence"] for *_, data in nx.parse_graphml(text).edges(data=True)}
    assert any(q.replace("\r\n", "\n").replace("\r", "\n").startswith("a�b�c<&>\"'�]]>\n") for q in quotes)


def test_csv_is_an_edge_list_with_evidence(graph: Graph) -> None:
    rows = list(csv.DictReader(io.StringIO(export(graph, "csv"))))
    assert len(rows) == 24
    row = next(r for r in rows if r["claim"].endswith("/002-backs-Russia-BasharAlAssad"))
    assert (row["subject"], row["relation"], row["object"]) == ("Russia", "backs", "Bashar al-Assad")
    assert (row["status"], row["publisher"], row["date"]) == ("current", "Financial Times", "2016-09-24")
    assert "Mr Assad’s backers" in row["sentence"]
    funds = next(r for r in rows if r["subject"] == "Qatar")
    assert (funds["relation"], funds["since"]) == ("funds", "2012")


def test_graphml_is_a_network(graph: Graph) -> None:
    network = nx.parse_graphml(export(graph, "graphml"))
    assert network.number_of_edges() == 24
    labels = {data["label"]: data["type"] for _, data in network.nodes(data=True)}
    assert labels["Syrian rebels"] == "Collective"
    assert "civilians" not in labels, "nobody claims a relation of civilians"
    former = [d for *_, d in network.edges(data=True) if d["status"] == "former"]
    assert [(d["subject"], d["object"]) for d in former] == [("Hayat Tahrir al-Sham", "Al-Qaeda")]


def test_an_unknown_format() -> None:
    with pytest.raises(InputError, match="no format 'docx'; there are turtle, ntriples"):
        export(Graph(), "docx")


@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_graph_exports(format: str) -> None:
    assert isinstance(export(build_graph([], []), format), str)
