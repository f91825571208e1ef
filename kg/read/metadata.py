"""`sources.csv`: title, publisher, date and address of the articles beside it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.read.dates import iso_date
from kg.read.decode import UndecodableError, decode

NAME = "sources.csv"
Warn = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article beside its text."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    note: str | None = None

    def over(self, other: Metadata) -> Metadata:
        """This record, its gaps filled from `other`."""
        return Metadata(
            self.title or other.title,
            self.publisher or other.publisher,
            self.published or other.published,
            self.url or other.url,
            self.note or other.note,
        )


def load(path: Path, warn: Warn) -> dict[str, Metadata]:
    """The rows of a `sources.csv` by their `file` (a POSIX path from the folder of the CSV).

    Columns: file, title, publisher, date, url, note; others are left alone. Comma, semicolon or tab separates
    them, whichever the header uses. Every fault is a warning with line and column; the row counts without the
    faulty value.
    """
    try:
        text, _ = decode(path.read_bytes())
    except (OSError, UndecodableError) as error:
        warn(f"{path}: not read ({error}); articles beside it have no title and no date")
        return {}
    table = _Table(path, text)
    if "file" not in table.header:
        warn(f"{path}:1:1: no column 'file' in the header; articles beside it have no title and no date")
        return {}
    found: dict[str, Metadata] = {}
    for row in table:
        name = row.get("file").replace("\\", "/")
        if not name:
            warn(f"{row.place('file')}: no file named; the row is left out")
        elif name in found:
            warn(f"{row.place('file')}: a second row for {name!r}; the first counts")
        else:
            found[name] = _metadata(row, warn)
    return found


def _metadata(row: _Row, warn: Warn) -> Metadata:
    given = row.get("date")
    published = iso_date(given) if given else None
    if given and not published:
        warn(
            f"{row.place('date')}: {given!r} is no date; write it as 2016-05-04, 2016-05 or 2016 "
            f"({row.get('file')} is read without a date)"
        )
    return Metadata(
        title=row.get("title") or None,
        publisher=row.get("publisher") or None,
        published=published,
        url=row.get("url") or None,
        note=row.get("note") or None,
    )


class _Table:
    """The rows of a CSV text, each knowing where in the file it stands."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.lines = text.splitlines(keepends=True)
        first = self.lines[0] if self.lines else ""
        self.delimiter = max(",;\t", key=first.count)
        self.reader = csv.reader(io.StringIO(text, newline=""), delimiter=self.delimiter)
        self.header = [name.strip().lower() for name in next(self.reader, [])]

    def __iter__(self) -> Iterator[_Row]:
        begin = self.reader.line_num
        for cells in self.reader:
            if any(cell.strip() for cell in cells):
                yield _Row(self, cells, begin)
            begin = self.reader.line_num


@dataclass(frozen=True, slots=True)
class _Row:
    table: _Table
    cells: list[str]
    begin: int

    def get(self, column: str) -> str:
        """The cell below the header `column`, or "" where the row has none."""
        if column not in self.table.header:
            return ""
        index = self.table.header.index(column)
        return self.cells[index].strip() if index < len(self.cells) else ""

    def place(self, column: str) -> str:
        """`file:line:column` of the cell, both counted from 1."""
        line, offset = self.begin + 1, 0
        wanted, quoted = self.table.header.index(column), False
        for number, text in enumerate(self.table.lines[self.begin :], self.begin + 1):
            line = number
            for offset, character in enumerate(text):
                if wanted == 0:
                    return f"{self.table.path}:{line}:{offset + 1}"
                quoted ^= character == '"'
                wanted -= character == self.table.delimiter and not quoted
            if not quoted:
                break
        return f"{self.table.path}:{line}:{offset + 1}"
