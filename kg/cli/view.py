"""`kg view`: the network page of a build."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import Folder


def view(
    folder: Folder = Path("out"),
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="The page to write, or - for stdout.  [default: graph.html in the folder]",
            show_default=False,
        ),
    ] = None,
    title: Annotated[
        str | None,
        typer.Option("--title", metavar="TEXT", help="The heading of the page.", show_default=False),
    ] = None,
    quotes_only: Annotated[
        bool,
        typer.Option(
            "--quotes-only", help="Keep the sentences of claims alone, not whole articles, in the page."
        ),
    ] = False,
) -> None:
    """Write the network as one page, opened offline in any browser."""
    from kg.cli.terminal import STDOUT, write
    from kg.output import PAGE, read_output
    from kg.view.html import page

    claims, documents = read_output(folder)
    place = output or folder / PAGE
    heading = {"title": title} if title else {}
    write(page(claims, documents, quotes_only=quotes_only, **heading), place)
    if place != STDOUT:
        typer.echo(f"{place}: open it in a browser")
