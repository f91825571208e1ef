"""Who acts in a happening and whom it befalls."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from kg.extract.events.harmed import ANONYMOUS, included, is_police
from kg.extract.events.stand_ins import (
    apposed,
    counts_people,
    holder_of_office,
    joined_states,
    one_armed,
    sends_counterpart,
    who_fires,
)
from kg.extract.events.suffered import suffers
from kg.extract.events.voices import SPOKEN, spoken_for
from kg.extract.grammar.compounds import compound
from kg.extract.grammar.frame import Frame
from kg.extract.grammar.tree import Tree
from kg.extract.references.entities import noun_of
from kg.extract.references.resolver import Resolver
from kg.extract.references.state import ACTORS, PLACES
from kg.frozen import dataclass
from kg.records import Argument
from kg.rules.claims import Rule

MILITARY = ("ArmedGroup", "ArmedForces", "Collective", "State", "Government", "Organisation")
PEOPLE = ("Collective", "Population", "Person")
TALKING = ("Person", "State", "Government", "Organisation", "ArmedGroup", "ArmedForces", "Collective")
FORCES = ("ArmedGroup", "ArmedForces", "Collective")
# The classes of entities that `agents` and `targets` of a rule stand for.
AGENTS = {
    "talking": TALKING,
    "military": MILITARY,
    "actor": ACTORS,
    "person": ("Person",),
    "armed": ("ArmedGroup", "Collective"),
    "troops": ("ArmedForces",),
    None: ACTORS,
}
TARGETS = {
    "person": ("Person", "Collective", "Population"),
    "captive": ("Person", "Collective", "Population", "ArmedForces"),
    "people": PEOPLE,
    "armed": FORCES,
    None: ACTORS,
}
FIGHTS = (
    "ArmedClash", "Offensive", "Advance", "Attack", "Airstrike", "Shelling", "Bombing", "ChemicalAttack", "Siege",
    "Capture", "Withdrawal", "Deployment",
)  # fmt: skip
SEIZING = ("Arrest", "Abduction")
# What somebody fires or flies: who did, its words tell.
FIRED = ("guns", "arms")
# What one armed man does by himself.
DEEDS = ("Attack", "Bombing", "Killing", "Abduction", "Shelling")
# "The rebels' last stronghold": whose land it is.
HELD_LAND = frozenset(("stronghold", "bastion", "territory", "capital", "enclave"))
CLAIMED = frozenset(("claim", "perpetrate", "launch"))
HOLDING = frozenset(("hold", "control", "occupy"))
# Where ministers act for their states.
CONFERRING = ("Talks", "Agreement", "Accusation", "Appeal", "Rejection", "Endorsement", "Threat")


@dataclass(frozen=True, slots=True)
class Participants:
    """Reads agents and targets of one frame by one rule. `civilians` are plurals that name no force ("residents")."""

    tree: Tree
    frame: Frame
    rule: Rule
    resolver: Resolver
    civilians: frozenset[str]

    def agents(self, fillers: Sequence[str]) -> list[Argument]:
        """Who acts, in the order of the parts that name them."""
        types = AGENTS[self.rule.agents]
        found: list[Argument] = []
        for filler in fillers:
            where = self._tells_where(filler)
            for token in self.frame.roles.get(filler, ()):
                made = compound(self.tree.tokens[token]) if filler == "mod" else None
                if made is not None and made.kind == "participle" and made.lemma in CLAIMED:
                    doer = self.resolver.part(made.first, made.start)  # "an ISIL-claimed attack"
                    found += [doer] if doer is not None and doer.entity.type in types else []
                if filler == "mod" and not self._acts(token) or counts_people(self.tree, token):
                    continue
                if where and (there := self.resolver.argument(token, "any")) and there.entity.type in PLACES:
                    continue
                for a in self._actors(token):
                    civil = types is MILITARY and self._is_civil(a)
                    if filler == "visitor" and a.entity.type != "Person":
                        continue  # "the rebels attacked during a visit"
                    said = self.tree.tokens[token]
                    if said.lemma == "side" and a.entity.type == "State" and a.mention != said.text:
                        continue  # "the sides in Libya", unlike "both sides"
                    if filler == "poss" and suffers(self.tree, self.frame.trigger, a):
                        continue
                    if a.entity.type in types and not civil and not (where and a.entity.type == "State"):
                        found.append(a)
        found += self._beside()
        if not found and self.rule.type in DEEDS:
            found = one_armed(self.tree, self.resolver, self.frame.roles.get("doer", ()))
        people = sum(a.entity.type == "Person" for a in found)
        return [a for a in found if people < 2 or not sends_counterpart(self.tree, a)]

    def _beside(self) -> list[Argument]:
        """Who fights on the same side: "captured the town alongside the army"."""
        if self.rule.type not in FIGHTS or "alongside" not in self.frame.roles:
            return []
        found = (a for k in self.frame.roles["alongside"] for a in self._actors(k))
        return [a for a in found if a.entity.type in (*FORCES, "State")]

    def _actors(self, token: int) -> tuple[Argument, ...]:
        """Whom a token stands for; of "a Russian delegation", "negotiators from Ukraine" those who sent them."""
        found = self.resolver.arguments(token, "actor")
        tree = self.tree
        if (
            not found
            and tree.name(token) is None
            and any(tree.tokens[token].lemma in self.resolver.known.words.grammar[w] for w in FIRED)
        ):
            return who_fires(self.tree, self.resolver, token)
        found = found or apposed(self.tree, self.resolver, token)
        if self.rule.type in SPOKEN and not any(a.entity.type in ACTORS for a in found):
            found = spoken_for(tree, token, self.resolver) or found
        if found:
            return found
        if self.rule.type in CONFERRING and (sender := holder_of_office(self.tree, self.resolver, token)):
            return sender
        if tree.tokens[token].lemma not in self.resolver.known.words.grammar["delegates"]:
            return ()
        senders = [n for c in tree.conjuncts(token) for n in tree.kids(c, "nmod")]
        senders = [n for n in senders if tree.case(n) in (("of",), ("from",))]
        of = [a for n in senders for a in self.resolver.arguments(n, "actor")]
        return (*self.resolver.qualifiers(token), *joined_states(self.tree, self.resolver, token), *of)

    def _tells_where(self, filler: str) -> bool:
        """Whether a state in this part is where, not who: "an attack from Yemen", "visited Saudi Arabia"."""
        return filler == "from" or (filler == "undergoer" and self.rule.undergoer == "place-or-party")

    def _acts(self, token: int) -> bool:
        """Whether a modifier names who acts: "Russian strikes", "ISIL attack", "rebel offensive", not "Syria talks"."""
        tree, words = self.tree, self.resolver.known.words
        site = tree.tokens[self.frame.cue[0] - 1]
        noun = words.nouns.get(site.lemma) if site.i > token and site.name is None else None
        if noun is not None and noun.kind in ("facility", "place") and tree.name(token) is not None:
            return False  # "the UNIFIL base attack", "the Turkey border clash"
        name = self.tree.name(token)
        if name is None:
            return self.tree.tokens[token].pos in ("NOUN", "ADJ", "PROPN")
        argument = self.resolver.argument(token, "actor")
        if argument is None:
            return False
        if argument.entity.type == "State":
            short = name.text.isupper() or "." in name.text
            return bool(name.senses) and (name.senses[0][1] == "demonym" or short)
        if argument.entity.type == "Government" and self.rule.type in FIGHTS:
            return all(sense != "capital" for _, sense in name.senses)  # "the Baghdad crackdown"
        return argument.entity.type != "Place"

    def _is_civil(self, argument: Argument) -> bool:
        """Whether a Collective is of civilians, who neither advance nor withdraw."""
        return argument.entity.type == "Collective" and noun_of(argument.entity.label) in self.civilians

    def undergone(
        self, fillers: Sequence[str], agents: Sequence[Argument]
    ) -> tuple[list[Argument], Argument | None]:
        """Whom it befalls, and the place among the same words: what names a place is no target."""
        place: Argument | None = None
        targets: list[Argument] = []
        if self.rule.undergoer in ("place", "place-only"):
            targets += [a for k in self.frame.roles.get("undergoer", ()) for a in self._holders(k)]
        acting = {a.entity.id for a in agents}
        for filler, token in ((f, k) for f in fillers for k in self.frame.roles.get(f, ())):
            targets += self._holders(token)
            if self._is_gear(token) and (self.rule.type in SEIZING or self._is_held(token)):
                continue  # "captured Ethiopian tanks", "destroyed an ISIL-held tank"
            found = self.resolver.arguments(token, self._wanted()) or apposed(self.tree, self.resolver, token)
            for argument in found:
                if self._is_place(argument, filler):
                    place = place or (None if self._is_one_of_things(filler, argument) else argument)
                elif self.rule.type in ANONYMOUS and argument.mention.lower() == "people":
                    members = (
                        a for k in included(self.tree, token) for a in self.resolver.arguments(k, "actor")
                    )
                    targets += [a for a in members if self._can_be_target(a)]
                elif self._can_be_target(argument) and argument.entity.id not in acting:
                    targets.append(argument)
            if self.rule.type == "Sanction" and not found:  # "expelled India's ambassador"
                targets += holder_of_office(self.tree, self.resolver, token)
            if self.rule.type in FIGHTS and not any(
                a.entity.type in (*MILITARY, "Person") and a.entity.type != "State" for a in found
            ):
                near = self.resolver.qualifiers(token)
                owners = [a for a in near if a.entity.type in FORCES or is_police(a)]
                owners += self._holders_of_ground(token)
                targets += [a for a in owners if a.entity.id not in acting]
            if (
                self.rule.type in SEIZING and not found
            ):  # "arrested five Hamas members", not "captured army tanks"
                people = [k for k in self._counted(token) if self._is_people(k)]
                owners = [a for k in people for a in self.resolver.qualifiers(k)]
                targets += [a for a in owners if a.entity.type in (*FORCES, "Organisation")]
        return targets, place

    def _is_one_of_things(self, filler: str, place: Argument) -> bool:
        """Whether a building is only one of many things hit: "destroyed vehicles, a bridge and five bunkers"."""
        if place.entity.type != "Facility":
            return False
        things = sorted(c for k in self.frame.roles.get(filler, ()) for c in self.tree.conjuncts(k))
        return len(things) > 2 and place.end > self.tree.tokens[things[0]].end

    def _holders_of_ground(self, token: int) -> list[Argument]:
        """Whose ground is hit: "positions of Hezbollah and Amal", "bases of the army and the RSF"."""
        tree, grammar = self.tree, self.resolver.known.words.grammar
        lemma = tree.tokens[token].lemma
        if tree.name(token) is not None or lemma not in grammar["owned_places"] | grammar["held_ground"]:
            return []
        of = [c for k in tree.kids(token, "nmod") if tree.case(k) == ("of",) for c in tree.conjuncts(k)]
        found = [a for k in of for a in self.resolver.arguments(k, "actor")]
        return [a for a in found if a.entity.type in (*FORCES, "Organisation") and not self._is_civil(a)]

    def _counted(self, token: int) -> list[int]:
        """The token and what "dozens of" counts below it."""
        tree = self.tree
        return [token, *(k for k in tree.kids(token, "nmod") if tree.case(k) == ("of",))]

    def _is_gear(self, k: int) -> bool:
        """Whether a noun is of vehicles or weapons."""
        token, words = self.tree.tokens[k], self.resolver.known.words
        noun = words.nouns.get(token.lemma)
        return token.lemma in words.grammar["weapons"] or noun is not None and noun.kind == "vehicle"

    def _is_held(self, token: int) -> bool:
        """Whether a thing is told by who holds it, which `_holders` reads: "ISIL-held tank"."""
        made = [compound(self.tree.tokens[k]) for k in self.tree.kids(token, "amod", "compound")]
        return any(m is not None and m.kind == "participle" and m.lemma in HOLDING for m in made)

    def _is_people(self, k: int) -> bool:
        """Whether a noun is of people, fighters or forces."""
        token, words = self.tree.tokens[k], self.resolver.known.words
        noun = words.nouns.get(token.lemma)
        known = noun is not None and noun.kind in ("people", "person", "fighters", "forces", "group")
        return known or words.offices.kind(token.lemma) is not None

    def _wanted(self) -> str:
        """How the words of the undergoer are to be read: as places, as actors, or as either."""
        if self.rule.state_is_place or self.rule.undergoer in ("place", "place-only"):
            return "place"
        return "actor" if self.rule.placeless else "any"

    def _is_place(self, argument: Argument, filler: str) -> bool:
        kind = argument.entity.type
        hit = kind == "State" and self.rule.state_is_place and filler != "with"
        return kind in ("Place", "Facility") or hit

    def _can_be_target(self, argument: Argument) -> bool:
        return argument.entity.type in TARGETS.get(self.rule.targets, ACTORS)

    def leaves_body(self) -> bool:
        """Whether a union or a pact is left, no land: "withdrew from the European Union"."""
        left = [*self.frame.roles.get("undergoer", ()), *self.frame.roles.get("from", ())]
        found = [a.entity.type for k in dict.fromkeys(left) for a in self.resolver.arguments(k, "any")]
        return bool(found) and all(kind in ("Organisation", "Agreement") for kind in found)

    def aimed_at(self) -> list[Argument]:
        """Against whom a fight is meant: "an operation to drive out the rebels"."""
        if (
            self.rule.type not in FIGHTS or self.rule.type == "Deployment"
        ):  # sent to fight them, not yet fought
            return []
        tokens = self.frame.roles.get("purpose", ())
        found = [a for k in tokens for a in self._holders(k)]
        actors = [a for k in tokens for a in self.resolver.arguments(k, "actor")]
        return found + [a for a in actors if a.entity.type in FORCES]

    def _holders(self, token: int) -> list[Argument]:
        """From whom land is taken or who is hit there: "ISIL-held terrain", "strikes on rebel-controlled towns"."""
        found = []
        tree = self.tree
        if self.rule.type in SEIZING:
            return []  # "arrested a man from rebel-held Idlib"
        for k in sorted({d for c in tree.conjuncts(token) for d in tree.subtree(c)}):
            is_land, made = tree.tokens[k].lemma in HELD_LAND, compound(tree.tokens[k])
            if not (is_land or made is not None) or self._is_of_other_clause(k, token):
                continue  # "captured a militant who had crossed from Pakistan-controlled Kashmir"
            if is_land:
                owners = [a for p in tree.kids(k, "nmod:poss") for a in self.resolver.arguments(p, "actor")]
                found += [a for a in owners if a.entity.type in ("ArmedGroup", "Collective")]
            if made is not None and made.kind == "participle" and made.lemma in HOLDING:
                holder = self.resolver.part(made.first, made.start)
                if holder is not None:
                    found.append(holder)
        return found

    def _is_of_other_clause(self, k: int, noun: int) -> bool:
        """Whether a word stands in a relative clause below a noun."""
        ups = takewhile(lambda up: up != noun, (k, *self.tree.up(k)))
        return any(self.tree.tokens[up].dep == "acl:relcl" for up in ups)
