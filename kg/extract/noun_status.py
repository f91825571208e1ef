"""How far a happening holds that a noun names: "alleged attack", "called for a truce", "plans for an offensive"."""

from __future__ import annotations

from collections.abc import Mapping

from kg.extract.syntax import Tree
from kg.records import EventStatus, Token

# Verbs by what they say of the happening that is their object, or of which they speak behind a preposition.
SCHEDULING = frozenset("set schedule plan expect".split())  # "talks are set for Monday"
WANTING = frozenset(
    """
    pursue need require favour favor envisage await enable allow permit authorise authorize facilitate
    plan propose demand urge threaten seek prepare want expect schedule consider
    """.split()
)
# Those of them whose passive plans as well: "an offensive was planned".
WANTED = frozenset("plan propose demand urge threaten seek prepare want expect schedule consider".split())
ASKING_FOR = frozenset("call push hope appeal press plead".split())
FEARING = frozenset("warn caution guard brace".split())
AVERTING = frozenset("prevent avert avoid rule foil thwart preempt forestall".split())
REJECTING = frozenset("reject refuse decline dismiss oppose".split())
# Nouns: "a plan for talks", "the threat of an attack".
PLANS = frozenset("offer idea plan plot preparation call need demand desire push proposal".split())
PROSPECTS = frozenset("threat prospect risk possibility fear hope chance".split())

Grammar = Mapping[str, frozenset[str]]


def of_noun(tree: Tree, noun: int, grammar: Grammar) -> EventStatus | None:
    """What adjectives and determiners before a noun say: "alleged", "planned", "no"."""
    if tree.tokens[noun].pos not in ("NOUN", "PROPN"):
        return None
    for k in tree.children[noun]:
        token = tree.tokens[k]
        if token.dep == "acl:relcl" and _is_to_come(tree, k, grammar):
            return "planned"  # "talks that will be held in Geneva"
        if token.dep == "det" and token.lower in ("no", "neither"):
            return "negated"
        if token.dep in ("amod", "advmod"):
            if token.lower in grammar["possible_adjectives"]:
                return "possible"
            if token.lower in grammar["planned_adjectives"]:
                return "planned"
    return None


def _is_to_come(tree: Tree, verb: int, grammar: Grammar) -> bool:
    """Whether a relative clause tells that its noun itself will take place."""
    subjects = [tree.tokens[k].lower for k in tree.kids(verb, "nsubj", "nsubj:pass")]
    future = any(tree.tokens[k].lower in grammar["future_modals"] for k in tree.kids(verb, "aux"))
    carried = tree.tokens[verb].lemma in grammar["light_verbs"] | grammar["happening_verbs"]
    return future and carried and (not subjects or subjects[0] in ("that", "which"))


def governed(tree: Tree, noun: int, grammar: Grammar) -> EventStatus | None:
    """What the word that governs an event noun says of it: "called for a truce", "plans an offensive"."""
    token = tree.tokens[tree.head_of_conjuncts(noun)]
    head = tree.tokens[token.head]
    if token.pos != "NOUN":
        return None
    if token.dep == "nsubj" and head.pos in ("ADJ", "NOUN") and _is_imagined(tree, token, head):
        return "possible"
    if head.pos == "VERB":
        match token.dep:
            case "nsubj" | "nsubj:pass":
                return _as_subject(tree, token, head, grammar)
            case "obj" | "obl" | "nmod":
                return _as_object(tree, token, head)
    elif head.pos == "NOUN" and token.dep == "nmod":
        return "planned" if head.lemma in PLANS else "possible" if head.lemma in PROSPECTS else None
    return None


def _as_subject(tree: Tree, token: Token, verb: Token, grammar: Grammar) -> EventStatus | None:
    """ "Talks will begin", "talks are set for Monday", "an attack was averted"."""
    if any(tree.tokens[k].lower in grammar["future_modals"] for k in tree.kids(verb.i, "aux")):
        return "planned"
    if _is_imagined(tree, token, verb):
        return "possible"
    if tree.is_passive(verb.i) and verb.lemma in SCHEDULING:
        return "planned"
    if token.dep == "nsubj:pass":
        return _asked_for(tree, token, verb) or ("planned" if verb.lemma in WANTED else None)
    return None


def _is_imagined(tree: Tree, token: Token, verb: Token) -> bool:
    """ "An assault would be a catastrophe": what might come of one that is not told."""
    auxiliaries = {tree.tokens[k].lower for k in tree.kids(verb.i, "aux")}
    articles = {tree.tokens[k].lower for k in tree.kids(token.i, "det")}
    return bool(articles & {"a", "an", "any"} and auxiliaries & {"would", "could", "might"}) and not (
        auxiliaries & {"have"}
    )


def _as_object(tree: Tree, token: Token, verb: Token) -> EventStatus | None:
    """ "Denied the attack", "averted a clash", "seeks a truce"."""
    if token.dep == "obj":
        if verb.lemma in WANTING:
            return "planned"
        if verb.lemma == "deny":
            return "denied"
        if verb.lemma in AVERTING:
            return "negated"
        definite = {"the", "its", "their", "his", "this"} & {
            tree.tokens[k].lower for k in tree.kids(token.i, "det", "nmod:poss")
        }
        if verb.lemma in REJECTING and not definite:
            return "negated"  # "rejected a truce": there is none
    return _asked_for(tree, token, verb)


def _asked_for(tree: Tree, token: Token, verb: Token) -> EventStatus | None:
    """ "Called for a truce", "insisted on talks"."""
    case = tree.case(token.i)
    if verb.lemma in FEARING and case in (("of",), ("against",)):
        return "possible"
    asked = verb.lemma == "insist" and case == ("on",) or verb.lemma in ASKING_FOR and case == ("for",)
    return "planned" if asked else None
