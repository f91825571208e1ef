"""docs/rules.md: its files are written, its commands run, and they print what the page shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.pipeline import Engine
from kg.records import Document
from kg.resources import resource
from kg.rules.words import load_words

PAGE = Path(__file__).resolve().parent.parent / "docs" / "rules.md"
TEXT = PAGE.read_text(encoding="utf-8")
FILES = re.findall(r"```yaml (\S+)\n(.*?)```", TEXT, re.DOTALL)
BLOCKS = re.findall(r"```console\n(.*?)```", TEXT, re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("rules")
    for name, text in FILES:
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, encoding="utf-8")
    return place


def commands(block: str) -> list[tuple[str, str]]:
    """The commands of a block, each with what it shows below it."""
    pieces = re.split(r"(?m)^\$ (.*)\n", block)[1:]
    return list(zip(pieces[::2], pieces[1::2], strict=True))


def test_the_page_has_files_and_commands() -> None:
    files = ("actors/lake-chad", "relations", "numbers", "time")
    assert [name for name, _ in FILES] == [f"chad/{file}.yaml" for file in files]
    assert len(BLOCKS) >= 4


@pytest.mark.parametrize("block", BLOCKS, ids=range(len(BLOCKS)))
def test_commands_print_what_the_page_shows(folder: Path, block: str) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for command, shown in commands(block):
        done = subprocess.run(
            ["bash", "-c", f"{command} 2>&1"],
            cwd=folder,
            env=os.environ | {"PATH": path},
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.stdout == shown, command


def _rules(engine: Engine, text: str) -> list[str]:
    return [claim.rule for claim in engine.read(Document("a", text)).claims]


def test_an_entry_of_the_same_id_replaces_the_built_in_rule(tmp_path: Path) -> None:
    (tmp_path / "relations.yaml").write_text(
        "- id: backs\n  predicate: backs\n  verbs: [hug]\n  examples:\n"
        '    - {text: "Russia hugs Iran.", finds: ["Russia backs Iran"]}\n'
        '    - {text: "Iran is hugged by Russia.", finds: ["Russia backs Iran"]}\n'
        '    - {text: "Russia backs Iran.", not: true}\n',
        encoding="utf-8",
    )
    texts = ("Russia hugs Iran.", "Russia backs Iran.")
    own, known = (
        [_rules(engine, text) for text in texts] for engine in (Engine.load([tmp_path]), Engine.load())
    )
    assert own == [["backs"], []]
    assert known == [[], ["backs"]]


def test_a_word_of_the_folder_means_what_the_folder_says(tmp_path: Path) -> None:
    (tmp_path / "nouns.yaml").write_text(
        "- {kind: facility, noun: [group, pumping station]}\n", encoding="utf-8"
    )
    own, known = load_words([resource("rules"), tmp_path]), load_words([resource("rules")])
    assert known.nouns["group"].kind == "group"
    assert own.nouns["group"].kind == own.nouns["pumping station"].kind == "facility"
    assert own.nouns["army"] == known.nouns["army"]
