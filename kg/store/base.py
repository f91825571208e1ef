"""What every store can do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

import pyoxigraph as ox
from rdflib import Graph
from rdflib.query import Result

from kg.errors import QueryError


class Store(Protocol):
    """Holds a graph and answers SPARQL queries. Stores are read-only: a graph is made anew by `kg build`."""

    def query(self, sparql: str) -> Result:
        """The answer to a SELECT, ASK, CONSTRUCT or DESCRIBE query; QueryError when it is not SPARQL."""
        ...

    def graph(self) -> Graph:
        """The whole graph."""
        ...

    def close(self) -> None: ...


def check_syntax(sparql: str, prefixes: Mapping[str, str]) -> None:
    """Refuse what is not a SPARQL 1.1 query, with line and column, before any store sees it."""
    try:
        ox.Store().query(sparql, prefixes=dict(prefixes))
    except (SyntaxError, ValueError) as error:
        place = re.match(r"error at (\d+):(\d+): (.*)", str(error), flags=re.DOTALL)
        where = f"line {place[1]}, column {place[2]}: {place[3]}" if place else str(error)
        raise QueryError(f"not a SPARQL query: {' '.join(where.split())}") from error
