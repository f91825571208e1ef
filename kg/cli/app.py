"""All commands in one place, in the order of `kg --help`."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.build import build
from kg.cli.check import check
from kg.cli.evaluate import evaluate
from kg.cli.explain import explain
from kg.cli.export import export
from kg.cli.extract import extract
from kg.cli.query import query
from kg.cli.rules import rules
from kg.cli.view import view

app = typer.Typer(
    name="kg",
    help="Turn news about armed conflict into claims you can check, and the claims into a graph.",
    epilog="Exit codes: 0 done, 1 findings (kg check, kg rules check), 2 something to mend: stderr says what.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"kg {version('conflict-kg')}")
        raise typer.Exit


@app.callback()
def kg(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Options of `kg` itself."""


for command in (build, extract, query, view, export, check, explain, evaluate):
    # Options that `kg query` does not know are parameters of the query that was named.
    app.command(context_settings={"ignore_unknown_options": command is query})(command)
app.add_typer(rules)
