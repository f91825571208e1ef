"""Happenings: verbs and nouns that name them, with agents, targets, place and weapon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain

from kg.extract.drafts import Draft
from kg.extract.events.backdrop import is_bare
from kg.extract.events.blame import claimant
from kg.extract.events.checks import EventChecks
from kg.extract.events.denials import denials
from kg.extract.events.duties import duties
from kg.extract.events.harmed import STRIKING, sides_and_harmed
from kg.extract.events.jails import breaks_jail
from kg.extract.events.links import linked
from kg.extract.events.participants import Participants
from kg.extract.events.places import banned_by, event_place, listed, weapon_of
from kg.extract.events.senses import finer_type, is_figurative
from kg.extract.events.tellings import tellings
from kg.extract.grammar.frames import Frame, Framer
from kg.extract.grammar.tree import Tree
from kg.extract.references.entities import plural
from kg.extract.references.resolver import Resolver
from kg.extract.references.state import PLACES
from kg.extract.relations.agreements import is_agreement
from kg.extract.status.generic import is_generic
from kg.extract.status.verbs import is_negated
from kg.records import Argument
from kg.rules.claims import Rule, RuleSet
from kg.rules.words import WordLists

VERB_ROLES: Mapping[str, Sequence[str]] = {"agents": ("doer",), "targets": ("undergoer",)}
NOUN_ROLES: Mapping[str, Sequence[str]] = {
    "agents": ("doer", "by", "poss", "mod", "from"),
    "targets": ("on", "against", "of"),
}
OPERATIONS = "offensive"  # the rule that reads names such as "Operation Euphrates Shield"
# Posts that are told by what they are for: "operations chief".
POSTS = ("chief", "commander", "director", "head", "coordinator", "officer", "planner")
# Types whose agents their own words may tell: who is banned in a state is banned by it.
TOLD_BY_TYPE = ("Sanction", "Evacuation")
CEASING = ("suspend", "cease", "stop", "halt")
GERUND_DEPS = ("nsubj", "obj", "obl", "nmod", "nsubj:pass")


@dataclass(frozen=True, slots=True)
class EventReader:
    """Finds the events of a sentence."""

    rules: RuleSet
    words: WordLists
    framer: Framer
    civilians: frozenset[str]
    checks: EventChecks

    def read(self, tree: Tree, resolver: Resolver) -> Iterator[Draft]:
        """The drafts of all events the sentence states, those that belong together with shared participants."""
        fighters = self.words.grammar["vague_fighters"]
        return iter(linked(tree, list(self._drafts(tree, resolver)), fighters))

    def _drafts(self, tree: Tree, resolver: Resolver) -> Iterator[Draft]:
        """Nouns first: a verb that carries a noun ("launched an attack") tells nothing of its own."""
        used: set[int] = set()
        carrying: set[int] = set()
        named = self.rules.event_nouns
        for token in tree.tokens:
            if token.name is None:
                if token.lemma not in named and token.lower not in named:
                    continue
            elif not tree.is_operation(token.i):
                continue
            if token.i in used:
                continue
            draft = self._of_noun(tree, token.i, resolver)
            if draft is not None:
                used.update(draft.frame.cue)
                if draft.frame.light is not None:
                    carrying.add(draft.frame.light)
                yield draft
                yield from listed(tree, draft, resolver)
                _let_meet(draft, resolver)
        yield from duties(tree, resolver, self.words)
        yield from denials(tree, resolver, self.words)
        yield from tellings(tree, resolver, self.words)
        for i in tree.verbs:
            if tree.tokens[i].lemma not in self.rules.event_verbs:
                continue
            told = i in used or i in carrying or self._tells_more(tree, i, used)
            draft = None if told else self._of_verb(tree, i, resolver)
            if draft is not None and not (tree.is_passive(i) and _is_done_by(draft, used)):
                yield draft
                yield from listed(tree, draft, resolver)
                _let_meet(draft, resolver)

    def _tells_more(self, tree: Tree, i: int, used: set[int]) -> bool:
        """Whether a verb only tells whom a happening hit: "an air strike that killed civilians"."""
        token = tree.tokens[i]
        hits = token.lemma in self.words.grammar["hitting_verbs"]
        return hits and token.dep == "acl:relcl" and token.head in used and not tree.is_passive(i)

    # Nouns

    def _of_noun(self, tree: Tree, i: int, resolver: Resolver) -> Draft | None:
        if tree.is_operation(i):
            rule = self.rules.named.get(OPERATIONS)
            frame = self.framer.noun(tree, i, i)
            return None if rule is None else self._event(tree, rule, frame, resolver, noun=True)
        token = tree.tokens[i]
        # "began its counteroffensive": the parser may take an object for an adjective
        is_noun = (
            token.pos in ("NOUN", "PROPN") or token.tag in ("VBG", "JJ", "NN") and token.dep in GERUND_DEPS
        )
        is_gerund = token.tag == "VBG" and _is_of(tree, i)
        if not (is_noun or is_gerund) or _is_modifier(tree, i) or _is_exchanged(tree, i):
            return None
        forms = sorted({token.lemma, token.lower}) if token.tag != "VBG" else [token.lower]
        known = [self.rules.event_nouns[form] for form in forms if form in self.rules.event_nouns]
        entries = known[0] if len(known) == 1 else sorted(chain(*known), key=lambda e: -len(e[0]))
        for phrase, rule in entries:
            if tree.ends_phrase(i, phrase):
                frame = self.framer.noun(tree, i, i - len(phrase) + 1)
                if rule.under and not _comes_under(tree, frame):
                    continue
                if (draft := self._event(tree, rule, frame, resolver, noun=True)) is not None:
                    return draft
        return None

    # Verbs

    def _of_verb(self, tree: Tree, i: int, resolver: Resolver) -> Draft | None:
        """The event of the longest pattern that fits; of two as long the first rule."""
        token = tree.tokens[i]
        if token.dep == "amod" or token.pos != "VERB" or _qualifies(tree, i):
            return None
        present = tree.words
        for pattern, rule in self.rules.event_verbs.get(token.lemma, ()):
            if pattern.words and not present.issuperset(pattern.words):
                continue
            frame = self.framer.verb(tree, i, pattern)
            if frame is None or (rule.type == "Agreement" and self._is_told_by_noun(tree, frame)):
                continue
            if not self.checks.has_form(tree, frame, rule):
                continue
            if (draft := self._event(tree, rule, frame, resolver, noun=False)) is not None:
                return draft
        return None

    def _is_told_by_noun(self, tree: Tree, frame: Frame) -> bool:
        """Whether what is agreed to is an agreement itself, which its noun tells: "agreed to a ceasefire"."""
        return any(is_agreement(tree, k, self.words) for k in frame.roles.get("undergoer", ()))

    def _hits(self, tree: Tree, frame: Frame) -> bool:
        """Whether the verb above a noun tells whom the happening hit."""
        light = frame.light
        return light is not None and tree.tokens[light].lemma in self.words.grammar["hitting_verbs"]

    def _is_disclaimed(self, tree: Tree, frame: Frame) -> bool:
        """Whether somebody does not claim a deed, which leaves its doer open: "did not claim the attack"."""
        light = frame.light
        if light is None or tree.tokens[light].lemma != "claim":
            return False
        return is_negated(tree, [tree.tokens[k] for k in tree.children[light]], self.words.grammar)

    def _event(self, tree: Tree, rule: Rule, frame: Frame, resolver: Resolver, *, noun: bool) -> Draft | None:
        """The draft of a rule on a frame, or None when a part that the rule needs is not there."""
        if is_figurative(tree, frame, rule, self.words.grammar, noun=noun) or is_generic(tree, frame.trigger):
            return None
        roles = _roles(rule, noun=noun)
        parts = Participants(tree, frame, rule, resolver, self.civilians)
        aimed_at = parts.aimed_at()
        foes = {a.entity.id for a in aimed_at}  # "an operation to retake Raqqa from ISIS"
        agents = [a for a in parts.agents(roles["agents"]) if a.entity.id not in foes]
        if self._is_disclaimed(tree, frame):
            agents = []
        if not (noun or agents) and "agents" in rule.needs and rule.type not in TOLD_BY_TYPE:
            return None  # before anything else is looked for
        if rule.type == "Talks" and any(_is_media(a, resolver) for a in agents):
            return None  # "witnesses who spoke to Reuters"
        if rule.type == "Withdrawal" and not noun and parts.leaves_body():
            return None
        targets, hit = parts.undergone(roles["targets"], agents)
        if noun and rule.type == "Protest" and self._hits(tree, frame):
            targets = []  # "the protests left four people dead"
        if noun:
            fighters = self.words.grammar["vague_fighters"]
            agents, targets = sides_and_harmed(tree, frame, rule.type, agents, targets, resolver, fighters)
        place = event_place(tree, frame, rule, resolver, hit=hit, fillers=roles.get("place", ()), noun=noun)
        if place is not None and (_is_aim(tree, frame, place, targets) or _is_driven(rule, place, agents)):
            place = None
        trigger = tree.tokens[frame.trigger]
        # What a verb governs is looked for where its class matters.
        governs = not noun and (rule.undergoer is not None or rule.type == "Advance")
        governed = frame.roles.get("undergoer", ()) if governs else ()
        draft = Draft(
            rule.id,
            frame,
            (tree.tokens[min(frame.cue)].start, tree.tokens[max(frame.cue)].end),
            type=finer_type(tree, frame, rule, self.words.grammar),
            agents=_unique(agents),
            targets=_unique([*targets, *aimed_at]),
            place=place,
            weapon=weapon_of(tree, frame, self.words),
            aims=not noun and trigger.tag == "VBG" and trigger.lemma in self.words.grammar["hitting_verbs"],
            at_undergoer=any(
                a.entity.type in PLACES for t in governed for a in resolver.arguments(t, "place")
            ),
            met=any(resolver.arguments(t, "actor") for t in governed),
            participle_of=trigger.head if trigger.tag == "VBG" and trigger.dep == "advcl" else None,
            light_lemma=None if frame.light is None else tree.tokens[frame.light].lemma,
        )
        _complete(tree, draft, resolver, noun=noun)
        return draft if self.checks.is_complete(tree, draft, rule, noun) else None


def _roles(rule: Rule, *, noun: bool) -> Mapping[str, Sequence[str]]:
    """Which parts of a frame fill which parts of the event; most rules say nothing of their own."""
    usual, own = (NOUN_ROLES, rule.noun_roles) if noun else (VERB_ROLES, rule.verb_roles)
    return {**usual, **own} if own else usual


def _is_done_by(draft: Draft, told: Set[int]) -> bool:
    """Whether a happening that was told does what a verb of striking tells: "was struck by an air strike"."""
    doers = draft.frame.roles.get("doer", ())
    return draft.type in STRIKING and bool(doers) and told >= set(doers)


def _complete(tree: Tree, draft: Draft, resolver: Resolver, *, noun: bool) -> None:
    """Add to a draft what its type alone tells: who claims a deed, who bans, who is brought out."""
    if noun and (claimed := claimant(tree, draft.frame.trigger, resolver)) is not None:
        draft.agents, draft.speaker = draft.agents or (claimed,), claimed
    if not noun and (_saves(tree, draft) or breaks_jail(tree, draft, resolver)):
        draft.type = "Rescue"
    draft.bare = noun and is_bare(tree, draft)  # a date may still make it worth telling
    if draft.type == "Sanction" and not noun and not draft.agents:
        draft.agents = banned_by(tree, draft)
    if draft.type == "Evacuation" and not noun and not (draft.frame.roles.get("direct") or draft.targets):
        draft.agents, draft.targets = (), draft.agents  # "Israelis had to evacuate"


def _saves(tree: Tree, draft: Draft) -> bool:
    """Whether soldiers free the captives of others, which is no concession: "troops freed the hostages"."""
    trigger = draft.frame.trigger
    if draft.type != "Concession" or tree.tokens[trigger].lemma != "free" or not draft.agents:
        return False
    held = {tree.tokens[k].lemma for k in draft.frame.roles.get("direct", ())}
    return bool(held & {"hostage", "captive"}) and all(a.entity.type == "ArmedForces" for a in draft.agents)


def _is_aim(tree: Tree, frame: Frame, place: Argument, targets: Sequence[Argument]) -> bool:
    """Whether a state is whom something is against, and not where: "attacks against the United States"."""
    against = any(tree.case(k)[:1] == ("against",) for k in frame.roles.get("against", ()))
    is_state = against and place.entity.type == "State"
    return is_state and any(a.entity.id == place.entity.id for a in targets)


def _is_driven(rule: Rule, place: Argument, agents: Sequence[Argument]) -> bool:
    """Whether a place is who leaves: "Iraq was driven out of Kuwait", "Iraq was driven out"."""
    return rule.type == "Withdrawal" and any(a.entity.id == place.entity.id for a in agents)


def _is_media(argument: Argument, resolver: Resolver) -> bool:
    """Whether somebody is a newspaper, a broadcaster or a news agency."""
    entry = resolver.known.lexicon.entries.get(argument.entity.id)
    return entry is not None and entry.media


def _let_meet(draft: Draft, resolver: Resolver) -> None:
    """Who met in a sentence is meant by "the two leaders" later in it."""
    if draft.type == "Talks" and len(draft.agents) > 1:
        resolver.memory.talkers = draft.agents


# Of these a noun of war before them tells the sort: "assault ship", "attack helicopter".
CRAFT = frozenset(
    ("ship", "helicopter", "rifle", "craft", "vessel", "aircraft", "submarine", "boat", "plane")
)


def _is_modifier(tree: Tree, i: int) -> bool:
    """Whether the noun only qualifies another: "ceasefire plan", "attack helicopter", "operations chief X"."""
    token = tree.tokens[i]
    if i + 1 < len(tree.tokens) and (name := tree.name(i + 1)) is not None and name.title is not None:
        is_post = name.title.head in POSTS and tree.tokens[i + 1].text[:1].islower()
        if is_post and not tree.kids(i, "det", "nmod:poss"):
            return True
    if i + 1 < len(tree.tokens) and tree.tokens[i + 1].lemma in CRAFT:
        return True  # "the assault ship Ocean", wherever the parser hung it
    return (
        token.dep in ("compound", "amod")
        and token.head > i
        and tree.tokens[token.head].pos in ("NOUN", "PROPN")
        and tree.name(token.head) is None
    )


def _is_exchanged(tree: Tree, i: int) -> bool:
    """ "Exchanged artillery fire": a clash, "suspended hostilities": none, as the verb tells."""
    token = tree.tokens[i]
    if token.dep not in ("obj", "nsubj:pass"):
        return False
    verb = tree.tokens[token.head].lemma
    if token.lemma in ("fire", "gunfire"):
        return verb in ("exchange", "trade")
    return token.lower in ("hostilities", "fighting") and verb in CEASING


def _qualifies(tree: Tree, i: int) -> bool:
    """Whether a participle only qualifies those behind it: "three attacking fighters"."""
    if tree.tokens[i].tag != "VBG" or i == 0 or i + 1 == len(tree.tokens):
        return False
    return tree.tokens[i - 1].tag == "CD" and tree.tokens[i + 1].pos in ("NOUN", "PROPN")


def _is_of(tree: Tree, i: int) -> bool:
    """ "Days of fighting": a noun, though the parser sees a clause."""
    return tree.tokens[i].dep == "acl" and any(tree.tokens[k].lower == "of" for k in tree.kids(i, "mark"))


def _comes_under(tree: Tree, frame: Frame) -> bool:
    """Whether a place comes under siege or control just now: "fell under", not "is under"."""
    if "patient" not in frame.roles or frame.clause is None:
        return False
    return tree.tokens[frame.clause].lemma in ("fall", "come", "bring")


def plurals(words: WordLists, plain: bool) -> frozenset[str]:
    """The plurals of nouns for people: those who act for states ("leaders") if `plain`, else all others."""
    return frozenset(
        plural(n).split()[-1]
        for n, noun in words.nouns.items()
        if noun.kind == "people" and noun.plain == plain and n not in words.grammar["single_members"]
    )


def _unique(arguments: Sequence[Argument]) -> tuple[Argument, ...]:
    if len(arguments) < 2:
        return tuple(arguments)
    return tuple({a.entity.id: a for a in reversed(arguments)}.values())[::-1]
