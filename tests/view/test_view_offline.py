"""The page asks nobody for anything, and lets no text of an article become code."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from view.browsing import Tab
from view.hostile import MARK, hostile

from kg.records import Claim, Document
from kg.view.html import page

pytestmark = pytest.mark.browser


def test_the_watch_sees_requests(browser: Any, tmp_path: Path) -> None:
    """A page that loads something is noticed: otherwise the tests below would prove nothing."""
    path = tmp_path / "loud.html"
    path.write_text("<script>kg = {drawn: 1}</script><img src='http://192.0.2.1/x.png'><img src='local.png'>")
    tab = Tab(browser, path)
    tab.page.wait_for_timeout(200)
    assert set(tab.requests) == {"http://192.0.2.1/x.png", (tmp_path / "local.png").as_uri()}
    tab.context.close()


def test_no_request_while_everything_is_used(tab: Tab) -> None:
    tab.set(sel="n:Russia")
    tab.page.click("button.open >> nth=0")
    tab.page.keyboard.press("Escape")
    for dock in ("table", "timeline"):
        tab.set(dock=dock)
    tab.set(focus="Russia", steps=2)
    tab.page.click("#physics")
    tab.page.wait_for_timeout(300)
    tab.page.click("#physics")
    with tab.page.expect_download():
        tab.page.click("#do-png")
    assert tab.requests == []


def test_policy_allows_our_scripts_alone(gold: tuple[list[Claim], list[Document]]) -> None:
    html = page(*gold)
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert found
    rules = dict(part.strip().split(" ", 1) for part in found[1].replace("&#39;", "'").split(";"))
    assert rules["default-src"] == "'none'"
    assert "unsafe" not in found[1]
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    assert len(scripts) == 2
    hashes = {f"'sha256-{base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()}'" for s in scripts}
    assert set(rules["script-src"].split()) == hashes


def test_policy_stops_eval_and_foreign_scripts(browser: Any, seeds_page: Path) -> None:
    tab = Tab(browser, seeds_page)
    tab.js(
        "() => { const s = document.createElement('script'); s.textContent = 'window.broken = 1';"
        " document.body.append(s); setTimeout('window.broken = 2', 0); }"
    )
    tab.page.wait_for_timeout(100)
    assert tab.js("window.broken") is None
    assert tab.complaints
    assert all("Content Security Policy" in c for c in tab.complaints)
    tab.context.close()


def test_no_address_of_a_server_in_the_markup(gold: tuple[list[Claim], list[Document]]) -> None:
    html = page(*gold)
    markup = re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)
    assert not re.search(r"https?:|//cdn|bootstrap", markup, re.IGNORECASE)
    assert not re.search(r"<(script|img|iframe)[^>]* src=|url\(", markup, re.IGNORECASE)


@pytest.fixture(scope="module")
def hostile_tab(browser: Any, write_page: Callable[..., Path]) -> Any:
    claims, documents = hostile()
    tab = Tab(browser, write_page(claims, documents, "hostile", title=f"</title><script>{MARK}</script>"))
    yield tab
    tab.context.close()


def untouched(tab: Tab) -> None:
    """Nothing of the hostile text ran, nothing of it became an element, nothing was asked for."""
    assert tab.js("window.pwned") is None
    assert (
        tab.js("document.querySelectorAll('img, iframe, object, embed, base, form[action], b, i').length")
        == 0
    )
    assert tab.js("document.querySelectorAll('script').length") == 3
    assert (
        tab.js(
            "[...document.querySelectorAll('*')].filter((e) => e.getAttributeNames().some((a) => /^on/.test(a))).length"
        )
        == 0
    )
    assert (
        tab.js("[...document.querySelectorAll('a')].filter((a) => !/^(https?|blob):/.test(a.href)).length")
        == 0
    )
    assert tab.requests == []
    assert tab.complaints == []


def test_hostile_text_is_shown_as_text(hostile_tab: Tab) -> None:
    tab = hostile_tab
    assert "<script>" in tab.text("#top h1")
    for claim in tab.js("kg.app.model.claims.map((c) => c.id)"):
        tab.set(sel=f"c:{claim}")
        assert MARK in tab.text("#evidence blockquote")
        tab.page.click("#evidence button.open")
        assert MARK in tab.text("#article .text")
        tab.js("document.getElementById('article').close()")
    untouched(tab)


def test_hostile_names_in_every_part(hostile_tab: Tab) -> None:
    tab = hostile_tab
    tab.reset()
    for node in tab.js("kg.app.model.nodes.map((n) => n.id)"):
        tab.set(sel=f"n:{node}", dock="table")
        tab.set(dock="timeline")
        x, y = tab.point(node)
        tab.page.mouse.move(x, y)
        tab.set(focus=node)
        tab.page.click("button[data-key='pin']")
        tab.set(focus="", hide=[node])
        tab.reset()
    tab.page.fill("#search-input", "img")
    assert "<img src=x" in tab.text("#search-list")
    tab.page.fill("#search-input", "")
    assert "<img src=x" in tab.js("document.getElementById('mirror').textContent")
    untouched(tab)


def test_direction_overrides_are_shown_not_obeyed(hostile_tab: Tab) -> None:
    body = hostile_tab.js("document.body.innerText + document.getElementById('mirror').textContent")
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", body)
    assert "\ufffd" in body


def test_long_names_leave_the_page_in_shape(hostile_tab: Tab) -> None:
    tab = hostile_tab
    tab.reset()
    tab.set(sel="n:Long", dock="table")
    assert tab.js(
        "document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight"
    )
    parts = "[...document.querySelectorAll('#evidence, #filters, #stage')]"
    assert tab.js(f"{parts}.every((e) => e.scrollWidth <= e.clientWidth + 1)")
    assert len(tab.text("#evidence h2")) > 9_000


def test_script_links_are_no_links(hostile_tab: Tab) -> None:
    tab = hostile_tab
    tab.reset()
    tab.js("kg.article.open(kg.app, null, kg.app.model.documents[0])")
    assert tab.js("document.querySelectorAll('#article a').length") == 0
    tab.js("document.getElementById('article').close()")
