"""What a build found, in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from kg.records import Article, Casualties, Event, Relation
from kg.statements import number, roles


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build found. Entities are counted once each, by class; claims one by one."""

    documents: int
    sentences: int
    claims: int
    entities: Mapping[str, int]
    relations: Mapping[str, int]
    events: Mapping[str, int]
    casualties: Mapping[str, int]

    def as_json(self) -> dict[str, Any]:
        """The summary as plain JSON values."""
        return asdict(self)


def summary(articles: Iterable[Article]) -> Summary:
    """Counts over the articles: entities once each by class, claims by predicate, event type or kind of number."""
    articles = tuple(articles)
    claims = [claim for article in articles for claim in article.claims]
    entities = {argument.entity.id: argument.entity.type for claim in claims for _, argument in roles(claim)}
    return Summary(
        documents=len(articles),
        sentences=sum(article.sentences for article in articles),
        claims=len(claims),
        entities=_counted(entities.values()),
        relations=_counted(claim.predicate for claim in claims if isinstance(claim, Relation)),
        events=_counted(claim.type for claim in claims if isinstance(claim, Event)),
        casualties=_counted(number(claim)[0] for claim in claims if isinstance(claim, Casualties)),
    )


def _counted(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items()))
