"""`kg query`: asks the graph a named question, or any question in SPARQL."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import Graph, Json
from kg.cli.terminal import STDOUT, write
from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.view.query import Query
    from kg.view.table import Table


def query(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="NAME --PARAMETER VALUE",
            help="The name of a query with its parameters, such as --actor; without a name, all queries are listed.",
            show_default=False,
        ),
    ] = None,
    graph: Graph = "out",
    sparql: Annotated[
        str | None,
        typer.Option(
            "--sparql", metavar="TEXT", help="A query in SPARQL instead of a name; - reads it from stdin."
        ),
    ] = None,
    json: Json = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print the rows as CSV.")] = False,
) -> None:
    """Ask the graph: a named query with parameters, or SPARQL.

    Without a name, the queries are listed with their parameters.
    """
    from kg.view.query import list_queries
    from kg.view.table import to_csv, to_json, to_text

    name, parameters = parse(words or ())
    if json and csv:
        raise QueryError("both --json and --csv; give one of them")
    if not name and sparql is None:
        if parameters:
            raise QueryError(f"no query named before --{next(iter(parameters))}; kg query lists the queries")
        typer.echo(listing(list_queries()), nl=False)
        return
    table = answer(graph, name, parameters, sparql)
    if json or csv:
        write(to_json(table) if json else to_csv(table), STDOUT)
    else:
        typer.echo(to_text(table), nl=False)


def answer(graph: str, name: str | None, parameters: dict[str, str], sparql: str | None) -> Table:
    """The rows of a named query or of SPARQL ("-": from stdin); QueryError when both are given."""
    from kg.store import open_store
    from kg.view.query import load_query, run, run_sparql

    if name and sparql is not None:
        raise QueryError(f"both a name ({name}) and --sparql; give one of them")
    if name:
        load_query(name)  # a name that does not exist is said before the graph is loaded
        return run(open_store(graph), name, **parameters)
    if parameters:
        raise QueryError(f"--{next(iter(parameters))} belongs to named queries, not to --sparql")
    text = sys.stdin.read() if sparql == "-" else sparql
    return run_sparql(open_store(graph), text or "")


def parse(words: Sequence[str]) -> tuple[str | None, dict[str, str]]:
    """The query's name and its parameters: ["backers", "--actor", "HTS", "--since=2016"], in any order."""
    name: str | None = None
    parameters: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        if word.startswith("--"):
            key, equals, value = word[2:].partition("=")
            if not equals:
                value = next(rest, "")
            if not value or (not equals and value.startswith("--")):
                raise QueryError(f"--{key} needs a value")
            if key in parameters:
                raise QueryError(f"--{key} is given twice")
            parameters[key.replace("-", "_")] = value
        elif name is None:
            name = word
        else:
            raise QueryError(f"one query at a time: {name} or {word}? Put values of several words in quotes")
    return name, parameters


def listing(queries: Sequence[Query]) -> str:
    """Every query with its question and parameters."""
    lines = []
    for query in queries:
        parameters = [
            f"--{parameter.name} …" if parameter.required else f"[--{parameter.name} …]"
            for parameter in query.parameters
        ]
        lines += [" ".join([query.name, *parameters]), f"    {query.question}"]
    return "\n".join(lines) + "\n"
