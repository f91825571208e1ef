"""Where nodes stand."""

from __future__ import annotations

import math
import os
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest
from view.synthetic import synthetic

from kg.records import Claim, Document
from kg.view.boxes import Box, push_apart
from kg.view.html import pyvis_network
from kg.view.labels import label_lines, radius
from kg.view.layout import atlas, communities, core, picture
from kg.view.network import network
from kg.view.pack import pack

Gold = tuple[list[Claim], list[Document]]


def overlapping(places: dict[str, tuple[float, float]], boxes: dict[str, Box]) -> list[tuple[str, str]]:
    rects = {n: boxes[n].around(p) for n, p in places.items()}
    return [
        (a, b)
        for a, b in combinations(sorted(places), 2)
        if min(rects[a][2], rects[b][2]) - max(rects[a][0], rects[b][0]) > 2
        and min(rects[a][3], rects[b][3]) - max(rects[a][1], rects[b][1]) > 2
    ]


@pytest.mark.parametrize(("nodes", "lines"), [(1, 0), (2, 1), (12, 10), (30, 80), (60, 70)])
def test_names_and_nodes_keep_clear(nodes: int, lines: int) -> None:
    graph = network(*synthetic(nodes, lines))
    boxes = {n: Box(10, 100, 16) for n in graph}
    places = picture(graph, list(graph), boxes, communities(graph))
    assert set(places) == set(graph)
    assert overlapping(places, boxes) == []
    assert all(
        x == round(x) and y == round(y) for x, y in places.values()
    )  # short numbers, the same everywhere


def test_neighbours_stand_nearer_than_strangers(gold: Gold) -> None:
    graph = network(*gold)
    boxes = {n: Box(8, 80, 16) for n in graph}
    places = picture(graph, list(graph), boxes, communities(graph))
    joined = [math.dist(places[a], places[b]) for a, b in graph.edges()]
    apart = [math.dist(places[a], places[b]) for a, b in combinations(graph, 2) if not graph.has_edge(a, b)]
    assert sum(joined) / len(joined) < 0.6 * sum(apart) / len(apart)


def test_the_core_hangs_together_and_has_air() -> None:
    graph = network(*synthetic(500, 1500))
    chosen = core(graph)
    assert 25 <= len(chosen) <= 50
    assert len(set(chosen)) == len(chosen)
    reached, queue = {chosen[0]}, [chosen[0]]
    while queue:
        near = set(graph.successors(queue[-1])) | set(graph.predecessors(queue.pop()))
        fresh = (near & set(chosen)) - reached
        reached |= fresh
        queue += fresh
    assert reached == set(chosen)


def test_up_to_sixty_all_are_core() -> None:
    graph = network(*synthetic(60, 100))
    assert set(core(graph)) == set(graph)


def test_atlas_places_all_without_covering() -> None:
    graph = network(*synthetic(300, 700))
    boxes = {n: Box(radius(graph.nodes[n]["weight"]), 0, 0) for n in graph}
    places = atlas(graph, communities(graph), boxes)
    assert set(places) == set(graph)
    close = [(a, b) for a, b in combinations(places, 2) if math.dist(places[a], places[b]) < 20]
    assert close == []


def test_communities_are_found() -> None:
    graph = network(*synthetic(200, 900))
    group = communities(graph)
    inside = sum(group[a] == group[b] for a, b in graph.edges())
    assert inside / graph.number_of_edges() > 0.5
    assert set(group.values()) == set(range(max(group.values()) + 1))


def test_pushing_apart_leaves_free_boxes_where_they_are() -> None:
    boxes = {"a": Box(5, 20, 10), "b": Box(5, 20, 10)}
    far = {"a": (0.0, 0.0), "b": (200.0, 0.0)}
    assert push_apart(far, boxes) == far
    assert overlapping(push_apart({"a": (0.0, 0.0), "b": (0.0, 0.0)}, boxes), boxes) == []


def test_parts_are_packed_without_covering() -> None:
    boxes = {str(i): Box(8, 60, 16) for i in range(30)}
    parts = [{str(i): (0.0, 0.0), str(i + 1): (90.0, 40.0)} for i in range(0, 20, 2)]
    parts += [{str(i): (0.0, 0.0)} for i in range(20, 30)]
    placed = pack(parts, [(str(i), str(i + 1)) for i in range(0, 20, 2)], boxes)
    assert overlapping(placed, boxes) == []
    wide = max(x for x, _ in placed.values()) - min(x for x, _ in placed.values())
    high = max(y for _, y in placed.values()) - min(y for _, y in placed.values())
    assert 0.5 < wide / high < 2.5


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("Russia", ["Russia"]),
        ("Hayat Tahrir al-Sham", ["Hayat Tahrir", "al-Sham"]),
        ("", ["?"]),
        ("a\u202eb\nc", ["a b c"]),
    ],
)
def test_names_fit_beside_nodes(label: str, lines: list[str]) -> None:
    assert label_lines(label) == lines


def test_names_of_any_length_take_two_short_lines() -> None:
    for label in ("x" * 10_000, "word " * 2_000, "Syrian Observatory for Human Rights and Much Else"):
        lines = label_lines(label)
        assert len(lines) == 2
        assert all(len(line) <= 18 for line in lines)
        assert lines[1].endswith("…")


def test_pyvis_gets_shapes_colours_and_directions(gold: Gold) -> None:
    net = pyvis_network(network(*gold), {c.id: i for i, c in enumerate(gold[0])})
    assert net.directed
    russia = next(n for n in net.nodes if n["id"] == "Russia")
    assert (russia["shape"], russia["color"]["background"]) == ("square", "#77AADD")
    assert all({"x", "y", "size"} <= set(n) for n in net.nodes)
    arrows = {(e["from"], e["to"], e["what"]): (e["arrows"], e["dashes"]) for e in net.edges}
    assert arrows["Russia", "BasharAlAssad", "backs"] == ("to", False)
    assert arrows["AlQaeda", "HayatTahrirAlSham", "linkedTo"] == ("", [9, 6])


def test_layout_does_not_hang_on_the_hash_seed(root: Path) -> None:
    """Sets of names walk differently in every process; the layout must not follow them."""
    code = (
        "from view.synthetic import synthetic; from kg.view.html import page; import hashlib;"
        "print(hashlib.sha256(page(*synthetic(90, 200)).encode()).hexdigest())"
    )
    found = set()
    for seed in ("1", "2"):
        environment = os.environ | {
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": f"{root}{os.pathsep}{root / 'tests'}",
        }
        run = subprocess.run(
            [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
        )
        found.add(run.stdout)
    assert len(found) == 1


def test_nodes_grow_with_their_claims_within_limits() -> None:
    sizes = [radius(n) for n in (1, 2, 4, 9, 16, 30)]
    assert sizes == sorted(set(sizes))
    assert sizes[0] >= 6
    assert radius(10_000) <= 30
