"""Names as they fit beside a node."""

from __future__ import annotations

import math
import textwrap

WIDTH = 18  # characters a line
LINES = 2
CHARACTER = 7.0  # mean width of a character, in units of the picture (pixels, when it just fits the screen)
LINE = 16.0  # height of a line, same units


def label_lines(label: str) -> list[str]:
    """The label in at most two lines of about 18 characters, cut with an ellipsis where it is longer.

    Control characters (line ends and direction overrides among them) become spaces: a name is one run of text.
    """
    clean = " ".join("".join(c if c.isprintable() else " " for c in label[:400]).split()) or "?"
    lines = textwrap.wrap(clean, WIDTH, break_long_words=True, break_on_hyphens=False)
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], lines[LINES - 1][: WIDTH - 1].rstrip() + "…"]
    return lines


def label_box(lines: list[str]) -> tuple[float, float]:
    """Width and height of the label, in units of the picture."""
    return max(len(line) for line in lines) * CHARACTER, len(lines) * LINE


def radius(weight: int) -> float:
    """Radius of a node that takes part in `weight` claims: area grows with the claims, within limits."""
    return round(min(22.0, 4.5 + 2.5 * math.sqrt(weight)), 1)
