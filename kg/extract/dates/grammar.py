"""The patterns of date phrases, and the scan that finds them in a text."""

from __future__ import annotations

import re
import string
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from kg.extract.counts.words import WORD, alternation, number_pattern, words_in
from kg.extract.dates import absolute, relative
from kg.extract.dates.phrases import Calendar, Hit, Phrase
from kg.rules.dates import DateWords

Reader = Callable[[Hit], Phrase | None]

DAY = r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?(?![\w%]|,[0-9]{3}(?![0-9])|[.:][0-9])"
YEAR = r"(?:19|20)[0-9][0-9](?![\w%]|,[0-9]|[.:][0-9]|-\w)"
DATED_YEAR = (
    r"(?:1[5-9]|20)[0-9][0-9](?![\w%]|,[0-9]|[.:][0-9]|-\w)"  # after a day or month: "9 October 1779"
)
UNIT = r"(?:hour|day|week|month|year|decade)"
# Words of the patterns that stand inside a phrase only, and would be tried most often.
INNER = frozenset("of to and in by s i year years month day week night morning after before first".split())
REST_OF_WORD = re.compile(r"[\w.]*")


class Pattern(NamedTuple):
    """A kind of phrase: its regular expression, and what reads a match of it."""

    name: str
    source: str
    read: Reader


class Grammar(NamedTuple):
    """One regular expression for any phrase (its last group names the pattern), the words that may begin one, and
    each pattern's own expression and reader."""

    any_of: re.Pattern[str]
    openers: frozenset[str]
    readers: dict[str, tuple[re.Pattern[str], Reader]]


def phrases(text: str, calendar: Calendar) -> list[Phrase]:
    """All date phrases of a text, in order, without overlaps. Those that say nothing are left out."""
    any_of, openers, readers = grammar(calendar.words)
    found: list[Phrase] = []
    place, digits = 0, string.digits
    for word in WORD.finditer(text):
        first = word[0]
        if first[0] not in digits and first.lower() not in openers or word.start() < place:
            continue  # to try the expression on each word would take most of the time of reading dates
        if (match := any_of.match(text, word.start())) is None:
            continue
        exact, read = readers[match.lastgroup or ""]
        again = exact.match(text, match.start())
        phrase = read(Hit(again, calendar, found[-1] if found else None)) if again else None
        if phrase:
            found.append(phrase)
            place = phrase.end
        else:
            rest = REST_OF_WORD.match(text, match.start() + 1)
            place = rest.end() if rest else match.start() + 1
    return found


@cache
def grammar(words: DateWords) -> Grammar:
    """The patterns of all phrases."""
    patterns = [*_absolute(words), *_relative(words), *_years(words)]
    nameless = [(p.name, re.sub(r"\(\?P<\w+>", "(?:", p.source)) for p in patterns]
    any_of = re.compile("|".join(f"(?P<{name}>{source})" for name, source in nameless))
    readers = {p.name: (re.compile(p.source), p.read) for p in patterns}
    openers = frozenset().union(*(words_in(p.source) for p in patterns))
    return Grammar(any_of, openers - INNER, readers)


def _month(words: DateWords) -> str:
    full = [*words.months, *(name.upper() for name in words.months if len(name) > 3)]
    short = [*words.short_months, *(name.upper() for name in words.short_months)]
    return rf"(?P<month>{alternation(full)}\b|{alternation(short)}\b\.?)"


def _weekday(words: DateWords) -> str:
    return alternation([*words.weekdays, *(name.upper() for name in words.weekdays)])


def _absolute(words: DateWords) -> list[Pattern]:
    """Days and months; where several patterns match at a place, the first one is taken."""
    month = _month(words)
    short = alternation(words.short_weekdays)
    weekday = rf"(?:(?P<weekday>{_weekday(words)}|{short}(?=[.,\s]))\.?,?\s+(?:the\s+)?)?"
    link = r"(?P<link>\s?[-–]\s?|\s+(?:and|to|through)\s+)"
    after_range = r"(?=\s*(?:[,.;:)'’]|$)|\s+(?:in|at|by|of|and|to|[A-Z]\w+|(?:19|20)[0-9][0-9])\b)"
    days = rf"(?P<day>{DAY})(?:{link}(?P<day2>{DAY}){after_range})?"
    numeric = r"[0-9]{1,2}(?:/[0-9]{1,2}/|\.[0-9]{1,2}\.)"
    year = rf"(?:,?\s+(?:of\s+)?(?P<year>{DATED_YEAR}))?"
    feasts = alternation([*words.feasts, *(name.replace("'", "’") for name in words.feasts)])
    return [
        Pattern("fixed", rf"(?i:{alternation(words.fixed)})\b", absolute.fixed_event),
        Pattern("feast", rf"(?P<name>{feasts})\b{year}", absolute.feast),
        Pattern("iso", r"(?:19|20)[0-9][0-9]-[0-9][0-9]-[0-9][0-9](?![0-9-])", absolute.iso_day),
        Pattern("numeric", rf"{numeric}(?:19|20)[0-9][0-9](?![0-9])", absolute.numeric_day),
        Pattern("monthday", rf"{weekday}{month}\s+(?:the\s+)?{days}{year}", absolute.month_day),
        Pattern("daymonth", rf"{weekday}(?:the\s+)?{days}(?:\s+of)?\s+{month}{year}", absolute.month_day),
        Pattern("monthyear", rf"{month}(?:,|\s+of)?\s+(?P<year>{DATED_YEAR})", absolute.month_year),
    ]


def _relative(words: DateWords) -> list[Pattern]:
    """What counts from the article's date, or from the date before."""
    month, times, seasons = _month(words), alternation(words.day_parts), alternation(words.seasons)
    which = r"(?P<which>last|next|this\s+past|this\s+coming|this|coming|past)"
    count = rf"(?P<count>{number_pattern(words.numbers)}|an?)"
    counted = rf"(?P<which>past|last|next|coming)\s+{count}[\s-]+(?P<unit>{UNIT})s?"
    about = r"(?:(?:about|around|nearly|almost|some|just|only|exactly)\s+)?"
    week = r"(?:,?\s+(?:of\s+)?(?P<week>last|next|this)\s+week)?"
    weekday = rf"(?:(?i:(?P<week2>last|next|this)\s+week,?\s+on|{which})\s+)?(?P<weekday>{_weekday(words)})"
    day = (
        rf"the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|(?:yesterday|tomorrow)(?:\s+{times})?"
        r"|(?:earlier\s+|later\s+)?today|tonight|overnight|last\s+(?:night|evening)|this\s+(?:morning|afternoon|evening)"
    )
    part_of = r"(?:(?P<part>earlier|later|late|early)\s+)?(?<!the\s)(?P<which>last|this|next)"
    of_year = rf"{month}\s+(?:of\s+)?(?P<which>(?i:last|this|next))\s+year\b"
    unit = rf"{part_of}\s+(?P<unit>weekend|week|month|year)"
    day_before = r"the\s+(?P<unit>day|month|year)\s+(?P<way>before|after)"
    part = rf"(?P<part>{times})"
    same = rf"(?P<way>that(?:\s+same)?|the\s+same)\s+(?:(?P<unit>day|month|year)|{part})"
    last_unit = rf"the\s+(?P<which>past|last)\s+(?P<unit>{UNIT})"
    return [
        Pattern("monthofyear", of_year, relative.month_of_relative_year),
        Pattern("relativemonth", rf"(?i:{which})\s+{month}", relative.relative_month),
        Pattern("weekday", rf"{weekday}(?!s)(?:\s+{times})?{week}\b", relative.weekday),
        Pattern("relativeday", rf"(?i:{day})\b", relative.relative_day),
        Pattern("relativeunit", rf"(?i:{unit})\b(?!\s+of\b)", relative.relative_unit),
        Pattern(
            "weekend",
            r"(?i:(?:over|during|at|on)\s+(?P<unit>the\s+weekend))\b(?!\s+of\b)",
            relative.the_weekend,
        ),
        Pattern("stretch", rf"(?i:(?:(?:the|these|this)\s+)?{counted})\b", relative.stretch),
        Pattern("laststretch", rf"(?i:{last_unit})\b", relative.stretch),
        Pattern("ago", rf"(?i:{about}{count}\s+(?P<unit>{UNIT})s?\s+ago)\b", relative.ago),
        Pattern(
            "later",
            rf"(?i:{count}\s+(?P<unit>{UNIT})s?\s+(?P<way>later|earlier|afterwards))\b",
            relative.later,
        ),
        Pattern(
            "nextday",
            rf"(?i:the\s+(?P<way>next|following|previous)\s+(?:(?P<unit>day|month|year)|{part}))\b",
            relative.later,
        ),
        Pattern("daybefore", rf"(?i:{day_before})(?=\s*[.,;)]|$)", relative.later),
        Pattern("sameday", rf"(?i:{same})\b", relative.later),
        Pattern(
            "relativeseason",
            rf"(?i:(?P<which>last|this)\s+(?P<season>{seasons}))\b",
            relative.relative_season,
        ),
    ]


def _years(words: DateWords) -> list[Pattern]:
    """Years, and months alone, which are looked for last."""
    seasons = alternation(words.seasons)
    end = rf"{YEAR}|[0-9][0-9](?![\w%]|[.:,][0-9]|-\w)|present\b"
    free = r"(?:(?<=mid-)|(?<=MID-)|(?<=early-)|(?<=late-)|(?<![-.,:/$€£#+\w]))"
    return [
        Pattern(
            "decade",
            r"(?:the\s+)?(?P<year>(?:19|20)[0-9]0)s(?:\s+and\s+(?:the\s+)?(?P<second>(?:19|20)?[0-9]0)s)?\b",
            absolute.decade,
        ),
        Pattern("years", rf"(?P<first>(?:19|20)[0-9][0-9])\s?[-–/]\s?(?P<last>{end})", absolute.year_range),
        Pattern(
            "season", rf"(?i:(?:the\s+)?{seasons}(?:\s+of)?\s+(?P<year>{YEAR}))", absolute.season_of_year
        ),
        Pattern("year", rf"{free}{YEAR}", absolute.bare_year),
        Pattern("month", rf"{_month(words)}(?!\s+[0-9])", absolute.bare_month),
    ]
