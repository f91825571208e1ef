"""What the repairs ask of a parsed sentence."""

from __future__ import annotations

from collections.abc import Sequence

from kg.english.irregular import VERBS
from kg.records import Token

SUBJECTS = frozenset(["nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer", "expl"])
NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM"])


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


def children(tokens: Sequence[Token], head: int) -> list[Token]:
    """The tokens that depend on the token `head`, in order."""
    return [token for token in tokens if token.head == head and token.i != head]


def first_of(tokens: Sequence[Token], head: int) -> int:
    """Where the phrase of the token `head` begins, punctuation aside."""
    found = head
    for token in tokens[:head]:
        if token.dep != "punct" and under(tokens, token.i, head):
            found = token.i
            break
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


def has(tokens: Sequence[Token], head: int, *deps: str) -> bool:
    """Whether the token `head` has a dependent with one of the labels."""
    return any(token.dep in deps for token in tokens if token.head == head and token.i != head)


def preposition(tokens: Sequence[Token], head: int) -> str:
    """The preposition that governs the noun `head`, in small letters, or ""."""
    return next((token.lower for token in children(tokens, head) if token.dep == "case"), "")


def looks_past(token: Token) -> bool:
    """Whether the form can be a past tense or a participle."""
    return token.lower.endswith("ed") or token.lower in VERBS


def is_passive(tokens: Sequence[Token], verb: int) -> bool:
    return has(tokens, verb, "aux:pass")
