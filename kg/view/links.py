"""The lines that one claim draws between actors and places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from kg.records import Argument, Casualties, Claim, Event, Relation
from kg.view.palette import EVENTS, palette


@dataclass(frozen=True, slots=True)
class Link:
    """A line from one entity to another; `what` is the predicate, or "events" for all that happens between two."""

    source: str
    target: str
    what: str
    family: str
    status: str
    symmetric: bool

    @property
    def key(self) -> str:
        """Claims whose links share ends and key are drawn as one line."""
        return f"{self.what}|{self.status}"


def roles(claim: Claim) -> Iterator[tuple[str, Argument]]:
    """Who and what takes part in the claim, with the role; the speaker is not a part of what is claimed."""
    match claim:
        case Relation():
            yield "subject", claim.subject
            yield "object", claim.object
        case Event():
            yield from (("agent", a) for a in claim.agents)
            yield from (("target", a) for a in claim.targets)
        case Casualties():
            yield from (("victim", a) for a in claim.victims)
            yield from (("agent", a) for a in claim.agents)
    place = getattr(claim, "place", None)
    if place is not None:
        yield "place", place


def links(claim: Claim) -> list[Link]:
    """The lines the claim draws, without doubles and without loops; may be empty (an event with one actor)."""
    status = palette().group(claim.status).id
    found: dict[Link, None] = {}
    for source, target, what, family, symmetric in _pairs(claim):
        if source == target:
            continue
        first, last = (target, source) if symmetric and target < source else (source, target)
        found[Link(first, last, what, family, status, symmetric)] = None
    return list(found)


def _pairs(claim: Claim) -> Iterator[tuple[str, str, str, str, bool]]:
    match claim:
        case Relation():
            entry = palette().predicate(claim.predicate)
            yield (
                claim.subject.entity.id,
                claim.object.entity.id,
                claim.predicate,
                entry.family,
                entry.symmetric,
            )
            # Where an agreement or alliance holds is worth a line; other places of relations stay in the evidence.
            if claim.place is not None and entry.family == "agreements":
                yield claim.object.entity.id, claim.place.entity.id, "locatedIn", "territory", False
        case Event():
            yield from _event(_ids(claim.agents), _ids(claim.targets), claim.place, claim.type)
        case Casualties():
            yield from _event(_ids(claim.agents), _ids(claim.victims), claim.place, "")


def _ids(arguments: tuple[Argument, ...]) -> list[str]:
    return list(dict.fromkeys(a.entity.id for a in arguments))


def _event(
    agents: list[str], targets: list[str], place: Argument | None, type_: str
) -> Iterator[tuple[str, str, str, str, bool]]:
    """Agents to targets and to the place; sides of a meeting or clash to each other, more than three to its place.

    Without a place more than four sides are each tied to the first: every pair would be a knot nobody can read, and
    the evidence names them all.

    Without agents the targets are tied to the place: something happened to them there.
    """
    where = place.entity.id if place else None
    mutual = type_ in palette().mutual_events
    yield from ((a, t, EVENTS, EVENTS, False) for a in agents for t in targets)
    if mutual and not targets and len(agents) > 1 and (where is None or len(agents) <= 3):
        pairs = combinations(agents, 2) if len(agents) <= 4 else ((agents[0], other) for other in agents[1:])
        yield from ((a, b, EVENTS, EVENTS, True) for a, b in pairs)
    if where is not None:
        yield from ((a, where, EVENTS, EVENTS, False) for a in agents or targets)
