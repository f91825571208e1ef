"""Words of a sentence as the finder of names sees them, and what an article has told of its names so far."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import field, replace
from functools import lru_cache

from kg.frozen import dataclass
from kg.records import Name, Word
from kg.rules.lexicon import Lexicon, key, normalise
from kg.text.tokens import INVISIBLE

GIVEN_LAST = re.compile(r"[A-Z][a-z]+-[a-z]+")
LOWER_TAIL = re.compile(r"-(?!(?:al|el|ul|ud|bin|ibn|in|on|upon)\b)[a-z]{2,}$")  # "Iran-backed" is no name
ARTICLES = ("al", "el", "ash", "as", "at", "ar", "an", "ad", "az", "ul", "abu")  # of Arabic names: "al-Assad"
POSSESSIVE = ("'s", "’s")
SHOUTED = 0.6  # from this share of capitals on, a sentence is a headline, whose capitals tell nothing
NAMESAKES = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"))  # behind a person's name


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a sentence: words first to last - 1, with what the parser shall see."""

    first: int
    last: int
    name: Name
    norm: str | None = None


class Aliases(dict[str, Name]):
    """Short forms that an article has introduced, by normalised wording; `heads` are their first words."""

    def __init__(self) -> None:
        super().__init__()
        self.heads: set[str] = set()

    def add(self, wording: str, name: Name) -> None:
        """Let a wording stand for a name from now on; the first name that claims a wording keeps it."""
        form = normalise(wording)
        self.setdefault(form, name)
        self.heads.add(form.partition(" ")[0])


@dataclass(frozen=True, slots=True)
class Article:
    """What the sentences of an article tell of its names.

    `inside`: words with a capital inside a sentence, so no mere first words. `aliases`: short forms introduced.
    """

    inside: frozenset[str]
    aliases: Aliases = field(default_factory=Aliases)

    def remember(self, name: Name) -> None:
        """Let later short forms of a name stand for it: its acronym, and of an unknown person the last name."""
        is_person = not name.senses and " " in name.text and name.kind in (None, "Person")
        if not (is_person or name.acronym):
            return
        bare = replace(name, title=None, acronym=None, within=None)
        if name.acronym:
            self.aliases.add(name.acronym, bare)
        if not is_person:
            return
        self.aliases.add(name.text, bare)
        parts = [part for part in name.text.split() if part not in NAMESAKES]
        last = parts[-1]
        if GIVEN_LAST.fullmatch(last):  # "Lee Myung-bak": the family name stands first
            last = parts[0]
        if len(last) > 2:
            self.aliases.add(last, bare)
            article, hyphen, rest = last.partition("-")
            if hyphen and article in ("al", "el"):
                self.aliases.add(rest, bare)

    def alludes(self, words: Sequence[Word]) -> bool:
        """Whether a word may begin a short form that the article introduced."""
        heads = self.aliases.heads
        firsts = [first_word(w.text) for w in words] if heads else []
        if not firsts or heads.isdisjoint(firsts):
            return False
        return any(f in heads and w.text[:1].isalpha() for f, w in zip(firsts, words, strict=True))


@lru_cache(maxsize=1 << 16)
def first_word(text: str) -> str:
    """The first word of a normalised wording, by which dictionary and article list their names."""
    return key(text).partition(" ")[0]


def plain(text: str) -> str:
    """Lower case, without the invisible marks of mixed scripts."""
    return INVISIBLE.sub("", text).lower()


def surface(words: Sequence[Word], i: int, j: int) -> str:
    """The words i to j - 1 as they stand in the text, white space folded."""
    pieces = [words[i].text]
    for k in range(i + 1, j):
        pieces.append((" " if words[k].start > words[k - 1].end else "") + words[k].text)
    return "".join(pieces)


def surfaces(words: Sequence[Word], i: int, j: int) -> list[str]:
    """The words i to k - 1 as `surface` gives them, for each k up to j."""
    text = words[i].text
    found = [text]
    for k in range(i + 1, j):
        text += (" " if words[k].start > words[k - 1].end else "") + words[k].text
        found.append(text)
    return found


def spanned(words: Sequence[Word], i: int, j: int, kind: str | None = None) -> Name:
    """The words i to j - 1 as a name that the dictionary does not know."""
    return Name(surface(words, i, j), words[i].start, words[j - 1].end, kind=kind)


def has_capital(text: str) -> bool:
    """Whether any letter is a capital."""
    return text[:1].isupper() or any(c.isupper() for c in text)


@lru_cache(maxsize=1 << 16)
def capital(text: str) -> bool:
    """Whether a word is written as one of a name: "Assad", "al-Assad"; not "Iran-backed"."""
    if text[:1].isupper():
        return (len(text) > 1 or text.isalpha()) and not LOWER_TAIL.search(text)
    prefix, hyphen, rest = text.partition("-")
    is_name = prefix in ARTICLES and rest[:1].isupper() and not LOWER_TAIL.search(text)  # "al-Qaeda-linked"
    return bool(hyphen) and is_name


def shouts(texts: Sequence[str]) -> bool:
    """Whether a sentence is written in capitals, so that they tell no names: "REBELS SEIZE ALEPPO"."""
    alphabetic = [t for t in texts if len(t) > 1 and t.isalpha()]
    return len(alphabetic) > 3 and sum([t.isupper() for t in alphabetic]) > SHOUTED * len(alphabetic)


def capitals_inside(sentences: Iterable[Sequence[Word]]) -> frozenset[str]:
    """Words with a capital somewhere inside a sentence that is not all capitals (so names, not first words)."""
    found: set[str] = set()
    for words in sentences:
        texts = [w.text for w in words]
        alphabetic = [t for t in texts if t.isalpha()]
        capitals = sum([t[:1].isupper() for t in alphabetic])
        if len(alphabetic) > 3 and capitals > SHOUTED * len(alphabetic):
            continue
        found.update([t for t in texts[1:] if not t.islower() and capital(t)])
    return frozenset(found)


def types_of(name: Name, lexicon: Lexicon) -> set[str]:
    """The classes that a name may have as a name, not as a demonym or as a word for a government."""
    senses = (entry for entry, sense in name.senses if sense in ("name", "short", "acronym"))
    return {lexicon.entries[entry].type for entry in senses}
