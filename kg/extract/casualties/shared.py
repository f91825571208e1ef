"""What figures of one clause have in common: "12 were killed and 30 wounded when a rocket hit Aleppo"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kg.extract.casualties.rows import Row
from kg.extract.grammar.tree import Tree
from kg.records import Token

# Who is hurt beside soldiers and is none of them.
BYSTANDERS = frozenset(
    "civilian child woman bystander passer-by resident villager pedestrian student".split()
)
HARMS = ("killed", "injured")
JOINING = ("and", "while", "but")
APART = frozenset((";", "who", "when", "which", "that", "where", "after"))
REACH = 12  # words between two figures


def share(tree: Tree, rows: Sequence[Row]) -> None:
    """Give neighbouring figures each other's cause, place and time where they have none; parts those of their total."""
    for first, second in pairwise(rows):
        if not second.victims and (_counts_on(tree, first, second) or _leaves_out(tree, first, second)):
            second.victims = first.victims
        if _befell_before(tree, first, second) or _befell_before(tree, second, first):
            continue
        if (
            first.total is None
            and second.total is None
            and (between := _between(tree, first, second)) is not None
        ):
            own = [t for t in between if t.pos == "AUX" and t.head == second.frame.trigger]
            if any(_is_other(t, second, own) for t in between):
                continue
            _take(
                first, second, agents=not own
            )  # "five were wounded by rebels" does not say who killed the first
            if not own:
                _take(second, first, agents=True)
    for row in rows:
        if row.total is not None:
            row.scope, row.since = row.total.scope, row.since or row.total.since
            row.place, row.times = row.place or row.total.place, row.total.times
            row.agents = row.total.agents
        elif row.likened is not None:
            row.victims = row.victims or row.likened.victims
            row.place = row.place or row.likened.place


def _counts_on(tree: Tree, first: Row, row: Row) -> bool:
    """Whether a number goes on counting the same people: "killed 39 rebels and captured 56 more".

    Beside several killed, "three others wounded" are of their kind; beside one they may be anybody.
    """
    behind = tree.tokens[row.counted.last + 1 : row.counted.last + 2]
    if not any(t.lower in ("more", "others") for t in behind):
        return False
    told = [t for t in tree.tokens[row.counted.last + 2 : row.counted.last + 7] if t.lower != ","]
    if told and told[0].lower == "including" and any(t.lemma in BYSTANDERS for t in told[1:4]):
        return False  # "two soldiers were killed and nine others including civilians were hurt"
    if row.kind == "captured":
        return True
    noun = row.counted.noun
    is_bare = noun is None or tree.tokens[noun].lower == "others"
    return is_bare and row.kind == "injured" and first.kind == "killed" and first.counted.value > 1


def _leaves_out(tree: Tree, first: Row, row: Row) -> bool:
    """Whether the noun is left out that the first number has: "12 soldiers are killed and another four are wounded"."""
    number, noun = row.counted, first.counted.noun
    if (
        number.noun is not None
        or noun is None
        or row.active
        or first.total is not None
        or row.total is not None
    ):
        return False
    if row.kind not in HARMS or first.kind not in HARMS or noun > number.first:
        return False
    behind = tree.tokens[number.last + 1 : number.last + 2]
    if any(t.lower in ("more", "others") for t in behind):
        return False  # who may be anybody
    between = tree.tokens[noun + 1 : number.start]
    joined = [t for t in between if t.lower in JOINING]
    return bool(joined) and not any(t.lower in APART or t.pos == "NUM" for t in between)


def _befell_before(tree: Tree, row: Row, other: Row) -> bool:
    """Whether a participle tells what had befallen those counted: "threatened to kill two nurses kidnapped in May"."""
    token = tree.tokens[row.frame.trigger]
    is_participle = token.dep == "acl" and token.tag == "VBN" and token.head == row.counted.noun
    return is_participle and row.counted.first == other.counted.first


def _take(row: Row, other: Row, agents: bool) -> None:
    victims = {v.entity.id for v in row.victims}
    if agents and not row.agents:
        row.agents = tuple(a for a in other.agents if a.entity.id not in victims)
    row.place = row.place or other.place
    row.times = [*row.times, other.frame, *other.times]
    if row.scope == "incident":
        row.scope = other.scope


def _between(tree: Tree, first: Row, second: Row) -> Sequence[Token] | None:
    """The words from the end of the first figure to that of the second, when they are few."""
    start = max(first.frame.trigger, first.counted.end) + 1
    between = tree.tokens[start : max(second.frame.trigger, second.counted.end)]
    return between if len(between) <= REACH else None


def _is_other(token: Token, second: Row, own: Sequence[Token]) -> bool:
    """Whether a word between two figures begins another clause than the second figure's own."""
    if token.lower in (";", "who", "when", "while") or token.tag == "WDT":
        return True
    if token.pos == "AUX":
        return token.head != second.frame.trigger or any(a.lemma != "be" for a in own)
    return token.pos == "VERB" and token.i != second.frame.trigger and token.dep not in ("amod", "case")
