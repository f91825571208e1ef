"""What never came about: tried in vain, prevented, ruled out, a plan that was dropped."""

from __future__ import annotations

from collections.abc import Mapping

from kg.extract.grammar.tree import Tree
from kg.records import Token

FURTHEST = 5  # clauses between what was prevented and the verb that says so
Grammar = Mapping[str, frozenset[str]]


def is_vain(tree: Tree, trying: Token, grammar: Grammar) -> bool:
    """ "Tried in vain to", "attempted to take it but were repelled"."""
    if any(tree.tokens[k].lower in grammar["vain_words"] for k in tree.kids(trying.i, "advmod", "obl")):
        return True
    ends = tree.kids(trying.i, "conj")
    return any(
        tree.tokens[k].lemma in grammar["repelled_words"]
        and any(tree.tokens[c].lower == "but" for c in tree.kids(k, "cc"))
        for k in ends
    )


def is_ruled_out(tree: Tree, token: Token, head: Token) -> bool:
    """ "Ruled out sending troops"."""
    return token.tag == "VBG" and head.lemma == "rule" and tree.tokens[head.i + 1].lower == "out"


def preventing(tree: Tree, token: Token, grammar: Grammar) -> int | None:
    """The verb in "prevented X from seizing it", "prevented X, who is backed by Y, from seizing it"."""
    above = [tree.tokens[k] for k in tree.up(token.i)][:FURTHEST]
    if above and above[0].lemma in grammar["preventing_verbs"]:
        return above[0].i
    far = (t.i for t in above if t.lemma in grammar["preventing_verbs"] and tree.kids(t.i, "obj"))
    return next(far, None) if token.tag == "VBG" else None


def has_failed(tree: Tree, noun: Token, grammar: Grammar) -> bool:
    """ "Its attempt to take the town failed", "a foiled plot to", "averted an attempt to"."""
    if any(tree.tokens[k].lower in grammar["failed_adjectives"] for k in tree.kids(noun.i, "amod")):
        return True
    verb = tree.tokens[noun.head]
    failed = noun.dep == "nsubj" and verb.lemma == "fail"
    undone = ("averting_verbs", "repelling_verbs", "abandoning_verbs")
    averted = noun.dep in ("obj", "nsubj:pass") and any(verb.lemma in grammar[kind] for kind in undone)
    return verb.pos == "VERB" and (failed or averted)
