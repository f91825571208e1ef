"""Subjects that the parser read into the date before them: "On 4 May 2019 rebels attacked"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.english.closed import MONTHS
from kg.records import Token
from kg.text.repair.tree import SUBJECTS, Parsed, children, has, is_passive

FINITE = ("VBD", "VBZ", "VBP")
OPENING = frozenset(("on", "in", "between", "since", "from", "by", "until"))


def names_behind_dates(tokens: Parsed) -> Iterator[Token]:
    """ "On October 6, X and Y met": names behind a date's comma are the subject of a verb that has none."""
    for date in tokens:
        if date.dep != "obl" or date.pos not in ("NUM", "PROPN", "NOUN") or not has(tokens, date.i, "case"):
            continue
        verb = tokens[date.head]
        if (
            verb.i < date.i
            or verb.tag not in FINITE
            or any(k.dep in SUBJECTS for k in children(tokens, verb.i))
        ):
            continue
        names = [k for k in children(tokens, date.i) if k.dep in ("conj", "appos") and date.i < k.i < verb.i]
        if not names or names[0].name is None or tokens[names[0].i - 1].text != ",":
            continue
        if not all(k.pos in ("PROPN", "NOUN") for k in names) or date.name is not None:
            continue
        yield replace(names[0], head=verb.i, dep="nsubj")
        for other in names[1:]:
            yield replace(other, head=names[0].i, dep="conj")


def subjects_behind_dates(tokens: Parsed) -> Iterator[Token]:
    """ "On 4 May 2019 rebels attacked", "between 2010 and 2012 troops shelled it": the noun is no part of the date."""
    opening = next((t for t in tokens[:2] if t.dep == "case" and t.lower in OPENING), None)
    if opening is None:
        return
    last = opening.i
    while last + 1 < len(tokens) and _is_of_date(tokens[last + 1], tokens[last]):
        last += 1
    if last == opening.i or not _is_year_or_month(tokens[last]):
        return
    noun, first = tokens[last], tokens[opening.i + 1]
    while noun.i <= last and noun.head != noun.i:
        noun = tokens[noun.head]
    verb = _verb_without_subject(tokens, opening, first, noun)
    between = tokens[last + 1 : noun.i]
    if verb is None or noun.i <= last or any(t.text == "," or t.dep in ("case", "cc") for t in between):
        return
    yield replace(noun, head=verb.i, dep="nsubj:pass" if is_passive(tokens, verb.i) else "nsubj")
    yield replace(first, head=verb.i, dep="obl")
    yield replace(opening, head=first.i)
    for token in tokens[first.i + 1 : last + 1]:
        if token.head > last and token.dep != "cc":
            yield replace(token, head=first.i, dep="nmod:unmarked")
        elif token.dep == "cc":
            yield replace(token, head=last)


def _verb_without_subject(tokens: Parsed, opening: Token, first: Token, noun: Token) -> Token | None:
    """The finite verb behind a noun that was read as part of a date, if it has no subject."""
    if noun.pos not in ("NOUN", "PROPN"):
        return None
    if noun.dep == "obl" and opening.head == noun.i:
        verb = tokens[noun.head]
    elif noun.dep == "conj" and noun.head == first.i and first.dep == "obl":
        verb = tokens[first.head]
    else:
        return None
    finite = verb.tag in FINITE or has(tokens, verb.i, "aux", "aux:pass")
    return verb if verb.i > noun.i and finite and not has(tokens, verb.i, *SUBJECTS) else None


def _is_of_date(token: Token, before: Token) -> bool:
    if token.lower == "and":
        return before.tag == "CD"
    return token.lower in MONTHS or token.tag == "CD" and token.text.isdigit()


def _is_year_or_month(token: Token) -> bool:
    return token.lower in MONTHS or token.text.isdigit() and len(token.text) == 4
