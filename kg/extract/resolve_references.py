"""Words that refer back: pronouns, "the group", "the army", "the Observatory"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.extract.resolve_base import RECENT, Seen, noun_of
from kg.extract.resolve_names import Names
from kg.records import Argument, Entity, Token

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
FRONTED = frozenset(
    ("before", "after", "when", "while", "as", "if", "although", "though", "since", "once", "until")
)
BANDS = frozenset(("group", "militia", "faction", "brigade", "battalion", "wing", "gang", "front", "cell"))
PEOPLE = ("Person",)
CROWDS = ("Collective", "ArmedGroup", "ArmedForces", "Population")
LAND = ("Place", "Facility")
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

    def _back_reference(self, i: int, types: Sequence[str]) -> Entity | None:
        """The last entity of one of the classes; None when two of them compete in the same sentence."""
        token = self.tree.tokens[i]
        found = self._competing(token, types)
        armed = [s for s in found if s.argument.entity.type == "ArmedGroup" and token.lemma in BANDS]
        likely = armed or found
        entities = {s.argument.entity.id: s.argument.entity for s in likely}
        if len(entities) == 1:
            return next(iter(entities.values()))
        chosen = {s.argument.entity.id: s.argument.entity for s in likely if s.subject}
        if not chosen:
            called = [s.argument.entity for s in found if self._has_head(s.argument.entity, token.lemma)]
            chosen = {entity.id: entity for entity in called}
        return next(iter(chosen.values())) if len(chosen) == 1 else None

    def _competing(self, token: Token, types: Sequence[str]) -> list[Seen]:
        """Those of the nearest sentence that a word may go back to."""
        here = self.tree.sentence.index
        found: list[Seen] = []
        for seen in self._before(token.i):
            entity = seen.argument.entity
            if here - seen.sentence > RECENT:
                break
            may_be_band = token.lemma in BANDS and not found and seen.subject and seen.sentence < here
            if may_be_band and self._is_crowd(entity):
                return []  # "Kurdish fighters captured Raqqa. The group ..."
            if entity.type not in types or (found and seen.sentence != found[0].sentence):
                continue
            if entity.type != "Organisation" or self._is_called(entity, token.lemma):
                found.append(seen)
        return found

    def _is_crowd(self, entity: Entity) -> bool:
        """Whether an entity is fighters without a name: "Kurdish fighters"."""
        return entity.type == "Collective" and noun_of(entity.label) in self._fighters

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
        """Whom a pronoun means: the speaker, or the antecedent of a class that fits."""
        token = self.tree.tokens[i]
        word = token.lower
        if word in WE:
            if self.speaker is None:
                return None
            speaker = self.speaker.entity
            meant = speaker if word in ("i", "me", "my") else self._spoken_for_by(speaker)
            if meant is None:
                return None
            return Argument(meant, token.text, token.start, token.end)
        types = pronoun_types(word, want)
        is_taken = (
            token.dep == "obj" and self.tree.tokens[token.head].lemma in self.words.grammar["taking_verbs"]
        )
        if not types or (word in IT and want != "place" and is_taken):
            return None  # what is captured is a place
        owner = self._owner_before(i, types)
        if owner is not None:
            return Argument(owner, token.text, token.start, token.end)
        entity = self._antecedent(i, types, word in THEY)
        return None if entity is None else Argument(entity, token.text, token.start, token.end)

    def _owner_before(self, i: int, types: Sequence[str]) -> Entity | None:
        """Whom "its" means behind a name: "supports Iraq in its fight", "the army in its campaign"."""
        tree = self.tree
        if i < 2 or tree.tokens[i].dep != "nmod:poss" or tree.tokens[i - 1].lower not in ("in", "for"):
            return None
        before = tree.tokens[i - 2]
        if before.pos not in ("NOUN", "PROPN") or before.i in self.open:
            return None
        argument = self.argument(before.i, "actor")
        fits = (*types, "Collective")  # "the international community in its fight"
        return argument.entity if argument is not None and argument.entity.type in fits else None

    def _antecedent(self, i: int, types: Sequence[str], is_plural: bool) -> Entity | None:
        """The subject of this sentence before the pronoun, else the last subject that fits."""
        later = self._subject_after(i)
        if later is not None and types != LAND:
            argument = self.argument(later, "actor")
            if argument and argument.entity.type in types and len(self.tree.conjuncts(later)) == 1:
                return argument.entity
        subjects = self._subjects_before(i, types, is_plural)
        if subjects is None:
            return None
        if subjects:
            return subjects[-1]
        spokesman = self._spoken_for(i) if types != PEOPLE else None
        return spokesman or self._last_subject(i, types)

    def _subjects_before(self, i: int, types: Sequence[str], is_plural: bool) -> list[Entity] | None:
        """The subjects of this sentence before a pronoun that it may mean; None when one has no entity."""
        found: list[Entity] = []
        for token in self.tree.tokens[:i]:
            k = token.i
            if token.dep not in ("nsubj", "nsubj:pass") or token.pos == "PRON" or k in self.open:
                continue
            is_thing = token.pos == "NOUN" and not is_plural and types != PEOPLE
            if is_thing and self.argument(k, "any") is None:
                return None  # "if the offensive continues, it …": what "it" is has no entity
            argument = self.argument(k, "place" if types == LAND else "actor")
            if argument is not None and argument.entity.type in types:
                found.append(argument.entity)
        return found

    def _last_subject(self, i: int, types: Sequence[str]) -> Entity | None:
        """The nearest subject of this or the last two sentences; without one, the only one spoken of."""
        here = self.tree.sentence.index
        is_possessive = self.tree.tokens[i].dep == "nmod:poss"
        is_state = types[0] == "State"
        earlier = [s for s in self._before(i) if here - s.sentence <= 2 and s.argument.entity.type in types]
        for distance in range(3):
            near = [s for s in earlier if here - s.sentence == distance]
            subject = next((s for s in near if s.subject), None)
            if is_state and here - distance in self.blocked:
                return None
            if subject is not None:
                return subject.argument.entity
            if not is_possessive:  # "Assad's hands ... he": hands have no say; "his" may be Assad's
                near = [s for s in near if not s.possessor]
            of_it = is_state and distance == 0 and is_possessive  # "urged Iran to end its siege"
            of_them = (
                types == CROWDS and distance == 0 and self._in_adverbial(i)
            )  # "helps rebels as they advance"
            if (types == PEOPLE or of_it or of_them) and len({s.argument.entity.id for s in near}) == 1:
                return near[0].argument.entity
        return None

    def _in_adverbial(self, i: int) -> bool:
        """Whether a pronoun is the subject of a clause behind the one that it depends on, whose subject is one."""
        tree = self.tree
        clause = tree.tokens[tree.tokens[i].head]
        if clause.dep != "advcl" or clause.head > i or tree.tokens[i].dep not in ("nsubj", "nsubj:pass"):
            return False
        subjects = [t.i for t in tree.tokens[:i] if t.dep in ("nsubj", "nsubj:pass") and t.pos != "PRON"]
        return all(len(tree.conjuncts(k)) == 1 for k in subjects)

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

    def _spoken_for_by(self, speaker: Entity) -> Entity | None:
        """Whom "we" means: the body for which the speaker speaks, else the speaker, if he has a name.

        "We" of "a Hezbollah commander" is Hezbollah, that of "a resident" anybody.
        """
        if speaker.id in self.unnamed:
            return self.unnamed[speaker.id]
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


def pronoun_types(word: str, want: str) -> Sequence[str]:
    """The classes that a pronoun may mean; none for other words."""
    if word in HE:
        return PEOPLE
    if word in IT and want == "place":
        return LAND
    if word in IT:
        return ("State", "ArmedGroup", "Organisation", "Government", "ArmedForces")
    if word in THEY:
        return CROWDS
    return ()
