"""`kg explain`: what is read from a sentence, and why."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import Annotated

import typer

from kg.cli.options import Json, Rules
from kg.errors import InputError


def explain(
    sentence: Annotated[
        str,
        typer.Argument(
            metavar="SENTENCE", help="The sentence, in quotes; - reads it from stdin.", show_default=False
        ),
    ],
    date: Annotated[
        str | None,
        typer.Option(
            "--date",
            metavar="DATE",
            help="The article's date, which “on Friday” counts from.",
            show_default=False,
        ),
    ] = None,
    rules: Rules = None,
    json: Json = False,
) -> None:
    """Show what is read from a sentence, by which rule and words."""
    from kg import exchange
    from kg.cli.explanation import report
    from kg.cli.inputs import engine
    from kg.cli.terminal import print_json
    from kg.read import iso_date
    from kg.records import Document

    text = sys.stdin.read() if sentence == "-" else sentence
    if not text.strip():
        raise InputError("no sentence given")
    if date and not iso_date(date):
        raise InputError(f"--date: {date!r} is no date; write it as 2016-05-04, 2016-05 or 2016")
    loaded = engine(rules)
    document = Document("sentence", text, published=date and iso_date(date))
    names = [name for found in loaded.sentences(document) for name in found.names]
    claims = loaded.read(document).claims
    if json:
        print_json(
            {"names": [asdict(name) for name in names], "claims": [exchange.claim_to_json(c) for c in claims]}
        )
    else:
        typer.echo(report(names, claims))
