"""Ties of nouns that denote who has them: "Assad's backers, Russia and Iran", "the commander of Hezbollah"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from kg.extract.drafts import Draft
from kg.extract.grammar.frame import Frame
from kg.extract.grammar.tree import Tree
from kg.extract.references.state import ACTORS
from kg.extract.relations.denoted import (
    ONE_OF_MANY,
    UNRIVALLED,
    denoted_by,
    fellow,
    is_local_command,
    is_seen_as,
    named_before,
    one_of,
)
from kg.extract.relations.kinds import KINDS
from kg.extract.relations.office_owners import is_part_of_forces
from kg.extract.relations.ties import Ties
from kg.records import Argument
from kg.rules.claims import Rule, RuleSet

PARTS = ("part", "member")
DEPUTIES = ("deputy", "vice")
PARTIAL = frozenset(
    ("humanitarian", "refugee", "rights", "aid", "political", "regional", "peacekeeping", "policy")
)


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
        elif (
            tree.tokens[predicate].dep == "xcomp" and tree.tokens[tree.tokens[predicate].head].dep == "xcomp"
        ):
            frame.clause = tree.tokens[predicate].head  # "wants to become a member"
        if "self" in rule.agent_roles.get("object", ()):
            yield from _held_places(ties, rule, frame)
        elif not (_is_other_office(ties, i) or rule.predicate == "leads" and _is_of_part(ties, frame)):
            itself = [a.entity for a in _branch_itself(ties, i)]
            for draft in _ties_of_denoted(ties, rule, frame):
                if draft.subject is not None and draft.subject.entity in itself:
                    draft.status = "current"  # what they are called holds, whatever is told of them
                yield draft


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
    denoted = denoted_by(tree, i, ties.resolver) or _branch_itself(ties, i)
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
        is_one
        or (bool(qualified & ONE_OF_MANY) and not qualified & UNRIVALLED)
        or is_local_command(tree, i, ties.resolver)
    )
    if rule.predicate == "successorOf" and _is_unsure(ties, frame, denoted):
        return
    for one in denoted:
        for other in held:
            if rule.predicate == "leads" and (_is_part_of_forces(other) or _leads_branch(ties, i, other)):
                continue
            if one.entity.id != other.entity.id and one.entity.type in KINDS[rule.subject]:
                draft = ties.draft(rule, frame, one, other)
                if one_of_many:
                    draft.predicate = "memberOf"
                yield draft


def _branch_itself(ties: Ties, i: int) -> list[Argument]:
    """Who bears no name but what they are to others: "ISIL's Sinai branch", "supporters of Laurent Gbagbo"."""
    token, grammar = ties.tree.tokens[i], ties.words.grammar
    kind = {"branches": "ArmedGroup", "followers": "Collective"}
    wanted = next((kind[words] for words in kind if token.lemma in grammar[words]), None)
    found = ties.resolver.argument(i, "actor") if wanted is not None else None
    is_own = found is not None and found.entity.type == wanted and token.lower in found.entity.label
    return [found] if found is not None and is_own else []


def _is_of_part(ties: Ties, frame: Frame) -> bool:
    """Whether a head is of a branch that no name tells: "the Red Cross's head of operations"."""
    tree = ties.tree
    owned = any(k < frame.trigger for k in frame.roles.get("poss", ()))
    return owned and any(
        k > frame.trigger and tree.name(k) is None and not ties.actors([k]) for k in frame.roles.get("of", ())
    )


def _is_unsure(ties: Ties, frame: Frame, denoted: list[Argument]) -> bool:
    """Whose successor somebody is, is not sure where "his" may mean two: "After A's death, B obeyed his successor"."""
    if not any(ties.tree.tokens[k].pos == "PRON" for k in frame.roles.get("poss", ())):
        return False
    named = [k for k in range(frame.trigger) if ties.tree.name(k) is not None]
    others = {a.entity.id for a in ties.actors(named) if a.entity.type == "Person"}
    return len(others - {a.entity.id for a in denoted}) > 1


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
    yield from ties.pairs(
        rule, frame, _named_by_last(next((found for found in by_part if found), [])), places
    )


def _named_by_last(holders: list[Argument]) -> list[Argument]:
    """Without the country that but tells whose a group is: "the Libyan opposition stronghold"."""
    starts = {a.start for a in holders}
    return [a for a in holders if a.entity.type != "State" or a.end + 1 not in starts]


def _is_people(ties: Ties, frame: Frame, holder: Argument) -> bool:
    """Whether an adjective tells who lives in an enclave: "an ethnic Armenian enclave", "the Spanish enclave"."""
    return ties.tree.tokens[frame.trigger].lemma == "enclave" and holder.entity.type == "State"


def _is_part_of_forces(led: Argument) -> bool:
    """Whether the words for a country's forces are those for a part of them: "the head of the special forces"."""
    return led.entity.type == "ArmedForces" and is_part_of_forces(led.mention)


def _leads_branch(ties: Ties, i: int, led: Argument) -> bool:
    return led.entity.type == "Organisation" and _is_partial(ties, i)
