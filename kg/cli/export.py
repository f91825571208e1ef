"""`kg export`: the graph in other formats."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import Graph
from kg.cli.terminal import STDOUT


def export(
    graph: Graph = "out",
    format: Annotated[
        str,
        typer.Option(
            "--format", "-f", metavar="NAME", help="turtle, ntriples, jsonld, rdfxml, csv or graphml."
        ),
    ] = "turtle",
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="The file to write, or - for stdout.")
    ] = STDOUT,
) -> None:
    """Write the graph in another format."""
    from kg.cli.terminal import write
    from kg.store import open_store
    from kg.view.export import FORMATS
    from kg.view.export import export as exported

    if format not in FORMATS:
        raise typer.BadParameter(f"{format!r} is none of {', '.join(FORMATS)}", param_hint="--format")
    write(exported(open_store(graph).graph(), format), output)
