"""Speed of the whole way from raw text to claims: CPU seconds on one core, warm, with the share of each stage.

    python benchmarks/speed.py [PATH ...] [--sentences 2000]

Without paths, the seed articles. Articles are read again and again until there are enough sentences. The parser's own
time is that of the model (spaCy's pipeline), measured twice: where it runs, between the other stages, and alone, right
after on the same words, when nothing has driven its weights out of the processor's caches. The shares of the stages go
by the first; the repairs of its parse count to the stage "repair".
"""

# ruff: noqa: E402 (the number of cores is set before anything is imported)
from __future__ import annotations

import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"  # one core, before any library reads it

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from kg.pipeline import Engine, assembled
from kg.read import read
from kg.records import Document, Word
from kg.text.headings import Headings
from kg.text.parse import SpacyParser
from kg.text.repair.reanalysis import reanalysed
from kg.text.sentences.segment import sentence_spans
from kg.text.tokens import join, pieces, words

ROOT = Path(__file__).resolve().parents[1]
STAGES = ("segment", "tokens", "names", "model", "repair", "extract")
T = TypeVar("T")


class Clock:
    """CPU seconds by stage."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()

    def time(self, stage: str, work: Callable[[], T]) -> T:
        """The result of the work; its time goes to the stage."""
        start = time.process_time()
        result = work()
        self.seconds[stage] += time.process_time() - start
        return result


class Watched:
    """A spaCy pipeline whose time is kept, where it runs."""

    def __init__(self, nlp: Any, clock: Clock, stage: str) -> None:
        self.nlp, self.clock, self.stage = nlp, clock, stage
        self.vocab = nlp.vocab

    def pipe(self, docs: Iterable[Any], **options: Any) -> Iterator[Any]:
        """What the pipeline makes of documents."""
        made = self.nlp.pipe(docs, **options)
        end = object()
        while (doc := self.clock.time(self.stage, lambda: next(made, end))) is not end:
            yield doc


def read_by_stages(engine: Engine, document: Document, clock: Clock) -> int:
    """One document as `Engine.read` reads it, stage by stage; the number of its sentences."""
    text = document.text
    spans = clock.time("segment", lambda: [s for s in sentence_spans(text) if s.kind != "furniture"])
    split = clock.time("tokens", lambda: [words(text, s.start, s.end) for s in spans])
    found = clock.time("names", lambda: engine.names.find(split))
    notes = clock.time(
        "names", lambda: Headings(engine.lexicon, engine.words.places).cut(text, spans, split, found)
    )
    joined = clock.time(
        "tokens",
        lambda: [join(n.words, [(f.first, f.last, f.norm) for f in n.names]) for n in notes],
    )
    before = clock.seconds["model"]
    parsed = clock.time("repair", lambda: [reanalysed(tokens) for tokens in engine.parser.parse(joined)])
    clock.seconds["repair"] -= clock.seconds["model"] - before  # the parse was both
    clock.seconds["alone"] += time_of_model(engine, joined)
    sentences = assembled(text, notes, parsed)
    clock.time("extract", lambda: list(engine.extractor.claims(document, sentences)))
    return len(sentences)


def time_of_model(engine: Engine, sentences: Sequence[Sequence[Word]]) -> float:
    """CPU seconds of the parser's model alone on these sentences."""
    parser = engine.parser
    assert isinstance(parser, SpacyParser)
    docs = [parser._doc(piece) for sentence in sentences for piece in pieces(sentence)]
    pipeline = parser.nlp.nlp if isinstance(parser.nlp, Watched) else parser.nlp
    start = time.process_time()
    for _ in pipeline.pipe(docs, batch_size=64):
        pass
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path, default=[ROOT / "seeds"])
    parser.add_argument("--sentences", type=int, default=2000, help="read at least as many (default: 2000)")
    options = parser.parse_args()
    start = time.process_time()
    engine = Engine.load()
    loading = time.process_time() - start
    documents = list(read(options.paths, warn=print))
    for document in documents:  # warm: caches and lazy tables are filled
        engine.read(document)
    clock, done = Clock(), 0
    assert isinstance(engine.parser, SpacyParser)
    plain = engine.parser.nlp
    watched: Any = Watched(plain, clock, "model")
    while done < options.sentences:
        for document in documents:
            # In turn, so that a busy machine slows both alike.
            engine.parser.nlp = watched
            done += read_by_stages(engine, document, clock)
            engine.parser.nlp = plain
            clock.time("whole", lambda document=document: engine.read(document))
    report(clock, done, loading)


def report(clock: Clock, done: int, loading: float) -> None:
    """Print seconds and shares of the stages, and the whole beside the parser."""
    total = sum(clock.seconds[stage] for stage in STAGES)
    print(f"{'load':10} {loading:8.2f} s")
    for stage in STAGES:
        seconds = clock.seconds[stage]
        print(
            f"{stage:10} {seconds:8.2f} s {seconds / total:7.1%} {1000 * seconds / done:8.3f} ms a sentence"
        )
    whole, own = clock.seconds["whole"], clock.seconds["model"]
    print(f"{'whole':10} {whole:8.2f} s for {done} sentences: {done / whole:.0f} sentences/s")
    print(
        f"{'':10} {whole / own:8.2f} times the parser's own time where it runs ({done / own:.0f} sentences/s)"
    )
    alone = clock.seconds["alone"]
    print(
        f"{'':10} {whole / alone:8.2f} times its time alone on the same words ({done / alone:.0f} sentences/s)"
    )


if __name__ == "__main__":
    main()
