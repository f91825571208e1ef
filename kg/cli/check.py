"""`kg check`: does the graph contradict the ontology?"""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from kg.cli import FOUND
from kg.cli.options import Graph, Json


def check(
    graph: Graph = "out",
    java: Annotated[
        bool,
        typer.Option("--java/--no-java", help="Let the reasoner HermiT judge too, where Java is present."),
    ] = True,
    json: Json = False,
) -> None:
    """Check the graph against the ontology; name what contradicts.

    Exit code 1 when something does; warnings alone change no exit code.
    """
    from kg import reason
    from kg.cli.terminal import note, print_json
    from kg.english.counted import counted
    from kg.store import open_store

    report = reason.check(open_store(graph).graph(), java=java)
    if json:
        print_json(asdict(report))
    else:
        for line in report.notes:
            note(line)
        for finding in report.findings:
            typer.echo(str(finding))
        errors = sum(finding.severity == "error" for finding in report.findings)
        warnings = len(report.findings) - errors
        typer.echo(f"{counted(errors, 'error')}, {counted(warnings, 'warning')}")
    if not report.ok:
        raise typer.Exit(FOUND)
