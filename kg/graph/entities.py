"""Entity nodes: what the claims agree on, what the dictionary adds, and the plain triples of the index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode

from kg import vocab
from kg.graph import terms
from kg.graph.claims import TYPE, roles
from kg.graph.names import Names, escape, term
from kg.graph.terms import Statement
from kg.records import Claim, Relation

LABEL, ALT_LABEL = NamedNode(vocab.LABEL), NamedNode(vocab.ALT_LABEL)
COUNTRY_CODE, EXACT_MATCH = NamedNode(vocab.COUNTRY_CODE), NamedNode(vocab.EXACT_MATCH)
LATITUDE, LONGITUDE = NamedNode(vocab.LATITUDE), NamedNode(vocab.LONGITUDE)
PLACE, WHEN = NamedNode(vocab.PLACE), NamedNode(vocab.WHEN)


@dataclass(frozen=True, slots=True)
class EntityInfo:
    """What a dictionary knows of an entity: other names, ids elsewhere ("170063", "Q41183"), degrees."""

    id: str
    aliases: tuple[str, ...] = ()
    geonames: str | None = None
    wikidata: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(slots=True)
class _Seen:
    """How often the claims give an entity each label and country, and its classes."""

    labels: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    types: set[str] = field(default_factory=set)


def _commonest(counts: Counter[str]) -> str:
    """The most frequent value, the first by alphabet among equals: independent of the order of claims."""
    return min(counts, key=lambda value: (-counts[value], value))


def entity_statements(
    claims: Iterable[Claim], infos: Iterable[EntityInfo], names: Names
) -> Iterator[Statement]:
    """One node for each entity that a claim names. Classes on which claims differ are all kept: `check` finds
    them."""
    seen: dict[str, _Seen] = {}
    for claim in claims:
        for _, argument in roles(claim):
            facts = seen.setdefault(argument.entity.id, _Seen())
            facts.labels[argument.entity.label] += 1
            facts.types.add(argument.entity.type)
            if argument.entity.country:
                facts.countries[argument.entity.country] += 1
    aliases: dict[str, set[str]] = {entity_id: set(facts.labels) for entity_id, facts in seen.items()}
    for info in infos:
        if info.id in seen:
            aliases[info.id] |= set(info.aliases)
            yield from _elsewhere(names.entity(info.id), info)
    for entity_id, facts in seen.items():
        node, label = names.entity(entity_id), _commonest(facts.labels)
        yield node, LABEL, terms.text(label)
        yield from ((node, TYPE, term(cls, "entity type")) for cls in facts.types)
        yield from ((node, ALT_LABEL, terms.text(alias)) for alias in aliases[entity_id] - {label})
        if facts.countries:
            yield node, COUNTRY_CODE, terms.text(_commonest(facts.countries))


def _elsewhere(node: NamedNode, info: EntityInfo) -> Iterator[Statement]:
    if info.geonames:
        yield node, EXACT_MATCH, NamedNode(f"{vocab.GEONAMES}{escape(info.geonames)}/")
    if info.wikidata:
        yield node, EXACT_MATCH, NamedNode(vocab.WIKIDATA + escape(info.wikidata))
    if info.latitude is not None and info.longitude is not None:
        yield node, LATITUDE, terms.decimal(info.latitude)
        yield node, LONGITUDE, terms.decimal(info.longitude)


def holds(claim: Claim) -> bool:
    """Whether a claim is affirmed, current at its article's date, and made in the article's own voice."""
    return claim.status == "current" and claim.attribution is None


def plain_statements(claims: Iterable[Claim], names: Names) -> Iterator[Statement]:
    """The triples beside the claims, as an index: only of claims that hold, with the manner's triple too."""
    for claim in claims:
        if isinstance(claim, Relation) and holds(claim):
            subject, obj = names.entity(claim.subject.entity.id), names.entity(claim.object.entity.id)
            for predicate in filter(None, (claim.predicate, claim.manner)):
                yield subject, term(predicate, "predicate"), obj


def agreement_statements(claims: Iterable[Claim], names: Names) -> Iterator[Statement]:
    """Place and date of agreements, where the claims made in an article's own voice agree on them."""
    places: dict[str, set[str]] = {}
    dates: dict[str, set[str]] = {}
    for claim in claims:
        if not isinstance(claim, Relation) or claim.attribution or claim.status not in ("current", "former"):
            continue
        agreement = claim.object.entity
        if agreement.type == "Agreement" and claim.place:
            places.setdefault(agreement.id, set()).add(claim.place.entity.id)
        if agreement.type == "Agreement" and claim.when:
            dates.setdefault(agreement.id, set()).add(claim.when)
    for agreement_id, found in places.items():
        if len(found) == 1:
            yield names.entity(agreement_id), PLACE, names.entity(min(found))
    for agreement_id, found in dates.items():
        if (when := _finest(found)) is not None:
            yield names.entity(agreement_id), WHEN, when


def _finest(dates: set[str]) -> Literal | None:
    """The most exact of dates that do not contradict each other: 2020-03-05 of 2020 and 2020-03-05."""
    finest = max(dates, key=lambda value: (len(value), value))
    return terms.day(finest) if all(finest.startswith(value) for value in dates) else None
