"""Which place lies in which: "the Iraqi city of Mosul", "Aleppo, Syria's second city", "Istanbul, Turkey"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.drafts import Draft
from kg.extract.grammar.frame import Frame
from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.extract.relations.place_behind import INNER, OUTER, inner_place, is_town, lies_within, right_behind
from kg.records import Argument, Name, Token
from kg.rules.words import Noun, WordLists

LAND = Noun("place")


# What no town holds.
PROVINCES = frozenset(("province", "governorate", "oblast", "voivodeship", "prefecture"))


@dataclass(frozen=True, slots=True)
class PlaceReader:
    """Finds places within places."""

    words: WordLists

    def read(self, tree: Tree, resolver: Resolver) -> Iterator[Draft]:
        """The drafts of all places that the sentence puts into others."""
        for token in tree.tokens:
            name = tree.names[token.i]
            if name is not None:
                if name.within is not None:
                    yield from self._chain(token.i, name, resolver)
                if (both := right_behind(tree, token.i, resolver, self.words)) is not None:
                    yield from self._located(token.i, *both, (token.start, token.end))
                if tree.children[token.i]:
                    yield from self._owned(tree, token.i, resolver)
                yield from self._called_in(tree, token.i, resolver)
                if tree.children[token.i]:
                    yield from self._within(tree, token, resolver)
                    if token.dep != "amod":
                        yield from self._qualified_name(tree, token.i, resolver)
            elif token.pos in ("NOUN", "PROPN") and self._is_place(token.lemma):
                yield from self._described(tree, token.i, resolver)

    def _is_place(self, lemma: str) -> bool:
        """Whether a common noun tells of a place."""
        noun = self.words.nouns.get(lemma)
        is_known = noun is not None and (noun.kind in ("place", "facility") or lemma == "state")
        return is_known or lemma in self.words.grammar["strongholds"]

    def _within(self, tree: Tree, token: Token, resolver: Resolver) -> Iterator[Draft]:
        """ "Mosul, in northern Iraq"."""
        for k in tree.kids(token.i, "nmod"):
            if k > token.i and tree.case(k) == ("in",) and is_town(tree, token.i, resolver):
                inner, outer = inner_place(resolver, token.i), resolver.argument(k, "place")
                if inner is not None and outer is not None:
                    yield from self._located(token.i, inner, outer, (token.start, token.end))

    def _chain(self, i: int, name: Name, resolver: Resolver) -> Iterator[Draft]:
        """ "Gao, Gao Region, Mali": each place in the next one."""
        inner = resolver.argument(i, "place") if name.within is not None else None
        while inner is not None and name.within is not None:
            around, start, name = resolver.entity(name.within, "place"), name.start, name.within
            outer = None if around is None else Argument(around, name.text, name.start, name.end)
            if outer is not None:
                yield from self._located(i, inner, outer, (start, name.end))
            inner = outer

    def _owned(self, tree: Tree, i: int, resolver: Resolver) -> Iterator[Draft]:
        """ "Egypt's Sinai Peninsula", "Nigeria's northeastern Borno State"."""
        token = tree.tokens[i]
        for k in tree.kids(i, "nmod:poss"):
            if tree.name(k) is None:
                continue
            inner, outer = resolver.argument(i, "place"), resolver.argument(k, "place")
            if inner is None or outer is None or inner.entity.type != "Place":
                continue
            if k == i - 2 or lies_within(resolver, inner.entity, outer.entity, self.words):
                yield from self._located(i, inner, outer, (token.start, token.end))

    def _called_in(self, tree: Tree, i: int, resolver: Resolver) -> Iterator[Draft]:
        """ "Qayyarah West, also called Q-West, in northern Iraq": past another name of the place."""
        tokens = tree.tokens
        if i + 2 >= len(tokens) or tokens[i + 1].lower != ",":
            return
        k = i + 3 if tokens[i + 2].lower == "also" else i + 2
        if k >= len(tokens) or tokens[k].lower not in ("called", "known", "dubbed", "nicknamed"):
            return
        names = [n for n in range(k + 1, min(k + 4, len(tokens))) if tree.name(n) is not None]
        case = names[0] + 1 if names else len(tokens)
        while case < len(tokens) and tokens[case].pos == "PUNCT":
            case += 1
        if case < len(tokens) and tokens[case].lower == "in" and tokens[case].dep == "case":
            inner, outer = inner_place(resolver, i), resolver.argument(tokens[case].head, "place")
            if inner is not None and outer is not None:
                yield from self._located(i, inner, outer, (tokens[i].start, tokens[i].end))

    def _qualified_name(self, tree: Tree, i: int, resolver: Resolver) -> Iterator[Draft]:
        """ "Syria's second city Aleppo": possessor and class noun before the name."""
        nouns = [
            k
            for k in tree.kids(i, "compound", "nmod", "appos", "flat")
            if k < i and self._is_place_noun(tree, k)
        ]
        if not nouns:
            return
        owners = tree.kids(i, "nmod:poss") + [
            k for n in nouns for k in tree.kids(n, "nmod:poss", "amod", "compound")
        ]
        inner = resolver.argument(i, "place")
        for k in owners:
            outer = resolver.argument(k, "place") if tree.name(k) is not None else None
            if inner is not None and outer is not None:
                lemma = tree.tokens[nouns[-1]].lemma
                if self._is_owner(lemma, inner, outer):
                    continue
                yield from self._located(
                    i, inner, outer, (tree.tokens[nouns[0]].start, tree.tokens[nouns[-1]].end)
                )

    def _is_place_noun(self, tree: Tree, k: int) -> bool:
        noun = self.words.nouns.get(tree.tokens[k].lemma)
        return noun is not None and noun.kind in ("place", "facility")

    def _described(self, tree: Tree, i: int, resolver: Resolver) -> Iterator[Draft]:
        """ "The Lebanese city of Tripoli", "Amarah, a city in Southern Iraq", "the mosque in Daquq"."""
        token = tree.tokens[i]
        noun = self.words.nouns.get(token.lemma, LAND)
        area = self._named_area(tree, i, resolver) if token.lemma in self.words.places.areas else None
        if area is not None and (suburb := resolver.suburb_behind(i, area)) is not None:
            yield from self._located(i, suburb, area, (token.start, token.end))
            return
        if area is not None:  # "the Wadi Barada area of Damascus"
            for k in tree.kids(i, "nmod", "nmod:poss"):
                owned = tree.tokens[k].dep == "nmod:poss" and tree.name(k) is not None
                is_outer = owned or tree.case(k) in (("of",), ("in",))
                outer = resolver.argument(k, "place") if is_outer else None
                if outer is not None:
                    both = self._nested(i, area, outer, resolver)
                    yield from self._located(i, *both, (token.start, token.end))
            return
        inners = self._inners(tree, i, noun.kind, resolver)
        if not inners:
            return
        inner = inners[0]
        outers = []
        for k in tree.kids(i, "amod", "compound", "nmod", "nmod:poss"):
            named_before = k < i and tree.name(k) is not None
            if token.lemma in ("coast", "shore") and tree.tokens[k].dep != "nmod:poss":
                continue  # "Yemen's Red Sea coast"
            if named_before or (k > i and tree.case(k) in (("in",), ("of",))):
                outers.append(k)
        for k in outers:
            found = resolver.argument(k, "place")
            is_made = inner.start <= token.start < inner.end  # "the former U.S. base at Bagram"
            if found is None or (k < i and self._is_owner(token.lemma, inner, found, is_made)):
                continue
            is_listed = found.entity.id in {one.entity.id for one in inners}
            for one in inners if found.entity.type in OUTER and not is_listed else ():
                yield from self._located(i, *self._nested(i, one, found, resolver), (token.start, token.end))

    def _nested(
        self, i: int, one: Argument, other: Argument, resolver: Resolver
    ) -> tuple[Argument, Argument]:
        """The smaller place first: a noun stands for its own name, not the land's: "the Darfur town of Nyala"."""
        token = resolver.tree.tokens[i]
        is_town = token.lemma in self.words.places.settlements and other.start > token.end
        own = resolver.argument(i, "place") if is_town else None
        return (other, one) if own is not None and own.entity.id == other.entity.id else (one, other)

    def _is_owner(self, lemma: str, inner: Argument, outer: Argument, is_made: bool = False) -> bool:
        """Whether a state is named as whose a place is, not where it lies: "the British base"."""
        owned = lemma in self.words.grammar["owned_places"]
        return (
            owned
            and outer.entity.type == "State"
            and (is_made or inner.entity.country != outer.entity.country)
        )

    def _named_area(self, tree: Tree, i: int, resolver: Resolver) -> Argument | None:
        for k in tree.kids(i, "compound", "amod", "nmod"):
            name = tree.name(k)
            if k < i and name is not None and not (name.senses and name.senses[0][1] == "demonym"):
                found = inner_place(resolver, k)
                if (
                    found is None
                    and (own := inner_place(resolver, i)) is not None
                    and own.start == name.start
                ):
                    found = own  # a name that only the noun makes a place: "the Kuma area"
                if found is not None and found.entity.type == "Place":
                    return found
        return None

    def _inners(self, tree: Tree, i: int, kind: str, resolver: Resolver) -> list[Argument]:
        """The place that a noun tells of, or all of a list: "the Malian towns of Gao and Kidal"."""
        token = tree.tokens[i]
        if token.tag == "NNS":
            of = [k for k in tree.kids(i, "nmod") if k > i and tree.case(k) == ("of",)]
            listed = [c for k in of for c in tree.conjuncts(k) if tree.name(c) is not None]
            if len(listed) > 1:
                return [a for k in listed if (a := inner_place(resolver, k)) is not None]
        if token.lemma == "state" and not self._is_federal(tree, i):
            return []
        said = self._said_of(tree, i)
        inner = self._inner(tree, i, kind, resolver) if said is None else inner_place(resolver, said)
        return [] if inner is None else [inner]

    def _is_federal(self, tree: Tree, i: int) -> bool:
        """Whether "state" is for a part of one: "the Indian state of Assam"."""
        before = [k for k in tree.kids(i, "amod", "nmod:poss") if tree.name(k) is not None]
        return bool(before) and any(tree.case(k) == ("of",) and tree.name(k) for k in tree.kids(i, "nmod"))

    def _said_of(self, tree: Tree, i: int) -> int | None:
        """The name that a noun is said of: "Gao is a town in Mali", "Mogadishu, the capital of Somalia,"."""
        token = tree.tokens[i]
        if tree.kids(i, "cop"):
            subjects = tree.kids(i, "nsubj")
            return subjects[0] if subjects and tree.name(subjects[0]) is not None else None
        is_beside = token.dep == "appos" and token.head < i and tree.name(token.head) is not None
        return token.head if token.lemma == "capital" and is_beside else None

    def _inner(self, tree: Tree, i: int, kind: str, resolver: Resolver) -> Argument | None:
        token = tree.tokens[i]
        if (own := self._named_settlement(tree, i)) is not None:
            return inner_place(resolver, own)
        for k in tree.kids(i, "nmod", "appos", "flat"):
            if (
                tree.name(k) is not None
                and not self._is_further_out(tree, k, i)
                and (tree.case(k) == ("of",) or tree.tokens[k].dep != "nmod")
                and k > i
            ):
                return inner_place(resolver, k)
        if token.dep in ("appos", "flat") and tree.name(token.head) is not None:
            return inner_place(resolver, token.head)
        first = tree.phrase_start(i)
        if first >= 2 and tree.tokens[first - 1].lower == "," and tree.name(first - 2) is not None:
            return inner_place(resolver, first - 2)
        before = [k for k in tree.kids(i, "compound", "amod") if tree.name(k) is not None]
        if before and i + 1 < len(tree.tokens) and tree.name(i + 1) is not None:
            return inner_place(resolver, i + 1)  # "the Sudanese capital Khartoum"
        if kind == "facility" and before and tree.kids(i, "nmod"):
            found = resolver.argument(i, "place")
            return found if found is not None and found.entity.type in INNER else None
        return None

    def _named_settlement(self, tree: Tree, i: int) -> int | None:
        """The name before the noun where that is the place's own: "Naqoura village in Tyre"; not "a Syrian village"."""
        if i == 0 or tree.tokens[i].lemma not in self.words.places.settlements:
            return None
        name = tree.name(i - 1)
        is_own = name is not None and not (name.senses and name.senses[0][1] == "demonym")
        return i - 1 if is_own and tree.tokens[i - 1].dep in ("compound", "nmod", "flat") else None

    def _is_further_out(self, tree: Tree, k: int, i: int) -> bool:
        """Whether a name behind a comma goes on to tell where a place lies, "in" standing before: "a village in
        Maarat, northern Syria"."""
        lies = any(i < n < k and tree.case(n) == ("in",) for n in tree.kids(i, "nmod"))
        return lies and tree.tokens[k].dep == "appos"

    def _is_wider(self, inner: Argument, outer: Argument) -> bool:
        """Whether a province is said to lie in a town: "Mosul district, Nineveh province" is the other way round."""
        wide = inner.entity.label.rsplit(" ", 1)[-1].lower() in PROVINCES
        return wide and outer.entity.type == "Place" and " " not in outer.entity.label

    def _located(self, i: int, inner: Argument, outer: Argument, cue: tuple[int, int]) -> Iterator[Draft]:
        if inner.entity.id == outer.entity.id or self._is_wider(inner, outer):
            return
        if inner.entity.type in INNER and outer.entity.type in OUTER:
            yield Draft(
                "located-in", Frame(i, (i,)), cue, "locatedIn", subject=inner, object=outer, status="current"
            )
