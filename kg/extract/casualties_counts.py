"""Numbers with the noun they count: "at least 12 civilians", "hundreds of people", "dozens"."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from kg.extract.numbers import quantities
from kg.extract.syntax import Tree
from kg.records import Compare, Quantity
from kg.rules.casualties import CasualtyRules
from kg.rules.words import WordLists

IN_PHRASE = ("ADJ", "NOUN", "PROPN", "NUM")
ARTICLES = ("a", "an", "another")
PERSONS = ("people", "fighters", "forces", "person")


@dataclass(frozen=True, slots=True)
class Counted:
    """A number in a sentence. `start` to `end` are the tokens of its phrase, `first` to `last` those of the number.

    `noun` is the token of the noun counted; None when the number stands alone ("12 were killed").
    """

    value: int
    compare: Compare
    start: int
    first: int
    last: int
    end: int
    noun: int | None

    def holds(self, token: int) -> bool:
        """Whether the token is the number or the noun it counts."""
        return self.first <= token <= self.last or token in (self.noun, self.end)


@dataclass(frozen=True, slots=True)
class Counter:
    """Finds counted phrases with the word lists of the rules."""

    rules: CasualtyRules
    words: WordLists

    def counted(self, tree: Tree) -> list[Counted]:
        """The counted phrases of a sentence, in order."""
        sentence = tree.sentence
        found = []
        for quantity in quantities(sentence.text, sentence.start):
            counted = self._phrase(tree, quantity)
            if counted is None or (found and found[-1].noun is not None and found[-1].noun == counted.noun):
                continue  # "three of 12 soldiers": three
            found.append(counted)
        return found

    def _phrase(self, tree: Tree, quantity: Quantity) -> Counted | None:
        tokens = tree.tokens
        number = [t.i for t in tokens if t.start < quantity.number_end and quantity.number_start < t.end]
        if not number:
            return None
        first, last = number[0], number[-1]
        if self._is_year(tree, first, quantity):
            return None
        start = min((t.i for t in tokens if quantity.start <= t.start < quantity.end), default=first)
        after = max((t.i for t in tokens if quantity.start <= t.start < quantity.end), default=last)
        noun = self._noun(tree, last, max(last, after), quantity.value == 1)
        end = max(last, noun if noun is not None else last)
        while noun is None and end + 1 < len(tokens) and self._stands_for_people(tree, end + 1):
            end += 1
        return Counted(quantity.value, quantity.compare, min(start, first), first, last, end, noun)

    def _is_year(self, tree: Tree, first: int, quantity: Quantity) -> bool:
        """Whether a bare number behind "in", "since" is a year ("In 348 Pachomius died")."""
        token = tree.tokens[first]
        if not token.text.isdecimal() or len(token.text) not in (3, 4) or quantity.value > 2100:
            return False
        if first == 0:
            return len(token.text) == 4 and tree.name(first + 1) is not None if len(tree.tokens) > 1 else False
        return tree.tokens[first - 1].lower in ("in", "since", "until", "by", "around", "circa", "year")

    def _stands_for_people(self, tree: Tree, i: int) -> bool:
        return tree.tokens[i].lower in ("more", "others", "other")

    def _noun(self, tree: Tree, last: int, after: int, single: bool) -> int | None:
        """The noun behind a number that ends at token `last`."""
        tokens = tree.tokens
        i = after + 1
        while i < len(tokens) and tokens[i].lower in ("more", "other", "others"):
            i += 1
        if i < len(tokens) and tokens[i].lower == "of":
            return self._after_of(tree, i)
        head = tokens[last].head
        if head > last and tokens[last].dep in ("nummod", "amod", "det", "compound", "nmod") and self._is_noun(tree, head):
            if all(t.pos not in ("ADP", "AUX", "PRON", "SCONJ") for t in tokens[after + 1 : head]):
                return head
        return self._next_noun(tree, after + 1, single)

    def _after_of(self, tree: Tree, of: int) -> int | None:
        """The noun of "hundreds of American soldiers"; None for "three of them"."""
        head = tree.tokens[of].head
        if head > of and self._is_noun(tree, head):
            return head
        return self._next_noun(tree, of + 1, False)

    def _next_noun(self, tree: Tree, start: int, single: bool) -> int | None:
        """The last word of the run of adjectives and nouns that begins at `start`, if it can be counted."""
        tokens = tree.tokens
        found = None
        for token in tokens[start : start + 8]:
            if token.lower in self.rules.states:
                break
            if token.pos in ("NOUN", "PROPN"):
                if token.tag in ("NNS", "NNPS") or token.name is not None or self.is_person(tree, token.i) or single:
                    found = token.i
                if found is not None and self._ends_phrase(tree, token.i):
                    break
            elif token.pos not in ("ADJ", "DET") and token.dep != "amod":
                break
        return found

    def _ends_phrase(self, tree: Tree, i: int) -> bool:
        return i + 1 >= len(tree.tokens) or tree.tokens[i + 1].pos not in ("NOUN", "PROPN")

    def _is_noun(self, tree: Tree, i: int) -> bool:
        token = tree.tokens[i]
        return token.pos in ("NOUN", "PROPN") and token.lower not in self.rules.states

    # Who is counted

    def is_person(self, tree: Tree, i: int) -> bool:
        """Whether a noun is known to denote people: "soldiers", "doctors", "Palestinians"."""
        token = tree.tokens[i]
        name = tree.name(i)
        if name is not None:
            return bool(name.senses) or token.tag == "NNPS"  # "700,000 Rohingya", "12 Taliban"
        for size in (2, 1, 0):
            words = [t.lower for t in tree.tokens[max(0, i - size) : i]]
            noun = self.words.nouns.get(" ".join([*words, token.lemma]))
            if noun is not None:
                return noun.kind in PERSONS
        return token.lower in ("others", "ones") or self.words.offices.kind(token.lemma) is not None

    def may_be_people(self, tree: Tree, counted: Counted, known: bool) -> bool:
        """Whether the phrase may count people; `known`: only nouns that surely do, or a number alone."""
        if counted.noun is None:
            return True
        if self.is_person(tree, counted.noun):
            return True
        return not known and counted.value > 1 and tree.tokens[counted.noun].lemma not in self.rules.words["not_people"]

    def one(self, tree: Tree, i: int) -> Counted | None:
        """One unnamed person: "a child", "another soldier"; None for anything else."""
        token = tree.tokens[i]
        if token.tag != "NN" or token.name is not None or not self.is_person(tree, i):
            return None
        article = next((k for k in tree.kids(i, "det") if tree.tokens[k].lower in ARTICLES), None)
        named = any(tree.name(k) is not None for k in tree.kids(i, "appos", "flat", "nmod") if not tree.case(k) and k > i)
        if article is None or named or token.lemma in ("people", "population", "staff", "family", "minority", "community"):
            return None
        return Counted(1, "exact", article, article, article, i, i)


def within(counts: Sequence[Counted], tokens: Container[int]) -> list[Counted]:
    """The counted phrases whose number or noun is one of the tokens."""
    return [c for c in counts if any(t in tokens for t in (*range(c.first, c.last + 1), c.end, *((c.noun,) if c.noun is not None else ())))]
