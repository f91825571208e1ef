"""A dictionary with faults is refused with all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import RuleError
from kg.rules.lexicon import load_lexicon

COUNTRIES = "alpha3,label,kind,aliases,adjectives,people,capital,seats,ambiguous,war,geonames,lat,lon\n"
CITIES = "id,label,aliases,ambiguous,country,kind,geonames,lat,lon\n"
SYRIA = "SYR,Syria,state,,Syrian,Syrians,,,,2011-,163843,35,38\n"


def faults_of(folder: Path, **files: str) -> list[str]:
    """The faults of a rules folder with these files: `actors`, `places` (YAML), `countries`, `cities` (CSV)."""
    for name, text in ({"countries": COUNTRIES + SYRIA} | files).items():
        path = (
            folder
            / {
                "actors": "actors/a.yaml",
                "places": "places/p.yaml",
                "countries": "places/countries.csv",
                "cities": "places/cities.csv",
            }[name]
        )
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as error:
        load_lexicon(folder)
    return [str(fault).removeprefix(folder.as_posix() + "/") for fault in error.value.faults]


def test_every_fault_of_an_actor_file(tmp_path: Path):
    text = """\
actors:
  - label: First Group
    type: ArmdGroup
    country: SYX
    alias: [FG]
    lat: 95
  - id: FirstGroup
    label: Other
    type: ArmedGroup
  - id: has blank
    label: Other
    type: ArmedGroup
  - type: Person
  - label: A Person
    type: Person
    part_of: [Nobody]
    wikidata: 42a
    roles:
      - {position: president, of: SYR, since: 2020, until: 2019-05}
      - {position: leader, of: FirstGrup, since: May 2020}
      - {of: SYR}
  - id: Missing
    extend: true
    aliases: [x]
"""
    assert faults_of(tmp_path, actors=text) == [
        "actors/a.yaml:3:11: actors[0].type: 'ArmdGroup' is not allowed here (did you mean 'ArmedGroup'?)",
        "actors/a.yaml:4:14: actors[0].country: unknown country 'SYX' (did you mean 'SYR'?)",
        "actors/a.yaml:5:5: actors[0].alias: unknown key 'alias' (did you mean 'aliases'?)",
        "actors/a.yaml:6:10: actors[0].lat: 95 lies outside -90 to 90",
        "actors/a.yaml:7:9: actors[1].id: duplicate id 'FirstGroup', first at "
        + f"{tmp_path}/actors/a.yaml:2",
        "actors/a.yaml:10:9: actors[2].id: 'has blank' is not an id (letters and digits)",
        "actors/a.yaml:13:5: actors[3]: required key 'label' is missing",
        "actors/a.yaml:16:15: actors[4].part_of[0]: unknown entry 'Nobody'"
        " (known: Syria, FirstGroup, APerson)",
        "actors/a.yaml:17:15: actors[4].wikidata: '42a' is not a Wikidata id such as Q42",
        "actors/a.yaml:19:60: actors[4].roles[0].until: 2019-05 lies before 2020",
        "actors/a.yaml:20:32: actors[4].roles[1].of: unknown entry 'FirstGrup' (did you mean 'FirstGroup'?)",
        "actors/a.yaml:20:50: actors[4].roles[1].since: 'May 2020' is not a date such as 2020, 2020-03 or 2020-03-05",
        "actors/a.yaml:21:9: actors[4].roles[2]: required key 'position' is missing",
        "actors/a.yaml:22:9: actors[5].id: extends 'Missing', which is not there"
        " (known: Syria, FirstGroup, APerson)",
    ]


def test_faults_of_all_files_together(tmp_path: Path):
    faults = faults_of(
        tmp_path,
        countries=COUNTRIES + SYRIA + "sy,Nowhere,kingdom,,,,,,,soon,12x,91,38\nSYR\n",
        cities=CITIES
        + "Aleppo,Aleppo,,,SYR,city,,36,37\nAleppo,Aleppo,,,SYR,city,,36,370\nX Y,Z,,,ABC,city,,,\n",
        actors="actors: [",
        places="towns: []",
    )
    assert [fault.split(": ", 1) for fault in faults] == [
        ["actors/a.yaml:2:1", "not YAML: did not find expected node content"],
        ["places/cities.csv:3:1", f"id: duplicate id 'Aleppo', first at {tmp_path}/places/cities.csv:2"],
        ["places/cities.csv:4:1", "id: 'X Y' is not an id (letters and digits)"],
        ["places/countries.csv:3:1", "alpha3: 'sy' is not a code of three capitals"],
        ["places/countries.csv:3:1", "geonames: '12x' is not a number"],
        ["places/countries.csv:3:1", "kind: 'kingdom' is neither state nor territory"],
        ["places/countries.csv:3:1", "lat: 91 lies outside -90 to 90"],
        ["places/countries.csv:3:1", "war: 'soon' should be years such as 2011- or 1975-1990"],
        ["places/countries.csv:4:1", "has 1 cells, should have 13"],
        ["places/p.yaml:1:1", "towns: unknown key 'towns' (known: actors, places, templates)"],
    ]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"countries": "name,label\n"}, "the columns should be alpha3,label"),
        (
            {"countries": COUNTRIES + "SYR,Syria,state,,,,Damascus,,,,1,35,38\n"},
            "capital 'Damascus' is not among",
        ),
        ({"cities": CITIES + "A,A,,,ABC,city,1,2,3\n"}, "unknown country 'ABC'"),
        ({"cities": CITIES + "A,A,,,SYR,city,1,2,nan\n"}, "nan lies outside -180 to 180"),
        ({"cities": CITIES + "A,,,,SYR,city,1,2,3\n"}, "label: should not be empty"),
        ({"actors": "actors: {a: b}"}, "actors: should be a list, is a mapping"),
        ({"actors": "actors: [x]"}, "actors[0]: should be a mapping (key: value), is a single value"),
        ({"actors": "actors:\n- {label: [x], type: Person}"}, "actors[0].label: should be a text, is a list"),
        (
            {"actors": "actors:\n- {label: 12, type: Person}"},
            "actors[0].label: should be a text; YAML reads '12' as int",
        ),
        (
            {"actors": "actors:\n- {label: A, type: Person, part_of: A}"},
            "actors[0].part_of: should be a list",
        ),
        (
            {"actors": "templates:\n- {id: t, type: Place, label: '{adj} x', own: always}"},
            "braces may hold adjective",
        ),
        (
            {"actors": "templates:\n- {id: t, type: Place, label: x, own: never}"},
            "'never' is not allowed here",
        ),
    ],
)
def test_a_single_fault(tmp_path: Path, files: dict[str, str], message: str):
    faults = faults_of(tmp_path, **files)
    assert len(faults) == 1, faults
    assert message in faults[0]


def test_a_file_that_is_not_utf8(tmp_path: Path):
    (tmp_path / "places").mkdir()
    (tmp_path / "places" / "cities.csv").write_bytes(b"id\n\xff")
    (tmp_path / "places" / "p.yaml").write_bytes(b"a: \xff")
    with pytest.raises(RuleError) as error:
        load_lexicon(tmp_path)
    assert [fault.message for fault in error.value.faults] == ["is not UTF-8 text (byte 3)"] * 2
