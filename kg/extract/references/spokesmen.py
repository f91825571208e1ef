"""Office holders who stand for their states: "the foreign ministers of Iran and Egypt met"."""

from __future__ import annotations

from kg.extract.grammar.tree import Tree
from kg.rules.words import WordLists

# Heads of states and those who speak for them; "partners of Russia" or "officers of" do not.
SPEAKING = frozenset(
    """leader president minister premier chancellor king envoy ambassador representative diplomat negotiator delegate
    official delegation chief""".split()
)
SENDERS = (("of",), ("from",))
FEW = 2


def sent_by(tree: Tree, i: int, words: WordLists) -> list[int]:
    """The names of those whose leaders, ministers or envoys the plural at token i tells of, if there are several.

    The parser joins the later names of a long list to the ministers instead of to the first name. What is done to
    ministers, killing them, is not done to their states.
    """
    token = tree.tokens[i]
    if token.tag not in ("NNS", "NNPS") or token.lemma.lower() not in SPEAKING or token.name is not None:
        return []
    head = tree.tokens[token.head]
    if token.dep == "nsubj:pass" or (
        token.dep == "obj" and head.lemma not in words.grammar["addressing_verbs"]
    ):
        return []
    first = next((k for k in tree.kids(i, "nmod") if k > i and tree.case(k) in SENDERS), None)
    if first is None:
        return []
    listed = sorted(
        {*tree.conjuncts(first), *(k for k in tree.kids(i, "conj") if k > first and not tree.case(k))}
    )
    is_list = len(listed) >= FEW and all(tree.name(k) is not None for k in listed)
    return listed if is_list else []
