"""Nouns for many: fighters, people, forces, governments, groups, with what qualifies them."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.compounds import Compound
from kg.extract.resolve_base import GROUPS, RECENT, entity_of, plural
from kg.extract.resolve_references import References
from kg.identifiers import digest, local_name
from kg.records import Argument, Entity
from kg.rules.words import Noun

ABROAD = frozenset(
    ("international", "global", "foreign", "world", "regional", "outside", "neighbouring", "neighboring")
)
# People whom somebody sends: where they are tells nothing of where they are from.
SENT = frozenset(
    ("peacekeeper", "observer", "expert", "diplomat", "contractor", "aid worker", "humanitarian worker")
)
POLICE = ("police", "policeman", "police officer", "policewoman")
SENDING = frozenset(("send", "deploy", "dispatch", "withdraw", "station", "mass", "commit", "airlift"))
VAGUE = frozenset(
    ("fighters", "militants", "insurgents", "rebels", "gunmen", "attackers")
)  # any side may be called so


@dataclass(slots=True)
class Groups(References):
    """Resolves nouns for many."""

    def _of(self, i: int) -> Entity | None:
        """The named group in "fighters of HTS", "militants from ISIL"."""
        for k in self.tree.kids(i, "nmod"):
            if self.tree.case(k) in (("of",), ("from",), ("with",)) and self.tree.name(k) is not None:
                argument = self.argument(k, "any")
                if argument is not None:
                    return argument.entity
        return None

    def _group(self, i: int, first: int, noun: Noun) -> Argument | None:
        """A noun for people or an institution, with what qualifies it."""
        tree = self.tree
        token = tree.tokens[i]
        text, start, end = self._mention(i, first)
        names = self._names_before(i)
        side = next(
            (s for k in self.modifiers(i) if (s := self.words.modifiers.get(tree.tokens[k].lower))), None
        )
        side = side or next(
            (self.words.modifiers[t.lower] for t in tree.tokens[first:i] if t.lower in self.words.modifiers),
            None,
        )
        compounds = self._compounds_before(i)
        group = next(
            (e for _, e, poss in names
             if (e.type in ("ArmedGroup", "Organisation") or (e.type == "ArmedForces" and noun.kind in ("forces", "vehicle", "fighters")))
             and (not poss or noun.kind == "forces" or (noun.kind == "fighters" and e.type in ("ArmedGroup", "ArmedForces")))), None
        )  # fmt: skip
        if group is None and noun.kind in ("forces", "fighters", "vehicle"):
            group = self._coalition_before(i)
        if (
            group is None
            and noun.kind in ("fighters", "forces")
            and (of := self._of(i)) is not None
            and of.type in ("ArmedGroup", "Organisation")
        ):
            group = of
        if (
            noun.kind in ("forces", "fighters")
            and (loyal := self._loyal_to(i) or self._forces_of_owner(names)) is not None
        ):
            return Argument(loyal, text, start, end)
        if group is not None and (noun.kind in ("fighters", "forces", "group", "vehicle") or noun.plain):
            return Argument(group, text, start, end)
        described = self._named_beside(i) or (
            self._named_so(i) if noun.kind == "fighters" and not names and not compounds else None
        )
        if (
            described is not None
            and noun.kind in ("fighters", "group", "government")
            and described.entity.type in GROUPS
        ):
            return Argument(described.entity, text, start, end)
        if (
            noun.kind in ("fighters", "people", "forces")
            and token.tag in ("NNS", "NNPS")
            and any(e.type == "Population" for _, e, _ in names)
        ):
            return Argument(
                self._collective(self._lowered(text), self.theatre, plain=True), text, start, end
            )  # "Kurdish fighters"
        country = next(
            (
                e.country
                for _, e, _ in names
                if e.country and e.type in ("State", "Person", "Government", "Place")
            ),
            None,
        )
        foreign = any(tree.tokens[k].lower in ABROAD for k in self.modifiers(i))
        entity = self._group_entity(i, noun, side, compounds, country, text, token.tag, foreign)
        return None if entity is None else Argument(entity, text, start, end)

    def _loyal_to(self, i: int) -> Entity | None:
        """ "Troops loyal to Assad", "forces backing the president": the forces of the country that he rules, else his."""
        tree = self.tree
        whom: list[int] = []
        for k in tree.kids(i, "amod", "acl", "acl:relcl"):
            if tree.tokens[k].lemma == "loyal":
                whom += [o for o in tree.kids(k, "obl", "nmod") if tree.case(o) == ("to",)]
            elif k > i and tree.tokens[k].lemma in ("back", "support") and tree.tokens[k].tag == "VBG":
                whom += tree.kids(k, "obj")
        if (
            tree.tokens[i].head == i + 1 and tree.tokens[i + 1].lemma == "loyal"
        ):  # parsed as "fighters [are] loyal to"
            whom += [o for o in tree.kids(i + 1, "obl", "nmod") if tree.case(o) == ("to",)]
        for k in whom:
            found = self.argument(k, "actor")
            if found is None:
                return self._collective(plural(tree.tokens[i].lemma), None, plain=True)
            entity = found.entity
            if entity.type in ("State", "Government", "ArmedForces"):
                return self._forces(entity.country)
            return self._forces_under(entity)
        return None

    def _forces_of_owner(self, names: list[tuple[int, Entity, bool]]) -> Entity | None:
        """ "Saleh's forces", "the defence ministry said its troops": those of a person, those of a ministry's country."""
        for _, entity, is_possessor in names:
            if is_possessor and entity.type == "Person":
                return self._forces_under(entity)
            if is_possessor and entity.type == "Organisation" and "ministry" in entity.label.lower():
                return self._forces(entity.country)
        return None

    def _forces_under(self, leader: Entity) -> Entity:
        """The forces of the country that somebody rules; else a Collective called after the leader."""
        forces = (
            self._forces(leader.country) if leader.type == "Person" and self._rules_a_state(leader) else None
        )
        label = f"{leader.label}'s forces"
        return forces or Entity(local_name(label), label, "Collective", None)

    def _rules_a_state(self, person: Entity) -> bool:
        """Whether the dictionary knows a person as president, king or prime minister at the time of the article."""
        entry = self.lexicon.entries.get(person.id)
        published = self.document.published or ""
        return entry is not None and any(
            role.of in self.lexicon.states.values()
            and role.position in ("president", "king", "prime minister", "emir", "sultan", "supreme leader")
            and (not published or not role.until or published[: len(role.until)] <= role.until)
            for role in entry.roles
        )

    def _only_band(self, i: int) -> Entity | None:
        """ "The insurgents" after "the Taliban": the one armed group spoken of lately, when it is called such."""
        tree = self.tree
        token = tree.tokens[i]
        if not any(tree.tokens[k].lower == "the" for k in tree.kids(i, "det")) or len(self.modifiers(i)) > 1:
            return None
        here = tree.sentence.index
        near = [s.argument.entity for s in self._before(i) if here - s.sentence <= RECENT]
        bands = {e.id: e for e in near if e.type == "ArmedGroup"}
        crowds = [e for e in near if e.type == "Collective" and e.label.split()[-1] in self._fighters]
        if token.lower not in VAGUE:
            crowds = [e for e in crowds if e.label.split()[-1] == token.lower]
        if len(bands) != 1 or crowds:
            return None
        entity = next(iter(bands.values()))
        entry = self.lexicon.entries.get(entity.id)
        heads = {word for head in (entry.heads if entry else ()) for word in head.split()[-1:]}
        return entity if {token.lower, token.lemma} & heads or token.lower == "fighters" else None

    def _named_so(self, i: int) -> Argument | None:
        """ "The rebels" after "Houthi rebels": the named group that this article called so."""
        if not self._is_definite(i):
            return None
        band = self._only_band(i)
        if band is not None:
            token = self.tree.tokens[i]
            return Argument(band, token.text, token.start, token.end)
        word = self.tree.tokens[i].lower
        found = {
            s.argument.entity.id: s.argument
            for s in self.history
            if s.argument.entity.type == "ArmedGroup" and s.argument.mention.lower().endswith(" " + word)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _coalition_before(self, i: int) -> Entity | None:
        """The coalition in "coalition forces"."""
        for k in self.modifiers(i):
            if self.tree.tokens[k].lower == "coalition" and self.tree.name(k) is None:
                found = self.argument(k, "actor")
                if found is not None:
                    return found.entity
        return None

    def _group_entity(
        self, i: int, noun: Noun, side: str | None, compounds: list[tuple[int, Compound]], country: str | None,
        text: str, tag: str, foreign: bool = False,
    ) -> Entity | None:  # fmt: skip
        of = country or (None if foreign else self.theatre)
        crowd = country or (
            None
            if foreign or self.tree.tokens[i].lemma in SENT
            else self._country_of_crowd(self._is_definite(i))
        )
        if country is None and self._belongs_to_unknown(i):
            of = crowd = None
        attitude = next((c for _, c in compounds if c.kind == "attitude"), None)
        backed = [c for _, c in compounds if c.kind == "participle"]
        is_plural = tag in ("NNS", "NNPS") or noun.kind == "people"
        match noun.kind:
            case "fighters":
                if side == "government":
                    return self._forces(of)
                head = noun.label or (
                    "rebels" if side == "rebels" or (attitude and attitude.lemma == "anti") else None
                )
                head = head or plural(self.tree.tokens[i].lemma)
                if backed:
                    return self._collective(text, country, plain=True)
                return self._collective(head, crowd) if is_plural or head in ("rebels",) else None
            case "forces" | "vehicle":
                if side == "rebels":
                    return self._collective("rebels", of)
                if attitude or (backed and not country):
                    return self._collective(text, of if attitude else None, plain=True)
                if self.tree.tokens[i].lemma in POLICE:
                    return self._police(of)
                if country or side == "government":
                    return self._forces(of)
                if noun.kind == "vehicle":
                    return None
                if (
                    self.tree.tokens[i].dep == "compound"
                    and (owned := self._noun(self.tree.tokens[i].head)[0])
                    and owned.kind == "facility"
                ):
                    return self._forces(of)  # "an army base"
                if self.tree.tokens[i].lemma.lower() in (
                    "army",
                    "military",
                    "navy",
                    "air force",
                    "staff",
                ) and self._is_definite(i):
                    return self._forces(of)
                if self.tree.tokens[i].lemma == "force" and self.tree.tokens[i - 1].lower == "security":
                    return self._forces(of)
                if any(self.tree.name(k) is not None for k in self._named_modifiers(i)):
                    return None  # "SADC mission troops": somebody's, though not a country's
                if self.tree.tokens[i].lemma.lower() in ("army", "military", "navy") and tag in (
                    "NNS",
                    "NNPS",
                ):
                    return None  # "ethnic armies"
                if (sender := self._sender(i)) is not None:
                    return sender
                return self._back_reference(i, ("ArmedForces",), True)
            case "government":
                if noun.label:
                    return self._collective(noun.label, of)
                if country:
                    return entity_of(self.lexicon.government(country))
                lemma = self.tree.tokens[i].lemma
                if (
                    lemma in ("government", "regime")
                    and (self._is_definite(i) or lemma == "regime")
                    and self.theatre
                ):
                    return entity_of(self.lexicon.government(self.theatre))
                if lemma == "authority" and is_plural and self.theatre and self._at_war(self.theatre):
                    return entity_of(self.lexicon.government(self.theatre))
                return None
            case "people":
                if noun.plain:
                    return self._collective(self._lowered(text), country, plain=True)
                if country is None and any(
                    e.type in ("Organisation", "ArmedGroup") for _, e, _ in self._names_before(i)
                ):
                    return self._collective(text, None, plain=True)  # "African Union peacekeepers"
                return self._collective(plural(self.tree.tokens[i].lemma), crowd)
            case "group":
                if side == "rebels" and is_plural:
                    return self._collective("rebels", of)
                if is_plural and (country or backed or attitude):
                    return self._collective(text, country, plain=True)
                if backed or attitude or country:
                    return self._collective(text, country, plain=True)
                is_coalition = self.tree.tokens[i].lemma.lower() == "coalition"
                if (self._is_definite(i) or self.tree.tokens[i].text[:1].isupper()) and not is_coalition:
                    return (
                        None
                        if self._name_behind(i)
                        else self._back_reference(i, ("ArmedGroup", "Organisation"), False)
                    )
                return self._unnamed_group(i, text)
        return None

    def _sender(self, i: int) -> Entity | None:
        """Whose troops are sent: "Turkey sent troops"."""
        token = self.tree.tokens[i]
        if token.dep != "obj" or self.tree.tokens[token.head].lemma not in SENDING:
            return None
        for k in self.tree.kids(token.head, "nsubj"):
            found = self.argument(k, "actor")
            if found is not None and found.entity.type in ("State", "Government"):
                return self._forces(found.entity.country)
        return None

    def _unnamed_group(self, i: int, text: str) -> Entity | None:
        """A single group that has no name but a description ("a naval coalition"), known to this article only."""
        lemma = self.tree.tokens[i].lemma.lower()
        if lemma != "coalition" and " " not in text:
            return None
        label = "coalition" if lemma == "coalition" and " " not in text else text
        for seen in self.history:
            if seen.argument.entity.label.lower() == label.lower():
                return seen.argument.entity
        local = f"{local_name(label)}-{digest(self.document.id, label.lower(), length=6)}"
        return Entity(local, label.lower() if label.istitle() else label, "Organisation", None)

    def _belongs_to_unknown(self, i: int) -> bool:
        """Whether a noun is somebody's whom nothing tells: "their fighters" of an unknown "they"."""
        return any(
            self.tree.tokens[k].pos == "PRON" and self.argument(k, "actor") is None
            for k in self.tree.kids(i, "nmod:poss")
        )
