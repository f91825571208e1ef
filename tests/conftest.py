"""What tests share: places, the tools of the machine, and an honest account of what was left out."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}
# What tests may need beside Python: marker -> (program, Debian package).
TOOLS = {"browser": ("chromium", "chromium"), "java": ("java", "default-jre-headless")}


@cache
def tool(marker: str) -> str | None:
    """The path of a program that starts, or None. Some `chromium` packages are empty shells that do not."""
    program, _ = TOOLS[marker]
    path = shutil.which(program)
    version = {"chromium": "--version", "java": "-version"}[program]
    if path and subprocess.run([path, version], capture_output=True, timeout=60).returncode == 0:
        return path
    return None


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the three seed articles."""
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Debian's Chromium; for tests marked `browser`."""
    path = tool("browser")
    assert path
    return path


@pytest.fixture(scope="session")
def built(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of `kg build seeds`, in a process of its own. Tests only read it."""
    folder = tmp_path_factory.mktemp("built") / "out"
    command = [sys.executable, "-m", "kg", "build", str(seeds), "--output", str(folder)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder


class Result(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Result]:
    """Runs a command of `kg` in this process: `run("build", folder, "--output", out, stdin="...")`."""
    from kg.cli import main

    def command(*words: object, stdin: str | bytes = b"") -> Result:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "argv", ["kg", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        capfdbinary.readouterr()
        try:
            main()
            code = 0
        except SystemExit as end:
            code = int(end.code or 0)
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Result(code, out.decode(), err.decode())

    return command


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker, (program, package) in TOOLS.items():
        if item.get_closest_marker(marker) and not tool(marker):
            reason = f"{program} is missing: apt-get install {package}"
            # Nothing may be left out in CI, or a green run would say less than it seems to.
            pytest.fail(reason, pytrace=False) if IN_CI else pytest.skip(reason)


def pytest_unconfigure(config: pytest.Config) -> None:
    """One last line that says which tests were left out and how to get them in."""
    if hasattr(config, "workerinput") or config.option.collectonly:
        return
    missing = [package for marker, (_, package) in TOOLS.items() if not tool(marker)]
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if missing and reporter and reporter.stats.get("skipped"):
        print(f"Left out: the tests that need {' and '.join(missing)}; apt-get install {' '.join(missing)}")
