"""Articles for the commands that read them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.cli.terminal import warn, watched
from kg.records import Article


def articles(paths: Sequence[Path], rules: Sequence[Path] | None) -> Iterator[Article]:
    """What the articles at the paths claim, in reading order; a bar on stderr shows how far it has come."""
    from kg.read import read, sources

    files = sources(paths)
    from kg import pipeline  # only now: a missing file is said at once, before the parser's library is loaded

    # A JSON Lines file holds any number of articles, so only without one is the number known beforehand.
    total = None if any(file.kind == "jsonl" for file in files) else len(files)
    for article in watched(
        pipeline.extract(read(paths, warn=warn), rules=rules or ()), total, "Reading articles"
    ):
        for message in article.warnings:
            warn(f"{article.document.id}: {message}")
        yield article
