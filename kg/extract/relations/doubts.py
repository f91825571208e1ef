"""Ties that the words seem to tell and that cannot be: heirs of another kind, backers of a meeting."""

from __future__ import annotations

from kg.extract.drafts import Draft
from kg.extract.grammar.tree import Tree

MEETINGS = ("conference", "summit", "talks", "meeting", "negotiations", "process", "agreement", "accord")
GROUPS = ("Organisation", "ArmedGroup", "Collective")
UNITING = ("bring", "include", "comprise")  # of unions; a state's guests and provinces are no members of it
# Whoever is meant by these, nobody knows but that they are not the ones named, or not of one side.
OTHERS = ("other ", "others", "several other ", "various other ", "rival ", "opposing ", "different ")


def is_doubtful(tree: Tree, draft: Draft) -> bool:
    """Whether a draft of a tie has parts that such a tie never has."""
    if draft.subject is None or draft.object is None:
        return False
    one, other = draft.subject.entity, draft.object.entity
    trigger = tree.tokens[draft.frame.trigger]
    if any(e.type in GROUPS and e.label.lower().startswith(OTHERS) for e in (one, other)):
        return True
    both_persons = one.type == other.type == "Person"
    match draft.predicate:
        case "successorOf":  # "Hezbollah replaced Nasrallah with Qassem"
            return (one.type == "Person") != (other.type == "Person")
        case "backs":  # "the UN-sponsored Geneva Conference"
            return other.type == "Organisation" and other.label.lower().endswith(MEETINGS)
        case "opposes":  # "Biden defeated Trump"
            return both_persons and trigger.lemma == "defeat"
        case "memberOf":  # "the UK brought together world leaders"
            return other.type in ("State", "Person") and trigger.lemma in UNITING
        case "basedIn":  # "Turkey, which has bases in Iraq"
            return one.type == "State"
        case _:
            return False
