"""`kg explain`: what is read from one sentence, and why."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.options import Json, Rules


def explain(
    sentence: Annotated[
        str,
        typer.Argument(
            metavar="SENTENCE", help="The sentence, in quotes; - reads it from stdin.", show_default=False
        ),
    ],
    rules: Rules = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--date", metavar="ISO", help="The article's date, for “on Friday”.", show_default=False
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Show what is read from a sentence, by which rule and words."""
    import sys

    from kg import exchange, pipeline
    from kg.cli.terminal import print_json
    from kg.records import Document

    text = sys.stdin.read() if sentence == "-" else sentence
    [article] = pipeline.extract([Document("sentence", text, published=date)], rules=rules or ())
    if json:
        print_json([exchange.claim_to_json(claim) for claim in article.claims])
        return
    for claim in article.claims:
        typer.echo(str(exchange.claim_to_json(claim)))
