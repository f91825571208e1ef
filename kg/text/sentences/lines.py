"""Units of a text: lines, joined where a line break stands in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from kg.text.sentences.abbreviations import HEADLINE_ENDS, NEVER_END, OPEN_ENDED

FINAL = re.compile(r"[.!?…:;][\"'”’»)\]}]*(?:\[\d{1,3}\])*$")
BULLET = re.compile(r"(?:[•·▪▫■□█●○◦‣*–—-]+\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s)")
CONTINUES = re.compile(r"[,;:.)\]!?%’”](?:\s|$|[^\w\s])|['’]s\b|[,;)\]]")
LAST_WORD = re.compile(r"[\w.'’-]+$")
# A hard-wrapped text breaks its lines at or below this width.
WIDEST_WRAP = 130


class Line(NamedTuple):
    """A line without the space around it; `blank_before` tells that an empty line precedes."""

    start: int
    end: int
    blank_before: bool


def units(text: str) -> list[tuple[int, int]]:
    """The (start, end) of each paragraph, headline or list item, in order, without space around it."""
    lines = _lines(text)
    width = _wrap_width(text, lines)
    joined: list[tuple[int, int]] = []
    for number, line in enumerate(lines):
        if number and _continues(text, lines[number - 1], line, width):
            joined[-1] = (joined[-1][0], line.end)
        else:
            joined.append((line.start, line.end))
    return joined


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    offset, blank = 0, False
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip()
        if stripped:
            start = offset + len(raw) - len(raw.lstrip())
            lines.append(Line(start, start + len(stripped), blank))
        blank = not stripped
        offset += len(raw)
    return lines


def _wrap_width(text: str, lines: Sequence[Line]) -> int | None:
    """The width at which the text is hard-wrapped, or None: many lines then break before a small letter."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.blank_before]
    if len(pairs) < 2:
        return None
    open_pairs = [(a, b) for a, b in pairs if not FINAL.search(_tail(text[a.start : a.end]))]
    wrapped = [a.end - a.start for a, b in open_pairs if text[b.start].islower()]
    if len(wrapped) < max(2, 0.3 * len(pairs)):
        return None
    width = max(wrapped)
    return width if 35 <= width <= WIDEST_WRAP else None


def _continues(text: str, above: Line, line: Line, width: int | None) -> bool:
    """Whether `line` goes on with the sentence or the wrapped paragraph of the line above."""
    upper, lower = text[above.start : above.end], text[line.start : line.end]
    if BULLET.match(lower):
        return False
    tail = _tail(upper)
    finished = FINAL.search(tail) is not None
    if not finished and lower[0] in ",;)]" and CONTINUES.match(lower):
        return True
    last = LAST_WORD.search(tail)
    last_word = last.group().lower() if last else ""
    if finished and last_word.rstrip(".") not in NEVER_END:
        return not line.blank_before and width is not None and _fills(upper, lower, width)
    if line.blank_before and last_word in HEADLINE_ENDS and lower[0].isupper():
        return False
    if upper.endswith(",") or last_word in OPEN_ENDED or last_word.rstrip(".") in NEVER_END:
        return True
    if lower[0].islower():
        return True
    return not line.blank_before and width is not None and _fills(upper, lower, width)


def _tail(line: str) -> str:
    """What stands behind the last blank of a line: there its last word and mark are found sooner."""
    return line.rsplit(maxsplit=1)[-1]


def _fills(upper: str, lower: str, width: int) -> bool:
    """Whether the first word below would not have fitted on the line above."""
    return len(upper) + 1 + len(lower.split(maxsplit=1)[0]) > width
