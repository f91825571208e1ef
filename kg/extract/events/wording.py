"""Whether a verb or noun says what a rule wants in the form it wants: tense, voice, negation, what is asked for."""

from __future__ import annotations

from collections.abc import Mapping

from kg.english.closed import NOT
from kg.extract.drafts import Draft
from kg.extract.grammar.frame import Frame
from kg.extract.grammar.objects import is_infinitive
from kg.extract.grammar.tree import Tree
from kg.extract.status.verbs import of_verb
from kg.rules.claims import Rule

# Behind these a clause calls a thing something: "said the deal was void".
SAYING = ("say", "conclude", "insist", "maintain", "argue", "stress", "add")
CLAIMED = frozenset(("charge", "ruling", "verdict", "vote", "election", "demand", "document", "statement"))
# "Tasked with securing", "responsible for securing".
TASKING = frozenset(
    ("charge", "task", "entrust", "assign", "responsible", "responsibility", "mandate", "duty")
)
DENYING = NOT | {"no"}
# "Told them to leave" asks for something, "told them that it was late" does not.
ORDERING = ("tell", "order", "instruct", "warn", "count", "rely")


def is_task(tree: Tree, verb: int) -> bool:
    """Whether a participle tells an aim: "is charged with securing the capital", "a step towards freeing them"."""
    token = tree.tokens[verb]
    if token.tag != "VBG":
        return False
    head = tree.tokens[token.head]
    marks = {tree.tokens[k].lower for k in tree.kids(verb, "mark", "case")}
    return bool(marks & {"with", "for"}) and head.lemma in TASKING or bool(marks & {"toward", "towards"})


def fits(tree: Tree, frame: Frame, rule: Rule, grammar: Mapping[str, frozenset[str]]) -> bool:
    """Whether a verb stands in the form that the rule asks for."""
    trigger = frame.trigger
    passive = tree.is_passive(trigger)
    if rule.active and passive or rule.passive and (not passive or frame.roles.get("doer")):
        return False
    if rule.complement and not _has_complement(tree, trigger, rule):
        return False
    if rule.negated and (of_verb(tree, trigger, grammar) != "negated" or _is_ordered(tree, trigger)):
        return False
    if rule.past and not _is_past(tree, trigger):
        return False
    return not rule.called or _is_called(tree, frame, grammar[rule.called], grammar)


def _is_ordered(tree: Tree, verb: int) -> bool:
    """Whether somebody else is not to do it: "told us not to accept the deal"."""
    return is_infinitive(tree, verb) and bool(tree.kids(tree.tokens[verb].head, "obj", "iobj"))


def _has_complement(tree: Tree, trigger: int, rule: Rule) -> bool:
    """Whether the verb says what is asked for: "asked the UN to act", not "asked a question"."""
    if rule.type == "Agreement" or rule.passive or tree.tokens[trigger].lemma in ORDERING:
        # "agreed to swap prisoners", not "agreed that it was late"; "told them to leave", not "told them that"
        return any(is_infinitive(tree, k) for k in tree.kids(trigger, "xcomp", "advcl"))
    return bool(tree.kids(trigger, "xcomp", "ccomp", "advcl"))


def asks(tree: Tree, draft: Draft) -> bool:
    """Whether a noun says what is asked for: "a call for restraint", "the request to leave", "at its request"."""
    frame = draft.frame
    if "for" in frame.roles or tree.case(frame.trigger)[:1] == ("at",):
        return True
    return any(is_infinitive(tree, k) for k in tree.kids(frame.trigger, "acl"))


def _is_past(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what happened or goes on: "fought", "are fighting", not "fights", "has fought"."""
    token = tree.tokens[verb]
    if token.tag == "VBG":
        return any(tree.tokens[k].lemma == "be" for k in tree.kids(verb, "aux"))
    return token.tag == "VBD"


def _is_called(
    tree: Tree, frame: Frame, names: frozenset[str], grammar: Mapping[str, frozenset[str]]
) -> bool:
    """Whether something is called by one of these words: "called it void", "described the raid as a crime"."""
    if tree.tokens[frame.trigger].lemma in SAYING:
        return _is_said(tree, frame.trigger, names, grammar)
    said = [*frame.roles.get("as", ()), *tree.kids(frame.trigger, "xcomp", "ccomp")]
    objects = tree.kids(frame.trigger, "obj")
    named = objects if tree.is_passive(frame.trigger) else objects[1:]  # "was declared a terrorist group"
    said += [*named, *(k for o in objects for k in tree.kids(o, "acl", "amod", "appos") if k > o)]
    words = {d for k in said for d in tree.subtree(k)}
    if objects and tree.kids(objects[-1], "compound"):  # "found the strike justified", misread
        words.add(objects[-1])
    return any({tree.tokens[k].lemma, tree.tokens[k].lower} & names for k in words)


def _is_said(tree: Tree, verb: int, names: frozenset[str], grammar: Mapping[str, frozenset[str]]) -> bool:
    """Whether a clause says so of what can be refused: "said the deal was void", not "said the violence was"."""
    clauses = tree.kids(verb, "ccomp")
    if not clauses:
        return False
    rejected = grammar["agreements"] | grammar["measures"] | grammar["hearsay"] | CLAIMED
    for clause in clauses:
        told = [clause, *tree.kids(clause, "conj")]
        subjects = tree.kids(clause, "nsubj") if tree.kids(clause, "cop") else []
        if not any(tree.name(k) is None and tree.tokens[k].lemma in rejected for k in subjects):
            continue
        if any(tree.tokens[k].lower in DENYING for k in tree.children[clause]):
            continue
        if any({tree.tokens[k].lemma, tree.tokens[k].lower} & names for k in told):
            return True
    return False
