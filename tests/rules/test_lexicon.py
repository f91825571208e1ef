"""The lexicon of the rules folder: what names mean, and what a user's folder changes."""

from __future__ import annotations

import gc
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.rules.lexicon import Lexicon, load_lexicon, normalise

RULES = Path(__file__).parents[2] / "rules"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(RULES)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Syria", "syria"),
        ("Ash-Shaʿab  Party’s", "al shaab partys"),
        ("Hay'at Tahrir al-Sham", "hayat tahrir al sham"),
        ("Hayat Tahrir ash-Sham", "hayat tahrir al sham"),
        ("Ar Raqqah", "al raqqah"),
        ("an-Nasiriyah", "al nasiriyah"),
        ("El Fasher", "al fasher"),
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("Diyarbakır", "diyarbakir"),
        ("Operation\u00a0Inherent\nResolve", "operation inherent resolve"),
        ("U.S.", "u.s."),
        ("as Syria", "as syria"),
        ("at home", "at home"),
        ("", ""),
    ],
)
def test_normalise(text: str, form: str):
    assert normalise(text) == form


@given(st.text(max_size=40))
def test_normalise_again_changes_nothing(text: str):
    assert normalise(normalise(text)) == normalise(text)


MEANINGS = [
    # wording, sense, entity
    ("HTS", "acronym", "HayatTahrirAlSham"),
    ("Hay’at Tahrir al-Sham", "name", "HayatTahrirAlSham"),
    ("Bashar al-Assad", "name", "BasharAlAssad"),
    ("Bashar Assad", "name", "BasharAlAssad"),
    ("Assad", "short", "BasharAlAssad"),
    ("al-Assad", "short", "BasharAlAssad"),
    ("Erdogan", "short", "RecepTayyipErdogan"),
    ("Erdoğan", "short", "RecepTayyipErdogan"),
    ("IS", "acronym", "IslamicState"),
    ("Daesh", "name", "IslamicState"),
    ("Russia", "name", "Russia"),
    ("Russian Federation", "name", "Russia"),
    ("Russian", "demonym", "Russia"),
    ("Russians", "people", "Russia"),
    ("Kremlin", "seat", "Russia"),
    ("Moscow", "capital", "Russia"),
    ("Moscow", "name", "Moscow"),
    ("Russian government", "seat", "Russia"),
    ("Russian troops", "name", "RussianArmedForces"),
    ("US", "acronym", "UnitedStates"),
    ("US", "demonym", "UnitedStates"),
    ("American", "demonym", "UnitedStates"),
    ("White House", "seat", "UnitedStates"),
    ("U.S. military", "name", "USArmedForces"),
    ("Obama administration", "seat", "UnitedStates"),
    ("Damascus", "capital", "SyrianGovernment"),
    ("Damascus", "name", "Damascus"),
    ("Syrian regime", "name", "SyrianGovernment"),
    ("Assad government", "name", "SyrianGovernment"),
    ("government of Syria", "name", "SyrianGovernment"),
    ("Syrian Arab Army", "name", "SyrianArmedForces"),
    ("Assad's forces", "name", "SyrianArmedForces"),
    ("Iraqi forces", "name", "IraqiArmedForces"),
    ("Israeli army", "name", "IsraeliArmedForces"),
    ("IDF", "acronym", "IsraeliArmedForces"),
    ("Palestinian government", "name", "PalestinianAuthority"),
    ("Kurdish", "demonym", "Kurds"),
    ("Observatory", "short", "SyrianObservatoryForHumanRights"),
    ("SOHR", "acronym", "SyrianObservatoryForHumanRights"),
    ("PKK", "acronym", "KurdistanWorkersParty"),
    ("Kurdistan Workers' Party", "name", "KurdistanWorkersParty"),
    ("Houthi rebels", "name", "HouthiMovement"),
    ("Ain al-Arab", "name", "Kobani"),
    ("Ma'arat al-Nu'man", "name", "MaaratAlNuman"),
    ("Tal Tamr", "name", "TellTamer"),
    ("Deir Ezzor", "name", "DeirEzZor"),
    ("Anbar", "name", "AnbarProvince"),
    ("Khmeimim airbase", "name", "HmeimimAirBase"),
    ("Kiev", "name", "Kyiv"),
    ("Gaza", "name", "GazaStrip"),
]


@pytest.mark.parametrize(("wording", "sense", "entity"), MEANINGS)
def test_what_a_wording_means(lexicon: Lexicon, wording: str, sense: str, entity: str):
    assert (entity, sense) in [(s.entry_id, s.sense) for s in lexicon.senses(wording)]


@pytest.mark.parametrize(
    ("wording", "entity"),
    [
        ("is", "IslamicState"),  # acronyms want their capitals
        ("us", "UnitedStates"),
        ("Assads", "BasharAlAssad"),
        ("Syrian government", "Syria"),  # the government of a country at war is not the state
        ("Damascus", "Syria"),
        ("Russian government", "RussianGovernment"),  # elsewhere it is
        ("Kurdish", "Turkey"),
        ("HTS", "AlQaeda"),
        ("the", "Thailand"),
        ("", "Syria"),
    ],
)
def test_what_a_wording_does_not_mean(lexicon: Lexicon, wording: str, entity: str):
    assert entity not in {sense.entry_id for sense in lexicon.senses(wording)}


def test_ambiguous_names_say_so(lexicon: Lexicon):
    for wording in ("IS", "Batman", "Nice", "Georgia", "PA", "Bush", "Hit"):
        assert all(sense.ambiguous for sense in lexicon.senses(wording)), wording
        assert lexicon.senses(wording), wording
    for wording in ("ISIS", "Aleppo", "Putin", "Syria", "Jordan", "US"):
        assert not any(sense.ambiguous for sense in lexicon.senses(wording)), wording


def test_an_acronym_in_its_capitals_means_that_alone(lexicon: Lexicon):
    assert {s.entry_id for s in lexicon.senses("SANA")} == {"SyrianArabNewsAgency"}
    assert {s.entry_id for s in lexicon.senses("Sana'a")} == {"YemeniGovernment", "Sanaa"}
    assert {s.entry_id for s in lexicon.senses("SYRIA")} == {"Syria"}


def test_governments_and_forces(lexicon: Lexicon):
    assert lexicon.government("SYR").label == "Syrian government"
    assert lexicon.government("SYR").type == "Government"
    assert lexicon.government("RUS") is lexicon.state("RUS")
    assert lexicon.forces("SYR").label == "Syrian Armed Forces"
    assert lexicon.forces("RUS").type == "ArmedForces"
    assert lexicon.forces("PSE").label == "Palestinian Security Forces"
    assert lexicon.forces("GRL") is lexicon.state("GRL")
    assert lexicon.state("SYR").at_war
    assert not lexicon.state("FRA").at_war
    with pytest.raises(KeyError):
        lexicon.state("XXX")


def test_demonyms(lexicon: Lexicon):
    for demonym, country in (
        ("Syrian", "SYR"),
        ("Turks", "TUR"),
        ("British", "GBR"),
        ("U.S.", "USA"),
        ("US", "USA"),
    ):
        entry = lexicon.country_of(demonym)
        assert entry is not None
        assert entry.country == country
    for no_demonym in ("Kurdish", "Syria", "us", "European", ""):
        entry = lexicon.country_of(no_demonym)
        assert entry is None or entry.country is None, no_demonym
    assert lexicon.demonyms["syrian"] == "SYR"


def test_capitals_and_states_know_each_other(lexicon: Lexicon):
    assert lexicon.state("SYR").capital == "Damascus"
    assert lexicon.entries["Damascus"].seat_of == "SYR"
    assert lexicon.entries["Damascus"].geonames == 170654
    assert lexicon.entries["Aleppo"].seat_of is None


def test_roles_have_dates(lexicon: Lexicon):
    roles = lexicon.entries["BasharAlAssad"].roles
    assert [(r.position, r.of, r.since, r.until) for r in roles] == [
        ("president", "Syria", "2000-07-17", "2024-12-08")
    ]


def test_longest_and_first_words(lexicon: Lexicon):
    assert lexicon.longest == max(len(key.split()) for key in lexicon.names)
    assert {"hayat", "syria", "u.s."} <= lexicon.first_words.keys()
    assert lexicon.first_words["hayat"] == 4  # "Hayat Tahrir al-Sham"


def test_two_loads_are_alike(lexicon: Lexicon):
    again = load_lexicon(RULES)
    assert list(again.entries) == list(lexicon.entries)
    assert again == lexicon


def test_loading_is_fast_and_leaves_the_collector_on():
    """The budget is 0.35 s of processor time; the best of three, for a machine half as fast and busy."""
    times = []
    for _ in range(3):
        start = time.process_time()
        load_lexicon(RULES)
        times.append(time.process_time() - start)
    assert min(times) < 0.7
    assert gc.isenabled()


@pytest.fixture
def users_folder(tmp_path: Path) -> Path:
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "mine.yaml").write_text(
        """
actors:
  - label: Free Sample Army
    type: ArmedGroup
    country: SYR
    aliases: [FSAM]
    part_of: [SyrianDemocraticForces]
  - id: HayatTahrirAlSham
    extend: true
    aliases: [Tahrir Group]
    roles: []
  - id: Reuters
    label: Reuters News
    type: Organisation
  - id: SyrianGovernment
    extend: true
    label: Government of Syria
""",
        encoding="utf-8",
    )
    (tmp_path / "places").mkdir()
    (tmp_path / "places" / "cities-mine.csv").write_text(
        "# mine\nid,label,aliases,ambiguous,country,kind,geonames,lat,lon\n"
        "MyTown,My Town,Mine,Mine,SYR,town,,35.0,38.0\n",
        encoding="utf-8",
    )
    return tmp_path


def test_a_users_folder_adds_extends_and_overrides(lexicon: Lexicon, users_folder: Path):
    mine = load_lexicon(RULES, users_folder)
    assert mine.senses("FSAM")[0].entry_id == "FreeSampleArmy"
    assert mine.entries["FreeSampleArmy"].part_of == ("SyrianDemocraticForces",)
    assert mine.senses("Tahrir Group")[0].entry_id == "HayatTahrirAlSham"
    assert set(lexicon.entries["HayatTahrirAlSham"].aliases) < set(mine.entries["HayatTahrirAlSham"].aliases)
    assert mine.entries["Reuters"].label == "Reuters News"
    assert not mine.entries["Reuters"].media
    assert mine.government("SYR").label == "Government of Syria"
    assert mine.senses("Mine")[0].ambiguous
    assert len(mine.entries) == len(lexicon.entries) + 2
    assert not lexicon.senses("FSAM")


def test_an_empty_or_missing_folder_is_no_fault(lexicon: Lexicon, tmp_path: Path):
    assert load_lexicon(RULES, tmp_path, tmp_path / "missing") == lexicon
    assert load_lexicon(tmp_path).entries == {}
