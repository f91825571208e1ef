"""Who has a tie that a noun behind him tells: "two men with links to ISIS", "men suspected of ties to ISIS"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.drafts import Draft
from kg.extract.grammar.tree import Tree
from kg.extract.relations.ties import Ties
from kg.rules.claims import Rule


def borne_ties(ties: Ties, rule: Rule, phrase: str, first: int, i: int) -> Iterator[Draft]:
    """The tie of whoever stands before "with" and the noun at token i."""
    bearer = _bearer(ties.tree, i)
    if bearer is None:
        return
    frame = ties.framer.noun(ties.tree, i, first)
    frame.roles["host"] = [bearer]
    for draft in ties.fill(rule, frame, ("host",), rule.act_nouns.get(phrase, ())):
        yield replace(draft, status="possible") if _is_suspected(ties, i) else draft


def _bearer(tree: Tree, i: int) -> int | None:
    """Who has a tie: "two men with links to ISIS", "men suspected of ties to ISIS"."""
    cases = tree.kids(i, "case")
    before = cases[0] - 1 if cases else -1
    if before < 0 or len(cases) > 1 or tree.tokens[i].dep not in ("nmod", "obl", "nsubj:pass", "nsubj"):
        return None
    word, preposition = tree.tokens[before], tree.tokens[cases[0]].lower
    if word.lemma == "suspect" and word.tag == "VBN" and preposition == "of" and before:
        before -= 1
        word = tree.tokens[before]
        preposition = "with"
    is_person = word.tag in ("NN", "NNS", "NNP") and (before == i - 2 or tree.tokens[i - 1].head == i)
    return before if is_person and preposition == "with" else None


def _is_suspected(ties: Ties, i: int) -> bool:
    """Whether a tie is but suspected: "with alleged links to", "suspected of ties to"."""
    tree, possible = ties.tree, ties.words.grammar["possible_adjectives"]
    case = tree.kids(i, "case")[0]
    said = {tree.tokens[k].lower for k in (*tree.kids(i, "amod"), case - 1)}
    return not said.isdisjoint(possible)
