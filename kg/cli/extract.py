"""`kg extract`: articles in, claims as JSON Lines out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import Paths, Rules
from kg.cli.terminal import STDOUT


def extract(
    paths: Paths,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="The file to write, or - for stdout.")
    ] = STDOUT,
    rules: Rules = None,
) -> None:
    """Read articles; write their claims, one JSON object a line."""
    from kg import exchange
    from kg.cli.inputs import articles
    from kg.cli.terminal import write

    _, found = articles(paths, rules)
    write("".join(exchange.dumps(article.claims) for article in found), output)
