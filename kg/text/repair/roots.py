"""Sentences whose main verb was missed: the root is a noun, and the verb hangs on it as if it described it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.english.lemma import lemma
from kg.records import Token
from kg.text.repair.tree import (
    NOMINAL,
    SUBJECTS,
    Parsed,
    children,
    first_of,
    has,
    is_passive,
    looks_past,
    preposition,
    under,
)
from kg.text.times import is_time

Tokens = Parsed
FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
CLAUSES = frozenset(["acl", "acl:relcl", "advcl", "ccomp", "appos", "conj", "parataxis", "dep", "nmod"])
FULL_STOPS = frozenset([".", "!", "”", '"', "''"])


def verbs_taken_for_plurals(tokens: Tokens) -> Iterator[Token]:
    """ "The attack redoubles our resolve": what has an object is no plural noun."""
    for token in tokens:
        if (
            token.tag != "NNS"
            or token.name is not None
            or has(tokens, token.i, "cop", "case", "det", "nummod")
        ):
            continue
        own = children(tokens, token.i)
        if not any(t.dep == "obj" and t.i > token.i for t in own):
            continue
        before = [t for t in own if t.i < token.i and t.dep in ("nsubj", "compound", "nmod:poss")]
        if not before or before[-1].pos not in ("NOUN", "PROPN"):
            continue
        dep = "ccomp" if token.dep == "obj" else token.dep
        yield replace(token, tag="VBZ", pos="VERB", dep=dep, lemma=lemma(token.text, "VBZ", "VERB"))
        if not any(t.dep == "nsubj" for t in before):
            yield replace(before[-1], dep="nsubj")
        for other in own:
            if other.dep == "amod" and other.i < token.i:
                yield replace(other, dep="advmod")
            elif other.dep == "nmod" and other.i > token.i:
                yield replace(other, dep="obl")


def participles_that_are_verbs(tokens: Tokens) -> Iterator[Token]:
    """ "The meeting focused on Mosul.": a sentence with a full stop is no mere noun with a participle."""
    root = _noun_root(tokens)
    if root is None or tokens[-1].text not in FULL_STOPS or has(tokens, root.i, "case"):
        return
    for verb in children(tokens, root.i):
        if verb.dep != "acl" or verb.tag not in ("VBN", "VBD") or verb.i < root.i or not looks_past(verb):
            continue
        if (
            is_passive(tokens, verb.i)
            or has(tokens, verb.i, "obl:agent", "mark", *SUBJECTS)
            or "-" in verb.text
        ):
            continue
        if any(t.text == "," for t in tokens[root.i : verb.i]) or any(
            _is_other_main(tokens, t, root, verb) for t in tokens[verb.i + 1 :]
        ):
            continue
        yield from _as_main_verb(tokens, root, verb, "nsubj")
        return


# Of these a participle may have an object: "a group called the Front", "the man given the post".
NAMING = frozenset(
    "call name dub term label codename give award grant offer deny send pay ask tell show".split()
)


def _noun_root(tokens: Tokens) -> Token | None:
    root = next((t for t in tokens if t.head == t.i), None)
    if root is None or root.pos not in NOMINAL or has(tokens, root.i, "cop", *SUBJECTS):
        return None
    return root


def _is_other_main(tokens: Tokens, token: Token, root: Token, verb: Token) -> bool:
    """Whether another finite verb, outside the clause of `verb`, may be the main one."""
    if token.tag not in FINITE or under(tokens, token.i, verb.i):
        return False
    top = token
    while tokens[top.head].i not in (root.i, top.i):
        top = tokens[top.head]
    if top.dep == "conj" and has(tokens, top.i, "cc"):
        # "The EU issued a statement, but also sought help": a participle with an object is none
        active = has(tokens, verb.i, "obj") and verb.lemma not in NAMING
        if active or has(tokens, top.i, *SUBJECTS):
            return False
    return top.dep not in ("parataxis", "ccomp", "advcl") or not has(tokens, top.i, *SUBJECTS)


def _as_main_verb(tokens: Tokens, root: Token, verb: Token, dep: str) -> Iterator[Token]:
    """`verb` becomes the root, the old root its dependent; what follows the verb hangs on it."""
    tag = "VBD" if verb.tag == "VBN" and not has(tokens, verb.i, "aux", "aux:pass") else verb.tag
    yield replace(verb, head=verb.i, dep="root", tag=tag)
    yield replace(root, head=verb.i, dep=dep)
    for token in children(tokens, root.i):
        if token.i > verb.i:
            yield replace(token, head=verb.i, dep="obl" if token.dep == "nmod" else token.dep)


def openings_taken_for_sentences(tokens: Tokens) -> Iterator[Token]:
    """ "On Wednesday, the army said ...", "Thursday, US forces killed him": the opening phrase is no sentence."""
    root = _noun_root(tokens)
    if root is None or not (preposition(tokens, root.i) or is_time(root)):
        return
    if any(t.pos not in ("PUNCT", "ADV") for t in tokens[: first_of(tokens, root.i)]):
        return
    for verb in children(tokens, root.i):
        if (
            verb.i < root.i
            or verb.pos != "VERB"
            or verb.dep not in CLAUSES
            or has(tokens, verb.i, "mark", "cc")
        ):
            continue
        subjects = [t for t in children(tokens, verb.i) if t.dep in ("nsubj", "nsubj:pass")]
        if len(subjects) != 1 or subjects[0].tag in ("WDT", "WP") or subjects[0].lower == "that":
            continue
        commas = any(t.text == "," for t in tokens[root.i : subjects[0].i])
        finite = verb.tag in FINITE or has(tokens, verb.i, "aux", "aux:pass")
        if commas and finite:
            yield from _as_main_verb(
                tokens, root, verb, "obl" if preposition(tokens, root.i) else "obl:unmarked"
            )
            return


def subjects_joined_to_places(tokens: Tokens) -> Iterator[Token]:
    """ "Rebels fired at the airport and peacekeepers returned fire": who stands before the second verb does it."""
    for verb in tokens:
        if verb.tag not in ("VBD", "VBZ", "VBP") or verb.i < 4 or verb.dep not in ("root", "conj", "xcomp"):
            continue
        actor = tokens[verb.i - 1]
        first = _clause_before(tokens, verb)
        if first is None or actor.dep != "conj" or actor.pos not in ("NOUN", "PROPN"):
            continue
        if has(tokens, verb.i, "cc", "mark", "aux", *SUBJECTS) or not has(tokens, first.i, *SUBJECTS):
            continue
        cc = next((t for t in children(tokens, actor.i) if t.dep == "cc"), None)
        joined = tokens[actor.head]
        if cc is None or not first.i < joined.i < cc.i or not under(tokens, actor.i, first.i):
            continue
        if joined.dep not in ("obl", "obj", "nmod") or any(
            t.text in ',"“”' for t in tokens[joined.i : verb.i]
        ):
            continue
        if verb.dep == "root":
            yield replace(first, head=first.i, dep="root")
        yield replace(verb, head=first.i, dep="conj")
        yield replace(actor, head=verb.i, dep="nsubj")
        yield replace(cc, head=verb.i)
        return


def _clause_before(tokens: Tokens, verb: Token) -> Token | None:
    """The verb of the clause before another that the parser hung one on the other."""
    if verb.dep != "root":
        first = tokens[verb.head]
        return first if first.pos == "VERB" and first.i < verb.i else None
    return next((t for t in children(tokens, verb.i) if t.dep == "ccomp" and t.i < verb.i), None)
