"""What a claim's confidence means, how it is fitted, and how well it holds.

A claim's confidence is the share of right claims to expect of its rule: the share seen on gold, drawn towards the
share of all rules of its kind by as much as WEIGHT claims would, since most rules have few claims in any gold. It is
fitted on the documents whose name has an even SHA-256 and checked on the others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.evaluation.disputed import Dispute
from kg.evaluation.judge import Judged
from kg.evaluation.score import kind_of, verdicts

WEIGHT = 4
SUREST = 0.99
BINS = (0.0, 0.7, 0.8, 0.9, 0.95, 1.01)
KINDS = ("relations", "events", "casualties")


@dataclass(frozen=True, slots=True)
class Fitted:
    """A rule's figures: `right` of `all` claims on the gold, and the confidence made of them."""

    rule: str
    right: int
    all: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims with a confidence of at least `low` and less than `high`: their mean confidence, the share right."""

    low: float
    high: float
    claims: int
    confidence: float
    right: float


def for_fitting(name: str) -> bool:
    """Whether confidence is fitted on the document of this name, rather than checked on it."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 == 0


def halves(documents: Iterable[Judged]) -> tuple[list[Judged], list[Judged]]:
    """The documents for fitting, and those for checking."""
    fitting: list[Judged] = []
    checking: list[Judged] = []
    for judged in documents:
        (fitting if for_fitting(judged.gold.document.id) else checking).append(judged)
    return fitting, checking


def fit(
    documents: Sequence[Judged], rules: Iterable[tuple[str, str]], disputes: Sequence[Dispute] = ()
) -> tuple[float, list[Fitted]]:
    """The default and the figures of each rule. `rules` are (id, kind); `documents` those for fitting.

    A rule without a claim on them gets the share of its kind, a rule of the user's own the default: the share of all.
    """
    seen: dict[tuple[str, str], list[bool]] = {}
    for finding, right in verdicts(documents, disputes):
        for rule in {claim.rule for claim in finding.claims}:
            seen.setdefault((rule, kind_of(finding.claims[0])), []).append(right)
    everything = [right for found in seen.values() for right in found]
    default = _drawn(everything, 0.5)
    expected = {
        kind: _drawn([r for (_, k), found in seen.items() if k == kind for r in found], default)
        for kind in KINDS
    }
    fitted = []
    for rule, kind in rules:
        found = seen.get((rule, kind), [])
        fitted.append(Fitted(rule, sum(found), len(found), _drawn(found, expected[kind])))
    return default, fitted


def _drawn(found: Sequence[bool], towards: float) -> float:
    """The share of right ones, drawn towards another share; never 1, however few were wrong: no rule is certain."""
    return min(round((sum(found) + WEIGHT * towards) / (len(found) + WEIGHT), 3), SUREST)


def reliability(documents: Iterable[Judged], disputes: Sequence[Dispute] = ()) -> list[Bin]:
    """How many claims of each confidence are right; bins without claims are left out."""
    pairs = [(finding.claims[0].confidence, right) for finding, right in verdicts(documents, disputes)]
    table = []
    for low, high in pairwise(BINS):
        inside = [(c, right) for c, right in pairs if low <= c < high]
        if inside:
            size = len(inside)
            mean, share = sum(c for c, _ in inside) / size, sum(right for _, right in inside) / size
            table.append(Bin(low, min(high, 1.0), size, round(mean, 3), round(share, 3)))
    return table


def calibration_error(table: Sequence[Bin]) -> float:
    """The mean distance between confidence and share of right claims, weighted by claims."""
    claims = sum(one.claims for one in table)
    return sum(one.claims * abs(one.confidence - one.right) for one in table) / claims if claims else 0.0


def confidence_yaml(default: float, fitted: Sequence[Fitted]) -> str:
    """The text of rules/confidence.yaml."""
    lines = [HEADER, f"default: {default}", "rules:"]
    wide = max((len(one.rule) for one in fitted), default=0) + 1
    for one in fitted:
        figures = f"confidence: {one.confidence:.3f}, right: {one.right}, all: {one.all}"
        lines.append(f"  {one.rule + ':':<{wide}} {{{figures}}}")
    return "\n".join(lines) + "\n"


HEADER = f"""\
# How far the claims of each rule are trusted: the `confidence` of a claim is that of its rule.
#
# Written by `kg evaluate --fit`; edit nothing by hand. `right` of `all` claims of the rule were right on the half of
# the development gold whose documents' names have an even SHA-256. Confidence is that share, drawn towards the share
# of all rules of its kind (relation, event, casualties) as by {WEIGHT} claims more; without any claim it is that share.
# `default` is for rules that are not listed here, such as your own: the share over all rules."""
