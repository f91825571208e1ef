"""What checks report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The claim that a finding comes from, with its sentence and article."""

    claim: str
    sentence: str
    article: str

    def __str__(self) -> str:
        return f"“{' '.join(self.sentence.split())}” [{self.article}]"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong. `check` tells which check found it: ontology, reasoner, shapes, offsets or terms.

    `subject` is the node it is wrong with, shortened; `message` says what is wrong and, for contradictions, the
    axiom and the statements it comes from.
    """

    check: str
    severity: Literal["error", "warning"]
    subject: str
    message: str
    evidence: tuple[Evidence, ...] = ()

    def __str__(self) -> str:
        lines = [f"{self.severity}: {self.subject}: {self.message} ({self.check})"]
        return "\n".join([*lines, *(f"    {evidence}" for evidence in self.evidence)])


@dataclass(frozen=True, slots=True)
class Report:
    """All findings, errors first, and notes on what was run or left out. `consistent` is the reasoner's verdict,
    None when it did not run."""

    findings: tuple[Finding, ...]
    notes: tuple[str, ...]
    consistent: bool | None

    @property
    def ok(self) -> bool:
        """Whether there is no error; warnings do not count."""
        return not any(finding.severity == "error" for finding in self.findings)
