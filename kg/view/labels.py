"""Names as they fit beside a node."""

from __future__ import annotations

import textwrap

WIDTH = 18  # characters a line
LINES = 2
# Names keep their size on the screen while the picture is often shown at two thirds: they need more of its units.
CHARACTER = 8.0  # mean width of a character
LINE = 19.0  # height of a line


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
    return round(min(26.0, 6.0 + 3.4 * float(weight) ** 0.5), 1)
