"""What the user can mend: one line on stderr, exit code 2, no traceback."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "blank.txt").write_bytes(b" \n")
    (tmp_path / "picture.txt").write_bytes(PNG)
    (tmp_path / "good.txt").write_text("Russia backs Syria.", encoding="utf-8")
    (tmp_path / "rows.jsonl").write_text("nonsense\n", encoding="utf-8")
    (tmp_path / "twice").mkdir()
    (tmp_path / "twice" / "good.txt").write_text("Iran backs Syria.", encoding="utf-8")
    (tmp_path / "mine" / "texts").mkdir(parents=True)
    (tmp_path / "mine" / "texts" / "precious.txt").write_text("Not yours.", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["build", "nowhere", "-o", "out"], "nowhere: no such file or folder"),
        (["build", "empty", "-o", "out"], "empty: no articles in this folder"),
        (["build", "good.txt", "twice", "-o", "out"], "would both be called 'good.txt'"),
        (["build", "good.txt", "-o", "blank.txt"], "blank.txt: is a file; give a folder"),
        (["build", "good.txt", "-o", "mine"], "precious.txt: not written by kg build and would be lost"),
        (["extract", "blank.txt"], "no article to read in blank.txt"),
        (["extract", "picture.txt"], "no article to read in picture.txt"),
        (["extract", "rows.jsonl"], "no article to read in rows.jsonl"),
        (["extract", "-"], "no article to read in -"),
        (["build", "blank.txt", "-o", "out"], "no article to read in blank.txt"),
        (["view", "--graph", "nowhere"], "nowhere: not a folder that kg build wrote"),
        (["query", "--actor", "HTS"], "no query named before --actor"),
        (["query", "all-about", "--sparql", "ASK {}"], "both a name (all-about) and --sparql"),
        (["query", "no-such-query"], "no-such-query"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_one_line_and_exit_code_2(files: Path, run: Callable, words: list[str], message: str) -> None:
    result = run(*words)
    assert result.code == 2, result
    assert result.out == ""
    *warnings, last = result.err.splitlines()
    assert message in last
    assert last.startswith("kg: ")
    assert all(line.startswith("kg: warning: ") for line in warnings)


@pytest.mark.parametrize(
    "words",
    [
        ["build", "good.txt"],
        ["build"],
        ["nonsense"],
        ["export", "--format", "nonsense"],
        ["extract", "--nonsense", "x"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_exit_code_2_too(files: Path, run: Callable, words: list[str]) -> None:
    result = run(*words)
    assert result.code == 2
    assert "Error: " in result.err
    assert "Traceback" not in result.err


def test_a_failed_build_leaves_nothing_behind(files: Path, run: Callable) -> None:
    before = sorted(files.rglob("*"))
    assert run("build", "blank.txt", "--output", "out").code == 2
    assert run("build", "nowhere", "--output", "deep/out").code == 2
    assert sorted(files.rglob("*")) == before


def test_a_fault_of_ours_shows_its_traceback(
    run: Callable, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("kg.output.write_output", broken)
    with pytest.raises(ZeroDivisionError):
        run("build", "good.txt", "--output", "out")


def test_a_reader_that_has_gone_is_no_fault(built: Path) -> None:
    command = [sys.executable, "-m", "kg", "view", "--graph", str(built), "--output", "-"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() != 0


def test_several_faults_of_rules_are_listed_below_a_heading(files: Path, run: Callable) -> None:
    (files / "rules").mkdir()
    (files / "rules" / "relations.yaml").write_text("- id: 1\n- id: 2\n", encoding="utf-8")
    result = run("extract", "good.txt", "--rules", "rules")
    heading, *lines = result.err.splitlines()
    assert (result.code, heading) == (2, f"kg: {len(lines)} faults in rule files:")
    assert len(lines) >= 2
    assert all(line.startswith(("rules/relations.yaml:1:", "rules/relations.yaml:2:")) for line in lines)
