"""How often each rule fires on articles and, where gold says so, how often rightly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.evaluation.disputed import Dispute
from kg.evaluation.gold import document_of, gold_files, gold_of
from kg.evaluation.judge import Judged, judge
from kg.evaluation.score import by_rule
from kg.records import Article


@dataclass(frozen=True, slots=True)
class Coverage:
    """A rule's claims on all articles; `right` of `judged` findings were right on those with gold."""

    rule: str
    claims: int
    documents: int
    right: int = 0
    judged: int = 0


def coverage(
    articles: Iterable[Article],
    rules: Sequence[str],
    gold: Sequence[Path] = (),
    disputes: Sequence[Dispute] = (),
) -> list[Coverage]:
    """Each rule's figures, most claims first, those that never fire too.

    InputError where the document of a gold file is not among the articles.
    """
    wanted = {
        name: (path, raw) for path in (gold_files(gold) if gold else ()) for name, raw in [document_of(path)]
    }
    claims: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    judged: list[Judged] = []
    for article in articles:
        claims.update(claim.rule for claim in article.claims)
        documents.update({claim.rule for claim in article.claims})
        if (known := wanted.pop(article.document.id, None)) is not None:
            judged.append(judge(gold_of(*known, article.document), article.claims))
    if wanted:
        raise InputError(
            f"no article {next(iter(wanted))!r}, which a gold file is about; give the folder it lies in"
        )
    return _table([*rules, *sorted(set(claims) - set(rules))], claims, documents, judged, disputes)


def _table(
    rules: Sequence[str],
    claims: Mapping[str, int],
    documents: Mapping[str, int],
    judged: Sequence[Judged],
    disputes: Sequence[Dispute],
) -> list[Coverage]:
    tallies = by_rule(judged, disputes)
    rows = []
    for rule in rules:
        right, found = (tallies[rule].right, tallies[rule].found) if rule in tallies else (0, 0)
        rows.append(Coverage(rule, claims[rule], documents[rule], right, found))
    return sorted(rows, key=lambda row: -row.claims)
