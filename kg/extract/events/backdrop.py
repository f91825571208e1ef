"""Whether words of war tell of no happening: how things stand, what is only mentioned, what refers back."""

from __future__ import annotations

from kg.extract.drafts import Draft
from kg.extract.grammar.tree import Tree

HITTING = frozenset(("target", "hit", "strike", "destroy", "damage", "rock", "flatten", "level"))
STATES = ("State", "Government")


def is_backdrop(tree: Tree, draft: Draft) -> bool:
    """Whether a war is only mentioned: "during the civil war", "Sudan's civil war"; not "war broke out in Sudan"."""
    trigger = tree.tokens[draft.frame.trigger]
    return trigger.lemma == "war" and len(draft.agents) < 2 and draft.frame.clause is None


def is_standing(tree: Tree, draft: Draft) -> bool:
    """Whether a siege is how things stand: "have encircled the city", "Lesotho is surrounded by South Africa"."""
    if draft.place is not None and draft.place.entity.type == "State":
        return all(a.entity.type in STATES for a in draft.agents)
    return any(tree.tokens[k].lemma == "have" for k in tree.kids(draft.frame.trigger, "aux"))


def hits_something(tree: Tree, draft: Draft) -> bool:
    """Whether a noun is said to have hit something, though that has no name: "the blast hit a ceremony"."""
    light = draft.frame.light
    if tree.tokens[draft.frame.trigger].lemma == "strike":
        return False  # "the strike hit production": of workers, perhaps
    if light is None or tree.is_passive(light) or tree.tokens[light].lemma not in HITTING:
        return False
    hit = tree.kids(light, "obj")
    return bool(hit) and tree.tokens[draft.frame.trigger].dep == "nsubj"


def is_bare(tree: Tree, draft: Draft) -> bool:
    """Whether a noun tells nothing but itself.

    With nobody and nowhere in it, "the clashes" or "fighting" only refers back; "an air strike" and "Operation
    Matador" still tell something.
    """
    if draft.agents or draft.targets or draft.place or draft.weapon or hits_something(tree, draft):
        return False
    i = draft.frame.trigger
    return not tree.is_operation(i) and not any(
        tree.tokens[k].lower in ("a", "an") for k in tree.kids(i, "det")
    )
