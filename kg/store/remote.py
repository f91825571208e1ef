"""A SPARQL endpoint somewhere else, over HTTP, by rdflib's SPARQLStore."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast
from xml.sax import SAXException

import pyoxigraph as ox
from rdflib import Graph
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from rdflib.query import Result

from kg.errors import GraphError, QueryError
from kg.store.base import check_syntax
from kg.store.embedded import PREFIXES, wrap


@dataclass(frozen=True, slots=True)
class RemoteStore:
    """A store behind the address of a SPARQL 1.1 query endpoint. Its default graph is asked."""

    endpoint: str

    def query(self, sparql: str) -> Result:
        # JSON: XML results could not carry every character that articles hold.
        check_syntax(sparql, PREFIXES)
        return self._ask(sparql, "json")

    def graph(self) -> Graph:
        graph = self._ask("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "turtle").graph
        if graph is None:
            raise GraphError(f"{self.endpoint}: the endpoint gave no graph")
        store = ox.Store()
        store.bulk_load(graph.serialize(format="nt", encoding="utf-8"), format=ox.RdfFormat.N_TRIPLES)
        return wrap(store, {})

    def close(self) -> None:
        """Nothing is kept open between two queries."""

    def _ask(self, sparql: str, answer: str) -> Result:
        remote = Graph(SPARQLStore(self.endpoint, returnFormat=answer, method="POST_FORM"))
        try:
            result: object = remote.query(sparql, initNs=PREFIXES)
        except OSError as error:  # URLError is one
            raise GraphError(f"{self.endpoint}: no answer ({error}); is this a SPARQL endpoint?") from error
        except (ValueError, SyntaxError, SAXException) as error:
            raise QueryError(f"{self.endpoint}: the answer cannot be read ({error})") from error
        if isinstance(result, tuple):  # rdflib's way to hand on an HTTP error: code, message, None
            raise QueryError(f"{self.endpoint}: the endpoint refused the query ({result[1]})")
        return cast(Result, result)
