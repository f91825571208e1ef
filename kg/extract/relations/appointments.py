"""Who is made what an office says, takes it over or leaves it: "was appointed commander", "resigned as"."""

from __future__ import annotations

from kg.extract.grammar.frames import Framer
from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.records import Argument, RelationStatus

# Who is made something; who takes an office, holds or leaves it ("took over as", "stepped down as").
APPOINTING = frozenset(
    "appoint name elect nominate make install inaugurate reelect re-elect reappoint swear".split()
)
LEAVING = frozenset("resign step quit retire".split())
SERVING = LEAVING | frozenset("serve act take succeed replace continue return".split())


def appointed(tree: Tree, i: int, framer: Framer, resolver: Resolver) -> list[Argument]:
    """Who is made what the noun says: "was appointed as commander of", "named her envoy"."""
    token = tree.tokens[i]
    head = tree.tokens[token.head]
    if any(tree.tokens[k].lemma in APPOINTING for k in tree.kids(i, "amod")):  # "was re-elected president"
        return [a for k in tree.kids(i, "nsubj:pass") for a in resolver.arguments(k, "actor")]
    if token.dep == "obl" and tree.case(i) == ("as",) and head.lemma in SERVING:
        return [a for k in framer.external(tree, head.i) for a in resolver.arguments(k, "actor")]
    if head.lemma not in APPOINTING or token.dep not in ("obl", "xcomp", "obj", "ccomp"):
        return []
    if token.dep == "obl" and tree.case(i) != ("as",):
        return []
    direct = framer.external(tree, head.i) if tree.is_passive(head.i) else tree.kids(head.i, "obj", "iobj")
    return [a for k in direct if k != i for a in resolver.arguments(k, "actor")]


def left(tree: Tree, i: int) -> RelationStatus | None:
    """ "Stepped down as", "served as": the office is given up; "has served as" holds on."""
    head = tree.tokens[tree.tokens[i].head]
    has = any(tree.tokens[k].lemma == "have" for k in tree.kids(head.i, "aux"))
    if head.lemma == "serve":
        return "former" if head.tag in ("VBD", "VBN") and not has else None
    return "former" if head.lemma in LEAVING and head.tag in ("VBD", "VBN") else None
