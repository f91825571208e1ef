"""Infinitives and prepositions that the parser hangs on the wrong word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.records import Token
from kg.text.repair.tree import Parsed, children, has

Tokens = Parsed
BARE = ("VB", "VBP")  # one form, of which the tagger guesses


def infinitives_taken_for_nouns(tokens: Tokens) -> Iterator[Token]:
    """ "Efforts to degrade and defeat them": what the tagger calls a base form, behind "to", is no noun."""
    for token in tokens:
        if token.tag != "VB" or token.pos != "NOUN" or token.i < 2 or tokens[token.i - 1].lower != "to":
            continue
        to, before = tokens[token.i - 1], tokens[token.i - 2]
        yield replace(to, tag="TO", pos="PART", dep="mark", head=token.i)
        on_noun = before.pos == "NOUN" and token.dep in ("obl", "nmod")
        dep = "acl" if on_noun else "advcl" if token.dep in ("obl", "nmod") else token.dep
        yield replace(token, pos="VERB", dep=dep, head=before.i if on_noun else token.head)
        for other in children(tokens, token.i):
            if other.dep == "conj" and other.name is None and has(tokens, other.i, "obj"):
                yield replace(other, tag="VB", pos="VERB")


def infinitives_taken_for_phrases(tokens: Tokens) -> Iterator[Token]:
    """ "Is working to defeat them": an infinitive tells a purpose, it is no prepositional phrase."""
    for token in tokens:
        if token.tag == "VB" and token.pos == "VERB" and token.dep == "obl" and has(tokens, token.i, "mark"):
            yield replace(token, dep="advcl")


def prepositions_on_adjectives(tokens: Tokens) -> Iterator[Token]:
    """ "Provide them with military, humanitarian support": the preposition belongs to the noun, not to "military"."""
    for token in tokens:
        if token.dep != "case" or token.head < token.i:
            continue
        adjective = tokens[token.head]
        noun = tokens[adjective.head]
        is_before = adjective.dep == "amod" and noun.i > adjective.i and noun.pos in ("NOUN", "PROPN")
        if is_before and not has(tokens, noun.i, "case"):
            yield replace(token, head=noun.i)


def infinitives_joined(tokens: Tokens) -> Iterator[Token]:
    """ "Are helping them to degrade and destroy it": a bare verb behind "and" is joined to the infinitive before it."""
    for token in tokens:
        if token.tag not in BARE or token.dep != "conj" or tokens[token.head].tag in BARE:
            continue
        kids = children(tokens, token.i)
        if any(k.dep in ("aux", "aux:pass", "mark", "nsubj", "cop") for k in kids):
            continue
        joiner = token.i - 1
        while joiner > 1 and tokens[joiner].dep == "advmod" and tokens[joiner].head == token.i:
            joiner -= 1  # "to degrade and ultimately destroy it"
        if joiner < 1 or tokens[joiner].lower not in ("and", "or"):
            continue
        before = tokens[joiner - 1]
        is_infinitive = before.tag == "VB" and any(k.lower == "to" for k in children(tokens, before.i))
        if is_infinitive and before.i > token.head:
            yield replace(token, head=before.i, tag="VB")


def pasts_joined_to_infinitives(tokens: Tokens) -> Iterator[Token]:
    """ "Urged both to show restraint and blamed Iran": a past tense goes on from a finite verb, not an infinitive."""
    for token in tokens:
        head = tokens[token.head]
        if token.tag != "VBD" or token.dep != "conj" or head.tag != "VB" or token.lower == token.lemma:
            continue
        if head.i > token.i or has(tokens, token.i, "aux", "aux:pass"):
            continue
        for _ in tokens:
            if head.tag == "VBD" or head.head == head.i:
                break
            head = tokens[head.head]
        if head.tag == "VBD" and head.i < token.i:
            yield replace(token, head=head.i)
