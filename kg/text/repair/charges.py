"""Charges that the parser hangs on the wrong noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.records import Token
from kg.text.repair.tree import Parsed, children

Tokens = Parsed

CHARGING = frozenset(("accuse", "suspect", "convict"))
SINGLING_OUT = frozenset(
    "especially particularly notably mainly chiefly primarily specifically namely".split()
)
LOOSE = frozenset(("obl", "nmod", "appos", "dep"))


def charges_behind_examples(tokens: Tokens) -> Iterator[Token]:
    """ "Accused the West, especially France, of arming them": what stands behind ", of" is what all are accused of."""
    for of in tokens:
        if of.lower != "of" or of.i < 3 or tokens[of.i - 1].lower != ",":
            continue
        deed = tokens[of.head]
        if deed.tag != "VBG" or deed.i < of.i or deed.dep not in ("acl", "advcl"):
            continue
        charging = _charging(tokens, of.i)
        if charging is None:
            continue
        accused = next((t for t in children(tokens, charging.i) if t.dep == "obj"), None)
        if accused is None or accused.i > of.i:
            continue
        if deed.head != charging.i:
            yield replace(deed, head=charging.i, dep="advcl")
        for named in (*children(tokens, charging.i), *children(tokens, accused.i)):
            singled = any(t.lower in SINGLING_OUT for t in children(tokens, named.i))
            if accused.i < named.i < of.i and named.dep in LOOSE and singled:
                yield replace(named, head=accused.i, dep="conj")


def _charging(tokens: Tokens, of: int) -> Token | None:
    """The nearest verb of accusing before "of", with no other clause between."""
    for token in reversed(tokens[:of]):
        if token.pos == "VERB" and token.tag != "VBG" and token.dep not in ("acl:relcl", "amod"):
            return token if token.lemma in CHARGING else None
        if token.lower == ";":
            return None
    return None
