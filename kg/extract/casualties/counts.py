"""Numbers with the noun they count: "at least 12 civilians", "hundreds of people", "dozens"."""

from __future__ import annotations

from collections.abc import Container, Sequence

from kg.extract.counts.reader import quantities
from kg.extract.grammar.tree import Tree
from kg.frozen import dataclass
from kg.records import Compare, Quantity, Token
from kg.rules.casualties import CasualtyRules
from kg.rules.words import WordLists

ARTICLES = ("a", "an", "another")
PERSONS = ("people", "fighters", "forces", "person")
YEAR_BEFORE = ("in", "since", "until", "by", "around", "circa", "year")
NOT_ONE = ("people", "population", "staff", "family", "minority", "community")
NOT_BEFORE_NOUN = ("ADP", "AUX", "PRON", "SCONJ")


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
        found: list[Counted] = []
        for quantity in quantities(tree.sentence.text, self.words.dates, tree.sentence.start):
            counted = self._phrase(tree, quantity)
            if counted is None or (found and found[-1].noun is not None and found[-1].noun == counted.noun):
                continue  # "three of 12 soldiers": three
            found.append(counted)
        return found

    def _phrase(self, tree: Tree, quantity: Quantity) -> Counted | None:
        tokens = tree.tokens
        number = [t.i for t in tokens if t.start < quantity.number_end and quantity.number_start < t.end]
        if not number or _is_year(tree, number[0], quantity) or _is_named(tree, quantity):
            return None
        first, last = number[0], number[-1]
        bounds = [t.i for t in tokens if quantity.start <= t.start < quantity.end]
        if _is_denied(tree, min([first, *bounds])):
            return None
        noun = self._noun(tree, last, max([last, *bounds]), quantity.value == 1)
        end = last if noun is None else max(last, noun)
        while noun is None and end + 1 < len(tokens) and tokens[end + 1].lower in ("more", "others", "other"):
            end += 1
        return Counted(quantity.value, quantity.compare, min([first, *bounds]), first, last, end, noun)

    def _noun(self, tree: Tree, last: int, after: int, single: bool) -> int | None:
        """The noun behind a number that ends at token `last`, with its bounding words at token `after`."""
        tokens = tree.tokens
        i = after + 1
        while i < len(tokens) and tokens[i].lower in ("more", "other", "others"):
            i += 1
        if i < len(tokens) and tokens[i].lower == "of":
            return self._after_of(tree, i)
        head = tokens[last].head
        counts = tokens[last].dep in ("nummod", "amod", "det", "compound", "nmod")
        if (
            counts
            and head > last
            and self._is_noun(tree, head)
            and all(t.pos not in NOT_BEFORE_NOUN and t.tag != "CD" for t in tokens[after + 1 : head])
        ):
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
                following = tokens[token.i + 1] if token.i + 1 < len(tokens) else token
                if following.pos in ("NOUN", "PROPN") and self._can_be_counted(tree, following):
                    continue  # "600,000 displaced people"
                break
            if token.pos in ("NOUN", "PROPN"):
                if single or self._can_be_counted(tree, token):
                    found = token.i
                next_pos = tokens[token.i + 1].pos if token.i + 1 < len(tokens) else ""
                if found is not None and next_pos not in ("NOUN", "PROPN"):
                    break
            elif token.pos not in ("ADJ", "DET") and token.dep != "amod":
                break
        return found

    def _can_be_counted(self, tree: Tree, token: Token) -> bool:
        return token.tag in ("NNS", "NNPS") or token.name is not None or self.is_person(tree, token.i)

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
        if counted.noun is None or self.is_person(tree, counted.noun):
            return True
        lemma = tree.tokens[counted.noun].lemma
        listed = lemma in self.rules.words["not_people"] or lemma in self.rules.nouns  # "1,366 deaths"
        return not known and counted.value > 1 and not listed

    def one(self, tree: Tree, i: int) -> Counted | None:
        """One unnamed person: "a child", "another soldier"; None for anything else."""
        token = tree.tokens[i]
        if (
            token.tag != "NN"
            or token.name is not None
            or token.lemma in NOT_ONE
            or not self.is_person(tree, i)
            or _is_predicate(tree, i)
            or _tells_of_one(tree, i)
        ):
            return None
        article = next((k for k in tree.kids(i, "det") if tree.tokens[k].lower in ARTICLES), None)
        beside = [k for k in tree.kids(i, "appos", "flat", "nmod") if k > i and not tree.case(k)]
        if article is None or _is_denied(tree, article) or any(tree.name(k) is not None for k in beside):
            return None
        return Counted(1, "exact", article, article, article, i, i)


def _is_predicate(tree: Tree, i: int) -> bool:
    """Whether a noun only says what somebody is: "he was an innocent man"; in "it was a soldier who" it is he."""
    subjects = tree.kids(i, "nsubj") if tree.kids(i, "cop") else ()
    return any(tree.tokens[k].lower not in ("it", "that", "this") for k in subjects)


def _tells_of_one(tree: Tree, i: int) -> bool:
    """Whether a noun says who it was that was counted: "killed one person, a Chilean reporter,"."""
    token = tree.tokens[i]
    if token.dep == "appos" and tree.name(token.head) is not None:
        return True  # "Raza Haider, a politician, assassinated on Monday": no unnamed one
    if token.dep not in ("appos", "conj") or tree.kids(i, "cc"):
        return False
    return any(tree.tokens[k].lower == "one" for k in tree.kids(token.head, "nummod"))


def _is_named(tree: Tree, quantity: Quantity) -> bool:
    """Whether a number is part of a name: "SEAL Team Six killed"."""
    return any(
        name.start < quantity.number_start and quantity.number_end <= name.end for name in tree.sentence.names
    )


def _is_year(tree: Tree, first: int, quantity: Quantity) -> bool:
    """Whether a bare number is a year: behind "in" or "since", or before a name ("In 348 Pachomius died")."""
    text = tree.tokens[first].text
    if not text.isdecimal() or len(text) not in (3, 4) or quantity.value > 2100:
        return False
    if first > 0:
        return tree.tokens[first - 1].lower in YEAR_BEFORE
    return len(text) == 4 and len(tree.tokens) > 1 and tree.name(1) is not None


def _is_denied(tree: Tree, first: int) -> bool:
    """ "Not a single soldier", "not one civilian"."""
    before = [t.lower for t in tree.tokens[max(0, first - 2) : first]]
    return before[-1:] == ["not"] or before[-2:] in (["not", "a"], ["not", "even"])


def within(counts: Sequence[Counted], tokens: Container[int]) -> list[Counted]:
    """The counted phrases whose number or noun is one of the tokens."""
    return [
        c
        for c in counts
        if any(t in tokens for t in (*range(c.first, c.last + 1), c.end, c.noun) if t is not None)
    ]
