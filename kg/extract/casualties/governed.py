"""Which number a word governs: by the parse, and by its place where the parse is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.extract.casualties.counts import Counted, Counter, within
from kg.extract.casualties.rows import run
from kg.extract.grammar.frames import SUBJECTS, Framer
from kg.extract.grammar.tree import Tree
from kg.records import Token

CARRIED = ("AUX", "ADV", "PART")
INSERTED = (*CARRIED, "ADP", "DET", "NOUN", "PROPN", "ADJ")
CLOSED_BY = {",": ",", "(": ")", "-": "-–—", "–": "-–—", "—": "-–—"}
REFLEXIVE = ("himself", "herself", "themselves", "itself")
OTHER_PHRASE = ("including", "in", "of", "by", "from", "between")


@dataclass(frozen=True, slots=True)
class Governed:
    """Finds the counted phrases that are subject or object of a verb."""

    counter: Counter
    framer: Framer

    def phrases(self, tree: Tree, heads: Iterable[int], counts: Sequence[Counted]) -> list[Counted]:
        """The counted phrases that nouns head, and those coordinated with them; else one person without a number."""
        found: dict[int, Counted] = {}
        for head in heads:
            whole = tree.head_of_conjuncts(head) if tree.tokens[head].dep == "conj" else head
            for k in tree.conjuncts(whole):
                own = within(counts, {k}) or within(counts, self._counted_below(tree, k))
                for counted in own[:1]:
                    found.setdefault(counted.first, counted)
                if not own and (one := self.counter.one(tree, k)) is not None:
                    found.setdefault(one.first, one)
        return list(found.values())

    def _counted_below(self, tree: Tree, noun: int) -> set[int]:
        """What "a group of", "the lives of" says the number of."""
        if tree.tokens[noun].lemma not in self.counter.rules.words["of_count"]:
            return set()
        return {k for k in tree.kids(noun, "nmod") if tree.case(k)[:1] == ("of",)}

    def subject(self, tree: Tree, verb: int, counts: Sequence[Counted]) -> list[Counted]:
        """The counted phrases that are the subject."""
        near = self.beside(tree, verb, counts)
        own = self.phrases(tree, self.framer.external(tree, verb), counts)
        if not near and tree.tokens[verb].dep == "conj" and not tree.kids(verb, *SUBJECTS):
            near = self._left_of(
                tree, verb, counts
            )  # "12 died, and 20 more, including a child, were injured"
        if near and not any(c.first == near[0].first for c in own):
            return near
        return own or self._left_of(tree, verb, counts)

    def beside(self, tree: Tree, verb: int, counts: Sequence[Counted]) -> list[Counted]:
        """The counted phrase before a verb with only auxiliaries and adverbs between, no part of another phrase."""
        tokens = tree.tokens
        before = verb - 1
        while before > 0 and tokens[before].pos in CARRIED and not any(c.end == before for c in counts):
            before -= 1
        near = [c for c in counts if c.end == before]
        return [c for c in near if _opener(tokens, c.start) not in OTHER_PHRASE]

    def object(self, tree: Tree, cue: Sequence[int], counts: Sequence[Counted]) -> list[Counted]:
        """The counted phrases that are the object, also of "took 12 people hostage"."""
        heads = self.framer.objects(tree, cue[0])
        if any(tree.tokens[k].lower in REFLEXIVE for k in heads):  # "killed himself and six others"
            heads += [k for k in tree.kids(cue[0], "conj") if tree.tokens[k].pos == "NOUN"]
        heads += [k for c in cue[1:] for k in tree.kids(c, "compound", "nummod", "nmod", "nsubj") if k < c]
        return self.phrases(tree, heads, counts) or self._right_of(tree, max(run(cue)) + 1, counts)

    def _right_of(self, tree: Tree, start: int, counts: Sequence[Counted]) -> list[Counted]:
        """The counted phrase directly behind the verb, whatever the parser made of it."""
        counted = next((c for c in counts if c.start >= start), None)
        if counted is None:
            return []
        between = tree.tokens[start : counted.start]
        if len(between) > 4 or not all(self._may_precede(t) for t in between):
            return []
        head = counted.first if counted.noun is None else counted.noun
        return self.phrases(tree, [head], counts) or [counted]

    def _may_precede(self, token: Token) -> bool:
        if token.pos in ("ADV", "DET", "ADJ", "PART") or token.lower == "of":
            return True
        return token.lemma in self.counter.rules.words["of_count"]

    def _left_of(self, tree: Tree, verb: int, counts: Sequence[Counted]) -> list[Counted]:
        """The counted phrase before the verb, with an inserted phrase between them."""
        before = [c for c in counts if c.end < verb]
        if not before:
            return []
        counted = before[-1]
        between = tree.tokens[counted.end + 1 : verb]
        if all(t.pos in CARRIED for t in between):
            return [self._whole(tree, counted, before)]
        opened = between[0].lower
        if opened not in CLOSED_BY:
            return [counted] if all(t.pos in INSERTED for t in between) else []
        ends = [t.i for t in between[1:] if t.lower in CLOSED_BY[opened]]
        inserted = {t.lower for t in between}
        if not ends or (opened == "," and not inserted & {"including", "among", "of"}):
            return []
        return [counted] if all(t.pos in CARRIED for t in tree.tokens[ends[-1] + 1 : verb]) else []

    def _whole(self, tree: Tree, counted: Counted, before: Sequence[Counted]) -> Counted:
        """Of "12 people, including three children killed", the number that the inserted phrase is part of."""
        if counted.start > 0 and tree.tokens[counted.start - 1].lower == "including":
            return next((c for c in reversed(before) if c.end < counted.start), counted)
        return counted


def _opener(tokens: Sequence[Token], start: int) -> str:
    """The word before a phrase and its article: "of" in "members of the two factions"."""
    before = start - 1
    if before > 0 and tokens[before].lower in ("the", "these", "those"):
        before -= 1
    return tokens[before].lower if before >= 0 else ""
