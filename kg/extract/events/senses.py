"""Words of war that mean no happening of war: "a legal battle", "a storm hit the coast", "shares rallied"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.english.lemma import lemma
from kg.extract.events.harmed import HURTING
from kg.extract.events.participants import FIGHTS
from kg.extract.events.places import consists_of
from kg.extract.grammar.frame import Frame
from kg.extract.grammar.tree import Tree
from kg.rules.claims import Rule

Grammar = Mapping[str, frozenset[str]]
AIMS = ("against", "on", "for", "of", "over")
# "Underwent an operation", "has operations in Iraq".
CIVIL_CARRIERS = {
    "operation": ("have", "undergo", "perform", "survive", "establish", "relocate", "finance"),
    "campaign": ("undergo",),
}

EASING = ("ease", "lift", "remove", "waive", "suspend", "relax", "drop")  # "eased sanctions" is a concession

ALLOWING = ("approve", "authorise", "authorize", "greenlight")

# What bombards from the ground or the sea, beside guns.
SURFACE = frozenset(("tank", "naval", "ground", "shore", "sea"))
UNMEANT = frozenset(
    ("accidental", "accidentally", "premature", "prematurely", "unintended", "unintentionally")
)

SKY = frozenset(("air", "sky"))
NTH = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())
TERMS = ("year", "month", "week", "anniversary")  # how long a truce has held already

TALKING = frozenset(
    ("talk", "negotiation", "dialogue", "discussion", "conversation", "consultation", "debate")
)

# What bombers carry or drive who are no aircraft.
BY_HAND = frozenset(("suicide", "car", "truck", "motorcycle", "vest", "female", "teenage"))
BOMBS = frozenset(
    ("bomb", "car bomb", "truck bomb", "suicide bomber", "explosive", "landmine", "mine", "ied")
)


def is_figurative(tree: Tree, frame: Frame, rule: Rule, grammar: Grammar, *, noun: bool) -> bool:
    """Whether the words of a frame have another sense than the one the rule means."""
    if rule.type == "Protest":
        subjects = frame.roles.get("doer", ()) if not noun else frame.roles.get("in", ())
        return _any_of(tree, subjects, grammar["market_words"])
    if rule.type == "Deployment" and not noun and tree.tokens[frame.trigger].lemma == "order":
        return bool(
            tree.kids(frame.trigger, "xcomp", "ccomp", "advcl")
        )  # "ordered the militants to surrender"
    if rule.type == "Talks" and noun:
        before = tree.tokens[frame.trigger - 1] if frame.trigger else None
        return before is not None and before.lower in grammar["to_the_press"]
    if rule.type == "Endorsement" and not noun:
        met = frame.roles.get("undergoer", ())
        of_met = [k for m in met for k in tree.kids(m, "nmod") if tree.case(k) == ("of",)]
        asked = _any_of(tree, [*met, *of_met], grammar["applied_for"])  # "half of the requests were approved"
        grants = tree.tokens[frame.trigger].lemma in ALLOWING  # "supported its application" takes its side
        return asked and grants or _any_of(tree, met, grammar["market_words"])
    if rule.type == "Rejection" and not noun and _withholds(tree, frame.trigger):
        return _any_of(tree, tree.kids(frame.trigger, "obj", "nsubj:pass"), grammar["denied_to_foes"])
    if rule.type == "Ceasefire" and noun and _has_held(tree, frame.trigger):
        return True
    if rule.type == "Bombing" and _is_accident(tree, frame.trigger, grammar):
        return True
    if rule.type == "Sanction" and tree.tokens[frame.trigger].lemma == "suspend":
        direct = frame.roles.get("direct", ())
        return any(
            tree.tokens[k].pos == "PRON" for k in direct
        )  # "suspended them": talks as likely as anybody
    if rule.type == "Sanction" and noun:
        head = tree.tokens[tree.tokens[frame.trigger].head]
        return head.pos == "VERB" and head.lemma in EASING
    if rule.type not in FIGHTS or tree.is_operation(frame.trigger):
        return False
    return _noun(tree, frame, rule, grammar) if noun else _verb(tree, frame, rule, grammar)


def finer_type(tree: Tree, frame: Frame, rule: Rule, grammar: Grammar) -> str | None:
    """The type of the rule; of an attack with aircraft or guns the type that says so."""
    if tree.tokens[frame.trigger].lemma == "bombardment":
        return "Shelling" if _is_by_guns(tree, frame, grammar) else rule.type
    if rule.type == "Bombing" and _is_shot(tree, frame, grammar):
        return "Shelling"
    if rule.type != "Attack":
        return rule.type
    roles = frame.roles
    for k in (
        *roles.get("doer", ())[:1],
        *roles.get("with", ()),
        *_means(tree, frame),
        *roles.get("by", ())[:1],
        *roles.get("mod", ()),
        *consists_of(tree, frame.trigger),
        *_bombers(tree, frame),
    ):
        token = tree.tokens[k]
        last = lemma(token.text.split()[-1].lower(), "NNS", "NOUN")
        words = {last, token.lemma, f"{tree.tokens[k - 1].lower} {token.lemma}" if k else last}
        words.add(token.lemma.replace("-", " "))  # "a car-bomb attack"
        if words & BOMBS or last == "bomber" and _is_person(tree, k):  # "suicide bomber" before "bomber"
            return "Bombing"
        if words & grammar["aircraft"]:
            return "Airstrike"
        if words & grammar["guns"]:
            return "Shelling"
    return "Airstrike" if _is_from_aircraft(tree, frame.trigger, grammar) else rule.type


def _is_from_aircraft(tree: Tree, trigger: int, grammar: Grammar) -> bool:
    """Whether aircraft alone are the means: "strikes using fighter and bomber aircraft"; not "and artillery"."""
    clauses = tree.kids(trigger, "acl") if tree.tokens[trigger].pos == "NOUN" else ()
    means = [
        tree.tokens[c].lemma
        for k in clauses
        if tree.tokens[k].lemma in grammar["means_verbs"]
        for o in tree.kids(k, "obj")
        for c in tree.conjuncts(o)
    ]
    return any(m in grammar["aircraft"] for m in means) and not any(m in grammar["guns"] for m in means)


def _means(tree: Tree, frame: Frame) -> list[int]:
    """What a deed is done with: "used drones to target positions"."""
    token = tree.tokens[frame.trigger]
    used = token.dep in ("xcomp", "advcl", "acl") and tree.tokens[token.head].lemma in ("use", "employ")
    return tree.kids(token.head, "obj") if used else []


def _is_shot(tree: Tree, frame: Frame, grammar: Grammar) -> bool:
    """Whether bombs come out of guns: "fired mortar bombs at the airport", "a mortar bomb hit the market"."""
    return any(
        tree.tokens[k].lemma == "bomb"
        and any(tree.tokens[c].lemma in grammar["guns"] for c in tree.kids(k, "compound"))
        for k in frame.cue
    )


def _is_by_guns(tree: Tree, frame: Frame, grammar: Grammar) -> bool:
    """Whether a bombardment comes from no aircraft: "tank and missile bombardment", "a naval bombardment"."""
    first = frame.cue[0]
    before = {tree.tokens[k].lemma for k in tree.kids(frame.trigger, "compound", "amod") if k < first}
    before |= {tree.tokens[first - 1].lemma} if first else set()
    return bool(before & grammar["guns"] or before & SURFACE) and not before & {"aerial", "air"}


def _has_held(tree: Tree, truce: int) -> bool:
    """Whether a truce is only told by how long it has held already: "the second year of a truce"."""
    term = tree.tokens[truce].head
    if tree.case(truce) != ("of",) or tree.tokens[term].lemma not in TERMS:
        return False
    return any(tree.tokens[k].lower in NTH for k in tree.kids(term, "amod"))


def _withholds(tree: Tree, verb: int) -> bool:
    """Whether a verb may mean that somebody is kept from something: "deny them a haven", "deny a haven to them"."""
    return tree.tokens[verb].lemma == "deny" or bool(tree.kids(verb, "iobj"))


def _is_accident(tree: Tree, trigger: int, grammar: Grammar) -> bool:
    """Whether a bomb went off by mistake: "exploded prematurely", "a bomb that they were making"."""
    token = tree.tokens[trigger]
    verb = trigger if token.pos == "VERB" else token.head if token.dep == "nsubj" else None
    told = tree.kids(trigger, "amod", "advmod")
    if verb is not None and verb != trigger:
        told = [*told, *tree.kids(verb, "advmod")]
    if any(tree.tokens[k].lower in UNMEANT for k in told):
        return True
    of_bomb = tree.kids(trigger, "acl:relcl", "acl")
    if token.dep == "xcomp":  # wherever the parser hung "a bomb they were making exploded"
        of_bomb.append(token.head)
    if any(_is_making(tree, k, grammar) for k in of_bomb):
        return True
    during = [] if verb is None else tree.kids(verb, "advcl")
    return any(_is_making(tree, k, grammar) and tree.kids(k, "obj") for k in during)


def _is_making(tree: Tree, verb: int, grammar: Grammar) -> bool:
    """Whether a clause tells that somebody is at work on a bomb: "as they were assembling it"."""
    token = tree.tokens[verb]
    if token.tag != "VBG" or token.lemma not in grammar["bomb_making"]:
        return False
    made = [tree.tokens[k] for k in tree.kids(verb, "obj")]
    return tree.tokens[verb - 1].pos == "AUX" and all(t.pos == "PRON" or t.lemma in BOMBS for t in made)


def _bombers(tree: Tree, frame: Frame) -> list[int]:
    """The bomber who kills in what the noun tells: "a suicide bomber kills nine in an attack"."""
    noun = tree.tokens[frame.trigger]
    verb = tree.tokens[noun.head]
    if noun.dep != "obl" or verb.lemma not in HURTING or tree.case(noun.i)[:1] != ("in",):
        return []
    doers = tree.kids(verb.i, "obl:agent" if tree.is_passive(verb.i) else "nsubj")
    doers = doers or tree.kids(
        tree.head_of_conjuncts(verb.i), "nsubj"
    )  # "kills one and injures two in an attack"
    return [k for k in doers if tree.tokens[k].lemma == "bomber" and _is_person(tree, k)]


def _is_person(tree: Tree, k: int) -> bool:
    """Whether a bomber is somebody, no aircraft: "a suicide car bomber", "the bomber"; not "Russian bombers"."""
    before = tree.kids(k, "compound", "amod")
    if any(tree.tokens[b].lemma in BY_HAND for b in before):
        return True
    return tree.tokens[k].tag == "NN" and tree.name(k) is None and not any(tree.name(b) for b in before)


def _noun(tree: Tree, frame: Frame, rule: Rule, grammar: Grammar) -> bool:
    trigger = frame.trigger
    before = [c for k in frame.cue for c in tree.kids(k, "amod", "compound", "nmod")]
    if _any_of(tree, (k for k in before if k < frame.cue[0]), grammar["figurative_modifiers"]):
        return True
    if rule.type == "Advance" and _gains_votes(tree, frame, grammar):
        return True
    if tree.tokens[trigger].lemma == "operation" and "against" not in frame.roles:
        peaceful = grammar["peaceful_operations"]
        near = [*(k for c in before for k in (c, *tree.kids(c, "compound", "amod"))), max(trigger - 1, 0)]
        if _any_of(tree, near, peaceful):
            return True
    head = tree.tokens[tree.tokens[trigger].head]
    if tree.tokens[trigger].dep == "nmod" and head.lemma in grammar["works"] and head.name is None:
        return True
    behind = [k for k in tree.kids(trigger, "nmod", "obl") if tree.case(k)[:1] and tree.case(k)[0] in AIMS]
    if _any_of(tree, behind, grammar["abstract_aims"]):
        return True
    if rule.type == "ArmedClash" and _any_of(tree, behind, grammar["causes"]):
        return True
    carrier = tree.tokens[tree.tokens[trigger].head]
    if rule.under and any(
        tree.case(k)[:1] in (("for",), ("over",)) for k in tree.kids(carrier.i, "obl", "nmod")
    ):
        return True  # "came under fire for its decision"
    return carrier.pos == "VERB" and carrier.lemma in CIVIL_CARRIERS.get(tree.tokens[trigger].lemma, ())


def _verb(tree: Tree, frame: Frame, rule: Rule, grammar: Grammar) -> bool:
    roles = frame.roles
    acting = "doer" in rule.verb_roles.get("agents", ("doer",))
    if acting and _any_of(tree, roles.get("doer", ()), grammar["impersonal_causes"]):
        return True
    if rule.type == "Attack" and _any_of(tree, [*roles.get("into", ()), *roles.get("in", ())], SKY):
        return True  # "fired shots into the air"
    met = [*roles.get("undergoer", ()), *roles.get("direct", ())]
    if _any_of(tree, met, grammar["abstract_aims"]) or _any_of(tree, met, grammar["agreements"]):
        return True
    if _any_of(tree, [*roles.get("doer", ()), *roles.get("in", ())], grammar["sport"]):
        return True
    if tree.tokens[frame.trigger].lemma == "clear" and _any_of(tree, met, grammar["cleared_ways"]):
        return True  # "cleared a road"
    if tree.tokens[frame.trigger].lemma == "hit" and any(
        tree.tokens[k].lower == "back" for k in tree.children[frame.trigger]
    ):
        return True  # "hit back at the critics"
    if tree.tokens[frame.trigger].lemma == "engage" and _any_of(tree, roles.get("in", ()), TALKING):
        return True  # "engage the rebels in talks"
    taken = rule.type == "Capture" and tree.tokens[frame.trigger].lemma == "take"
    if taken and ("to" in roles or tree.kids(frame.trigger, "xcomp")):
        return True  # "took Sudan to court"
    if rule.type == "Advance" and _gains_votes(tree, frame, grammar):
        return True
    said = [k for p in ("in", "during", "on", "over", "for", "as") for k in roles.get(p, ())]
    return rule.type == "Attack" and _any_of(tree, said, grammar["speech"])


def _gains_votes(tree: Tree, frame: Frame, grammar: Grammar) -> bool:
    """Whether ground is gained among voters: "made electoral gains", "made gains in the election"."""
    cue = {*frame.cue, *(() if frame.light is None else (frame.light,))}
    said = [k for c in cue for k in tree.kids(c, "amod", "compound") if k not in cue]
    where = [k for c in cue for k in tree.kids(c, "nmod", "obl")]
    at_polls = [k for k in where if tree.case(k)[:1] in (("in",), ("at",), ("during",))]
    return _any_of(tree, said, grammar["figurative_modifiers"]) or _any_of(tree, at_polls, grammar["ballots"])


def _any_of(tree: Tree, tokens: Iterable[int], words: frozenset[str]) -> bool:
    for k in tokens:
        token = tree.tokens[k]
        if token.name is None and (token.lemma in words or token.lower in words):
            return True
    return False
