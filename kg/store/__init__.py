"""Stores that hold a graph and answer SPARQL: `open_store` finds the right one for a path or an address."""

from __future__ import annotations

from pathlib import Path

from rdflib import Graph

from kg.errors import GraphError
from kg.store.base import Store
from kg.store.embedded import EmbeddedStore, is_disk_store, open_disk, read_graph, write_disk
from kg.store.remote import RemoteStore

__all__ = ["EmbeddedStore", "RemoteStore", "Store", "graph_store", "open_store", "read_graph", "write_disk"]


def open_store(place: str | Path) -> Store:
    """The store at `place`: a graph file, a folder with graph.ttl in it, a store on disk, or an http(s) endpoint.

    GraphError where there is none, or where the file is not a graph of claims.
    """
    if str(place).startswith(("http://", "https://")):
        return RemoteStore(str(place))
    path = Path(place)
    if not path.exists():
        raise GraphError(f"{path}: no such file or folder; make it with `kg build`")
    if not path.is_dir():
        return EmbeddedStore(read_graph(path))
    if (path / "graph.ttl").is_file():
        return EmbeddedStore(read_graph(path / "graph.ttl"))
    if is_disk_store(path):
        return open_disk(path)
    raise GraphError(f"{path}: neither graph.ttl nor a store in this folder; make one with `kg build`")


def graph_store(graph: Graph) -> Store:
    """A store for a graph that is in memory already."""
    return EmbeddedStore(graph)
