"""Rows that a query answers, and how they are printed."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

Cell: TypeAlias = str | int | float | bool | None

# Printed below a row rather than in its columns: what the row rests on.
EVIDENCE = ("sentence", "publisher", "date", "article")


@dataclass(frozen=True, slots=True)
class Table:
    """An answer: the names of the columns, and the rows in the order of the query."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def printable(value: Cell) -> str:
    """A cell on one line: line breaks become spaces, and control characters, which could steer a terminal, go."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = " ".join(str(value).split()) if value is not None else ""
    return re.sub("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]", "", text)


def to_text(table: Table) -> str:
    """Aligned columns; under each row its sentence, publisher, date and article, where the query gives them."""
    facts = [
        i for i, name in enumerate(table.columns) if "sentence" not in table.columns or name not in EVIDENCE
    ]
    heads = [table.columns[i].replace("_", " ") for i in facts]
    # A column without any value says nothing: it stays away.
    cells = [[printable(row[i]) for i in facts] for row in table.rows]
    used = [j for j in range(len(facts)) if not cells or any(row[j] for row in cells)]
    widths = [max(len(heads[j]), *(len(row[j]) for row in cells), 0) for j in used]

    numbers = {j for j in used if all(_is_number(row[facts[j]]) for row in table.rows)}

    def line(values: Sequence[str]) -> str:
        columns = zip(used, widths, strict=True)
        return "  ".join(
            values[j].rjust(w) if j in numbers else values[j].ljust(w) for j, w in columns
        ).rstrip()

    lines = [line(heads), line(["-" * max(len(heads[j]), 1) for j in range(len(heads))])]
    for row, shown in zip(table.rows, cells, strict=True):
        lines += [line(shown), *_evidence(table.columns, row)]
    count = len(table.rows)
    return "\n".join([*lines, f"({count} row{'' if count == 1 else 's'})"]) + "\n"


def _is_number(value: Cell) -> bool:
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool))


def _evidence(columns: Sequence[str], row: Sequence[Cell]) -> list[str]:
    found = {name: printable(value) for name, value in zip(columns, row, strict=True) if name in EVIDENCE}
    if "sentence" not in found:
        return []
    source = ", ".join(filter(None, (found.get("publisher"), found.get("date"), found.get("article"))))
    return [f"    “{found['sentence']}”", f"    [{source}]"]


def to_json(table: Table) -> str:
    """A list of objects, one a row, every column in each; what is not known is null."""
    records = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


def to_csv(table: Table) -> str:
    """Comma-separated values with a header line. Text that a spreadsheet would take for a formula gets a quote in
    front, as article text must not be computed."""
    out = io.StringIO()
    # Text is quoted always: Python's writer would leave a bare carriage return unquoted, which ends a line.
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(table.columns)
    writer.writerows([_csv_cell(value) for value in row] for row in table.rows)
    return out.getvalue()


def _csv_cell(value: Cell) -> Cell:
    return (
        "'" + value
        if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r"))
        else value
    )
