"""What tells by itself which ones a noun means: "forces backed by Turkey", "soldiers from Chad", "men who fled"."""

from __future__ import annotations

from kg.extract.grammar.tree import Tree

# Whom these prepositions name owns or sends them; "troops in Helmand" are only somewhere.
OWNERS = (("of",), ("from",), ("under",))


def own_modifiers(tree: Tree, i: int) -> list[int]:
    """What stands behind the noun i without a comma and restricts it: participles ("backed by Turkey"), adjectives
    with an object ("opposed to the junta"), relative clauses, owners ("of KIA fighters", "from Chad")."""
    found = []
    for k in tree.kids(i, "acl", "acl:relcl", "amod", "nmod"):
        if k < i:
            continue
        first = tree.first(k)
        if "PUNCT" in (tree.tokens[first].pos, tree.tokens[first - 1].pos):
            continue
        match tree.tokens[k].dep:
            case "nmod":
                restricts = tree.case(k) in OWNERS
            case "amod":
                restricts = bool(tree.kids(k, "obl", "nmod"))
            case _:
                restricts = True
        if restricts:
            found.append(k)
    return found


def owners(tree: Tree, i: int) -> list[int]:
    """The restrictive modifiers that name an owner or a side, not a deed: "from Chad", but not "wounded in Gao"."""
    return [k for k in own_modifiers(tree, i) if tree.tokens[k].dep == "nmod"]
