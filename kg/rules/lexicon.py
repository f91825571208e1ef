"""The dictionary of actors and places, and the index of their names.

    lexicon = load_lexicon(rules_folder, users_folder)      # later folders add to and override earlier ones
    for sense in lexicon.senses("al-Assad"): ...            # what a wording of a text can mean
    lexicon.entries["BasharAlAssad"].roles

Names are compared in the form that `normalise` gives: no capitals, hyphens, apostrophes or diacritics.
"""

from __future__ import annotations

import gc
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from kg.rules.entries import ENTITY_TYPES, Entry, NameSense, Role, Sense
from kg.rules.lexicon_draft import Draft
from kg.rules.lexicon_files import read_draft

__all__ = ["ENTITY_TYPES", "Entry", "Lexicon", "NameSense", "Role", "Sense", "load_lexicon", "normalise"]

LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "ß": "ss"})
APOSTROPHES = str.maketrans(dict.fromkeys("'’‘`´ʼʻʿʾ", "") | dict.fromkeys("‐‑‒–—", "-"))
# The Arabic article, however it is written: al-, el-, and joined to "sun" letters, ash-Sham, ar-Raqqah, an-Nasiriyah.
ARTICLE = re.compile(r"\b(?:(?:el|ul|ar|ash|az)[- ]+|(?:al|as|an|at|ad|ath|adh|ed|et|es|en|er|esh)-+)(?=\w)")
ARTICLES = ("el ", "ul ", "ar ", "ash ", "az ")
ACRONYM = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Z0-9&.\-/]{2,10}")


def normalise(text: str) -> str:
    """A name in the form in which names are compared: "Ash-Shaʿab  Party’s" becomes "al shaab partys".

    Hand it the text as it stands (not tokens joined by blanks: "People's" is one word here).
    """
    if text.isalpha() and text.isascii():
        return text.lower()
    text = text.casefold()
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
        text = text.casefold().translate(LETTERS)
    text = " ".join(text.translate(APOSTROPHES).split())
    if "-" in text or any(article in text for article in ARTICLES):
        text = " ".join(ARTICLE.sub("al ", text).replace("-", " ").split())
    return text


key = lru_cache(maxsize=1 << 16)(normalise)  # the same words come again and again


def is_acronym(name: str) -> bool:
    """Whether a name is written in capitals: "IS", "U.S.", "ISIS-K"; such names want just these capitals."""
    return name.isupper() and ACRONYM.fullmatch(name) is not None


def names_of(entry: Entry) -> list[tuple[str, Sense]]:
    """The wordings that mean this entry itself, each with its sense; the same wording once."""
    found: dict[str, Sense] = {}
    for name in (entry.label, *entry.aliases, *entry.former_names):
        found.setdefault(name, "acronym" if is_acronym(name) else "name")
    for name in entry.short:
        found.setdefault(name, "short")
        if f"al-{name}" in entry.label:
            found.setdefault(f"al-{name}", "short")
    if entry.type == "Person" and " al-" in entry.label:
        found.setdefault(entry.label.replace(" al-", " "), "name")  # "Bashar Assad"
    return list(found.items())


def country_names_of(entry: Entry, draft: Draft) -> list[tuple[str, Sense]]:
    """The wordings by which a country or people is meant indirectly: demonyms, seats of power, its capital."""
    found: list[tuple[str, Sense]] = [(name, "demonym") for name in entry.adjectives]
    found += [(name, "people") for name in entry.people]
    found += [(f"{name} people", "people") for name in entry.adjectives]
    found += [(name, "seat") for name in entry.seats]
    if entry.capital:
        found += [(name, "capital") for name, _ in names_of(draft.entries[entry.capital])]
    return found


@dataclass(frozen=True)
class Lexicon:
    """The dictionary. `entries` by id, in the order of the files; `names` by normalised wording.

    `states`, `governments`, `armies` and `standing` give the entry id for an alpha-3 code. `longest` is the number of
    words of the longest name; `first_words` holds the first word of every name and how long such names are, for a
    quick no.
    """

    entries: Mapping[str, Entry]
    names: Mapping[str, tuple[NameSense, ...]]
    states: Mapping[str, str]
    governments: Mapping[str, str]
    armies: Mapping[str, str]
    standing: Mapping[str, str]

    def senses(self, text: str) -> tuple[NameSense, ...]:
        """What a wording can mean; empty when unknown. Senses that want other capitals are left out.

        A wording with just the capitals of an acronym means that alone: "SANA" is the agency, not Sana'a.
        """
        meant = self.names.get(key(text))
        if meant is None:
            return ()
        if len(meant) == 1 and not meant[0].case_sensitive:
            return meant  # as of most names
        senses = tuple(s for s in meant if not s.case_sensitive or s.form == text)
        return tuple(s for s in senses if s.case_sensitive) or senses if text.isupper() else senses

    def state(self, alpha3: str) -> Entry:
        """The entry of a country; KeyError for an unknown code."""
        return self.entries[self.states[alpha3]]

    def government(self, alpha3: str) -> Entry:
        """The entry meant by "the X government": in a country at war an actor of its own, elsewhere the state."""
        return self.entries[self.governments.get(alpha3) or self.states[alpha3]]

    def forces(self, alpha3: str) -> Entry:
        """The entry meant by "X troops": the armed forces of the country; the state where it has none."""
        return self.entries[self.armies.get(alpha3) or self.states[alpha3]]

    def army(self, alpha3: str) -> Entry:
        """The entry meant by "the army" in news from a country: in Gaza it is Israel's."""
        return self.entries[self.standing[alpha3]] if alpha3 in self.standing else self.forces(alpha3)

    def country_of(self, demonym: str) -> Entry | None:
        """The state for "Syrian" or "Syrians"; None when it is no demonym of a state."""
        for sense in self.senses(demonym):
            entry = self.entries[sense.entry_id]
            if sense.sense in ("demonym", "people") and entry.type in ("State", "Place"):
                return entry
        return None

    @cached_property
    def demonyms(self) -> Mapping[str, str]:
        """Alpha-3 codes by normalised demonym, adjectives and plural nouns alike."""
        return {
            normalise(name): entry.country
            for entry in self.entries.values()
            if entry.country and entry.type in ("State", "Place")
            for name in (*entry.adjectives, *entry.people)
        }

    @cached_property
    def longest(self) -> int:
        return max((key.count(" ") + 1 for key in self.names), default=0)

    @cached_property
    def heads(self) -> frozenset[str]:
        """The nouns by which later mentions refer back to some entry, for a quick no."""
        return frozenset(head for entry in self.entries.values() for head in entry.heads)

    @cached_property
    def last_words(self) -> frozenset[str]:
        """The last word of every name of several words, for a quick no."""
        return frozenset(name.rpartition(" ")[2] for name in self.names if " " in name)

    @cached_property
    def first_words(self) -> Mapping[str, int]:
        """The first word of every name, with how many words the longest name has that begins so."""
        found: dict[str, int] = {}
        for name in self.names:
            first, count = name.partition(" ")[0], name.count(" ") + 1
            found[first] = max(count, found.get(first, 0))
        return found


def index(draft: Draft, governments: Mapping[str, str]) -> dict[str, tuple[NameSense, ...]]:
    """Every name of every entry, normalised, with what it can mean, in the order of the entries."""
    names: dict[str, list[NameSense]] = {}
    for entry in draft.entries.values():
        ambiguous, target = frozenset(entry.ambiguous), entry.id
        pairs = names_of(entry)
        if entry.type in ("State", "Place", "Population"):
            pairs += country_names_of(entry, draft)
        if entry.capital:
            ambiguous |= frozenset(draft.entries[entry.capital].ambiguous)
        ruler = governments.get(entry.country or "", target) if entry.type == "State" else target
        for form, sense in pairs:
            meant = ruler if sense in ("capital", "seat") else target
            capitals = sense == "acronym" or (sense not in ("name", "capital") and is_acronym(form))
            new = NameSense(meant, sense, form, capitals, form in ambiguous)
            senses = names.setdefault(normalise(form), [])
            if not senses or not any(same(new, old) for old in senses):
                senses.append(new)
    return {key: tuple(senses) for key, senses in names.items()}


def same(one: NameSense, other: NameSense) -> bool:
    """Whether two spellings that compare as equal say the same ("Sana'a", "Sanaa")."""
    return (one.entry_id, one.sense, one.case_sensitive) == (
        other.entry_id,
        other.sense,
        other.case_sensitive,
    ) and (one.form == other.form or not one.case_sensitive)


def load_lexicon(*folders: Path) -> Lexicon:
    """The dictionary of one or more rules folders, each with `places/` and `actors/` (either may be missing).

    Raises RuleError naming every fault of every file.
    """
    collecting = gc.isenabled()
    gc.disable()  # some hundred thousand objects come into being and stay: looking for rubbish doubles the time
    try:
        return lexicon_of(read_draft(folders))
    finally:
        if collecting:
            gc.enable()


def lexicon_of(draft: Draft) -> Lexicon:
    """The lexicon of entries that were read."""
    governments = {e.government_of: e.id for e in draft.entries.values() if e.government_of}
    armies = {e.forces_of: e.id for e in draft.entries.values() if e.forces_of}
    standing = {e.army_in: e.id for e in draft.entries.values() if e.army_in}
    return Lexicon(draft.entries, index(draft, governments), draft.states, governments, armies, standing)
