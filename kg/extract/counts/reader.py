"""How many: the counts of a sentence, with the words that bound them."""

from __future__ import annotations

import re
import string
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from kg.extract.counts.words import WORD, alternation, number_pattern, number_value, words_in
from kg.extract.dates.phrases import FUNCTION_WORDS, next_word
from kg.extract.dates.reader import date_spans
from kg.records import Compare, Quantity
from kg.rules.dates import DateWords
from kg.rules.numbers import NumberWords

DIGIT = re.compile("[0-9]")
UNIT_AFTER = re.compile(
    r"(?:\s+|-)(?:(?:more|full|straight|consecutive|long|whole|entire|and\s+a\s+half)\s+)?([\w.'’]+)(?:\s+(\w+))?"
)
LIST_MARK = re.compile(r"\s*\W?[0-9]{1,2}[.):]")
PLURAL_VERBS = frozenset(("of", "were", "are", "have"))
TIME_BEFORE = re.compile(r"\b(?:in|since|until|before|after|from|early|late|circa|by)\s+\Z", re.I)
AREA_CODE_AFTER = re.compile(r"\)\s?[0-9]{3}")
PHONE_BEFORE = re.compile(r"\([0-9]{2,4}\)\s*\Z")
CAPITALISED = re.compile(r"\w[\s,]+[A-Z][\w'’-]*\s+\Z")
FRACTION = re.compile(r"(?:\b(?:quarters?|thirds?)\s+of|\bone\s+in(?:\s+every)?)\s+\Z", re.I)


class Count(NamedTuple):
    """A number, or two of a range, as found in the text."""

    start: int
    end: int
    value: int
    compare: Compare


class Counts(NamedTuple):
    """What any count looks like, and the words that may begin one that begins with no digit."""

    pattern: re.Pattern[str]
    openers: frozenset[str]


def quantities(text: str, words: DateWords, offset: int = 0) -> tuple[Quantity, ...]:
    """The counts in a text (one sentence), in order; `offset` is added to every span.

    Digits, number words and vague plurals ("hundreds": more than 100). A range counts as "at least" its lower bound.
    Dates, times, ages, measures, money, ordinals, fractions and labels ("Article 5") are no counts.
    """
    lower, known = lower_case(text), words.numbers
    found: list[Quantity] = []
    dates: list[tuple[int, int]] | None = None
    counts = _counts(known)
    openers, digits = counts.openers, string.digits
    label_end, place = -1, 0
    for word in WORD.finditer(lower):
        first = word[0]
        if first not in openers and first[0] not in digits or word.start() < place:
            continue
        if (match := counts.pattern.match(lower, word.start())) is None:
            continue
        place = match.end()
        dates = _date_spans(text, words) if dates is None else dates
        if _overlaps(dates, match.start(), match.end()):
            continue
        if _is_label(lower, match.start(), label_end, known):
            label_end = match.end()
            continue
        count = _count(match, text, known)
        if count is None:
            continue
        place = count.end  # of "two or twenty" the second number is still to come
        found.append(_bounded(count, lower, found[-1].end - offset if found else 0, offset, known))
    return tuple(found)


def lower_case(text: str) -> str:
    """The text in lower case, character by character, so that offsets stay true."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def _date_spans(text: str, words: DateWords) -> list[tuple[int, int]]:
    """Where dates stand; number words in them need no look, as they count units of time."""
    if DIGIT.search(text) is None:
        return []
    return date_spans(text, words)


def _overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether any of the spans, which stand in order, shares a character with start to end."""
    before_end = bisect_left(spans, (end, 0))
    return before_end > 0 and spans[before_end - 1][1] > start


@cache
def _counts(known: NumberWords) -> Counts:
    """Vague plurals, ranges, and numbers that stand free of letters, signs and other numbers."""
    people = alternation(word.lower() for word in known.people)
    number = rf"(?>{number_pattern(known)})"  # atomic: "twenty-five" is no range
    bare = r"(?<![\w$€£¥#/+.°′″\[])(?<![0-9][,:])(?<!\w-)(?<![$€£] )"
    free = r"(?![\w°′″]|['’]s\b|\s?%|[.,:/][0-9]|[-–]\w|\+[0-9]|\s*/\s*[0-9])"
    several = rf"(?:(?:several|a\s+few|a\s+couple\s+of|many)\s+(?P<times>{alternation(known.multipliers)}))"
    source = (
        rf"(?P<vague>\b{alternation(known.vague)}\b)|\b{several}\b"
        rf"|{bare}(?:between\s+(?P<low>{number}){free}\s+and\s+(?P<high>{number}){free}"
        rf"|(?<!from\s)(?P<first>{number})(?P<link>\s?[-–]\s?|\s+(?:to|or)\s+)(?P<last>{number}){free}"
        rf"|(?P<million>[0-9]{{1,4}}(?:\.[0-9]{{1,6}})?)(?P<letter>[mk])(?=\s+{people}\b)"
        rf"|(?P<number>{number}){free})"
    )
    return Counts(re.compile(source), words_in(source))


def _count(match: re.Match[str], text: str, known: NumberWords) -> Count | None:
    start, end = match.span()
    if match["vague"]:
        return _vague(match, text, known)
    if match["times"]:
        return Count(start, end, known.multipliers[match["times"]], "more_than")
    if match["million"]:
        value = float(match["million"]) * {"m": 1_000_000, "k": 1_000}[match["letter"]]
        return Count(start, end, round(value), "exact")
    if _is_measure(text, end, known) or _is_tag(text, start, end):
        return None
    if match["number"]:
        number = number_value(match["number"], known)
        if (
            not number
            or _is_pronoun(match, text, known)
            or _is_age(text, start, end)
            or _is_share(match, text, known)
        ):
            return None
        return Count(start, end, number, "exact")
    return _range(match, known)


def _vague(match: re.Match[str], text: str, known: NumberWords) -> Count | None:
    """Such as "hundreds", unless the word is another ("test scores") or counts time ("hundreds of kilometres")."""
    word = re.sub(r"\s+", " ", match["vague"])
    following = re.compile(r"\s+(\w+)(?:\s+(\w+))?").match(text, match.end())
    after = (following[1].lower() if following else "", (following[2] or "").lower() if following else "")
    only = known.vague_only_before.get(word)
    clause_start = not re.search(r"\w\s*\Z", text[max(0, match.start() - 20) : match.start()])
    if (only and after[0] not in only and not clause_start) or (
        after[0] == "of" and after[1] in known.measures
    ):
        return None
    return Count(match.start(), match.end(), known.vague[word], "more_than")


def _range(match: re.Match[str], known: NumberWords) -> Count | None:
    """Such as "between 20 and 30", "20 to 30"; of "two or twenty", which is no range, the first number."""
    name = "low" if match["low"] else "first"
    first, second = match[name], match["high"] or match["last"]
    if _like_a_year(first) or PHONE_BEFORE.search(match.string, max(0, match.start() - 10), match.start()):
        return None
    low, high = number_value(first, known), number_value(second, known)
    if low and low < 1000:
        low *= _scale(second, known)
    link = (match["link"] or "and").strip()
    is_range = low and high and low < high and (link != "or" or high == low + 1)
    if low and is_range:
        return Count(match.start(), match.end(), low, "at_least")
    alone = number_value(first, known) if link.isalpha() else None
    return Count(match.start(name), match.end(name), alone, "exact") if alone else None


def _scale(text: str, known: NumberWords) -> int:
    """Of "20 to 30 thousand", the thousand."""
    words = text.split()
    return known.multipliers.get(words[-1], 1) if len(words) > 1 and words[0].isdigit() else 1


def _is_measure(text: str, end: int, known: NumberWords) -> bool:
    """Whether a unit of measure, time or money follows: "40 kilometers", "two more weeks"."""
    following = UNIT_AFTER.match(text, end)
    if not following:
        return False
    word = following[1].rstrip(".")
    measures = known.measures
    return word in measures or word.lower() in measures or f"{word} {following[2]}".lower() in measures


def _is_label(text: str, start: int, label_end: int, known: NumberWords) -> bool:
    """Whether the number names a thing: "Article 5", and so does the second of "Articles 5 and 6"."""
    if label_end >= 0 and re.fullmatch(r"\s*(?:,|,?\s*(?:and|or|to)|[-–])\s*", text[label_end:start]):
        return True
    before = re.search(r"(?<![\w])((?:age\s+|task\s+)?[\w.]+)\s+$", text[max(0, start - 30) : start])
    return bool(before) and before is not None and before[1].lower() in known.labels_before


def _is_tag(text: str, start: int, end: int) -> bool:
    """Whether the number ends a name ("Eager Lion 16"), numbers a list, or is a year that no date phrase holds."""
    if not text[start:end].isdecimal():
        return False
    if LIST_MARK.fullmatch(text, 0, end + 1) or AREA_CODE_AFTER.match(text, end):
        return True
    following = next_word(text, end)
    if following and following not in FUNCTION_WORDS:
        return False
    before = text[max(0, start - 40) : start]
    if CAPITALISED.search(before):
        return True
    return _like_a_year(text[start:end]) and (
        following not in PLURAL_VERBS or bool(TIME_BEFORE.search(before))
    )


def _like_a_year(text: str) -> bool:
    return len(text) == 4 and text.isdecimal() and 1500 <= int(text) < 2100


def _is_pronoun(match: re.Match[str], text: str, known: NumberWords) -> bool:
    """Such as "one of them", "no one", "this one"."""
    if match["number"] != "one":
        return False
    following = re.compile(r"\s*(['’]s\b|[a-z]+(?:\s+time\b)?)").match(text, match.end())
    before = re.search(r"(\w+)\s+$", text[max(0, match.start() - 20) : match.start()])
    return bool(
        (following and following[1].replace("’", "'").lower() in known.not_one_after)
        or (before and before[1].lower() in known.not_one_before)
    )


def _is_share(match: re.Match[str], text: str, known: NumberWords) -> bool:
    """Such as "one in five Syrians" and "a quarter of a million"."""
    if FRACTION.search(text[max(0, match.start() - 20) : match.start()]):
        return True
    ratio = re.compile(rf"\s+in\s+(?:every\s+)?{number_pattern(known)}\b").match(text, match.end())
    return match["number"] == "one" and ratio is not None


def _is_age(text: str, start: int, end: int) -> bool:
    """Such as "Peyton, 42, of Woodbridge", "she is 26"."""
    return bool(
        re.search(
            r"(?:[A-Z][\w'’.]+,|\b(?:[Hh]e|[Ss]he|who|I|[Ss]he,)(?:\s+(?:is|was))?)\s+\Z",
            text[max(0, start - 40) : start],
        )
        and text[start:end].isdigit()
        and int(text[start:end]) < 120
        and re.compile(r"\s*[,;.)]").match(text, end)
    )


@cache
def _bound_before(known: NumberWords) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:(?P<earlier>\w+)\s+)??(?P<bound>{alternation(known.before)})\s+$", re.I)


@cache
def _bound_after(known: NumberWords) -> re.Pattern[str]:
    return re.compile(rf"\s+(?P<bound>{alternation(known.after)})(?!\w)|(?P<plus>\s?\+)(?!\w)")


def _bounded(count: Count, text: str, earliest: int, offset: int, known: NumberWords) -> Quantity:
    """The count with the bounding words before or after it; the later word of a pair does not turn the first."""
    start, end, compare = count.start, count.end, count.compare
    window = max(earliest, count.start - 40)
    before = _bound_before(known).search(text[window : count.start])
    if before and not _other_sense(before, known.not_bound_after):
        start = window + before.start("bound")
        bound = re.sub(r"\s+", " ", before["bound"])
        compare = known.before.get(bound, compare) if compare == "exact" else compare
    elif after := _bound_after(known).match(text, count.end):
        end = after.end()
        bound = re.sub(r"\s+", " ", after["bound"] or "plus")
        compare = known.after.get(bound, "at_least") if compare == "exact" else compare
    return Quantity(
        start + offset, end + offset, count.start + offset, count.end + offset, count.value, compare
    )


def _other_sense(before: re.Match[str], not_after: Mapping[str, Sequence[str]]) -> bool:
    return (before["earlier"] or "") in not_after.get(before["bound"], ())
