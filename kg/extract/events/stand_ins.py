"""Whom words stand for that name no actor: a minister his state, a missile who fires it, a gunman his kind."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.grammar.objects import agents
from kg.extract.grammar.tree import Tree
from kg.extract.references.entities import plural
from kg.extract.references.resolver import Resolver
from kg.records import Argument

FIRING = ("fire", "launch", "plant", "drop")
# Who speaks to the press for somebody, or is one of many, meets nobody for the state.
SPEAKING = ("spokesman", "spokeswoman", "spokesperson", "senator", "congressman", "congresswoman", "prince")


def counts_people(tree: Tree, token: int) -> bool:
    """Whether a demonym stands for some from there: "stabbed by two Japanese" is no deed of Japan."""
    name = tree.name(token)
    if name is None or not name.senses or name.senses[0][1] != "demonym":
        return False
    return any(tree.tokens[k].tag == "CD" for k in tree.kids(token, "nummod"))


def sends_counterpart(tree: Tree, argument: Argument) -> bool:
    """Whether a state only tells whose counterpart is named: "his Greek and French counterparts, N and N"."""
    if argument.entity.type != "State":
        return False
    tokens = tree.tokens
    at = next((t.i for t in tokens if t.start == argument.start), len(tokens))
    behind = (t for t in tokens[at + 1 :] if t.pos not in ("ADJ", "PUNCT", "CCONJ") and t.name is None)
    noun = next(behind, None)
    return noun is not None and noun.lemma == "counterpart"


def one_armed(tree: Tree, resolver: Resolver, doers: Sequence[int]) -> list[Argument]:
    """One who is told by his deeds alone stands for his kind: "a gunman", "the suicide bomber"."""
    words = resolver.known.words
    for k in doers:
        token = tree.tokens[k]
        noun = words.nouns.get(token.lemma)
        is_fighter = noun is not None and noun.kind == "fighters" and token.tag == "NN" and token.name is None
        is_soldier = token.tag == "NNS" and token.lemma in words.grammar["single_members"]
        is_bomber = token.lemma == "bomber" and tree.tokens[k - 1].lower == "suicide"
        if not (is_fighter or is_bomber or is_soldier):
            continue
        first = k - 1 if is_bomber else k
        label = plural(" ".join([*(t.lower for t in tree.tokens[first:k]), token.lemma]))
        entity = resolver.collective(label, None, plain=True)
        return [Argument(entity, tree.text(first, k), tree.tokens[first].start, token.end)]
    return []


def joined_states(tree: Tree, resolver: Resolver, token: int) -> list[Argument]:
    """Kyrgyzstan in "the Tajik and Kyrgyz presidents"."""
    if tree.tokens[token].tag != "NNS":
        return []
    joined = [c for k in tree.kids(token, "amod", "compound") for c in tree.conjuncts(k)[1:]]
    found = [a for c in joined if (a := resolver.argument(c, "actor")) is not None]
    return [a for a in found if a.entity.type == "State"]


def holder_of_office(tree: Tree, resolver: Resolver, token: int) -> tuple[Argument, ...]:
    """The state whose minister takes part without his name: "the Russian foreign minister met"."""
    words = resolver.known.words
    if tree.name(token) is not None or words.offices.kind(tree.tokens[token].lower) != "offices":
        return ()
    if tree.tokens[token].lemma in SPEAKING:
        return ()
    found = [a for a in resolver.qualifiers(token) if a.entity.type in ("State", "Government")]
    for k in () if found else tree.kids(token, "amod"):
        state = resolver.part(tree.tokens[k].text, tree.tokens[k].start)
        if state is not None and state.entity.type == "State":
            found.append(state)
    return tuple(found[:1])


def apposed(tree: Tree, resolver: Resolver, token: int) -> tuple[Argument, ...]:
    """The person whose name explains a noun that names nobody: "the leader of Hamas, Ali Hassan,"."""
    if tree.name(token) is not None:
        return ()
    groups = [k for k in tree.kids(token, "nmod") if tree.case(k) == ("of",) and tree.name(k) is not None]
    hung = [*tree.kids(token, "appos"), *(a for k in groups for a in tree.kids(k, "appos"))]
    names = [k for k in hung if k > token and tree.name(k) is not None]
    found = [a for k in names[:1] for a in resolver.arguments(k, "actor")]
    return tuple(a for a in found if a.entity.type == "Person")


def who_fires(tree: Tree, resolver: Resolver, token: int) -> tuple[Argument, ...]:
    """Whose weapon strikes: "a Russian missile hit", "rockets fired by Hamas struck"."""
    fired = [k for k in tree.kids(token, "acl") if tree.tokens[k].lemma in FIRING]
    by = [a for k in fired for n in agents(tree, k) for a in resolver.arguments(n, "actor")]
    return (*resolver.qualifiers(token), *by)
