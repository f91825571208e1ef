"""Words that name somebody inside a phrase: "Russian air cover", "Iran" in "Iran-backed"."""

from __future__ import annotations

from kg.extract.references.entities import collective, entity_of, plural
from kg.extract.references.phrases import named_modifiers
from kg.extract.references.state import ACTORS, Reading
from kg.records import Argument, Entity


def _side(r: Reading, text: str, start: int) -> Argument | None:
    for sense in r.known.lexicon.senses(text):
        entry = r.known.lexicon.entries[sense.entry_id]
        if entry.type in ACTORS:
            return Argument(entity_of(entry), text, start, start + len(text))
    return None


def qualifiers(r: Reading, i: int) -> tuple[Argument, ...]:
    """Who stands before a thing as its owner or origin: "Russian air cover", "Coalition advisers"."""
    found = []
    for k in named_modifiers(r, i):
        if r.tree.name(k) is not None or r.tree.tokens[k].dep in ("nmod:poss", "compound"):
            argument = r.argument(k, "actor")
            if argument is not None:
                found.append(argument)
    if any(a.entity.type == "Population" for a in found):  # "Bosnian Serb gunners" are not Bosnia's
        found = [a for a in found if a.entity.type != "State"]
    return tuple(found)


def place_called(r: Reading, text: str) -> Entity | None:
    """The town or region that a name may mean."""
    entries = (r.known.lexicon.entries[s.entry_id] for s in r.known.lexicon.senses(text))
    return next((entity_of(e) for e in entries if e.type == "Place"), None)


LONGEST = 4  # words of a name before the one that is joined


def _whole_name(r: Reading, text: str, start: int) -> Argument | None:
    """The known name that capitalised words before the first part of a hyphenated word begin."""
    tokens, said, offset = r.tree.tokens, r.tree.sentence.text, r.tree.sentence.start
    at = next((t.i for t in tokens if t.start == start), 0)
    first = at
    while first > 0 and at - first < LONGEST and tokens[first - 1].text[:1].isupper():
        first -= 1
    for k in range(first, at):
        name = said[tokens[k].start - offset : start - offset] + text
        for sense in r.known.lexicon.senses(name):
            entity = entity_of(r.known.lexicon.entries[sense.entry_id])
            return Argument(entity, name, tokens[k].start, start + len(text))
    return None


def part(r: Reading, text: str, start: int) -> Argument | None:
    """Whom the first part of a hyphenated word names: "Iran" in "Iran-backed", "rebel" in "rebel-held".

    Of a name of several words only the last is joined to the participle: "Islamic State-held".
    """
    if text[:1].isupper() and (whole := _whole_name(r, text, start)) is not None:
        return whole
    for sense in r.known.lexicon.senses(text):
        entry = r.known.lexicon.entries[sense.entry_id]
        return Argument(entity_of(entry), text, start, start + len(text))
    lower = text.lower()
    noun = r.known.words.nouns.get(lower)
    side = r.known.words.modifiers.get(lower)
    entity = None
    if side == "government" and r.theatre:
        entity = entity_of(r.known.lexicon.government(r.theatre))
    elif side == "rebels" or (noun is not None and noun.label == "rebels"):
        entity = collective(r, "rebels", r.theatre)
    elif noun is not None and noun.kind == "fighters":
        entity = collective(r, plural(lower), r.theatre)
    elif noun is not None and noun.kind == "group" and lower == "coalition":
        entity = collective(r, "coalition", None, plain=True)
    return None if entity is None else Argument(entity, text, start, start + len(text))
