"""One browser for all tests of the view, and the page of the seeds' gold claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from view.browsing import ARGUMENTS, Tab
from view.goldclaims import gold_claims

from kg.records import Claim, Document
from kg.view.html import page


@pytest.fixture(scope="session")
def gold(root: Path) -> tuple[list[Claim], list[Document]]:
    """Claims and documents of the three seeds, by hand."""
    return gold_claims(root / "tests" / "gold", root / "seeds")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def write_page(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Writes the page of some claims to a file."""
    folder = tmp_path_factory.mktemp("pages")

    def write(claims: Sequence[Claim], documents: Sequence[Document], name: str, **options: Any) -> Path:
        path = folder / f"{name}.html"
        path.write_bytes(page(claims, documents, **options).encode("utf-8"))
        return path

    return write


@pytest.fixture(scope="session")
def seeds_page(write_page: Callable[..., Path], gold: tuple[list[Claim], list[Document]]) -> Path:
    return write_page(*gold, "seeds", title="Aleppo in three articles")


@pytest.fixture(scope="module")
def shared_tab(browser: Any, seeds_page: Path) -> Iterator[Tab]:
    tab = Tab(browser, seeds_page)
    yield tab
    tab.context.close()


@pytest.fixture
def tab(shared_tab: Tab) -> Iterator[Tab]:
    """The seeds' page at its beginning; after the test nothing may have been requested or complained of."""
    shared_tab.reset()
    yield shared_tab
    assert shared_tab.requests == []
    assert shared_tab.complaints == []
