"""Phrases behind a deed that is judged: "condemned the attack in Beni on 3 July", "accused of a massacre in Axum"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.records import Token
from kg.text.repair.hangings import BLOWS
from kg.text.repair.tree import Parsed, children, first_of, has, preposition, under

JUDGING = frozenset(
    "condemn denounce deplore decry criticise criticize praise hail mourn lament regret".split()
)
CHARGING = frozenset("accuse blame suspect convict acquit clear charge".split())
OFFENCE = ("of", "for", "with", "over")
DEEDS = BLOWS | frozenset(
    "killing massacre abduction kidnapping murder assassination coup shooting airstrikes offensive invasion crackdown"
    " incursion atrocity arrest siege bombardment violence fighting".split()
)
WHERE = frozenset("in at near on of outside inside across along by against".split())


def phrases_of_the_condemned(tokens: Parsed) -> Iterator[Token]:
    """ "Condemned the attack in Beni": who condemns does so wherever he is; it was the attack that was in Beni."""
    for deed in tokens:
        if deed.lemma not in DEEDS:
            continue
        verb = tokens[deed.head]
        if verb.pos != "VERB" or deed.i < verb.i:
            continue
        judged = deed.dep == "obj" and verb.lemma in JUDGING
        charged = deed.dep == "obl" and verb.lemma in CHARGING and preposition(tokens, deed.i) in OFFENCE
        if not (judged or charged):
            continue
        end = _last_of(tokens, deed.i)
        moved = False
        for phrase in children(tokens, verb.i):
            begin = first_of(tokens, phrase.i)
            if phrase.dep not in ("obl", "obl:unmarked", "obl:tmod") or begin != end + 1:
                continue
            told_of = phrase.name is not None or _is_date(tokens, phrase) and (moved or end > deed.i)
            if tokens[begin].lower not in WHERE or not told_of:
                return  # "condemned the attack on Monday": either may have been on Monday
            yield replace(phrase, head=deed.i, dep="nmod")
            moved, end = True, _last_of(tokens, phrase.i)


def _is_date(tokens: Parsed, phrase: Token) -> bool:
    """Whether a phrase gives a day by its number: "on 3 July", not "on Tuesday", "at a meeting"."""
    return phrase.pos == "NUM" or phrase.pos == "PROPN" and has(tokens, phrase.i, "nummod")


def _last_of(tokens: Parsed, head: int) -> int:
    """Where the phrase of a token ends."""
    below = (t.i for t in tokens[head:] if under(tokens, t.i, head) and t.dep != "punct")
    return max(below, default=head)
