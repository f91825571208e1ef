"""Ties that nouns tell: "Assad's backers, Russia and Iran", "support for the rebels", "a truce between A and B"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from kg.extract.agreements import agreement, is_agreement
from kg.extract.compounds import sides
from kg.extract.denoted import ONE_OF_MANY, denoted_by, named_before
from kg.extract.drafts import Draft
from kg.extract.frame import Frame
from kg.extract.resolve import ACTORS
from kg.extract.ties import KINDS, Ties
from kg.records import Argument
from kg.rules.claims import Rule, RuleSet

DEPUTIES = ("deputy", "vice")


def agent_ties(ties: Ties, i: int, rules: RuleSet) -> Iterator[Draft]:
    """The ties of a noun that denotes one part and governs the other: "Assad's backers, Russia and Iran"."""
    tree = ties.tree
    for rule in rules.agent_nouns.get(tree.tokens[i].lemma, ()):
        frame = ties.framer.noun(tree, i, i)
        frame.clause = i if tree.kids(i, "cop") else frame.clause
        if "self" in rule.agent_roles.get("object", ()):
            yield from _held_places(ties, rule, frame)
        elif not _is_other_office(ties, i):
            yield from _ties_of_denoted(ties, rule, frame)


def _is_other_office(ties: Ties, i: int) -> bool:
    """ "Chief of staff" leads no staff, and a deputy leads nobody."""
    tokens = ties.tree.tokens
    following = " ".join(t.lower for t in tokens[i : i + 3])
    if ties.words.offices.kind(following) and following.split()[1:2] == ["of"]:
        return True
    return any(tokens[k].lower in DEPUTIES for k in ties.tree.kids(i, "amod", "compound"))


def _ties_of_denoted(ties: Ties, rule: Rule, frame: Frame) -> Iterator[Draft]:
    """Who is called by the noun, with those of whom it is said."""
    tree, i = ties.tree, frame.trigger
    denoted = denoted_by(tree, i, ties.resolver)
    _add_owner_of_name(ties, frame)
    held = ties.arguments(
        rule.object, frame, rule.agent_roles.get("object", ("poss", "of", "to", "with", "mod"))
    )
    denoted = denoted or _modifying(ties, frame)
    if not held and rule.joint and len(denoted) > 1 and tree.tokens[i].tag == "NNS":
        for one, other in combinations(denoted, 2):
            yield ties.draft(rule, frame, one, other)
        return
    if rule.predicate == "memberOf" and tree.tokens[i].lemma != "member":
        # "commander of the Quds Force, the foreign arm of the Guards": an arm is no person
        denoted = _no_persons(denoted) or _no_persons(named_before(tree, i, ties.resolver))
    qualified = {tree.tokens[k].lower for k in tree.kids(i, "det", "amod")}
    one_of_many = rule.predicate == "leads" and bool(qualified & ONE_OF_MANY)
    for one in denoted:
        for other in held:
            if one.entity.id != other.entity.id and one.entity.type in KINDS[rule.subject]:
                draft = ties.draft(rule, frame, one, other)
                if one_of_many:
                    draft.predicate = "memberOf"
                yield draft


def _add_owner_of_name(ties: Ties, frame: Frame) -> None:
    """ "Israel's enemy Hezbollah": the possessor may hang on the name."""
    tree, token = ties.tree, ties.tree.tokens[frame.trigger]
    before_name = token.dep in ("nmod", "amod", "compound") and token.head > token.i
    if before_name and tree.name(token.head) is not None and not frame.roles.get("poss"):
        frame.add("poss", [k for k in tree.kids(token.head, "nmod:poss") if k < token.i])


def _modifying(ties: Ties, frame: Frame) -> list[Argument]:
    """ "His Russian ally": who the word before the noun names, where somebody else is its possessor."""
    owned = frame.roles.get("poss") or frame.roles.get("of")
    if not owned or ties.tree.tokens[frame.trigger].tag != "NN":
        return []
    return [a for a in ties.actors(frame.roles.get("mod", ())) if a.entity.type in ACTORS]


def _no_persons(arguments: list[Argument]) -> list[Argument]:
    return [a for a in arguments if a.entity.type != "Person"]


def _held_places(ties: Ties, rule: Rule, frame: Frame) -> Iterator[Draft]:
    """ "Idlib, a stronghold of HTS", "the HTS stronghold of Idlib": the noun denotes the object, a place."""
    roles = frame.roles
    of = [a for k in roles.get("of", ()) for a in ties.resolver.arguments(k, "any")]
    denoted = denoted_by(ties.tree, frame.trigger, ties.resolver, "place")
    places = [a for a in denoted if a.entity.type in KINDS["place"]]
    places = places or [a for a in of if a.entity.type == "Place"]
    holders = ties.actors(k for f in rule.agent_roles["subject"] for k in roles.get(f, ()))
    yield from ties.pairs(rule, frame, holders, places)


def act_ties(ties: Ties, i: int, rules: RuleSet) -> Iterator[Draft]:
    """The ties of a noun that names an act or a state: "support for the rebels", "rivalry between A and B"."""
    for phrase, rule in rules.nouns.get(ties.tree.tokens[i].lemma, ()):
        if rule.predicate and ties.tree.ends_phrase(i, phrase):
            for draft in _ties_of_act(ties, rule, " ".join(phrase), i - len(phrase) + 1, i):
                draft.is_act = True
                yield draft
    if is_agreement(ties.tree, i, ties.words):
        yield from _party_ties(ties, i, rules)


def _ties_of_act(ties: Ties, rule: Rule, phrase: str, first: int, i: int) -> Iterator[Draft]:
    frame = ties.framer.noun(ties.tree, i, first)
    prepositions = rule.act_nouns.get(phrase, ())
    doers = ("doer", "poss", "by", "from", "mod", "host")
    is_under = "patient" in frame.roles  # "under the control of the Houthis"
    subjects = doers if "of" in prepositions and not is_under else (*doers, "of")
    if is_under:
        yield from ties.fill(rule, frame, subjects, ("patient",))
    elif rule.joint and frame.roles.get("between"):
        yield from ties.joint(rule, frame, frame.roles["between"])
    elif rule.joint and (both := [a for k in frame.roles.get("mod", ()) for a in _two_sides(ties, k)]):
        for one, other in combinations(both, 2):
            yield ties.draft(rule, frame, one, other)
    else:
        yield from ties.fill(rule, frame, subjects, prepositions)


def _two_sides(ties: Ties, k: int) -> tuple[Argument, ...]:
    """Whom "Israeli-Palestinian" names."""
    is_compound = sides(ties.tree.tokens[k].text) and ties.tree.name(k) is None
    return ties.resolver.arguments(k, "actor") if is_compound else ()


def _party_ties(ties: Ties, i: int, rules: RuleSet) -> Iterator[Draft]:
    """ "A ceasefire between Israel and Hezbollah": each side is party to the agreement."""
    frame = ties.framer.noun(ties.tree, i, i)
    found = ties.actors(frame.roles.get("between", ()))
    if not found and frame.light is not None:
        found = ties.actors(k for f in ("doer", "with") for k in frame.roles.get(f, ()))
    found = [a for a in found if a.entity.type in ACTORS]
    rule = next((r for r in rules.rules if r.agreement_between), None)
    if rule is None or len(found) < 2:
        return
    made = agreement(ties.tree, frame, ties.resolver, ties.times, found)
    for party in {a.entity.id: a for a in found}.values():
        yield ties.draft(rule, frame, party, made)
