"""Finds the phrases of a sentence that name a day, month, year or stretch of time, and what each stands for.

The prepositions around them ("since", "between") are the business of `dates.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import cast

from kg.extract.datemath import (
    Period,
    Unit,
    add_days,
    days,
    iso,
    point,
    read_day,
    shift,
    week,
    weekday_after,
    weekday_before,
    weekend,
)
from kg.extract.datewords import date_words
from kg.extract.numberwords import alternation, number_pattern, number_value

DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%]|,\d{3}(?!\d)|[.:]\d)"
YEAR = r"(?:19|20)\d\d(?![\w%]|,\d|[.:]\d|-\w)"
UNIT = r"(?:hour|day|week|month|year|decade)"


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a phrase is read against: the article's date, a date the article gave before, and where to look."""

    today: date | None
    context: str | None
    future: bool


@dataclass(frozen=True, slots=True)
class Phrase:
    """A date phrase without its preposition.

    A phrase without a year holds `month`, and `day` and `last_day` if given; its `period` is found later. `weekday`
    goes with it ("Saturday, 12 May") or stands alone.
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
class Pattern:
    """A kind of phrase: its regular expression, and what reads a match of it."""

    kind: str
    regex: re.Pattern[str]
    read: Callable[[re.Match[str], str, Calendar, Phrase | None], Phrase | None]


def phrases(text: str, calendar: Calendar) -> list[Phrase]:
    """All date phrases of a text, in order, without overlaps. Those that cannot be resolved are left out."""
    found: list[Phrase] = []
    any_of, patterns = grammar()
    place = 0
    while match := any_of.search(text, place):
        kind = match.lastgroup or ""
        exact = patterns[kind].regex.match(text, match.start())
        phrase = patterns[kind].read(exact, text, calendar, found[-1] if found else None) if exact else None
        if phrase is None:
            skipped = re.compile(r"[\w.]*").match(text, match.start())
            place = max(match.start() + 1, skipped.end() if skipped and kind != "weekday" else 0)
            continue
        found.append(phrase)
        place = phrase.end
    return found


def next_word(text: str, place: int) -> str:
    """The word after a place, or "" when something else than a space comes first."""
    match = re.compile(r"[\s-]+([^\W\d_][\w'’]*)").match(text, place)
    return match[1] if match else ""


def ends_with(text: str, place: int, words: frozenset[str]) -> bool:
    """Whether the text before a place ends in one of the words (and a space)."""
    before = text[max(0, place - 30) : place]
    return bool(before[-1:].isspace()) and any(re.search(rf"(?<!\w){re.escape(w)}\s+$", before, re.I) for w in words)


def in_name(text: str, start: int, end: int) -> bool:
    """Whether the phrase is part of a name or a habit: "17 February Martyrs Brigade", "every Friday"."""
    words = date_words()
    following = re.compile(r"(?:\s+[A-Z]\w+)?\s+([A-Za-z]+)").match(text, end)
    first = next_word(text, end).lower()
    if first in words.names_after or (following and following[1][0].isupper() and following[1].lower() in words.names_after):
        return True
    return ends_with(text, start, words.names_before | words.habits_before)


# Reading


def _iso_day(match: re.Match[str], text: str, calendar: Calendar, last: Phrase | None) -> Phrase | None:
    day = read_day(match[0])
    return Phrase(match.start(), match.end(), "day", point(match[0])) if day else None


def _numeric_day(match: re.Match[str], text: str, calendar: Calendar, last: Phrase | None) -> Phrase | None:
    """12/03/2018 may be March or December: only one reading is a date, or none is."""
    first, second, year = (int(part) for part in re.split(r"[./]", match[0]))
    readings = {found for found in (iso(year, second, first), iso(year, first, second)) if found}
    return Phrase(match.start(), match.end(), "day", point(readings.pop())) if len(readings) == 1 else None


def _month_day(match: re.Match[str], text: str, calendar: Calendar, last: Phrase | None) -> Phrase | None:
    """"February 27", "27th of February 2016", "5-6 April", "Saturday, 12 May"."""
    part = match.groupdict()
    month, first = _month(match["month"]), int(re.sub(r"\D", "", match["day"]))
    until, year, end = part["day2"], part["year"], match.end()
    before = text[: match.start()]
    if until and re.search(r"and", part["link"] or "") and not before.endswith("between "):
        if int(re.sub(r"\D", "", until)) != first + 1:
            return _month_day_alone(match, text)
    if year is None and in_name(text, match.start(), end):
        return None
    if year and next_word(text, end).lower() in date_words().counted:
        year, end = None, match.end("day2" if until else "day")
    if year is None and re.search(r"\bin\s+$", before, re.I) and match.start("month") < match.start("day"):
        return Phrase(match.start("month"), match.end("month"), "month", month=month)
    final = int(re.sub(r"\D", "", until)) if until else None
    weekday = date_words().weekdays.get(part["weekday"] or "", date_words().short_weekdays.get(part["weekday"] or ""))
    if year is None:
        if iso(2000, month, final or first) is None or iso(2000, month, first) is None:
            return None
        return Phrase(match.start(), end, "month-day", None, month, first, final, weekday)
    begun, ended = iso(int(year), month, first), iso(int(year), month, final or first)
    return Phrase(match.start(), end, "day", Period(begun, ended), month) if begun and ended else None


def _month_day_alone(match: re.Match[str], text: str) -> Phrase | None:
    """Of "March 3 and 5 people" only the first day; "3 and 5 March" is left to the later start."""
    if match.start("month") > match.start("day"):
        return None
    return Phrase(
        match.start(), match.end("day"), "month-day", None, _month(match["month"]), int(re.sub(r"\D", "", match["day"]))
    )


def _month(name: str) -> int:
    words = date_words()
    plain = name.rstrip(".").capitalize()
    return words.months.get(plain) or words.short_months[plain]


def _month_year(match: re.Match[str], text: str, calendar: Calendar, last: Phrase | None) -> Phrase | None:
    return Phrase(match.start(), match.end(), "month", point(f"{match['year']}-{_month(match['month']):02d}"))


def _month_of_relative_year(match: re.Match[str], text: str, calendar: Calendar, last: Phrase | None) -> Phrase | None:
    if calendar.today is None:
        return None
    year = calendar.today.year + {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    found = iso(year, _month(match["month"]))
    return Phrase(match.start(), match.end(), "month", point(found)) if found else None


def _relative_month(match: re.Match[str], text: str, calendar: Calendar, last: Phrase | None) -> Phrase | None:
    """"last April": the last one over; "next April": the first to come; "this April": of this year."""
    today = calendar.today
    if today is None:
        return None
    month, which = _month(match["month"]), match["which"].lower().split()[0]
    year = today.year
    if which in ("last", "past") or "past" in match["which"].lower():
        year -= month >= today.month
    elif which in ("next", "coming"):
        year += month <= today.month
    found = iso(year, month)
    return Phrase(match.start(), match.end(), "month", point(found)) if found else None


def _bare_month(match: re.Match[str], text: str, calendar: Calendar, last: Phrase | None) -> Phrase | None:
    """A month alone needs a preposition, or stands as "the November deal"."""
    words = date_words()
    name, start, end = match["month"], match.start(), match.end()
    before, following = text[:start], next_word(text, end)
    phrase = Phrase(start, end, "month", month=_month(name))
    ambiguous = name in words.ambiguous_months
    if in_name(text, start, end):
        return None
    if last and last.month and re.fullmatch(r"\s*(?:,|,?\s*(?:and|or|to|through|until|till)|[-–])\s*", text[last.end : start]):
        return phrase
    if name.rstrip(".") in words.short_months and not name.endswith("."):
        return None
    if last is None and re.search(r"\bfrom\s+$", before, re.I) and MONTH_FOLLOWS.match(text, end):
        return phrase
    if ends_with(text, start, words.sure_cues) or re.search(rf"\b{part_pattern()}$", before[-40:], re.I):
        return phrase
    if ends_with(text, start, frozenset(words.cues)):
        return None if ambiguous or following[:1].isupper() else phrase
    if re.search(r"(?:\b(?:the|an?|its|his|her|their|this|that)|['’]s)\s+$", before, re.I):
        return phrase if following[:1].islower() and following not in FUNCTION_WORDS else None
    return None


MONTH_FOLLOWS = re.compile(r"\s*(?:-|–|to|until|till|through)\s*[A-Z]\w+\b")
FUNCTION_WORDS = frozenset(
    "on of for to in and or by from at that which who was is were are has had have with through against across into".split()
)


def _weekday(match: re.Match[str], text: str, calendar: Calendar, last: Phrase | None) -> Phrase | None:
    """"Wednesday", "last Wednesday", "Wednesday morning", "Tuesday last week"; without hint the last one."""
    today = calendar.today
    number = date_words().weekdays[match["weekday"].capitalize()]
    if today is None or in_name(text, match.start(), match.end()):
        return None
    which = (match["which"] or "").lower().split()
    relative = (match["week"] or match["week2"] or "").lower()
    if relative:
        monday = week(today, {"last": -1, "this": 0, "next": 1}[relative])
        found = monday and add_days(date.fromisoformat(monday.first), number)
    elif "next" in which or "coming" in which:
        found = weekday_after(today, number, strictly=True)
    elif "last" in which or "past" in which:
        found = weekday_before(today, number, strictly=True)
    elif "this" in which or calendar.future or is_future(text, match.start()):
        found = weekday_after(today, number)
    else:
        found = weekday_before(today, number)
    return Phrase(match.start(), match.end(), "weekday", point(found.isoformat())) if found else None


def is_future(text: str, start: int) -> bool:
    """Whether the words before say that a coming day is meant ("scheduled for Wednesday")."""
    return ends_with(text, start, date_words().future_before)


def _relative_day(match: re.Match[str], text: str, calendar: Calendar, last: Phrase | None) -> Phrase | None:
    """Yesterday, today, overnight. The night before an article counts as the article's day, "last night" does not."""
    words = match[0].lower().split()
    if calendar.today is None or in_name(text, match.start(), match.end()):
        return None
    if next_word(text, match.end()) in date_words().habits_after:
        return None
    if words[0] == "overnight" and WEEKDAY_NEAR.match(text, match.end()):
        return None
    count = 0
    if "before" in words:
        count = -2
    elif "after" in words:
        count = 2
    elif "yesterday" in words or "last" in words:
        count = -1
    elif "tomorrow" in words:
        count = 1
    found = add_days(calendar.today, count)
    return Phrase(match.start(), match.end(), "relative", point(found.isoformat())) if found else None


WEEKDAY_NEAR = re.compile(r"\s+(?:on\s+|from\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")


def _relative_unit(match: re.Match[str], text: str, calendar: Calendar, last: Phrase | None) -> Phrase | None:
    """"last week" is the calendar week before, "last month" and "last year" a month and a year."""
    today = calendar.today
    if today is None:
        return None
    count = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}[match["which"].lower()]
    unit, period = match["unit"].lower(), None
    if unit == "week":
        period = _part_of_week(match["part"], today) if count == 0 else week(today, count)
    elif unit == "weekend":
        period = weekend(today, count if count >= 0 or today.weekday() < 5 else 0)
    else:
        found = shift(today.isoformat(), count, cast(Unit, unit))
        period = point(found) if found else None
    return Phrase(match.start(), match.end(), "relative", period) if period else None


def _part_of_week(part: str | None, today: date) -> Period | None:
    """"earlier this week" ends today, "later this week" begins today."""
    whole = week(today)
    if whole is None or whole.last is None:
        return whole
    if part and part.lower() in ("later", "late"):
        return Period(today.isoformat(), whole.last)
    return Period(whole.first, today.isoformat()) if part else whole


def _weekend(match: re.Match[str], text: str, calendar: Calendar, last: Phrase | None) -> Phrase | None:
    today = calendar.today
    period = weekend(today, 0 if today.weekday() >= 5 else -1) if today else None
    return Phrase(match.start("unit"), match.end(), "relative", period) if period else None


def _count(match: re.Match[str]) -> int | None:
    text = match.groupdict().get("count")
    return 1 if text is None or text.lower() in ("a", "an", "one") else number_value(text)


def _past(match: re.Match[str], text: str, calendar: Calendar, last: Phrase | None) -> Phrase | None:
    """"the past five years" began five years ago; "the last two years of the war" are not ours."""
    count, unit = _count(match), match["unit"].lower()
    if calendar.today is None or count is None or re.compile(r"\s+of\b").match(text, match.end()):
        return None
    count, unit = (count * 10, "year") if unit == "decade" else (-(-count // 24), "day") if unit == "hour" else (count, unit)
    today = calendar.today.isoformat()
    if match["which"].lower() in ("next", "coming"):
        ended = shift(today, count, cast(Unit, unit))
        return Phrase(match.start(), match.end(), "stretch", Period(today, ended)) if ended else None
    begun = shift(today, -count, cast(Unit, unit))
    return Phrase(match.start(), match.end(), "stretch", Period(begun, None)) if begun else None


def _ago(match: re.Match[str], text: str, calendar: Calendar, last: Phrase | None) -> Phrase | None:
    """"two days ago" is a day, "two weeks ago" that week, "a year ago" that year; "over a year ago" is nothing."""
    count, unit, today = _count(match), match["unit"].lower(), calendar.today
    if today is None or count is None or unit in ("decade", "hour"):
        return None
    if re.search(r"\b(?:than|over|least|to|half|and)\s+$", text[: match.start()], re.I):
        return None
    if unit == "week":
        period = week(today, -count)
    else:
        found = shift(today.isoformat(), -count, cast(Unit, unit))
        period = point(found) if found else None
    return Phrase(match.start(), match.end(), "relative", period) if period else None


def _later(match: re.Match[str], text: str, calendar: Calendar, last: Phrase | None) -> Phrase | None:
    """"four days later" counts from the date before it in the sentence, if that is precise enough."""
    anchor = last.period.first if last and last.period else None
    if last and last.month and not last.period:
        resolved = resolve(last, calendar)
        anchor = resolved.first if resolved else None
    count, unit = _count(match), match["unit"].lower()
    if anchor is None or count is None or unit not in ("day", "week", "month", "year"):
        return None
    back = match["way"].lower() in ("earlier", "before", "previous")
    found = shift(anchor, -count if back else count, cast(Unit, unit))
    return Phrase(match.start(), match.end(), "relative", point(found)) if found else None


def _decade(match: re.Match[str], text: str, calendar: Calendar, last: Phrase | None) -> Phrase | None:
    first = int(match["year"])
    return Phrase(match.start(), match.end(), "decade", Period(str(first), str(first + 9)))


def _years(match: re.Match[str], text: str, calendar: Calendar, last: Phrase | None) -> Phrase | None:
    """"1980-88", "2011–2013", "2003-present"."""
    first, second = match["first"], match["last"]
    if second == "present":
        return Phrase(match.start(), match.end(), "years", Period(first, None))
    full = second if len(second) == 4 else first[:2] + second
    counted = next_word(text, match.end()).lower() in date_words().counted
    return Phrase(match.start(), match.end(), "years", Period(first, full)) if first < full and not counted else None


def _season(match: re.Match[str], text: str, calendar: Calendar, last: Phrase | None) -> Phrase | None:
    """A season is told by its year; a winter lies in two."""
    if match.re.groupindex.get("year"):
        return Phrase(match.start(), match.end(), "season", point(match["year"]))
    over = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11}.get(match["season"].lower())
    if calendar.today is None or over is None:
        return None
    ago = match["which"].lower() == "last" and calendar.today.month <= over
    found = iso(calendar.today.year - ago)
    return Phrase(match.start(), match.end(), "season", point(found)) if found else None


def _feast(match: re.Match[str], text: str, calendar: Calendar, last: Phrase | None) -> Phrase | None:
    month, day = (int(part) for part in date_words().feasts[re.sub(r"\s+", " ", match["name"]).replace("’", "'")].split("-"))
    if match["year"]:
        found = iso(int(match["year"]), month, day)
        return Phrase(match.start(), match.end(), "day", point(found)) if found else None
    return Phrase(match.start(), match.end(), "month-day", None, month, day)


def _fixed(match: re.Match[str], text: str, calendar: Calendar, last: Phrase | None) -> Phrase | None:
    found = date_words().fixed[re.sub(r"\s+", " ", match[0])]
    return Phrase(match.start(), match.end(), "day", point(found))


def _year(match: re.Match[str], text: str, calendar: Calendar, last: Phrase | None) -> Phrase | None:
    if not is_year(text, match.start(), match.end(), last):
        return None
    return Phrase(match.start(), match.end(), "year", point(match[0]))


NEVER_YEAR_CUES = frozenset(["at", "on", "over", "within", "around", "about", "late on", "early on", "later on", "earlier on"])


def is_year(text: str, start: int, end: int, last: Phrase | None) -> bool:
    """Whether a four-digit number is a year: by the preposition or article before it, or the noun after it."""
    words = date_words()
    before, following = text[max(0, start - 40) : start], next_word(text, end)
    if re.compile(r"\s*(?:[-–]|to\b)\s*(?!(?:19|20)\d\d\b|\d\d\b)\d").match(text, end):
        return False
    sure = ends_with(text, start, words.sure_cues)
    round_number = text[start:end] in ("2000",)
    if following.lower() in words.counted and (not sure or round_number):
        return False
    if ends_with(text, start, words.not_years_after):
        return False
    if sure or re.search(rf"\b{part_pattern()}$", before, re.I) or ends_with(text, start, frozenset(["year"])):
        return True
    if ends_with(text, start, frozenset(words.cues) - NEVER_YEAR_CUES):
        return not round_number
    if last and last.period and re.fullmatch(r"\s*(?:,|,?\s*(?:and|or|to|through|until)|[-–/])\s*", text[last.end : start]):
        return len(last.period.first) == 4 or last.kind == "month"
    if re.search(r"(?:\b(?:the|an?|its|his|her|their|our|this|that)|['’]s)\s+$", before, re.I):
        return bool(following)
    if before.endswith("(") and text[end : end + 1] in (")", ",", "-", "–"):
        return True
    return following.lower() in words.year_nouns or bool(re.compile(r"['’]s\b").match(text, end))


def resolve(phrase: Phrase, calendar: Calendar, year: int | None = None, near: bool = False) -> Period | None:
    """The period of a phrase. One without a year gets `year`, or the last such day up to the article's date.

    `near`: the nearest such day on either side. A day within the coming month is taken as coming, too.
    """
    if phrase.period or phrase.month is None:
        return phrase.period
    today, month, day = calendar.today, phrase.month, phrase.day
    if year is None and today is None:
        year = int(calendar.context[:4]) if calendar.context else None
    if year is not None:
        return _whole(phrase, year)
    if today is None:
        return None
    years = [y for y in range(today.year - 4, today.year + 5) if iso(y, month, day)]
    if phrase.weekday is not None:
        fitting = [y for y in years if date(y, month, day or 1).weekday() == phrase.weekday]
        if fitting:
            return _whole(phrase, min(fitting, key=lambda y: abs((date(y, month, day or 1) - today).days)))
    start = {y: date(y, month, day or 1) for y in years}
    limit = today if day else date(today.year, today.month, 1)
    past = [y for y in years if start[y] <= limit]
    ahead = [y for y in years if start[y] >= limit]
    if calendar.future and ahead:
        return _whole(phrase, ahead[0])
    soon = 183 if near else 31 if day else 0
    if ahead and (start[ahead[0]] - limit).days <= soon and (not past or start[past[-1]] != limit):
        return _whole(phrase, ahead[0])
    return _whole(phrase, past[-1]) if past else None


def _whole(phrase: Phrase, year: int) -> Period | None:
    if phrase.month is None:
        return phrase.period
    first = iso(year, phrase.month, phrase.day)
    last = iso(year, phrase.month, phrase.last_day or phrase.day)
    return Period(first, last) if first and last else None


# The grammar


@cache
def part_pattern() -> str:
    """A regular expression for what stands between preposition and date: "early ", "the end of ", "mid-"."""
    words = date_words()
    times = alternation(words.day_parts)
    return rf"(?:the\s+)?(?:{alternation(words.parts)}|(?:(?:early|late)\s+)?{times}\s+of)(?:\s+|-)(?:(?:in|on|the)\s+)?"


def _sources() -> Iterator[tuple[str, str, Callable[[re.Match[str], str, Calendar, Phrase | None], Phrase | None]]]:
    """Kind, regular expression and reader of every pattern; where several match, the first wins."""
    words = date_words()
    full = [*words.months, *(name.upper() for name in words.months if len(name) > 3)]
    month = rf"(?P<month>{alternation(full)}\b|{alternation(words.short_months)}\b\.?)"
    week_names = alternation([*words.weekdays, *(name.upper() for name in words.weekdays)])
    weekday = rf"(?P<weekday>{week_names})"
    before_date = rf"(?:(?P<weekday>{week_names}|{alternation(words.short_weekdays)}(?=[.,\s]))\.?,?\s+(?:the\s+)?)?"
    link = r"(?P<link>\s?[-–]\s?|\s+(?:and|to|through)\s+)"
    listed = r"(?=\s*(?:[,.;:)'’]|$)|\s+(?:in|at|by|of|and|to|[A-Z]\w+|(?:19|20)\d\d)\b)"
    span = rf"(?P<day>{DAY})(?:{link}(?P<day2>{DAY}){listed})?"
    year = rf"(?:,?\s+(?:of\s+)?(?P<year>{YEAR}))?"
    times = alternation(words.day_parts)
    count = rf"(?P<count>{number_pattern()}|an?)"
    seasons = alternation(words.seasons)
    yield "fixed", rf"(?i:{alternation(words.fixed)})\b", _fixed
    feasts = alternation([*words.feasts, *(name.replace("'", "’") for name in words.feasts)])
    yield "feast", rf"(?P<name>{feasts})\b{year}", _feast
    yield "iso", r"(?:19|20)\d\d-\d\d-\d\d(?![\d-])", _iso_day
    yield "numeric", r"\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.)(?:19|20)\d\d(?!\d)", _numeric_day
    yield "monthday", rf"{before_date}{month}\s+(?:the\s+)?{span}{year}", _month_day
    yield "daymonth", rf"{before_date}(?:the\s+)?{span}(?:\s+of)?\s+{month}{year}", _month_day
    yield "monthyear", rf"{month}(?:,|\s+of)?\s+(?P<year>{YEAR})", _month_year
    yield "monthofyear", rf"{month}\s+(?:of\s+)?(?P<which>(?i:last|this|next))\s+year\b", _month_of_relative_year
    yield "relativemonth", rf"(?P<which>(?i:last|next|this(?:\s+past|\s+coming)?|this))\s+{month}", _relative_month
    which = r"(?P<which>(?i:last|next|this\s+past|this\s+coming|this|coming|past))"
    yield "weekday", (
        rf"(?:(?P<week2>(?i:last|next|this))\s+week,?\s+on\s+|{which}\s+)?{weekday}(?!s)(?:\s+{times})?"
        rf"(?:,?\s+(?:of\s+)?(?P<week>last|next|this)\s+week)?\b"
    ), _weekday
    yield "relativeday", (
        rf"(?i:the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|(?:yesterday|tomorrow)(?:\s+{times})?"
        r"|(?:earlier\s+|later\s+)?today|tonight|overnight|last\s+(?:night|evening)|this\s+(?:morning|afternoon|evening))\b"
    ), _relative_day
    yield "relativeunit", (
        r"(?i:(?:(?P<part>earlier|later|late|early)\s+)?(?<!the\s)(?P<which>last|this|next)\s+(?P<unit>weekend|week|month|year))\b"
        r"(?!\s+of\b)"
    ), _relative_unit
    yield "weekend", r"(?i:(?:over|during|at|on)\s+(?P<unit>the\s+weekend))\b(?!\s+of\b)", _weekend
    counted = rf"(?P<which>past|last|next|coming)\s+{count}[\s-]+(?P<unit>{UNIT})s?"
    yield "stretch", rf"(?i:(?:(?:the|these|this)\s+)?{counted})\b", _past
    yield "laststretch", rf"(?i:the\s+(?P<which>past|last)\s+(?P<unit>{UNIT}))\b", _past
    yield "ago", rf"(?i:(?:(?:about|around|nearly|almost|some|just|only|exactly)\s+)?{count}\s+(?P<unit>{UNIT})s?\s+ago)\b", _ago
    yield "later", rf"(?i:{count}\s+(?P<unit>{UNIT})s?\s+(?P<way>later|earlier|afterwards))\b", _later
    yield "nextday", r"(?i:the\s+(?P<way>next|following|previous)\s+(?P<unit>day|month|year))\b", _later
    yield "daybefore", r"(?i:the\s+(?P<unit>day|month|year)\s+(?P<way>before|after))(?=\s*[.,;)]|$)", _later
    yield "decade", r"(?:the\s+)?(?P<year>(?:19|20)\d0)s\b", _decade
    yield "years", rf"(?P<first>(?:19|20)\d\d)\s?[-–/]\s?(?P<last>{YEAR}|\d\d(?![\w%]|[.:,]\d|-\w)|present\b)", _years
    yield "season", rf"(?i:(?:the\s+)?{seasons}(?:\s+of)?\s+(?P<year>{YEAR}))", _season
    yield "relativeseason", rf"(?i:(?P<which>last|this)\s+(?P<season>{seasons}))\b", _season
    yield "year", rf"(?:(?<=mid-)|(?<=MID-)|(?<=early-)|(?<=late-)|(?<![-.,:/$€£#+\w])){YEAR}", _year
    yield "month", rf"{month}(?!\s+\d)", _bare_month


@cache
def grammar() -> tuple[re.Pattern[str], dict[str, Pattern]]:
    """One regular expression that finds any phrase (its last group names the kind), and the patterns by kind."""
    patterns = {kind: Pattern(kind, re.compile(source), read) for kind, source, read in _sources()}
    anonymous = [(kind, re.sub(r"\(\?P<\w+>", "(?:", pattern.regex.pattern)) for kind, pattern in patterns.items()]
    return re.compile(r"(?<!\w)(?:" + "|".join(f"(?P<{kind}>{source})" for kind, source in anonymous) + ")"), patterns
