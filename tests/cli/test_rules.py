"""`kg rules` from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

RULE = """\
- id: greets
  predicate: backs
  verbs: [greet]
  examples:
    - {text: "Russia greeted Bashar al-Assad.", finds: ["Russia backs Bashar al-Assad"]}
    - {text: "Hezbollah was greeted by Iran.", finds: ["Iran backs Hezbollah"]}
    - {text: "They greeted the spring.", not: true}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "own").mkdir()
    return tmp_path / "own"


def write(folder: Path, text: str) -> Path:
    file = folder / "relations.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_list_names_every_rule_with_its_place(run: Callable, root: Path) -> None:
    rows = json.loads(run("rules", "list", "--json").out)
    assert len(rows) >= 87
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        file, _, line = row["place"].rpartition(":")
        assert f"id: {row['id']}" in (root / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
    [line] = [line for line in run("rules", "list").out.splitlines() if line.startswith("backs ")]
    assert "rules/relations.yaml:" in line
    assert " words" in line


def test_rules_that_do_what_their_examples_say(run: Callable, folder: Path) -> None:
    write(folder, RULE)
    result = run("rules", "check", "greets", "--rules", folder)
    assert (result.code, result.out) == (0, "1 rule, 3 examples: 0 failed\n")


# What is changed in the rule's file, and what is said about it: the line, the example, and what is wrong.
FAILING = [
    ('"Russia backs Bashar al-Assad"', '"Russia backs Iran"', ":5:", "does not find “Russia backs Iran”"),
    (
        '"Iran backs Hezbollah"',
        '"Iran backs Hezbollah former"',
        ":6:",
        "does not find “Iran backs Hezbollah former”",
    ),
    ('"Iran backs Hezbollah"', '"Iran supports Hezbollah"', ":6:", "“Iran supports Hezbollah” is no claim"),
    ("They greeted the spring.", "Russia greeted Iran.", ":7:", "finds “Russia backs Iran”"),
    ('Iran.", finds', 'Iran and Hamas.", finds', ":6:", "finds “Hamas backs Hezbollah”"),
    (
        '["Iran backs Hezbollah"]',
        '["Iran backs Hezbollah"], xfail: "too hard"',
        ":6:",
        "is caught now; remove its xfail",
    ),
]


@pytest.mark.parametrize(("old", "new", "line", "message"), FAILING)
def test_an_example_that_fails_is_named_with_its_line(
    run: Callable, folder: Path, old: str, new: str, line: str, message: str
) -> None:
    assert RULE.count(old) == 1
    file = write(folder, RULE.replace(old, new))
    result = run("rules", "check", "greets", "--rules", folder)
    assert result.code == 1
    fault, count = result.out.splitlines()
    assert fault.startswith(f"{file.as_posix()}{line} greets.examples[")
    assert message in fault
    assert count == "1 rule, 3 examples: 1 failed"


def test_a_known_gap_is_no_failure(run: Callable, folder: Path) -> None:
    write(folder, RULE.replace('["Iran backs Hezbollah"]', '["Iran backs Hamas"], xfail: "of another group"'))
    result = run("rules", "check", "greets", "--rules", folder)
    assert (result.code, result.out) == (0, "1 rule, 3 examples: 0 failed, 1 known gap\n")
    [_, gap, _] = json.loads(run("rules", "check", "greets", "--rules", folder, "--json").out)
    assert (gap["passed"], gap["ok"], gap["example"]["xfail"]) == (False, True, "of another group")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            RULE.replace("predicate: backs", "predicate: greets"),
            ":2:14: [0].predicate: 'greets' is not allowed here",
        ),
        (RULE.replace(", not: true", ""), ":7:7: [0].examples[2]: needs either finds"),
        (
            RULE[: RULE.index('    - {text: "They')],
            "needs at least two sentences it must catch (finds) and one near miss",
        ),
        (RULE.replace("verbs:", "verb:"), ":3:3: [0].verb: unknown key 'verb' (did you mean 'verbs'?)"),
    ],
)
def test_a_file_with_a_fault_is_refused(run: Callable, folder: Path, text: str, message: str) -> None:
    file = write(folder, text)
    result = run("rules", "check", "--rules", folder)
    assert (result.code, result.out) == (2, "")
    assert file.as_posix() in result.err
    assert message in result.err


def test_an_unknown_rule(run: Callable) -> None:
    result = run("rules", "check", "bakcs")
    assert (result.code, result.out) == (2, "")
    assert "no rule 'bakcs' (did you mean 'backs'?)" in result.err


def test_how_often_rules_fire(run: Callable, seeds: Path, root: Path) -> None:
    rows = json.loads(run("rules", "coverage", seeds, "--json").out)
    counts = {row["rule"]: row["claims"] for row in rows}
    claims = [json.loads(line) for line in run("extract", seeds).out.splitlines()]
    assert counts == {rule: sum(claim["rule"] == rule for claim in claims) for rule in counts}
    assert sum(counts.values()) == len(claims) > 60
    assert "Never fired: " in run("rules", "coverage", seeds).out

    judged = {
        row["rule"]: row
        for row in json.loads(run("rules", "coverage", seeds, "--gold", root / "tests/gold", "--json").out)
    }
    assert judged["office"]["judged"] > 5
    assert all(row["right"] <= row["judged"] <= row["claims"] for row in judged.values())


def test_gold_about_another_article(run: Callable, root: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Russia backs Bashar al-Assad.", encoding="utf-8")
    result = run("rules", "coverage", tmp_path, "--gold", root / "tests/gold")
    assert (result.code, result.out) == (2, "")
    assert "which a gold file is about" in result.err
