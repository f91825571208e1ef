"""The day from which "two days later" counts: that of what an article told last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.extract.dates.attachment import attached, last_token
from kg.extract.grammar.tree import Tree
from kg.records import TimeExpression

REACH = 2  # sentences after which nobody counts from a date any more
# "Weeks later" moves the time of what follows, though nobody knows how far.
MOVING = frozenset("later afterwards subsequently eventually earlier previously ago".split())
# What is told behind these lies before or after what the sentence tells.
AFTER = frozenset(("after", "before", "since", "until", "following"))


class Anchor(NamedTuple):
    """The date of what was told last, with the sentence and paragraph that gave it."""

    when: str
    sentence: int
    paragraph: int

    def holds(self, tree: Tree) -> bool:
        """Whether a sentence stands near enough to count from it."""
        distance = tree.sentence.index - self.sentence
        return distance == 1 or distance <= REACH and tree.sentence.paragraph == self.paragraph


def anchor_after(tree: Tree, times: Sequence[TimeExpression], before: Anchor | None) -> Anchor | None:
    """The anchor for the next sentence: the only date of this one, if its main clause is of that date.

    Where a sentence gives none the last anchor stays, unless it moves the time by words that nobody can count.
    """
    if not times:
        return None if tree.sentence.kind != "text" or MOVING & tree.words else before
    when = times[0].when
    is_told = tree.sentence.kind == "text" and len(times) == 1 and when is not None
    if when is None or not is_told or not _is_of_main_clause(tree, times[0]):
        return None
    return Anchor(when, tree.sentence.index, tree.sentence.paragraph)


def _is_of_main_clause(tree: Tree, expression: TimeExpression) -> bool:
    """Whether a date says when the sentence's main verb, or one that "and" joins to it, happened."""
    last = last_token(tree, expression)
    if last is None or expression.cue in ("of", "for", "by"):
        return False
    head = attached(tree, last)
    begin = next(t.i for t in tree.tokens if t.start >= expression.start)
    near = (begin - 1, *tree.up(begin - 1)) if begin > 0 and begin - 1 < last else ()
    if any(k < begin and set(tree.case(k)) & AFTER for k in near):
        return False  # "attacked after the truce of 3 May"
    noun = tree.tokens[head]
    if noun.pos in ("NOUN", "PROPN"):
        if noun.dep not in ("obj", "nsubj", "nsubj:pass", "obl") or set(tree.case(head)) & AFTER:
            return False
        head = noun.head
    return tree.tokens[tree.head_of_conjuncts(head)].dep == "root"
