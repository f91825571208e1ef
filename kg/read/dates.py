"""Dates of publication, as metadata gives them."""

from __future__ import annotations

import re
from datetime import date

SHAPE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:[T ][0-9]{2}:[0-9]{2}.*)?)?)?")


def iso_date(value: str) -> str | None:
    """The ISO 8601 date in `value` at its own precision ("2016", "2016-05", "2016-05-04"), or None.

    A time of day is cut off; a day that the calendar does not have is no date.
    """
    found = SHAPE.fullmatch(value.strip())
    if not found:
        return None
    year, month, day = found.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join(filter(None, (year, month, day)))
