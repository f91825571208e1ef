"""How far a clause holds: negation, modals and adverbs of its own, and the verbs that govern it."""

from __future__ import annotations

from collections.abc import Mapping

from kg.extract.grammar.objects import is_infinitive
from kg.extract.grammar.tree import Tree
from kg.extract.status.failing import has_failed, is_ruled_out, is_vain, preventing
from kg.extract.status.hearsay import (
    hearsay_above,
    is_content,
    is_denied_aside,
    is_rumoured,
    is_said,
    is_told_by_nobody,
    of_hearsay,
)
from kg.extract.status.implicatives import LETTING, has_caused, is_use
from kg.extract.status.negation import is_negated_by_part, is_nobody
from kg.extract.status.nouns import of_noun
from kg.extract.status.verbs import is_negated, of_verb
from kg.records import EventStatus, Token

# Before a clause in the present tense they point ahead: "once the town is freed, they will leave".
AHEAD = frozenset("once when after until till before".split())
LASTING = frozenset("continue remain keep".split())
FORCED = frozenset("choice option alternative".split())  # "has no choice but to"
# "Conducted a strike to target the rebels": the strike was at them.
STRIKING = frozenset("conduct carry launch perform execute fly make".split())
STRIKES = frozenset("strike airstrike raid attack bombardment".split())
FOUNDING = frozenset("form create establish found build".split())
FURTHEST = 5  # clauses above the one that tells the claim

Grammar = Mapping[str, frozenset[str]]


def of_clause(
    tree: Tree, verb: int, grammar: Grammar, depth: int = 0, *, objects: bool = True
) -> EventStatus | None:
    """What negation, modals, adverbs and governing verbs say of a clause; None when it is plainly stated.

    `objects`: whether "no" before the object denies it; "the raid killed no civilians" denies no raid.
    """
    if depth > FURTHEST:
        return None
    if is_negated_by_part(tree, verb, objects=objects and depth == 0):
        return "negated"
    if is_denied_aside(tree, verb):
        return "denied"
    found = of_verb(tree, verb, grammar)
    if found == "planned" and _is_doubted(tree, verb, grammar):
        return "possible"
    return found or _of_governor(tree, verb, grammar, depth)


def _is_doubted(tree: Tree, verb: int, grammar: Grammar) -> bool:
    """ "Analysts are sceptical that they will sign"."""
    token = tree.tokens[verb]
    return token.dep == "ccomp" and tree.tokens[token.head].lemma in grammar["doubting_adjectives"]


def _of_governor(tree: Tree, verb: int, grammar: Grammar, depth: int) -> EventStatus | None:
    """What the words say of a clause on which it depends."""
    token = tree.tokens[verb]
    head = tree.tokens[token.head]
    match token.dep:
        case "conj" if _has_to(tree, verb) and not _has_to(tree, head.i) and head.pos == "VERB":
            return "planned"  # "was designed to stop them and to bring peace"
        case "conj":
            shares = not tree.kids(verb, "nsubj", "nsubj:pass", "aux")
            if shares and head.pos in ("VERB", "AUX", "ADJ", "NOUN"):
                return of_clause(tree, head.i, grammar, depth + 1)
        case "acl" | "ccomp" if head.lemma in grammar["proofs"] and is_nobody(tree, head.i):
            return "possible"  # "there is no evidence that"
        case "ccomp" if is_negated_by_part(tree, head.i, objects=False) and not _has_to(tree, verb):
            return "possible"  # "nobody said that", "no evidence shows that"
        case "xcomp" | "ccomp":
            return _of_complement(tree, token, head, grammar, depth)
        case "advcl" | "acl" if (doing := _done_with(tree, token, head, grammar)) is not None:
            return of_clause(tree, doing, grammar, depth + 1)
        case "advcl" | "acl":
            found = _of_adverbial(tree, token, head, grammar)
            to_come = found is None and token.dep == "advcl" and _points_ahead(tree, token.i)
            return (
                "planned" if to_come and of_clause(tree, head.i, grammar, depth + 1) == "planned" else found
            )
        case "acl:relcl" if head.lemma in grammar["hearsay"] and is_said(tree, token):
            return of_hearsay(tree, head, grammar)
        case "acl:relcl" if of_noun(tree, head.i, grammar) == "possible":
            return "possible"  # "a possible air strike that killed civilians"
        case "csubj" | "csubj:pass" if not tree.kids(verb, "nsubj"):
            about = head.lower == "about" and _has_to(tree, verb)
            return "planned" if about else "possible"  # "were about to attack"
    return None


def _of_told(tree: Tree, head: Token, grammar: Grammar) -> EventStatus | None:
    """What is only said: "it was reported that", "denied a UN report that it killed them"."""
    if is_rumoured(tree, head, grammar) or is_told_by_nobody(tree, head, grammar):
        return "possible"
    told = hearsay_above(tree, head, grammar)
    return None if told is None else of_hearsay(tree, told, grammar)


def _of_complement(tree: Tree, token: Token, head: Token, grammar: Grammar, depth: int) -> EventStatus | None:
    """What a verb says of its complement: "denied that", "doubts that", "demanded that", "refused to"."""
    if token.dep == "ccomp" and (found := _of_told(tree, head, grammar)) is not None:
        return found
    if head.lemma in grammar["ending_verbs"] and token.tag == "VBG":
        return None  # "should stop bombing": it bombs
    if head.lemma in grammar["denying_verbs"] and token.i > head.i:  # not "…, a charge that Iran denies"
        return "denied"
    if head.lemma in grammar["doubting_verbs"] or head.lemma in grammar["doubting_adjectives"]:
        return "possible"
    if token.dep == "xcomp" or _has_to(tree, token.i):
        found = _of_open_complement(tree, token, head, grammar)
        if found is None and head.lemma not in LASTING and head.lemma in grammar["trying_verbs"]:
            if is_vain(tree, head, grammar):
                return "negated"
            return of_clause(tree, head.i, grammar, depth + 1) or "possible"
        if found == "negated":
            return found
        above = _of_cause(tree, head, grammar, depth)
        if above == "planned" and head.lemma in LASTING:
            return None  # "will continue to bomb": it does already
        if found == "planned" and (above == "negated" or above is None and has_caused(tree, head, grammar)):
            return above  # "did not agree to leave", "enabled rebels to take the town"
        return found or above
    if head.lemma == "see" and head.dep == "xcomp" and token.dep == "ccomp":
        return of_clause(tree, head.i, grammar, depth + 1)  # "would like to see them leave"
    return "planned" if head.lemma in grammar["demanding_verbs"] else None


def _of_cause(tree: Tree, head: Token, grammar: Grammar, depth: int) -> EventStatus | None:
    """What is said of a governing verb; what a participle tells comes of its main clause: "will leave, allowing"."""
    found = of_clause(tree, head.i, grammar, depth + 1)
    lets = head.lemma in LETTING or head.lemma in grammar["causing_verbs"]
    if found is None and lets and head.tag == "VBG" and head.dep == "advcl":
        return of_clause(tree, head.head, grammar, depth + 1)
    return found


def _aim_before(tree: Tree, verb: int, grammar: Grammar) -> Token | None:
    """The noun for an aim on which an infinitive follows, though the parser hung it on the verb."""
    to = next((k for k in tree.kids(verb, "mark", "aux") if tree.tokens[k].lower == "to"), 0)
    before = tree.tokens[to - 1] if to else None
    is_aim = before is not None and before.pos == "NOUN" and before.lemma in grammar["aims"]
    return before if is_aim else None


def _of_open_complement(tree: Tree, token: Token, head: Token, grammar: Grammar) -> EventStatus | None:
    """What the governing verb itself says of an infinitive; None when it only passes on what is said of it."""
    if (aim := _aim_before(tree, token.i, grammar)) is not None:
        if aim.lemma in grammar["attempts"] | grammar["plans"] and has_failed(tree, aim, grammar):
            return "negated"  # "abandoned plans to capture the town"
        # "praised the campaign to retake the town"
        return "possible" if aim.lemma in grammar["means_to_act"] else "planned"
    if head.lemma in grammar["failing_words"] or head.lower == "unwilling":  # read as a form of "unwill"
        return "negated"
    if head.lemma == "give" and _has_to(tree, token.i):
        return "planned"  # "gave the rebels three days to withdraw"
    around = (*tree.children[head.i], *tree.children[token.i])
    if head.lemma == "have" and any(tree.tokens[k].lower == "yet" for k in around):
        return "negated"  # "have yet to enter"
    if head.lemma in grammar["rumour_verbs"] and tree.is_passive(head.i):
        return "possible"
    if head.lemma in LASTING:
        return None
    if (
        token.dep == "xcomp"
        and _has_to(tree, token.i)
        and head.pos == "VERB"
        and head.lemma in grammar["striving_verbs"]
    ):
        return "planned"
    if head.lemma in grammar["trying_verbs"]:
        return None
    if (
        head.lemma in grammar["planning_verbs"]
        or head.pos == "ADJ"
        and head.lemma in grammar["ready_adjectives"]
    ):
        return "possible" if head.lemma in ("likely", "unlikely") else "planned"
    return None


def _of_adverbial(tree: Tree, token: Token, head: Token, grammar: Grammar) -> EventStatus | None:
    """What verb, noun or conjunction say of a clause that qualifies them."""
    if token.tag == "VBG" and head.lemma in grammar["denying_verbs"]:
        return "denied"  # "denied bombing the town"
    if (
        token.tag == "VBG"
        and head.lemma in grammar["suspecting_verbs"]
        and (tree.is_passive(head.i) or tree.kids(head.i, "obj"))
    ):
        return "possible"  # "are suspected of having killed", "accused them of bombing"
    if token.tag == "VBG" and (aimed := _of_gerund(tree, token, head, grammar)) is not None:
        return aimed
    if is_ruled_out(tree, token, head):
        return (
            "possible"
            if is_negated(tree, [tree.tokens[k] for k in tree.children[head.i]], grammar)
            else "negated"
        )
    if _has_to(tree, token.i):
        return _of_purpose(tree, token, head, grammar)
    if token.dep == "acl" and head.lemma in grammar["hearsay"] and is_said(tree, token):
        return of_hearsay(tree, head, grammar)
    if token.dep == "acl" and token.tag == "VBG" and is_content(tree, head, grammar):
        return of_hearsay(tree, tree.tokens[head.head], grammar)  # "reports of rebels shelling the town"
    marks = {tree.tokens[k].lower for k in tree.kids(token.i, "mark", "case")}
    kept = preventing(tree, token, grammar) if "from" in marks else None
    if kept is not None and (whether := of_clause(tree, kept, grammar)) is not None:
        return None if whether == "negated" else "possible"  # "failed to prevent", "will prevent rebels from"
    if kept is not None or head.lower == "short" and "of" in marks:
        return "negated"  # "stopped short of attacking"
    if any(
        tree.tokens[k].lower in grammar["conditional_marks"] for k in tree.kids(token.i, "mark", "advmod")
    ):
        return "possible"
    return "negated" if marks & {"without", "instead"} else None


def _done_with(tree: Tree, token: Token, head: Token, grammar: Grammar) -> int | None:
    """The verb with which an infinitive came about: "used the truce to seize", "conducted a strike to target them"."""
    if token.dep == "advcl" and is_use(tree, token, head, grammar):
        return head.i
    if (
        token.dep == "acl"
        and head.dep == "obj"
        and head.name is None
        and tree.tokens[head.head].lemma in FOUNDING
    ):
        return head.head  # "wants to form a party allied to Iran"
    if token.lemma != "target" or not is_infinitive(tree, token.i):
        return None
    verb = head if head.pos == "VERB" else tree.tokens[head.head]
    struck = [head.i] if verb is not head else tree.kids(head.i, "obj", "nsubj:pass")
    made = verb.lemma in STRIKING and any(tree.tokens[k].lemma in STRIKES for k in struck)
    return verb.i if made else None


def _of_purpose(tree: Tree, token: Token, head: Token, grammar: Grammar) -> EventStatus:
    """What an infinitive that qualifies a verb or noun is: an aim, unless there is none or it was missed."""
    to = min(k for k in tree.kids(token.i, "mark", "aux") if tree.tokens[k].lower == "to")
    if head.lemma in grammar["failing_words"] and to == head.i + 1:
        return "negated"  # "declined to sign"
    if head.lemma in grammar["trying_verbs"] and is_vain(tree, head, grammar):
        return "negated"
    if any(tree.tokens[k].lower == "no" for k in tree.kids(head.i, "det")):
        # "has no plans to send troops", but "has no choice but to send troops"
        return "planned" if head.lemma in FORCED else "negated"
    is_aim = head.lemma in grammar["attempts"] or head.lemma in grammar["plans"]
    if is_aim and has_failed(tree, head, grammar):
        return "negated"
    return "possible" if head.lemma in grammar["means_to_act"] else "planned"


def _of_gerund(tree: Tree, token: Token, head: Token, grammar: Grammar) -> EventStatus | None:
    """What governs "capturing the town": "aimed at", "with the goal of", "close to", "opposed"."""
    marks = {tree.tokens[k].lower for k in tree.kids(token.i, "mark", "case")}
    if head.lower in ("close", "near") and marks:
        return "negated"  # "came close to capturing"
    if head.lemma in grammar["aiming"] and marks & {"at", "of", "to"}:
        return "planned"
    if marks or token.i != head.i + 1 or head.pos != "VERB":
        return None
    return "negated" if head.lemma in grammar["opposing_verbs"] else None


def _points_ahead(tree: Tree, verb: int) -> bool:
    """Whether a clause tells in the present tense what comes first: "once the town is freed"."""
    marks = {tree.tokens[k].lower for k in tree.kids(verb, "mark", "advmod")}
    forms = (verb, *tree.kids(verb, "aux", "aux:pass", "cop"))
    return bool(marks & AHEAD) and any(tree.tokens[k].tag in ("VBZ", "VBP") for k in forms)


def _has_to(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[k].lower == "to" for k in tree.kids(verb, "mark", "aux"))
