"""Who is of a group by what stands right behind: "Amal Said of Human Rights Watch", "Ugandan troops in AMISOM"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.drafts import Draft
from kg.extract.grammar.frame import Frame
from kg.extract.relations.denoted import denoted_by
from kg.extract.relations.ties import Ties
from kg.records import Argument
from kg.rules.claims import Rule, RuleSet

GROUPS = ("Organisation", "ArmedGroup", "ArmedForces")
OF_PERSONS = ("of", "from", "with")
OF_TROOPS = (("in",), ("within",), ("of",), ("from",), ("under",))
FURTHEST = 4  # words from the preposition to the group's name


def belonging(ties: Ties, i: int, rules: RuleSet) -> Iterator[Draft]:
    """The membership that the phrase behind the name at token i tells."""
    rule = rules.named.get("member")
    if rule is None:
        return
    group = _group_behind_person(ties, i)
    whole = None if group is None else ties.resolver.argument(group, "actor")
    person = None if whole is None else ties.resolver.argument(i, "actor")
    if person is not None and person.entity.type == "Person" and whole is not None:
        yield from _pairs(ties, rule, i, [person], [whole])
    else:
        yield from _troops(ties, rule, i)


def _group_behind_person(ties: Ties, i: int) -> int | None:
    """The group's name behind "of", "from" or "with"; of the last two only between commas or before a verb."""
    tree = ties.tree
    tokens, name = tree.tokens, tree.names[i]
    if name is None or name.title is not None or tokens[i].tag == "NNS" or i + 2 >= len(tokens):
        return None
    comma = tokens[i + 1].lower == ","
    k = i + 1 + comma
    if tokens[k].lower not in OF_PERSONS or tokens[k].dep != "case":
        return None
    group = tokens[k].head
    if not k < group <= k + FURTHEST or tree.name(group) is None or tokens[group].head != i:
        return None
    following = tokens[group + 1] if group + 1 < len(tokens) else tokens[group]
    closed = following.lower == "," if comma else following.pos in ("VERB", "AUX")
    is_subject = tokens[i].dep == "nsubj"
    return group if closed and (comma or is_subject) or tokens[k].lower == "of" and not comma else None


def _troops(ties: Ties, rule: Rule, i: int) -> Iterator[Draft]:
    """ "Ugandan troops in AMISOM"."""
    tree = ties.tree
    if " " not in tree.tokens[i].text:
        return
    behind = [k for k in tree.kids(i, "nmod") if k > i and tree.case(k) in OF_TROOPS and tree.name(k)]
    troops = ties.resolver.argument(i, "actor") if behind else None
    if troops is None or troops.entity.type != "ArmedForces":
        return
    wholes = [a for k in behind for a in ties.resolver.arguments(k, "actor")]
    abroad = [a for a in wholes if a.entity.country != troops.entity.country]
    yield from _pairs(ties, rule, i, [troops], [a for a in abroad if a.entity.type in GROUPS])


def united(ties: Ties, i: int, rules: RuleSet) -> Iterator[Draft]:
    """ "The Revolutionary Front, an alliance of A and B": those it unites are its members."""
    tree = ties.tree
    of = [k for k in tree.kids(i, "nmod") if k > i and tree.case(k) == ("of",)]
    parts = [a for k in of for c in tree.conjuncts(k) if tree.name(c) for a in ties.actors([c])]
    rule = rules.named.get("member")
    if len(parts) > 1 and rule is not None:
        whole = [a for a in denoted_by(tree, i, ties.resolver) if a.entity.type in GROUPS]
        yield from _pairs(ties, rule, i, parts, whole)


def _pairs(ties: Ties, rule: Rule, i: int, parts: list[Argument], wholes: list[Argument]) -> Iterator[Draft]:
    frame = Frame(i, (i,))
    for one in parts:
        for whole in wholes:
            if whole.entity.type in GROUPS and one.entity.id != whole.entity.id:
                yield replace(ties.draft(rule, frame, one, whole), status="current")
