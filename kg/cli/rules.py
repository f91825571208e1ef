"""`kg rules`: the rules listed, tried on their own examples, and counted on articles."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import FOUND
from kg.cli.options import Disputed, Json, Paths, Rules
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.evaluation.examples import AnyRule
    from kg.pipeline import Engine

rules = typer.Typer(
    name="rules",
    help="List the rules, run their examples, count how often they fire.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
Ids = Annotated[
    list[str] | None,
    typer.Argument(metavar="RULE", help="Only the rules with these ids.", show_default=False),
]


@rules.command("list")
def listed(ids: Ids = None, folders: Rules = None, json: Json = False) -> None:
    """List the rules with what they claim, their words, file and line."""
    from kg.cli.inputs import engine
    from kg.cli.terminal import print_json

    rows = [
        {
            "id": rule.id,
            "claims": claimed(rule),
            "words": len(words(rule)),
            "examples": len(rule.examples),
            "place": place(rule.file, rule.line),
        }
        for rule in chosen(engine(folders), ids)
    ]
    if json:
        print_json(rows)
        return
    wide = max((len(str(row["id"])) for row in rows), default=0)
    for row in rows:
        typer.echo(f"{row['id']:<{wide}}  {row['claims']:<24}  {row['words']:>3} words  {row['place']}")


@rules.command()
def check(ids: Ids = None, folders: Rules = None, json: Json = False) -> None:
    """Run the examples that every rule carries.

    Each rule has to find what its sentences say, and to stay silent on its near misses; exit code 1 when one fails.
    A known gap (`xfail`) is no failure, unless the rule has learnt to read it.
    """
    from kg.cli.inputs import engine
    from kg.cli.terminal import print_json
    from kg.english.counted import counted
    from kg.evaluation.examples import trials

    loaded = engine(folders)
    found = list(trials(loaded, chosen(loaded, ids)))
    faults = [fault for one in found if (fault := one.fault)]
    gaps = sum(one.ok and not one.passed for one in found)
    if json:
        print_json([asdict(one) | {"passed": one.passed, "ok": one.ok} for one in found])
    else:
        for fault in faults:
            typer.echo(f"{place(fault.file, fault.line)}: {fault.path}: {fault.message}")
        known = f", {counted(gaps, 'known gap')}" if gaps else ""
        rules_run = len({one.rule for one in found})
        typer.echo(
            f"{counted(rules_run, 'rule')}, {counted(len(found), 'example')}: {len(faults)} failed{known}"
        )
    if faults:
        raise typer.Exit(FOUND)


@rules.command()
def coverage(
    paths: Paths,
    gold: Annotated[
        list[Path] | None,
        typer.Option(
            "--gold",
            metavar="GOLD",
            help="Gold files, or a folder of them, about some of the articles. May be repeated.",
            show_default=False,
        ),
    ] = None,
    disputed: Disputed = None,
    folders: Rules = None,
    json: Json = False,
) -> None:
    """Count how often each rule fires on articles, and how often rightly on those with gold."""
    from kg.cli.inputs import articles
    from kg.cli.terminal import print_json
    from kg.evaluation.coverage import coverage as counted
    from kg.evaluation.disputed import load_disputed
    from kg.evaluation.examples import rules_of

    loaded, found = articles(paths, folders)
    disputes = load_disputed(disputed) if disputed else ()
    table = counted(found, [rule.id for rule in rules_of(loaded)], gold or (), disputes)
    if json:
        print_json([asdict(row) for row in table])
        return
    typer.echo(f"{'rule':24} claims  documents" + ("  right of judged" if gold else ""))
    for row in table:
        share = f"  {row.right:5} of {row.judged:<3} {row.right / row.judged:.2f}" if row.judged else ""
        if row.claims:
            typer.echo(f"{row.rule:24} {row.claims:6} {row.documents:10}{share}")
    silent = [row.rule for row in table if not row.claims]
    if silent:
        typer.echo(f"Never fired: {', '.join(silent)}")


def chosen(loaded: Engine, ids: list[str] | None) -> list[AnyRule]:
    """The rules with the ids, or all; an unknown id is refused."""
    from kg.evaluation.examples import rules_of
    from kg.rules.yamlfile import nearest

    everything = rules_of(loaded)
    known = [rule.id for rule in everything]
    for one in ids or ():
        if one not in known:
            raise InputError(f"no rule {one!r}{nearest(one, known)}; kg rules list names them all")
    return [rule for rule in everything if not ids or rule.id in ids]


def claimed(rule: AnyRule) -> str:
    """What the rule claims: "backs (arms)", "Airstrike", "killed"."""
    from kg.rules.claims import Rule

    if not isinstance(rule, Rule):
        return rule.kind
    what = rule.predicate or rule.type or ""
    return f"{what} ({rule.manner})" if rule.manner else what


def words(rule: AnyRule) -> tuple[str, ...]:
    """The words that trigger the rule, phrases as they stand in its file."""
    from kg.rules.claims import Rule

    if isinstance(rule, Rule):
        phrases = ((p.head, *p.rest, *filter(None, [p.preposition])) for p in (*rule.verbs, *rule.adjectives))
        return (*(" ".join(p) for p in phrases), *rule.agent_nouns, *rule.act_nouns, *rule.nouns)
    kinds = (rule.verbs, rule.fates, rule.states, rule.nouns, rule.acts, rule.tolls, rule.stocks)
    return tuple(" ".join(phrase) for kind in kinds for phrase in kind)


def place(file: str, line: int) -> str:
    """`file:line`, from the current folder where the file lies below it."""
    path = Path(file)
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return f"{path.as_posix()}:{line}"
