"""The parse of a sentence: one small interface, behind it spaCy with the shipped model."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

import spacy
from spacy.attrs import DEP, HEAD, POS, SENT_START, TAG
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.english.lemma import lemma
from kg.errors import ResourceError
from kg.records import Token, Word
from kg.text.repair.rules import repaired
from kg.text.tokens import pieces

log = logging.getLogger(__name__)
BATCH = 64
COLUMNS = [TAG, POS, DEP, HEAD]
BITS = 1 << 64  # of spaCy's numbers for words


class Parser(Protocol):
    """Whatever turns words into tokens with heads and Universal Dependencies labels."""

    def parse(self, sentences: Iterable[Sequence[Word]]) -> Iterator[tuple[Token, ...]]:
        """One tuple of tokens for each sentence, in order; an empty sentence gives an empty tuple."""
        ...


class SpacyParser:
    """A spaCy pipeline whose labels are Universal Dependencies, fed with words and sentence bounds."""

    def __init__(
        self, nlp: Language, repair: Callable[[tuple[Token, ...]], tuple[Token, ...]] = repaired
    ) -> None:
        self.nlp = nlp
        self.repair = repair
        self.labels = Labels(nlp.vocab.strings)

    def parse(self, sentences: Iterable[Sequence[Word]]) -> Iterator[tuple[Token, ...]]:
        waiting = iter(sentences)
        while batch := list(islice(waiting, BATCH)):
            cut = [pieces(words) for words in batch]
            docs = self.nlp.pipe([self._doc(piece) for parts in cut for piece in parts], batch_size=BATCH)
            for parts in cut:
                yield _joined([self.repair(_tokens(piece, next(docs), self.labels)) for piece in parts])

    def _doc(self, words: Sequence[Word]) -> Doc:
        doc = Doc(self.nlp.vocab, words=[word.norm for word in words])
        if words:
            doc.from_array([SENT_START], _one_sentence(len(words)))
        return doc


@cache
def _one_sentence(length: int) -> Any:
    """The column that marks words as one sentence; spaCy takes long to make it, and lengths are few."""
    starts: list[bool | int | None] = [i == 0 for i in range(length)]
    return Doc(Vocab(), words=["."] * length, sent_starts=starts).to_array([SENT_START])


class Labels(dict[int, str]):
    """Tags and relations by spaCy's number for them (with a sign), which are few; its own table is slow to ask."""

    def __init__(self, strings: Any) -> None:
        super().__init__()
        self.strings = strings

    def __missing__(self, number: int) -> str:
        label: str = self.strings[number % BITS]
        self[number] = "root" if label == "ROOT" else label
        return self[number]


def _tokens(words: Sequence[Word], doc: Doc, labels: Labels) -> tuple[Token, ...]:
    """The words with what the model made of them; read as one array, since its tokens are slow to ask one by one."""
    rows = doc.to_array(COLUMNS).view("int64").tolist()  # heads are distances, so they have a sign
    tokens: list[Token] = []
    for i, (word, (tag_number, pos_number, dep, head)) in enumerate(zip(words, rows, strict=True)):
        text, name, tag, pos = word.text, word.name, labels[tag_number], labels[pos_number]
        if name is not None and not (tag == "JJ" and " " not in text):  # "Syrian" stays an adjective
            tag, pos = ("NNPS" if tag in ("NNS", "NNPS") else "NNP"), "PROPN"
        base = lemma(text, tag, pos)
        tokens.append(
            Token(i, text, text.lower(), base, tag, pos, labels[dep], i + head, word.start, word.end, name)
        )
    return tuple(tokens)


def _joined(parts: Sequence[tuple[Token, ...]]) -> tuple[Token, ...]:
    """The pieces of a long sentence as one tree: the roots of the later pieces stand beside the first root."""
    if len(parts) == 1:
        return parts[0]
    log.warning("a sentence of %d words was cut to be parsed", sum(map(len, parts)))
    tokens: list[Token] = []
    for part in parts:
        shift = len(tokens)
        tokens.extend(replace(token, i=token.i + shift, head=token.head + shift) for token in part)
    first, *others = [token for token in tokens if token.head == token.i]
    for root in others:
        tokens[root.i] = replace(root, head=first.i, dep="parataxis")
    return tuple(tokens)


def load_parser(path: Path) -> Parser:
    """The parser in a folder written by spaCy; ResourceError if there is none that can be read."""
    try:
        nlp = spacy.load(path)
    except (OSError, ValueError, KeyError) as error:
        raise ResourceError(
            f"{path}: no parser that can be read ({error}); reinstall, or run make parser"
        ) from error
    return SpacyParser(nlp)
