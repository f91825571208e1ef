"""Whatever lies in `rules/` can be added to by a folder of the user's own, in a file of the same name."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import RuleError
from kg.pipeline import Engine
from kg.records import Casualties, Claim, Document, Event, Relation
from kg.resources import resource
from kg.rules.folders import check_folders
from kg.rules.words import load_words

RULE_EXAMPLES = """
  examples:
    - {text: "a", finds: ["a"]}
    - {text: "b", finds: ["b"]}
    - {text: "c", not: true}
"""
COUNTRIES = "alpha3,label,kind,aliases,adjectives,people,capital,seats,ambiguous,war,geonames,lat,lon\n"
CITIES = "id,label,aliases,ambiguous,country,kind,geonames,lat,lon\n"

# File: (what the user adds, a sentence, what is read of it with the addition).
OWN = {
    "actors/own.yaml": (
        "actors:\n  - {label: Zarqan Guard, type: ArmedGroup, aliases: [Wolves of Qara]}\n",
        "The Wolves of Qara shelled Homs.",
        "Shelling Zarqan Guard @ Homs",
    ),
    "places/own.yaml": (
        "places:\n  - {label: Qarmazan, type: Place, country: SYR}\n",
        "Russia shelled the Qarmazan.",
        "Shelling Russia @ Qarmazan",
    ),
    "places/cities-own.csv": (
        CITIES + "Ubarlik,Ubarlik,,,SYR,town,,35,38\n",
        "ISIS attacked the Ubarlik.",
        "Attack Islamic State @ Ubarlik",
    ),
    "places/countries-own.csv": (
        COUNTRIES + "ZZB,Zubara,state,,Zubaran,Zubarans,,,,,,35,38\n",
        "Zubaran troops withdrew from Homs.",
        "Withdrawal Zubaran Armed Forces @ Homs",
    ),
    "relations.yaml": (
        "- id: greets\n  predicate: backs\n  verbs: [greet]" + RULE_EXAMPLES,
        "Russia greeted Hezbollah.",
        "Russia backs Hezbollah",
    ),
    "relations-readings.yaml": (
        "- id: hails\n  predicate: backs\n  verbs: [serenade]" + RULE_EXAMPLES,
        "Russia serenaded Hezbollah.",
        "Russia backs Hezbollah",
    ),
    "events.yaml": (
        "- id: tickles\n  type: Attack\n  verbs: [tickle]" + RULE_EXAMPLES,
        "Hezbollah tickled Israel.",
        "Attack Hezbollah @ None",
    ),
    "casualties.yaml": (
        "rules:\n- id: vanishing\n  kind: killed\n  fates: [vaporise]" + RULE_EXAMPLES,
        "In Homs 12 civilians vaporised.",
        "killed 12",
    ),
    "nouns.yaml": (
        "- {kind: fighters, noun: [kommandant], label: kommandants}\n",
        "Two kommandants attacked Homs.",
        "Attack kommandants in Syria @ Homs",
    ),
    "offices.yaml": (
        "offices: [high panjandrum]\n",
        "Omar Haddad, high panjandrum of Hezbollah, spoke.",
        "Omar Haddad holdsPosition Hezbollah",
    ),
    "names.yaml": (
        "ArmedGroup: [Zwadron]\n",
        "The Ahrar Zwadron attacked Homs.",
        "Attack Ahrar Zwadron @ Homs",
    ),
    "grammar.yaml": (
        "reporting_verbs: [crow]\n",
        "The Syrian Observatory for Human Rights crowed that Russia bombed Homs.",
        "Airstrike Russia @ Homs by Syrian Observatory for Human Rights",
    ),
    "time.yaml": (
        'fixed: {Zarqan Day: "2014-05-06"}\nday_parts: [forenoon]\n',
        "Russia bombed Homs on Zarqan Day.",
        "Airstrike Russia @ Homs 2014-05-06",
    ),
    "numbers.yaml": (
        "words: {umpteen: 17}\nvague: {oodles: 30}\n",
        "Russia killed umpteen civilians in Homs.",
        "killed 17",
    ),
    "confidence.yaml": ("rules: {backs: {confidence: 0.123}}\n", "Iran backs Hamas.", "Iran backs Hamas 0.123"),
}  # fmt: skip


def _short(claim: Claim) -> str:
    match claim:
        case Relation():
            found = f"{claim.subject.entity.label} {claim.predicate} {claim.object.entity.label}"
        case Event():
            agents = ", ".join(agent.entity.label for agent in claim.agents)
            found = f"{claim.type} {agents} @ {claim.place and claim.place.entity.label}"
        case Casualties():
            found = f"killed {claim.killed}"
    speaker = f" by {claim.attribution.entity.label}" if claim.attribution else ""
    return f"{found}{speaker} {claim.when or ''} {claim.confidence}"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own")
    for name, (text, _, _) in OWN.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def engines(own: Path) -> tuple[Engine, Engine]:
    return Engine.load([own]), Engine.load()


def _kind(path: Path) -> str:
    """Files of one folder are read alike, but tables by their kind."""
    folder = path.parent.name if path.parent.name in ("actors", "places") else ""
    return f"{folder}/{path.stem.split('-')[0] if path.suffix == '.csv' else ''}" if folder else path.name


def test_every_file_of_the_rules_is_among_these() -> None:
    rules = resource("rules")
    files = [p for p in rules.rglob("*") if p.suffix in (".yaml", ".yml", ".csv")]
    assert {_kind(p) for p in files} == {_kind(rules / name) for name in OWN}


def test_every_file_is_read(own: Path) -> None:
    assert check_folders([own]) == []


@pytest.mark.parametrize("name", OWN)
def test_what_is_added_counts(engines: tuple[Engine, Engine], name: str) -> None:
    _, text, expected = OWN[name]
    with_it, without = ([_short(c) for c in e.read(Document("a", text)).claims] for e in engines)
    found = [
        line
        for line in with_it
        if line.startswith(expected.rpartition(" ")[0]) and expected.rpartition(" ")[2] in line
    ]
    assert found, with_it
    assert found[0] not in without


def test_a_later_meaning_counts(tmp_path: Path) -> None:
    (tmp_path / "numbers.yaml").write_text("vague: {dozens: 24}\n", encoding="utf-8")
    (tmp_path / "time.yaml").write_text('feasts: {May Day: "05-02"}\n', encoding="utf-8")
    own, known = load_words([resource("rules"), tmp_path]), load_words([resource("rules")])
    assert (known.dates.numbers.vague["dozens"], own.dates.numbers.vague["dozens"]) == (12, 24)
    assert (known.dates.feasts["May Day"], own.dates.feasts["May Day"]) == ("05-01", "05-02")
    assert own.dates.months == known.dates.months


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("grammar.yaml", "reporting_verb: [yodel]\n", ":1:1: reporting_verb: unknown key 'reporting_verb'"),
        ("time.yaml", "\nowner: [rally]\n", ":2:1: owner: unknown key 'owner' (did you mean 'owners'?)"),
        ("time.yaml", 'feasts:\n  Nowruz: "21 March"\n', ":2:11: feasts.Nowruz: '21 March' is not a month and day"),
        ("numbers.yaml", "vague: {oodles: many}\n", ":1:17: vague.oodles: should be a number, is 'many'"),
    ],
)  # fmt: skip
def test_faults_are_told_with_file_and_line(tmp_path: Path, name: str, text: str, fault: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as error:
        load_words([resource("rules"), tmp_path])
    [found] = error.value.faults
    assert str(found).startswith(f"{(tmp_path / name).as_posix()}{fault}")
