"""Names that the parser made a second subject: the place behind "the capital", who stands before a colon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.records import Token
from kg.text.repair.tree import SUBJECTS, Parsed, children, has, under

SETTLEMENTS = frozenset(
    ("capital", "city", "town", "village", "port", "province", "district", "region", "suburb")
)


def places_taken_for_subjects(tokens: Parsed) -> Iterator[Token]:
    """ "A series of attacks across the capital Kabul killed": the name behind "the capital" is where."""
    for name in tokens:
        if name.name is None or name.dep not in SUBJECTS or name.i == 0:
            continue
        noun = tokens[name.i - 1]
        if noun.lemma not in SETTLEMENTS or noun.head != name.i or noun.dep != "nmod":
            continue
        verb = tokens[name.head]
        first = next((k for k in children(tokens, verb.i) if k.dep in SUBJECTS and k.i < noun.i), None)
        if first is None or not has(tokens, noun.i, "case"):
            continue
        inside = [t for t in tokens[first.i : noun.i] if t.pos == "NOUN" and under(tokens, t.i, first.i)]
        yield replace(noun, head=inside[-1].i)
        yield replace(name, head=noun.i, dep="appos")


def headings_taken_for_subjects(tokens: Parsed) -> Iterator[Token]:
    """ "The UN: Houthi forces shelled Taiz": who stands before a colon tells what follows, and does nothing in it."""
    colon = next((t for t in tokens if t.text == ":"), None)
    if colon is None or colon.i == 0:
        return
    name = tokens[colon.i - 1]
    if name.dep not in SUBJECTS or name.head < colon.i:
        return
    others = [k for k in children(tokens, name.head) if k.dep in SUBJECTS and k.i > colon.i]
    if others:
        yield replace(name, dep="dislocated")


def counted_lists(tokens: Parsed) -> Iterator[Token]:
    """ "An officer, two soldiers and three civilians were killed": a subject behind "and" joins the first."""
    for last in tokens:
        if last.dep not in ("nsubj", "nsubj:pass") or last.pos not in ("NOUN", "PROPN"):
            continue
        own = children(tokens, last.i)
        if not any(k.dep == "cc" and k.lower == "and" and k.i < last.i for k in own):
            continue
        subjects = [k for k in children(tokens, last.head) if k.dep == last.dep and k.i < last.i]
        if len(subjects) == 1 and subjects[0].pos in ("NOUN", "PROPN"):
            yield replace(last, head=subjects[0].i, dep="conj")


def places_behind_places(tokens: Parsed) -> Iterator[Token]:
    """ "A blast in the town of Kilis, near the border": what is near stands behind the place that it tells of."""
    for case in tokens:
        if case.lower != "near" or case.dep != "case" or case.i < 3 or tokens[case.i - 1].text != ",":
            continue
        near, town = tokens[case.head], tokens[case.i - 2]
        if near.dep != "obl" or near.i < case.i or near.head > town.i or town.name is None:
            continue
        if town.dep in ("nmod", "obl") and has(tokens, town.i, "case"):
            yield replace(near, head=town.i, dep="nmod")


def qualifiers_taken_for_heads(tokens: Parsed) -> Iterator[Token]:
    """ "The group's Sunni, Druze and Christian allies": three qualify the noun at the end."""
    for last in tokens:
        if last.dep != "appos" or last.tag != "NNS" or last.name is not None:
            continue
        first = tokens[last.head]
        amod = next((k for k in children(tokens, last.i) if k.dep in ("amod", "compound")), None)
        if amod is None or first.pos not in ("PROPN", "ADJ") or first.i + 2 != amod.i:
            continue
        more = [k for k in children(tokens, amod.i) if k.dep == "conj" and k.i == last.i - 1]
        if not more or tokens[first.i + 1].text != "," or not has(tokens, first.i, "nmod:poss", "det"):
            continue
        yield replace(last, head=last.i if first.head == first.i else first.head, dep=first.dep)
        yield replace(first, head=last.i, dep="amod")
        yield replace(amod, head=first.i, dep="conj")
        yield replace(more[0], head=first.i)
        for k in children(tokens, first.i):
            if k.i != last.i and k.text != ",":
                yield replace(k, head=last.i)
