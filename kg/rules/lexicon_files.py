"""Reads the dictionary's files, `places/` and `actors/` of a rules folder, into entries, noting every fault.

Layout: `places/countries*.csv`, `places/cities*.csv`, `places/*.yaml` (top key `places`), `actors/*.yaml` (top
keys `actors`, `templates`). An entry of a later folder replaces an earlier one of the same id; with `extend: true`
it adds its lists and overrides the single values. `extend` works on what a template made, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from yaml import Node

from kg.identifiers import local_name
from kg.rules.entries import ENTITY_TYPES, Entry, Role
from kg.rules.lexicon_draft import Draft
from kg.rules.lexicon_tables import ALPHA3, IDENTIFIER, link_capitals, read_cities, read_countries
from kg.rules.lexicon_templates import apply_template, read_template
from kg.rules.yamlfile import Checker, nearest, raise_faults, yaml_files

LISTS = ("aliases", "short", "former_names", "ambiguous", "heads", "part_of", "adjectives", "people", "seats")
CODES = ("country", "government_of", "forces_of", "army_in")
KEYS = (
    "id",
    "label",
    "type",
    "kind",
    *CODES,
    *LISTS,
    "roles",
    "wikidata",
    "geonames",
    "lat",
    "lon",
    "media",
    "extend",
)
KNOWN = dict.fromkeys(KEYS)  # a set with an order: asked for every key of every entry
WIKIDATA = re.compile(r"Q[1-9][0-9]*")


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
            read_file(file, draft, seen)
    link_capitals(draft)
    claims = ((key, values[key].value) for _, _, values in draft.queue for key in CODES[1:] if key in values)
    claimed = {(key, str(code)) for key, code in claims}
    for template in draft.templates.values():
        apply_template(template, draft, claimed)
    for check, identifier, values in draft.queue:
        add_entry(check, identifier, values, draft)
    draft.check_references()
    raise_faults(draft.faults)
    return draft


def read_file(file: Path, draft: Draft, seen: dict[str, str]) -> None:
    """Queue the entries of a YAML file, and read its templates; `seen` maps ids of this folder to their places."""
    check = Checker.read(file, draft.faults)
    top = check.mapping(check.root, optional=("actors", "places", "templates"))
    for key in ("actors", "places"):
        for item in check.items(top.get(key)):
            values = check.mapping(item, optional=KNOWN)
            extend = check.flag(values.get("extend"))
            missing = [
                needed for needed in (("id",) if extend else ("label", "type")) if needed not in values
            ]
            for needed in missing if values else ():
                check.fault(item, f"required key {needed!r} is missing")
            identifier = identify(check, values, None if extend else seen)
            if identifier and not missing:
                draft.queue.append((check, identifier, values))
    for item in check.items(top.get("templates")):
        read_template(check, item, draft)


def identify(check: Checker, values: dict[str, Node], seen: dict[str, str] | None) -> str:
    """The id of an entry: as given, or made from its label; "" where it is at fault or (with `seen`) not new."""
    node = values.get("id") or values.get("label")
    text = check.text(node)
    if not text or node is None:
        return ""
    identifier = text if "id" in values else local_name(text)
    if not IDENTIFIER.fullmatch(identifier):
        check.fault(node, f"{identifier!r} is not an id (letters and digits)")
        return ""
    if seen is not None and identifier in seen:
        check.fault(node, f"duplicate id {identifier!r}, first at {seen[identifier]}")
        return ""
    if seen is not None:
        seen[identifier] = check.place(node)
    return identifier


def read_values(check: Checker, values: dict[str, Node], draft: Draft) -> dict[str, Any]:
    """What an entry says, as arguments of `Entry`, checked value by value."""
    found: dict[str, Any] = {key: check.texts(values[key]) for key in LISTS if key in values}
    found |= {key: check.text(values[key]) for key in ("label", "kind", *CODES) if key in values}
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
    for key in CODES:
        if key in values:
            draft.references.append((partial(check.fault, values[key]), "country", found[key]))
    if "part_of" in values:
        for parent in values["part_of"].value if check.is_list(values["part_of"]) else ():
            draft.references.append((partial(check.fault, parent), "entry", str(parent.value)))
    return found


def read_role(check: Checker, item: Node, draft: Draft) -> Role:
    """An office; `of` may be an entry's id or a country's code."""
    values = check.mapping(item, ("position", "of"), ("since", "until"))
    target = check.text(values.get("of"))
    if target:
        kind = "country" if ALPHA3.fullmatch(target) and target in draft.states else "entry"
        draft.references.append((partial(check.fault, values["of"]), kind, target))
    since, until = check.date(values.get("since")), check.date(values.get("until"))
    if since and until and until < since[: len(until)]:
        check.fault(values["until"], f"{until} lies before {since}")
    return Role(check.text(values.get("position")), draft.states.get(target, target), since, until)


def add_entry(check: Checker, identifier: str, values: dict[str, Node], draft: Draft) -> None:
    """Add a YAML entry to the draft: a new one, one that replaces, or one that extends."""
    found = read_values(check, values, draft)
    old = draft.entries.get(identifier)
    if "extend" in values and check.flag(values["extend"]):
        if old is None:
            hint = nearest(identifier, draft.entries)
            check.fault(values["id"], f"extends {identifier!r}, which is not there{hint}")
            return
        lists = {key: join(getattr(old, key), found[key]) for key in (*LISTS, "roles") if key in found}
        draft.entries[identifier] = replace(old, **(found | lists))
        return
    for key in CODES[1:]:
        if key in found and (key, found[key]) in draft.extra_names:
            names, heads = draft.extra_names[key, found[key]]
            found["aliases"] = join(found.get("aliases", ()), tuple(n for n in names if n != found["label"]))
            found["heads"] = join(found.get("heads", ()), heads)
    draft.entries[identifier] = Entry(id=identifier, **found)


def join(first: tuple[Any, ...], second: tuple[Any, ...]) -> tuple[Any, ...]:
    """Both tuples, each value once."""
    return tuple(dict.fromkeys((*first, *second)))
