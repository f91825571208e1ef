"""The place spoken of that a noun goes back to: "the city", "the country", "the eastern part"."""

from __future__ import annotations

from kg.extract.references.entities import state_of
from kg.extract.references.mentions import spoken_of_before
from kg.extract.references.state import Reading
from kg.identifiers import local_name
from kg.records import Argument, Entity

LISTED = 2  # words from one name of a list to the next: "Idlib and Ariha"
COUNTRIES = ("country", "nation", "kingdom")
GOVERNING = ("government", "regime", "junta")
ONE_PLACE = ("city", "town", "village", "metropolis", "island")


def place_spoken_of(
    r: Reading, i: int, direction: int | None, text: str, start: int, end: int
) -> Argument | None:
    """The last place that "the city", "the country", "the eastern part" may go back to."""
    tree = r.tree
    lemma = tree.tokens[i].lemma
    if any(tree.tokens[k].lower in ("city", "town") for k in tree.kids(i, "compound")):
        lemma = "city"  # "the city center"
    if lemma not in r.known.words.places.spoken_of and (direction is None or lemma in ("border", "coast")):
        return None
    if tree.tokens[i].tag == "NNS" and direction is None:
        return None  # "the two countries"
    governed = _governed_country(r, i) if lemma in COUNTRIES else None
    found = [governed] if governed is not None else _last_places(r, i, lemma)
    if direction is not None and found:
        if _is_part(r, found[0]):
            return None
        return part_of(r, direction, found[0], text, start, end)
    if len(found) > 1:  # "in the country" of which the article speaks, but not "the country said"
        acts = tree.tokens[i].dep in ("nsubj", "nsubj:pass", "obl:agent")
        found = [e for e in found if e.type == "State" and e.country == r.theatre and not acts]
    return Argument(found[0], text, start, end) if found else None


def _governed_country(r: Reading, i: int) -> Entity | None:
    """ "The government controls most of the country": the one it governs, whoever was spoken of before."""
    for k in range(i):
        token = r.tree.tokens[k]
        if token.name is None and token.pos == "NOUN" and token.lemma in GOVERNING:
            governing = r.argument(k, "actor")
            if governing is not None and governing.entity.type == "Government":
                return state_of(r, governing.entity)
    return None


def _is_part(r: Reading, place: Entity) -> bool:
    """Whether a place is only a part of another: "southern Ukraine"."""
    return place.label.partition(" ")[0].lower() in r.known.words.grammar["directions"]


def _last_places(r: Reading, i: int, lemma: str) -> list[Entity]:
    """The places of the nearest sentence with any that "the city", "the country" may go back to, nearest first.

    Of several towns, the last one is meant, unless it is one of a list.
    """
    wanted = "State" if lemma in COUNTRIES else "Place"
    found: dict[str, Entity] = {}
    tokens: list[int] = []
    nearest = None
    for seen in spoken_of_before(r, i):
        entity = seen.argument.entity
        if nearest is not None and seen.sentence != nearest:
            break
        if entity.type != wanted:
            continue
        entry = r.known.lexicon.entries.get(entity.id)
        kind = None if entry is None else entry.kind
        is_settlement = kind in (None, "city", "town", "village", "capital")
        if lemma in ("city", "town", "metropolis") and not is_settlement:
            continue
        if lemma in ONE_PLACE and entry is None and _is_part(r, entity):
            continue  # "the town" is not southern Ukraine
        if lemma == "island" and lemma not in entity.label.lower():
            continue
        nearest = seen.sentence
        if entity.id not in found:
            tokens.append(seen.token)
        found.setdefault(entity.id, entity)
    exact = [
        e for e in found.values() if (entry := r.known.lexicon.entries.get(e.id)) and entry.kind == lemma
    ]
    is_list = len(tokens) > 1 and tokens[0] - tokens[1] <= LISTED
    several = list(found.values())
    return exact if len(exact) == 1 else several if wanted == "State" or is_list else several[:1]


def part_of(r: Reading, direction: int, whole: Entity, text: str, start: int, end: int) -> Argument:
    """ "Eastern Aleppo": a place of its own, in the same country."""
    label = f"{r.tree.tokens[direction].lower} {whole.label}"
    return Argument(Entity(local_name(label), label, "Place", whole.country), text, start, end)
