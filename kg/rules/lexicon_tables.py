"""Reads the tables of the dictionary, countries and cities: CSV with lines of comment (#) and lists in cells (|)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from kg.errors import Fault
from kg.identifiers import local_name
from kg.rules.entries import Entry
from kg.rules.lexicon_draft import Draft

COUNTRY_COLUMNS = tuple(
    "alpha3 label kind aliases adjectives people capital seats ambiguous war geonames lat lon".split()
)
CITY_COLUMNS = tuple("id label aliases ambiguous country kind geonames lat lon".split())
IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9]*")
ALPHA3 = re.compile(r"[A-Z]{3}")
WAR = re.compile(r"(\d{4})-(\d{4})?")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, which knows where it stands and notes faults under the name of their column."""

    file: str
    line: int
    cells: dict[str, str]
    faults: list[Fault]

    def fault(self, column: str, message: str) -> None:
        self.faults.append(Fault(self.file, self.line, 1, column, message))

    def list(self, column: str) -> tuple[str, ...]:
        cell = self.cells[column]
        return tuple(cell.split("|")) if cell else ()

    def number(self, column: str, limit: float) -> float | None:
        """The number in a cell, None when empty; a fault when it is none or beyond plus or minus `limit`."""
        cell = self.cells[column]
        if not cell:
            return None
        try:
            value = float(cell)
        except ValueError:
            self.fault(column, f"{cell!r} is not a number")
            return None
        if not abs(value) <= limit:
            self.fault(column, f"{cell} lies outside -{limit:g} to {limit:g}")
        return value

    def is_new(self, identifier: str, seen: dict[str, str]) -> bool:
        """Whether an id is well formed and new in this folder; else a fault."""
        if not IDENTIFIER.fullmatch(identifier):
            self.fault("id", f"{identifier!r} is not an id (letters and digits)")
        elif identifier in seen:
            self.fault("id", f"duplicate id {identifier!r}, first at {seen[identifier]}")
        else:
            seen[identifier] = f"{self.file}:{self.line}"
            return True
        return False


def read_rows(file: Path, columns: Sequence[str], faults: list[Fault]) -> Iterator[Row]:
    """The rows of a table whose first line (after comments) must name the columns."""
    name = file.as_posix()
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        faults.append(Fault(name, 1, 1, "", f"is not UTF-8 text (byte {error.start})"))
        return
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line and line[0] != "#"]
    parsed = zip(numbered, csv.reader(line for _, line in numbered), strict=False)
    for place, ((number, _), cells) in enumerate(parsed):
        if place == 0 and tuple(cells) != tuple(columns):
            faults.append(Fault(name, number, 1, "", f"the columns should be {','.join(columns)}"))
            return
        if len(cells) != len(columns):
            faults.append(Fault(name, number, 1, "", f"has {len(cells)} cells, should have {len(columns)}"))
        elif place > 0:
            yield Row(name, number, dict(zip(columns, cells, strict=True)), faults)


def common(row: Row) -> dict[str, Any]:
    """What countries and cities have in common, as arguments of `Entry`."""
    geonames = row.number("geonames", 1e9)
    if not row.cells["label"]:
        row.fault("label", "should not be empty")
    return {
        "label": row.cells["label"],
        "aliases": row.list("aliases"),
        "ambiguous": row.list("ambiguous"),
        "kind": row.cells["kind"],
        "geonames": None if geonames is None else int(geonames),
        "lat": row.number("lat", 90),
        "lon": row.number("lon", 180),
    }


def read_countries(file: Path, draft: Draft, seen: dict[str, str]) -> None:
    """Add the countries of a table; `seen` maps the ids of this folder to their places."""
    for row in read_rows(file, COUNTRY_COLUMNS, draft.faults):
        code, identifier = row.cells["alpha3"], local_name(row.cells["label"])
        if not ALPHA3.fullmatch(code):
            row.fault("alpha3", f"{code!r} is not a code of three capitals")
        if row.cells["kind"] not in ("state", "territory"):
            row.fault("kind", f"{row.cells['kind']!r} is neither state nor territory")
        if not row.is_new(identifier, seen):
            continue
        draft.states[code] = identifier
        draft.entries[identifier] = Entry(
            id=identifier,
            type="State" if row.cells["kind"] == "state" else "Place",
            country=code,
            adjectives=row.list("adjectives"),
            people=row.list("people"),
            seats=row.list("seats"),
            wars=tuple(wars(row)),
            **common(row),
        )
        if row.cells["capital"] not in ("", row.cells["label"]):
            draft.capitals.append((partial(row.fault, "capital"), code, row.cells["capital"]))


def wars(row: Row) -> Iterator[tuple[str, str | None]]:
    for war in row.list("war"):
        match = WAR.fullmatch(war)
        if match:
            yield match[1], match[2]
        else:
            row.fault("war", f"{war!r} should be years such as 2011- or 1975-1990")


def read_cities(file: Path, draft: Draft, seen: dict[str, str]) -> None:
    """Add the cities of a table; `seen` maps the ids of this folder to their places."""
    for row in read_rows(file, CITY_COLUMNS, draft.faults):
        identifier, code = row.cells["id"], row.cells["country"]
        if row.is_new(identifier, seen):
            if code not in draft.states:  # a fault, unless a later file brings the country
                draft.references.append((partial(row.fault, "country"), "country", code))
            draft.entries[identifier] = Entry(id=identifier, type="Place", country=code, **common(row))


def link_capitals(draft: Draft) -> None:
    """Join each state with the city that is its capital, and the city with its state."""
    places = (e for e in draft.entries.values() if e.type == "Place" and e.kind != "territory")
    cities = {(place.country, place.label): place.id for place in places}
    for complain, code, name in draft.capitals:
        city, state = cities.get((code, name)), draft.states[code]
        if city is None:
            complain(f"capital {name!r} is not among the cities of {code}")
        else:
            draft.entries[city] = replace(draft.entries[city], seat_of=code)
            draft.entries[state] = replace(draft.entries[state], capital=city)
