"""Readers of phrases that name a calendar day, month or year: "12 March 2018", "February 27", "1980-88"."""

from __future__ import annotations

import re

from kg.extract.dates.calendar import Period, iso, read_day
from kg.extract.dates.phrases import DETERMINER, FUNCTION_WORDS, Hit, Phrase, in_name, next_word, part_before
from kg.rules.dates import DateWords

RANGE_FOLLOWS = re.compile(r"\s*(?:-|–|to|until|till|through)\s*([A-Z][a-z]+)\b")
NUMBER_RANGE = re.compile(r"\s*(?:[-–]|to\b)\s*(?!(?:19|20)[0-9][0-9]\b|[0-9][0-9]\b)[0-9]")
POSSESSIVE = re.compile(r"['’]s\b")
NEVER_BEFORE_YEARS = frozenset(("at", "on", "over", "within", "around", "about"))


def month_number(name: str, words: DateWords) -> int:
    """1 to 12 for a month's name or short form, in any case, with or without a full stop."""
    plain = name.rstrip(".").capitalize()
    return words.months.get(plain) or words.short_months[plain]


def _digits(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _counts(number: str, following: str, words: DateWords) -> bool:
    """Whether a number behind a day or month counts what follows: "in March 2000 people fled", not "2019 rebels"."""
    return number.endswith("00") and following.lower() in words.counted


def iso_day(hit: Hit) -> Phrase | None:
    """2016-09-24."""
    return hit.phrase("day", hit.match[0] if read_day(hit.match[0]) else None)


def numeric_day(hit: Hit) -> Phrase | None:
    """25/03/2018; but 12/03/2018 may be in March or December, and says nothing."""
    first, second, year = (int(part) for part in re.split(r"[./]", hit.match[0]))
    readings = {iso(year, second, first), iso(year, first, second)} - {None}
    return hit.phrase("day", readings.pop() if len(readings) == 1 else None)


def month_day(hit: Hit) -> Phrase | None:
    """Such as "February 27", "27th of February 2016", "5-6 April", "Saturday, 12 May"."""
    match, words = hit.match, hit.words
    first, last, year = _digits(match["day"]), _digits(match["day2"] or match["day"]), match["year"]
    start, end, month_first = hit.start, hit.end, match.start("month") < match.start("day")
    if match["day2"] and "and" in match["link"] and last != first + 1 and not hit.follows(["between"]):
        if not month_first:
            return None  # "3 and 5 March": the later start finds "5 March"
        last, end, year = first, match.end("day"), None
    if year and _counts(year, next_word(hit.text, end), words):
        year, end = None, match.end("day2" if match["day2"] else "day")
    if year is None and in_name(hit):
        return None
    month = month_number(match["month"], words)
    if year is None and month_first and hit.follows(["in"]):
        return Phrase(match.start("month"), match.end("month"), "month", month=month)  # "in March 20 people"
    if match[0].startswith("the ") and match["day"].isdigit():
        start = match.start("day")  # "the 13 November attacks"
    weekday = words.weekdays.get(match["weekday"] or "", words.short_weekdays.get(match["weekday"] or ""))
    known = int(year) if year else 2000  # a leap year: any day there is
    begun, ended = iso(known, month, first), iso(known, month, last)
    if begun is None or ended is None:
        return None
    if year:
        return Phrase(start, end, "day", Period(begun, ended), month)
    return Phrase(start, end, "month-day", None, month, first, last, weekday)


def month_year(hit: Hit) -> Phrase | None:
    """Such as "November 2005"; but "In March 2000 people fled" names the month alone."""
    if _counts(hit.match["year"], hit.next_word, hit.words):
        end = hit.match.end("month")
        return (
            Phrase(hit.start, end, "month", month=month_number(hit.match["month"], hit.words))
            if hit.follows(["in"])
            else None
        )
    return hit.phrase("month", iso(int(hit.match["year"]), month_number(hit.match["month"], hit.words)))


def bare_month(hit: Hit) -> Phrase | None:
    """Such as "in April", "the November deal"; not "April Glaspie" or "the March on Rome"."""
    words, name = hit.words, hit.match["month"]
    if in_name(hit):
        return None
    phrase = Phrase(hit.start, hit.end, "month", month=month_number(name, words))
    if hit.is_listed and hit.last and hit.last.month:
        return phrase
    if name.capitalize() in words.short_months:
        return None  # "Mar" and "Sep" alone want their full stop
    if hit.follows(words.sure_cues) or part_before(words).search(hit.before):
        return phrase
    until = RANGE_FOLLOWS.match(hit.text, hit.end)
    if until and (until[1] in words.months or until[1] in words.short_months):
        return phrase
    if hit.follows(words.cues):
        return None if name in words.ambiguous_months or hit.next_word[:1].isupper() else phrase
    premodifier = DETERMINER.search(hit.before) and hit.next_word[:1].islower()
    return phrase if premodifier and hit.next_word not in FUNCTION_WORDS else None


def decade(hit: Hit) -> Phrase | None:
    """Such as "the 1990s", "the 1980s and 1990s"."""
    first, second = int(hit.match["year"]), hit.match["second"]
    last = first if second is None else int(second if len(second) == 4 else f"{first // 100}{second}")
    return hit.phrase("decade", Period(str(first), str(last + 9)))


def year_range(hit: Hit) -> Phrase | None:
    """Such as "1980-88", "2011–2013", "2003-present"."""
    first, second = hit.match["first"], hit.match["last"]
    if second == "present":
        return hit.phrase("years", Period(first, None))
    last = second if len(second) == 4 else first[:2] + second
    counted = hit.next_word.lower() in hit.words.counted
    return hit.phrase("years", Period(first, last)) if first < last and not counted else None


def season_of_year(hit: Hit) -> Phrase | None:
    """Such as "the summer of 2014" is told by its year: seasons have no ISO date."""
    return hit.phrase("season", hit.match["year"])


def feast(hit: Hit) -> Phrase | None:
    """Such as "Christmas Day 2016", "New Year's Eve"."""
    name = re.sub(r"\s+", " ", hit.match["name"]).replace("’", "'")
    month, day = (int(part) for part in hit.words.feasts[name].split("-"))
    if hit.match["year"]:
        return hit.phrase("day", iso(int(hit.match["year"]), month, day))
    return Phrase(hit.start, hit.end, "month-day", None, month, day)


def fixed_event(hit: Hit) -> Phrase | None:
    """Such as "September 11 attacks": an event called by its day, whose year everybody knows."""
    return hit.phrase("day", hit.words.fixed[re.sub(r"\s+", " ", hit.match[0])])


def bare_year(hit: Hit) -> Phrase | None:
    """A four-digit number, if it is a year: by the words before it, or the noun after it."""
    return hit.phrase("year", hit.match[0]) if _is_year(hit) else None


def _is_year(hit: Hit) -> bool:
    words, following = hit.words, hit.next_word
    sure, round_number = hit.follows(words.sure_cues), hit.match[0] == "2000"
    if NUMBER_RANGE.match(hit.text, hit.end) or hit.follows(words.not_years_after):
        return False
    if following.lower() in words.counted and (not sure or round_number):
        return False
    if sure or part_before(words).search(hit.before) or hit.follows(["year"]):
        return True
    if hit.follows(words.cues.keys() - NEVER_BEFORE_YEARS):
        return not round_number  # "a force of 2000"
    if hit.is_listed and hit.last and hit.last.period:
        return len(hit.last.period.first) == 4 or hit.last.kind == "month"
    if DETERMINER.search(hit.before):
        return bool(following)  # "the 2007 crackdown"
    if hit.before.endswith("("):
        return hit.text[hit.end : hit.end + 1] in (")", ",", "-", "–")
    return following.lower() in words.year_nouns or bool(POSSESSIVE.match(hit.text, hit.end))
