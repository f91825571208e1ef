"""Whom "he", "it", "they" and "we" mean."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.references.candidates import CROWDS, IT, LAND, PEOPLE, THEY, antecedent
from kg.extract.references.entities import entity_of, fighters, noun_of
from kg.extract.references.state import WE, Reading
from kg.records import Argument, Entity

ONLOOKERS = frozenset(
    ("witnesses", "eyewitnesses", "residents", "villagers", "survivors", "refugees", "relatives", "medics", "doctors",
     "civilians", "journalists", "monitors", "observers", "activists", "diplomats", "officials")
)  # fmt: skip
ATTACKING = frozenset(("kill", "attack", "shell", "bomb", "raid", "loot", "shoot", "ambush", "burn", "torch"))
RESCUING = ("rescue", "free", "liberate")
# "Its kind" is the kind that a thing is of, and nobody's: "the worst attack of its kind".
KINDS = frozenset("kind kinds type sort".split())
SHE = frozenset(("she", "her", "hers", "herself"))
HE = frozenset(("he", "him", "his", "himself", *SHE))
MANY = ("State", "Government", "Organisation", "ArmedForces", "ArmedGroup", "Population")


def pronoun(r: Reading, i: int, want: str = "any") -> Argument | None:
    """Whom a pronoun means: the speaker, or the antecedent of a class that fits."""
    token = r.tree.tokens[i]
    word = token.lower
    if word in WE:
        if r.speaker is None:
            return None
        speaker = r.speaker.entity
        meant = speaker if word in ("i", "me", "my") else _spoken_for_by(r, speaker)
        if meant is not None and meant.type == "Person" and word == "we" and _does_battle(r, i):
            return None  # "we shelled the rebels": his forces, whichever they are
        if meant is None or (word in ("i", "me", "my") and meant.type in MANY):
            return None  # no state says "I"
        return Argument(meant, token.text, token.start, token.end)
    types = pronoun_types(word, want)
    if not types or (word in IT and want != "place" and _befalls_things(r, i)) or _tells_kind(r, i):
        return None
    owner = _owner_before(r, i, types)
    if owner is not None:
        return Argument(owner, token.text, token.start, token.end)
    entity = antecedent(r, i, types, word in THEY)
    if (teller := _teller_before(r, i, entity)) is not None:
        return Argument(teller, token.text, token.start, token.end)
    if (
        entity is None
        or not _is_of_sex(r, entity, word)
        or _does_it(r, i, entity)
        or _fights_unarmed(r, i, entity)
    ):
        return None
    return Argument(entity, token.text, token.start, token.end)


def _befalls_things(r: Reading, i: int) -> bool:
    """Whether "it" is the object of a verb that goes with places or with what is said: "captured it", "denied it"."""
    token, grammar = r.tree.tokens[i], r.known.words.grammar
    verb = r.tree.tokens[token.head].lemma
    return token.dep == "obj" and (verb in grammar["taking_verbs"] or verb in grammar["denying_verbs"])


def _tells_kind(r: Reading, i: int) -> bool:
    """ "The first attack of its kind": no one else's than the attack's."""
    token = r.tree.tokens[i]
    return token.dep == "nmod:poss" and r.tree.tokens[token.head].lower in KINDS


def _owner_before(r: Reading, i: int, types: Sequence[str]) -> Entity | None:
    """Whom "its" means behind a name: "supports Iraq in its fight", "the army in its campaign"."""
    tree = r.tree
    if i < 2 or tree.tokens[i].dep != "nmod:poss" or tree.tokens[i - 1].lower not in ("in", "for"):
        return None
    before = tree.tokens[i - 2]
    single = tree.tokens[i].lower in IT and before.tag == "NNS"
    if before.pos not in ("NOUN", "PROPN") or before.i in r.open or single:
        return None
    argument = r.argument(before.i, "actor")
    fits = (*types, "Collective")  # "the international community in its fight"
    return argument.entity if argument is not None and argument.entity.type in fits else None


def _teller_before(r: Reading, i: int, meant: Entity | None) -> Entity | None:
    """Whom "they" means in "According to the army, they have freed 80 hostages": it tells of itself.

    What fighters spoken of before may have done it tells of them.
    """
    tree, token = r.tree, r.tree.tokens[i]
    if token.dep != "nsubj" or "according" not in tree.words:
        return None
    if _may_fight(r, meant) and tree.tokens[token.head].lemma not in RESCUING:
        return None
    for k in tree.kids(token.head, "obl"):
        if k < i and tree.case(k)[:1] == ("according",):
            teller = r.argument(k, "actor")
            is_force = teller is not None and teller.entity.type in ("ArmedForces", "ArmedGroup")
            return teller.entity if teller is not None and is_force else None
    return None


def _may_fight(r: Reading, entity: Entity | None) -> bool:
    """Whether somebody may be a side that kills, takes or frees: no crowd of people."""
    if entity is None:
        return False
    return entity.type != "Collective" or noun_of(entity.label) in fighters(r)


def _is_of_sex(r: Reading, entity: Entity, word: str) -> bool:
    """Whether a person may be "she" or "he": by the given name, as far as the list of women's names tells."""
    if word not in HE:
        return True
    names = r.known.words.grammar["female_names"]
    label = entity.label.lower()
    return (label in names or label.split()[0] in names) == (word in SHE)


def _does_it(r: Reading, i: int, entity: Entity) -> bool:
    """Whether an entity does what befalls the pronoun: in "he urged him", these are two."""
    token = r.tree.tokens[i]
    if token.dep not in ("obj", "iobj", "obl", "obl:agent") or token.lower.endswith(("self", "selves")):
        return False
    acting = _acting(r, token.head)
    if any(r.tree.tokens[k].lower in WE for k in acting):  # "we will destroy them": those who speak are "us"
        country = None if r.speaker is None else r.speaker.entity.country
        return country is None or entity.country == country
    doers = [a for k in acting if (a := r.argument(k, "actor")) is not None]
    return any(doer.entity.id == entity.id for doer in doers)


def _acting(r: Reading, verb: int) -> list[int]:
    """Who does what a verb tells, past the infinitives on it: "we will open fire to destroy them"."""
    for _ in range(3):
        found = r.tree.kids(verb, "nsubj")
        token = r.tree.tokens[verb]
        if (
            found
            or token.dep not in ("xcomp", "advcl", "conj")
            or not (token.dep == "conj" or token.tag == "VB")
        ):
            return found
        if token.dep == "xcomp" and r.tree.kids(token.head, "obj"):
            return []  # "asked Iran to arm them"
        verb = token.head
    return []


def _fights_unarmed(r: Reading, i: int, entity: Entity) -> bool:
    """Whether onlookers would do what fighters do: in "witnesses said they killed ten men", these are others."""
    if (
        entity.type != "Collective"
        or noun_of(entity.label) not in ONLOOKERS
        or r.tree.tokens[i].dep != "nsubj"
    ):
        return False
    verb, grammar = r.tree.tokens[r.tree.tokens[i].head].lemma, r.known.words.grammar
    return verb in ATTACKING or verb in grammar["taking_verbs"] or verb in grammar["violent_verbs"]


def _does_battle(r: Reading, i: int) -> bool:
    """Whether somebody in an office tells what forces do, be it "army spokesman"; not a commander without title."""
    if r.speaker is None or not any(n.start == r.speaker.start and n.title for n in r.tree.sentence.names):
        return False
    token, grammar = r.tree.tokens[i], r.known.words.grammar
    verb = r.tree.tokens[token.head].lemma
    fights = verb in ATTACKING or verb in grammar["taking_verbs"] or verb in grammar["armed_verbs"]
    return token.dep == "nsubj" and fights


def _spoken_for_by(r: Reading, speaker: Entity) -> Entity | None:
    """Whom "we" means: the body for which the speaker speaks, else the speaker, if he has a name.

    "We" of "a Hezbollah commander" is Hezbollah, that of "a resident" anybody.
    """
    if speaker.id in r.memory.unnamed:
        return r.memory.unnamed[speaker.id]
    meant = r.memory.offices.get(speaker.id, speaker)
    if meant.type == "Organisation" and meant.country and meant.label.endswith(" Ministry"):
        return entity_of(r.known.lexicon.government(meant.country))  # a ministry says "we" for its state
    return meant


def pronoun_types(word: str, want: str) -> Sequence[str]:
    """The classes that a pronoun may mean; none for other words."""
    if word in HE:
        return PEOPLE
    if word in IT and want == "place":
        return LAND
    if word in IT:
        return ("State", "ArmedGroup", "Organisation", "Government", "ArmedForces")
    if word in THEY:
        return CROWDS
    return ()
