"""Where the sentences of a paragraph end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.text.sentences.abbreviations import (
    DATE_WORDS,
    MONTHS,
    NEVER_END,
    NUMBERED,
    RARELY_END,
    SENTENCE_STARTERS,
    STATES,
    TIME_ZONES,
)

OPENERS = "\"'“‘«([{"
QUOTES = frozenset("\"'”’»")
# How far a mark's surroundings matter, in characters.
WINDOW = 200
# A run of full stops, question and exclamation marks with the brackets and quotes it closes; a spaced ellipsis
# (" . . . ") is one mark; note numbers ("2008.[1][2]") and hidden ellipses belong to the sentence before them.
END = re.compile(
    r"(?P<mark>\.(?:\s\.)+|[.!?…]+)"
    r"(?P<closers>[\"'”’»)\]}]*(?:\[\d{1,3}\][\"”’»]*)*(?:\s?\ue000+[\"”’»]*)*)"
    r"(?P<gap>\s+|$|(?=[^\W\d_a-z]|[“\"]))"
)
ELLIPSIS_IN_BRACKETS = re.compile(r"\[\s*(?:\.\s?\.\s?\.|…)\s*\]|\(\s*(?:\.\s?\.\s?\.|…)\s*\)")
HIDDEN = "\ue000"
WORD_BEFORE = re.compile(r"[^\s(\[{\"“”‘«]+$")
NEXT_WORD = re.compile(r"[\w.'’-]*\w\.?")
INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]$")
SPEAKS = re.compile(
    r"(?:[\w.'’-]+\s+){1,4}?"
    r"(?:said|says|asked|told|added|wrote|replied|shouted|warned|tweeted|exclaimed|wondered)\b"
)
# Arabic articles are written small at the start of a sentence, too: "al-Muhandis was ...".
SMALL_ARTICLE = re.compile(r"(?:al|el|an|ar|as|ash|at|ad|az)-[A-Z]")
WEB_ADDRESS = re.compile(r"://|www\.|@")


class Mark(NamedTuple):
    """A mark that may end a sentence, and what stands around it."""

    mark: str
    closers: str
    spaced: bool
    at_head: bool
    word: str
    opener: str
    rest: str
    following: str
    next_word: str


def sentence_bounds(paragraph: str) -> Iterator[tuple[int, int]]:
    """The (start, end) of each sentence of a paragraph that has no space around it, without the space between."""
    # "[...]" inside a quotation ends nothing: hidden from the search, length unchanged.
    shown = ELLIPSIS_IN_BRACKETS.sub(lambda match: HIDDEN * len(match.group()), paragraph)
    start = 0
    for match in END.finditer(shown):
        end = match.end("closers")
        if end == len(shown) or match.start() < start or not _ends_sentence(_mark(shown, match, start)):
            continue
        yield start, end
        start = end
        while start < len(shown) and shown[start].isspace():
            start += 1
    if start < len(shown):
        yield start, len(shown)


def _mark(paragraph: str, match: re.Match[str], sentence_start: int) -> Mark:
    before = paragraph[max(sentence_start, match.start() - WINDOW) : match.start()]
    found = WORD_BEFORE.search(before)
    word = found.group() if found else ""
    rest = paragraph[match.end() : match.end() + WINDOW]
    following = rest.lstrip(OPENERS + " \u200e\u200f")
    next_word = NEXT_WORD.match(following)
    return Mark(
        mark=match["mark"],
        closers=match["closers"],
        spaced=bool(match["gap"]),
        at_head=match.start() - len(word) == sentence_start,
        word=word,
        opener=before[-len(word) - 1 : -len(word)] if word else "",
        rest=rest,
        following=following,
        next_word=next_word.group() if next_word else "",
    )


def _ends_sentence(mark: Mark) -> bool:
    """Whether the mark ends a sentence."""
    if not mark.spaced:
        return _ends_without_space(mark)
    if not mark.following or not _may_start(mark.following):
        return False
    if mark.opener == "(" and mark.closers.startswith(")"):
        return False  # one short word in brackets: "Col. (ret.) Haddad"
    if mark.mark[0] in "!?":
        if mark.mark == "!" and mark.word == "Yahoo":
            return False
        return not (QUOTES.intersection(mark.closers) and SPEAKS.match(mark.rest))
    if QUOTES.intersection(mark.closers) and mark.opener and mark.opener in '"“‘':
        return INITIALS.match(mark.word) is None  # a nickname: John “J.D.” Dorrian
    if mark.mark != "." or QUOTES.intersection(mark.closers):
        return True
    return _full_stop_ends(mark)


def _may_start(following: str) -> bool:
    """Whether a sentence can begin with this text: a capital, a digit, a bullet, a small Arabic article."""
    first = following[0]
    if first.isupper() or first.isdigit() or SMALL_ARTICLE.match(following):
        return True
    return not first.islower() and first not in ",;:)]}.!?…-–—&/%"


def _ends_without_space(mark: Mark) -> bool:
    """A mark with no space after it: "the war.Warplanes battered", but not "U.S.-led", "Yahoo.Com" or a web address."""
    token = mark.word + mark.mark + mark.closers + mark.rest.split(maxsplit=1)[0]
    if WEB_ADDRESS.search(token):
        return False
    if mark.rest[0] in '“"':
        return mark.mark in (".", "!", "?") and mark.rest[1:2].isalpha() and not mark.closers
    if not mark.rest[1:2].islower() and not mark.rest[1:2].isspace():
        return False
    end = mark.word[-2:]
    return bool(QUOTES.intersection(mark.closers)) or (len(end) == 2 and end.isalpha() and end.islower())


def _full_stop_ends(mark: Mark) -> bool:
    """Whether a single full stop ends the sentence, by the word before and the word after it."""
    word = mark.word.lower()
    if (
        word in NEVER_END or word.rpartition(".-")[2] in NEVER_END or (word.isdigit() and mark.at_head)
    ):  # "1. The president ..." heads a list item
        return False
    if mark.rest[0] in '“"' and mark.following[0].isupper():
        return True
    if word in NUMBERED or word in MONTHS:
        return not mark.following[0].isdigit()
    if word in ("a.m", "p.m"):
        return (
            mark.next_word.strip(".") not in TIME_ZONES
            and mark.next_word.lower().strip(".") not in DATE_WORDS
        )
    if INITIALS.match(mark.word):
        # "in the U.S. The army", but not "the U.S. Army" nor "Stephen J. Townsend"; "World War I. The" ends.
        return mark.next_word in SENTENCE_STARTERS and (len(mark.word) > 1 or mark.word == "I")
    rarely = word in RARELY_END or mark.word in STATES
    return not rarely or mark.next_word in SENTENCE_STARTERS
