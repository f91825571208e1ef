"""Nouns for places: "the city", "the Warduj district of Badakhshan", "a hospital in Aleppo"."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.resolve_base import PLACES, SETTLEMENTS
from kg.extract.resolve_groups import Groups
from kg.identifiers import digest, local_name
from kg.records import Argument, Entity
from kg.rules.words import Noun


@dataclass(slots=True)
class Places(Groups):
    """Resolves nouns for places."""

    def _place(self, i: int, first: int, noun: Noun) -> Argument | None:
        """A noun for a place: the name it goes with, the place it lies in, or the place spoken of."""
        tree = self.tree
        token = tree.tokens[i]
        text, start, end = self._mention(i, first)
        lemma = token.lemma
        beside = self._named_beside(i)
        if beside is not None and beside.entity.type in PLACES:
            return Argument(beside.entity, beside.mention, beside.start, beside.end)
        if any(
            tree.case(k) == ("of",) and tree.tokens[k].pos in ("NOUN", "PROPN") and k > i
            for k in tree.kids(i, "nmod")
        ):
            own_place = True
        else:
            own_place = False
        named = [k for k in tree.kids(i, "nmod") if tree.case(k) in (("of",), ("in",), ("near",)) and k > i]
        direction = self._direction(i)
        if token.tag == "NN" and lemma in SETTLEMENTS:
            direction = None  # "the southern Lebanese city of Sidon"
        if token.tag == "NN" and lemma in SETTLEMENTS:
            for k in (
                k for k in tree.kids(i, "compound") if k == i - 1 and tree.name(k) is not None
            ):  # "the Warduj district of Badakhshan"
                inner = self.argument(k, "place")
                if inner is not None and inner.entity.type == "Place":
                    return inner
        for k in named:
            inner = self.argument(k, "place")
            if inner is not None and inner.entity.type in ("Place", "State", "Facility"):
                if noun.kind == "facility":
                    return self._local(
                        f"{text} {tree.case(k)[0]} {inner.entity.label}",
                        text,
                        start,
                        end,
                        inner.entity.country,
                    )
                if tree.case(k) != ("of",):
                    if (
                        noun.kind == "place"
                        and tree.case(k) == ("in",)
                        and lemma not in ("city", "town", "village", "country", "border")
                    ):
                        return inner  # "a commercial area in Baghdad"
                    continue
                if direction is not None:
                    label = f"{tree.tokens[direction].lower} {inner.entity.label}"
                    return Argument(
                        Entity(local_name(label), label, "Place", inner.entity.country), text, start, end
                    )
                return inner
        before = [(k, e) for k, e, _ in self._names_before(i) if e.type in ("Place", "State", "Facility")]
        own = [(k, e) for k, e in before if e.type == "Place"]
        if (
            noun.kind == "place"
            and own
            and lemma
            in (
                "city",
                "town",
                "village",
                "province",
                "region",
                "district",
                "area",
                "governorate",
                "countryside",
                "camp",
                "crossing",
                "neighbourhood",
                "neighborhood",
                "suburb",
            )
        ):
            k, e = own[-1]
            return Argument(e, tree.tokens[k].text, tree.tokens[k].start, tree.tokens[k].end)
        if noun.kind == "place" and before and lemma in ("soil", "territory", "land"):
            k, e = before[-1]
            return Argument(e, text, start, end)
        if noun.kind == "facility":
            if before:
                return self._local(text, text, start, end, before[0][1].country)
            return (
                self._local(text, text, start, end, self.theatre)
                if not self._is_definite(i)
                else self._same_words(i, text, start, end)
            )
        if any(
            tree.tokens[k].lower in ("city", "town") for k in tree.kids(i, "compound")
        ):  # "the city center"
            lemma = "city"
        if direction is None and self._compounds_before(i):  # "rebel-held districts": land without a name
            return self._local(text, text, start, end, self.theatre)
        if (self._is_definite(i) and not own_place) or direction is not None:
            return self._place_spoken_of(i, lemma, direction, text, start, end)
        return None

    def _local(self, label: str, text: str, start: int, end: int, country: str | None) -> Argument:
        """A place without a name, known to this article only: its id carries the article's."""
        local = f"{local_name(label)}-{digest(self.document.id, label.lower(), length=6)}"
        return Argument(Entity(local, label, "Facility", country), text, start, end)

    def _same_words(self, i: int, text: str, start: int, end: int) -> Argument | None:
        lemma = self.tree.tokens[i].lemma
        for seen in reversed(self.history):
            if seen.argument.entity.type == "Facility" and seen.argument.entity.label.lower().endswith(lemma):
                return Argument(seen.argument.entity, text, start, end)
            if (
                seen.argument.entity.type == "Facility"
                and lemma in seen.argument.entity.label.lower().split()
            ):
                return Argument(seen.argument.entity, text, start, end)
        return None

    def _place_spoken_of(
        self, i: int, lemma: str, direction: int | None, text: str, start: int, end: int
    ) -> Argument | None:
        wanted = {"country": "State", "nation": "State", "kingdom": "State"}.get(lemma, "Place")
        if lemma not in (
            "city",
            "town",
            "village",
            "country",
            "nation",
            "province",
            "metropolis",
            "area",
            "district",
            "neighbourhood",
            "suburb",
            "kingdom",
            "island",
        ):
            if direction is None or lemma in ("border", "coast"):
                return None
        for seen in self._before(i):
            entity = seen.argument.entity
            if entity.type == wanted and (wanted == "State" or seen.token >= 0):
                kind = self.lexicon.entries[entity.id].kind if entity.id in self.lexicon.entries else None
                if lemma in ("city", "town", "metropolis") and kind not in (None, "city", "town", "village"):
                    continue
                if direction is not None:
                    label = f"{self.tree.tokens[direction].lower} {entity.label}"
                    return Argument(
                        Entity(local_name(label), label, "Place", entity.country), text, start, end
                    )
                return Argument(entity, text, start, end)
        return None
