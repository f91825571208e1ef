"""The claims as a networkx graph: actors and places as nodes, what is claimed of them as edges."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import networkx as nx

from kg.records import Argument, Claim, Document
from kg.view.links import Link, links, roles

# Words that point to an entity without naming it: of no use to somebody who searches.
PRONOUNS = frozenset(
    "he she it they we you i him her them us his hers its their theirs our who whom whose which that this these those "
    "himself herself itself themselves one others".split()
)


def network(claims: Sequence[Claim], documents: Sequence[Document]) -> nx.MultiDiGraph:
    """The network of the claims, the same for the same claims in any order.

    Nodes are entity ids with `label`, `type`, `country`, `aliases` (tuple of names used in the articles), `claims`
    (ids of the claims they take part in) and `weight` (the number of those). Edges have as key the predicate and the
    status group, and `what`, `family`, `status`, `symmetric`, `claims` and `articles` (how many say so). Edges of
    symmetric relations run from the smaller id to the larger. `graph["documents"]` counts the articles.
    """
    ordered = sorted(claims, key=lambda c: c.id)
    graph = nx.MultiDiGraph(documents=len(documents))
    named: dict[str, list[Argument]] = defaultdict(list)
    taking_part: dict[str, list[str]] = defaultdict(list)
    drawn: dict[Link, list[Claim]] = defaultdict(list)
    speakers = [c.attribution for c in ordered if c.attribution]
    for claim in ordered:
        for _, argument in roles(claim):
            named[argument.entity.id].append(argument)
            if claim.id not in taking_part[argument.entity.id][-1:]:
                taking_part[argument.entity.id].append(claim.id)
        for link in links(claim):
            drawn[link].append(claim)
    for speaker in speakers:
        if speaker.entity.id in named:
            named[speaker.entity.id].append(speaker)
    for id_ in sorted(named):
        graph.add_node(id_, **_node(named[id_]), claims=tuple(taking_part[id_]), weight=len(taking_part[id_]))
    for link in sorted(drawn, key=lambda k: (k.source, k.target, k.key)):
        graph.add_edge(
            link.source,
            link.target,
            key=link.key,
            what=link.what,
            family=link.family,
            status=link.status,
            symmetric=link.symmetric,
            claims=tuple(c.id for c in drawn[link]),
            articles=len({c.document for c in drawn[link]}),
        )
    return graph


def _node(arguments: Sequence[Argument]) -> dict[str, object]:
    """Label, class, country and other names of an entity; where articles differ, what most of them say."""
    entities = [a.entity for a in arguments]
    label = _most(e.label for e in entities) or ""
    names: dict[str, str] = {}
    for mention in sorted({" ".join(a.mention.split()) for a in arguments} | {e.label for e in entities}):
        if mention and mention.lower() not in PRONOUNS and mention != label:
            names.setdefault(mention.casefold(), mention)
    names.pop(label.casefold(), None)
    return {
        "label": label,
        "type": _most(e.type for e in entities) or "Other",
        "country": _most(e.country for e in entities if e.country),
        "aliases": tuple(sorted(names.values(), key=lambda n: (n.casefold(), n))),
    }


def _most(values: Iterable[str]) -> str | None:
    """The most frequent value, the first in the alphabet among equals; None of none."""
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None
