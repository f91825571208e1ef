"""Quotations over several sentences: which sentences are quoted, and where their speaker is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.extract.syntax import Tree
from kg.records import Sentence
from kg.rules.words import WordLists

OPEN = "“"
CLOSE = "”"
STRAIGHT = '"'
PRONOUNS = frozenset(("he", "she", "they", "it"))


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of quoted text (offsets in the document)."""

    start: int
    end: int


def quotations(text: str, sentences: Sequence[Sentence]) -> list[Quotation]:
    """The quotations of an article. A quotation may run on over paragraphs that each open with a quotation mark."""
    if not sentences:
        return []
    found: list[Quotation] = []
    opened: int | None = None
    first, last = sentences[0].start, sentences[-1].end
    breaks = {s.start for before, s in pairwise(sentences) if s.paragraph != before.paragraph}
    for i in range(first, last):
        char = text[i]
        if i in breaks and opened is not None and char not in (OPEN, STRAIGHT):
            found.append(Quotation(opened, i))
            opened = None
        if char == OPEN or (char == STRAIGHT and opened is None and not _closes(text, i)):
            if opened is None:
                opened = i
        elif opened is not None and (char == CLOSE or (char == STRAIGHT and i not in breaks)):
            found.append(Quotation(opened, i + 1))
            opened = None
    if opened is not None:
        found.append(Quotation(opened, last))
    return [q for q in found if len(text[q.start : q.end].split()) > 3]


def _closes(text: str, i: int) -> bool:
    """Whether a straight mark closes: what stands before it is no space."""
    return i > 0 and not text[i - 1].isspace() and text[i - 1] not in "([—–-\"'"


@dataclass(frozen=True, slots=True)
class QuoteReader:
    """Tells for each sentence whether it is quoted, and which token of which sentence names the speaker."""

    words: WordLists
    sentences: Sequence[Sentence]
    trees: Sequence[Tree]
    quotes: Sequence[Quotation]

    def around(self, start: int, end: int) -> Quotation | None:
        """The quotation that holds a span whole."""
        return next((q for q in self.quotes if q.start <= start and end <= q.end + 1), None)

    def source(self, quote: Quotation) -> tuple[int, int] | None:
        """(sentence, token) of the speaker: in a sentence that the quotation begins or ends in, else just before it."""
        inside = [s.index for s in self.sentences if s.start < quote.end and quote.start < s.end]
        if not inside:
            return None
        candidates = [inside[0], inside[-1]]
        for i in dict.fromkeys(candidates):
            if (token := self._reporter(i)) is not None:
                return i, token
        first = self.sentences[inside[0]]
        if first.start < quote.start and first.text[: quote.start - first.start].rstrip().endswith(":"):
            token = self._any_subject(inside[0])  # "the department justified the strike: “At the direction …"
            if token is not None:
                return inside[0], token
        before = inside[0] - 1
        if before >= 0 and self.sentences[before].text.rstrip().endswith(
            (":", "said", "said:", "statement:", "added:")
        ):
            token = self._reporter(before) or self._any_subject(before)
            if token is not None:
                return before, token
        if before >= 0 and self.sentences[before].paragraph == self.sentences[inside[0]].paragraph:
            token = self._reporter(before)
            if (
                token is None
                and self.around(self.sentences[before].start, self.sentences[before].end) is None
            ):
                token = self._any_subject(before)
            if token is not None:
                return before, token
            earlier = self.around_before(quote)
            if earlier is not None:
                return self.source(earlier)
        return None

    def around_before(self, quote: Quotation) -> Quotation | None:
        """The quotation just before this one."""
        before = [q for q in self.quotes if q.end <= quote.start]
        return before[-1] if before and quote.start - before[-1].end < 200 else None

    def _outside(self, tree: Tree, k: int) -> bool:
        token = tree.tokens[k]
        return self.around(token.start, token.end) is None

    def _reporter(self, i: int) -> int | None:
        """The subject of a reporting verb that stands outside the quotation marks."""
        tree = self.trees[i]
        for token in tree.tokens:
            if (
                token.pos == "VERB"
                and token.lemma in self.words.grammar["reporting_verbs"]
                and self._outside(tree, token.i)
            ):
                for k in tree.kids(token.i, "nsubj"):
                    return k
                if token.dep == "conj" and (subjects := tree.kids(token.head, "nsubj")):
                    return subjects[0]
        for token in tree.tokens:
            if token.lower == "according" and self._outside(tree, token.i):
                return token.head if tree.tokens[token.head].pos in ("NOUN", "PROPN") else None
        return None

    def _any_subject(self, i: int) -> int | None:
        tree = self.trees[i]
        return next(
            (t.i for t in tree.tokens if t.dep in ("nsubj", "nsubj:pass") and self._outside(tree, t.i)), None
        )
