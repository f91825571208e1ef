"""Layout of one connected part: distances on paper follow distances in the graph.

Stress majorisation (Gansner, Koren and North 2004) from several seeded beginnings, each brought to the size it will
have on the screen; the one that is easiest to read wins.
"""

from __future__ import annotations

import math
import random
from collections import deque
from collections.abc import Mapping, Sequence
from itertools import combinations

import networkx as nx

from kg.view.boxes import Box, Point, bounds
from kg.view.room import nearest, roomy

SEED = 20160504
EDGE = 150.0  # wished length of a line before the picture is brought to the screen's size
STARTS = 6
ROUNDS = 60


def part(
    flat: nx.Graph, nodes: Sequence[str], boxes: Mapping[str, Box], community: Mapping[str, int], room: Point
) -> dict[str, Point]:
    """Places for the nodes of a connected part in about `room`, clear of each other."""
    wished = _distances(flat, nodes, community)
    lines = sorted(flat.edges)
    best: tuple[float, dict[str, Point]] | None = None
    for start in range(STARTS if len(nodes) > 3 else 1):
        points = _lie_down(_stress(wished, random.Random(SEED + start), ROUNDS))
        places = roomy(dict(zip(nodes, points, strict=True)), lines, boxes, room)
        cost = _disorder(places, lines, boxes, room)
        if best is None or cost < best[0]:
            best = cost, places
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


def _disorder(
    places: Mapping[str, Point], lines: Sequence[tuple[str, str]], boxes: Mapping[str, Box], room: Point
) -> float:
    """How hard the picture is to read: crossings, lines under foreign nodes, long lines, and want of room."""
    crossings = sum(
        1
        for (a, b), (c, d) in combinations(lines, 2)
        if len({a, b, c, d}) == 4 and _cross(places[a], places[b], places[c], places[d])
    )
    covered = sum(
        1
        for a, b in lines
        for node, at in places.items()
        if node not in (a, b) and math.dist(at, nearest(at, places[a], places[b])) < boxes[node].radius + 5
    )
    length = sum(math.dist(places[a], places[b]) for a, b in lines) / (100 * max(1, len(lines)))
    left, top, right, bottom = bounds(places, {n: boxes[n] for n in places})
    excess = max((right - left) / room[0], (bottom - top) / room[1], 1.0)
    return crossings + 3.0 * covered + 4.0 * length + 20.0 * (excess - 1)


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0
