"""What tests share: places, the tools of the machine, and an honest account of what was left out."""

from __future__ import annotations

import ctypes
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
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
IN_CI = os.environ.get("CI", "").lower() in {"1", "true"}
# No deadlines: a busy machine is no fault of the code. In CI the same examples every time, so that red means changed.
settings.register_profile("kg", deadline=None, derandomize=IN_CI)
settings.load_profile("kg")

# What marked tests need beside Python, as Debian's packages; `.ci/tools` installs them.
NEEDED = {"browser": ("chromium", "libatomic1"), "java": ("default-jre-headless",)}


def starts(program: str, option: str) -> bool:
    """Whether a program is there and starts. Some `chromium` packages are empty shells that do not."""
    path = shutil.which(program)
    return bool(path) and subprocess.run([path, option], capture_output=True, timeout=60).returncode == 0


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


PRESENT = {
    "chromium": lambda: starts("chromium", "--version"),
    "libatomic1": lambda: loads("libatomic.so.1"),  # for the Node.js inside Playwright
    "default-jre-headless": lambda: starts("java", "-version"),
}


@cache
def missing(marker: str) -> tuple[str, ...]:
    """The packages that tests with the marker lack on this machine."""
    return tuple(package for package in NEEDED[marker] if not PRESENT[package]())


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
    path = shutil.which("chromium")
    assert path
    return path


@pytest.fixture(scope="session")
def built(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of `kg build seeds`, in a process of its own. Tests only read it."""
    folder = tmp_path_factory.mktemp("built") / "out"
    command = [sys.executable, "-m", "kg", "build", str(seeds), "--output", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
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
    for marker in NEEDED:
        if item.get_closest_marker(marker) and missing(marker):
            reason = f"missing: {' '.join(missing(marker))}"
            # Nothing may be left out in CI, or a green run would say less than it seems to.
            pytest.fail(reason, pytrace=False) if IN_CI else pytest.skip(reason)


def pytest_unconfigure(config: pytest.Config) -> None:
    """One last line that says which tests were left out and how to get them in."""
    if hasattr(config, "workerinput") or config.option.collectonly:
        return
    packages = [package for marker in NEEDED for package in missing(marker)]
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if packages and reporter and reporter.stats.get("skipped"):
        print(f"Left out: the tests that need {' and '.join(packages)}; apt-get install {' '.join(packages)}")
