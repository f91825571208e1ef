"""Names in a sentence, found before the parse: by the dictionary, by shape, with brackets and titles.

A name of several words, with the title before it ("German Foreign Minister Frank-Walter Steinmeier") and the acronym
behind it ("Syrian Democratic Forces (SDF)"), becomes one word for the parser, which errs most on such runs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.records import Name, RelationStatus, Title, Word
from kg.rules.lexicon import Lexicon, NameSense, normalise
from kg.rules.shapes import Shapes
from kg.rules.words import WordLists

ACRONYM = re.compile(r"[A-Z][A-Za-z&.\-]*[A-Z][A-Za-z]*\.?")
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]+")
LOWER_TAIL = re.compile(r"-(?!(?:al|el|ul|ud|bin|ibn|in|on|upon)\b)[a-z]{2,}$")  # "Iran-backed" is no name
RANK = {"name": 0, "acronym": 0, "seat": 1, "capital": 3, "short": 2, "demonym": 1, "people": 1}
ORGANISED = ("Organisation", "ArmedForces", "ArmedGroup", "Facility", "Agreement")
BEFORE_PLACES = frozenset(
    "in at near from to of around outside inside into towards toward between across".split()
)
_key = lru_cache(maxsize=1 << 16)(normalise)


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
        key = normalise(wording)
        self.setdefault(key, name)
        self.heads.add(key.partition(" ")[0])


@dataclass(frozen=True, slots=True)
class NameFinder:
    """What is needed to find names. `known` tells whether a lower-case word is an English word."""

    lexicon: Lexicon
    words: WordLists
    shapes: Shapes
    known: Callable[[str], bool]

    def find(self, sentences: Sequence[Sequence[Word]]) -> list[list[Found]]:
        """The names of each sentence, in order and without overlap; sentences of one article together.

        What the article introduces in full ("Mahmoud Sendeh", "Syrian Arab Coalition (SAC)") is then also found by
        its short form.
        """
        inside = _capitals_inside(sentences)
        aliases = Aliases()
        passes: list[list[Found]] = []
        for words in sentences:
            found = self._names(words, inside, aliases)
            passes.append(found)
            for item in found:
                _remember(item.name, aliases)
        again = [
            self._names(words, inside, aliases) if aliases.heads and self._alludes(words, aliases) else found
            for words, found in zip(sentences, passes, strict=True)
        ]
        return [self._with_titles(words, found) for words, found in zip(sentences, again, strict=True)]

    def _alludes(self, words: Sequence[Word], aliases: Aliases) -> bool:
        """Whether a word may begin a short form that the article introduced."""
        return any(
            word.text[:1].isalpha() and _key(word.text).partition(" ")[0] in aliases.heads for word in words
        )

    # Dictionary and shape

    def _names(self, words: Sequence[Word], inside: frozenset[str], aliases: Aliases) -> list[Found]:
        found: list[Found] = []
        i = 0
        while i < len(words):
            if (j := self._shared_participle(words, i)) > i:
                found.append(
                    Found(
                        i,
                        j,
                        Name(_surface(words, i, j), words[i].start, words[j - 1].end, kind="Compound"),
                        "foreign",
                    )
                )
                i = j
                continue
            if (j := self._office_of_words(words, i)) > i:
                i = j
                continue
            item = self._dictionary(words, i, inside, aliases)
            run = self._run(words, i, inside)
            if run is not None and (item is None or run.last > item.last):
                item = self._split_run(words, run, item, aliases, inside)
            if item is None:
                i += 1
                continue
            item = self._bracketed(words, item, aliases)
            found.append(item)
            i = item.last
        return self._places_in_places(words, found)

    def _office_of_words(self, words: Sequence[Word], i: int) -> int:
        """The end of an office of several words that begins at word i ("Minister of Information"), or i."""
        if not words[i].text[:1].isupper():
            return i
        for size in (4, 3, 2):
            if i + size <= len(words) and any(w.text == "of" for w in words[i : i + size]):
                if self.words.offices.kind(_plain(_surface(words, i, i + size))):
                    return i + size
        return i

    def _shared_participle(self, words: Sequence[Word], i: int) -> int:
        """The end of "Russian and Iranian-supported": a demonym that shares the participle of the next one; or i."""
        j = i
        while (
            j + 2 < len(words)
            and words[j + 1].text in ("and", ",", "or", "&")
            and self.lexicon.country_of(words[j].text)
        ):
            j += 2
        last = words[j].text
        if j > i and LOWER_TAIL.search(last) and self.lexicon.country_of(last.rpartition("-")[0]):
            return j + 1
        return i

    def _dictionary(
        self, words: Sequence[Word], i: int, inside: frozenset[str], aliases: Aliases
    ) -> Found | None:
        """The longest name of the dictionary or of this article that begins at word i."""
        text = words[i].text
        head = _key(text).partition(" ")[0]
        if head not in self.lexicon.first_words and head not in aliases.heads:
            return None
        if not any(c.isupper() for c in text) and not (
            i + 1 < len(words) and words[i + 1].text[:1].isupper()
        ):
            return None
        start = words[i].start
        for j in range(min(len(words), i + 8), i, -1):
            if not words[j - 1].text[-1:].isalnum() and words[j - 1].text[-1:] != ".":
                continue
            surface = _surface(words, i, j)
            key = _key(surface)
            if key in aliases and surface[:1].isupper() | ("-" in surface):
                known = aliases[key]
                if known.senses or not self.lexicon.senses(surface):
                    full = known.canonical or known.text
                    return Found(
                        i, j, replace(known, text=surface, start=start, end=words[j - 1].end, canonical=full)
                    )
            senses = [s for s in self.lexicon.senses(surface) if self._fits(s, words, i, j, surface, inside)]
            if senses:
                ordered = tuple((s.entry_id, s.sense) for s in sorted(senses, key=lambda s: RANK[s.sense]))
                return Found(i, j, Name(surface, start, words[j - 1].end, ordered))
        return None

    def _fits(
        self, sense: NameSense, words: Sequence[Word], i: int, j: int, surface: str, inside: frozenset[str]
    ) -> bool:
        if not any(c.isupper() for c in surface):
            return False
        if sense.form[:1].isupper() and not surface[:1].isupper() and "-" not in surface:
            return False
        single = j == i + 1
        if sense.ambiguous and sense.sense == "name":
            before = words[i - 1].text.lower() if i else ""
            kind = self.lexicon.entries[sense.entry_id].type
            return (
                before in BEFORE_PLACES or kind == "Person" or (kind == "State" and self._has_state(words, j))
            )
        if (
            single
            and surface.isupper()
            and len(surface) > 3
            and sense.sense == "name"
            and not sense.form.isupper()
        ):
            return all(w.text.isupper() for w in words if w.text.isalpha())  # headlines in capitals
        return not (
            single
            and i == 0
            and surface not in inside
            and self.known(surface.lower())
            and sense.sense == "short"
            and sense.ambiguous
        )

    def _has_state(self, words: Sequence[Word], j: int) -> bool:
        """Whether what follows is a state's: "Congo's army", "Georgia's president"."""
        if j + 1 >= len(words) or words[j].text not in ("'s", "’s"):
            return False
        owned = words[j + 1].text.lower()
        noun = self.words.nouns.get(owned)
        return (noun is not None and noun.kind in ("forces", "government")) or self.words.offices.kind(
            owned
        ) == "offices"

    def _run(self, words: Sequence[Word], i: int, inside: frozenset[str]) -> Found | None:
        """The run of capitalised words from i on, or None when word i begins no name."""
        if not self._begins(words, i, inside):
            return None
        j = i + 1
        while j < len(words):
            text = words[j].text
            if _capital(text) and not (text in self.shapes.not_names and text not in self.shapes.classes):
                j += 1
            elif text in self.shapes.particles and j + 1 < len(words) and _capital(words[j + 1].text):
                j += 2
            elif self._connects(words, i, j):
                j += 2 if _capital(words[j + 1].text) else 3
            else:
                break
        text = _surface(words, i, j)
        return Found(i, j, Name(text, words[i].start, words[j - 1].end, kind=self._kind(words[i:j])))

    def _begins(self, words: Sequence[Word], i: int, inside: frozenset[str]) -> bool:
        text = words[i].text
        if not _capital(text) or text in self.shapes.not_names:
            return (
                text in self.shapes.particles
                and i + 1 < len(words)
                and text != "la"
                and _capital(words[i + 1].text)
                and words[i + 1].text not in self.shapes.not_names
                and text not in ("al", "de", "di", "du", "le", "el")
            )
        if i and words[i - 1].text not in ('"', "“", "''", "``", ":", "(", "[", "—", "–", "-", "'", "‘"):
            return True
        if text in inside or (text.isupper() and len(text) > 1):
            return True
        following = i + 1 < len(words) and (
            _capital(words[i + 1].text) or words[i + 1].text in self.shapes.particles
        )
        if text in self.shapes.classes or text in self.shapes.given:
            return following
        return following and not self.known(text.lower())

    def _connects(self, words: Sequence[Word], i: int, j: int) -> bool:
        """Whether "of", "for", "to", "on" or "and" at j joins an organisation's name, as in "Ministry of Defence"."""
        if words[j].text not in ("of", "for", "to", "on", "and") or j + 1 >= len(words):
            return False
        after = words[j + 1].text
        if after == "the" and j + 2 < len(words):
            after = words[j + 2].text
        if not _capital(after):
            return False
        if words[j].text == "and":
            return any(w.text == "of" for w in words[i:j]) and after in (
                "Affairs",
                "Human",
                "Reconciliation",
                "Peace",
                "Information",
                "Trade",
                "Levant",
                "Security",
            )
        if self.shapes.classes.get(words[j - 1].text) not in (
            "Organisation",
            "ArmedGroup",
            "ArmedForces",
            "Facility",
        ):
            return False
        return words[j].text != "on" and words[j - 1].text not in ("Troops",)

    def _kind(self, words: Sequence[Word]) -> str | None:
        """The class that the words of a name tell: the last telling word decides, "Operation" the first."""
        texts = [w.text for w in words]
        if self.shapes.classes.get(texts[0]) == "Operation" and len(texts) > 1:
            return "Operation"
        head = texts.index("of") if "of" in texts else len(texts)
        for text in reversed(texts[:head]):
            if text in self.shapes.classes:
                return self.shapes.classes[text]
        if texts[0] in self.shapes.given and 1 < len(texts) <= 5:
            return "Person"
        return None

    def _split_run(
        self,
        words: Sequence[Word],
        run: Found,
        start: Found | None,
        aliases: Aliases,
        inside: frozenset[str],
    ) -> Found | None:
        """What of a run of capitals is one name, when the dictionary knows a part of it.

        "Abu Dhabi Media" is a name of its own though the dictionary knows the town; "Syrian President Bashar al-Assad"
        is not.
        """
        texts = [w.text for w in words[run.first : run.last]]
        last_class = self.shapes.classes.get(texts[-1])
        if start is not None:
            return run if self._outgrows(words, run, start, aliases, inside) else start
        for k in range(run.first, run.last):
            phrase = self._office_at(words, k, run.last)
            if phrase and k == run.first:
                return None if phrase >= run.last else None
            if phrase:
                return self._cut(words, run.first, k)
            item = self._dictionary(words, k, inside, aliases) if k > run.first else None
            if item is None:
                continue
            entry = self.lexicon.entries[item.name.senses[0][0]] if item.name.senses else None
            if entry is None:  # a short form that this article introduced
                return run if item.last == run.last else self._cut(words, run.first, k)
            if entry.type == "Person":
                first = normalise(_surface(words, run.first, k))
                if any(part in normalise(entry.label).split() for part in first.split()):
                    return Found(
                        run.first,
                        item.last,
                        replace(
                            item.name,
                            text=_surface(words, run.first, item.last),
                            start=words[run.first].start,
                        ),
                    )
                return (
                    run
                    if item.last == run.last and not _is_label(entry, item.name.text)
                    else self._cut(words, run.first, k)
                )
            if entry.type in ("ArmedGroup", "Organisation") and item.last == run.last and k - run.first <= 2:
                return replace(run, name=replace(run.name, kind=entry.type))
            if last_class in ORGANISED or self.shapes.classes.get(texts[0]) in ORGANISED:
                return run
            return self._cut(words, run.first, k)
        return run

    def _outgrows(
        self, words: Sequence[Word], run: Found, start: Found, aliases: Aliases, inside: frozenset[str]
    ) -> bool:
        """Whether a name of the dictionary only begins a longer unknown one: "Aleppo" in "Aleppo Conquest"."""
        senses = {sense for _, sense in start.name.senses}
        tail = [w.text for w in words[start.last : run.last]]
        classes = [self.shapes.classes.get(text) for text in tail]
        if (
            not senses
            or "Place" in classes[-1:]
            or any(
                self._office_at(words, k, run.last) or self._dictionary(words, k, inside, aliases)
                for k in range(start.last, run.last)
            )
        ):
            return False
        if senses == {"short"} and self.lexicon.entries[start.name.senses[0][0]].type == "Person":
            return self._is_namesake(start, tail)
        if senses & {"demonym", "people", "acronym", "short"}:
            return any(kind in ORGANISED for kind in classes)
        entry = self.lexicon.entries[start.name.senses[0][0]]
        return entry.type in ("Place", "State") and (len(tail) <= 2 or "of" in tail)

    def _is_namesake(self, start: Found, tail: Sequence[str]) -> bool:
        """Whether the short name of a known person only begins another's: "Amos Hochstein" is not Valerie Amos."""
        own = {
            part
            for entry, _ in start.name.senses
            for form in self._forms(entry)
            for part in normalise(form).split()
        }
        return len(tail) <= 2 and not any(normalise(text) in own or self.known(text.lower()) for text in tail)

    def _forms(self, entry_id: str) -> tuple[str, ...]:
        entry = self.lexicon.entries[entry_id]
        return (entry.label, *entry.aliases)

    def _cut(self, words: Sequence[Word], first: int, last: int) -> Found | None:
        if last <= first:
            return None
        while last - 1 > first and words[last - 1].text in ("of", "for", "the", "and", "to"):
            last -= 1
        return Found(
            first,
            last,
            Name(
                _surface(words, first, last),
                words[first].start,
                words[last - 1].end,
                kind=self._kind(words[first:last]),
            ),
        )

    def _bracketed(self, words: Sequence[Word], item: Found, aliases: Aliases) -> Found:
        """Take in the bracket behind a name when it holds an acronym or another name of the same thing."""
        j = item.last
        if j + 2 >= len(words) or words[j].text not in ("(", "[") or not any(words[j + 1].text):
            return item
        for k in range(j + 2, min(j + 9, len(words))):
            if words[k].text in (")", "]"):
                inner = _surface(words, j + 1, k)
                if ACRONYM.fullmatch(inner) and len(inner) <= 12:
                    return Found(item.first, k + 1, replace(item.name, acronym=inner), item.norm)
                if (
                    all(
                        _capital(w.text) or w.text in ("of", "and", "the", "in", "al")
                        for w in words[j + 1 : k]
                    )
                    and inner[:1].isupper()
                ):
                    return Found(item.first, k + 1, item.name, item.norm)
                return item
        return item

    def _places_in_places(self, words: Sequence[Word], found: list[Found]) -> list[Found]:
        """Join "Istanbul, Turkey" to one word; the name is the first, `within` the second."""
        joined: list[Found] = []
        for item in found:
            before = joined[-1] if joined else None
            if (
                before is not None
                and item.first == before.last + 1
                and words[before.last].text == ","
                and self._is_place(before.name, inner=True)
                and self._is_place(item.name, inner=False)
                and (item.last >= len(words) or words[item.last].text not in ("and", "or", "'s", "’s"))
                and not (before.first >= 2 and words[before.first - 1].text == ",")
            ):
                joined[-1] = Found(
                    before.first, item.last, replace(before.name, within=item.name), before.norm
                )
                continue
            joined.append(item)
        return joined

    def _is_place(self, name: Name, inner: bool) -> bool:
        if not name.senses:
            return inner and name.kind in ("Place", "Facility", None) and name.title is None
        types = {
            self.lexicon.entries[entry].type
            for entry, sense in name.senses
            if sense in ("name", "short", "acronym")
        }
        return bool(types & ({"Place", "Facility"} if inner else {"Place", "State"}))

    def _is_demonym(self, name: Name) -> bool:
        return any(sense == "demonym" for _, sense in name.senses)

    # Titles

    def _office_at(self, words: Sequence[Word], i: int, limit: int) -> int:
        """The index behind the office or rank that begins at word i, or 0."""
        for j in range(min(limit, i + 4), i, -1):
            if self.words.offices.kind(_plain(_surface(words, i, j))):
                return j
        return 0

    def _with_titles(self, words: Sequence[Word], found: list[Found]) -> list[Found]:
        """Take the office or rank before a person's name into the name, with those whose office it is."""
        out: list[Found] = []
        for item in found:
            if not self._may_be_person(item.name):
                out.append(item)
                continue
            first, title, of_count = self._title(words, item, out)
            if first < item.first:
                del out[len(out) - of_count :]
                name = replace(item.name, title=title, kind=item.name.kind or "Person")
                item = Found(first, item.last, name, item.norm)
            out.append(item)
        return out

    def _may_be_person(self, name: Name) -> bool:
        if name.senses:
            return any(self.lexicon.entries[entry].type == "Person" for entry, _ in name.senses)
        return name.kind in ("Person", None)

    def _title(
        self, words: Sequence[Word], item: Found, before: list[Found]
    ) -> tuple[int, Title | None, int]:
        """Where the title begins, the title, and how many earlier names it takes in."""
        at: dict[int, Found] = {f.last: f for f in before}
        i = item.first
        office: tuple[int, int, str] | None = None
        rank_first = i
        while True:  # offices and ranks, from right to left
            for size in (4, 3, 2, 1):
                if i - size < 0:
                    continue
                phrase = _plain(_surface(words, i - size, i))
                kind = self.words.offices.kind(phrase)
                if kind == "ranks":
                    i -= size
                    rank_first = i
                    break
                if kind and office is None:
                    office = (i - size, i, phrase)
                    i -= size
                    break
            else:
                break
        if office is None and rank_first == item.first:
            posted = self._posted(words, item, at)
            if posted is not None:
                return posted
        if office is None:
            return rank_first, None, 0
        return self._title_holder(words, office, at)

    def _posted(
        self, words: Sequence[Word], item: Found, at: dict[int, Found]
    ) -> tuple[int, Title | None, int] | None:
        """ "US Ambassador to the United Nations Nikki Haley": the place of service stands between office and name."""
        post = at.get(item.first)
        if post is None or not post.name.senses or item.name.kind == "Organisation":
            return None
        k = post.first
        if k and words[k - 1].text.lower() == "the":
            k -= 1
        if not k or words[k - 1].text.lower() not in ("to", "for", "of"):
            return None
        for size in (4, 3, 2, 1):
            i = k - 1 - size
            phrase = _plain(_surface(words, i, k - 1)) if i >= 0 else ""
            if self.words.offices.kind(phrase) in ("offices", "leads"):
                first, title, taken = self._title_holder(words, (i, k - 1, phrase), at)
                text = _surface(words, i, post.last)
                if not title.of:
                    title = replace(title, of=(post.name,))
                    text = title.text
                return first, replace(title, text=text, end=words[post.last - 1].end), taken + 1
        return None

    def _title_holder(
        self, words: Sequence[Word], office: tuple[int, int, str], at: dict[int, Found]
    ) -> tuple[int, Title, int]:
        """The words left of an office: adjectives ("former", "main opposition"), then whose office it is."""
        first, last, head = office
        status: RelationStatus = "current"
        i, taken = first, 0
        of: list[Name] = []
        adjectives = self.words.offices.acting | self.words.offices.adjectives
        text_first = first
        while i > 0:
            word = _plain(words[i - 1].text)
            if word in self.words.offices.former:
                status, i = "former", i - 1
                first = i
            elif i in at:
                of.insert(0, at[i].name)
                taken += 1
                i = first = at[i].first
            elif word in ("'s", "’s", "’", "'") and (i - 1) in at:
                of.insert(0, at[i - 1].name)
                taken += 1
                i = first = at[i - 1].first
                break
            elif word in adjectives:
                i -= 1
                first = text_first = i
            elif word in ("and", ",") and of and i - 1 in at and self._is_demonym(at[i - 1].name):
                of.insert(0, at[i - 1].name)
                taken += 1
                i = first = at[i - 1].first
            else:
                break
        text = _surface(words, text_first, last)
        return (
            first,
            Title(text, words[text_first].start, words[last - 1].end, head, tuple(of), status),
            taken,
        )


def _is_label(entry: object, text: str) -> bool:
    return normalise(getattr(entry, "label", "")) == normalise(text)


def _plain(text: str) -> str:
    """Lower case, without the invisible marks of mixed scripts."""
    return INVISIBLE.sub("", text).lower()


def _surface(words: Sequence[Word], i: int, j: int) -> str:
    """The words i to j - 1 as they stand in the text, white space folded."""
    pieces = [words[i].text]
    for k in range(i + 1, j):
        pieces.append((" " if words[k].start > words[k - 1].end else "") + words[k].text)
    return "".join(pieces)


def _capital(text: str) -> bool:
    if text[:1].isupper():
        return (len(text) > 1 or text.isalpha()) and not LOWER_TAIL.search(text)
    prefix, hyphen, rest = text.partition("-")
    return (
        bool(hyphen)
        and prefix in ("al", "el", "ash", "as", "at", "ar", "an", "ad", "az", "ul", "abu")
        and rest[:1].isupper()
    )


def _capitals_inside(sentences: Iterable[Sequence[Word]]) -> frozenset[str]:
    """Words with a capital somewhere inside a sentence that is not all capitals (so names, not first words)."""
    found: set[str] = set()
    for words in sentences:
        alphabetic = [w.text for w in words if w.text.isalpha()]
        if (
            alphabetic
            and sum(t[:1].isupper() for t in alphabetic) > 0.6 * len(alphabetic)
            and len(alphabetic) > 3
        ):
            continue
        found.update(w.text for w in words[1:] if _capital(w.text))
    return frozenset(found)


def _remember(name: Name, aliases: Aliases) -> None:
    """Let later short forms of a name stand for it: its acronym, and of an unknown person the last name."""
    plain = replace(name, title=None, acronym=None, within=None)
    if name.acronym:
        aliases.add(name.acronym, plain)
    if not name.senses and " " in name.text and name.kind in (None, "Person"):
        aliases.add(name.text, plain)
        last = name.text.split()[-1]
        if len(last) > 2:
            aliases.add(last, plain)
            if last.partition("-")[0] in ("al", "el") and "-" in last:
                aliases.add(last.partition("-")[2], plain)
