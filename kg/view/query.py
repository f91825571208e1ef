"""The named queries of `queries/`, and queries of the user's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Protocol

from rdflib.query import Result
from rdflib.term import BNode, Identifier, Literal, URIRef

from kg import vocab
from kg.errors import QueryError
from kg.resources import resource
from kg.view.parameters import values
from kg.view.table import Cell, Table


class Answers(Protocol):
    """All a query needs of a store."""

    def query(self, sparql: str, /) -> Result: ...


@dataclass(frozen=True, slots=True)
class Parameter:
    """What may be given to a query. `kind` is entity, status, relation, event or date."""

    name: str
    kind: str
    required: bool
    help: str


@dataclass(frozen=True, slots=True)
class Query:
    """A file of `queries/`: its question, what it tells, its parameters, and the SPARQL as it stands."""

    name: str
    question: str
    description: str
    parameters: tuple[Parameter, ...]
    text: str


def list_queries() -> tuple[Query, ...]:
    """Every named query, by name."""
    return tuple(_read(path) for path in sorted(resource("queries").glob("*.rq")))


def load_query(name: str) -> Query:
    """The named query; QueryError tells which there are."""
    path = resource("queries") / f"{name}.rq"
    if not re.fullmatch(r"[a-z0-9-]+", name) or not path.is_file():
        known = ", ".join(query.name for query in list_queries())
        raise QueryError(f"no query {name!r}; there are {known}")
    return _read(path)


def _read(path: Path) -> Query:
    """The header of a query file: the question, a description, and one line for each parameter."""
    text = path.read_text(encoding="utf-8")
    header: list[str] = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        header.append(line.removeprefix("#").removeprefix(" "))
    parameters, description = [], []
    for line in header[1:]:
        found = re.fullmatch(r"  (\w+) \((\w+), (required|optional)\): (.+)", line)
        if found:
            parameters.append(Parameter(found[1], found[2], found[3] == "required", found[4]))
        elif line != "parameters:":
            description.append(line)
    return Query(path.stem, header[0], " ".join(" ".join(description).split()), tuple(parameters), text)


def run(store: Answers, name: str, /, **given: str | None) -> Table:
    """Answer a named query. Parameters that are None or "" count as not given.

    Entities are given by name, other name or id, in any case. QueryError for an unknown query, an unknown or
    missing parameter, or a value that fits nothing (it names what comes near).
    """
    query = load_query(name)
    known = {parameter.name: parameter for parameter in query.parameters}
    given = {key: value for key, value in given.items() if value}
    for key in given.keys() - known.keys():
        takes = ", ".join(known) if known else "none"
        raise QueryError(f"{name} takes no parameter {key!r}; it takes {takes}")
    for key, parameter in known.items():
        if parameter.required and key not in given:
            raise QueryError(f"{name} needs the parameter {key!r}: {parameter.help}")
    bound = "".join(
        f" VALUES ?given_{key} {{ {' '.join(values(store, known[key].kind, str(value)))} }}"
        for key, value in given.items()
    )
    # The outermost WHERE begins a line; nothing is put on a line of its own, so that error messages count right.
    if bound and "\nWHERE {" not in query.text:
        raise QueryError(f"{name}.rq: no line begins with WHERE {{, so parameters have no place to go")
    return run_sparql(store, query.text.replace("\nWHERE {", f"\nWHERE {{{bound}", 1))


def run_sparql(store: Answers, sparql: str) -> Table:
    """Answer a query of the user's own: SELECT, ASK (one cell), CONSTRUCT or DESCRIBE (triples).

    QueryError, with line and column, when it is not SPARQL.
    """
    result = store.query(sparql)
    if result.type == "ASK":
        return Table(("answer",), ((bool(result.askAnswer),),))
    if result.graph is not None:
        rows = sorted(tuple(cell(term) for term in triple) for triple in result.graph)
        return Table(("subject", "predicate", "object"), tuple(rows))
    columns = tuple(str(variable) for variable in result.vars or ())
    return Table(columns, tuple(_rows(result)))


def _rows(result: Result) -> Iterator[tuple[Cell, ...]]:
    for binding in result.bindings:
        yield tuple(cell(binding.get(variable)) for variable in result.vars or ())


def cell(term: object) -> Cell:
    """An RDF term as a cell: IRIs of known vocabularies as prefixed names, numbers as numbers."""
    match term:
        case URIRef():
            return shorten(str(term))
        case BNode():
            return f"_:{term}"
        case Literal():
            number = term.value
            if isinstance(number, bool | int | float) and term.datatype != URIRef(vocab.XSD + "string"):
                return number
            return float(number) if isinstance(number, Decimal) else str(term)
        case Identifier():
            return str(term)
    return None


def shorten(iri: str) -> str:
    for prefix, namespace in vocab.PREFIXES.items():
        if iri.startswith(namespace) and re.fullmatch(r"[\w.-]+", iri.removeprefix(namespace)):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
