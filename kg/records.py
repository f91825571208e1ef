"""The frozen records that the stages hand on to each other.

Offsets are 0-based and end-exclusive, in Unicode code points of `Document.text`, everywhere.
Dates are ISO 8601 strings at the precision the text allows: "2020", "2020-03", "2020-03-05".
"""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from kg.frozen import dataclass

RelationStatus = Literal["current", "former", "planned", "possible", "denied", "negated"]
EventStatus = Literal["actual", "planned", "possible", "denied", "negated"]
Status = Literal["actual", "current", "former", "planned", "possible", "denied", "negated"]
Compare = Literal["exact", "more_than", "at_least", "about", "nearly", "at_most"]
Scope = Literal["incident", "period", "cumulative"]


@dataclass(frozen=True, slots=True)
class Document:
    """An article as read. `id` is its path below the input folder (POSIX slashes) or its JSON Lines id."""

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """A token before the parse. `norm` is the form shown to the parser (a joined name, a hyphenated participle).

    `name` is the number of the sentence's joined name that this word is, or None.
    """

    text: str
    start: int
    end: int
    norm: str
    name: int | None = None


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its parse. `tag` is Penn Treebank, `pos` and `dep` Universal Dependencies.

    `head` is the index of the governing token in the sentence; the root's head is itself.
    """

    i: int
    text: str
    lower: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    start: int
    end: int
    name: int | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A run of words read as one name before the parse.

    `senses` are the dictionary's candidates as (entry id, sense), best first; empty for a name the dictionary does
    not know. `kind` is the class guessed from shape and class nouns, or None. `title` is the office, rank or
    occupation that stands before a person's name, `of` the span of the words that say whose office it is.
    `start` and `end` cover the name alone, without title or bracketed acronym. `within` is the place named behind it
    ("Istanbul, Turkey"). `canonical` is the full form that the article gave for a short one ("Sendeh").
    """

    text: str
    start: int
    end: int
    senses: tuple[tuple[str, str], ...] = ()
    kind: str | None = None
    acronym: str | None = None
    title: Title | None = None
    within: Name | None = None
    canonical: str | None = None

    @property
    def told_by(self) -> tuple[tuple[str, str], ...]:
        """The senses of the name, or, where nobody knows it, of what it lies in: "Gao" of "Foo, Gao, Mali"."""
        if self.senses or self.within is None:
            return self.senses
        return self.within.told_by


@dataclass(frozen=True, slots=True)
class Title:
    """The office before a name: `text` is the office ("foreign minister"), `head` its last noun, `of` whose it is."""

    text: str
    start: int
    end: int
    head: str
    of: tuple[Name, ...] = ()
    status: RelationStatus = "current"


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands before a note and tells when and where: "12 March 2018 | Kafr Zita:". `names` are its places."""

    text: str
    start: int
    names: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class DayLine:
    """A line that is nothing but a day: in a log (`is_of_log`) what stands below happened then."""

    text: str
    start: int
    is_of_log: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its tokens and names; `heading` is that of the note it belongs to, `day` the line over it that
    dates it: neither is part of it."""

    index: int
    start: int
    end: int
    text: str
    paragraph: int
    kind: str
    tokens: tuple[Token, ...]
    names: tuple[Name, ...]
    heading: Heading | None = None
    day: DayLine | None = None


@dataclass(frozen=True, slots=True)
class SentenceSpan:
    """A sentence before tokenisation. `paragraph` counts from 0. `kind` tells running text from furniture.

    "text" is read for claims; "title" (headlines, captions without a full stop) too; "furniture" (copyright lines,
    "Short link:", datelines alone on a line) is not.
    """

    start: int
    end: int
    paragraph: int
    kind: Literal["text", "title", "furniture"] = "text"


@dataclass(frozen=True, slots=True)
class Entity:
    """What a mention stands for. `id` is a local name, stable over articles: "Russia", "HayatTahrirAlSham".

    `type` is a class of the ontology: Person, State, Government, ArmedForces, ArmedGroup, Organisation, Population,
    Place, Agreement, Facility, or Collective (a group without a name, such as "Syrian rebels": never counted as one
    actor). `country` is an ISO 3166-1 alpha-3 code.
    """

    id: str
    label: str
    type: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Argument:
    """An entity in a role, with the words of the text that name it there."""

    entity: Entity
    mention: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that triggered a rule."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What every claim holds: where it stands, which rule found it, who says it and when it holds."""

    id: str
    document: str
    published: str | None = None
    publisher: str | None = None
    sentence: str
    start: int
    end: int
    cue: Cue
    rule: str
    status: Status
    since: str | None = None
    until: str | None = None
    when: str | None = None
    attribution: Argument | None = None
    confidence: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Claim):
    """A lasting tie between two entities."""

    predicate: str
    manner: str | None = None
    subject: Argument
    object: Argument
    position: str | None = None
    place: Argument | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Claim):
    """A happening and those who take part in it."""

    type: str
    agents: tuple[Argument, ...] = ()
    targets: tuple[Argument, ...] = ()
    place: Argument | None = None
    weapon: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Casualties(Claim):
    """A number of people killed, injured, displaced or captured (exactly one of the four is set).

    `part_of` is the id of the total that this row is part of; such rows are never added to it.
    """

    killed: int | None = None
    injured: int | None = None
    displaced: int | None = None
    captured: int | None = None
    compare: Compare = "exact"
    victims: tuple[Argument, ...] = ()
    agents: tuple[Argument, ...] = ()
    place: Argument | None = None
    scope: Scope = "incident"
    part_of: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A date or interval in the text. Exactly as precise as the words; `since`/`until` for open or closed intervals.

    `cue` is the preposition or word that made it an interval or point ("since", "on", "by"), lower-case, or "".
    """

    start: int
    end: int
    when: str | None = None
    since: str | None = None
    until: str | None = None
    cue: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the text with the words that bound it ("more than 270", "at least a dozen").

    `span` covers the bounding words too; `number_start`/`number_end` the number alone.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    value: int
    compare: Compare = "exact"


@dataclass(frozen=True, slots=True)
class Article:
    """Everything extracted from one document."""

    document: Document
    sentences: int
    claims: tuple[Claim, ...]
    warnings: tuple[str, ...] = field(default=())
