"""The dictionary while its files are read: what was found so far, and what is still to be checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from yaml import Node

from kg.errors import Fault
from kg.rules.entries import Entry
from kg.rules.yamlfile import Checker, nearest


@dataclass(frozen=True, slots=True)
class Template:
    """Wordings that every country has for an institution; `{adjective}`, `{country}`, `{capital}` are filled in.

    `own`: "always" an actor of its own, or only in countries at "war" (elsewhere the names are the state's).
    `makes`: "government" or "forces" of the country, or None. `under`: part of the "state" or of its "forces".
    `countries`: alpha-3 codes; all states when empty.
    """

    id: str
    type: str
    label: str
    aliases: tuple[str, ...]
    heads: tuple[str, ...]
    countries: tuple[str, ...]
    own: str
    makes: str | None
    under: str


@dataclass
class Draft:
    """Entries by id, in the order of the files.

    `states` gives the entry id of an alpha-3 code, `forces` that of its armed forces. `capitals` are still to be
    joined with their states, `references` to be checked: where to complain, whether an "entry" or a "country" is
    meant, and which. `queue` holds the YAML entries, read after the templates are applied; `extra_names` the names
    and head nouns of templates for entries that claim to be a country's government or forces.
    """

    faults: list[Fault] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    forces: dict[str, str] = field(default_factory=dict)
    templates: dict[str, Template] = field(default_factory=dict)
    capitals: list[tuple[Callable[[str], None], str, str]] = field(default_factory=list)
    references: list[tuple[Callable[[str], None], str, str]] = field(default_factory=list)
    queue: list[tuple[Checker, str, dict[str, Node]]] = field(default_factory=list)
    extra_names: dict[tuple[str, str], tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=dict)

    def check_references(self) -> None:
        """Complain about every id and country code that is not there."""
        for complain, kind, target in self.references:
            known = self.entries if kind == "entry" else self.states
            if target and target not in known:
                complain(f"unknown {kind} {target!r}{nearest(target, known)}")
