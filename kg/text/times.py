"""Words that name a time."""

from __future__ import annotations

from kg.english.closed import DAYS
from kg.records import Token

TIMES = DAYS | frozenset(
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "morning", "afternoon", "evening", "night", "midnight", "noon", "dawn", "dusk", "nightfall",
        "midday", "sunset", "sunrise", "tomorrow", "yesterday", "today", "tonight", "week", "month", "year", "day",
        "end", "time", "date", "deadline",
    ]
)  # fmt: skip


def is_time(token: Token) -> bool:
    """Whether a noun or number names a time: "Wednesday", "morning", "2016"."""
    return token.lower in TIMES or (token.tag == "CD" and token.lower.isdigit() and len(token.lower) == 4)
