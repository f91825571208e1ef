"""The name that stands beside a noun: "HTS, a rebel group", "the rescue group X", "a group called X"."""

from __future__ import annotations

from kg.extract.references.state import GROUPS, Reading
from kg.records import Argument


def named_beside(r: Reading, i: int) -> Argument | None:
    """The name to which a description stands in apposition: "HTS, a rebel group", "the rescue group X"."""
    tree = r.tree
    token = tree.tokens[i]
    for k in tree.kids(i, "appos", "flat"):
        if tree.name(k) is not None:
            return r.argument(k, "any")
    if token.dep in ("appos", "flat") and tree.name(token.head) is not None:
        return r.argument(token.head, "any")
    first = tree.first(i)
    clausal = token.dep in ("nsubj", "nsubj:pass", "obj", "root")
    if (
        not clausal
        and first >= 2
        and tree.tokens[first - 1].lower == ","
        and tree.name(first - 2) is not None
        and tree.tokens[first].lower in ("a", "an", "the")
    ):
        return r.argument(first - 2, "any")
    if i + 1 < len(tree.tokens) and tree.tokens[i + 1].dep == "vocative" and tree.name(i + 1) is not None:
        return r.argument(i + 1, "any")  # "the militant organization Al-Qaeda", misread as an address
    if tree.kids(i, "cop") and any(tree.tokens[k].lower in ("a", "an") for k in tree.kids(i, "det")):
        for k in tree.kids(i, "nsubj"):  # "Al-Shabaab is a group based in Somalia"
            return r.argument(k, "any")
    head = tree.tokens[token.head]
    if token.dep in ("xcomp", "obj") and head.lemma in (
        "become",
        "remain",
    ):  # "became a group that ruled Gaza"
        named = [k for k in tree.kids(head.i, "nsubj") if tree.name(k) is not None]
        found = r.argument(named[0], "any") if named else None
        return found if found is not None and found.entity.type in GROUPS else None
    return _told_name(r, i)


def outsider_named(r: Reading, i: int) -> Argument | None:
    """The name behind a noun for somebody's foe: "its main rival, the ANP,"."""
    tree, token = r.tree, r.tree.tokens[i]
    if token.tag != "NN" or token.lemma not in r.known.words.grammar["outsider_nouns"]:
        return None
    named = [k for k in tree.kids(i, "appos") if k > i and tree.name(k) is not None]
    return r.argument(named[0], "actor") if named else None


def _told_name(r: Reading, i: int) -> Argument | None:
    """The name that a participle tells: "a group called X", "fighting under the name X"."""
    tree = r.tree
    for k in tree.kids(i, "acl"):
        for o in tree.kids(k, "obl"):  # "fighting under the name X"
            if tree.tokens[o].lemma == "name" and tree.case(o) == ("under",):
                named = [n for n in tree.kids(o, "appos", "flat", "nmod") if tree.name(n) is not None]
                if named:
                    return r.argument(named[0], "any")
        if tree.tokens[k].lemma in ("know", "call", "name", "dub"):
            for o in tree.kids(k, "obl", "xcomp", "obj"):
                if tree.name(o) is not None:
                    return r.argument(o, "any")
    return None
