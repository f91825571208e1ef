"""Sentences by rule: where they start and end, and which lines are furniture.

The text is cut into lines, lines that continue one another are joined to units (a paragraph, a headline, a list
item), and each unit is cut into sentences. Offsets are those of the text as given.
"""

from __future__ import annotations

import re
from typing import Literal

from kg.records import SentenceSpan
from kg.text.abbreviations import (
    DATE_WORDS,
    MONTHS,
    NEVER_END,
    NUMBERED,
    SENTENCE_STARTERS,
    TIME_ZONES,
)
from kg.text.furniture import furniture_prefix, is_furniture
from kg.text.lines import units

Kind = Literal["text", "title", "furniture"]

CLOSERS = "\"'”’»)]}"
OPENERS = "\"'“‘«([{"
# A run of full stops, question and exclamation marks, with spaced ellipses (" . . . ") read as one mark.
END = re.compile(
    r"(?P<mark>\.(?:\s\.)+|[.!?…]+)"
    r"(?P<closers>[\"'”’»)\]}]*(?:\[\d{1,3}\])*)"
    r"(?P<gap>\s+|$|(?=[A-Z“\"]))"
)
ELLIPSIS_IN_BRACKETS = re.compile(r"\[\s*(?:\.\s?\.\s?\.|…)\s*\]|\(\s*(?:\.\s?\.\s?\.|…)\s*\)")
WORD_BEFORE = re.compile(r"[^\s(\[{\"“”‘«]+$")
NEXT_WORD = re.compile(r"[\w.'’-]*\w\.?")
INITIAL = re.compile(r"(?:[A-Z]\.-?)*[A-Z]$")
DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]$")
SPEECH_AFTER_QUOTE = re.compile(
    r"(?:[\w.'’-]+\s+){1,4}?(?:said|says|asked|told|added|wrote|replied|shouted|warned|tweeted|exclaimed|wondered)\b"
)
# Arabic articles are written small at the start of a sentence, too: "al-Muhandis was ...".
SMALL_ARTICLE = re.compile(r"(?:al|el|an|ar|as|ash|at|ad|az)-[A-Z]")
WEB_ADDRESS = re.compile(r"://|www\.|@")
UNFINISHED = re.compile(r"[.!?…:;][\"'”’»)\]}\s]*(?:\[\d{1,3}\])*$")


def sentence_spans(text: str) -> tuple[SentenceSpan, ...]:
    """The sentences of a text, in order, without overlap; every non-space character belongs to one.

    Lines broken in the middle of a sentence are read as one sentence; headlines, captions and list items without
    full stop stand alone (kind "title"); copyright lines, datelines and the like are kind "furniture".
    """
    spans: list[SentenceSpan] = []
    for paragraph, (start, end) in enumerate(units(text)):
        for piece_start, piece_end, kind in _pieces(text, start, end):
            spans.append(SentenceSpan(piece_start, piece_end, paragraph, kind))
    return tuple(spans)


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int, Kind]]:
    """A unit's sentences with their kinds; a furniture prefix glued to a sentence is cut off first."""
    unit = text[start:end]
    if is_furniture(unit):
        return [(start, end, "furniture")]
    pieces: list[tuple[int, int, Kind]] = []
    if prefix := furniture_prefix(unit):
        pieces.append((start, start + prefix, "furniture"))
        start = _skip_space(text, start + prefix, end)
    bounds = _boundaries(text[start:end])
    for first, last in bounds:
        piece = text[start + first : start + last]
        finished = UNFINISHED.search(piece) is not None
        kind: Kind = "furniture" if is_furniture(piece) else "text" if finished else "title"
        pieces.append((start + first, start + last, kind))
    return pieces


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _boundaries(unit: str) -> list[tuple[int, int]]:
    """The (start, end) of each sentence of a unit, without the space between them."""
    # "[...]" inside a quotation ends nothing: hidden from the search, same length.
    shown = ELLIPSIS_IN_BRACKETS.sub(lambda match: "x" * len(match.group()), unit)
    cuts: list[tuple[int, int]] = []
    start = 0
    for match in END.finditer(shown):
        if match.start() < start or not _ends_sentence(shown, match):
            continue
        end = match.end("closers")
        following = _skip_space(unit, match.end(), len(unit))
        cuts.append((start, end))
        start = following
    if start < len(unit):
        cuts.append((start, len(unit)))
    return cuts


def _ends_sentence(unit: str, match: re.Match[str]) -> bool:
    """Whether the mark of the match ends a sentence."""
    rest = unit[match.end() :]
    if not rest.strip():
        return True
    mark, closers = match["mark"], match["closers"]
    before = WORD_BEFORE.search(unit, 0, match.start())
    word = before.group() if before else ""
    following = rest.lstrip(OPENERS + " ")
    if not match["gap"]:
        return _glued(unit, match, word, rest)
    if not following or not _may_start(following):
        return False
    if mark[0] in "!?" or closers.strip("[]0123456789"):
        quoted = any(closer in closers for closer in "\"'”’»")
        return not (mark[0] in "!?" and quoted and SPEECH_AFTER_QUOTE.match(rest))
    if mark != ".":
        return True
    return _full_stop(unit, match, word, rest, following)


def _may_start(following: str) -> bool:
    """Whether a sentence can begin with this text: a capital, a digit, a bullet, a small Arabic article."""
    first = following[0]
    return (
        first.isupper()
        or first.isdigit()
        or SMALL_ARTICLE.match(following) is not None
        or not (first.islower() or first in ",;:)]}.!?…-–—&/%")
    )


def _glued(unit: str, match: re.Match[str], word: str, rest: str) -> bool:
    """A full stop without space after it: "before the war.Warplanes battered", but not "U.S.-led" or "Yahoo.Com"."""
    token = word + match.group() + rest.split(maxsplit=1)[0]
    if WEB_ADDRESS.search(token):
        return False
    if rest[0] in '“"':
        return (
            match["mark"] in (".", "!", "?") and len(rest) > 1 and rest[1].isalpha() and not match["closers"]
        )
    letters = word[-2:]
    return (
        len(letters) == 2
        and letters.isalpha()
        and letters.islower()
        and len(rest) > 1
        and (rest[1].islower() or rest[1].isspace())
        or (bool(match["closers"]) and len(rest) > 1 and rest[1].islower())
    )


def _full_stop(unit: str, match: re.Match[str], word: str, rest: str, following: str) -> bool:
    """Whether a single full stop after `word` ends the sentence, given what follows."""
    bare = word.lower()
    next_match = NEXT_WORD.match(following)
    next_word = next_match.group() if next_match else ""
    if rest[0] in '“"' and following[:1].isupper() and bare not in NEVER_END:
        return True
    if word.isdigit() and match.start() - len(word) == 0:
        return False  # "1. The president ..." at the head of a list item
    if bare in NUMBERED and following[:1].isdigit():
        return False
    if bare in MONTHS and (following[:1].isdigit()):
        return False
    if bare in NEVER_END:
        return False
    if bare in {"a.m", "p.m"}:
        return next_word.strip(".") not in TIME_ZONES and next_word.lower().strip(".,") not in DATE_WORDS
    if DOTTED.match(word) or INITIAL.match(word):
        return _after_initials(unit, match, word, next_word)
    return not (
        bare in {"inc", "co", "corp", "ltd", "jr", "sr", "etc", "bros", "plc", "llc"}
        and next_word not in SENTENCE_STARTERS
    )


def _after_initials(unit: str, match: re.Match[str], word: str, next_word: str) -> bool:
    """ "U.S. The", but not "U.S. Marines" nor "Stephen J. Townsend"."""
    if next_word not in SENTENCE_STARTERS:
        return False
    # "J. In" does not exist: a single initial after a capitalised word belongs to a name, except "World War I."
    return len(word) > 1 or word == "I"
