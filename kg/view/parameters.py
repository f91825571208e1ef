"""Values that users give to queries, as SPARQL terms."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from typing import Protocol, cast

from rdflib.query import Result
from rdflib.term import Literal, URIRef

from kg import vocab
from kg.errors import QueryError

NAMES = f"""
SELECT DISTINCT ?entity ?name WHERE {{
    ?mention <{vocab.STANDS_FOR}> ?entity .
    {{ ?entity <{vocab.LABEL}> ?name }} UNION {{ ?entity <{vocab.ALT_LABEL}> ?name }}
}}"""
MENTIONS = f"""
SELECT DISTINCT ?entity ?name WHERE {{ ?mention <{vocab.STANDS_FOR}> ?entity ; <{vocab.QUOTE}> ?name }}"""

CHOICES: dict[str, tuple[str, ...]] = {
    "status": tuple(dict.fromkeys((*vocab.RELATION_STATUSES, *vocab.EVENT_STATUSES))),
    "relation": (*vocab.RELATIONS, *vocab.MANNERS),
    "event": vocab.EVENT_TYPES,
}


class Answers(Protocol):
    """All that is needed of a store here."""

    def query(self, sparql: str, /) -> Result: ...


def values(store: Answers, kind: str, given: str) -> list[str]:
    """The terms, as SPARQL writes them, that a value of this kind stands for; QueryError when there are none."""
    if kind == "entity":
        return [URIRef(iri).n3() for iri in entities(store, given)]
    if kind == "date":
        if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", given):
            raise QueryError(f"{given!r} is not a date; write 2016, 2016-05 or 2016-05-03")
        return [Literal(given).n3()]
    by_fold = {fold(name): name for name in CHOICES[kind]}
    if fold(given) not in by_fold:
        raise QueryError(f"no {kind} {given!r}; there are {', '.join(CHOICES[kind])}")
    name = by_fold[fold(given)]
    if kind == "event":
        return [URIRef(vocab.event_class(each)).n3() for each in (name, *vocab.FINER_EVENTS.get(name, ()))]
    return [URIRef(vocab.KG + name).n3()]


def fold(name: str) -> str:
    """A name without what people write differently: case, accents, hyphens, apostrophes, a leading article."""
    text = unicodedata.normalize("NFKD", name)
    text = "".join(char for char in text if not unicodedata.combining(char)).casefold()
    text = re.sub(r"[-‐–—_\s]+", " ", re.sub(r"['’‘`\"“”]", "", text)).strip()
    return re.sub(r"^(the|a|an) ", "", text)


def entities(store: Answers, given: str) -> list[str]:
    """The IRIs of the entities of that id or name; failing these, of those that articles call so.

    Several entities may bear one name. QueryError names what comes near when nothing fits.
    """
    wanted = fold(given)
    names = _pairs(store, NAMES)
    by_id = [
        iri for iri, _ in names if given.casefold() in (iri.casefold(), iri.rsplit("/", 1)[-1].casefold())
    ]
    found = by_id or [iri for iri, name in names if fold(name) == wanted]
    if not found and wanted:
        found = [iri for iri, name in _pairs(store, MENTIONS) if fold(name) == wanted]
    if not found:
        raise QueryError(f"no entity {given!r} in this graph{_near(wanted, [name for _, name in names])}")
    return sorted(set(found))


def _pairs(store: Answers, sparql: str) -> list[tuple[str, str]]:
    rows = cast(Iterable[tuple[object, object]], store.query(sparql))
    return [(str(entity), str(name)) for entity, name in rows]


def _near(wanted: str, names: list[str]) -> str:
    """Up to five names that are spelt like the wanted one, or of which a word is."""
    by_fold = {fold(name): name for name in sorted(names)}
    words: dict[str, list[str]] = {}
    for key in by_fold:
        for word in key.split():
            words.setdefault(word, []).append(key)
    alike = difflib.get_close_matches(wanted, by_fold, n=5, cutoff=0.6)
    for word in wanted.split():
        for close in difflib.get_close_matches(word, words, n=5, cutoff=0.75):
            alike += words[close]
    near = list(dict.fromkeys(alike))[:5]
    return f"; did you mean {', '.join(by_fold[key] for key in near)}?" if near else ""
