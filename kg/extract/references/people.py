"""Nouns for one person: descriptions, titles used again; institutions called by their country."""

from __future__ import annotations

from kg.extract.references.beside import named_beside
from kg.extract.references.entities import entity_of
from kg.extract.references.phrases import is_definite_noun, mention_of, names_before
from kg.extract.references.state import Reading
from kg.records import Argument, Entity


def person_of_noun(r: Reading, i: int, first: int) -> Argument | None:
    """A noun for one person: the name beside it, or somebody without a name, known to this article only."""
    text, start, end = mention_of(r, i, first)
    beside = named_beside(r, i)
    if beside is not None:
        return Argument(beside.entity, text, start, end)
    if r.tree.tokens[i].tag in ("NNS", "NNPS"):
        return None
    holder = _holder(r, i)
    if holder is not None:
        return Argument(holder, text, start, end)
    return None


def _holder(r: Reading, i: int) -> Entity | None:
    """The person to whom "the prime minister", "the secretary" goes back: whose title it was in this article."""
    if not is_definite_noun(r, i):
        return None
    tree = r.tree
    lemma = tree.tokens[i].lemma.lower()
    countries = {e.country for _, e, _ in names_before(r, i) if e.type in ("State", "Government")}
    for size in (3, 2, 1):
        phrase = " ".join([*(t.lower for t in tree.tokens[max(0, i - size) : i]), lemma])
        if phrase in r.memory.titles:
            person = r.memory.titles[phrase]
            is_other = countries and person.country and person.country not in countries
            return None if is_other else _of_speakers_country(r, person, i)
    of = [k for k in tree.kids(i, "nmod") if k > i and tree.case(k) == ("of",)]
    phrase = f"{lemma} of {tree.tokens[of[0]].lower}" if of else lemma  # "the Secretary of State"
    holder = r.memory.titles.get(phrase)
    if holder is None or (countries and holder.country and holder.country not in countries):
        return None
    return _of_speakers_country(r, holder, i)


def _of_speakers_country(r: Reading, person: Entity, i: int) -> Entity | None:
    """A person, unless another state speaks: whom the Kremlin calls "the president" is not Ukraine's."""
    for k in range(i):
        token = r.tree.tokens[k]
        if token.dep == "nsubj" and token.name is not None:
            subject = r.argument(k, "actor")
            if subject is not None and subject.entity.type in ("State", "Government") and person.country:
                return person if subject.entity.country == person.country else None
    return person


def institution_of_noun(r: Reading, i: int) -> Argument | None:
    """ "Russia's defence ministry", "the foreign ministry in Tehran": what the dictionary calls by an adjective."""
    tree = r.tree
    if tree.tokens[i].lower not in r.known.lexicon.last_words:
        return None
    owners = tree.kids(i, "nmod:poss") or [k for k in tree.kids(i, "nmod") if tree.case(k) == ("in",)]
    if not owners:
        return None
    first = min([i, *(k for k in tree.kids(i, "compound", "amod") if tree.name(k) is None)])
    for k in owners:
        owner = r.argument(k, "actor") if tree.name(k) is not None else None
        country = owner.entity.country if owner is not None and owner.entity.type == "State" else None
        if country is None or country not in r.known.lexicon.states:
            continue
        words = tree.text(first, i).lower()
        for adjective in r.known.lexicon.state(country).adjectives[:1]:
            for sense in r.known.lexicon.senses(f"{adjective} {words}"):
                start = tree.tokens[min(k, first)].start
                return Argument(
                    entity_of(r.known.lexicon.entries[sense.entry_id]),
                    tree.text(min(k, first), i),
                    start,
                    tree.tokens[i].end,
                )
    return None
