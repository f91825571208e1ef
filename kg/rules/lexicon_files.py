"""Reads the dictionary's files, `places/` and `actors/` of a rules folder, into entries, noting every fault.

Layout: `places/countries*.csv`, `places/cities*.csv`, `places/*.yaml` (top key `places`), `actors/*.yaml` (top key
`actors` or `templates`). A later folder's entry replaces an earlier one of the same id, or with `extend: true` adds
its lists and overrides its single values; `extend` works on what a template made, too.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from yaml import Node

from kg.errors import Fault
from kg.identifiers import local_name
from kg.rules.entries import ENTITY_TYPES, Entry, Role
from kg.rules.yamlfile import Checker, nearest, raise_faults, yaml_files

LISTS = ("aliases", "short", "former_names", "ambiguous", "heads", "part_of", "adjectives", "people", "seats")
TEXTS = ("label", "kind", "country", "government_of", "forces_of")
KEYS = ("id", *LISTS, *TEXTS, "type", "roles", "wikidata", "geonames", "lat", "lon", "media", "extend")
IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9]*")
WIKIDATA = re.compile(r"Q[1-9][0-9]*")
ALPHA3 = re.compile(r"[A-Z]{3}")
COUNTRY_COLUMNS = (
    "alpha3", "label", "kind", "aliases", "adjectives", "people", "capital", "seats", "ambiguous", "war", "geonames",
    "lat", "lon",
)  # fmt: skip
CITY_COLUMNS = ("id", "label", "aliases", "ambiguous", "country", "kind", "geonames", "lat", "lon")


@dataclass(frozen=True, slots=True)
class Template:
    """Wordings that every country has for an institution; `{adjective}`, `{country}`, `{capital}` are filled in.

    `own`: "always" an actor of its own, or only in countries at "war" (elsewhere its names are names of the state).
    `makes`: "government" or "forces" of the country, or None.
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


Complaint = Callable[[str], None]


@dataclass
class Draft:
    """The dictionary while it is read.

    `states` gives the entry id of an alpha-3 code. `references` are still to be checked: where to complain, whether an
    "entry" or a "country" is meant, and which. `queue` holds the YAML entries, read after the templates are applied.
    """

    faults: list[Fault] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    forces: dict[str, str] = field(default_factory=dict)
    templates: dict[str, Template] = field(default_factory=dict)
    capitals: list[tuple[Complaint, str, str]] = field(default_factory=list)
    references: list[tuple[Complaint, str, str]] = field(default_factory=list)
    queue: list[tuple[Checker, dict[str, Node]]] = field(default_factory=list)
    extra_names: dict[tuple[str, str], tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=dict)


def read_draft(folders: Sequence[Path]) -> Draft:
    """All entries of the folders; raises RuleError with every fault of every file."""
    draft = Draft()
    for folder in folders:
        seen: dict[str, str] = {}
        for file in sorted((folder / "places").glob("countries*.csv")):
            read_countries(file, draft, seen)
        for file in sorted((folder / "places").glob("cities*.csv")):
            read_cities(file, draft, seen)
        for file in (*yaml_files(folder / "places"), *yaml_files(folder / "actors")):
            read_top(file, draft, seen)
    link_capitals(draft)
    claimed: set[tuple[str, str]] = {
        (key, str(values[key].value))
        for _, values in draft.queue
        for key in ("government_of", "forces_of")
        if key in values
    }
    for template in draft.templates.values():
        apply_template(template, draft, claimed)
    for check, values in draft.queue:
        read_entry(check, values, draft)
    check_references(draft)
    raise_faults(draft.faults)
    return draft


# CSV


def csv_rows(
    file: Path, columns: Sequence[str], draft: Draft
) -> Iterator[tuple[dict[str, str], Callable[..., None]]]:
    """The rows of a CSV file whose lines may be comments (#), each with a function that complains about a column."""
    name = file.as_posix()
    try:
        numbered = [
            x
            for x in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
            if x[1][:1] not in ("", "#")
        ]
    except UnicodeDecodeError as error:
        draft.faults.append(Fault(name, 1, 1, "", f"is not UTF-8 text (byte {error.start})"))
        return
    rows = csv.reader(line for _, line in numbered)
    for (number, _), row in zip(numbered, rows, strict=False):

        def complain(message: str, column: str = "", number: int = number) -> None:
            draft.faults.append(Fault(name, number, 1, column, message))

        complain.where = f"{name}:{number}"  # type: ignore[attr-defined]
        if number == numbered[0][0]:
            if tuple(row) != tuple(columns):
                complain(f"the columns should be {','.join(columns)}")
                return
        elif len(row) != len(columns):
            complain(f"has {len(row)} cells, should have {len(columns)}")
        else:
            yield dict(zip(columns, row, strict=True)), complain


def cell_list(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def cell_number(cell: str, column: str, limit: float, complain: Callable[..., None]) -> float | None:
    """The number in a cell, None when empty; complains when it is none or beyond plus or minus `limit`."""
    if not cell:
        return None
    try:
        value = float(cell)
    except ValueError:
        complain(f"{cell!r} is not a number", column)
        return None
    if abs(value) > limit:
        complain(f"{cell} lies outside -{limit:g} to {limit:g}", column)
    return value


def add_once(identifier: str, draft: Draft, seen: dict[str, str], complain: Callable[..., None]) -> bool:
    """Whether an id is new in this folder and well formed; complains if not."""
    where: str = complain.where  # type: ignore[attr-defined]
    if not IDENTIFIER.fullmatch(identifier):
        complain(f"{identifier!r} is not an id (letters and digits)", "id")
    elif identifier in seen:
        complain(f"duplicate id {identifier!r}, first at {seen[identifier]}", "id")
    else:
        seen[identifier] = where
        return True
    return False


def common_cells(row: dict[str, str], complain: Callable[..., None]) -> dict[str, Any]:
    """What countries and cities have in common."""
    geonames = cell_number(row["geonames"], "geonames", 1e9, complain)
    return {
        "label": row["label"],
        "aliases": cell_list(row["aliases"]),
        "ambiguous": cell_list(row["ambiguous"]),
        "kind": row["kind"],
        "geonames": None if geonames is None else int(geonames),
        "lat": cell_number(row["lat"], "lat", 90, complain),
        "lon": cell_number(row["lon"], "lon", 180, complain),
    }


def read_countries(file: Path, draft: Draft, seen: dict[str, str]) -> None:
    for row, complain in csv_rows(file, COUNTRY_COLUMNS, draft):
        code, identifier = row["alpha3"], local_name(row["label"])
        if not ALPHA3.fullmatch(code):
            complain(f"{code!r} is not a code of three capitals", "alpha3")
        if row["kind"] not in ("state", "territory"):
            complain(f"{row['kind']!r} is neither state nor territory", "kind")
        if not add_once(identifier, draft, seen, complain):
            continue
        wars: list[tuple[str, str | None]] = []
        for war in cell_list(row["war"]):
            since, dash, until = war.partition("-")
            if not (dash and since.isdigit() and (not until or until.isdigit())):
                complain(f"{war!r} should be years such as 2011- or 1975-1990", "war")
            wars.append((since, until or None))
        draft.states[code] = identifier
        draft.entries[identifier] = Entry(
            id=identifier,
            type="State" if row["kind"] == "state" else "Place",
            country=code,
            adjectives=cell_list(row["adjectives"]),
            people=cell_list(row["people"]),
            seats=cell_list(row["seats"]),
            wars=tuple(wars),
            **common_cells(row, complain),
        )
        if row["capital"] and row["capital"] != row["label"]:
            draft.capitals.append((complain, code, row["capital"]))


def read_cities(file: Path, draft: Draft, seen: dict[str, str]) -> None:
    for row, complain in csv_rows(file, CITY_COLUMNS, draft):
        if add_once(row["id"], draft, seen, complain):
            draft.references.append((complain, "country", row["country"]))
            draft.entries[row["id"]] = Entry(
                id=row["id"], type="Place", country=row["country"], **common_cells(row, complain)
            )


def link_capitals(draft: Draft) -> None:
    """Join each state with the city that is its capital, and the city with its state."""
    cities = {
        (e.country, e.label): e.id
        for e in draft.entries.values()
        if e.type == "Place" and e.kind != "territory"
    }
    for complain, code, name in draft.capitals:
        city, state = cities.get((code, name)), draft.states[code]
        if city is None:
            complain(f"capital {name!r} is not among the cities of {code}")
        else:
            draft.entries[city] = replace(draft.entries[city], seat_of=code)
            draft.entries[state] = replace(draft.entries[state], capital=city)


# YAML


def read_top(file: Path, draft: Draft, seen: dict[str, str]) -> None:
    """Queue the entries of a YAML file, and read its templates."""
    check = Checker.read(file, draft.faults)
    top = check.mapping(check.root, optional=("actors", "places", "templates"))
    for key in ("actors", "places"):
        for item in check.items(top.get(key)):
            values = check.mapping(item, optional=KEYS)
            extend = check.flag(values.get("extend"))
            for needed in ("id",) if extend else ("label", "type"):
                if values and needed not in values:
                    check.fault(item, f"required key {needed!r} is missing")
            named = values.get("id") or values.get("label")
            if named is not None and (extend or check.unique(named, seen, local_name)):
                draft.queue.append((check, values))
    for item in check.items(top.get("templates")):
        values = check.mapping(
            item, ("id", "type", "label", "own"), ("aliases", "heads", "countries", "makes", "under")
        )
        template = Template(
            id=check.text(values.get("id")),
            type=check.one_of(values.get("type"), ENTITY_TYPES),
            label=check.text(values.get("label")),
            aliases=check.texts(values.get("aliases")),
            heads=check.texts(values.get("heads")),
            countries=check.texts(values.get("countries")),
            own=check.one_of(values.get("own"), ("always", "war")),
            makes=check.one_of(values.get("makes"), ("government", "forces")) or None,
            under=check.one_of(values.get("under"), ("state", "forces"), "state"),
        )
        for code in check.items(values.get("countries")):
            draft.references.append((partial(check.fault, code), "country", code.value))
        draft.templates[template.id] = template


def apply_template(template: Template, draft: Draft, claimed: set[tuple[str, str]]) -> None:
    """Make the template's actor for each country, or give its names to the state.

    Where an actor of the files claims to be the country's government or forces, it gets the names instead.
    """
    for code, state_id in draft.states.items():
        state = draft.entries[state_id]
        if state.type != "State" or (template.countries and code not in template.countries):
            continue
        capital = draft.entries[state.capital].label if state.capital else state.label
        adjectives = state.adjectives or (state.label,)
        names: dict[str, None] = {}
        for pattern in (template.label, *template.aliases):
            for adjective in adjectives if "{adjective}" in pattern else ("",):
                names[pattern.format(adjective=adjective, country=state.label, capital=capital)] = None
        label, *aliases = names
        key = f"{template.makes}_of"
        if (key, code) in claimed:
            draft.extra_names[key, code] = (tuple(names), template.heads)
        elif template.own == "war" and not state.at_war:
            draft.entries[state_id] = replace(state, seats=(*state.seats, *names))
        else:
            identifier = local_name(label)
            if template.makes == "forces":
                draft.forces[code] = identifier
            draft.entries[identifier] = Entry(
                id=identifier,
                label=label,
                type=template.type,
                country=code,
                aliases=tuple(aliases),
                heads=template.heads,
                part_of=(draft.forces.get(code, state_id) if template.under == "forces" else state_id,),
                government_of=code if template.makes == "government" else None,
                forces_of=code if template.makes == "forces" else None,
            )


def read_entry(check: Checker, values: dict[str, Node], draft: Draft) -> None:
    """Read one YAML entry into the draft: a new one, one that replaces, or one that extends."""
    if "id" in values:
        identifier = check.matching(values["id"], IDENTIFIER, "an id (letters and digits)")
    else:
        identifier = local_name(check.text(values["label"]))
    found: dict[str, Any] = {"id": identifier}
    for key in LISTS:
        if key in values:
            found[key] = check.texts(values[key])
    for key in TEXTS:
        if key in values:
            found[key] = check.text(values[key])
    if "type" in values:
        found["type"] = check.one_of(values["type"], ENTITY_TYPES)
    if "wikidata" in values:
        found["wikidata"] = check.matching(values["wikidata"], WIKIDATA, "a Wikidata id such as Q42")
    if "geonames" in values:
        found["geonames"] = check.integer(values["geonames"], 1)
    if "media" in values:
        found["media"] = check.flag(values["media"])
    for key, limit in (("lat", 90), ("lon", 180)):
        if key in values:
            found[key] = check.number(values[key], -limit, limit)
    if "roles" in values:
        found["roles"] = tuple(read_role(check, item, draft) for item in check.items(values["roles"]))
    for key in ("country", "government_of", "forces_of"):
        if key in values:
            draft.references.append((partial(check.fault, values[key]), "country", found[key]))
    for parent in check.items(values.get("part_of")):
        draft.references.append((partial(check.fault, parent), "entry", parent.value))
    if check.flag(values.get("extend")):
        old = draft.entries.get(identifier)
        if old is None:
            check.fault(
                values["id"],
                f"extends {identifier!r}, which is not there{nearest(identifier, draft.entries)}",
            )
            return
        for key in (*LISTS, "roles"):
            if key in found:
                found[key] = tuple(dict.fromkeys((*getattr(old, key), *found[key])))
        draft.entries[identifier] = replace(old, **found)
        return
    for key in ("government_of", "forces_of"):
        if key in found and (key, found[key]) in draft.extra_names:
            names, heads = draft.extra_names[key, found[key]]
            aliases = (*found.get("aliases", ()), *(n for n in names if n != found["label"]))
            found["aliases"] = tuple(dict.fromkeys(aliases))
            found["heads"] = tuple(dict.fromkeys((*found.get("heads", ()), *heads)))
    draft.entries[identifier] = Entry(**({"label": "", "type": ""} | found))


def read_role(check: Checker, item: Node, draft: Draft) -> Role:
    values = check.mapping(item, ("position", "of"), ("since", "until"))
    target = check.text(values.get("of"))
    if "of" in values:
        kind = "country" if ALPHA3.fullmatch(target) and target in draft.states else "entry"
        draft.references.append((partial(check.fault, values["of"]), kind, target))
        target = draft.states.get(target, target)
    return Role(
        check.text(values.get("position")),
        target,
        check.date(values.get("since")),
        check.date(values.get("until")),
    )


def check_references(draft: Draft) -> None:
    """Complain about every id and country code that is not there."""
    for complain, kind, target in draft.references:
        known = draft.entries if kind == "entry" else draft.states
        if target not in known:
            complain(f"unknown {kind} {target!r}{nearest(target, known)}")
