"""Place of a claim: which place of the sentence belongs to which predicate."""

from __future__ import annotations

from collections.abc import Sequence

from kg.english.closed import COMPASS, IN_PLACE
from kg.extract.dates.circumstance import predicates
from kg.extract.grammar.frame import Frame
from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.extract.references.state import PLACES
from kg.records import Argument

# What a happening does to people it does where it takes place.
HARMING = frozenset(("kill", "wound", "injure", "hurt"))
# "Clashes to the south of Goma".
# "Fought for control of Goma", "bombed the rebel stronghold of Goma".
HOLDS = frozenset(
    ("control", "possession", "stronghold", "bastion", "hotbed", "hub", "heartland", "fiefdom", "redoubt")
)
# "Within 20 kilometres of Goma".
LENGTHS = frozenset(("kilometre", "kilometer", "km", "mile", "metre", "meter", "m", "yard"))
IN = (("in",), ("at",), ("near",))
# "Off the coast of Puntland".
SHORES = frozenset(("coast", "shore", "coastline"))
STATIC = (*IN_PLACE, "along", "off")


def fronted_place(tree: Tree, frame: Frame, resolver: Resolver) -> Argument | None:
    """The place that opens the sentence: "Near Sinjar, two strikes destroyed …"."""
    for predicate in predicates(tree, frame):
        for k in tree.kids(predicate, "obl"):
            case = tree.case(k)
            if case and case[0] in STATIC and k < predicate and tree.first(k) <= 1:
                found = _place(resolver, k)
                if found is not None and found.entity.type in ("Place", "State"):
                    return found
    return None


def place_of(
    tree: Tree, frame: Frame, resolver: Resolver, fillers: Sequence[str], nearby: bool = True
) -> Argument | None:
    """The place of a frame: of its own place fillers, else the place its clause names.

    Not `nearby`: only what the verb itself is said to happen in (an accusation is not where its object is).
    """
    if not nearby:
        verb = frame.light if frame.light is not None else frame.trigger
        own = [k for k in tree.kids(verb, "obl") if tree.case(k)[:1] in (("in",), ("at",))]
        return next((found for k in own if (found := _place(resolver, k)) is not None), None)
    for filler in fillers:
        depth = 0 if filler in STATIC else 1  # "strikes of the war in Syria": of the war, not of Syria
        for token in frame.roles.get(filler, ()):
            if (found := _place(resolver, token, depth)) is not None:
                return found
    for preposition in STATIC:
        for token in frame.roles.get(preposition, ()):
            if (found := _place(resolver, token)) is not None:
                return found
    for predicate in (*predicates(tree, frame), *_around(tree, frame)):
        for k in tree.kids(predicate, "obl", "nmod"):
            case = tree.case(k)[:1]
            on_part = case == ("on",) and tree.name(k) is None
            beside = case in (("to",), ("from",)) and tree.tokens[k].lemma in COMPASS and tree.kids(k, "nmod")
            # "Came within 5 km of Goma and went on to attack": how far, the first verb tells.
            is_its = predicate in (frame.trigger, frame.light, frame.clause)
            far = not is_its and tree.tokens[k].lemma in LENGTHS
            if far or not case or not (case[0] in STATIC or on_part or beside):
                continue
            if (found := _place(resolver, k, 1 if on_part else 0)) is not None:
                return found
    return _where(tree, frame, resolver)


def _where(tree: Tree, frame: Frame, resolver: Resolver) -> Argument | None:
    """The place that a relative clause goes on about: "Gao, where the army shelled a market"."""
    if "where" not in tree.words and "which" not in tree.words:
        return None
    for verb in predicates(tree, frame):
        token = tree.tokens[verb]
        near = [tree.tokens[k] for k in tree.kids(verb, "advmod", "obl", "mark")]
        there = any(t.lower == "where" or t.lower == "which" and tree.case(t.i)[:1] in IN for t in near)
        if there and token.dep == "acl:relcl":
            return _place(resolver, token.head)
        first = next(k for k in range(tree.first(verb), verb + 1) if tree.tokens[k].pos != "PUNCT")
        stray = token.dep == "advcl" and tree.tokens[first].lower == "where" and first > 1
        if stray and tree.tokens[first - 1].lower == "," and tree.name(first - 2) is not None:
            return _place(resolver, first - 2)
    return None


def _around(tree: Tree, frame: Frame) -> list[int]:
    """The verb whose place is the happening's too: "holds a placard during a rally in Tripoli"."""
    noun = tree.head_of_conjuncts(frame.trigger)
    token = tree.tokens[noun]
    verb = tree.tokens[token.head if token.dep == "nsubj" and frame.clause == token.head else noun]
    if verb.pos == "VERB" and verb.lemma in HARMING:
        joined = tree.kids(verb.i, "conj")  # "the bombing killed 12 and injured 30 in Gao"
        return [
            k for k in joined if tree.tokens[k].lemma in HARMING and not tree.kids(k, "nsubj", "nsubj:pass")
        ]
    if (
        frame.clause is None
        and token.dep == "obl"
        and tree.case(noun)[:1] in (("during",), ("in",), ("amid",))
    ):
        return [token.head]
    return []


def _place(resolver: Resolver, token: int, depth: int = 0) -> Argument | None:
    """The place that a noun names, or where it is: "outside a police station in Kirkuk"."""
    for argument in resolver.arguments(token, "place"):
        if argument.entity.type in PLACES:
            return argument
    if resolver.tree.name(token) is not None:
        return None
    if resolver.tree.tokens[token].lemma in HOLDS:
        held = (_place(resolver, k, 1) for k in resolver.tree.kids(token, "nmod", "appos"))
        return next((place for place in held if place is not None), None)
    if depth:
        return None
    return place_beside(resolver, token)


def place_beside(resolver: Resolver, token: int) -> Argument | None:
    """The place of a prepositional phrase on a noun: "fighters in northern Syria"."""
    tree = resolver.tree
    if _is_head_of(resolver, token):
        return None
    near = (*STATIC, "of", "from") if tree.tokens[token].lemma in LENGTHS | SHORES else STATIC
    inner = [k for k in tree.kids(token, "nmod") if tree.case(k)[:1] and tree.case(k)[0] in near]
    return next((found for k in inner if (found := _place(resolver, k, 1)) is not None), None)


def _is_head_of(resolver: Resolver, token: int) -> bool:
    """Whether "in" behind a leader tells where he leads: "the head of the group in Yemen was killed"."""
    tree = resolver.tree
    kind = resolver.known.words.offices.kind(tree.tokens[token].lower)
    if any(tree.tokens[k].lower in ("a", "an") for k in tree.kids(token, "det")):
        return False  # "a commander of the group in Helmand": one of several
    of = any(tree.case(k) == ("of",) for k in tree.kids(token, "nmod"))
    return kind in ("offices", "leads") and (of or bool(tree.kids(token, "nmod:poss")))
