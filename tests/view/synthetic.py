"""Networks of any size, made from nothing but a seed: hubs, communities, several articles."""

from __future__ import annotations

import random

from kg.records import Argument, Claim, Cue, Document, Entity, Event, Relation

TYPES = ("State", "ArmedGroup", "ArmedForces", "Organisation", "Person", "Place", "Collective", "Government")
PREDICATES = (
    "backs",
    "alliedWith",
    "opposes",
    "memberOf",
    "leads",
    "controls",
    "basedIn",
    "linkedTo",
    "partyTo",
)
EVENTS = ("Airstrike", "Talks", "Attack", "Shelling", "Appeal")
STATUSES = ("current", "current", "current", "former", "planned", "denied")
SYLLABLES = "al ba da ham ra kir sho zan mar tuf jez wa lib qor nim sad het vol ost kar".split()


def synthetic(nodes: int, lines: int, seed: int = 7) -> tuple[list[Claim], list[Document]]:
    """About `lines` claims between `nodes` entities, in articles of twenty sentences each."""
    chance = random.Random(seed)
    entities = [Entity(f"E{i}", _name(chance, i), chance.choice(TYPES)) for i in range(nodes)]
    claims: list[Claim] = []
    documents: list[Document] = []
    rows = _rows(chance, nodes, lines)
    for number in range(0, len(rows), 20):
        id_ = f"article-{number // 20:04}.txt"
        published = f"{2012 + (number // 20) % 12}-{1 + number % 12:02}-{1 + number % 28:02}"
        text = ""
        for a, b in rows[number : number + 20]:
            claim, sentence = _claim(chance, entities[a], entities[b], id_, published, len(text), len(claims))
            claims.append(claim)
            text += sentence + "\n"
        documents.append(
            Document(id_, text, title=f"Report {number // 20}", publisher="Wire", published=published)
        )
    return claims, documents


def _name(chance: random.Random, number: int) -> str:
    words = ["".join(chance.sample(SYLLABLES, chance.randint(1, 3))).capitalize() for _ in range(2)]
    return f"{' '.join(words)} {number}"


def _rows(chance: random.Random, nodes: int, lines: int) -> list[tuple[int, int]]:
    """Pairs: most within a community of about forty, many of them with its first members."""
    rows = []
    for i in range(lines):
        a = i % nodes
        home = a // 40 * 40
        if chance.random() < 0.15:
            b = chance.randrange(min(nodes, 60))
        else:
            b = min(nodes - 1, home + int(40 * chance.random() ** 2.5))
        rows.append((a, b if b != a else (a + 1) % nodes))
    return rows


def _claim(
    chance: random.Random, a: Entity, b: Entity, document: str, published: str, start: int, number: int
) -> tuple[Claim, str]:
    event = chance.random() < 0.4
    what = chance.choice(EVENTS if event else PREDICATES)
    sentence = f"{a.label} {what} {b.label}, a witness said in a sentence as long as those of agencies are."
    middle = start + len(a.label) + 1
    left = Argument(a, a.label, start, start + len(a.label))
    right = Argument(b, b.label, middle + len(what) + 1, middle + len(what) + 1 + len(b.label))
    status = chance.choice(STATUSES)
    common = {
        "id": f"c{number:06}",
        "document": document,
        "published": published,
        "publisher": "Wire",
        "sentence": sentence,
        "start": start,
        "end": start + len(sentence),
        "cue": Cue(what, middle, middle + len(what)),
        "rule": f"{what}.verb",
        "confidence": round(chance.uniform(0.4, 1.0), 2),
    }
    if not event:
        return Relation(**common, status=status, predicate=what, subject=left, object=right), sentence
    happened = {"current": "actual", "former": "actual"}.get(status, status)
    return Event(**common, status=happened, type=what, agents=(left,), targets=(right,)), sentence
