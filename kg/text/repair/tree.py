"""What the repairs ask of a parsed sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, SupportsIndex

from kg.english.irregular import VERBS
from kg.records import Token

SUBJECTS = frozenset(["nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer", "expl"])
NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM"])


class Parsed(list[Token]):
    """The tokens of a sentence, with what depends on each, gathered anew whenever a token has changed."""

    def __init__(self, tokens: Iterable[Token]) -> None:
        super().__init__(tokens)
        self._below: list[list[Token]] | None = None

    def __setitem__(self, i: SupportsIndex | slice, token: Any) -> None:
        self._below = None
        super().__setitem__(i, token)

    def copy(self) -> Parsed:
        """The same tokens, to be changed; what depends on each is gathered once for both."""
        self.below(0)
        twin = Parsed(self)
        twin._below = self._below
        return twin

    def below(self, head: int) -> list[Token]:
        """The tokens that depend on the token `head`, in order; not to be changed."""
        if self._below is None:
            self._below = [[] for _ in self]
            for token in self:
                if token.head != token.i:
                    self._below[token.head].append(token)
        return self._below[head]


def is_tree(tokens: Sequence[Token]) -> bool:
    """Whether every token leads up to one and the same root."""
    if not tokens:
        return True
    roots = [t.i for t in tokens if t.head == t.i]
    if len(roots) != 1:
        return False
    known = {roots[0]}
    for token in tokens:
        path: list[int] = []
        i = token.i
        while i not in known:
            if i in path:
                return False
            path.append(i)
            i = tokens[i].head
        known.update(path)
    return True


def children(tokens: Parsed, head: int) -> list[Token]:
    """The tokens that depend on the token `head`, in order."""
    return tokens.below(head)


def first_of(tokens: Parsed, head: int) -> int:
    """Where the phrase of the token `head` begins, punctuation aside."""
    found, todo = head, [head]
    while todo:
        for token in tokens.below(todo.pop()):
            todo.append(token.i)
            if token.i < found and token.dep != "punct":
                found = token.i
    return found


def under(tokens: Sequence[Token], i: int, top: int) -> bool:
    """Whether the token `i` is `top` or depends on it, near or far."""
    for _ in tokens:
        if i == top:
            return True
        if tokens[i].head == i:
            return False
        i = tokens[i].head
    return False


def has(tokens: Parsed, head: int, *deps: str) -> bool:
    """Whether the token `head` has a dependent with one of the labels."""
    return not {token.dep for token in tokens.below(head)}.isdisjoint(deps)


def preposition(tokens: Parsed, head: int) -> str:
    """The preposition that governs the noun `head`, in small letters, or ""."""
    return next((token.lower for token in tokens.below(head) if token.dep == "case"), "")


def looks_past(token: Token) -> bool:
    """Whether the form can be a past tense or a participle."""
    return token.lower.endswith("ed") or token.lower in VERBS


def is_passive(tokens: Parsed, verb: int) -> bool:
    return has(tokens, verb, "aux:pass")
