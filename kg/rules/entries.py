"""The records of the dictionary: entries (actors and places) and the senses of their names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

ENTITY_TYPES = (
    "Person", "State", "Government", "ArmedForces", "ArmedGroup", "Organisation", "Population", "Place", "Agreement",
    "Facility",
)  # fmt: skip

Sense = Literal["name", "acronym", "short", "demonym", "people", "capital", "seat"]


@dataclass(frozen=True, slots=True)
class Role:
    """An office of a person. `of` is an entry's id; since and until are ISO dates of any precision, or None."""

    position: str
    of: str
    since: str | None = None
    until: str | None = None

    def is_over(self, date: str) -> bool:
        """Whether it had ended before an ISO date."""
        return self.until is not None and date[: len(self.until)] > self.until

    def has_begun(self, date: str) -> bool:
        """Whether it is known to have begun by an ISO date."""
        return self.since is not None and self.since <= date[: len(self.since)]


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor or place. `id` is its local name ("HayatTahrirAlSham"); `type` one of ENTITY_TYPES.

    `aliases` are wordings that name it anywhere, `former_names` such of former times, `short` those that name it when
    the full name stands elsewhere in the article or nothing else can be meant ("Assad"). `ambiguous` lists those of
    its names that mean something else about as often. `heads` are nouns by which later mentions refer back to it
    ("monitor"). `part_of` are ids of parents. `country` is an alpha-3 code; `kind` refines a Place ("city") or a State
    ("state", "territory"). `lat`, `lon` are degrees. `geonames`, `wikidata` are ids there.

    States only: `capital` (id of a place), `seats` (words that stand for the state when it acts), `wars` (years from
    and until of wars on its soil that are written about). States and populations: `adjectives`, `people`.
    A capital names its state by `seat_of`; a government or army by `government_of`, `forces_of`; `army_in` is the
    country, without an army of its own, where "the army" is this one.
    """

    id: str
    label: str
    type: str
    country: str | None = None
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    kind: str | None = None
    wikidata: str | None = None
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    media: bool = False
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    capital: str | None = None
    wars: tuple[tuple[str, str | None], ...] = ()
    seat_of: str | None = None
    government_of: str | None = None
    forces_of: str | None = None
    army_in: str | None = None

    @property
    def at_war(self) -> bool:
        """Whether the government and forces of this state are actors of their own in news of its war."""
        return bool(self.wars)


class NameSense(NamedTuple):
    """One thing a name can mean: the entry `entry_id`, by way of `sense`.

    "name" and "acronym": it is called so. "short": it is called so after its full name. "demonym": the adjective
    ("Syrian"). "people": the plural noun ("Syrians"). "capital" and "seat": it acts under that name ("Damascus has
    dispatched", "the Kremlin"); in a country at war they mean its government, elsewhere the state.
    `form` is the wording as the data file has it; with `case_sensitive` the text must have just these capitals ("IS").
    """

    entry_id: str
    sense: Sense
    form: str
    case_sensitive: bool = False
    ambiguous: bool = False
