"""Gold files and texts in, judged documents out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from kg.errors import InputError
from kg.evaluation.gold import document_of, gold_files, gold_of
from kg.evaluation.judge import Judged, judge
from kg.pipeline import Engine
from kg.read import read
from kg.records import Claim, Document


def evaluate(
    engine: Engine, gold: Sequence[Path], texts: Path, *, warn: Callable[[str], None]
) -> list[Judged]:
    """What the engine finds in the texts, held against their gold files, in the order of the files.

    InputError where a gold file or its text is missing.
    """
    files = gold_files(gold)
    wanted = {path: document_of(path) for path in files}
    documents = {d.id: d for d in texts_of(texts, {name for name, _ in wanted.values()}, warn=warn)}
    judged = []
    for path, (name, raw) in wanted.items():
        document = documents[name]
        claims: Iterable[Claim] = engine.read(document).claims
        judged.append(judge(gold_of(path, raw, document), tuple(claims)))
    return judged


def texts_of(folder: Path, names: set[str], *, warn: Callable[[str], None]) -> list[Document]:
    """The documents with these ids in the folder. InputError names what is missing."""
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder; --texts names the folder of the gold documents' texts")
    absent = sorted(name for name in names if not (folder / name).is_file())
    if absent:
        raise InputError(f"{folder}: {len(absent)} of {len(names)} texts are not there, such as {absent[0]}")
    return [document for document in read([folder], warn=warn) if document.id in names]
