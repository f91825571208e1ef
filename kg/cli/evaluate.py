"""`kg evaluate`: what the rules find, held against what careful readers found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.options import Disputed, Json, Rules

if TYPE_CHECKING:
    from kg.evaluation.disputed import Dispute
    from kg.evaluation.judge import Judged
    from kg.pipeline import Engine

GoldPaths = Annotated[
    list[Path],
    typer.Argument(metavar="GOLD", help="Gold files (.yaml), or folders of them.", show_default=False),
]
Texts = Annotated[
    Path,
    typer.Option(
        "--texts", metavar="DIR", help="The folder of the gold documents' texts.", show_default=False
    ),
]


def evaluate(
    gold: GoldPaths,
    texts: Texts,
    errors: Annotated[
        bool, typer.Option("--errors", help="List what is missed, spurious or in part wrong.")
    ] = False,
    disputed: Disputed = None,
    fit: Annotated[
        Path | None,
        typer.Option(
            "--fit",
            metavar="FILE",
            help="Write the rules' confidence, fitted on half of the documents, to this file.",
            show_default=False,
        ),
    ] = None,
    rules: Rules = None,
    json: Json = False,
) -> None:
    """Score the rules on texts with gold annotations.

    Precision, recall and F1, overall and by predicate and type; whether confidence holds.
    """
    from kg.cli.inputs import engine
    from kg.cli.terminal import note, print_json, warn, write
    from kg.evaluation import score
    from kg.evaluation.confidence import confidence_yaml, halves
    from kg.evaluation.confidence import fit as fitted
    from kg.evaluation.disputed import load_disputed
    from kg.evaluation.gold import gold_files
    from kg.evaluation.run import evaluate as evaluated

    files = gold_files(gold)
    disputes = load_disputed(disputed) if disputed else ()
    loaded = engine(rules)
    documents = evaluated(loaded, files, texts, warn=warn)
    if fit:
        default, rows = fitted(halves(documents)[0], kinds(loaded), disputes)
        write(confidence_yaml(default, rows), fit)
        note(f"{fit}: confidence of {len(rows)} rules, fitted on {len(halves(documents)[0])} documents")
    if errors and not json:
        for line in score.errors(documents, disputes):
            typer.echo(line)
        typer.echo()
    if json:
        print_json(as_json(documents, disputes))
    else:
        typer.echo(report(documents, disputes))


def kinds(loaded: Engine) -> list[tuple[str, str]]:
    """Every rule's id and the kind of its claims."""
    found = [(rule.id, "relations" if rule.predicate else "events") for rule in loaded.rules.rules]
    return [*found, *((rule.id, "casualties") for rule in loaded.casualties.rules)]


def as_json(documents: Sequence[Judged], disputes: Sequence[Dispute]) -> dict[str, Any]:
    """All figures; `scores` and `accuracy` are those of benchmarks/score.py."""
    from dataclasses import asdict

    from kg.evaluation import score
    from kg.evaluation.confidence import halves, reliability

    types = score.by_type(documents)
    accuracy = score.accuracy(documents)
    found: dict[str, Any] = {
        "scores": {name: tally.as_json() for name, tally in score.overall(documents).items()},
        "accuracy": {name: {"accuracy": round(share, 3), "of": of} for name, (share, of) in accuracy.items()},
        "types": [{"kind": kind, "type": what, **tally.as_json()} for (kind, what), tally in types.items()],
        "reliability": [asdict(one) for one in reliability(halves(documents)[1], disputes)],
        "errors": list(score.errors(documents, disputes)),
    }
    if disputes:
        found["disputed"] = {
            name: tally.as_json() for name, tally in score.overall(documents, disputes).items()
        }
    return found


def report(documents: Sequence[Judged], disputes: Sequence[Dispute]) -> str:
    """The figures as text."""
    from kg.english.counted import counted
    from kg.evaluation import score
    from kg.evaluation.confidence import calibration_error, halves, reliability

    head = f"{'':24}  precision  recall     f1   gold  found"
    lines = [head]
    lines += [_line(name, tally) for name, tally in score.overall(documents).items()]
    for name, (share, of) in score.accuracy(documents).items():
        lines.append(f"{name:24}  {share:9.3f} of {of} matched claims")
    if disputes:
        excused = [
            finding for finding, right in score.verdicts(documents, disputes) if right and not finding.right
        ]
        lines += ["", f"With {counted(len(excused), 'disputed claim')} counted right"]
        lines += [_line(name, tally) for name, tally in score.overall(documents, disputes).items()]
    lines += ["", "By predicate and type"]
    lines += [_line(what, tally) for (_, what), tally in score.by_type(documents, disputes).items()]
    checking = halves(documents)[1]
    table = reliability(checking, disputes)
    if table:
        lines += ["", f"Confidence, on the {len(checking)} documents it was not fitted on"]
        lines += [f"{'':24}     claims    mean   right"]
        for one in table:
            lines.append(
                f"{f'{one.low:.2f} to {one.high:.2f}':24}  {one.claims:9}  {one.confidence:6.3f}  {one.right:6.3f}"
            )
        lines.append(f"{'mean distance':24}  {'':9}  {calibration_error(table):6.3f}")
    return "\n".join(lines)


def _line(name: str, tally: Any) -> str:
    shares = f"{tally.precision:9.3f}  {tally.recall:6.3f} {tally.f1:6.3f}"
    return f"{name:24}  {shares} {tally.gold:6} {tally.found:6}"
