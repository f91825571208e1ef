"""Questions to a draft and its sentence that decide what its claim says: who is only suspected, what says more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extract.drafts import Draft
from kg.extract.grammar.tree import Tree
from kg.records import Argument, Claim, Relation, TimeExpression

SUSPECTED = frozenset(("suspected", "suspect", "alleged", "presumed", "purported"))


def date_of_agreement(agreement: Argument, times: Sequence[TimeExpression]) -> str | None:
    """The date that stands in or right before the words for an agreement: "the November 27 deal", "the 2020 truce"."""
    for expression in times:
        if agreement.start - 24 <= expression.start and expression.end <= agreement.end:
            return expression.when
    return None


def are_suspected(tree: Tree, agents: Sequence[Argument]) -> bool:
    """Whether all who did it are only suspected: "suspected Boko Haram fighters attacked"."""
    if SUSPECTED.isdisjoint(tree.words):
        return False
    named = [_words_of(tree, agent) for agent in agents]
    return all(words & SUSPECTED for words in named)


def _words_of(tree: Tree, agent: Argument) -> set[str]:
    """The words that name somebody, with the adjectives before him and before "members of"."""
    inside = [t for t in tree.tokens if agent.start <= t.start < agent.end]
    heads = {t.i for t in inside} | {t.head for t in inside if t.dep == "nmod"}
    return {tree.tokens[k].lower for h in heads for k in (h, *tree.kids(h, "amod"))}


def is_uttered(tree: Tree, draft: Draft, grammar: Mapping[str, frozenset[str]]) -> bool:
    """Whether an infinitive tells what was said: "marched to demand peace", "I want to thank him"."""
    token = tree.tokens[draft.frame.trigger]
    head = tree.tokens[token.head]
    if token.tag != "VB" or token.dep not in ("xcomp", "advcl"):
        return False
    if head.lemma in grammar["wishing_verbs"]:
        return any(tree.tokens[k].lower in ("i", "we") for k in tree.kids(head.i, "nsubj"))
    return head.lemma in grammar["speaking_up"] and head.tag in ("VBD", "VBP", "VBZ", "VBN")


def is_supposed(tree: Tree, draft: Draft) -> bool:
    """Whether a speaker puts himself in another's place: "if I'm an Islamic State fighter"."""
    if draft.subject is None or draft.subject.mention != "I" or "if" not in tree.words:
        return False
    path = (draft.frame.trigger, *tree.up(draft.frame.trigger))
    return any(tree.tokens[m].lower == "if" for k in path for m in tree.kids(k, "mark"))


def own_claim(tree: Tree, draft: Draft) -> Argument | None:
    """Who only claims what is told of it: "the army claims full control of Aleppo"."""
    token = tree.tokens[draft.frame.trigger]
    claims = token.pos == "NOUN" and token.dep == "obj" and tree.tokens[token.head].lemma == "claim"
    return draft.subject if claims else None


def says_more(one: Draft, other: Draft) -> bool:
    """Whether the same tie is told by more words: "fighting alongside" beside "alongside"."""
    start, end = other.cue
    return (
        one is not other
        and one.cue != other.cue
        and one.cue[0] <= start
        and end <= one.cue[1]
        and (one.predicate, one.subject, one.object) == (other.predicate, other.subject, other.object)
    )


def sameness(claim: Claim) -> str:
    if isinstance(claim, Relation):
        return f"{claim.predicate} {claim.subject.entity.id} {claim.object.entity.id} {claim.status}"
    return claim.id
