"""Whether a happening is told at all: the parts a rule needs, and an undergoer of the kind it wants."""

from __future__ import annotations

from kg.english.lemma import lemma
from kg.extract.drafts import Draft
from kg.extract.events.backdrop import STATES, hits_something, is_backdrop, is_standing
from kg.extract.events.blame import is_laid
from kg.extract.events.kinds import Kinds
from kg.extract.events.places import consists_of
from kg.extract.events.senses import TALKING
from kg.extract.events.wording import asks, fits, is_task
from kg.extract.grammar.frame import Frame
from kg.extract.grammar.objects import is_infinitive
from kg.extract.grammar.tree import Tree
from kg.extract.references.entities import noun_of
from kg.frozen import dataclass
from kg.records import Argument
from kg.rules.claims import Rule
from kg.rules.words import WordLists

CONTESTS = frozenset(
    ("race", "election", "contest", "competition", "tournament", "ballot", "vote", "exercise", "drill")
)
DESTROYING = ("destroy", "eliminate", "eradicate", "annihilate", "obliterate")
VOWING = ("vow", "swear", "promise", "pledge")
POSTS = ("post", "position", "seat", "portfolio")
MILITARY_KINDS = ("ArmedForces", "ArmedGroup", "State", "Government", "Collective")


@dataclass(frozen=True, slots=True)
class EventChecks:
    """Judges drafts of events. `diplomats` are plurals of those who act for states ("leaders")."""

    words: WordLists
    diplomats: frozenset[str]

    def has_form(self, tree: Tree, frame: Frame, rule: Rule) -> bool:
        """Whether a verb stands in the form that the rule asks for.

        Asked before anybody is looked for: many rules of a common verb end here.
        """
        if rule.intransitive and self._has_thing(tree, frame):
            return False
        if rule.doer and not Kinds(self.words).may_do(tree, frame, rule.doer):
            return False
        return fits(tree, frame, rule, self.words.grammar)

    def is_complete(self, tree: Tree, draft: Draft, rule: Rule, noun: bool) -> bool:
        """Whether the parts that the rule needs are there, and the undergoer is of the class it wants."""
        if (
            self._is_out_of_kind(draft, rule)
            or rule.type == "Siege"
            and not noun
            and is_standing(tree, draft)
        ):
            return False
        is_strike = noun and tree.tokens[draft.frame.trigger].lemma == "strike"
        if is_strike and self._is_at_work(tree, draft):
            return False  # "a strike by teachers"
        if noun and rule.type == "ArmedClash" and is_backdrop(tree, draft):
            return False
        if noun and rule.type == "Offensive" and self._is_business(tree, draft):
            return False
        if noun:
            if rule.complement and not asks(tree, draft):
                return False
            return all(self._has(tree, draft, need) for need in rule.needs if need != "object")
        if not (draft.agents or draft.targets or draft.place):
            return False
        if _is_war_aim(tree, draft) or not self._is_of_type(tree, draft, rule):
            return False
        draft.holds = rule.negated or _is_done_by_saying(tree, draft, rule)
        kinds = Kinds(self.words)
        if rule.doer and not kinds.is_doer(tree, draft, rule.doer):
            return False
        needs = all(self._has(tree, draft, need) for need in rule.needs)
        return needs and kinds.is_wanted(tree, draft, rule)

    def _is_out_of_kind(self, draft: Draft, rule: Rule) -> bool:
        """Whether those who take part never do what the rule means."""
        agents = draft.agents
        match rule.type:
            case "ArmedClash":  # "the ministers clashed over the budget"
                return bool(agents) and all(self._is_civil(a) for a in agents)
            case "Aid":  # "has shipped fuel to the country": who, and to which?
                return not (draft.agents or draft.place)
            case "Capture" if draft.place is not None and draft.place.entity.type == "Place":
                return bool(agents) and all(self._protests(a) for a in agents)  # "occupied streets of Suez"
            case "Withdrawal" | "Advance":  # "let wounded Palestinians leave", "Syrians reached Turkey"
                return bool(agents) and all(_is_nation(a) for a in agents)
            case "Displacement":  # "the president fled"
                return bool(draft.targets) and all(a.entity.type == "Person" for a in draft.targets)
            case "Protest":  # "Russia protested to Poland"
                return bool(agents) and all(a.entity.type in STATES for a in agents)
        # "fighters gathered" is no meeting
        return rule.agents == "talking" and bool(agents) and not any(self._talks(a) for a in agents)

    def _protests(self, argument: Argument) -> bool:
        """Whether a crowd is one of protesters, who take streets and no towns."""
        if argument.entity.type != "Collective":
            return False
        return lemma(noun_of(argument.entity.label), "NNS", "NOUN") in self.words.grammar["protesters"]

    def _is_business(self, tree: Tree, draft: Draft) -> bool:
        """Whether somebody who is no known force runs or suspends its "operations"."""
        trigger = tree.tokens[draft.frame.trigger]
        if trigger.lower != "operations" or any(a.entity.type in MILITARY_KINDS for a in draft.agents):
            return False
        verb = tree.tokens[trigger.head]
        before = {tree.tokens[k].lemma for k in tree.kids(trigger.i, "amod", "compound")}
        return (
            trigger.dep in ("obj", "nsubj:pass")
            and verb.lemma in self.words.grammar["business_verbs"]
            and not before & {"military", "combat", "security", "ground", "air", "counterterrorism"}
        )

    def _is_of_type(self, tree: Tree, draft: Draft, rule: Rule) -> bool:
        """What some types of happening ask of their verbs beyond what their rules say."""
        verb = tree.tokens[draft.frame.trigger].lemma
        match rule.type:
            case "Threat" if verb == "warn" and not draft.targets:
                return self._threatens(tree, draft)
            case "Threat" if verb == "threaten":
                return bool(draft.targets) or not self._endangers(tree, draft)
            case "Threat" if verb in VOWING:
                return self._vows_harm(tree, draft)
            case "Appeal" if verb == "like":  # "would like a truce", not "liked the truce"
                auxiliaries = tree.kids(draft.frame.trigger, "aux")
                return any(tree.tokens[k].lower in ("would", "'d", "’d") for k in auxiliaries)
            case "Withdrawal" if self._is_deal(tree, draft):
                return False  # "withdrew from the treaty"
            case "Withdrawal" if verb == "leave" and _stays(tree, draft.frame.trigger):
                return False  # "mines left behind by the army"
            case "Withdrawal" if verb in ("expel", "oust"):  # "was expelled from the alliance"
                return draft.place is not None
            case "Capture" | "Withdrawal" | "Deployment" | "Rescue" | "Evacuation" if is_task(
                tree, draft.frame.trigger
            ) or self._is_office(tree, draft):
                return False
            case "Arrest" if verb == "hold":  # "are held by", not "hostages held by"
                trigger = draft.frame.trigger
                held = [tree.tokens[k].lemma for k in draft.frame.roles.get("direct", ())]
                of_others = "hostage" in held or "captive" in held
                return tree.is_passive(trigger) and bool(tree.kids(trigger, "aux:pass")) and not of_others
            case "Advance" if verb == "push" and tree.is_passive(draft.frame.trigger):
                return False  # "were pushed back into the city"
            case "Advance":
                return self._is_way(tree, draft)
        return True

    def _is_office(self, tree: Tree, draft: Draft) -> bool:
        """Whether what is taken is an office, no outpost: "secured the posts of foreign minister and premier"."""
        for k in draft.frame.roles.get("undergoer", ()):
            if tree.name(k) is None and tree.tokens[k].lemma in POSTS:
                held = [tree.tokens[n] for n in tree.kids(k, "nmod", "compound")]
                kinds = (self.words.offices.kind(t.text.split()[-1].lower()) for t in held)
                if any(kind in ("offices", "leads") for kind in kinds):  # not "rebel positions"
                    return True
        return False

    def _took_place(self, tree: Tree, draft: Draft) -> bool:
        """Whether a noun is said to have begun, ended or happened, so that a date makes it worth telling."""
        trigger = tree.tokens[draft.frame.trigger]
        verb = tree.tokens[trigger.head]
        if not draft.bare or trigger.dep not in ("nsubj", "nsubj:pass") or trigger.pos != "NOUN":
            return False
        if verb.lemma == "follow":
            return False  # the date may be of what it followed
        return verb.lemma in self.words.grammar["happening_verbs"] or verb.lemma in ("come", "lift", "end")

    def _is_deal(self, tree: Tree, draft: Draft) -> bool:
        """Whether what is left are talks, a deal or a contest, no land."""
        left = (self.words.grammar["agreements"], TALKING, CONTESTS)
        roles = draft.frame.roles
        tokens = [k for part in ("undergoer", "from", "out") for k in roles.get(part, ())]
        nouns = [tree.tokens[k].lemma for k in tokens if tree.name(k) is None]
        return any(noun in words for noun in nouns for words in left)

    def _has(self, tree: Tree, draft: Draft, need: str) -> bool:
        """Whether one part is there. Land without a name will do for a place where somebody takes it."""
        undergoer = draft.frame.roles.get("undergoer", ())
        match need:
            case "object":
                return bool(undergoer)
            case "any":
                told = bool(draft.agents or draft.targets or draft.place)
                armed = draft.weapon is not None and bool(consists_of(tree, draft.frame.trigger))
                hit = hits_something(tree, draft)
                return (
                    told
                    or armed
                    or hit
                    or is_laid(tree, draft.frame.trigger)
                    or self._took_place(tree, draft)
                )
            case "agents":
                return bool(draft.agents)
            case "struck":
                return bool(draft.targets or draft.place)
            case "sides":
                return len(draft.agents) > 1 or _fights_forces(self, tree, draft)
            case "targets":
                return bool(draft.targets)
        return draft.place is not None or bool(draft.agents and Kinds(self.words).is_land(tree, undergoer))

    def _talks(self, argument: Argument) -> bool:
        """Whether somebody negotiates: a person, state or organisation, or a Collective such as "world leaders"."""
        if argument.entity.type != "Collective":
            return True
        return noun_of(argument.entity.label) in self.diplomats

    def _is_civil(self, argument: Argument) -> bool:
        """Whether somebody does not fight with weapons: a person, or "ministers"."""
        entity = argument.entity
        return entity.type == "Person" or (entity.type == "Collective" and self._talks(argument))

    def _is_at_work(self, tree: Tree, draft: Draft) -> bool:
        """Whether people stop work, and no fighters hit: "a strike by miners"."""
        roles = draft.frame.roles
        known = [
            self.words.nouns.get(tree.tokens[k].lemma)
            for f in ("by", "mod", "poss")
            for k in roles.get(f, ())
        ]
        return bool(known) and all(noun is not None and noun.kind == "people" for noun in known)

    def _threatens(self, tree: Tree, draft: Draft) -> bool:
        """Whether a warning is of what the speaker will do: "warned that it would strike", not "warned of famine"."""
        trigger = draft.frame.trigger
        of = [k for p in ("of", "against") for k in draft.frame.roles.get(p, ())]
        if any(self._is_own_force(tree, draft, k) for k in of):
            return True
        clauses = tree.kids(trigger, "ccomp", "parataxis")
        subjects = [s for k in clauses for s in tree.kids(k, "nsubj")]
        if any(
            tree.tokens[c].lower in ("could", "may", "might") for k in clauses for c in tree.kids(k, "aux")
        ):
            return False  # "warned that it could lead to war"
        return any(tree.tokens[s].lower in ("it", "they", "he", "she", "we", "i") for s in subjects)

    def _is_own_force(self, tree: Tree, draft: Draft, k: int) -> bool:
        """Whether the force warned of is the speaker's: "of retaliation"; not "of a Russian attack", "of civil war"."""
        token = tree.tokens[k]
        if token.lemma not in self.words.grammar["retaliation"]:
            return False
        owners = [c for c in tree.kids(k, "amod", "compound", "nmod:poss") if tree.name(c) is not None]
        by = [c for c in tree.kids(k, "nmod") if tree.case(c) in (("by",), ("from",))]
        if owners or by or any(a.entity.type == "Organisation" for a in draft.agents):
            return False
        depends = any(
            tree.tokens[c].lower in ("if", "unless", "should") for c in tree.subtree(draft.frame.trigger)
        )
        return depends or token.lemma not in self.words.grammar["foreseen_force"]

    def _endangers(self, tree: Tree, draft: Draft) -> bool:
        """Whether somebody is a danger to something, and threatens with nothing: "threatens global trade"."""
        objects = tree.kids(draft.frame.trigger, "obj")
        harm = self.words.grammar["retaliation"] | self.words.grammar["deeds"]
        done = any(tree.tokens[k].lemma in harm for k in objects)
        return bool(objects) and not done and "with" not in draft.frame.roles

    def _vows_harm(self, tree: Tree, draft: Draft) -> bool:
        """Whether what is vowed is against somebody: "vowed to strike back", not "vowed to rebuild the town"."""
        grammar = self.words.grammar
        verb = draft.frame.trigger
        if any(tree.tokens[k].lemma in grammar["retaliation"] for k in tree.kids(verb, "obj")):
            return True
        told = [c for k in tree.kids(verb, "xcomp", "ccomp", "advcl") for c in (k, *tree.kids(k, "conj"))]
        harmful = [k for k in told if tree.tokens[k].lemma in grammar["vowed"]]
        aims = grammar["abstract_aims"] | grammar["causes"]
        return any(not aims & {tree.tokens[o].lemma for o in tree.kids(k, "obj")} for k in harmful)

    def _is_way(self, tree: Tree, draft: Draft) -> bool:
        """Whether forces go somewhere: "entered Goma", not "entered its tenth year"."""
        tokens = draft.frame.roles.get("undergoer", ())
        named = any(tree.name(k) is not None for k in tokens)
        driven = draft.frame.roles.get("direct", ())
        if driven and tree.tokens[draft.frame.trigger].lemma == "drive" and not set(driven) & set(tokens):
            return False  # "drove villagers into Bangladesh"
        if any(tree.tokens[k].lower in self.words.grammar["directions"] for k in tokens):
            return True  # "advanced further south"
        if any(Kinds(self.words).is_kind(tree, k, "people") for k in tokens):
            return False  # "reached 80,000 people with food"
        return (
            not tokens or named or draft.met or draft.at_undergoer or Kinds(self.words).is_land(tree, tokens)
        )

    def _has_thing(self, tree: Tree, frame: Frame) -> bool:
        """Whether the object is neither place nor people: "pulled out the dead", "withdrew his plan"."""
        direct = frame.roles.get("direct", ())
        if not direct or tree.is_passive(frame.trigger) or any(tree.name(k) is not None for k in direct):
            return False
        return not any(Kinds(self.words).is_kind(tree, k, "place", "facility", "forces") for k in direct)


def _is_war_aim(tree: Tree, draft: Draft) -> bool:
    """Whether a purpose tells what a war is for, and no deed: "in order to destroy ISIL"; not "to destroy a depot"."""
    verb = tree.tokens[draft.frame.trigger]
    if draft.type != "Attack" or verb.lemma not in DESTROYING or not is_infinitive(tree, verb.i):
        return False
    return draft.place is None and all(a.entity.type == "ArmedGroup" for a in draft.targets)


def _fights_forces(checks: EventChecks, tree: Tree, draft: Draft) -> bool:
    """Whether the other side of a fight is told, though not whose it is: "battled troops"; "rival militias fought"."""
    if draft.type != "ArmedClash" or not draft.agents or tree.tokens[draft.frame.trigger].pos != "VERB":
        return False
    roles = draft.frame.roles
    foes = [k for part in ("undergoer", "with", "against") for k in roles.get(part, ())]
    if any(Kinds(checks.words).is_kind(tree, k, "forces", "fighters") for k in foes):
        return True
    subjects = (k for d in roles.get("doer", ()) for k in tree.kids(d, "amod"))
    return any(tree.tokens[k].lower in ("rival", "opposing", "warring") for k in subjects)


def _is_done_by_saying(tree: Tree, draft: Draft, rule: Rule) -> bool:
    """ "Would like a truce" asks for it now, "voted to adopt the plan" adopts it."""
    verb = tree.tokens[draft.frame.trigger]
    votes = rule.type == "Endorsement" and tree.tokens[verb.head].lemma == "vote"
    return votes and verb.dep == "xcomp" or rule.type == "Appeal" and verb.lemma == "like"


def _is_nation(argument: Argument) -> bool:
    """Whether a crowd is told by where it is from alone: "Palestinians"."""
    label = argument.entity.label
    return argument.entity.type == "Collective" and label[:1].isupper() and " " not in label


def _stays(tree: Tree, verb: int) -> bool:
    """Whether something is left behind, so that nobody is said to go."""
    behind = tree.tokens[verb + 1].lower if verb + 1 < len(tree.tokens) else ""
    state = any(
        tree.tokens[k].tag in ("JJ", "VBN", "VBD") for k in tree.kids(verb, "xcomp")
    )  # "leaving two dead"
    return tree.is_passive(verb) or behind == "behind" or state
