"""What is only said: nobody's reports, claims and allegations, and what those whom it concerns deny."""

from __future__ import annotations

from collections.abc import Mapping

from kg.extract.grammar.objects import agents
from kg.extract.grammar.tree import Tree
from kg.records import EventStatus, Token

Grammar = Mapping[str, frozenset[str]]


def is_rumoured(tree: Tree, verb: Token, grammar: Grammar) -> bool:
    """ "Reports say that", "unconfirmed rumours suggested that": nobody's reports."""
    if verb.lemma not in grammar["reporting_verbs"]:
        return False
    subjects = (tree.tokens[k] for k in tree.kids(verb.i, "nsubj"))
    return any(
        t.lemma in grammar["hearsay"]
        and t.tag == "NNS"
        and not tree.kids(t.i, "nmod:poss", "compound", "nmod", "det")
        and all(tree.tokens[k].lower in grammar["possible_adjectives"] for k in tree.kids(t.i, "amod"))
        for t in subjects
    )


def is_content(tree: Tree, noun: Token, grammar: Grammar) -> bool:
    """Whether a noun stands behind "reports of"."""
    hearsay = tree.tokens[noun.head].lemma in grammar["hearsay"]
    return hearsay and noun.dep == "nmod" and tree.case(noun.i) == ("of",)


def of_hearsay(tree: Tree, noun: Token, grammar: Grammar) -> EventStatus:
    """ "Rejected claims that it arms them", "allegations that it arms them"."""
    governor = tree.tokens[tree.tokens[tree.head_of_conjuncts(noun.i)].head]
    return "denied" if governor.lemma in grammar["denying_verbs"] else "possible"


def hearsay_above(tree: Tree, noun: Token, grammar: Grammar) -> Token | None:
    """The noun for what is only said, a few phrases up: "a report in the newspaper that it killed them"."""
    for _ in range(3):
        if noun.pos == "NOUN" and noun.lemma in grammar["hearsay"]:
            return noun
        if noun.dep != "nmod":
            return None
        noun = tree.tokens[noun.head]
    return None


def is_said(tree: Tree, clause: Token) -> bool:
    """Whether a clause on a noun tells its content: "claims that it arms them", "allegations of arming them"."""
    return any(tree.tokens[k].lower in ("that", "of") for k in tree.kids(clause.i, "mark", "case"))


def is_told_by_nobody(tree: Tree, verb: Token, grammar: Grammar) -> bool:
    """ "It was reported that": by whom, nobody says."""
    if verb.lemma not in grammar["rumour_verbs"] or not tree.is_passive(verb.i):
        return False
    empty = any(tree.tokens[k].lower == "it" for k in tree.kids(verb.i, "nsubj", "nsubj:pass", "expl"))
    return empty and not agents(tree, verb.i)


def is_denied_aside(tree: Tree, verb: int) -> bool:
    """Whether what a clause tells is denied behind it: "said Chad had sent troops to Sudan, which Chad denies"."""
    if "which" not in tree.words or not tree.kids(verb, "obj", "obl", "advcl", "acl:relcl"):
        return False
    named = [k for k in tree.kids(verb, "obj", "obl") if tree.name(k) is not None]
    asides = tree.kids(verb, "advcl", "acl:relcl", "parataxis")
    asides += [k for n in named for k in tree.kids(n, "acl:relcl")]
    return any(
        tree.tokens[k].lemma == "deny"
        and any(tree.tokens[o].lower == "which" for o in tree.kids(k, "obj"))
        and bool(tree.kids(k, "nsubj"))
        for k in asides
    )
