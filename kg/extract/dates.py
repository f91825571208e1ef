"""When: the dates and intervals of a sentence, resolved against the article's date."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from kg.extract.datemath import Period, read_day, shift
from kg.extract.datephrases import Calendar, Phrase, part_pattern, phrases, resolve
from kg.extract.datewords import date_words
from kg.extract.numberwords import alternation
from kg.records import TimeExpression

# Words that every date phrase holds part of. A sentence without any costs one search.
HINT = re.compile(
    r"(?:19|20)\d\d|\d{1,2}[./]\d{1,2}[./]|(?i:day\b|day['’]|days\b|night|tonight|tomorrow|weeks?\b|weekend|months?\b|years?\b"
    r"|\bthis\s|\blast\s|hours)|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEP|OCT"
    r"|NOV|DEC|Christmas|New Year|MONDAY|TUESDAY|9/11)"
)
NEAR_CUES = frozenset(["until", "till", "up to", "up until", "through", "by", "no later than", "before", "prior to"])


@dataclass(frozen=True, slots=True)
class Dated:
    """A phrase with the preposition before it; `start` is the preposition's."""

    phrase: Phrase
    start: int
    cue: str
    role: str


def time_expressions(
    text: str, published: str | None, offset: int = 0, *, future: bool = False, context: str | None = None
) -> tuple[TimeExpression, ...]:
    """The dates and intervals of a text (one sentence), in order, with spans that include the preposition.

    `published` is the article's ISO date: without it only dates that carry their year are found. `offset` is added to
    every span. `future`: weekdays and days without a year are the coming ones. `context`: an ISO date the article gave
    before; when there is no article date, its year completes days without one ("on 10 November").

    A point has `when` alone; an interval `since`, `until` or both. "By Friday" is `when` Friday, "before 2011" `until`
    2011, "after 2011" `since` 2011; `cue` tells them apart.
    """
    if not HINT.search(text):
        return ()
    calendar = Calendar(read_day(published), context, future)
    dated = [_with_cue(phrase, text) for phrase in phrases(text, calendar)]
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


@cache
def _before() -> re.Pattern[str]:
    cues = alternation(date_words().cues)
    return re.compile(rf"(?:(?<!\w)(?P<cue>{cues})\s+)?(?P<part>{part_pattern()})?$", re.I)


def _with_cue(phrase: Phrase, text: str) -> Dated:
    """The preposition of a phrase, unless the phrase belongs to a noun ("after Tuesday's attack")."""
    window = max(0, phrase.start - 60)
    match = _before().search(text[window : phrase.start])
    start, cue = phrase.start, ""
    if match:
        start = window + (match.start("part") if match["part"] else match.end())
        owns = re.compile(r"['’]s?\s+\w").match(text, phrase.end)
        if match["cue"] and not owns:
            start, cue = window + match.start("cue"), re.sub(r"\s+", " ", match["cue"].lower())
    return Dated(phrase, start, cue, date_words().cues.get(cue, "point"))


def _interval(first: Dated, second: Dated, text: str, calendar: Calendar) -> TimeExpression | None:
    """"between A and B", "from A to B", "A until B": two phrases as one interval, or None."""
    gap = text[first.phrase.end : second.start].strip().lower()
    joined = re.sub(r"^(?:on|onwards?)\s*", "", gap)
    same = first.phrase.kind == second.phrase.kind or first.phrase.month is not None
    opened = first.role in ("from", "start", "between") or first.cue == ""
    linked = (
        (first.role == "between" and joined == "and")
        or (second.role == "end" and joined == "" and opened)
        or (second.cue == "" and joined in ("to", "until", "till", "through") and (opened or same))
        or (second.cue == "" and joined in ("-", "–", "—", "--") and same)
    )
    if not linked:
        return None
    last = resolve(second.phrase, calendar)
    explicit = second.phrase.kind in ("day", "month", "year") and last is not None
    begun = resolve(first.phrase, calendar, int(last.first[:4]) if explicit and last and not first.phrase.period else None)
    if begun is None or last is None:
        return None
    since, until = _in_order(first.phrase, begun, second.phrase, last)
    if since is None:
        return None
    return TimeExpression(first.start, second.phrase.end, since=since, until=until, cue=first.cue)


def _in_order(first: Phrase, begun: Period, second: Phrase, last: Period) -> tuple[str | None, str | None]:
    """Beginning and end; a beginning after the end is moved back ("from Friday to Sunday", "November to March 2015")."""
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
    period = resolve(phrase, calendar, _year_of_next(dated, place, text), near=item.cue in NEAR_CUES)
    if period is None:
        return None
    end = phrase.end
    onwards = re.compile(r"\s+on(?:wards?)?\b(?!\s+(?:\w+day|the|a|an|\d|[A-Z]))").match(text, end)
    if role == "from":
        role = "start" if onwards or not re.search(r"\w", text[: item.start]) else "point"
        end = onwards.end() if onwards else end
    if period.last is None or role in ("start", "after"):
        return TimeExpression(item.start, end, since=period.first, cue=item.cue)
    if role in ("end", "before"):
        return TimeExpression(item.start, end, until=period.last if role == "end" else period.first, cue=item.cue)
    if period.first == period.last:
        return TimeExpression(item.start, end, when=period.first, cue=item.cue)
    return TimeExpression(item.start, end, since=period.first, until=period.last, cue=item.cue)


def _year_of_next(dated: list[Dated], place: int, text: str) -> int | None:
    """"on 1 March and 5 May 2015": the year stands once, at the end of the list."""
    if place + 1 >= len(dated) or dated[place].phrase.month is None:
        return None
    following = dated[place + 1]
    gap = text[dated[place].phrase.end : following.start].strip()
    listed = gap in ("and", "or", ",", "") and following.phrase.kind in ("day", "month") and following.phrase.period
    return int(following.phrase.period.first[:4]) if listed and following.phrase.period else None


HEAD_LINES, HEAD_LENGTH = 6, 140
ALONE = re.compile(
    r"\s*(?:(?:posted|published|updated|last\s+updated|date|dated|issued)(?:\s+(?:on|at))?\s*:?\s*)?(?:[-–—|(]\s*)?$", re.I
)
PLACE = re.compile(
    r"(?=.*[,(–—-]\s*$|[^a-z]*$)(?!(?:On|In|By|Since|From|Until|At)\b)(?:[A-Z][\w.'’/-]*,?\s*){1,6}[(–—-]*\s*"
)
AFTER = re.compile(r"\s*(?:$|[-–—|)(/,:;]|\d{1,2}[:.]\d\d|at\s+\d)")


def dateline(text: str) -> str | None:
    """The article's date from its head: a line such as "Tuesday, October 15, 2019" or "BEIRUT, 3 May 2016 — ...".

    Only a full date that stands alone on one of the first lines, or behind a place at the beginning of a line,
    counts. ISO, or None.
    """
    lines = [line for line in text[:2000].splitlines() if line.strip()][:HEAD_LINES]
    for line in lines:
        head = line[:HEAD_LENGTH]
        for phrase in phrases(head, Calendar(None, None, False)):
            if phrase.kind != "day" or phrase.period is None or phrase.period.first != phrase.period.last:
                continue
            before = head[: phrase.start]
            if (ALONE.fullmatch(before) or PLACE.fullmatch(before)) and AFTER.match(head, phrase.end):
                return phrase.period.first
    return None
