"""Who acts with whom, whatever they do: "the SDF, together with coalition forces,", "alongside", "side by side"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from kg.extract.drafts import Draft
from kg.extract.grammar.frame import Frame
from kg.extract.relations.ties import Ties
from kg.records import Argument
from kg.rules.claims import RuleSet

# Words in front of whom the doer acts with, and words that say that several doers act as one.
WITH = (
    ("alongside",),
    ("together", "with"),
    ("jointly", "with"),
    ("along", "with"),
    ("in", "tandem", "with"),
)
AS_ONE = (
    ("jointly",),
    ("side", "by", "side"),
    ("shoulder", "to", "shoulder"),
    ("hand", "in", "hand"),
    ("in", "tandem"),
)
FIRST = frozenset(words[0] for words in (*WITH, *AS_ONE))
# Speaking beside somebody, or being named beside him, is no work together.
FIGHTING = ("ArmedGroup", "ArmedForces", "State", "Government", "Collective", "Organisation")
SAYING = frozenset(
    """
    speak appear say stand list mention name announce sanction accuse designate be include have sit rank face suffer
    border adjoin neighbour neighbor contain comprise
    see call urge condemn welcome criticise criticize vote reject warn tell issue
    """.split()
)


# "Hold 14 ships along with 250 sailors": those held, too.
TAKING = frozenset("hold seize capture kidnap abduct kill arrest detain injure wound release free".split())


def companions(ties: Ties, i: int, rules: RuleSet) -> Iterator[Draft]:
    """The cooperation that begins at token i with one of those words."""
    tokens = ties.tree.tokens
    for words in WITH:
        if tokens[i].lower == words[0] and _stand_at(ties, i, words):
            yield from _beside(ties, i, i + len(words) - 1, rules)
            return
    for words in AS_ONE:
        if tokens[i].lower == words[0] and _stand_at(ties, i, words):
            yield from _as_one(ties, i, rules)
            return


def allied_crowds(ties: Ties, i: int, rules: RuleSet) -> Iterator[Draft]:
    """ "The Iraqi Army and allied militias": those at token i are allies of the side named before them."""
    tree = ties.tree
    noun = tree.tokens[tree.tokens[i].head]
    if noun.tag != "NNS" or noun.dep != "conj" or tree.tokens[i].dep not in ("amod", "compound"):
        return
    before = [k for k in tree.conjuncts(tree.head_of_conjuncts(noun.i)) if k < noun.i]
    named = ties.resolver.argument(before[-1], "actor") if before and tree.name(before[-1]) else None
    crowd = ties.resolver.argument(noun.i, "actor")
    rule = rules.named.get("allied-with")
    if named is None or crowd is None or rule is None or crowd.entity.type != "Collective":
        return
    if named.entity.type in ("ArmedGroup", "ArmedForces", "State", "Government"):
        yield ties.draft(rule, Frame(i, (i,)), named, crowd)


def _stand_at(ties: Ties, i: int, words: tuple[str, ...]) -> bool:
    tokens = ties.tree.tokens
    return tuple(t.lower for t in tokens[i : i + len(words)]) == words


def _beside(ties: Ties, i: int, last: int, rules: RuleSet) -> Iterator[Draft]:
    """ "Alongside Y": who does what the clause tells does it with Y."""
    tree = ties.tree
    case = tree.tokens[last]
    if case.dep not in ("case", "fixed", "mark"):
        return
    other = case.head if case.dep != "fixed" else tree.tokens[case.head].head
    verb = _verb(ties, i)
    if verb is None or other < last:
        return
    if tree.tokens[i].lower == "along" and i > verb and tree.tokens[verb].lemma in TAKING:
        return
    doers = ties.framer.agents(tree, verb) if tree.is_passive(verb) else ties.framer.external(tree, verb)
    others = _acting(ties, [other])
    mine = [a for a in _acting(ties, doers) if a.entity.id not in {o.entity.id for o in others}]
    yield from _pairs(ties, i, verb, [(a, b) for a in mine[:1] for b in others], rules)


def _as_one(ties: Ties, i: int, rules: RuleSet) -> Iterator[Draft]:
    """ "A and B patrol side by side": the doers do it together."""
    tree = ties.tree
    verb = _verb(ties, i)
    if verb is None:
        return
    doers = ties.framer.agents(tree, verb) if tree.is_passive(verb) else ties.framer.external(tree, verb)
    yield from _pairs(ties, i, verb, list(combinations(_acting(ties, doers), 2)), rules)


def _verb(ties: Ties, i: int) -> int | None:
    """The verb of the clause that a token stands in, where it tells a deed."""
    verb = ties.tree.clause(i)
    token = ties.tree.tokens[verb]
    return verb if token.pos == "VERB" and token.lemma not in SAYING else None


def _acting(ties: Ties, tokens: list[int]) -> list[Argument]:
    return [a for a in ties.actors(tokens) if a.entity.type in FIGHTING]


def _pairs(
    ties: Ties, i: int, verb: int, pairs: list[tuple[Argument, Argument]], rules: RuleSet
) -> Iterator[Draft]:
    frame = Frame(i, (i,), clause=verb)
    for rule in rules.rules:
        if rule.id == "cooperates-with":
            yield from (ties.draft(rule, frame, a, b) for a, b in pairs if a.entity.id != b.entity.id)
