"""Quotations over several sentences: which sentences are quoted, and where their speaker is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.extract.grammar.tree import Tree
from kg.records import Sentence
from kg.rules.words import WordLists

OPEN = "“"
CLOSE = "”"
STRAIGHT = '"'
MARKS = re.compile(f"[{OPEN}{CLOSE}{STRAIGHT}]")
# What stands before the colon that opens a statement without marks, and who speaks in one.
SAID = frozenset(
    ("said", "says", "stated", "wrote", "added", "declared", "statement", "commented", "follows")
)
FIRST_PERSON = frozenset(("we", "us", "our", "i", "my"))
NEXT = 4  # words behind a quotation among which its verb of saying stands
LONGEST_NESTED = 40  # characters that a quotation within a quotation may have


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
    inner = 0
    first, last = sentences[0].start, sentences[-1].end
    breaks = {s.start for before, s in pairwise(sentences) if s.paragraph != before.paragraph}
    marks = {match.start() for match in MARKS.finditer(text, first, last)}
    for i in sorted(marks | {at for at in breaks if first <= at < last}):
        char = text[i]
        if i in breaks and opened is not None and char not in (OPEN, STRAIGHT):
            found.append(Quotation(opened, i))
            opened = None
        if i < inner:
            continue
        if char == OPEN or (char == STRAIGHT and opened is None and not _closes(text, i)):
            if opened is None:
                opened = i
        elif char == STRAIGHT and opened is not None and i not in breaks and (end := _nested(text, i)):
            inner = end
        elif opened is not None and (char == CLOSE or (char == STRAIGHT and i not in breaks)):
            found.append(Quotation(opened, i + 1))
            opened = None
    if opened is not None:
        found.append(Quotation(opened, last))
    told = [q for q in found if _tells(text[q.start : q.end])]
    return sorted([*told, *_unmarked(sentences, found)], key=lambda q: q.start)


def _tells(quoted: str) -> bool:
    """Whether a quotation is long enough to tell anything, or a sentence of its own, unlike “safe zone”."""
    words = len(quoted.split())
    return words > 3 or quoted.rstrip('"”').endswith((".", "!", "?") if words < 3 else (".", "!", "?", ","))


def _unmarked(sentences: Sequence[Sentence], marked: Sequence[Quotation]) -> list[Quotation]:
    """Statements without marks: the paragraph behind "the minister said:", and those after it up to the last "we"."""
    found: list[Quotation] = []
    for before, first in pairwise(sentences):
        announced = before.text.rstrip().endswith(":") and before.paragraph != first.paragraph
        if not announced or not any(t.lower in SAID for t in before.tokens[-3:]):
            continue
        rest = sentences[first.index - sentences[0].index :]
        stop = min((q.start for q in marked if q.start >= first.start), default=rest[-1].end)
        ours = [s.paragraph for s in rest if any(t.lower in FIRST_PERSON for t in s.tokens)]
        inside = [s for s in rest if s.end <= stop and s.paragraph <= max([first.paragraph, *ours])]
        if inside and not (found and found[-1].end > first.start):
            found.append(Quotation(first.start, inside[-1].end))
    return found


def _nested(text: str, i: int) -> int:
    """Where words set in marks inside a quotation end ("The "regime" shelled Afrin"), or 0 when none begin at i."""
    if _closes(text, i) or text[i + 1 : i + 2].isspace():
        return 0
    end = text.find(STRAIGHT, i + 1, i + LONGEST_NESTED)
    return end + 1 if end > 0 and _closes(text, end) and "\n" not in text[i:end] else 0


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
        if (token := self._right_behind(inside[-1], quote.end)) is not None:
            return inside[-1], token
        for i in dict.fromkeys((inside[0], inside[-1])):
            if (token := self._reporter(i)) is not None:
                return i, token
        first = self.sentences[inside[0]]
        before_mark = first.text[: max(quote.start - first.start, 0)].rstrip()
        if before_mark.endswith((":", ",")):
            token = self._any_subject(inside[0])  # "the department justified the strike: “At the direction …"
            if token is not None:
                return inside[0], token
        if self._is_hearsay(inside[0]):
            return None
        return self._source_before(quote, inside[0])

    def _is_hearsay(self, i: int) -> bool:
        """Whether a sentence leaves open who said what it quotes: "it was said to have “marked a change”"."""
        tree = self.trees[i]
        return any(
            token.pos == "VERB"
            and token.lemma in self.words.grammar["reporting_verbs"]
            and tree.is_passive(token.i)
            and not tree.kids(token.i, "obl:agent")
            and self._outside(tree, token.i)
            for token in tree.tokens
        )

    def _source_before(self, quote: Quotation, first: int) -> tuple[int, int] | None:
        """The speaker named in the sentence before a quotation, or that of the quotation before it."""
        before = first - 1
        if before < 0:
            return None
        sentence = self.sentences[before]
        if sentence.text.rstrip().endswith((":", "said", "said:", "statement:", "added:")):
            token = self._reporter(before) or self._any_subject(before)
            if token is not None:
                return before, token
        if sentence.paragraph != self.sentences[first].paragraph:
            return None
        token = self._reporter(before)
        if token is None and self.around(sentence.start, sentence.end) is None:
            token = self._any_subject(before)
        if token is not None:
            return before, token
        earlier = self.around_before(quote)
        return None if earlier is None else self.source(earlier)

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
                for k in tree.kids(token.i, "obl:agent" if tree.is_passive(token.i) else "nsubj"):
                    return k
                if token.dep == "conj" and (subjects := tree.kids(token.head, "nsubj")):
                    return subjects[0]
        for token in tree.tokens:
            if token.lower == "according" and self._outside(tree, token.i):
                return token.head if tree.tokens[token.head].pos in ("NOUN", "PROPN") else None
        return None

    def _right_behind(self, i: int, end: int) -> int | None:
        """The subject of the verb of saying that comes next after a quotation: "…”, read the statement"."""
        tree = self.trees[i]
        behind = [t for t in tree.tokens if t.start >= end and t.pos != "PUNCT"][:NEXT]
        for token in behind:
            if token.pos == "VERB" and token.lemma in self.words.grammar["reporting_verbs"]:
                subjects = tree.kids(token.i, "nsubj") or [
                    k
                    for k in tree.kids(token.i, "obj")
                    if tree.tokens[k].lemma in self.words.grammar["statements"]  # "read the statement"
                ]
                return next(iter(subjects), None)
        return None

    def _any_subject(self, i: int) -> int | None:
        tree = self.trees[i]
        return next(
            (t.i for t in tree.tokens if t.dep in ("nsubj", "nsubj:pass") and self._outside(tree, t.i)), None
        )
