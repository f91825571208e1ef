"""Paths to `Document`s."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.errors import InputError
from kg.read import html, jsonl, metadata
from kg.read.decode import UndecodableError, decode
from kg.read.metadata import Metadata, Warn
from kg.read.places import Source, sources
from kg.records import Document


def read(paths: Sequence[Path | str], *, warn: Warn) -> Iterator[Document]:
    """The articles in the files and folders, in the order of `sources`; "-" is standard input.

    The text of a .txt file is its content as decoded: newlines stay, a byte order mark goes. `sources.csv` in a
    file's folder, or in a folder between it and the one given, adds title, publisher, date, url and note; what it
    says goes before what a web page says. `warn` takes one line for every fault after which the rest can still be
    read. InputError for what `sources` refuses, and when no article is left.
    """
    return _documents(sources(paths), warn)


def _documents(files: Sequence[Source], warn: Warn) -> Iterator[Document]:
    tables = _Tables(warn)
    seen: set[str] = set()
    for source in files:
        for document in _articles(source, tables, warn):
            if document.id in seen:
                warn(f"{source.path}: a second document {document.id!r}; the first counts")
                continue
            seen.add(document.id)
            yield document
    if not seen:
        raise InputError(f"no article to read in {', '.join(str(source.path) for source in files[:3])}")


def _articles(source: Source, tables: _Tables, warn: Warn) -> Iterator[Document]:
    if source.kind == "jsonl":
        try:
            yield from jsonl.documents(source.path, warn)
        except OSError as error:
            warn(f"{source.path}: not read ({error.strerror or error})")
        return
    try:
        text, found = _text(source, warn)
    except (OSError, UndecodableError) as error:
        warn(f"{source.path}: left out: {getattr(error, 'strerror', None) or error}")
        return
    if not text.strip():
        warn(f"{source.path}: left out: no text in it")
        return
    known = tables.of(source).over(found)
    yield Document(source.id, text, known.title, known.publisher, known.published, known.url, known.note)


def _text(source: Source, warn: Warn) -> tuple[str, Metadata]:
    data = sys.stdin.buffer.read() if source.kind == "stdin" else source.path.read_bytes()
    if source.kind == "html":
        return html.article(data)
    text, encoding = decode(data)
    if encoding == "cp1252":
        warn(f"{source.path}: not UTF-8; read as Windows-1252")
    return text, Metadata()


class _Tables:
    """The `sources.csv` files, each read once."""

    def __init__(self, warn: Warn) -> None:
        self._warn = warn
        self._read: dict[Path, dict[str, Metadata]] = {}

    def of(self, source: Source) -> Metadata:
        """What the nearest table says about the file, from its own folder up to the folder given."""
        if source.kind == "stdin":
            return Metadata()
        folder = source.path.parent
        while True:
            found = self._table(folder).get(source.path.relative_to(folder).as_posix())
            if found:
                return found
            if folder in (source.root, folder.parent):
                return Metadata()
            folder = folder.parent

    def _table(self, folder: Path) -> dict[str, Metadata]:
        if folder not in self._read:
            path = folder / metadata.NAME
            self._read[folder] = metadata.load(path, self._warn) if path.is_file() else {}
            # A slip in a file's name would lose its date without a word.
            absent = [name for name in self._read[folder] if not (folder / name).is_file()]
            if absent:
                self._warn(f"{path}: names {len(absent)} file(s) that are not there, such as {absent[0]!r}")
        return self._read[folder]
