"""Which claims of a document are right, and which rows of its gold were found.

The comparison is that of benchmarks/score.py, which a test holds together with this module: entities by label or
mention, a quote that overlaps the claim's sentence, symmetric relations either way round, one claim for a row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from kg.evaluation.gold import SLOTS, Gold, Row
from kg.evaluation.names import fold
from kg.records import Argument, Casualties, Claim, Event, Relation

SYMMETRIC = frozenset(("alliedWith", "opposes", "cooperatesWith", "linkedTo"))
STATUSES = {"planned": ("planned",), "possible": ("possible", "planned"), "denied": ("denied",)}
Frame = Event | Casualties


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim and whether it is right; `strict`: with its status. Relations told twice are one finding."""

    claims: tuple[Claim, ...]
    right: bool
    strict: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """A row of the gold and the claims that say it; `strict`: one of them with the right status."""

    row: Row
    hits: tuple[Claim, ...]
    strict: bool


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of an event or casualty figure: what the gold demands (None: nothing) and what the claim has.

    `demanded` and `given` count towards recall and precision.
    """

    claim: Frame
    part: str
    wanted: str | None
    got: str | None
    right: bool
    demanded: bool
    given: bool


@dataclass(slots=True)
class Judged:
    """Everything about one document. `exact` lists, by name, the right and wrong values of matched claims."""

    gold: Gold
    findings: list[Finding] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
    exact: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))


def judge(gold: Gold, claims: Sequence[Claim]) -> Judged:
    """The claims of a document held against its gold."""
    judged = Judged(gold)
    _relations(judged, [c for c in claims if isinstance(c, Relation)])
    _frames(judged, gold.of("events"), [c for c in claims if isinstance(c, Event)], _event_fits)
    _frames(judged, gold.of("casualties"), [c for c in claims if isinstance(c, Casualties)], _casualties_fit)
    return judged


# Relations


def _relations(judged: Judged, found: Sequence[Relation]) -> None:
    gold = judged.gold
    fits = partial(_relation_fits, gold)
    rows = gold.of("relations")
    for row in rows:
        hits = tuple(c for c in found if fits(row, c))
        wanted = row.status or "current"
        outcome = Outcome(row, hits, any(c.status == wanted for c in hits))
        judged.outcomes.append(outcome)
        if not hits:
            continue
        judged.exact["status"].append(outcome.strict)
        _attribution(judged, row, hits)
        for name, dates in row.dates.items():
            judged.exact["time"].append(any(_same_date(dates, getattr(c, name)) for c in hits))
        resolved = (gold.is_resolved(row.subject, a) for a in (hits[0].subject, hits[0].object))
        judged.exact["resolved"].append(any(resolved))
    told: dict[tuple[str, str, str, str], list[Relation]] = defaultdict(list)
    for c in found:
        told[fold(c.subject.entity.label), c.predicate, fold(c.object.entity.label), c.status].append(c)
    for (*_, status), same in told.items():
        matched = [row for row in rows if any(fits(row, c) for c in same)]
        strict = any((row.status or "current") == status for row in matched)
        judged.findings.append(Finding(tuple(same), bool(matched), strict))


def _relation_fits(gold: Gold, row: Row, claim: Relation) -> bool:
    if claim.predicate not in row.accepted or not row.overlaps(claim.start, claim.end):
        return False
    is_entity, left, right = gold.is_entity, claim.subject, claim.object
    if is_entity(row.subject, left) and is_entity(row.object, right):
        return True
    return claim.predicate in SYMMETRIC and is_entity(row.subject, right) and is_entity(row.object, left)


def _attribution(judged: Judged, row: Row, hits: Sequence[Claim]) -> None:
    """Right when the named speaker is found; wrong, too, when a speaker is given where the article itself speaks."""
    if row.by is not None:
        judged.exact["attribution"].append(any(judged.gold.is_entity(row.by, c.attribution) for c in hits))
    elif hits[0].attribution:
        judged.exact["attribution"].append(False)


# Events and casualties


def _event_fits(row: Row, claim: Frame) -> bool:
    return isinstance(claim, Event) and claim.type in row.accepted


def _casualties_fit(row: Row, claim: Frame) -> bool:
    return any(number == getattr(claim, kind) for kind, number in row.figures.items())


def _frames(
    judged: Judged, rows: Sequence[Row], found: Sequence[Frame], fits: Callable[[Row, Frame], bool]
) -> None:
    """Each row takes the claim that fits it best, of those that no row before it has taken."""
    used: set[int] = set()
    for row in rows:
        candidates = [
            (_filled(judged.gold, row, claim), -index)
            for index, claim in enumerate(found)
            if index not in used and row.overlaps(claim.start, claim.end) and fits(row, claim)
        ]
        if not candidates:
            judged.outcomes.append(Outcome(row, (), False))
            continue
        index = -max(candidates)[1]
        used.add(index)
        right = found[index].status in STATUSES.get(row.status or "", ("actual",))
        judged.outcomes.append(Outcome(row, (found[index],), right))
        if not row.optional:
            _slots(judged, row, found[index])
            judged.exact["status"].append(right)
    judged.findings += [Finding((claim,), index in used, index in used) for index, claim in enumerate(found)]


def _filled(gold: Gold, row: Row, claim: Frame) -> int:
    """How many parts of the row the claim holds."""
    points = sum(
        gold.is_entity(key, a) for slot in SLOTS for key in row.slots[slot] for a in _part(claim, slot)
    )
    return points + (row.place is not None and gold.is_entity(row.place, claim.place))


def _part(claim: Frame, slot: str) -> tuple[Argument, ...]:
    return getattr(claim, slot, ())


def _slots(judged: Judged, row: Row, claim: Frame) -> None:
    gold = judged.gold
    for slot in SLOTS:
        wanted, got = row.slots[slot], _part(claim, slot)
        for key in wanted:
            right = any(gold.is_entity(key, a) for a in got)
            judged.slots.append(Slot(claim, slot, key, None, right, demanded=True, given=False))
        for argument in got:
            right = any(gold.is_entity(key, argument) for key in wanted)
            judged.slots.append(
                Slot(claim, slot, None, argument.entity.label, right, demanded=False, given=True)
            )
    _attribution(judged, row, (claim,))
    if row.place is not None:
        right = gold.is_entity(row.place, claim.place)
        label = claim.place.entity.label if claim.place else None
        judged.slots.append(
            Slot(claim, "place", row.place, label, right, True, right or claim.place is not None)
        )
    for name in ("when", "since"):
        if name in row.dates:
            value = getattr(claim, name) or claim.when or claim.since
            right = _same_date(row.dates[name], value)
            wanted_date = " or ".join(sorted(row.dates[name]))
            judged.slots.append(
                Slot(claim, name, wanted_date, value, right, True, right or value is not None)
            )


def _same_date(gold: frozenset[str], found: str | None) -> bool:
    """Equal at the gold's precision: gold 2020 accepts 2020-03-05."""
    return found is not None and any(found.startswith(date) for date in gold)
