"""Happenings told in general, of which none took place: "anyone who kills", "attacks on hospitals are war crimes"."""

from __future__ import annotations

from kg.extract.grammar.tree import SUBJECTS, Tree

ANYBODY = frozenset(("anyone", "anybody", "whoever", "everyone", "everybody"))
# Verbs by which a kind of act is judged: "attacks on peacekeepers constitute war crimes".
JUDGING = frozenset(("constitute", "amount", "violate", "breach", "contravene", "qualify"))
CRIMES = frozenset(
    ("crime", "violation", "breach", "unacceptable", "unlawful", "illegal", "prohibited", "forbidden")
)
# Words of habit, by which "would" tells of the past.
WHENEVER = frozenset(("before", "when", "whenever"))
OFTEN = frozenset("often regularly usually sometimes frequently routinely occasionally always".split())
EACH = frozenset(("every", "each"))
PRESENT = frozenset(("VB", "VBP", "VBZ"))


def is_generic(tree: Tree, trigger: int) -> bool:
    """Whether a verb or noun tells what may happen at any time, to nobody and by nobody in particular."""
    token = tree.tokens[trigger]
    if token.pos == "NOUN":
        return token.tag == "NNS" and (_is_judged(tree, trigger) or _is_any(tree, trigger))
    if any(tree.tokens[k].lower in ANYBODY for k in tree.kids(trigger, *SUBJECTS)):
        return True
    if _is_habit(tree, trigger):
        return True
    if token.dep not in ("acl", "acl:relcl"):
        return False
    head = tree.tokens[token.head]
    present = token.tag in PRESENT and not tree.kids(trigger, "aux")
    if token.dep == "acl:relcl" and (head.lower in ANYBODY or head.lower == "those" and present):
        return True
    return head.tag == "NNS" and (present or token.tag == "VBG") and _is_judged(tree, head.i)


def _is_any(tree: Tree, noun: int) -> bool:
    """ "Were not told to stop any operations": whichever there may be."""
    if tree.kids(noun, "nmod") or any(tree.name(k) is not None for k in tree.kids(noun, "amod", "compound")):
        return False  # "any attacks on Gaza", "any Turkish operations"
    return any(tree.tokens[k].lower == "any" for k in tree.kids(noun, "det"))


def _is_habit(tree: Tree, verb: int) -> bool:
    """Whether "would" tells what used to happen: "hid them before they would cross", "would attack every night"."""
    if not any(tree.tokens[k].lower == "would" for k in tree.kids(verb, "aux")):
        return False
    token = tree.tokens[verb]
    if token.dep in ("ccomp", "xcomp"):
        return False  # "said they would"
    if token.dep == "advcl" and any(
        tree.tokens[k].lower in WHENEVER for k in tree.kids(verb, "mark", "advmod")
    ):
        head = tree.tokens[token.head]
        return head.tag == "VBD" and not tree.kids(head.i, "aux")
    times = tree.kids(verb, "obl", "obl:unmarked", "advmod")
    return any(
        tree.tokens[k].lower in OFTEN or any(tree.tokens[d].lower in EACH for d in tree.kids(k, "det"))
        for k in times
    )


def _is_judged(tree: Tree, noun: int) -> bool:
    """Whether a bare plural is what a verb of judging is said of, in the present tense or under a modal."""
    token = tree.tokens[noun]
    bare = not tree.kids(noun, "det", "nmod:poss", "nummod") and not any(
        tree.name(k) is not None for k in tree.kids(noun, "amod", "compound")
    )
    if token.dep not in ("nsubj", "nsubj:pass") or not bare:
        return False
    verb = tree.tokens[token.head]
    copula = [tree.tokens[k] for k in tree.kids(verb.i, "cop", "aux:pass")]
    if verb.lemma in JUDGING:
        return verb.tag in PRESENT
    judged = verb.lemma in CRIMES or verb.lower in CRIMES
    return judged and any(t.tag in PRESENT for t in copula)
