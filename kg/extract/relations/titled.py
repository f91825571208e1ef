"""The titles and offices of those whom a sentence names, for "the minister" later on."""

from __future__ import annotations

from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.records import Argument, Entity, Name

RULERS = ("president", "prime minister", "king", "leader", "chancellor")


def titled(tree: Tree, resolver: Resolver) -> dict[str, Entity]:
    """The last noun of every title in the sentence with its person, for "the minister" later on."""
    found: dict[str, Entity] = {}
    for i in tree.named:
        name = tree.names[i]
        if name is not None and name.title is not None:
            person = resolver.argument(i, "actor")
            if person is not None:
                head = name.title.head
                found[head] = person.entity
                last = head.split()[-1]
                known = found.get(last)  # "the secretary" only when there is one
                if last != head:
                    found[last] = person.entity if known is None or known == person.entity else known
    for i in tree.named:
        name = tree.names[i]
        if name is not None and name.title is None and _may_hold_office(name, resolver):
            person = resolver.argument(i, "actor")
            if person is None:
                continue
            for position in _positions(person, resolver):
                found.setdefault(position, person.entity)
    return found


def _may_hold_office(name: Name, resolver: Resolver) -> bool:
    """Whether the dictionary knows a person of that name."""
    return any(resolver.known.lexicon.entries[entry].type == "Person" for entry, _ in name.senses)


def _positions(person: Argument, resolver: Resolver) -> list[str]:
    """The offices that the dictionary gives a person at the time of the article; without a date none of a ruler."""
    entry = resolver.known.lexicon.entries.get(person.entity.id)
    published = resolver.known.document.published
    if entry is None or person.entity.type != "Person":
        return []
    if published is None:
        return [r.position for r in entry.roles if r.position not in RULERS]
    return [
        r.position
        for r in entry.roles
        if (not r.since or r.since <= published[: len(r.since)])
        and (not r.until or published[: len(r.until)] <= r.until)
    ]
