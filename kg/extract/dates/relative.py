"""Readers of phrases that count from the article's date: "yesterday", "last Wednesday", "two weeks ago".

Without an article date they say nothing. What is vague ("in recent days", "over a year ago") says nothing either.
"""

from __future__ import annotations

import re
from datetime import date
from typing import cast

from kg.extract.counts.words import number_value
from kg.extract.dates.absolute import month_number
from kg.extract.dates.calendar import (
    Period,
    Unit,
    add_days,
    iso,
    point,
    shift,
    week,
    weekday_after,
    weekday_before,
    weekend,
)
from kg.extract.dates.phrases import OF_AFTER, Hit, Phrase, in_name, resolve

STEP = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
SEASON_ENDS = {
    "spring": 5,
    "summer": 8,
    "autumn": 11,
    "fall": 11,
}  # the last month; a winter lies in two years
INEXACT = ["than", "over", "least", "to", "half", "and"]
ROUGHLY = ["about", "around", "some", "nearly", "almost", "than", "over", "roughly", "approximately"]
ROUND_FROM = 20
WEEKDAY_FOLLOWS = re.compile(
    r"\s+(?:(?:on|from|into|to|until)\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)


def relative_day(hit: Hit) -> Phrase | None:
    """Such as "yesterday", "overnight": the night before an article is the article's day, but "last night" is not."""
    words = hit.match[0].lower().split()
    if hit.calendar.today is None or in_name(hit) or hit.next_word in hit.words.habits_after:
        return None
    if words[0] == "overnight" and WEEKDAY_FOLLOWS.match(hit.text, hit.end):
        return None
    count = 0
    if "yesterday" in words or "last" in words:
        count = -2 if "before" in words else -1
    elif "tomorrow" in words:
        count = 2 if "after" in words else 1
    found = add_days(hit.calendar.today, count)
    return hit.phrase("relative", found.isoformat() if found else None)


def weekday(hit: Hit) -> Phrase | None:
    """Such as "Wednesday", "last Wednesday", "Wednesday morning", "Tuesday last week"; without a hint the last one."""
    today = hit.calendar.today
    if today is None or in_name(hit):
        return None
    number = hit.words.weekdays[hit.match["weekday"].capitalize()]
    which, which_week = hit.get("which").split(), hit.get("week") or hit.get("week2")
    found: date | None
    if which_week:
        monday = week(today, STEP[which_week])
        found = add_days(date.fromisoformat(monday.first), number) if monday else None
    elif "next" in which or "coming" in which:
        found = weekday_after(today, number, strictly=True)
    elif "last" in which or "past" in which:
        found = weekday_before(today, number, strictly=True)
    elif "this" in which or hit.calendar.future or hit.follows(hit.words.future_before):
        found = weekday_after(today, number)
    else:
        found = weekday_before(today, number)
    return hit.phrase("weekday", found.isoformat() if found else None)


def relative_month(hit: Hit) -> Phrase | None:
    """Such as "last April": the last one that is over; "next April": the first to come; "this April": of this year."""
    today = hit.calendar.today
    if today is None:
        return None
    month, which, year = month_number(hit.match["month"], hit.words), hit.get("which"), today.year
    if "last" in which or "past" in which:
        year -= month >= today.month
    elif "next" in which or "coming" in which:
        year += month <= today.month
    return hit.phrase("month", iso(year, month))


def month_of_relative_year(hit: Hit) -> Phrase | None:
    """Such as "June last year"."""
    today = hit.calendar.today
    month = month_number(hit.match["month"], hit.words)
    return hit.phrase("month", iso(today.year + STEP[hit.get("which")], month) if today else None)


def relative_unit(hit: Hit) -> Phrase | None:
    """Such as "last week" is the calendar week before; "last month" and "last year" are a month and a year."""
    today = hit.calendar.today
    if today is None:
        return None
    count, unit = STEP[hit.get("which")], hit.get("unit")
    if unit == "week":
        return hit.phrase(
            "relative", _part_of_week(hit.get("part"), today) if count == 0 else week(today, count)
        )
    if unit == "weekend":
        if hit.calendar.past and count == 0 and today.weekday() < 5:
            count = -1  # on a Monday "this weekend" was the one before
            return hit.phrase("relative", weekend(today, count))
        return hit.phrase("relative", weekend(today, count if count >= 0 or today.weekday() < 5 else 0))
    return hit.phrase("relative", shift(today.isoformat(), count, cast(Unit, unit)))


def _part_of_week(part: str, today: date) -> Period | None:
    """Such as "earlier this week" ends today, "later this week" begins today."""
    whole = week(today)
    if whole is None or not part:
        return whole
    return (
        Period(today.isoformat(), whole.last)
        if part.startswith("late")
        else Period(whole.first, today.isoformat())
    )


def the_weekend(hit: Hit) -> Phrase | None:
    """Such as "over the weekend": the last one, or this one if it has begun."""
    today = hit.calendar.today
    period = weekend(today, 0 if today.weekday() >= 5 else -1) if today else None
    return Phrase(hit.match.start("unit"), hit.end, "relative", period) if period else None


def relative_season(hit: Hit) -> Phrase | None:
    """Such as "last summer" is told by its year."""
    today, last_month = hit.calendar.today, SEASON_ENDS.get(hit.get("season"))
    if today is None or last_month is None:
        return None
    return hit.phrase("season", iso(today.year - (hit.get("which") == "last" and today.month <= last_month)))


def _count(hit: Hit) -> int | None:
    """The number of units; "a" and no number at all are one."""
    text = hit.get("count")
    return 1 if text in ("", "a", "an") else number_value(text, hit.words.numbers)


def stretch(hit: Hit) -> Phrase | None:
    """Such as "the past five years" began five years ago and goes on; "the last two years of the war" is not ours."""
    count, unit, today = _count(hit), hit.get("unit"), hit.calendar.today
    if today is None or count is None or OF_AFTER.match(hit.text, hit.end):
        return None
    if unit == "decade":
        count, unit = count * 10, "year"
    elif unit == "hour":
        count, unit = -(-count // 24), "day"
    if hit.get("which") in ("next", "coming"):
        ended = shift(today.isoformat(), count, cast(Unit, unit))
        return hit.phrase("stretch", Period(today.isoformat(), ended) if ended else None)
    begun = shift(today.isoformat(), -count, cast(Unit, unit))
    return hit.phrase("stretch", Period(begun, None) if begun else None)


def ago(hit: Hit) -> Phrase | None:
    """Two days ago is a day, two weeks ago that week, a year ago that year; "over a year ago" is nothing."""
    count, unit, today = _count(hit), hit.get("unit"), hit.calendar.today
    if today is None or count is None or unit in ("decade", "hour") or hit.follows(INEXACT):
        return None
    if unit == "week":
        return hit.phrase("relative", week(today, -count))
    if count >= ROUND_FROM and count % 5 == 0:
        return None  # "30 years ago" is not to the year
    return hit.phrase("relative", shift(today.isoformat(), -count, cast(Unit, unit)))


def later(hit: Hit) -> Phrase | None:
    """Such as "four days later", "the next day", "that day": counted from the date before it in the same sentence,
    else from the day of what was told last.

    The anchor must be a single point, precise enough; without one nothing is said.
    """
    told = point(hit.calendar.anchor) if hit.calendar.anchor else None
    anchor = resolve(hit.last, hit.calendar) if hit.last else told
    count, unit, way = _count(hit), "day" if hit.get("part") else hit.get("unit"), hit.get("way")
    if (
        anchor is None
        or count is None
        or hit.follows(ROUGHLY)
        or unit not in ("day", "week", "month", "year")
        or anchor.first != anchor.last
    ):
        return None
    if way in ("earlier", "before", "previous"):
        count = -count
    elif way in ("that", "the same", "that same"):
        count = 0
    return hit.phrase("relative", shift(anchor.first, count, cast(Unit, unit)))
