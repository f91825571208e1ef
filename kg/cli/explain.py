"""`kg explain`: what is read from a sentence, and why."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Annotated

import typer

from kg.cli.options import Json, Rules
from kg.errors import InputError
from kg.read import iso_date
from kg.records import Claim, Name
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
    from kg import exchange
    from kg.cli.inputs import engine
    from kg.cli.terminal import print_json
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


def report(names: Sequence[Name], claims: Sequence[Claim]) -> str:
    """What is read, as text: the names, then each claim with its rule, words and who is named in it."""
    parts = [[f"{len(names)} {'name' if len(names) == 1 else 'names'}", *map(_name, names)]]
    parts += [list(_claim(claim)) for claim in claims] or [["No claim."]]
    return "\n\n".join("\n".join(part) for part in parts)


def _name(name: Name) -> str:
    place = f"  “{_flat(name.text)}” ({name.start}-{name.end})"
    if name.senses:
        return f"{place} may be " + " or ".join(
            dict.fromkeys(f"{entry} ({sense})" for entry, sense in name.senses)
        )
    return f"{place} is not in the dictionary" + (f"; by its shape {name.kind}" if name.kind else "")


def _claim(claim: Claim) -> Iterable[str]:
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
