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
from kg.identifiers import digest
from kg.records import Argument, Casualties, Claim, TimeExpression
from kg.rules.casualties import CasualtyRules
from kg.rules.words import WordLists

VICTIMS = ("Collective", "Population", "ArmedForces", "ArmedGroup", "Organisation")
COMMON = (
    "document", "published", "publisher", "sentence", "start", "end", "cue", "rule", "status", "since", "until",
    "when", "attribution", "confidence",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CasualtyReader:
    """Reads the casualty claims of sentences."""

    rules: CasualtyRules
    words: WordLists
    framer: Framer
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
        for row in rows:
            if row.total is not None:
                row.scope, row.since = row.total.scope, row.since or row.total.since
                row.place, row.time = row.place or row.total.place, row.total.time
                row.agents = row.total.agents
        return rows

    def _victims(self, tree: Tree, row: Row, rows: Sequence[Row], resolver: Resolver) -> tuple[Argument, ...]:
        """Who is counted, with those that share the number ("13 women and children")."""
        noun = row.counted.noun
        if noun is None:
            return ()
        if noun == row.frame.trigger:  # "16 journalist deaths"
            heads = tree.kids(noun, "compound", "amod", "nmod:poss")
        elif tree.tokens[noun].lemma in ("life", "people", "person"):  # anybody: no group
            heads = []
        else:
            heads = [noun, *(k for k in tree.conjuncts(noun) if k > noun and self._shares(tree, k, noun))]
        found: dict[str, Argument] = {}
        for head in heads:
            for argument in resolver.partitive(head, "actor"):
                if argument.entity.type in VICTIMS or (argument.entity.type == "State" and tree.name(head) is not None):
                    found.setdefault(argument.entity.id, argument)
        return tuple(found.values())

    def _shares(self, tree: Tree, k: int, noun: int) -> bool:
        """Whether a coordinated noun has no number, article or owner of its own."""
        token = tree.tokens[k]
        own = tree.kids(k, "nummod", "det", "nmod:poss")
        return token.tag in ("NNS", "NNPS") and not own and self.finder.counter.is_person(tree, k)

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
            if common["when"] is None and common["since"] is None and row.time is not None:
                when, since, until = time_of(tree, row.time, times)
                common |= {"when": when, "since": since, "until": until}
            if row.since is not None:
                common |= {"when": None, "since": row.since}
            number = tokens[row.counted.first].start
            identifier = digest(event.document, row.rule.id, *cue, row.kind, number)
            made[id(row)] = identifier
            found.append(
                Casualties(
                    id=identifier, **common, **{row.kind: row.counted.value}, compare=row.counted.compare,
                    victims=row.victims, agents=row.agents, place=row.place, scope=row.scope,
                    part_of=None if row.total is None else made.get(id(row.total)),
                )  # fmt: skip
            )
        return found


def without_counted(drafts: Sequence[Draft], rows: Sequence[Row]) -> list[Draft]:
    """The happenings without killings that only repeat a figure: a Killing is of people who are named or singled out."""
    words: set[int] = {row.frame.trigger for row in rows}
    return [
        draft for draft in drafts
        if not (draft.type == "Killing" and draft.frame.trigger in words and not _named(draft))
    ]  # fmt: skip


def _named(draft: Draft) -> bool:
    return any(target.entity.type == "Person" for target in draft.targets)


