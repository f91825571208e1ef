"""Clauses the parser leads astray: a participle taken for the main verb, a subject taken for the whole sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

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
)

Tokens = Parsed
FINITE = frozenset(["VBD", "VBZ", "VBP", "VBN"])
LOOSE = frozenset(
    ["xcomp", "advcl", "conj", "parataxis", "ccomp", "acl", "appos", "list", "dep", "acl:relcl"]
)
# What follows an object and yet belongs to the clause.
OF_CLAUSES = frozenset(["punct", "advcl", "parataxis", "ccomp", "obl", "obl:unmarked", "advmod", "mark"])
BEFORE_NOUNS = frozenset(["det", "amod", "compound", "nummod", "nmod:poss", "advmod"])
# Verbs that take a clause, with or without "that".
SAY = frozenset(
    [
        "acknowledge", "add", "admit", "agree", "allege", "announce", "argue", "assert", "believe", "claim", "conclude",
        "confirm", "declare", "deny", "doubt", "ensure", "estimate", "fear", "figure", "find", "hope", "indicate",
        "insist", "know", "note", "report", "reveal", "say", "show", "state", "suggest", "suspect", "think", "warn",
    ]
)  # fmt: skip
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
            or any(t.dep in ("aux", "aux:pass", "cop", "obj") for t in own)
            or any(t.dep == "mark" and t.lower != "that" for t in own)
        ):
            continue
        verbs = [t for t in own if t.i > agents[0].i and _may_be_main(tokens, t)]
        if verbs and not any(t.text in STOPS for t in tokens[first.i : verbs[0].i]):
            yield from _with_main_verb(tokens, first, subjects[0], verbs[0])
            yield replace(agents[0], dep="obl:agent")


def explained_subjects(tokens: Tokens) -> Iterator[Token]:
    """ "HTS, a group formerly linked with Al-Qaeda, has launched": two subjects before a participle, one verb later."""
    for first in tokens:
        if first.tag not in ("VBD", "VBN") or not looks_past(first):
            continue
        own = children(tokens, first.i)
        subjects = [t for t in own if t.dep in ("nsubj", "nsubj:pass") and t.i < first.i]
        if len(subjects) != 2 or any(t.dep in ("aux", "aux:pass", "cop", "obj", "mark") for t in own):
            continue
        start = first_of(tokens, subjects[1].i)
        verbs = [t for t in own if t.i > first.i and _may_be_main(tokens, t)]
        if (
            not verbs
            or tokens[start - 1].text != ","
            or any(t.text in STOPS for t in tokens[first.i : verbs[0].i])
        ):
            continue
        yield from _with_main_verb(tokens, first, subjects[0], verbs[0])
        yield replace(subjects[1], head=subjects[0].i, dep="appos")
        yield replace(first, head=subjects[1].i, dep="acl", tag="VBN")


def second_subjects(tokens: Tokens) -> Iterator[Token]:
    """ "The chairman of the OSCE, Ivica Dacic, arrived": of two subjects, the second explains the first."""
    for verb in tokens:
        if verb.pos != "VERB":
            continue
        subjects = [t for t in children(tokens, verb.i) if t.dep in ("nsubj", "nsubj:pass") and t.i < verb.i]
        if len(subjects) != 2:
            continue
        first, name = subjects
        start, end = first_of(tokens, name.i), name.i + 1
        between_commas = start > first.i + 1 and tokens[start - 1].text == "," and tokens[end].text == ","
        if first.pos == "NOUN" and name.pos == "PROPN" and between_commas:
            yield replace(name, head=first.i, dep="appos")


def verbs_taken_for_modifiers(tokens: Tokens) -> Iterator[Token]:
    """ "Activists posted photographs": with a subject before it, a past tense is no modifier of its object."""
    for verb in tokens:
        if verb.dep != "amod" or verb.head < verb.i or verb.tag not in ("VBD", "VBN") or not looks_past(verb):
            continue
        noun = tokens[verb.head]
        own = children(tokens, noun.i)
        subjects = [
            t for t in (*children(tokens, verb.i), *own) if t.dep in ("nsubj", "nsubj:pass") and t.i < verb.i
        ]
        if noun.pos not in ("NOUN", "PROPN") or len(subjects) != 1 or has(tokens, verb.i, "aux:pass"):
            continue
        if any(t.dep in ("cop", "case", "aux") or (t.dep in BEFORE_NOUNS and t.i < verb.i) for t in own):
            continue
        if any(t.dep not in BEFORE_NOUNS and t.dep != "case" for t in tokens[verb.i + 1 : noun.i]):
            continue
        dep = "ccomp" if noun.dep == "obj" else noun.dep
        yield replace(verb, head=verb.i if noun.head == noun.i else noun.head, dep=dep, tag="VBD")
        yield replace(noun, head=verb.i, dep="obj")
        yield replace(subjects[0], head=verb.i, dep="nsubj")
        for token in own:
            if token.i not in (verb.i, subjects[0].i) and (token.i < verb.i or token.dep in OF_CLAUSES):
                yield replace(token, head=verb.i)


def subjects_taken_for_objects(tokens: Tokens) -> Iterator[Token]:
    """ "The ministry indicated the minister was killed": a finite clause without subject takes the object before it."""
    for clause in tokens:
        if clause.dep != "ccomp" or clause.head > clause.i or tokens[clause.head].lemma not in SAY:
            continue
        if has(tokens, clause.i, "mark", "cc", *SUBJECTS):
            continue
        finite = clause.tag in ("VBD", "VBZ", "VBP") or has(tokens, clause.i, "aux", "aux:pass", "cop")
        objects = [
            t for t in children(tokens, clause.head) if t.dep == "obj" and clause.head < t.i < clause.i
        ]
        if finite and len(objects) == 1 and not any(t.text in STOPS for t in tokens[objects[0].i : clause.i]):
            yield replace(
                objects[0], head=clause.i, dep="nsubj:pass" if is_passive(tokens, clause.i) else "nsubj"
            )


def infinitives_on_verbs(tokens: Tokens) -> Iterator[Token]:
    """ "Turkey plans to send troops": an infinitive qualifies no finite verb as it would a noun."""
    for token in tokens:
        head = tokens[token.head]
        is_infinitive = token.tag == "VB" and any(t.lower == "to" for t in children(tokens, token.i))
        if token.dep == "acl" and is_infinitive and head.pos == "VERB" and head.tag in ("VBZ", "VBP", "VBD"):
            yield replace(token, dep="xcomp")


def gapped_passives(tokens: Tokens) -> Iterator[Token]:
    """ "Three people were killed and one wounded": the second participle shares the first one's "were"."""
    for second in tokens:
        noun = tokens[second.head]
        if second.dep not in ("acl", "amod") or second.tag not in ("VBN", "VBD") or noun.dep != "conj":
            continue
        if second.i < noun.i or has(tokens, second.i, "obl:agent", "obj") or not has(tokens, noun.i, "cc"):
            continue
        first = next((t for t in _governors(tokens, noun) if t.pos == "VERB"), None)
        if first is None or not is_passive(tokens, first.i) or not _counted(tokens, noun.i):
            continue
        between = tokens[first.i + 1 : first_of(tokens, noun.i)]
        if any(t.pos == "VERB" for t in between):
            continue
        yield replace(second, head=first.i, dep="conj", tag="VBN")
        yield replace(noun, head=second.i, dep="nsubj:pass")
        for token in children(tokens, noun.i):
            if token.dep in ("cc", "punct"):
                yield replace(token, head=second.i)


def _governors(tokens: Tokens, token: Token) -> Iterator[Token]:
    """What a token depends on, from near to far."""
    for _ in tokens:
        if token.head == token.i:
            return
        token = tokens[token.head]
        yield token


def _counted(tokens: Tokens, noun: int) -> bool:
    """ "40 buildings", "dozens", "one"."""
    return (
        has(tokens, noun, "nummod")
        or tokens[noun].tag == "CD"
        or tokens[noun].lemma in ("dozen", "hundred", "score")
    )


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
