"""Where the nodes stand: computed here once, the same on every run, so that the page need not simulate anything.

A picture of up to about 60 nodes is laid out by stress majorisation (Gansner, Koren and North 2004: distances on
paper follow distances in the graph), from several beginnings of which the clearest wins; members of a community are
drawn a little closer, and nodes with their labels are pushed apart until they no longer cover one another. A large
network is laid out community by community, and the communities packed.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import networkx as nx

from kg.view.boxes import MARGIN, Box, Point, bounds, centred, push_apart, rows
from kg.view.pack import pack
from kg.view.room import roomy
from kg.view.stress import SEED, part

SCREEN = (790.0, 640.0)  # a picture's room on a usual screen, in pixels
CORE = 60  # up to so many nodes are shown at once
SHOWN = 50  # at most so many when there are more: a picture needs air
LINES = 150  # and no more once so many lines are drawn between at least FEWEST nodes
FEWEST = 25


def simple(graph: nx.MultiDiGraph) -> nx.Graph:
    """The graph without directions and parallels; `weight` counts the claims between two nodes."""
    flat = nx.Graph()
    flat.add_nodes_from(sorted(graph))
    for a, b, claims in sorted((min(e[:2]), max(e[:2]), len(e[2])) for e in graph.edges(data="claims")):
        flat.add_edge(a, b, weight=claims + (flat[a][b]["weight"] if flat.has_edge(a, b) else 0))
    return flat


def communities(graph: nx.MultiDiGraph) -> dict[str, int]:
    """The community of each node (Louvain, seeded), numbered from 0 by falling size."""
    flat = simple(graph)
    # Louvain walks over sets: numbers make the walk the same whatever the hash seed of strings.
    names = sorted(flat)
    numbered = nx.relabel_nodes(flat, {name: i for i, name in enumerate(names)})
    found = nx.community.louvain_communities(numbered, weight="weight", seed=SEED)
    ranked = sorted((sorted(part) for part in found), key=lambda part: (-len(part), part))
    return {names[i]: number for number, part in enumerate(ranked) for i in part}


def core(graph: nx.MultiDiGraph, limit: int = CORE, size: int = SHOWN) -> list[str]:
    """The nodes shown at first, the weightiest first: all up to `limit`, above that up to `size` that hang together.

    Grown from the weightiest node by whoever has most claims with those chosen so far, tempered by its own weight:
    the core is a connected story and no list of unconnected stars.
    """
    heavy = sorted(graph, key=lambda n: (-graph.nodes[n]["weight"], n))
    if len(heavy) <= limit:
        return heavy
    flat = simple(graph)
    strength = {n: sum(d["weight"] for d in flat[n].values()) for n in flat}
    chosen: list[str] = []
    pull: dict[str, float] = {}
    lines = 0
    while len(chosen) < size and (len(chosen) < FEWEST or lines < LINES):
        best = max(pull, key=lambda n: (pull[n] * strength[n], n)) if pull else None
        if best is None:
            best = next(n for n in heavy if n not in set(chosen))
        pull.pop(best, None)
        lines += sum(graph.number_of_edges(best, n) + graph.number_of_edges(n, best) for n in chosen)
        chosen.append(best)
        for other, data in flat[best].items():
            if other not in chosen:
                pull[other] = pull.get(other, 0.0) + data["weight"]
    return sorted(chosen, key=lambda n: (-graph.nodes[n]["weight"], n))


def picture(
    graph: nx.MultiDiGraph, nodes: Sequence[str], boxes: Mapping[str, Box], community: Mapping[str, int]
) -> dict[str, Point]:
    """Places for `nodes`, clear of one another with their labels; connected parts packed beside each other."""
    flat = simple(graph).subgraph(nodes)
    parts = sorted((sorted(p) for p in nx.connected_components(flat)), key=lambda p: (-len(p), p))
    loose = [members[0] for members in parts if len(members) == 1]
    room = SCREEN[0], SCREEN[1] - 60.0 * math.ceil(len(loose) / 6)
    count = max(1, len(nodes) - len(loose))
    placed = []
    for members in parts:
        if len(members) > 1:
            share = math.sqrt(len(members) / count)
            placed.append(
                part(flat.subgraph(members), members, boxes, community, (room[0] * share, room[1] * share))
            )
    joined = pack(placed, flat.edges, boxes)
    if len(placed) > 1:
        joined = roomy(joined, sorted(flat.edges), boxes, room, rounds=2)
    return _with_loose(push_apart(joined, boxes, rounds=1500), loose, boxes)


def _with_loose(places: dict[str, Point], nodes: Sequence[str], boxes: Mapping[str, Box]) -> dict[str, Point]:
    """The places with nodes that no line joins set in rows below: between the others they would seem to belong."""
    if not nodes:
        return centred(places, boxes) if places else {}
    left, _, right, bottom = bounds(places, boxes) if places else (-SCREEN[0] / 2, 0.0, SCREEN[0] / 2, 0.0)
    wide = max(2 * boxes[n].radius + boxes[n].width for n in nodes) + 2 * MARGIN
    high = max(2 * boxes[n].radius + boxes[n].height for n in nodes) + 2 * MARGIN
    columns = min(len(nodes), max(4, int((right - left) / wide)))
    start = (left + right - (columns - 1) * wide) / 2
    top = bottom + 2 * MARGIN + max(boxes[n].radius for n in nodes)
    below = {n: (start + i % columns * wide, top + i // columns * high) for i, n in enumerate(nodes)}
    return centred(places | below, boxes)


def atlas(graph: nx.MultiDiGraph, community: Mapping[str, int], boxes: Mapping[str, Box]) -> dict[str, Point]:
    """Places for all nodes of a large network: each community a disc, the weightiest in its middle; discs packed.

    Nodes of a community follow the sunflower's spiral, which fills a disc evenly.
    """
    members: dict[int, list[str]] = {}
    for node in sorted(graph, key=lambda n: (-graph.nodes[n]["weight"], n)):
        members.setdefault(community[node], []).append(node)
    golden = math.pi * (3 - math.sqrt(5))
    discs = []
    for _, nodes in sorted(members.items(), key=lambda m: (-len(m[1]), m[0])):
        step = 44.0
        discs.append(
            {
                n: (
                    step * math.sqrt(i + 0.5) * math.cos(i * golden),
                    step * math.sqrt(i + 0.5) * math.sin(i * golden),
                )
                for i, n in enumerate(nodes)
            }
        )
    return rows(discs, boxes, gap=90.0)
