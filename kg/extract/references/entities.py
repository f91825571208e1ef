"""Entities made or looked up without reading on: the forces of a country, groups without a name."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extract.references.state import Reading
from kg.identifiers import local_name
from kg.records import Entity
from kg.rules.lexicon import Entry

# Quotation marks, but no apostrophes: "'extremist' groups", "Syria's rebels", "the rebels' allies".
QUOTES = re.compile(r"""["“”]|(?<!\w)['‘’]|(?<=[^\Ws])['’](?!\w)""")
SOMEWHERE_IN = " in "
WITH_ARTICLE = ("Republic", "Islands", "Philippines", "Netherlands", "Maldives", "Bahamas", "Gambia")
IRREGULAR = {"man": "men", "woman": "women", "child": "children", "person": "people", "people": "people",
             "personnel": "personnel", "staff": "staff", "police": "police", "serviceman": "servicemen",
             "gunman": "gunmen", "militiaman": "militiamen", "opposition": "opposition",
             "population": "population", "leadership": "leadership", "peshmerga": "peshmerga"}  # fmt: skip


@lru_cache(maxsize=1 << 12)
def plural(noun: str) -> str:
    """The plural of a noun phrase whose last word is the head."""
    head = noun.split()[-1]
    front = noun[: len(noun) - len(head)]
    if head in IRREGULAR:
        return front + IRREGULAR[head]
    if head.endswith("y") and head[-2:-1] not in "aeiou":
        return front + head[:-1] + "ies"
    if head.endswith(("s", "x", "ch", "sh")):
        return front + head + "es"
    if head.endswith("man"):
        return front + head[:-3] + "men"
    return front + head + "s"


def with_article(country: str) -> str:
    """A country's name as it stands behind "in": "Sudan", "the Central African Republic"."""
    last = country.split()[-1]
    has_article = " of the " in country or country.startswith("United ") or last in WITH_ARTICLE
    return f"the {country}" if has_article else country


def noun_of(label: str) -> str:
    """The plural noun in the label of a group without a name: "civilians" of "civilians in Syria"."""
    return label.partition(SOMEWHERE_IN)[0].split()[-1].lower()


def entity_of(entry: Entry) -> Entity:
    """The dictionary's entry as an entity."""
    return Entity(entry.id, entry.label, entry.type, entry.country)


def at_war(r: Reading, country: str) -> bool:
    return r.known.lexicon.state(country).at_war


def forces_of_country(r: Reading, country: str | None) -> Entity | None:
    if country is None or country not in r.known.lexicon.states:
        return None
    return entity_of(r.known.lexicon.forces(country))


def army_of_country(r: Reading, country: str | None) -> Entity | None:
    """Whom "the army" means in news from a country."""
    if country is None or country not in r.known.lexicon.states:
        return None
    return entity_of(r.known.lexicon.army(country))


def police_of_country(r: Reading, country: str | None) -> Entity | None:
    """The police of a country: never its army."""
    if country not in r.known.lexicon.states:
        return None
    for adjective in r.known.lexicon.state(country or "").adjectives[:1]:
        for sense in r.known.lexicon.senses(f"{adjective} police"):
            return entity_of(r.known.lexicon.entries[sense.entry_id])
    return collective(r, "police", country)


def fighters(r: Reading) -> frozenset[str]:
    return frozenset(plural(word) for word, noun in r.known.words.nouns.items() if noun.kind == "fighters")


def lowered(r: Reading, text: str) -> str:
    """A description in lower case, but for its names: "global leaders" for "Global leaders"; "Syrian allies"."""
    return " ".join(_lowered_word(r, word) for word in text.split())


def _lowered_word(r: Reading, word: str) -> str:
    front, hyphen, rest = word.partition("-")
    if hyphen:  # "pro-Russian", "Iran-backed"
        return f"{_lowered_word(r, front)}-{_lowered_word(r, rest)}"
    is_name = word[:1].isupper() and bool(r.known.lexicon.senses(word))
    return word if is_name or word.isupper() else word.lower()


def _unquantified(r: Reading, label: str) -> str:
    """A description without how many they are: "Arab citizens" for "many Arab citizens"."""
    first, _, rest = label.partition(" ")
    return rest if rest and first.lower() in r.known.words.grammar["vague_quantities"] else label


def collective(
    r: Reading, head: str, country: str | None, plain: bool = False, is_told: bool = False
) -> Entity:
    """A group without a name: one for each country and noun.

    It gets a nationality where the text tells it (`is_told`), and where the country defines the group ("Syrian
    rebels"). Who is spoken of in an article on Syria is otherwise only somewhere there: "civilians in Syria".
    """
    label = _unquantified(r, " ".join(QUOTES.sub("", head).split()))
    if not plain and country is not None and country in r.known.lexicon.states:
        state = r.known.lexicon.state(country)
        if not is_told and label not in r.known.words.grammar["sides_of_countries"]:
            label = f"{label}{SOMEWHERE_IN}{with_article(state.label)}"
        elif state.adjectives:
            label = f"{state.adjectives[0]} {label}"
    return Entity(local_name(label), label, "Collective", country)


def state_of(r: Reading, entity: Entity) -> Entity | None:
    """The state that a place lies in."""
    if entity.country is None or entity.country not in r.known.lexicon.states:
        return None
    return entity_of(r.known.lexicon.state(entity.country))


def forces_of(r: Reading, entity: Entity) -> Entity | None:
    """The armed forces of a state."""
    return forces_of_country(r, entity.country)
