"""When: the dates and intervals of a sentence, resolved against the article's date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import NamedTuple

from kg.extract.counts.words import WORD, alternation, words_in
from kg.extract.dates.calendar import Period, read_day, shift
from kg.extract.dates.grammar import phrases
from kg.extract.dates.pairs import Dated, are_months, are_parts_of_days, are_years_running, is_owned
from kg.extract.dates.phrases import Calendar, Phrase, part_pattern, resolve
from kg.records import TimeExpression
from kg.rules.dates import DateWords

# What every date phrase holds part of: a sentence without any costs one fast search each.
HINTS = tuple(
    "day night morning noon evening omorrow hour week month year decade summer spring autumn winter fall 19 20 Jan Feb"
    " Year Mar Apr May Jun Jul Aug Sep Oct Nov Dec JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC DAY Day"
    " Christmas".split()
)
NUMERIC = re.compile("[./][0-9]")
YEAR = re.compile("[0-9]{4}")
YEARS = re.compile(r"\b(?:1[5-9]|20)[0-9]{2}\b")
SPAN_OF_YEARS = re.compile(r"\b[0-9]{4}\s?[-–—/]\s?(?:[0-9]{4}|[0-9]{2}\b|present)")
OF_NOUN = re.compile(r"\s+[A-Za-z]")  # "the 2020 coup"
COMPARED = re.compile(r"\bsince\b[^,.;]*$")  # "the deadliest attack since the bombings in April 2004"
AHEAD = re.compile(r"\b(?:would|will|shall)\b[^,.;]*$")  # "elections would be held in 2022"
SOME_DAY = date(2000, 1, 1)
ONWARDS = re.compile(r"\s+on(?:wards?)?\b(?!\s+(?:\w+day|the|a|an|[0-9]|[A-Z]))")


def time_expressions(
    text: str,
    published: str | None,
    words: DateWords,
    offset: int = 0,
    *,
    future: bool = False,
    past: bool = False,
    context: str | None = None,
    anchor: str | None = None,
) -> tuple[TimeExpression, ...]:
    """The dates and intervals of a text (one sentence), in order, with spans that include the preposition.

    `published` is the article's ISO date: without it only dates that carry their year are found. `offset` is added to
    every span. `future`: weekdays and days without a year are the coming ones; `past`: the last ones. `context`: an ISO
    date the article gave before; when there is no article date, its year completes days without one ("on 10 November").
    `anchor`: the date of what was told last, from which "two days later" counts.

    A point has `when` alone; an interval `since`, `until` or both. "By Friday" is `when` Friday, "before 2011" `until`
    2011, "after 2011" `since` 2011; `cue` tells them apart.
    """
    if not _may_hold_date(text, words):
        return ()
    calendar = Calendar(
        words, read_day(published), context if context and YEAR.match(context) else None, future, past, anchor
    )
    dated: list[Dated] = []
    for phrase in phrases(text, calendar):
        dated.append(_with_cue(phrase, text, dated[-1].phrase.end if dated else 0, words))
    found: list[TimeExpression] = []
    place = 0
    while place < len(dated):
        pair = _interval(dated[place], dated[place + 1], text, calendar) if place + 1 < len(dated) else None
        single = None if pair else _single(dated, place, text, calendar)
        if pair or single:
            expression = pair or single
            assert expression is not None
            found.append(replace(expression, start=expression.start + offset, end=expression.end + offset))
        place += 2 if pair else 1
    return tuple(found)


def _may_hold_date(text: str, words: DateWords) -> bool:
    own = _own_hint(words)
    return _has_hint(text) or (own is not None and own.search(text) is not None)


def _has_hint(text: str) -> bool:
    for hint in HINTS:
        if hint in text:
            return True
    return NUMERIC.search(text) is not None


@cache
def _own_hint(words: DateWords) -> re.Pattern[str] | None:
    """The names that hold none of the hints."""
    names = (*words.months, *words.short_months, *words.weekdays, *words.seasons, *words.feasts, *words.fixed)
    other = [name for name in names if not _has_hint(name)]
    return re.compile(alternation(other), re.I) if other else None


def date_spans(text: str, words: DateWords) -> list[tuple[int, int]]:
    """Where date phrases stand in a text, in order, whether or not an article's date would resolve them."""
    if not _may_hold_date(text, words):
        return []
    return [(phrase.start, phrase.end) for phrase in phrases(text, Calendar(words, SOME_DAY))]


def context_after(
    found: Sequence[TimeExpression], text: str, offset: int = 0, context: str | None = None
) -> str | None:
    """The `context` for the next sentence: the last date on which the sentence `text` (at `offset`) tells something,
    or the old context when there is none.

    A year mentioned in passing dates nothing that follows: "since April 2004", "the 2020 coup", "(2016-17)".
    """
    for expression in reversed(found):
        if expression.when and not _is_passing(expression, text, offset):
            return expression.when
    return context


def topic_year(heading: str) -> str | None:
    """The year that a heading names, where it names one and no span of years: "2016 Dabiq offensive"."""
    years = SPAN_OF_YEARS.sub(" - ", heading)
    found = set(YEARS.findall(years))
    return found.pop() if len(found) == 1 and years == heading else None


def _is_passing(expression: TimeExpression, text: str, offset: int) -> bool:
    start, end = expression.start - offset, expression.end - offset
    if not YEARS.search(text[start:end]):
        return False  # its year was told before
    in_brackets = text[:start].count("(") > text[:start].count(")")
    of_span = SPAN_OF_YEARS.search(text[max(0, start - 5) : end + 6]) is not None
    is_adjective = not expression.cue and text[start:end].isdigit() and OF_NOUN.match(text[end:]) is not None
    elsewhere = COMPARED.search(text[:start]) or AHEAD.search(text[:start])
    return in_brackets or of_span or is_adjective or elsewhere is not None


class Before(NamedTuple):
    """What may stand before a date up to its first word, and the words that may begin it."""

    pattern: re.Pattern[str]
    openers: frozenset[str]


@cache
def _before(words: DateWords) -> Before:
    cues = alternation(words.cues)
    adverb = (
        r"(?:(?<!s\s)(?:early|late|earlier|later)\s+)?"  # "late on Friday", not "two days later on Friday"
    )
    source = rf"(?:{adverb}(?P<cue>{cues})\s+)?(?P<part>{part_pattern(words)})?\Z"
    return Before(re.compile(source, re.I), words_in(source))


def _with_cue(phrase: Phrase, text: str, earliest: int, words: DateWords) -> Dated:
    """The preposition of a phrase, unless the phrase belongs to a noun ("after Tuesday's attack").

    `earliest`: where the phrase before it ends.
    """
    window = max(earliest, phrase.start - 60)
    before = text[window : phrase.start]
    start, cue = phrase.start, ""
    pattern, openers = _before(words)
    tried = (pattern.match(before, w.start()) for w in WORD.finditer(before) if w[0].lower() in openers)
    if match := next(filter(None, tried), None):
        start = window + (match.start("part") if match["part"] else match.end())
        if match["cue"] and not is_owned(phrase, text, words):
            start, cue = window + match.start(), re.sub(r"\s+", " ", match["cue"].lower())
    return Dated(phrase, start, cue, words.cues.get(cue, "point"))


@cache
def _forward(words: DateWords) -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(words.forward)}\b", re.I)


def _looks_forward(item: Dated, text: str, words: DateWords) -> bool:
    """Whether the words before a date speak of what is to come: then the nearest such day is meant, not the last."""
    return bool(_forward(words).search(text, max(0, item.start - 80), item.start))


def _interval(first: Dated, second: Dated, text: str, calendar: Calendar) -> TimeExpression | None:
    """Such as "between A and B", "from A to B", "A until B": two phrases as one interval, or None."""
    gap = text[first.phrase.end : second.start].strip().lower()
    joined = re.sub(r"^(?:on|onwards?)\s*", "", gap)
    same = first.phrase.kind == second.phrase.kind or first.phrase.month is not None
    opened = first.role in ("from", "start", "between") or first.cue == ""
    linked = (
        (first.role == "between" and joined == "and")
        or (second.role == "end" and joined == "" and opened)
        or (second.cue == "" and joined in ("to", "until", "till", "through") and (opened or same))
        or (second.cue == "" and joined in ("-", "–", "—", "--") and same)
        or (second.cue == "" and joined == "and" and are_parts_of_days(first, second, text, calendar.words))
        or (second.cue == "" and joined == "and" and are_years_running(first, second, text))
        or (second.cue == "" and joined == "and" and are_months(first, second, text, calendar.words))
    )
    if not linked:
        return None
    last = resolve(second.phrase, calendar)
    year = int(last.first[:4]) if last and second.phrase.kind in ("day", "month", "year") else None
    begun = resolve(first.phrase, calendar, year)
    if begun is None or last is None:
        return None
    since, until = _in_order(first.phrase, begun, last)
    if since is None:
        return None
    return TimeExpression(first.start, second.phrase.end, since=since, until=until, cue=first.cue)


def _in_order(first: Phrase, begun: Period, last: Period) -> tuple[str | None, str | None]:
    """Beginning and end; a beginning after the end is moved back ("November to March 2015")."""
    since, until = begun.first, last.last
    if until is None or since[: len(until)] <= until[: len(since)]:
        return since, until
    if first.kind == "weekday":
        return shift(since, -1, "week"), until
    if first.month is not None:
        return f"{int(since[:4]) - 1:04d}{since[4:]}", until
    return None, None


def _single(dated: list[Dated], place: int, text: str, calendar: Calendar) -> TimeExpression | None:
    """A phrase by itself, its meaning turned by its preposition."""
    item = dated[place]
    phrase, role = item.phrase, item.role
    period = resolve(
        phrase, calendar, _year_of_next(dated, place, text), near=_looks_forward(item, text, calendar.words)
    )
    if period is None:
        return None
    end = phrase.end
    if role == "from" and period.first == period.last:
        onwards = ONWARDS.match(text, end)
        role = "start" if onwards or not text[: item.start].strip(" \"“'‘(") else "point"
        end = onwards.end() if onwards else end
    if period.last is None or role in ("start", "after"):
        return TimeExpression(item.start, end, since=period.first, cue=item.cue)
    if role in ("end", "before"):
        return TimeExpression(
            item.start, end, until=period.last if role == "end" else period.first, cue=item.cue
        )
    if period.first == period.last:
        return TimeExpression(item.start, end, when=period.first, cue=item.cue)
    return TimeExpression(item.start, end, since=period.first, until=period.last, cue=item.cue)


def _year_of_next(dated: list[Dated], place: int, text: str) -> int | None:
    """Such as "on 1 March and 5 May 2015": the year stands once, at the end of the list."""
    if place + 1 >= len(dated) or dated[place].phrase.month is None:
        return None
    following = dated[place + 1]
    gap = text[dated[place].phrase.end : following.start].strip()
    if gap not in ("and", "or", ",", "") or following.phrase.kind not in ("day", "month"):
        return None
    return int(following.phrase.period.first[:4]) if following.phrase.period else None


HEAD_LINES, HEAD_LENGTH = 6, 140
ALONE = re.compile(
    r"\s*(?:(?:posted|published|(?:last\s+)?updated|dated?|issued)(?:\s+(?:on|at))?\s*:?\s*)?(?:[-–—|(]\s*)?",
    re.I,
)
PLACE = re.compile(
    r"(?=.*[,(–—-]\s*$|[^a-z]*$)(?!(?:On|In|By|Since|From|Until|At)\b)(?:[A-Z][\w.'’/-]*,?\s*){1,6}[(–—-]*\s*"
)
AFTER = re.compile(r"\s*(?:$|[-–—|)(/,:;]|[0-9]{1,2}[:.][0-9][0-9]|at\s+[0-9])")


def dateline(text: str, words: DateWords) -> str | None:
    """The article's date from its head: a line such as "Tuesday, October 15, 2019" or "BEIRUT, 3 May 2016 — ...".

    Only a full date that stands alone on one of the first lines, or behind a place at the beginning of a line,
    counts. ISO, or None.
    """
    lines = [line for line in text[:2000].splitlines() if line.strip()][:HEAD_LINES]
    for line in lines:
        head = line[:HEAD_LENGTH]
        for phrase in phrases(head, Calendar(words, None)):
            if phrase.kind != "day" or phrase.period is None or phrase.period.first != phrase.period.last:
                continue
            before = head[: phrase.start]
            if (ALONE.fullmatch(before) or PLACE.fullmatch(before)) and AFTER.match(head, phrase.end):
                return phrase.period.first
    return None
