"""What was read from a sentence, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.cli.terminal import plural
from kg.records import Claim, Name
from kg.statements import roles, statement


def report(names: Sequence[Name], claims: Sequence[Claim]) -> str:
    """What is read, as text: the names, then each claim with its rule, words and who is named in it."""
    parts = [[plural(len(names), "name"), *map(_name, names)]]
    parts += [list(_claim(claim)) for claim in claims] or [["No claim."]]
    return "\n\n".join("\n".join(part) for part in parts)


def _name(name: Name) -> str:
    place = f"  “{_flat(name.text)}” ({name.start}-{name.end})"
    if name.senses:
        return f"{place} may be " + " or ".join(
            dict.fromkeys(f"{entry} ({sense})" for entry, sense in name.senses)
        )
    return f"{place} is not in the dictionary" + (f"; by its shape {name.kind}" if name.kind else "")


def _claim(claim: Claim) -> Iterable[str]:
    yield statement(claim)
    yield f"  rule        {claim.rule}, by the words “{_flat(claim.cue.text)}” ({claim.cue.start}-{claim.cue.end})"
    yield f"  status      {claim.status}"
    times = [f"{name} {value}" for name in ("since", "until", "when") if (value := getattr(claim, name))]
    if times:
        yield f"  time        {', '.join(times)}"
    yield f"  said by     {claim.attribution.entity.label if claim.attribution else 'the article'}"
    yield f"  confidence  {claim.confidence:.2f}"
    for role, argument in roles(claim):
        entity = argument.entity
        place = f"{argument.start}-{argument.end}"
        yield f"  {role:<10}  “{_flat(argument.mention)}” ({place}) is {entity.label} ({entity.type}, {entity.id})"


def _flat(text: str) -> str:
    return " ".join(text.split())
