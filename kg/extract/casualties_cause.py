"""Who did it, where and when: the happening that a casualty figure goes back to, and its participants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.casualties import Row
from kg.extract.circumstance import place_of
from kg.extract.drafts import Draft
from kg.extract.frames import Framer
from kg.extract.resolve import PLACES, Resolver
from kg.extract.syntax import Tree
from kg.records import Argument
from kg.rules.casualties import CasualtyRules

AGENTS = ("Person", "State", "ArmedGroup", "ArmedForces", "Collective", "Organisation", "Government")
HARMING = ("Attack", "Airstrike", "Shelling", "Bombing", "ChemicalAttack", "Killing", "Abduction")
CAUSES = ("in", "during", "by", "from", "after", "following", "under", "to", "when", "as", "amid", "at", "of")
WHEN = ("when", "after", "as", "while")
TARGETS = ("on", "against", "at", "of")
LEAVING = ("leave", "make", "render", "cause")
STATIC = ("in", "at", "near", "inside", "outside", "across", "around", "throughout", "within")


@dataclass(frozen=True, slots=True)
class CauseReader:
    """Fills agents and place of rows from the verb's participants and from the happenings of the sentence."""

    rules: CasualtyRules
    framer: Framer

    def fill(self, tree: Tree, row: Row, resolver: Resolver, happenings: Sequence[Draft]) -> None:
        """Set agents, place and the frames whose date holds too."""
        if not row.frame.roles and row.frame.clause is not None:
            for word, tokens in self.framer.obliques(tree, row.frame.clause).items():
                row.frame.add(word, tokens)
        place = place_of(tree, row.frame, resolver, ())
        agents: list[Argument] = []
        if row.rule.stocks:
            row.place = place or self._place_left(tree, row, resolver) or self._place_of_victims(tree, row, resolver) or self._holder(tree, row, resolver)
            return
        for token, doer in self._causes(tree, row):
            draft = self._happening(tree, token, happenings)
            if draft is not None and draft.frame.trigger != row.frame.trigger:
                if draft.type in HARMING or (doer and draft.type != "ArmedClash"):
                    agents += draft.agents
                if not draft.agents and tree.tokens[token].lemma in self.rules.words["harms"]:
                    agents += self._owners(tree, token, resolver)
                place = place or self._not_victims(tree, row, draft.place)
                place = place or self._not_victims(tree, row, place_of(tree, draft.frame, resolver, TARGETS))
                row.times.append(draft.frame)
            elif tree.tokens[token].lemma in self.rules.words["harms"]:
                agents += self._owners(tree, token, resolver)
                place = place or self._place_before_noun(tree, token, resolver)
            else:
                agents += self._actors(resolver, token) if doer else []
                place = place or self._place_at(tree, token, resolver)
        row.place = place or self._place_left(tree, row, resolver) or self._place_of_victims(tree, row, resolver) or self._place_of_war(tree, resolver)
        row.place = row.place or self._place_before(tree, row, resolver)
        victims = {v.entity.id for v in row.victims}
        row.agents = tuple({a.entity.id: a for a in agents if a.entity.id not in victims}.values())

    def _not_victims(self, tree: Tree, row: Row, place: Argument | None) -> Argument | None:
        """The place of a happening, unless it is those counted ("airstrikes killed 24 Palestinians")."""
        noun = row.counted.noun
        if place is None or noun is None:
            return place
        token = tree.tokens[noun]
        return None if place.start < token.end and token.start < place.end else place

    def _place_before_noun(self, tree: Tree, noun: int, resolver: Resolver) -> Argument | None:
        """Where it was: "in the Kabul blast"."""
        for k in tree.kids(noun, "compound", "nmod", "nmod:poss"):
            if k < noun and tree.name(k) is not None:
                argument = resolver.argument(k, "place")
                if argument is not None and argument.entity.type == "Place":
                    return argument
        return None

    def _actors(self, resolver: Resolver, token: int) -> list[Argument]:
        return [a for a in resolver.arguments(token, "actor") if a.entity.type in AGENTS]

    def _causes(self, tree: Tree, row: Row) -> list[tuple[int, bool]]:
        """Tokens that name the cause; True where it stands in the place of the doer."""
        frame = row.frame
        verb = frame.clause if frame.clause is not None else frame.trigger
        found: list[tuple[int, bool]] = []
        if tree.tokens[verb].pos in ("VERB", "AUX"):
            found += [(k, True) for k in self._doers(tree, row, verb)]
        for predicate in dict.fromkeys((frame.trigger, verb, *self._shared(tree, verb))):
            for k in tree.kids(predicate, "obl", "nmod", "obl:agent"):
                case = tree.case(k)
                if case and case[0] in CAUSES and not row.counted.holds(k):
                    found.append((k, case == ("by",) and not row.active))
            for k in tree.kids(predicate, "advcl"):
                if any(tree.tokens[m].lower in WHEN for m in tree.kids(k, "mark", "advmod")):
                    found.append((k, False))
                    found += [(s, False) for s in tree.kids(k, "nsubj", "obl:agent")]
        return [(k, doer and k == t) for t, doer in found for k in self._chain(tree, t)]

    def _shared(self, tree: Tree, verb: int) -> list[int]:
        """Verbs whose circumstances a participle or coordinated verb shares."""
        token = tree.tokens[verb]
        if token.dep == "conj" and tree.tokens[token.head].pos in ("VERB", "AUX") and not tree.kids(verb, "obl", "advcl"):
            return [token.head]
        return []

    def _doers(self, tree: Tree, row: Row, verb: int) -> list[int]:
        """The subject of an active verb; of a participle, who does what the main clause says."""
        token = tree.tokens[verb]
        stated = row.frame.trigger != verb and token.lemma in LEAVING  # "left 12 dead"
        if not (row.active or stated):
            by = [k for word in row.frame.cue for k in self.framer.agents(tree, word)]
            return self._answerable(tree, row) or by or self.framer.agents(tree, verb)
        if token.dep == "advcl" and token.tag == "VBG" and not tree.kids(verb, "nsubj"):
            main = token.head
            if tree.is_passive(main):
                return [*self.framer.agents(tree, main), main]
            return [*self.framer.external(tree, verb), main]
        if tree.is_passive(verb):
            return self.framer.agents(tree, verb)
        return [*self.framer.external(tree, verb), *tree.kids(verb, "csubj")]

    def _answerable(self, tree: Tree, row: Row) -> list[int]:
        """Who is "responsible for the deaths of hundreds"."""
        noun = tree.head_of_conjuncts(row.frame.trigger)
        head = tree.tokens[tree.tokens[noun].head]
        if tree.case(noun) == ("for",) and head.lemma in ("responsible", "blame", "responsibility"):
            return self.framer.external(tree, head.i)
        return []

    def _chain(self, tree: Tree, token: int) -> list[int]:
        """A cause and what it is a phase of ("a series of airstrikes") or goes back to ("… in Iraq that killed")."""
        found = [token, *tree.conjuncts(token)]
        for k in list(found):
            found += [n for n in tree.kids(k, "nmod") if tree.case(n) == ("of",)]
            found += [n for n in tree.kids(k, "acl") if tree.tokens[n].tag == "VBG"]  # "two weeks of fighting"
        for k in tree.up(token):
            if tree.tokens[k].pos not in ("NOUN", "PROPN"):
                break
            found.append(k)
        return list(dict.fromkeys(found))

    def _happening(self, tree: Tree, token: int, happenings: Sequence[Draft]) -> Draft | None:
        for draft in happenings:
            if draft.frame.trigger == token or token in draft.frame.cue:
                return draft
        if tree.tokens[token].pos == "VERB":
            return next((d for d in happenings if token in (d.frame.light, d.frame.clause)), None)
        return None

    def _owners(self, tree: Tree, token: int, resolver: Resolver) -> list[Argument]:
        """Whose weapon or fire it is: "rebel rocket fire", "an Israeli missile", "shells fired by the army"."""
        whole = resolver.argument(token, "actor")
        if whole is not None and whole.entity.type in AGENTS:
            return [whole]
        frame = self.framer.noun(tree, token, token)
        found: list[Argument] = []
        for filler in ("poss", "mod", "by", "doer", "from"):
            inner = [c for k in frame.roles.get(filler, ()) for c in tree.kids(k, "compound")]  # "Hezbollah anti-tank fire"
            for k in (*frame.roles.get(filler, ()), *inner):
                argument = resolver.argument(k, "actor")
                if argument is None and tree.name(k) is None:
                    argument = resolver.part(tree.tokens[k].lower, tree.tokens[k].start)
                if argument is not None and argument.entity.type in AGENTS:
                    found.append(argument)
        return found

    def _place_left(self, tree: Tree, row: Row, resolver: Resolver) -> Argument | None:
        """Where those displaced lived: "fled Aleppo", "were driven from Homs"."""
        verb = row.frame.clause
        if row.kind != "displaced" or verb is None:
            return None
        places = [k for k in tree.kids(verb, "obj", "obl") if tree.tokens[k].dep == "obj" or tree.case(k) == ("from",)]
        found = [a for k in places for a in resolver.arguments(k, "place") if a.entity.type in PLACES]
        return found[0] if found else None

    def _place_of_victims(self, tree: Tree, row: Row, resolver: Resolver) -> Argument | None:
        """Where those counted are: "12 civilians in Idlib"."""
        heads = [k for k in (row.counted.noun, row.counted.last) if k is not None]
        return next((p for k in heads if (p := self._place_at(tree, k, resolver)) is not None), None)

    def _place_at(self, tree: Tree, head: int, resolver: Resolver) -> Argument | None:
        """The place that a noun is said to be in: "a blast in Kabul"."""
        for k in tree.kids(head, "nmod", "obl"):
            if tree.case(k)[:1] and tree.case(k)[0] in STATIC:
                for argument in resolver.arguments(k, "place"):
                    if argument.entity.type in PLACES:
                        return argument
        return None

    def _holder(self, tree: Tree, row: Row, resolver: Resolver) -> Argument | None:
        """The country that has the refugees."""
        verb = row.frame.clause
        for k in self.framer.external(tree, verb) if verb is not None else ():
            for argument in resolver.arguments(k, "place"):
                if argument.entity.type in PLACES:
                    return argument
        return None

    def _place_of_war(self, tree: Tree, resolver: Resolver) -> Argument | None:
        """The country of the war in which people died: "since Syria's conflict erupted", "in the Syrian civil war"."""
        for token in tree.tokens:
            if token.lemma in self.rules.words["wars"] and token.pos in ("NOUN", "PROPN"):
                for k in tree.kids(token.i, "nmod:poss", "amod", "compound", "nmod"):
                    if k > token.i and tree.case(k)[:1] != ("in",):
                        continue
                    argument = resolver.argument(k, "place")
                    if argument is not None and argument.entity.type in ("State", "Place"):
                        return argument
        return None

    def _place_before(self, tree: Tree, row: Row, resolver: Resolver) -> Argument | None:
        """The place with which the sentence begins: "In Aleppo, rescuers said 70 people were killed"."""
        first = tree.tokens[0]
        if first.lower not in STATIC or first.dep != "case":
            return None
        place = resolver.argument(first.head, "place")
        verb = tree.tokens[first.head].head
        if place is None or place.entity.type not in PLACES:
            return None
        return place if verb in tree.up(row.frame.trigger) else None
