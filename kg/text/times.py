"""Words that name a time."""

from __future__ import annotations

from kg.english.closed import DAYS, MONTHS, PARTS_OF_DAY
from kg.records import Token

TIMES = (DAYS | MONTHS | PARTS_OF_DAY) | frozenset(
    """nightfall sunset sunrise tomorrow yesterday today tonight week month year day end time date
    deadline""".split()
)


def is_time(token: Token) -> bool:
    """Whether a noun or number names a time: "Wednesday", "morning", "2016"."""
    return token.lower in TIMES or (token.tag == "CD" and token.lower.isdigit() and len(token.lower) == 4)
