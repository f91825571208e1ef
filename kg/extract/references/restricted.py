"""Nouns that stand by themselves: whom their own name, participle, owner or reporter tells, and no sentence before."""

from __future__ import annotations

from functools import partial

from kg.extract.references.contexts import is_fighting
from kg.extract.references.entities import collective, forces_of_country, lowered
from kg.extract.references.going_back import is_strange
from kg.extract.references.modifiers import own_modifiers, owners
from kg.extract.references.phrases import is_definite_noun, named_modifiers, noun_at
from kg.extract.references.state import GROUPS, Reading
from kg.extract.references.unknown import is_foe
from kg.identifiers import local_name
from kg.records import Entity
from kg.rules.lexicon import normalise


def of_allegiance(r: Reading, i: int, text: str) -> Entity | None:
    """ "Forces aligned with the TPLF", "militias backed by Iran": a crowd called by its own words."""
    tree = r.tree
    for k in own_modifiers(tree, i):
        token = tree.tokens[k]
        if token.lemma not in r.known.words.grammar["allegiances"]:
            continue
        for o in tree.kids(k, "obl", "obl:agent", "nmod"):
            whom = r.argument(o, "actor")
            if whom is not None and tree.case(o):
                tie = " ".join((token.lower, *tree.case(o)))
                return collective(r, f"{lowered(r, text)} {tie} {whom.entity.label}", None, plain=True)
    return None


def reporters_forces(r: Reading, i: int) -> Entity | None:
    """ "Ukraine's top general said troops advanced": what officers call "troops" are those of their country."""
    tree = r.tree
    for k in tree.up(i):
        if tree.tokens[k].lemma not in r.known.words.grammar["reporting_verbs"]:
            continue
        for s in tree.kids(k, "nsubj"):
            phrase = tree.subtree(s)
            nouns = [noun_at(r, t)[0] for t in phrase]
            is_officer = any(
                tree.tokens[t].lemma in r.known.words.offices.ranks
                or tree.tokens[t].lemma == "commander"
                or (noun is not None and noun.kind == "forces")
                for t, noun in zip(phrase, nouns, strict=True)
            )
            found = [a.entity.country for t in phrase if tree.name(t) and (a := r.argument(t, "any"))]
            countries = {country for country in found if country}
            if is_officer and len(countries) == 1:
                return forces_of_country(r, next(iter(countries)))
    return None


def told_behind(r: Reading, i: int, text: str, is_plural: bool) -> Entity | None:
    """Forces that a restrictive phrase singles out, so not those of whom the last sentence spoke: a state's
    ("soldiers from Chad"), or a crowd of that name ("special forces from Amhara", "troops who fled")."""
    for k in owners(r.tree, i):
        whose = r.argument(k, "any")
        if r.tree.case(k) == ("of",) and (whose is None or whose.entity.type in GROUPS):
            return None  # "a force of militiamen"
        if whose is None:
            continue
        if whose.entity.type == "State":
            return forces_of_country(r, whose.entity.country)
        tie = " ".join(r.tree.case(k))
        return collective(r, f"{lowered(r, text)} {tie} {whose.entity.label}", None, plain=True)
    return collective(r, lowered(r, text), None, plain=True) if is_plural else None


def called_by_name(r: Reading, i: int, text: str) -> Entity | None:
    """ "The Shwe Min militia group": a name that nobody knows is this group's own, so it is no other group."""
    if not any(is_strange(r, k) or _is_unknown_person(r, i, k) for k in named_modifiers(r, i)):
        return None
    words = text.split()
    if len(words) > 2 and words[-1] == "group" and words[-2] in r.known.words.nouns:
        words = words[:-1]
    label = " ".join(words)
    is_armed = words[-1].lower() in r.known.words.grammar["armed_bands"] or _is_armed_band(r, i, label)
    return Entity(local_name(label), label, "ArmedGroup" if is_armed else "Organisation", None)


def _is_unknown_person(r: Reading, i: int, k: int) -> bool:
    """Whether a group is called after somebody whom nobody knows: "the Abu Faisal group"."""
    name = r.tree.name(k)
    is_person = name is not None and not name.senses and name.kind == "Person" and name.title is None
    return is_person and k == i - 1 and is_definite_noun(r, i) and r.tree.tokens[k].dep == "compound"


def _is_armed_band(r: Reading, i: int, label: str) -> bool:
    """Whether a group fights or has fighters, here or earlier in the article."""
    tree, form = r.tree, normalise(label)
    head = tree.tokens[tree.tokens[i].head]
    has_fighters = tree.tokens[i].dep in ("nmod", "nmod:poss", "compound") and head.tag == "NNS"
    noun = noun_at(r, head.i)[0] if has_fighters else None
    if (noun is not None and noun.kind == "fighters") or is_fighting(
        tree, i, r.known.words.grammar, partial(is_foe, r)
    ):
        r.memory.named[form] = "ArmedGroup"
    return r.memory.named.get(form) == "ArmedGroup"


def only_coalition(r: Reading) -> Entity | None:
    """The one coalition of which the article spoke: "coalition warplanes" after "a Saudi-led coalition"."""
    called = {
        e.id: e for s in r.memory.history if "coalition" in (e := s.argument.entity).label.lower().split()
    }
    return next(iter(called.values())) if len(called) == 1 else None
