"""Who did it and where: the happening that a casualty figure goes back to, and its participants."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.english.closed import IN_PLACE
from kg.extract.casualties.places import PlaceFinder
from kg.extract.casualties.rows import Row
from kg.extract.drafts import Draft
from kg.extract.events.suffered import is_suffered
from kg.extract.grammar.frames import Framer
from kg.extract.grammar.tree import Tree
from kg.extract.places import place_of
from kg.extract.references.resolver import Resolver
from kg.records import Argument
from kg.rules.casualties import CasualtyRules

AGENTS = ("Person", "State", "ArmedGroup", "ArmedForces", "Collective", "Organisation", "Government")
HARMING = ("Attack", "Airstrike", "Shelling", "Bombing", "ChemicalAttack", "Killing", "Abduction")
CAUSES = ("in", "during", "by", "from", "after", "following", "under", "to", "when", "as", "amid", "at", "of")
WHEN = frozenset(("when", "after", "as", "while"))
RESULTING = (("result", "in"), ("lead", "to"), ("end", "in"))
LEAVING = ("leave", "make", "render", "cause")
AT_TARGET = ("on", "against", "for", "over", "of", *IN_PLACE)
TARGETS = ("on", "against", "at", "of")
OWNERS = ("poss", "mod", "by", "doer", "from")


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
        places = PlaceFinder(tree, row, resolver, self.framer, self.rules.words["wars"])
        place = place_of(tree, row.frame, resolver, ())
        if row.rule.stocks:
            row.place = place or places.behind_noun() or places.of_victims() or places.of_holder()
            return
        agents: list[Argument] = []
        for token, doer in (*self._causes(tree, row), *self._antecedent(tree, row, happenings)):
            draft = self._happening(tree, token, happenings)
            if draft is not None and draft.frame.trigger == row.frame.trigger:
                if token != draft.frame.trigger:  # "drove thousands from their homes in Rakhine"
                    place = place or places.unless_victims(draft.place)
                continue
            agents += self._agents(tree, token, draft, resolver, doer)
            if draft is not None and any(d.listed and d.frame is draft.frame for d in happenings):
                row.times.append(draft.frame)  # in which of several towns they died, nobody says
            elif draft is not None:
                place = place or places.unless_victims(draft.place)
                place = place or places.unless_victims(place_of(tree, draft.frame, resolver, TARGETS))
                place = place or places.unless_victims(places.behind(draft.frame.trigger, AT_TARGET))
                place = place or places.at(draft.frame.trigger)
                row.times.append(draft.frame)
            elif tree.tokens[token].pos == "VERB":
                place = place or places.struck(token)
            else:
                place = place or places.before(token) or places.at(token)
        row.place = (
            place
            or places.behind_noun()
            or places.left()
            or places.of_victims()
            or places.of_war()
            or places.at_front()
        )
        victims = {v.entity.id for v in row.victims}
        row.agents = tuple({a.entity.id: a for a in agents if a.entity.id not in victims}.values())

    def _agents(
        self, tree: Tree, token: int, draft: Draft | None, resolver: Resolver, doer: bool
    ) -> Iterable[Argument]:
        """Who acts in a cause: the agents of a happening, the owner of a weapon, or the doer himself."""
        harms = tree.tokens[token].lemma in self.rules.words["harms"]
        if draft is not None and draft.type == "Accusation":
            return draft.targets if doer else ()  # "blamed the army for the killing of 12"
        if draft is not None:
            acts = draft.type in HARMING or (doer and draft.type != "ArmedClash")
            return (draft.agents if acts else ()) or (self._owners(tree, token, resolver) if harms else ())
        if tree.tokens[token].lemma in self.rules.words["wars"]:
            return ()  # "the insurgency has claimed 40,000 lives"
        if harms:
            return self._owners(tree, token, resolver)
        found = resolver.arguments(token, "actor") if doer else ()
        return [a for a in found if a.entity.type in AGENTS]

    def _causes(self, tree: Tree, row: Row) -> list[tuple[int, bool]]:
        """Tokens that name the cause; True where it stands in the place of the doer."""
        verb = row.verb
        found: list[tuple[int, bool]] = []
        if tree.tokens[verb].pos in ("VERB", "AUX"):
            found += [(k, True) for k in self._doers(tree, row, verb)]
        else:
            found += [(k, True) for k in self._answerable(tree, row)]
        for predicate in dict.fromkeys((row.frame.trigger, verb, *self._shared(tree, verb))):
            for k in tree.kids(predicate, "obl", "nmod", "obl:agent", "advcl"):
                case = tree.case(k) or _case_of_gerund(tree, k)
                if case and case[0] in CAUSES and not row.counted.holds(k):
                    found.append((k, case == ("by",) and not row.active))
            for k in tree.kids(predicate, "advcl"):
                marks = {tree.tokens[m].lower for m in tree.kids(k, "mark", "advmod")} & WHEN
                if marks and not (tree.tokens[predicate].tag == "VBG" and marks == {"while"}):
                    found += [(s, False) for s in (k, *tree.kids(k, "nsubj", "obl:agent"))]
        return [(k, doer and k == t) for t, doer in found for k in self._chain(tree, t)]

    def _antecedent(self, tree: Tree, row: Row, happenings: Sequence[Draft]) -> list[tuple[int, bool]]:
        """The attack behind "that killed 12" where the parser hung the clause on something else."""
        subjects = tree.kids(row.verb, "nsubj")
        is_relative = any(tree.tokens[k].lower in ("that", "which") for k in subjects)
        if not is_relative or self.framer.external(tree, row.verb):
            return []
        before = [d.frame.trigger for d in happenings if d.frame.trigger < row.verb and d.type in HARMING]
        return [(max(before), True)] if before else []

    def _shared(self, tree: Tree, verb: int) -> list[int]:
        """The verb whose circumstances a coordinated verb without its own shares."""
        token = tree.tokens[verb]
        is_verb = tree.tokens[token.head].pos in ("VERB", "AUX")
        return [token.head] if token.dep == "conj" and is_verb and not tree.kids(verb, "obl", "advcl") else []

    def _doers(self, tree: Tree, row: Row, verb: int) -> list[int]:
        """The subject of an active verb; of a participle, who does what the main clause says."""
        token = tree.tokens[verb]
        if row.rule.own or row.rule.found:
            return []
        stated = row.frame.trigger != verb and token.lemma in LEAVING  # "left 12 dead"
        if not (row.active or stated):
            by = [k for word in row.frame.cue for k in self.framer.agents(tree, word)]
            return self._answerable(tree, row) or by or self.framer.agents(tree, verb)
        if token.dep == "advcl" and token.tag == "VBG" and not tree.kids(verb, "nsubj"):
            main = token.head
            if tree.is_passive(main):
                return [*self.framer.agents(tree, main), main]
            own, above = self.framer.external(tree, verb), self.framer.external(tree, main)
            apart = own and above and not set(own) & set(above)
            return own if apart else [*own, main]  # "accused Y of killing 12": whoever accuses killed nobody
        if tree.is_passive(verb):
            return self.framer.agents(tree, verb)
        return [*self.framer.external(tree, verb), *tree.kids(verb, "csubj")]

    def _answerable(self, tree: Tree, row: Row) -> list[int]:
        """Who is "responsible for the deaths of hundreds", what "resulted in the deaths of 12"."""
        noun = tree.head_of_conjuncts(row.frame.trigger)
        head = tree.tokens[tree.tokens[noun].head]
        if tree.case(noun) == ("for",) and head.lemma in ("responsible", "blame", "responsibility"):
            return self.framer.external(tree, head.i)
        result = tree.tokens[head.i].lemma, *tree.case(noun)
        if result in RESULTING or result == ("cause",) and tree.tokens[noun].dep == "obj":
            told = head.tag == "VBG" and head.dep == "advcl"  # "shelled Gao, resulting in 12 deaths"
            return [head.head] if told else self.framer.external(tree, head.i)
        return []

    def _chain(self, tree: Tree, token: int) -> list[int]:
        """A cause, what it is a series of or goes back to ("an attack in Iraq that killed"), and its conjuncts."""
        found = [token, *tree.conjuncts(token)]
        for part in tuple(found):
            found += [n for n in tree.kids(part, "nmod") if tree.case(n) == ("of",)]
            found += [
                n for n in tree.kids(part, "acl") if tree.tokens[n].tag == "VBG"
            ]  # "two weeks of fighting"
        for k in tree.up(token):
            if tree.tokens[k].pos not in ("NOUN", "PROPN"):
                break
            found.append(k)
        return list(dict.fromkeys(found))

    def _happening(self, tree: Tree, token: int, happenings: Sequence[Draft]) -> Draft | None:
        for draft in happenings:
            if draft.frame.trigger == token or token in draft.frame.cue:
                return draft
        verb = tree.tokens[token]
        if verb.pos == "VERB" and verb.lemma not in self.framer.words.grammar["receiving_verbs"]:
            return next((d for d in happenings if token in (d.frame.light, d.frame.clause)), None)
        return None

    def _owners(self, tree: Tree, token: int, resolver: Resolver) -> list[Argument]:
        """Whose weapon or fire it is: "rebel rocket fire", "an Israeli missile", "Hezbollah anti-tank fire"."""
        whole = resolver.argument(token, "actor")
        if whole is not None and whole.entity.type in AGENTS:
            return [whole]
        roles = self.framer.noun(tree, token, token).roles
        skipped = roles.get("poss", ()) if is_suffered(tree, token) else ()
        near = [k for filler in OWNERS for k in roles.get(filler, ()) if k not in skipped]
        found: list[Argument] = []
        for k in (*near, *(inner for outer in near for inner in tree.kids(outer, "compound"))):
            argument = None if self._is_place(tree, k, resolver) else resolver.argument(k, "actor")
            if argument is None and tree.name(k) is None:
                argument = resolver.part(tree.tokens[k].lower, tree.tokens[k].start)
            if argument is not None and argument.entity.type in AGENTS:
                found.append(argument)
        return found

    def _is_place(self, tree: Tree, k: int, resolver: Resolver) -> bool:
        """Whether a name before a noun says where it was: "the Kabul blast"."""
        found = resolver.argument(k, "place") if tree.name(k) is not None else None
        return found is not None and found.entity.type == "Place"


def _case_of_gerund(tree: Tree, i: int) -> tuple[str, ...]:
    """The preposition before a happening that looks like a verb: "killed in fighting near Gao"."""
    if tree.tokens[i].tag not in ("VBG", "NN") or i == 0 or tree.kids(i, "nsubj", "obj"):
        return ()
    before = tree.tokens[i - 1]
    return (before.lower,) if before.tag == "IN" and before.dep == "mark" and before.head == i else ()
