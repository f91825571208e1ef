"""Governments and forces that are not those of the country: "the eastern government", "ethnic Armenian forces"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.references.entities import collective
from kg.extract.references.mentions import by_description
from kg.extract.references.phrases import modifiers, words_between
from kg.extract.references.state import Reading
from kg.records import Argument, Entity, Name


def is_rival(r: Reading, i: int) -> bool:
    """Whether a government is not the country's: "the eastern government", "the government in exile"."""
    tokens, grammar = r.tree.tokens, r.known.words.grammar
    if tokens[i].lemma.rpartition(" ")[2].lower() not in grammar["governing_nouns"]:
        return False
    before = [w for k in modifiers(r, i) for m in (k, *modifiers(r, k)) for w in tokens[m].lower.split()]
    behind = [tokens[k].lower for k in r.tree.kids(i, "nmod") if k == i + 2]
    return (
        any(w.removesuffix("-based") in grammar["rival_adjectives"] for w in before)
        or "exile" in (*before, *behind)
        or tokens[i].text.lower().endswith("-in-exile")
    )


def of_own_kind(r: Reading, i: int, found: Argument | None, name: Name) -> Argument | None:
    """ "The eastern Libyan government", "ethnic Armenian forces": not those of the country."""
    if found is None or found.entity.type not in ("Government", "ArmedForces"):
        return found
    tree = r.tree
    if _rules_country(r, found.entity) and is_rival(r, i):
        text = words_between(r, tree.tokens[tree.phrase_start(i)].start, name.end)
        return replace(found, entity=by_description(r, text.removeprefix("the "), "Government"))
    if "ethnic" in tree.words and any(tree.tokens[k].lower == "ethnic" for k in modifiers(r, i)):
        return replace(found, entity=collective(r, f"ethnic {name.text}", None, plain=True))
    return found


def _rules_country(r: Reading, entity: Entity) -> bool:
    """Whether somebody is the government of a country, not one of its own name."""
    country = entity.country if entity.type == "Government" else None
    return country in r.known.lexicon.states and r.known.lexicon.government(country or "").id == entity.id
