"""The examples that every rule carries, run through the whole engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.errors import Fault
from kg.evaluation.summary import Expected, expected, matches, summary
from kg.pipeline import Engine
from kg.records import Claim, Document
from kg.rules.casualties import CasualtyRule
from kg.rules.claims import Example, Rule

AnyRule = Rule | CasualtyRule


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of one example. `number` counts from 1 within the rule.

    `missing` says in words which lines of `finds` no claim of the rule matches, `unwanted` what the rule found beyond
    them (for a near miss: at all); `found` are all claims of the sentence, as "rule: line".
    """

    rule: str
    number: int
    example: Example
    file: str
    missing: tuple[str, ...]
    unwanted: tuple[str, ...]
    found: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.rule}-{self.number}"

    @property
    def passed(self) -> bool:
        """Whether the rule does what the example says."""
        return not self.missing and not self.unwanted

    @property
    def ok(self) -> bool:
        """Whether all is as the file says: an example marked as a known gap has to fail."""
        return self.passed == (self.example.xfail is None)

    @property
    def fault(self) -> Fault | None:
        """What is wrong, with the place in the file; None when all is well."""
        if self.ok:
            return None
        if self.passed:
            message = f"is caught now; remove its xfail ({self.example.xfail})"
        else:
            read = " | ".join(self.found) or "nothing"
            message = f"{'; '.join((*self.missing, *self.unwanted))} (the sentence yields: {read})"
        path = f"{self.rule}.examples[{self.number - 1}]"
        return Fault(
            self.file, self.example.line, self.example.column, path, f"“{self.example.text}” {message}"
        )


def rules_of(engine: Engine) -> tuple[AnyRule, ...]:
    """All rules with examples, in the order of their files."""
    return (*engine.rules.rules, *engine.casualties.rules)


def trials(engine: Engine, rules: Iterable[AnyRule]) -> Iterator[Trial]:
    """Every example of the rules, run."""
    for rule in rules:
        for number, example in enumerate(rule.examples, 1):
            yield trial(engine, rule, number, example)


def trial(engine: Engine, rule: AnyRule, number: int, example: Example) -> Trial:
    """One example, run as an article of its own, without a date."""
    claims = engine.read(Document("example", example.text)).claims
    own = [c for c in claims if c.rule == rule.id]
    lines, missing = [], []
    for line in example.finds:
        try:
            lines.append((line, expected(line)))
        except ValueError as error:
            missing.append(str(error))
    # Figures of one sentence belong together, and whether "injured" is read as a verb or a state is the parser's
    # choice: an example may list what other casualty rules find.
    casualties = {r.id for r in engine.casualties.rules} if isinstance(rule, CasualtyRule) else {rule.id}
    near = [c for c in claims if c.rule in casualties]
    missing += [
        f"does not find “{line}”" for line, wanted in lines if not any(matches(wanted, c) for c in near)
    ]
    unwanted = [f"finds “{summary(c)}”" for c in own if not _listed(lines, c)]
    found = tuple(f"{c.rule}: {summary(c)}" for c in claims)
    return Trial(rule.id, number, example, rule.file, tuple(missing), tuple(unwanted), found)


def _listed(lines: Sequence[tuple[str, Expected]], claim: Claim) -> bool:
    return any(matches(wanted, claim) for _, wanted in lines)
