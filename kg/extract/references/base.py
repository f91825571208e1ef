"""What resolving has read so far, and the questions asked of a noun phrase before anything is resolved."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.extract.grammar.compounds import Compound, compound
from kg.extract.grammar.tree import Tree
from kg.identifiers import local_name
from kg.records import Argument, Document, Entity, Name, Sentence
from kg.rules.lexicon import Entry, Lexicon
from kg.rules.words import Noun, WordLists

GROUPS = ("ArmedGroup", "Organisation", "ArmedForces", "Government", "Collective")
ACTORS = ("Person", "State", *GROUPS, "Population")
PLACES = ("Place", "State", "Facility")
DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "their", "his", "her"))
RECENT = 3  # sentences back to which "the group", "the insurgents" may refer
# Quotation marks, but no apostrophes: "'extremist' groups", "Syria's rebels", "the rebels' allies".
QUOTES = re.compile(r"""["“”]|(?<!\w)['‘’]|(?<=[^\Ws])['’](?!\w)""")
SETTLEMENTS = frozenset(
    ("city", "town", "village", "province", "region", "governorate", "district", "capital", "state", "port", "island",
     "hamlet", "county", "suburb", "country", "nation", "metropolis", "enclave", "camp")
)  # fmt: skip
SOMEWHERE_IN = " in "
WITH_ARTICLE = ("Republic", "Islands", "Philippines", "Netherlands", "Maldives", "Bahamas", "Gambia")
IRREGULAR = {"man": "men", "woman": "women", "child": "children", "person": "people", "people": "people",
             "personnel": "personnel", "staff": "staff", "police": "police", "serviceman": "servicemen",
             "gunman": "gunmen", "militiaman": "militiamen", "opposition": "opposition",
             "population": "population", "leadership": "leadership", "peshmerga": "peshmerga"}  # fmt: skip


def plural(noun: str) -> str:
    """The plural of a noun phrase whose last word is the head."""
    head = noun.split()[-1]
    front = noun[: len(noun) - len(head)]
    if head in IRREGULAR:
        return front + IRREGULAR[head]
    if head.endswith("y") and head[-2:-1] not in "aeiou":
        return front + head[:-1] + "ies"
    if head.endswith(("s", "x", "ch", "sh")):
        return front + head + "es"
    if head.endswith("man"):
        return front + head[:-3] + "men"
    return front + head + "s"


def with_article(country: str) -> str:
    """A country's name as it stands behind "in": "Sudan", "the Central African Republic"."""
    last = country.split()[-1]
    has_article = " of the " in country or country.startswith("United ") or last in WITH_ARTICLE
    return f"the {country}" if has_article else country


def noun_of(label: str) -> str:
    """The plural noun in the label of a group without a name: "civilians" of "civilians in Syria"."""
    return label.partition(SOMEWHERE_IN)[0].split()[-1].lower()


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


def entity_of(entry: Entry) -> Entity:
    """The dictionary's entry as an entity."""
    return Entity(entry.id, entry.label, entry.type, entry.country)


@dataclass(slots=True)
class Resolution:
    """What is known while one article is read.

    `main` is the country at war that the article is about, `theatre` the one meant in this sentence, `elsewhere` the
    country that a fronted "In Mali" moved to since paragraph `scene` began. `blocked` holds the sentences about a thing
    without an entity. `issuer` is who issued the last statement, `issued` the last sentence with "the statement said".
    `offices` tells whom speakers speak for, `unnamed` who is named with those without a name. `nameless` holds the
    sentences about a person without a name. `open` are the tokens being resolved right now, against going round in
    circles.
    """

    lexicon: Lexicon
    words: WordLists
    document: Document
    main: str | None = None
    history: list[Seen] = field(default_factory=list)
    speaker: Argument | None = None
    named: dict[str, str] = field(default_factory=dict)
    tree: Tree = field(init=False)
    cache: dict[tuple[int, str], Argument | None] = field(default_factory=dict)
    common: dict[int, Argument | None] = field(default_factory=dict)
    nouns: dict[int, tuple[Noun | None, int]] = field(default_factory=dict)
    open: set[int] = field(default_factory=set)
    theatre: str | None = None
    scene: Sentence | None = None
    elsewhere: str | None = None
    blocked: set[int] = field(default_factory=set)
    nameless: set[int] = field(default_factory=set)
    talkers: tuple[Argument, ...] = ()
    agreement_places: dict[str, Argument] = field(default_factory=dict)
    issuer: Entity | None = None
    issued: int = -2
    titles: dict[str, Entity] = field(default_factory=dict)
    offices: dict[str, Entity] = field(default_factory=dict)
    unnamed: dict[str, Entity | None] = field(default_factory=dict)

    def argument(self, i: int, want: str = "any") -> Argument | None:
        """The entity of the noun phrase headed by token i."""
        raise NotImplementedError

    def partitive(self, i: int, want: str) -> tuple[Argument, ...]:
        """The entities of one phrase, or what it takes a share of."""
        raise NotImplementedError

    def entity(self, name: Name, want: str = "any", i: int | None = None) -> Entity | None:
        """The entity a name stands for."""
        raise NotImplementedError

    def _common(self, i: int, want: str) -> Argument | None:
        """The entity of a common noun."""
        raise NotImplementedError

    def _is_demonym(self, i: int) -> bool:
        name = self.tree.name(i)
        return bool(
            name
            and name.senses
            and name.senses[0][1] == "demonym"
            and self.tree.tokens[i].dep in ("amod", "compound")
        )

    def _slice(self, start: int, end: int) -> str:
        return self.document.text[start:end]

    def _direction(self, i: int) -> int | None:
        for k in self.tree.kids(i, "amod", "compound", "advmod"):
            if k < i and self.tree.tokens[k].lower in self.words.grammar["directions"]:
                return k
        return None

    def _noun(self, i: int) -> tuple[Noun | None, int]:
        """What the noun at i denotes with its compound words, and where the compound begins."""
        if i not in self.nouns:
            self.nouns[i] = self._noun_phrase(i)
        return self.nouns[i]

    def _noun_phrase(self, i: int) -> tuple[Noun | None, int]:
        tokens = self.tree.tokens
        token = tokens[i]
        nouns, lemma = self.words.nouns, token.lemma.lower()
        for size in range(self.words.noun_ends.get(lemma, 0), 0, -1):
            first = i - size
            if first < 0 or any(t.name is not None for t in tokens[first:i]):
                continue
            noun = nouns.get(" ".join([*(t.lower for t in tokens[first:i]), lemma]))
            if noun is not None:
                return noun, first
        return nouns.get(lemma) or nouns.get(token.lower), i

    def _name_behind(self, i: int) -> bool:
        """Whether a noun introduces the name right behind it: "the movement Hamas"."""
        tokens = self.tree.tokens
        return (
            i + 1 < len(tokens)
            and tokens[i + 1].name is not None
            and tokens[i + 1].pos == "PROPN"
            and not self._is_demonym(i + 1)
        )

    def modifiers(self, i: int) -> list[int]:
        """The words before a noun that qualify it: adjectives, compounds, possessors."""
        return [
            k
            for k in self.tree.kids(i, "amod", "compound", "nmod", "nmod:poss", "flat", "nummod", "det")
            if k < i
        ]

    def _named_modifiers(self, i: int) -> list[int]:
        """The modifiers of a noun, and names that modify a modifier: "United States military forces"."""
        direct = self.modifiers(i)
        common = [k for k in direct if self.tree.tokens[k].dep == "compound" and self.tree.name(k) is None]
        inner = [
            n
            for k in common
            for n in self.modifiers(k)
            if self.tree.name(n) is not None and self.tree.tokens[n].dep in ("compound", "amod")
        ]
        return sorted({*direct, *inner})

    def _names_before(self, i: int) -> list[tuple[int, Entity, bool]]:
        """Named modifiers of a noun with their entity and whether it is a possessor; those of its conjuncts too."""
        found = []
        for k in self._named_modifiers(i):
            token = self.tree.tokens[k]
            name = self.tree.name(k)
            if name is not None:
                entity = self.entity(name, "any", k)
                if entity is not None:
                    found.append((k, entity, token.dep == "nmod:poss"))
            elif token.dep == "nmod:poss":
                argument = self.argument(k, "actor")
                if argument is not None:
                    found.append((k, argument.entity, True))
        return found

    def _compounds_before(self, i: int) -> list[tuple[int, Compound]]:
        found = []
        for k in self.modifiers(i):
            if (made := compound(self.tree.tokens[k])) is not None:
                found.append((k, made))
        return found

    def _mention(self, i: int, first: int) -> tuple[str, int, int]:
        """The words of a noun phrase that name it: from its first qualifying word to its head."""
        tree = self.tree
        start = first
        for k in sorted(self.modifiers(i), reverse=True):
            token = tree.tokens[k]
            if token.lower in ("time", "day", "week", "month", "year", "same"):
                break
            if (
                token.dep in ("amod", "compound", "nmod")
                and token.pos in ("ADJ", "NOUN", "PROPN", "VERB")
                and max(tree.conjuncts(k)) >= start - 2
            ):
                start = min(start, k)
        return tree.text(start, i), tree.tokens[start].start, tree.tokens[i].end

    def _is_definite(self, i: int) -> bool:
        return any(self.tree.tokens[k].lower in DEFINITE for k in self.tree.kids(i, "det", "nmod:poss"))

    def _at_war(self, country: str) -> bool:
        return self.lexicon.state(country).at_war

    def _forces(self, country: str | None) -> Entity | None:
        if country is None or country not in self.lexicon.states:
            return None
        return entity_of(self.lexicon.forces(country))

    def _army(self, country: str | None) -> Entity | None:
        """Whom "the army" means in news from a country."""
        if country is None or country not in self.lexicon.states:
            return None
        return entity_of(self.lexicon.army(country))

    def _police(self, country: str | None) -> Entity | None:
        """The police of a country: never its army."""
        if country not in self.lexicon.states:
            return None
        for adjective in self.lexicon.state(country or "").adjectives[:1]:
            for sense in self.lexicon.senses(f"{adjective} police"):
                return entity_of(self.lexicon.entries[sense.entry_id])
        return self.collective("police", country)

    @property
    def _fighters(self) -> frozenset[str]:
        return frozenset(plural(word) for word, noun in self.words.nouns.items() if noun.kind == "fighters")

    def _lowered(self, text: str) -> str:
        """A description in lower case, but for its names: "global leaders" for "Global leaders"; "Syrian allies"."""
        return " ".join(self._lowered_word(word) for word in text.split())

    def _lowered_word(self, word: str) -> str:
        front, hyphen, rest = word.partition("-")
        if hyphen:  # "pro-Russian", "Iran-backed"
            return f"{self._lowered_word(front)}-{self._lowered_word(rest)}"
        is_name = word[:1].isupper() and bool(self.lexicon.senses(word))
        return word if is_name or word.isupper() else word.lower()

    def _unquantified(self, label: str) -> str:
        """A description without how many they are: "Arab citizens" for "many Arab citizens"."""
        first, _, rest = label.partition(" ")
        return rest if rest and first.lower() in self.words.grammar["vague_quantities"] else label

    def collective(
        self, head: str, country: str | None, plain: bool = False, is_told: bool = False
    ) -> Entity:
        """A group without a name: one for each country and noun.

        It gets a nationality where the text tells it (`is_told`), and where the country defines the group ("Syrian
        rebels"). Who is spoken of in an article on Syria is otherwise only somewhere there: "civilians in Syria".
        """
        label = self._unquantified(" ".join(QUOTES.sub("", head).split()))
        if not plain and country is not None and country in self.lexicon.states:
            state = self.lexicon.state(country)
            if not is_told and label not in self.words.grammar["sides_of_countries"]:
                label = f"{label}{SOMEWHERE_IN}{with_article(state.label)}"
            elif state.adjectives:
                label = f"{state.adjectives[0]} {label}"
        return Entity(local_name(label), label, "Collective", country)
