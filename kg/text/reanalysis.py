"""Readings of tagging errors that no English sentence allows, mended from the tree itself.

The tagger meets plural event nouns and past tenses it never saw ("airstrikes target", "clashes raged", "initially
advanced") and calls nouns verbs and verbs adjectives. Each rule here rests on what English cannot do.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.records import Token
from kg.text.lemma import lemma

FINITE = ("VBD", "VBP", "VBZ")
BEFORE_NOUNS = ("amod", "compound", "det", "nmod:poss", "nummod", "nsubj")


def reanalysed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The sentence with the impossible readings replaced; most sentences come back as they are."""
    changed = list(tokens)
    for token in tokens:
        if token.tag == "VBZ" and token.name is None:
            _noun_read_as_verb(changed, token.i)
        elif token.pos == "ADJ" and token.lower.endswith("ed") and token.name is None:
            _verb_read_as_adjective(changed, token.i)
    return tuple(changed)


def _kids(tokens: Iterable[Token], i: int) -> list[Token]:
    return [t for t in tokens if t.head == i and t.i != i]


def _noun_read_as_verb(tokens: list[Token], i: int) -> None:
    """A finite verb is never the open complement of another: in "airstrikes target Aleppo" the first is a noun."""
    token = tokens[i]
    kids = _kids(tokens, i)
    verb = next((t for t in kids if t.dep in ("xcomp", "ccomp", "dep", "obj") and t.tag in FINITE and t.i > i and not any(
        k.dep in ("nsubj", "nsubj:pass", "mark", "aux") for k in _kids(tokens, t.i))), None)  # fmt: skip
    if verb is None:
        return
    before = [t for t in kids if t.i < i]
    if any(
        t.dep not in (*BEFORE_NOUNS, "punct", "advmod", "obl", "cc", "mark", "parataxis", "nmod")
        for t in before
    ):
        return
    root = token.head == i
    tokens[verb.i] = replace(verb, dep=token.dep, head=verb.i if root else token.head)
    tokens[i] = replace(
        token, tag="NNS", pos="NOUN", lemma=lemma(token.text, "NNS", "NOUN"), dep="nsubj", head=verb.i
    )
    for t in kids:
        if t.i == verb.i:
            continue
        if t.i < i and t.dep == "nsubj":
            tokens[t.i] = replace(t, dep="amod" if t.tag in ("JJ", "NN") else "compound")
        elif t.i > verb.i or (t.i < i and t.dep in ("punct", "obl", "advmod", "cc", "mark", "parataxis")):
            tokens[t.i] = replace(t, head=verb.i)


def _verb_read_as_adjective(tokens: list[Token], i: int) -> None:
    """A clause with a subject needs a verb or a copula: in "rebels initially advanced" the last is a verb."""
    token = tokens[i]
    if token.dep not in ("root", "ccomp", "advcl", "parataxis", "acl:relcl", "conj"):
        return
    kids = _kids(tokens, i)
    if not any(t.dep == "nsubj" for t in kids) or any(t.dep in ("cop", "aux") for t in kids):
        return
    tokens[i] = replace(token, tag="VBD", pos="VERB", lemma=lemma(token.text, "VBD", "VERB"))
