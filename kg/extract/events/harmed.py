"""Who came to harm in a happening, where the verb of killing tells it: "civilians were killed in the attack"."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from kg.english.closed import NOT
from kg.extract.grammar.frame import Frame
from kg.extract.grammar.objects import objects
from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.records import Argument

HURTING = frozenset(("kill", "wound", "injure", "hurt", "maim", "massacre", "slaughter", "murder", "slay"))
DYING = frozenset(("die", "perish"))
WITHIN = frozenset(("in", "during", "by", "from"))
# Who was killed "following clashes with rebels" had clashed with them.
AFTER = frozenset(("after", "following"))
# Types that strike somebody; in a clash both sides fight, and an offensive has its own dead.
STRIKING = ("Attack", "Airstrike", "Shelling", "Bombing", "ChemicalAttack")
# Whom these befall is no target when nothing is told but that they are people: "killed nine people".
ANONYMOUS = (*STRIKING, "ArmedClash")
# Who dies in the attack may be who made it.
ATTACKERS = frozenset(("attacker", "assailant", "gunman", "bomber", "perpetrator", "hijacker", "raider"))
ARMED = ("ArmedGroup", "ArmedForces")
# Of whom nothing is told but that they are people.
ANYBODY = frozenset(("people", "person", "other", "one"))
# Types in which fighters may be of either side: "five militants were killed in the attack"; not in an air strike.
EITHER_SIDE = ("Attack", "Bombing")


def harmed(
    tree: Tree, noun: int, type_: str | None, resolver: Resolver, fighters: Collection[str]
) -> list[Argument]:
    """Those whom an event noun's verb says were killed or hurt in it; `fighters` are plurals of armed people.

    Of a strike they are the targets, of a clash a side, if they are armed.
    """
    if type_ not in STRIKING and type_ != "ArmedClash":
        return []
    token = tree.tokens[noun]
    verb = tree.tokens[token.head]
    if verb.pos != "VERB" or verb.lemma not in HURTING and verb.lemma not in DYING:
        return []
    if any(tree.tokens[k].lower in NOT for k in tree.kids(verb.i, "advmod")):
        return []  # "he was not hurt in the attack"
    within = WITHIN | AFTER if type_ == "ArmedClash" and _has_foe(tree, noun) else WITHIN
    if not within & set(tree.case(noun)[:1]):
        return []
    found = [a for k in _sufferers(tree, verb.i) for a in resolver.arguments(k, "actor")]
    return struck(type_, token.lemma, found, fighters)


def kills(tree: Tree, noun: int) -> bool:
    """Whether an event noun is the subject of a verb of killing: "the clashes killed"."""
    token = tree.tokens[tree.head_of_conjuncts(noun)]
    return token.dep == "nsubj" and tree.tokens[token.head].lemma in HURTING


def sides_and_harmed(
    tree: Tree,
    frame: Frame,
    type_: str | None,
    agents: list[Argument],
    targets: list[Argument],
    resolver: Resolver,
    fighters: Collection[str],
) -> tuple[list[Argument], list[Argument]]:
    """The agents and targets of an event noun, with those who came to harm in it."""
    if type_ == "ArmedClash" and kills(tree, frame.trigger):  # "clashes killed two soldiers and a child"
        return [*agents, *struck(type_, "", targets, fighters)], []
    if targets or frame.roles.get("on") or frame.roles.get("against"):
        return agents, targets  # whom it was meant for is told
    hurt = harmed(tree, frame.trigger, type_, resolver, fighters)
    if type_ == "ArmedClash":
        return [*agents, *hurt], targets
    acting = {a.entity.id for a in agents}
    return agents, [a for a in hurt if a.entity.id not in acting]


def struck(
    type_: str | None, noun: str, dead: Iterable[Argument], fighters: Collection[str]
) -> list[Argument]:
    """Of those who came to harm in what a noun tells, who was its target, or a side of a clash."""
    dead = [a for a in dead if a.mention.lower() != "people"]
    if type_ == "ArmedClash":
        return [a for a in dead if a.entity.type in ARMED or is_police(a) or _is_side(a, fighters)]
    is_open = type_ in EITHER_SIDE and noun != "raid"
    hit = [a for a in dead if not (is_open and _is_armed(a, fighters)) and a.entity.type != "State"]
    return hit if type_ in STRIKING else []


def _has_foe(tree: Tree, noun: int) -> bool:
    """Whether a clash is told from one side: "following clashes with rebels"."""
    return any(tree.case(k) == ("with",) for k in tree.kids(noun, "nmod"))


def _sufferers(tree: Tree, verb: int) -> list[int]:
    lemma = tree.tokens[verb].lemma
    if lemma in DYING:
        heads = tree.kids(verb, "nsubj")
    elif tree.is_passive(verb):
        heads = tree.kids(verb, "nsubj:pass", "nsubj")
    else:
        heads = objects(tree, verb)
    found = [k for head in heads for k in tree.conjuncts(head)]
    if tree.tokens[verb].dep == "conj" and found and all(tree.tokens[k].pos == "NUM" for k in found):
        return _sufferers(
            tree, tree.tokens[verb].head
        )  # "four soldiers are killed and six injured by a bomb"
    unsaid = ATTACKERS | ANYBODY
    known = [k for k in found if tree.tokens[k].lemma not in unsaid and tree.tokens[k].pos != "PRON"]
    return known or [m for k in found if tree.tokens[k].lemma in ANYBODY for m in included(tree, k)]


def included(tree: Tree, noun: int) -> list[int]:
    """Those singled out of many: "killed 15 people, including three ministers"."""
    if "including" not in tree.words:
        return []
    near = (*tree.kids(noun, "nmod", "obl"), *tree.kids(tree.tokens[noun].head, "obl"))
    members = [k for k in near if k > noun and tree.case(k) == ("including",)]
    return [c for k in members for c in tree.conjuncts(k)]


def is_police(argument: Argument) -> bool:
    """Whether somebody is a country's police."""
    return argument.entity.type == "Organisation" and argument.entity.label.endswith(" police")


def _is_armed(argument: Argument, fighters: Collection[str]) -> bool:
    """Whether somebody fights for a group, or may: "militants"; soldiers are of the state's own side."""
    if argument.entity.type == "ArmedGroup":
        return True
    label = argument.entity.label.split(" in ")[0].split()
    return argument.entity.type == "Collective" and bool(label) and label[-1].lower() in fighters


def _is_side(argument: Argument, fighters: Collection[str]) -> bool:
    """Whether fighters are told from others: "Syrian rebels", not "fighters in Yemen"."""
    return " " in argument.entity.label.split(" in ")[0] and _is_armed(argument, fighters)
