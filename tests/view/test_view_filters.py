"""Legend, sources, confidence, search, focus, path, hide, pin, reset, and the state in the address: in Chromium."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from view.browsing import Tab

pytestmark = pytest.mark.browser


def count(tab: Tab, key: str) -> int:
    return int(tab.page.inner_text(f".row:has(input[data-key='{key}']) .count"))


@pytest.mark.parametrize("family", ["support", "hostility", "structure", "territory", "agreements", "events"])
def test_family_switched_off_takes_its_lines_and_claims_away(tab: Tab, family: str) -> None:
    before = tab.claims
    own = [c for c in before if c["family"] == family]
    assert count(tab, f"family {family}") == len(own) > 0
    tab.page.uncheck(f"input[data-key='family {family}']")
    assert tab.claims == [c for c in before if c["family"] != family]
    families = tab.js("kg.app.view.edges.map((e) => e.edge.family)")
    assert family not in families
    tab.page.check(f"input[data-key='family {family}']")
    assert tab.claims == before


def test_only_leaves_one_family(tab: Tab) -> None:
    tab.page.hover(".row:has(input[data-key='family hostility'])")
    tab.page.click("button[data-key='only family hostility']")
    assert {c["family"] for c in tab.claims} == {"hostility"}
    assert set(tab.js("kg.app.view.edges.map((e) => e.edge.family)")) == {"hostility"}
    tab.page.click("button[data-key='all family']")
    assert len(tab.claims) == tab.js("kg.app.model.claims.length")


def test_unnamed_groups_can_be_left_out(tab: Tab) -> None:
    assert "SyrianRebels" in tab.nodes
    tab.page.uncheck("input[data-key='cls Collective']")
    kinds = tab.js("[...kg.app.view.nodes].map((n) => kg.app.model.node.get(n).cls)")
    assert "Collective" not in kinds
    assert "SyrianRebels" not in tab.nodes
    assert {"Russia", "Aleppo"} <= tab.nodes
    # Nothing that is said of unnamed groups alone stays in the table.
    assert all(set(c["nodes"]) & tab.nodes for c in tab.claims if c["nodes"])


def test_status_filter(tab: Tab) -> None:
    assert any(c["status"] == "former" for c in tab.claims)
    tab.page.uncheck("input[data-key='status former']")
    assert not any(c["status"] == "former" for c in tab.claims)
    tab.page.uncheck("input[data-key='status held']")
    assert {c["status"] for c in tab.claims} == {"planned", "possible"}


def test_speaker_filter(tab: Tab) -> None:
    tab.page.select_option("select[data-key='by']", "SyrianObservatoryForHumanRights")
    assert tab.claims
    assert all(c["by"][1] == "SyrianObservatoryForHumanRights" for c in tab.claims)
    tab.page.select_option("select[data-key='by']", "-")
    assert tab.claims
    assert all(c["by"] is None for c in tab.claims)


def test_article_filter(tab: Tab) -> None:
    tab.page.select_option("select[data-key='doc']", "002_1e990827a73915cd.txt")
    assert {c["doc"] for c in tab.claims} == {"002_1e990827a73915cd.txt"}
    assert "Hezbollah" not in tab.nodes
    assert "in 1 article" not in tab.text("#counts")
    assert "1 article" in tab.text("#counts")


def test_confidence_filter(tab: Tab) -> None:
    tab.page.fill("input[data-key='conf']", "80")
    assert tab.claims
    assert all(c["confidence"] >= 0.8 for c in tab.claims)
    assert len(tab.claims) < tab.js("kg.app.model.claims.length")


def test_words_filter(tab: Tab) -> None:
    tab.page.fill("#words", "White Helmets killed")
    assert [c["kind"] for c in tab.claims] == ["casualties"]
    tab.page.fill("#words", "no such words anywhere")
    assert tab.claims == []
    assert tab.page.is_visible("#empty")


@pytest.mark.parametrize("typed", ["Hayat", "hts", "tahrir al sham"])
def test_search_finds_every_name(tab: Tab, typed: str) -> None:
    tab.page.fill("#search-input", typed)
    tab.page.keyboard.press("Enter")
    assert tab.js("kg.app.state.sel") == "n:HayatTahrirAlSham"
    assert "Hayat Tahrir al-Sham" in tab.text("#evidence h2")


def test_search_by_keyboard_alone(tab: Tab) -> None:
    tab.page.keyboard.press("/")
    tab.page.keyboard.type("syri")
    labels = tab.page.locator("#search-list li .what").all_inner_texts()
    assert len(labels) > 3
    tab.page.keyboard.press("ArrowDown")
    assert tab.page.get_attribute("#search-input", "aria-activedescendant") == tab.page.get_attribute(
        "#search-list li[aria-selected=true]", "id"
    )
    tab.page.keyboard.press("Enter")
    assert tab.text("#evidence h2") == labels[1].split("  (")[0]


def test_search_brings_out_what_filters_hide(tab: Tab) -> None:
    tab.set(cls=["State"], doc="001_63e3bfe031c05ec6.txt")
    assert "Germany" not in tab.nodes
    tab.page.fill("#search-input", "Germany")
    tab.page.keyboard.press("Enter")
    assert "Germany" in tab.nodes


def test_search_for_words_fills_the_table(tab: Tab) -> None:
    tab.page.fill("#search-input", "tunnel bomb")
    tab.page.locator("#search-list li", has_text="Claims that contain").dispatch_event("mousedown")
    assert tab.page.is_visible("#panel-table")
    assert tab.claims
    assert len(tab.claims) == tab.page.locator("#panel-table tbody tr").count()


def test_focus_one_and_two_steps(tab: Tab) -> None:
    near = {"Hezbollah"}
    for a, b in tab.js("kg.app.view.edges.map((e) => [e.edge.from, e.edge.to])"):
        near |= {a, b} if "Hezbollah" in (a, b) else set()
    tab.set(sel="n:Hezbollah")
    tab.page.click("button[data-key='focus1']")
    assert tab.nodes == near
    assert tab.page.get_attribute("button[data-key='focus1']", "aria-pressed") == "true"
    tab.page.click("button[data-key='focus2']")
    assert tab.nodes > near
    assert all(set(c["nodes"]) & tab.nodes for c in tab.claims)
    tab.page.click("button[data-key='focus2']")
    assert len(tab.nodes) == tab.js("kg.app.model.nodes.length")


def test_focus_fills_the_window(tab: Tab) -> None:
    tab.page.emulate_media(reduced_motion="reduce")
    before = tab.js("kg.app.graph.net.getScale()")
    tab.set(focus="Tripoli")
    assert tab.js("kg.app.graph.net.getScale()") > before
    for node in tab.nodes:
        x, y = tab.point(node)
        box = tab.page.locator("#mynetwork").bounding_box()
        assert box
        assert box["x"] < x < box["x"] + box["width"]
        assert box["y"] < y < box["y"] + box["height"]
    tab.set(focus="")
    assert tab.js("kg.app.graph.net.getScale()") == pytest.approx(before)
    tab.page.emulate_media(reduced_motion="no-preference")


def test_double_click_focuses(tab: Tab) -> None:
    x, y = tab.point("Hezbollah")
    tab.page.mouse.dblclick(x, y)
    assert tab.js("kg.app.state.focus") == "Hezbollah"


def test_path_between_two(tab: Tab) -> None:
    tab.page.click("#do-path")
    tab.page.keyboard.type("Iran")
    tab.page.keyboard.press("Enter")
    tab.page.keyboard.type("Turkey")
    tab.page.keyboard.press("Enter")
    assert tab.js("kg.app.state.path") == ["Iran", "Turkey"]
    assert tab.js("kg.app.view.path.steps") == 3
    steps = tab.page.locator("#evidence ol.steps li").all_inner_texts()
    assert "Iran" in steps[0]
    assert "Turkey" in steps[-1]
    on = set(tab.js("[...kg.app.view.path.nodes]"))
    assert {"Iran", "Russia", "Turkey"} <= on
    faded = tab.js(
        "Object.values(kg.app.graph.net.body.nodes).filter((n) => n.options.opacity < 1).map((n) => n.id)"
    )
    assert set(faded) == tab.nodes - on
    # Without Russia there is no way; the page says so.
    tab.set(hide=["Russia", "SyrianArmedForces", "BasharAlAssad"])
    assert "No path" in tab.text("#evidence")
    tab.page.click("#path-close")
    assert tab.js("kg.app.state.path") == []


def test_hide_and_bring_back(tab: Tab) -> None:
    tab.set(sel="n:Aleppo")
    tab.page.click("button[data-key='hide']")
    assert "Aleppo" not in tab.nodes
    assert "1 hidden" in tab.text("#chips")
    tab.page.click("#chips .chip")
    assert "Aleppo" in tab.nodes


def test_pin_holds_against_physics_and_travels(tab: Tab, browser: Any, seeds_page: Path) -> None:
    x, y = tab.point("Hezbollah")
    tab.page.mouse.move(x, y)
    tab.page.mouse.down()
    tab.page.mouse.move(x + 60, y - 40, steps=4)
    tab.page.mouse.up()
    tab.set(sel="n:Hezbollah")
    tab.page.click("button[data-key='pin']")
    moved = tab.js("(({x, y}) => [Math.round(x), Math.round(y)])(kg.app.graph.place('Hezbollah'))")
    assert tab.js("kg.app.state.pin") == {"Hezbollah": moved}
    other = tab.js("(({x, y}) => [x, y])(kg.app.graph.place('Israel'))")
    tab.page.click("#physics")
    tab.page.wait_for_timeout(500)
    tab.page.click("#physics")
    assert tab.js("(({x, y}) => [Math.round(x), Math.round(y)])(kg.app.graph.place('Hezbollah'))") == moved
    assert tab.js("(({x, y}) => [x, y])(kg.app.graph.place('Israel'))") != other
    second = Tab(browser, seeds_page, tab.hash())
    assert second.js("(({x, y}) => [Math.round(x), Math.round(y)])(kg.app.graph.place('Hezbollah'))") == moved
    second.context.close()


def test_nothing_moves_at_the_start(tab: Tab) -> None:
    places = "Object.values(kg.app.graph.net.body.nodes).map((n) => [n.id, n.x, n.y])"
    before = tab.js(places)
    tab.page.wait_for_timeout(300)
    assert tab.js(places) == before
    assert tab.js("kg.app.graph.net.physics.physicsEnabled") is False


STATES = [
    {"family": ["events", "structure"], "dock": "table"},
    {"cls": ["Collective"], "status": ["former"], "conf": 0.6},
    {"by": "-", "doc": "000_ed9ec28a2165566b.txt", "q": "air strikes & more"},
    {"focus": "Russia", "steps": 2, "sel": "n:Russia", "dock": "timeline"},
    {"path": ["Iran", "Turkey"], "hide": ["Syria", "Aleppo"]},
    {"from": "2016-01-01", "to": "2016-12-31", "undated": False},
    {"pin": {"Russia": [10, -20]}, "all": True},
]


@pytest.mark.parametrize("patch", STATES, ids="-".join)
def test_address_holds_the_state(tab: Tab, browser: Any, seeds_page: Path, patch: dict[str, Any]) -> None:
    tab.set(**patch)
    address = tab.hash()
    state, seen, nodes = tab.js("kg.app.state"), tab.claims, tab.nodes
    assert address
    tab.open(address)
    assert tab.js("kg.app.state") == state
    assert (tab.claims, tab.nodes) == (seen, nodes)


def test_a_broken_address_does_no_harm(tab: Tab) -> None:
    tab.open("focus=9,Nobody&path=one&conf=lots&pin=x&sel=n:Nobody&dock=%E0%A4%A&from=yesterday&off=all")
    assert len(tab.nodes) > 10


def test_changing_the_address_changes_the_view(tab: Tab) -> None:
    tab.js("location.hash = 'focus=1,Hezbollah'")
    tab.wait("kg.app.state.focus === 'Hezbollah'")
    assert "Israel" in tab.nodes
    assert "JohnKerry" not in tab.nodes


def test_reset_leads_back_to_the_beginning(tab: Tab) -> None:
    tab.page.select_option("select[data-key='doc']", "002_1e990827a73915cd.txt")
    tab.page.fill("#words", "army")
    tab.set(sel="n:Russia", focus="Russia", dock="table")
    tab.reset()
    assert tab.hash() == ""
    assert len(tab.claims) == tab.js("kg.app.model.claims.length")
    assert tab.page.input_value("#words") == ""
    assert tab.page.input_value("select[data-key='doc']") == ""
    assert not tab.page.is_visible("#panel-table")
