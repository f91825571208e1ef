"""Words of a sentence with their offsets, and names joined to one word before the parse."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from spacy.attrs import ORTH
from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER, CONCAT_QUOTES, LIST_ELLIPSES, LIST_ICONS
from spacy.lang.en import English
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex

from kg.records import Word
from kg.text.sentences.abbreviations import MONTHS, TITLES

# spaCy's English infixes without the hyphen: "Iran-backed", "al-Sham" and "26-year-old" stay one word. Dashes split.
INFIXES = [
    *LIST_ELLIPSES,
    *LIST_ICONS,
    r"(?<=[0-9])[+*^](?=[0-9-])",
    rf"(?<=[{ALPHA_LOWER}{CONCAT_QUOTES}])\.(?=[{ALPHA_UPPER}{CONCAT_QUOTES}])",
    rf"(?<=[{ALPHA}]),(?=[{ALPHA}])",
    rf"(?<=[{ALPHA}0-9])(?:–|—|--|---|——|~)(?=[{ALPHA}0-9])",
    rf"(?<=[{ALPHA}0-9])[:<>=/](?=[{ALPHA}])",
    r"(?<=[\w.])[\[(](?=\w)",
]
NORMS = {
    "’s": "'s",
    "‘s": "'s",
    "n’t": "n't",
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
    '""': '"',
    "–": "-",
    "—": "-",
}
# Words of war that the treebank lacks and the parser takes for others ("airstrikes" for a verb, one in seven), and what
# it sees instead: a word of the same class that it knows.
FAMILIAR = {
    "airstrike": "operation",
    "airstrikes": "operations",
    "embargo": "ban",
    "embargoes": "bans",
    "crackdown": "campaign",
    "crackdowns": "campaigns",
}
FAMILIAR |= {word.capitalize(): known.capitalize() for word, known in FAMILIAR.items()}
# What the parser sees of a joined name unless told otherwise: docs/decisions/parser.md has the figures.
NAME_NORM = "Smith"
# Encyclopedic note numbers: "in 2008.[1][2]", "Abu Haidar,[1] is".
NOTE = re.compile(r"(?<=\S)(?:\[\d{1,3}\])+")
# "Abu Haidar (Arabic: ...)": how a name is written elsewhere.
OTHER_SCRIPT = re.compile(
    r"\(\s*(?:Arabic|Persian|Farsi|Kurdish|Hebrew|Turkish|Russian|Ukrainian|Pashto|Dari|Urdu|French|Aramaic|Syriac)\s*:"
    r"[^()]{0,150}\)|\([^()a-zA-Z0-9]{0,60}[\u0400-\u04ff\u0590-\u06ff][^()a-zA-Z0-9]{0,60}\)"
)
# The longest sentence that is parsed whole, in words.
LONGEST = 300
LONG_RUN = 50  # characters without a blank, from which on a run is no word that comes again
CUTS = frozenset(".;:,!?-")
HYPHENATED = re.compile(r"\w[\w.'’]*(?:-\w[\w.'’]*)+$")
CURLY = str.maketrans("‘’“”", "''\"\"")
# Half a character, as broken JSON may hold: spaCy's hash takes none.
LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# Direction marks, zero-width spaces, soft hyphens; at the edge of a word they are no part of it.
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]+")
WHITE = re.compile(r"\s")
EDGE = re.compile(rf"(?<!\w){INVISIBLE.pattern}|{INVISIBLE.pattern}(?!\w)")
# "[T]his": a letter set in by the article's author.
SET_IN = re.compile(r"(\w)\](\w+)$")


@cache
def tokenizer() -> Tokenizer:
    """spaCy's English tokenizer, hyphenated words kept whole."""
    made: Tokenizer = English().tokenizer
    made.infix_finditer = compile_infix_regex(INFIXES).finditer
    for short in sorted(TITLES | MONTHS):
        for written in (short.capitalize() + ".", short.upper() + "."):
            made.add_special_case(written, [{ORTH: written}])
    return made


def words(text: str, start: int, end: int) -> list[Word]:
    """The words of text[start:end], with offsets in the whole text.

    Line breaks and other white space count as one space each, so offsets stay true. Note numbers ("2008.[1][2]") and
    names in another script ("(Arabic: ...)") are left out: they say nothing here and spoil the parse.
    """
    found: list[Word] = []
    position = start
    for run in _shown(text[start:end]).split(" "):
        cut = _cut_again if len(run) < LONG_RUN else _cut
        for first, last, norm in cut(run):
            begin, behind = position + first, position + last
            found.append(Word(text[begin:behind], begin, behind, norm))
        position += len(run) + 1
    return found


def _cut(run: str) -> tuple[tuple[int, int, str], ...]:
    """The words of what stands between two blanks: where each begins and ends, and its form for the parser.

    The tokenizer looks at no more than that at once.
    """
    tokens = tokenizer()(run) if run else ()
    return tuple((t.idx, t.idx + len(t.text), parser_norm(t.text)) for t in tokens)


_cut_again = lru_cache(maxsize=1 << 16)(_cut)  # the same runs come again and again


def _shown(plain: str) -> str:
    """The sentence with blanks for what says nothing, as long as it was; most sentences hold nothing of the kind."""
    is_ascii = plain.isascii()
    if not is_ascii:
        plain = LONE_SURROGATE.sub("\ufffd", plain)
    if "[" in plain:
        plain = NOTE.sub(_blank, plain)
    if "(" in plain:
        plain = OTHER_SCRIPT.sub(_blank, plain)
    if not is_ascii:
        plain = EDGE.sub(_blank, plain)
    return WHITE.sub(" ", plain)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


@lru_cache(maxsize=1 << 16)
def parser_norm(word: str) -> str:
    """The form of a single word shown to the parser: straight quotes, of hyphenated words the last part."""
    if word in NORMS:
        return NORMS[word]
    if word in FAMILIAR:
        return FAMILIAR[word]
    plain = SET_IN.sub(r"\1\2", INVISIBLE.sub("", word.translate(CURLY))) or word
    return plain.rsplit("-", 1)[-1] if HYPHENATED.match(plain) else plain


def join(found: Sequence[Word], spans: Sequence[tuple[int, int, str | None]]) -> list[Word]:
    """Join runs of words to one word each.

    `spans` holds (first, last + 1, norm) by word index, in order and without overlap; a norm of None means
    `NAME_NORM`, or for a single word its own form. The joined word's text is that of its words, with one space
    wherever there was white space. The n-th span gives its word `name` n.
    """
    joined: list[Word] = []
    position = 0
    for number, (first, last, norm) in enumerate(spans):
        joined.extend(found[position:first])
        run = found[first:last]
        shown = norm or (NAME_NORM if len(run) > 1 else run[0].norm)
        joined.append(Word(_text(run), run[0].start, run[-1].end, shown, number))
        position = last
    joined.extend(found[position:])
    return joined


def pieces(found: Sequence[Word], limit: int = LONGEST) -> list[list[Word]]:
    """A sentence of more than `limit` words cut into pieces no longer, at punctuation where there is any.

    Tables and lists come without full stops; the parser's time and memory grow with what it is given at once.
    """
    parts: list[list[Word]] = []
    rest = list(found)
    while len(rest) > limit:
        marks = (at for at in range(limit, limit // 2, -1) if rest[at - 1].norm in CUTS)
        cut = next(marks, limit)
        parts.append(rest[:cut])
        rest = rest[cut:]
    return [*parts, rest]


def _text(run: Sequence[Word]) -> str:
    """The words as written, with one space wherever there was any white space."""
    pieces = [run[0].text]
    for before, word in pairwise(run):
        pieces.append(" " + word.text if word.start > before.end else word.text)
    return "".join(pieces)
