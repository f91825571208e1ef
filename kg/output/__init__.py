"""The folder that `kg build` writes (docs/ARCHITECTURE.md)."""

from kg.output.dictionary import facts
from kg.output.folder import (
    CLAIMS,
    DOCUMENTS,
    GRAPH,
    PAGE,
    TEXTS,
    read_output,
    refuse_foreign,
    write_output,
)
from kg.output.summary import Summary, summary

__all__ = [
    "CLAIMS",
    "DOCUMENTS",
    "GRAPH",
    "PAGE",
    "TEXTS",
    "Summary",
    "facts",
    "read_output",
    "refuse_foreign",
    "summary",
    "write_output",
]
