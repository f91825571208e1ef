"""Speed of the text stage: start-up, sentence splitting, words, parse, in CPU seconds on one core.

`python benchmarks/parser.py [TEXT ...] [--parser FOLDER]`; without texts, the seed articles. The texts are read again
and again until there is enough to measure. Quality is measured by `python -m training.evaluate TREEBANK`.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[1]
WORDS = 20_000
Result = TypeVar("Result")


def timed(label: str, number: Callable[[Result], int], unit: str, work: Callable[[], Result]) -> Result:
    """Run the work, print how many units a CPU second it made, and hand on its result."""
    start = time.process_time()
    result = work()
    seconds = time.process_time() - start
    made = number(result)
    print(f"{label:12}{seconds:7.2f} s{made / max(seconds, 1e-9):12,.0f} {unit}/s")
    return result


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("texts", nargs="*", type=Path, default=sorted((ROOT / "seeds").glob("*.txt")))
    options.add_argument("--parser", type=Path, default=ROOT / "parser" / "en_ud_news")
    chosen = options.parse_args()
    start = time.process_time()
    from kg.text.parse import load_parser
    from kg.text.sentences.segment import sentence_spans
    from kg.text.tokens import words

    parser = load_parser(chosen.parser)
    print(f"{'start':12}{time.process_time() - start:7.2f} s")
    texts = [path.read_bytes().decode("utf-8") for path in chosen.texts]
    texts *= -(-WORDS // max(1, sum(len(text.split()) for text in texts)))
    spans = timed(
        "sentences",
        lambda found: sum(map(len, found)),
        "sentences",
        lambda: [sentence_spans(text) for text in texts],
    )
    tokenised = timed(
        "words",
        lambda found: sum(map(len, found)),
        "words",
        lambda: [
            words(text, s.start, s.end) for text, found in zip(texts, spans, strict=True) for s in found
        ],
    )
    timed("parse", lambda found: sum(map(len, found)), "words", lambda: list(parser.parse(tokenised)))


if __name__ == "__main__":
    main()
