"""Gives each noun phrase one entity, across an article: names, groups without a name, descriptions, pronouns.

When nothing is sure, nothing is returned: a missing participant costs less than a wrong one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.extract.compounds import Compound, compound, sides
from kg.extract.syntax import Tree
from kg.identifiers import digest, local_name
from kg.records import Argument, Document, Entity, Name, Sentence, Token
from kg.rules.lexicon import Entry, Lexicon, normalise
from kg.rules.words import Noun, WordLists

GROUPS = ("ArmedGroup", "Organisation", "ArmedForces", "Government", "Collective")
ACTORS = ("Person", "State", *GROUPS, "Population")
PLACES = ("Place", "State", "Facility")
DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "their", "his", "her"))
QUOTES = re.compile("[\"“”‘’']")
TALKING = frozenset(("leader", "minister", "president", "side", "official", "diplomat"))
HE = frozenset(("he", "him", "his", "himself", "she", "her", "hers", "herself"))
IT = frozenset(("it", "its", "itself"))
THEY = frozenset(("they", "them", "their", "theirs", "themselves"))
ABROAD = frozenset(("international", "global", "foreign", "world", "regional", "outside", "neighbouring", "neighboring"))
ARMIES = ("army", "military", "troop", "soldier", "navy", "air force", "force", "government", "authority", "police")
CONTESTED = 0.8  # from this share of the mentions on, a second country at war leaves open which one is meant
PASSING = 0.4  # below this share of the mentions of another country, a country at war is only mentioned in passing
# People whom somebody sends: where they are tells nothing of where they are from.
SENT = frozenset(("peacekeeper", "observer", "expert", "diplomat", "contractor", "aid worker", "humanitarian worker"))
UNSURE = "?"  # another country, but not known which
POLICE = ("police", "policeman", "police officer", "policewoman")
ADDRESSED = frozenset(("accuse", "blame", "urge", "ask", "warn", "criticise", "criticize", "condemn", "denounce"))
TAKEN = frozenset(("capture", "overrun", "seize", "retake", "recapture", "besiege", "encircle", "occupy", "storm"))
SETTLEMENTS = frozenset(
    ("city", "town", "village", "province", "region", "governorate", "district", "capital", "state", "port", "island",
     "hamlet", "county", "suburb", "country", "nation", "metropolis", "enclave", "camp")
)  # fmt: skip
# Nouns that stay people in the singular: "the population", "police staff".
MASS = frozenset(("people", "population", "staff", "family", "minority", "community", "tribe", "men"))
FRONTED = frozenset(("before", "after", "when", "while", "as", "if", "although", "though", "since", "once", "until"))
BANDS = frozenset(("group", "militia", "faction", "brigade", "battalion", "wing", "gang", "front", "cell"))
# Capitalised words that name nobody by themselves: "State TV", "the Agency".
GENERIC = frozenset(
    ("tv", "television", "radio", "news", "media", "press", "agency", "office", "team", "mission", "task", "defence",
     "defense", "service", "services", "staff", "declaration", "statement", "army", "military", "navy", "force", "forces",
     "group", "movement", "front", "command", "unit", "division", "brigade")
)  # fmt: skip
WE = frozenset(("we", "us", "our", "ours", "i", "me", "my"))
IRREGULAR = {"man": "men", "woman": "women", "child": "children", "person": "people", "people": "people",
             "personnel": "personnel", "staff": "staff", "police": "police", "serviceman": "servicemen",
             "gunman": "gunmen", "militiaman": "militiamen", "opposition": "opposition"}  # fmt: skip


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


@dataclass(frozen=True, slots=True)
class Seen:
    """An entity met earlier in the article. `plural` tells how it is referred back to."""

    sentence: int
    token: int
    argument: Argument
    plural: bool
    subject: bool
    possessor: bool = False


@dataclass(slots=True)
class Resolver:
    """Resolves the noun phrases of one article, sentence by sentence, in reading order."""

    lexicon: Lexicon
    words: WordLists
    document: Document
    main: str | None = None
    history: list[Seen] = field(default_factory=list)
    speaker: Argument | None = None
    named: dict[str, str] = field(default_factory=dict)
    tree: Tree = field(init=False)
    cache: dict[tuple[int, str], Argument | None] = field(default_factory=dict)
    open: set[int] = field(default_factory=set)
    theatre: str | None = None
    scene: Sentence | None = None
    elsewhere: str | None = None
    blocked: set[int] = field(default_factory=set)

    # Reading on

    def begin(self, tree: Tree) -> None:
        """Start the next sentence."""
        self.tree = tree
        if self.scene is None or self.scene.paragraph != tree.sentence.paragraph or self.scene.index > tree.sentence.index:
            self.elsewhere = None
        self.scene = tree.sentence
        self.elsewhere = self._fronted_country() or self.elsewhere
        self.theatre = self._theatre()
        self.cache.clear()
        self.open.clear()

    def _theatre(self) -> str | None:
        """The country whose army, government and people are meant without saying so: the one that "In Mali, ..."
        opened this paragraph with, else the one that the article is about."""
        if self.elsewhere is None or self.elsewhere == self.main:
            return self.main
        if self.elsewhere == UNSURE:
            return None
        return self.elsewhere if self._at_war(self.elsewhere) else None

    def _fronted_country(self) -> str | None:
        """The country of "In Mali, ...", "In the eastern Ukrainian town of Bakhmut, ..."."""
        tokens = self.tree.tokens
        if not tokens or tokens[0].lower not in ("in", "near", "outside", "across"):
            return None
        end = next((t.i for t in tokens[:12] if t.text == ","), 0)
        for token in tokens[1:end] if end else tokens[1:3]:
            name = self.tree.name(token.i)
            if name is None or not name.senses:
                continue
            countries = {
                e.country for entry, sense in name.senses
                if (e := self.lexicon.entries[entry]).type in ("State", "Place") or sense in ("capital", "seat")
            } - {None}  # fmt: skip
            if self.main in countries:
                return self.main
            if len(countries) == 1 and (country := next(iter(countries))) in self.lexicon.states:
                return country
            if countries:
                return UNSURE
        return None

    def _country_of_crowd(self) -> str | None:
        """The country of people and fighters who come without one: the theatre's, unless the sentence names another."""
        if self.theatre is None:
            return None
        return None if any(self._is_elsewhere(token) for token in self.tree.tokens) else self.theatre

    def _is_elsewhere(self, token: Token) -> bool:
        """Whether a word names another country at war, or where else something happens ("in Paris")."""
        name = self.tree.name(token.i)
        if name is None or not name.senses or name.senses[0][1] in ("demonym", "people"):
            return False
        entries = [self.lexicon.entries[entry] for entry, _ in name.senses]
        country = entries[0].country
        if entries[0].type not in ("State", "Place") or country not in self.lexicon.states or any(e.country == self.theatre for e in entries):
            return False
        return self._at_war(country or "") or self.tree.case(token.i)[:1] in (("in",), ("near",), ("at",), ("outside",))

    def finish(self) -> None:
        """Remember whom the sentence spoke of, for the references of later sentences."""
        tree = self.tree
        if self._nameless_topic():
            self.blocked.add(tree.sentence.index)
        for token in tree.tokens:
            if token.pos == "NOUN" and token.lemma in self.words.grammar["statements"]:
                self._issuer(token.i)
            if token.pos not in ("PROPN", "NOUN") or (token.name is not None and self._is_demonym(token.i)):
                continue
            if token.dep == "compound" and token.name is None:
                continue
            argument = self.argument(token.i, "any")
            if argument is not None:
                number = token.tag in ("NNS", "NNPS") or argument.entity.type == "Collective"
                subject = token.dep in ("nsubj", "nsubj:pass")
                possessor = token.dep in ("nmod:poss", "obl:agent")
                self.history.append(Seen(tree.sentence.index, token.i, argument, number, subject, possessor))

    def _nameless_topic(self) -> bool:
        """Whether the sentence is about a thing without an entity ("The war broke out ..."), which "it" then means."""
        tree = self.tree
        for token in tree.tokens:
            if token.dep in ("nsubj", "nsubj:pass") and tree.tokens[token.head].dep == "root":
                return token.tag == "NN" and token.name is None and self.argument(token.i, "any") is None
        return False

    def _is_demonym(self, i: int) -> bool:
        name = self.tree.name(i)
        return bool(name and name.senses and name.senses[0][1] == "demonym" and self.tree.tokens[i].dep in ("amod", "compound"))

    # Noun phrases

    def arguments(self, i: int, want: str = "any") -> tuple[Argument, ...]:
        """The entities of a noun phrase and of those coordinated with it; the same entity once."""
        found: dict[str, Argument] = {}
        for k in self.tree.conjuncts(i):
            for argument in self.partitive(k, want):
                found.setdefault(argument.entity.id, argument)
        return tuple(found.values())

    def partitive(self, i: int, want: str) -> tuple[Argument, ...]:
        """The entities of one phrase: itself, or what "hundreds of", "most of" takes a share of."""
        tree = self.tree
        token = tree.tokens[i]
        if token.tag == "NNS" and (several := self._of_several(i)):
            return several
        if self.talkers and token.tag == "NNS" and token.lemma in TALKING and self._is_definite(i) and not self._names_before(i):
            text, start, end = self._mention(i, i)
            return tuple(Argument(a.entity, text, start, end) for a in self.talkers)
        own = self.argument(i, want)
        if own is not None:
            return (own,)
        if token.lemma in self.words.grammar["partitives"] or token.pos in ("NUM", "DET"):
            for k in tree.kids(i, "nmod", "obl"):
                if tree.case(k)[:1] in (("of",), ("from",), ("among",)):
                    return self._shared(i, self.arguments(k, want))
        if token.pos != "PROPN" and (parts := sides(token.text)):
            return tuple(a for part, at in parts if (a := self._side(part, token.start + at)))
        return ()

    talkers: tuple[Argument, ...] = ()
    agreement_places: dict[str, Argument] = field(default_factory=dict)

    def _shared(self, i: int, whole: tuple[Argument, ...]) -> tuple[Argument, ...]:
        """ "The western half of Aleppo" is western Aleppo; other shares count as the whole."""
        direction = self._direction(i)
        if direction is None or len(whole) != 1 or whole[0].entity.type not in ("Place", "State"):
            return whole
        label = f"{self.tree.tokens[direction].lower} {whole[0].entity.label}"
        start, end = self.tree.tokens[direction].start, whole[0].end
        return (Argument(Entity(local_name(label), label, "Place", whole[0].entity.country), self._slice(start, end), start, end),)

    def _of_several(self, i: int) -> tuple[Argument, ...]:
        """ "The navies of China and India": the forces or governments of each country."""
        tree = self.tree
        noun = self._noun(i)[0]
        if noun is None or noun.kind not in ("forces", "government"):
            return ()
        for k in tree.kids(i, "nmod"):
            if tree.case(k) == ("of",):
                states = [a for c in tree.conjuncts(k) if (a := self.argument(c, "actor")) and a.entity.type == "State" and a.entity.country]
                made = [self._forces(a.entity.country) if noun.kind == "forces" else entity_of(self.lexicon.government(a.entity.country or "")) for a in states]
                return tuple(Argument(e, a.mention, a.start, a.end) for e, a in zip(made, states, strict=True) if e is not None)
        return ()

    def _side(self, text: str, start: int) -> Argument | None:
        for sense in self.lexicon.senses(text):
            entry = self.lexicon.entries[sense.entry_id]
            if entry.type in ACTORS:
                return Argument(entity_of(entry), text, start, start + len(text))
        return None

    def qualifiers(self, i: int) -> tuple[Argument, ...]:
        """Who stands before a thing as its owner or origin: "Russian air cover", "Coalition advisers"."""
        found = []
        for k in self.modifiers(i):
            if self.tree.name(k) is not None or self.tree.tokens[k].dep in ("nmod:poss", "compound"):
                argument = self.argument(k, "actor")
                if argument is not None:
                    found.append(argument)
        return tuple(found)

    def part(self, text: str, start: int) -> Argument | None:
        """Whom the first part of a hyphenated word names: "Iran" in "Iran-backed", "rebel" in "rebel-held"."""
        for sense in self.lexicon.senses(text):
            entry = self.lexicon.entries[sense.entry_id]
            return Argument(entity_of(entry), text, start, start + len(text))
        lower = text.lower()
        noun = self.words.nouns.get(lower)
        side = self.words.modifiers.get(lower)
        entity = None
        if side == "government" and self.theatre:
            entity = entity_of(self.lexicon.government(self.theatre))
        elif side == "rebels" or (noun is not None and noun.label == "rebels"):
            entity = self._collective("rebels", self.theatre)
        elif noun is not None and noun.kind == "fighters":
            entity = self._collective(plural(lower), self.theatre)
        elif noun is not None and noun.kind == "group" and lower == "coalition":
            entity = self._collective("coalition", None, plain=True)
        return None if entity is None else Argument(entity, text, start, start + len(text))

    def argument(self, i: int, want: str = "any") -> Argument | None:
        """The entity of the noun phrase headed by token i; `want` is "actor", "place" or "any"."""
        key = (i, want)
        if key not in self.cache:
            if i in self.open:
                return None
            self.open.add(i)
            self.cache[key] = self._argument(i, want)
            self.open.discard(i)
        return self.cache[key]

    def _argument(self, i: int, want: str) -> Argument | None:
        tree = self.tree
        token = tree.tokens[i]
        name = tree.name(i)
        if name is not None:
            return self._named(i, name, want)
        if token.pos == "PRON" or token.tag in ("PRP", "PRP$"):
            return self._pronoun(i, want)
        if token.pos in ("NOUN", "PROPN", "ADJ"):
            return self._common(i, want)
        return None

    # Names

    def _named(self, i: int, name: Name, want: str) -> Argument | None:
        direction = self._direction(i) if want != "actor" else None
        if direction is None and self._is_addressed(i) and any(sense in ("capital", "seat") for _, sense in name.senses):
            if want == "place":
                return None
            want = "actor"
        if self._is_demonym(i) and self._tells_of_allies(i):
            return None
        entity = self.entity(name, want, i)
        if entity is None:
            return self._common(i, want) if " " not in name.text and not name.senses else None
        start, text = name.start, name.text
        if direction is not None and entity.type in ("Place", "State"):
            label = f"{self.tree.tokens[direction].lower} {entity.label}"
            start = self.tree.tokens[direction].start
            text = self._slice(start, name.end)
            entity = Entity(local_name(label), label, "Place", entity.country)
        return Argument(entity, text, start, name.end)

    def _is_addressed(self, i: int) -> bool:
        """Whether somebody accuses, urges or warns the name: then a capital is its state."""
        token = self.tree.tokens[self.tree.head_of_conjuncts(i)]
        return token.dep == "obj" and self.tree.tokens[token.head].lemma in ADDRESSED

    def _tells_of_allies(self, i: int) -> bool:
        """Whether a demonym tells where somebody's allies come from: "Iran and its Syrian allies"."""
        head = self.tree.tokens[self.tree.tokens[i].head]
        return head.tag == "NNS" and head.lemma in ("ally", "partner", "proxy", "backer") and bool(self.tree.kids(head.i, "nmod:poss"))

    def _slice(self, start: int, end: int) -> str:
        return self.document.text[start:end]

    def _direction(self, i: int) -> int | None:
        for k in self.tree.kids(i, "amod", "compound", "advmod"):
            if k < i and self.tree.tokens[k].lower in self.words.grammar["directions"]:
                return k
        return None

    def entity(self, name: Name, want: str = "any", i: int | None = None) -> Entity | None:
        """The entity a name stands for."""
        if not name.senses:
            return self._unknown(name, i)
        entries = [(self.lexicon.entries[entry], sense) for entry, sense in name.senses]
        if want == "place":
            entries = [p for p in entries if p[1] not in ("capital", "seat")] or entries
        elif want == "actor" and any(sense in ("capital", "seat") for _, sense in entries):
            entries = [p for p in entries if p[1] in ("capital", "seat")]
        if entries[0][1] == "people":  # "Britons" are people, not their state
            entry = entries[0][0]
            label = entry.people[0] if entry.people else name.text
            return Entity(local_name(label), label, "Collective", entry.country)
        names = [entry for entry, sense in entries if sense in ("name", "acronym", "demonym", "people", "short", "seat", "capital")]
        if len(names) > 1:
            names = self._near(names)
        return entity_of(names[0])

    def state_of(self, entity: Entity) -> Entity | None:
        """The state that a place lies in."""
        if entity.country is None or entity.country not in self.lexicon.states:
            return None
        return entity_of(self.lexicon.state(entity.country))

    def forces_of(self, entity: Entity) -> Entity | None:
        """The armed forces of a state."""
        return self._forces(entity.country)

    def _near(self, entries: Sequence[Entry]) -> list[Entry]:
        """Homonyms: those of a country that the sentence or the article speaks of come first."""
        near = {e.country for n in self.tree.sentence.names for s in n.senses if (e := self.lexicon.entries[s[0]])}
        countries = [e.country for e in entries]
        here = {n.senses[0][0]: self.lexicon.entries[n.senses[0][0]].country for n in self.tree.sentence.names if len(n.senses) == 1}
        wanted = set(here.values()) or near
        return sorted(entries, key=lambda e: (e.country not in wanted, e.country != self.theatre, countries.index(e.country)))

    def _unknown(self, name: Name, i: int | None) -> Entity | None:
        if name.text.lower() in GENERIC:
            return None
        kind = name.kind or self.named.get(normalise(name.text)) or self._kind_in_context(i)
        if kind is None or kind in ("Other", "Operation"):
            return None
        label = name.canonical or name.text
        local = local_name(label)
        if local in self.lexicon.entries:
            local = f"{local}-{kind.lower()}"
        return Entity(local, label, kind, None)

    def _kind_in_context(self, i: int | None) -> str | None:
        """The class that grammar gives an unknown name: speakers are people, what "in" governs is a place."""
        if i is None:
            return None
        tree = self.tree
        token = tree.tokens[i]
        head = tree.tokens[token.head]
        if token.dep == "nsubj" and head.lemma in self.words.grammar["reporting_verbs"] and head.pos == "VERB":
            return "Person" if " " in token.text else None
        case = tree.case(i)
        if case and case[-1] in ("in", "near", "outside") and token.dep in ("obl", "nmod"):
            return "Place"
        if token.dep == "compound" and head.tag == "NN" and head.lemma in SETTLEMENTS and head.i == i + 1:
            return "Place"
        described = self._description_beside(i)
        if described is not None:
            noun = self._noun(described)[0]
            if noun is not None:
                return {"person": "Person", "people": "Person", "fighters": "ArmedGroup", "group": "Organisation",
                        "place": "Place", "facility": "Facility", "forces": "ArmedForces"}.get(noun.kind)  # fmt: skip
        return None

    def _description_beside(self, i: int) -> int | None:
        """The noun in apposition to a name: "X, a radiologist", "the activist X", "the town of X"."""
        tree = self.tree
        for k in tree.kids(i, "appos", "compound", "nmod", "flat"):
            if tree.tokens[k].pos == "NOUN":
                return k
        token = tree.tokens[i]
        if token.dep in ("appos", "flat") and tree.tokens[token.head].pos == "NOUN":
            return token.head
        if token.dep == "nmod" and tree.case(i) == ("of",) and tree.tokens[token.head].pos == "NOUN":
            noun = self._noun(token.head)[0]
            if noun is not None and noun.kind == "place":
                return token.head
        return None

    # Common nouns

    def _noun(self, i: int) -> tuple[Noun | None, int]:
        """What the noun at i denotes with its compound words, and where the compound begins."""
        tree = self.tree
        token = tree.tokens[i]
        for size in (3, 2, 1, 0):
            first = i - size
            if first < 0 or any(tree.tokens[k].name is not None for k in range(first, i)):
                continue
            phrase = " ".join([t.lower for t in tree.tokens[first:i]] + [token.lemma])
            noun = self.words.nouns.get(phrase)
            if noun is None and size == 0:
                noun = self.words.nouns.get(token.lower)
            if noun is not None:
                return noun, first
        return None, i

    def _common(self, i: int, want: str) -> Argument | None:
        back = self._by_head(i)
        if back is not None:
            return back
        noun, first = self._noun(i)
        if noun is None or self._only_modifies(i, noun):
            return None
        match noun.kind:
            case "place" | "facility":
                return self._place(i, first, noun) if want != "actor" or noun.kind == "place" else None
            case "person":
                return self._description(i, first)
            case "people" if self.tree.tokens[i].tag in ("NN", "NNP", "JJ") and self.tree.tokens[i].lemma not in MASS:
                return self._description(i, first)
            case _:
                return self._group(i, first, noun)

    def _only_modifies(self, i: int, noun: Noun) -> bool:
        """Whether a common noun only tells what sort of thing another is: "military jets", "refugee camp"."""
        token = self.tree.tokens[i]
        if token.dep not in ("amod", "compound") or token.head <= i:
            return False
        if token.lower in ("military", "armed force") or noun.plain:
            return True
        if token.lower in self.words.modifiers or noun.kind == "fighters":
            return False
        head = self._noun(token.head)[0]
        return token.pos == "ADJ" or (noun.kind in ("people", "person") and head is not None and head.kind in ("facility", "place", "group"))

    def _name_behind(self, i: int) -> bool:
        """Whether a noun introduces the name right behind it: "the movement Hamas"."""
        tokens = self.tree.tokens
        return i + 1 < len(tokens) and tokens[i + 1].name is not None and tokens[i + 1].pos == "PROPN" and not self._is_demonym(i + 1)

    def modifiers(self, i: int) -> list[int]:
        """The words before a noun that qualify it: adjectives, compounds, possessors."""
        return [k for k in self.tree.kids(i, "amod", "compound", "nmod", "nmod:poss", "flat", "nummod", "det") if k < i]

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

    def _named_modifiers(self, i: int) -> list[int]:
        """The modifiers of a noun, and names that modify a modifier: "United States" in "United States military forces"."""
        direct = self.modifiers(i)
        inner = [
            n for k in direct if self.tree.tokens[k].dep == "compound" and self.tree.name(k) is None
            for n in self.modifiers(k) if self.tree.name(n) is not None and self.tree.tokens[n].dep in ("compound", "amod")
        ]  # fmt: skip
        return sorted({*direct, *inner})

    def _compounds_before(self, i: int) -> list[tuple[int, Compound]]:
        found = []
        for k in self.modifiers(i):
            if (made := compound(self.tree.tokens[k])) is not None:
                found.append((k, made))
        return found

    def _of(self, i: int) -> Entity | None:
        """The named group in "fighters of HTS", "militants from ISIL"."""
        for k in self.tree.kids(i, "nmod"):
            if self.tree.case(k) in (("of",), ("from",), ("with",)) and self.tree.name(k) is not None:
                argument = self.argument(k, "any")
                if argument is not None:
                    return argument.entity
        return None

    def _mention(self, i: int, first: int) -> tuple[str, int, int]:
        """The words of a noun phrase that name it: from its first qualifying word to its head."""
        tree = self.tree
        start = first
        for k in sorted(self.modifiers(i), reverse=True):
            token = tree.tokens[k]
            if token.lower in ("time", "day", "week", "month", "year", "same"):
                break
            if token.dep in ("amod", "compound", "nmod") and token.pos in ("ADJ", "NOUN", "PROPN", "VERB") and k >= start - 2:
                start = min(start, k)
        return tree.text(start, i), tree.tokens[start].start, tree.tokens[i].end

    def _group(self, i: int, first: int, noun: Noun) -> Argument | None:
        """A noun for people or an institution, with what qualifies it."""
        tree = self.tree
        token = tree.tokens[i]
        text, start, end = self._mention(i, first)
        names = self._names_before(i)
        side = next((s for k in self.modifiers(i) if (s := self.words.modifiers.get(tree.tokens[k].lower))), None)
        side = side or next((self.words.modifiers[t.lower] for t in tree.tokens[first:i] if t.lower in self.words.modifiers), None)
        compounds = self._compounds_before(i)
        group = next(
            (e for _, e, poss in names
             if (e.type in ("ArmedGroup", "Organisation") or (e.type == "ArmedForces" and noun.kind in ("forces", "vehicle")))
             and (not poss or noun.kind == "forces" or (noun.kind == "fighters" and e.type == "ArmedGroup"))), None
        )  # fmt: skip
        if group is None and noun.kind in ("forces", "fighters", "vehicle"):
            group = self._coalition_before(i)
        if group is None and noun.kind in ("fighters", "forces") and (of := self._of(i)) is not None and of.type in ("ArmedGroup", "Organisation"):
            group = of
        if noun.kind in ("forces", "fighters") and (loyal := self._loyal_to(i)) is not None:
            return Argument(loyal, text, start, end)
        if group is not None and (noun.kind in ("fighters", "forces", "group", "vehicle") or noun.plain):
            return Argument(group, text, start, end)
        described = self._named_beside(i) or (self._named_so(i) if noun.kind == "fighters" and not names and not compounds else None)
        if described is not None and noun.kind in ("fighters", "group", "government") and described.entity.type in GROUPS:
            return Argument(described.entity, text, start, end)
        country = next((e.country for _, e, _ in names if e.country and e.type in ("State", "Person", "Government", "Place")), None)
        foreign = any(tree.tokens[k].lower in ABROAD for k in self.modifiers(i))
        entity = self._group_entity(i, noun, side, compounds, country, text, token.tag, foreign)
        return None if entity is None else Argument(entity, text, start, end)

    def _loyal_to(self, i: int) -> Entity | None:
        """ "Troops loyal to Assad", "forces backing the president": the forces of the country that he rules, else his."""
        tree = self.tree
        whom: list[int] = []
        for k in tree.kids(i, "amod", "acl", "acl:relcl"):
            if tree.tokens[k].lemma == "loyal":
                whom += [o for o in tree.kids(k, "obl", "nmod") if tree.case(o) == ("to",)]
            elif k > i and tree.tokens[k].lemma in ("back", "support") and tree.tokens[k].tag == "VBG":
                whom += tree.kids(k, "obj")
        if tree.tokens[i].head == i + 1 and tree.tokens[i + 1].lemma == "loyal":  # parsed as "fighters [are] loyal to"
            whom += [o for o in tree.kids(i + 1, "obl", "nmod") if tree.case(o) == ("to",)]
        for k in whom:
            found = self.argument(k, "actor")
            if found is None:
                return self._collective(plural(tree.tokens[i].lemma), None, plain=True)
            entity = found.entity
            if entity.type in ("State", "Government", "ArmedForces"):
                return self._forces(entity.country)
            if entity.type == "Person" and self._rules_a_state(entity):
                return self._forces(entity.country)
            label = f"{entity.label}'s forces"
            return Entity(local_name(label), label, "Collective", None)
        return None

    def _rules_a_state(self, person: Entity) -> bool:
        """Whether the dictionary knows a person as president, king or prime minister at the time of the article."""
        entry = self.lexicon.entries.get(person.id)
        published = self.document.published or ""
        return entry is not None and any(
            role.position in ("president", "king", "prime minister", "emir", "sultan", "supreme leader")
            and (not published or not role.until or published[: len(role.until)] <= role.until)
            for role in entry.roles
        )

    def _only_band(self, i: int) -> Entity | None:
        """ "The insurgents" after "the Taliban": the one armed group spoken of lately, when it is called such."""
        tree = self.tree
        token = tree.tokens[i]
        if not any(tree.tokens[k].lower == "the" for k in tree.kids(i, "det")) or len(self.modifiers(i)) > 1:
            return None
        here = tree.sentence.index
        near = [s.argument.entity for s in self._before(i) if here - s.sentence <= 2]
        bands = {e.id: e for e in near if e.type == "ArmedGroup"}
        crowds = [e for e in near if e.type == "Collective" and e.label.split()[-1] in self._fighters]
        if len(bands) != 1 or crowds:
            return None
        entity = next(iter(bands.values()))
        entry = self.lexicon.entries.get(entity.id)
        heads = {word for head in (entry.heads if entry else ()) for word in head.split()[-1:]}
        return entity if {token.lower, token.lemma} & heads or token.lower == "fighters" else None

    @property
    def _fighters(self) -> frozenset[str]:
        return frozenset(plural(word) for word, noun in self.words.nouns.items() if noun.kind == "fighters")

    def _named_so(self, i: int) -> Argument | None:
        """ "The rebels" after "Houthi rebels": the named group that this article called so."""
        if not self._is_definite(i):
            return None
        band = self._only_band(i)
        if band is not None:
            token = self.tree.tokens[i]
            return Argument(band, token.text, token.start, token.end)
        word = self.tree.tokens[i].lower
        found = {s.argument.entity.id: s.argument for s in self.history if s.argument.entity.type == "ArmedGroup" and s.argument.mention.lower().endswith(" " + word)}
        return next(iter(found.values())) if len(found) == 1 else None

    def _coalition_before(self, i: int) -> Entity | None:
        """The coalition in "coalition forces"."""
        for k in self.modifiers(i):
            if self.tree.tokens[k].lower == "coalition" and self.tree.name(k) is None:
                found = self.argument(k, "actor")
                if found is not None:
                    return found.entity
        return None

    def _group_entity(
        self, i: int, noun: Noun, side: str | None, compounds: list[tuple[int, Compound]], country: str | None,
        text: str, tag: str, foreign: bool = False,
    ) -> Entity | None:  # fmt: skip
        of = country or (None if foreign else self.theatre)
        crowd = country or (None if foreign or self.tree.tokens[i].lemma in SENT else self._country_of_crowd())
        if country is None and self._belongs_to_unknown(i):
            of = crowd = None
        attitude = next((c for _, c in compounds if c.kind == "attitude"), None)
        backed = [c for _, c in compounds if c.kind == "participle"]
        is_plural = tag in ("NNS", "NNPS") or noun.kind == "people"
        match noun.kind:
            case "fighters":
                if side == "government":
                    return self._forces(of)
                head = noun.label or ("rebels" if side == "rebels" or (attitude and attitude.lemma == "anti") else None)
                head = head or plural(self.tree.tokens[i].lemma)
                if backed:
                    return self._collective(text, country, plain=True)
                return self._collective(head, crowd) if is_plural or head in ("rebels",) else None
            case "forces" | "vehicle":
                if side == "rebels":
                    return self._collective("rebels", of)
                if attitude or (backed and not country):
                    return self._collective(text, of if attitude else None, plain=True)
                if self.tree.tokens[i].lemma in POLICE:
                    return self._police(of)
                if country or side == "government":
                    return self._forces(of)
                if noun.kind == "vehicle":
                    return None
                if self.tree.tokens[i].lemma.lower() in ("army", "military", "navy", "air force", "staff") and self._is_definite(i):
                    return self._forces(of)
                if self.tree.tokens[i].lemma == "force" and self.tree.tokens[i - 1].lower == "security":
                    return self._forces(of)
                if any(self.tree.name(k) is not None for k in self._named_modifiers(i)):
                    return None  # "SADC mission troops": somebody's, though not a country's
                return self._back_reference(i, ("ArmedForces",), True)
            case "government":
                if noun.label:
                    return self._collective(noun.label, of)
                if country:
                    return entity_of(self.lexicon.government(country))
                lemma = self.tree.tokens[i].lemma
                if lemma in ("government", "regime") and (self._is_definite(i) or lemma == "regime") and self.theatre:
                    return entity_of(self.lexicon.government(self.theatre))
                if lemma == "authority" and is_plural and self.theatre and self._at_war(self.theatre):
                    return entity_of(self.lexicon.government(self.theatre))
                return None
            case "people":
                if noun.plain:
                    return self._collective(self._lowered(text), country, plain=True)
                if country is None and any(e.type in ("Organisation", "ArmedGroup") for _, e, _ in self._names_before(i)):
                    return self._collective(text, None, plain=True)  # "African Union peacekeepers"
                return self._collective(plural(self.tree.tokens[i].lemma), crowd)
            case "group":
                if side == "rebels" and is_plural:
                    return self._collective("rebels", of)
                if is_plural and (country or backed or attitude):
                    return self._collective(text, country, plain=True)
                if backed or attitude or country:
                    return self._collective(text, country, plain=True)
                is_coalition = self.tree.tokens[i].lemma.lower() == "coalition"
                if (self._is_definite(i) or self.tree.tokens[i].text[:1].isupper()) and not is_coalition:
                    return None if self._name_behind(i) else self._back_reference(i, ("ArmedGroup", "Organisation"), False)
                return self._unnamed_group(i, text)
        return None

    def _unnamed_group(self, i: int, text: str) -> Entity | None:
        """A single group that has no name but a description ("a naval coalition"), known to this article only."""
        lemma = self.tree.tokens[i].lemma.lower()
        if lemma != "coalition" and " " not in text:
            return None
        label = "coalition" if lemma == "coalition" and " " not in text else text
        for seen in self.history:
            if seen.argument.entity.label.lower() == label.lower():
                return seen.argument.entity
        local = f"{local_name(label)}-{digest(self.document.id, label.lower(), length=6)}"
        return Entity(local, label.lower() if label.istitle() else label, "Organisation", None)

    def _at_war(self, country: str) -> bool:
        return self.lexicon.state(country).at_war

    def _forces(self, country: str | None) -> Entity | None:
        if country is None or country not in self.lexicon.states:
            return None
        return entity_of(self.lexicon.forces(country))

    def _police(self, country: str | None) -> Entity | None:
        """The police of a country: never its army."""
        if country not in self.lexicon.states:
            return None
        for adjective in self.lexicon.state(country or "").adjectives[:1]:
            for sense in self.lexicon.senses(f"{adjective} police"):
                return entity_of(self.lexicon.entries[sense.entry_id])
        return self._collective("police", country)

    def _belongs_to_unknown(self, i: int) -> bool:
        """Whether a noun is somebody's whom nothing tells: "their fighters" of an unknown "they"."""
        return any(self.tree.tokens[k].pos == "PRON" and self.argument(k, "actor") is None for k in self.tree.kids(i, "nmod:poss"))

    def _lowered(self, text: str) -> str:
        """A description in lower case, but for its names: "Global leaders" is "global leaders", "Syrian allies" stays."""
        return " ".join(w if self.lexicon.country_of(w) or w.isupper() else w.lower() for w in text.split())

    def _collective(self, head: str, country: str | None, plain: bool = False) -> Entity:
        """A group without a name: one for each country and noun."""
        label = " ".join(QUOTES.sub("", head).split())
        head = label
        if not plain and country in self.lexicon.states:
            state = self.lexicon.state(country)
            if state.adjectives:
                label = f"{state.adjectives[0]} {head}"
        return Entity(local_name(label), label, "Collective", country)

    def _is_definite(self, i: int) -> bool:
        return any(self.tree.tokens[k].lower in DEFINITE for k in self.tree.kids(i, "det", "nmod:poss"))

    # Descriptions

    def _named_beside(self, i: int) -> Argument | None:
        """The name to which a description stands in apposition: "HTS, a rebel group", "the rescue group X"."""
        tree = self.tree
        token = tree.tokens[i]
        for k in tree.kids(i, "appos", "flat"):
            if tree.name(k) is not None:
                return self.argument(k, "any")
        if token.dep in ("appos", "flat") and tree.name(token.head) is not None:
            return self.argument(token.head, "any")
        first = min([i, *(k for k in tree.subtree(i) if k < i)])
        clausal = token.dep in ("nsubj", "nsubj:pass", "obj", "root")
        if not clausal and first >= 2 and tree.tokens[first - 1].lower == "," and tree.name(first - 2) is not None and tree.tokens[first].lower in ("a", "an", "the"):
            return self.argument(first - 2, "any")
        for k in tree.kids(i, "acl"):
            for o in tree.kids(k, "obl"):  # "fighting under the name X"
                if tree.tokens[o].lemma == "name" and tree.case(o) == ("under",):
                    named = [n for n in tree.kids(o, "appos", "flat", "nmod") if tree.name(n) is not None]
                    if named:
                        return self.argument(named[0], "any")
            if tree.tokens[k].lemma in ("know", "call", "name", "dub"):
                for o in tree.kids(k, "obl", "xcomp", "obj"):
                    if tree.name(o) is not None:
                        return self.argument(o, "any")
        return None

    def _description(self, i: int, first: int) -> Argument | None:
        """A noun for one person: the name beside it, or somebody without a name, known to this article only."""
        text, start, end = self._mention(i, first)
        beside = self._named_beside(i)
        if beside is not None:
            return Argument(beside.entity, text, start, end)
        if self.tree.tokens[i].tag in ("NNS", "NNPS"):
            return None
        holder = self._holder(i)
        if holder is not None:
            return Argument(holder, text, start, end)
        return None

    def speaker_at(self, i: int) -> Argument | None:
        """Who speaks: the entity of a noun phrase, the issuer of a statement, or an unnamed person ("a diplomat")."""
        tree = self.tree
        token = tree.tokens[i]
        if token.pos == "NOUN" and token.lemma in self.words.grammar["statements"]:
            return self._issuer(i)
        found = self.argument(i, "actor")
        if found is not None or token.pos != "NOUN":
            return found
        noun, first = self._noun(i)
        if noun is None or noun.kind != "person":
            return None
        for k, entity, _ in self._names_before(i):
            if entity.type in ("Organisation", "Government", "ArmedForces") or (entity.type == "State" and token.lemma == "official"):
                name = tree.tokens[k]
                return Argument(entity, name.text, name.start, name.end)
        text, start, end = self._mention(i, first)
        local = f"{local_name(text)}-{digest(self.document.id, tree.sentence.start, text, length=6)}"
        return Argument(Entity(local, text.lower(), "Person", None), text, start, end)

    def _issuer(self, i: int) -> Argument | None:
        """Who issued "the statement", "a Defense Department news release"; else who issued the last one."""
        tree = self.tree
        candidates = [k for k in tree.subtree(i) if k < i and tree.name(k) is not None]
        candidates += [k for k in tree.kids(i, "nmod:poss", "nmod") if k < i or tree.case(k) in (("by",), ("from",), ("of",))]
        candidates += [k for v in tree.kids(i, "acl") for k in tree.kids(v, "obl:agent", "obl") if tree.case(k) == ("by",)]
        head = tree.tokens[tree.clause(i)]
        if head.pos == "VERB" and tree.tokens[i].dep in ("obj", "obl"):
            candidates += tree.kids(head.i, "nsubj")
        for k in candidates:
            found = self.argument(k, "actor")
            if found is not None and found.entity.type in ("Person", "Organisation", "State", "Government", "ArmedForces", "ArmedGroup"):
                self.issuer = found.entity
                return found
        token = tree.tokens[i]
        return None if self.issuer is None else Argument(self.issuer, token.text, token.start, token.end)

    issuer: Entity | None = None

    def _holder(self, i: int) -> Entity | None:
        """The person to whom "the prime minister", "the secretary" goes back: whose title it was in this article."""
        if not self._is_definite(i):
            return None
        tree = self.tree
        lemma = tree.tokens[i].lemma
        for size in (3, 2, 1):
            phrase = " ".join([*(t.lower for t in tree.tokens[max(0, i - size) : i]), lemma])
            if phrase in self.titles:
                return self.titles[phrase]
        return self.titles.get(lemma)

    titles: dict[str, Entity] = field(default_factory=dict)

    def _place(self, i: int, first: int, noun: Noun) -> Argument | None:
        """A noun for a place: the name it goes with, the place it lies in, or the place spoken of."""
        tree = self.tree
        token = tree.tokens[i]
        text, start, end = self._mention(i, first)
        lemma = token.lemma
        beside = self._named_beside(i)
        if beside is not None and beside.entity.type in PLACES:
            return Argument(beside.entity, beside.mention, beside.start, beside.end)
        if any(tree.case(k) == ("of",) and tree.tokens[k].pos in ("NOUN", "PROPN") and k > i for k in tree.kids(i, "nmod")):
            own_place = True
        else:
            own_place = False
        named = [k for k in tree.kids(i, "nmod") if tree.case(k) in (("of",), ("in",), ("near",)) and k > i]
        direction = self._direction(i)
        if token.tag == "NN" and lemma in SETTLEMENTS:
            direction = None  # "the southern Lebanese city of Sidon"
        if token.tag == "NN" and lemma in SETTLEMENTS:
            for k in (k for k in tree.kids(i, "compound") if k == i - 1 and tree.name(k) is not None):  # "the Warduj district of Badakhshan"
                inner = self.argument(k, "place")
                if inner is not None and inner.entity.type == "Place":
                    return inner
        for k in named:
            inner = self.argument(k, "place")
            if inner is not None and inner.entity.type in ("Place", "State", "Facility"):
                if noun.kind == "facility":
                    return self._local(f"{text} {tree.case(k)[0]} {inner.entity.label}", text, start, end, inner.entity.country)
                if tree.case(k) != ("of",):
                    if noun.kind == "place" and tree.case(k) == ("in",) and lemma not in ("city", "town", "village", "country", "border"):
                        return inner  # "a commercial area in Baghdad"
                    continue
                if direction is not None:
                    label = f"{tree.tokens[direction].lower} {inner.entity.label}"
                    return Argument(Entity(local_name(label), label, "Place", inner.entity.country), text, start, end)
                return inner
        before = [(k, e) for k, e, _ in self._names_before(i) if e.type in ("Place", "State", "Facility")]
        own = [(k, e) for k, e in before if e.type == "Place"]
        if noun.kind == "place" and own and lemma in ("city", "town", "village", "province", "region", "district", "area", "governorate", "countryside", "camp", "crossing", "neighbourhood", "neighborhood", "suburb"):
            k, e = own[-1]
            return Argument(e, tree.tokens[k].text, tree.tokens[k].start, tree.tokens[k].end)
        if noun.kind == "place" and before and lemma in ("soil", "territory", "land"):
            k, e = before[-1]
            return Argument(e, text, start, end)
        if noun.kind == "facility":
            if before:
                return self._local(text, text, start, end, before[0][1].country)
            return self._local(text, text, start, end, self.theatre) if not self._is_definite(i) else self._same_words(i, text, start, end)
        if any(tree.tokens[k].lower in ("city", "town") for k in tree.kids(i, "compound")):  # "the city center"
            lemma = "city"
        if direction is None and self._compounds_before(i):  # "rebel-held districts": land without a name
            return self._local(text, text, start, end, self.theatre)
        if (self._is_definite(i) and not own_place) or direction is not None:
            return self._place_spoken_of(i, lemma, direction, text, start, end)
        return None

    def _local(self, label: str, text: str, start: int, end: int, country: str | None) -> Argument:
        """A place without a name, known to this article only: its id carries the article's."""
        local = f"{local_name(label)}-{digest(self.document.id, label.lower(), length=6)}"
        return Argument(Entity(local, label, "Facility", country), text, start, end)

    def _same_words(self, i: int, text: str, start: int, end: int) -> Argument | None:
        lemma = self.tree.tokens[i].lemma
        for seen in reversed(self.history):
            if seen.argument.entity.type == "Facility" and seen.argument.entity.label.lower().endswith(lemma):
                return Argument(seen.argument.entity, text, start, end)
            if seen.argument.entity.type == "Facility" and lemma in seen.argument.entity.label.lower().split():
                return Argument(seen.argument.entity, text, start, end)
        return None

    def _place_spoken_of(
        self, i: int, lemma: str, direction: int | None, text: str, start: int, end: int
    ) -> Argument | None:
        wanted = {"country": "State", "nation": "State", "kingdom": "State"}.get(lemma, "Place")
        if lemma not in ("city", "town", "village", "country", "nation", "province", "metropolis", "area", "district", "neighbourhood", "suburb", "kingdom", "island"):
            if direction is None or lemma in ("border", "coast"):
                return None
        for seen in self._before(i):
            entity = seen.argument.entity
            if entity.type == wanted and (wanted == "State" or seen.token >= 0):
                kind = self.lexicon.entries[entity.id].kind if entity.id in self.lexicon.entries else None
                if lemma in ("city", "town", "metropolis") and kind not in (None, "city", "town", "village"):
                    continue
                if direction is not None:
                    label = f"{self.tree.tokens[direction].lower} {entity.label}"
                    return Argument(Entity(local_name(label), label, "Place", entity.country), text, start, end)
                return Argument(entity, text, start, end)
        return None

    # References back

    def _by_head(self, i: int) -> Argument | None:
        """"The monitor", "the Observatory": the entity of this article that the dictionary says is called so."""
        token = self.tree.tokens[i]
        if not (self._is_definite(i) or token.text[:1].isupper()) or token.tag in ("NNS", "NNPS"):
            return None
        if self._names_before(i) or self._name_behind(i) or any(c.lemma != "base" for _, c in self._compounds_before(i)):
            return None
        if token.lemma in BANDS:
            return None  # who "the group" is, competing groups decide: see _back_reference
        if token.lemma.lower() in ARMIES:
            return self._last_army(i)
        for seen in self._before(i):
            entry = self.lexicon.entries.get(seen.argument.entity.id)
            if entry is not None and token.lemma in entry.heads:
                return Argument(seen.argument.entity, token.text, token.start, token.end)
        return None

    def _last_army(self, i: int) -> Argument | None:
        """ "The army", "the government": the state's of which the last sentences spoke; of several, the theatre's."""
        tree = self.tree
        token = tree.tokens[i]
        found: dict[str, Entity] = {}
        for seen in self._before(i):
            entry = self.lexicon.entries.get(seen.argument.entity.id)
            if tree.sentence.index - seen.sentence > 2:
                break
            if entry is not None and token.lemma.lower() in entry.heads and entry.type != "ArmedGroup":
                found.setdefault(entry.id, seen.argument.entity)
        entities = list(found.values())
        home = [e for e in entities if self.theatre and e.country == self.theatre]
        if len(entities) != 1:
            entities = home[:1]
        return Argument(entities[0], token.text, token.start, token.end) if entities else None

    def _before(self, i: int) -> Iterable[Seen]:
        """Who was spoken of before token i, nearest first; those of this sentence are resolved as they stand."""
        tree = self.tree
        for k in range(i - 1, -1, -1):
            token = tree.tokens[k]
            if token.name is None or k in self.open or self._is_demonym(k):
                continue
            argument = self.argument(k, "any")
            if argument is not None:
                subject = token.dep in ("nsubj", "nsubj:pass")
                possessor = token.dep in ("nmod:poss", "obl:agent")
                yield Seen(tree.sentence.index, k, argument, argument.entity.type == "Collective", subject, possessor)
        yield from reversed(self.history)

    def _back_reference(self, i: int, types: Sequence[str], is_plural: bool) -> Entity | None:
        """The last entity of one of the classes; None when two of them compete in the same sentence."""
        here = self.tree.sentence.index
        token = self.tree.tokens[i]
        found: list[Seen] = []
        for seen in self._before(i):
            if here - seen.sentence > 2:
                break
            if seen.argument.entity.type in types and (not found or seen.sentence == found[0].sentence):
                if seen.argument.entity.type != "Organisation" or self._is_called(seen.argument.entity, token.lemma):
                    found.append(seen)
        armed = [s for s in found if s.argument.entity.type == "ArmedGroup"] if token.lemma in BANDS else []
        entities = {s.argument.entity.id: s.argument.entity for s in armed or found}
        if len(entities) == 1:
            return next(iter(entities.values()))
        subjects = {s.argument.entity.id: s.argument.entity for s in armed or found if s.subject}
        if not subjects:
            subjects = {s.argument.entity.id: s.argument.entity for s in found if self._has_head(s.argument.entity, token.lemma)}
        return next(iter(subjects.values())) if len(subjects) == 1 else None

    def _is_called(self, entity: Entity, lemma: str) -> bool:
        """Whether an organisation may be called "the group", "the party": the dictionary or its own name says so."""
        entry = self.lexicon.entries.get(entity.id)
        if entry is None:
            return lemma in entity.label.lower().split() or lemma in ("group", "organisation", "organization")
        words = {word for head in entry.heads for word in head.split()}
        return lemma in words or lemma in entry.label.lower().split()

    def _has_head(self, entity: Entity, lemma: str) -> bool:
        entry = self.lexicon.entries.get(entity.id)
        return entry is not None and (lemma in entry.heads or lemma in entry.label.lower().split())

    def _pronoun(self, i: int, want: str = "any") -> Argument | None:
        token = self.tree.tokens[i]
        word = token.lower
        if word in WE:
            if self.speaker is None:
                return None
            spoken_for = self.speaker.entity if word in ("i", "me", "my") else self._spoken_for_by(self.speaker.entity)
            return Argument(spoken_for, token.text, token.start, token.end)
        if word in HE:
            types: Sequence[str] = ("Person",)
        elif word in IT and want == "place":
            types = ("Place", "Facility")
        elif word in IT:
            types = ("State", "ArmedGroup", "Organisation", "Government", "ArmedForces")
        elif word in THEY:
            types = ("Collective", "ArmedGroup", "ArmedForces", "Population")
        else:
            return None
        if word in IT and want != "place" and token.dep == "obj" and self.tree.tokens[token.head].lemma in TAKEN:
            return None  # what is captured is a place
        entity = self._antecedent(i, types, word in THEY)
        return None if entity is None else Argument(entity, token.text, token.start, token.end)

    def _antecedent(self, i: int, types: Sequence[str], is_plural: bool) -> Entity | None:
        """The subject of this sentence before the pronoun, else the last subject that fits."""
        here = self.tree.sentence.index
        candidates: list[Seen] = []
        later = self._subject_after(i)
        if later is not None:
            argument = self.argument(later, "actor") if types != ("Place", "Facility") else None
            if argument is not None and argument.entity.type in types and len(self.tree.conjuncts(later)) == 1:
                return argument.entity
        for k in range(i):
            token = self.tree.tokens[k]
            if token.dep in ("nsubj", "nsubj:pass") and token.pos != "PRON" and k not in self.open:
                if token.pos == "NOUN" and not is_plural and types != ("Person",) and self.argument(k, "any") is None:
                    return None  # "if the offensive continues, it …": what "it" is has no entity
                argument = self.argument(k, "place" if types == ("Place", "Facility") else "actor")
                if argument is not None and argument.entity.type in types:
                    candidates.append(Seen(here, k, argument, is_plural, True))
        if candidates:
            return candidates[-1].argument.entity
        spokesman = self._spoken_for(i) if types != ("Person",) else None
        if spokesman is not None:
            return spokesman
        earlier = [s for s in self._before(i) if here - s.sentence <= 2 and s.argument.entity.type in types]
        for distance in range(3):
            near = [s for s in earlier if here - s.sentence == distance]
            subjects = [s for s in near if s.subject]
            if subjects:
                if types[0] == "State" and subjects[0].sentence in self.blocked:
                    return None
                return subjects[0].argument.entity
            if types[0] == "State" and here - distance in self.blocked:
                return None
            if self.tree.tokens[i].dep != "nmod:poss":  # "Assad's hands ... he": hands have no say; "his" may be Assad's
                near = [s for s in near if not s.possessor]
            if types == ("Person",) and len({s.argument.entity.id for s in near}) == 1:
                return near[0].argument.entity
        return None

    def _subject_after(self, i: int) -> int | None:
        """The subject that a pronoun in a fronted clause points to: "Before they killed Saleh, the rebels ..."."""
        tree = self.tree
        clause = tree.clause(i)
        token = tree.tokens[clause]
        if token.dep != "advcl" or token.head < clause or tree.tokens[i].dep not in ("nsubj", "nsubj:pass", "nmod:poss"):
            return None
        if not any(tree.tokens[k].lower in FRONTED for k in tree.kids(clause, "mark", "advmod")):
            return None
        for k in tree.kids(token.head, "nsubj", "nsubj:pass"):
            if k > i and tree.tokens[k].pos != "PRON":
                return k
        return None

    def _spoken_for_by(self, speaker: Entity) -> Entity:
        """Whom "we" means: the state or organisation in whose office the speaker stands, else the speaker."""
        return self.offices.get(speaker.id, speaker)

    offices: dict[str, Entity] = field(default_factory=dict)

    def _spoken_for(self, i: int) -> Entity | None:
        """The group whose spokesman says "it" or "they": "Houthi spokesman Yahya Sarea said it had carried out"."""
        for k in self.tree.up(i):
            token = self.tree.tokens[k]
            if token.lemma in self.words.grammar["reporting_verbs"]:
                for s in self.tree.kids(k, "nsubj"):
                    name = self.tree.name(s)
                    if name is not None and name.title is not None and name.title.of:
                        return self.entity(name.title.of[0], "actor")
        return None


def entity_of(entry: Entry) -> Entity:
    """The dictionary's entry as an entity."""
    return Entity(entry.id, entry.label, entry.type, entry.country)


def theatre_of(sentences: Sequence[Sentence], lexicon: Lexicon) -> str | None:
    """The country at war that an article speaks of most, by its names; None when there is none or two compete."""
    counts: Counter[str] = Counter()
    for sentence in sentences:
        for name in sentence.names:
            for entry_id, _ in name.senses[:1]:
                entry = lexicon.entries[entry_id]
                if entry.country and entry.country in lexicon.states:
                    counts[entry.country] += 1
    top = max(counts.values(), default=0)
    counts = Counter({code: n for code, n in counts.items() if n >= PASSING * top and lexicon.state(code).at_war})
    if not counts:
        return None
    (first, most), (_, second) = (*counts.most_common(2), (None, 0))[:2]
    return first if second < CONTESTED * most or most < 3 else None
