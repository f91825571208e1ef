"""Figures told by nouns: "16 deaths", "a death toll of 311", "two million refugees"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.casualties.counts import Counted
from kg.extract.casualties.governed import Governed
from kg.extract.casualties.rows import Row, stands_before
from kg.extract.grammar.frames import SUBJECTS, Frame, Framer
from kg.extract.grammar.tree import Tree
from kg.rules.casualties import CasualtyRule, CasualtyRules

PASSED_OVER = ("from", "by", "in", "for", "on", "since", ",")
HOMES = ("home", "host", "shelter", "refuge", "sanctuary")


@dataclass(frozen=True, slots=True)
class NounReader:
    """Finds the figures of which a noun is the trigger."""

    rules: CasualtyRules
    framer: Framer
    governed: Governed

    def read(self, tree: Tree, i: int, counts: Sequence[Counted]) -> Iterator[Row]:
        """The rows of the noun at token i."""
        rules, token = self.rules, tree.tokens[i]
        for word in dict.fromkeys((token.lemma, token.lower)):
            for phrase, rule in (*rules.nouns.get(word, ()), *rules.acts.get(word, ())):
                if stands_before(tree, i, phrase):
                    yield from self._noun(tree, i, rule, counts, phrase in rule.nouns)
            toll = next((e for e in rules.tolls.get(word, ()) if stands_before(tree, i, e[0])), None)
            if toll is not None:
                yield from self.toll(tree, i, i - len(toll[0]) + 1, toll[1], counts)
            stock = next((e for e in rules.stocks.get(word, ()) if stands_before(tree, i, e[0])), None)
            if stock is not None:
                yield from self._stock(tree, i, stock[1], counts)
                if (number := number_of(tree, i)) is not None:
                    yield from self.toll(tree, i, number, stock[1], counts)

    def _noun(
        self, tree: Tree, i: int, rule: CasualtyRule, counts: Sequence[Counted], each: bool
    ) -> Iterator[Row]:
        """16 deaths (`each`: one victim for each), the deaths of 16 people, 12 civilians' deaths."""
        of = [k for k in tree.kids(i, "nmod", "obl") if tree.case(k)[:1] == ("of",)]
        found = self.governed.phrases(tree, [*of, *tree.kids(i, "nmod:poss")], counts)
        if not found and i + 2 < len(tree.tokens) and tree.tokens[i + 1].lower == "of":
            found = [c for c in counts if c.start == i + 2]
        if not found and each:
            found = [c for c in counts if c.noun == i]
        for counted in found:
            yield Row(rule, counted, self.framer.noun(tree, i, i))

    def toll(
        self, tree: Tree, i: int, first: int, rule: CasualtyRule, counts: Sequence[Counted]
    ) -> Iterator[Row]:
        """The first number behind the noun at `first` to i that a preposition or verb of counting binds to it."""
        links, over = self.rules.words["toll_links"], self.rules.words["toll_over"]
        for counted in counts:
            if counted.first < i or counted.start > i + 14:
                continue
            before = counted.start - 1
            while before > i and tree.tokens[before].lower in ("the", "least", "a"):
                before -= 1
            token = tree.tokens[before]
            linked = token.lemma in links or token.lower in links or token.lemma in over
            linked = linked or (token.lower == "in" and counted.start == before + 2)  # "in the hundreds"
            if linked and self.governed.counter.may_be_people(tree, counted, False):
                frame = self.framer.noun(tree, i, first)
                if tree.tokens[i].dep in SUBJECTS:
                    frame.clause = tree.tokens[i].head
                more = token.lemma in over and counted.compare == "exact"
                yield Row(rule, replace(counted, compare="more_than") if more else counted, frame)
                return
            if token.lower not in PASSED_OVER:
                return

    def _stock(self, tree: Tree, i: int, rule: CasualtyRule, counts: Sequence[Counted]) -> Iterator[Row]:
        """People that somebody has, or that there are."""
        tokens = tree.tokens
        for counted in counts:
            if counted.noun != i:
                continue
            number = (k for k in (counted.first, counted.last) if tokens[k].head != i)
            top = next((k for k in number if tokens[k].dep in ("obj", "nsubj", "root")), i)
            if self._is_had(tree, top):
                clauses = (tokens[top].head, *tree.kids(i, "acl"))
                clause = next(
                    (k for k in clauses if tokens[k].pos in ("VERB", "AUX") or tree.kids(k, "cop")), None
                )
                yield Row(rule, counted, Frame(i, (i,), clause=clause))

    def _is_had(self, tree: Tree, top: int) -> bool:
        """Whether the sentence says that there are the people headed by `top`, or that somebody has them."""
        token = tree.tokens[top]
        head = tree.tokens[token.head]
        having = head.lemma in self.rules.words["having"]
        if token.dep in ("obj", "obl") and having and not tree.case(top):
            return True
        if token.dep in SUBJECTS and having and head.pos in ("VERB", "AUX"):
            return True
        near = (*tree.children[head.i], *tree.children[top])
        if top == head.i or any(tree.tokens[k].lower == "there" for k in near):
            return True
        return tree.case(top) == ("to",) and head.lemma in HOMES


def number_of(tree: Tree, i: int) -> int | None:
    """Where "the number of people" begins that token i ("killed") ends; None when it does not."""
    for j in range(i - 2, max(-1, i - 6), -1):
        following = tree.tokens[j + 1]
        if tree.tokens[j].lemma == "number" and following.lower == "of":
            return j
        if following.pos not in ("NOUN", "ADJ", "DET", "PROPN", "ADV") and following.tag not in ("IN", "VBN"):
            return None
    return None
