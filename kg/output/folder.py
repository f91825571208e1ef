"""Writing the folder: claims, documents, texts, graph and page."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg import exchange
from kg.errors import InputError
from kg.identifiers import BASE_IRI
from kg.output.names import text_names
from kg.output.summary import Summary, summary
from kg.records import Article, Claim, Document

if TYPE_CHECKING:
    from kg.graph import EntityInfo

CLAIMS, DOCUMENTS, TEXTS, GRAPH, PAGE = "claims.jsonl", "documents.jsonl", "texts", "graph.ttl", "graph.html"


def write_output(
    articles: Iterable[Article],
    output: Path,
    *,
    base: str = BASE_IRI,
    entities: Iterable[EntityInfo] = (),
) -> Summary:
    """Write the folder and say what is in it. `entities` are facts of the dictionary for the graph.

    The folder is written beside its place and moved there once complete, so a failure leaves the old one as it was;
    other files that stand in it stay. InputError where it cannot be written or holds texts of another origin.
    """
    from kg.graph import build_graph, turtle
    from kg.view.html import page

    refuse_foreign(output)
    read = tuple(articles)
    documents = tuple(article.document for article in read)
    claims = tuple(claim for article in read for claim in article.claims)
    names = text_names(document.id for document in documents)
    try:
        with _draft(output) as draft:
            (draft / TEXTS).mkdir()
            for document in documents:
                _write(draft / TEXTS / names[document.id], document.text)
            _write(draft / DOCUMENTS, documents_jsonl(documents, names))
            _write(draft / CLAIMS, exchange.dumps(claims))
            _write(draft / GRAPH, turtle(build_graph(claims, documents, base=base, entities=entities)))
            _write(draft / PAGE, page(claims, documents))
    except OSError as error:
        raise InputError(
            f"{error.filename or output}: cannot be written ({error.strerror or error})"
        ) from error
    return summary(read)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


@contextmanager
def _draft(output: Path) -> Iterator[Path]:
    """A folder to write to, whose content becomes that of `output` when all went well."""
    beside = output / ".draft" if output.exists() else output.with_name(f".{output.name}.draft")
    draft = beside.with_name(f"{beside.name}-{os.getpid()}")
    draft.mkdir(parents=True)
    try:
        yield draft
        if output.exists():
            _replace(draft, output)
        else:
            draft.rename(output)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _replace(draft: Path, output: Path) -> None:
    """Move the five parts over the old ones; the old texts end in the draft, which is removed."""
    if (output / TEXTS).exists():
        (output / TEXTS).rename(draft / "old")
    for name in (TEXTS, DOCUMENTS, CLAIMS, GRAPH, PAGE):
        (draft / name).replace(output / name)


def refuse_foreign(output: Path) -> None:
    """InputError where `output` is a file, or its `texts` folder holds files no build wrote: they would be lost."""
    if output.exists() and not output.is_dir():
        raise InputError(f"{output}: is a file; give a folder")
    texts = output / TEXTS
    if not texts.exists():
        return
    try:
        listed = {texts / row["file"] for row in _rows(output / DOCUMENTS)}
    except (OSError, ValueError, KeyError, TypeError):
        listed = set()
    foreign = [path for path in sorted(texts.rglob("*")) if path.is_file() and path not in listed]
    if foreign:
        raise InputError(f"{foreign[0]}: not written by kg build and would be lost; give another folder")


def _rows(path: Path) -> list[dict[str, Any]]:
    # Not `splitlines`: a JSON string may hold U+2028, which is no end of a line here.
    return [json.loads(line) for line in _read(path).split("\n") if line]


def documents_jsonl(documents: Iterable[Document], names: Mapping[str, str]) -> str:
    """One JSON object a document; `file` is the place of its text below `texts/`."""
    return "".join(json.dumps(_row(document, names), ensure_ascii=False) + "\n" for document in documents)


def _row(document: Document, names: Mapping[str, str]) -> dict[str, str | None]:
    return {
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "date": document.published,
        "url": document.url,
        "note": document.note,
        "file": names[document.id],
    }


def read_output(folder: Path) -> tuple[tuple[Claim, ...], tuple[Document, ...]]:
    """The claims and documents of a folder that `write_output` wrote; InputError where it is none."""
    try:
        rows = _rows(folder / DOCUMENTS)
        documents = tuple(
            Document(
                row["id"],
                _read(folder / TEXTS / row["file"]),
                row["title"],
                row["publisher"],
                row["date"],
                row["url"],
                row["note"],
            )
            for row in rows
        )
        claims = tuple(exchange.loads(_read(folder / CLAIMS), str(folder / CLAIMS)))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{folder}: not a folder that kg build wrote, or not whole ({error})") from error
    return claims, documents


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")
