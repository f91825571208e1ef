"""`kg explain`: what is read from a sentence or an article, and why."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import Json, Rules
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.records import Document


def explain(
    sentence: Annotated[
        str,
        typer.Argument(
            metavar="SENTENCE|FILE",
            help="A sentence, in quotes, or an article's file; - reads a text from stdin.",
            show_default=False,
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
    html: Annotated[
        Path | None,
        typer.Option(
            "--html",
            metavar="FILE",
            help="Draw it as a page, the parse as arcs, to this file.",
            show_default=False,
        ),
    ] = None,
    rules: Rules = None,
    json: Json = False,
) -> None:
    """Show what is read, by which rule and words, and what nearly was.

    For every sentence: the parse, the names, whom the words stand for, the claims, and rules whose words are there
    and that found nothing, with the condition that failed.
    """
    from kg.cli.inputs import engine
    from kg.cli.terminal import print_json, write
    from kg.explanation.reading import readings
    from kg.explanation.text import as_json, report

    documents = texts(sentence, date)
    loaded = engine(rules)
    found = [reading for document in documents for reading in readings(loaded, document)]
    if html is not None:
        from kg.explanation.drawing import page

        write(page(found), html)
        typer.echo(f"{html}: open it in a browser")
    elif json:
        print_json(as_json(found))
    else:
        typer.echo(report(found))


def texts(given: str, date: str | None) -> list[Document]:
    """The documents to explain: a sentence as an article of its own, or the articles of a file."""
    from kg.cli.terminal import warn
    from kg.read import iso_date, read
    from kg.records import Document

    published = iso_date(date) if date else None
    if date and not published:
        raise InputError(f"--date: {date!r} is no date; write it as 2016-05-04, 2016-05 or 2016")
    if given != "-" and is_file(given):
        found = list(read([Path(given)], warn=warn))
        return [replace(document, published=published or document.published) for document in found]
    text = sys.stdin.read() if given == "-" else given
    if not text.strip():
        raise InputError("no sentence given")
    return [Document("sentence", text, published=published)]


def is_file(given: str) -> bool:
    """Whether the argument names a file rather than being a sentence."""
    try:
        return Path(given).is_file()
    except OSError:  # a sentence too long for a file's name
        return False
