"""Claims as one line, the way the examples of rules write them, and the comparison of such a line with a claim.

    Russia backs Bashar al-Assad                      relation: subject, predicate, object
    Hayat Tahrir al-Sham linkedTo Al-Qaeda former     its status, where it is not "current"
    Capture rebels, HTS -> army @ Palmyra planned     event: agents, targets, place; status unless "actual"
    killed at_least 12 civilians < army @ Idlib (part) cumulative
                                                      casualties: kind, bound, number, victims, agents, place,
                                                      whether part of a total, scope unless "incident"

A part that the line leaves out is not compared, but for status, scope and "(part)": their absence says something too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kg.evaluation.names import fold
from kg.records import Argument, Casualties, Claim, Event, Relation
from kg.rules.claims import EVENT_TYPES, PREDICATES
from kg.statements import number

STATUSES = ("current", "former", "actual", "planned", "possible", "denied", "negated")
SCOPES = ("period", "cumulative")
EVENT = re.compile(r"(?P<type>\w+)(?P<agents>[^@]*?)(?:->(?P<targets>[^@]*))?(?:@(?P<place>.*))?")
FIGURE = re.compile(
    r"(?P<kind>killed|injured|displaced|captured) (?P<compare>\w+) (?P<number>\d+)"
    r"(?P<victims>[^<@]*)(?:<(?P<agents>[^@]*))?(?:@(?P<place>.*))?"
)


@dataclass(frozen=True, slots=True)
class Expected:
    """A line taken apart. `what` is the predicate, the event type, or kind, bound and number of a casualty figure.

    Parts are folded labels; None stands for a part that the line leaves out.
    """

    what: str
    status: str | None
    subject: str | None = None
    object: str | None = None
    agents: frozenset[str] | None = None
    targets: frozenset[str] | None = None
    place: str | None = None
    scope: str = "incident"
    part: bool = False


def expected(line: str) -> Expected:
    """The line taken apart; ValueError where it is no summary."""
    words = line.split()
    if words and words[0] in ("killed", "injured", "displaced", "captured"):
        return _figure(line, words)
    status = words.pop() if words and words[-1] in STATUSES else None
    text = " ".join(words)
    for predicate in PREDICATES:
        subject, found, object_ = text.partition(f" {predicate} ")
        if found:
            return Expected(predicate, status or "current", subject=fold(subject), object=fold(object_))
    match = EVENT.fullmatch(text)
    if match is None or match["type"] not in EVENT_TYPES:
        raise ValueError(
            f"“{line}” is no claim such as “Russia backs Iran” or “Attack Iran -> Israel @ Haifa”"
        )
    agents, targets = _names(match["agents"]), _names(match["targets"])
    place = _name(match["place"])
    return Expected(match["type"], status or "actual", agents=agents, targets=targets, place=place)


def _figure(line: str, words: list[str]) -> Expected:
    scope = words.pop() if words[-1] in SCOPES else "incident"
    part = words[-1] == "(part)"
    match = FIGURE.fullmatch(" ".join(words[:-1] if part else words))
    if match is None:
        raise ValueError(f"“{line}” is no figure such as “killed at_least 12 civilians @ Idlib”")
    if words[-1] == "(part)" and scope == "incident" and len(words) > 1 and words[-2] in SCOPES:
        return _figure(line, [*words[:-2], "(part)", words[-2]])
    return Expected(
        f"{match['kind']} {match['compare']} {match['number']}",
        None,
        targets=_names(match["victims"]),
        agents=_names(match["agents"]),
        place=_name(match["place"]),
        scope=scope,
        part=part,
    )


def _name(text: str | None) -> str | None:
    return fold(text) if text and text.strip() else None


def _names(text: str | None) -> frozenset[str] | None:
    names = frozenset(fold(name) for name in (text or "").split(",") if name.strip())
    return names or None


def matches(line: Expected, claim: Claim) -> bool:
    """Whether the claim is what the line says. Labels and mentions count alike."""
    match claim:
        case Relation():
            straight = _is(line.subject, claim.subject) and _is(line.object, claim.object)
            return line.what == claim.predicate and line.status == claim.status and straight
        case Event():
            parts = _are(line.agents, claim.agents) and _are(line.targets, claim.targets)
            return (
                line.what == claim.type
                and line.status == claim.status
                and parts
                and _is(line.place, claim.place)
            )
        case Casualties():
            kind, value = number(claim)
            parts = _are(line.targets, claim.victims) and _are(line.agents, claim.agents)
            parts = parts and _is(line.place, claim.place)
            whole = line.scope == claim.scope and line.part == (claim.part_of is not None)
            return line.what == f"{kind} {claim.compare} {value}" and parts and whole
        case _:
            return False


def _forms(argument: Argument) -> set[str]:
    return {fold(argument.entity.label), fold(argument.mention)}


def _is(name: str | None, argument: Argument | None) -> bool:
    return name is None or (argument is not None and name in _forms(argument))


def _are(names: Collection[str] | None, arguments: Sequence[Argument]) -> bool:
    """Whether names and arguments are the same set."""
    if names is None:
        return True
    return len(names) == len(arguments) and all(any(n in _forms(a) for a in arguments) for n in names)


def summary(claim: Claim) -> str:
    """The claim as such a line, with every part it has."""
    match claim:
        case Relation():
            line = f"{claim.subject.entity.label} {claim.predicate} {claim.object.entity.label}"
            return line if claim.status == "current" else f"{line} {claim.status}"
        case Event():
            line = _joined(claim.type, ("", claim.agents), ("-> ", claim.targets), ("@ ", _some(claim.place)))
            return line if claim.status == "actual" else f"{line} {claim.status}"
        case Casualties():
            kind, value = number(claim)
            line = f"{kind} {claim.compare} {value}"
            line = _joined(line, ("", claim.victims), ("< ", claim.agents), ("@ ", _some(claim.place)))
            line += "" if claim.part_of is None else " (part)"
            return line if claim.scope == "incident" else f"{line} {claim.scope}"
        case _:
            return claim.rule


def _some(argument: Argument | None) -> tuple[Argument, ...]:
    return () if argument is None else (argument,)


def _joined(first: str, *parts: tuple[str, Sequence[Argument]]) -> str:
    named = [sign + ", ".join(a.entity.label for a in arguments) for sign, arguments in parts if arguments]
    return " ".join([first, *named])
