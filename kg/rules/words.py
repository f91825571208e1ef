"""Word lists: common nouns that stand for actors, offices and ranks, and the grammar's closed classes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kg.errors import Fault
from kg.rules.dates import DateWords, load_date_words
from kg.rules.yamlfile import Checker, raise_faults

NOUN_KINDS = (
    "fighters", "people", "forces", "vehicle", "government", "group", "person", "place", "facility", "modifier",
)  # fmt: skip
OFFICE_KEYS = ("offices", "leads", "occupations", "ranks", "former", "acting", "adjectives")


@dataclass(frozen=True, slots=True)
class Noun:
    """What a common noun denotes; `label` is the plural in a Collective's label, `side` "government" or "rebels".

    `plain`: the Collective is called by its words alone, without the country the article is about ("world powers").
    """

    kind: str
    label: str | None = None
    side: str | None = None
    plain: bool = False


@dataclass(frozen=True)
class Offices:
    """Words beside a person's name, lower case, by kind."""

    offices: frozenset[str]
    leads: frozenset[str]
    occupations: frozenset[str]
    ranks: frozenset[str]
    former: frozenset[str]
    acting: frozenset[str]
    adjectives: frozenset[str]

    def kind(self, phrase: str) -> str | None:
        """ "offices", "leads", "occupations", "ranks", or None for a phrase that is none of them."""
        return self._kinds.get(phrase)

    @cached_property
    def _kinds(self) -> Mapping[str, str]:
        kinds = ("occupations", "ranks", "leads", "offices")  # the last one that holds a phrase counts
        return {phrase: kind for kind in kinds for phrase in getattr(self, kind)}

    @cached_property
    def last_words(self) -> frozenset[str]:
        """The last words of all phrases, for a quick no."""
        return frozenset(phrase.split()[-1] for phrase in self._kinds)

    @cached_property
    def before_of(self) -> frozenset[str]:
        """What stands before "of" in phrases such as "chief of staff"."""
        return frozenset(phrase.partition(" of ")[0] for phrase in self._kinds if " of " in phrase)


@dataclass(frozen=True)
class PlaceNouns:
    """Nouns for places by kind, singular, lower case."""

    settlements: frozenset[str]
    divisions: frozenset[str]
    city_parts: frozenset[str]
    spoken_of: frozenset[str]

    @cached_property
    def areas(self) -> frozenset[str]:
        """Of a country or a city they are a part: "the Kuma district", "the Tadamon area"."""
        return self.divisions | self.city_parts | {"area", "countryside"}

    @cached_property
    def behind_names(self) -> frozenset[str]:
        """What stands behind a place's name: "Diyala province", "Sido village"."""
        return self.areas | self.settlements | {"crossing"}


@dataclass(frozen=True)
class WordLists:
    """All word lists. `nouns` and `modifiers` are keyed by singular, lower case."""

    nouns: Mapping[str, Noun]
    modifiers: Mapping[str, str]
    offices: Offices
    grammar: Mapping[str, frozenset[str]]
    dates: DateWords

    @cached_property
    def places(self) -> PlaceNouns:
        """Nouns for places, of which the grammar lists the kinds."""
        lists = (self.grammar[key] for key in ("settlements", "divisions", "city_parts", "places_spoken_of"))
        return PlaceNouns(*lists)

    @cached_property
    def noun_ends(self) -> Mapping[str, int]:
        """The last words of all nouns, with the most words that stand before them in one."""
        found: dict[str, int] = {}
        for noun in self.nouns:
            *before, last = noun.split()
            found[last] = max(found.get(last, 0), len(before))
        return found


def load_words(folders: Sequence[Path]) -> WordLists:
    """The lists of `nouns.yaml`, `offices.yaml`, `grammar.yaml`, `time.yaml` and `numbers.yaml` of all folders.

    Later ones add to earlier ones; of a word with a meaning the later one counts.
    """
    faults: list[Fault] = []
    nouns: dict[str, Noun] = {}
    modifiers: dict[str, str] = {}
    offices: dict[str, set[str]] = {key: set() for key in OFFICE_KEYS}
    grammar: dict[str, set[str]] = {}
    for folder in folders:
        if (file := folder / "nouns.yaml").exists():
            found: dict[str, Noun] = {}
            _read_nouns(Checker.read(file, faults), found, modifiers)
            nouns.update(found)  # a word of a later folder means what that folder says
        if (file := folder / "offices.yaml").exists():
            check = Checker.read(file, faults)
            for key, node in check.mapping(check.root, optional=OFFICE_KEYS).items():
                offices[key].update(check.texts(node))
        if (file := folder / "grammar.yaml").exists():
            check = Checker.read(file, faults)
            known = tuple(grammar) or None  # the first folder's lists are all there are
            for key, node in check.mapping(check.root, optional=known).items():
                grammar.setdefault(key, set()).update(check.texts(node))
    raise_faults(faults)
    frozen = {key: frozenset(words) for key, words in offices.items()}
    lists = {key: frozenset(words) for key, words in grammar.items()}
    return WordLists(nouns, modifiers, Offices(**frozen), lists, load_date_words(folders))


def _read_nouns(check: Checker, nouns: dict[str, Noun], modifiers: dict[str, str]) -> None:
    for item in check.items(check.root):
        fields = check.mapping(item, required=("kind", "noun"), optional=("label", "side", "plain"))
        kind = check.one_of(fields.get("kind"), NOUN_KINDS)
        side = check.one_of(fields.get("side"), ("government", "rebels")) or None
        for word in check.texts(fields.get("noun")):
            if kind == "modifier":
                modifiers[word] = side or ""
            else:
                nouns.setdefault(
                    word,
                    Noun(
                        kind, check.text(fields.get("label")) or None, side, check.flag(fields.get("plain"))
                    ),
                )
