"""Where a happening takes place when its own words do not say, and with which weapon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.drafts import Draft
from kg.extract.events.participants import FIGHTS
from kg.extract.events.suffered import where_suffered
from kg.extract.grammar.frame import Frame
from kg.extract.grammar.tree import Tree
from kg.extract.places import fronted_place, place_beside, place_of
from kg.extract.references.resolver import Resolver
from kg.extract.references.state import PLACES
from kg.identifiers import local_name
from kg.records import Argument, Entity
from kg.rules.claims import Rule
from kg.rules.words import WordLists

# Those who are hit or taken are where it happens.
PLACED = (*FIGHTS, "Killing", "Abduction", "Arrest", "Evacuation", "Rescue")

# "The attack consisted of three rockets".
# What befalls each of several towns.
LISTED = (
    "Capture",
    "Withdrawal",
    "Advance",
    "Shelling",
    "Airstrike",
    "Attack",
    "Bombing",
    "ArmedClash",
    "Protest",
)
# Who does so "for talks" or "to meet" somebody talks there.
COMING = frozenset("fly travel go head come arrive return journey jet".split())
TAKEN = ("Capture", "Withdrawal")
TOWNS = ("Place", "Facility")
TAKING_PEOPLE = ("Abduction", "Arrest")
PARTS = ("on", "against", "in", "at", "near")  # "air strikes on Saada and Hodeidah"; one raid is one
# What is near a town in a country is nearer told by the town.
NEAR = ("near", "at", "outside", "inside", "around")
BANNING = frozenset(("ban", "outlaw", "proscribe", "criminalise", "criminalize"))
CONSISTING = frozenset(("consist", "include", "involve", "comprise"))


def event_place(
    tree: Tree,
    frame: Frame,
    rule: Rule,
    resolver: Resolver,
    *,
    hit: Argument | None,
    fillers: Sequence[str],
    noun: bool,
) -> Argument | None:
    """The place of a happening: the place that is hit, one beside it, its aim, or the place before its noun."""
    place = hit or (None if noun else _heading(tree, frame, rule, resolver))
    place = place or place_of(tree, frame, resolver, fillers, nearby=not rule.placeless)
    if place is not None and _is_nameless(place):
        # "Near Sinjar, strikes destroyed a bridge"; "hit a hospital in Homs"
        town = fronted_place(tree, frame, resolver) or _town(tree, frame, resolver)
        takes = rule.type == "Capture"
        place = _building_in(place, town) if takes and town is not None else town or place
    if place is not None and place is not hit and rule.type in PLACED:
        place = _town_beside(place, frame, resolver) or place
    if place is None and rule.type == "Talks":
        place = _come_to(tree, frame.trigger, resolver)
    if not rule.placeless:
        place = place or _aim(frame, resolver)
    if noun:
        place = place or _place_before(tree, frame, resolver)
        place = place or (_fought_for(tree, frame, resolver) if rule.type == "ArmedClash" else None)
    elif place is None and rule.type in TAKING_PEOPLE:
        place = _taken_from(frame, resolver)
    if noun:
        place = place or (where_suffered(tree, frame.trigger, resolver) if rule.type in FIGHTS else None)
    return place or (_beside_others(frame, rule, resolver, noun) if rule.type in PLACED else None)


def _come_to(tree: Tree, trigger: int, resolver: Resolver) -> Argument | None:
    """Where one goes or is to talk: "flew to Tehran for talks", "is in Cairo to meet them"."""
    token = tree.tokens[trigger]
    head = tree.tokens[token.head]
    is_aim = (
        tree.case(trigger) == ("for",) if token.pos == "NOUN" else token.dep == "advcl" and token.tag == "VB"
    )
    if not is_aim or head.i == trigger or head.i > trigger:
        return None
    if head.lemma in COMING:
        there = [
            k
            for k in tree.kids(head.i, "obl")
            if tree.case(k) in (("to",), ("in",), ("into",)) and k < trigger
        ]
    else:
        there = [head.i] if tree.kids(head.i, "cop") and tree.case(head.i) in (("in",), ("at",)) else []
    found = (resolver.argument(k, "place") for k in there if tree.name(k) is not None)
    return next((a for a in found if a is not None), None)


def _town_beside(wide: Argument, frame: Frame, resolver: Resolver) -> Argument | None:
    """The town where those are who are hit, in the country named behind: "a convoy near Mandera in northern Kenya"."""
    state = resolver.state_of(wide.entity)
    if state is None or not wide.entity.label.endswith(state.label):
        return None
    near = (a for p in NEAR for k in frame.roles.get(p, ()) for a in resolver.arguments(k, "place"))
    hit = (*frame.roles.get("direct", ()), *frame.roles.get("undergoer", ()))
    for found in (*near, *(place_beside(resolver, token) for token in hit)):
        if found is not None and found.entity.type == "Place" and found.entity.country == wide.entity.country:
            return found if not found.entity.label.endswith(state.label) else None
    return None


def listed(tree: Tree, draft: Draft, resolver: Resolver) -> Iterator[Draft]:
    """One happening more for each further place of a list: "captured Homs, Palmyra and Raqqa" are three captures."""
    if draft.type not in LISTED or draft.place is None:
        return
    if draft.type not in TAKEN and draft.place.entity.type != "Place":
        return  # "destroyed a bridge, three trucks and VBIEDs"
    trigger = tree.tokens[draft.frame.trigger]
    roles = ("undergoer",) if trigger.pos == "VERB" else PARTS if trigger.tag == "NNS" else ()
    undergone = [k for role in roles for k in draft.frame.roles.get(role, ())]
    heads = [k for t in undergone for k in (t, *(n for n in tree.kids(t, "nmod") if tree.case(n) == ("of",)))]
    seen = {draft.place.entity.id}
    for k in dict.fromkeys(c for h in heads for c in tree.conjuncts(h) if c > h):
        if tree.name(k) is None:
            continue
        found = next((a for a in resolver.arguments(k, "place") if a.entity.type in TOWNS), None)
        found = found or _unknown_town(tree, k, draft.place.entity.country, resolver)
        if found is not None and found.entity.id not in seen:
            seen.add(found.entity.id)
            yield replace(draft, place=found, listed=True)


def _fought_for(tree: Tree, frame: Frame, resolver: Resolver) -> Argument | None:
    """ "The battle of Debaltseve"; a mere title tells nothing."""
    i = frame.trigger
    if i + 2 >= len(tree.tokens) or tree.tokens[i + 1].lower != "of" or tree.tokens[i].dep == "root":
        return None
    found = resolver.argument(tree.tokens[i + 1].head, "place") if tree.tokens[i + 1].dep == "case" else None
    return found if found is not None and found.entity.type == "Place" else None


def _taken_from(frame: Frame, resolver: Resolver) -> Argument | None:
    """ "Kidnapped 40 girls from Chibok"; who are from a country may be taken anywhere: "citizens from Jordan"."""
    found = (a for k in frame.roles.get("from", ()) for a in resolver.arguments(k, "place"))
    return next((a for a in found if a.entity.type in TOWNS), None)


def _heading(tree: Tree, frame: Frame, rule: Rule, resolver: Resolver) -> Argument | None:
    """Where forces go or come from, though nobody knows the name: "pushed towards Davydiv Brid"."""
    if rule.type not in ("Advance", "Withdrawal"):
        return None
    ways = (
        ("from",)
        if rule.type == "Withdrawal" and "from" in frame.roles
        else ("towards", "toward", "into", "to")
    )
    for k in (k for way in ways for k in frame.roles.get(way, ())):
        if (found := _unknown_town(tree, k, None, resolver)) is not None:
            return found
    return None


def _unknown_town(tree: Tree, k: int, country: str | None, resolver: Resolver) -> Argument | None:
    """A name that nobody knows, where a town stands."""
    name = tree.name(k)
    if (
        name is None
        or name.title is not None
        or name.kind == "Person"
        or resolver.argument(k, "any") is not None
    ):
        return None
    if name.text.isupper():
        return None
    return Argument(
        Entity(local_name(name.text), name.text, "Place", country),
        name.text,
        name.start,
        name.end,
    )


def _building_in(building: Argument, town: Argument) -> Argument:
    """A building by its town: who seizes the consulate in Mosul has not seized Mosul."""
    label = f"{building.entity.label} in {town.entity.label}"
    entity = Entity(local_name(label), label, "Facility", town.entity.country)
    return replace(building, entity=entity)


def _beside_others(frame: Frame, rule: Rule, resolver: Resolver, noun: bool) -> Argument | None:
    """Where those are who are hit or met: "an offensive against fighters in northern Syria"; where it was seen."""
    parts: tuple[str, ...] = ("against", "on", "between", "with") if noun else ("direct", "undergoer")
    parts = ("of",) if noun and rule.type not in FIGHTS else parts
    for token in (k for part in parts for k in frame.roles.get(part, ())):
        if (found := place_beside(resolver, token)) is not None:
            return found
    hosts = [a for k in frame.roles.get("host", ()) for a in resolver.arguments(k, "place")]
    if noun and frame.light is not None:
        return next((a for a in hosts if a.entity.type in PLACES), None)
    return None


def _town(tree: Tree, frame: Frame, resolver: Resolver) -> Argument | None:
    """The town where a building without a name was hit, which the parser hung on the verb."""
    found = place_of(tree, frame, resolver, ())
    return found if found is not None and found.entity.type == "Place" else None


def _is_nameless(place: Argument) -> bool:
    """Whether a facility is known to the article only, and without its town."""
    entity = place.entity
    return entity.type == "Facility" and "-" in entity.id and " in " not in entity.label


def _aim(frame: Frame, resolver: Resolver) -> Argument | None:
    """ "A campaign to retake Aleppo"."""
    for token in frame.roles.get("purpose", ()):
        for argument in resolver.arguments(token, "place"):
            if argument.entity.type in PLACES:
                return argument
    return None


def _place_before(tree: Tree, frame: Frame, resolver: Resolver) -> Argument | None:
    """A place named before the noun: "the Mosul operation"."""
    for token in (*frame.roles.get("mod", ()), *frame.roles.get("poss", ())):
        name = tree.name(token)
        if name is None or (name.senses and name.senses[0][1] == "demonym"):
            continue
        argument = resolver.argument(token, "place")
        if argument is not None and argument.entity.type in ("Place", "Facility"):
            return argument
    return None


def banned_by(tree: Tree, draft: Draft) -> tuple[Argument, ...]:
    """The state in which somebody is banned has banned him: "the group is outlawed in Iraq"."""
    trigger, place = draft.frame.trigger, draft.place
    bans = tree.tokens[trigger].lemma in BANNING and tree.is_passive(trigger)
    return (place,) if bans and place is not None and place.entity.type == "State" else ()


def consists_of(tree: Tree, noun: int) -> list[int]:
    """What a happening consists of: "the attack included cruise missiles", "the raid involved three drones"."""
    token = tree.tokens[noun]
    verb = tree.tokens[token.head]
    if token.pos != "NOUN" or token.dep != "nsubj" or verb.lemma not in CONSISTING:
        return []
    return tree.kids(verb.i, "obj") + [k for k in tree.kids(verb.i, "obl") if tree.case(k) == ("of",)]


def weapon_of(tree: Tree, frame: Frame, words: WordLists) -> str | None:
    """The weapon that stands in the cue, before the noun, or behind "with" or "by"; as singular, lower case."""
    weapons = words.grammar["weapons"]
    roles = frame.roles
    around = tree.kids(frame.trigger, "compound", "amod", "nmod")
    parts = [
        *frame.cue,
        *around,
        *roles.get("with", ()),
        *roles.get("by", ()),
        *consists_of(tree, frame.trigger),
    ]
    for k in sorted(set(parts)):
        token = tree.tokens[k]
        if token.pos not in ("NOUN", "PROPN"):
            continue
        lemma: str = token.lemma
        both = f"{tree.tokens[k - 1].lower} {lemma}" if k > 0 else ""
        if both in weapons:
            return both
        if lemma in weapons and k != frame.trigger:
            return lemma
    return None
