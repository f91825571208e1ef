"""Negation that stands before a part of a clause: "no rebels attacked", "killed no civilians"."""

from __future__ import annotations

from kg.extract.grammar.tree import SUBJECTS, Tree

NOBODY = frozenset(("none", "nobody", "nothing", "neither"))
DENYING = frozenset(("no", "neither"))
# "No fewer than 20 rebels", "no doubt": some there are.
COUNTING = frozenset(("fewer", "less", "more", "later", "sooner", "doubt", "matter", "longer"))
SINGLE = frozenset(("a", "an", "one", "single", "even"))  # "not a single soldier", not "not all"


def is_negated_by_part(tree: Tree, verb: int, *, objects: bool) -> bool:
    """Whether the subject of a verb, or its object where `objects` are asked for, is said to be nobody."""
    parts = tree.kids(verb, *SUBJECTS, *(("obj",) if objects else ()))
    return any(is_nobody(tree, k) for k in parts)


def is_nobody(tree: Tree, i: int) -> bool:
    """ "None of them", "no one", "no rebels", "neither side", "not a single soldier"."""
    tokens = tree.tokens
    if tokens[i].lower in NOBODY:
        return True
    for k in tree.kids(i, "det", "amod", "cc:preconj", "cc", "advmod"):
        after = tokens[k + 1].lower if k + 1 < len(tokens) else ""
        if k < i and (
            tokens[k].lower in DENYING
            and after not in COUNTING
            or tokens[k].lower == "not"
            and after in SINGLE
        ):
            return True
    return False
