"""Names before the parse: the dictionary's, runs of capitals, titles, and what only looks like a name."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.pipeline import Engine
from kg.records import Name
from kg.text.tokens import words


@cache
def engine() -> Engine:
    return Engine.load()


def names(text: str) -> list[Name]:
    return [found.name for found in engine().names.find([words(text, 0, len(text))])[0]]


def meaning(name: Name) -> str | None:
    """The id of the entry that a name means, or its guessed class in brackets."""
    return name.senses[0][0] if name.senses else f"({name.kind})"


# (text, names with what they mean)
FOUND = [
    ("The Arakan Army attacked Sittwe.", [("Arakan Army", "ArakanArmy"), ("Sittwe", "Sittwe")]),
    (
        "MNDAA and TNLA fighters fled.",
        [("MNDAA", "MyanmarNationalDemocraticAllianceArmy"), ("TNLA", "TaangNationalLiberationArmy")],
    ),
    ("Ahmad Massoud spoke.", [("Ahmad Massoud", "AhmadMassoud")]),
    ("Ahmad Shah Massoud spoke.", [("Ahmad Shah Massoud", "AhmadShahMassoud")]),
    ("Amos Hockfield met officials.", [("Amos Hockfield", "(Person)")]),
    (
        "The Front for Change and Concord in Chad attacked.",
        [("Front for Change and Concord in Chad", "FrontForChangeAndConcordInChad")],
    ),
    ("Operation Barkhane ended.", [("Operation Barkhane", "OperationBarkhane")]),
    ("Congo's army fled.", [("Congo", "DemocraticRepublicOfTheCongo")]),
    ("Rebels of the Congo River Alliance fled.", [("Congo River Alliance", "CongoRiverAlliance")]),
    # Ranks, what tells namesakes apart, nicknames
    (
        "Navy Special Warfare Operator 1st Class Charles H. Keating IV was killed.",
        [("Charles H. Keating IV", "(Person)")],
    ),
    ("Gen. Joseph F. Dunford Jr. spoke.", [("Joseph F. Dunford Jr.", "JosephDunford")]),
    ('Mohamed Hamdan "Hemedti" Dagalo spoke.', [('Mohamed Hamdan "Hemedti" Dagalo', "MohamedHamdanDagalo")]),
    ("Saddam Haftar spoke.", [("Saddam Haftar", "(Person)")]),
    ("Martin O'Malley spoke.", [("Martin O'Malley", "(Person)")]),
    # Numbered units, commands
    ("The 47th Mechanized Brigade fled.", [("47th Mechanized Brigade", "(ArmedForces)")]),
    (
        "The 3rd Battalion, 321st Field Artillery Regiment fired.",
        [("3rd Battalion", "(ArmedForces)")],
    ),
    ("The 2nd Battalion, 1st Marines fired.", [("2nd Battalion", "(ArmedForces)")]),
    ("The Ordnance Disposal Mobile Unit Two left.", [("Ordnance Disposal Mobile Unit Two", "(ArmedForces)")]),
    ("On the 5th Hamas attacked.", [("Hamas", "Hamas")]),
    ("They attacked the Northern Command.", [("Northern Command", "(ArmedGroup)")]),
    # "for", "of", "and" inside a name, and between two
    (
        "The Front for the Liberation of the Enclave of Cabinda attacked.",
        [("Front for the Liberation of the Enclave of Cabinda", "(ArmedGroup)")],
    ),
    (
        "The Ministry of Health and Social Affairs spoke.",
        [("Ministry of Health and Social Affairs", "(Organisation)")],
    ),
    (
        "The Ministry of Health and Hamas spoke.",
        [("Ministry of Health", "(Organisation)"), ("Hamas", "Hamas")],
    ),
    (
        "The Popular Front for Victory and Iran spoke.",
        [("Popular Front for Victory", "(ArmedGroup)"), ("Iran", "Iran")],
    ),
    ("The Ethiopian Syrian National Army fled.", [("Ethiopian Syrian National Army", "(ArmedForces)")]),
    (
        "The National Liberation Army (ELN) attacked.",
        [("National Liberation Army", "NationalLiberationArmyOfColombia")],
    ),
    ("The People's Defense Force fled.", [("People's Defense Force", "PeoplesDefenceForce")]),
    ("The People’s Protection Units fled.", [("People’s Protection Units", "PeoplesProtectionUnits")]),
    ("The People's Administration Team met.", [("People's Administration Team", "(Organisation)")]),
    ("Yale School of Public Health spoke.", [("Yale School of Public Health", "(Organisation)")]),
    ("The Northeastern War Front fled.", [("Northeastern War Front", "(ArmedGroup)")]),
    ("Operation Freedom's Sentinel ended.", [("Operation Freedom's Sentinel", "(Operation)")]),
    ("Rebels in Eastern Aleppo fled.", [("Aleppo", "Aleppo")]),
    # Ships, and numbers that belong to a name
    ("USS Carney sank.", [("USS Carney", "(ArmedForces)")]),
    ("They boarded HMS Duncan on Monday.", [("HMS Duncan", "(ArmedForces)")]),
    ("The USS Theodore Roosevelt left.", [("USS Theodore Roosevelt", "(ArmedForces)")]),
    ("The MV Ruby Star sank.", [("MV Ruby Star", "(Facility)")]),
    ("Task Force 150 left Bahrain.", [("Task Force 150", "(ArmedForces)"), ("Bahrain", "Bahrain")]),
    ("Amphibious Squadron 4 sailed.", [("Amphibious Squadron 4", "(ArmedForces)")]),
    ("CTF 151 freed the crew.", [("CTF 151", "(ArmedForces)")]),
    ("Brigade 80 fled.", [("Brigade 80", "(ArmedForces)")]),
    ("They closed Highway 5.", [("Highway 5", "(Place)")]),
    ("Of Group 12 people fled.", [("Group", "(Organisation)")]),
    ("Combined Maritime Task Force 3 left.", [("Combined Maritime Task Force 3", "(ArmedForces)")]),
    ("Combined with Task Force 3 they left.", [("Task Force 3", "(ArmedForces)")]),
    ("They fled Kandahar Province.", [("Kandahar Province", "Kandahar")]),
    ("They met the Mosul City Council.", [("Mosul City Council", "(Organisation)")]),
    # What is called after somebody
    ("They shelled Al Assad University Hospital.", [("Al Assad University Hospital", "(Facility)")]),
    ("They met Assad Hospital staff.", [("Assad Hospital", "(Facility)")]),
    ("They met Assad Forces.", [("Assad Forces", "SyrianArmedForces")]),
    ("ISLAMIC STATE KILLS TWENTY SOLDIERS IN MOSUL", [("ISLAMIC STATE", "IslamicState"), ("MOSUL", "Mosul")]),
    (
        "They met Syrian Democratic Forces (SDF) fighters.",
        [("Syrian Democratic Forces", "SyrianDemocraticForces")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(name.text, meaning(name)) for name in names(text)] == expected


def test_a_title_goes_with_its_person() -> None:
    (name,) = names("They met German Foreign Minister Frank-Walter Steinmeier.")
    assert name.title is not None
    assert (name.title.text, [of.text for of in name.title.of]) == ("Foreign Minister", ["German"])


@pytest.mark.parametrize(
    "text", ["The General Staff said so.", "The Declaration was signed.", "They read the Constitution."]
)
def test_no_persons(text: str) -> None:
    assert all(name.title is None and name.kind != "Person" for name in names(text))


def test_an_acronym_in_brackets_is_known_from_then_on() -> None:
    first, second = "The Kivu Peace Brigade (KPB) attacked.", "The KPB fled."
    found = engine().names.find([words(first, 0, len(first)), words(second, 0, len(second))])
    assert found[1][0].name.canonical == "Kivu Peace Brigade"


def test_a_person_goes_by_the_last_name_not_by_the_number() -> None:
    first, second = "Charles H. Keating IV was killed.", "Keating fought in Iraq."
    found = engine().names.find([words(first, 0, len(first)), words(second, 0, len(second))])
    assert found[1][0].name.canonical == "Charles H. Keating IV"


PIECES = [
    "Aleppo",
    "the",
    "General",
    "Staff",
    "Syrian",
    "President",
    "Bashar",
    "al-Assad",
    "(SDF)",
    "of",
    "and",
    "Amos",
    "said",
    ",",
    "Congo",
    "'s",
    "army",
]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=9))
def test_names_are_slices_in_order_without_overlap(pieces: list[str]) -> None:
    text = " ".join(pieces)
    last = 0
    for name in names(text):
        assert last <= name.start < name.end <= len(text)
        assert " ".join(text[name.start : name.end].split()) == name.text
        last = name.end
