"""When and where a note's heading puts what the note tells: "12 March 2018 | Kafr Zita: regime forces shelled ..."."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.extract.dates.reader import time_expressions
from kg.extract.references.resolver import Resolver
from kg.extract.references.state import Seen
from kg.records import Argument, Casualties, Claim, Event, Heading, Name
from kg.rules.dates import DateWords

# A larger place, if the heading names a smaller one, too.
LARGER = frozenset("province state governorate region oblast department".split())


@dataclass(frozen=True, slots=True)
class Setting:
    """What a heading tells."""

    when: str | None = None
    place: Argument | None = None


def setting_of(heading: Heading | None, resolver: Resolver, words: DateWords) -> Setting:
    """When and where the notes under a heading happened."""
    if heading is None:
        return Setting()
    times = time_expressions(heading.text, resolver.known.document.published, words, heading.start)
    place = _smallest(heading, resolver)
    if place is not None and not any(seen.argument == place for seen in resolver.memory.history):
        resolver.memory.history.append(Seen(resolver.tree.sentence.index, -1, place, False, False))
    return Setting(next((t.when for t in times if t.when), None), place)


def under(setting: Setting, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims of a note, with the date and place of its heading where the note has none."""
    for claim in claims:
        if isinstance(claim, Event | Casualties) and claim.status in ("actual", "possible"):
            is_dated = claim.when or claim.since or claim.until
            when = claim.when if is_dated else setting.when
            yield replace(claim, when=when, place=claim.place or setting.place)
        else:
            yield claim


def _smallest(heading: Heading, resolver: Resolver) -> Argument | None:
    """The smallest of the places of a heading: a district rather than its province or country."""
    named = [part for name in heading.names for part in (name, name.within) if part is not None]
    found = [(name, e) for name in named if (e := resolver.entity(name, "place")) is not None]
    small = [(n, e) for n, e in found if e.type != "State" and not _is_larger(n)] or found
    if not small or (len({e.id for _, e in small}) > 1 and small[0][0].within is None):
        return None  # "Hama, Homs:": in one of them, or in both
    name, entity = small[0]
    return Argument(entity, name.text, name.start, name.end)


def _is_larger(name: Name) -> bool:
    return name.text.lower().split()[-1] in LARGER
