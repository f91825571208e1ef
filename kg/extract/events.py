"""Happenings: verbs and nouns that name them, with agents, targets, place and weapon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.extract.circumstance import fronted_place, place_of
from kg.extract.compounds import compound
from kg.extract.drafts import Draft
from kg.extract.frames import Frame, Framer, verbs
from kg.extract.resolve import ACTORS, PLACES, Resolver, plural
from kg.extract.syntax import Tree
from kg.records import Argument
from kg.rules.claims import Rule, RuleSet
from kg.rules.words import WordLists

MILITARY = ("ArmedGroup", "ArmedForces", "Collective", "State", "Government", "Organisation")
PEOPLE = ("Collective", "Population", "Person")
TARGETS = {"person": ("Person", "Collective", "Population"), "people": PEOPLE, None: ACTORS}
TALKING = ("Person", "State", "Government", "Organisation", "ArmedGroup", "ArmedForces", "Collective")
AGENTS = {"talking": TALKING, "military": MILITARY, "actor": ACTORS, None: ACTORS}
FIGHTS = (
    "ArmedClash",
    "Offensive",
    "Advance",
    "Attack",
    "Airstrike",
    "Shelling",
    "Bombing",
    "ChemicalAttack",
    "Siege",
    "Capture",
    "Withdrawal",
    "Deployment",
)
VERB_ROLES = {"agents": ("doer",), "targets": ("undergoer",)}
NOUN_ROLES = {"agents": ("doer", "by", "poss", "mod", "from"), "targets": ("on", "against", "of")}


@dataclass(frozen=True, slots=True)
class EventReader:
    """Finds the events of a sentence."""

    rules: RuleSet
    words: WordLists
    framer: Framer
    civilians: frozenset[str]
    diplomats: frozenset[str]

    def read(self, tree: Tree, resolver: Resolver) -> Iterator[Draft]:
        """The drafts of all events the sentence states, those that belong together with shared participants."""
        return iter(linked(list(self._drafts(tree, resolver))))

    def _drafts(self, tree: Tree, resolver: Resolver) -> Iterator[Draft]:
        carried: set[int] = set()
        used: set[int] = set()
        for token in tree.tokens:
            if token.i in used or token.name is not None and not self._operation(tree, token.i):
                continue
            for draft in self._noun(tree, token.i, resolver):
                used.update(draft.frame.cue)
                if draft.frame.light is not None:
                    carried.add(draft.frame.light)
                yield draft
        for i in verbs(tree):
            if i not in carried and i not in used:
                yield from self._verb(tree, i, resolver)

    def _operation(self, tree: Tree, i: int) -> bool:
        name = tree.name(i)
        return name is not None and name.kind == "Operation"

    # Nouns

    def _noun(self, tree: Tree, i: int, resolver: Resolver) -> Iterator[Draft]:
        token = tree.tokens[i]
        if self._operation(tree, i):
            rule = next((r for r in self.rules.rules if r.id == "offensive"), None)
            if rule is not None:
                yield from self._event(
                    tree,
                    rule,
                    self.framer.noun(tree, i, i),
                    NOUN_ROLES | dict(rule.noun_roles),
                    resolver,
                    True,
                )
            return
        if token.pos not in ("NOUN", "PROPN") and not (
            token.tag == "VBG" and token.dep in ("nsubj", "obj", "obl", "nmod", "nsubj:pass")
        ):
            return
        forms = {token.lemma, token.lower}
        entries = [e for form in sorted(forms) for e in self.rules.nouns.get(form, ()) if e[1].type]
        entries.sort(key=lambda e: -len(e[0]))
        for phrase, rule in entries:
            if tree.ends_phrase(i, phrase) and not self._is_modifier(tree, i):
                frame = self.framer.noun(tree, i, i - len(phrase) + 1)
                if rule.under and (
                    "patient" not in frame.roles or frame.light is None and frame.clause is None
                ):
                    continue
                if rule.under and (
                    frame.clause is None or tree.tokens[frame.clause].lemma not in ("fall", "come", "bring")
                ):
                    continue
                yield from self._event(tree, rule, frame, NOUN_ROLES | dict(rule.noun_roles), resolver, True)
                return

    def _is_modifier(self, tree: Tree, i: int) -> bool:
        """Whether the noun only qualifies another: "ceasefire plan", "attack helicopter"."""
        token = tree.tokens[i]
        return (
            token.dep in ("compound", "amod")
            and token.head > i
            and tree.tokens[token.head].pos in ("NOUN", "PROPN")
            and tree.name(token.head) is None
        )

    # Verbs

    def _verb(self, tree: Tree, i: int, resolver: Resolver) -> Iterator[Draft]:
        token = tree.tokens[i]
        if token.dep == "amod" or token.pos != "VERB":
            return
        best: tuple[int, Frame, Rule] | None = None
        for pattern, rule in self.rules.verbs.get(token.lemma, ()):
            if not rule.type:
                continue
            frame = self.framer.verb(tree, i, pattern)
            if frame is None:
                continue
            size = len(pattern.rest) * 2 + (pattern.preposition is not None)
            if best is None or size > best[0]:
                drafts = list(
                    self._event(tree, rule, frame, VERB_ROLES | dict(rule.verb_roles), resolver, False)
                )
                if drafts:
                    best = (size, frame, rule)
                    kept = drafts
        if best is not None:
            yield from kept

    # Participants

    def _event(
        self,
        tree: Tree,
        rule: Rule,
        frame: Frame,
        roles: Mapping[str, Sequence[str]],
        resolver: Resolver,
        noun: bool,
    ) -> Iterator[Draft]:
        agents = self._slot(tree, frame, roles["agents"], AGENTS[rule.agents], resolver, rule)
        target_types = TARGETS[rule.targets] if rule.targets in TARGETS else ACTORS
        place: Argument | None = None
        targets: list[Argument] = []
        if rule.undergoer in ("place", "place-only"):
            for token in frame.roles.get("undergoer", ()):
                targets += self._held_by(tree, token, resolver)
        for filler in roles["targets"]:
            for token in frame.roles.get(filler, ()):
                targets += self._held_by(tree, token, resolver)
                found = resolver.arguments(
                    token,
                    "place"
                    if rule.state_is_place or rule.undergoer in ("place", "place-only")
                    else "actor"
                    if rule.placeless
                    else "any",
                )
                for argument in found:
                    kind = argument.entity.type
                    if kind in ("Place", "Facility") or (
                        kind == "State" and rule.state_is_place and filler not in ("with",)
                    ):
                        place = place or argument
                    elif kind in target_types and argument.entity.id not in {a.entity.id for a in agents}:
                        targets.append(argument)
                if rule.type in FIGHTS and not any(
                    a.entity.type in MILITARY and a.entity.type != "State" for a in found
                ):
                    targets += [
                        a
                        for a in resolver.qualifiers(token)
                        if a.entity.type in ("ArmedGroup", "ArmedForces", "Collective")
                    ]
        if place is None:
            place = place_of(tree, frame, resolver, roles.get("place", ()), nearby=not rule.placeless)
        if (
            place is not None
            and place.entity.type == "Facility"
            and "-" in place.entity.id
            and " in " not in place.entity.label
        ):
            place = fronted_place(tree, frame, resolver) or place  # "Near Sinjar, strikes destroyed a bridge"
        if place is None and (purpose := self._purpose(frame, resolver)) is not None:
            place = purpose
        if place is None and noun:
            place = self._place_before(tree, frame, resolver)
        if rule.type in FIGHTS:
            for k in frame.roles.get("purpose", ()):
                targets += self._held_by(tree, k, resolver)
            targets += [
                a
                for k in frame.roles.get("purpose", ())
                for a in resolver.arguments(k, "actor")
                if a.entity.type in ("ArmedGroup", "ArmedForces", "Collective")
            ]
        at = {
            a.entity.id
            for t in frame.roles.get("undergoer", ())
            for a in resolver.arguments(t, "place")
            if a.entity.type in PLACES
        }
        draft = Draft(
            rule.id, frame, self._cue(tree, frame), type=rule.type, agents=_unique(agents), targets=_unique(targets),
            place=place, weapon=self._weapon(tree, frame), source=rule,
            aims=not noun and tree.tokens[frame.trigger].tag == "VBG" and tree.tokens[frame.trigger].lemma in self.words.grammar["hitting_verbs"],
            at_undergoer=bool(at),
            met=any(resolver.arguments(t, "actor") for t in frame.roles.get("undergoer", ())),
            light_lemma=None if frame.light is None else tree.tokens[frame.light].lemma,
        )  # fmt: skip
        if self._complete(tree, draft, rule, noun):
            yield draft

    def _slot(
        self,
        tree: Tree,
        frame: Frame,
        fillers: Sequence[str],
        types: Sequence[str],
        resolver: Resolver,
        rule: Rule,
    ) -> list[Argument]:
        found: list[Argument] = []
        for filler in fillers:
            for token in frame.roles.get(filler, ()):
                if filler == "mod" and not self._acts(tree, token, resolver):
                    continue
                if (
                    self._is_place(filler, rule)
                    and (there := resolver.argument(token, "any"))
                    and there.entity.type in PLACES
                ):
                    continue
                found += [
                    a for a in resolver.arguments(token, "actor")
                    if a.entity.type in types and not (types is MILITARY and self._civil(a)) and not (a.entity.type == "State" and self._is_place(filler, rule))
                ]  # fmt: skip
        return found

    def _is_place(self, filler: str, rule: Rule) -> bool:
        """Whether a state in this part is where, not who: "an attack from Yemen", "visited Saudi Arabia"."""
        return filler == "from" or (filler == "undergoer" and rule.undergoer == "place-or-party")

    def _held_by(self, tree: Tree, token: int, resolver: Resolver) -> list[Argument]:
        """From whom land is taken or who is hit there: "liberated ISIL-held terrain", "strikes on rebel-controlled towns"."""
        found = []
        for k in {d for c in tree.conjuncts(token) for d in tree.subtree(c)}:
            made = compound(tree.tokens[k])
            if tree.tokens[k].lemma in (
                "stronghold",
                "bastion",
                "territory",
                "capital",
                "enclave",
            ):  # "the rebels' last stronghold"
                found += [
                    a
                    for p in tree.kids(k, "nmod:poss")
                    for a in resolver.arguments(p, "actor")
                    if a.entity.type in ("ArmedGroup", "Collective")
                ]
            if made is not None and made.kind == "participle" and made.lemma in ("hold", "control", "occupy"):
                holder = resolver.part(made.first, made.start)
                if holder is not None:
                    found.append(holder)
        return found

    def _civil(self, argument: Argument) -> bool:
        """Whether a Collective is of civilians, who neither advance nor withdraw."""
        last = argument.entity.label.split()[-1].lower()
        return argument.entity.type == "Collective" and last in self.civilians

    def _acts(self, tree: Tree, token: int, resolver: Resolver) -> bool:
        """Whether a modifier names who acts: "Russian strikes", "ISIL attack", "rebel offensive", not "Syria talks"."""
        name = tree.name(token)
        if name is None:
            return tree.tokens[token].pos in ("NOUN", "ADJ", "PROPN")
        argument = resolver.argument(token, "actor")
        if argument is None:
            return False
        if argument.entity.type == "State":
            return bool(name.senses) and (
                name.senses[0][1] == "demonym" or name.text.isupper() or "." in name.text
            )
        return argument.entity.type != "Place"

    def _purpose(self, frame: Frame, resolver: Resolver) -> Argument | None:
        for token in frame.roles.get("purpose", ()):
            for argument in resolver.arguments(token, "place"):
                if argument.entity.type in PLACES:
                    return argument
        return None

    def _place_before(self, tree: Tree, frame: Frame, resolver: Resolver) -> Argument | None:
        """A place named before the noun: "the Mosul operation"."""
        for filler in ("mod", "poss"):
            for token in frame.roles.get(filler, ()):
                name = tree.name(token)
                if name is None or (name.senses and name.senses[0][1] == "demonym"):
                    continue
                argument = resolver.argument(token, "place")
                if argument is not None and argument.entity.type in ("Place", "Facility"):
                    return argument
        return None

    def _weapon(self, tree: Tree, frame: Frame) -> str | None:
        weapons = self.words.grammar["weapons"]
        near = [
            *frame.cue,
            *tree.kids(frame.trigger, "compound", "amod", "nmod"),
            *frame.roles.get("with", ()),
            *frame.roles.get("by", ()),
        ]
        for k in sorted(set(near)):
            token = tree.tokens[k]
            lemma: str = token.lemma
            if token.pos not in ("NOUN", "PROPN"):
                continue
            if k > 0 and f"{tree.tokens[k - 1].lower} {token.lemma}" in weapons:
                return f"{tree.tokens[k - 1].lower} {token.lemma}"
            if lemma in weapons and k != frame.trigger:
                return lemma
        return None

    def _cue(self, tree: Tree, frame: Frame) -> tuple[int, int]:
        return tree.tokens[min(frame.cue)].start, tree.tokens[max(frame.cue)].end

    def _complete(self, tree: Tree, draft: Draft, rule: Rule, noun: bool) -> bool:
        """Whether the parts that the rule needs are there, and the undergoer is of the class it wants."""
        if rule.agents == "talking" and draft.agents and not any(self._talks(a) for a in draft.agents):
            return False  # "fighters gathered" is no meeting
        if not noun and not (draft.agents or draft.targets or draft.place):
            return False
        if rule.complement and not noun and not self._has_complement(tree, draft):
            return False
        if rule.intransitive and not noun and self._has_thing(tree, draft):
            return False
        for need in rule.needs:
            if need == "object":
                if not noun and not draft.frame.roles.get("undergoer"):
                    return False
                continue
            if need == "any" and not (draft.agents or draft.targets or draft.place):
                return False
            if (
                need == "place"
                and not draft.place
                and draft.agents
                and self._is_land(tree, draft.frame.roles.get("undergoer", ()))
            ):
                continue
            if need in ("agents", "targets", "place") and not getattr(draft, need):
                return False
        return self._told(tree, draft) if noun else self._undergoer(tree, draft, rule)

    def _told(self, tree: Tree, draft: Draft) -> bool:
        """Whether a noun tells of a happening at all.

        With nobody and nowhere in it, "the clashes" or "fighting" only refers back; "an air strike" and "Operation
        Matador" still tell something.
        """
        if draft.agents or draft.targets or draft.place or draft.weapon:
            return True
        i = draft.frame.trigger
        if self._operation(tree, i) or any(tree.tokens[k].lower in ("a", "an") for k in tree.kids(i, "det")):
            return True
        draft.bare = True  # a date may still make it worth telling
        return True

    def _talks(self, argument: Argument) -> bool:
        """Whether somebody negotiates: a person, state or organisation, or a Collective such as "world leaders"."""
        if argument.entity.type != "Collective":
            return True
        return argument.entity.label.split()[-1].lower() in self.diplomats

    def _has_complement(self, tree: Tree, draft: Draft) -> bool:
        """Whether the verb says what is asked for: "asked the UN to act", not "asked a question"."""
        verb = draft.frame.trigger
        return bool(tree.kids(verb, "xcomp", "ccomp", "advcl"))

    def _has_thing(self, tree: Tree, draft: Draft) -> bool:
        """Whether the verb has an object that is neither place nor people: "pulled out the dead", "withdrew his plan"."""
        direct = draft.frame.roles.get("direct", ())
        if not direct or tree.is_passive(draft.frame.trigger):
            return False
        nouns = (self.words.nouns.get(tree.tokens[k].lemma) for k in direct)
        return not any(tree.name(k) is not None for k in direct) and not any(
            n is not None and n.kind in ("place", "facility", "forces") for n in nouns
        )

    def _is_land(self, tree: Tree, tokens: Sequence[int]) -> bool:
        """Whether what is taken is land, though it has no name: "dozens of villages", "a third of the country"."""
        for token in tokens:
            for k in (token, *tree.kids(token, "nmod", "conj")):
                noun = self.words.nouns.get(tree.tokens[k].lemma)
                if noun is not None and noun.kind in ("place", "facility"):
                    return True
        return False

    def _undergoer(self, tree: Tree, draft: Draft, rule: Rule) -> bool:
        tokens = draft.frame.roles.get("undergoer", ())
        if rule.undergoer == "place":
            return self._is_land(tree, tokens) or draft.at_undergoer
        if rule.undergoer == "place-only":
            return (
                bool(tokens)
                and draft.place is not None
                and any(
                    tree.tokens[t].start <= draft.place.start <= tree.tokens[t].end
                    or draft.place.start <= tree.tokens[t].start <= draft.place.end
                    or tree.tokens[t].i in tree.subtree(t)
                    and draft.place.start >= tree.tokens[min(tree.subtree(t))].start
                    and draft.place.end <= tree.tokens[max(tree.subtree(t))].end
                    for t in tokens
                )
            )
        if rule.undergoer == "party":  # "met the demand" is no meeting
            return not tokens or draft.met
        if rule.undergoer == "forces":
            words = self.words.nouns
            return any(
                (noun := words.get(tree.tokens[k].lemma)) is not None
                and noun.kind in ("forces", "vehicle", "fighters")
                or tree.tokens[k].lemma in self.words.grammar["weapons"]
                for t in tokens
                for k in tree.conjuncts(t)
            ) or (not tokens and draft.place is not None)
        return True


def plurals(words: WordLists, plain: bool) -> frozenset[str]:
    """The plurals of nouns for people: those who act for states ("leaders") if `plain`, else all others."""
    return frozenset(
        plural(n).split()[-1]
        for n, noun in words.nouns.items()
        if noun.kind == "people" and noun.plain == plain
    )


def linked(drafts: list[Draft]) -> list[Draft]:
    """Let drafts that tell of one happening share what they know.

    "Killed X in an airstrike", "launched an offensive with airstrikes", "blamed Iran for the attack", "claimed
    responsibility for the bombing".
    """
    for noun in drafts:
        if noun.light_lemma == "claim" and noun.agents:
            noun.speaker = noun.agents[0]  # who claims an attack says so himself
    drafts = _one_meeting(_named_operations(_aimed(drafts)))
    told: set[int] = set()
    for verb in drafts:
        for noun in drafts:
            if noun is verb or noun.frame.trigger == verb.frame.trigger:
                continue
            if _within(noun, verb) and verb.type in FIGHTS + ("Killing",) and noun.type in FIGHTS:
                _share(verb, noun)
                if verb.type == "Killing" and not any(a.entity.type == "Person" for a in verb.targets):
                    told.add(id(verb))  # "civilians were killed in the strike" is told by the strike
            if verb.type == "Accusation" and noun.type in FIGHTS + ("Killing",):
                _accuse(verb, noun)
    return [d for d in drafts if id(d) not in told]


def _within(noun: Draft, verb: Draft) -> bool:
    return any(noun.frame.trigger in verb.frame.roles.get(p, ()) for p in ("in", "during", "with", "by"))


def _share(verb: Draft, noun: Draft) -> None:
    """One happening told by a verb and a noun: each lends the other what it lacks."""
    noun.agents = noun.agents or verb.agents
    verb.agents = verb.agents or noun.agents
    if verb.type == "Killing":
        noun.targets = noun.targets or verb.targets
    if noun.frame.clause is None:
        noun.frame.clause = verb.frame.clause
    verb.place = verb.place or noun.place
    noun.place = noun.place or verb.place


def _accuse(verb: Draft, noun: Draft) -> None:
    """Who is blamed for a happening is its agent, as the accuser says."""
    roles = verb.frame.roles
    parts = [*roles.get("for", ()), *roles.get("of", ()), *roles.get("direct", ())]
    if noun.frame.trigger in parts and not noun.agents and verb.agents:
        hit = {t.entity.id for t in noun.targets}
        noun.agents = tuple(a for a in verb.targets if a.entity.id not in hit)
        noun.speaker = verb.agents[0]


def _one_meeting(drafts: list[Draft]) -> list[Draft]:
    """ "Met in Cairo to discuss the truce": what is discussed at a meeting is no second meeting."""
    others = [{a.entity.id for a in d.agents} for d in drafts if d.type == "Talks" and d.rule != "discuss"]
    return [
        d
        for d in drafts
        if d.rule != "discuss" or not any(known & {a.entity.id for a in d.agents} for known in others)
    ]


def _named_operations(drafts: list[Draft]) -> list[Draft]:
    """ "Operation X was a military operation": one happening, told by the predicate."""
    subjects = {k for d in drafts for k in d.frame.roles.get("called", ())}
    return [d for d in drafts if d.frame.trigger not in subjects or d.agents or d.targets]


def _aimed(drafts: list[Draft]) -> list[Draft]:
    """ "… airstrikes since 2016, targeting areas in Aleppo": the participle tells where the strikes fell."""
    kept = list(drafts)
    for verb in drafts:
        if not verb.aims or verb.agents:
            continue
        strikes = [
            d
            for d in drafts
            if d.type in ("Airstrike", "Shelling", "Attack", "Bombing")
            and d is not verb
            and not d.aims
            and d.cue < verb.cue
        ]
        if strikes:
            strikes[-1].place = verb.place if verb.place is not None else strikes[-1].place
            strikes[-1].targets = strikes[-1].targets or verb.targets
            kept.remove(verb)
    return kept


def _unique(arguments: Sequence[Argument]) -> tuple[Argument, ...]:
    return tuple({a.entity.id: a for a in reversed(arguments)}.values())[::-1]
