"""Lines that are nothing but a day, above what happened on it: those of a log, a timeline, a diary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.records import DayLine, SentenceSpan
from kg.text.sentences.furniture import DATE

LINE = re.compile(rf"^[^\S\n]*(?P<day>{DATE})[^\S\n]*[.:]?[^\S\n]*$", re.IGNORECASE | re.MULTILINE)
YEAR = re.compile(r"\d{4}")


def day_lines(text: str, spans: Sequence[SentenceSpan]) -> list[DayLine | None]:
    """The line that dates each sentence of a text, if one does.

    The only one of a text is the day on which it was written; in a log of several each tells when it happened.
    """
    lines = [m for m in LINE.finditer(text) if YEAR.search(m["day"])]
    if not lines:
        return [None] * len(spans)
    over = [
        max((m for m in lines if m.end() <= span.start), key=re.Match.start, default=None) for span in spans
    ]
    told = {m["day"] for m, span in zip(over, spans, strict=True) if m is not None and span.kind == "text"}
    return list(_dated(over, told))


def _dated(over: Sequence[re.Match[str] | None], told: set[str]) -> Iterator[DayLine | None]:
    """The lines above sentences, those left out that stand only above titles: the days of other articles."""
    for match in over:
        if match is None or match["day"] not in told:
            yield None
        else:
            yield DayLine(match["day"], match.start("day"), is_of_log=len(told) > 1)
