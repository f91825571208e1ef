"""`kg check` from the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def contradicting(built: Path, tmp_path: Path) -> Path:
    """The graph of the seeds with a plain triple added that cannot be: a person who is a place."""
    graph = (built / "graph.ttl").read_text(encoding="utf-8")
    kg, entity = "https://w3id.org/conflict-kg/ontology#", "https://w3id.org/conflict-kg/entity/"
    path = tmp_path / "graph.ttl"
    path.write_text(f"{graph}\n<{entity}BasharAlAssad> a <{kg}Place> .\n", encoding="utf-8")
    return path


def test_the_seeds_do_not_contradict(run: Callable, built: Path) -> None:
    result = run("check", "--graph", built, "--no-java")
    assert result.code == 0, result
    assert result.out.splitlines()[-1].startswith("0 errors, ")
    assert "HermiT was left out" in result.err


def test_a_contradiction_is_named_and_is_exit_code_1(run: Callable, contradicting: Path) -> None:
    result = run("check", "--graph", contradicting, "--no-java")
    assert result.code == 1
    assert "BasharAlAssad" in result.out
    assert not result.out.splitlines()[-1].startswith("0 errors")


def test_the_report_for_programs(run: Callable, contradicting: Path) -> None:
    result = run("check", "--graph", contradicting, "--no-java", "--json")
    report = json.loads(result.out)
    assert result.code == 1
    assert any("BasharAlAssad" in finding["subject"] for finding in report["findings"])
    assert report["consistent"] is None
    assert result.err == ""


@pytest.mark.java
@pytest.mark.slow
def test_hermit_agrees(run: Callable, built: Path, contradicting: Path) -> None:
    assert json.loads(run("check", "--graph", built, "--json").out)["consistent"] is True
    assert json.loads(run("check", "--graph", contradicting, "--json").out)["consistent"] is False


def test_what_is_no_graph(run: Callable, tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("nonsense", encoding="utf-8")
    for place in (tmp_path, tmp_path / "graph.ttl", tmp_path / "nowhere"):
        result = run("check", "--graph", place)
        assert (result.code, result.out) == (2, "")
        assert len(result.err.splitlines()) == 1
