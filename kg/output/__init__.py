"""The folder that `kg build` writes (docs/ARCHITECTURE.md)."""

from kg.output.folder import CLAIMS, DOCUMENTS, GRAPH, PAGE, TEXTS, read_output, write_output
from kg.output.summary import Summary, summary

__all__ = [
    "CLAIMS",
    "DOCUMENTS",
    "GRAPH",
    "PAGE",
    "TEXTS",
    "Summary",
    "read_output",
    "summary",
    "write_output",
]
