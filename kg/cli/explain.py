"""`kg explain`: what is read from a sentence, and why."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Annotated

import typer

from kg.cli.options import Json, Rules
from kg.records import Claim
from kg.statements import roles, statement


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
    from kg import exchange, pipeline
    from kg.cli.terminal import print_json
    from kg.records import Document

    text = sys.stdin.read() if sentence == "-" else sentence
    [article] = pipeline.extract([Document("sentence", text, published=date)], rules=rules or ())
    if json:
        print_json([exchange.claim_to_json(claim) for claim in article.claims])
        return
    typer.echo(report(article.claims))


def report(claims: Sequence[Claim]) -> str:
    """The claims as text: what each says, by which rule and words, and who is named in it."""
    if not claims:
        return "No claim."
    return "\n\n".join("\n".join(_lines(claim)) for claim in claims)


def _lines(claim: Claim) -> Iterable[str]:
    yield statement(claim)
    yield f"  rule        {claim.rule}, by the words “{_flat(claim.cue.text)}” ({claim.cue.start}-{claim.cue.end})"
    yield f"  status      {claim.status}"
    times = [f"{name} {value}" for name in ("since", "until", "when") if (value := getattr(claim, name))]
    if times:
        yield f"  time        {', '.join(times)}"
    yield f"  said by     {claim.attribution.entity.label if claim.attribution else 'the article'}"
    yield f"  confidence  {claim.confidence:.2f}"
    for role, argument in roles(claim):
        entity = argument.entity
        place = f"{argument.start}-{argument.end}"
        yield f"  {role:<10}  “{_flat(argument.mention)}” ({place}) is {entity.label} ({entity.type}, {entity.id})"


def _flat(text: str) -> str:
    return " ".join(text.split())
