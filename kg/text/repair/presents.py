"""The present tense of headlines and logs, whose bare verbs the parser takes for nouns, adjectives or prepositions:
"two explosions rock Kabul", "police fire tear gas", "militants free 40 inmates"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.records import Token
from kg.text.repair.tree import SUBJECTS, Parsed, children, has

SHAKING = frozenset("rock shake hit strike target rip jolt kill".split())
# What is fired at a crowd.
FIRED = frozenset("tear rubber live warning plastic water pepper shots rockets missiles rounds".split())
SHOOTERS = ("NNS", "NNPS")
# Bare verbs of logs behind "and": "raid Jenin and arrest 12".
JOINED = frozenset(
    "arrest capture wound rescue release free detain seize burn torch loot murder shell bomb".split()
)
WHEN = frozenset(("after", "before", "while", "since"))


def shaken_taken_for_phrases(tokens: Parsed) -> Iterator[Token]:
    """ "Two explosions rock Kabul": a verb is no preposition."""
    for verb in tokens:
        if verb.dep != "case" or verb.pos != "VERB" or verb.lower not in SHAKING:
            continue
        hit = tokens[verb.head]
        subject = tokens[hit.head]
        if subject.tag != "NNS" or subject.i >= verb.i or hit.i < verb.i or has(tokens, subject.i, *SUBJECTS):
            continue
        head = verb.i if subject.head == subject.i else subject.head
        yield replace(verb, tag="VBP", dep=subject.dep, head=head)
        yield replace(subject, dep="nsubj", head=verb.i)
        yield replace(hit, dep="obj", head=verb.i)
        for t in children(tokens, subject.i):
            if t.i > verb.i and t.i != hit.i:
                yield replace(t, head=verb.i)


def firing_taken_for_nouns(tokens: Parsed) -> Iterator[Token]:
    """ "Police fire tear gas at protesters": those who fire are no fire."""
    for verb in tokens:
        if verb.lower != "fire" or verb.dep != "compound" or not verb.i or verb.i + 1 >= len(tokens):
            continue
        gas, doer = tokens[verb.head], tokens[verb.i - 1]
        plural = doer.tag in SHOOTERS or doer.lower == "police" or doer.name is not None
        if not plural or doer.pos not in ("NOUN", "PROPN") or tokens[verb.i + 1].lower not in FIRED:
            continue
        if gas.dep not in ("root", "ccomp", "conj", "parataxis", "advcl") or doer.head not in (gas.i, verb.i):
            continue
        head = verb.i if gas.head == gas.i else gas.head
        yield replace(verb, tag="VBP", pos="VERB", lemma="fire", dep=gas.dep, head=head)
        yield replace(gas, dep="obj", head=verb.i)
        yield replace(doer, dep="nsubj", head=verb.i)
        for t in children(tokens, gas.i):
            if t.i < doer.i:
                inside = t.dep in ("det", "amod", "compound", "nummod", "nmod:poss")
                yield replace(t, head=doer.i if inside else verb.i)
            elif t.i > gas.i:
                yield replace(t, head=verb.i, dep="obl" if t.dep == "nmod" else t.dep)


def freeing_taken_for_adjectives(tokens: Parsed) -> Iterator[Token]:
    """ "Militants free 40 inmates": what has a subject is no adjective."""
    for verb in tokens:
        if verb.lower != "free" or verb.pos == "VERB":
            continue
        if (
            has(tokens, verb.i, "nsubj")
            and has(tokens, verb.i, "obj")
            and not has(tokens, verb.i, "cop", "aux")
        ):
            yield replace(verb, tag="VBP", pos="VERB", lemma="free")
        if verb.dep != "amod" or verb.head < verb.i:
            continue
        freed = tokens[verb.head]
        if not has(tokens, verb.i, "nsubj") or freed.dep not in ("root", "ccomp", "conj", "obj"):
            continue
        head = verb.i if freed.head == freed.i else freed.head
        yield replace(verb, tag="VBP", pos="VERB", lemma="free", dep=freed.dep, head=head)
        yield replace(freed, dep="obj", head=verb.i)
        for t in children(tokens, freed.i):
            if t.i > freed.i and t.dep in ("nmod", "obl", "punct", "advcl"):
                yield replace(t, head=verb.i, dep="obl" if t.dep == "nmod" else t.dep)


def verbs_behind_and(tokens: Parsed) -> Iterator[Token]:
    """ "Forces raid Jenin and arrest 12 men": what has an object is no noun."""
    for verb in tokens:
        first = tokens[verb.head]
        if verb.dep != "conj" or verb.tag != "NN" or verb.lower not in JOINED or first.pos != "VERB":
            continue
        if tokens[verb.i - 1].lower == "and" and any(
            t.dep == "obj" and t.i > verb.i for t in children(tokens, verb.i)
        ):
            yield replace(verb, tag=first.tag if first.tag != "VBD" else "VBP", pos="VERB", lemma=verb.lower)


def owners_of_verbs(tokens: Parsed) -> Iterator[Token]:
    """ "Kenya's army bombs camps": whose army it is, no verb tells."""
    for owner in tokens:
        verb = tokens[owner.head]
        if owner.dep != "nmod:poss" or verb.pos != "VERB" or verb.tag not in ("VBZ", "VBP", "VBD"):
            continue
        subject = next((t for t in children(tokens, verb.i) if t.dep in ("nsubj", "nsubj:pass")), None)
        if subject is not None and owner.i < subject.i < verb.i and subject.pos == "NOUN":
            yield replace(owner, head=subject.i)


def clauses_on_objects(tokens: Parsed) -> Iterator[Token]:
    """ "Declared a truce after capturing Kidal": who declared it had captured the town."""
    for clause in tokens:
        noun = tokens[clause.head]
        if clause.dep != "acl" or clause.tag != "VBG" or noun.dep != "obj" or noun.i > clause.i:
            continue
        marks = [t for t in children(tokens, clause.i) if t.dep == "mark" and t.i < clause.i]
        if marks and marks[0].lower in WHEN and tokens[noun.head].pos == "VERB":
            yield replace(clause, dep="advcl", head=noun.head)
