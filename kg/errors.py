"""The family of errors. Each says what is wrong, where, and how to mend it, in one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class KgError(Exception):
    """Something the user can mend. The command line prints it as one line and exits with code 2."""


class InputError(KgError):
    """An article, a folder or a metadata file that cannot be read."""


class ResourceError(KgError):
    """A data folder (rules, ontology, queries, parser) that is neither in the package nor in the checkout."""


class QueryError(KgError):
    """A query that does not exist, lacks a parameter, or is not SPARQL."""


class GraphError(KgError):
    """A graph file that cannot be read, or that is not a claim graph."""


class DependencyError(KgError):
    """An outside program (such as Java) that is needed and missing."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a data file: `path` is the place inside the file (`rules[3].examples`), lines count from 1."""

    file: str
    line: int
    column: int
    path: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}"
        return f"{place}: {self.path}: {self.message}" if self.path else f"{place}: {self.message}"


class RuleError(KgError):
    """Rule or dictionary files with faults; all of them are listed, one a line."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda f: (f.file, f.line, f.column, f.path, f.message)))
        super().__init__("\n".join(str(fault) for fault in self.faults))
