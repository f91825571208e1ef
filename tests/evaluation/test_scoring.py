"""`kg evaluate` and benchmarks/score.py: the same figures from the same claims."""

from __future__ import annotations

import importlib.util
import random
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from kg import exchange
from kg.errors import InputError
from kg.evaluation import score
from kg.evaluation.gold import Gold, document_of, gold_files, gold_of
from kg.evaluation.judge import Judged, judge
from kg.pipeline import Engine
from kg.read import read
from kg.records import Claim, Event, Relation

ROOT = Path(__file__).resolve().parents[2]
TEXTS, GOLD = ROOT / "seeds", ROOT / "tests" / "gold"


@cache
def standalone() -> ModuleType:
    """benchmarks/score.py, which needs nothing of this project."""
    spec = importlib.util.spec_from_file_location("standalone_score", ROOT / "benchmarks" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def seeds() -> list[tuple[Gold, tuple[Claim, ...]]]:
    engine = Engine.load()
    documents = {d.id: d for d in read([TEXTS], warn=print)}
    found = []
    for path in gold_files([GOLD]):
        name, raw = document_of(path)
        found.append((gold_of(path, raw, documents[name]), engine.read(documents[name]).claims))
    return found


def worsened(claims: Sequence[Claim], seed: int) -> list[Claim]:
    """The claims with some left out, told twice, turned round, or changed in a part."""
    chance = random.Random(seed)
    return [changed for claim in claims for changed in _changed(claim, chance.randrange(8))]


def _changed(claim: Claim, how: int) -> tuple[Claim, ...]:
    match how, claim:
        case 0, _:
            return ()
        case 1, _:
            return (replace(claim, status="planned", when="2016-09"),)
        case 2, _:
            return (replace(claim, attribution=None),)
        case 3, Relation():
            return (replace(claim, subject=claim.object, object=claim.subject),)
        case 4, Event():
            return (replace(claim, type="Attack", agents=claim.targets, targets=claim.agents),)
        case 5, _:
            return (claim, claim)
        case _:
            return (claim,)


@pytest.mark.parametrize("seed", range(12))
def test_the_same_figures_as_the_script(seed: int) -> None:
    judged, rows = [], []
    for gold, claims in seeds():
        changed = worsened(claims, seed) if seed else list(claims)
        judged.append(judge(gold, changed))
        rows += [exchange.claim_to_json(claim) for claim in changed]
    theirs = standalone().evaluate(gold_files([GOLD]), TEXTS, rows)
    ours = score.overall(judged)
    assert {name: tally.as_json() for name, tally in ours.items()} == {
        n: theirs.tallies[n].row() for n in ours
    }
    accuracy = {name: (sum(values) / len(values), len(values)) for name, values in theirs.exact.items()}
    assert score.accuracy(judged) == accuracy
    assert sum(line.startswith("missed") for line in score.errors(judged)) == sum(
        line.startswith("missed") for line in theirs.errors
    )
    assert sum(line.startswith(("spurious", "slot")) for line in score.errors(judged)) == sum(
        line.startswith(("spurious", "slot")) for line in theirs.errors
    )


def test_there_is_something_to_compare() -> None:
    assert len(seeds()) == 3
    assert sum(len(claims) for _, claims in seeds()) > 60


def test_types_and_rules_add_up_to_the_whole() -> None:
    judged = [judge(gold, claims) for gold, claims in seeds()]
    whole, types = score.overall(judged), score.by_type(judged)
    for kind in ("relations", "events", "casualties"):
        for field in ("hit", "gold", "right", "found"):
            parts = [getattr(tally, field) for (k, _), tally in types.items() if k == kind]
            assert sum(parts) == getattr(whole[kind], field), (kind, field)
    found = sum(whole[kind].found for kind in ("relations", "events", "casualties"))
    assert sum(tally.found for tally in score.by_rule(judged).values()) >= found


SMALL = """\
document: a.txt
entities:
  russia: {type: State, names: [Russia]}
  assad: {type: Person, names: [Bashar al-Assad]}
relations:
  - [russia, backs, assad, {q: "backs"}]
"""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("document: a.txt\n", "needs the keys document and entities"),
        ("- 1\n", "needs the keys document and entities"),
        ("a: [\n", "not YAML"),
        (SMALL.replace('"backs"', '"supports"'), "a quote is not in the text of a.txt: 'supports'"),
        (SMALL.replace("[russia, backs", "[rusia, backs"), "'rusia' is not among its entities"),
        (SMALL.replace('{q: "backs"}', "{}"), "lacks the key 'q'"),
    ],
)
def test_a_gold_file_with_a_fault_is_refused(tmp_path: Path, text: str, message: str) -> None:
    from kg.records import Document

    file = tmp_path / "gold.yaml"
    file.write_text(text, encoding="utf-8")
    document = Document("a.txt", "Russia backs Bashar al-Assad.")
    with pytest.raises(InputError, match=r"gold\.yaml") as error:
        gold_of(file, document_of(file)[1], document)
    assert message in str(error.value)


def test_judged_documents_know_their_gold() -> None:
    judged: list[Judged] = [judge(gold, ()) for gold, _ in seeds()]
    assert all(not tally.found for tally in score.overall(judged).values())
    assert score.overall(judged)["relations"].gold == 37
