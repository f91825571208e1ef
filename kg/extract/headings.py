"""When and where a note's heading puts what the note tells: "12 March 2018 | Kafr Zita: regime forces shelled ...".

A line that is nothing but a day does so for all that a log tells below it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.dates.reader import time_expressions
from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.extract.references.scene import OUTDONE, countries_named, most_named, theatre_of_entry
from kg.extract.references.state import Known, Seen
from kg.records import Argument, Casualties, Claim, DayLine, Event, Heading, Name, Sentence, Token
from kg.rules.dates import DateWords

# A larger place, if the heading names a smaller one, too.
LARGER = frozenset("province state governorate region oblast department".split())
PREVIOUS = frozenset("previous earlier past recent last preceding former old initial original".split())


@dataclass(frozen=True, slots=True)
class Setting:
    """What a heading tells."""

    when: str | None = None
    place: Argument | None = None


def entries_of(known: Known, sentences: Sequence[Sentence]) -> dict[DayLine | None, Known]:
    """What is known of each part of a text below a day of its own: that day, and in a log the country it speaks of."""
    parts: dict[DayLine | None, list[Sentence]] = {}
    for sentence in sentences:
        parts.setdefault(sentence.day, []).append(sentence)
    return {day: _below(known, day, told) for day, told in parts.items()}


def _below(known: Known, day: DayLine | None, sentences: Sequence[Sentence]) -> Known:
    when = None if day is None else _day(day, known)
    if day is None or when is None:
        return known
    known = replace(known, document=replace(known.document, published=when))
    if not day.is_of_log:
        return known
    main = theatre_of_entry(sentences, known.lexicon, known.main)
    home = most_named(countries_named(sentences, known.lexicon), OUTDONE)
    return replace(known, main=main, home=home)


def _day(line: DayLine, known: Known) -> str | None:
    times = time_expressions(line.text, None, known.words.dates, line.start)
    return next((t.when for t in times if t.when and len(t.when) == len("2020-03-05")), None)


def setting_of(sentence: Sentence, resolver: Resolver, words: DateWords) -> Setting:
    """When and where a sentence's heading, and the day of the log above it, put what it tells."""
    heading, document = sentence.heading, resolver.known.document
    day = document.published if sentence.day is not None and sentence.day.is_of_log else None
    if heading is None:
        return Setting(day)
    times = time_expressions(heading.text, document.published, words, heading.start)
    place = _smallest(heading, resolver)
    if place is not None and not any(seen.argument == place for seen in resolver.memory.history):
        resolver.memory.history.append(Seen(resolver.tree.sentence.index, -1, place, False, False))
    return Setting(next((t.when for t in times if t.when), day), place)


def under(setting: Setting, claims: Iterable[Claim], tree: Tree) -> Iterator[Claim]:
    """The claims of a note, with the date and place of its heading where the note has none."""
    if setting.when is None and setting.place is None:
        yield from claims
        return
    for claim in claims:
        if isinstance(claim, Event | Casualties) and claim.status in ("actual", "possible"):
            is_dated = (
                claim.when or claim.since or claim.until or _is_long(claim) or _is_background(tree, claim)
            )
            when = claim.when if is_dated else setting.when
            yield replace(claim, when=when, place=claim.place or setting.place)
        else:
            yield claim


def _is_long(claim: Event | Casualties) -> bool:
    """Whether what a claim tells has gone on for longer than the day of its heading."""
    return claim.scope == "cumulative" if isinstance(claim, Casualties) else claim.type == "Siege"


def _is_background(tree: Tree, claim: Event | Casualties) -> bool:
    """Whether a claim tells what was before: "who had fled", "the group that shot him", "an earlier attack"."""
    trigger = next((t for t in tree.tokens if t.end > claim.cue.start), None)
    if trigger is None:
        return False
    top = (trigger.i, *tree.up(trigger.i))[-1]
    is_now = any(t.tag in ("VBZ", "VBP") for t in _verbs(tree, top))
    for k in (trigger.i, *tree.up(trigger.i)):
        verbs = [*_verbs(tree, k)]
        if any(t.lower == "had" for t in verbs) or any(
            tree.tokens[m].lower in PREVIOUS for m in tree.kids(k, "amod")
        ):
            return True
        is_past = any(t.tag == "VBD" for t in verbs)
        if is_now and is_past and tree.tokens[k].dep == "acl:relcl":
            return True
    return False


def _verbs(tree: Tree, i: int) -> Iterator[Token]:
    """A verb with its auxiliaries."""
    for k in (i, *tree.kids(i, "aux", "aux:pass", "cop")):
        yield tree.tokens[k]


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
