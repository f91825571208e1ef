"""Keyboard, screen readers, dark mode and small windows: in Chromium."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from view.browsing import Tab

pytestmark = pytest.mark.browser


def axe(tab: Tab) -> list[str]:
    """Serious and critical findings of axe-core on the page as it stands."""
    tab.js(files("axe_core_python").joinpath("axe.min.js").read_text("utf-8"))
    found = tab.js("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [
        f"{v['id']}: {n['target']} {n['failureSummary']}"
        for v in found
        if v["impact"] in ("serious", "critical")
        for n in v["nodes"]
    ]


@pytest.fixture(scope="module", params=["light", "dark"])
def themed(request: pytest.FixtureRequest, browser: Any, seeds_page: Path) -> Any:
    tab = Tab(browser, seeds_page, color_scheme=request.param)
    yield tab
    assert tab.complaints == []
    tab.context.close()


STATES: dict[str, dict[str, Any]] = {
    "beginning": {},
    "edge": {"sel": "e:Russia|SyrianArmedForces|backs|held"},
    "node and table": {"sel": "n:Aleppo", "dock": "table"},
    "timeline": {"dock": "timeline", "family": ["events"], "focus": "Russia"},
    "path": {"path": ["Iran", "Turkey"], "cls": ["Place"]},
    "nothing": {"q": "not a word of it"},
}


@pytest.mark.parametrize("state", STATES.values(), ids=list(STATES))
def test_axe_finds_nothing_serious(themed: Tab, state: dict[str, Any]) -> None:
    themed.reset()
    themed.set(**state)
    assert axe(themed) == []


def test_axe_on_article_help_and_search(themed: Tab) -> None:
    themed.reset()
    themed.js("kg.article.open(kg.app, kg.app.model.claims[0])")
    assert axe(themed) == []
    themed.page.keyboard.press("Escape")
    themed.page.click("#do-help")
    assert axe(themed) == []
    themed.page.keyboard.press("Escape")
    themed.page.fill("#search-input", "syr")
    assert axe(themed) == []
    themed.page.fill("#search-input", "")


def test_axe_would_find_a_fault(browser: Any, seeds_page: Path) -> None:
    tab = Tab(browser, seeds_page)
    tab.js("document.body.append(document.createElement('button'))")
    assert [f for f in axe(tab) if f.startswith("button-name")]
    tab.context.close()


def test_dark_follows_the_system(browser: Any, seeds_page: Path) -> None:
    tab = Tab(browser, seeds_page, color_scheme="dark")
    paper = "getComputedStyle(document.body).backgroundColor"
    assert tab.js(paper) == "rgb(20, 24, 29)"
    assert tab.js("kg.app.theme") == "dark"
    tab.page.emulate_media(color_scheme="light")
    assert tab.js(paper) == "rgb(255, 255, 255)"
    tab.wait("kg.app.theme === 'light'")
    assert tab.js("kg.app.graph.colours.bg") == "#ffffff"
    assert tab.complaints == []
    tab.context.close()


def test_everything_is_reached_by_tab(tab: Tab) -> None:
    seen: list[str] = []
    tab.page.focus("#search-input")
    for _ in range(400):
        tab.page.keyboard.press("Tab")
        here = tab.js(
            "((e) => e.id || e.dataset.key || e.dataset.node || e.className)(document.activeElement)"
        )
        if here == "search-input" or here in seen[:1]:
            break
        seen.append(here)
    for wanted in (
        "do-path", "do-link", "do-png", "do-csv", "do-reset", "do-help", "family support", "only family support",
        "cls Collective", "status former", "by", "doc", "conf", "mynetwork", "zoom-in", "zoom-fit", "physics", "a", "b",
        "tab-table", "tab-timeline", "words", "top Aleppo", "m Aleppo",
    ):  # fmt: skip
        assert wanted in seen, wanted


def test_arrow_keys_walk_the_picture(tab: Tab) -> None:
    tab.page.focus("#mynetwork")
    tab.page.keyboard.press("ArrowRight")
    first = tab.js("kg.app.state.sel.slice(2)")
    assert first == "Aleppo"  # the weightiest
    before = tab.point(first)
    tab.page.keyboard.press("ArrowLeft")
    second = tab.js("kg.app.state.sel.slice(2)")
    assert second != first
    assert tab.point(second)[0] < before[0]
    tab.page.keyboard.press("f")
    assert tab.js("kg.app.state.focus") == second
    tab.page.keyboard.press("f")
    tab.page.keyboard.press("p")
    assert list(tab.js("kg.app.state.pin")) == [second]
    tab.page.keyboard.press("Enter")
    assert tab.js("document.activeElement.id") == "evidence"
    tab.page.focus("#mynetwork")
    tab.page.keyboard.press("h")
    assert second not in tab.nodes


def test_plus_minus_zero_zoom(tab: Tab) -> None:
    scale = "kg.app.graph.net.getScale()"
    tab.page.emulate_media(reduced_motion="reduce")
    at_first = tab.js(scale)
    tab.page.focus("#mynetwork")
    tab.page.keyboard.press("+")
    assert tab.js(scale) > at_first
    tab.page.keyboard.press("-")
    tab.page.keyboard.press("-")
    assert tab.js(scale) < at_first
    tab.page.keyboard.press("0")
    assert tab.js(scale) == pytest.approx(at_first)
    tab.page.emulate_media(reduced_motion="no-preference")


def test_escape_steps_back(tab: Tab) -> None:
    tab.set(focus="Russia", sel="n:Russia")
    tab.page.keyboard.press("Escape")
    assert tab.js("[kg.app.state.sel, kg.app.state.focus]") == ["", "Russia"]
    tab.page.keyboard.press("Escape")
    assert tab.js("kg.app.state.focus") == ""


def test_focus_stays_where_it_was(tab: Tab) -> None:
    """The legend is drawn anew after each change: the keyboard must not be thrown back to the top."""
    tab.page.focus("input[data-key='family events']")
    tab.page.keyboard.press("Space")
    assert tab.js("document.activeElement.dataset.key") == "family events"
    tab.page.focus("input[data-key='conf']")
    tab.page.keyboard.press("ArrowRight")
    tab.page.keyboard.press("ArrowRight")
    assert tab.js("kg.app.state.conf") == 0.1


def test_list_mirrors_nodes_and_lines(tab: Tab) -> None:
    mirror = "[...document.querySelectorAll('#mirror [data-node]')].map((b) => b.dataset.node)"
    assert set(tab.js(mirror)) == tab.nodes
    lines = tab.js("document.querySelectorAll('#mirror ul ul li').length")
    assert lines == 2 * len(tab.lines)
    assert "Iran – backs – Hezbollah, 1 claim" in tab.js("document.getElementById('mirror').textContent")
    tab.page.focus("#mirror [data-node=Hezbollah]")
    assert tab.page.is_visible("#mirror [data-node=Hezbollah]")
    tab.page.keyboard.press("Enter")
    assert tab.text("#evidence h2") == "Hezbollah"
    tab.set(focus="Hezbollah")
    assert set(tab.js(mirror)) == tab.nodes


def test_legend_and_table_say_the_same_as_the_picture(tab: Tab) -> None:
    """One model, three views: lines, table and timeline hold the same claims."""
    tab.set(dock="table", cls=["Collective"], status=["open"])
    shown = set(tab.js("[...document.querySelectorAll('#panel-table tbody tr')].map((r) => r.dataset.claim)"))
    assert shown == {c["id"] for c in tab.claims}
    drawn = set(tab.js("kg.app.graph.entries.flatMap((e) => e.claims.map((c) => c.id))"))
    assert drawn <= shown
    tab.set(dock="timeline")
    events = set(tab.js("[...document.querySelectorAll('.timeline li li')].map((r) => r.dataset.claim)"))
    assert events == {c["id"] for c in tab.claims if c["kind"] != "relation"}


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700), (600, 900)], ids=lambda s: f"{s[0]}x{s[1]}")
def test_no_window_is_too_small(browser: Any, seeds_page: Path, size: tuple[int, int]) -> None:
    tab = Tab(browser, seeds_page, viewport={"width": size[0], "height": size[1]})
    tab.set(sel="n:Aleppo")
    assert tab.js(
        "document.documentElement.scrollWidth <= innerWhatever".replace("innerWhatever", "innerWidth")
    )
    assert tab.js("kg.app.graph.box.clientHeight") > 150
    assert tab.page.is_visible("#evidence h2")
    if size[0] < 1100:
        assert not tab.page.is_visible("#filters")
        tab.page.click("#do-filters")
    assert tab.page.is_visible("input[data-key='family support']")
    assert tab.complaints == []
    tab.context.close()


def test_no_claims_is_no_fault(browser: Any, write_page: Callable[..., Path]) -> None:
    tab = Tab(browser, write_page([], [], "empty"))
    assert "gave no claims" in tab.text("#empty")
    tab.set(dock="table")
    tab.set(dock="timeline")
    assert axe(tab) == []
    assert tab.complaints == []
    tab.context.close()
