"""The value of a number written in words or digits, and how such numbers look."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.rules.numbers import NumberWords

LARGEST = 10**12
SPACES = " \u00a0\u2009\u202f"  # between thousands: "12 000"


WORD = re.compile(r"(?<!\w)\w+")


def alternation(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first; spaces match any white space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"


def words_in(pattern: str) -> frozenset[str]:
    """The words in a regular expression, in small letters: what it matches begins with one of them, or with a digit."""
    plain = re.sub(r"\\[A-Za-z]", " ", pattern)
    optional = (word[:-2] for word in re.findall(r"\w+[?]", plain))  # "an?" stands for "a", too
    return frozenset(word.lower() for word in (*re.findall(r"\w+", plain), *optional))


@cache
def number_pattern(known: NumberWords) -> str:
    """A regular expression (no named groups, ignore case) for a number in digits or words, not a vague plural."""
    units = alternation(word for word, value in known.words.items() if value < 10)
    teens = alternation(word for word, value in known.words.items() if 10 <= value < 20)
    tens = alternation(word for word, value in known.words.items() if value >= 20)
    times = alternation(known.multipliers)
    small = rf"(?:{tens}(?:[\s-]{units})?|{teens}|{units})\b"
    first = (
        rf"(?:{small}(?:[\s-]+and[\s-]+a[\s-]+half(?=[\s-]+{times}\b))?|(?:half\s+an?|an?)(?=\s+{times}\b))"
    )
    more = rf"(?:[\s-]+{times}\b(?:\s+{small}|\s+and\s+{small}(?!\s+{times}))?){{0,6}}"
    digits = rf"(?:[0-9]{{1,3}}(?:[,{SPACES}][0-9]{{3}}){{1,4}}(?![0-9])|[0-9]{{1,12}})(?:\.[0-9]{{1,6}})?"
    return rf"(?:\b{first}{more}|\b{digits}(?:\s*(?:-\s*)?{times}\b)*)"


def number_value(text: str, known: NumberWords) -> int | None:
    """The value of a number that `number_pattern` matches; None when it is no sensible whole number."""
    total, group = 0.0, 0.0
    for part in re.findall(rf"[a-z]+|[0-9][0-9,{SPACES}]*(?:\.[0-9]+)?", text.lower()):
        if part[0].isdigit():
            group += float(re.sub(rf"[,{SPACES}]", "", part)[:18])
        elif part == "half":
            group += 0.5
        elif part in known.words:
            group += known.words[part]
        elif part in known.multipliers:
            factor = known.multipliers[part]
            if factor < 1000:
                group = (group or 1.0) * factor
            else:
                total, group = total + (group or 1.0) * factor, 0.0
    value = round(total + group, 6)
    return int(value) if value < LARGEST and value == int(value) else None
