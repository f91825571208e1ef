"""Whose group a named group is: "Khalifa Haftar's Libyan National Army", "Hezbollah's Radwan Force"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.drafts import Draft
from kg.extract.grammar.frame import Frame
from kg.extract.grammar.objects import joined_owner
from kg.extract.grammar.tree import Tree
from kg.extract.relations.ties import Ties
from kg.records import Argument
from kg.rules.claims import RuleSet

RULED = ("government", "regime", "administration", "cabinet", "junta")
RULERS = ("president", "prime minister", "premier", "chancellor", "king", "emir", "leader", "ruler", "sultan")
FOLLOWING = ("force", "fighter", "group", "militia", "movement", "troop")
HEADED = frozenset((*RULED, *FOLLOWING))
# Bodies that are led by those after whom they are called: "Imran Khan's Movement for Justice party".
PARTIES = frozenset(
    "movement party front alliance coalition bloc league union congress brotherhood militia".split()
)
OWNED = ("ArmedGroup", "ArmedForces")


def _stands_before(tree: Tree, owner: int, i: int, rules: RuleSet) -> bool:
    """Whether only adjectives part the owner from the name: not "its rival Hezbollah"."""
    between = tree.tokens[owner + 1 : i]
    return all(t.pos in ("ADJ", "PART") and t.lemma not in rules.agent_nouns for t in between)


def owned(ties: Ties, i: int, rules: RuleSet) -> Iterator[Draft]:
    """Of or under a person it is the group that he leads, of a group a part of it."""
    tree, resolver = ties.tree, ties.resolver
    following = tree.tokens[i + 1] if i + 1 < len(tree.tokens) else None
    governor = tree.tokens[tree.head_of_conjuncts(i)]
    if (
        following is not None
        and following.tag == "VBD"
        and following.pos == "VERB"
        and governor.dep != "nsubj"
    ):
        return  # "its Coalition trained component": the coalition only qualifies
    owners = [k for k in tree.kids(i, "nmod:poss") if k < i and _stands_before(tree, k, i, rules)]
    owners += [
        k for k in tree.kids(i, "nmod") if k > i and tree.case(k) == ("of",) and tree.name(k) is not None
    ]
    owners += [
        k for k in tree.kids(i, "nmod") if k > i and tree.case(k) == ("under",) and tree.name(k) is not None
    ]
    group = resolver.argument(i, "actor") if owners else None
    if group is not None and group.entity.type == "Person":
        yield from _of_body(ties, i, group, owners, rules)
        return
    if group is None or group.entity.type not in (*OWNED, "Organisation"):
        return
    is_body = group.entity.type == "Organisation"
    for k in owners:
        owner = resolver.argument(k, "actor")
        if owner is None or owner.entity.id == group.entity.id:
            continue
        frame = Frame(i, (i,))
        if is_body and not _may_own_body(tree, k, i, owner.entity.type):
            continue
        if owner.entity.type == "Person":
            if "leads" in rules.named:
                yield ties.draft(rules.named["leads"], frame, owner, group)
        elif (
            (owner.entity.type in OWNED or is_body)
            and k < i
            and not (tree.tokens[k].pos == "PRON" and group.entity.type != "ArmedGroup")
        ) and "member-of" in rules.named:
            yield ties.draft(rules.named["member-of"], frame, group, owner)


def _of_body(ties: Ties, i: int, person: Argument, owners: list[int], rules: RuleSet) -> Iterator[Draft]:
    """ "Human Rights Watch's Amal Said": who is named with his body is of it."""
    tree = ties.tree
    name = tree.name(i)
    rule = rules.named.get("member")
    if rule is None or name is None or name.title is not None or " " not in name.text:
        return
    for k in owners:
        body = ties.resolver.argument(k, "actor") if k == i - 2 and tree.name(k) is not None else None
        if body is not None and body.entity.type in ("Organisation", "ArmedGroup"):
            yield ties.draft(rule, Frame(i, (i,)), person, body)


def _may_own_body(tree: Tree, k: int, i: int, owner: str) -> bool:
    """Whether who owns an institution tells what it is part of, or a person whose party it is.

    "NATO's North Atlantic Council", "Moqtada al-Sadr's Sadrist Movement"; not "Smith's Foundation".
    """
    if k > i or tree.tokens[k].pos == "PRON":
        return False
    if owner == "Person":
        return tree.tokens[i].text.split()[-1].lower() in PARTIES
    return owner in (*OWNED, "Organisation")


def headed(ties: Ties, i: int, rules: RuleSet) -> Iterator[Draft]:
    """ "Abadi and his government", "Dagalo and his forces": who is named beside what is his leads it."""
    tree = ties.tree
    lemma = tree.tokens[i].lemma
    wanted = "Government" if lemma in RULED else "ArmedGroup"
    for k in tree.kids(i, "nmod:poss"):
        owner = joined_owner(tree, k, i) if tree.tokens[k].lower in ("his", "her") else None
        if owner is None and lemma in RULED and tree.name(k) is not None:  # "Hadi's government"
            owner = k
        if owner is not None and lemma in RULED and not _may_rule(tree, owner):
            continue
        person = None if owner is None else ties.resolver.argument(owner, "actor")
        led = None if person is None else ties.resolver.argument(i, "actor")
        if (
            person is not None
            and led is not None
            and person.entity.type == "Person"
            and led.entity.type == wanted
        ) and "leads" in rules.named:
            yield ties.draft(rules.named["leads"], Frame(i, (i,)), person, led)


def _may_rule(tree: Tree, i: int) -> bool:
    """Whether somebody's title is none or a ruler's: "Foreign Minister Lavrov and his government" is not Lavrov's."""
    name = tree.name(i)
    if name is None or name.title is None:
        return True
    title = name.title.text.lower()
    return any(title.endswith(ruler) for ruler in RULERS) and not title.startswith(("vice", "deputy"))
