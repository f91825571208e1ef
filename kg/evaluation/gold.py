"""Gold files: what careful readers found in a text.

A file holds one document: `document` (its path below the folder of texts), `entities` (key: names), `relations`
(`[subject, predicate, object, {options}]`), `events` and `casualties` (mappings). Every row carries `q`, a piece of
the text that pins it to its place; `opt: true` marks what is neither demanded nor punished, `alt` further predicates
or types that are accepted, `by` who says so, `status` what is not simply so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import yaml

from kg.errors import InputError
from kg.evaluation.names import fold
from kg.records import Argument, Document
from kg.rules.casualties import CASUALTY_KINDS

Kind = Literal["relations", "events", "casualties"]
SLOTS = ("agents", "targets", "victims")
DATES = ("when", "since", "until")
LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a gold file. Entities are keys of `Gold.names`; `spans` are the places of its quote in the text.

    `what` is the predicate, the event type, or the kind of casualties; `figures` the numbers by kind.
    """

    kind: Kind
    what: str
    accepted: frozenset[str]
    quote: str
    spans: tuple[tuple[int, int], ...]
    subject: str = ""
    object: str = ""
    slots: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    figures: Mapping[str, int] = field(default_factory=dict)
    place: str | None = None
    by: str | None = None
    status: str | None = None
    dates: Mapping[str, frozenset[str]] = field(default_factory=dict)
    optional: bool = False

    def overlaps(self, start: int, end: int) -> bool:
        """Whether the quote stands, at least in part, between the offsets."""
        return any(start < last and first < end for first, last in self.spans)

    def __str__(self) -> str:
        """The row in one line, with its quote."""
        if self.kind == "relations":
            line = f"{self.subject} {self.what} {self.object}"
        else:
            figures = " ".join(str(number) for number in self.figures.values())
            parts = [
                self.what,
                figures,
                *(f"{slot} {', '.join(keys)}" for slot, keys in self.slots.items() if keys),
            ]
            line = " ".join(filter(None, [*parts, f"@ {self.place}" if self.place else ""]))
        return f"{line}{f' {self.status}' if self.status else ''} “{' '.join(self.quote.split())}”"


@dataclass(frozen=True, slots=True)
class Gold:
    """The gold of one document. `names` gives the folded names of each entity."""

    document: Document
    names: Mapping[str, frozenset[str]]
    rows: tuple[Row, ...]

    def of(self, kind: Kind) -> list[Row]:
        """The rows of one kind, in the order of the file."""
        return [row for row in self.rows if row.kind == kind]

    def is_entity(self, key: str, argument: Argument | None) -> bool:
        """Whether the argument names the entity, by its label or by its mention."""
        if argument is None:
            return False
        return bool({fold(argument.entity.label), fold(argument.mention)} & self.names[key])

    def is_resolved(self, key: str, argument: Argument) -> bool:
        """Whether the argument's label is one of the entity's names."""
        return fold(argument.entity.label) in self.names[key]


def gold_files(paths: Sequence[Path]) -> list[Path]:
    """The gold files at the paths: files, and the .yaml files of folders. InputError where there are none."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(path.glob("*.yaml"))
        elif path.is_file():
            found.append(path)
        else:
            raise InputError(f"{path}: no such gold file or folder")
    if not found:
        raise InputError(f"no gold file (.yaml) in {', '.join(map(str, paths))}")
    return found


def document_of(path: Path) -> tuple[str, dict[str, Any]]:
    """The document that a gold file is about, and the file's content."""
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error})") from error
    except yaml.YAMLError as error:
        raise InputError(f"{path}: not YAML: {' '.join(str(error).split())}") from error
    if (
        not isinstance(raw, dict)
        or not isinstance(raw.get("document"), str)
        or not isinstance(raw.get("entities"), dict)
    ):
        raise InputError(f"{path}: no gold file: it needs the keys document and entities")
    return raw["document"], raw


def gold_of(path: Path, raw: Mapping[str, Any], document: Document) -> Gold:
    """The gold in the content of a file. InputError names the row that is at fault."""
    try:
        names = {key: frozenset(fold(n) for n in value["names"]) for key, value in raw["entities"].items()}
        relations = [
            _row("relations", what, options, document, subject=subject, object=object_)
            for subject, what, object_, options in raw.get("relations") or ()
        ]
        events = [_row("events", row["type"], row, document) for row in raw.get("events") or ()]
        casualties = [_casualties(row, document) for row in raw.get("casualties") or ()]
    except KeyError as error:
        raise InputError(f"{path}: a row or an entity lacks the key {error}") from error
    except (TypeError, ValueError) as error:
        raise InputError(f"{path}: {error.args[0] if error.args else error}") from error
    rows = (*relations, *events, *casualties)
    for row in rows:
        keys = {row.subject, row.object, row.place, row.by} | {
            key for keys in row.slots.values() for key in keys
        }
        unknown = sorted(key for key in keys if key and key not in names)
        if unknown:
            raise InputError(f"{path}: {row}: {unknown[0]!r} is not among its entities")
    return Gold(document, names, rows)


def _casualties(raw: Mapping[str, Any], document: Document) -> Row:
    figures = {kind: raw[kind] for kind in CASUALTY_KINDS if raw.get(kind) is not None}
    return _row("casualties", next(iter(figures), "casualties"), raw, document, figures=figures)


def _row(kind: Kind, what: str, raw: Mapping[str, Any], document: Document, **more: Any) -> Row:
    quote = raw["q"]
    spans = tuple((m.start(), m.end()) for m in re.finditer(re.escape(quote), document.text))
    if not spans:
        raise ValueError(f"a quote is not in the text of {document.id}: {quote!r}")
    return Row(
        kind=kind,
        what=what,
        accepted=frozenset((what, *raw.get("alt", ()))),
        quote=quote,
        spans=spans,
        slots={slot: tuple(raw.get(slot) or ()) for slot in SLOTS},
        place=raw.get("place"),
        by=raw.get("by"),
        status=raw.get("status"),
        dates={name: _dates(raw[name]) for name in DATES if name in raw},
        optional=bool(raw.get("opt")),
        **more,
    )


def _dates(value: object) -> frozenset[str]:
    values = value if isinstance(value, list) else [value]
    return frozenset(str(one) for one in values if one is not None)
