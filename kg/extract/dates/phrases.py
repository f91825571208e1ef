"""A date phrase, what it is read from, and how a phrase without a year gets its period."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from kg.extract.counts.words import alternation
from kg.extract.dates.calendar import Period, iso, point
from kg.frozen import dataclass
from kg.rules.dates import DateWords

WORD_AFTER = re.compile(r"[\s-]+([^\W\d_][\w'’]*)")
TWO_WORDS_AFTER = re.compile(r"(?:\s+[A-Z]\w+)?\s+([A-Z]\w+)")
OF_AFTER = re.compile(r"\s+of\b")
LISTED = re.compile(r"\s*(?:,|,?\s*(?:and|or|to|through|until|till)|[-–/])\s*")
DETERMINER = re.compile(r"(?:\b(?:the|an?|its|his|her|their|our|this|that)|['’]s)\s+\Z", re.I)
FUNCTION_WORDS = frozenset(
    (
        *(
            "on",
            "of",
            "for",
            "to",
            "in",
            "by",
            "from",
            "at",
            "with",
            "through",
            "against",
            "across",
            "into",
            "as",
        ),
        *("and", "or", "but", "that", "which", "who"),
        *("was", "is", "were", "are", "has", "had", "have", "will", "would"),
    )
)
LOOK_BACK = 40

SOON, HALF_A_YEAR = 31, 183  # days


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a phrase is read against: the words of dates, the article's date, a date the article gave before.

    `anchor` is the date of what was told last, from which "two days later" counts.
    """

    words: DateWords
    today: date | None
    context: str | None = None
    future: bool = False
    past: bool = False
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A date phrase without its preposition.

    A phrase without a year has `month`, and `day` and `last_day` if given; `resolve` finds its period. `weekday` then
    is the one that stands with it ("Saturday, 12 May").
    """

    start: int
    end: int
    kind: str
    period: Period | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A match of a pattern in a text, with what its reader may look at. `last` is the phrase found before it."""

    match: re.Match[str]
    calendar: Calendar
    last: Phrase | None = None

    @property
    def text(self) -> str:
        """The whole text."""
        return self.match.string

    @property
    def words(self) -> DateWords:
        """The words of dates."""
        return self.calendar.words

    @property
    def start(self) -> int:
        """Where the match begins."""
        return self.match.start()

    @property
    def end(self) -> int:
        """Where the match ends."""
        return self.match.end()

    @property
    def before(self) -> str:
        """The text just before the match."""
        return self.text[max(0, self.start - LOOK_BACK) : self.start]

    @property
    def next_word(self) -> str:
        """The word after the match, or "" when something else than a space or hyphen comes first."""
        return next_word(self.text, self.end)

    def get(self, name: str) -> str:
        """What a group matched, lower-case, with single spaces; "" when it did not match or does not exist."""
        return re.sub(r"\s+", " ", (self.match.groupdict().get(name) or "").lower())

    def phrase(self, kind: str, period: Period | str | None) -> Phrase | None:
        """The match as a phrase of that period (or point in time); None without one."""
        if period is None:
            return None
        return Phrase(self.start, self.end, kind, point(period) if isinstance(period, str) else period)

    def follows(self, words: Iterable[str]) -> bool:
        """Whether one of the words stands before the match."""
        return bool(_ending(frozenset(words)).search(self.before))

    @property
    def is_listed(self) -> bool:
        """Whether the match continues a list or range that the phrase before it began."""
        return self.last is not None and bool(LISTED.fullmatch(self.text, self.last.end, self.start))


def next_word(text: str, place: int) -> str:
    """The word after a place, or "" when something else than a space or hyphen comes first."""
    match = WORD_AFTER.match(text, place)
    return match[1] if match else ""


@cache
def _ending(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(words)}\s+\Z", re.I)


def in_name(hit: Hit) -> bool:
    """Whether the match is part of a name or a habit: "17 February Martyrs Brigade", "every Friday"."""
    words = hit.words
    capital = TWO_WORDS_AFTER.match(hit.text, hit.end)
    if hit.next_word.lower() in words.names_after or (capital and capital[1].lower() in words.names_after):
        return True
    return hit.follows(words.names_before | words.habits_before)


def resolve(phrase: Phrase, calendar: Calendar, year: int | None = None, near: bool = False) -> Period | None:
    """The period of a phrase; one without a year gets `year`, or the last such day up to the article's date.

    A weekday beside the day must fit. `near`: the nearest such day on either side. A day within the coming month is
    taken to be coming, too. Without an article date the year of the calendar's context is taken.
    """
    if phrase.period or phrase.month is None:
        return phrase.period
    today = calendar.today
    if year is None and today is None and calendar.context:
        year = int(calendar.context[:4])
    if year is not None:
        return _in_year(phrase, year)
    if today is None:
        return None
    if (told := _in_told_year(phrase, calendar, today)) is not None:
        return told
    days = {y: date(y, phrase.month, phrase.day or 1) for y in _years_around(today, phrase)}
    if phrase.weekday is not None:
        fitting = [
            y for y, day in days.items() if day.weekday() == phrase.weekday and abs(y - today.year) <= 1
        ]
        return _in_year(phrase, min(fitting, key=lambda y: abs((days[y] - today).days))) if fitting else None
    limit = today if phrase.day else today.replace(day=1)
    past = [y for y, day in days.items() if day <= limit]
    ahead = [y for y, day in days.items() if day >= limit]
    reach = HALF_A_YEAR if near else SOON if phrase.day else 0
    is_today = bool(past) and days[past[-1]] == limit
    if (
        ahead
        and not is_today
        and not calendar.past
        and (calendar.future or (days[ahead[0]] - limit).days <= reach)
    ):
        return _in_year(phrase, ahead[0])
    return _in_year(phrase, past[-1]) if past else None


def _in_told_year(phrase: Phrase, calendar: Calendar, today: date) -> Period | None:
    """The day in the year of what was told last, if the story goes on there: "On 3 May 2014 … On 9 May"."""
    last = calendar.anchor
    if last is None or len(last) < len("2020-03") or int(last[:4]) >= today.year or calendar.future:
        return None
    found = _in_year(phrase, int(last[:4]))
    goes_on = found is not None and found.first[: len(last)] >= last[: len(found.first)]
    return found if goes_on else None


def _years_around(today: date, phrase: Phrase) -> list[int]:
    """Years near the article's date that have the day; four on either side, for 29 February."""
    return [y for y in range(today.year - 4, today.year + 5) if iso(y, phrase.month, phrase.day)]


def _in_year(phrase: Phrase, year: int) -> Period | None:
    first = iso(year, phrase.month, phrase.day)
    last = iso(year, phrase.month, phrase.last_day or phrase.day)
    return Period(first, last) if first and last else None


@cache
def part_pattern(words: DateWords) -> str:
    """A regular expression for what may stand between preposition and date: "early ", "the end of ", "mid-"."""
    times = rf"(?:(?:early|late)\s+)?{alternation(words.day_parts)}\s+of"
    return rf"(?:the\s+)?(?:{alternation(words.parts)}|{times})(?:\s+|-)(?:(?:in|on|the)\s+)?"


@cache
def part_before(words: DateWords) -> re.Pattern[str]:
    """The same, at the end of a text."""
    return re.compile(rf"\b{part_pattern(words)}\Z", re.I)
