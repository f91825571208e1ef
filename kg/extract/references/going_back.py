"""Nouns that refer back: "the group", "the army", "the Observatory"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.references.entities import fighters, noun_of
from kg.extract.references.mentions import spoken_of_before
from kg.extract.references.modifiers import own_modifiers
from kg.extract.references.phrases import (
    compounds_before,
    is_definite_noun,
    name_behind,
    named_modifiers,
    names_before,
)
from kg.extract.references.state import Reading, Seen
from kg.records import Argument, Entity, Token

RECENT = 3  # sentences back to which "the group", "the insurgents" may refer
ARMIES = frozenset(
    (
        "army",
        "military",
        "troop",
        "soldier",
        "navy",
        "air force",
        "force",
        "government",
        "authority",
        "police",
    )
)
# Of these a state has one, whatever is said of it: "the army that he built".
ONLY_ONE = frozenset(("army", "military", "navy", "air force", "government"))
# A capitalised word with one of these endings tells of what faith or people somebody is: "Islamist", "Druze".
ADJECTIVAL = ("ist", "ists", "ic", "ite", "ian", "ish", "nni", "ze")
BANDS = frozenset(("group", "militia", "faction", "brigade", "battalion", "wing", "gang", "front", "cell"))
PUBLISHERS = frozenset(
    (
        "news",
        "radio",
        "tv",
        "television",
        "times",
        "post",
        "journal",
        "newspaper",
        "magazine",
        "press",
        "agency",
    )
)


def called_by_head(r: Reading, i: int) -> Argument | None:
    """ "The monitor", "the Observatory": the entity of this article that the dictionary says is called so."""
    token = r.tree.tokens[i]
    may_go_back = token.lemma in r.known.lexicon.heads or token.lemma.lower() in ARMIES
    if not may_go_back or token.lemma in BANDS or token.tag in ("NNS", "NNPS"):
        return None  # who "the group" is, competing groups decide: see _back_reference
    if not (is_definite_noun(r, i) or token.text[:1].isupper()):
        return None
    if (
        names_before(r, i)
        or name_behind(r, i)
        or _is_of_named(r, i)
        or any(c.lemma != "base" for _, c in compounds_before(r, i))
        or any(is_strange(r, k) for k in named_modifiers(r, i))
        or (token.lemma not in ONLY_ONE and own_modifiers(r.tree, i))
    ):
        return None
    if token.lemma.lower() in ARMIES:
        return _last_army(r, i)
    for seen in spoken_of_before(r, i):
        entry = r.known.lexicon.entries.get(seen.argument.entity.id)
        if entry is not None and token.lemma in entry.heads:
            return Argument(seen.argument.entity, token.text, token.start, token.end)
    return None


def _is_of_named(r: Reading, i: int) -> bool:
    """Whether the words behind tell whose it is: "the government of Iraq" is no other spoken of before."""
    of = (k for k in r.tree.kids(i, "nmod") if r.tree.case(k) == ("of",))
    return any(r.tree.name(k) is not None for k in of)


def is_strange(r: Reading, k: int) -> bool:
    """Whether a name right before a noun stands for nobody known, and is no adjective ("Islamic")."""
    tree = r.tree
    name = tree.name(k)
    return (
        name is not None
        and not name.senses
        and (
            tree.tokens[k].dep in ("compound", "nmod")
            or tree.tokens[k].tag == "NNP"
            and k == tree.tokens[k].head - 1
        )
        and not name.text.endswith(ADJECTIVAL)
        and all(t.pos in ("NOUN", "PROPN", "ADJ") for t in tree.tokens[k : tree.tokens[k].head])
        and r.entity(name, "any", k) is None
    )


def _last_army(r: Reading, i: int) -> Argument | None:
    """ "The army", "the government": the state's of which the last sentences spoke; of several, the theatre's."""
    tree = r.tree
    token = tree.tokens[i]
    found: dict[str, Entity] = {}
    for seen in spoken_of_before(r, i):
        entry = r.known.lexicon.entries.get(seen.argument.entity.id)
        if tree.sentence.index - seen.sentence > 2:
            break
        abroad = r.theatre is not None and entry is not None and entry.country != r.theatre
        if abroad and not seen.argument.mention.lower().endswith(token.lemma.lower()):
            continue  # "French troops" are not "the army" of an article about Mali
        if entry is not None and token.lemma.lower() in entry.heads and entry.type != "ArmedGroup":
            found.setdefault(entry.id, seen.argument.entity)
    entities = list(found.values())
    home = [e for e in entities if r.theatre and e.country == r.theatre]
    if len(entities) != 1:
        entities = home[:1]
    return Argument(entities[0], token.text, token.start, token.end) if entities else None


def back_reference(r: Reading, i: int, types: Sequence[str]) -> Entity | None:
    """The last entity of one of the classes; None when two of them compete in the same sentence."""
    token = r.tree.tokens[i]
    found = _competing(r, token, types)
    armed = [s for s in found if s.argument.entity.type == "ArmedGroup" and token.lemma in BANDS]
    likely = armed or found
    entities = {s.argument.entity.id: s.argument.entity for s in likely}
    if len(entities) == 1:
        return next(iter(entities.values()))
    chosen = {s.argument.entity.id: s.argument.entity for s in likely if s.subject}
    if not chosen:
        called = [s.argument.entity for s in found if _has_head(r, s.argument.entity, token.lemma)]
        chosen = {entity.id: entity for entity in called}
    return next(iter(chosen.values())) if len(chosen) == 1 else None


def _competing(r: Reading, token: Token, types: Sequence[str]) -> list[Seen]:
    """Those of the nearest sentence that a word may go back to."""
    here = r.tree.sentence.index
    found: list[Seen] = []
    for seen in spoken_of_before(r, token.i):
        entity = seen.argument.entity
        if here - seen.sentence > RECENT:
            break
        if token.lemma in BANDS and seen.sentence <= r.memory.strange and not found:
            return []  # "The Hawar Room captured Dudiyan from ISIL. The group ..."
        may_be_band = token.lemma in BANDS and not found and seen.subject and seen.sentence < here
        if may_be_band and _is_crowd(r, entity):
            return []  # "Kurdish fighters captured Raqqa. The group ..."
        if entity.type not in types or (found and seen.sentence != found[0].sentence):
            continue
        if token.lemma in BANDS and (seen.told or _publishes(entity)):
            continue  # "told Zitamar News. The group ..."
        if entity.type != "Organisation" or _is_called(r, entity, token.lemma):
            found.append(seen)
    return found


def _publishes(entity: Entity) -> bool:
    """Whether the name of an organisation tells that it brings news: "Sana News", "Radio Okapi"."""
    words = entity.label.lower().split()
    return entity.type == "Organisation" and any(word in PUBLISHERS for word in words)


def _is_crowd(r: Reading, entity: Entity) -> bool:
    """Whether an entity is fighters without a name: "Kurdish fighters"."""
    return entity.type == "Collective" and noun_of(entity.label) in fighters(r)


def _is_called(r: Reading, entity: Entity, lemma: str) -> bool:
    """Whether an organisation may be called "the group", "the party": the dictionary or its own name says so."""
    entry = r.known.lexicon.entries.get(entity.id)
    if entry is None:
        return lemma in entity.label.lower().split() or lemma in ("group", "organisation", "organization")
    words = {word for head in entry.heads for word in head.split()}
    return lemma in words or lemma in entry.label.lower().split()


def _has_head(r: Reading, entity: Entity, lemma: str) -> bool:
    entry = r.known.lexicon.entries.get(entity.id)
    return entry is not None and (lemma in entry.heads or lemma in entry.label.lower().split())
