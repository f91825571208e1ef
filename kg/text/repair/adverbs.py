"""Adverbs, amounts and places that the parser took for a verb or a subject."""

from __future__ import annotations

from dataclasses import replace

from kg.english.closed import IN_PLACE
from kg.english.lemma import lemma
from kg.records import Token
from kg.text.repair.misread_roots import FINITE
from kg.text.repair.misread_tags import WordRule
from kg.text.repair.tree import Parsed, children

AMOUNTS = frozenset(("many", "few", "much", "up"))  # "as many as 10 bombers", "up to 40 rebels"
SUBJECTS = ("nsubj", "nsubj:pass")
SUBJECT_LIKE = (*SUBJECTS, "csubj", "expl")


def finite_adverb(_parsed: Parsed, changed: Parsed, token: Token) -> None:
    """What has the tag of a finite verb is no adverb."""
    if token.pos == "ADV":
        changed[token.i] = replace(token, pos="VERB", lemma=lemma(token.text, token.tag, "VERB"))


def verb_read_as_adverb(_parsed: Parsed, changed: Parsed, token: Token) -> None:
    """ "Russia and Iran back Assad": what has a subject and an object is no adverb or preposition."""
    if token.pos != "ADP" and (token.pos != "ADV" or token.tag in FINITE):
        return
    below = {t.dep: t for t in children(changed, token.i)}
    if "nsubj" in below and "obj" in below and not below.keys() & {"cop", "aux", "case"}:
        changed[token.i] = replace(token, tag="VBP", pos="VERB", lemma=lemma(token.text, "VBP", "VERB"))


def amount_as_root(tokens: Parsed) -> None:
    """ "As many as 10 bombers killed 25 people": the amount belongs to the noun, and the noun to the verb."""
    amount = next((t for t in tokens if t.head == t.i), None)
    if amount is None or amount.lower not in AMOUNTS:
        return
    noun = _counted(tokens, amount)
    verbs = (
        [] if noun is None else [t for t in children(tokens, noun.i) if t.dep == "acl" and t.i == noun.i + 1]
    )
    if noun is None or not verbs or not any(t.dep == "obj" for t in children(tokens, verbs[0].i)):
        return
    verb = verbs[0]
    for t in children(tokens, amount.i):
        if t.i > verb.i:
            tokens[t.i] = replace(t, head=verb.i)
    tokens[verb.i] = replace(verb, tag="VBD", dep="root", head=verb.i)
    tokens[noun.i] = replace(noun, dep="nsubj", head=verb.i)
    tokens[amount.i] = replace(amount, dep="advmod", head=noun.i)


def amount_before_verb(tokens: Parsed, i: int) -> None:
    """ "Up to 40 rebels attacked": a verb without a subject has the counted noun before it."""
    kids = children(tokens, i)
    if any(t.dep in SUBJECT_LIKE for t in kids):
        return
    for amount in kids:
        if amount.lower not in AMOUNTS or amount.i > i:
            continue
        noun = _counted(tokens, amount)
        if noun is not None and noun.i in (i - 1, i - 2):
            passive = any(t.dep == "aux:pass" for t in kids)
            tokens[noun.i] = replace(noun, dep="nsubj:pass" if passive else "nsubj", head=i)
            tokens[amount.i] = replace(amount, head=noun.i)
        return


def _counted(tokens: Parsed, amount: Token) -> Token | None:
    """The noun of "as many as N …" or "up to N …"."""
    for noun in children(tokens, amount.i):
        below = children(tokens, noun.i)
        bound = any(t.dep == "case" and t.lower in ("as", "to") for t in below)
        if noun.dep == "obl" and bound and any(t.dep == "nummod" for t in below):
            return noun
    return None


def place_as_subject(tokens: Parsed, i: int) -> None:
    """ "In southern Lebanon 30,000 soldiers fought": what stands behind "in" is no subject, but what follows it is."""
    for place in children(tokens, i):
        if place.dep not in SUBJECTS or place.i > i:
            continue
        below = children(tokens, place.i)
        if not any(t.dep == "case" and t.lower in IN_PLACE and t.i < place.i for t in below):
            continue
        following = [
            t for t in below if t.dep == "appos" and place.i < t.i < i and t.pos in ("NOUN", "PROPN")
        ]
        if len(following) == 1 and tokens[following[0].i - 1].lower != ",":
            tokens[following[0].i] = replace(following[0], dep=place.dep, head=i)
            tokens[place.i] = replace(place, dep="obl")
        return


ADVERB_RULES = (
    WordRule(finite_adverb, tags=frozenset(FINITE)),
    WordRule(verb_read_as_adverb, deps=frozenset(("root", "ccomp", "conj", "advcl", "parataxis"))),
)
