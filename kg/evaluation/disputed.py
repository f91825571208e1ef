"""Claims that the gold lacks although the text makes them: `benchmarks/disputed.yaml`.

- document: 002.txt               # as in the gold file
  start: 120                      # offsets of the words that make the claim, in code points of the text
  end: 164
  claim: Russia backs Syria       # one line, as in the examples of rules
  reason: why it is right         # the words of the sentence, and the guideline that speaks for it
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.errors import Fault
from kg.evaluation.summary import Expected, expected, matches
from kg.records import Claim
from kg.rules.yamlfile import Checker, raise_faults


@dataclass(frozen=True, slots=True)
class Dispute:
    """One entry of the file."""

    document: str
    start: int
    end: int
    claim: str
    reason: str
    wanted: Expected
    line: int

    def covers(self, claim: Claim) -> bool:
        """Whether this is the claim meant: in this document, its cue in this place, saying this."""
        near = claim.cue.start < self.end and self.start < claim.cue.end
        return claim.document == self.document and near and matches(self.wanted, claim)


def load_disputed(path: Path) -> tuple[Dispute, ...]:
    """The entries of a file; RuleError names every fault with its line."""
    faults: list[Fault] = []
    found = []
    check = Checker.read(path, faults)
    for item in check.items(check.root):
        fields = check.mapping(item, ("document", "start", "end", "claim", "reason"))
        line = check.text(fields.get("claim"))
        start, end = (check.integer(fields.get(key), low=0) or 0 for key in ("start", "end"))
        if "end" in fields and end <= start:
            check.fault(fields["end"], "should be greater than start")
        try:
            wanted = expected(line) if line else None
        except ValueError as error:
            check.fault(fields["claim"], str(error))
            wanted = None
        document, reason = check.text(fields.get("document")), check.text(fields.get("reason"))
        if wanted is not None:
            found.append(Dispute(document, start, end, line, reason, wanted, item.start_mark.line + 1))
    raise_faults(faults)
    return tuple(found)


def is_disputed(claims: Iterable[Claim], disputes: Iterable[Dispute]) -> bool:
    """Whether an entry speaks for one of the claims."""
    known = tuple(disputes)
    return any(dispute.covers(claim) for claim in claims for dispute in known)
