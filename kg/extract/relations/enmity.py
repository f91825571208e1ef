"""Enmity told by its aim: whose efforts are to defeat somebody is his enemy already."""

from __future__ import annotations

from kg.extract.grammar.objects import is_infinitive
from kg.extract.grammar.tree import Tree
from kg.rules.words import WordLists


def is_aim_of_enemy(tree: Tree, verb: int, words: WordLists) -> bool:
    """Whether a verb tells what somebody works for: "efforts to defeat them", "is fighting to oust them"."""
    grammar = words.grammar
    verb = tree.head_of_conjuncts(verb)
    token = tree.tokens[verb]
    head = tree.tokens[token.head]
    if head.i == verb or not (is_infinitive(tree, verb) or token.tag == "VBG"):
        return False
    before = next((k for k in tree.kids(verb, "mark", "aux", "case")), verb) - 1
    near = tree.tokens[before] if before >= 0 else head  # the noun on which "to defeat" follows
    for word in (near, head):
        if word.pos == "NOUN" and word.lemma in grammar["enemy_aims"]:
            return True
    if head.pos not in ("VERB", "ADJ") or head.lemma not in grammar["enemy_efforts"]:
        return False
    return not any(
        tree.tokens[k].lower in grammar["negations"] or tree.tokens[k].tag == "MD"
        for k in tree.children[head.i]
    )
