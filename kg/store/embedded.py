"""Oxigraph inside this process, in memory or on disk, behind rdflib's Graph."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
from oxrdflib import OxigraphStore
from rdflib import Graph
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.query import Result

from kg import vocab
from kg.errors import GraphError, QueryError
from kg.identifiers import BASE_IRI
from kg.store.base import check_syntax
from kg.turtle import ntriples

FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".owl": ox.RdfFormat.RDF_XML,
    ".jsonld": ox.RdfFormat.JSON_LD,
}
NODE_PREFIXES = {kind: f"{BASE_IRI}{kind}/" for kind in ("entity", "claim", "article", "mention")}
PREFIXES = vocab.PREFIXES | NODE_PREFIXES


@dataclass(frozen=True, slots=True)
class EmbeddedStore:
    """A store around a graph in this process."""

    rdf: Graph

    def query(self, sparql: str) -> Result:
        check_syntax(sparql, {str(prefix): str(namespace) for prefix, namespace in self.rdf.namespaces()})
        try:
            return self.rdf.query(sparql)
        except (SyntaxError, ValueError, OSError) as error:
            raise QueryError(f"the query cannot be answered: {' '.join(str(error).split())}") from error

    def graph(self) -> Graph:
        return self.rdf

    def close(self) -> None:
        self.rdf.close()


def wrap(store: ox.Store, prefixes: dict[str, str]) -> Graph:
    """An Oxigraph store as an rdflib graph; `prefixes` go before our own of the same name."""
    graph = Graph(OxigraphStore(store=store), identifier=DATASET_DEFAULT_GRAPH_ID, bind_namespaces="none")
    for prefix, namespace in (PREFIXES | prefixes).items():
        graph.bind(prefix, namespace)
    return graph


def read_graph(path: Path) -> Graph:
    """A graph file, by its suffix (.ttl, .nt, .rdf, .owl, .jsonld), in memory.

    GraphError when it cannot be read, is no RDF, or holds triples but neither articles nor claims.
    """
    if path.suffix.lower() not in FORMATS:
        raise GraphError(f"{path}: not a graph file; known are {', '.join(FORMATS)}")
    store = ox.Store()
    try:
        parser = ox.parse(path=str(path), format=FORMATS[path.suffix.lower()])
        store.bulk_extend(parser)
    except SyntaxError as error:
        raise GraphError(f"{path}: {' '.join(str(error).split())}; make it anew with `kg build`") from error
    except (OSError, UnicodeDecodeError) as error:
        raise GraphError(f"{path}: cannot be read ({error}); make it with `kg build`") from error
    graph = wrap(store, parser.prefixes)
    if len(graph) and not store.query(f"ASK {{ ?node a <{vocab.ARTICLE}> }}"):
        raise GraphError(f"{path}: RDF, but not a graph of claims (no node is a kg:Article)")
    return graph


def write_disk(graph: Graph, folder: Path) -> None:
    """Keep a graph as an Oxigraph store in `folder`, in place of what the store there held."""
    data = "\n".join(ntriples(graph))
    try:
        store = ox.Store(str(folder))
        store.clear()
        store.bulk_load(data, format=ox.RdfFormat.N_TRIPLES)
        store.flush()
    except OSError as error:
        raise GraphError(f"{folder}: no store can be written there ({error})") from error


def is_disk_store(folder: Path) -> bool:
    """Whether Oxigraph keeps a store here (RocksDB names its newest manifest in a file CURRENT)."""
    return (folder / "CURRENT").is_file()


def open_disk(folder: Path) -> EmbeddedStore:
    """A store on disk, for reading only, so that several programs can ask it at a time."""
    try:
        return EmbeddedStore(wrap(ox.Store.read_only(str(folder)), {}))
    except OSError as error:
        raise GraphError(f"{folder}: not a store that can be opened ({error})") from error
