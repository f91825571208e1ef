"""The article in a web page."""

from pathlib import Path

import pytest

from kg.read import read
from kg.read.html import article
from kg.records import Document

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Truce holds in Idlib | Example News</title>
<meta property="og:title" content="Truce holds in Idlib"><meta property="og:site_name" content="Example News">
<meta property="article:published_time" content="2020-03-06T08:00:00Z">
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>Truce holds in Idlib</h1>
<p>Turkey and Russia brokered a ceasefire in Idlib on Thursday, after weeks of fighting that displaced nearly
a million people &amp; killed dozens of Turkish soldiers in the province.</p>
<p>The Syrian Observatory for Human Rights, a Britain-based monitor, said that the front lines were quiet, and
that no air strikes had been reported since midnight in any part of the province.</p>
<p>Residents of the town of Saraqeb told reporters that they hoped to return to their homes within days.</p>
</article>
<footer><p>Copyright 2026 Example News. All rights reserved.</p></footer>
</body></html>"""


def test_main_text_and_what_the_page_says_about_itself() -> None:
    text, known = article(PAGE.encode())
    paragraphs = text.split("\n")
    assert any(
        p.startswith("Turkey and Russia brokered a ceasefire in Idlib on Thursday") for p in paragraphs
    )
    assert "a million people & killed dozens" in text.replace("\n", " ")
    assert (known.title, known.publisher, known.published) == (
        "Truce holds in Idlib",
        "Example News",
        "2020-03-06",
    )


@pytest.mark.parametrize("furniture", ["Home", "All rights reserved", "<p>", "og:title"])
def test_what_is_not_the_article_stays_out(furniture: str) -> None:
    assert furniture not in article(PAGE.encode())[0]


def test_no_date_is_guessed_from_a_copyright_line() -> None:
    undated = PAGE.replace('<meta property="article:published_time" content="2020-03-06T08:00:00Z">', "")
    assert article(undated.encode())[1].published is None


def test_a_page_in_its_own_encoding() -> None:
    page = PAGE.replace("utf-8", "windows-1252").replace("Saraqeb", "Saraqeb – “the gate”")
    assert "Saraqeb – “the gate” told" in article(page.encode("cp1252"))[0].replace("\n", " ")


def test_a_page_in_a_folder_with_a_table_beside_it(tmp_path: Path) -> None:
    (tmp_path / "page.HTM").write_text(PAGE, encoding="utf-8")
    (tmp_path / "sources.csv").write_text("file,date,note\npage.HTM,2020-03-07,checked\n", encoding="utf-8")
    [found] = read([tmp_path], warn=pytest.fail)
    assert isinstance(found, Document)
    assert (found.id, found.published, found.publisher, found.note) == (
        "page.HTM", "2020-03-07", "Example News", "checked",
    )  # fmt: skip


def test_a_page_without_an_article_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body></body></html>", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Text.", encoding="utf-8")
    warnings: list[str] = []
    assert [d.id for d in read([tmp_path], warn=warnings.append)] == ["b.txt"]
    assert len(warnings) == 1
    assert "a.html: left out" in warnings[0]
