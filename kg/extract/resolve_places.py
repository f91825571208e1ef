"""Nouns for places: "the city", "the Warduj district of Badakhshan", "a hospital in Aleppo"."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.resolve_base import PLACES, SETTLEMENTS
from kg.extract.resolve_groups import Groups
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
# Nouns that go back to a place by themselves: "the city".
SPOKEN_OF = frozenset(
    ("city", "town", "village", "country", "nation", "province", "metropolis", "area", "district", "neighbourhood",
     "suburb", "kingdom", "island")
)  # fmt: skip


@dataclass(slots=True)
class Places(Groups):
    """Resolves nouns for places."""

    def _place(self, i: int, first: int, noun: Noun) -> Argument | None:
        """A noun for a place: the name it goes with, the place it lies in, or the place spoken of."""
        token = self.tree.tokens[i]
        beside = self._named_beside(i)
        if beside is not None and beside.entity.type in PLACES:
            return Argument(beside.entity, beside.mention, beside.start, beside.end)
        direction = self._direction(i)
        if token.tag == "NN" and token.lemma in SETTLEMENTS:
            direction = None  # "the southern Lebanese city of Sidon"
            if (district := self._name_in_front(i)) is not None:
                return district
        found = self._place_behind(i, first, noun, direction) or self._place_before(i, first, noun)
        if found is not None:
            return found
        text, start, end = self._mention(i, first)
        if noun.kind == "facility":
            if self._is_definite(i):
                return self._same_words(i, text, start, end)
            return self._local(text, text, start, end, self.theatre)
        if direction is None and self._compounds_before(i):  # "rebel-held districts": land without a name
            return self._local(text, text, start, end, self.theatre)
        if direction is not None or (self._is_definite(i) and not self._is_of_something(i)):
            return self._place_spoken_of(i, direction, text, start, end)
        return None

    def _is_of_something(self, i: int) -> bool:
        """Whether a noun tells behind it what place it is: "the city of their birth"."""
        tree = self.tree
        return any(
            tree.case(k) == ("of",) and tree.tokens[k].pos in ("NOUN", "PROPN") and k > i
            for k in tree.kids(i, "nmod")
        )

    def _name_in_front(self, i: int) -> Argument | None:
        """The place in "the Warduj district of Badakhshan"."""
        for k in self.tree.kids(i, "compound"):
            if k == i - 1 and self.tree.name(k) is not None:
                inner = self.argument(k, "place")
                if inner is not None and inner.entity.type == "Place":
                    return inner
        return None

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
        lemma = self.tree.tokens[i].lemma
        before = [(k, e) for k, e, _ in self._names_before(i) if e.type in PLACES]
        if not before:
            return None
        text, start, end = self._mention(i, first)
        if noun.kind == "facility":
            return self._local(text, text, start, end, before[0][1].country)
        places = [(k, e) for k, e in before if e.type == "Place"]
        if noun.kind == "place" and places and lemma in NAMED_BEFORE:
            k, entity = places[-1]
            name = self.tree.tokens[k]
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
        wanted = "State" if lemma in ("country", "nation", "kingdom") else "Place"
        for seen in self._before(i):
            entity = seen.argument.entity
            if entity.type != wanted:
                continue
            entry = self.lexicon.entries.get(entity.id)
            kind = None if entry is None else entry.kind
            if lemma in ("city", "town", "metropolis") and kind not in (None, "city", "town", "village"):
                continue
            if direction is not None:
                return self._part(direction, entity, text, start, end)
            return Argument(entity, text, start, end)
        return None
