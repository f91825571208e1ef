"""Nouns for places: "the city", "the Warduj district of Badakhshan", "a hospital in Aleppo"."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.references.base import PLACES, SETTLEMENTS
from kg.extract.references.groups import Groups
from kg.extract.references.names import DIVISIONS
from kg.identifiers import digest, local_name
from kg.records import Argument, Entity
from kg.rules.words import Noun

# "A market in Baghdad" is Baghdad; "a town in Syria" is another place than Syria.
OWN_PLACES = ("city", "town", "village", "country", "border")
# Nouns behind a place's name: "Diyala province".
NAMED_BEFORE = frozenset(
    ("city", "town", "village", "province", "region", "district", "area", "governorate", "countryside", "camp",
     "crossing", "neighbourhood", "neighborhood", "suburb")
)  # fmt: skip
LISTED = 2  # words from one name of a list to the next: "Idlib and Ariha"
# What is somebody's is told apart by it from the rest: "the rebel-held city".
HOLDING = ("hold", "control", "occupy", "run", "administer", "besiege", "encircle", "dominate")
# Nouns that go back to a place by themselves: "the city".
SPOKEN_OF = frozenset(
    ("city", "town", "village", "country", "nation", "province", "metropolis", "area", "district", "neighbourhood",
     "suburb", "kingdom", "island")
)  # fmt: skip


# What a city has that bears a name of its own: "the Aleppo district of Salaheddin".
CITY_PARTS = frozenset(
    ("suburb", "district", "neighbourhood", "neighborhood", "quarter", "outskirts", "camp")
)
CITY = 1


@dataclass(slots=True)
class Places(Groups):
    """Resolves nouns for places."""

    def _place(self, i: int, first: int, noun: Noun) -> Argument | None:
        """A noun for a place: the name it goes with, the place it lies in, or the place spoken of."""
        token = self.tree.tokens[i]
        beside = self._named_beside(i)
        if beside is not None and beside.entity.type in PLACES:
            return Argument(beside.entity, beside.mention, beside.start, beside.end)
        if noun.kind == "place" and any(self._is_strange(k) for k in self._named_modifiers(i)):
            return self._called(i)
        direction = self._direction(i)
        if token.tag == "NN" and token.lemma in SETTLEMENTS:
            direction = None  # "the southern Lebanese city of Sidon"
            if (district := self._name_in_front(i)) is not None:
                return district
        found = self._place_behind(i, first, noun, direction) or self._place_before(i, first, noun)
        if found is not None:
            return found
        return self._unnamed_place(i, first, noun, direction)

    def _unnamed_place(self, i: int, first: int, noun: Noun, direction: int | None) -> Argument | None:
        """A noun without a name: a facility, land that is somebody's, or the place spoken of."""
        text, start, end = self._mention(i, first)
        if noun.kind == "facility":
            if self._is_definite(i):
                return self._same_words(i, text, start, end)
            return self._local(text, text, start, end, self.theatre)
        if direction is None and self._compounds_before(i):
            back = self._place_spoken_of(i, None, text, start, end) if self._is_known_land(i) else None
            return back or self._local(text, text, start, end, self.theatre)
        names = self._names_before(i)
        if any(e.type not in PLACES and self.tree.tokens[k].dep == "compound" for k, e, _ in names):
            return None  # "the MSF area"
        if direction is not None or (self._is_definite(i) and not self._is_of_something(i)):
            return self._place_spoken_of(i, direction, text, start, end)
        return None

    def _is_known_land(self, i: int) -> bool:
        """Whether a compound only describes land spoken of: "the war-torn city"; "rebel-held districts" are new."""
        is_held = any(c.lemma in HOLDING for _, c in self._compounds_before(i))
        return self.tree.tokens[i].tag == "NN" and self._is_definite(i) and not is_held

    def _called(self, i: int) -> Argument | None:
        """ "The Kuma area": a name that nobody knows is this area's own, so it is not the one spoken of before."""
        name = self.tree.name(i - 1)
        if (
            name is None
            or not self._is_strange(i - 1)
            or self.tree.tokens[i].lemma.lower() not in NAMED_BEFORE
            or name.text.isupper()
        ):
            return None
        around = [k for k in self.tree.kids(i, "nmod") if self.tree.case(k) in (("of",), ("in",))]
        countries = (a.entity.country for k in around if (a := self.argument(k, "place")) is not None)
        entity = Entity(local_name(name.text), name.text, "Place", next(countries, None))
        return Argument(entity, name.text, name.start, name.end)

    def _is_of_something(self, i: int) -> bool:
        """Whether a noun tells behind it what place it is: "the city of their birth"."""
        tree = self.tree
        return any(
            tree.case(k) == ("of",) and tree.tokens[k].pos in ("NOUN", "PROPN") and k > i
            for k in tree.kids(i, "nmod")
        )

    def _name_in_front(self, i: int) -> Argument | None:
        """The place in "the Warduj district of Badakhshan"; in "the Beirut suburb of Ouzai" it stands behind."""
        for k in self.tree.kids(i, "compound"):
            if k == i - 1 and self.tree.name(k) is not None:
                inner = self.argument(k, "place")
                if inner is not None and inner.entity.type == "Place":
                    return self.suburb_behind(i, inner) or inner
        return None

    def suburb_behind(self, i: int, front: Argument) -> Argument | None:
        """The part of a city that a noun names behind it: "the Beirut suburb of Ouzai", "the Aleppo district of"."""
        if self._rank(front.entity) < CITY or self.tree.tokens[i].lemma not in CITY_PARTS:
            return None
        for k in self.tree.kids(i, "nmod"):
            if k > i and self.tree.case(k) == ("of",) and self.tree.name(k) is not None:
                found = self.argument(k, "place")
                inner = (
                    found is not None and found.entity.type != "State" and found.entity.id != front.entity.id
                )
                if inner and found is not None and self._rank(found.entity) < self._rank(front.entity):
                    return found
        return None

    def _rank(self, place: Entity) -> int:
        """How large a place is: less than a city, a city or more."""
        entry = self.lexicon.entries.get(place.id)
        kind = entry.kind if entry is not None else None
        if kind in ("city", "capital"):
            return CITY
        return CITY - 1 if kind in (None, "town", "village", "quarter", "camp", "district") else CITY + 1

    def _place_behind(self, i: int, first: int, noun: Noun, direction: int | None) -> Argument | None:
        """The place in "the city of Aleppo", "a hospital in Aleppo", "the eastern districts of Aleppo"."""
        tree = self.tree
        text, start, end = self._mention(i, first)
        for k in tree.kids(i, "nmod"):
            case = tree.case(k)
            if k <= i or case not in (("of",), ("in",), ("near",)):
                continue
            inner = self.argument(k, "place")
            if inner is None or inner.entity.type not in PLACES:
                continue
            if noun.kind == "facility":
                label = f"{text} {case[0]} {inner.entity.label}"
                return self._local(label, text, start, end, inner.entity.country)
            if case == ("of",):
                return inner if direction is None else self._part(direction, inner.entity, text, start, end)
            if noun.kind == "place" and case == ("in",) and tree.tokens[i].lemma not in OWN_PLACES:
                return inner  # "a commercial area in Baghdad"
        return None

    def _place_before(self, i: int, first: int, noun: Noun) -> Argument | None:
        """The place in "Diyala province", "Syrian territory", "an Aleppo hospital"."""
        lemma = self.tree.tokens[i].lemma.lower()
        before = [(k, e) for k, e, _ in self._names_before(i) if e.type in PLACES]
        if not before:
            return None
        text, start, end = self._mention(i, first)
        if noun.kind == "facility":
            owner = before[0][1]
            is_possessor = self.tree.tokens[before[0][0]].dep == "nmod:poss" and owner.type == "Place"
            label = f"{text} in {owner.label}" if is_possessor else text
            return self._local(label, text, start, end, owner.country)
        places = [(k, e) for k, e in before if e.type == "Place"]
        if noun.kind == "place" and places and lemma in NAMED_BEFORE:
            k, entity = places[-1]
            name = self.tree.tokens[k]
            entry = self.lexicon.entries.get(entity.id)
            if lemma in DIVISIONS and entry is not None and entry.kind in ("city", "town"):
                label = f"{entity.label} {lemma}"  # the province of that name is no town
                entity = Entity(local_name(label), label, "Place", entity.country)
            return Argument(entity, name.text, name.start, name.end)
        if noun.kind == "place" and lemma in ("soil", "territory", "land"):
            return Argument(before[-1][1], text, start, end)
        return None

    def _part(self, direction: int, whole: Entity, text: str, start: int, end: int) -> Argument:
        """ "Eastern Aleppo": a place of its own, in the same country."""
        label = f"{self.tree.tokens[direction].lower} {whole.label}"
        return Argument(Entity(local_name(label), label, "Place", whole.country), text, start, end)

    def _local(self, label: str, text: str, start: int, end: int, country: str | None) -> Argument:
        """A place without a name, known to this article only: its id carries the article's."""
        local = f"{local_name(label)}-{digest(self.document.id, label.lower(), length=6)}"
        return Argument(Entity(local, label, "Facility", country), text, start, end)

    def _same_words(self, i: int, text: str, start: int, end: int) -> Argument | None:
        """The last facility spoken of that is called so: "the hospital"."""
        lemma = self.tree.tokens[i].lemma
        for seen in reversed(self.history):
            entity = seen.argument.entity
            label = entity.label.lower()
            if entity.type == "Facility" and (label.endswith(lemma) or lemma in label.split()):
                return Argument(entity, text, start, end)
        return None

    def _place_spoken_of(
        self, i: int, direction: int | None, text: str, start: int, end: int
    ) -> Argument | None:
        """The last place that "the city", "the country", "the eastern part" may go back to."""
        tree = self.tree
        lemma = tree.tokens[i].lemma
        if any(tree.tokens[k].lower in ("city", "town") for k in tree.kids(i, "compound")):
            lemma = "city"  # "the city center"
        if lemma not in SPOKEN_OF and (direction is None or lemma in ("border", "coast")):
            return None
        if tree.tokens[i].tag == "NNS" and direction is None:
            return None  # "the two countries"
        found = self._last_places(i, lemma)
        if direction is not None and found:
            return self._part(direction, found[0], text, start, end)
        if len(found) > 1:  # "in the country" of which the article speaks, but not "the country said"
            acts = tree.tokens[i].dep in ("nsubj", "nsubj:pass", "obl:agent")
            found = [e for e in found if e.type == "State" and e.country == self.theatre and not acts]
        return Argument(found[0], text, start, end) if found else None

    def _last_places(self, i: int, lemma: str) -> list[Entity]:
        """The places of the nearest sentence with any that "the city", "the country" may go back to, nearest first.

        Of several towns, the last one is meant, unless it is one of a list.
        """
        wanted = "State" if lemma in ("country", "nation", "kingdom") else "Place"
        found: dict[str, Entity] = {}
        tokens: list[int] = []
        nearest = None
        for seen in self._before(i):
            entity = seen.argument.entity
            if nearest is not None and seen.sentence != nearest:
                break
            if entity.type != wanted:
                continue
            entry = self.lexicon.entries.get(entity.id)
            kind = None if entry is None else entry.kind
            is_settlement = kind in (None, "city", "town", "village", "capital")
            if lemma in ("city", "town", "metropolis") and not is_settlement:
                continue
            nearest = seen.sentence
            if entity.id not in found:
                tokens.append(seen.token)
            found.setdefault(entity.id, entity)
        exact = [
            e for e in found.values() if (entry := self.lexicon.entries.get(e.id)) and entry.kind == lemma
        ]
        is_list = len(tokens) > 1 and tokens[0] - tokens[1] <= LISTED
        several = list(found.values())
        return exact if len(exact) == 1 else several if wanted == "State" or is_list else several[:1]
