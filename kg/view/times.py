"""When a claim shows on the time slider, and in words."""

from __future__ import annotations

import calendar
import re
from datetime import date

from kg.records import Claim

_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?\Z")


def days(text: str | None) -> tuple[date, date] | None:
    """First and last day of an ISO date of any precision: "2020-02" is 2020-02-01 to 2020-02-29; None if no date."""
    match = _ISO.match(text[:10]) if text else None
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        last_month = month or 12
        last = date(first.year, last_month, day or calendar.monthrange(first.year, last_month)[1])
    except ValueError:
        return None
    return first, last


def extent(claim: Claim) -> tuple[date | None, date] | None:
    """First and last day on which the claim shows, or None when neither text nor article is dated.

    A claim with an interval shows in its interval; one still open ends at the article's date, because the article
    cannot know more; one whose beginning is unknown has no first day. A claim without any time of its own is an
    observation at its article's date and no lasting state.
    """
    when, since, until = days(claim.when), days(claim.since), days(claim.until)
    published = days(claim.published)
    if when and not (since or until):
        return when
    if since:
        end = until or published or since
        return since[0], max(end[1], since[1])
    if until:
        return None, until[1]
    return published


def has_own_time(claim: Claim) -> bool:
    """Whether the text itself says when."""
    return any(days(text) for text in (claim.when, claim.since, claim.until))
