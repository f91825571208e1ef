"""What a group was called before: "HTS (formerly the Nusra Front)", "the SNA, previously known as X,"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.drafts import Draft
from kg.extract.grammar.frame import Frame
from kg.extract.relations.ties import Ties
from kg.rules.claims import RuleSet

OPENING = ("(", ",", "[", "–", "—", "-")
BETWEEN = frozenset(("known", "called", "as", "the", "named"))
GROUPS = ("ArmedGroup", "Organisation")


def former_names(ties: Ties, i: int, rules: RuleSet) -> Iterator[Draft]:
    """The group that the adverb at token i calls the predecessor of the one before the bracket or comma."""
    tokens, tree = ties.tree.tokens, ties.tree
    if i < 2 or tokens[i - 1].lower not in OPENING:
        return
    k = i + 1
    while k < len(tokens) and tokens[k].lower in BETWEEN:
        k += 1
    if k >= len(tokens) or tree.name(k) is None or tree.name(i - 2) is None:
        return
    rule = rules.named.get("formerly-known-as")
    heir, old = ties.resolver.argument(i - 2, "actor"), ties.resolver.argument(k, "actor")
    if rule is None or heir is None or old is None or heir.entity.id == old.entity.id:
        return
    if heir.entity.type in GROUPS and old.entity.type in GROUPS:
        yield ties.draft(rule, Frame(i, tuple(range(i, k))), heir, old)
