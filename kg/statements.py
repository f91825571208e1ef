"""Claims in words, and who is named in them."""

from __future__ import annotations

from collections.abc import Sequence

from kg.records import Argument, Casualties, Claim, Event, Relation

KINDS = ("killed", "injured", "displaced", "captured")


def statement(claim: Claim) -> str:
    """The claim in one line: "Russia backs Bashar al-Assad", "Airstrike: Russia, on Syrian rebels, in Aleppo"."""
    match claim:
        case Relation():
            detail = ", ".join(filter(None, (claim.manner, claim.position, _at(claim.place))))
            core = f"{claim.subject.entity.label} {claim.predicate} {claim.object.entity.label}"
            return f"{core} ({detail})" if detail else core
        case Event():
            parts = (_names("", claim.agents), _names("on ", claim.targets), _at(claim.place), claim.weapon)
            return f"{claim.type}: {', '.join(filter(None, parts))}".removesuffix(": ")
        case Casualties():
            parts = (_names("", claim.victims), _names("by ", claim.agents), _at(claim.place), claim.scope)
            return ", ".join(filter(None, (_figure(claim), *parts)))
        case _:
            return claim.rule


def number(claim: Casualties) -> tuple[str, int]:
    """What is counted and how many: ("killed", 270)."""
    for kind in KINDS:
        value = getattr(claim, kind)
        if value is not None:
            return kind, value
    raise ValueError(f"{claim.id} holds no number")


def _figure(claim: Casualties) -> str:
    """ "more than 270 killed"."""
    kind, value = number(claim)
    bound = "" if claim.compare == "exact" else claim.compare.replace("_", " ") + " "
    return f"{bound}{value} {kind}"


def roles(claim: Claim) -> list[tuple[str, Argument]]:
    """Who and what the claim names, each with its role."""
    found: list[tuple[str, Argument | None]] = []
    match claim:
        case Relation():
            found = [("subject", claim.subject), ("object", claim.object), ("place", claim.place)]
        case Event():
            found = [("agent", a) for a in claim.agents]
            found += [*(("target", t) for t in claim.targets), ("place", claim.place)]
        case Casualties():
            found = [("victims", v) for v in claim.victims]
            found += [*(("agent", a) for a in claim.agents), ("place", claim.place)]
    return [(role, argument) for role, argument in (*found, ("source", claim.attribution)) if argument]


def _names(before: str, arguments: Sequence[Argument]) -> str:
    return before + " and ".join(argument.entity.label for argument in arguments) if arguments else ""


def _at(place: Argument | None) -> str:
    return f"in {place.entity.label}" if place else ""
