"""Every command of the README runs and prints what the README shows."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
# A line of dots in the README stands for any number of lines left out.
ELLIPSIS = "…"


def blocks(text: str) -> list[list[tuple[str, str]]]:
    """The console blocks: in each, commands with what they print."""
    found = []
    for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL):
        parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
        found.append([(part.split("\n", 1)[0], part.split("\n", 1)[1]) for part in parts])
    return found


def commands(root: Path) -> list[tuple[str, str]]:
    return [pair for block in blocks((root / "README.md").read_text(encoding="utf-8")) for pair in block]


def test_the_readme_is_short_and_shows_commands(root: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) < 150
    assert len(commands(root)) >= 5


def test_make_targets_of_the_readme_exist(root: Path) -> None:
    named = set(re.findall(r"\bmake ([a-z]+)\b", (root / "README.md").read_text(encoding="utf-8")))
    targets = set(re.findall(r"^([a-z]+):", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert {"demo", "test"} <= named <= targets


def test_links_of_the_readme_lead_somewhere(root: Path) -> None:
    for link in re.findall(r"\]\((?!https?:)([^)#]+)", (root / "README.md").read_text(encoding="utf-8")):
        assert (root / link).exists(), link


def test_every_command_prints_what_the_readme_shows(root: Path, tmp_path: Path) -> None:
    (tmp_path / "seeds").symlink_to(root / "seeds")
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    for command, shown in commands(root):
        if shlex.split(command)[0] in {"git", "cd", "make", "source"}:
            continue
        done = subprocess.run(
            command, shell=True, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120
        )
        assert done.returncode == 0, (command, done.stderr)
        pattern = re.escape(shown.rstrip("\n")).replace(re.escape(f"\n{ELLIPSIS}"), r"(?:\n.*)*?")
        assert re.fullmatch(pattern, done.stdout.rstrip("\n")), f"$ {command}\n{done.stdout}"
