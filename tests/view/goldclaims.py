"""Claims made from gold files: real sentences and real links for the view, without running the extractor."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import yaml

from kg.identifiers import digest, local_name
from kg.records import Argument, Casualties, Claim, Cue, Document, Entity, Event, Relation

COUNTS = ("killed", "injured", "displaced", "captured")
STATE = {"Country": "State"}
GROUPS = {
    "ArmedGroup",
    "ArmedForces",
    "Organisation",
    "Population",
    "Government",
}  # may lack a name of their own


def gold_claims(gold: Path, texts: Path) -> tuple[list[Claim], list[Document]]:
    """All claims of the gold files in `gold`, with the documents they speak of, read from `texts`."""
    sources = {row["file"]: row for row in csv.DictReader((texts / "sources.csv").open(encoding="utf-8"))}
    claims: list[Claim] = []
    documents: list[Document] = []
    for path in sorted(gold.glob("*.yaml")):
        data = yaml.safe_load(path.read_text("utf-8"))
        name = data["document"]
        source = sources.get(name, {})
        text = (texts / name).read_bytes().decode("utf-8")
        document = Document(
            id=name,
            text=text,
            title=source.get("title") or None,
            publisher=source.get("publisher") or None,
            published=str(data.get("date") or source.get("date") or "") or None,
            url=source.get("url") or None,
            note=source.get("note") or None,
        )
        documents.append(document)
        claims += _claims(data, document)
    return claims, documents


def _claims(data: dict[str, Any], document: Document) -> list[Claim]:
    entities = data["entities"]
    claims: list[Claim] = []
    for subject, predicate, object_, options in data.get("relations") or []:
        place = Place(document, options["q"], entities)
        claims.append(
            Relation(
                **place.common(options, "current", predicate, subject, object_),
                predicate=predicate,
                manner=options.get("manner"),
                position=options.get("position"),
                subject=place.argument(subject),
                object=place.argument(object_),
            )
        )
    for row in data.get("events") or []:
        place = Place(document, row["q"], entities)
        claims.append(
            Event(
                **place.common(row, "actual", row["type"]),
                type=row["type"],
                agents=place.arguments(row.get("agents")),
                targets=place.arguments(row.get("targets")),
                place=place.maybe(row.get("place")),
                weapon=row.get("weapon"),
            )
        )
    for row in data.get("casualties") or []:
        place = Place(document, row["q"], entities)
        count = {key: row[key] for key in COUNTS if key in row}
        claims.append(
            Casualties(
                **place.common(row, "actual", *count),
                **count,
                compare=row.get("compare", "exact"),
                victims=place.arguments(row.get("victims")),
                agents=place.arguments(row.get("agents")),
                place=place.maybe(row.get("place")),
            )
        )
    return claims


class Place:
    """The sentence around a quote, and entities as they are named in it."""

    def __init__(self, document: Document, quote: str, entities: dict[str, Any]) -> None:
        self.document, self.entities = document, entities
        text = document.text
        found = re.search(r"\s+".join(map(re.escape, quote.split())), text)
        assert found, f"{document.id}: {quote!r} is not in the text"
        self.cue = found.span()
        ends = [m.end() for m in re.finditer(r"[.!?][”\"']?(?=\s)|\n\n", text)]
        self.start = max([e for e in ends if e <= self.cue[0]], default=0)
        self.end = min([e for e in ends if e >= self.cue[1]], default=len(text))
        while text[self.start].isspace():
            self.start += 1

    def common(self, row: dict[str, Any], status: str, *what: str) -> dict[str, Any]:
        text, when = self.document.text, row.get("when")
        first, last = self.cue
        return {
            "id": digest(self.document.id, *what, self.cue, row, length=12),
            "document": self.document.id,
            "published": self.document.published,
            "publisher": self.document.publisher,
            "sentence": text[self.start : self.end],
            "start": self.start,
            "end": self.end,
            "cue": Cue(text[first:last], first, last),
            "rule": f"gold.{what[0]}",
            "status": row.get("status", status),
            "since": _date(row.get("since")),
            "until": _date(row.get("until")),
            "when": _date(when[0] if isinstance(when, list) else when),
            "attribution": self.maybe(row.get("by")),
            "confidence": 0.5 if row.get("opt") else 0.9,
        }

    def argument(self, key: str) -> Argument:
        row = self.entities[key]
        names = row["names"]
        sentence = self.document.text[self.start : self.end]
        for name in sorted(names, key=len, reverse=True):
            found = re.search(re.escape(name), sentence, re.IGNORECASE)
            if found:
                span = self.start + found.start(), self.start + found.end()
                break
        else:
            span = self.cue
        label = names[0]
        unnamed = row["type"] in GROUPS and label.split()[-1].islower()
        type_ = "Collective" if unnamed else STATE.get(row["type"], row["type"])
        return Argument(Entity(local_name(label), label, type_), self.document.text[slice(*span)], *span)

    def arguments(self, keys: list[str] | None) -> tuple[Argument, ...]:
        return tuple(self.argument(key) for key in keys or [])

    def maybe(self, key: str | None) -> Argument | None:
        return self.argument(key) if key else None


def _date(value: object) -> str | None:
    return None if value is None else str(value)
