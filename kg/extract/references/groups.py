"""Nouns for many: the group whose name stands beside them ("Hamas fighters", "forces of X"), else a crowd."""

from __future__ import annotations

from kg.extract.references.beside import named_beside
from kg.extract.references.branches import branch_of_noun
from kg.extract.references.crowds import crowd_of_noun
from kg.extract.references.entities import collective, lowered
from kg.extract.references.owners import coalition_before, forces_of_owner, group_behind, loyal_to, named_so
from kg.extract.references.phrases import compounds_before, is_demonym, mention_of, modifiers, names_before
from kg.extract.references.state import GROUPS, Reading
from kg.records import Argument, Entity
from kg.rules.words import Noun


def group_of_noun(r: Reading, i: int, first: int, noun: Noun) -> Argument | None:
    """A noun for people or an institution, with what qualifies it."""
    if r.tree.tokens[i].lemma in r.known.words.grammar["branches"]:
        part = branch_of_noun(r, i)
        if part is not None:
            return part
    text, start, end = mention_of(r, i, first)
    names = names_before(r, i)
    if _is_ethnic(r, i) and noun.kind in ("fighters", "forces", "group", "people"):
        entity: Entity | None = collective(r, lowered(r, text), None, plain=True)
        return Argument(entity, text, start, end) if entity is not None else None
    entity = _named_group(r, i, noun, text, names) or crowd_of_noun(r, i, first, noun, text, names)
    return None if entity is None else Argument(entity, text, start, end)


def _is_ethnic(r: Reading, i: int) -> bool:
    """Whether an adjective tells a people, not a state: "ethnic Armenian forces"."""
    before = modifiers(r, i)
    at = next((k for k in before if r.tree.tokens[k].lower == "ethnic"), None)
    return at is not None and at + 1 in before and is_demonym(r, at + 1)


def _named_group(
    r: Reading, i: int, noun: Noun, text: str, names: list[tuple[int, Entity, bool]]
) -> Entity | None:
    """The group whose name stands before, beside or behind the noun, or whom the article called so."""
    group = _group_before(r, i, noun, names)
    if noun.kind in ("forces", "fighters"):
        loyal = loyal_to(r, i) or forces_of_owner(r, names)
        if loyal is not None:
            return loyal
    is_leadership = r.tree.tokens[i].lemma == "leadership"  # "Hamas's leadership"
    kinds = ("fighters", "forces", "group", "vehicle")
    rules = r.tree.tokens[i].lemma in r.known.words.grammar["governing_nouns"]
    if rules and group is not None and group.type == "ArmedGroup":  # "the Houthi government"
        return group
    if group is not None and (noun.kind in kinds or noun.plain or is_leadership):
        return group
    described = named_beside(r, i)
    if described is None and noun.kind == "fighters" and not names and not compounds_before(r, i):
        described = named_so(r, i)
    is_group = described is not None and described.entity.type in GROUPS
    if described is not None and is_group and noun.kind in ("fighters", "group", "government"):
        return described.entity
    is_crowd = noun.kind in ("fighters", "people", "forces") and r.tree.tokens[i].tag in (
        "NNS",
        "NNPS",
    )
    of_people = [e for _, e, owns in names if e.type == "Population" and not owns]
    is_theirs = bool(of_people) and noun.kind == "forces" and len(names) > len(of_people)
    if is_theirs or (is_crowd and of_people):  # "the Bosnian Serb army", "Kurdish fighters"
        return collective(r, lowered(r, text), r.theatre, plain=True)
    return None


def _group_before(r: Reading, i: int, noun: Noun, names: list[tuple[int, Entity, bool]]) -> Entity | None:
    """The group in "Hamas fighters", "coalition forces", "fighters of HTS"."""
    kind = noun.kind
    for _, entity, is_possessor in names:
        is_army = entity.type == "ArmedForces" and kind in ("forces", "vehicle", "fighters")
        if entity.type not in ("ArmedGroup", "Organisation") and not is_army:
            continue
        is_armed = entity.type in ("ArmedGroup", "ArmedForces")
        is_leadership = r.tree.tokens[i].lemma == "leadership"
        if not is_possessor or kind == "forces" or is_leadership or (kind == "fighters" and is_armed):
            return entity
    if kind in ("forces", "fighters", "vehicle"):
        coalition = coalition_before(r, i)
        if coalition is not None:
            return coalition
    of = group_behind(r, i) if kind in ("fighters", "forces") else None
    return of if of is not None and of.type in ("ArmedGroup", "ArmedForces", "Organisation") else None
