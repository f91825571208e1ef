"""Graphs as N-Triples and as the text of graph.ttl: the same graph gives the same bytes, in an order people can read.

rdflib's own Turtle writer takes seconds for what Oxigraph's writes in a tenth of one, and its order is not meant for
reading: here articles come first, then claims as their articles tell them, entities, and mentions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import pyoxigraph as ox
from oxrdflib import OxigraphStore
from rdflib import Graph

from kg import vocab

HEADER = """\
# A graph of claims: who says what of whom, when, in which sentence. Made by kg; its terms are explained in the
# ontology. The plain triples on entities (such as one entity kg:backs another) are an INDEX ONLY: they stand for
# claims that are affirmed, current at their article's date and made in the article's own voice. Former, planned,
# possible, denied, negated and attributed claims have none: ask the claims.
"""

# The first things to know about a node come first; all further predicates follow by name.
FIRST = {
    f"<{iri}>": rank
    for rank, iri in enumerate(
        (
            *(vocab.TYPE, vocab.LABEL, vocab.ALT_LABEL, vocab.DOCUMENT_ID, vocab.TITLE, vocab.PUBLISHER),
            *(vocab.DATE, vocab.URL, vocab.STANDS_FOR, vocab.SUBJECT, vocab.PREDICATE, vocab.MANNER),
            *(vocab.OBJECT, vocab.EVENT_TYPE, vocab.KILLED, vocab.INJURED, vocab.DISPLACED, vocab.CAPTURED),
            *(vocab.COMPARE, vocab.VICTIM, vocab.AGENT, vocab.TARGET, vocab.PLACE, vocab.WEAPON),
            *(vocab.POSITION, vocab.SCOPE, vocab.PART_OF, vocab.STATUS, vocab.ATTRIBUTED_TO, vocab.SINCE),
            *(vocab.UNTIL, vocab.WHEN, vocab.DERIVED_FROM, vocab.QUOTE, vocab.BEGIN, vocab.END, vocab.CUE),
            *(vocab.CUE_BEGIN, vocab.CUE_END, vocab.MENTION, vocab.RULE, vocab.CONFIDENCE),
        )
    )
}

ARTICLE = (f"<{vocab.DERIVED_FROM}>", f"<{vocab.CONTEXT}>")
BEGIN = f"<{vocab.BEGIN}>"

# Characters that would change how the file reads on a screen; inside literals Turtle can escape them.
INVISIBLE = re.compile("[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def ntriples(graph: Graph) -> list[str]:
    """The graph's triples as lines of N-Triples, in no order."""
    fast = isinstance(graph.store, OxigraphStore)
    data = graph.serialize(format="ox-nt" if fast else "nt", encoding="utf-8")
    return [line for line in data.decode("utf-8").split("\n") if line]


def turtle(graph: Graph) -> str:
    """The graph as Turtle, a block for each node, every prefix bound."""
    prefixes = {str(prefix): str(namespace) for prefix, namespace in sorted(graph.namespaces())}
    quads = ox.parse("\n".join(_in_order(ntriples(graph))), format=ox.RdfFormat.N_TRIPLES)
    data = ox.serialize(quads, format=ox.RdfFormat.TURTLE, prefixes=prefixes) or b""
    # Oxigraph declares prefixes in any order, one a line at the top: ours stand there instead.
    text = re.sub(r"\A(@prefix [^\n]*\n)*", "", data.decode("utf-8"))
    # Literals escape their line breaks and tabs, so a line without indent begins a node.
    text = re.sub(r"^(?!\t)", "\n", text, flags=re.MULTILINE) if text else ""
    text = INVISIBLE.sub(lambda match: f"\\u{ord(match[0]):04X}", text.replace("\n\t", "\n    "))
    declared = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in prefixes.items())
    return f"{HEADER}\n{declared}{text.removesuffix(chr(10))}"


def _in_order(lines: Iterable[str]) -> list[str]:
    """Nodes by namespace; claims and mentions by article and place in it; within a node as FIRST has it."""
    rows = [line.split(" ", 2) for line in lines]
    article: dict[str, str] = {}
    begin: dict[str, str] = {}
    for subject, predicate, value in rows:
        # The first of several, whatever order they come in: a faulty graph must be written alike each time, too.
        if predicate in ARTICLE:
            article[subject] = min(value, article.get(subject, value))
        elif predicate == BEGIN:
            number = (
                value.partition('"')[2].partition('"')[0].zfill(20)
            )  # zeros in front make text sort as numbers do
            begin[subject] = min(number, begin.get(subject, number))
    where = {
        subject: (subject[: subject.rfind("/")], article.get(subject, ""), begin.get(subject, ""), subject)
        for subject in {row[0] for row in rows}
    }
    rows.sort(key=lambda row: (where[row[0]], FIRST.get(row[1], len(FIRST)), row[1], row[2]))
    return [" ".join(row) for row in rows]
