"""Unknown names by their shape: runs of capitalised words, and the class that their words tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.english.lemma import lemma
from kg.records import Word
from kg.rules.shapes import Shapes
from kg.text.names.words import GIVEN_LAST, NAMESAKES, POSSESSIVE, Found, capital, spanned

ORGANISED = ("Organisation", "ArmedForces", "ArmedGroup", "Facility", "Agreement")
JOINED_TO = (
    "Organisation",
    "ArmedGroup",
    "ArmedForces",
    "Facility",
)  # classes of "Ministry", before "of", "for"
JOINED_BY_AND = frozenset("Affairs Human Reconciliation Peace Information Trade Levant Security".split())
# Institutions whose field may be twofold: "Ministry of Health and Social Affairs".
OF_FIELDS = frozenset(
    "Ministry Department Directorate Secretariat Bureau Office Agency Commission Committee".split()
)
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|d)")
# Whose a name may be inside: "People's Administration Team".
SHARED_BY = frozenset(
    "People Peoples Women Men Workers Youth Children Journalists Lawyers Farmers Lord God".split()
)
DIRECTIONS = frozenset(
    ("Northern", "Southern", "Eastern", "Western", "Central", "Northeastern", "Northwestern", "Southeastern",
     "Southwestern")
)  # fmt: skip
# Words that begin no name, but may stand inside the name of a unit.
INSIDE_UNITS = DIRECTIONS | {"Special", "New"}
# What looks like a given name and is none: "Iran-backed".
PARTICIPLES = ("ed", "-led", "-run", "-held", "-born", "-era", "-style")
LINKS = ("of", "for", "the", "and", "to")
LONGEST_NUMBER = 4  # digits of the number in a name
LONGEST_RUN = 6  # words in which a name comes to the word that tells its class
NUMBERS = frozenset(("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"))
# A sentence's first word that is no English one is a name before these, unless it looks like an English formation.
FINITE = frozenset(("was", "is", "has", "had", "fell", "came", "remains", "'s", "’s"))
ENGLISH_ENDINGS = (
    "s",
    "ing",
    "ed",
    "ly",
    "ion",
    "ism",
    "ment",
    "ness",
    "ity",
    "ance",
    "ence",
    "ist",
    "ship",
    "er",
    "or",
)
NEVER_FIRST = ("la", "al", "de", "di", "du", "le", "el")  # particles that begin no name by themselves
# Behind these a sentence or quotation begins, so that a capital tells nothing.
OPENING = ('"', "“", "''", "``", ":", "(", "[", "—", "–", "-", "'", "‘")


@dataclass(frozen=True, slots=True)
class NameShapes:
    """Finds runs of capitals.

    `known` tells whether a lower-case word is an English word, `listed` whether the dictionary has a name; `common`
    are nouns for people, singular, that press releases write with a capital ("the Members") though they name nobody.
    """

    shapes: Shapes
    known: Callable[[str], bool]
    listed: Callable[[str], bool]
    common: frozenset[str] = frozenset()

    def run(self, words: Sequence[Word], i: int, inside: frozenset[str], beyond: int) -> Found | None:
        """The run of capitalised words from i on, or None when word i begins no name that ends behind `beyond`."""
        if (end := self.unit(words, i)) > i:
            # The parser reads "the 47th Mechanized Brigade" as it reads "the Brigade".
            shown = words[end - 1].text
            return Found(i, end, spanned(words, i, end, "ArmedForces"), shown) if end > beyond else None
        if (end := self._ship(words, i)) > i:
            return Found(i, end, spanned(words, i, end, "ArmedForces")) if end > beyond else None
        if not self._begins(words, i, inside):
            return None
        j = i + 1
        while j < len(words) and (step := self._step(words, i, j)):
            j += step
        if j <= beyond or (j == i + 1 and self._is_common(words[i].text)):
            return None
        if j + 1 < len(words) and ORDINAL.fullmatch(words[j].text) and words[j + 1].text == "Class":
            return None  # a rank: "Special Warfare Operator 1st Class"
        return Found(i, j, spanned(words, i, j, self._kind(words[i:j])))

    def _is_common(self, text: str) -> bool:
        """Whether a single capitalised word is the plural of a noun for people: "the Members", "Soldiers"."""
        lower = text.lower()
        singular = lemma(lower, "NNS", "NOUN")
        return singular != lower and singular in self.common and text not in self.shapes.classes

    def unit(self, words: Sequence[Word], i: int) -> int:
        """The end of a numbered unit from word i on ("3rd Battalion", "321st Field Artillery Regiment"), or i."""
        j = i + 1
        if not words[i].text[:1].isdigit() or not ORDINAL.fullmatch(words[i].text):
            return i
        while (
            j < len(words)
            and capital(words[j].text)
            and words[j].text not in self.shapes.not_names - INSIDE_UNITS - self.shapes.classes.keys()
        ):
            j += 1
        while j > i + 1 and words[j - 1].text not in self.shapes.units:
            j -= 1
        return i if j == i + 1 else j

    def _ship(self, words: Sequence[Word], i: int) -> int:
        """The end of a warship's name from word i on ("USS Dwight D. Eisenhower"), or i."""
        if words[i].text not in self.shapes.ships:
            return i
        j = i + 1
        while j < len(words) and capital(words[j].text) and words[j].text not in self.shapes.not_names:
            j += 1
        while j > i + 1 and self.shapes.classes.get(words[j - 1].text) == "Other":
            j -= 1
        return i if j == i + 1 else j

    def cut(self, words: Sequence[Word], first: int, last: int) -> Found | None:
        """Part of a run as a name, without the small words at its end."""
        if last <= first:
            return None
        while last - 1 > first and words[last - 1].text in LINKS:
            last -= 1
        return Found(first, last, spanned(words, first, last, self._kind(words[first:last])))

    def organised(self, text: str) -> bool:
        """Whether a word of a name tells that it is an institution's: "Ministry", "Brigades"."""
        return self.shapes.classes.get(text) in ORGANISED

    def _step(self, words: Sequence[Word], i: int, j: int) -> int:
        """How many words from j on go on with the name that began at i."""
        text = words[j].text
        if (
            words[j - 1].text in self.shapes.family
            and GIVEN_LAST.fullmatch(text)
            and not text.endswith(PARTICIPLES)
        ):
            return 1  # "Lee Myung-bak"
        if capital(text) and (text not in self.shapes.not_names or text in self.shapes.classes):
            return 1
        if self._is_inner_direction(words, j):
            return 1
        if text in self.shapes.particles and j + 1 < len(words) and capital(words[j + 1].text):
            return 2
        if text in NUMBERS and words[j - 1].text in self.shapes.units:
            return 1  # "Mobile Unit Two", "Team Six"
        if text.isdigit() and self._is_number_of(words, j):
            return 1
        if text in POSSESSIVE and j + 1 < len(words) and capital(words[j + 1].text):
            owner = words[j - 1].text
            is_inner = owner in SHARED_BY or (words[i].text == "Operation" and j > i + 1)
            return 2 if is_inner and words[j + 1].text not in self.shapes.not_names else 0
        if self._connects(words, i, j):
            return 2 if capital(words[j + 1].text) else 3
        return 0

    def _is_number_of(self, words: Sequence[Word], j: int) -> bool:
        """Whether the number at j belongs to the name before it ("Task Force 50"); "Group 12 people" is a count."""
        if (
            words[j - 1].text not in self.shapes.units
            and words[j - 1].text not in self.shapes.numbered
            or len(words[j].text) > LONGEST_NUMBER
        ):
            return False
        after = words[j + 1].text if j + 1 < len(words) else ""
        return lemma(after, "NNS", "NOUN") not in self.common or after == "forces"

    def _begins(self, words: Sequence[Word], i: int, inside: frozenset[str]) -> bool:
        """Whether word i may be the first of a name; of a sentence's first words, only tell-tale ones are."""
        shapes = self.shapes
        text = words[i].text
        if text in NAMESAKES:
            return False
        after = words[i + 1].text if i + 1 < len(words) else ""
        if i and text in DIRECTIONS and self._is_inner_direction(words, i):
            return True  # "the Northern Command"
        if text == "Al" and capital(after):
            return True
        if not capital(text) or text in shapes.not_names:
            is_particle = text in shapes.particles and text not in NEVER_FIRST
            return is_particle and capital(after) and after not in shapes.not_names
        if i and words[i - 1].text not in OPENING:
            return True
        if text in inside or (text.isupper() and len(text) > 1):
            return True
        if shapes.classes.get(after) in ORGANISED and not self.listed(text):
            return True  # "Yale School of Public Health"
        if text in shapes.starters and self._is_institution(words, i):
            return True
        is_telling = text in shapes.classes or text in shapes.given or not self.known(text.lower())
        if is_telling and text not in shapes.classes and after in FINITE and i == 0:
            return not text.endswith(ENGLISH_ENDINGS)  # "Kobani was shelled"
        is_numbered = after.isdigit() and self._is_number_of(words, i + 1)  # "Brigade 55"
        return is_telling and (capital(after) or after in shapes.particles or is_numbered)

    def _is_institution(self, words: Sequence[Word], i: int) -> bool:
        """Whether the capitals behind word i lead to a word for a force or institution: "Combined Joint Task Force"."""
        for word in words[i + 1 : i + LONGEST_RUN]:
            if not capital(word.text) or self.listed(word.text):
                return False
            if self.shapes.classes.get(word.text) in ORGANISED:
                return True
        return False

    def _is_inner_direction(self, words: Sequence[Word], j: int) -> bool:
        """Whether a direction is part of a name: "Northern Command", "Northeastern War Front"; not "Eastern Aleppo"."""
        if words[j].text not in DIRECTIONS:
            return False
        after = [w.text for w in words[j + 1 : j + 3]]
        if len(after) > 1 and not capital(after[0]):
            return False
        return any(self.shapes.classes.get(text) in ORGANISED for text in after)

    def _connects(self, words: Sequence[Word], i: int, j: int) -> bool:
        """Whether "of", "for", "to" or "and" at j joins an organisation's name, as in "Ministry of Defence"."""
        link = words[j].text
        if link not in ("of", "for", "to", "and") or j + 1 >= len(words):
            return False
        after = words[j + 1].text
        if after == "the" and j + 2 < len(words):
            after = words[j + 2].text
        if not capital(after):
            return False
        inside = [w.text for w in words[i:j]]
        before = inside[-1]
        is_purpose = "for" in inside  # "Front for the Liberation of the Enclave of Cabinda"
        if link == "and":
            if "of" in inside and after in JOINED_BY_AND:
                return True
            is_twofold = is_purpose or ("of" in inside and bool(OF_FIELDS.intersection(inside)))
            return is_twofold and self.known(before.lower()) and self._is_field(words, j + 1)
        if link == "of" and is_purpose and self.known(before.lower()):
            return True
        return self.shapes.classes.get(before) in JOINED_TO and before != "Troops"

    def _is_field(self, words: Sequence[Word], j: int) -> bool:
        """Whether words from j on are what an institution cares for ("Social Affairs"), not another one or a person."""
        texts: list[str] = []
        for word in words[j:]:
            if not capital(word.text):
                break
            texts.append(word.text)
        return bool(texts) and all(
            self.known(text.lower())
            and not self.listed(text)
            and text not in self.shapes.not_names
            and (text == "Human" or text not in self.shapes.given)
            and (self.shapes.classes.get(text) not in (*ORGANISED, "Place"))
            for text in texts
        )

    def _kind(self, words: Sequence[Word]) -> str | None:
        """The class that the words of a name tell: the last telling word decides, "Operation" the first."""
        texts = [w.text for w in words]
        if self.shapes.classes.get(texts[0]) == "Operation" and len(texts) > 1:
            return "Operation"
        is_numbered = len(texts) > 1 and (texts[-1].isdigit() or texts[-1] in NUMBERS)
        if is_numbered and self.shapes.classes.get(texts[-2]) != "Place":
            return "ArmedForces"
        if len(texts) > 1 and (told := self.shapes.classes.get(" ".join(texts[-2:]))):
            return told  # "Carrier Strike Group"
        head = texts.index("of") if "of" in texts else len(texts)
        for text in reversed(texts[:head]):
            if text in self.shapes.classes:
                return self.shapes.classes[text]
        if texts[0].partition("-")[0] in self.shapes.given and 1 < len(texts) <= 5:
            return "Person"
        if len(texts) == 2 and texts[0] in self.shapes.family and GIVEN_LAST.fullmatch(texts[1]):
            return "Person"
        return None
