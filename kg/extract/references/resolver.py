"""Gives each noun phrase one entity, across an article: names, groups without a name, descriptions, pronouns.

When nothing is sure, nothing is returned: a missing participant costs less than a wrong one. This is the door to the
room: other rooms ask the `Resolver`, which hands each phrase on to the module whose job it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.grammar.tree import Tree
from kg.extract.references.entities import collective, forces_of, state_of
from kg.extract.references.mentions import note_topic, seen_here
from kg.extract.references.names import by_name, entity_of_name
from kg.extract.references.nouns import of_common_noun
from kg.extract.references.parts import part, place_called, qualifiers
from kg.extract.references.phrases import is_demonym
from kg.extract.references.places import suburb_behind
from kg.extract.references.pronouns import pronoun
from kg.extract.references.rivals import of_own_kind
from kg.extract.references.scene import fronted_country, theatre_now
from kg.extract.references.shares import members, of_member, of_partitive
from kg.extract.references.speakers import issuer_of, speaker_at
from kg.extract.references.state import Reading
from kg.records import Argument, Entity, Name


@dataclass(slots=True)
class Resolver(Reading):
    """Resolves the noun phrases of one article, sentence by sentence, in reading order."""

    def begin(self, tree: Tree) -> None:
        """Start the next sentence."""
        self.tree = tree
        before = self.scene
        if (
            before is None
            or before.paragraph != tree.sentence.paragraph
            or before.index > tree.sentence.index
        ):
            self.elsewhere, self.abroad = None, False
        self.scene = tree.sentence
        self.elsewhere = fronted_country(self) or self.elsewhere
        self.theatre = theatre_now(self)
        for found in (self.cache, self.several, self.commons, self.nouns, self.modified, self.open):
            found.clear()

    def finish(self) -> None:
        """Remember whom the sentence spoke of, for the references of later sentences."""
        note_topic(self)
        statements = self.known.words.grammar["statements"]
        for token in self.tree.tokens:
            if token.pos not in ("PROPN", "NOUN"):
                continue
            if token.lemma in statements and token.pos == "NOUN":
                issuer_of(self, token.i)
            if token.name is not None and is_demonym(self, token.i):
                continue
            if token.dep == "compound" and token.name is None:
                continue
            argument = self.argument(token.i, "any")
            if argument is not None:
                is_plural = token.tag in ("NNS", "NNPS") or argument.entity.type == "Collective"
                self.memory.history.append(seen_here(self, token.i, argument, is_plural))

    def argument(self, i: int, want: str = "any") -> Argument | None:
        """The entity of the noun phrase headed by token i; `want` is "actor", "place" or "any"."""
        key = (i, want)
        if key not in self.cache:
            if i in self.open:
                return None
            self.open.add(i)
            self.cache[key] = self._argument(i, want)
            self.open.discard(i)
        return self.cache[key]

    def _argument(self, i: int, want: str) -> Argument | None:
        token = self.tree.tokens[i]
        name = self.tree.names[i]
        if name is not None:
            return of_own_kind(self, i, by_name(self, i, name, want), name)
        if token.pos == "PRON" or token.tag in ("PRP", "PRP$"):
            return pronoun(self, i, want)
        if token.pos in ("NOUN", "PROPN", "ADJ"):
            return of_common_noun(self, i, want)
        return None

    def arguments(self, i: int, want: str = "any") -> tuple[Argument, ...]:
        """The entities of a noun phrase and of those coordinated with it; the same entity once."""
        met = self.memory.talkers  # whom "the two leaders" means may change within a sentence
        known = None if self.open else self.several.get((i, want))
        if known is not None and known[0] is met:
            return known[1]
        if self._stands_alone(i):
            own = self.argument(i, want)
            return () if own is None else (own,)
        found: dict[str, Argument] = {}
        for k in members(self, i):
            for argument in of_member(self, k, want):
                found.setdefault(argument.entity.id, argument)
        several = tuple(found.values())
        if not self.open:
            self.several[i, want] = met, several
        return several

    def _stands_alone(self, i: int) -> bool:
        """Whether a token is a name that neither has others beside it nor takes a noun: most mentions are."""
        name = self.tree.names[i]
        if name is None or self.tree.children[i]:
            return False
        beside = i > 0 and self.tree.tokens[i - 1].lower == "and"
        return not beside and not (name.senses and name.senses[0][1] == "demonym")

    def partitive(self, i: int, want: str) -> tuple[Argument, ...]:
        """The entities of one phrase: itself, or what "hundreds of", "most of" takes a share of."""
        return of_partitive(self, i, want)

    def entity(self, name: Name, want: str = "any", i: int | None = None) -> Entity | None:
        """The entity a name stands for."""
        return entity_of_name(self, name, want, i)

    def common(self, i: int, want: str) -> Argument | None:
        """The entity of a common noun."""
        return of_common_noun(self, i, want)

    def speaker_at(self, i: int) -> Argument | None:
        """Whom the phrase for a speaker at token i means."""
        return speaker_at(self, i)

    def qualifiers(self, i: int) -> tuple[Argument, ...]:
        """Who stands before a thing as its owner or origin: "Russian air cover", "Coalition advisers"."""
        return qualifiers(self, i)

    def part(self, text: str, start: int) -> Argument | None:
        """Whom the first part of a hyphenated word names: "Iran" in "Iran-backed", "rebel" in "rebel-held"."""
        return part(self, text, start)

    def place_called(self, text: str) -> Entity | None:
        """The town or region that a name may mean."""
        return place_called(self, text)

    def suburb_behind(self, i: int, front: Argument) -> Argument | None:
        """The part of a city that a noun names behind it: "the Beirut suburb of Ouzai", "the Aleppo district of"."""
        return suburb_behind(self, i, front)

    def state_of(self, entity: Entity) -> Entity | None:
        """The state that a place lies in."""
        return state_of(self, entity)

    def forces_of(self, entity: Entity) -> Entity | None:
        """The armed forces of a state."""
        return forces_of(self, entity)

    def collective(
        self, head: str, country: str | None, plain: bool = False, is_told: bool = False
    ) -> Entity:
        """A group without a name: one for each country and noun."""
        return collective(self, head, country, plain, is_told)
