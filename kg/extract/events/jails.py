"""Prisoners whom soldiers bring out of the jail of others: they are saved, and nobody gives way."""

from __future__ import annotations

from kg.extract.drafts import Draft
from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver

FREEING = ("free", "release", "liberate")
FIGHTING = ("ArmedForces", "ArmedGroup")
JAILS = frozenset(("jail", "prison", "dungeon", "camp", "cell", "centre", "center", "facility"))
RULING = ("government", "state", "regime", "army")
HELD_BY = ("-run", "-operated", "-held", "-controlled", "-administered")


def breaks_jail(tree: Tree, draft: Draft, resolver: Resolver) -> bool:
    """Whether forces free prisoners from a jail that an armed group holds: "from a Taliban jail"."""
    if draft.type != "Concession" or tree.tokens[draft.frame.trigger].lemma not in FREEING:
        return False
    if draft.agents and all(a.entity.type == "Collective" for a in draft.agents):
        # "gunmen freed 40 inmates from a prison": they have none of their own
        return any(not tree.kids(k, "nmod:poss") for k in _jails(tree, draft))
    if not draft.agents or any(a.entity.type not in FIGHTING for a in draft.agents):
        return False
    return any(_is_others(tree, k, draft, resolver) for k in _jails(tree, draft))


def _jails(tree: Tree, draft: Draft) -> list[int]:
    """The jails that those freed come from, whatever the parser hung them on."""
    direct = draft.frame.roles.get("direct", ())
    heads = [draft.frame.trigger, *direct, *(k for d in direct for k in tree.kids(d, "nmod"))]
    near = [k for h in heads for k in tree.kids(h, "nmod", "obl") if tree.case(k) == ("from",)]
    return [k for k in near if tree.tokens[k].lemma in JAILS]


def _is_others(tree: Tree, jail: int, draft: Draft, resolver: Resolver) -> bool:
    """Whether a jail is said to be that of an armed group which is not who frees."""
    own = {a.entity.id for a in draft.agents}
    for k in tree.kids(jail, "compound", "amod", "nmod:poss", "nmod"):
        lower = tree.tokens[k].lower
        if lower.endswith(HELD_BY):
            holder = lower.rsplit("-", 1)[0]
            return not any(holder in a.mention.lower() for a in draft.agents)
        if k > jail and tree.case(k) != ("of",):
            continue
        if lower in RULING and all(a.entity.type == "ArmedGroup" for a in draft.agents):
            return True
        owner = resolver.argument(k, "actor") if tree.name(k) is not None else None
        if owner is not None and owner.entity.type == "ArmedGroup" and owner.entity.id not in own:
            return True
    return False
