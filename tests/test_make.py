"""The scripts behind `make`: which Python is taken, and what is said when there is none."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest


def chosen(root: Path, path: Path, **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        ["/bin/bash", root / ".ci" / "python"],
        env={"PATH": str(path), **environment},
        capture_output=True,
        text=True,
    )


def script(path: Path, text: str) -> Path:
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    folder = tmp_path / "bin"
    folder.mkdir()
    return folder


def test_the_first_python_that_fits(root: Path, programs: Path) -> None:
    script(programs / "python3", "exit 1")  # too old, too new, or without venv
    fitting = script(programs / "python3.12", f'exec {sys.executable} "$@"')
    done = chosen(root, programs)
    assert (done.returncode, done.stdout.strip()) == (0, str(fitting))


def test_a_python_named_outright_goes_first(root: Path, programs: Path) -> None:
    script(programs / "python3", f'exec {sys.executable} "$@"')
    done = chosen(root, programs, KG_PYTHON=sys.executable)
    assert done.stdout.strip() == sys.executable


def test_without_a_fitting_python_one_line_says_what_to_install(root: Path, programs: Path) -> None:
    script(programs / "python3", "exit 1")
    done = chosen(root, programs)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "apt-get install python3 python3-venv" in done.stderr


def test_tools_are_left_alone_where_nothing_can_be_installed(root: Path, programs: Path) -> None:
    done = subprocess.run(
        ["/bin/bash", root / ".ci" / "tools"], env={"PATH": str(programs)}, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_tools_that_are_missing_are_installed_by_root(root: Path, programs: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    script(programs / "id", "echo 0")
    script(programs / "apt-get", f'echo "$@" >>{log}')
    for name in ("mktemp", "rm", "env", "tail"):
        (programs / name).symlink_to(f"/usr/bin/{name}")
    script(programs / "java", "exit 0")
    done = subprocess.run(
        ["/bin/bash", root / ".ci" / "tools"], env={"PATH": str(programs)}, capture_output=True, text=True
    )
    assert done.returncode == 0
    assert log.read_text().splitlines() == ["update", "install --yes --no-install-recommends chromium"]


def test_every_target_is_listed_by_make_help(root: Path) -> None:
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^\.PHONY: ([a-z]+)$", makefile, re.MULTILINE))
    listed = subprocess.run(["make", "help"], cwd=root, capture_output=True, text=True, check=True).stdout
    assert targets == {line.split()[1] for line in listed.splitlines()}
    assert {"demo", "test", "lint", "lock", "parser", "clean"} <= targets


def test_scripts_can_be_executed(root: Path) -> None:
    for name in ("run", "python", "tools", "headlines"):
        assert os.access(root / ".ci" / name, os.X_OK), name


@pytest.mark.browser
def test_chromium_starts(chromium: str) -> None:
    done = subprocess.run([chromium, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Chromium ")


@pytest.mark.parametrize(("ci", "code", "outcome"), [("", 0, "1 skipped"), ("true", 1, "1 error")])
def test_what_is_missing_is_said_at_the_end_and_fails_in_ci(
    root: Path, ci: str, code: int, outcome: str
) -> None:
    arguments = ["-m", "pytest", "-p", "no:cacheprovider", "tests/test_make.py::test_chromium_starts"]
    environment = {"PATH": "/nowhere", "CI": ci}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=root, env=environment, capture_output=True, text=True
    )
    *_, summary, last = done.stdout.splitlines() if not ci else [*done.stdout.splitlines(), ""]
    assert (done.returncode, outcome in summary) == (code, True), done.stdout
    assert last == (
        ""
        if ci
        else "Left out: the tests that need chromium and default-jre-headless; "
        "apt-get install chromium default-jre-headless"
    )
