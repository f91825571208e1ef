"""The IRIs of nodes: one namespace for each kind of node, below a base of the user's choice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from pyoxigraph import NamedNode

from kg import vocab
from kg.errors import GraphError
from kg.identifiers import BASE_IRI

KINDS = ("entity", "claim", "article", "mention")


def escape(text: str) -> str:
    """Any text as one segment of an IRI, in ASCII; different texts give different segments.

    Dots at the ends are escaped too: "." and ".." mean something else in paths, and rdflib stumbles over the way
    Turtle writes names with them.
    """
    segment = quote(text.encode("utf-8", "surrogatepass"), safe="")
    return re.sub(r"^\.+|\.+$", lambda dots: "%2E" * len(dots[0]), segment)


@dataclass(frozen=True, slots=True)
class Names:
    """Makes the IRIs below `base`, which must be an absolute IRI that ends in "/" or "#"."""

    base: str = BASE_IRI

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*[/#]", self.base):
            raise GraphError(f"base {self.base!r}: not an absolute IRI ending in / or # (such as {BASE_IRI})")

    def prefixes(self) -> dict[str, str]:
        """Prefix -> namespace, of the vocabularies and of the four kinds of node."""
        return vocab.PREFIXES | {kind: f"{self.base}{kind}/" for kind in KINDS}

    def entity(self, entity_id: str) -> NamedNode:
        return NamedNode(f"{self.base}entity/{escape(entity_id)}")

    def claim(self, claim_id: str) -> NamedNode:
        return NamedNode(f"{self.base}claim/{escape(claim_id)}")

    def article(self, document_id: str) -> NamedNode:
        return NamedNode(f"{self.base}article/{escape(document_id)}")

    def mention(self, document_id: str, start: int, end: int) -> NamedNode:
        return NamedNode(f"{self.base}mention/{escape(document_id)}.{start}-{end}")


def term(name: str, what: str) -> NamedNode:
    """The ontology's class or property of that name. Names outside the ontology are for users' own rules."""
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]*", name):
        raise GraphError(f"{what} {name!r}: a name of the ontology has Latin letters, digits, - and _ only")
    return NamedNode(vocab.KG + name)
