"""Hyphenated words that hold a claim: "Iran-backed", "rebel-held", "anti-government", "Israeli-Cypriot-Greek"."""

from __future__ import annotations

import re
from typing import Literal

from kg.english.lemma import lemma
from kg.frozen import dataclass
from kg.records import Token

SPLIT = re.compile(r"[-‐‑–]")
# How participles end that are joined with a name by a space: "Turkish backed", "the Afghan run hospital".
TAILS = ("ed", "held", "run")
ATTITUDES = {"anti": "anti", "counter": "anti", "pro": "pro"}


@dataclass(frozen=True, slots=True)
class Compound:
    """`first` is the part before the last hyphen with its offset in the text; `lemma` the verb of the participle.

    kind "participle": "Iran-backed"; "attitude": "anti-government", where `first` is what follows the prefix and
    `lemma` is "anti" or "pro".
    """

    kind: Literal["participle", "attitude"]
    first: str
    start: int
    lemma: str


def compound(token: Token) -> Compound | None:
    """The compound that a word is, or None."""
    text = token.text
    if "-" not in text and "–" not in text:
        return _unhyphenated(token) if token.name is not None and text.endswith(TAILS) else None
    if token.name is not None and " and " not in text and ", " not in text:
        return None
    prefix, _, rest = text.partition("-")
    if prefix.lower() in ATTITUDES and rest:
        return Compound("attitude", rest, token.start + len(prefix) + 1, ATTITUDES[prefix.lower()])
    cut = max(text.rfind("-"), text.rfind("–"))
    first, last = text[:cut], text[cut + 1 :]
    if not first or not last.islower() or len(last) < 3:
        return None
    verb = lemma(last, "VBN", "VERB")
    if verb == last and not last.endswith(("ed", "held", "led", "run")):
        return None
    return Compound("participle", first, token.start, verb)


def _unhyphenated(token: Token) -> Compound | None:
    """ "Turkish backed": a name joined with its participle before the parse, though no hyphen stands between them."""
    first, space, last = token.text.rpartition(" ")
    is_joined = space and last.islower()
    return Compound("participle", first, token.start, lemma(last, "VBN", "VERB")) if is_joined else None


def sides(text: str) -> list[tuple[str, int]]:
    """The parts of "Israeli-Cypriot-Greek" or "U.S.-Iraq" with their offsets, when all begin with a capital."""
    parts: list[tuple[str, int]] = []
    position = 0
    for piece in SPLIT.split(text):
        parts.append((piece, position))
        position += len(piece) + 1
    return parts if len(parts) > 1 and all(p[:1].isupper() for p, _ in parts) else []
