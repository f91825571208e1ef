"""What a name stands for: by the dictionary, among homonyms."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.references.entities import entity_of
from kg.extract.references.namesakes import namesake
from kg.extract.references.peoples import acts_as_state
from kg.extract.references.phrases import direction_of, is_demonym, words_between
from kg.extract.references.state import Reading
from kg.extract.references.unknown import unknown_name
from kg.identifiers import local_name
from kg.records import Argument, Entity, Name
from kg.rules.lexicon import Entry

# Senses of a name that stand for whoever sits there.
SEATS = ("capital", "seat")


def by_name(r: Reading, i: int, name: Name, want: str) -> Argument | None:
    direction = direction_of(r, i) if want != "actor" else None
    if direction is not None and _is_whole(r, i, direction):
        direction = None
    if direction is None and any(sense in SEATS for _, sense in name.senses) and _is_addressed(r, i):
        if want == "place":
            return None
        want = "actor"
    if (is_demonym(r, i) and _tells_of_allies(r, i)) or _is_one_of_many(r, i, name):
        return None
    entity = r.entity(name, want, i)
    if entity is not None and (other := namesake(r, i, entity)) is not None:
        entity = other
    if entity is None:
        return r.common(i, want) if " " not in name.text and not name.senses else None
    start, text = name.start, name.text
    if direction is not None and entity.type in ("Place", "State"):
        label = f"{r.tree.tokens[direction].lower} {entity.label}"
        start = r.tree.tokens[direction].start
        text = words_between(r, start, name.end)
        entity = Entity(local_name(label), label, "Place", entity.country)
    return Argument(entity, text, start, name.end)


def _is_whole(r: Reading, i: int, direction: int) -> bool:
    """Whether a compass word tells where in its country a province lies: "Yemen's northwestern Amran province",
    "the southern Kherson region"; without the article it is a part: "northern Aleppo province"."""
    tokens = r.tree.tokens
    behind = tokens[i + 1].lemma.lower() if i + 1 < len(tokens) else ""
    divisions = r.known.words.places.divisions
    if direction + 1 != i or divisions.isdisjoint((tokens[i].lower.split()[-1], behind)):
        return False
    return direction > 0 and (tokens[direction - 1].lower == "the" or tokens[direction - 1].tag == "POS")


def _is_addressed(r: Reading, i: int) -> bool:
    """Whether somebody accuses, urges or warns the name: then a capital is its state."""
    token = r.tree.tokens[r.tree.head_of_conjuncts(i)]
    return token.dep == "obj" and r.tree.tokens[token.head].lemma in r.known.words.grammar["addressing_verbs"]


def _tells_of_allies(r: Reading, i: int) -> bool:
    """Whether a demonym tells where somebody's allies come from: "Iran and its Syrian allies"."""
    head = r.tree.tokens[r.tree.tokens[i].head]
    return (
        head.tag == "NNS"
        and head.lemma in ("ally", "partner", "proxy", "backer")
        and bool(r.tree.kids(head.i, "nmod:poss"))
    )


def _is_one_of_many(r: Reading, i: int, name: Name) -> bool:
    """Whether a demonym tells one person of that country, who is not the country: "an Iraqi who joined Al-Qaeda"."""
    is_person = bool(name.senses) and name.senses[0][1] in ("demonym", "people")
    if not is_person or r.tree.tokens[i].dep in ("amod", "compound"):
        return False
    return any(r.tree.tokens[k].lower in ("a", "an", "another") for k in r.tree.kids(i, "det"))


def entity_of_name(r: Reading, name: Name, want: str = "any", i: int | None = None) -> Entity | None:
    """The entity a name stands for."""
    if not name.senses:
        return unknown_name(r, name, i)
    entries = [(r.known.lexicon.entries[entry], sense) for entry, sense in name.senses]
    if len(entries) == 1 and entries[0][1] != "people":  # most names mean one thing
        return _division(r, name, entries[0][0]) or entity_of(entries[0][0])
    if want == "place" or want == "actor" and i is not None and _is_apposed(r, i):
        entries = [p for p in entries if p[1] not in SEATS] or entries
    elif want == "actor" and any(sense in SEATS for _, sense in entries):
        entries = [p for p in entries if p[1] in SEATS]
    if entries[0][1] == "people":  # "Britons" are people, not their state
        entry = entries[0][0]
        if entry.type == "State" and i is not None and acts_as_state(r.tree, i, r.known.words.grammar):
            return entity_of(entry)
        label = entry.people[0] if entry.people else name.text
        return Entity(local_name(label), label, "Collective", entry.country)
    names = [
        entry
        for entry, sense in entries
        if sense in ("name", "acronym", "demonym", "people", "short", "seat", "capital")
    ]
    if len(names) > 1:
        names = _near(r, names)
    return _division(r, name, names[0]) or entity_of(names[0])


def _is_apposed(r: Reading, i: int) -> bool:
    """Whether a capital's name only tells which town is meant: "in the capital, Khartoum, the two declared"."""
    tokens = r.tree.tokens
    if i < 3 or tokens[i - 1].lower != "," or i + 1 >= len(tokens) or tokens[i + 1].lower != ",":
        return False
    return tokens[i - 2].lemma in ("capital", "city") and tokens[i - 3].lower in ("the", "its", "'s")


def _division(r: Reading, name: Name, entry: Entry) -> Entity | None:
    """The province of a town's name: "Baghlan Province" is not Baghlan."""
    if entry.type != "Place" or entry.kind not in ("city", "town", "capital"):
        return None
    _, blank, last = name.text.rpartition(" ")
    is_division = last.lower() in r.known.words.places.divisions
    if not blank or not is_division or r.known.lexicon.senses(name.text):
        return None
    label = f"{entry.label} {last.lower()}"
    return Entity(local_name(label), label, "Place", entry.country)


def in_office(entry: Entry, date: str) -> bool:
    """Whether somebody held one of his offices at an ISO date; False without a date."""
    return bool(date) and any(role.has_begun(date) and not role.is_over(date) for role in entry.roles)


def _near(r: Reading, entries: Sequence[Entry]) -> list[Entry]:
    """Homonyms: the person the article has named in full, or who was in office; those of a country that the sentence
    or the article speaks of come first."""
    if all(entry.type == "Person" for entry in entries):
        seen = {s.argument.entity.id for s in r.memory.history}
        date = r.known.document.published or ""
        entries = sorted(entries, key=lambda e: (e.id not in seen, not in_office(e, date)))
        if entries[0].id in seen or in_office(entries[0], date):
            return entries
    near = {
        e.country for n in r.tree.sentence.names for s in n.senses if (e := r.known.lexicon.entries[s[0]])
    }
    countries = [e.country for e in entries]
    here = {
        n.senses[0][0]: r.known.lexicon.entries[n.senses[0][0]].country
        for n in r.tree.sentence.names
        if len(n.senses) == 1
    }
    wanted = set(here.values()) or near
    return sorted(
        entries,
        key=lambda e: (e.country not in wanted, e.country != r.theatre, countries.index(e.country)),
    )
