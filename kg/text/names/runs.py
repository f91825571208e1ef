"""A run of capitals of which the dictionary knows a part: one name, or several?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.records import Word
from kg.rules.lexicon import Entry, normalise
from kg.text.names.dictionary import NameDictionary
from kg.text.names.shapes import NameShapes
from kg.text.names.titles import NameTitles
from kg.text.names.words import Article, Found, surface

# What takes a cause or a country into its name: "Patriotic Front of Mali", "Movement for Justice".
BANDS = frozenset(("Front", "Party", "Movement", "Army", "Union", "League"))

# Institutions and bands that are called after people.
CALLED_AFTER = frozenset(
    "University College School Institute Foundation Centre Center Brigade Brigades Battalion".split()
)


# "The Damascus Gate" stands in Jerusalem.
CALLED_FOR_TOWNS = frozenset(("Gate", "Street", "Square"))


@dataclass(frozen=True, slots=True)
class NameRuns:
    """Splits runs of capitals."""

    dictionary: NameDictionary
    shapes: NameShapes
    titles: NameTitles

    def split(self, words: Sequence[Word], run: Found, start: Found | None, article: Article) -> Found | None:
        """What of a run of capitals is one name, when the dictionary knows a part of it; `start`: its beginning.

        "Abu Dhabi Media" is a name of its own though the dictionary knows the town; "Syrian President Bashar al-Assad"
        is not.
        """
        if words[run.first].text in self.shapes.shapes.ships:
            return run  # "USS George Washington" is a ship
        if start is not None:
            return run if self._outgrows(words, run, start, article) else start
        if run.name.text[0].isdigit():
            return run  # a numbered unit is one name, whatever names stand in it
        if run.last - run.first > 3 and (body := self._before_holder(words, run)) is not None:
            return body
        for k in range(run.first, run.last):
            if self.titles.office_at(words, k, run.last):
                return self.shapes.cut(words, run.first, k)
            known = self.dictionary.at(words, k, article) if k > run.first else None
            if known is not None:
                return self._before_known(words, run, known)
        return run

    def _before_holder(self, words: Sequence[Word], run: Found) -> Found | None:
        """The body in "head of the Northern Affairs Office Taha Yasin", without who holds the office in it."""
        shapes = self.shapes
        for k in range(run.first + 1, run.last - 1):
            if words[k].text in shapes.shapes.given and shapes.organised(words[k - 1].text):
                at = run.first - (words[run.first - 1].text == "the" and run.first > 0)
                is_post = at > 1 and words[at - 1].text in ("of", "for")
                if is_post and self.titles.offices.kind(words[at - 2].text.lower()) in ("offices", "leads"):
                    return shapes.cut(words, run.first, k)
        return None

    def _before_known(self, words: Sequence[Word], run: Found, known: Found) -> Found | None:
        """What of a run is one name when a known name stands inside it."""
        rest = self.shapes.cut(words, run.first, known.first)
        closes = known.last == run.last
        if not known.name.senses:  # a short form that this article introduced
            return run if closes else rest
        entry = self._entry(known)
        if entry.type == "Person":
            if self._is_forename(surface(words, run.first, known.first), entry):
                text = surface(words, run.first, known.last)
                name = replace(known.name, text=text, start=words[run.first].start)
                return Found(run.first, known.last, name)
            is_label = normalise(entry.label) == normalise(known.name.text)
            return run if closes and not is_label else rest
        if self._is_family_name(words, run, known, entry):
            return replace(run, name=replace(run.name, kind="Person"))
        if entry.type in ("ArmedGroup", "Organisation") and closes and known.first - run.first <= 2:
            return replace(run, name=replace(run.name, kind=entry.type))
        organised = self.shapes.organised
        if rest is not None and self._is_cause(words, rest.last, run.last) and not self._listed(rest):
            return run  # "National Front of Mali"
        if organised(words[run.last - 1].text) or organised(words[run.first].text):
            return run
        return rest

    def _is_family_name(self, words: Sequence[Word], run: Found, known: Found, entry: Entry) -> bool:
        """Whether a place's name behind a given name is somebody's: "Joseph Muscat", "Jack London"."""
        if (
            entry.type not in ("Place", "State")
            or known.last != run.last
            or known.name.senses[0][1] != "name"
        ):
            return False
        is_one = known.first == run.first + 1 and known.last == known.first + 1
        holds_office = run.first > 0 and words[run.first - 1].text.lower() in self.titles.offices.last_words
        return is_one and (words[run.first].text in self.shapes.shapes.given or holds_office)

    def _outgrows(self, words: Sequence[Word], run: Found, start: Found, article: Article) -> bool:
        """Whether a name of the dictionary only begins a longer unknown one: "Aleppo" in "Aleppo Conquest"."""
        senses = {sense for _, sense in start.name.senses}
        tail = [w.text for w in words[start.last : run.last]]
        if len(tail) == 1 and tail[0] in CALLED_FOR_TOWNS and "name" in senses:
            return True
        if not senses or self.shapes.shapes.classes.get(tail[-1]) == "Place":
            return False
        entry = self._entry(start)
        if self._is_cause(words, start.last, run.last) and words[start.last].text == "for":
            return True  # "Islamic Front for the Liberation of Iraq"
        if entry.type in ("Place", "State") and self._is_post(words, run.first, tail):
            return False  # "Mayor of Kharkiv Ihor Terekhov"
        known = self.dictionary.at(words, start.last, article)
        if known is not None and known.last == run.last and known.name.senses:
            return self._is_other(start, entry, known)
        if any(
            self.titles.office_at(words, k, run.last) or self._stands_apart(words, run, k, article)
            for k in range(start.last, run.last)
        ):
            return False
        if entry.type == "Person" and senses <= {"short", "name"} and self._commemorates(tail):
            return True
        if senses == {"short"} and entry.type == "Person":
            return self._is_namesake(start, tail)
        if senses & {"demonym", "people", "acronym", "short"}:
            return any(self.shapes.organised(text) for text in tail)
        is_institution = len(tail) <= 4 and self.shapes.organised(tail[-1])
        return entry.type in ("Place", "State") and (len(tail) <= 2 or "of" in tail or is_institution)

    def _is_post(self, words: Sequence[Word], first: int, tail: Sequence[str]) -> bool:
        """Whether a run begins with the place of an office and goes on with its holder."""
        if (
            first < 2
            or words[first - 1].text not in ("of", "to", "for")
            or len(tail) < len(("given", "family"))
        ):
            return False
        kind = self.titles.offices.kind(words[first - 2].text.lower())
        return kind in ("offices", "leads") and not any(text in self.shapes.shapes.classes for text in tail)

    def _stands_apart(self, words: Sequence[Word], run: Found, k: int, article: Article) -> bool:
        """Whether a known name begins at word k; not a town's inside an institution's: "Homs Shura Council"."""
        known = self.dictionary.at(words, k, article)
        if known is None or not known.name.senses:
            return known is not None
        is_inner = known.last < run.last and self.shapes.organised(words[run.last - 1].text)
        return not (is_inner and self._entry(known).type == "Place")

    def _is_cause(self, words: Sequence[Word], i: int, last: int) -> bool:
        """Whether word i is the "of" or "for" that a band's or party's name goes on with: "Movement for", "Army of"."""
        return 0 < i < last and words[i].text in ("of", "for") and words[i - 1].text in BANDS

    def _listed(self, item: Found) -> bool:
        """Whether the dictionary has a name: "the Syrian Arab Army of" somebody."""
        return bool(self.dictionary.lexicon.senses(item.name.text))

    def _is_other(self, start: Found, entry: Entry, known: Found) -> bool:
        """Whether two known names side by side are one unknown name.

        "Saddam Haftar" bears names of two persons; an "Ethiopian National Defence Force" is not Syria's.
        """
        other = self._entry(known)
        if entry.type == "Person" and other.type == "Person":
            shorts = {sense for _, sense in (*start.name.senses, *known.name.senses)} == {"short"}
            own = {e for e, _ in start.name.senses}
            return shorts and own.isdisjoint(e for e, _ in known.name.senses)
        foreign = None not in (entry.country, other.country) and entry.country != other.country
        last = known.name.text.split()
        return (
            foreign
            and entry.type == "State"
            and len(last) > 1
            and known.name.senses[0][1] == "name"
            and self.shapes.organised(last[-1])
        )

    def _is_forename(self, text: str, person: Entry) -> bool:
        own = normalise(person.label).split()
        return any(part in own for part in normalise(text).split())

    def _is_namesake(self, start: Found, tail: Sequence[str]) -> bool:
        """Whether the short name of a known person only begins another's: "Amos Hochstein" is not Valerie Amos."""
        entries = [self.dictionary.lexicon.entries[entry] for entry, _ in start.name.senses]
        forms = [form for entry in entries for form in (entry.label, *entry.aliases)]
        own = {part for form in forms for part in normalise(form).split()}
        return len(tail) <= 2 and not any(
            normalise(text) in own or self.dictionary.known(text.lower()) for text in tail
        )

    def _commemorates(self, tail: Sequence[str]) -> bool:
        """Whether what follows a person's name is called after him: "Al Assad University Hospital"."""
        told = self.shapes.shapes.classes.get(tail[-1])
        return told == "Facility" or tail[-1] in CALLED_AFTER

    def _entry(self, item: Found) -> Entry:
        return self.dictionary.lexicon.entries[item.name.senses[0][0]]
