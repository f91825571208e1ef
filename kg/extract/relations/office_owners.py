"""Whose an office is: the words before it, behind it, behind a comma, or the state that the article is about."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.grammar.frames import Frame, Framer
from kg.extract.grammar.objects import antecedent
from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.records import Argument, Entity, Name, Title
from kg.rules.lexicon import Role

HOLDERS = ("State", "Organisation", "ArmedGroup", "ArmedForces", "Government", "Facility", "Collective")
GROUPS = ("Organisation", "ArmedGroup")
LED = ("Organisation", "ArmedGroup", "ArmedForces", "Collective")
OWNERS = ("poss", "of", "for", "mod", "in", "at", "to")
# Those who are sent somewhere are not of those they are sent to: "the UN envoy for Yemen".
SENT = ("envoy", "representative", "ambassador", "mediator", "coordinator")
# Who is one of a body may be so "with" it: "an aid worker with Oxfam"; envoys and negotiators deal with others.
WITH = frozenset(
    "officer manager commander director adviser advisor spokesman spokeswoman spokesperson".split()
)
SENDERS = ("poss", "of", "mod", "at", "in")
# Offices of a town or province.
LOCAL_OFFICES = frozenset(("governor", "mayor"))
# Offices that a state has, whoever it is of which the sentence leaves unsaid.
STATE_OFFICES = frozenset(
    ("president", "premier", "minister", "king", "queen", "emir", "sultan", "chancellor")
)

SPEAKING = ("spokesman", "spokeswoman", "spokesperson")
COMMANDS = frozenset(
    "command mission operation coalition brigade battalion corps division regiment unit".split()
)
PARTS_OF_FORCES = frozenset("special ground elite airborne".split())


def of_after(tree: Tree, i: int) -> Name | None:
    """ "President Hassan Rouhani of Iran"."""
    for k in tree.kids(i, "nmod"):
        if k > i and tree.case(k) == ("of",) and (name := tree.name(k)) is not None and k <= i + 3:
            return name
    return None


def is_of_state(phrase: str) -> bool:
    """Whether an office is one that states have: "vice president", "minister of defence"."""
    return not STATE_OFFICES.isdisjoint(phrase.lower().split())


def is_command(label: str) -> bool:
    """Whether a body of soldiers has one commander: a mission, a brigade."""
    return label.rpartition(" ")[2].lower() in COMMANDS


def is_part_of_forces(mention: str) -> bool:
    """Whether the words for a country's forces are those for a part of them: "Saudi special forces"."""
    return not PARTS_OF_FORCES.isdisjoint(mention.lower().split())


def part_of_forces(mention: str) -> str:
    """The words for a part of a country's forces, without whose they are: "special forces"."""
    words = mention.split()
    first = next(k for k, word in enumerate(words) if word.lower() in PARTS_OF_FORCES)
    return " ".join(words[first:])


def is_party(phrase: str, holder: Argument) -> bool:
    """Whether "of" behind a state's office tells the holder's party: "President X of the Liberal Party"."""
    if holder.entity.type not in LED or not is_of_state(phrase):
        return False
    is_minister = any(word in ("minister", "premier") for word in phrase.lower().split())
    return is_minister or holder.entity.label.split()[-1].lower() == "party"


def is_ruler(person: Argument, resolver: Resolver) -> bool:
    """Whether the dictionary knows a person as one who has ruled a state."""
    entry = resolver.known.lexicon.entries.get(person.entity.id)
    states = resolver.known.lexicon.states.values()
    return entry is not None and any(role.of in states and is_of_state(role.position) for role in entry.roles)


def state_behind(person: Argument, other: Argument | None, resolver: Resolver) -> Entity | None:
    """The state whose office somebody holds who is named without one: that of who appoints or dismisses him, or his
    own when the article is about it."""
    if other is not None:
        return other.entity if other.entity.type == "State" else resolver.state_of(other.entity)
    homes = (resolver.theatre, resolver.known.home)
    if person.entity.country is None or person.entity.country not in homes:
        return None
    state = resolver.state_of(person.entity)
    entry = resolver.known.lexicon.entries.get(person.entity.id)
    roles = () if entry is None else entry.roles  # "Prime Minister Barzani" is one of a region
    return state if state is not None and (not roles or any(r.of == state.id for r in roles)) else None


def role_of(title: Title, person: Argument, resolver: Resolver) -> Role | None:
    """The office of a state that a title names without the state, which the dictionary knows: "President Obama"."""
    lexicon = resolver.known.lexicon
    entry = lexicon.entries.get(person.entity.id)
    words = (title.text.lower().removeprefix("former ").removeprefix("ex-"), title.head.lower())
    held = () if entry is None else entry.roles
    return next(
        (r for r in held if r.position.lower() in words and lexicon.entries[r.of].type == "State"), None
    )


def owner_before(tree: Tree, i: int, title: Title, person: Argument, resolver: Resolver) -> Argument | None:
    """Whose the office is by the word before it: "its leader X", "whose foreign minister X", "the group's leader X"."""
    owners = [k for k in tree.kids(i, "nmod:poss") if k < i and tree.name(k) is None]
    if not owners or person.entity.type != "Person":
        return None
    meant = antecedent(tree, owners[0], i)
    owner = None if meant is None else resolver.argument(meant, "actor")
    entry = resolver.known.lexicon.entries.get(person.entity.id)
    led = {role.of for role in entry.roles} if entry is not None else set()
    wanted = ("State",) if is_of_state(title.head) else GROUPS
    named = [a for k in tree.named if k < i and (a := resolver.argument(k, "actor")) is not None]
    if led and (owner is None or owner.entity.id not in led):  # "bombed Hezbollah and killed its leader X"
        owner = next((a for a in named if a.entity.id in led), None)
    if owner is None or owner.entity.type not in wanted:
        return None
    may_be = {a.entity.id for a in named if a.entity.type in wanted}
    if not led and tree.tokens[owners[0]].lower in ("its", "their") and may_be != {owner.entity.id}:
        return None  # "A attacked B and killed its leader X": whose he was, only who knows him can tell
    country = person.entity.country
    return owner if led or country in (None, owner.entity.country) or wanted is GROUPS else None


def own_state(tree: Tree, i: int, phrase: str, person: Argument, resolver: Resolver) -> Argument | None:
    """The state of "X, the caretaker prime minister", where X is of the country that the article is about."""
    token = tree.tokens[i]
    is_office = phrase.split()[-1] in STATE_OFFICES and token.dep == "appos"
    if not is_office or person.entity.country is None or person.entity.country != resolver.theatre:
        return None
    state = resolver.state_of(person.entity)
    return Argument(state, token.text, token.start, token.end) if state else None


def behind_comma(tree: Tree, i: int, resolver: Resolver) -> Argument | None:
    """ "General Votel, commander, U.S. Central Command": whose office it is stands behind the next comma."""
    tokens = tree.tokens
    k = i + 2
    if not 0 < i < len(tokens) - 2 or tokens[i - 1].lower != "," or tokens[i + 1].lower != ",":
        return None
    found = resolver.argument(k, "actor") if tree.name(k) is not None else None
    return found if found is not None and found.entity.type in LED else None


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose an office is. `last` is the token where the words for the office end; `part` tells which part is led."""

    argument: Argument
    last: int
    part: str = ""


def is_local(position: str) -> bool:
    """Whether an office is of a town or province, not of the state that it lies in: "governor of Homs"."""
    return position.lower().split()[-1] in LOCAL_OFFICES


def owner_of(
    frame: Frame, phrase: str, last: int, tree: Tree, framer: Framer, resolver: Resolver
) -> Owner | None:
    """Whom the office that ends at token `last` belongs to; a place stands for its state, unless that is local."""
    sent = phrase.split()[-1] in SENT
    fillers = SENDERS if sent else OWNERS
    is_one = resolver.known.words.offices.kind(phrase) == "occupations" or phrase.split()[-1] in WITH
    for filler in (*fillers, "with") if is_one and "with" in frame.roles else fillers:
        for token in frame.roles.get(filler, ()):
            if frame.trigger < token <= last:
                continue  # "staff" of "chief of staff"
            found = _standing_for(token, filler, phrase, frame, resolver)
            if found is not None:
                return Owner(found, last)
            inner = None if sent else _behind(token, filler, tree, framer, resolver)
            if inner is not None:
                return inner
            if filler == "of" and _is_group(token, tree, resolver):
                return None  # "the leader of the group in Yemen"
            if (
                filler == "of"
                and resolver.argument(token, "actor") is not None
                and _is_of_band(frame, resolver)
            ):
                return None  # "the ISIS commander of Raqqa"
    return None


def _is_group(token: int, tree: Tree, resolver: Resolver) -> bool:
    """Whether a common noun is for a group, whichever it is."""
    noun = resolver.known.words.nouns.get(tree.tokens[token].lemma)
    return tree.name(token) is None and noun is not None and noun.kind in ("group", "fighters", "forces")


def _standing_for(token: int, filler: str, phrase: str, frame: Frame, resolver: Resolver) -> Argument | None:
    found = resolver.argument(token, "place" if is_local(phrase) else "actor")
    if found is not None and found.entity.type == "Place" and not is_local(phrase):
        if phrase.split()[-1] in SPEAKING:
            return None  # "a spokesman for the town"
        if filler == "of" and _is_of_band(frame, resolver):
            return None
        state = resolver.state_of(found.entity)
        found = Argument(state, found.mention, found.start, found.end) if state else None
    is_holder = found is not None and (found.entity.type in HOLDERS or found.entity.type == "Place")
    return found if is_holder else None


def _behind(token: int, filler: str, tree: Tree, framer: Framer, resolver: Resolver) -> Owner | None:
    """Whom a part or a superior belongs to: "commander for Hamas's logistics", "spokesman for the governor of Homs"."""
    noun = tree.tokens[token]
    if filler not in ("of", "for", "to") or noun.name is not None or noun.pos not in ("NOUN", "PROPN"):
        return None
    kind, before = resolver.known.words.offices.kind, tree.tokens[token - 1].lower
    if kind(noun.lower) in ("offices", "leads") or kind(f"{before} {noun.lower}") == "offices":
        inner = framer.noun(tree, token, token)
        return owner_of(inner, noun.lower, token, tree, framer, resolver)
    for k in tree.kids(token, "nmod:poss", "compound", "amod"):
        owner = resolver.argument(k, "actor") if tree.name(k) or tree.tokens[k].dep == "nmod:poss" else None
        if owner is not None and owner.entity.type in LED:
            behind = next((p for p in range(k + 1, token) if tree.tokens[p].tag == "POS"), k) + 1
            return Owner(owner, token, f"{filler} {tree.text(behind, token)}")
    return None


def _is_of_band(frame: Frame, resolver: Resolver) -> bool:
    """Whether the word before an office names an armed group."""
    owners = (resolver.argument(k, "actor") for k in frame.roles.get("mod", ()))
    return any(a is not None and a.entity.type == "ArmedGroup" for a in owners)
