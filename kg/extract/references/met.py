"""Who met, fought or agreed before: "the two leaders", "both sides"."""

from __future__ import annotations

from kg.extract.references.phrases import is_definite_noun, mention_of, names_before
from kg.extract.references.state import Reading
from kg.records import Argument

# What may qualify those who talk with each other: "the two leaders", "the rival ministers".
OF_TALKERS = frozenset(("two", "both", "three", "warring", "rival", "opposing", "other", "respective"))
SIDES = frozenset(("side", "party"))
TWO = frozenset(("two", "both"))
OF_SIDES = TWO | {"the", "warring", "rival", "opposing"}
NEAR = 2  # sentences after which "both sides" may be others


def met_before(r: Reading, i: int) -> tuple[Argument, ...]:
    """Those whom the plural at token i means because they met, fought or agreed with each other before."""
    tree = r.tree
    met = _sides(r, i) if tree.tokens[i].lemma in SIDES else ()
    met = met or _talkers(r, i)
    if not met:
        return ()
    text, start, end = mention_of(r, i, i)
    return tuple(Argument(a.entity, text, start, end) for a in met)


def _talkers(r: Reading, i: int) -> tuple[Argument, ...]:
    """ "The leaders" who met last; "the ousted leaders" are others."""
    tree = r.tree
    if not r.memory.talkers or tree.tokens[i].lemma not in r.known.words.grammar["talking_people"]:
        return ()
    told = is_definite_noun(r, i) and not names_before(r, i)
    return (
        r.memory.talkers
        if told and all(tree.tokens[k].lower in OF_TALKERS for k in tree.kids(i, "amod"))
        else ()
    )


def _sides(r: Reading, i: int) -> tuple[Argument, ...]:
    """ "Both sides", "the two sides": the two that fought, talked or agreed with each other just before."""
    told, tree = r.memory.sides, r.tree
    if (
        told is None
        or not 0 <= tree.sentence.index - told[0] <= NEAR
        or tree.kids(i, "nmod")
        or names_before(r, i)
    ):
        return ()
    before = {tree.tokens[k].lower for k in tree.kids(i, "det", "amod", "nummod", "cc:preconj")}
    return told[1] if before & TWO and before <= OF_SIDES else ()
