"""A phrase for a group without a name, and what qualifies it."""

from __future__ import annotations

from kg.extract.grammar.compounds import Compound
from kg.frozen import dataclass
from kg.rules.words import Noun

# A modifier of one of these classes tells the country.
NATIONS = ("State", "Government")


@dataclass(frozen=True, slots=True)
class Crowd:
    """A phrase for a group without a name, headed by token i, and what qualifies it.

    `side`: "government" or "rebels". `country`: the one named; `home`: else the theatre; `origin`: where people are
    from, more cautious than `home`. `attitude`: "anti-government"; `is_foreign`: "foreign"; `is_backed`: "Iran-backed".
    """

    i: int
    noun: Noun
    text: str
    side: str | None
    country: str | None
    home: str | None
    origin: str | None
    attitude: Compound | None
    is_foreign: bool
    is_backed: bool
    is_plural: bool
