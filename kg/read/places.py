"""Which articles the given paths name, before any is read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kg.errors import InputError

STDIN = "-"
TEXT = frozenset({".txt"})
HTML = frozenset({".html", ".htm"})
JSONL = frozenset({".jsonl"})
# A folder with both of these is the output of `kg build` (docs/ARCHITECTURE.md).
BUILD_OUTPUT = ("claims.jsonl", "documents.jsonl")

Kind = Literal["text", "html", "jsonl", "stdin"]


@dataclass(frozen=True, slots=True)
class Source:
    """A file with one or more articles. `id` is its path below `root`, the folder given on the command line."""

    path: Path
    root: Path
    id: str
    kind: Kind


def sources(paths: Sequence[Path | str]) -> list[Source]:
    """The files behind the paths: folders are searched to the bottom, in the order of their names.

    A file reached twice counts once. InputError for a path that is missing, a folder without articles, and two
    files that would bear the same document id.
    """
    if not paths:
        raise InputError("no articles given: name text files, web pages, JSON Lines files or folders")
    found: dict[Path, Source] = {}
    for path in paths:
        for source in _below(Path(path)):
            found.setdefault(source.path.resolve(), source)
    named: dict[str, Source] = {}
    for source in found.values():
        if source.kind == "jsonl":
            continue
        other = named.setdefault(source.id, source)
        if other is not source:
            raise InputError(
                f"{source.path} and {other.path} would both be called {source.id!r}; "
                "give the folder that holds both, or rename one"
            )
    return list(found.values())


def _below(path: Path) -> Iterator[Source]:
    if str(path) == STDIN:
        yield Source(path, path, "stdin", "stdin")
    elif path.is_dir():
        files = list(_files(path))
        if not files:
            raise InputError(f"{path}: no articles in this folder (looked for .txt, .html, .htm and .jsonl)")
        yield from files
    elif path.exists():
        # A file named outright is read whatever its ending: "kg build article" means it.
        yield Source(path, path.parent, _identifier(path, path.parent), kind(path) or "text")
    else:
        raise InputError(f"{path}: no such file or folder")


def _files(folder: Path) -> Iterator[Source]:
    for directory, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _is_skipped(Path(directory, name)))
        for name in sorted(names):
            path = Path(directory, name)
            of_kind = kind(path)
            if of_kind and not name.startswith(".") and path.is_file():
                yield Source(path, folder, _identifier(path, folder), of_kind)


def _is_skipped(folder: Path) -> bool:
    """Hidden folders, and what `kg build` wrote: its texts are not articles once more."""
    return folder.name.startswith(".") or all((folder / name).is_file() for name in BUILD_OUTPUT)


def kind(path: Path) -> Kind | None:
    """What the file's ending says about its content, or None for files that folders skip."""
    ending = path.suffix.lower()
    if ending in TEXT:
        return "text"
    if ending in HTML:
        return "html"
    return "jsonl" if ending in JSONL else None


def _identifier(path: Path, root: Path) -> str:
    """The path below the root with slashes; bytes of a name that are not UTF-8 are shown as \\xNN."""
    name = path.relative_to(root).as_posix()
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
