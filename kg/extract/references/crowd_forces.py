"""Whose forces are meant without a name: "government troops", "the army", "police", "Turkish jets"."""

from __future__ import annotations

from kg.extract.references.crowd import NATIONS, Crowd
from kg.extract.references.entities import (
    army_of_country,
    collective,
    forces_of_country,
    police_of_country,
)
from kg.extract.references.going_back import back_reference
from kg.extract.references.modifiers import own_modifiers, owners
from kg.extract.references.owners import (
    sender_of,
)
from kg.extract.references.phrases import (
    is_definite_noun,
    modifiers,
    named_modifiers,
    noun_at,
)
from kg.extract.references.restricted import (
    of_allegiance,
    reporters_forces,
    told_behind,
)
from kg.extract.references.scene import country_here
from kg.extract.references.state import Reading
from kg.records import Entity

POLICE = ("police", "policeman", "policewoman")
# Of these a state has one: "the army", "the general staff".
STANDING = ("army", "military", "navy", "air force", "staff")


def forces_meant(r: Reading, crowd: Crowd) -> Entity | None:
    """ "Government troops", "the army", "police", "Turkish jets"."""
    token = r.tree.tokens[crowd.i]
    if crowd.side == "rebels":
        return collective(r, "rebels", crowd.home)
    if crowd.attitude or (crowd.is_backed and not crowd.country):
        return collective(r, crowd.text, crowd.home if crowd.attitude else None, plain=True)
    if token.lemma in POLICE or noun_at(r, crowd.i)[1] < crowd.i and crowd.text.lower().startswith("police "):
        return police_of_country(r, crowd.country or country_here(r) or crowd.home)
    if crowd.country or crowd.side == "government":
        return forces_of_country(r, crowd.home)
    if crowd.noun.kind == "vehicle":
        return None
    if (tied := of_allegiance(r, crowd.i, crowd.text)) is not None:
        return tied
    if _is_standing(r, crowd.i) and not owners(r.tree, crowd.i):
        return (
            army_of_country(r, crowd.home)
            if token.lemma.lower() in STANDING
            else forces_of_country(r, crowd.home)
        )
    if any(r.tree.name(k) is not None for k in named_modifiers(r, crowd.i)):
        # "SADC mission troops": somebody's, though not a country's
        return collective(r, crowd.text, None, plain=True) if crowd.is_plural else None
    if token.lemma.lower() in ("army", "military", "navy") and token.tag in ("NNS", "NNPS"):
        return None  # "ethnic armies"
    if token.lemma in r.known.words.grammar["hostile_forces"]:
        return None  # who "the invaders" are, the last sentence does not tell
    if own_modifiers(r.tree, crowd.i):
        return told_behind(r, crowd.i, crowd.text, crowd.is_plural)
    told = sender_of(r, crowd.i) or reporters_forces(r, crowd.i)
    return told or _last_forces(r, crowd.i)


def _last_forces(r: Reading, i: int) -> Entity | None:
    """The forces spoken of last; "30 soldiers" may be others' where the sentence names another state.

    "Ground forces in Mali" are any that are there, and not the squadron or brigade told of before.
    """
    found = back_reference(r, i, ("ArmedForces",))
    if found is None or is_definite_noun(r, i):
        return found
    if _is_any(r, i):
        return None
    if found.id not in r.known.lexicon.entries and _is_where(r, i):
        return None
    if not r.tree.kids(i, "nummod"):
        return found
    named = (a.entity for k in r.tree.named if k < i and (a := r.argument(k, "actor")) is not None)
    states = {e.country for e in named if e.type in NATIONS}
    return found if states <= {found.country} else None


def _is_any(r: Reading, i: int) -> bool:
    """Whether bare plurals are told what they ought to do, whoever they are: "armed forces should spare civilians"."""
    tree, token = r.tree, r.tree.tokens[i]
    if token.dep not in ("nsubj", "nsubj:pass") or modifiers(r, i) and token.lemma != "force":
        return False
    return any(tree.tokens[k].lower in ("should", "must") for k in tree.kids(token.head, "aux"))


def _is_where(r: Reading, i: int) -> bool:
    """Whether a noun tells behind it where somebody is: "forces in Mali"."""
    behind = (k for k in r.tree.kids(i, "nmod") if k > i and r.tree.case(k) == ("in",))
    return any(r.tree.name(k) is not None for k in behind)


def _is_standing(r: Reading, i: int) -> bool:
    """Whether forces without a country are a state's: "an army base", "the navy", "security forces"."""
    token = r.tree.tokens[i]
    if token.dep == "compound":
        owned = noun_at(r, token.head)[0]
        if owned is not None and owned.kind == "facility":
            return True
    if token.lemma.lower() in STANDING and is_definite_noun(r, i):
        return True
    return token.lemma == "force" and r.tree.tokens[i - 1].lower == "security"
