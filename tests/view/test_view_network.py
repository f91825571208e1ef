"""The networkx graph of the claims."""

from __future__ import annotations

import random

import networkx as nx
from view.synthetic import synthetic

from kg.records import Claim, Document
from kg.view.network import network

Gold = tuple[list[Claim], list[Document]]


def test_nodes_and_edges_of_the_seeds(gold: Gold) -> None:
    graph = network(*gold)
    assert isinstance(graph, nx.MultiDiGraph)
    hts = graph.nodes["HayatTahrirAlSham"]
    assert (hts["label"], hts["type"]) == ("Hayat Tahrir al-Sham", "ArmedGroup")
    assert "HTS" in hts["aliases"]
    assert hts["weight"] == len(hts["claims"]) > 1
    backs = graph["Russia"]["SyrianArmedForces"]["backs|held"]
    assert (backs["family"], backs["symmetric"], backs["articles"]) == ("support", False, 2)
    assert len(backs["claims"]) == 2
    former = graph["AlQaeda"]["HayatTahrirAlSham"]["linkedTo|former"]
    assert former["symmetric"]
    assert not graph.has_edge("AlQaeda", "HayatTahrirAlSham", "linkedTo|held")


def test_every_claim_is_somewhere(gold: Gold) -> None:
    graph = network(*gold)
    named = {c for _, claims in graph.nodes(data="claims") for c in claims}
    nameless = {c.id for c in gold[0]} - named
    assert all(
        not getattr(c, "agents", ()) and not getattr(c, "place", None) for c in gold[0] if c.id in nameless
    )
    for a, b, data in graph.edges(data=True):
        assert set(data["claims"]) <= set(graph.nodes[a]["claims"]) & set(graph.nodes[b]["claims"])


def test_order_of_claims_changes_nothing() -> None:
    claims, documents = synthetic(40, 120)
    shuffled = claims[:]
    random.Random(1).shuffle(shuffled)
    one, two = network(claims, documents), network(shuffled, documents[::-1])
    assert list(one.nodes(data=True)) == list(two.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(two.edges(keys=True, data=True))


def test_pronouns_are_no_aliases(gold: Gold) -> None:
    for _, aliases in network(*gold).nodes(data="aliases"):
        assert not {"he", "his", "it", "they", "their"} & {a.lower() for a in aliases}
