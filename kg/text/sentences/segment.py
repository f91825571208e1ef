"""Sentences by rule: where they start and end, and which lines are furniture.

The text is cut into lines, lines that continue one another are joined to units (a paragraph, a headline, a list
item), and each unit is cut into sentences. Offsets are those of the text as given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.records import SentenceSpan
from kg.text.sentences.boundaries import sentence_bounds
from kg.text.sentences.datelines import dateline_length
from kg.text.sentences.furniture import furniture_prefix, is_furniture
from kg.text.sentences.lines import units

FINISHED = re.compile(r"[.!?…:;](?:[\"'”’»)\]}\s]|\[\d{1,3}\])*$")


def sentence_spans(text: str) -> tuple[SentenceSpan, ...]:
    """The sentences of a text, in order, without overlap; every non-space character belongs to one.

    Lines broken in the middle of a sentence are read as one sentence; headlines, captions and list items without
    full stop stand alone (kind "title"); copyright lines, datelines and the like are kind "furniture".
    """
    return tuple(
        span
        for paragraph, (start, end) in enumerate(units(text))
        for span in _sentences(text, start, end, paragraph)
    )


def _sentences(text: str, start: int, end: int, paragraph: int) -> Iterator[SentenceSpan]:
    """A unit's sentences; a label glued before one ("Short link:Jihadist ...") or a dateline is cut off first."""
    label = furniture_prefix(text[start:end]) or dateline_length(text[start:end])
    if is_furniture(text[start:end]) and not (label and FINISHED.search(text[start:end])):
        yield SentenceSpan(start, end, paragraph, "furniture")
        return
    if label:
        yield SentenceSpan(start, start + label, paragraph, "furniture")
        start += label + len(text[start + label : end]) - len(text[start + label : end].lstrip())
    unit = text[start:end]
    for first, last in sentence_bounds(unit):
        sentence = unit[first:last]
        is_whole = sentence == unit and not label  # asked already
        if not is_whole and is_furniture(sentence):
            yield SentenceSpan(start + first, start + last, paragraph, "furniture")
        elif FINISHED.search(sentence):
            yield SentenceSpan(start + first, start + last, paragraph, "text")
        else:
            yield SentenceSpan(start + first, start + last, paragraph, "title")
