"""Reads the templates of `actors/templates.yaml` and makes each country's government, forces, ministries from them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from yaml import Node

from kg.identifiers import local_name
from kg.rules.entries import ENTITY_TYPES, Entry
from kg.rules.lexicon_draft import Draft, Template
from kg.rules.yamlfile import Checker


def read_template(check: Checker, item: Node, draft: Draft) -> None:
    """Add one template, or replace that of the same id."""
    required, optional = ("id", "type", "label", "own"), ("aliases", "heads", "countries", "makes", "under")
    values = check.mapping(item, required, optional)
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
    for key, texts in (("label", (template.label,)), ("aliases", template.aliases)):
        for text in texts:
            try:
                text.format(adjective="", country="", capital="")
            except (KeyError, ValueError, IndexError):
                check.fault(values[key], f"{text!r}: braces may hold adjective, country or capital only")
                return
    for code in check.items(values.get("countries")):
        draft.references.append((partial(check.fault, code), "country", str(code.value)))
    draft.templates[template.id] = template


def names_for(template: Template, state: Entry, draft: Draft) -> tuple[str, ...]:
    """The template's wordings for a country, the label first, in every adjective the country has."""
    capital = draft.entries[state.capital].label if state.capital else state.label
    names: dict[str, None] = {}
    for pattern in (template.label, *template.aliases):
        for adjective in (state.adjectives or (state.label,)) if "{adjective}" in pattern else ("",):
            names[pattern.format(adjective=adjective, country=state.label, capital=capital)] = None
    return tuple(names)


def apply_template(template: Template, draft: Draft, claimed: set[tuple[str, str]]) -> None:
    """Make the template's actor for each country, or give its names to the state.

    `claimed` holds ("government_of" or "forces_of", country) of entries in the files, which get the names instead.
    """
    for code, state_id in draft.states.items():
        state = draft.entries[state_id]
        if state.type != "State" or (template.countries and code not in template.countries):
            continue
        names = names_for(template, state, draft)
        if (f"{template.makes}_of", code) in claimed:
            draft.extra_names[f"{template.makes}_of", code] = (names, template.heads)
        elif template.own == "war" and not state.at_war:
            draft.entries[state_id] = replace(state, seats=(*state.seats, *names))
        else:
            identifier = local_name(names[0])
            if template.makes == "forces":
                draft.forces[code] = identifier
            draft.entries[identifier] = Entry(
                id=identifier,
                label=names[0],
                type=template.type,
                country=code,
                aliases=names[1:],
                heads=template.heads,
                part_of=(draft.forces.get(code, state_id) if template.under == "forces" else state_id,),
                government_of=code if template.makes == "government" else None,
                forces_of=code if template.makes == "forces" else None,
            )
