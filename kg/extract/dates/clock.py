"""The dates of an article's sentences in reading order: each may lend the next its year, or a day to count from."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.dates.anchors import Anchor, anchor_after
from kg.extract.dates.reader import context_after, time_expressions
from kg.extract.grammar.tree import Tree
from kg.records import TimeExpression
from kg.rules.dates import DateWords


@dataclass(slots=True)
class Clock:
    """Reads the dates of one article's sentences.

    `context` is the ISO date or year that the article gave last, `anchor` the day of what it told last.
    """

    words: DateWords
    context: str | None
    anchor: Anchor | None = None

    def read(self, tree: Tree, published: str | None) -> tuple[TimeExpression, ...]:
        """The dates of the next sentence; `published` is the ISO date from which "yesterday" counts."""
        sentence, anchor = tree.sentence, self.anchor
        times = time_expressions(
            sentence.text,
            published,
            self.words,
            sentence.start,
            context=self.context,
            anchor=anchor.when if anchor is not None and anchor.holds(tree) else None,
        )
        self.context = context_after(times, sentence.text, sentence.start, self.context)
        self.anchor = anchor_after(tree, times, anchor)
        return times
