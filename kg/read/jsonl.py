"""JSON Lines input: one article a line, as {id, text, date?, title?, publisher?, url?, note?}."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.read.dates import iso_date
from kg.read.decode import UndecodableError, decode
from kg.read.metadata import Warn
from kg.records import Document


def documents(path: Path, warn: Warn) -> Iterator[Document]:
    """The articles of the file in its order; a line that holds none is named in a warning and left out."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            place = f"{path}:{number}"
            try:
                yield _document(json.loads(decode(line)[0]), place, warn)
            except (UndecodableError, json.JSONDecodeError) as error:
                warn(f"{place}: not JSON ({error}); the line is left out")
            except ValueError as error:
                warn(f"{place}: {error}; the line is left out")


def _document(row: Any, place: str, warn: Warn) -> Document:
    if not isinstance(row, dict):
        raise ValueError('not an object of the form {"id": …, "text": …}')
    values = {key: _string(row, key) for key in ("id", "text", "title", "publisher", "date", "url", "note")}
    if not values["id"]:
        raise ValueError("no 'id'")
    if not (values["text"] or "").strip():
        raise ValueError("no 'text'")
    published = iso_date(values["date"]) if values["date"] else None
    if values["date"] and not published:
        warn(f"{place}: 'date': {values['date']!r} is no date; the article is read without one")
    return Document(
        id=values["id"],
        text=values["text"] or "",
        title=values["title"] or None,
        publisher=values["publisher"] or None,
        published=published,
        url=values["url"] or None,
        note=values["note"] or None,
    )


def _string(row: dict[str, Any], key: str) -> str | None:
    value = row.get(key)
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is None or isinstance(value, str):
        # JSON can spell half a surrogate pair ("\\ud83d"), which no UTF-8 file can hold.
        if value is not None and not value.isascii() and any("\ud800" <= c <= "\udfff" for c in value):
            raise ValueError(f"{key!r} holds half a character (an unpaired surrogate)")
        return value
    raise ValueError(f"{key!r} is not a string")
