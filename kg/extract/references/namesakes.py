"""Towns that bear the name of another country's: "Tripoli in Greece", "the villages of Safa and Gore in Chad"."""

from __future__ import annotations

from kg.extract.references.state import Reading
from kg.identifiers import local_name
from kg.records import Entity

TOWNS = frozenset((None, "city", "town", "village"))
# How far behind a town the country may stand: "Gore in southern Chad".
NEAR = 3
# Land that two states claim: the town is the same, whoever is said to hold it.
DISPUTED = tuple(
    frozenset(pair.split())
    for pair in (
        "ISR PSE",
        "ISR SYR",
        "ISR LBN",
        "RUS UKR",
        "RUS GEO",
        "SDN SSD",
        "SRB XKX",
        "CHN TWN",
        "ARM AZE",
        "IND PAK",
    )
)
# "Refugees from Homs in Lebanon" are in Lebanon, not Homs.
LEFT = frozenset(("from", "to", "for", "with", "between"))


def namesake(r: Reading, i: int, entity: Entity) -> Entity | None:
    """The town that is meant where the words behind it name another country than the known town's."""
    if entity.type != "Place" or entity.country is None or "in" not in r.tree.words:
        return None
    entry = r.known.lexicon.entries.get(entity.id)
    if entry is None or entry.kind not in TOWNS or LEFT & set(r.tree.case(r.tree.head_of_conjuncts(i))):
        return None
    country = _country_behind(r, max(r.tree.conjuncts(r.tree.head_of_conjuncts(i))))
    if country is None or country == entity.country or frozenset((country, entity.country)) in DISPUTED:
        return None
    name = r.tree.name(i)
    text = entity.label if name is None else name.text
    return Entity(local_name(f"{text} {country}"), text, "Place", country)


def _country_behind(r: Reading, last: int) -> str | None:
    """The country right behind "in": "in Chad", "in northern Chad"; not "in Chad's war", "in Chad talks"."""
    tokens = r.tree.tokens
    if last + 2 >= len(tokens) or tokens[last + 1].lower != "in":
        return None
    for k in range(last + 2, min(last + 2 + NEAR, len(tokens))):
        name = r.tree.name(k)
        if name is None:
            continue
        following = tokens[k + 1] if k + 1 < len(tokens) else None
        if following is not None and (following.tag == "POS" or following.pos in ("NOUN", "PROPN")):
            return None
        state = next(iter(name.senses), None)
        entry = None if state is None else r.known.lexicon.entries[state[0]]
        named = state is not None and state[1] == "name"
        return entry.country if entry is not None and named and entry.type == "State" else None
    return None
