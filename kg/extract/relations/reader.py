"""Lasting ties: verbs, nouns, agent nouns and hyphenated compounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kg.english.lemma import singular
from kg.extract.drafts import Draft
from kg.extract.grammar.compounds import compound
from kg.extract.grammar.frames import Framer
from kg.extract.grammar.tree import Tree
from kg.extract.references.entities import noun_of
from kg.extract.references.resolver import Resolver
from kg.extract.relations.acts import act_ties
from kg.extract.relations.agreements import is_agreement
from kg.extract.relations.belonging import belonging, united
from kg.extract.relations.companions import FIRST, allied_crowds, companions
from kg.extract.relations.compounds import compound_ties, ties_in_name, unhyphenated
from kg.extract.relations.doubts import is_doubtful
from kg.extract.relations.enmity import (
    aimed,
    foes_in_name,
    fought,
    helped_against,
    helpers,
)
from kg.extract.relations.former_names import former_names
from kg.extract.relations.joining import (
    UNIONS,
    UNITING,
    as_allies,
    is_merger_of_both,
    is_no_joining,
    is_purpose,
    joined_in,
    joiners,
    merged_by_noun,
    mergers,
)
from kg.extract.relations.nouns import agent_ties
from kg.extract.relations.possessors import HEADED, headed, owned
from kg.extract.relations.ties import Ties
from kg.extract.relations.units import units_of_units
from kg.records import Argument, TimeExpression, Token
from kg.rules.claims import Pattern, Rule, RuleSet
from kg.rules.words import WordLists

WORDS = ("NOUN", "PROPN", "ADJ", "VERB")
# Crowds that fight others, but no war.
UNARMED = frozenset(("police", "protesters", "demonstrators", "lawmakers"))


@dataclass(frozen=True)
class RelationReader:
    """Finds the relations of a sentence."""

    rules: RuleSet
    words: WordLists
    framer: Framer
    helped: frozenset[str] = frozenset()

    @cached_property
    def _telling(self) -> frozenset[str]:
        """The words that may tell a tie, for a quick no."""
        agreements = self.words.grammar["agreements"]
        return frozenset(
            (
                "allied",
                "ally",
                "merger",
                "understanding",
                *self.rules.agent_ends,
                *HEADED,
                *UNIONS,
                *self.rules.tie_nouns,
                *agreements,
            )
        )

    def read(self, tree: Tree, resolver: Resolver, times: Sequence[TimeExpression]) -> Iterator[Draft]:
        """The drafts of all relations the sentence states: those of verbs, of predicates, then of other words."""
        ties = Ties(tree, resolver, times, self.words, self.framer)
        for draft in self._all(ties):
            backs = draft.predicate == "backs"
            by_civilians = draft.rule == "assists" and self._is_helped(draft.subject)
            helps = backs and (by_civilians or self._is_helped(draft.object))
            vague = draft.predicate == "controls" and self._is_vague(draft.subject)
            if draft.rule == "battle-between" and (self._is_unarmed(draft) or self._is_game(tree, draft)):
                continue
            if is_doubtful(tree, draft):
                continue
            if not helps and not vague and not self._is_bare_role(draft.subject):
                yield draft

    def _is_bare_role(self, argument: Argument | None) -> bool:
        """Whether a word for an office stands for nobody by itself: "the leaders of X are based in Doha"."""
        return argument is not None and argument.entity.label in self.words.grammar["bare_roles"]

    def _is_helped(self, argument: Argument | None) -> bool:
        """Whether those supported are people in need, no side of a war: "UNICEF supports children"."""
        return (
            argument is not None
            and argument.entity.type == "Collective"
            and noun_of(argument.entity.label) in self.helped
        )

    def _is_unarmed(self, draft: Draft) -> bool:
        """Whether one side is a crowd or the police: "clashes between protesters and the army" are no war."""
        people = [a for a in (draft.subject, draft.object) if a is not None and a.entity.type == "Collective"]
        return any(
            noun_of(a.entity.label) in (*self.helped, "police", "protesters", "demonstrators", "lawmakers")
            for a in people
        )

    def _is_game(self, tree: Tree, draft: Draft) -> bool:
        """Whether a battle is one of words or a game: "a court battle", "the battle in the final"."""
        i, grammar = draft.frame.trigger, self.words.grammar
        said = {tree.tokens[k].lower for k in tree.kids(i, "amod", "compound")}
        around = {tree.tokens[k].lemma for k in tree.subtree(tree.clause(i)) if tree.tokens[k].pos == "NOUN"}
        return bool(said & grammar["figurative_modifiers"]) or len(around & grammar["sport"]) > 1

    def _is_relief(self, tree: Tree, cue: Sequence[int]) -> bool:
        """Whether what is given or received takes no side: "received humanitarian support from Egypt"."""
        said = {tree.tokens[m].lower for k in cue[1:] for m in tree.kids(k, "amod", "compound")}
        return bool(said & self.words.grammar["relief_adjectives"])

    def _is_land(self, argument: Argument | None) -> bool:
        """Whether a group is named for its land: who "withdrew from Al-Shabaab areas" was none of them."""
        last = "" if argument is None else singular(argument.mention.rpartition(" ")[2].lower())
        noun = self.words.nouns.get(last)
        return noun is not None and noun.kind in ("place", "facility")

    def _is_vague(self, argument: Argument | None) -> bool:
        """Whether nobody knows who "the allies" are."""
        return argument is not None and argument.entity.label in ("allies", "partners", "backers")

    def _all(self, ties: Ties) -> Iterator[Draft]:
        tree = ties.tree
        yield from units_of_units(tree, ties.resolver)
        for i in tree.verbs:
            if entries := self._entries(tree.tokens[i]):
                yield from self._verb_ties(ties, i, entries)
            if tree.tokens[i].lemma == "join":
                yield from joiners(ties, i, self.rules)
                yield from joined_in(ties, i, self.rules)
            elif tree.tokens[i].lemma in UNITING:
                yield from mergers(ties, i, self.rules)
        tie_verbs = self.rules.tie_verbs
        for token in tree.tokens:
            if token.lemma in tie_verbs and token.pos in ("NOUN", "ADV") and _is_predicate(tree, token.i):
                yield from self._verb_ties(ties, token.i, tie_verbs[token.lemma])
        yield from self._ties_of_words(ties)

    def _ties_of_words(self, ties: Ties) -> Iterator[Draft]:
        """The ties that nouns, compounds, names and prepositions tell."""
        former, telling = self.words.grammar["former_adverbs"], self._telling
        for token in ties.tree.tokens:
            if token.name is None:
                if token.lemma in telling and token.pos in WORDS:
                    yield from self._ties_of_word(ties, token)
                if token.lower in former:
                    yield from former_names(ties, token.i, self.rules)
            is_plain = token.tag != "VBN" and token.name is None and "-" not in token.text
            if (not is_plain or "–" in token.text) and (
                made := compound(token) or unhyphenated(ties.tree, token.i)
            ) is not None:
                yield from compound_ties(ties, token.i, made, self.rules)
            elif token.name is not None and " " in token.text and ("-" in token.text or "ed " in token.text):
                yield from ties_in_name(ties, token.i, self.rules)
            if token.name is not None:
                if ties.tree.children[token.i]:
                    yield from owned(ties, token.i, self.rules)
                yield from belonging(ties, token.i, self.rules)
                if " " in token.text:
                    if token.text.endswith(("coalition", "alliance")):
                        yield from aimed(ties, token.i, self.rules)
                    yield from foes_in_name(ties, token.i, self.rules)
            elif token.lower in FIRST and token.pos in ("ADP", "ADV", "NOUN", "SCONJ"):
                yield from companions(ties, token.i, self.rules)

    def _ties_of_word(self, ties: Ties, token: Token) -> Iterator[Draft]:
        """The ties of one common word that may tell some."""
        lemma = token.lemma
        if lemma in self.rules.agent_ends:
            yield from agent_ties(ties, token.i, self.rules)
        if lemma in HEADED:
            yield from headed(ties, token.i, self.rules)
        if lemma in UNIONS:
            yield from united(ties, token.i, self.rules)
            yield from aimed(ties, token.i, self.rules)
        if lemma == "merger":
            yield from merged_by_noun(ties, token.i, self.rules)
        if token.lower == "allied":
            yield from allied_crowds(ties, token.i, self.rules)
        if lemma in self.rules.tie_nouns or is_agreement(ties.tree, token.i, self.words):
            yield from act_ties(ties, token.i, self.rules)

    def _is_former(self, tree: Tree, i: int) -> bool:
        """Whether "formerly" or the like stands before a verb."""
        adverbs = self.words.grammar["former_adverbs"]
        return any(tree.tokens[k].lower in adverbs for k in tree.kids(i, "advmod"))

    def _entries(self, token: Token) -> Sequence[tuple[Pattern, Rule]]:
        """The patterns that begin with a verb or adjective; most words begin none."""
        entries = self.rules.tie_verbs.get(token.lemma, [])
        if token.lower != token.lemma and token.pos == "ADJ":
            return [*entries, *self.rules.tie_verbs.get(token.lower, ())]
        return entries

    def _verb_ties(self, ties: Ties, i: int, entries: Sequence[tuple[Pattern, Rule]]) -> Iterator[Draft]:
        """What a verb or adjective states of its subject and object, or of two subjects of a joint rule."""
        token = ties.tree.tokens[i]
        present = ties.tree.words
        for pattern, rule in entries:
            if pattern.words and not present.issuperset(pattern.words):
                continue  # most patterns of several words end here
            frame = self.framer.verb(ties.tree, i, pattern)
            if (
                frame is None
                or (rule.predicate == "controls" and _judges(ties.tree, i))
                or (rule.formerly and not self._is_former(ties.tree, i))
                or (rule.predicate == "backs" and self._is_relief(ties.tree, frame.cue))
                or (rule.predicate == "memberOf" and is_no_joining(ties, i, frame))
                or is_merger_of_both(ties.tree, i, rule.predicate)
            ):
                continue
            subjects = rule.verb_roles.get("subject", ("doer",))
            objects = rule.verb_roles.get("object", ("undergoer",))
            found = list(ties.fill(rule, frame, subjects, objects))
            if rule.ends:
                found = [d for d in found if not self._is_land(d.object)]
            if rule.manner == "fights":
                yield from helpers(ties, i, found, self.rules)
                found = fought(ties, rule, frame, found)
            if rule.predicate == "memberOf" and token.lemma == "join":
                found = [as_allies(d) for d in found]
            if rule.predicate == "memberOf" and is_purpose(ties.tree, i):
                found = [replace(d, status="planned") for d in found]
            aim = frame.roles.get("undergoer")
            bone = (
                aim is not None and rule.joint and "over" in ties.tree.case(aim[0])
            )  # "fought over the region"
            if not found and rule.joint and "doer" in frame.roles and (bone or not aim):
                found = list(ties.joint(rule, frame, frame.roles["doer" if bone else "theme"]))
                found = found if len(found) == 1 or not bone else []  # who of three fights whom, nobody knows
            yield from found
            if rule.predicate == "backs":
                yield from helped_against(ties, frame, found, self.rules)


def _judges(tree: Tree, i: int) -> bool:
    """Whether what follows tells what the object is held to be or do: "held Iran responsible", "held it to a draw"."""
    objects = tree.kids(i, "obj")
    k = max((tree.last(o) for o in objects), default=-1) + 1
    return 0 < k < len(tree.tokens) and (tree.tokens[k].pos == "ADJ" or tree.tokens[k].lower == "to")


def _is_predicate(tree: Tree, i: int) -> bool:
    """Whether a noun or adverb is said of a subject, or is a verb that was read as one: "A and B support C"."""
    return bool(tree.kids(i, "cop") or tree.kids(i, "nsubj") and tree.kids(i, "obj"))
