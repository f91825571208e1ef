"""How long a large graph takes: building, writing, reading, keeping on disk, asking, checking.

    python benchmarks/graph_speed.py out/claims.jsonl [--copies 40] [--check]

The claims are copied under new ids, documents and (every tenth copy) entities, so that joins stay realistic.
Prints CPU seconds, the best of three where it takes less than a second.
"""

from __future__ import annotations

import argparse
import dataclasses
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from kg import exchange
from kg.graph import build_graph, turtle
from kg.graph.claims import roles
from kg.reason import check
from kg.records import Argument, Claim
from kg.store import graph_store, open_store, read_graph, write_disk
from kg.view.query import list_queries, run

T = TypeVar("T")


def renamed(value: object, suffix: str) -> object:
    """An argument, or arguments, of other entities; everything else as it is."""
    if isinstance(value, Argument):
        return dataclasses.replace(
            value, entity=dataclasses.replace(value.entity, id=value.entity.id + suffix)
        )
    return tuple(renamed(each, suffix) for each in value) if isinstance(value, tuple) else value


def copies(claims: list[Claim], number: int) -> Iterator[Claim]:
    for copy in range(number):
        suffix = f"-{copy // 10}" if copy >= 10 else ""
        for claim in claims:
            changes = {
                field.name: renamed(getattr(claim, field.name), suffix) for field in dataclasses.fields(claim)
            }
            changes |= {"id": f"{claim.id}-{copy}", "document": f"{copy}/{claim.document}"}
            if changes.get("part_of"):
                changes["part_of"] = f"{changes['part_of']}-{copy}"
            yield dataclasses.replace(claim, **changes)


def timed(what: str, work: Callable[[], T]) -> T:
    """Run, print the seconds, and hand on the result."""
    best, result = None, None
    for _ in range(3):
        start = time.process_time()
        result = work()
        seconds = time.process_time() - start
        best = seconds if best is None else min(best, seconds)
        if seconds > 1:
            break
    print(f"{best:8.2f}  {what}")
    return result  # type: ignore[return-value]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("claims", type=Path)
    parser.add_argument("--copies", type=int, default=40)
    parser.add_argument("--check", action="store_true", help="run the checks, too (slow on large graphs)")
    options = parser.parse_args()
    claims = list(copies(list(exchange.loads(options.claims.read_text(encoding="utf-8"))), options.copies))
    graph = timed("build", lambda: build_graph(claims, []))
    print(f"{len(claims):8}  claims, {len(graph)} triples")
    actor = Counter(argument.entity.label for claim in claims for _, argument in roles(claim)).most_common(1)[
        0
    ][0]
    text = timed("write Turtle", lambda: turtle(graph))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "graph.ttl"
        file.write_text(text, encoding="utf-8", newline="\n")
        timed("read Turtle", lambda: read_graph(file))
        timed("write to disk", lambda: write_disk(graph, Path(folder) / "store"))
        disk = open_store(Path(folder) / "store")
        for name, store in (("memory", graph_store(graph)), ("disk", disk)):
            for query in list_queries():
                given = {"actor": actor} if any(p.name == "actor" for p in query.parameters) else {}
                timed(
                    f"{name}: {query.name} {actor if given else ''}", partial(run, store, query.name, **given)
                )
        disk.close()
    if options.check:
        report = timed("check", lambda: check(graph))
        print(f"{len(report.findings):8}      findings; {'; '.join(report.notes)}")


if __name__ == "__main__":
    main()
