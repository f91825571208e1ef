"""Whom a noun calls what it says: "Russia, an ally of Syria", "the envoy is Geir Pedersen", "the group Hezbollah"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from kg.extract.grammar.tree import RELATIVE, Tree
from kg.extract.references.resolver import Resolver
from kg.records import Argument

INSTANCES = (("such", "as"), ("including",), ("like",))  # "members such as Poland"
# "A commander of the RSF", "a senior RSF commander": one of its leaders, not its leader.
ONE_OF_MANY = frozenset(("a", "an", "senior", "local", "field", "regional", "mid-level", "junior"))
# "An uncontested leader" has no other beside him.
UNRIVALLED = frozenset(
    ("uncontested", "undisputed", "unchallenged", "sole", "overall", "supreme", "paramount")
)
SINGLING_OUT = frozenset(
    ("notably", "namely", "particular", "particularly", "especially", "including", "chiefly", "mainly")
)


QUOTES = ('"', "'", "“", "”", "''", "’")
WISHING = ("want", "hope", "wish", "seek", "apply", "aim", "aspire", "intend", "decline", "refuse")
SEEING = ("see", "regard", "consider", "view", "describe", "recognise", "recognize")


# How the parser hangs a name behind a comma on what stands before it.
HUNG = frozenset(("conj", "appos", "nmod:unmarked"))


def is_local_command(tree: Tree, i: int, resolver: Resolver) -> bool:
    """Whether a commander has a part only: "the HTS commander of Homs", "of French forces in the west"."""
    if tree.tokens[i].lemma != "commander":
        return False
    parts = tree.kids(i, "nmod")
    of = [k for k in parts if tree.case(k) == ("of",)]
    inner = [*parts, *(m for k in of for m in tree.kids(k, "nmod"))]
    towns = [k for k in of if _is_town(tree, k, resolver)]
    return bool(towns) or any(tree.case(k) == ("in",) for k in inner)


def _is_town(tree: Tree, i: int, resolver: Resolver) -> bool:
    """Whether a name is a place's, or one that nobody knows: few know a village."""
    known = resolver.argument(i, "any")
    name = tree.name(i)
    if known is None:
        return name is not None and name.kind is None and name.title is None
    return known.entity.type == "Place"


def denoted_by(tree: Tree, i: int, resolver: Resolver, want: str = "actor") -> list[Argument]:
    """Who is called by the noun: its copular subject, the name in apposition, or the name beside it.

    `want` is "actor" or "place". The first construction that names anybody counts.
    """
    if (one := one_of(tree, i)) is not None:
        return denoted_by(tree, one, resolver, want)
    if (predicated := _subject_of_predicate(tree, i)) is not None:
        return [a for k in predicated for a in resolver.arguments(k, want)]
    if examples := _examples(tree, i):
        return [a for k in examples for a in resolver.arguments(k, want)]
    token = tree.tokens[i]
    head = tree.tokens[token.head]
    if token.dep == "nsubj" and head.pos == "PROPN" and tree.kids(head.i, "cop"):
        return list(resolver.arguments(head.i, want))  # "his chief of staff is Major General Hassan"
    if found := [a for k in tree.kids(i, "appos", "flat") if k > i for a in resolver.arguments(k, want)]:
        return found
    if token.tag == "NNS" and (named := [k for k in tree.kids(i, "nmod") if tree.case(k) in INSTANCES]):
        return [a for k in named for a in resolver.arguments(k, want)]
    if listed_before := _list_before(tree, i):
        return [a for k in listed_before for a in resolver.partitive(k, want)]
    if found := _in_apposition(tree, i, resolver, want):
        return found
    for beside in BESIDE:
        tokens = beside(tree, i)
        called = [a for k in tokens for a in _one(resolver, k, want)]
        if called or any(tree.name(k) is not None for k in tokens):  # not "in 2017, the commander of"
            return _of_one_class(called)
    if found := _following(tree, i, resolver, want):
        return found
    return _further_off(tree, i, resolver, want)


def _further_off(tree: Tree, i: int, resolver: Resolver, want: str) -> list[Argument]:
    """Who is called so where the name hangs on another noun, or stands behind a comma."""
    if far := _between_commas(tree, i, resolver) or _far_person(tree, i, resolver):
        return far
    if (first := fellow(tree, i)) is not None:
        return denoted_by(tree, first, resolver, want)
    return [
        a for k in _list_behind(tree, i) or _instances_behind(tree, i) for a in resolver.partitive(k, want)
    ]


def fellow(tree: Tree, i: int) -> int | None:
    """The first of two callings of one person, of which the noun is the second: "the founder and commander"."""
    tokens = tree.tokens
    joined = i >= 2 and tokens[i - 1].lower == "and" and tokens[i].tag == tokens[i - 2].tag == "NN"
    return i - 2 if joined else None


def one_of(tree: Tree, i: int) -> int | None:
    """The "one" of "one of the members"."""
    token = tree.tokens[i]
    is_share = token.dep == "nmod" and tree.case(i) == ("of",) and tree.tokens[token.head].lower == "one"
    return token.head if is_share else None


def _subject_of_predicate(tree: Tree, i: int) -> list[int] | None:
    """The subject of "is an ally", "became an ally"; None when the noun is no predicate."""
    head = tree.tokens[tree.tokens[i].head]
    if tree.kids(i, "cop"):
        subjects = tree.kids(i, "nsubj")
        if subjects and tree.tokens[subjects[0]].lower in RELATIVE and head.i != i:
            return [head.i]
        return subjects
    if is_seen_as(tree, i):
        subjects = tree.kids(head.i, "nsubj:pass", "nsubj")  # "is seen as one of Haftar's supporters"
        is_relative = subjects and tree.tokens[subjects[0]].lower in RELATIVE and head.head != head.i
        return [head.head] if is_relative else subjects
    if head.lemma in ("become", "remain") and tree.tokens[i].dep in ("xcomp", "obj"):
        governor = tree.tokens[head.head]
        subjects = tree.kids(head.i, "nsubj")
        if not subjects and head.dep == "xcomp" and governor.lemma in WISHING:
            subjects = tree.kids(governor.i, "nsubj")  # "wants to become a member"
        is_relative = subjects and tree.tokens[subjects[0]].lower in RELATIVE and head.dep == "acl:relcl"
        return [head.head] if is_relative else subjects
    return None


def is_seen_as(tree: Tree, i: int) -> bool:
    """Whether a noun is said of the subject of "is seen as one of Haftar's supporters"."""
    token = tree.tokens[i]
    head = tree.tokens[token.head]
    is_as = token.dep in ("obl", "nmod") and tree.case(i) == ("as",)
    return is_as and head.lemma in SEEING and tree.is_passive(head.i)


def _examples(tree: Tree, i: int) -> list[int]:
    """Those of a plural whom a list tells: "Assad's allies, including Iran", "its backers, notably Russia"."""
    if tree.tokens[i].tag != "NNS":
        return []
    found = [k for k in tree.kids(i, "nmod") if k > i and tree.case(k) in INSTANCES]
    first = i + 2
    if not found and first + 1 < len(tree.tokens) and tree.tokens[i + 1].lower == ",":
        is_list = tree.tokens[first].lower in SINGLING_OUT and tree.name(first + 1) is not None
        found = listed(tree, first + 1) if is_list else []
    return found


def _in_apposition(tree: Tree, i: int, resolver: Resolver, want: str) -> list[Argument]:
    """The name that the noun explains ("Russia, an ally"), all of a list for a plural ("Russia and Iran, allies")."""
    token = tree.tokens[i]
    if token.dep not in ("appos", "flat") or tree.tokens[token.head].pos not in ("PROPN", "NOUN", "PRON"):
        return []
    if token.tag == "NNS":
        return list(resolver.arguments(tree.head_of_conjuncts(token.head), want))
    return _one(resolver, token.head, want)


def _list_before(tree: Tree, i: int) -> list[int]:
    """ "Kenya and Uganda, members of NATO,": what the parser took for a third name describes the two."""
    token = tree.tokens[i]
    first = tree.phrase_start(i)
    if token.dep != "conj" or token.tag != "NNS" or tree.kids(i, "cc") or tree.tokens[first - 1].lower != ",":
        return []
    others = [k for k in tree.conjuncts(tree.head_of_conjuncts(i)) if k < i]
    closed = any(tree.kids(k, "cc") for k in others[1:])
    return others if closed and all(tree.name(k) is not None for k in others) else []


def _before_name(tree: Tree, i: int) -> Sequence[int]:
    """The name that the noun stands before: "commander Mazloum Abdi"."""
    token = tree.tokens[i]
    qualifies = token.dep in ("compound", "nmod", "amod") and token.head > i
    if not qualifies or tree.name(token.head) is None or tree.case(i):
        return []
    return closed_list(tree, token.head) if token.tag == "NNS" else [token.head]  # "ISIL leaders X and Y"


def _behind_comma(tree: Tree, i: int) -> Sequence[int]:
    """What stands before the comma that opens a description: "Hezbollah, the ally of"."""
    first = tree.phrase_start(i)
    opens = first >= 2 and tree.tokens[first - 1].lower == ","
    described = tree.tokens[first].lower in ("a", "an", "the") or tree.kids(i, "nmod:poss")
    return [first - 2] if opens and described else []


BESIDE: tuple[Callable[[Tree, int], Sequence[int]], ...] = (_before_name, _behind_comma)


def _following(tree: Tree, i: int, resolver: Resolver, want: str) -> list[Argument]:
    """The name right behind the noun: "his ally Iran"; not "the ally Iran's"."""
    k = i + 1
    if k >= len(tree.tokens) or tree.name(k) is None or tree.tokens[k].dep == "nmod:poss":
        return []
    if tree.kids(k, "case"):
        return []
    several = closed_list(tree, k) if tree.tokens[i].tag == "NNS" else [k]  # "its allies Iran and Russia"
    return _of_one_class([a for n in several for a in _one(resolver, n, want)])


def _between_commas(tree: Tree, i: int, resolver: Resolver) -> list[Argument]:
    """ "The leader of the rebels, al-Zarqawi, said": read as a list of two, though no "and" joins them."""
    joined = tree.kids(i, "conj")
    if tree.tokens[i].tag != "NN" or len(joined) != 1 or tree.kids(joined[0], "cc", "conj"):
        return []
    k = joined[0]
    closed = k + 1 < len(tree.tokens) and tree.tokens[k + 1].lower == ","
    return _one(resolver, k, "actor") if closed and tree.tokens[k - 1].lower == "," and tree.name(k) else []


def _far_person(tree: Tree, i: int, resolver: Resolver) -> list[Argument]:
    """ "The general manager of Abu Dhabi Media, Dr Ali bin Tamim,": the parser hung the name on another noun."""
    for k in tree.subtree(i):
        token, name = tree.tokens[k], tree.name(k)
        if k <= i + 2 or token.dep not in HUNG or token.head == i or name is None:
            continue
        behind_comma = tree.tokens[k - 1].lower == "," and not tree.kids(k, "cc")
        if not behind_comma:
            continue
        found = _one(resolver, k, "actor")
        if name.kind == "Person" or name.title is not None or (found and found[0].entity.type == "Person"):
            return found
    return []


def _list_behind(tree: Tree, i: int) -> Sequence[int]:
    """ "Assad's backers, Russia and Iran", "its main ally, the United States": the names behind a comma."""
    first = i + 2
    if first + 1 < len(tree.tokens) and tree.tokens[first].lower == "the":
        first += 1
    if first >= len(tree.tokens) or tree.tokens[i + 1].lower != "," or tree.name(first) is None:
        return []
    plural = tree.tokens[i].tag == "NNS"
    return listed(tree, first) if plural or tree.kids(i, "nmod:poss") else []


def _instances_behind(tree: Tree, i: int) -> Sequence[int]:
    """ "Their allies, including Hezbollah": the parser hung the instances elsewhere."""
    tokens = tree.tokens
    k = i + 1
    while k < len(tokens) - 1 and tokens[k].lower in (",", "such", "as", "including", "like", "the"):
        k += 1
    opened = {t.lower for t in tokens[i + 1 : k]} & {"such", "including", "like"}
    return (
        listed(tree, k)
        if opened and tokens[i].tag == "NNS" and k < len(tokens) and tree.name(k) is not None
        else []
    )


def named_before(tree: Tree, i: int, resolver: Resolver) -> list[Argument]:
    """The name right before the comma that opens a description."""
    first = tree.phrase_start(i)
    if first >= 2 and tree.tokens[first - 1].lower == "," and tree.name(first - 2) is not None:
        return _one(resolver, first - 2, "actor")
    return []


def listed(tree: Tree, first: int) -> list[int]:
    """The names of a list that begins at a token: "Russia, Iran and Hezbollah"."""
    found, k = [first], first
    while k + 2 < len(tree.tokens) and tree.tokens[k + 1].lower in (",", "and"):
        following = k + 2
        while following < len(tree.tokens) - 1 and tree.tokens[following].lower in ("and", "the"):
            following += 1
        if tree.name(following) is None:
            break
        found.append(following)
        k = following
    return found


def listed_behind_colon(tree: Tree, i: int) -> list[int]:
    """The names behind a plural and a colon: "three brigades: A, B and C"."""
    tokens = tree.tokens
    k = i + 1
    while k < len(tokens) - 1 and tokens[k].lower in QUOTES:
        k += 1
    is_plural = tokens[i].tag == "NNS" or bool(tree.kids(i, "nummod"))
    if not is_plural or k >= len(tokens) - 1 or tokens[k].lower != ":":
        return []
    k += 1
    while k < len(tokens) - 1 and tokens[k].lower in ("the", "a", "an"):
        k += 1
    return listed(tree, k) if tree.name(k) is not None else []


def closed_list(tree: Tree, first: int) -> list[int]:
    """The names of a list up to the one behind its "and"; the first alone where no "and" closes it."""
    names = listed(tree, first)
    for n, (before, k) in enumerate(pairwise(names)):
        if any(t.lower == "and" for t in tree.tokens[before + 1 : k]):
            return names[: n + 2]
    return names[:1]


def _of_one_class(found: list[Argument]) -> list[Argument]:
    """Those of a list who are of the first one's class: "its leaders X and Y", not "its leader X and Israel"."""
    return [a for a in found if a.entity.type == found[0].entity.type]


def _one(resolver: Resolver, i: int, want: str) -> list[Argument]:
    found = resolver.argument(i, want)
    return [] if found is None else [found]
