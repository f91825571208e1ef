"""Whether somebody held a place once: "occupied the north during the war", "ruled it for a century"."""

from __future__ import annotations

from collections.abc import Mapping

from kg.english.closed import NOT
from kg.extract.grammar.tree import Tree

# Times that are over when they are told of in the past tense.
BYGONE = frozenset(("century", "era", "period"))
SPANS = frozenset(("year", "month", "week", "day", "decade"))
THROUGHOUT = (("during",), ("throughout",))
Grammar = Mapping[str, frozenset[str]]


def was_held(tree: Tree, verb: int, grammar: Grammar) -> bool:
    """Whether a verb of holding in the past tense tells of what is over: by its time, or by what came next."""
    token = tree.tokens[verb]
    if token.lemma not in grammar["holding_verbs"] or not _is_past(tree, verb):
        return False
    if any(tree.tokens[k].lower in BYGONE or tree.case(k) in THROUGHOUT for k in _times(tree, verb)):
        return True
    if any(tree.tokens[k].lemma in SPANS and tree.case(k) == ("for",) for k in _times(tree, verb)):
        return True  # "held the city for two years", where "has held" goes on
    return any(
        tree.tokens[k].lemma in grammar["leaving_verbs"] and _is_done(tree, k)
        for k in tree.kids(verb, "conj")
    )


def is_told_of_past(tree: Tree, verb: int, grammar: Grammar) -> bool:
    """Whether a state is told in the past tense, so that a year given with it is when it was so.

    Who "occupied" a town in a year came to hold it then.
    """
    lasting = tree.tokens[verb].lemma in grammar["holding_verbs"] - grammar["taking_verbs"]
    return lasting and _is_past(tree, verb)


def _is_past(tree: Tree, verb: int) -> bool:
    token = tree.tokens[verb]
    helping = [tree.tokens[k] for k in tree.kids(verb, "aux", "aux:pass")]
    if not helping:
        return token.tag == "VBD"
    return all(t.lower in ("was", "were") for t in helping) and token.tag != "VBG"


def _times(tree: Tree, verb: int) -> list[int]:
    """The phrases that may tell when: the verb's own, and those before its subject that were hung on that."""
    found = tree.kids(verb, "obl", "obl:unmarked")
    found += [k for o in tree.kids(verb, "obj") for k in tree.kids(o, "nmod")]
    return found + [k for s in tree.kids(verb, "nsubj") for k in tree.kids(s, "nmod") if k < s]


def _is_done(tree: Tree, verb: int) -> bool:
    """Whether somebody left, if only at last: "and left", "and did not leave until 2000"."""
    never = any(tree.tokens[k].lower in NOT for k in tree.kids(verb, "advmod"))
    if any(
        tree.name(k) is not None for k in tree.kids(verb, "obj", "obl") if tree.case(k) in ((), ("from",))
    ):
        return False  # "held Kandahar and left Herat"
    late = any(tree.case(k) == ("until",) for k in tree.kids(verb, "obl", "nmod"))
    return tree.tokens[verb].tag in ("VBD", "VBN") and not never or late
