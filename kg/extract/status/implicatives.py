"""Verbs whose infinitive came about when they did: "used the truce to seize", "enabled rebels to take"."""

from __future__ import annotations

from collections.abc import Mapping

from kg.extract.grammar.objects import is_infinitive
from kg.extract.grammar.tree import Tree
from kg.records import Token

LETTING = frozenset("permit allow".split())
Grammar = Mapping[str, frozenset[str]]
DONE = frozenset("has have had was were been".split())
OWN = frozenset("its his her their".split())


def is_use(tree: Tree, token: Token, head: Token, grammar: Grammar) -> bool:
    """Whether somebody does something with what he has: "used the truce to seize", "took advantage of it to"."""
    if not is_infinitive(tree, token.i) or token.i < head.i:
        return False
    things = tree.kids(head.i, "obj", "nsubj:pass")
    taken = head.lemma == "take" and any(tree.tokens[k].lemma == "advantage" for k in things)
    if head.lemma == "go" and any(tree.tokens[k].lower == "on" for k in tree.kids(head.i, "advmod")):
        return True  # "went on to attack"
    return taken or head.lemma in grammar["using_verbs"] and bool(things)


def has_caused(tree: Tree, head: Token, grammar: Grammar) -> bool:
    """Whether a governing verb brought its infinitive about: "enabled rebels to take it".

    Who "allowed its forces to attack" had them attack; others may be allowed in vain, but what a deed allowed was done.
    """
    if tree.is_passive(head.i):
        return False
    caused = head.lemma in grammar["causing_verbs"]
    if head.tag == "VBG":  # "withdrew, allowing the rebels to enter"
        return (caused or head.lemma in LETTING) and _comes_of_deed(tree, head)
    if head.tag not in ("VBD", "VBN"):
        return False
    doers = tree.kids(head.i, "obj", "iobj")
    own = any(tree.tokens[p].lower in OWN for k in doers for p in tree.kids(k, "nmod:poss"))
    by_deed = any(
        tree.name(k) is None and tree.tokens[k].lemma in grammar["opening_things"]
        for k in tree.kids(head.i, "nsubj")
    )
    return caused or head.lemma in LETTING and (own or by_deed)


def _comes_of_deed(tree: Tree, participle: Token) -> bool:
    """Whether a participle tells what came of something done: "withdrew, allowing the rebels to enter"."""
    verb = tree.tokens[participle.head]
    helping = [tree.tokens[k].lower for k in tree.kids(verb.i, "aux")]
    done = verb.tag in ("VBD", "VBN") and all(word in DONE for word in helping)
    unmarked = not tree.kids(participle.i, "mark", "case", "aux")
    return participle.dep == "advcl" and participle.i > verb.i and unmarked and done
