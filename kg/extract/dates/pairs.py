"""Two date phrases that name one span: "in May and June", "in 2020 and 2021", "Monday evening and Tuesday morning"."""

from __future__ import annotations

import re

from kg.extract.dates.phrases import Phrase, next_word
from kg.frozen import dataclass
from kg.rules.dates import DateWords

OWNER = re.compile(r"['’]s?\s+\w")  # "Tuesday's attack"


@dataclass(frozen=True, slots=True)
class Dated:
    """A phrase with the preposition before it; `start` is the preposition's."""

    phrase: Phrase
    start: int
    cue: str
    role: str


def is_owned(phrase: Phrase, text: str, words: DateWords) -> bool:
    """Whether the phrase stands before a noun that the preposition governs: "after Tuesday's attack"."""
    if OWNER.match(text, phrase.end):
        return True
    return phrase.kind in ("weekday", "month-day") and next_word(text, phrase.end) in words.owners


def are_parts_of_days(first: Dated, second: Dated, text: str, words: DateWords) -> bool:
    """ "Monday evening and Tuesday morning"; not "talks on Monday and Tuesday's attack"."""
    parts = all(" " in text[d.phrase.start : d.phrase.end].strip() for d in (first, second))
    owned = (
        is_owned(first.phrase, text, words)
        or second.phrase.end < len(text)
        and text[second.phrase.end] in "'’"
    )
    return (
        first.phrase.kind == second.phrase.kind == "weekday" and first.role == "point" and parts and not owned
    )


def are_years_running(first: Dated, second: Dated, text: str) -> bool:
    """ "In 2020 and 2021, fighting went on": two years, one after the other, at the head of a sentence."""
    one, other = first.phrase.period, second.phrase.period
    if not (first.phrase.kind == second.phrase.kind == "year") or one is None or other is None:
        return False
    opens = not text[: first.start].strip() and text[second.phrase.end : second.phrase.end + 1] == ","
    return opens and first.cue == "in" and int(other.first) == int(one.first) + 1


def are_months(first: Dated, second: Dated, text: str, words: DateWords) -> bool:
    """ "In May and June", "in December and January 2021": two months, the second of which follows the first."""
    if first.cue not in ("in", "during") or is_owned(second.phrase, text, words):
        return False
    numbers = [_month_of(d.phrase) for d in (first, second)]
    return None not in numbers and numbers[0] is not None and numbers[1] == numbers[0] % 12 + 1


def _month_of(phrase: Phrase) -> int | None:
    """The number of a month that a phrase names without a day."""
    if phrase.month is not None:
        return None if phrase.day is not None or phrase.weekday is not None else phrase.month
    period = phrase.period
    is_month = period is not None and period.first == period.last and len(period.first) == len("2021-05")
    return int(period.first[5:7]) if period is not None and is_month else None
