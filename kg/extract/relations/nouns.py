"""Ties that nouns tell: "Assad's backers, Russia and Iran", "support for the rebels", "a truce between A and B"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from kg.extract.drafts import Draft
from kg.extract.grammar.compounds import sides
from kg.extract.grammar.frame import Frame
from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import ACTORS
from kg.extract.relations.agreements import agreement, is_agreement
from kg.extract.relations.denoted import (
    ONE_OF_MANY,
    denoted_by,
    fellow,
    is_local_command,
    is_seen_as,
    named_before,
    one_of,
)
from kg.extract.relations.ties import KINDS, Ties
from kg.records import Argument
from kg.rules.claims import Rule, RuleSet

PARTS = ("part", "member")
DEPUTIES = ("deputy", "vice")
# "Is at war with", "in alliance with": the noun tells a state that its subject is in.
PARTIAL = frozenset(
    ("humanitarian", "refugee", "rights", "aid", "political", "regional", "peacekeeping", "policy")
)
STATES = (("at",), ("in",))
# Who acts so has the help: "with Emirati support", "relies on Iranian support", "received Russian backing".
WITH_HELP = (("with",), ("through",), ("thanks", "to"))
HAVING_HELP = ("have", "receive", "get", "enjoy", "win")
RELYING = ("rely", "depend", "count", "draw")


def agent_ties(ties: Ties, i: int, rules: RuleSet) -> Iterator[Draft]:
    """The ties of a noun that denotes one part and governs the other: "Assad's backers, Russia and Iran"."""
    tree = ties.tree
    lemma = tree.tokens[i].lemma
    if lemma not in rules.agent_ends:
        return
    longer = rules.agent_nouns.get(f"{tree.tokens[i - 1].lower} {lemma}", ()) if i else ()
    for rule in longer or rules.agent_nouns.get(lemma, ()):
        frame = ties.framer.noun(tree, i, i)
        predicate = i if (one := one_of(tree, i)) is None else one
        if is_seen_as(tree, predicate):
            frame.clause = tree.tokens[predicate].head
        elif tree.kids(predicate, "cop"):
            frame.clause = predicate
        if "self" in rule.agent_roles.get("object", ()):
            yield from _held_places(ties, rule, frame)
        elif not _is_other_office(ties, i):
            yield from _ties_of_denoted(ties, rule, frame)


def _is_other_office(ties: Ties, i: int) -> bool:
    """ "Chief of staff" leads no staff, and a deputy leads nobody."""
    tokens = ties.tree.tokens
    following = " ".join(t.lower for t in tokens[i : i + 3])
    if ties.words.offices.kind(following) and following.split()[1:2] == ["of"]:
        return True
    return any(tokens[k].lower in DEPUTIES for k in ties.tree.kids(i, "amod", "compound"))


def _ties_of_denoted(ties: Ties, rule: Rule, frame: Frame) -> Iterator[Draft]:
    """Who is called by the noun, with those of whom it is said."""
    tree, i = ties.tree, frame.trigger
    denoted = denoted_by(tree, i, ties.resolver)
    _add_owner_of_name(ties, frame)
    denoted = denoted or _who_is_part(ties, frame)
    held = ties.arguments(
        rule.object, frame, rule.agent_roles.get("object", ("poss", "of", "to", "with", "mod"))
    )
    if not held:
        held, denoted = _held_elsewhere(ties, rule, i, denoted)
    if rule.predicate != "memberOf" or frame.roles.get("of"):  # "the Arab element of the SDF"
        denoted = denoted or _modifying(ties, frame)
    if not held and rule.joint and len(denoted) > 1 and tree.tokens[i].tag == "NNS":
        for one, other in combinations(denoted, 2):
            yield ties.draft(rule, frame, one, other)
        return
    if rule.predicate == "memberOf" and tree.tokens[i].lemma != "member":
        # "commander of the Quds Force, the foreign arm of the Guards": an arm is no person
        denoted = _no_persons(denoted) or _no_persons(named_before(tree, i, ties.resolver))
    qualified = {tree.tokens[k].lower for k in tree.kids(i, "det", "amod")}
    is_one = tree.tokens[i].tag == "NNS" or one_of(tree, i) is not None  # "Hamas leaders, including Haniyeh"
    one_of_many = rule.predicate == "leads" and (
        is_one or bool(qualified & ONE_OF_MANY) or is_local_command(tree, i, ties.resolver)
    )
    for one in denoted:
        for other in held:
            if rule.predicate == "leads" and other.entity.type == "Organisation" and _is_partial(ties, i):
                continue
            if one.entity.id != other.entity.id and one.entity.type in KINDS[rule.subject]:
                draft = ties.draft(rule, frame, one, other)
                if one_of_many:
                    draft.predicate = "memberOf"
                yield draft


def _held_elsewhere(
    ties: Ties, rule: Rule, i: int, denoted: list[Argument]
) -> tuple[list[Argument], list[Argument]]:
    """Of whom the noun is said where nothing of its own tells it; with who is called so."""
    # "The founder and commander of X": the parser hung "of X" on one of the two.
    if held := _held_by_other(ties, rule, i):
        return held, denoted
    if (whole := _of_which(ties.tree, i)) is not None:  # "the alliance of which it is a member"
        held = [a for a in ties.actors([whole]) if a.entity.type in KINDS[rule.object]]
        return held, list(ties.actors(ties.tree.kids(i, "nsubj")))
    return (ties.group_before(i) if rule.predicate == "memberOf" else []), denoted


def _is_partial(ties: Ties, i: int) -> bool:
    """Whether a head leads but a branch of it: "the UN's humanitarian chief"."""
    qualifying = [
        ties.tree.tokens[k].lower for k in ties.tree.kids(i, "amod", "compound") if ties.tree.name(k) is None
    ]
    return any(word in PARTIAL for word in qualifying)


def _held_by_other(ties: Ties, rule: Rule, i: int) -> list[Argument]:
    """Of whom the noun is said with which this one shares an article."""
    tree = ties.tree
    for other in (fellow(tree, i), i + 2 if i + 2 < len(tree.tokens) and fellow(tree, i + 2) == i else None):
        if other is None:
            continue
        frame = ties.framer.noun(tree, other, other)
        if found := ties.arguments(rule.object, frame, ("poss", "of")):
            return found
    return []


def _of_which(tree: Tree, i: int) -> int | None:
    """What "of which" stands for below a predicate noun."""
    token = tree.tokens[i]
    if token.dep != "acl:relcl" or not tree.kids(i, "cop"):
        return None
    under = (k for k in tree.kids(i, "obl", "nmod") if k < i and tree.tokens[k].lower in ("which", "whom"))
    return next((token.head for k in under if tree.case(k) == ("of",)), None)


def _who_is_part(ties: Ties, frame: Frame) -> list[Argument]:
    """Who does something "as part of", "as a member of" a group, or stands before those words."""
    tree, i = ties.tree, frame.trigger
    token = tree.tokens[i]
    if token.lemma not in PARTS or tree.case(i) != ("as",):
        return []
    head = tree.tokens[token.head]
    if head.pos != "VERB":
        return ties.actors([head.i]) if head.pos == "PROPN" else []
    if not tree.is_passive(head.i) and ties.actors(tree.kids(head.i, "obj")):
        return []  # "listed Hezbollah as part of the axis"
    return ties.actors(ties.framer.external(tree, head.i))


def _add_owner_of_name(ties: Ties, frame: Frame) -> None:
    """ "Israel's enemy Hezbollah": the possessor may hang on the name."""
    tree, token = ties.tree, ties.tree.tokens[frame.trigger]
    before_name = token.dep in ("nmod", "amod", "compound") and token.head > token.i
    if before_name and tree.name(token.head) is not None and not frame.roles.get("poss"):
        frame.add("poss", [k for k in tree.kids(token.head, "nmod:poss") if k < token.i])


def _modifying(ties: Ties, frame: Frame) -> list[Argument]:
    """ "His Russian ally": who the word before the noun names, where somebody else is its possessor."""
    owned = frame.roles.get("poss") or frame.roles.get("of")
    if not owned:
        return []
    # "Their Russian allies" are some Russians, "their Hezbollah allies" are Hezbollah
    kinds = ACTORS if ties.tree.tokens[frame.trigger].tag == "NN" else ("ArmedGroup",)
    return [a for a in ties.actors(frame.roles.get("mod", ())) if a.entity.type in kinds]


def _no_persons(arguments: list[Argument]) -> list[Argument]:
    return [a for a in arguments if a.entity.type != "Person"]


def _held_places(ties: Ties, rule: Rule, frame: Frame) -> Iterator[Draft]:
    """ "Idlib, a stronghold of HTS", "the HTS stronghold of Idlib": the noun denotes the object, a place."""
    roles = frame.roles
    of = [a for k in roles.get("of", ()) for a in ties.resolver.arguments(k, "any")]
    denoted = denoted_by(ties.tree, frame.trigger, ties.resolver, "place")
    places = [a for a in denoted if a.entity.type in KINDS["place"]]
    places = places or [a for a in of if a.entity.type == "Place"]
    held = {k for a in of for k in roles.get("of", ()) if a.entity in [p.entity for p in places]}
    by_part = (
        [
            a
            for a in ties.actors(k for k in roles.get(f, ()) if k not in held)
            if not _is_people(ties, frame, a)
        ]
        for f in rule.agent_roles["subject"]
    )
    yield from ties.pairs(rule, frame, next((found for found in by_part if found), ()), places)


def _is_people(ties: Ties, frame: Frame, holder: Argument) -> bool:
    """Whether an adjective tells who lives in an enclave: "an ethnic Armenian enclave", "the Spanish enclave"."""
    return ties.tree.tokens[frame.trigger].lemma == "enclave" and holder.entity.type == "State"


def act_ties(ties: Ties, i: int, rules: RuleSet) -> Iterator[Draft]:
    """The ties of a noun that names an act or a state: "support for the rebels", "rivalry between A and B"."""
    for phrase, rule in rules.nouns.get(ties.tree.tokens[i].lemma, ()):
        if rule.predicate and ties.tree.ends_phrase(i, phrase):
            for draft in _ties_of_act(ties, rule, " ".join(phrase), i - len(phrase) + 1, i):
                draft.is_act = True
                yield draft
    if is_agreement(ties.tree, i, ties.words):
        yield from _party_ties(ties, i, rules)


def _ties_of_act(ties: Ties, rule: Rule, phrase: str, first: int, i: int) -> Iterator[Draft]:
    frame = ties.framer.noun(ties.tree, i, first)
    prepositions = rule.act_nouns.get(phrase, ())
    doers: tuple[str, ...] = ("doer", "poss", "by", "from", "mod", "host")
    if ties.tree.tokens[i].dep != "obl":  # "briefed them on their support in the war on Hamas"
        doers = tuple(d for d in doers if d != "host")
    is_under = "patient" in frame.roles  # "under the control of the Houthis"
    said = {ties.tree.tokens[k].lower for k in frame.roles.get("mod", ())}
    if rule.predicate == "backs" and said & ties.words.grammar["relief_adjectives"]:
        return  # who sends "humanitarian aid to Syria" takes no side
    is_for = rule.predicate == "backs" and ties.tree.case(i) == ("in",)
    if is_for and "host" in frame.roles and not any(frame.roles.get(p) for p in prepositions):
        yield from ties.fill(rule, frame, ("host",), ("of", "poss"))  # "in support of the government"
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
        found = list(ties.fill(rule, frame, subjects, prepositions))
        if frame.light is not None and ties.tree.tokens[frame.light].lemma == "join":
            host = ties.fill(rule, frame, ("poss", "mod"), prepositions)  # "joined the army's fight against"
            found += [replace(d, status="current") for d in host]
        if not found and rule.joint and prepositions and not any(p in frame.roles for p in prepositions):
            if any(ties.tree.tokens[k].lemma == "join" for k in ties.tree.kids(i, "acl", "acl:relcl")):
                return  # who joins an alliance is its member, whoever announces it
            by = [k for k in ties.tree.kids(i, "nmod") if ties.tree.case(k) == ("by",)]
            sharing = by or (frame.roles.get("doer", []) if frame.light is not None else [])
            found = list(ties.joint(rule, frame, sharing))  # "A and B conduct joint patrols"
        yield from found or _with_help(ties, rule, frame, subjects)


def _is_for(tree: Tree, frame: Frame) -> bool:
    """Whether "of" tells who is supported: "Tehran's support of Hezbollah", "in support of Hezbollah"."""
    owned = frame.roles.get("poss") or any(tree.name(k) is not None for k in frame.roles.get("mod", ()))
    return bool(owned) or tree.case(frame.trigger) == ("in",)


def _with_help(ties: Ties, rule: Rule, frame: Frame, helpers: tuple[str, ...]) -> Iterator[Draft]:
    """ "With Emirati support, the council took Aden": who acts has the support; "of" names who gives it."""
    tree, i = ties.tree, frame.trigger
    head = tree.tokens[tree.tokens[i].head]
    is_with = tree.case(i) in WITH_HELP and tree.tokens[i].dep in ("obl", "nmod")
    is_had = tree.tokens[i].dep == "obj" and head.lemma in HAVING_HELP and not tree.is_passive(head.i)
    is_relied = tree.case(i) in (("on",), ("upon",)) and head.lemma in RELYING
    if rule.predicate != "backs" or not (is_with or is_had or is_relied):
        return
    acting = [head.i] if head.pos in ("NOUN", "PROPN") else ties.framer.external(tree, head.i)
    if tree.is_passive(head.i):
        acting = ties.framer.agents(tree, head.i)
    parts = (*(h for h in helpers if h != "doer" and (h != "poss" or is_with)), "of")
    givers = ties.arguments(rule.subject, frame, parts)
    yield from ties.pairs(rule, frame, givers, ties.actors(acting))


def _two_sides(ties: Ties, k: int) -> tuple[Argument, ...]:
    """Whom "Israeli-Palestinian" names, or "U.S.-Iraq", which looks like a name."""
    token = ties.tree.tokens[k]
    parts = sides(token.text)
    if not parts or ties.resolver.argument(k, "actor") is not None:
        return ()
    found = [ties.resolver.part(text, token.start + at) for text, at in parts]
    known = tuple(a for a in found if a is not None and a.entity.type in ("State", "Population"))
    return known if len(known) == len(parts) else ()


def _party_ties(ties: Ties, i: int, rules: RuleSet) -> Iterator[Draft]:
    """ "A ceasefire between Israel and Hezbollah": each side is party to the agreement."""
    frame = ties.framer.noun(ties.tree, i, i)
    found = ties.parties(frame)
    rule = next((r for r in rules.rules if r.agreement_between), None)
    if rule is None or len(found) < 2:
        return
    made = agreement(ties.tree, frame, ties.resolver, ties.times, found)
    for party in {a.entity.id: a for a in found}.values():
        yield ties.draft(rule, frame, party, made)
