"""Rectangles of nodes with their labels: pushed apart, and packed into a picture."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

Point = tuple[float, float]
MARGIN = 10.0
RATIO = 1.2  # wished width to height of the whole picture


@dataclass(frozen=True, slots=True)
class Box:
    """A node and the label below it: `radius` of the node, `width` and `height` of the label."""

    radius: float
    width: float
    height: float

    def around(self, at: Point) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of node and label when the node's middle is `at`."""
        half = max(self.radius, self.width / 2) + MARGIN
        return (
            at[0] - half,
            at[1] - self.radius - MARGIN,
            at[0] + half,
            at[1] + self.radius + self.height + MARGIN,
        )


def push_apart(at: Mapping[str, Point], boxes: Mapping[str, Box], rounds: int = 250) -> dict[str, Point]:
    """The same places with overlapping boxes moved apart along the shorter way, until none overlap."""
    places = {n: [p[0], p[1]] for n, p in at.items()}
    pairs = list(combinations(sorted(places), 2))
    for _ in range(rounds):
        touched = False
        rects = {n: boxes[n].around((p[0], p[1])) for n, p in places.items()}
        for a, b in pairs:
            ra, rb = rects[a], rects[b]
            wide = min(ra[2], rb[2]) - max(ra[0], rb[0])
            high = min(ra[3], rb[3]) - max(ra[1], rb[1])
            if wide <= 0 or high <= 0:
                continue
            touched = True
            axis = 0 if wide < high else 1
            step = (wide if axis == 0 else high) / 2 * 0.6 + 0.5
            first, second = (a, b) if places[a][axis] <= places[b][axis] else (b, a)
            places[first][axis] -= step
            places[second][axis] += step
            rects[a] = boxes[a].around((places[a][0], places[a][1]))
            rects[b] = boxes[b].around((places[b][0], places[b][1]))
        if not touched:
            break
    return {n: (p[0], p[1]) for n, p in places.items()}


def bounds(at: Mapping[str, Point], boxes: Mapping[str, Box]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all boxes."""
    rects = [boxes[n].around(p) for n, p in at.items()]
    return (
        min(r[0] for r in rects),
        min(r[1] for r in rects),
        max(r[2] for r in rects),
        max(r[3] for r in rects),
    )


def rows(parts: Sequence[Mapping[str, Point]], boxes: Mapping[str, Box], gap: float) -> dict[str, Point]:
    """The parts in rows below one another, the first at the top, in whole units around (0, 0)."""
    if not parts:
        return {}
    frames = [bounds(part, boxes) for part in parts]
    area = sum((f[2] - f[0] + gap) * (f[3] - f[1] + gap) for f in frames)
    width = max(math.sqrt(area * RATIO), frames[0][2] - frames[0][0])
    placed: dict[str, Point] = {}
    x = y = row = 0.0
    for part, frame in zip(parts, frames, strict=True):
        wide, high = frame[2] - frame[0], frame[3] - frame[1]
        if x > 0 and x + wide > width:
            x, y, row = 0.0, y + row + gap, 0.0
        placed |= {n: (p[0] - frame[0] + x, p[1] - frame[1] + y) for n, p in part.items()}
        x, row = x + wide + gap, max(row, high)
    return centred(placed, boxes)


def centred(placed: Mapping[str, Point], boxes: Mapping[str, Box]) -> dict[str, Point]:
    """The places moved so that their frame lies around (0, 0), in whole units."""
    whole = bounds(placed, boxes)
    cx, cy = (whole[0] + whole[2]) / 2, (whole[1] + whole[3]) / 2
    return {n: (float(round(p[0] - cx)), float(round(p[1] - cy))) for n, p in placed.items()}
