"""What a name stands for: by the dictionary, among homonyms, and by what grammar tells of unknown ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.references.base import SETTLEMENTS, entity_of
from kg.extract.references.contexts import kind_by_frame
from kg.extract.references.peoples import acts_as_state
from kg.extract.references.scene import Scene
from kg.identifiers import local_name
from kg.records import Argument, Entity, Name
from kg.rules.lexicon import Entry, normalise

# Capitalised words that name nobody by themselves: "State TV", "the Agency".
GENERIC = frozenset(
    ("tv", "television", "radio", "news", "media", "press", "agency", "office", "team", "mission", "task",
     "defence", "defense", "service", "services", "staff", "declaration", "statement", "army", "military",
     "navy", "force", "forces", "group", "movement", "front", "command", "unit", "division", "brigade",
     "battalion", "regiment", "corps", "squadron", "fleet", "platoon", "legion", "militia", "ministry",
     "department", "committee", "council", "commission", "party", "union", "court", "parliament", "assembly",
     "senate", "authority", "coalition", "administration", "alliance", "observatory", "bureau", "embassy",
     "consulate", "airport", "hospital", "city", "province", "district", "directorate", "cabinet", "network",
     "agreement", "treaty", "state", "region", "governorate", "town", "county", "valley", "border", "river", "street",
     "square", "camp", "highway", "road", "crossing", "peninsula", "cathedral", "mosque", "base", "bridge", "port")
)  # fmt: skip

# Parts of a country that have names of their own.
DIVISIONS = frozenset(
    (
        "province",
        "region",
        "governorate",
        "state",
        "oblast",
        "department",
        "prefecture",
        "district",
        "county",
        "valley",
        "peninsula",
    )
)
FORCES = ("ArmedForces", "ArmedGroup", "Collective")
PUBLISHING = ("report", "quote", "cite", "publish", "document", "reveal")


@dataclass(slots=True)
class Names(Scene):
    """Resolves names."""

    def _named(self, i: int, name: Name, want: str) -> Argument | None:
        direction = self._direction(i) if want != "actor" else None
        if direction is not None and self._is_whole(i, direction):
            direction = None
        if (
            direction is None
            and self._is_addressed(i)
            and any(sense in ("capital", "seat") for _, sense in name.senses)
        ):
            if want == "place":
                return None
            want = "actor"
        if self._is_demonym(i) and self._tells_of_allies(i):
            return None
        entity = self.entity(name, want, i)
        if entity is None:
            return self._common(i, want) if " " not in name.text and not name.senses else None
        start, text = name.start, name.text
        if direction is not None and entity.type in ("Place", "State"):
            label = f"{self.tree.tokens[direction].lower} {entity.label}"
            start = self.tree.tokens[direction].start
            text = self._slice(start, name.end)
            entity = Entity(local_name(label), label, "Place", entity.country)
        return Argument(entity, text, start, name.end)

    def _is_whole(self, i: int, direction: int) -> bool:
        """Whether a compass word tells where in its country a province lies: "Yemen's northwestern Amran province",
        "the southern Kherson region"; without the article it is a part: "northern Aleppo province"."""
        tokens = self.tree.tokens
        behind = tokens[i + 1].lemma.lower() if i + 1 < len(tokens) else ""
        if direction + 1 != i or not {tokens[i].lower.split()[-1], behind} & DIVISIONS:
            return False
        return direction > 0 and (tokens[direction - 1].lower == "the" or tokens[direction - 1].tag == "POS")

    def _is_addressed(self, i: int) -> bool:
        """Whether somebody accuses, urges or warns the name: then a capital is its state."""
        token = self.tree.tokens[self.tree.head_of_conjuncts(i)]
        return (
            token.dep == "obj"
            and self.tree.tokens[token.head].lemma in self.words.grammar["addressing_verbs"]
        )

    def _tells_of_allies(self, i: int) -> bool:
        """Whether a demonym tells where somebody's allies come from: "Iran and its Syrian allies"."""
        head = self.tree.tokens[self.tree.tokens[i].head]
        return (
            head.tag == "NNS"
            and head.lemma in ("ally", "partner", "proxy", "backer")
            and bool(self.tree.kids(head.i, "nmod:poss"))
        )

    def entity(self, name: Name, want: str = "any", i: int | None = None) -> Entity | None:
        """The entity a name stands for."""
        if not name.senses:
            return self._unknown(name, i)
        entries = [(self.lexicon.entries[entry], sense) for entry, sense in name.senses]
        if want == "place":
            entries = [p for p in entries if p[1] not in ("capital", "seat")] or entries
        elif want == "actor" and any(sense in ("capital", "seat") for _, sense in entries):
            entries = [p for p in entries if p[1] in ("capital", "seat")]
        if entries[0][1] == "people":  # "Britons" are people, not their state
            entry = entries[0][0]
            if entry.type == "State" and i is not None and acts_as_state(self.tree, i, self.words.grammar):
                return entity_of(entry)
            label = entry.people[0] if entry.people else name.text
            return Entity(local_name(label), label, "Collective", entry.country)
        names = [
            entry
            for entry, sense in entries
            if sense in ("name", "acronym", "demonym", "people", "short", "seat", "capital")
        ]
        if len(names) > 1:
            names = self._near(names)
        return self._division(name, names[0]) or entity_of(names[0])

    def _division(self, name: Name, entry: Entry) -> Entity | None:
        """The province of a town's name: "Baghlan Province" is not Baghlan."""
        _, blank, last = name.text.rpartition(" ")
        is_town = entry.type == "Place" and entry.kind in ("city", "town", "capital")
        if not blank or not is_town or last.lower() not in DIVISIONS or self.lexicon.senses(name.text):
            return None
        label = f"{entry.label} {last.lower()}"
        return Entity(local_name(label), label, "Place", entry.country)

    def state_of(self, entity: Entity) -> Entity | None:
        """The state that a place lies in."""
        if entity.country is None or entity.country not in self.lexicon.states:
            return None
        return entity_of(self.lexicon.state(entity.country))

    def forces_of(self, entity: Entity) -> Entity | None:
        """The armed forces of a state."""
        return self._forces(entity.country)

    def _near(self, entries: Sequence[Entry]) -> list[Entry]:
        """Homonyms: those of a country that the sentence or the article speaks of come first."""
        near = {
            e.country for n in self.tree.sentence.names for s in n.senses if (e := self.lexicon.entries[s[0]])
        }
        countries = [e.country for e in entries]
        here = {
            n.senses[0][0]: self.lexicon.entries[n.senses[0][0]].country
            for n in self.tree.sentence.names
            if len(n.senses) == 1
        }
        wanted = set(here.values()) or near
        return sorted(
            entries,
            key=lambda e: (e.country not in wanted, e.country != self.theatre, countries.index(e.country)),
        )

    def _unknown(self, name: Name, i: int | None) -> Entity | None:
        if name.text.lower() in GENERIC or name.text.lower() in self.words.grammar["deadly_acronyms"]:
            return None
        guess = None if name.kind == "Person" and self._is_settlement(i) else name.kind
        kind = guess or self.named.get(normalise(name.text)) or self._kind_in_context(i)
        if kind is None and i is not None:
            kind = kind_by_frame(self.tree, i, self.words.grammar, self._is_force, self._is_foe)
            if kind is not None:
                self.named[normalise(name.text)] = kind  # so it is called from here on
        if kind is None or kind in ("Other", "Operation"):
            return None
        label = name.canonical or name.text
        if name.within is not None and label[0].isdigit():
            label = f"{label}, {name.within.text}"  # there are many a "3rd Battalion"
        local = local_name(label)
        if local in self.lexicon.entries:
            local = f"{local}-{kind.lower()}"
        return Entity(local, label, kind, None)

    def _is_settlement(self, i: int | None) -> bool:
        """Whether a town is called after somebody: "the district of Mariam Bek"."""
        if i is None or self.tree.case(i) != ("of",) or self.tree.tokens[i].dep != "nmod":
            return False
        return self.tree.tokens[self.tree.tokens[i].head].lemma in SETTLEMENTS

    def _is_force(self, i: int) -> bool:
        """Whether a token stands for soldiers or fighters."""
        found = self.argument(i, "actor")
        return found is not None and found.entity.type in FORCES

    def _is_foe(self, i: int) -> bool:
        """Whether a token stands for soldiers or fighters, or for a place that they may fight for."""
        noun = self._noun(i)[0]
        if noun is not None and noun.kind in ("fighters", "forces"):
            return True
        found = self.argument(i, "any")
        return found is not None and found.entity.type in (*FORCES, "Place", "Facility")

    def _kind_in_context(self, i: int | None) -> str | None:
        """The class that grammar gives an unknown name: speakers are people, what "in" governs is a place."""
        if i is None:
            return None
        tree = self.tree
        token = tree.tokens[i]
        head = tree.tokens[token.head]
        if (name := tree.name(i)) is not None and name.within is not None:
            return "Place"  # "Gao, Mali"
        if (
            token.dep == "nsubj"
            and head.lemma in self.words.grammar["reporting_verbs"]
            and head.pos == "VERB"
        ):
            is_told = head.lemma not in PUBLISHING  # newspapers do so, too
            return "Person" if " " in token.text and is_told else None
        case = tree.case(i)
        if case and case[-1] in ("in", "near", "outside") and token.dep in ("obl", "nmod"):
            return "Place"
        if token.dep == "compound" and head.tag == "NN" and head.lemma in SETTLEMENTS and head.i == i + 1:
            return "Place"
        described = self._description_beside(i)
        if described is not None:
            noun = self._noun(described)[0]
            if noun is None and self.words.offices.kind(tree.tokens[described].lower) and " " in token.text:
                return "Person"  # "the chairman of the OSCE, Ivica Dacic"
            if noun is not None:
                return {"person": "Person", "people": "Person", "fighters": "ArmedGroup", "group": "Organisation",
                        "place": "Place", "facility": "Facility", "forces": "ArmedForces"}.get(noun.kind)  # fmt: skip
        return None

    def _description_beside(self, i: int) -> int | None:
        """The noun in apposition to a name: "X, a radiologist", "the activist X", "the town of X"."""
        tree = self.tree
        for k in tree.kids(i, "appos", "compound", "nmod", "flat"):
            if tree.tokens[k].pos == "NOUN":
                return k
        token = tree.tokens[i]
        if token.dep in ("appos", "flat") and tree.tokens[token.head].pos == "NOUN":
            return token.head
        if (office := self._office_beside(i)) is not None:
            return office
        if token.dep == "nmod" and tree.case(i) == ("of",) and tree.tokens[token.head].pos == "NOUN":
            noun = self._noun(token.head)[0]
            if noun is not None and noun.kind == "place":
                return token.head
        return None

    def _office_beside(self, i: int) -> int | None:
        """The office that a name holds: "X is the governor of Homs", "the governor of Homs, X, fled"."""
        tree, token = self.tree, self.tree.tokens[i]
        head = tree.tokens[token.head]
        if " " not in token.text:
            return None
        if token.dep == "appos" and head.dep == "nmod" and tree.case(head.i) in (("of",), ("for",), ("to",)):
            head = tree.tokens[head.head]
        elif token.dep != "nsubj" or not tree.kids(head.i, "cop"):
            return None
        is_office = head.tag == "NN" and self.words.offices.kind(head.lower) in ("offices", "leads")
        return head.i if is_office else None

    def _named_beside(self, i: int) -> Argument | None:
        """The name to which a description stands in apposition: "HTS, a rebel group", "the rescue group X"."""
        tree = self.tree
        token = tree.tokens[i]
        for k in tree.kids(i, "appos", "flat"):
            if tree.name(k) is not None:
                return self.argument(k, "any")
        if token.dep in ("appos", "flat") and tree.name(token.head) is not None:
            return self.argument(token.head, "any")
        first = tree.first(i)
        clausal = token.dep in ("nsubj", "nsubj:pass", "obj", "root")
        if (
            not clausal
            and first >= 2
            and tree.tokens[first - 1].lower == ","
            and tree.name(first - 2) is not None
            and tree.tokens[first].lower in ("a", "an", "the")
        ):
            return self.argument(first - 2, "any")
        if i + 1 < len(tree.tokens) and tree.tokens[i + 1].dep == "vocative" and tree.name(i + 1) is not None:
            return self.argument(i + 1, "any")  # "the militant organization Al-Qaeda", misread as an address
        if tree.kids(i, "cop") and any(tree.tokens[k].lower in ("a", "an") for k in tree.kids(i, "det")):
            for k in tree.kids(i, "nsubj"):  # "Al-Shabaab is a group based in Somalia"
                return self.argument(k, "any")
        return self._told_name(i)

    def _told_name(self, i: int) -> Argument | None:
        """The name that a participle tells: "a group called X", "fighting under the name X"."""
        tree = self.tree
        for k in tree.kids(i, "acl"):
            for o in tree.kids(k, "obl"):  # "fighting under the name X"
                if tree.tokens[o].lemma == "name" and tree.case(o) == ("under",):
                    named = [n for n in tree.kids(o, "appos", "flat", "nmod") if tree.name(n) is not None]
                    if named:
                        return self.argument(named[0], "any")
            if tree.tokens[k].lemma in ("know", "call", "name", "dub"):
                for o in tree.kids(k, "obl", "xcomp", "obj"):
                    if tree.name(o) is not None:
                        return self.argument(o, "any")
        return None
