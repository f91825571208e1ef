"""Networks too large to show at once: the core, what is folded, and how it comes out. In Chromium."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from view.browsing import Tab
from view.synthetic import synthetic

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def large_tab(browser: Any, write_page: Callable[..., Path]) -> Any:
    tab = Tab(browser, write_page(*synthetic(400, 1000), "large"))
    yield tab
    assert tab.complaints == []
    assert tab.requests == []
    tab.context.close()


@pytest.fixture
def large(large_tab: Tab) -> Tab:
    large_tab.reset()
    return large_tab


def test_the_core_is_shown_and_the_rest_announced(large: Tab) -> None:
    assert 25 <= len(large.nodes) <= 60
    note = large.text("#fold")
    assert f"{len(large.nodes)} of 400" in note
    assert f"{400 - len(large.nodes)} more" in note
    assert large.js("kg.app.graph.net.body.nodeIndices.length") == len(large.nodes)


def test_up_to_sixty_everything_is_shown(browser: Any, write_page: Callable[..., Path]) -> None:
    tab = Tab(browser, write_page(*synthetic(60, 90), "sixty"))
    assert len(tab.nodes) == 60
    assert not tab.page.is_visible("#fold")
    tab.context.close()


def folded(tab: Tab) -> str:
    return str(tab.js("kg.app.model.nodes.find((n) => !n.core).name"))


def test_search_brings_out_what_is_folded(large: Tab) -> None:
    name = folded(large)
    large.page.fill("#search-input", name)
    large.page.keyboard.press("Enter")
    assert large.text("#evidence h2") == name
    id_ = large.js("kg.app.state.sel.slice(2)")
    assert id_ in large.nodes
    assert large.js("kg.app.state.focus") == id_
    large.page.keyboard.press("Escape")
    large.page.keyboard.press("Escape")
    assert id_ not in large.nodes


def test_focus_of_two_steps(large: Tab) -> None:
    core = large.nodes
    large.set(focus="E100", steps=2)
    assert "E100" in large.nodes
    assert large.nodes - core


def test_show_all_and_back(large: Tab) -> None:
    core = large.nodes
    large.page.click("button[data-key='all']")
    assert len(large.nodes) == 400
    assert "All 400" in large.text("#fold")
    large.page.click("button[data-key='all']")
    assert large.nodes == core


def test_path_to_a_folded_node(large: Tab) -> None:
    id_ = large.js("kg.app.model.nodes.find((n) => !n.core && n.claims.length > 1).id")
    start = large.js("kg.app.model.nodes.find((n) => n.core && n.claims.length > 5).id")
    large.set(path=[start, id_])
    assert {start, id_} <= large.nodes
    assert large.page.locator("#evidence ol.steps li").count() >= 1


def test_table_pages_through_many_claims(large: Tab) -> None:
    large.set(dock="table")
    rows = large.page.locator("#panel-table tbody tr")
    assert rows.count() == 200
    large.page.click("#panel-table .more")
    assert rows.count() == 400


def test_filters_leave_the_core_where_it_is(large: Tab) -> None:
    places = (
        "Object.fromEntries([...kg.app.view.nodes].map(kg.app.graph.place).map((n) => [n.id, [n.x, n.y]]))"
    )
    before = large.js(places)
    large.set(doc="article-0003.txt")
    after = large.js(places)
    assert set(after) - set(before)
    common = set(after) & set(before)
    assert len(common) > 3
    assert all(after[n] == before[n] for n in common)
    assert overlaps(large) == []


def overlaps(tab: Tab) -> list[tuple[str, str]]:
    """Pairs of nodes whose discs cover each other on the screen."""
    nodes = tab.js(
        "[...kg.app.view.nodes].map((id) => kg.app.graph.place(id)).map((n) => [n.id, n.x, n.y, n.options.size])"
    )
    return [
        (a[0], b[0])
        for i, a in enumerate(nodes)
        for b in nodes[i + 1 :]
        if (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2 < (0.9 * (a[3] + b[3])) ** 2
    ]


@pytest.mark.parametrize(
    "state", [{}, {"focus": "E100"}, {"focus": "E3", "steps": 2}, {"all": True}], ids=str
)
def test_no_node_covers_another(large: Tab, state: dict[str, Any]) -> None:
    large.set(**state)
    assert overlaps(large) == []


SPY = """() => {
  const out = [], write = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
    const size = parseFloat(/([0-9.]+)px/.exec(this.font)[1]);
    const half = this.measureText(text).width / 2;
    out.push([text, x - half, y - size * 0.45, x + half, y + size * 0.45, size * kg.app.graph.net.getScale()]);
    return write.apply(this, arguments);
  };
  const afresh = () => (out.length = 0);
  kg.app.graph.net.on('beforeDrawing', afresh);
  return new Promise((done) => {
    kg.app.graph.net.once('afterDrawing', () => setTimeout(() => {
      kg.app.graph.net.off('beforeDrawing', afresh);
      CanvasRenderingContext2D.prototype.fillText = write;
      done(out);
    }));
    kg.app.graph.net.redraw();
  });
}"""


@pytest.mark.parametrize("zoom", [0.25, 0.6, 1.0, 2.5])
@pytest.mark.parametrize("state", [{}, {"all": True}, {"sel": "n:E0"}], ids=str)
def test_names_are_legible_at_every_zoom_and_never_overlap(
    large: Tab, zoom: float, state: dict[str, Any]
) -> None:
    """Every text drawn has the size of print on the screen, whatever the zoom, and keeps clear of the others."""
    large.set(**state)
    large.js("(f) => kg.app.graph.net.moveTo({scale: kg.app.graph.net.getScale() * f})", zoom)
    texts = large.js(SPY)
    assert len(texts) > (3 if zoom > 2 else 8)
    assert all(10 <= t[5] <= 20 for t in texts)
    assert crossing(texts) == []


def crossing(texts: list[list[Any]]) -> list[tuple[str, str]]:
    return [
        (a[0], b[0])
        for i, a in enumerate(texts)
        for b in texts[i + 1 :]
        if a[1] < b[3] - 1 and b[1] < a[3] - 1 and a[2] < b[4] - 1 and b[2] < a[4] - 1
    ]


def test_in_the_picture_of_the_seeds_hardly_a_name_is_left_out(tab: Tab) -> None:
    assert crossing(tab.js(SPY)) == []
    assert tab.js("kg.app.graph.unnamed") <= 2
