"""What is known while an article is read: the record of the article, what it told so far, the sentence at hand."""

from __future__ import annotations

from dataclasses import field
from typing import NamedTuple

from kg.extract.grammar.tree import Tree
from kg.frozen import dataclass
from kg.records import Argument, Document, Entity, Name, Sentence
from kg.rules.lexicon import Lexicon
from kg.rules.words import Noun, WordLists

GROUPS = ("ArmedGroup", "Organisation", "ArmedForces", "Government", "Collective")
ACTORS = ("Person", "State", *GROUPS, "Population")
PLACES = ("Place", "State", "Facility")
NEAR = 2  # sentences after which "the attack" may be another one
WE = frozenset(("we", "us", "our", "ours", "i", "me", "my"))


@dataclass(frozen=True, slots=True)
class Seen:
    """An entity met earlier in the article. `plural` tells how it is referred back to.

    `subject`: it is a subject of its sentence, `main` that of the main clause; `possessor`: something is its, or it is
    only what another is called ("known as X"). `told`: somebody tells it something ("told Reuters").
    """

    sentence: int
    token: int
    argument: Argument
    plural: bool
    subject: bool
    possessor: bool = False
    main: bool = False
    told: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article before it is read.

    `main` is the country at war that it is about, `home` the country that it names most, at war or not.
    """

    lexicon: Lexicon
    words: WordLists
    document: Document
    main: str | None = None
    home: str | None = None


class Struck(NamedTuple):
    """Where the last happening took place, with the sentence and paragraph that told it."""

    place: Argument
    sentence: int
    paragraph: int

    def holds(self, sentence: Sentence) -> bool:
        """Whether a sentence stands near enough to go on about it."""
        distance = sentence.index - self.sentence
        return distance == 1 or distance <= NEAR and sentence.paragraph == self.paragraph


@dataclass(slots=True)
class Memory:
    """What an article has told so far.

    `history`: who was spoken of. `named`: the classes of names without entry. `blocked` holds the sentences about a
    thing without an entity, `nameless` those about a person without a name, `many` those about several without one.
    `strange` is the last in which a name without entry does something. `talkers` met last, `sides` fought, met or
    agreed in a sentence. `issuer` is who issued the last statement, `issued` the last sentence with "the statement
    said". `titles` tells who bears a title, `offices` whom speakers speak for, `unnamed` who is named with those
    without a name, `dead` who died, `struck` where the last happening took place.
    """

    history: list[Seen] = field(default_factory=list)
    named: dict[str, str] = field(default_factory=dict)
    blocked: set[int] = field(default_factory=set)
    nameless: set[int] = field(default_factory=set)
    many: set[int] = field(default_factory=set)
    strange: int = -9
    talkers: tuple[Argument, ...] = ()
    sides: tuple[int, tuple[Argument, ...]] | None = None
    agreement_places: dict[str, Argument] = field(default_factory=dict)
    issuer: Entity | None = None
    issued: int = -2
    titles: dict[str, Entity] = field(default_factory=dict)
    offices: dict[str, Entity] = field(default_factory=dict)
    unnamed: dict[str, Entity | None] = field(default_factory=dict)
    dead: set[str] = field(default_factory=set)
    struck: Struck | None = None


@dataclass(slots=True)
class Reading:
    """An article being read, with the sentence at hand.

    `theatre` is the country at war meant in this sentence, `elsewhere` the one that a fronted "In Mali" moved to since
    the paragraph of `scene` began, `abroad` tells whether a place in another war was named since. `cache`, `several`,
    `commons`, `nouns` and `modified` hold what is resolved of the sentence; `open` are the tokens being resolved right
    now, against going round in circles. The questions are those that the modules, each of which resolves one sort of
    phrase, ask of the whole; `Resolver` answers them.
    """

    known: Known
    memory: Memory = field(default_factory=Memory)
    speaker: Argument | None = None
    tree: Tree = field(init=False)
    theatre: str | None = None
    scene: Sentence | None = None
    elsewhere: str | None = None
    abroad: bool = False
    cache: dict[tuple[int, str], Argument | None] = field(default_factory=dict)
    several: dict[tuple[int, str], tuple[tuple[Argument, ...], tuple[Argument, ...]]] = field(
        default_factory=dict
    )
    commons: dict[int, Argument | None] = field(default_factory=dict)
    nouns: dict[int, tuple[Noun | None, int]] = field(default_factory=dict)
    modified: dict[int, list[int]] = field(default_factory=dict)
    open: set[int] = field(default_factory=set)

    def argument(self, i: int, want: str = "any") -> Argument | None:
        """The entity of the noun phrase headed by token i; `want` is "actor", "place" or "any"."""
        raise NotImplementedError

    def arguments(self, i: int, want: str = "any") -> tuple[Argument, ...]:
        """The entities of a noun phrase and of those coordinated with it; the same entity once."""
        raise NotImplementedError

    def partitive(self, i: int, want: str) -> tuple[Argument, ...]:
        """The entities of one phrase: itself, or what "hundreds of", "most of" takes a share of."""
        raise NotImplementedError

    def entity(self, name: Name, want: str = "any", i: int | None = None) -> Entity | None:
        """The entity a name stands for."""
        raise NotImplementedError

    def common(self, i: int, want: str) -> Argument | None:
        """The entity of a common noun."""
        raise NotImplementedError
