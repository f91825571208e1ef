"""Articles for the commands that read them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.terminal import warn, watched
from kg.read import read, sources

if TYPE_CHECKING:
    from kg.pipeline import Engine
    from kg.records import Article


def engine(rules: Sequence[Path] | None) -> Engine:
    """The engine with the built-in rules and those of further folders; it takes a second or two to load."""
    from kg.rules.folders import READ, check_folders

    for file in check_folders(tuple(rules or ())):
        warn(f"{file}: not read; files of rules are called {', '.join(READ[:3])}, …: docs/rules.md")
    from kg.pipeline import Engine

    return Engine.load(tuple(rules or ()))


def articles(paths: Sequence[Path], rules: Sequence[Path] | None) -> tuple[Engine, Iterator[Article]]:
    """The engine, and what it reads in the articles at the paths; a bar on stderr shows how far it has come.

    Paths without an article to read are refused before anything is loaded.
    """
    files = sources(paths)
    documents = read(paths, warn=warn)
    first = next(documents)
    from kg import pipeline

    loaded = engine(rules)
    # A JSON Lines file holds any number of articles, so only without one is the number known beforehand.
    total = None if any(file.kind == "jsonl" for file in files) else len(files)
    found = pipeline.extract(chain([first], documents), engine=loaded)
    return loaded, _warned(watched(found, total, "Reading articles"))


def _warned(found: Iterator[Article]) -> Iterator[Article]:
    for article in found:
        for message in article.warnings:
            warn(f"{article.document.id}: {message}")
        yield article
