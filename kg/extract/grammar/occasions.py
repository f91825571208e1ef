"""Verbs beside a happening that tell who took part: "led to protests", "killed ten in a raid", "said on a visit"."""

from __future__ import annotations

from kg.english.lemma import lemma
from kg.extract.grammar.frame import Frame
from kg.extract.grammar.objects import agents, objects
from kg.extract.grammar.subjects import external
from kg.extract.grammar.tree import Tree
from kg.records import Token
from kg.rules.words import WordLists

# "The killing sparked, led to protests in Tunis": what these bring about came about where and when they did.
CAUSING = frozenset("spark trigger prompt provoke ignite cause lead".split())
# "Said during a visit to Kabul", "is on a visit to Mali": the subject is the visitor.
VISITS = frozenset(("visit", "trip", "tour"))
# "The king said after talks with the queen": he talked with her.
TALKS = frozenset("talk meeting negotiation discussion conversation consultation summit call".split())
# "Claimed responsibility for the attack".
CREDITS = ("responsibility", "credit")
# Who kills or hits in these carries them out; in clashes and attacks it may be the other side.
ONE_SIDED = frozenset("airstrike strike shelling bombardment ambush raid bombing".split())

# In these too, if nobody killed may be of the attackers.
ATTACKS = frozenset(("attack", "assault"))


def is_caused(tree: Tree, token: Token, verb: Token) -> bool:
    """Whether a happening is what a verb brings about: "sparked protests", "led to protests"."""
    if token.dep not in ("obj", "obl") or verb.lemma not in CAUSING or tree.is_passive(verb.i):
        return False
    return tree.case(token.i) == (("to",) if verb.lemma == "lead" else ())


def credit(tree: Tree, token: Token) -> Token | None:
    """The "responsibility" that somebody claims for a happening, though a date stands between them."""
    above = tree.tokens[token.head]
    if tree.case(token.i) not in (("for",), ("of",)) or token.dep not in ("nmod", "obl"):
        return None
    if above.lemma in CREDITS:
        return above
    verb = above if above.pos == "VERB" else tree.tokens[above.head]
    if verb.lemma not in ("claim", "take", "accept") or tree.case(token.i) != ("for",):
        return None
    return next((tree.tokens[k] for k in tree.kids(verb.i, "obj") if tree.tokens[k].lemma in CREDITS), None)


def takes_part(tree: Tree, frame: Frame, token: Token, verb: Token, words: WordLists) -> bool:
    """Whether the subject comes to what the noun names, kills in it, or does something on its visit."""
    passive = tree.is_passive(verb.i)
    case = tree.case(token.i)
    hits = verb.lemma in words.grammar["hitting_verbs"]
    if hits and case == ("in",) and _is_of_killers(tree, token, verb, words):
        frame.clause = verb.i  # "killed ten in an ambush near Gao"
        killers = agents(tree, verb.i) if passive else external(tree, verb.i, words)
        frame.add("doer", [k for k in killers if tree.tokens[k].pos != "NUM"])
        return True
    if token.lemma in VISITS and token.dep == "obl" and case in (("on",), ("during",)):
        told = any(frame.roles.get(part) for part in ("poss", "by", "of", "mod"))
        if not (told or passive):
            frame.add("visitor", external(tree, verb.i, words))
        return True
    if token.lemma in TALKS and token.dep == "obl" and case in (("in",), ("after",), ("during",)):
        if "with" in frame.roles and not (passive or "between" in frame.roles or frame.roles.get("poss")):
            frame.add("doer", external(tree, verb.i, words))  # "said after talks with"
        return True
    if verb.lemma in ("accuse", "suspect") and case == ("of",) and not passive:
        frame.add("doer", objects(tree, verb.i))  # "accused Myanmar of the killing of civilians": whoever did
        return True
    if not _comes_for(tree, token, verb, words):
        return False
    frame.clause = verb.i
    frame.add("doer", external(tree, verb.i, words))
    return True


def _is_of_killers(tree: Tree, token: Token, verb: Token, words: WordLists) -> bool:
    """Whether who kills in a happening carries it out: always in a raid, in an attack if gunmen kill no fighters."""
    if token.lemma in ONE_SIDED:
        return True
    if token.lemma not in ATTACKS or tree.is_passive(verb.i):
        return False
    killers = external(tree, verb.i, words)
    killed = objects(tree, verb.i)
    return (
        bool(killers)
        and all(_fights(tree, k, words) for k in killers)
        and not any(_fights(tree, k, words) for k in killed)
    )


def _fights(tree: Tree, k: int, words: WordLists) -> bool:
    """Whether a noun or the last word of a name is of gunmen, who hold no ground: "Taliban militants"."""
    name = tree.name(k)
    last = tree.tokens[k].lemma if name is None else lemma(name.text.split()[-1].lower(), "NNS", "NOUN")
    noun = words.nouns.get(last)
    return noun is not None and noun.kind == "fighters"


def _comes_for(tree: Tree, token: Token, verb: Token, words: WordLists) -> bool:
    """Whether somebody comes to a happening: "arrived in Cairo for talks", "are in Doha for negotiations"."""
    if token.dep not in ("obl", "nmod") or tree.case(token.i) != ("for",):
        return False
    return verb.lemma in words.grammar["coming_verbs"]
