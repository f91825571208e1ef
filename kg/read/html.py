"""The article in a web page: main text, title, date and publisher, by trafilatura."""

from __future__ import annotations

import logging

from kg.read.dates import iso_date
from kg.read.decode import declared_charset, decode
from kg.read.metadata import Metadata

# The page states its date or it has none: an extensive search guesses from any number in the text. The bounds are
# fixed since the library's own upper bound is today, and the same page must give the same record tomorrow.
DATES = {"original_date": True, "extensive_search": False, "min_date": "1900-01-01", "max_date": "2199-12-31"}


def article(page: bytes) -> tuple[str, Metadata]:
    """The main text (paragraphs on lines of their own) and what the page says about itself.

    The text is "" where the page holds no article. UndecodableError for bytes that are no text.
    """
    import trafilatura

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    markup, _ = decode(page, declared_charset(page))
    found = trafilatura.bare_extraction(
        markup,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=DATES,
    )
    # With metadata asked for, trafilatura answers by an object of its own; its annotation allows a dict too.
    if found is None or isinstance(found, dict):
        return "", Metadata()
    return found.text or "", Metadata(
        title=found.title or None,
        publisher=found.sitename or None,
        published=iso_date(found.date or ""),
        url=found.url or None,
    )
