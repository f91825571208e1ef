"""Gives each noun phrase one entity, across an article: names, groups without a name, descriptions, pronouns.

When nothing is sure, nothing is returned: a missing participant costs less than a wrong one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.extract.grammar.compounds import sides
from kg.extract.grammar.tree import Tree
from kg.extract.references.base import ACTORS, PLACES, entity_of, plural
from kg.extract.references.scene import theatre_of
from kg.extract.references.speakers import Speakers
from kg.extract.references.spokesmen import sent_by
from kg.identifiers import local_name
from kg.records import Argument, Entity, Name
from kg.rules.words import Noun

__all__ = ["ACTORS", "PLACES", "Resolver", "plural", "theatre_of"]

# "Groups such as Hezbollah"
INSTANCES = (("such", "as"), ("like",), ("including",))
# Nouns that stay people in the singular: "the population", "police staff".
MASS = frozenset(("people", "population", "staff", "family", "minority", "community", "tribe", "men"))

COMPASS = frozenset(
    ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east",
     "north-west", "south-east", "south-west")
)  # fmt: skip


@dataclass(slots=True)
class Resolver(Speakers):
    """Resolves the noun phrases of one article, sentence by sentence, in reading order."""

    def begin(self, tree: Tree) -> None:
        """Start the next sentence."""
        self.tree = tree
        if (
            self.scene is None
            or self.scene.paragraph != tree.sentence.paragraph
            or self.scene.index > tree.sentence.index
        ):
            self.elsewhere = None
        self.scene = tree.sentence
        self.elsewhere = self._fronted_country() or self.elsewhere
        self.theatre = self._theatre()
        self.cache.clear()
        self.common.clear()
        self.nouns.clear()
        self.open.clear()

    def finish(self) -> None:
        """Remember whom the sentence spoke of, for the references of later sentences."""
        tree = self.tree
        topic = self._nameless_topic()
        if topic is not None:
            noun = self._noun(topic)[0]
            is_person = noun is not None and noun.kind in ("person", "people", "fighters", "forces")
            (self.nameless if is_person else self.blocked).add(tree.sentence.index)
        if self._strange_topic():
            self.nameless.add(tree.sentence.index)
        for token in tree.tokens:
            if token.pos == "NOUN" and token.lemma in self.words.grammar["statements"]:
                self._issuer(token.i)
            if token.pos not in ("PROPN", "NOUN") or (token.name is not None and self._is_demonym(token.i)):
                continue
            if token.dep == "compound" and token.name is None:
                continue
            argument = self.argument(token.i, "any")
            if argument is not None:
                is_plural = token.tag in ("NNS", "NNPS") or argument.entity.type == "Collective"
                self.history.append(self._seen(token.i, argument, is_plural))

    def arguments(self, i: int, want: str = "any") -> tuple[Argument, ...]:
        """The entities of a noun phrase and of those coordinated with it; the same entity once."""
        found: dict[str, Argument] = {}
        for k in self._listed(i) or self._states_sending(i) or self.tree.conjuncts(i):
            first = [n for n in (*self.tree.kids(k, "amod"), k) if want != "place" and self._lacks_noun(n)]
            for argument in (*self._armies(first), *(() if k in first else self.partitive(k, want))):
                found.setdefault(argument.entity.id, argument)
        return tuple(found.values())

    def _lacks_noun(self, i: int) -> bool:
        """Whether a demonym shares the noun of the next: Sudanese in "Sudanese and Ethiopian troops"."""
        tokens = self.tree.tokens
        name = self.tree.name(i) if i + 2 < len(tokens) and tokens[i + 1].lower == "and" else None
        if name is None or self.tree.kids(i, "det") or not name.senses or name.senses[0][1] != "demonym":
            return False
        second = self.tree.name(i + 2)
        noun = (
            None
            if second is None
            else self.words.nouns.get(tokens[i + 2].lower.split()[-1].removesuffix("s"))
        )
        return noun is not None and noun.kind == "forces" and " " in tokens[i + 2].text

    def _armies(self, demonyms: list[int]) -> tuple[Argument, ...]:
        return self._of_each(Noun("forces"), demonyms) if demonyms else ()

    def _states_sending(self, i: int) -> list[int]:
        """The states of "the foreign ministers of Iran and Egypt", which meet, agree and accuse through them."""
        states = sent_by(self.tree, i, self.words)
        sent = [self.argument(k, "actor") for k in states]
        return states if all(a is not None and a.entity.type == "State" for a in sent) else []

    def _listed(self, i: int) -> list[int]:
        """The names that a noun announces: Russia and Iran in "Syria's backers, Russia and Iran, met"."""
        tokens = self.tree.tokens
        is_common = tokens[i].tag == "NNS" and tokens[i].name is None
        if not is_common or not (self._is_definite(i) or self.tree.kids(i, "nmod:poss")):
            return []
        named = self.tree.conjuncts(i)[1:] or [
            c for k in self.tree.kids(i, "appos") for c in self.tree.conjuncts(k)
        ]
        if (
            len(named) < 2
            or any(self.tree.name(k) is None for k in named)
            or tokens[named[0] - 1].text not in (",", ":")
        ):
            return []
        is_closed = named[-1] + 1 < len(tokens) and tokens[named[-1] + 1].text in (",", ".")
        return named if is_closed else []

    def partitive(self, i: int, want: str) -> tuple[Argument, ...]:
        """The entities of one phrase: itself, or what "hundreds of", "most of" takes a share of."""
        tree = self.tree
        token = tree.tokens[i]
        if token.tag == "NNS" and (several := self._of_several(i)):
            return several
        if (
            self.talkers
            and token.tag == "NNS"
            and token.lemma in self.words.grammar["talking_people"]
            and self._is_definite(i)
            and not self._names_before(i)
        ):
            text, start, end = self._mention(i, i)
            return tuple(Argument(a.entity, text, start, end) for a in self.talkers)
        if told := self._spelt_out(i, want):
            return told
        own = self.argument(i, want)
        if own is not None:
            return (own,)
        if told := self._group_of_members(i) or self._instances(i, want):
            return told
        if token.lemma in COMPASS:
            before = [k for k in tree.kids(i, "compound", "nmod") if k == i - 1 and tree.name(k) is not None]
            if before or not tree.kids(i, "det"):  # "the Sahel south of the Sahara": a landmark
                return tuple(a for k in before if (a := self.argument(k, want)))
        is_share = token.lemma in self.words.grammar["partitives"] or token.lemma in COMPASS
        if is_share or token.pos in ("NUM", "DET"):
            noun = self.words.nouns.get(token.lemma)
            is_land = noun is not None and noun.kind == "place"  # "the centre of Aleppo", not "of Hamas"
            for k in tree.kids(i, "nmod", "obl"):
                if tree.case(k)[:1] in (("of",), ("from",), ("among",)):
                    whole = self._shared(i, self.arguments(k, want))
                    return tuple(a for a in whole if not is_land or a.entity.type in PLACES)
        if token.pos != "PROPN" and (parts := sides(token.text)):
            return tuple(a for part, at in parts if (a := self._side(part, token.start + at)))
        return ()

    def _group_of_members(self, i: int) -> tuple[Argument, ...]:
        """The group named right before its members: "ISIL members", "YPG units"."""
        token = self.tree.tokens[i]
        if token.tag != "NNS" or token.lemma not in self.words.grammar["partitives"] or i == 0:
            return ()
        if self.tree.name(i - 1) is None or self.tree.tokens[i - 1].dep != "compound":
            return ()
        group = self.argument(i - 1, "actor")
        if group is None or group.entity.type not in ("ArmedGroup", "ArmedForces"):
            return ()
        return (Argument(group.entity, self._slice(group.start, token.end), group.start, token.end),)

    def _instances(self, i: int, want: str) -> tuple[Argument, ...]:
        """Those of a plural whom the text names: "groups such as Hezbollah"."""
        if self.tree.tokens[i].tag != "NNS":
            return ()
        named = [k for k in self.tree.kids(i, "nmod") if self.tree.case(k) in INSTANCES]
        return tuple(a for k in named for a in self.arguments(k, want))

    def _spelt_out(self, i: int, want: str) -> tuple[Argument, ...]:
        """Those who stand for a plural: "powers, including Egypt and Turkey", "three groups: A, B and C"."""
        tree, token = self.tree, self.tree.tokens[i]
        if token.tag != "NNS" or tree.name(i) is not None:
            return ()
        named = [k for k in tree.kids(i, "appos") if k > i and tree.name(k) is not None]
        if behind_colon := [k for k in named if tree.tokens[tree.phrase_start(k) - 1].text == ":"]:
            return tuple(a for k in behind_colon for a in self.arguments(k, want))
        noun = self.words.nouns.get(token.lemma)
        if noun is None or not noun.plain or want == "place":
            return ()
        told = self._instances(i, want)
        return told if all(a.entity.type in ("State", "Organisation", "ArmedGroup") for a in told) else ()

    def _shared(self, i: int, whole: tuple[Argument, ...]) -> tuple[Argument, ...]:
        """ "The western half of Aleppo" is western Aleppo; other shares count as the whole."""
        direction = self._direction(i)
        if direction is None or len(whole) != 1 or whole[0].entity.type not in ("Place", "State"):
            return whole
        label = f"{self.tree.tokens[direction].lower} {whole[0].entity.label}"
        start, end = self.tree.tokens[direction].start, whole[0].end
        return (
            Argument(
                Entity(local_name(label), label, "Place", whole[0].entity.country),
                self._slice(start, end),
                start,
                end,
            ),
        )

    def _of_several(self, i: int) -> tuple[Argument, ...]:
        """ "The navies of China and India": the forces or governments of each country."""
        tree = self.tree
        noun = self._noun(i)[0]
        if noun is None or noun.kind not in ("forces", "government"):
            return ()
        for k in tree.kids(i, "nmod"):
            if tree.case(k) == ("of",):
                return self._of_each(noun, tree.conjuncts(k))
        before = [c for k in tree.kids(i, "amod") if tree.name(k) is not None for c in tree.conjuncts(k)]
        if len(before) < 2:
            return ()
        several = self._of_each(noun, before)  # "the Sudanese and Ethiopian governments"
        return several if len(several) == len(before) else ()

    def _of_each(self, noun: Noun, tokens: list[int]) -> tuple[Argument, ...]:
        """The forces or governments of the states among these tokens."""
        found = []
        for k in tokens:
            state = self.argument(k, "actor")
            if state is None or state.entity.type != "State" or not state.entity.country:
                continue
            country = state.entity.country
            is_force = noun.kind == "forces"
            entity = self._forces(country) if is_force else entity_of(self.lexicon.government(country))
            if entity is not None:
                found.append(Argument(entity, state.mention, state.start, state.end))
        return tuple(found)

    def _side(self, text: str, start: int) -> Argument | None:
        for sense in self.lexicon.senses(text):
            entry = self.lexicon.entries[sense.entry_id]
            if entry.type in ACTORS:
                return Argument(entity_of(entry), text, start, start + len(text))
        return None

    def qualifiers(self, i: int) -> tuple[Argument, ...]:
        """Who stands before a thing as its owner or origin: "Russian air cover", "Coalition advisers"."""
        found = []
        for k in self._named_modifiers(i):
            if self.tree.name(k) is not None or self.tree.tokens[k].dep in ("nmod:poss", "compound"):
                argument = self.argument(k, "actor")
                if argument is not None:
                    found.append(argument)
        if any(a.entity.type == "Population" for a in found):  # "Bosnian Serb gunners" are not Bosnia's
            found = [a for a in found if a.entity.type != "State"]
        return tuple(found)

    def place_called(self, text: str) -> Entity | None:
        """The town or region that a name may mean."""
        entries = (self.lexicon.entries[s.entry_id] for s in self.lexicon.senses(text))
        return next((entity_of(e) for e in entries if e.type == "Place"), None)

    def part(self, text: str, start: int) -> Argument | None:
        """Whom the first part of a hyphenated word names: "Iran" in "Iran-backed", "rebel" in "rebel-held"."""
        for sense in self.lexicon.senses(text):
            entry = self.lexicon.entries[sense.entry_id]
            return Argument(entity_of(entry), text, start, start + len(text))
        lower = text.lower()
        noun = self.words.nouns.get(lower)
        side = self.words.modifiers.get(lower)
        entity = None
        if side == "government" and self.theatre:
            entity = entity_of(self.lexicon.government(self.theatre))
        elif side == "rebels" or (noun is not None and noun.label == "rebels"):
            entity = self.collective("rebels", self.theatre)
        elif noun is not None and noun.kind == "fighters":
            entity = self.collective(plural(lower), self.theatre)
        elif noun is not None and noun.kind == "group" and lower == "coalition":
            entity = self.collective("coalition", None, plain=True)
        return None if entity is None else Argument(entity, text, start, start + len(text))

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
        tree = self.tree
        token = tree.tokens[i]
        name = tree.name(i)
        if name is not None:
            return self._own_kind(i, self._named(i, name, want), name)
        if token.pos == "PRON" or token.tag in ("PRP", "PRP$"):
            return self._pronoun(i, want)
        if token.pos in ("NOUN", "PROPN", "ADJ"):
            return self._common(i, want)
        return None

    def _own_kind(self, i: int, found: Argument | None, name: Name) -> Argument | None:
        """ "The eastern Libyan government", "ethnic Armenian forces": not those of the country."""
        if found is None or found.entity.type not in ("Government", "ArmedForces"):
            return found
        tree = self.tree
        if self._rules_country(found.entity) and self._is_rival(i):
            text = self._slice(tree.tokens[tree.phrase_start(i)].start, name.end)
            return replace(found, entity=self._by_description(text.removeprefix("the "), "Government"))
        if any(tree.tokens[k].lower == "ethnic" for k in self.modifiers(i)):
            return replace(found, entity=self.collective(f"ethnic {name.text}", None, plain=True))
        return found

    def _rules_country(self, entity: Entity) -> bool:
        """Whether somebody is the government of a country, not one of its own name."""
        country = entity.country if entity.type == "Government" else None
        return country in self.lexicon.states and self.lexicon.government(country or "").id == entity.id

    def _common(self, i: int, want: str) -> Argument | None:
        back = self._by_head(i)
        if back is not None:
            return back
        noun, first = self._noun(i)
        if (noun is None and want == "place") or (
            noun is not None and noun.kind == "facility" and want == "actor"
        ):
            return None
        if i not in self.common:
            self.common[i] = self._institution(i) if noun is None else self._denoted(i, first, noun)
        return self.common[i]

    def _denoted(self, i: int, first: int, noun: Noun) -> Argument | None:
        """Whom or what a common noun denotes that goes back to nobody."""
        if self._only_modifies(i, noun):
            return None
        match noun.kind:
            case "place" | "facility":
                return self._place(i, first, noun)
            case "person":
                return self._description(i, first)
            case "people" if (
                self.tree.tokens[i].tag in ("NN", "NNP", "JJ") and self.tree.tokens[i].lemma not in MASS
            ):
                return self._description(i, first)
            case _:
                return self._group(i, first, noun)

    def _only_modifies(self, i: int, noun: Noun) -> bool:
        """Whether a common noun only tells what sort of thing another is: "military jets", "refugee camp"."""
        token = self.tree.tokens[i]
        if token.dep not in ("amod", "compound") or token.head <= i:
            return False
        if token.lower in ("military", "armed force") or noun.plain:
            return True
        if token.lower in self.words.modifiers or noun.kind == "fighters":
            return False
        head = self._noun(token.head)[0]
        return token.pos == "ADJ" or (
            noun.kind in ("people", "person", "forces")
            and head is not None
            and head.kind in ("facility", "place", "group")
        )
