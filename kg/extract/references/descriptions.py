"""Nouns that refer back: "the group", "the army", "the Observatory"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.extract.references.base import RECENT, Seen, noun_of
from kg.extract.references.modifiers import own_modifiers
from kg.extract.references.names import Names
from kg.records import Argument, Entity, Token

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
# Of these a state has one, whatever is said of it: "the army that he built".
ONLY_ONE = frozenset(("army", "military", "navy", "air force", "government"))
# A capitalised word with one of these endings tells of what faith or people somebody is: "Islamist", "Druze".
ADJECTIVAL = ("ist", "ists", "ic", "ite", "ian", "ish", "nni", "ze")
BANDS = frozenset(("group", "militia", "faction", "brigade", "battalion", "wing", "gang", "front", "cell"))

TELLING_SOMEBODY = frozenset(("tell", "inform", "brief", "speak", "quote"))
PUBLISHERS = frozenset(
    (
        "news",
        "radio",
        "tv",
        "television",
        "times",
        "post",
        "journal",
        "newspaper",
        "magazine",
        "press",
        "agency",
    )
)


@dataclass(slots=True)
class References(Names):
    """Resolves what refers back."""

    def _nameless_topic(self) -> int | None:
        """The subject of the sentence when it is somebody or something without an entity ("The war broke out ...").

        "It" or "he" means that one then.
        """
        tree = self.tree
        for token in tree.tokens:
            if token.dep in ("nsubj", "nsubj:pass") and tree.tokens[token.head].dep == "root":
                is_nameless = (
                    token.tag == "NN" and token.name is None and self.argument(token.i, "any") is None
                )
                return token.i if is_nameless else None
        return None

    def _strange_topic(self) -> bool:
        """Whether the sentence is about somebody whose name nobody knows: "Karadzic told". "He" is no one else then."""
        tree = self.tree
        return any(
            t.dep == "nsubj"
            and self._is_unheard(t)
            and tree.tokens[t.head].dep == "root"
            and tree.tokens[t.head].lemma in self.words.grammar["reporting_verbs"]
            and self.argument(t.i, "any") is None
            for t in tree.tokens
        )

    def _is_unheard(self, token: Token) -> bool:
        """Whether a word looks like a name; so does a sentence's first word without article that is no noun known."""
        is_first = token.i == 0 and token.tag == "NN" and self._noun(0)[0] is None
        return token.tag == "NNP" or is_first

    def _by_head(self, i: int) -> Argument | None:
        """ "The monitor", "the Observatory": the entity of this article that the dictionary says is called so."""
        token = self.tree.tokens[i]
        may_go_back = token.lemma in self.lexicon.heads or token.lemma.lower() in ARMIES
        if not may_go_back or token.lemma in BANDS or token.tag in ("NNS", "NNPS"):
            return None  # who "the group" is, competing groups decide: see _back_reference
        if not (self._is_definite(i) or token.text[:1].isupper()):
            return None
        if (
            self._names_before(i)
            or self._name_behind(i)
            or self._is_of_named(i)
            or any(c.lemma != "base" for _, c in self._compounds_before(i))
            or any(self._is_strange(k) for k in self._named_modifiers(i))
            or (token.lemma not in ONLY_ONE and own_modifiers(self.tree, i))
        ):
            return None
        if token.lemma.lower() in ARMIES:
            return self._last_army(i)
        for seen in self._before(i):
            entry = self.lexicon.entries.get(seen.argument.entity.id)
            if entry is not None and token.lemma in entry.heads:
                return Argument(seen.argument.entity, token.text, token.start, token.end)
        return None

    def _is_of_named(self, i: int) -> bool:
        """Whether the words behind tell whose it is: "the government of Iraq" is no other spoken of before."""
        of = (k for k in self.tree.kids(i, "nmod") if self.tree.case(k) == ("of",))
        return any(self.tree.name(k) is not None for k in of)

    def _is_strange(self, k: int) -> bool:
        """Whether a name right before a noun stands for nobody known, and is no adjective ("Islamic")."""
        tree = self.tree
        name = tree.name(k)
        return (
            name is not None
            and not name.senses
            and tree.tokens[k].dep in ("compound", "nmod")
            and not name.text.endswith(ADJECTIVAL)
            and all(t.pos in ("NOUN", "PROPN", "ADJ") for t in tree.tokens[k : tree.tokens[k].head])
            and self.entity(name, "any", k) is None
        )

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
                yield self._seen(k, argument, argument.entity.type == "Collective")
        yield from reversed(self.history)

    def _seen(self, k: int, argument: Argument, is_plural: bool) -> Seen:
        """What later words may go back to, with its part in this sentence; "A and B" are both its subjects."""
        tree = self.tree
        dep = tree.tokens[k].dep
        subject = tree.tokens[tree.head_of_conjuncts(k)]
        is_subject = subject.dep in ("nsubj", "nsubj:pass")
        return Seen(
            tree.sentence.index,
            k,
            argument,
            is_plural,
            is_subject,
            dep in ("nmod:poss", "obl:agent") or tree.case(k)[:1] == ("as",),
            is_subject and tree.tokens[subject.head].dep == "root",
            dep in ("obj", "iobj", "obl") and tree.tokens[tree.tokens[k].head].lemma in TELLING_SOMEBODY,
        )

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
            if token.lemma in BANDS and (seen.told or self._publishes(entity)):
                continue  # "told Zitamar News. The group ..."
            if entity.type != "Organisation" or self._is_called(entity, token.lemma):
                found.append(seen)
        return found

    def _publishes(self, entity: Entity) -> bool:
        """Whether the name of an organisation tells that it brings news: "Sana News", "Radio Okapi"."""
        words = entity.label.lower().split()
        return entity.type == "Organisation" and any(word in PUBLISHERS for word in words)

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
