"""Parts of a group that bear no name of their own: "ISIL's Sinai branch", "the armed wing of Hamas", "an ISIS affiliate
in Mozambique"."""

from __future__ import annotations

from kg.extract.references.beside import named_beside
from kg.extract.references.phrases import mention_of, modifiers
from kg.extract.references.state import GROUPS, Reading
from kg.identifiers import local_name
from kg.records import Argument, Entity

ARMED = frozenset(("armed", "military", "paramilitary", "militant"))
# How a part's own words begin that tell nothing of which part it is.
VAGUE = frozenset(
    ("local", "main", "own", "new", "powerful", "deadly", "active", "notorious", "official", "latest")
)


def branch_of_noun(r: Reading, i: int) -> Argument | None:
    """The part of a named group that the noun at token i is for; with the name beside it, whoever bears that."""
    tree = r.tree
    token = tree.tokens[i]
    if token.tag != "NN" or token.name is not None:
        return None
    if (named := named_beside(r, i)) is not None:
        return named if named.entity.type in GROUPS else None
    whole = _whole(r, i)
    if whole is None:
        return None
    own = [k for k in modifiers(r, i) if tree.tokens[k].dep != "det" and k not in whole[1]]
    words = [tree.tokens[k].text for k in own if tree.tokens[k].lower not in VAGUE]
    where = next(
        (k for k in tree.kids(i, "nmod") if k > i and tree.case(k) == ("in",) and tree.name(k)), None
    )
    is_armed = any(word.lower() in ARMED for word in words)
    if whole[0].type != "ArmedGroup" and not is_armed:
        return None
    if not is_armed and where is None and not any(tree.name(k) is not None for k in own):
        return None  # "the party's left wing", "one wing of the Taliban": which, nobody knows
    label = " ".join([whole[0].label, *words, token.lower])
    if where is not None:
        label += f" in {tree.tokens[where].text}"
    text, start, end = mention_of(r, i, i)
    return Argument(Entity(local_name(label), label, "ArmedGroup", None), text, start, end)


def _whole(r: Reading, i: int) -> tuple[Entity, list[int]] | None:
    """Whose part it is, with the tokens that tell it: the possessor, a name before the noun or one behind "of"."""
    tree = r.tree
    before = [k for k in modifiers(r, i) if tree.name(k) is not None]
    behind = [
        k for k in tree.kids(i, "nmod") if k > i and tree.case(k) == ("of",) and tree.name(k) is not None
    ]
    for k in (*before, *behind):
        name = tree.name(k)
        found = r.entity(name, "actor", k) if name is not None else None
        if found is not None and found.type in ("ArmedGroup", "Organisation"):
            return found, [k]
    return None


def followers_of_noun(r: Reading, i: int) -> Argument | None:
    """Those who stand behind a leader or group: "supporters of Laurent Gbagbo", "Hadi loyalists"."""
    tree = r.tree
    token = tree.tokens[i]
    if token.tag != "NNS" or token.name is not None or token.dep == "appos" or tree.kids(i, "appos", "cop"):
        return None
    before = [k for k in modifiers(r, i) if tree.name(k) is not None]
    behind = [
        k for k in tree.kids(i, "nmod") if k > i and tree.case(k) == ("of",) and tree.name(k) is not None
    ]
    for k in (*before, *behind):
        found = r.argument(k, "actor")
        if found is not None and found.entity.type in ("Person", "ArmedGroup", "Organisation"):
            label = f"{found.entity.label}'s {token.lower}"
            text, start, end = mention_of(r, i, i)
            return Argument(Entity(local_name(label), label, "Collective", None), text, start, end)
    return None
