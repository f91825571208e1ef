"""Train the parser from the treebank: `python -m training.train TREEBANK [--output parser/en_ud_news]`.

TREEBANK is a folder with train.conllu, EWT_dev.conllu and GUMnews_dev.conllu (docs/decisions/parser.md says where they
come from). Takes about three quarters of an hour on one core; the same treebank gives the same corpus. The best model
by label score on the development sets is kept, without the optimizer's state.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import spacy
from spacy.cli.train import train
from spacy.language import Language

from kg.text.tokens import NAME_NORM
from training.corpus import write_corpora

CONFIG = Path(__file__).with_name("config.cfg")


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("treebank", type=Path)
    options.add_argument("--output", type=Path, default=Path("parser/en_ud_news"))
    chosen = options.parse_args()
    wanted = [chosen.treebank / f"{name}.conllu" for name in ("train", "EWT_dev", "GUMnews_dev")]
    if missing := [path.name for path in wanted if not path.is_file()]:
        raise SystemExit(f"{chosen.treebank}: no {', '.join(missing)}")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        trained, judged = write_corpora(chosen.treebank, folder, NAME_NORM)
        print(f"{trained} sentences to train on, {judged} to judge by")
        paths = {"paths.train": str(folder / "train.spacy"), "paths.dev": str(folder / "dev.spacy")}
        train(CONFIG, folder / "model", overrides=paths)
        save(spacy.load(folder / "model" / "model-best"), chosen.output)
    print(f"written: {chosen.output}")


def save(nlp: Language, output: Path) -> None:
    """Write the model with the description its card needs."""
    nlp.meta |= {
        "name": "ud_news",
        "version": "1.1.0",
        "description": "Universal Dependencies parser for news in English, sentences and names given",
        "license": "CC BY-SA 4.0",
        "author": "conflict-kg",
    }
    # Where the corpus lay is of no use to anyone.
    nlp.config["paths"] |= {"train": None, "dev": None}
    nlp.to_disk(output)


if __name__ == "__main__":
    main()
