"""`kg check`: does the graph contradict the ontology?"""

from __future__ import annotations

from dataclasses import asdict

import typer

from kg.cli import FOUND
from kg.cli.options import Graph, Json


def check(graph: Graph = "out", json: Json = False) -> None:
    """Check the graph against the ontology; name what contradicts.

    Exit code 1 when something does.
    """
    from kg import reason
    from kg.cli.terminal import note, print_json
    from kg.store import open_store

    report = reason.check(open_store(graph).graph())
    errors = [finding for finding in report.findings if finding.severity == "error"]
    if json:
        print_json(
            {"findings": [asdict(finding) for finding in report.findings], "notes": list(report.notes)}
        )
    else:
        for line in report.notes:
            note(line)
        for finding in report.findings:
            typer.echo(str(finding))
        warnings = len(report.findings) - len(errors)
        typer.echo(
            f"{len(errors)} contradictions, {warnings} warnings"
            if report.findings
            else "Nothing contradicts."
        )
    if errors:
        raise typer.Exit(FOUND)
