"""Lint of the dictionary in the rules folder: what a loader cannot refuse, but a reader would stumble over."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from pathlib import Path

import pytest

from kg.identifiers import local_name
from kg.rules.entries import ENTITY_TYPES, Entry
from kg.rules.lexicon import Lexicon, load_lexicon, names_of, normalise

RULES = Path(__file__).parents[2] / "rules"
ISO_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
# States of the United Nations, and those the dictionary adds: Kosovo, Palestine, Taiwan, Vatican City.
STATES = 193 + 4


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(RULES)


@pytest.fixture(scope="module")
def entries(lexicon: Lexicon) -> list[Entry]:
    return list(lexicon.entries.values())


def test_the_size_of_the_dictionary(entries: list[Entry]):
    """Guards against a file that is silently left out."""
    count = defaultdict(int)
    for entry in entries:
        count[entry.type] += 1
    assert count["State"] == STATES
    assert count["Person"] >= 400
    assert count["ArmedGroup"] >= 120
    assert count["Place"] >= 3000
    assert count["Facility"] >= 90
    assert count["Organisation"] >= 400
    assert set(count) <= set(ENTITY_TYPES)


def test_ids_are_local_names(entries: list[Entry]):
    for entry in entries:
        assert re.fullmatch(r"[A-Z][A-Za-z0-9]*", entry.id), entry.id
        assert local_name(entry.id) == entry.id


def test_no_name_is_claimed_twice_in_one_type_unless_flagged(lexicon: Lexicon):
    clashes = []
    for key, senses in lexicon.names.items():
        by_type = defaultdict(set)
        for sense in senses:
            if sense.sense in ("name", "acronym") and not sense.ambiguous:
                by_type[lexicon.entries[sense.entry_id].type].add(sense.entry_id)
        ids = {s.entry_id for s in senses if s.sense in ("name", "acronym")}
        for kind, clear in by_type.items():
            if clear and len({i for i in ids if lexicon.entries[i].type == kind}) > 1:
                clashes.append((key, kind, sorted(ids)))
    assert clashes == []


def test_references_resolve(lexicon: Lexicon, entries: list[Entry]):
    for entry in entries:
        assert entry.country is None or entry.country in lexicon.states, entry.id
        for target in (*entry.part_of, *(role.of for role in entry.roles)):
            assert target in lexicon.entries, (entry.id, target)
            assert target != entry.id


def test_part_of_has_no_circles(lexicon: Lexicon, entries: list[Entry]):
    def climb(identifier: str, seen: tuple[str, ...]) -> None:
        assert identifier not in seen, seen
        for parent in lexicon.entries[identifier].part_of:
            climb(parent, (*seen, identifier))

    for entry in entries:
        climb(entry.id, ())


def test_dates_and_coordinates(entries: list[Entry]):
    for entry in entries:
        for role in entry.roles:
            assert role.position
            for date in (role.since, role.until):
                assert date is None or ISO_DATE.fullmatch(date), entry.id
                assert date is None or "1950" <= date <= "2026-12-31", entry.id
        assert (entry.lat is None) == (entry.lon is None), entry.id
        if entry.lat is not None and entry.lon is not None:
            assert -90 <= entry.lat <= 90
            assert -180 <= entry.lon <= 180


def test_a_place_lies_near_its_country(lexicon: Lexicon, entries: list[Entry]):
    """Within 3,500 km of the country's middle, except in the largest countries: catches swapped coordinates."""
    large = {
        "RUS",
        "USA",
        "CAN",
        "CHN",
        "BRA",
        "AUS",
        "IDN",
        "CHL",
        "KIR",
        "FSM",
        "FRA",
        "NOR",
        "PRT",
        "ESP",
        "DNK",
    }
    for entry in entries:
        if entry.lat is None or entry.lon is None or not entry.country or entry.country in large:
            continue
        middle = lexicon.state(entry.country)
        assert middle.lat is not None
        assert middle.lon is not None
        west = (entry.lon - middle.lon) * math.cos(math.radians(middle.lat))
        assert math.hypot(entry.lat - middle.lat, west) * 111 < 3_500, entry.id


def test_ambiguous_and_short_forms_are_names_of_their_entry(lexicon: Lexicon, entries: list[Entry]):
    for entry in entries:
        names = {name for name, _ in names_of(entry)} | {*entry.adjectives, *entry.people, *entry.seats}
        if entry.capital:
            capital = lexicon.entries[entry.capital]
            names |= {capital.label, *capital.aliases}
        assert set(entry.ambiguous) <= names, entry.id
        assert not set(entry.short) & set(entry.aliases), entry.id


def test_no_name_begins_with_an_article_or_is_a_common_word(entries: list[Entry]):
    """The finder takes articles off. Words of sentences ("of", "is") may only be acronyms, which want capitals."""
    common = {
        "of",
        "is",
        "it",
        "us",
        "the",
        "an",
        "in",
        "on",
        "at",
        "as",
        "he",
        "who",
        "may",
        "will",
        "march",
        "group",
    }
    common |= {
        "army",
        "police",
        "coalition",
        "north",
        "south",
        "east",
        "west",
        "state",
        "region",
        "border",
        "camp",
    }
    titles = (
        "The Guardian",
        "The Times",
        "The Independent",
        "The Economist",
        "The National",
        "The Intercept",
    )
    for entry in entries:
        for name, sense in names_of(entry):
            assert name == name.strip()
            assert normalise(name), entry.id
            if not entry.media and name != "The Hague":
                assert not name.lower().startswith(("the ", "a ")), name
            if sense == "name":
                assert normalise(name) not in common, name
    assert {"TheGuardian", "TheTimes"} <= {e.id for e in entries if e.label in titles}


def test_persons_have_two_names_and_short_forms_that_are_part_of_them(entries: list[Entry]):
    for entry in entries:
        if entry.type == "Person":
            assert " " in entry.label or "-" in entry.label, entry.id
            written = normalise(" ".join((entry.label, *entry.aliases, *entry.former_names)))
            for short in entry.short:
                assert normalise(short) in written, (entry.id, short)


def test_countries_at_war_have_a_government_of_their_own(lexicon: Lexicon):
    at_war = {code for code in lexicon.states if lexicon.state(code).at_war}
    assert {
        "SYR",
        "IRQ",
        "YEM",
        "LBY",
        "UKR",
        "SDN",
        "SSD",
        "AFG",
        "SOM",
        "MMR",
        "MLI",
        "ETH",
        "COD",
        "PSE",
    } <= at_war
    assert not {"USA", "RUS", "TUR", "IRN", "GBR", "FRA", "SAU", "CHN"} & at_war
    for code in lexicon.states:
        state = lexicon.state(code)
        assert (lexicon.government(code).type == "Government") == (code in at_war), code
        assert (lexicon.forces(code).type == "ArmedForces") == (state.type == "State"), code


def test_every_state_has_a_demonym_or_its_name_serves(lexicon: Lexicon):
    without = [e.id for e in map(lexicon.state, lexicon.states) if e.type == "State" and not e.adjectives]
    assert len(without) <= 20, without
