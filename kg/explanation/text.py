"""What was read, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from kg import exchange
from kg.english.counted import counted
from kg.explanation.reading import Reading
from kg.records import Argument, Claim, Name, Sentence, TimeExpression
from kg.statements import roles, statement


def report(readings: Sequence[Reading]) -> str:
    """The readings as text: parse, names, whom the words stand for, claims, near misses."""
    return "\n\n".join("\n".join(block) for reading in readings for block in _blocks(reading))


def _blocks(reading: Reading) -> Iterator[list[str]]:
    sentence = reading.sentence
    yield [f"“{flat(sentence.text)}” ({sentence.start}-{sentence.end})"]
    yield ["Parse", *parse_lines(sentence)]
    yield [counted(len(sentence.names), "name"), *map(name_line, sentence.names)]
    if reading.mentions or reading.times:
        yield ["Stand for", *map(mention_line, reading.mentions), *map(time_line, reading.times)]
    if not reading.claims:
        yield ["No claim."]
    for claim in reading.claims:
        yield list(claim_lines(claim))
    if reading.misses:
        wide = max(len(miss.rule) for miss in reading.misses)
        yield ["Near misses", *(f"  {m.rule:<{wide}}  “{m.words}”: {m.reason}" for m in reading.misses)]


def parse_lines(sentence: Sentence) -> list[str]:
    """A line for each word: word, lemma, tags, and what it is to which other word."""
    tokens = sentence.tokens
    columns = ("text", "lemma", "tag", "pos", "dep")
    widths = [max((len(flat(getattr(t, name))) for t in tokens), default=0) for name in columns]
    lines = []
    for token in tokens:
        values = (f"{flat(getattr(token, n)):<{w}}" for n, w in zip(columns, widths, strict=True))
        head = "" if token.head == token.i else f"of {flat(tokens[token.head].text)}"
        lines.append("  " + "  ".join([*values, head]).rstrip())
    return lines


def name_line(name: Name) -> str:
    """A name with the dictionary's candidates."""
    place = f"  “{flat(name.text)}” ({name.start}-{name.end})"
    if name.senses:
        return f"{place} may be " + " or ".join(
            dict.fromkeys(f"{entry} ({sense})" for entry, sense in name.senses)
        )
    return f"{place} is not in the dictionary" + (f"; by its shape {name.kind}" if name.kind else "")


def mention_line(mention: Argument) -> str:
    """Whom or what the words stand for."""
    entity = mention.entity
    return f"  “{flat(mention.mention)}” ({mention.start}-{mention.end}) is {entity.label} ({entity.type}, {entity.id})"


def time_line(time: TimeExpression) -> str:
    """The date or interval of the words."""
    values = [f"{name} {value}" for name in ("since", "until", "when") if (value := getattr(time, name))]
    return f"  time at {time.start}-{time.end}: {', '.join(values) or 'not to be dated'}"


def claim_lines(claim: Claim) -> Iterator[str]:
    """The claim with its rule, its words, and who is named in it."""
    yield statement(claim)
    yield f"  rule        {claim.rule}, by the words “{flat(claim.cue.text)}” ({claim.cue.start}-{claim.cue.end})"
    yield f"  status      {claim.status}"
    times = [f"{name} {value}" for name in ("since", "until", "when") if (value := getattr(claim, name))]
    if times:
        yield f"  time        {', '.join(times)}"
    yield f"  said by     {claim.attribution.entity.label if claim.attribution else 'the article'}"
    yield f"  confidence  {claim.confidence:.2f}"
    for role, argument in roles(claim):
        yield f"  {role:<10}{mention_line(argument)}"


def as_json(readings: Sequence[Reading]) -> dict[str, Any]:
    """The readings for programs: all names and claims, and everything by sentence."""
    sentences: list[dict[str, Any]] = [
        {
            "text": r.sentence.text,
            "start": r.sentence.start,
            "end": r.sentence.end,
            "tokens": [asdict(token) for token in r.sentence.tokens],
            "names": [asdict(name) for name in r.sentence.names],
            "mentions": [exchange.argument_to_json(mention) for mention in r.mentions],
            "claims": [exchange.claim_to_json(claim) for claim in r.claims],
            "nearMisses": [asdict(miss) for miss in r.misses],
        }
        for r in readings
    ]
    return {
        "names": [name for one in sentences for name in one["names"]],
        "claims": [claim for one in sentences for claim in one["claims"]],
        "sentences": sentences,
    }


def flat(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())
