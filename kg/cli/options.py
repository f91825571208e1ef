"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH",
        help="Text files, web pages (.html), JSON Lines (.jsonl), folders of them, or - for text on stdin.",
        show_default=False,
    ),
]
Rules = Annotated[
    list[Path] | None,
    typer.Option(
        "--rules",
        metavar="DIR",
        help="A folder of further rule files, read after the built-in ones. May be repeated.",
        show_default=False,
    ),
]
Base = Annotated[str, typer.Option("--base", metavar="IRI", help="What every IRI of the graph begins with.")]
Graph = Annotated[
    str,
    typer.Option(
        "--graph",
        "-g",
        metavar="PLACE",
        help="The folder that kg build wrote, a graph file, or the address of a SPARQL endpoint.",
    ),
]
Folder = Annotated[Path, typer.Option("--graph", "-g", metavar="DIR", help="The folder that kg build wrote.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs instead of text for people.")]
Disputed = Annotated[
    Path | None,
    typer.Option(
        "--disputed",
        metavar="FILE",
        help="Claims that the gold lacks and that are right; figures are shown with and without them.",
        show_default=False,
    ),
]
