"""Words that refer back: pronouns, "the group", "the army", "the Observatory"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.extract.resolve_base import RECENT, Seen
from kg.extract.resolve_names import Names
from kg.records import Argument, Entity

HE = frozenset(("he", "him", "his", "himself", "she", "her", "hers", "herself"))
IT = frozenset(("it", "its", "itself"))
THEY = frozenset(("they", "them", "their", "theirs", "themselves"))
ARMIES = (
    "army",
    "military",
    "troop",
    "soldier",
    "navy",
    "air force",
    "force",
    "government",
    "authority",
    "police",
)
TAKEN = frozenset(
    ("capture", "overrun", "seize", "retake", "recapture", "besiege", "encircle", "occupy", "storm")
)
FRONTED = frozenset(
    ("before", "after", "when", "while", "as", "if", "although", "though", "since", "once", "until")
)
BANDS = frozenset(("group", "militia", "faction", "brigade", "battalion", "wing", "gang", "front", "cell"))
WE = frozenset(("we", "us", "our", "ours", "i", "me", "my"))


@dataclass(slots=True)
class References(Names):
    """Resolves what refers back."""

    def _nameless_topic(self) -> bool:
        """Whether the sentence is about a thing without an entity ("The war broke out ..."), which "it" then means."""
        tree = self.tree
        for token in tree.tokens:
            if token.dep in ("nsubj", "nsubj:pass") and tree.tokens[token.head].dep == "root":
                return token.tag == "NN" and token.name is None and self.argument(token.i, "any") is None
        return False

    def _by_head(self, i: int) -> Argument | None:
        """ "The monitor", "the Observatory": the entity of this article that the dictionary says is called so."""
        token = self.tree.tokens[i]
        if not (self._is_definite(i) or token.text[:1].isupper()) or token.tag in ("NNS", "NNPS"):
            return None
        if (
            self._names_before(i)
            or self._name_behind(i)
            or any(c.lemma != "base" for _, c in self._compounds_before(i))
        ):
            return None
        if token.lemma in BANDS:
            return None  # who "the group" is, competing groups decide: see _back_reference
        if token.lemma.lower() in ARMIES:
            return self._last_army(i)
        for seen in self._before(i):
            entry = self.lexicon.entries.get(seen.argument.entity.id)
            if entry is not None and token.lemma in entry.heads:
                return Argument(seen.argument.entity, token.text, token.start, token.end)
        return None

    def _last_army(self, i: int) -> Argument | None:
        """ "The army", "the government": the state's of which the last sentences spoke; of several, the theatre's."""
        tree = self.tree
        token = tree.tokens[i]
        found: dict[str, Entity] = {}
        for seen in self._before(i):
            entry = self.lexicon.entries.get(seen.argument.entity.id)
            if tree.sentence.index - seen.sentence > 2:
                break
            abroad = self.theatre is not None and entry is not None and entry.country != self.theatre
            if abroad and not seen.argument.mention.lower().endswith(token.lemma.lower()):
                continue  # "French troops" are not "the army" of an article about Mali
            if entry is not None and token.lemma.lower() in entry.heads and entry.type != "ArmedGroup":
                found.setdefault(entry.id, seen.argument.entity)
        entities = list(found.values())
        home = [e for e in entities if self.theatre and e.country == self.theatre]
        if len(entities) != 1:
            entities = home[:1]
        return Argument(entities[0], token.text, token.start, token.end) if entities else None

    def _before(self, i: int) -> Iterable[Seen]:
        """Who was spoken of before token i, nearest first; those of this sentence are resolved as they stand."""
        tree = self.tree
        for k in range(i - 1, -1, -1):
            token = tree.tokens[k]
            if token.name is None or k in self.open or self._is_demonym(k):
                continue
            argument = self.argument(k, "any")
            if argument is not None:
                subject = token.dep in ("nsubj", "nsubj:pass")
                possessor = token.dep in ("nmod:poss", "obl:agent")
                yield Seen(
                    tree.sentence.index, k, argument, argument.entity.type == "Collective", subject, possessor
                )
        yield from reversed(self.history)

    def _back_reference(self, i: int, types: Sequence[str], is_plural: bool) -> Entity | None:
        """The last entity of one of the classes; None when two of them compete in the same sentence."""
        here = self.tree.sentence.index
        token = self.tree.tokens[i]
        found: list[Seen] = []
        for seen in self._before(i):
            if here - seen.sentence > RECENT:
                break
            if (
                token.lemma in BANDS
                and not found
                and seen.subject
                and seen.argument.entity.type == "Collective"
                and seen.sentence < here
            ):
                if seen.argument.entity.label.split()[-1] in self._fighters:
                    return None  # "Kurdish fighters captured Raqqa. The group ..."
            if seen.argument.entity.type in types and (not found or seen.sentence == found[0].sentence):
                if seen.argument.entity.type != "Organisation" or self._is_called(
                    seen.argument.entity, token.lemma
                ):
                    found.append(seen)
        armed = [s for s in found if s.argument.entity.type == "ArmedGroup"] if token.lemma in BANDS else []
        entities = {s.argument.entity.id: s.argument.entity for s in armed or found}
        if len(entities) == 1:
            return next(iter(entities.values()))
        subjects = {s.argument.entity.id: s.argument.entity for s in armed or found if s.subject}
        if not subjects:
            subjects = {
                s.argument.entity.id: s.argument.entity
                for s in found
                if self._has_head(s.argument.entity, token.lemma)
            }
        return next(iter(subjects.values())) if len(subjects) == 1 else None

    def _is_called(self, entity: Entity, lemma: str) -> bool:
        """Whether an organisation may be called "the group", "the party": the dictionary or its own name says so."""
        entry = self.lexicon.entries.get(entity.id)
        if entry is None:
            return lemma in entity.label.lower().split() or lemma in ("group", "organisation", "organization")
        words = {word for head in entry.heads for word in head.split()}
        return lemma in words or lemma in entry.label.lower().split()

    def _has_head(self, entity: Entity, lemma: str) -> bool:
        entry = self.lexicon.entries.get(entity.id)
        return entry is not None and (lemma in entry.heads or lemma in entry.label.lower().split())

    def _pronoun(self, i: int, want: str = "any") -> Argument | None:
        token = self.tree.tokens[i]
        word = token.lower
        if word in WE:
            if self.speaker is None:
                return None
            spoken_for = (
                self.speaker.entity if word in ("i", "me", "my") else self._spoken_for_by(self.speaker.entity)
            )
            return Argument(spoken_for, token.text, token.start, token.end)
        if word in HE:
            types: Sequence[str] = ("Person",)
        elif word in IT and want == "place":
            types = ("Place", "Facility")
        elif word in IT:
            types = ("State", "ArmedGroup", "Organisation", "Government", "ArmedForces")
        elif word in THEY:
            types = ("Collective", "ArmedGroup", "ArmedForces", "Population")
        else:
            return None
        if (
            word in IT
            and want != "place"
            and token.dep == "obj"
            and self.tree.tokens[token.head].lemma in TAKEN
        ):
            return None  # what is captured is a place
        entity = self._antecedent(i, types, word in THEY)
        return None if entity is None else Argument(entity, token.text, token.start, token.end)

    def _antecedent(self, i: int, types: Sequence[str], is_plural: bool) -> Entity | None:
        """The subject of this sentence before the pronoun, else the last subject that fits."""
        here = self.tree.sentence.index
        candidates: list[Seen] = []
        later = self._subject_after(i)
        if later is not None:
            argument = self.argument(later, "actor") if types != ("Place", "Facility") else None
            if (
                argument is not None
                and argument.entity.type in types
                and len(self.tree.conjuncts(later)) == 1
            ):
                return argument.entity
        for k in range(i):
            token = self.tree.tokens[k]
            if token.dep in ("nsubj", "nsubj:pass") and token.pos != "PRON" and k not in self.open:
                if (
                    token.pos == "NOUN"
                    and not is_plural
                    and types != ("Person",)
                    and self.argument(k, "any") is None
                ):
                    return None  # "if the offensive continues, it …": what "it" is has no entity
                argument = self.argument(k, "place" if types == ("Place", "Facility") else "actor")
                if argument is not None and argument.entity.type in types:
                    candidates.append(Seen(here, k, argument, is_plural, True))
        if candidates:
            return candidates[-1].argument.entity
        spokesman = self._spoken_for(i) if types != ("Person",) else None
        if spokesman is not None:
            return spokesman
        earlier = [s for s in self._before(i) if here - s.sentence <= 2 and s.argument.entity.type in types]
        for distance in range(3):
            near = [s for s in earlier if here - s.sentence == distance]
            subjects = [s for s in near if s.subject]
            if subjects:
                if types[0] == "State" and subjects[0].sentence in self.blocked:
                    return None
                return subjects[0].argument.entity
            if types[0] == "State" and here - distance in self.blocked:
                return None
            if (
                self.tree.tokens[i].dep != "nmod:poss"
            ):  # "Assad's hands ... he": hands have no say; "his" may be Assad's
                near = [s for s in near if not s.possessor]
            of_it = (
                types[0] == "State" and distance == 0 and self.tree.tokens[i].dep == "nmod:poss"
            )  # "urged Iran to end its siege"
            if (types == ("Person",) or of_it) and len({s.argument.entity.id for s in near}) == 1:
                return near[0].argument.entity
        return None

    def _subject_after(self, i: int) -> int | None:
        """The subject that a pronoun in a fronted clause points to: "Before they killed Saleh, the rebels ..."."""
        tree = self.tree
        clause = tree.clause(i)
        token = tree.tokens[clause]
        if (
            token.dep != "advcl"
            or token.head < clause
            or tree.tokens[i].dep not in ("nsubj", "nsubj:pass", "nmod:poss")
        ):
            return None
        if not any(tree.tokens[k].lower in FRONTED for k in tree.kids(clause, "mark", "advmod")):
            return None
        for k in tree.kids(token.head, "nsubj", "nsubj:pass"):
            if k > i and tree.tokens[k].pos != "PRON":
                return k
        return None

    def _spoken_for_by(self, speaker: Entity) -> Entity:
        """Whom "we" means: the state or organisation in whose office the speaker stands, else the speaker."""
        return self.offices.get(speaker.id, speaker)

    def _spoken_for(self, i: int) -> Entity | None:
        """The group whose spokesman says "it" or "they": "Houthi spokesman Yahya Sarea said it had carried out"."""
        for k in self.tree.up(i):
            token = self.tree.tokens[k]
            if token.lemma in self.words.grammar["reporting_verbs"]:
                for s in self.tree.kids(k, "nsubj"):
                    name = self.tree.name(s)
                    if name is not None and name.title is not None and name.title.of:
                        return self.entity(name.title.of[0], "actor")
        return None
