"""Clauses behind ", with": "the army and rebels clashed, with France backing the army and Libya backing the rebels".

Each participle in one has a subject of its own, which the parser gives to the main verb or to the participle before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.records import Token
from kg.text.repair.tree import SUBJECTS, Parsed, children, first_of, has

NAMING = ("NOUN", "PROPN", "ADJ")


def clauses_behind_with(tokens: Parsed) -> Iterator[Token]:
    """ ", with France backing the army": France backs, and does not take part in what the main verb tells."""
    for word in tokens[1:]:
        if word.lower != "with" or tokens[word.i - 1].text != ",":
            continue
        first = tokens[word.head] if word.dep == "mark" else None
        if word.dep == "case" and (told := _told_of(tokens, tokens[word.head])) is not None:
            subject, first = tokens[word.head], told
            main = subject.head if subject.dep == "obl" else tokens[subject.head].head
            yield replace(subject, head=told.i, dep="nsubj")
            yield replace(told, head=main, dep="advcl")
            yield replace(word, head=told.i, dep="mark")
        if first is not None and first.tag == "VBG" and first.i > word.i:
            yield from _second(tokens, first)


def _told_of(tokens: Parsed, noun: Token) -> Token | None:
    """The participle with an object that stands right behind the noun of a phrase."""
    above = tokens[noun.head]
    is_second = noun.dep == "nsubj" and above.tag == "VBG" and above.dep == "advcl" and above.i > noun.i + 1
    if above.pos != "VERB" or noun.i + 1 >= len(tokens):
        return None
    if not is_second and (noun.dep != "obl" or above.i > noun.i):
        return None
    behind = tokens[noun.i + 1]
    is_told = behind.tag == "VBG" and behind.dep in ("acl", "advcl") and has(tokens, behind.i, "obj")
    return behind if is_told else None


def _second(tokens: Parsed, first: Token) -> Iterator[Token]:
    """ "... and Libya backing the rebels": a name between "and" and a participle is the subject of that."""
    for verb in tokens[first.i + 2 :]:
        if verb.tag != "VBG" or verb.dep not in ("acl", "advcl", "amod"):
            continue
        subject = tokens[verb.i - 1]
        begin = first_of(tokens, subject.i)
        joiner = begin if tokens[begin].dep == "cc" else begin - 1
        if subject.name is None or subject.pos not in NAMING or tokens[joiner].lower != "and":
            continue
        governed = tokens[verb.head] if verb.dep == "amod" and verb.head > verb.i else None
        if governed is None and not has(tokens, verb.i, "obj"):
            continue
        yield replace(tokens[joiner], head=verb.i)
        yield replace(verb, head=first.i, dep="conj", pos="VERB")
        yield replace(subject, head=verb.i, dep="nsubj", pos="PROPN", tag="NNP")
        if governed is not None:
            yield replace(governed, head=verb.i, dep="obj")
        return


def subjects_cut_in_two(tokens: Parsed) -> Iterator[Token]:
    """ "In Chad, the army and the rebels clashed": a subject that begins with "and" goes on one before it."""
    for second in tokens:
        if second.dep not in SUBJECTS or second.head < second.i:
            continue
        begin = first_of(tokens, second.i)
        joiner = tokens[begin] if tokens[begin].dep == "cc" or begin == 0 else tokens[begin - 1]
        if joiner.lower != "and" or joiner.i < 2:
            continue
        own = [k for k in children(tokens, second.head) if k.dep in SUBJECTS and k.i < joiner.i]
        first = own[-1] if own else _cut_off(tokens, second, joiner)
        if first is not None and first.lower not in ("there", "it", "who", "which", "that"):
            yield replace(first, head=second.head, dep=second.dep)
            yield replace(second, head=first.i, dep="conj")
            yield replace(joiner, head=second.i)


def _cut_off(tokens: Parsed, second: Token, joiner: Token) -> Token | None:
    """The noun right before "and" that was taken for another name of the place that opens the sentence."""
    first = next((t for t in tokens[: joiner.i] if t.dep == "appos" and t.head < t.i), None)
    if first is None or tokens[first.head].dep != "obl" or tokens[first.head].head != second.head:
        return None
    begin = first_of(tokens, first.i)
    is_cut = first.i == joiner.i - 1 and begin and tokens[begin - 1].text == ","
    return first if is_cut and _is_fronted(tokens, first) else None


def _is_fronted(tokens: Parsed, first: Token) -> bool:
    """Whether a phrase with a preposition opens the sentence and ends at the comma."""
    place = tokens[first.head]
    return has(tokens, place.i, "case") and first_of(tokens, place.i) == 0


def conditions_taken_for_verbs(tokens: Parsed) -> Iterator[Token]:
    """ "Would leave, provided that the rebels left Manbij": a conjunction, where nobody provides anything."""
    for word in tokens[1:-1]:
        if word.lower not in ("provided", "providing") or tokens[word.i + 1].lower != "that":
            continue
        if word.head == word.i or word.dep not in ("conj", "advcl", "xcomp", "acl", "parataxis", "dep"):
            continue
        told = next((k for k in children(tokens, word.i) if k.dep == "ccomp" and k.i > word.i), None)
        if told is None or has(tokens, word.i, *SUBJECTS, "cc", "aux", "obj", "iobj"):
            continue
        yield replace(told, head=word.head, dep="advcl")
        yield replace(word, head=told.i, dep="mark", pos="SCONJ", tag="IN")


def clauses_behind_after(tokens: Parsed) -> Iterator[Token]:
    """ "Left after a missile struck a school": a finite verb right behind "after a missile" tells of the missile."""
    for word in tokens:
        if word.lower not in ("after", "before", "since", "until") or word.dep != "case":
            continue
        noun = tokens[word.head]
        if noun.dep != "obl" or noun.i < word.i or noun.i + 1 >= len(tokens):
            continue
        verb = tokens[noun.i + 1]
        hung = verb.dep in ("xcomp", "ccomp", "conj", "dep") and verb.head == noun.head
        if (
            hung
            and verb.tag in ("VBD", "VBN")
            and has(tokens, verb.i, "obj")
            and not has(tokens, verb.i, *SUBJECTS, "cc")
        ):
            yield replace(noun, head=verb.i, dep="nsubj")
            yield replace(verb, dep="advcl", tag="VBD")
            yield replace(word, head=verb.i, dep="mark")
