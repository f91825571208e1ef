"""Claims to and from JSON Lines, the exchange format of `kg extract`.

Keys stand in a fixed order and every key is always present, so the same claims give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, cast

from kg.errors import InputError
from kg.records import Argument, Casualties, Claim, Cue, Entity, Event, Relation

KINDS: dict[type[Claim], str] = {Relation: "relation", Event: "event", Casualties: "casualties"}


def argument_to_json(argument: Argument | None) -> dict[str, Any] | None:
    if argument is None:
        return None
    entity = argument.entity
    return {
        "id": entity.id,
        "label": entity.label,
        "type": entity.type,
        "mention": argument.mention,
        "start": argument.start,
        "end": argument.end,
        "country": entity.country,
    }


def claim_to_json(claim: Claim) -> dict[str, Any]:
    """The claim as a JSON object with the keys of its kind."""
    row: dict[str, Any] = {
        "kind": KINDS[type(claim)],
        "id": claim.id,
        "document": claim.document,
        "published": claim.published,
        "publisher": claim.publisher,
        "sentence": claim.sentence,
        "start": claim.start,
        "end": claim.end,
        "cue": {"text": claim.cue.text, "start": claim.cue.start, "end": claim.cue.end},
        "rule": claim.rule,
        "status": claim.status,
        "since": claim.since,
        "until": claim.until,
        "when": claim.when,
        "attribution": argument_to_json(claim.attribution),
        "confidence": claim.confidence,
    }
    match claim:
        case Relation():
            row |= {
                "predicate": claim.predicate,
                "manner": claim.manner,
                "subject": argument_to_json(claim.subject),
                "object": argument_to_json(claim.object),
                "position": claim.position,
                "place": argument_to_json(claim.place),
            }
        case Event():
            row |= {
                "type": claim.type,
                "agents": [argument_to_json(a) for a in claim.agents],
                "targets": [argument_to_json(a) for a in claim.targets],
                "place": argument_to_json(claim.place),
                "weapon": claim.weapon,
            }
        case Casualties():
            row |= {
                "killed": claim.killed,
                "injured": claim.injured,
                "displaced": claim.displaced,
                "captured": claim.captured,
                "compare": claim.compare,
                "victims": [argument_to_json(a) for a in claim.victims],
                "agents": [argument_to_json(a) for a in claim.agents],
                "place": argument_to_json(claim.place),
                "scope": claim.scope,
                "partOf": claim.part_of,
            }
    return row


def dumps(claims: Iterable[Claim]) -> str:
    """JSON Lines text of the claims, in the order given."""
    return "".join(json.dumps(claim_to_json(claim), ensure_ascii=False) + "\n" for claim in claims)


def argument_from_json(row: dict[str, Any] | None) -> Argument | None:
    if row is None:
        return None
    entity = Entity(row["id"], row["label"], row["type"], row["country"])
    return Argument(entity, row["mention"], row["start"], row["end"])


def arguments_from_json(rows: list[dict[str, Any]]) -> tuple[Argument, ...]:
    return tuple(cast(Argument, argument_from_json(row)) for row in rows)


def claim_from_json(row: dict[str, Any]) -> Claim:
    """The record behind a JSON object; raises KeyError where a key is missing."""
    common: dict[str, Any] = {
        key: row[key]
        for key in ("id", "document", "published", "publisher", "sentence", "start", "end", "rule", "status")
    } | {key: row[key] for key in ("since", "until", "when", "confidence")}
    common["cue"] = Cue(row["cue"]["text"], row["cue"]["start"], row["cue"]["end"])
    common["attribution"] = argument_from_json(row["attribution"])
    place = argument_from_json(row["place"])
    match row["kind"]:
        case "relation":
            return Relation(
                **common,
                predicate=row["predicate"],
                manner=row["manner"],
                subject=cast(Argument, argument_from_json(row["subject"])),
                object=cast(Argument, argument_from_json(row["object"])),
                position=row["position"],
                place=place,
            )
        case "event":
            return Event(
                **common,
                type=row["type"],
                agents=arguments_from_json(row["agents"]),
                targets=arguments_from_json(row["targets"]),
                place=place,
                weapon=row["weapon"],
            )
        case "casualties":
            return Casualties(
                **common,
                **{
                    key: row[key]
                    for key in ("killed", "injured", "displaced", "captured", "compare", "scope")
                },
                victims=arguments_from_json(row["victims"]),
                agents=arguments_from_json(row["agents"]),
                place=place,
                part_of=row["partOf"],
            )
        case kind:
            raise KeyError(f"kind {kind!r}")


def loads(text: str, name: str = "claims.jsonl") -> Iterator[Claim]:
    """Read JSON Lines; InputError names the file and line that cannot be read."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield claim_from_json(json.loads(line))
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(f"{name}:{number}: not a claim of the exchange format ({error!r})") from error
