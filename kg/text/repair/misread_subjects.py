"""Subjects that the parser gave to another word, or to none."""

from __future__ import annotations

from dataclasses import replace

from kg.text.repair.misread_roots import FINITE
from kg.text.repair.tree import Parsed, children


def subject_as_conjunct(tokens: Parsed) -> None:
    """ "Troops defeated ISIS and Turkey would move in": a noun before a modal is its subject, no second object."""
    for t in tokens[:-1]:
        if (
            t.dep != "conj"
            or tokens[t.head].dep not in ("obj", "obl", "nmod")
            or t.pos not in ("PROPN", "NOUN")
        ):
            continue
        following = tokens[t.i + 1]
        if following.tag != "MD" and not (following.pos == "AUX" and following.tag in FINITE):
            continue
        verb = tokens[following.head]
        if (
            verb.i <= t.i
            or verb.pos != "VERB"
            or any(k.dep.startswith("nsubj") for k in children(tokens, verb.i))
        ):
            continue
        clause = tokens[t.head]
        while clause.pos not in ("VERB", "AUX") and clause.head != clause.i:
            clause = tokens[clause.head]
        if clause.i >= t.i or clause.i == verb.i:
            continue
        tokens[t.i] = replace(
            t, head=verb.i, dep="nsubj:pass" if verb.tag == "VBN" and following.lemma == "be" else "nsubj"
        )
        for k in children(tokens, t.i):
            if k.dep == "cc":
                tokens[k.i] = replace(k, head=verb.i)
        tokens[verb.i] = replace(verb, head=clause.i, dep="conj")


def between_and(tokens: Parsed) -> None:
    """ "Between A and B" are always two: B belongs to A, and what follows has its subject elsewhere."""
    for case in tokens:
        if case.lower != "between" or case.dep != "case":
            continue
        first = tokens[case.head]
        if any(t.dep == "conj" for t in children(tokens, first.i)):
            continue
        link = next((t for t in tokens[first.i + 1 : first.i + 3] if t.lower == "and"), None)
        if link is None or link.i + 1 >= len(tokens):
            continue
        k = link.i + 1
        while k + 1 < len(tokens) and tokens[k].pos in ("DET", "ADJ"):
            k += 1
        second = tokens[k]
        if second.pos not in ("PROPN", "NOUN") or second.head <= first.i:
            continue
        verb = second.head
        tokens[k] = replace(second, head=first.i, dep="conj")
        tokens[link.i] = replace(tokens[link.i], head=k, dep="cc")
        noun = tokens[first.head]
        if (
            second.dep in ("nsubj", "nsubj:pass")
            and noun.pos == "NOUN"
            and noun.i < first.i
            and not any(t.dep in ("nsubj", "nsubj:pass") for t in children(tokens, verb))
        ):
            if noun.head == noun.i:
                tokens[verb] = replace(tokens[verb], dep="root", head=verb)
            tokens[noun.i] = replace(tokens[noun.i], head=verb, dep=second.dep)


def name_before_verb(tokens: Parsed, i: int) -> None:
    """A name without preposition right before a finite verb that lacks a subject is its subject."""
    kids = children(tokens, i)
    if i == 0 or any(t.dep in ("nsubj", "nsubj:pass", "expl", "mark") for t in kids):
        return
    k = i - 1
    while k > 0 and tokens[k].pos in ("ADV", "AUX"):
        k -= 1
    name = tokens[k]
    if (
        name.name is None
        or name.head != i
        and tokens[name.head].head != i
        or name.dep not in ("obl", "obl:unmarked", "nmod", "nmod:unmarked", "appos", "dep", "conj")
    ):
        return
    if any(t.dep in ("case", "cc") for t in children(tokens, name.i)):
        return
    tokens[name.i] = replace(name, head=i, dep="nsubj")
    for t in kids:
        if t.dep in ("csubj", "csubj:pass") and t.tag == "VBG":
            tokens[t.i] = replace(t, dep="advcl")


def subject_behind_conjunction(tokens: Parsed, i: int) -> None:
    """ "Since the capital fell": since, after, before open a clause when a finite verb without subject follows."""
    verb = tokens[i]
    kids = children(tokens, i)
    if verb.dep != "conj" or any(t.dep in ("nsubj", "nsubj:pass", "cc") for t in kids):
        return
    for t in reversed(children(tokens, verb.head)):
        if t.dep == "obl" and verb.head < t.i < i:
            case = [
                k
                for k in children(tokens, t.i)
                if k.dep == "case" and k.lower in ("since", "after", "before", "until", "as")
            ]
            if case:
                tokens[t.i] = replace(t, head=i, dep="nsubj")
                tokens[case[0].i] = replace(case[0], head=i, dep="mark")
                tokens[i] = replace(verb, dep="advcl")
            return


def subject_in_apposition(tokens: Parsed, i: int) -> None:
    """ "In a statement, X, a spokesman for Y, blamed": a clause without subject takes the name in apposition."""
    verb = tokens[i]
    kids = children(tokens, i)
    if verb.dep not in ("root", "ccomp", "parataxis") or any(
        t.dep in ("nsubj", "nsubj:pass", "csubj", "expl") for t in kids
    ):
        return
    for t in kids:
        if t.dep == "obl" and t.i < i:
            names = [
                k
                for k in children(tokens, t.i)
                if k.dep == "appos" and k.name is not None and tokens[k.i - 1].lower == ","
            ]
            if names and t.name is None:
                tokens[names[0].i] = replace(names[0], head=i, dep="nsubj")
                return
