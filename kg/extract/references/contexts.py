"""What a name without entry in any dictionary is called by the words around it: "shelled X", "residents of X"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kg.extract.grammar.tree import Tree
from kg.records import Token

Grammar = Mapping[str, frozenset[str]]
# "Withdrew from X", "advanced on X": of forces, X is a place.
MOVES = {"withdraw": "from", "retreat": "from", "pull": "of", "advance": "on", "march": "on"}
# Of forces what they do so to is a place; what is "rebel-held" always is.
TAKING = ("seize", "enter", "reach", "hold", "control", "occupy", "patrol", "govern", "dominate", "rule")
HOLDS = ("control", "rule", "siege")  # what a place is under
HELD = ("-held", "-controlled", "-occupied", "-ruled", "-administered", "-besieged")
LONGEST = 2  # words of a name that is read as a town's
# What an acronym before them calls; not "fighters", which may be planes.
REBELS = frozenset(("rebel", "militant", "guerrilla", "insurgent", "separatist", "militiaman"))
ACRONYM = range(3, 7)  # capitals of an acronym


def kind_by_frame(
    tree: Tree, i: int, grammar: Grammar, is_force: Callable[[int], bool], is_foe: Callable[[int], bool]
) -> str | None:
    """The class of the unknown name at token i, by verbs and nouns that go with towns or with armed groups only.

    `is_force` tells whether a token stands for soldiers or fighters, `is_foe` whether for them or for a place.
    """
    token = tree.tokens[tree.head_of_conjuncts(i)]
    name = tree.name(i)
    if name is not None and " " in name.text and not name.text.isupper() and _is_victim(tree, token, grammar):
        return "Person"
    if name is None or name.title is not None or name.canonical is not None:
        return None
    text = tree.tokens[i].text
    if text.isupper():
        is_acronym = (
            text.isalpha() and len(text) in ACRONYM and text.lower() not in grammar["deadly_acronyms"]
        )
        return "ArmedGroup" if is_acronym and _is_armed(tree, token, grammar, is_foe) else None
    if any(tree.tokens[k].lower.endswith(HELD) for k in tree.kids(i, "amod", "compound") if k == i - 1):
        return "Place"  # "rebel-held X"
    if tree.kids(i, "det", "amod", "compound", "nmod:poss", "appos", "flat"):
        return None
    is_short = len(text.split()) <= LONGEST and all(part.isalpha() for part in text.replace("-", " ").split())
    return "Place" if is_short and _is_place(tree, token, grammar, is_force) else None


def _is_place(tree: Tree, token: Token, grammar: Grammar, is_force: Callable[[int], bool]) -> bool:
    head = tree.tokens[token.head]
    case = tree.case(token.i)
    match token.dep:
        case "obj":
            return not case and _is_taken(tree, token, head, grammar, is_force)
        case "nsubj:pass":
            by = [k for k in tree.kids(head.i, "obl:agent", "obl") if tree.case(k) == ("by",)]
            is_held = head.lemma in TAKING and any(is_force(k) for k in by)
            return is_held or head.lemma in grammar["town_verbs"]
        case "nsubj":  # "X fell to the rebels"
            to = [k for k in tree.kids(head.i, "obl") if tree.case(k) == ("to",)]
            lasting = [head.i, *tree.kids(head.i, "obl")]
            is_held = any(tree.case(k) == ("under",) and tree.tokens[k].lemma in HOLDS for k in lasting)
            return is_held or (head.lemma == "fall" and any(is_force(k) for k in to))
        case "nmod" if head.pos == "NOUN":
            with_kind = f"{tree.tokens[head.i - 1].lemma} {head.lemma}" if head.i else head.lemma
            hit = {head.lemma, with_kind} & grammar["town_nouns"]
            if head.lemma == "control" and case in (("of",), ("over",)):  # "rebels lost control of X"
                clause = head.head if head.dep == "obj" else head.i
                return any(is_force(k) for k in tree.kids(clause, "nsubj"))
            return (
                case in (("on",), ("of",))
                and bool(hit)
                or case == ("of",)
                and head.lemma in grammar["town_people"]
            )
        case "obl" if head.lemma == "lay":
            return case == ("to",) and any(tree.tokens[k].lemma == "siege" for k in tree.kids(head.i, "obj"))
        case "obl" if head.lemma in MOVES:
            subjects = tree.kids(head.i, "nsubj")
            return case[-1:] == (MOVES[head.lemma],) and any(is_force(k) for k in subjects)
    return False


def _is_victim(tree: Tree, token: Token, grammar: Grammar) -> bool:
    """ "Assassinated X Y", "the abduction of X Y": what befalls nobody but people."""
    head = tree.tokens[token.head]
    if token.dep == "nmod":
        return tree.case(token.i) == ("of",) and head.lemma in grammar["person_nouns"]
    is_object = token.dep == "nsubj:pass" or token.dep == "obj" and not tree.case(token.i)
    return is_object and head.pos == "VERB" and head.lemma in grammar["person_verbs"]


def _is_taken(
    tree: Tree, token: Token, verb: Token, grammar: Grammar, is_force: Callable[[int], bool]
) -> bool:
    """ "Shelled X", "rebels seized X": a person is called by one word only where the article has named him before."""
    if verb.pos != "VERB":
        return False
    if verb.lemma in grammar["town_verbs"]:
        return True
    if any(tree.case(k)[:1] == ("in",) and tree.name(k) is not None for k in tree.kids(verb.i, "obl")):
        return False  # "seized X in Homs": somebody
    forces = any(is_force(k) for k in tree.kids(verb.i, "nsubj"))
    return verb.lemma in TAKING and forces and " " not in token.text


def _is_armed(tree: Tree, token: Token, grammar: Grammar, is_foe: Callable[[int], bool]) -> bool:
    """ "The XYZ ambushed the army", "clashed with the XYZ", "XYZ rebels", "the XYZ claimed responsibility"."""
    head = tree.tokens[token.head]
    if token.dep == "compound":
        return head.lemma in REBELS and head.tag == "NNS"
    if head.pos != "VERB":
        return False
    if token.dep == "nsubj":
        return is_fighting(tree, token.i, grammar, is_foe)
    if token.dep == "obl:agent" and head.lemma == "lead":  # "rebels led by the XYZ"
        return head.dep == "acl" and is_foe(head.head)
    if token.dep == "obl" and tree.case(token.i) == ("with",) and head.lemma in ("clash", "fight"):
        return any(is_foe(k) for k in tree.kids(head.i, "nsubj"))
    return False


def is_fighting(tree: Tree, i: int, grammar: Grammar, is_foe: Callable[[int], bool]) -> bool:
    """Whether the subject at token i does to people, forces or towns what only armed ones do."""
    verb = tree.tokens[tree.tokens[i].head]
    if tree.tokens[i].dep != "nsubj" or verb.pos != "VERB":
        return False
    objects = tree.kids(verb.i, "obj")
    if verb.lemma == "claim":
        return any(tree.tokens[k].lemma == "responsibility" for k in objects)
    if verb.lemma in grammar["violent_verbs"] and not any(t.lower in ("a", "an") for t in _articles(tree, i)):
        return any(is_foe(k) or tree.kids(k, "nummod") for k in objects)
    if verb.lemma == "kill":
        return any(is_foe(k) for k in objects)
    return verb.lemma in grammar["armed_verbs"] and any(is_foe(k) for k in tree.kids(verb.i, "obj", "obl"))


def _articles(tree: Tree, i: int) -> list[Token]:
    return [tree.tokens[k] for k in tree.kids(i, "det")]
