"""Pronouns: the speaker, or the antecedent of a class that fits; nobody when two compete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.references.antecedents import controller, described, relative_antecedent, rival_object
from kg.extract.references.base import Seen
from kg.extract.references.descriptions import References
from kg.records import Argument, Entity, Token

SHE = frozenset(("she", "her", "hers", "herself"))
HE = frozenset(("he", "him", "his", "himself", *SHE))
IT = frozenset(("it", "its", "itself"))
THEY = frozenset(("they", "them", "their", "theirs", "themselves"))
WE = frozenset(("we", "us", "our", "ours", "i", "me", "my"))
PEOPLE = ("Person",)
CROWDS = ("Collective", "ArmedGroup", "ArmedForces", "Population")
MANY = ("State", "Government", "Organisation", "ArmedForces", "ArmedGroup", "Population")
LAND = ("Place", "Facility")
SPOKESMEN = ("spokesman", "spokeswoman", "spokesperson")
# Who a verb acts on, and not where it does so.
UNDERGOING = ("obj", "iobj", "obl", "nmod")
WHERE = (("in",), ("at",), ("near",), ("from",), ("outside",), ("inside",), ("into",), ("across",), ("by",))
FRONTED = frozenset(
    ("before", "after", "when", "while", "as", "if", "although", "though", "since", "once", "until")
)


@dataclass(slots=True)
class Pronouns(References):
    """Resolves pronouns."""

    def _pronoun(self, i: int, want: str = "any") -> Argument | None:
        """Whom a pronoun means: the speaker, or the antecedent of a class that fits."""
        token = self.tree.tokens[i]
        word = token.lower
        if word in WE:
            if self.speaker is None:
                return None
            speaker = self.speaker.entity
            meant = speaker if word in ("i", "me", "my") else self._spoken_for_by(speaker)
            if meant is None or (word in ("i", "me", "my") and meant.type in MANY):
                return None  # no state says "I"
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
        if entity is None or not self._is_of_sex(entity, word) or self._does_it(i, entity):
            return None
        return Argument(entity, token.text, token.start, token.end)

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

    def _is_of_sex(self, entity: Entity, word: str) -> bool:
        """Whether a person may be "she" or "he": by the given name, as far as the list of women's names tells."""
        if word not in HE:
            return True
        names = self.words.grammar["female_names"]
        label = entity.label.lower()
        return (label in names or label.split()[0] in names) == (word in SHE)

    def _does_it(self, i: int, entity: Entity) -> bool:
        """Whether an entity does what befalls the pronoun: in "he urged him", these are two."""
        token = self.tree.tokens[i]
        if token.dep not in ("obj", "iobj", "obl", "obl:agent") or token.lower.endswith(("self", "selves")):
            return False
        doers = [
            a for k in self.tree.kids(token.head, "nsubj") if (a := self.argument(k, "actor")) is not None
        ]
        return any(doer.entity.id == entity.id for doer in doers)

    def _antecedent(self, i: int, types: Sequence[str], is_plural: bool) -> Entity | None:
        """The subject of this sentence before the pronoun, else the last subject that fits."""
        later = self._subject_after(i)
        if later is not None and types != LAND:
            argument = self.argument(later, "actor")
            if argument and argument.entity.type in types and len(self.tree.conjuncts(later)) == 1:
                return argument.entity
        bound = self._bound(i, types, is_plural)
        if bound:
            return bound[0]
        subjects = self._subjects_before(i, types, is_plural)
        if subjects is None:
            return None
        if subjects:
            rival = rival_object(self.tree, i) if is_plural else None
            is_open = rival is not None and self._may_act(rival)
            is_open = is_open or (not is_plural and self._may_be_undergoer(i, subjects[-1], types))
            return None if is_open else subjects[-1]
        spokesman = self._spoken_for(i) if types != PEOPLE else None
        return spokesman or self._last_subject(i, types)

    def _bound(self, i: int, types: Sequence[str], is_plural: bool) -> tuple[Entity | None] | tuple[()]:
        """Whom grammar makes a pronoun mean: what "who" stands for, or who is asked to do something; (None,) when
        nothing tells who that is, () when grammar says nothing."""
        tree = self.tree
        if types == LAND:
            return ()
        antecedent = relative_antecedent(tree, i)
        if antecedent is not None and antecedent not in self.open:
            found = next((a for k in tree.conjuncts(antecedent) if (a := self.argument(k, "actor"))), None)
            if found is not None and found.entity.type in types:
                return (found.entity,)
            is_many = tree.tokens[antecedent].tag in ("NNS", "NNPS")
            if found is None and tree.tokens[antecedent].pos == "NOUN" and is_many == is_plural:
                return (None,)
        pair = controller(tree, i, self.words.grammar["ordering_verbs"])
        if pair is None:
            return ()
        asked, asking = (self.argument(k, "actor") if k not in self.open else None for k in pair)
        if asking is not None and asking.entity.type in types:
            return (None,)  # either may be meant
        if asked is not None and asked.entity.type in types:
            return (asked.entity,)
        return (None,) if is_plural and tree.tokens[pair[0]].tag in ("NNS", "NNPS") else ()

    def _may_be_undergoer(self, i: int, subject: Entity, types: Sequence[str]) -> bool:
        """Whether "it" or "they" in an adverbial clause may as well mean whom the clause before acts on.

        "Turkey pressed the SDF after it refused to leave", "Israel attacked Hezbollah because it had fired rockets".
        """
        tree = self.tree
        clause = tree.clause(i)
        if types == LAND or tree.tokens[clause].dep != "advcl" or not tree.kids(clause, "mark", "advmod"):
            return False
        governing = tree.tokens[clause].head
        if governing > clause or tree.tokens[i].dep not in ("nsubj", "nsubj:pass"):
            return False
        heads = [
            token.i
            for token in tree.tokens[governing + 1 : i]
            if token.dep in UNDERGOING and token.i not in self.open and tree.case(token.i)[:1] not in WHERE
        ]
        found = [self.argument(k, "actor") for k in heads]
        return any(a is not None and a.entity.type in types and a.entity.id != subject.id for a in found)

    def _may_act(self, i: int) -> bool:
        """Whether a noun is for people or a group."""
        noun = self._noun(i)[0]
        return self.tree.name(i) is not None or (noun is not None and noun.kind not in ("place", "facility"))

    def _are_others(self, i: int) -> bool:
        """Whether "they" behind a subject without entity may mean it: not vehicles of a force, nor speakers, unless
        these are a side ("factions said they would sign")."""
        token = self.tree.tokens[i]
        noun = self._noun(i)[0]
        is_vehicle = noun is not None and noun.kind == "vehicle"
        is_side = noun is not None and noun.kind in ("group", "fighters")
        return token.tag == "NNS" and not is_vehicle and (is_side or not self._speaks(token))

    def _subjects_before(self, i: int, types: Sequence[str], is_plural: bool) -> list[Entity] | None:
        """The subjects of this sentence before a pronoun that it may mean; None when one has no entity."""
        found: list[Entity] = []
        is_open = False
        others = described(self.tree, i)
        for token in self.tree.tokens[:i]:
            k = token.i
            if token.dep not in ("nsubj", "nsubj:pass") or k in self.open or k in others:
                continue
            if token.pos == "PRON" and token.lower not in (THEY if is_plural else IT):
                continue  # of the same pronoun twice, both mean the same: "it said it had"
            is_thing = token.pos == "NOUN" and not is_plural and types != PEOPLE
            if is_thing and self.argument(k, "any") is None:
                return None  # "if the offensive continues, it …": what "it" is has no entity
            want = "place" if types == LAND else "actor"
            is_share = is_plural and token.pos in ("NUM", "DET")  # "ten of the gunmen"
            argument = next(iter(self.partitive(k, want)), None) if is_share else self.argument(k, want)
            if argument is not None and argument.entity.type in types:
                found.append(argument.entity)
                is_open = False
            elif is_plural and self._are_others(k):
                is_open = True  # "the delegates left because they"
            elif types == PEOPLE and argument is None and self._is_unheard(token):
                return None  # "Karadzic said he": who Karadzic is, nothing tells
        return None if is_open else found

    def _last_subject(self, i: int, types: Sequence[str]) -> Entity | None:
        """The nearest subject of this or the last two sentences; without one, the only one spoken of."""
        here = self.tree.sentence.index
        is_possessive = self.tree.tokens[i].dep == "nmod:poss"
        is_state = types[0] == "State"
        earlier = [s for s in self._before(i) if here - s.sentence <= 2 and s.argument.entity.type in types]
        for distance in range(3):
            near = [s for s in earlier if here - s.sentence == distance]
            if here - distance in (self.nameless if types == PEOPLE else self.blocked if is_state else ()):
                return None
            subjects = [s for s in near if s.subject]
            if subjects:
                return self._of_subjects(i, subjects, near, types)
            if not is_possessive:  # "Assad's hands ... he": hands have no say; "his" may be Assad's
                near = [s for s in near if not s.possessor]
            of_it = is_state and distance == 0 and is_possessive  # "urged Iran to end its siege"
            # "Helps rebels as they advance".
            of_them = types == CROWDS and distance == 0 and self._in_adverbial(i)
            if (types == PEOPLE or of_it or of_them) and len(distinct(near)) == 1:
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

    def _of_subjects(
        self, i: int, subjects: Sequence[Seen], near: Sequence[Seen], types: Sequence[str]
    ) -> Entity | None:
        """The subject that a pronoun goes on with: whoever speaks on spoke before; else the only one, if sure."""
        token = self.tree.tokens[i]
        is_subject = token.dep == "nsubj"
        if len(distinct(subjects)) > 1 and is_subject and self._speaks(token):
            subjects = [s for s in subjects if s.main]
        if len(distinct(subjects)) != 1:
            return None
        subject = subjects[0].argument.entity
        rivals = [s for s in near if s.argument.entity.id != subject.id and not s.possessor]
        return None if rivals and self._may_turn(token, types) else subject

    def _speaks(self, token: Token) -> bool:
        return self.tree.tokens[token.head].lemma in self.words.grammar["reporting_verbs"]

    def _may_turn(self, token: Token, types: Sequence[str]) -> bool:
        """Whether a pronoun may as well mean another than the last subject.

        "Nasrallah praised Soleimani. He was killed", "Russia attacked Ukraine. Its army", "The RSF accused the army.
        It denied".
        """
        if token.dep == "nmod:poss":
            return types[0] == "State"
        return (
            token.dep != "nsubj" or self.tree.tokens[token.head].lemma in self.words.grammar["denying_verbs"]
        )

    def _subject_after(self, i: int) -> int | None:
        """The subject that a pronoun in front points to: "Before they fled, the rebels", "In its report, the UN"."""
        tree = self.tree
        clause = tree.clause(i)
        token = tree.tokens[clause]
        head = None
        if token.dep == "advcl" and token.head > clause:
            marked = any(tree.tokens[k].lower in FRONTED for k in tree.kids(clause, "mark", "advmod"))
            head = (
                token.head if marked and tree.tokens[i].dep in ("nsubj", "nsubj:pass", "nmod:poss") else None
            )
        elif tree.tokens[i].dep == "nmod:poss" and i < clause:
            phrase = tree.tokens[tree.tokens[i].head]
            head = clause if phrase.dep == "obl" and phrase.head == clause else None
        if head is None:
            return None
        for k in tree.kids(head, "nsubj", "nsubj:pass"):
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
                    if name is None and self.tree.tokens[s].lemma in SPOKESMEN:
                        return self._body_of(s)
        return None

    def _body_of(self, i: int) -> Entity | None:
        """For whom a spokesman without a name speaks: "a Hamas spokesman", "a spokesman for the SPLM-IO"."""
        behind = [k for k in self.tree.kids(i, "nmod") if self.tree.case(k) in (("for",), ("of",), ("from",))]
        bodies = [a.entity for k in behind if (a := self.argument(k, "actor")) is not None]
        bodies = [e for _, e, _ in self._names_before(i)] + bodies
        return next((e for e in bodies if e.type in CROWDS), None)


def distinct(seen: Sequence[Seen]) -> set[str]:
    """The ids of the entities met."""
    return {s.argument.entity.id for s in seen}


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
