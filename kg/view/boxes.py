"""Rectangles of nodes with their labels: pushed apart, and packed into a picture."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Point = tuple[float, float]
MARGIN = 10.0
SLACK = 200.0  # how far boxes may have moved since they were sorted in the same round
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


def push_apart(
    at: Mapping[str, Point], boxes: Mapping[str, Box], rounds: int = 250, bias: float = 1.0
) -> dict[str, Point]:
    """The same places with overlapping boxes moved apart along the shorter way, until none overlap.

    Names are wider than high, so the shorter way is mostly up or down and the picture grows tall; a `bias` above 1
    lets boxes go sideways even where that is up to so many times farther.
    """
    names = sorted(at)
    xs, ys = [at[n][0] for n in names], [at[n][1] for n in names]
    half = [max(boxes[n].radius, boxes[n].width / 2) + MARGIN for n in names]
    above = [boxes[n].radius + MARGIN for n in names]
    below = [boxes[n].radius + boxes[n].height + MARGIN for n in names]
    for _ in range(rounds):
        touched = False
        order = sorted(range(len(names)), key=lambda i: xs[i] - half[i])
        for k, i in enumerate(order):
            for j in order[k + 1 :]:
                wide = half[i] + half[j] - abs(xs[i] - xs[j])
                if wide <= 0:
                    if xs[j] - half[j] > xs[i] + half[i] + SLACK:
                        break  # the rest lie farther right
                    continue
                upper, lower = (i, j) if ys[i] <= ys[j] else (j, i)
                high = below[upper] + above[lower] - (ys[lower] - ys[upper])
                if high <= 0:
                    continue
                touched = True
                if wide < high * bias:
                    left, right = (i, j) if xs[i] <= xs[j] else (j, i)
                    xs[left] -= wide * 0.3 + 0.5
                    xs[right] += wide * 0.3 + 0.5
                else:
                    ys[upper] -= high * 0.3 + 0.5
                    ys[lower] += high * 0.3 + 0.5
        if not touched:
            break
    return {n: (xs[k], ys[k]) for k, n in enumerate(names)}


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
