"""Claims as RDF: `build_graph` makes the graph, `turtle` its text."""

from kg.graph.build import build_graph
from kg.graph.entities import EntityInfo
from kg.turtle import turtle

__all__ = ["EntityInfo", "build_graph", "turtle"]
