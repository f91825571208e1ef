"""A page of ours in Debian's Chromium, watched: every request, every word on the console."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
SIZE = {"width": 1440, "height": 900}


class Tab:
    """One open page. `requests` holds the addresses of all but the page itself, `data:` and `blob:`."""

    def __init__(self, browser: Browser, path: Path, hash_: str = "", **options: Any) -> None:
        self.path = path
        self.context = browser.new_context(**({"viewport": SIZE, "accept_downloads": True} | options))
        self.page: Page = self.context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda r: self._request(r.url))
        self.page.on("console", lambda m: self.complaints.append(f"{m.type}: {m.text}"))
        self.page.on("pageerror", lambda e: self.complaints.append(f"error: {e}"))
        self.page.on("dialog", lambda d: (self.complaints.append(f"dialog: {d.message}"), d.dismiss()))
        self.open(hash_)

    def _request(self, url: str) -> None:
        own = url.split("#")[0] == self.path.as_uri()
        if not own and not url.startswith(("data:", "blob:")):
            self.requests.append(url)

    def open(self, hash_: str = "") -> None:
        """Loads the page afresh, with a state."""
        self.page.goto("about:blank")
        self.page.goto(self.path.as_uri() + (f"#{hash_}" if hash_ else ""))
        self.page.evaluate("kg.drawn")

    def reset(self) -> None:
        """Back to the beginning, as the button does."""
        self.page.evaluate("document.querySelectorAll('dialog[open]').forEach((d) => d.close())")
        self.page.click("#do-reset")

    def js(self, expression: str, argument: object = None) -> Any:
        return self.page.evaluate(expression, argument)

    def set(self, **patch: object) -> None:
        self.js("(patch) => kg.app.set(patch)", patch)

    @property
    def nodes(self) -> set[str]:
        """Ids of the nodes in the picture, as vis-network holds them."""
        return set(
            self.js("Object.keys(kg.app.graph.net.body.nodes).filter((n) => kg.app.view.nodes.has(n))")
        )

    @property
    def lines(self) -> set[str]:
        """Keys of the lines that were drawn last."""
        self.redraw()
        return set(self.js("kg.app.graph.lines.map((i) => i.entry.edge.key)"))

    @property
    def claims(self) -> list[dict[str, Any]]:
        """The claims that pass the filters."""
        return list(
            self.js(
                "kg.app.view.claims.map(({id, doc, status, family, confidence, days, kind, by, nodes, words, what}) => "
                "({id, doc, status, family, confidence, days, kind, by, nodes, words, what}))"
            )
        )

    def wait(self, expression: str, seconds: float = 10) -> None:
        """Waits until the expression holds. (Playwright's own waiting evaluates strings, which the policy forbids.)"""
        end = time.monotonic() + seconds
        while not self.js(expression):
            assert time.monotonic() < end, f"still not: {expression}"
            self.page.wait_for_timeout(20)

    def redraw(self) -> None:
        self.js(
            "new Promise((d) => { kg.app.graph.net.once('afterDrawing', d); kg.app.graph.net.redraw(); })"
        )

    def point(self, node: str) -> tuple[float, float]:
        """Where a node is on the screen."""
        at = self.js(
            "(id) => { const n = kg.app.graph.place(id); const p = kg.app.graph.net.canvasToDOM({x: n.x, y: n.y});"
            " const f = kg.app.graph.box.getBoundingClientRect(); return [p.x + f.left, p.y + f.top]; }",
            node,
        )
        return at[0], at[1]

    def on_line(self, line: str) -> tuple[float, float]:
        """The point of a line that is farthest from all nodes, on the screen."""
        self.redraw()
        at = self.js(
            """(key) => {
              const g = kg.app.graph, line = g.lines.find((i) => i.entry.edge.key === key).line;
              const nodes = [...kg.app.view.nodes].map((id) => g.place(id));
              const free = (p) => Math.min(...nodes.map((n) => Math.hypot(n.x - p.x, n.y - p.y) - n.options.size));
              const p = g.net.canvasToDOM(line.reduce((a, b) => (free(b) > free(a) ? b : a)));
              const f = g.box.getBoundingClientRect();
              return [p.x + f.left, p.y + f.top];
            }""",
            line,
        )
        return at[0], at[1]

    def text(self, selector: str) -> str:
        return self.page.inner_text(selector)

    def hash(self) -> str:
        return str(self.js("location.hash.slice(1)"))
