"""Casualty figures as claims: victims, circumstances, scope, and which figure is part of which."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kg.extract.casualties import CasualtyFinder, Row
from kg.extract.casualties_cause import CauseReader
from kg.extract.casualties_parts import with_parts
from kg.extract.casualties_scope import scope_of, since_clause
from kg.extract.circumstance import time_of
from kg.extract.drafts import Draft
from kg.extract.frames import Framer
from kg.extract.resolve import Resolver
from kg.extract.syntax import Tree
from kg.identifiers import digest, local_name
from kg.records import Argument, Casualties, Claim, Entity, TimeExpression, Token
from kg.rules.casualties import CasualtyRules
from kg.rules.words import WordLists

NOBODY = ("life", "people", "person", "population", "other", "individual", "human", "member", "figure")
VICTIMS = ("Collective", "Population", "ArmedForces", "ArmedGroup", "Organisation")
COMMON = (
    "document", "published", "publisher", "sentence", "start", "end", "cue", "rule", "status", "since", "until",
    "when", "attribution", "confidence",
)  # fmt: skip


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
        rows = with_parts(tree, self.finder.rows(tree), self.finder.counter)
        for row in rows:
            row.victims = self._victims(tree, row, rows, resolver)
            self.causes.fill(tree, row, resolver, happenings)
            row.since = since_clause(tree, row, times)
            row.scope = scope_of(tree, row, times, self.rules)
        share(tree, rows)
        for row in rows:
            if row.total is not None:
                row.scope, row.since = row.total.scope, row.since or row.total.since
                row.place, row.times = row.place or row.total.place, row.total.times
                row.agents = row.total.agents
        return rows

    def _victims(self, tree: Tree, row: Row, rows: Sequence[Row], resolver: Resolver) -> tuple[Argument, ...]:
        """Who is counted, with those that share the number ("13 women and children")."""
        noun = row.counted.noun
        if noun is None:
            return ()
        if noun == row.frame.trigger and not row.rule.stocks:  # "16 journalist deaths"
            heads = tree.kids(noun, "compound", "amod", "nmod:poss")
        elif tree.tokens[noun].lemma in NOBODY or noun in self._cue_words(tree, row):  # no group
            heads = []
        elif any(tree.tokens[k].tag == "PRP$" for k in tree.kids(noun, "nmod:poss")) or (
            row.rule.stocks and any(tree.case(k) == ("from",) for k in tree.kids(noun, "nmod"))
        ):
            heads = []  # "two of his children", "refugees from Syria": not the country's
        else:
            heads = [noun, *(k for k in tree.conjuncts(noun) if k > noun and self._shares(tree, k, noun))]
        found: dict[str, Argument] = {}
        for head in heads:
            for argument in resolver.partitive(head, "actor"):
                if argument.entity.type == "State" and tree.name(head) is not None:
                    argument = nationals(argument)
                if argument.entity.type in VICTIMS:
                    found.setdefault(argument.entity.id, argument)
        return tuple(found.values())

    def _cue_words(self, tree: Tree, row: Row) -> tuple[int, ...]:
        """The noun of a verb's phrase that only tells the state: "took 256 prisoners"."""
        noun = row.counted.noun
        if noun is None or tree.tokens[row.frame.trigger].pos != "VERB":
            return ()
        return (noun,) if any(tree.tokens[noun].lemma in phrase[1:] for phrase in row.rule.verbs) else ()

    def _shares(self, tree: Tree, k: int, noun: int) -> bool:
        """Whether a coordinated noun has no number, article or owner of its own."""
        token = tree.tokens[k]
        own = tree.kids(k, "nummod", "det", "nmod:poss")
        return token.tag in ("NNS", "NNPS") and not own and self.finder.counter.is_person(tree, k)

    def _is_denied(self, tree: Tree, row: Row) -> bool:
        """"Denied killing 12 civilians"."""
        token = tree.tokens[row.frame.trigger]
        return token.tag == "VBG" and tree.tokens[token.head].lemma in self.words.grammar["denying_verbs"]

    def claims(
        self, tree: Tree, rows: Sequence[Row], times: Sequence[TimeExpression], finish: Callable[[Draft], Claim]
    ) -> list[Casualties]:
        """The claims of rows. `finish` makes an event of a draft: status, attribution and time come from it."""
        made: dict[int, str] = {}
        found: list[Casualties] = []
        for row in sorted(rows, key=lambda r: r.total is not None):
            tokens = tree.tokens
            cue = (tokens[min(row.frame.cue)].start, tokens[max(row.frame.cue)].end)
            event = finish(Draft(row.rule.id, row.frame, cue, type="Killing"))
            common = {name: getattr(event, name) for name in COMMON}
            for frame in row.times:
                if common["when"] is None and common["since"] is None and common["until"] is None:
                    when, since, until = time_of(tree, frame, times)
                    common |= {"when": when, "since": since, "until": until}
            if row.since is not None:
                common |= {"when": None, "since": row.since}
            number = tokens[row.counted.first].start
            identifier = digest(event.document, row.rule.id, *cue, row.kind, number)
            made[id(row)] = identifier
            part_of = self.totals.get(row.kind) if row.earlier else made.get(id(row.total))
            if row.total is None and not row.earlier:
                self.totals[row.kind] = identifier
            if self._is_denied(tree, row):
                common["status"] = "denied"
            found.append(
                Casualties(
                    id=identifier, **common, **{row.kind: row.counted.value}, compare=row.counted.compare,
                    victims=row.victims, agents=row.agents, place=row.place, scope=row.scope,
                    part_of=part_of,
                )  # fmt: skip
            )
        return found


def nationals(state: Argument) -> Argument:
    """The people whom a demonym in the plural names ("30 Britons"): no state is among the victims."""
    label = state.mention
    entity = Entity(local_name(label), label, "Collective", state.entity.country)
    return Argument(entity, state.mention, state.start, state.end)


def share(tree: Tree, rows: Sequence[Row]) -> None:
    """Let figures of one clause share cause, place and time: "12 were killed and 30 wounded when a rocket hit Aleppo"."""
    for first, second in zip(rows, rows[1:], strict=False):
        if first.total is not None or second.total is not None:
            continue
        between = _between(tree, first, second)
        link = None if between is None else [t.lemma for t in between if t.pos == "AUX" and t.head == second.frame.trigger]
        if between is None or any(_is_other(t, second, link) for t in between):
            continue
        for row, other in ((first, second), (second, first)):
            victims = {v.entity.id for v in row.victims}
            if not link:  # "five were wounded by rebels" does not say who killed the first
                row.agents = row.agents or tuple(a for a in other.agents if a.entity.id not in victims)
            elif row is second:
                continue
            row.place = row.place or other.place
            row.times = [*row.times, other.frame, *other.times]
            if row.scope == "incident":
                row.scope = other.scope


def _between(tree: Tree, first: Row, second: Row) -> Sequence[Token] | None:
    """The words from the end of the first figure to that of the second, when they are few."""
    start = max(first.frame.trigger, first.counted.end) + 1
    between = tree.tokens[start : max(second.frame.trigger, second.counted.end)]
    return between if len(between) <= 12 else None


def _is_other(token: Token, second: Row, auxiliaries: Sequence[str] | None) -> bool:
    """Whether a word between two figures begins another clause than the second figure's own."""
    if token.lower in (";", "who", "when", "while"):
        return True
    if token.pos == "AUX":
        return token.head != second.frame.trigger or any(a != "be" for a in auxiliaries or ())
    return token.pos == "VERB" and token.i != second.frame.trigger and token.dep not in ("amod", "case")


def without_counted(drafts: Sequence[Draft], rows: Sequence[Row]) -> list[Draft]:
    """The happenings without killings that only repeat a figure: a Killing is of people who are named or singled out."""
    words: set[int] = {row.frame.trigger for row in rows}
    return [
        draft for draft in drafts
        if not (draft.type == "Killing" and draft.frame.trigger in words and not _named(draft))
    ]  # fmt: skip


def _named(draft: Draft) -> bool:
    return any(target.entity.type == "Person" for target in draft.targets)


