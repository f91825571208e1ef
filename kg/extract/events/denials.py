"""Denials without a verb of denying: "the army said it was not responsible", "Iran says it had no hand in it"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.english.closed import NOT
from kg.extract.drafts import Draft
from kg.extract.grammar.frame import Frame
from kg.extract.grammar.subjects import external
from kg.extract.grammar.tree import SUBJECTS, Tree
from kg.extract.references.resolver import Resolver
from kg.extract.references.state import ACTORS
from kg.records import Argument
from kg.rules.words import WordLists

RULE = "rejection"
GUILTY = frozenset(("responsible", "involved", "involve", "complicit", "behind"))
DENIED = GUILTY | {"have"}
SHARES = frozenset(("role", "part", "hand", "involvement"))  # "had no part in"
FINDING = frozenset(
    ("determine", "conclude", "find", "maintain")
)  # "said it had determined it was not responsible"


def denials(tree: Tree, resolver: Resolver, words: WordLists) -> Iterator[Draft]:
    """Drafts of rejections by those who say of themselves that they did not do it."""
    if DENIED.isdisjoint(tree.words):
        return
    for token in tree.tokens:
        if token.lemma in DENIED:
            told = _told(tree, token.i, words)
            who = None if told is None else speaks_of_self(tree, token.i, told, resolver, words)
            if told is not None and who:
                frame = Frame(token.i, (token.i,), clause=told)
                yield Draft(RULE, frame, (token.start, token.end), type="Rejection", agents=who, holds=True)


def _told(tree: Tree, i: int, words: WordLists) -> int | None:
    """The verb that reports a clause in which guilt is denied."""
    token = tree.tokens[i]
    if token.lemma == "have":
        none = not _has_no_share(tree, i)
    else:
        none = not any(tree.tokens[k].lower in NOT for k in tree.kids(i, "advmod"))
    head = tree.tokens[token.head]
    if none or token.dep != "ccomp" or head.pos != "VERB":
        return None
    is_told = head.lemma in words.grammar["reporting_verbs"] or head.lemma in FINDING
    return head.i if is_told else None


def _has_no_share(tree: Tree, verb: int) -> bool:
    """ "Had no part in", "had nothing to do with"."""
    for k in tree.kids(verb, "obj"):
        if tree.tokens[k].lower == "nothing":
            return any(tree.tokens[c].lemma == "do" for c in tree.kids(k, "acl"))
        if tree.tokens[k].lemma in SHARES:
            return any(tree.tokens[d].lower == "no" for d in tree.kids(k, "det"))
    return False


def speaks_of_self(
    tree: Tree, i: int, report: int, resolver: Resolver, words: WordLists
) -> tuple[Argument, ...]:
    """Those who speak, when the clause is about themselves."""
    subjects = [a for k in tree.kids(i, *SUBJECTS) for a in resolver.arguments(k, "actor")]
    tellers = [a for k in external(tree, report, words) for a in resolver.arguments(k, "actor")]
    about = {a.entity.id for a in subjects}
    return tuple(a for a in tellers if a.entity.id in about and a.entity.type in ACTORS)
