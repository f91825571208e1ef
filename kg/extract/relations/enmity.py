"""Enmity told by its aim, by help against somebody, or by a name: "efforts to defeat them", "the Iran-Iraq War"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.english.closed import NOT
from kg.extract.drafts import Draft
from kg.extract.grammar.compounds import sides
from kg.extract.grammar.frame import Frame
from kg.extract.grammar.objects import is_infinitive
from kg.extract.grammar.tree import Tree
from kg.extract.relations.ties import Ties
from kg.records import Argument, RelationStatus
from kg.rules.claims import Rule, RuleSet
from kg.rules.words import WordLists

# "The Global Coalition to Defeat ISIS", "Union against Boko Haram"
FOE = re.compile(r" (?:to (?:Defeat|Counter|Combat|Fight|Destroy|Degrade)|[Aa]gainst) (?=\S)")
WAR = re.compile(r"[ -](?:Civil )?War$")
ENDING = ("defeat", "crush", "eradicate", "deliver")
UNIONS = ("coalition", "alliance")
HELPING = ("help", "assist", "aid")


def fought(ties: Ties, rule: Rule, frame: Frame, found: list[Draft]) -> list[Draft]:
    """The enmity that a verb of fighting tells, with that of the union whose aim it is; aims and vows presuppose it."""
    tree, verb = ties.tree, frame.trigger
    foes = [d.object for d in found if d.object is not None]
    known = {d.subject.entity.id for d in found if d.subject is not None}
    unions = [a for a in _unions_for(ties, verb) if a.entity.id not in known] if foes else []
    found += list(ties.pairs(rule, frame, unions, foes))
    if _is_aim(tree, verb, ties.words) or _is_helped(tree, verb) or _is_vow(tree, verb):
        return [replace(d, status="current") for d in found]
    return found


def _unions_for(ties: Ties, verb: int) -> list[Argument]:
    """The union that a verb tells the aim of: "works within the Global Coalition to defeat them"."""
    tree = ties.tree
    verb = tree.head_of_conjuncts(verb)
    before = next((k for k in tree.kids(verb, "mark") if tree.tokens[k].lower == "to"), 0) - 1
    if before < 0 or tree.tokens[before].text.rpartition(" ")[2].lower() not in UNIONS:
        return []
    return ties.actors([before])


def _is_aim(tree: Tree, verb: int, words: WordLists) -> bool:
    """Whether a verb tells what somebody works for: "efforts to defeat them", "is fighting to oust them"."""
    grammar = words.grammar
    verb = tree.head_of_conjuncts(verb)
    token = tree.tokens[verb]
    head = tree.tokens[token.head]
    if head.i == verb or not (is_infinitive(tree, verb) or token.tag == "VBG"):
        return False
    before = next((k for k in tree.kids(verb, "mark", "aux", "case")), verb) - 1
    near = tree.tokens[before] if before >= 0 else head  # the noun on which "to defeat" follows
    for word in (near, head):
        if word.pos == "NOUN" and word.lemma in grammar["enemy_aims"]:
            return True
    if tree.kids(head.i, "cop") and tree.case(head.i) in (("in",), ("at",)):
        return True  # "the troops are in Iraq to defeat them"
    if head.pos not in ("VERB", "ADJ") or head.lemma not in grammar["enemy_efforts"]:
        return False
    return not any(
        tree.tokens[k].lower in grammar["negations"] or tree.tokens[k].tag == "MD"
        for k in tree.children[head.i]
    )


def _is_helped(tree: Tree, verb: int) -> bool:
    """Whether somebody is helped to fight, or does so with help: "is helping Somalia (to) fight them"."""
    verb = tree.head_of_conjuncts(verb)
    token = tree.tokens[verb]
    head = tree.tokens[token.head]
    is_fact = not any(tree.tokens[k].lower in NOT for k in tree.kids(head.i, "advmod"))
    return head.i != verb and token.tag in ("VB", "VBP") and head.lemma in HELPING and is_fact


def helpers(ties: Ties, verb: int, found: Sequence[Draft], rules: RuleSet) -> Iterator[Draft]:
    """ "Ethiopia is helping Somalia fight them": who helps in a war backs the one who fights it."""
    if not found or not _is_helped(ties.tree, verb):
        return
    head = ties.tree.tokens[ties.tree.head_of_conjuncts(verb)].head
    rule = rules.named.get("backs")
    if rule is not None and ties.tree.kids(head, "obj"):
        helped = [d.subject for d in found if d.subject is not None]
        frame = Frame(head, (head,), clause=head)
        acting = ties.actors(ties.framer.external(ties.tree, head))
        yield from ties.pairs(rule, frame, acting, helped[:1])


def _is_vow(tree: Tree, verb: int) -> bool:
    """Whether the author speaks of an enemy's end to come: "we will defeat them"; the enmity is there already."""
    modals = {tree.tokens[k].lower for k in tree.kids(verb, "aux")}
    denied = any(tree.tokens[k].lower in NOT for k in tree.kids(verb, "advmod"))
    is_end = tree.tokens[verb].lemma in ENDING
    return is_end and bool(modals & {"will", "shall", "'ll", "’ll"}) and not denied


def helped_against(ties: Ties, frame: Frame, backing: Sequence[Draft], rules: RuleSet) -> Iterator[Draft]:
    """ "Supports the government against the rebels": they are enemies."""
    against = frame.roles.get("against", []) or [
        k for d in backing if d.object is not None for k in _right_behind(ties.tree, d.object.end)
    ]
    if not against or not backing:
        return
    rule = _fights(rules)
    named = ties.actors(against)
    foes = named or [a for k in against for a in ties.resolver.qualifiers(k)]  # "against ISIL targets"
    for helped in {d.object.entity.id: d.object for d in backing if d.object is not None}.values():
        yield from ties.pairs(rule, frame, [helped], foes)


def _right_behind(tree: Tree, end: int) -> list[int]:
    """What "against" governs right behind a name: "support for Israel against Hamas"."""
    following = next((t for t in tree.tokens if t.start > end), None)
    is_against = following is not None and following.lower == "against" and following.dep == "case"
    return [following.head] if following is not None and is_against else []


def foes_in_name(ties: Ties, i: int, rules: RuleSet) -> Iterator[Draft]:
    """The foes that a name tells: of a coalition "to Defeat ISIS", of the two sides of "the Iran-Iraq War"."""
    token = ties.tree.tokens[i]
    if WAR.search(token.text) and (parts := sides(token.text.partition(" ")[0])):
        found = [ties.resolver.part(text, token.start + at) for text, at in parts]
        known = [a for a in found if a is not None and a.entity.type == "State"]
        if len(known) == 2:
            yield _draft(ties, i, known[0], known[1], rules, "former")
    elif (told := FOE.search(token.text)) is not None:
        group = ties.resolver.argument(i, "actor")
        foe = ties.resolver.part(token.text[told.end() :], token.start + told.end())
        if group is not None and foe is not None and foe.entity.type == "ArmedGroup":
            yield _draft(ties, i, group, foe, rules, "current")


def aimed(ties: Ties, i: int, rules: RuleSet) -> Iterator[Draft]:
    """ "A coalition against Boko Haram", "the Saudi-led coalition against the Houthis": its foes."""
    tree = ties.tree
    foes = [k for k in tree.kids(i, "nmod") if k > i and tree.case(k) == ("against",)]
    if foes:
        unions = [
            a for a in ties.actors([i]) if a.entity.type in ("Organisation", "ArmedForces", "ArmedGroup")
        ]
        yield from ties.pairs(_fights(rules), Frame(i, (i,)), unions, ties.actors(foes))


def _fights(rules: RuleSet) -> Rule:
    return rules.named["fights"]


def _draft(
    ties: Ties, i: int, one: Argument, other: Argument, rules: RuleSet, status: RelationStatus
) -> Draft:
    draft = ties.draft(_fights(rules), Frame(i, (i,)), one, other)
    draft.status = status
    return draft
