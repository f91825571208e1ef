"""Nouns for many: fighters, people, forces, governments, groups, with what qualifies them."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.grammar.compounds import Compound
from kg.extract.references.base import GROUPS, entity_of, noun_of, plural
from kg.extract.references.modifiers import own_modifiers, owners
from kg.extract.references.owners import Owners
from kg.records import Argument, Entity
from kg.rules.words import Noun

POLICE = ("police", "policeman", "policewoman")
# Of these a state has one: "the army", "the general staff".
STANDING = ("army", "military", "navy", "air force", "staff")
# A modifier of one of these classes tells the country.
NATIONS = ("State", "Government")
OF_COUNTRIES = ("State", "Person", "Government", "Place")


@dataclass(frozen=True, slots=True)
class Crowd:
    """A phrase for a group without a name, headed by token i, and what qualifies it.

    `side`: "government" or "rebels". `country`: the one named; `home`: else the theatre; `origin`: where people are
    from, more cautious than `home`. `attitude`: "anti-government"; `is_foreign`: "foreign"; `is_backed`: "Iran-backed".
    """

    i: int
    noun: Noun
    text: str
    side: str | None
    country: str | None
    home: str | None
    origin: str | None
    attitude: Compound | None
    is_foreign: bool
    is_backed: bool
    is_plural: bool


@dataclass(slots=True)
class Groups(Owners):
    """Resolves nouns for many."""

    def _group(self, i: int, first: int, noun: Noun) -> Argument | None:
        """A noun for people or an institution, with what qualifies it."""
        text, start, end = self._mention(i, first)
        names = self._names_before(i)
        if self._is_ethnic(i) and noun.kind in ("fighters", "forces", "group", "people"):
            entity: Entity | None = self.collective(self._lowered(text), None, plain=True)
            return Argument(entity, text, start, end) if entity is not None else None
        entity = self._named_group(i, noun, text, names) or self._crowd(i, first, noun, text, names)
        return None if entity is None else Argument(entity, text, start, end)

    def _is_ethnic(self, i: int) -> bool:
        """Whether an adjective tells a people, not a state: "ethnic Armenian forces"."""
        before = self.modifiers(i)
        at = next((k for k in before if self.tree.tokens[k].lower == "ethnic"), None)
        return at is not None and at + 1 in before and self._is_demonym(at + 1)

    def _named_group(
        self, i: int, noun: Noun, text: str, names: list[tuple[int, Entity, bool]]
    ) -> Entity | None:
        """The group whose name stands before, beside or behind the noun, or whom the article called so."""
        group = self._group_before(i, noun, names)
        if noun.kind in ("forces", "fighters"):
            loyal = self._loyal_to(i) or self._forces_of_owner(names)
            if loyal is not None:
                return loyal
        is_leadership = self.tree.tokens[i].lemma == "leadership"  # "Hamas's leadership"
        kinds = ("fighters", "forces", "group", "vehicle")
        rules = self.tree.tokens[i].lemma in self.words.grammar["governing_nouns"]
        if rules and group is not None and group.type == "ArmedGroup":  # "the Houthi government"
            return group
        if group is not None and (noun.kind in kinds or noun.plain or is_leadership):
            return group
        described = self._named_beside(i)
        if described is None and noun.kind == "fighters" and not names and not self._compounds_before(i):
            described = self._named_so(i)
        is_group = described is not None and described.entity.type in GROUPS
        if described is not None and is_group and noun.kind in ("fighters", "group", "government"):
            return described.entity
        is_crowd = noun.kind in ("fighters", "people", "forces") and self.tree.tokens[i].tag in (
            "NNS",
            "NNPS",
        )
        of_people = [e for _, e, owns in names if e.type == "Population" and not owns]
        is_theirs = bool(of_people) and noun.kind == "forces" and len(names) > len(of_people)
        if is_theirs or (is_crowd and of_people):  # "the Bosnian Serb army", "Kurdish fighters"
            return self.collective(self._lowered(text), self.theatre, plain=True)
        return None

    def _group_before(self, i: int, noun: Noun, names: list[tuple[int, Entity, bool]]) -> Entity | None:
        """The group in "Hamas fighters", "coalition forces", "fighters of HTS"."""
        kind = noun.kind
        for _, entity, is_possessor in names:
            is_army = entity.type == "ArmedForces" and kind in ("forces", "vehicle", "fighters")
            if entity.type not in ("ArmedGroup", "Organisation") and not is_army:
                continue
            is_armed = entity.type in ("ArmedGroup", "ArmedForces")
            is_leadership = self.tree.tokens[i].lemma == "leadership"
            if not is_possessor or kind == "forces" or is_leadership or (kind == "fighters" and is_armed):
                return entity
        if kind in ("forces", "fighters", "vehicle"):
            coalition = self._coalition_before(i)
            if coalition is not None:
                return coalition
        of = self._of(i) if kind in ("fighters", "forces") else None
        return of if of is not None and of.type in ("ArmedGroup", "ArmedForces", "Organisation") else None

    def _side_told(self, i: int, first: int) -> str | None:
        """The side that a modifier tells: "rebel fighters", "government troops"."""
        sides, tokens = self.words.modifiers, self.tree.tokens
        for k in self.modifiers(i):
            if side := sides.get(tokens[k].lower):
                return side
        return next((sides[t.lower] for t in tokens[first:i] if t.lower in sides), None)

    def _crowd(
        self, i: int, first: int, noun: Noun, text: str, names: list[tuple[int, Entity, bool]]
    ) -> Entity | None:
        """A group without a name: by its noun, its side and its country."""
        tree = self.tree
        token = tree.tokens[i]
        country = next((e.country for _, e, _ in names if e.country and e.type in OF_COUNTRIES), None)
        if country is None and noun.kind in ("forces", "fighters"):
            country = self._sent_from(i)
        if country is None and noun.kind == "government" and (of := self._of(i)) is not None:
            country = of.country if of.type in ("State", "Person") else None  # "the government of Iraq"
        home = origin = country
        grammar = self.words.grammar
        is_foreign = any(tree.tokens[k].lower in grammar["foreign_adjectives"] for k in self.modifiers(i))
        if country is None and not is_foreign:
            home = self.theatre
            is_sent = token.lemma in grammar["sent_people"]
            origin = None if is_sent else self._country_of_crowd(self._is_definite(i))
        if country is None and (self._belongs_to_unknown(i) or self._is_backed_by_theatre(i)):
            home = origin = None
        compounds = [c for _, c in self._compounds_before(i)]
        crowd = Crowd(
            i=i,
            noun=noun,
            text=text,
            side=self._side_told(i, first),
            country=country,
            home=home,
            origin=origin,
            attitude=next((c for c in compounds if c.kind == "attitude"), None),
            is_foreign=is_foreign,
            is_backed=any(c.kind == "participle" for c in compounds),
            is_plural=token.tag in ("NNS", "NNPS") or noun.kind == "people",
        )
        match noun.kind:
            case "fighters":
                return self._fighters_of(crowd)
            case "forces" | "vehicle":
                return self._forces_meant(crowd)
            case "government":
                return self._government_of(crowd)
            case "people":
                return self._people_of(crowd)
            case "group":
                return self._group_described(crowd)
        return None

    def _fighters_of(self, crowd: Crowd) -> Entity | None:
        """ "Rebels", "Iran-backed militants"; a single fighter stands for no group."""
        if crowd.side == "government":
            return self._forces(crowd.home)
        if crowd.is_backed:
            return self.collective(crowd.text, crowd.country, plain=True)
        if crowd.attitude is not None and crowd.attitude.lemma == "pro" and crowd.is_plural:
            return self.collective(self._lowered(crowd.text), crowd.origin, plain=True)
        if crowd.is_plural and any(self._is_strange(k) for k in self._named_modifiers(crowd.i)):
            return self.collective(crowd.text, crowd.country, plain=True)  # "Fano militants"
        is_rebel = crowd.side == "rebels" or (crowd.attitude is not None and crowd.attitude.lemma == "anti")
        head = crowd.noun.label or ("rebels" if is_rebel else plural(self.tree.tokens[crowd.i].lemma))
        return self._told(crowd, head) if crowd.is_plural or head == "rebels" else None

    def _told(self, crowd: Crowd, head: str) -> Entity:
        """A crowd by its noun: with the country that the text names with it or named with it before, else somewhere."""
        is_mixed = self._is_of_several_countries(crowd.i)
        if crowd.country is not None and not is_mixed:
            by_state = any(
                e.type in NATIONS for _, e, _ in self._names_before(crowd.i)
            )  # not "Aleppo's residents"
            return self.collective(head, crowd.country, is_told=by_state)
        if crowd.is_foreign or is_mixed:
            return self.collective(self._lowered(crowd.text), None, plain=True)
        return self._called_before(crowd.i, head) or self.collective(head, crowd.origin)

    def _is_of_several_countries(self, i: int) -> bool:
        """Whether coordinated demonyms stand before a noun: "Turkish and Iraqi refugees"."""
        return any(
            self._is_demonym(k) and len(self.tree.conjuncts(k)) > 1
            for k in self.tree.kids(i, "amod", "compound")
        )

    def _called_before(self, i: int, head: str) -> Entity | None:
        """ "The protesters" after "Iraqi protesters": the only ones of that noun whom the article has spoken of."""
        if not self._is_definite(i):
            return None
        found: dict[str, Entity] = {}
        for seen in self.history:
            entity = seen.argument.entity
            if entity.type == "Collective" and noun_of(entity.label) == head:
                found[entity.id] = entity
        return next(iter(found.values())) if len(found) == 1 else None

    def _forces_meant(self, crowd: Crowd) -> Entity | None:
        """ "Government troops", "the army", "police", "Turkish jets"."""
        token = self.tree.tokens[crowd.i]
        if crowd.side == "rebels":
            return self.collective("rebels", crowd.home)
        if crowd.attitude or (crowd.is_backed and not crowd.country):
            return self.collective(crowd.text, crowd.home if crowd.attitude else None, plain=True)
        if (
            token.lemma in POLICE
            or self._noun(crowd.i)[1] < crowd.i
            and crowd.text.lower().startswith("police ")
        ):
            return self._police(crowd.home)
        if crowd.country or crowd.side == "government":
            return self._forces(crowd.home)
        if crowd.noun.kind == "vehicle":
            return None
        if (tied := self._of_allegiance(crowd.i, crowd.text)) is not None:
            return tied
        if self._is_standing(crowd.i) and not owners(self.tree, crowd.i):
            return self._army(crowd.home) if token.lemma.lower() in STANDING else self._forces(crowd.home)
        if any(self.tree.name(k) is not None for k in self._named_modifiers(crowd.i)):
            # "SADC mission troops": somebody's, though not a country's
            return self.collective(crowd.text, None, plain=True) if crowd.is_plural else None
        if token.lemma.lower() in ("army", "military", "navy") and token.tag in ("NNS", "NNPS"):
            return None  # "ethnic armies"
        if token.lemma in self.words.grammar["hostile_forces"]:
            return None  # who "the invaders" are, the last sentence does not tell
        if own_modifiers(self.tree, crowd.i):
            return self._told_behind(crowd.i, crowd.text, crowd.is_plural)
        return (
            self._sender(crowd.i)
            or self._reporters_forces(crowd.i)
            or self._back_reference(crowd.i, ("ArmedForces",))
        )

    def _is_standing(self, i: int) -> bool:
        """Whether forces without a country are a state's: "an army base", "the navy", "security forces"."""
        token = self.tree.tokens[i]
        if token.dep == "compound":
            owned = self._noun(token.head)[0]
            if owned is not None and owned.kind == "facility":
                return True
        if token.lemma.lower() in STANDING and self._is_definite(i):
            return True
        return token.lemma == "force" and self.tree.tokens[i - 1].lower == "security"

    def _government_of(self, crowd: Crowd) -> Entity | None:
        """ "The Syrian government", "the regime", "authorities"; a rival one stands for itself."""
        if crowd.noun.label:
            return self.collective(crowd.noun.label, crowd.home)
        if self._is_rival(crowd.i):
            return self._by_description(crowd.text, "Government") if " " in crowd.text else None
        if crowd.country:
            return entity_of(self.lexicon.government(crowd.country))
        if not self.theatre:
            return None
        lemma = self.tree.tokens[crowd.i].lemma
        is_ruling = lemma == "regime" or (lemma == "government" and self._is_definite(crowd.i))
        if is_ruling or (lemma == "authority" and crowd.is_plural and self._at_war(self.theatre)):
            return entity_of(self.lexicon.government(self.theatre))
        return None

    def _people_of(self, crowd: Crowd) -> Entity:
        """ "Civilians", "world powers", "African Union peacekeepers"."""
        if crowd.noun.plain:
            return self.collective(self._lowered(crowd.text), crowd.country, plain=True)
        names = self._names_before(crowd.i) if crowd.country is None else []
        if any(e.type in ("Organisation", "ArmedGroup") for _, e, _ in names):
            return self.collective(crowd.text, None, plain=True)
        return self._told(crowd, plural(self.tree.tokens[crowd.i].lemma))

    def _group_described(self, crowd: Crowd) -> Entity | None:
        """ "Iranian-backed militias", "the group", "a naval coalition"."""
        if crowd.side == "rebels" and crowd.is_plural:
            return self.collective("rebels", crowd.home)
        if crowd.is_backed or crowd.attitude or crowd.country:
            return self.collective(crowd.text, crowd.country, plain=True)
        if (called := self._called_by_name(crowd.i, crowd.text)) is not None:
            return called
        token = self.tree.tokens[crowd.i]
        is_coalition = token.lemma.lower() == "coalition"
        is_proper = token.text[:1].isupper() and (crowd.i > 0 or not crowd.is_plural)
        if is_coalition or not (self._is_definite(crowd.i) or is_proper):
            return self._unnamed_group(crowd.i, crowd.text) or self._of_allegiance(crowd.i, crowd.text)
        numbered = any(self.tree.tokens[k].text[:1].isdigit() for k in self.modifiers(crowd.i))
        if numbered or self._name_behind(crowd.i) or own_modifiers(self.tree, crowd.i):
            return None
        return self._back_reference(crowd.i, ("ArmedGroup", "Organisation"))

    def _unnamed_group(self, i: int, text: str) -> Entity | None:
        """A single group that has no name but a description ("a naval coalition"), known to this article only."""
        lemma = self.tree.tokens[i].lemma.lower()
        if lemma != "coalition" and " " not in text:
            return None
        if lemma == "coalition" and " " not in text:
            known = self._described_before("coalition") or self._only_coalition()
            return known or self._by_description("coalition", "Organisation")
        return self._by_description(text, "Organisation")
