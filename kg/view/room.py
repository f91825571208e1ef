"""A picture brought to the size of a screen, with nodes, names and lines clear of each other."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from kg.view.boxes import Box, Point, bounds, centred, push_apart

TIGHT = 9.0  # pixels between a node and a line that is not its own


def roomy(
    places: Mapping[str, Point],
    lines: Sequence[tuple[str, str]],
    boxes: Mapping[str, Box],
    room: Point,
    rounds: int = 5,
) -> dict[str, Point]:
    """The same picture in about `room` (width and height), with nodes and names clear of each other.

    Nodes and names keep their size while the picture shrinks around them, so a few rounds of shrinking, moving off
    lines and pushing apart are needed. Where all together need more than there is, the room is exceeded.
    """
    mine = {n: boxes[n] for n in places}
    here = dict(places)
    for _ in range(rounds if here else 0):
        left, top, right, bottom = bounds(here, mine)
        wide, high = min(1.2, room[0] / (right - left)), min(1.2, room[1] / (bottom - top))
        wide, high = min(wide, high * 1.4), min(high, wide * 1.4)  # filling the room, but not out of shape
        bias = 2.5 if (bottom - top) * room[0] > (right - left) * room[1] else 1.0
        shrunk = {n: (x * wide, y * high) for n, (x, y) in here.items()}
        here = push_apart(off_lines(shrunk, lines, mine), mine, rounds=60, bias=bias)
    return centred(push_apart(here, mine, rounds=300, bias=1.5), mine) if here else {}


def off_lines(
    places: dict[str, Point], lines: Sequence[tuple[str, str]], boxes: Mapping[str, Box]
) -> dict[str, Point]:
    """The places with each node moved aside from lines that are not its own and would run under it."""
    moved = dict(places)
    for node, (x, y) in places.items():
        dx = dy = 0.0
        for a, b in lines:
            if node in (a, b):
                continue
            near = nearest((x, y), places[a], places[b])
            off = math.hypot(x - near[0], y - near[1])
            lacking = boxes[node].radius + TIGHT - off
            if lacking > 0:
                # A node exactly on the line leaves it to the left, seen from the line's beginning.
                side = (x - near[0], y - near[1]) if off > 0.01 else (places[a][1] - y, x - places[a][0])
                size = math.hypot(*side) or 1.0
                dx, dy = dx + side[0] / size * lacking, dy + side[1] / size * lacking
        moved[node] = (x + dx, y + dy)
    return moved


def nearest(p: Point, a: Point, b: Point) -> Point:
    """The point of a stretch of line that is nearest to `p`."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    t = max(0.0, min(1.0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square)) if square else 0.0
    return a[0] + t * dx, a[1] + t * dy
