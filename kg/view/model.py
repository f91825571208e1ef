"""The view model: one JSON object that feeds graph, table and timeline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from kg.records import Argument, Casualties, Claim, Document, Event, Relation
from kg.view.links import roles
from kg.view.palette import EVENTS, palette
from kg.view.times import extent, has_own_time

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_COMPARE = {
    "exact": "",
    "more_than": "more than ",
    "at_least": "at least ",
    "about": "about ",
    "nearly": "nearly ",
    "at_most": "at most ",
}
COUNTS = ("killed", "injured", "displaced", "captured")


def ordered(claims: Sequence[Claim]) -> list[Claim]:
    """The claims in reading order, whatever order they came in; of several with the same id the first."""
    unique = {
        c.id: c for c in sorted(claims, key=lambda c: (c.document, c.start, c.id, repr(c)), reverse=True)
    }
    return sorted(unique.values(), key=lambda c: (c.document, c.start, c.id))


def view_model(
    claims: Sequence[Claim], documents: Sequence[Document], *, title: str, quotes_only: bool
) -> dict[str, Any]:
    """Title, palette, documents and claims as plain JSON values; nodes and edges come from pyvis.

    With `quotes_only` the articles' texts are left out and only the sentences of claims remain.
    """
    look = palette()
    return {
        "title": clean(title),
        "quotesOnly": quotes_only,
        "classes": [asdict(c) for c in look.classes],
        "families": [asdict(f) for f in look.families],
        "statuses": [asdict(s) for s in look.statuses],
        "documents": [_document(d, quotes_only) for d in sorted(documents, key=lambda d: d.id)],
        "claims": [claim_row(c) for c in ordered(claims)],
    }


def clean(text: str) -> str:
    """The text without lone surrogates, which no UTF-8 file can hold; its length stays."""
    return _LONE_SURROGATE.sub("\ufffd", text)


# What every object of JavaScript has by inheritance: as keys of vis-network's plain objects they would not be free.
INHERITED = frozenset(
    "__proto__ constructor toString toLocaleString valueOf hasOwnProperty isPrototypeOf propertyIsEnumerable "
    "__defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__".split()
)


def page_id(entity_id: str) -> str:
    """An entity's id as the page uses it: itself, but for ids that JavaScript would take for its own."""
    return f"{entity_id}~" if entity_id in INHERITED else clean(entity_id)


def words(name: str) -> str:
    """A class name in words: "ArmedClash" becomes "Armed clash"."""
    parts = re.findall(r"[A-Z]?[^A-Z]+|[A-Z]+", name) or [name]
    return " ".join([parts[0], *(p.lower() for p in parts[1:])])


def _document(document: Document, quotes_only: bool) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": clean(document.id),
        "title": clean(document.title or ""),
        "publisher": clean(document.publisher or ""),
        "date": document.published or "",
        "url": document.url or "",
        "note": clean(document.note or ""),
    }
    return row if quotes_only else row | {"text": clean(document.text)}


def claim_row(claim: Claim) -> dict[str, Any]:
    """One claim; `days` holds the first and last day it shows, counted from 1970-01-01 (first may be null)."""
    shown = extent(claim)
    return {
        "id": claim.id,
        "doc": clean(claim.document),
        "sentence": clean(claim.sentence),
        "span": [claim.start, claim.end],
        "cue": [claim.cue.start, claim.cue.end],
        "rule": claim.rule,
        "status": claim.status,
        "since": claim.since or "",
        "until": claim.until or "",
        "when": claim.when or "",
        "days": None if shown is None else [_day(shown[0]), _day(shown[1])],
        "dated": has_own_time(claim),
        "confidence": round(claim.confidence, 3),
        "by": _argument("speaker", claim.attribution) if claim.attribution else None,
        "args": [_argument(role, argument) for role, argument in roles(claim)],
        **_what(claim),
    }


def _day(value: date | None) -> int | None:
    return None if value is None else value.toordinal() - date(1970, 1, 1).toordinal()


def _argument(role: str, argument: Argument) -> list[Any]:
    """Role, entity's id and label, words of the text, and their place."""
    entity = argument.entity
    return [
        role,
        page_id(entity.id),
        clean(entity.label),
        clean(argument.mention),
        argument.start,
        argument.end,
    ]


def _what(claim: Claim) -> dict[str, Any]:
    """Kind, family, predicate or type, the words for it, and details worth a line."""
    match claim:
        case Relation():
            entry = palette().predicate(claim.predicate)
            office = claim.predicate == "holdsPosition" and claim.position
            return {
                "kind": "relation",
                "family": entry.family,
                "what": claim.predicate,
                "words": clean(f"{claim.position} of" if office else entry.words),
                "details": _details(manner=claim.manner, position=claim.position),
            }
        case Event():
            return {
                "kind": "event",
                "family": EVENTS,
                "what": claim.type,
                "words": words(claim.type),
                "details": _details(weapon=claim.weapon),
            }
        case Casualties():
            kind, number = next(
                ((k, n) for k in COUNTS if (n := getattr(claim, k)) is not None), ("killed", 0)
            )
            return {
                "kind": "casualties",
                "family": EVENTS,
                "what": kind.capitalize(),
                "words": f"{_COMPARE[claim.compare]}{number:,} {kind}",
                "details": _details(scope=claim.scope, part_of="a larger total" if claim.part_of else None),
            }
    raise TypeError(f"{type(claim).__name__} is no kind of claim")


def _details(**values: str | None) -> list[list[str]]:
    return [[name.replace("_", " "), clean(value)] for name, value in values.items() if value]
