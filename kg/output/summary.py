"""What a build found, in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from kg.records import Argument, Article, Casualties, Claim, Event, Relation


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
    entities = {argument.entity.id: argument.entity.type for claim in claims for argument in arguments(claim)}
    return Summary(
        documents=len(articles),
        sentences=sum(article.sentences for article in articles),
        claims=len(claims),
        entities=_counted(entities.values()),
        relations=_counted(claim.predicate for claim in claims if isinstance(claim, Relation)),
        events=_counted(claim.type for claim in claims if isinstance(claim, Event)),
        casualties=_counted(
            kind for claim in claims if isinstance(claim, Casualties) for kind in _numbers(claim)
        ),
    )


def _counted(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items()))


def _numbers(claim: Casualties) -> list[str]:
    return [
        kind for kind in ("killed", "injured", "displaced", "captured") if getattr(claim, kind) is not None
    ]


def arguments(claim: Claim) -> Iterator[Argument]:
    """Every entity with its mention that the claim names, the one who says so included."""
    roles: tuple[Argument | None, ...] = ()
    match claim:
        case Relation():
            roles = (claim.subject, claim.object, claim.place)
        case Event():
            roles = (*claim.agents, *claim.targets, claim.place)
        case Casualties():
            roles = (*claim.victims, *claim.agents, claim.place)
    yield from (argument for argument in (*roles, claim.attribution) if argument)
