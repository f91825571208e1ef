"""`kg evaluate` from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def gold(root: Path) -> Path:
    return root / "tests" / "gold"


def test_figures_overall_and_by_type(run: Callable, seeds: Path, gold: Path) -> None:
    result = run("evaluate", gold, "--texts", seeds)
    assert (result.code, result.err) == (0, "")
    found = json.loads(run("evaluate", gold, "--texts", seeds, "--json").out)
    assert {name: row["gold"] for name, row in found["scores"].items() if name != "event slots"} == {
        "relations": 37,
        "relations strict": 37,
        "events": 27,
        "casualties": 10,
    }
    relations = found["scores"]["relations"]
    [line] = [line for line in result.out.splitlines() if line.startswith("relations  ")]
    assert line.split()[1:] == [f"{relations[name]:.3f}" for name in ("precision", "recall", "f1")] + [
        str(relations["gold"]),
        str(relations["found"]),
    ]
    types = {(row["kind"], row["type"]) for row in found["types"]}
    assert types >= {("relations", "backs"), ("events", "Capture"), ("casualties", "killed")}
    assert "By predicate and type" in result.out
    assert "Confidence, on the " in result.out
    assert sum(row["claims"] for row in found["reliability"]) > 10


def test_the_list_of_errors(run: Callable, seeds: Path, gold: Path) -> None:
    listed = run("evaluate", gold, "--texts", seeds, "--errors").out.split("\n\n")[0].splitlines()
    assert {line.split()[0] for line in listed} <= {"missed", "spurious", "slot"}
    assert listed == json.loads(run("evaluate", gold, "--texts", seeds, "--json").out)["errors"]


def test_disputed_claims_count_right_in_figures_of_their_own(
    run: Callable, seeds: Path, gold: Path, tmp_path: Path
) -> None:
    raw = json.loads(run("evaluate", gold, "--texts", seeds, "--json").out)
    spurious = next(line for line in raw["errors"] if line.startswith("spurious"))
    place, rest = spurious.split(None, 1)[1].split(" ", 1)
    document, offsets = place.rsplit(":", 1)
    start, end = offsets.split("-")
    claim = rest.split(": ", 1)[1].split(" “")[0]
    file = tmp_path / "disputed.yaml"
    file.write_text(
        f"- document: {document}\n  start: {start}\n  end: {end}\n  claim: {json.dumps(claim)}\n  reason: as a test\n",
        encoding="utf-8",
    )
    found = json.loads(run("evaluate", gold, "--texts", seeds, "--disputed", file, "--json").out)
    assert found["scores"] == raw["scores"]
    worse = [
        name for name, row in found["disputed"].items() if row["precision"] > raw["scores"][name]["precision"]
    ]
    assert worse
    assert (
        "With 1 disputed claim counted right"
        in run("evaluate", gold, "--texts", seeds, "--disputed", file).out
    )


def test_confidence_is_written_where_it_is_said(
    run: Callable, seeds: Path, gold: Path, tmp_path: Path
) -> None:
    from kg.rules.confidence import load_confidence

    file = tmp_path / "confidence.yaml"
    result = run("evaluate", gold, "--texts", seeds, "--fit", file)
    assert result.code == 0
    assert "fitted on" in result.err
    assert len(load_confidence([tmp_path]).rules) >= 87


@pytest.mark.parametrize("missing", ["gold", "texts", "text", "no gold in it"])
def test_what_is_missing_is_said(
    run: Callable, seeds: Path, gold: Path, tmp_path: Path, missing: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.txt").write_text("Russia backs Bashar al-Assad.", encoding="utf-8")
    words, message = {
        "gold": ((tmp_path / "nowhere", "--texts", seeds), "no such gold file or folder"),
        "texts": (
            (gold, "--texts", tmp_path / "nowhere"),
            "--texts names the folder of the gold documents' texts",
        ),
        "text": ((gold, "--texts", tmp_path / "other"), "3 of 3 texts are not there, such as 000_"),
        "no gold in it": ((tmp_path / "empty", "--texts", seeds), "no gold file (.yaml)"),
    }[missing]
    result = run("evaluate", *words)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert "Traceback" not in result.err
