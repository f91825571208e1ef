"""Composes the stages: documents in, claims out."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from kg.extract.claims import Extractor
from kg.records import Article, Document, Sentence, Token
from kg.resources import resource
from kg.rules.casualties import CasualtyRules, load_casualty_rules
from kg.rules.claims import RuleSet, load_rules
from kg.rules.confidence import Confidence, load_confidence
from kg.rules.lexicon import Lexicon, load_lexicon
from kg.rules.shapes import load_shapes
from kg.rules.words import WordLists, load_words
from kg.text.daylines import day_lines
from kg.text.headings import Headings, Note
from kg.text.names.finder import NameFinder
from kg.text.parse import Parser, load_parser
from kg.text.repair.reanalysis import reanalysed
from kg.text.sentences.segment import sentence_spans
from kg.text.tokens import join, words


@dataclass(frozen=True)
class Engine:
    """Everything loaded once: rules, dictionary, parser."""

    lexicon: Lexicon
    words: WordLists
    rules: RuleSet
    casualties: CasualtyRules
    names: NameFinder
    parser: Parser
    confidence: Confidence = field(default_factory=Confidence)

    @classmethod
    def load(cls, folders: Sequence[Path] = ()) -> Engine:
        """Load the built-in rules and those of the user's folders, which add to and override them."""
        places = [resource("rules"), *folders]
        lexicon, lists = load_lexicon(*places), load_words(places)
        model = resource("parser/en_ud_news")
        known = frozenset(
            w for w in json.loads((model / "vocab" / "strings.json").read_text("utf-8")) if w.islower()
        )
        names = NameFinder.of(lexicon, lists, load_shapes(places), known.__contains__)
        engine = cls(
            lexicon,
            lists,
            load_rules(places),
            load_casualty_rules(places),
            names,
            load_parser(model),
            load_confidence(places),
        )
        # What is loaded stays: the collector need not look through it again and again (5 % of the time of reading).
        gc.collect()
        gc.freeze()
        return engine

    @cached_property
    def extractor(self) -> Extractor:
        return Extractor(self.lexicon, self.words, self.rules, self.casualties, self.confidence)

    def sentences(self, document: Document) -> list[Sentence]:
        """The document's sentences, parsed, without the page's furniture."""
        text = document.text
        spans = [s for s in sentence_spans(text) if s.kind != "furniture"]
        tokenised = [words(text, s.start, s.end) for s in spans]
        found = self.names.find(tokenised)
        notes = Headings(self.lexicon, self.words.places).cut(text, spans, tokenised, found)
        joined = [join(note.words, [(f.first, f.last, f.norm) for f in note.names]) for note in notes]
        parsed = (reanalysed(tokens) for tokens in self.parser.parse(joined))
        return assembled(text, notes, parsed)

    def read(self, document: Document) -> Article:
        """The claims of one document."""
        sentences = self.sentences(document)
        return Article(document, len(sentences), tuple(self.extractor.claims(document, sentences)))


def assembled(text: str, notes: Iterable[Note], parsed: Iterable[tuple[Token, ...]]) -> list[Sentence]:
    """The sentences of a text from what each step made of them: where they stand, with their names, and parses."""
    notes = list(notes)
    days = day_lines(text, [note.span for note in notes])
    return [
        Sentence(
            i,
            note.start,
            note.span.end,
            text[note.start : note.span.end],
            note.span.paragraph,
            note.span.kind,
            tokens,
            tuple(f.name for f in note.names),
            note.heading,
            day,
        )
        for i, (note, day, tokens) in enumerate(zip(notes, days, parsed, strict=True))
    ]


def extract(
    documents: Iterable[Document],
    *,
    rules: Sequence[Path] = (),
    progress: Callable[[Document], None] | None = None,
    engine: Engine | None = None,
) -> Iterator[Article]:
    """The claims of each document, in the order given. `progress` is called after each document."""
    engine = engine or Engine.load(rules)
    for document in documents:
        yield engine.read(document)
        if progress is not None:
            progress(document)
