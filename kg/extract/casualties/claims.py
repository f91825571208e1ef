"""Casualty figures as claims: victims, circumstances, scope, and which figure is part of which."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kg.extract.casualties.cause import CauseReader
from kg.extract.casualties.parts import Parts
from kg.extract.casualties.reader import CasualtyFinder
from kg.extract.casualties.rows import Row
from kg.extract.casualties.scope import scope_of, since_clause
from kg.extract.casualties.shared import share
from kg.extract.dates.circumstance import time_of
from kg.extract.drafts import Draft
from kg.extract.events.participants import FIGHTS
from kg.extract.grammar.frames import Framer
from kg.extract.grammar.tree import Tree
from kg.extract.references.entities import plural
from kg.extract.references.resolver import Resolver
from kg.identifiers import digest, local_name
from kg.records import Argument, Casualties, Claim, Entity, TimeExpression
from kg.rules.casualties import CasualtyRules
from kg.rules.words import Noun, WordLists

DELIBERATE = "killing-deliberate"  # executions and murders are happenings, however many they befell
# Whom their verb counts are their targets: "kidnapped a French journalist".
SUFFERED = ("Abduction", "Arrest", "Attack", "Airstrike", "Bombing", "Shelling")
NOBODY = ("life", "people", "person", "population", "other", "individual", "human", "figure")
MEMBERS = ("member", "one")  # of what, only their modifiers tell
OFFICIALS = ("official",)
BANDS = ("ArmedGroup", "ArmedForces")
VICTIMS = ("Collective", "Population", "ArmedForces", "ArmedGroup", "Organisation")


@dataclass(frozen=True, slots=True)
class CasualtyReader:
    """Reads the casualty claims of one article's sentences. `totals` keeps the last total of each kind."""

    rules: CasualtyRules
    words: WordLists
    framer: Framer
    totals: dict[str, str] = field(default_factory=dict)
    finder: CasualtyFinder = field(init=False)
    causes: CauseReader = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "finder", CasualtyFinder(self.rules, self.words, self.framer))
        object.__setattr__(self, "causes", CauseReader(self.rules, self.framer))

    def rows(
        self, tree: Tree, resolver: Resolver, happenings: Sequence[Draft], times: Sequence[TimeExpression]
    ) -> list[Row]:
        """The figures of a sentence with everything but what the finisher adds to every claim."""
        triggers = self.finder.triggers(tree)
        if not triggers:
            return []
        counter = self.finder.counter
        counts = counter.counted(tree)
        rows = Parts(tree, counter, counts, self.finder.rows(tree, triggers, counts)).read()
        for row in rows:
            row.victims = self._victims(tree, row, resolver)
            self.causes.fill(tree, row, resolver, happenings)
            row.since = since_clause(tree, row, times)
            row.scope = scope_of(tree, row, times, self.rules)
        share(tree, rows)
        return rows

    # Victims

    def _victims(self, tree: Tree, row: Row, resolver: Resolver) -> tuple[Argument, ...]:
        """Who is counted, with those that share the number ("13 women and children")."""
        found: dict[str, Argument] = {}
        if row.rule.own and row.active:
            subjects = (
                a for k in self.framer.external(tree, row.verb) for a in resolver.arguments(k, "actor")
            )
            if owners := tuple(a for a in subjects if a.entity.type in VICTIMS):
                return owners
        for head in self._heads(tree, row):
            for named in resolver.partitive(head, "actor"):
                is_state = named.entity.type == "State" and tree.name(head) is not None
                argument = nationals(named) if is_state else named
                if argument.entity.type in VICTIMS:
                    found.setdefault(argument.entity.id, argument)
            if not found and (kind := self._kind(tree, head, resolver)) is not None:
                found[kind.entity.id] = kind
        return tuple(found.values())

    def _one_of_forces(self, tree: Tree, i: int) -> Noun | None:
        """What a noun for one member of forces denotes: "soldiers", "police officers", "peacekeepers"; not "army"."""
        lemma = tree.tokens[i].lemma
        return Noun("forces") if lemma in self.words.grammar["single_members"] else None

    def _kind(self, tree: Tree, i: int, resolver: Resolver) -> Argument | None:
        """The group that a singular speaks of: "journalist deaths", "a child was killed"."""
        token = tree.tokens[i]
        noun = self.words.nouns.get(token.lemma)
        if noun is None or noun.kind not in ("people", "fighters"):
            noun = self._one_of_forces(tree, i) or self._somebody(tree, i)
        if token.name is not None or noun is None:
            return None
        named = [
            resolver.argument(k, "any") for k in tree.kids(i, "amod", "compound") if tree.name(k) is not None
        ]
        told = next((a.entity.country for a in named if a is not None), None)
        if noun.kind == "forces" and told is None:  # "three soldiers" of whom nothing tells whose
            before = tree.tokens[i - 1]
            is_phrase = f"{before.lower} {token.lemma}" in self.words.nouns  # "police officers"
            first = before if is_phrase else token
            label = plural(f"{before.lower} {token.lemma}" if is_phrase else token.lemma)
            mention = tree.text(first.i, i)
            return Argument(resolver.collective(label, None, plain=True), mention, first.start, token.end)
        if any(tree.case(k) == ("of",) and tree.name(k) is not None for k in tree.kids(i, "nmod")):
            return None  # "leaders of Islamic State": whose they are says more than what they are
        begin = _first_of_compound(tree, i)
        mention, start = tree.text(begin, i), tree.tokens[begin].start
        if group := next((a for a in named if a is not None and a.entity.type in BANDS), None):
            return Argument(group.entity, mention, start, token.end)  # "three Islamic Jihad commanders"
        words = [t.lower for t in tree.tokens[begin:i]]
        listed = self.words.nouns.get(" ".join([*words, token.lemma]))  # "militia man"
        label = (listed or noun).label or " ".join([*words, plural(token.lemma)])
        entity = resolver.collective(label, told or resolver.theatre, noun.plain, is_told=told is not None)
        return Argument(entity, mention, start, token.end)

    def _somebody(self, tree: Tree, i: int) -> Noun | None:
        """What any other noun denotes that a rule counts as killed or hurt: people, "patients", "border guards"."""
        token = tree.tokens[i]
        known = self.words.nouns.get(token.lemma)
        if known is not None and known.kind != "person" and token.lemma not in OFFICIALS:
            return None
        is_one = token.tag == "NN" and self.finder.counter.is_person(tree, i)
        is_bare = token.lemma in MEMBERS and _first_of_compound(tree, i) == i
        is_thing = token.lemma in self.rules.words["not_people"] or token.lemma in self.rules.nouns
        return Noun("people") if (is_one or token.tag == "NNS") and not is_bare and not is_thing else None

    def _heads(self, tree: Tree, row: Row) -> list[int]:
        """The nouns for those counted; none where the noun says only that they are people, or whose they are."""
        noun = row.counted.noun
        if noun is None:
            return []
        if noun == row.frame.trigger and not row.rule.stocks:  # "16 journalist deaths"
            return [k for k in tree.kids(noun, "compound", "amod", "nmod:poss") if k > row.counted.last]
        if tree.tokens[noun].lemma in NOBODY or self._tells_state(tree, row, noun):
            return []
        known = self.words.nouns.get(tree.tokens[noun].lemma)
        fights = known is not None and known.kind in ("fighters", "forces")
        if not fights and any(tree.tokens[k].tag == "PRP$" for k in tree.kids(noun, "nmod:poss")):
            return []  # "two of his children" are not the country's; "its fighters" are the group's
        if row.rule.stocks and any(tree.case(k) == ("from",) for k in tree.kids(noun, "nmod")):
            return []  # "refugees from Syria" are not those of the country that has them
        return [noun, *(k for k in tree.conjuncts(noun) if k > noun and self._shares(tree, k))]

    def _tells_state(self, tree: Tree, row: Row, noun: int) -> bool:
        """Whether the noun only says what became of them: "took 256 prisoners"."""
        words = {word for phrase in row.rule.verbs for word in phrase[1:]}
        return tree.tokens[row.frame.trigger].pos == "VERB" and tree.tokens[noun].lemma in words

    def _shares(self, tree: Tree, k: int) -> bool:
        """Whether a coordinated noun has no number, article or owner of its own."""
        own = tree.kids(k, "nummod", "det", "nmod:poss")
        return tree.tokens[k].tag in ("NNS", "NNPS") and not own and self.finder.counter.is_person(tree, k)

    # Claims

    def claims(
        self,
        tree: Tree,
        rows: Sequence[Row],
        times: Sequence[TimeExpression],
        finish: Callable[[Draft], Claim],
    ) -> list[Casualties]:
        """The claims of rows, totals before their parts. `finish` reads status, attribution and time of a draft."""
        made: dict[int, str] = {}
        found: list[Casualties] = []
        for row in sorted((r for r in rows if not r.lumped), key=lambda r: r.total is not None):
            part_of = self.totals.get(row.kind) if row.earlier else made.get(id(row.total))
            claim = self._claim(tree, row, times, finish, part_of)
            made[id(row)] = claim.id
            if row.total is None and not row.earlier:
                self.totals[row.kind] = claim.id
            found.append(claim)
        return found

    def _claim(
        self,
        tree: Tree,
        row: Row,
        times: Sequence[TimeExpression],
        finish: Callable[[Draft], Claim],
        part_of: str | None,
    ) -> Casualties:
        tokens, value = tree.tokens, row.counted.value
        cue = (tokens[min(row.frame.cue)].start, tokens[max(row.frame.cue)].end)
        base = finish(Draft(row.rule.id, row.frame, cue, type="Killing", is_act=True))
        when, since, until = (base.when, base.since, base.until)
        for frame in row.times:
            if (when, since, until) == (None, None, None):
                when, since, until = time_of(tree, frame, times)
        if row.scope == "cumulative" and when is not None and len(when) == len("2020-03-05"):
            when = None  # "has so far killed hundreds" is of no day
        if row.since is not None:
            when, since = None, row.since
        return Casualties(
            id=digest(base.document, row.rule.id, *cue, row.kind, tokens[row.counted.first].start),
            document=base.document,
            published=base.published,
            publisher=base.publisher,
            sentence=base.sentence,
            start=base.start,
            end=base.end,
            cue=base.cue,
            rule=base.rule,
            status="denied" if self._is_denied(tree, row) else base.status,
            since=since,
            until=until,
            when=when,
            attribution=base.attribution,
            confidence=base.confidence,
            killed=value if row.kind == "killed" else None,
            injured=value if row.kind == "injured" else None,
            displaced=value if row.kind == "displaced" else None,
            captured=value if row.kind == "captured" else None,
            compare=row.counted.compare,
            victims=row.victims,
            agents=row.agents,
            place=row.place,
            scope=row.scope,
            part_of=part_of,
        )

    def _is_denied(self, tree: Tree, row: Row) -> bool:
        """Whether somebody "denied killing 12 civilians"."""
        token = tree.tokens[row.frame.trigger]
        return token.tag == "VBG" and tree.tokens[token.head].lemma in self.words.grammar["denying_verbs"]


def _first_of_compound(tree: Tree, i: int) -> int:
    """The first of the common nouns right before a noun that say what kind it is: "wedding guests"."""
    while i > 0 and tree.tokens[i - 1].dep == "compound" and tree.tokens[i - 1].tag == "NN":
        i -= 1
    return i


def nationals(state: Argument) -> Argument:
    """The people whom a demonym in the plural names ("30 Britons"): no state is among the victims."""
    label = state.mention
    entity = Entity(local_name(label), label, "Collective", state.entity.country)
    return Argument(entity, state.mention, state.start, state.end)


def without_counted(drafts: Sequence[Draft], rows: Sequence[Row]) -> list[Draft]:
    """The happenings without killings that only repeat a figure: a Killing is of people named or singled out."""
    words = {row.frame.trigger: row for row in reversed(rows)}
    for d in drafts:
        row = next((words[k] for k in d.frame.cue if k in words), None)  # "shot and killed"
        if row is None:
            continue
        if d.rule == DELIBERATE:
            d.agents = d.agents or tuple(row.agents)
        if d.rule == DELIBERATE or d.type in SUFFERED:
            d.targets = d.targets or tuple(row.victims)
    told = any(d.type in FIGHTS for d in drafts)  # "killed 12 in an attack" is told by the attack
    return [
        d
        for d in drafts
        if d.type != "Killing"
        or d.frame.trigger not in words
        or _has_name(d)
        or d.rule == DELIBERATE
        or (bool(d.agents) and not told)
    ]


def _has_name(draft: Draft) -> bool:
    return any(target.entity.type == "Person" for target in draft.targets)
