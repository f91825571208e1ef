"""Where the nodes stand: computed here once, the same on every run, so that the page need not simulate anything.

A picture of up to about 60 nodes is laid out by stress majorisation (Gansner, Koren and North 2004: distances on
paper follow distances in the graph), from several beginnings of which the clearest wins; members of a community are
drawn a little closer, and nodes with their labels are pushed apart until they no longer cover one another. A large
network is laid out community by community, and the communities packed.
"""

from __future__ import annotations

import math
import random
from collections import deque
from collections.abc import Mapping, Sequence
from itertools import combinations

import networkx as nx

from kg.view.boxes import MARGIN, Box, bounds, centred, push_apart, rows
from kg.view.pack import pack

Point = tuple[float, float]
SEED = 20160504
EDGE = 150.0  # wished length of an edge, in units of the picture
STARTS = 8
ROUNDS = 90
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
    placed = [_part(flat.subgraph(part), part, boxes, community) for part in parts if len(part) > 1]
    loose = [part[0] for part in parts if len(part) == 1]
    joined = _roomy(pack(placed, flat.edges, boxes), sorted(flat.edges), boxes)
    return _with_loose(joined, loose, boxes)


def _with_loose(places: dict[str, Point], nodes: Sequence[str], boxes: Mapping[str, Box]) -> dict[str, Point]:
    """The places with nodes that no line joins set in rows below: between the others they would seem to belong."""
    if not nodes:
        return places
    left, _, right, bottom = bounds(places, boxes) if places else (-SCREEN[0] / 2, 0.0, SCREEN[0] / 2, 0.0)
    wide = max(2 * boxes[n].radius + boxes[n].width for n in nodes) + 2 * MARGIN
    high = max(2 * boxes[n].radius + boxes[n].height for n in nodes) + 2 * MARGIN
    columns = min(len(nodes), max(4, int((right - left) / wide)))
    start = (left + right - (columns - 1) * wide) / 2
    top = bottom + 2 * MARGIN + max(boxes[n].radius for n in nodes)
    below = {n: (start + i % columns * wide, top + i // columns * high) for i, n in enumerate(nodes)}
    return centred(places | below, boxes)


def _roomy(
    places: dict[str, Point], lines: Sequence[tuple[str, str]], boxes: Mapping[str, Box]
) -> dict[str, Point]:
    """The same picture at the size of a screen, with nodes and names again clear of each other.

    Nodes and names keep their size while the picture shrinks around them, so a few rounds of shrinking and pushing
    apart are needed.
    """
    mine = {n: boxes[n] for n in places}
    for _ in range(5 if places else 0):
        left, top, right, bottom = bounds(places, mine)
        wide, high = min(1.0, SCREEN[0] / (right - left)), min(1.0, SCREEN[1] / (bottom - top))
        wide, high = min(wide, high * 1.4), min(high, wide * 1.4)  # filling the screen, but not out of shape
        shrunk = {n: (x * wide, y * high) for n, (x, y) in places.items()}
        places = push_apart(_off_lines(shrunk, lines, mine), mine)
    return centred(push_apart(places, mine, rounds=1500), mine) if places else {}


def _off_lines(
    places: dict[str, Point], lines: Sequence[tuple[str, str]], boxes: Mapping[str, Box]
) -> dict[str, Point]:
    """The places with each node moved aside from lines that are not its own and would run under it."""
    moved = dict(places)
    for node, (x, y) in places.items():
        dx = dy = 0.0
        for a, b in lines:
            if node in (a, b):
                continue
            near = _nearest((x, y), places[a], places[b])
            off = math.hypot(x - near[0], y - near[1])
            lacking = boxes[node].radius + 9 - off
            if lacking > 0:
                # A node exactly on the line leaves it to the left, seen from the line's beginning.
                side = (x - near[0], y - near[1]) if off > 0.01 else (places[a][1] - y, x - places[a][0])
                size = math.hypot(*side) or 1.0
                dx, dy = dx + side[0] / size * lacking, dy + side[1] / size * lacking
        moved[node] = (x + dx, y + dy)
    return moved


def _part(
    flat: nx.Graph, nodes: Sequence[str], boxes: Mapping[str, Box], community: Mapping[str, int]
) -> dict[str, Point]:
    """A connected part: the clearest of several layouts, lying down rather than standing."""
    if len(nodes) == 1:
        return {nodes[0]: (0.0, 0.0)}
    wished = _distances(flat, nodes, community)
    edges = [(nodes.index(a), nodes.index(b)) for a, b in flat.edges]
    best: tuple[float, dict[str, Point]] | None = None
    for start in range(STARTS if len(nodes) > 3 else 1):
        points = _lie_down(_stress(wished, random.Random(SEED + start), ROUNDS))
        clear = push_apart(dict(zip(nodes, points, strict=True)), boxes)
        cost = _disorder([clear[n] for n in nodes], edges, [boxes[n].radius for n in nodes])
        if best is None or cost < best[0]:
            best = cost, clear
    assert best is not None
    return best[1]


def _distances(flat: nx.Graph, nodes: Sequence[str], community: Mapping[str, int]) -> list[list[float]]:
    """Wished distances between all pairs: steps in the graph, longer between communities and around hubs."""
    index = {n: i for i, n in enumerate(nodes)}
    # Trees need little room, tangles much.
    unit = EDGE * min(1.5, 0.55 + 0.3 * flat.number_of_edges() / len(nodes))
    length = {
        (a, b): unit
        * (1.0 if community[a] == community[b] else 1.3)
        * (1 + 0.12 * min(flat.degree(a), flat.degree(b)))
        for a, b in flat.edges
    }
    length |= {(b, a): d for (a, b), d in length.items()}
    table = []
    for node in nodes:
        far = {node: 0.0}
        queue = deque([node])
        while queue:  # breadth first: the fewest steps decide, not the shortest sum
            here = queue.popleft()
            for other in sorted(flat[here]):
                if other not in far:
                    far[other] = far[here] + length[here, other]
                    queue.append(other)
        table.append([0.0] * len(nodes))
        for other, d in far.items():
            table[-1][index[other]] = d
    return [[(table[i][j] + table[j][i]) / 2 for j in range(len(nodes))] for i in range(len(nodes))]


def _stress(wished: list[list[float]], chance: random.Random, rounds: int) -> list[Point]:
    """Stress majorisation, one node after the other, from a random beginning."""
    n = len(wished)
    spread = EDGE * math.sqrt(n)
    xs = [chance.uniform(-spread, spread) for _ in range(n)]
    ys = [chance.uniform(-spread, spread) for _ in range(n)]
    weights = [[1 / (d * d) if d else 0.0 for d in row] for row in wished]
    totals = [sum(row) for row in weights]
    for _ in range(rounds):
        moved = 0.0
        for i in range(n):
            x, y, sx, sy = xs[i], ys[i], 0.0, 0.0
            for j, d in enumerate(wished[i]):
                if d:
                    dx, dy = x - xs[j], y - ys[j]
                    pull = d / (math.sqrt(dx * dx + dy * dy) or 1.0)
                    sx += weights[i][j] * (xs[j] + dx * pull)
                    sy += weights[i][j] * (ys[j] + dy * pull)
            xs[i], ys[i] = sx / totals[i], sy / totals[i]
            moved = max(moved, abs(xs[i] - x) + abs(ys[i] - y))
        if moved < 0.5:
            break
    return list(zip(xs, ys, strict=True))


def _lie_down(points: list[Point]) -> list[Point]:
    """Turned so that the longest extent is horizontal: screens and pages are wider than high."""
    n = len(points)
    cx, cy = sum(x for x, _ in points) / n, sum(y for _, y in points) / n
    xx = sum((x - cx) ** 2 for x, _ in points)
    yy = sum((y - cy) ** 2 for _, y in points)
    xy = sum((x - cx) * (y - cy) for x, y in points)
    angle = 0.5 * math.atan2(2 * xy, xx - yy)
    cos, sin = math.cos(-angle), math.sin(-angle)
    return [((x - cx) * cos - (y - cy) * sin, (x - cx) * sin + (y - cy) * cos) for x, y in points]


def _disorder(points: Sequence[Point], edges: Sequence[tuple[int, int]], radii: Sequence[float]) -> float:
    """How hard the layout is to read: crossings, edges that run under foreign nodes, and sprawl."""
    crossings = sum(
        1
        for (a, b), (c, d) in combinations(edges, 2)
        if len({a, b, c, d}) == 4 and _cross(points[a], points[b], points[c], points[d])
    )
    covered = sum(
        1
        for a, b in edges
        for k in range(len(points))
        if k not in (a, b) and math.dist(points[k], _nearest(points[k], points[a], points[b])) < radii[k] + 8
    )
    length = sum(math.dist(points[a], points[b]) for a, b in edges) / (EDGE * max(1, len(edges)))
    return crossings + 3.0 * covered + 6.0 * length


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def _nearest(p: Point, a: Point, b: Point) -> Point:
    """The point of a stretch of line that is nearest to `p`."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    t = max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square)) if square else 0.0
    return a[0] + t * dx, a[1] + t * dy


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
