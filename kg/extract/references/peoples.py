"""Peoples who stand for their states: "the Turks struck", "talks with the Iranians"; not "Turks were killed"."""

from __future__ import annotations

from collections.abc import Mapping

from kg.extract.grammar.tree import Tree

Grammar = Mapping[str, frozenset[str]]
WITH = (("with",), ("between",), ("against",))


def acts_as_state(tree: Tree, i: int, grammar: Grammar) -> bool:
    """Whether the plural of a people at token i does or undergoes what states do.

    "The Turks" only: "Turks" without article, "three Turks" and "the Turks who fled" are people.
    """
    first = tree.head_of_conjuncts(i)
    token = tree.tokens[first]
    if tree.tokens[i].lower in grammar["peoples_only"] or not _is_whole(tree, i):
        return False
    if first != i and not _is_whole(tree, first):
        return False
    if not any(tree.tokens[k].lower == "the" for k in (*tree.kids(i, "det"), *tree.kids(first, "det"))):
        return False
    head = tree.tokens[token.head]
    case = tree.case(first)
    if token.dep == "nsubj":
        done = [head.i, *tree.kids(head.i, "xcomp")]
        return any(tree.tokens[k].lemma in grammar["deeds_of_states"] for k in done)
    if case == ("by",):
        is_deed = head.pos != "VERB" or head.lemma in grammar["deeds_of_states"]
        return token.dep == "obl:agent" and is_deed
    if token.dep == "obj":
        return head.lemma in grammar["addressing_verbs"] or head.lemma in grammar["done_to_states"]
    return case in WITH and head.lemma in grammar["dealings_of_states"]


def _is_whole(tree: Tree, i: int) -> bool:
    """Whether nothing narrows the people down to some of them."""
    kids = tree.kids(i, "nummod", "amod", "compound", "acl", "acl:relcl", "nmod", "nmod:poss", "appos")
    return not kids and not any(tree.tokens[k].lower not in ("the",) for k in tree.kids(i, "det"))
