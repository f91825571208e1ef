"""Participles that the parser gives to the wrong side: "gunmen disguised as police attacked", "between A and B backed
by C", "12 were killed and 30 were left injured"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.records import Token
from kg.text.repair.tree import Parsed, children, preposition

# "Militants posing as soldiers": what follows "as" tells what they look like.
GUISING = frozenset(("disguise", "dress", "pose", "masquerade", "clothe"))
# Of two sides "between" which there is a fight, the last alone has the backer or leader told behind it.
BACKING = frozenset(("back", "support", "lead", "arm", "aid", "finance", "fund", "assist"))
SUBJECTS = ("nsubj", "nsubj:pass")


def guises_taken_for_subjects(tokens: Parsed) -> Iterator[Token]:
    """The noun behind "disguised as" is the guise; the verb behind it is told of those who wear it."""
    for mark in tokens:
        if mark.lower != "as" or mark.dep != "mark" or mark.i == 0:
            continue
        verb = tokens[mark.head]
        worn = tokens[verb.head]
        guise = next((t for t in children(tokens, verb.i) if t.dep in SUBJECTS and t.i > mark.i), None)
        if verb.dep != "advcl" or guise is None or worn.lemma not in GUISING or worn.i > mark.i:
            continue
        wearer = _wearer(tokens, worn)
        if wearer is None:
            continue
        top = wearer if worn.dep == "acl" else worn
        yield replace(mark, head=guise.i, dep="case")
        yield replace(guise, head=worn.i, dep="obl")
        yield replace(worn, head=wearer.i, dep="acl")
        yield replace(wearer, head=verb.i, dep=guise.dep)
        yield replace(verb, head=verb.i if top.dep == "root" else top.head, dep=top.dep)
        for t in tokens:
            if t.dep == "punct" and t.i > verb.i and t.head == top.i:
                yield replace(t, head=verb.i)


def participles_behind_between(tokens: Parsed) -> Iterator[Token]:
    """ "Between Hamas and the forces backed by Iran": the participle qualifies the last of the two."""
    for t in tokens:
        if t.dep != "acl" or t.tag != "VBN" or t.lemma not in BACKING:
            continue
        first = tokens[t.head]
        others = [k.i for k in children(tokens, first.i) if k.dep == "conj" and first.i < k.i < t.i]
        if others and tokens[t.i - 1].lower != "," and preposition(tokens, first.i) == "between":
            yield replace(t, head=others[-1])


def states_behind_left(tokens: Parsed) -> Iterator[Token]:
    """ "12 were killed and 30 were left injured": what stands behind "were left" is no third verb of the list."""
    for t in tokens:
        left = tokens[t.i - 1] if t.i else t
        if t.dep != "conj" or t.tag != "VBN" or left.lower != "left" or left.dep not in ("conj", "root"):
            continue
        joined = left.dep == "conj" and left.head == t.head or t.head == left.i
        if joined and any(k.dep == "aux:pass" for k in children(tokens, left.i)):
            yield replace(t, head=left.i, dep="xcomp")


def _wearer(tokens: Parsed, worn: Token) -> Token | None:
    """Who is disguised: the noun that the participle qualifies, or what the parser took for its subject."""
    if worn.dep == "acl":
        wearer = tokens[worn.head]
        return wearer if wearer.i < worn.i and not wearer.dep.startswith(("obj", "obl", "nmod")) else None
    kids = children(tokens, worn.i)
    if any(t.dep in ("aux", "aux:pass") for t in kids):
        return None
    return next((t for t in kids if t.dep in SUBJECTS and t.i < worn.i), None)
