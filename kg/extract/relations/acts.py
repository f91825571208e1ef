"""Ties that nouns for acts and states tell: "support for the rebels", "a truce between A and B", "at war with"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from kg.extract.drafts import Draft
from kg.extract.grammar.compounds import sides
from kg.extract.grammar.frame import Frame
from kg.extract.grammar.tree import Tree
from kg.extract.relations.agreements import agreement, is_agreement
from kg.extract.relations.bearers import borne_ties
from kg.extract.relations.denoted import SINGLING_OUT
from kg.extract.relations.enmity import helped_against
from kg.extract.relations.ties import Ties
from kg.records import Argument
from kg.rules.claims import Rule, RuleSet

FURTHEST = 8  # words between a noun and what belongs to it
SPANS = ("year", "month", "week", "day", "decade")
SIDES = ("State", "Population", "ArmedGroup")
# "Is at war with", "in alliance with": the noun tells a state that its subject is in.
STATES = (("at",), ("in",))
# Who acts so has the help: "with Emirati support", "relies on Iranian support", "received Russian backing".
WITH_HELP = (("with",), ("through",), ("thanks", "to"))
HAVING_HELP = ("have", "receive", "get", "enjoy", "win")
DYING = frozenset(("die", "perish", "flee", "suffer"))
HARMING = frozenset(("kill", "wound", "injure", "displace", "maim", "uproot"))
REJECTING = frozenset("oppose condemn criticise criticize denounce reject protest".split())
MEANS = (("through",), ("with",), ("by",), ("via",))
SUPPORTING = ("support", "back", "help", "assist", "aid", "bolster")
RELYING = ("rely", "depend", "count", "draw")


def act_ties(ties: Ties, i: int, rules: RuleSet) -> Iterator[Draft]:
    """The ties of a noun that names an act or a state: "support for the rebels", "rivalry between A and B"."""
    for phrase, rule in rules.tie_nouns.get(ties.tree.tokens[i].lemma, ()):
        if ties.tree.ends_phrase(i, phrase):
            words, first = " ".join(phrase), i - len(phrase) + 1
            found = list(borne_ties(ties, rule, words, first, i)) if rule.predicate == "linkedTo" else []
            for draft in found or _ties_of_act(ties, rule, words, first, i, rules):
                draft.is_act = True
                yield draft
    if is_agreement(ties.tree, i, ties.words):
        yield from _party_ties(ties, i, rules)


def _ties_of_act(ties: Ties, rule: Rule, phrase: str, first: int, i: int, rules: RuleSet) -> Iterator[Draft]:
    frame = ties.framer.noun(ties.tree, i, first)
    prepositions = rule.act_nouns.get(phrase, ())
    _add_next(ties.tree, frame, prepositions)
    doers = _doers(ties, frame)
    if rule.predicate == "opposes" and (_tells_of_victims(ties.tree, i) or _is_opposed(ties.tree, i)):
        doers = tuple(d for d in doers if d not in ("doer", "host"))
    if rule.predicate == "backs" and "doer" not in frame.roles:
        frame.add("doer", _user(ties, i))
    is_under = "patient" in frame.roles  # "under the control of the Houthis"
    said = {ties.tree.tokens[k].lower for k in frame.roles.get("mod", ())}
    if rule.predicate == "backs" and said & ties.words.grammar["relief_adjectives"]:
        return  # who sends "humanitarian aid to Syria" takes no side
    is_for = rule.predicate == "backs" and ties.tree.case(i) == ("in",)
    if is_for and "host" in frame.roles and not any(frame.roles.get(p) for p in prepositions):
        found = list(ties.fill(rule, frame, ("host",), ("of", "poss")))  # "in support of the government"
        yield from found
        _add_foes(ties, frame)
        yield from helped_against(ties, frame, found, rules)
        return
    if ties.tree.case(i) in STATES and not is_under:
        doers = (*doers, "called")  # "is at war with"
    if rule.predicate == "backs" and _is_for(ties.tree, frame):
        prepositions = (*prepositions, "of")
    subjects = doers if "of" in prepositions and not is_under else (*doers, "of")
    if is_under:
        yield from ties.fill(rule, frame, subjects, ("patient",))
    elif rule.joint and frame.roles.get("between"):
        yield from ties.joint(rule, frame, frame.roles["between"], between=True)
    elif rule.joint and (both := [a for k in frame.roles.get("mod", ()) for a in _two_sides(ties, k)]):
        for one, other in combinations(both, 2):
            yield ties.draft(rule, frame, one, other)
    else:
        found = list(_of_one_side(ties, rule, frame, subjects, prepositions))
        yield from found or _with_help(ties, rule, frame, subjects)
        if rule.predicate == "backs":
            yield from helped_against(ties, frame, found, rules)


def _doers(ties: Ties, frame: Frame) -> tuple[str, ...]:
    """Where to look for who does what a noun tells, in order: "to end the Turkish presence" tells of Turkey's."""
    tree, light = ties.tree, frame.light
    doers: tuple[str, ...] = ("doer", "poss", "by", "from", "mod", "host")
    if tree.tokens[frame.trigger].dep != "obl":  # "briefed them on their support in the war on Hamas"
        doers = doers[:-1]
    is_own = any(tree.tokens[k].pos == "PRON" for k in tree.kids(frame.trigger, "nmod:poss"))
    if light is not None and not is_own and tree.tokens[light].lemma in ties.words.grammar["ending_verbs"]:
        owned = bool(frame.roles.get("poss"))  # "to end the gangs' control" tells nothing of who ends it
        return (
            "poss",
            "mod",
            *(d for d in doers if d not in ("poss", "mod") and not (owned and d == "doer")),
        )
    return doers


def _tells_of_victims(tree: Tree, i: int) -> bool:
    """ "Were killed in the conflict with the PKK", "died in the war with": who suffers in a war is no side of it."""
    verb = tree.tokens[tree.tokens[i].head]
    if tree.tokens[i].dep != "obl" or tree.case(i) not in (("in",), ("during",)):
        return False
    return verb.lemma in DYING or verb.lemma in HARMING and tree.is_passive(verb.i)


def _is_opposed(tree: Tree, i: int) -> bool:
    """ "A letter opposing military action against them": who speaks against a war is no side of it."""
    verb = tree.tokens[tree.tokens[i].head]
    if tree.tokens[i].dep == "obj" and verb.lemma in REJECTING:
        return True
    return any(
        tree.tokens[k].tag == "VBG" and tree.tokens[k].lemma in REJECTING for k in tree.kids(i, "amod")
    )


def _user(ties: Ties, i: int) -> list[int]:
    """Who backs others by what the noun tells too: "supports the SDF through air strikes and support to its allies"."""
    tree = ties.tree
    means = tree.head_of_conjuncts(i)
    verb = tree.tokens[tree.tokens[means].head]
    if means == i or tree.case(means)[:1] not in MEANS or verb.lemma not in SUPPORTING:
        return []
    return [] if tree.is_passive(verb.i) else ties.framer.external(tree, verb.i)


def _add_foes(ties: Ties, frame: Frame) -> None:
    """Against whom somebody does what is "in support of" another: "strikes in support of the SDF against ISIS"."""
    tree = ties.tree
    if frame.roles.get("against"):
        return
    for k in range(frame.trigger + 1, len(tree.tokens)):
        token = tree.tokens[k]
        if token.lower in (";", ":") or token.dep in ("mark", "parataxis"):
            return
        if token.lower == "against" and token.dep == "case":
            frame.add("against", [token.head])
            return


def _of_one_side(
    ties: Ties, rule: Rule, frame: Frame, subjects: Sequence[str], prepositions: Sequence[str]
) -> Iterator[Draft]:
    """The ties where one part acts, or all who act are the parts: "A and B conduct joint patrols"."""
    tree, i = ties.tree, frame.trigger
    found = list(ties.fill(rule, frame, subjects, prepositions))
    if frame.light is not None and tree.tokens[frame.light].lemma == "join":
        host = ties.fill(rule, frame, ("poss", "mod"), prepositions)  # "joined the army's fight against"
        found += [replace(d, status="current") for d in host]
    if not found and rule.joint and prepositions and not any(p in frame.roles for p in prepositions):
        around = [*tree.kids(i, "acl", "acl:relcl"), tree.tokens[i].head]
        if any(tree.tokens[k].lemma == "join" for k in around):
            return  # who joins an alliance is its member, whoever announces it
        by = [k for k in tree.kids(i, "nmod") if tree.case(k) == ("by",)]
        sharing = by or (frame.roles.get("doer", []) if frame.light is not None else [])
        if not sharing and tree.case(i) in STATES and tree.kids(i, "cop"):  # "A and B are at odds"
            sharing = tree.kids(i, "nsubj")
        found = list(ties.joint(rule, frame, sharing))
    yield from found


def _add_next(tree: Tree, frame: Frame, prepositions: Sequence[str]) -> None:
    """The phrase right behind the noun, or behind a span of time, wherever the parser hung it.

    "Fought in coordination with the Peshmerga", "cooperation in the last few years with the navies".
    """
    if "against" in prepositions and not frame.roles.get("against"):
        _add_past_help(tree, frame)
    if any(frame.roles.get(p) for p in prepositions):
        _add_particular(tree, frame, prepositions)
        return
    i, tokens = frame.trigger, tree.tokens
    for k in range(i + 1, min(i + FURTHEST, len(tokens))):
        is_next = k == i + 1 or tokens[k - 1].lemma in SPANS
        if tokens[k].lower in prepositions and tokens[k].dep == "case" and is_next:
            frame.add(tokens[k].lower, [tokens[k].head])
            return
        if tokens[k].pos in ("VERB", "PUNCT"):
            return


def _add_past_help(tree: Tree, frame: Frame) -> None:
    """Whom a fight is against, hung on the help it has: "operations with French support against the rebels"."""
    for k in tree.kids(frame.trigger, "nmod"):
        if tree.case(k) == ("with",):
            frame.add("against", [n for n in tree.kids(k, "nmod") if tree.case(n) == ("against",)])


def _add_particular(tree: Tree, frame: Frame, prepositions: Sequence[str]) -> None:
    """Those singled out by the same preposition: "the fight against terrorism, in particular against ISIS"."""
    tokens = tree.tokens
    first = max(k for p in prepositions for k in frame.roles.get(p, ())) + 1
    if first >= len(tokens) or tokens[first].lower != ",":
        return
    for k in range(first + 1, min(first + 5, len(tokens))):
        if tokens[k].lower in prepositions and tokens[k].dep == "case":
            if {t.lower for t in tokens[first + 1 : k]} & SINGLING_OUT:
                frame.add(tokens[k].lower, [tokens[k].head])
            return


def _is_for(tree: Tree, frame: Frame) -> bool:
    """Whether "of" tells who is supported: "Tehran's support of Hezbollah", "in support of Hezbollah"."""
    owned = frame.roles.get("poss") or any(tree.name(k) is not None for k in frame.roles.get("mod", ()))
    return bool(owned) or tree.case(frame.trigger) == ("in",)


def _with_help(ties: Ties, rule: Rule, frame: Frame, helpers: tuple[str, ...]) -> Iterator[Draft]:
    """ "With Emirati support, the council took Aden": who acts has the support; "of" names who gives it."""
    tree, i = ties.tree, frame.trigger
    head = tree.tokens[tree.tokens[i].head]
    is_with = tree.case(i) in WITH_HELP and tree.tokens[i].dep in ("obl", "nmod")
    passive = tree.is_passive(head.i)  # "how much Iranian assistance is received by the Houthis"
    is_had = head.lemma in HAVING_HELP and tree.tokens[i].dep == ("nsubj:pass" if passive else "obj")
    is_relied = tree.case(i) in (("on",), ("upon",)) and head.lemma in RELYING
    if rule.predicate != "backs" or not (is_with or is_had or is_relied):
        return
    acting = [head.i] if head.pos in ("NOUN", "PROPN") else ties.framer.external(tree, head.i)
    verb = tree.tokens[head.head]
    if head.pos == "NOUN" and head.dep == "obj" and verb.lemma in ties.words.grammar["light_verbs"]:
        acting = ties.framer.external(tree, verb.i)  # "launched operations with French support"
    if passive:
        acting = ties.framer.agents(tree, head.i)
    parts = (*(h for h in helpers if h != "doer" and (h != "poss" or is_with)), "of")
    givers = ties.arguments(rule.subject, frame, parts)
    if not givers:  # "with the help of Russian advisers"
        givers = [a for k in frame.roles.get("of", ()) for a in ties.resolver.qualifiers(k)]
    yield from ties.pairs(rule, frame, givers, ties.actors(acting))


def _two_sides(ties: Ties, k: int) -> tuple[Argument, ...]:
    """Whom "Israeli-Palestinian" names, or "U.S.-Iraq", which looks like a name."""
    token = ties.tree.tokens[k]
    parts = sides(token.text)
    if not parts or ties.resolver.argument(k, "actor") is not None:
        return ()
    found = [ties.resolver.part(text, token.start + at) for text, at in parts]
    known = tuple(a for a in found if a is not None and a.entity.type in SIDES)
    return known if len(known) == len(parts) else ()


def _party_ties(ties: Ties, i: int, rules: RuleSet) -> Iterator[Draft]:
    """ "A ceasefire between Israel and Hezbollah": each side is party to the agreement."""
    frame = ties.framer.noun(ties.tree, i, i)
    found = ties.parties(frame)
    rule = rules.agreement_between
    if rule is None or len(found) < 2:
        return
    made = agreement(ties.tree, frame, ties.resolver, ties.times, found)
    for party in {a.entity.id: a for a in found}.values():
        yield ties.draft(rule, frame, party, made)
