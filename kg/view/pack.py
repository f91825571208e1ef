"""Unconnected parts of a picture, set close to one another without covering anything.

The method of Freivalds, Dogrusoz and Kikusts (2002): each part is the set of grid cells that its nodes, labels and
lines touch; parts go, the largest first, to the free place that keeps the whole most compact.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from kg.view.boxes import RATIO, Box, Point, bounds, centred

CELL = 30.0
Cell = tuple[int, int]


def pack(
    parts: Sequence[Mapping[str, Point]], lines: Iterable[tuple[str, str]], boxes: Mapping[str, Box]
) -> dict[str, Point]:
    """One picture of all parts, around (0, 0) in whole units; `lines` are the pairs of nodes that are joined."""
    if not parts:
        return {}
    pairs = list(lines)
    placed: dict[str, Point] = {}
    taken: set[Cell] = set()
    frame: tuple[int, int, int, int] | None = None
    for part in sorted(parts, key=lambda p: (-_area(p, boxes), min(p))):
        left, top, _, _ = bounds(part, boxes)
        moved = {n: (x - left, y - top) for n, (x, y) in part.items()}
        cells = _cells(moved, [(a, b) for a, b in pairs if a in part and b in part], boxes)
        dx, dy = _place(cells, taken, frame)
        taken |= {(x + dx, y + dy) for x, y in cells}
        placed |= {n: (x + dx * CELL, y + dy * CELL) for n, (x, y) in moved.items()}
        frame = _frame(taken)
    return centred(placed, boxes)


def _area(part: Mapping[str, Point], boxes: Mapping[str, Box]) -> float:
    left, top, right, bottom = bounds(part, boxes)
    return (right - left) * (bottom - top)


def _cells(
    part: Mapping[str, Point], lines: Sequence[tuple[str, str]], boxes: Mapping[str, Box]
) -> set[Cell]:
    """The cells that nodes, labels and lines touch, and their neighbours, so that parts keep a distance."""
    cells: set[Cell] = set()
    for node, at in part.items():
        x0, y0, x1, y1 = (math.floor(v / CELL) for v in boxes[node].around(at))
        cells |= {(x, y) for x in range(x0, x1 + 1) for y in range(y0, y1 + 1)}
    for a, b in lines:
        (ax, ay), (bx, by) = part[a], part[b]
        steps = max(1, math.ceil(math.hypot(bx - ax, by - ay) / (CELL / 2)))
        for i in range(steps + 1):
            x, y = ax + (bx - ax) * i / steps, ay + (by - ay) * i / steps
            cells.add((math.floor(x / CELL), math.floor(y / CELL)))
    return {(x + i, y + j) for x, y in cells for i in (-1, 0, 1) for j in (-1, 0, 1)}


def _frame(cells: set[Cell]) -> tuple[int, int, int, int]:
    xs, ys = [x for x, _ in cells], [y for _, y in cells]
    return min(xs), min(ys), max(xs), max(ys)


def _place(cells: set[Cell], taken: set[Cell], frame: tuple[int, int, int, int] | None) -> Cell:
    """The shift that overlaps nothing and leaves the smallest frame of the wished shape, nearest the middle."""
    if frame is None:
        return 0, 0
    own = _frame(cells)
    best: tuple[float, float, int, int] | None = None
    for dy in range(frame[1] - own[3] - 1, frame[3] - own[1] + 2):
        for dx in range(frame[0] - own[2] - 1, frame[2] - own[0] + 2):
            left, right = min(frame[0], own[0] + dx), max(frame[2], own[2] + dx)
            top, bottom = min(frame[1], own[1] + dy), max(frame[3], own[3] + dy)
            size = max((right - left) / RATIO, float(bottom - top))
            off = abs(own[0] + own[2] + 2 * dx - frame[0] - frame[2]) / RATIO
            off += abs(own[1] + own[3] + 2 * dy - frame[1] - frame[3])
            candidate = (size, off, dx, dy)
            if best is not None and candidate >= best:
                continue
            if not any((x + dx, y + dy) in taken for x, y in cells):
                best = candidate
    assert best is not None  # beside the frame there is always room
    return best[2], best[3]
