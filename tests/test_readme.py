"""The README: short, and every command of it runs and prints what it shows."""

import re
import runpy
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def text(root: Path) -> str:
    return (root / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(root: Path) -> dict:
    return runpy.run_path(str(root / "docs" / "readme.py"))


def test_it_is_short_and_shows_commands(text: str, page: dict) -> None:
    assert len(text.splitlines()) < 150
    assert len(page["commands"](text)) >= 3


def test_make_targets_exist(text: str, root: Path) -> None:
    named = set(re.findall(r"`make ([a-z]+)`", text))
    targets = set(re.findall(r"^([a-z]+):", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert {"demo", "test"} <= named <= targets


def test_links_lead_somewhere(text: str, root: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", text)
    assert links
    assert [link for link in links if not (root / link).exists()] == []


@pytest.mark.slow
def test_every_command_prints_what_it_shows(text: str, page: dict) -> None:
    assert page["refreshed"](text) == text, "make docs"


def test_a_command_that_fails_is_noticed(page: dict, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="no such file or folder"):
        page["printed"]("kg build nowhere --output out", tmp_path)
