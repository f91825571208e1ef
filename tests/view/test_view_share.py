"""PNG, CSV and link: downloaded in Chromium, opened and checked."""

from __future__ import annotations

import csv
import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from view.browsing import Tab
from view.hostile import NAMES, hostile

pytestmark = pytest.mark.browser


def saved(tab: Tab, button: str) -> tuple[str, bytes]:
    with tab.page.expect_download() as download:
        tab.page.click(button)
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_holds_the_claims_that_pass_the_filters(tab: Tab) -> None:
    tab.page.uncheck("input[data-key='family events']")
    name, data = saved(tab, "#do-csv")
    assert name == "claims.csv"
    table = rows(data)
    assert [r["claim"] for r in table] == [c["id"] for c in tab.claims]
    backs = next(r for r in table if r["who"] == "Iran" and r["whom"] == "Hezbollah")
    assert backs["predicate_or_type"] == "backs"
    assert "Iran-backed Hezbollah group" in backs["sentence"]
    assert backs["date"] == "2024-11-30"


def test_csv_holds_no_formula(browser: Any, write_page: Callable[..., Path]) -> None:
    tab = Tab(browser, write_page(*hostile(), "formulas"))
    table = rows(saved(tab, "#do-csv")[1])
    assert len(table) == len(NAMES)
    cells = [value for row in table for value in row.values()]
    assert any(value.startswith("'=HYPERLINK") for value in cells)
    numbers = {row["confidence"] for row in table}
    assert not [v for v in cells if v[:1] in "=+-@\t\r" and v and v not in numbers]
    tab.context.close()


def pixels(data: bytes) -> tuple[int, int, list[bytes]]:
    """Width, height and rows of an 8-bit RGBA PNG."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    at, body, size = 8, b"", (0, 0)
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        chunk = data[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            size = struct.unpack(">II", chunk[:8])
            assert chunk[8:10] == b"\x08\x06"
        body += chunk if kind == b"IDAT" else b""
        at += 12 + length
    raw, wide = zlib.decompress(body), size[0] * 4 + 1
    lines, before = [], bytes(size[0] * 4)
    for y in range(size[1]):
        before = unfiltered(raw[y * wide], raw[y * wide + 1 : (y + 1) * wide], before)
        lines.append(before)
    return size[0], size[1], lines


def unfiltered(kind: int, line: bytes, above: bytes) -> bytes:
    """One row of a PNG without its filter (RFC 2083, section 6)."""
    out = bytearray(line)
    for i in range(len(out)):
        a, b, c = out[i - 4] if i > 3 else 0, above[i], above[i - 4] if i > 3 else 0
        p = a + b - c
        paeth = min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]
        out[i] = (out[i] + (0, a, b, (a + b) // 2, paeth)[kind]) & 255
    return bytes(out)


def test_png_shows_what_is_seen(tab: Tab) -> None:
    name, data = saved(tab, "#do-png")
    assert name == "network.png"
    width, height, lines = pixels(data)
    box = tab.js("[kg.app.graph.box.clientWidth, kg.app.graph.box.clientHeight]")
    assert (width, height) == (box[0], box[1] + 76)
    assert lines[0][:4] == b"\xff\xff\xff\xff"  # the page's paper, not transparent
    x, y = tab.point("Russia")
    frame = tab.js("(({left, top}) => [left, top])(kg.app.graph.box.getBoundingClientRect())")
    row = lines[round(y - frame[1])]
    at = 4 * round(x - frame[0])
    assert row[at : at + 3] == bytes.fromhex("77AADD")  # Russia's square
    foot = b"".join(lines[-50:])
    assert len({foot[i : i + 4] for i in range(0, len(foot), 4)}) > 5  # title and key of the lines


def test_link_tells_where_it_is(tab: Tab) -> None:
    tab.set(focus="Russia")
    tab.page.click("#do-link")
    tab.page.wait_for_selector("#toast.on")
    assert "link" in tab.text("#toast").lower()
    assert "focus=1%2CRussia" in tab.page.url
