"""The README's two pictures: taken in every run, kept in docs/img/ when KG_PICTURES is set.

    KG_PICTURES=1 python -m pytest tests/view/test_view_pictures.py

Kept only on demand, because every machine's fonts give other pixels and a test run should leave the checkout as it was.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from view.browsing import Tab

pytestmark = pytest.mark.browser
PICTURES = {
    "network": ("light", {}),
    "evidence": ("dark", {"sel": "n:HayatTahrirAlSham", "dock": "timeline"}),
}


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page that `kg build seeds` writes."""
    from typer.testing import CliRunner

    from kg.cli.app import app

    out = tmp_path_factory.mktemp("built") / "out"
    result = CliRunner().invoke(
        app, ["build", str(root / "seeds"), "--output", str(out)], catch_exceptions=False
    )
    assert result.exit_code == 0, result.output
    return out / "graph.html"


@pytest.mark.parametrize("name", PICTURES)
def test_picture(root: Path, built: Path, browser: Any, name: str, tmp_path: Path) -> None:
    scheme, state = PICTURES[name]
    tab = Tab(browser, built, color_scheme=scheme)
    tab.set(**state)
    tab.page.wait_for_timeout(250)
    keep = root / "docs" / "img" if os.environ.get("KG_PICTURES") else tmp_path
    keep.mkdir(parents=True, exist_ok=True)
    picture = keep / f"{name}.png"
    tab.page.screenshot(path=picture)
    assert picture.stat().st_size > 40_000  # a blank page is a tenth of that
    if state:
        assert tab.js("kg.app.graph.lit.edges.size") > 1
        assert "formerly linked with Al-Qaeda" in tab.text("#evidence")
    assert tab.requests == []
    assert tab.complaints == []
    tab.context.close()


def test_the_readme_shows_them(root: Path) -> None:
    shown = (root / "README.md").read_text("utf-8") + "".join(
        p.read_text("utf-8") for p in (root / "docs").glob("*.md")
    )
    for name in PICTURES:
        assert (root / "docs" / "img" / f"{name}.png").is_file()
        assert f"img/{name}.png" in shown


def test_the_built_page_is_small_and_the_same_twice(built: Path, run: Callable[..., Any]) -> None:
    before = built.read_bytes()
    assert len(before) <= 1_500_000
    assert run("view", "--graph", built.parent, "--output", built).code == 0
    assert built.read_bytes() == before
