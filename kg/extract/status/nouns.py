"""How far a happening holds that a noun names: "alleged attack", "called for a truce", "plans for an offensive"."""

from __future__ import annotations

from collections.abc import Mapping

from kg.extract.grammar.tree import Tree
from kg.records import EventStatus, Token

WARNED_OF = (("of",), ("about",), ("against",))
SAID_OF = (("of",), ("about",))  # "reports of an attack"

CHARGED_WITH = (("of",), ("with",), ("over",))
DEATHS = frozenset("killing murder assassination death".split())

Grammar = Mapping[str, frozenset[str]]


def of_noun(tree: Tree, noun: int, grammar: Grammar) -> EventStatus | None:
    """What adjectives and determiners before a noun say: "alleged", "planned", "no"."""
    if tree.tokens[noun].pos not in ("NOUN", "PROPN"):
        return None
    if (
        tree.tokens[noun].dep in ("obj", "nsubj:pass")
        and tree.tokens[tree.tokens[noun].head].lemma == "attempt"
    ):
        return "possible"  # "attempted an ambush"
    for k in tree.children[noun]:
        token = tree.tokens[k]
        if token.dep == "acl:relcl" and _is_to_come(tree, k, grammar):
            return "planned"  # "talks that will be held in Geneva"
        if token.dep == "det" and token.lower in ("no", "neither"):
            return "negated"
        if token.dep in ("amod", "advmod"):
            if token.lower in grammar["possible_adjectives"]:
                return "possible"
            if token.lower in grammar["planned_adjectives"] and not _is_well_made(tree, k, grammar):
                return "planned"
            if token.lower in grammar["foiled_adjectives"]:
                return "negated"
    return None


def _is_well_made(tree: Tree, adjective: int, grammar: Grammar) -> bool:
    """ "A carefully planned attack" has been carried out."""
    before = tree.tokens[adjective - 1].lower
    return before in grammar["planning_adverbs"] or any(
        tree.tokens[k].lower in grammar["planning_adverbs"] for k in tree.kids(adjective, "advmod")
    )


def charged(tree: Tree, noun: int, grammar: Grammar) -> int | None:
    """The verb of accusing in "accused of involvement in the abduction"; None where nobody is accused.

    Whoever had a hand in "the murder of" somebody, he was murdered.
    """
    token = tree.tokens[tree.head_of_conjuncts(noun)]
    if token.dep == "obl" and tree.case(token.i)[-1:] == ("behind",) and tree.kids(token.i, "cop"):
        is_charge = tree.tokens[token.head].lemma in grammar["suspecting_verbs"]
        return token.head if is_charge else None  # "accused of being behind the attack"
    if token.dep not in ("nmod", "obl") or token.lemma in DEATHS or tree.case(token.i) != ("in",):
        return None
    start = min(k for k in tree.kids(token.i, "case"))
    part = tree.tokens[start - 1]
    if part.lemma not in grammar["involvement"] or tree.case(part.i) not in CHARGED_WITH:
        return None
    verb = next((k for k in tree.up(part.i) if tree.tokens[k].pos == "VERB"), None)
    return verb if verb is not None and tree.tokens[verb].lemma in grammar["suspecting_verbs"] else None


def _is_to_come(tree: Tree, verb: int, grammar: Grammar) -> bool:
    """Whether a relative clause tells that its noun itself will take place."""
    subjects = [tree.tokens[k].lower for k in tree.kids(verb, "nsubj", "nsubj:pass")]
    future = any(tree.tokens[k].lower in grammar["future_modals"] for k in tree.kids(verb, "aux"))
    lemma = tree.tokens[verb].lemma
    carried = lemma in grammar["light_verbs"] or lemma in grammar["happening_verbs"]
    return future and carried and (not subjects or subjects[0] in ("that", "which"))


def governed(tree: Tree, noun: int, grammar: Grammar) -> EventStatus | None:
    """What the word that governs an event noun says of it: "called for a truce", "plans an offensive"."""
    token = tree.tokens[tree.head_of_conjuncts(noun)]
    head = tree.tokens[token.head]
    if tree.is_operation(token.i) and token.dep == "nsubj" and head.lemma in grammar["freeing_verbs"]:
        modals = {tree.tokens[k].lower for k in tree.kids(head.i, "aux")}
        return "planned" if modals & grammar["future_modals"] else None  # "Operation Dawn will free the city"
    if token.pos != "NOUN" and not (token.tag == "VBG" and token.dep == "nmod"):
        return None
    is_subject = token.dep == "nsubj" and head.pos in ("ADJ", "NOUN")
    if is_subject and _is_supposed(tree, head, grammar) and not is_definite(tree, token.i):
        return "possible"  # "an assault would be a catastrophe"
    if charged(tree, noun, grammar) is not None:
        return "possible"
    if token.dep == "obl" and _is_behind_plan(tree, token, grammar):
        return "planned"
    if head.pos == "VERB" or head.tag == "VB":  # "will free them", read as an adjective
        match token.dep:
            case "nsubj" | "nsubj:pass":
                return _as_subject(tree, token, head, grammar)
            case "obj" | "obl" | "nmod":
                return _as_object(tree, token, head, grammar)
    elif head.pos == "NOUN" and token.dep == "nmod":
        if tree.case(token.i) == ("of",) and (found := _of_beginning(tree, token, head, grammar)) is not None:
            return found
        prospect = (
            head.lemma in grammar["prospects"]
            or head.lemma in grammar["hearsay"]
            and tree.case(token.i) in SAID_OF
        )
        return "planned" if head.lemma in grammar["plans"] else "possible" if prospect else None
    elif head.pos == "ADJ":
        return _by_adjective(tree, token, head, grammar)
    return None


def _is_behind_plan(tree: Tree, token: Token, grammar: Grammar) -> bool:
    """Whether a phrase belongs to the noun for a plan before it: "stressed the need for a lasting truce"."""
    if tree.case(token.i) != ("for",):
        return False
    at = tree.kids(token.i, "case")[0] - 1
    before = tree.tokens[at]
    return before.pos == "NOUN" and before.lemma in grammar["plans"] and before.head == token.head


def _by_adjective(tree: Tree, token: Token, head: Token, grammar: Grammar) -> EventStatus | None:
    """ "Talks are due to start", "a truce is possible", "they are close to a truce"."""
    if token.dep == "obl":
        near = head.lower in ("close", "near") and tree.case(token.i) == ("to",)
        return "possible" if near and not is_definite(tree, token.i) else None
    if token.dep != "nsubj":
        return None
    if head.lower in grammar["scheduled_adjectives"] and tree.kids(head.i, "xcomp"):
        return "planned"
    predicted = head.lower in grammar["predicted_adjectives"] and not is_definite(tree, token.i)
    return "possible" if predicted else None


def _of_beginning(tree: Tree, token: Token, head: Token, grammar: Grammar) -> EventStatus | None:
    """What is said of a happening's start or share: "the possible signing of a truce", "plans a wave of strikes"."""
    if head.lemma in grammar["beginnings"]:
        verb = tree.tokens[head.head]
        discussed = (
            head.dep == "obj" and verb.lemma in grammar["discussing_verbs"] and not is_definite(tree, token.i)
        )
        if discussed or (found := of_noun(tree, head.i, grammar)) == "planned":
            return "planned"
        return found or governed(tree, head.i, grammar)
    if head.lemma in grammar["phases"] and not is_definite(tree, token.i):
        return governed(tree, head.i, grammar)
    return None


def _as_subject(tree: Tree, token: Token, verb: Token, grammar: Grammar) -> EventStatus | None:
    """ "Talks will begin", "talks are set for Monday", "an attack was averted"."""
    if any(tree.tokens[k].lower in grammar["future_modals"] for k in tree.kids(verb.i, "aux")):
        return "planned" if _comes_with(tree, token, verb, grammar) else None
    if _is_supposed(tree, verb, grammar) and not is_definite(tree, token.i):
        return "possible"  # "an attack would bring war"
    if tree.is_passive(verb.i) and verb.lemma in grammar["scheduling_verbs"]:
        return "planned"
    if token.dep == "nsubj:pass":
        if verb.lemma in grammar["averting_verbs"] or _is_called_off(tree, verb):
            return "negated"
        if verb.lemma in grammar["deferring_verbs"]:
            return "planned"
        return _asked_for(tree, token, verb, grammar) or (
            "planned" if verb.lemma in grammar["wanted_verbs"] and not _is_past(tree, token.i) else None
        )
    return None


def _comes_with(tree: Tree, noun: Token, verb: Token, grammar: Grammar) -> bool:
    """Whether a happening lies ahead as its verb does: "talks will begin", "an attack will bring war".

    "The attack will hurt Russia": the attack has been. "Ultimately, the liberation will free them": it has not.
    """
    carrying = ("light_verbs", "happening_verbs", "hitting_verbs")
    carries = verb.lemma != "have" and any(verb.lemma in grammar[kind] for kind in carrying)
    late = any(tree.tokens[k].lower in grammar["late_adverbs"] for k in tree.kids(verb.i, "advmod"))
    return carries or late or not is_definite(tree, noun.i)


def _is_supposed(tree: Tree, verb: Token, grammar: Grammar) -> bool:
    """Whether a verb has "would", "may" and the like."""
    modals = (tree.tokens[k] for k in tree.kids(verb.i, "aux"))
    return any(t.tag == "MD" and t.lower in grammar["possible_modals"] for t in modals)


def is_definite(tree: Tree, noun: int) -> bool:
    """Whether a noun has "the", "this" or a possessor before it."""
    return bool(tree.kids(noun, "nmod:poss")) or any(
        tree.tokens[k].lower in ("the", "this", "these", "that", "those") for k in tree.kids(noun, "det")
    )


def _is_past(tree: Tree, noun: int) -> bool:
    """Whether a happening is told by the day it had: "last month's raid was approved by the president"."""
    owners = tree.kids(noun, "nmod:poss")
    near = [tree.tokens[c].lower for k in owners for c in (k, *tree.children[k])]
    return any(word in ("last", "yesterday", "previous") for word in near)


def _as_object(tree: Tree, token: Token, verb: Token, grammar: Grammar) -> EventStatus | None:
    """ "Denied the attack", "averted a clash", "seeks a truce", "announced the withdrawal", "warned of an attack"."""
    if token.dep == "obj":
        announced = verb.lemma in grammar["deciding_verbs"] and token.lemma in grammar["announced_first"]
        known = verb.lemma == "approve" and is_definite(tree, token.i)  # "approved the attacks of this week"
        known = known or _is_past(tree, token.i)
        if announced or verb.lemma in grammar["wanting_verbs"] and not known:
            return "planned"
        if verb.lemma in grammar["deferring_verbs"] or _is_part_of_plan(tree, token, verb, grammar):
            return "planned"
        if verb.lemma == "welcome" and _is_supposed(tree, verb, grammar) and not is_definite(tree, token.i):
            return "possible"  # "would welcome talks"
        if verb.lemma == "deny":
            return "denied"
        refused = verb.lemma in grammar["rejecting_verbs"] and not is_definite(tree, token.i)
        if verb.lemma in grammar["averting_verbs"] or refused:
            return "negated"
        if verb.lemma == "fear":
            return "possible"
    voted_down = verb.lemma == "vote" and tree.case(token.i) == ("against",)
    if voted_down or _is_called_off(tree, verb):
        return "negated"
    if (
        verb.lemma in grammar["warning_verbs"]
        and tree.case(token.i) in WARNED_OF
        and not is_definite(tree, token.i)
    ):
        return "possible"
    return _asked_for(tree, token, verb, grammar)


def is_averted(tree: Tree, noun: int, grammar: Grammar) -> bool:
    """Whether somebody keeps a happening from taking place: "cancelled the planned raid", "the raid was called off"."""
    token = tree.tokens[tree.head_of_conjuncts(noun)]
    verb = tree.tokens[token.head]
    if verb.pos != "VERB" or token.dep not in ("obj", "nsubj:pass"):
        return False
    gone = verb.lemma in grammar["averting_verbs"] or verb.lemma in grammar["abandoning_verbs"]
    return gone or _is_called_off(tree, verb)


def _is_part_of_plan(tree: Tree, noun: Token, verb: Token, grammar: Grammar) -> bool:
    """ "An agreement that would include a truce", "a proposal that includes a truce"."""
    if verb.lemma not in grammar["containing_verbs"] or is_definite(tree, noun.i):
        return False
    whole = verb.head if verb.dep == "acl:relcl" else next(iter(tree.kids(verb.i, "nsubj")), verb.i)
    proposed = tree.tokens[whole].lemma in grammar["plans"]
    future = any(tree.tokens[k].lower in grammar["future_modals"] for k in tree.kids(verb.i, "aux"))
    return proposed or future or _is_supposed(tree, verb, grammar)


def _is_called_off(tree: Tree, verb: Token) -> bool:
    """ "Called off the raid", "ruled out talks"."""
    behind = [t.lower for t in tree.tokens[verb.i + 1 : verb.i + 2]]
    return (verb.lemma, *behind) in (("call", "off"), ("rule", "out"))


def _asked_for(tree: Tree, token: Token, verb: Token, grammar: Grammar) -> EventStatus | None:
    """ "Called for a truce", "insisted on talks"."""
    case = tree.case(token.i)
    if verb.lemma in grammar["warning_verbs"] and case in (("of",), ("against",)):
        return "possible"
    towards = verb.lemma in ("work", "push", "move", "head") and case in (("towards",), ("toward",))
    asks_for = verb.lemma in grammar["asking_for_verbs"] and case == ("for",)
    asked = verb.lemma == "insist" and case == ("on",) or asks_for or towards
    return "planned" if asked else None
