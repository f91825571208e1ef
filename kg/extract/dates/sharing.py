"""Dates that a noun or clause shares with another verb: "killed in a raid on Monday", "on 3 May, when they fled"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.dates.coordination import of_opening
from kg.extract.grammar.tree import DESCRIBING, Tree
from kg.records import TimeExpression

# Whoever is killed in an attack is killed at its time.
INSIDE = (("in",), ("during",), ("by",), ("at",), ("on",))
# "A raid conducted on Monday".
CARRYING_OUT = ("carry", "conduct", "launch", "stage", "mount", "execute", "perform", "lead")
# Of what is set for a day the day is the happening's: "talks are scheduled for Monday".
SCHEDULING = ("schedule", "set", "plan", "expect", "slate", "fix", "postpone", "delay", "due")
# "The strike that killed its soldiers on Monday".
HARMING = ("kill", "wound", "injure", "hit", "strike", "destroy", "damage", "happen", "occur", "take")
# "Left at their request": not where they were when they left.
WILLED = frozenset(
    "request invitation order behest urging insistence demand appeal call command expense".split()
)
# Of these a day of what happens during them is only one: "killed on Monday during the siege".
LASTING = frozenset("war conflict insurgency offensive campaign operation siege blockade occupation".split())
# Who does this to a deal makes it then, and what is ended with a deal ends when it is made.
DEALING = frozenset("broker mediate negotiate facilitate sponsor secure conclude clinch agree".split())
CLOSING = frozenset("end conclude finish culminate close cease".split())
DEALS = frozenset(
    "agreement deal accord pact treaty truce ceasefire cease-fire armistice settlement memorandum".split()
)


def beside(tree: Tree, noun: int) -> list[int]:
    """Verbs whose date is a noun's too: "killed in a raid", "talks are set for", "the strike that killed them"."""
    noun = tree.head_of_conjuncts(noun)
    token = tree.tokens[noun]
    if token.pos != "NOUN":
        return []
    head = tree.tokens[token.head]
    found = [
        k
        for k in tree.kids(noun, "acl:relcl")
        if tree.tokens[k].lemma in HARMING
        and any(tree.tokens[s].lower in ("that", "which") for s in tree.kids(k, "nsubj"))
    ]
    found += [k for k in tree.kids(noun, "acl:relcl") if _is_carried_out(tree, k)]
    scheduled = token.dep in ("nsubj", "nsubj:pass") and head.lemma in SCHEDULING
    if token.dep == "obj" and head.lemma in DEALING and token.lemma in DEALS:
        return [*found, head.i]
    if token.dep == "obl" and head.lemma in CLOSING and token.lemma in DEALS and tree.case(noun) == ("with",):
        return [*found, head.i]
    if token.dep != "obl" or head.pos != "VERB" or token.lemma in (*WILLED, *LASTING):
        return [*found, head.i] if scheduled else found
    case = tree.case(noun)
    during = case in (("at",), ("during",)) or case == ("in",) and head.lemma in HARMING
    return [*found, head.i] if scheduled or during else found


def of_participle(tree: Tree, head: int, wanted: Sequence[int]) -> int:
    """What a participle with a date qualifies: "killed in a raid carried out on Monday"."""
    token = tree.tokens[head]
    if token.lower in DESCRIBING and token.dep == "acl" and tree.tokens[token.head].dep == "obj":
        return tree.tokens[token.head].head  # "captured villages overlooking Maan on Monday"
    if head in wanted:
        return head
    carried = token.dep == "acl" and token.tag == "VBN" and token.lemma in CARRYING_OUT
    if not carried and not _is_carried_out(tree, head):
        return head
    noun = tree.tokens[token.head]
    inside = tree.case(noun.i) in (("in",), ("during",), ("by",))
    return noun.i if noun.i in wanted else noun.head if inside and noun.head in wanted else head


def _is_carried_out(tree: Tree, verb: int) -> bool:
    """Whether a relative clause tells who did what its noun names: "a raid that they carried out on Monday"."""
    token = tree.tokens[verb]
    if token.dep != "acl:relcl" or token.lemma not in CARRYING_OUT or token.head > verb:
        return False
    relative = [k for k in tree.kids(verb, "obj", "nsubj:pass") if tree.tokens[k].lower in ("that", "which")]
    bare = not tree.kids(verb, "obj") and bool(tree.kids(verb, "nsubj"))
    return bool(relative) or bare and not tree.is_passive(verb)


def of_perfect(tree: Tree, head: int) -> int:
    """ "Has been held by rebels linked to X since May": what lasts since then is told by the perfect above."""
    token = tree.tokens[head]
    if token.dep != "acl" or token.tag != "VBN":
        return head
    for up in tree.up(head):
        above = tree.tokens[up]
        if above.pos != "VERB" or above.dep in ("acl", "amod"):
            continue
        perfect = any(tree.tokens[k].lemma == "have" for k in tree.kids(up, "aux"))
        return up if perfect else head
    return head


def describes(tree: Tree, participle: int, noun: int, date: int) -> bool:
    """Whether a date hung on a noun is that of the participle before it: "a town held by rebels since 2014"."""
    token = tree.tokens[participle]
    return (
        token.dep == "acl"
        and token.tag == "VBN"
        and token.head == noun
        and noun < participle < date
        and not any(t.lower in (",", "and") for t in tree.tokens[participle:date])
    )


def shared(tree: Tree, wanted: Sequence[int], times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The date of a clause that has none of its own: what opens the sentence, or what stands before its "when"."""
    return of_opening(tree, wanted, times) or _of_antecedent(tree, wanted, times)


def _of_antecedent(
    tree: Tree, wanted: Sequence[int], times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """The date that a clause with "when" takes up: "on 3 May 2014, when rebels took the town"."""
    if "when" not in tree.words:
        return None
    for expression in times:
        behind = [t for t in tree.tokens if t.start >= expression.end][:2]
        mark = next((t for t in behind if t.lower != ","), None)
        if (
            mark is not None
            and mark.lower == "when"
            and mark.head in wanted
            and expression.cue not in ("since", "until")
        ):
            return expression
    return None
