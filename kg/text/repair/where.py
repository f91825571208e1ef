"""Phrases that tell where: two prepositions with one noun, the quarter of the sky before a town."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.english.closed import COMPASS
from kg.records import Token
from kg.text.repair.tree import Parsed, children

FIRST = frozenset(("in", "inside", "at", "near", "around"))
SECOND = frozenset(("around", "near", "outside"))
MODIFYING = ("DT", "JJ", "PRP$", "VBN")
ROLES = ("obl", "nmod", "obl:agent", "obl:unmarked", "nmod:unmarked", "obj", "appos", "flat", "conj")


def joined_prepositions(tokens: Parsed) -> Iterator[Token]:
    """ "In and around Goma": both prepositions are the noun's, whatever the parser made of the first."""
    for link in tokens[1:-2]:
        if link.lower not in ("and", "or"):
            continue
        before, behind = tokens[link.i - 1], tokens[link.i + 1]
        if before.lower not in FIRST or behind.lower not in SECOND:
            continue
        k = behind.i + 1
        while k + 1 < len(tokens) and (tokens[k].tag in MODIFYING or tokens[k].head == k + 1):
            k += 1
        noun = tokens[k]
        if noun.pos not in ("NOUN", "PROPN") or noun.dep not in ROLES:
            continue
        yield replace(before, tag="IN", pos="ADP", dep="case", head=noun.i)
        yield replace(link, dep="cc", head=behind.i)
        yield replace(behind, tag="IN", pos="ADP", dep="conj", head=before.i)


def quarters_taken_for_nouns(tokens: Parsed) -> Iterator[Token]:
    """ "By a bomb in east Baghdad Saturday": the town is where it was, not the east."""
    for token in tokens[1:-1]:
        if (
            token.lower not in COMPASS
            or token.dep not in ("obl", "nmod")
            or tokens[token.i - 1].dep != "case"
        ):
            continue
        town, case = tokens[token.i + 1], tokens[token.i - 1]
        if town.name is None or town.tag != "NNP" or town.dep not in ROLES or case.head != token.i:
            continue
        if town.head not in (token.i, token.head) or len(children(tokens, token.i)) > 1 + (
            town.head == token.i
        ):
            continue
        yield replace(town, dep=token.dep, head=token.head)
        yield replace(token, dep="amod", head=town.i)
        yield replace(case, head=town.i)
