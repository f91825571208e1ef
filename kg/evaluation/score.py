"""Precision, recall and F1 over judged documents: overall, by predicate and type, by rule, with and without disputes.

Every figure is a micro average over all documents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluation.disputed import Dispute, is_disputed
from kg.evaluation.judge import Finding, Judged
from kg.evaluation.summary import summary
from kg.records import Casualties, Claim, Event, Relation
from kg.statements import number

OVERALL = ("relations", "relations strict", "events", "event slots", "casualties")


@dataclass(slots=True)
class Tally:
    """Rows of the gold and how many were hit; claims found and how many are right."""

    hit: int = 0
    gold: int = 0
    right: int = 0
    found: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def as_json(self) -> dict[str, float | int]:
        """The figures, shares rounded to three places."""
        shares = {name: round(getattr(self, name), 3) for name in ("precision", "recall", "f1")}
        return {**shares, "gold": self.gold, "found": self.found}


def kind_of(claim: Claim) -> str:
    """ "relations", "events" or "casualties"."""
    return {Relation: "relations", Event: "events", Casualties: "casualties"}[type(claim)]


def what_of(claim: Claim) -> str:
    """The claim's predicate, event type or kind of casualties."""
    match claim:
        case Relation():
            return claim.predicate
        case Event():
            return claim.type
        case Casualties():
            return number(claim)[0]
        case _:
            return claim.rule


def overall(documents: Iterable[Judged], disputes: Sequence[Dispute] = ()) -> dict[str, Tally]:
    """The tallies named in OVERALL. Claims that a dispute speaks for count as right."""
    tallies = {name: Tally() for name in OVERALL}
    for judged in documents:
        for outcome in judged.outcomes:
            if not outcome.row.optional:
                _row(tallies[outcome.row.kind], bool(outcome.hits))
                if outcome.row.kind == "relations":
                    _row(tallies["relations strict"], outcome.strict)
        for finding in judged.findings:
            kind, excused = kind_of(finding.claims[0]), is_disputed(finding.claims, disputes)
            _found(tallies[kind], finding.right or excused)
            if kind == "relations":
                _found(tallies["relations strict"], finding.strict or excused)
        for slot in judged.slots:
            if slot.demanded:
                _row(tallies["event slots"], slot.right)
            if slot.given:
                _found(tallies["event slots"], slot.right)
    return tallies


def by_type(documents: Iterable[Judged], disputes: Sequence[Dispute] = ()) -> dict[tuple[str, str], Tally]:
    """Tallies by (kind, predicate or type): recall by the gold's, precision by the claim's, most rows first."""
    tallies: dict[tuple[str, str], Tally] = defaultdict(Tally)
    for judged in documents:
        for outcome in judged.outcomes:
            if not outcome.row.optional:
                _row(tallies[outcome.row.kind, outcome.row.what], bool(outcome.hits))
        for finding in judged.findings:
            claim = finding.claims[0]
            right = finding.right or is_disputed(finding.claims, disputes)
            _found(tallies[kind_of(claim), what_of(claim)], right)
    kinds = ("relations", "events", "casualties")
    return dict(
        sorted(tallies.items(), key=lambda kv: (kinds.index(kv[0][0]), -kv[1].gold, -kv[1].found, kv[0]))
    )


def by_rule(documents: Iterable[Judged], disputes: Sequence[Dispute] = ()) -> dict[str, Tally]:
    """How many findings each rule has and how many are right; a finding of several rules counts for each."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for finding, right in verdicts(documents, disputes):
        for rule in sorted({claim.rule for claim in finding.claims}):
            _found(tallies[rule], right)
    return dict(sorted(tallies.items()))


def verdicts(documents: Iterable[Judged], disputes: Sequence[Dispute] = ()) -> Iterator[tuple[Finding, bool]]:
    """Every finding and whether it is right, disputed ones counted right."""
    for judged in documents:
        for finding in judged.findings:
            yield finding, finding.right or is_disputed(finding.claims, disputes)


def accuracy(documents: Iterable[Judged]) -> Mapping[str, tuple[float, int]]:
    """Of matched claims: the share with the right value, and of how many; by name."""
    values: dict[str, list[bool]] = defaultdict(list)
    for judged in documents:
        for name, found in judged.exact.items():
            values[name] += found
    return {name: (sum(found) / len(found), len(found)) for name, found in sorted(values.items())}


def errors(documents: Iterable[Judged], disputes: Sequence[Dispute] = ()) -> Iterator[str]:
    """What was missed, what is spurious and which slots are wrong, one line each, by document."""
    for judged in documents:
        name = judged.gold.document.id
        for outcome in judged.outcomes:
            if not outcome.hits and not outcome.row.optional:
                yield f"missed    {name} {outcome.row.kind}: {outcome.row}"
        for finding in judged.findings:
            if not finding.right:
                claim = finding.claims[0]
                kind = "disputed " if is_disputed(finding.claims, disputes) else "spurious "
                place = f"{claim.cue.start}-{claim.cue.end}"
                yield f"{kind} {name}:{place} {claim.rule}: {summary(claim)} “{' '.join(claim.sentence.split())}”"
        for slot in judged.slots:
            if not slot.right:
                what = f"should be {slot.wanted}" if slot.wanted else f"should not hold {slot.got}"
                claim = slot.claim
                yield f"slot      {name}:{claim.cue.start}-{claim.cue.end} {slot.part} {what}: {summary(claim)}"


def _row(tally: Tally, hit: bool) -> None:
    tally.gold += 1
    tally.hit += hit


def _found(tally: Tally, right: bool) -> None:
    tally.found += 1
    tally.right += right
