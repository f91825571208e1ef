"""Who joins what: "a coalition that was joined by Qatar"; not members who go over, nor those who join for one deed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.drafts import Draft
from kg.extract.grammar.frame import Frame
from kg.extract.grammar.objects import agents, is_infinitive
from kg.extract.grammar.tree import RELATIVE, Tree
from kg.extract.relations.denoted import named_before
from kg.extract.relations.ties import Ties
from kg.rules.claims import RuleSet

GROUPS = ("ArmedGroup", "Organisation", "ArmedForces")
COMING = ("arrive", "travel", "come", "go", "leave", "fly", "head", "deploy", "move", "sail", "cross", "flee")
UNITING = frozenset(("merge", "unite", "combine"))
FORMING = frozenset(("form", "create", "establish", "found", "become"))
JOINING = ("join", "belong", "enlist", "defect")
# One of these of a group is not the group.
PARTS = frozenset(
    "group unit brigade battalion faction cell company squad contingent part half element wing".split()
)
# What is joined for good, whoever is told first.
UNIONS = frozenset("coalition alliance bloc union grouping league pact".split())


def joiners(ties: Ties, i: int, rules: RuleSet) -> Iterator[Draft]:
    """The members of a union "joined by" them."""
    tree = ties.tree
    by = agents(tree, i) if tree.is_passive(i) else []
    union = _union(tree, i) if by and not _for_one_deed(tree, i) else None
    whole = None if union is None else ties.resolver.argument(union, "actor")
    if whole is None and union is not None:  # "the CSP, an alliance joined by"
        whole = next(iter(named_before(tree, union, ties.resolver)), None)
    rule = rules.named.get("member-of")
    if whole is not None and rule is not None:
        frame = Frame(i, (i,), clause=i)
        yield from ties.pairs(rule, frame, ties.actors(by), [whole])


def mergers(ties: Ties, i: int, rules: RuleSet) -> Iterator[Draft]:
    """ "A and B merged to form C": each is merged into C."""
    tree = ties.tree
    rule = rules.named.get("merged-into")
    if rule is None:
        return
    for k in _formed(tree, i):
        others = [o for o in tree.kids(i, "obl") if tree.case(o) == ("with",)]  # "A merged with B to form C"
        parts = [*ties.framer.external(tree, i), *others]
        merged = [a for a in ties.actors(parts) if a.entity.type in (*GROUPS, "Collective")]
        frame = Frame(i, (i,), clause=i)
        yield from ties.pairs(rule, frame, merged, ties.actors(ties.framer.objects(tree, k)))


def merged_by_noun(ties: Ties, i: int, rules: RuleSet) -> Iterator[Draft]:
    """ "C was formed by the merger of A and B", "the merger of A and B into C"."""
    tree = ties.tree
    parts = [k for k in tree.kids(i, "nmod") if k > i and tree.case(k) == ("of",)]
    verb = tree.tokens[tree.tokens[i].head]
    whole = [k for k in tree.kids(i, "nmod") if tree.case(k) == ("into",)]
    if verb.lemma in FORMING and tree.is_passive(verb.i) and tree.tokens[i].dep.startswith("obl"):
        whole = tree.kids(verb.i, "nsubj:pass")
    rule = rules.named.get("merged-into")
    if rule is not None and whole:
        groups = [a for a in ties.actors(parts) if a.entity.type in GROUPS]
        yield from ties.pairs(rule, Frame(i, (i,), clause=verb.i), groups, ties.actors(whole))


def _formed(tree: Tree, i: int) -> list[int]:
    """The verbs of forming that tell what comes of a merger: "merged to form C"."""
    return [
        k
        for k in tree.kids(i, "xcomp", "advcl")
        if tree.tokens[k].lemma in FORMING and is_infinitive(tree, k)
    ]


def is_merger_of_both(tree: Tree, i: int, predicate: str | None) -> bool:
    """Whether both sides go up in a third ("A merged with B to form C"): then A is not in B, nor founds C."""
    if predicate == "mergedInto":
        return tree.tokens[i].lemma in UNITING and bool(_formed(tree, i))
    head = tree.tokens[tree.tokens[i].head]
    return predicate == "founded" and head.lemma in UNITING and i in _formed(tree, head.i)


def joined_in(ties: Ties, i: int, rules: RuleSet) -> Iterator[Draft]:
    """ "Chad joined Niger and Nigeria in a coalition": all of them are its members."""
    tree = ties.tree
    unions = [
        k
        for k in tree.kids(i, "obl")
        if tree.case(k) == ("in",) and tree.tokens[k].lemma in (*UNIONS, "force")
    ]
    rule = rules.named.get("member-of")
    if not unions or rule is None or tree.is_passive(i):
        return
    members = ties.actors([*ties.framer.external(tree, i), *ties.framer.objects(tree, i)])
    frame = Frame(i, (i,), clause=i)
    yield from ties.pairs(rule, frame, members, ties.actors(unions))


def _union(tree: Tree, i: int) -> int | None:
    """The union that is joined; past a nearer noun in "a coalition to patrol the Gulf, which was joined by"."""
    own = tree.kids(i, "nsubj:pass")
    if own and tree.tokens[own[0]].lower not in RELATIVE:
        return own[0] if tree.tokens[own[0]].lemma in UNIONS else None
    return next((k for k in tree.up(i) if tree.tokens[k].lemma in UNIONS and k < i), None)


def is_no_joining(ties: Ties, i: int, frame: Frame) -> bool:
    """Whether those who join remain what they are: members of one group who go over, who join for one deed."""
    if ties.tree.tokens[i].lemma not in JOINING:
        return False
    if any(_are_some(ties, k) for k in frame.roles.get("doer", ())):
        return True
    if any("'s" in ties.tree.case(k) for k in frame.roles.get("undergoer", ())):
        return True  # "joined the Royal Navy's Task Group": what is joined is what it owns
    return ties.tree.tokens[i].lemma == "join" and _joins_in(ties.tree, i)


def as_allies(draft: Draft) -> Draft:
    """ "British troops joined US forces": the forces of one state that join another's work with them."""
    one, other = draft.subject, draft.object
    if one is None or other is None or other.entity.type != "ArmedForces":
        return draft
    foreign = (
        None not in (one.entity.country, other.entity.country) and one.entity.country != other.entity.country
    )
    if not foreign or one.entity.type not in ("State", "ArmedForces"):
        return draft
    return replace(draft, predicate="cooperatesWith", rule="cooperates-with")


def is_purpose(tree: Tree, i: int) -> bool:
    """Whether somebody is but on his way to join: "left to join", "arrived to join"."""
    token = tree.tokens[i]
    head = tree.tokens[token.head]
    on_way = token.dep in ("xcomp", "advcl") and head.lemma in COMING and is_infinitive(tree, i)
    return token.lemma in JOINING and on_way


def _are_some(ties: Ties, k: int) -> bool:
    """Whether a phrase is for some of a group, who are not the group: "members of the Nusra Front"."""
    tree = ties.tree
    token = tree.tokens[k]
    is_part = token.lemma in PARTS or token.tag in ("NNS", "DT", "JJ")
    if tree.name(k) is not None or not is_part:
        return False
    whole = [n for n in tree.kids(k, "nmod", "obl") if tree.case(n) in (("of",), ("from",), ("in",))]
    return any(a.entity.type in GROUPS for a in ties.actors(whole))


def _joins_in(tree: Tree, i: int) -> bool:
    """Whether somebody is joined in doing something, or by others: "joined the US in condemning", "joined by Benin"."""
    return tree.is_passive(i) or _for_one_deed(tree, i)


def _for_one_deed(tree: Tree, i: int) -> bool:
    own = (i, *tree.kids(i, "obj"))
    doing = [
        k
        for o in own
        for k in tree.kids(o, "advcl", "acl")
        if tree.case(k)[:1] == ("in",) or _marked(tree, k)
    ]
    shared = [
        k
        for o in own
        for k in tree.kids(o, "obl", "nmod")
        if tree.case(k) == ("in",) and tree.tokens[k].pos == "NOUN" and tree.name(k) is None
    ]
    return bool(doing) or any(tree.kids(k, "det", "nmod:poss") for k in shared)


def _marked(tree: Tree, k: int) -> bool:
    return any(tree.tokens[m].lower == "in" for m in tree.kids(k, "mark", "case"))
