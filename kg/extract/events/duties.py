"""Appeals without a verb of appealing: "Turkey must stop the war", said by somebody else."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.drafts import Draft
from kg.extract.grammar.frame import Frame
from kg.extract.grammar.objects import is_infinitive
from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.extract.references.state import ACTORS
from kg.rules.words import WordLists

RULE = "appeal"
MODALS = ("must", "should")
DUTIES = frozenset((*MODALS, "need", "ought"))
CLAUSES = ("root", "ccomp", "parataxis", "conj")
# What nobody is asked to do: "must receive aid", "should know".
STATES = frozenset(
    "be have receive suffer live know feel face wait deserve expect last happen become seem".split()
)


def duties(tree: Tree, resolver: Resolver, words: WordLists) -> Iterator[Draft]:
    """Drafts of appeals whose speaker is still to be found: who must do what, in the words of somebody else."""
    if DUTIES.isdisjoint(tree.words):
        return
    for token in tree.tokens:
        if token.lemma not in DUTIES:
            continue
        verb = _urged(tree, token.i)
        if verb is None or not _is_duty(tree, verb, token.i, words):
            continue
        subjects = [k for k in tree.kids(verb, "nsubj") if k < token.i]
        targets = [a for k in subjects for a in resolver.arguments(k, "actor") if a.entity.type in ACTORS]
        if targets:
            frame = Frame(token.i, (token.i,), clause=_report(tree, verb, words))
            yield Draft(
                RULE, frame, (token.start, token.end), type="Appeal", targets=tuple(targets), urged=verb
            )


def _urged(tree: Tree, i: int) -> int | None:
    """The verb that a word of duty stands with: "must leave", "need to leave"."""
    token = tree.tokens[i]
    if token.tag == "MD" and token.lower in MODALS and token.dep == "aux":
        return token.head
    if token.lemma in ("need", "ought") and token.tag in ("VBP", "VBZ", "MD"):
        return i if any(is_infinitive(tree, k) for k in tree.kids(i, "xcomp")) else None
    return None


def _is_duty(tree: Tree, verb: int, modal: int, words: WordLists) -> bool:
    """Whether a clause says what its subject is to do, not what must be so: "must have known", "should be ready"."""
    token = tree.tokens[verb]
    done = verb if modal != verb else next(iter(tree.kids(verb, "xcomp")), verb)
    if token.pos != "VERB" or token.dep not in CLAUSES or tree.tokens[done].lemma in STATES:
        return False
    auxiliaries = {tree.tokens[k].lemma for k in tree.kids(done, "aux", "aux:pass")}
    marks = {tree.tokens[k].lower for k in tree.kids(verb, "mark", "advmod")}
    return not auxiliaries & {"have", "be"} and not marks & words.grammar["conditional_marks"]


def _report(tree: Tree, verb: int, words: WordLists) -> int | None:
    """The verb by which the clause is reported."""
    for k in tree.up(verb):
        if tree.tokens[k].pos == "VERB" and tree.tokens[k].lemma in words.grammar["reporting_verbs"]:
            return k
    return None
