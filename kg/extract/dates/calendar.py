"""Date arithmetic on ISO 8601 strings of any precision ("2020", "2020-03", "2020-03-05")."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Unit = Literal["day", "week", "month", "year"]
PRECISION: dict[Unit, int] = {"day": 10, "week": 10, "month": 7, "year": 4}


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both ISO dates; the same for a point. `last` None: open, still going on."""

    first: str
    last: str | None


def point(iso: str) -> Period:
    """A period that is a single day, month or year."""
    return Period(iso, iso)


def iso(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """The ISO string, or None when there is no such day."""
    if not 1 <= year <= 9999:
        return None
    if month is None:
        return f"{year:04d}"
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year:04d}-{month:02d}"
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= day <= monthrange(year, month)[1] else None


def read_day(text: str | None) -> date | None:
    """A day-precise ISO date, or None for anything else."""
    if text is None or len(text) < 10:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def shift(anchor: str, count: int, unit: Unit) -> str | None:
    """The anchor moved by whole units, at the unit's precision; None when the anchor is less precise than that."""
    if len(anchor) < PRECISION[unit]:
        return None
    if unit == "year":
        return iso(int(anchor[:4]) + count)
    if unit == "month":
        months = int(anchor[:4]) * 12 + int(anchor[5:7]) - 1 + count
        return iso(months // 12, months % 12 + 1)
    try:
        return (date.fromisoformat(anchor) + timedelta(days=count * (7 if unit == "week" else 1))).isoformat()
    except (ValueError, OverflowError):
        return None


def add_days(day: date, count: int) -> date | None:
    """The day `count` days on, or None beyond the calendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def days(first: date | None, last: date | None) -> Period | None:
    """A period between two days."""
    return Period(first.isoformat(), last.isoformat()) if first and last else None


def week(day: date, weeks: int = 0) -> Period | None:
    """The calendar week (from Monday) of a day, moved by whole weeks."""
    monday = add_days(day, 7 * weeks - day.weekday())
    return days(monday, monday and add_days(monday, 6))


def weekend(day: date, weeks: int = 0) -> Period | None:
    """Saturday and Sunday of a day's calendar week, moved by whole weeks."""
    saturday = add_days(day, 7 * weeks + 5 - day.weekday())
    return days(saturday, saturday and add_days(saturday, 1))


def weekday_before(day: date, weekday: int, strictly: bool = False) -> date | None:
    """The last such weekday (Monday is 0) up to the day; `strictly`: not the day itself."""
    back = (day.weekday() - weekday) % 7
    return add_days(day, -(7 if strictly and back == 0 else back))


def weekday_after(day: date, weekday: int, strictly: bool = False) -> date | None:
    """The first such weekday from the day on; `strictly`: not the day itself."""
    ahead = (weekday - day.weekday()) % 7
    return add_days(day, 7 if strictly and ahead == 0 else ahead)
