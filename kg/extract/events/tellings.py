"""Accusations and threats without a verb of their own: "the army said rebels broke the truce", "it would retaliate"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.english.closed import NOT
from kg.extract.drafts import Draft
from kg.extract.events.denials import speaks_of_self
from kg.extract.grammar.frame import Frame
from kg.extract.grammar.objects import is_infinitive
from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.extract.references.state import ACTORS
from kg.rules.words import WordLists

Grammar = Mapping[str, frozenset[str]]
CLAUSES = ("root", "ccomp", "parataxis", "conj")
TELLING = frozenset((*CLAUSES, "xcomp"))
# Who tells with these accuses by the verb already, or does not mean it.
ACCUSING = frozenset(
    ("accuse", "blame", "allege", "complain", "charge", "condemn", "deny", "reject", "dismiss")
)
UNSURE = frozenset(("may", "might", "could", "would", "should", "will", "can", "must", "'ll", "wo", "’ll"))
FUTURE = frozenset(("will", "would", "'ll", "’ll", "shall"))
# Of a commission: "committed war crimes", not "committed troops".
COMMITTED = frozenset(
    ("crime", "atrocity", "genocide", "massacre", "violation", "abuse", "aggression", "offence")
)
SUFFERED = frozenset(
    ("death", "violence", "casualty", "disappearance", "incident", "suffering", "collapse", "failure")
)
DISTURBING = frozenset(("destabilise", "destabilize", "threaten", "undermine", "endanger"))


def tellings(tree: Tree, resolver: Resolver, words: WordLists) -> Iterator[Draft]:
    """Drafts of what is told of others that they did wrong, and of threats told of oneself."""
    grammar = words.grammar
    for token in tree.tokens:
        if token.dep not in TELLING:
            continue
        if _charges(token.lemma, grammar):
            if (verb := _wrong(tree, token.i, grammar)) is not None:
                yield from _accusation(tree, verb, token.i, resolver, grammar)
        elif token.lemma in grammar["hostile_verbs"] and token.dep == "ccomp" and _is_to_come(tree, token.i):
            head = tree.tokens[token.head]
            told = head.pos == "VERB" and head.lemma in grammar["reporting_verbs"]
            who = speaks_of_self(tree, token.i, head.i, resolver, words) if told else ()
            if who:
                frame = Frame(token.i, (token.i,), clause=head.i)
                yield Draft("threat", frame, (token.start, token.end), type="Threat", agents=who, holds=True)


def _charges(lemma: str, grammar: Grammar) -> bool:
    """Whether a word may tell a wrong."""
    return (
        lemma in grammar["wrongs"]
        or lemma in grammar["wrongs_on"]
        or lemma in grammar["duties_kept"]
        or lemma in grammar["menaces"]
    )


def _accusation(tree: Tree, verb: int, cue: int, resolver: Resolver, grammar: Grammar) -> Iterator[Draft]:
    token = tree.tokens[verb]
    head = tree.tokens[tree.tokens[tree.head_of_conjuncts(verb)].head]
    if token.dep not in CLAUSES or head.lemma in ACCUSING:
        return
    subjects = [k for k in tree.kids(verb, "nsubj") if k < cue or tree.kids(verb, "cop")]
    targets = [a for k in subjects for a in resolver.arguments(k, "actor") if a.entity.type in ACTORS]
    if targets:
        frame = Frame(cue, (cue,), clause=head.i if head.lemma in grammar["reporting_verbs"] else None)
        span = (tree.tokens[cue].start, tree.tokens[cue].end)
        yield Draft("accusation", frame, span, type="Accusation", targets=tuple(targets), urged=verb)


def _wrong(tree: Tree, i: int, grammar: Grammar) -> int | None:
    """The verb of the clause that tells a wrong at a token, or None when it is none or not told as done."""
    token = tree.tokens[i]
    negated = any(tree.tokens[k].lower in NOT for k in tree.kids(i, "advmod", "neg"))
    if token.dep == "xcomp":  # "failed to honour the deal"
        head = tree.tokens[token.head]
        fails = token.lemma in grammar["duties_kept"] and head.lemma == "fail" and is_infinitive(tree, i)
        return head.i if fails and _is_told_as_done(tree, head.i) else None
    if not _is_told_as_done(tree, i):
        return None
    if token.lemma == "responsible":
        return i if not negated and tree.kids(i, "cop") and _is_guilty(tree, i, grammar) else None
    if token.pos == "NOUN":
        return i if not negated and tree.kids(i, "cop") and _is_menace(tree, i) else None
    if token.pos != "VERB" or tree.is_passive(i):
        return None
    if token.lemma in grammar["duties_kept"]:
        return i if negated and token.lemma not in ("stop", "prevent", "meet", "keep") else None
    things = {tree.tokens[k].lemma for k in tree.kids(i, "obj")}
    if token.lemma in grammar["wrongs_on"] and not things & grammar["wronged"]:
        return None
    if token.lemma in ("commit", "perpetrate") and not things & COMMITTED:
        return None
    return None if negated else i


def _is_guilty(tree: Tree, i: int, grammar: Grammar) -> bool:
    """Whether somebody is responsible for harm: "for the killings", not "for security", "for guarding the border"."""
    harm = grammar["deeds"] | grammar["crimes"] | SUFFERED
    return any(tree.tokens[k].lemma in harm for k in tree.kids(i, "obl", "nmod") if tree.case(k) == ("for",))


def _is_told_as_done(tree: Tree, verb: int) -> bool:
    """Whether a clause is no condition, question or possibility: not "if they break the truce", "could violate"."""
    around = {tree.tokens[k].lower for k in tree.kids(verb, "aux", "mark", "advmod")}
    return not around & (UNSURE | {"if", "unless", "whether", "to"})


def _is_menace(tree: Tree, noun: int) -> bool:
    """Whether a noun calls somebody a danger: "is a threat to peace", "is a factor destabilising the region"."""
    token = tree.tokens[noun]
    if any(tree.tokens[k].lower == "no" for k in tree.kids(noun, "det")):
        return False
    if token.lemma == "factor":
        clauses = tree.kids(noun, "acl", "acl:relcl")
        adjectives = tree.kids(noun, "amod")
        return any(tree.tokens[k].lemma in DISTURBING for k in clauses) or any(
            tree.tokens[k].lower.startswith("destabili") for k in adjectives
        )
    if token.lemma == "obstacle":
        return any(tree.case(k) == ("to",) for k in tree.kids(noun, "nmod"))
    return True


def _is_to_come(tree: Tree, verb: int) -> bool:
    """Whether somebody says that he will: "would retaliate", not "would not retaliate", "if it retaliated"."""
    around = {tree.tokens[k].lower for k in tree.kids(verb, "aux", "mark", "advmod")}
    return bool(around & FUTURE) and not around & (NOT | {"if", "unless"})
