"""Nouns for places: "the city", "the Warduj district of Badakhshan", "a hospital in Aleppo"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.references.beside import named_beside
from kg.extract.references.going_back import is_strange
from kg.extract.references.phrases import (
    compounds_before,
    direction_of,
    is_definite_noun,
    mention_of,
    named_modifiers,
    names_before,
)
from kg.extract.references.places_spoken import part_of, place_spoken_of
from kg.extract.references.state import PLACES, Reading
from kg.extract.references.unknown import is_place_noun
from kg.identifiers import digest, local_name
from kg.records import Argument, Entity
from kg.rules.words import Noun

# "A market in Baghdad" is Baghdad; "a town in Syria" is another place than Syria.
OWN_PLACES = ("city", "town", "village", "country", "border")
# What is somebody's is told apart by it from the rest: "the rebel-held city".
HOLDING = ("hold", "control", "occupy", "run", "administer", "besiege", "encircle", "dominate")
CITY = 1


def place_of_noun(r: Reading, i: int, first: int, noun: Noun) -> Argument | None:
    """A noun for a place: the name it goes with, the place it lies in, or the place spoken of."""
    token = r.tree.tokens[i]
    beside = named_beside(r, i)
    if beside is not None and beside.entity.type in PLACES:
        return Argument(beside.entity, beside.mention, beside.start, beside.end)
    if noun.kind == "place" and any(is_strange(r, k) for k in named_modifiers(r, i)):
        return _called(r, i)
    direction = direction_of(r, i)
    if token.tag == "NN" and is_place_noun(r, i):
        direction = None  # "the southern Lebanese city of Sidon"
        if (district := _name_in_front(r, i)) is not None:
            return district
    found = _place_behind(r, i, first, noun, direction) or _place_before(r, i, first, noun)
    if found is not None:
        return found
    return _unnamed_place(r, i, first, noun, direction)


def _unnamed_place(r: Reading, i: int, first: int, noun: Noun, direction: int | None) -> Argument | None:
    """A noun without a name: a facility, land that is somebody's, or the place spoken of."""
    text, start, end = mention_of(r, i, first)
    if noun.kind == "facility":
        if is_definite_noun(r, i):
            return _same_words(r, i, text, start, end)
        return _local(r, text, text, start, end, r.theatre)
    if direction is None and compounds_before(r, i):
        back = place_spoken_of(r, i, None, text, start, end) if _is_known_land(r, i) else None
        return back or _local(r, text, text, start, end, r.theatre)
    names = names_before(r, i)
    if any(e.type not in PLACES and r.tree.tokens[k].dep == "compound" for k, e, _ in names):
        return None  # "the MSF area"
    if direction is not None or (is_definite_noun(r, i) and not _is_of_something(r, i)):
        return place_spoken_of(r, i, direction, text, start, end)
    return None


def _is_known_land(r: Reading, i: int) -> bool:
    """Whether a compound only describes land spoken of: "the war-torn city"; "rebel-held districts" are new."""
    is_held = any(c.lemma in HOLDING for _, c in compounds_before(r, i))
    return r.tree.tokens[i].tag == "NN" and is_definite_noun(r, i) and not is_held


def land_called(r: Reading, i: int) -> Argument | None:
    """The place behind a noun for somebody's land: "the rebel stronghold of Misrata"."""
    tree = r.tree
    if tree.tokens[i].lemma not in r.known.words.grammar["strongholds"]:
        return None
    behind = [k for k in tree.kids(i, "nmod", "appos", "flat") if k > i and tree.name(k) is not None]
    named = (k for k in behind if tree.tokens[k].dep != "nmod" or tree.case(k) == ("of",))
    return next(
        (a for k in named if (a := r.argument(k, "place")) is not None and a.entity.type == "Place"), None
    )


def _called(r: Reading, i: int) -> Argument | None:
    """ "The Kuma area": a name that nobody knows is this area's own, so it is not the one spoken of before."""
    name = r.tree.name(i - 1)
    if (
        name is None
        or not is_strange(r, i - 1)
        or r.tree.tokens[i].lemma.lower() not in r.known.words.places.behind_names
        or name.text.isupper()
    ):
        return None
    around = [k for k in r.tree.kids(i, "nmod") if r.tree.case(k) in (("of",), ("in",))]
    countries = (a.entity.country for k in around if (a := r.argument(k, "place")) is not None)
    entity = Entity(local_name(name.text), name.text, "Place", next(countries, None))
    return Argument(entity, name.text, name.start, name.end)


def _is_of_something(r: Reading, i: int) -> bool:
    """Whether a noun tells behind it what place it is: "the city of their birth"."""
    tree = r.tree
    return any(
        tree.case(k) == ("of",) and tree.tokens[k].pos in ("NOUN", "PROPN") and k > i
        for k in tree.kids(i, "nmod")
    )


def _name_in_front(r: Reading, i: int) -> Argument | None:
    """The place in "the Warduj district of Badakhshan"; in "the Beirut suburb of Ouzai" it stands behind."""
    front = i - 1 if i - 1 in r.tree.kids(i, "compound", "amod") and r.tree.name(i - 1) is not None else None
    inner = r.argument(front, "place") if front is not None else None
    if inner is not None and inner.entity.type == "Place" and not _is_town_of(r, i, inner.entity):
        return suburb_behind(r, i, inner) or inner
    return None


def _is_town_of(r: Reading, i: int, front: Entity) -> bool:
    """Whether a town has its own name behind it, and the land's before: "the Kivu city of Goma"."""
    lemma = r.tree.tokens[i].lemma
    behind = [k for k in r.tree.kids(i, "nmod") if k > i and r.tree.case(k) == ("of",) and r.tree.name(k)]
    if lemma not in ("city", "town", "village") or not behind:
        return False
    found = r.argument(behind[0], "place")
    entry = r.known.lexicon.entries.get(found.entity.id) if found is not None else None
    is_called_so = entry is not None and entry.kind == lemma
    return found is not None and (_rank(r, front) > CITY or is_called_so)


def suburb_behind(r: Reading, i: int, front: Argument) -> Argument | None:
    """The part of a city that a noun names behind it: "the Beirut suburb of Ouzai", "the Aleppo district of"."""
    lemma = r.tree.tokens[i].lemma
    is_part = lemma == "district" or lemma in r.known.words.places.city_parts
    if _rank(r, front.entity) < CITY or not is_part:
        return None
    for k in r.tree.kids(i, "nmod"):
        if k > i and r.tree.case(k) == ("of",) and r.tree.name(k) is not None:
            found = r.argument(k, "place")
            inner = found is not None and found.entity.type != "State" and found.entity.id != front.entity.id
            if inner and found is not None and _rank(r, found.entity) < _rank(r, front.entity):
                return found
    return None


def _rank(r: Reading, place: Entity) -> int:
    """How large a place is: less than a city, a city or more."""
    entry = r.known.lexicon.entries.get(place.id)
    kind = entry.kind if entry is not None else None
    if kind in ("city", "capital"):
        return CITY
    return CITY - 1 if kind in (None, "town", "village", "quarter", "camp", "district") else CITY + 1


def _place_behind(r: Reading, i: int, first: int, noun: Noun, direction: int | None) -> Argument | None:
    """The place in "the city of Aleppo", "a hospital in Aleppo", "the eastern districts of Aleppo"."""
    tree = r.tree
    text, start, end = mention_of(r, i, first)
    for k in tree.kids(i, "nmod"):
        case = tree.case(k)
        if k <= i or case not in (("of",), ("in",), ("near",)):
            continue
        inner = r.argument(k, "place")
        if inner is None or inner.entity.type not in PLACES:
            continue
        if noun.kind == "facility":
            label = f"{text} {case[0]} {inner.entity.label}"
            return _local(r, label, text, start, end, inner.entity.country)
        if case == ("of",):
            divided = _division_called(r, i, inner) if tree.tokens[i].tag == "NN" else inner
            return divided if direction is None else part_of(r, direction, inner.entity, text, start, end)
        if noun.kind == "place" and case == ("in",) and tree.tokens[i].lemma not in OWN_PLACES:
            return inner  # "a commercial area in Baghdad"
    return None


def _place_before(r: Reading, i: int, first: int, noun: Noun) -> Argument | None:
    """The place in "Diyala province", "Syrian territory", "an Aleppo hospital"."""
    lemma = r.tree.tokens[i].lemma.lower()
    before = [(k, e) for k, e, _ in names_before(r, i) if e.type in PLACES]
    if not before:
        return None
    text, start, end = mention_of(r, i, first)
    if noun.kind == "facility":
        owner = before[0][1]
        is_possessor = r.tree.tokens[before[0][0]].dep == "nmod:poss" and owner.type == "Place"
        label = f"{text} in {owner.label}" if is_possessor else text
        return _local(r, label, text, start, end, owner.country)
    places = [(k, e) for k, e in before if e.type == "Place"]
    if noun.kind == "place" and places and lemma in r.known.words.places.behind_names:
        k, entity = places[-1]
        name = r.tree.tokens[k]
        return _division_called(r, i, Argument(entity, name.text, name.start, name.end))
    if noun.kind == "place" and lemma in ("soil", "territory", "land"):
        return Argument(before[-1][1], text, start, end)
    return None


def _division_called(r: Reading, i: int, place: Argument) -> Argument:
    """The province that is called like a town: "Homs province", "the province of Homs"."""
    lemma = r.tree.tokens[i].lemma.lower()
    entry = r.known.lexicon.entries.get(place.entity.id)
    if lemma not in r.known.words.places.divisions or entry is None or entry.kind not in ("city", "town"):
        return place
    label = f"{entry.label} {lemma}"
    known = r.known.lexicon.entries.get(local_name(label))
    entity = Entity(local_name(label), label if known is None else known.label, "Place", entry.country)
    return replace(place, entity=entity)


def _local(r: Reading, label: str, text: str, start: int, end: int, country: str | None) -> Argument:
    """A place without a name, known to this article only: its id carries the article's."""
    local = f"{local_name(label)}-{digest(r.known.document.id, label.lower(), length=6)}"
    return Argument(Entity(local, label, "Facility", country), text, start, end)


def _same_words(r: Reading, i: int, text: str, start: int, end: int) -> Argument | None:
    """The last facility spoken of that is called so: "the hospital"."""
    lemma = r.tree.tokens[i].lemma
    for seen in reversed(r.memory.history):
        entity = seen.argument.entity
        label = entity.label.lower()
        if entity.type == "Facility" and (label.endswith(lemma) or lemma in label.split()):
            return Argument(entity, text, start, end)
    return None
