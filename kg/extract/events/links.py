"""Happenings that a sentence tells twice, by a verb and a noun: one lends the other what it lacks."""

from __future__ import annotations

from collections.abc import Collection

from kg.extract.drafts import Draft
from kg.extract.events.blame import accuse
from kg.extract.events.harmed import struck
from kg.extract.events.participants import FIGHTS
from kg.extract.grammar.tree import Tree

HARM = (*FIGHTS, "Killing")
BOMBERS = "bombing-by-bombers"
WON = ("Capture", "Withdrawal")
SPANS = frozenset(("hour", "day", "night", "week", "month", "year", "bout"))
STRIKES = ("Airstrike", "Shelling", "Attack", "Bombing")


def linked(tree: Tree, drafts: list[Draft], fighters: Collection[str]) -> list[Draft]:
    """The drafts of a sentence; those that tell of one happening share what they know, or are told once.

    "Killed X in an airstrike", "launched an offensive with airstrikes", "blamed Iran for the attack", "claimed
    responsibility for the bombing".
    """
    for noun in drafts:
        if noun.light_lemma == "claim" and noun.agents:
            noun.speaker = noun.agents[0]  # who claims an attack says so himself
    drafts = _one_meeting(_named_operations(_aimed(drafts)))
    told: set[int] = {id(d) for d in drafts if _repeats(d, drafts)}
    for verb in drafts:
        for noun in drafts:
            if noun is verb or noun.frame.trigger == verb.frame.trigger:
                continue
            if _within(noun, verb) and verb.type in HARM and noun.type in FIGHTS:
                _share(tree, verb, noun, fighters)
                if _is_told_by_noun(verb):
                    told.add(id(verb))
            if verb.type in WON and noun.type == "ArmedClash" and _went_before(tree, noun, verb):
                if "with" in noun.frame.roles or not noun.agents:
                    noun.agents = tuple({a.entity.id: a for a in (*verb.agents, *noun.agents)}.values())
                noun.place = noun.place or verb.place
            if verb.type == "Threat" and noun.type in HARM and not verb.targets:
                _aim_threat(tree, verb, noun)
            if verb.type == "Accusation" and noun.type in HARM:
                accuse(verb, noun)
    return [d for d in drafts if id(d) not in told]


def _aim_threat(tree: Tree, threat: Draft, deed: Draft) -> None:
    """ "Threatened to attack Eritrea", "warned it would strike Iran": whom the deed is to hit is threatened."""
    clause = tree.tokens[deed.frame.trigger]
    told = clause.dep in ("xcomp", "ccomp", "acl", "advcl") and clause.head == threat.frame.trigger
    same = {a.entity.id for a in threat.agents} & {a.entity.id for a in deed.agents}
    if told and same or deed.frame.trigger == threat.frame.trigger:
        threat.targets = deed.targets


def _is_told_by_noun(verb: Draft) -> bool:
    """ "Civilians were killed in the strike" is told by the strike, "a suicide bomber killed in an attack" by this."""
    unnamed = not any(a.entity.type == "Person" for a in verb.targets)
    return verb.type == "Killing" and unnamed or verb.rule == BOMBERS


def _repeats(draft: Draft, drafts: list[Draft]) -> bool:
    """ "Condemned the raid, calling it a crime": the participle tells the same act once more."""
    return draft.participle_of is not None and any(
        d.frame.trigger == draft.participle_of and d.type == draft.type for d in drafts
    )


def _within(noun: Draft, verb: Draft) -> bool:
    return any(noun.frame.trigger in verb.frame.roles.get(p, ()) for p in ("in", "during", "with", "by"))


def _went_before(tree: Tree, noun: Draft, verb: Draft) -> bool:
    """Whether a town was taken in the fighting that a phrase tells: "fell to the army after seven days of fighting"."""
    above = tree.tokens[tree.tokens[noun.frame.trigger].head]
    after = verb.frame.roles.get("after", ())
    return noun.frame.trigger in after or above.lemma in SPANS and above.i in after


def _share(tree: Tree, verb: Draft, noun: Draft, fighters: Collection[str]) -> None:
    """One happening told by a verb and a noun: each lends the other what it lacks."""
    noun.agents = noun.agents or verb.agents
    verb.agents = verb.agents or noun.agents
    if verb.type == "Killing":
        hurt = struck(noun.type, tree.tokens[noun.frame.trigger].lemma, verb.targets, fighters)
        if noun.type == "ArmedClash":
            noun.agents = tuple({a.entity.id: a for a in (*noun.agents, *hurt)}.values())
        else:
            noun.targets = noun.targets or tuple(hurt)
    elif verb.rule == BOMBERS:
        noun.targets = noun.targets or verb.targets
    if noun.frame.clause is None:
        noun.frame.clause = verb.frame.clause
    verb.place = verb.place or noun.place
    if not (verb.type == "Capture" and verb.place is not None and verb.place.entity.type == "Facility"):
        noun.place = noun.place or verb.place  # who took a barracks during a battle fought elsewhere, too


def _one_meeting(drafts: list[Draft]) -> list[Draft]:
    """ "Met in Cairo to discuss the truce": what is discussed at a meeting is no second meeting."""
    others = [{a.entity.id for a in d.agents} for d in drafts if d.type == "Talks" and d.rule != "discuss"]
    return [
        d
        for d in drafts
        if d.rule != "discuss" or not any(known & {a.entity.id for a in d.agents} for known in others)
    ]


def _named_operations(drafts: list[Draft]) -> list[Draft]:
    """ "The assault on Kidal was Operation X": one happening, told by the predicate with the subject's place."""
    told: set[int] = set()
    for predicate in drafts:
        for subject in drafts:
            if subject.frame.trigger in predicate.frame.roles.get("called", ()) and subject is not predicate:
                predicate.place = predicate.place or subject.place
                if not (subject.agents or subject.targets):
                    told.add(id(subject))
    return [d for d in drafts if id(d) not in told]


def _aimed(drafts: list[Draft]) -> list[Draft]:
    """ "… airstrikes since 2016, targeting areas in Aleppo": the participle tells where the strikes fell."""
    kept = list(drafts)
    for verb in drafts:
        if not verb.aims or verb.agents:
            continue
        strikes = [
            d for d in drafts if d.type in STRIKES and d is not verb and not d.aims and d.cue < verb.cue
        ]
        if strikes:
            strikes[-1].place = verb.place or strikes[-1].place
            told = tuple(a for a in verb.targets if a.mention.lower() != "people")
            strikes[-1].targets = strikes[-1].targets or told
            kept.remove(verb)
    return kept
