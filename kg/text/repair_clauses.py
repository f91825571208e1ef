"""Clauses the parser leads astray: a participle taken for the main verb, a subject taken for the whole sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.records import Token
from kg.text.tree import NOMINAL, SUBJECTS, children, has, is_passive, looks_past, preposition

Tokens = tuple[Token, ...]
FINITE = frozenset(["VBD", "VBZ", "VBP", "VBN"])
LOOSE = frozenset(
    ["xcomp", "advcl", "conj", "parataxis", "ccomp", "acl", "appos", "list", "dep", "acl:relcl"]
)
STOPS = frozenset([":", ";", '"', "“", "”", "--", "(", ")"])


def interrupted_subjects(tokens: Tokens) -> Iterator[Token]:
    """ "The truce brokered by Qatar collapsed": "collapsed" is the verb, "brokered" tells which truce."""
    for first in tokens:
        if first.tag not in ("VBD", "VBN") or not looks_past(first):
            continue
        own = children(tokens, first.i)
        subjects = [t for t in own if t.dep in ("nsubj", "nsubj:pass") and t.i < first.i]
        agents = [t for t in own if t.i > first.i and preposition(tokens, t.i) == "by"]
        if (
            len(subjects) != 1
            or not agents
            or any(t.dep in ("aux", "aux:pass", "cop", "obj", "mark") for t in own)
        ):
            continue
        verbs = [t for t in own if t.i > agents[0].i and _may_be_main(tokens, t)]
        if verbs and not any(t.text in STOPS for t in tokens[first.i : verbs[0].i]):
            yield from _with_main_verb(tokens, first, subjects[0], verbs[0])
            yield replace(agents[0], dep="obl:agent")


def _may_be_main(tokens: Tokens, verb: Token) -> bool:
    """A finite verb loosely attached, with no subject and no conjunction of its own."""
    if verb.pos != "VERB" or verb.dep not in LOOSE or has(tokens, verb.i, "mark", "cc", *SUBJECTS):
        return False
    return verb.tag in FINITE or (verb.tag == "VB" and looks_past(verb) and not has(tokens, verb.i, "aux"))


def _with_main_verb(tokens: Tokens, first: Token, subject: Token, main: Token) -> Iterator[Token]:
    """`main` takes the place of `first`, which becomes a participle of the subject."""
    root = first.head == first.i
    yield replace(main, head=main.i if root else first.head, dep=first.dep)
    yield replace(subject, head=main.i, dep="nsubj:pass" if is_passive(tokens, main.i) else "nsubj")
    yield replace(first, head=subject.i, dep="acl", tag="VBN")
    for token in children(tokens, first.i):
        if token.i not in (subject.i, main.i) and (token.i > main.i or token.i < subject.i):
            yield replace(token, head=main.i)


def subjects_taken_for_sentences(tokens: Tokens) -> Iterator[Token]:
    """ "Moscow, a key ally of Assad, vetoed the plan": a noun is no sentence if a verb without subject follows."""
    root = next((t for t in tokens if t.head == t.i), None)
    if root is None or root.pos not in NOMINAL or has(tokens, root.i, "cop", "case", "mark", *SUBJECTS):
        return
    for verb in children(tokens, root.i):
        if verb.i < root.i or not _may_be_main(tokens, verb):
            continue
        if verb.tag == "VBN" and not has(tokens, verb.i, "aux", "aux:pass"):
            continue
        before = tokens[verb.i - 1].text
        if any(t.text in STOPS for t in tokens[root.i : verb.i]) or (
            verb.dep in ("acl", "conj") and before != ","
        ):
            continue
        yield replace(verb, head=verb.i, dep="root", tag="VBD" if verb.tag == "VB" else verb.tag)
        yield replace(root, head=verb.i, dep="nsubj:pass" if is_passive(tokens, verb.i) else "nsubj")
        for token in children(tokens, root.i):
            if token.i > verb.i:
                yield replace(token, head=verb.i)
        return
