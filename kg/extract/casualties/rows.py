"""Casualty figures in the making."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extract.casualties.counts import Counted
from kg.extract.grammar.frames import Frame
from kg.extract.grammar.tree import Tree
from kg.records import Argument, Scope
from kg.rules.casualties import CasualtyRule, Phrase


@dataclass(slots=True)
class Row:
    """A number, what befell those it counts, and what the sentence says around it.

    `active`: the trigger is a verb whose object are the victims. `total` is the row that this one is part of;
    `earlier`: it is part of a total told in a sentence before. `likened`: an earlier figure of the same people.
    `lumped`: the number is of killed and injured together, and no claim. `times`: frames whose
    date holds for it, too.
    """

    rule: CasualtyRule
    counted: Counted
    frame: Frame
    active: bool = False
    total: Row | None = None
    earlier: bool = False
    likened: Row | None = None
    lumped: bool = False
    victims: tuple[Argument, ...] = ()
    agents: tuple[Argument, ...] = ()
    place: Argument | None = None
    times: list[Frame] = field(default_factory=list)
    scope: Scope = "incident"
    since: str | None = None

    @property
    def kind(self) -> str:
        return self.rule.kind

    @property
    def verb(self) -> int:
        """The token of the predicate that tells of it."""
        return self.frame.trigger if self.frame.clause is None else self.frame.clause


def stands_before(tree: Tree, i: int, phrase: Phrase) -> bool:
    """Whether the words of a phrase but its last stand directly before token i."""
    first = i - len(phrase) + 1
    words = tree.tokens[max(0, first) : i]
    return first >= 0 and all(w in (t.lower, t.lemma) for w, t in zip(phrase[:-1], words, strict=True))


def run(cue: Sequence[int]) -> tuple[int, ...]:
    """The words of a cue that stand together from its first on."""
    found = [cue[0]]
    for i in cue[1:]:
        if i != found[-1] + 1:
            break
        found.append(i)
    return tuple(found)
