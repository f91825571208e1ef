"""The page's own JavaScript, tested in the browser it runs in: the files of js/, one result a check."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from view.browsing import Tab

from kg.view.html import SCRIPTS
from kg.view.palette import asset

pytestmark = pytest.mark.browser
FOLDER = Path(__file__).parent / "js"
FILES = sorted(FOLDER.glob("*.test.js"))


@pytest.fixture(scope="module")
def results(browser: Any, seeds_page: Path) -> dict[str, list[dict[str, str | None]]]:
    """The checks of each file, run in one page of ours."""
    tab = Tab(browser, seeds_page)
    harness = (FOLDER / "harness.js").read_text("utf-8")
    found = {
        f.name: tab.js(f"(() => {{ {harness}\n{f.read_text('utf-8')}\n return run(); }})()") for f in FILES
    }
    tab.context.close()
    return found


@pytest.mark.parametrize(("file", "least"), [("filter", 21), ("parts", 15), ("state", 3), ("text", 8)])
def test_checks(results: dict[str, list[dict[str, str | None]]], file: str, least: int) -> None:
    checks = results[f"{file}.test.js"]
    assert len(checks) >= least
    assert [c for c in checks if c["error"]] == []


def test_every_file_is_run() -> None:
    assert [f.name.split(".")[0] for f in FILES] == ["filter", "parts", "state", "text"]


def test_a_failing_check_is_seen(browser: Any, seeds_page: Path) -> None:
    tab = Tab(browser, seeds_page)
    harness = (FOLDER / "harness.js").read_text("utf-8")
    outcome = tab.js(f"(() => {{ {harness}\n check('x', () => same(1, 2)); return run(); }})()")
    assert outcome == [{"name": "x", "error": "found 1, wanted 2"}]
    tab.context.close()


def test_scripts_are_small_files_that_write_no_html() -> None:
    for name in SCRIPTS:
        source = asset(f"js/{name}.js")
        assert source.count("\n") < 300, name
        for word in (
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "new Function",
            "fetch(",
        ):
            assert word not in source, f"{name}: {word}"
