"""The words of an office: where they begin and end, and what of them tells whose it is."""

from __future__ import annotations

from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.extract.relations.appointments import APPOINTING
from kg.records import Argument
from kg.rules.words import WordLists


def phrase_at(tree: Tree, i: int, words: WordLists) -> tuple[str, int, int]:
    """The longest office that token i heads, lower case, with its first token and its last ("chief of staff")."""
    token = tree.tokens[i]
    for last in (i + 3, i + 2) if tree.tokens[i + 1 : i + 2] and tree.tokens[i + 1].lower == "of" else ():
        phrase = " ".join(t.lower for t in tree.tokens[i : last + 1])
        if words.offices.kind(phrase):
            return phrase, i, last
    word = token.lemma if token.tag == "NNS" else token.lower
    if word not in words.offices.last_words:
        return word, i, i
    for size in (3, 2, 1, 0):
        first = i - size
        if first < 0 or any(tree.tokens[k].name is not None for k in range(first, i)):
            continue
        phrase = " ".join((*(t.lower for t in tree.tokens[first:i]), word))
        if words.offices.kind(phrase):
            return phrase, first, i
    return word, i, i


def branch_behind(tree: Tree, i: int, last: int, resolver: Resolver) -> str:
    """The part that "of" behind an office tells, where nobody is named by it: "Hamas's head of operations"."""
    for k in tree.kids(i, "nmod"):
        if k > last and tree.case(k) == ("of",) and tree.tokens[k].pos == "NOUN" and tree.name(k) is None:
            is_whose = resolver.argument(k, "actor") is not None
            return "" if is_whose else f"of {tree.text(k - len(tree.kids(k, 'amod', 'compound')), k)}"
    return ""


def start_of(tree: Tree, i: int, first: int) -> int:
    """Where the words for an office begin: with the adjectives right before it."""
    start = first
    for k in sorted(tree.kids(i, "amod", "compound", "nmod"), reverse=True):
        is_verb = tree.tokens[k].lemma in APPOINTING and tree.kids(k, "aux:pass")  # "was elected leader"
        if tree.name(k) is None and k == start - 1 and not is_verb:
            start = k
    return start


def position_at(tree: Tree, i: int, start: int, end: int, holder: Argument) -> str:
    """The words for the office, with the names before it that are not its holder's: "deputy Middle East director"."""
    names = [
        k
        for k in tree.kids(i, "amod", "compound")
        if k < start and tree.name(k) is not None and tree.tokens[k].start != holder.start
    ]
    behind_holder = [k for k in names if k > holder_token(tree, holder) or holder.start > tree.tokens[i].end]
    words, token = tree.text(min([start, *behind_holder]), end), tree.tokens[i]
    # "one of its advisers"
    return words.removesuffix(token.text) + token.lemma if token.tag == "NNS" else words


def holder_token(tree: Tree, holder: Argument) -> int:
    """The token where the words for the holder begin."""
    return next((t.i for t in tree.tokens if t.start >= holder.start), 0)
