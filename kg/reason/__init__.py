"""Checks of a graph against the ontology: `check` gives a report of what contradicts."""

from kg.reason.check import check
from kg.reason.findings import Evidence, Finding, Report

__all__ = ["Evidence", "Finding", "Report", "check"]
