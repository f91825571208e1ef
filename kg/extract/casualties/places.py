"""Where people became victims, when neither verb nor happening says it: other places of the sentence."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from kg.english.closed import IN_PLACE
from kg.extract.casualties.rows import Row
from kg.extract.grammar.frames import Framer
from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.extract.references.state import PLACES
from kg.records import Argument


@dataclass(frozen=True, slots=True)
class PlaceFinder:
    """Looks for the place of one row."""

    tree: Tree
    row: Row
    resolver: Resolver
    framer: Framer
    wars: Container[str]

    def _first(self, tokens: Iterable[int]) -> Argument | None:
        for token in tokens:
            for argument in self.resolver.arguments(token, "place"):
                if argument.entity.type in PLACES:
                    return argument
        return None

    def at(self, head: int) -> Argument | None:
        """The place that a noun is said to be in: "a blast in Kabul", "an attack by jihadists in northern Mali"."""
        tree = self.tree
        kids = tree.kids(head, "nmod", "obl")
        kids += [k for kid in kids if tree.case(kid) == ("by",) for k in tree.kids(kid, "nmod", "obl")]
        return self._first(k for k in kids if tree.case(k)[:1] and tree.case(k)[0] in IN_PLACE)

    def behind(self, noun: int, prepositions: Container[str] = IN_PLACE) -> Argument | None:
        """The place directly behind a noun, whatever the parser hung it on: "in airstrikes on Idlib"."""
        following = self.tree.tokens[noun + 1 : noun + 2]
        return self._first(t.head for t in following if t.lower in prepositions and t.dep == "case")

    def behind_noun(self) -> Argument | None:
        """The place behind the noun that is the row's trigger: "reported 12 deaths in Baghdad"."""
        trigger = self.row.frame.trigger
        return self.behind(trigger) if trigger in (self.row.counted.noun, self.row.counted.end) else None

    def struck(self, verb: int) -> Argument | None:
        """The place of a subordinate clause: "when a rocket crashed into a school"."""
        kids = (*self.tree.kids(verb, "obl"), *self.tree.kids(verb, "obj"))
        return self._first(
            k
            for k in kids
            if self.tree.case(k)[:1] in ((), ("into",), ("on",), ("onto",), *((s,) for s in IN_PLACE))
        )

    def before(self, noun: int) -> Argument | None:
        """The place named before a noun: "the Kabul blast"."""
        kids = self.tree.kids(noun, "compound", "nmod", "nmod:poss")
        found = self._first(k for k in kids if k < noun and self.tree.name(k) is not None)
        return found if found is not None and found.entity.type == "Place" else None

    def unless_victims(self, place: Argument | None) -> Argument | None:
        """The place of a happening, unless it is those counted ("airstrikes killed 24 Palestinians")."""
        noun = self.row.counted.noun
        if place is None or noun is None:
            return place
        token = self.tree.tokens[noun]
        return None if place.start < token.end and token.start < place.end else place

    def of_victims(self) -> Argument | None:
        """Where those counted are: "12 civilians in Idlib"."""
        heads = [k for k in (self.row.counted.noun, self.row.counted.last) if k is not None]
        return next((place for k in heads if (place := self.at(k)) is not None), None)

    def of_holder(self) -> Argument | None:
        """The country that has refugees."""
        verb = self.row.frame.clause
        return None if verb is None else self._first(self.framer.external(self.tree, verb))

    def left(self) -> Argument | None:
        """Where those displaced or taken lived: "fled Aleppo", "were driven from Homs", "kidnapped from Gao"."""
        tree, verb = self.tree, self.row.frame.clause
        if self.row.kind not in ("displaced", "captured") or verb is None:
            return None
        origins = [k for k in tree.kids(verb, "obl") if tree.case(k) == ("from",)]
        if self.row.kind == "displaced":
            return self._first([*tree.kids(verb, "obj"), *origins])
        found = self._first(origins)
        return found if found is not None and found.entity.type == "Place" else None  # "citizens from Jordan"

    def of_war(self) -> Argument | None:
        """The country of the war in which people died: "since Syria's conflict erupted", "in the Syrian civil war"."""
        tree = self.tree
        for token in tree.tokens:
            if token.lemma in self.wars and token.pos in ("NOUN", "PROPN"):
                kids = tree.kids(token.i, "nmod:poss", "amod", "compound", "nmod")
                found = self._first(k for k in kids if k < token.i or tree.case(k)[:1] == ("in",))
                if found is not None and found.entity.type != "Facility":
                    return found
        return None

    def at_front(self) -> Argument | None:
        """The place with which the sentence begins: "In Aleppo, rescuers said 70 people were killed"."""
        first = self.tree.tokens[0]
        if first.lower not in IN_PLACE or first.dep != "case":
            return None
        above = self.tree.tokens[first.head].head
        return self._first([first.head]) if above in self.tree.up(self.row.frame.trigger) else None
