"""`kg build`: articles in, a folder with claims, graph and page out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import Base, Json, Paths, Rules
from kg.identifiers import BASE_IRI

if TYPE_CHECKING:
    from kg.output import Summary


def build(
    paths: Paths,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="DIR",
            help="The folder to write; made when missing.",
            show_default=False,
        ),
    ],
    base: Base = BASE_IRI,
    rules: Rules = None,
    json: Json = False,
) -> None:
    """Read articles; write claims, graph and network to a folder."""
    from kg.cli.inputs import articles
    from kg.cli.terminal import print_json
    from kg.output import facts, refuse_foreign, write_output

    refuse_foreign(output)
    engine, found = articles(paths, rules)
    summary = write_output(found, output, base=base, entities=facts(engine.lexicon.entries.values()))
    if json:
        print_json(summary.as_json())
    else:
        typer.echo(report(summary, output), nl=False)


def report(summary: Summary, output: Path) -> str:
    """The summary as text: how much was read, what was found, where it lies."""
    from kg.english.counted import counted

    lines = [
        f"{counted(summary.documents, 'document')}, {counted(summary.sentences, 'sentence')}, "
        f"{counted(summary.claims, 'claim')}",
        "",
        *_table("Entities by class", summary.entities),
        *_table("Relations by predicate", summary.relations),
        *_table("Events by type", summary.events),
        *_table("Casualty figures", summary.casualties),
        "Where to look:",
        f"  {output / 'graph.html'}    the network; open it in a browser",
        f"  {output / 'graph.ttl'}     the graph, as RDF",
        f"  {output / 'claims.jsonl'}  the claims, one JSON object a line",
        f"  {output / 'texts'}/        the articles as the claims' offsets count them",
        f"Ask it with kg query --graph {output}",
    ]
    return "\n".join(lines) + "\n"


def _table(title: str, counts: Mapping[str, int]) -> list[str]:
    if not counts:
        return []
    rows = [f"  {count:4}  {name}" for name, count in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))]
    return [f"{title} ({sum(counts.values())}):", *rows, ""]
