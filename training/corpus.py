"""Training documents: the treebank as it stands, and as kg/text feeds words to the parser.

Every sentence is one document, since kg splits sentences by rule. Beside the plain sentence stands a second one with
hyphenated words and names joined and shown in the parser's form (`kg.text.tokens`), some without final punctuation
or in the capitals of headlines, as captions and titles come.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from training.conllu import Row, Sentence, join_hyphens, join_names, sentences
from training.grammar import Grammar

MADE_UP = 5_000
WITHOUT_FINAL_STOP = 0.12
HEADLINE = 0.04
NAME_SHOWN_AS_DEFAULT = 0.6
SMALL_WORDS = frozenset("a an the of in on at by to for from with and or but as is nor".split())


def shown(row: Row, default_name: str) -> str:
    """The form the parser sees of a joined word."""
    match row.joined:
        case "hyphen":
            return row.form.rsplit("-", 1)[-1]
        case "name":
            return default_name
    return row.form


def fed(sentence: Sentence, default_name: str) -> Sentence:
    """The sentence with hyphenated words and names joined, each in the form the parser sees."""
    joined = join_names(join_hyphens(sentence))
    return tuple(replace(row, form=shown(row, default_name)) for row in joined)


def varied(sentence: Sentence, default_name: str, rng: random.Random) -> Iterator[Sentence]:
    """The sentence plain, and once more as fed, now and then shortened or in headline capitals."""
    yield sentence
    joined = join_names(join_hyphens(sentence))
    other = tuple(
        replace(
            row,
            form=shown(row, default_name if rng.random() < NAME_SHOWN_AS_DEFAULT else row.form.split()[-1]),
        )
        for row in joined
    )
    chance = rng.random()
    if chance < WITHOUT_FINAL_STOP:
        other = without_final_stop(other)
    elif chance < WITHOUT_FINAL_STOP + HEADLINE:
        other = headline(without_final_stop(other))
    if tuple(row.form for row in other) != tuple(row.form for row in sentence):
        yield other


def without_final_stop(sentence: Sentence) -> Sentence:
    last = len(sentence) - 1
    if last > 2 and sentence[last].form in (".", "!") and all(row.head != last for row in sentence[:last]):
        return sentence[:last]
    return sentence


def headline(sentence: Sentence) -> Sentence:
    """The sentence with capitals on all but small words."""
    return tuple(
        row if row.form in SMALL_WORDS else replace(row, form=row.form[:1].upper() + row.form[1:])
        for row in sentence
    )


def document(sentence: Sentence, vocab: Vocab) -> Doc:
    """The sentence as a spaCy document with gold annotation."""
    return Doc(
        vocab,
        words=[row.form for row in sentence],
        spaces=[row.space for row in sentence],
        tags=[row.tag for row in sentence],
        pos=[row.pos for row in sentence],
        heads=[row.head for row in sentence],
        deps=["ROOT" if row.head == i else row.dep for i, row in enumerate(sentence)],
        sent_starts=[i == 0 for i in range(len(sentence))],
    )


def write(documents: Iterable[Doc], path: Path) -> int:
    """Write the documents as spaCy's binary corpus; returns their number."""
    store = DocBin(attrs=["ORTH", "TAG", "POS", "HEAD", "DEP", "SENT_START", "SPACY"], docs=documents)
    store.to_disk(path)
    return len(store)


def write_corpora(treebank: Path, folder: Path, default_name: str, seed: int = 0) -> tuple[int, int]:
    """Write train.spacy and dev.spacy (news and web development sets as fed); returns their sizes."""
    rng, vocab = random.Random(seed), Vocab()
    real = (
        version
        for sentence in sentences(treebank / "train.conllu")
        for version in varied(sentence, default_name, rng)
    )
    made_up = Grammar(random.Random(seed + 1), default_name).sentences(MADE_UP)
    train = (document(sentence, vocab) for sentence in chain(real, made_up))
    dev = (
        document(fed(sentence, default_name), vocab)
        for name in ("EWT_dev", "GUMnews_dev")
        for sentence in sentences(treebank / f"{name}.conllu")
    )
    folder.mkdir(parents=True, exist_ok=True)
    return write(train, folder / "train.spacy"), write(dev, folder / "dev.spacy")
