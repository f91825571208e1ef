"""Evidence, articles, table, timeline and time slider: in Chromium."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from view.browsing import Tab

from kg.records import Claim, Document

pytestmark = pytest.mark.browser
BACKS = "Russia|SyrianArmedForces|backs|held"


def test_click_on_a_line_shows_its_sentences(tab: Tab) -> None:
    x, y = tab.on_line(BACKS)
    tab.page.mouse.click(x, y)
    assert tab.js("kg.app.state.sel") == f"e:{BACKS}"
    panel = tab.text("#evidence")
    assert "2 claims in 2 articles" in panel
    assert tab.page.locator("#evidence .claim").count() == 2
    first = tab.page.locator("#evidence .claim", has_text="Russian and Iranian-supported")
    assert "HTS, a rebel group formerly linked with Al-Qaeda" in first.locator("blockquote").inner_text()
    text = first.inner_text()
    for fact in ("30 Nov 2024", "the article itself", "current at the article's date", "gold.backs", "90 %"):
        assert fact in text


def test_highlights_say_who_whom_and_cue(tab: Tab) -> None:
    tab.set(sel=f"e:{BACKS}")
    card = tab.page.locator("#evidence .claim", has_text="backed by Russian air cover")
    assert "Russia" in "".join(card.locator("mark.who").all_inner_texts())
    assert "Syrian army" in "".join(card.locator("mark.whom").all_inner_texts())
    assert "backed by Russian air cover" in "".join(card.locator("mark.cue").all_inner_texts())


def test_quote_is_the_sentence_whole(tab: Tab) -> None:
    for claim in tab.js("kg.app.model.claims.slice(0, 25)"):
        tab.set(sel=f"c:{claim['id']}")
        quote = tab.js("document.querySelector('#evidence blockquote').textContent")
        assert quote == claim["sentence"]


def test_speaker_and_interval_are_named(tab: Tab) -> None:
    claim = next(c for c in tab.js("kg.app.model.claims") if c["since"] == "2012" and c["kind"] == "relation")
    tab.set(sel=f"c:{claim['id']}")
    assert "since 2012" in tab.text("#evidence dl")
    said = next(c for c in tab.js("kg.app.model.claims") if c["by"] and c["by"][1] == "SANA")
    tab.set(sel=f"c:{said['id']}")
    assert re.search(r"said by\s+SANA", tab.text("#evidence dl"), re.IGNORECASE) or "SANA" in tab.text(
        "#evidence dl"
    )


def test_one_more_click_opens_the_article_at_the_sentence(tab: Tab) -> None:
    claim = next(
        c for c in tab.js("kg.app.model.claims") if c["doc"].startswith("002") and "Kerry" in c["sentence"]
    )
    tab.set(sel=f"c:{claim['id']}")
    tab.page.click("#evidence button.open")
    here = tab.page.locator("#article .here")
    assert here.inner_text().strip() == claim["sentence"].strip()
    box, frame = here.bounding_box(), tab.page.locator("#article .text").bounding_box()
    assert box
    assert frame
    assert frame["y"] <= box["y"]
    assert box["y"] + box["height"] <= frame["y"] + frame["height"]
    text = tab.js("document.querySelector('#article .text').textContent")
    assert text == tab.js("kg.app.model.documents.find((d) => d.id.startsWith('002')).text")
    # Another marked sentence is chosen by a click; Escape closes.
    tab.page.locator("#article .sentence").first.click()
    assert tab.js("kg.app.state.sel") != f"c:{claim['id']}"
    tab.page.keyboard.press("Escape")
    assert not tab.page.is_visible("#article")


def test_click_on_a_node_lists_its_claims(tab: Tab) -> None:
    x, y = tab.point("Hezbollah")
    tab.page.mouse.click(x, y)
    assert tab.text("#evidence h2") == "Hezbollah"
    shown = set(tab.js("[...document.querySelectorAll('#evidence .claim')].map((c) => c.dataset.claim)"))
    assert shown == set(
        tab.js("kg.app.model.claims.filter((c) => c.nodes.includes('Hezbollah')).map((c) => c.id)")
    )
    tab.page.mouse.click(*empty_spot(tab))
    assert tab.js("kg.app.state.sel") == ""


def test_click_on_a_name_is_a_click_on_its_node(tab: Tab) -> None:
    tab.redraw()
    for node in ("Hezbollah", "Tripoli"):
        at = tab.js(
            """(id) => {
              const g = kg.app.graph, [l, t, r, b] = g.named.find((n) => n.id === id).rect;
              const p = g.net.canvasToDOM({x: (l + r) / 2, y: (t + b) / 2}), f = g.box.getBoundingClientRect();
              return [p.x + f.left, p.y + f.top];
            }""",
            node,
        )
        tab.page.mouse.click(*at)
        assert tab.js("kg.app.state.sel") == f"n:{node}"


def empty_spot(tab: Tab) -> tuple[float, float]:
    """A point of the picture with nothing on it."""
    frame = tab.js("(({left, top}) => [left, top])(kg.app.graph.box.getBoundingClientRect())")
    return frame[0] + 12, frame[1] + 120


def test_pointer_tells_what_it_is_over(tab: Tab) -> None:
    tab.page.mouse.move(*tab.point("Hezbollah"))
    tab.page.wait_for_selector("#tip:not([hidden])")
    assert "Hezbollah · Armed group" in tab.text("#tip")
    tab.page.mouse.move(*tab.on_line("Iran|Hezbollah|backs|held"))
    tab.wait("document.getElementById('tip').textContent.includes('backs')")
    tab.page.mouse.move(*empty_spot(tab))
    tab.page.wait_for_selector("#tip", state="hidden")


def test_quotes_only_leaves_articles_out(
    browser: Any, write_page: Callable[..., Path], gold: tuple[list[Claim], list[Document]]
) -> None:
    path = write_page(*gold, "quotes", quotes_only=True)
    html = path.read_text("utf-8")
    assert "stretchers to pull out the dead" not in html  # a sentence without a claim
    tab = Tab(browser, path)
    tab.set(sel=f"e:{BACKS}")
    assert "backed by Russian air cover" in tab.text("#evidence")
    assert tab.page.locator("#evidence button.open").count() == 0
    tab.set(sel="")
    assert tab.page.locator("#evidence .docs button").count() == 0
    assert tab.complaints == []
    tab.context.close()


def test_table_shows_what_passes_the_filters(tab: Tab) -> None:
    tab.page.click("#tab-table")
    rows = tab.page.locator("#panel-table tbody tr")
    assert rows.count() == tab.js("kg.app.model.claims.length")
    tab.page.uncheck("input[data-key='family events']")
    assert rows.count() == len(tab.claims)
    assert f"({len(tab.claims)})" in tab.text("#tab-table")
    rows.first.click()
    assert tab.js("kg.app.state.sel") == "c:" + str(rows.first.get_attribute("data-claim"))
    assert "selected" in str(rows.first.get_attribute("class"))


def test_table_rows_are_as_high_as_their_text(tab: Tab) -> None:
    tab.set(dock="table")
    assert (
        tab.js("Math.max(...[...document.querySelectorAll('#panel-table tr')].map((r) => r.offsetHeight))")
        < 110
    )
    assert tab.js(
        "(({scrollWidth, clientWidth}) => scrollWidth <= clientWidth)(document.getElementById('panel-table'))"
    )


@pytest.mark.parametrize("column", ["who", "what", "whom", "status", "says", "confidence", "article"])
def test_table_sorts_both_ways(tab: Tab, column: str) -> None:
    tab.set(dock="table")
    cells = (
        f"[...document.querySelectorAll('#panel-table td.{column}')].map((c) => c.textContent.toLowerCase())"
    )
    tab.page.click(f"button[data-key='sort {column}']")
    up = tab.js(cells)
    if column != "article":  # articles sort by date
        filled = [c for c in up if c]
        assert filled == sorted(filled)
        assert up == filled + [""] * (len(up) - len(filled))
    assert (
        tab.page.get_attribute("th:has(button[data-key='sort " + column + "'])", "aria-sort") == "ascending"
    )
    tab.page.click(f"button[data-key='sort {column}']")
    assert tab.js(cells) == up[::-1]


def test_timeline_in_the_order_of_time(tab: Tab) -> None:
    tab.page.click("#tab-timeline")
    dates = tab.js("[...document.querySelectorAll('.timeline .when strong')].map((n) => n.textContent)")
    assert dates[0] == "since Mar 2011"
    assert dates.index("since 27 Feb 2016") < dates.index("22 Sep 2016") < dates.index("since 27 Nov 2024")
    events = [c for c in tab.claims if c["kind"] != "relation"]
    assert tab.page.locator(".timeline li li").count() == len(events)
    tab.page.select_option("select[data-key='tl order']", "down")
    assert (
        tab.js("[...document.querySelectorAll('.timeline .when strong')].map((n) => n.textContent)")
        == dates[::-1]
    )
    tab.page.select_option("select[data-key='tl kind']", "Airstrike")
    kinds = set(tab.page.locator(".timeline .kind").all_inner_texts())
    assert kinds == {"Airstrike"}
    tab.page.select_option("select[data-key='tl kind']", "")


def test_timeline_tells_dates_of_the_text_from_dates_of_articles(tab: Tab) -> None:
    tab.set(dock="timeline", doc="001_63e3bfe031c05ec6.txt")
    groups = tab.page.locator(".timeline > li").all_inner_texts()
    observed = [g for g in groups if "article's date" in g]
    assert len(observed) == 1
    assert observed[0].startswith("30 Nov 2024")


def test_slider_and_histogram(tab: Tab) -> None:
    bars = tab.js("[...document.querySelectorAll('#time rect')].map((r) => Number(r.getAttribute('height')))")
    assert len(bars) == tab.js("kg.app.bins.length")
    assert bars[-1] > 0
    low, high = "#time input.a", "#time input.b"
    tab.page.fill(low, str(len(bars) - 1))
    assert tab.claims
    assert {c["doc"][:3] for c in tab.claims} == {"001"}
    assert "JohnKerry" not in tab.nodes
    assert tab.page.locator("#time rect.in").count() == 1
    tab.page.fill(low, "0")
    tab.page.fill(high, "0")
    assert all(c["days"][0] <= 15064 for c in tab.claims)  # 31 March 2011
    tab.page.click("#time .head button")
    assert len(tab.claims) == tab.js("kg.app.model.claims.length")


def test_slider_by_keyboard(tab: Tab) -> None:
    tab.page.focus("#time input.b")
    tab.page.keyboard.press("ArrowLeft")
    assert tab.js("kg.app.state.to") == "2024-09-30"
    assert not any(c["doc"].startswith("001") and c["days"][0] > 19996 for c in tab.claims)
    assert "2024" in str(tab.page.get_attribute("#time input.b", "aria-valuetext"))


def test_ends_of_the_slider_never_cross(tab: Tab) -> None:
    tab.page.fill("#time input.b", "10")
    tab.page.fill("#time input.a", "30")
    a, b = tab.page.input_value("#time input.a"), tab.page.input_value("#time input.b")
    assert int(a) <= int(b)


def test_interval_shows_in_its_interval_and_observation_at_its_date(tab: Tab) -> None:
    """Government forces hold western Aleppo since 2012 (said in 2016); Russia backs Assad is an observation of 2016."""
    since = next(c for c in tab.js("kg.app.model.claims") if c["since"] == "2012" and c["kind"] == "relation")
    backs = next(
        c for c in tab.js("kg.app.model.claims") if c["what"] == "backs" and "Mr Assad" in c["sentence"]
    )
    shown = {}
    for year in (2011, 2013, 2016, 2018):
        tab.set(**{"from": f"{year}-01-01", "to": f"{year}-12-31"})
        ids = {c["id"] for c in tab.claims}
        shown[year] = (since["id"] in ids, backs["id"] in ids)
    assert shown == {2011: (False, False), 2013: (True, False), 2016: (True, True), 2018: (False, False)}
