"""Whether a happening is told at all: the parts a rule needs, and an undergoer of the kind it wants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.english.lemma import lemma
from kg.extract.clause_status import of_verb
from kg.extract.drafts import Draft
from kg.extract.objects import is_infinitive
from kg.extract.syntax import Tree
from kg.records import Argument
from kg.rules.claims import Rule
from kg.rules.words import WordLists


ORDERING = ("tell", "order", "instruct", "warn", "count", "rely")
CHEMICALS = ("chemical", "chlorine", "sarin", "poison", "toxic", "mustard gas", "nerve")


@dataclass(frozen=True, slots=True)
class EventChecks:
    """Judges drafts of events. `diplomats` are plurals of those who act for states ("leaders")."""

    words: WordLists
    diplomats: frozenset[str]

    def is_complete(self, tree: Tree, draft: Draft, rule: Rule, noun: bool) -> bool:
        """Whether the parts that the rule needs are there, and the undergoer is of the class it wants."""
        if rule.agents == "talking" and draft.agents and not any(self._talks(a) for a in draft.agents):
            return False  # "fighters gathered" is no meeting
        if rule.type == "ArmedClash" and draft.agents and all(self._is_civil(a) for a in draft.agents):
            return False  # "the ministers clashed over the budget"
        if noun:
            if rule.complement and not _asks(tree, draft):
                return False
            return all(self._has(tree, draft, need) for need in rule.needs if need != "object")
        if not (draft.agents or draft.targets or draft.place):
            return False
        if rule.active and tree.is_passive(draft.frame.trigger):
            return False
        if rule.complement and not _has_complement(tree, draft, rule):
            return False
        if rule.passive and (not tree.is_passive(draft.frame.trigger) or draft.frame.roles.get("doer")):
            return False
        if rule.negated:
            if of_verb(tree, draft.frame.trigger, self.words.grammar) != "negated":
                return False
            draft.holds = True
        if rule.past and not _is_past(tree, draft.frame.trigger):
            return False
        if rule.called and not _is_called(tree, draft, self.words.grammar[rule.called]):
            return False
        if rule.doer and not self._is_doer(tree, draft, rule.doer):
            return False
        if rule.intransitive and self._has_thing(tree, draft):
            return False
        if rule.type == "Threat" and tree.tokens[draft.frame.trigger].lemma == "warn" and not draft.targets:
            if not self._threatens(tree, draft):
                return False
        if rule.type == "Withdrawal" and tree.tokens[draft.frame.trigger].lemma in ("expel", "oust"):
            return draft.place is not None and bool(draft.agents)  # "was expelled from the alliance"
        if rule.type == "Advance" and not self._is_way(tree, draft):
            return False
        needs = all(self._has(tree, draft, need) for need in rule.needs)
        return needs and self._is_wanted(tree, draft, rule)

    def _has(self, tree: Tree, draft: Draft, need: str) -> bool:
        """Whether one part is there. Land without a name will do for a place where somebody takes it."""
        undergoer = draft.frame.roles.get("undergoer", ())
        match need:
            case "object":
                return bool(undergoer)
            case "any":
                return bool(draft.agents or draft.targets or draft.place)
            case "agents":
                return bool(draft.agents)
            case "sides":
                return len(draft.agents) > 1
            case "targets":
                return bool(draft.targets)
        return draft.place is not None or bool(draft.agents and self._is_land(tree, undergoer))

    def _talks(self, argument: Argument) -> bool:
        """Whether somebody negotiates: a person, state or organisation, or a Collective such as "world leaders"."""
        if argument.entity.type != "Collective":
            return True
        return argument.entity.label.split()[-1].lower() in self.diplomats

    def _is_civil(self, argument: Argument) -> bool:
        """Whether somebody does not fight with weapons: a person, or "ministers"."""
        entity = argument.entity
        return entity.type == "Person" or (entity.type == "Collective" and self._talks(argument))

    def _threatens(self, tree: Tree, draft: Draft) -> bool:
        """Whether a warning is of what the speaker will do: "warned that it would strike", not "warned of famine"."""
        trigger = draft.frame.trigger
        of = [k for p in ("of", "against") for k in draft.frame.roles.get(p, ())]
        if any(tree.tokens[k].lemma in self.words.grammar["retaliation"] for k in of):
            return True
        clauses = tree.kids(trigger, "ccomp", "parataxis")
        subjects = [s for k in clauses for s in tree.kids(k, "nsubj")]
        return any(tree.tokens[s].lower in ("it", "they", "he", "she", "we", "i") for s in subjects)

    def _is_way(self, tree: Tree, draft: Draft) -> bool:
        """Whether forces go somewhere: "entered Goma", not "entered its tenth year"."""
        tokens = draft.frame.roles.get("undergoer", ())
        named = any(tree.name(k) is not None for k in tokens)
        return not tokens or named or draft.met or draft.at_undergoer or self._is_land(tree, tokens)

    def _has_thing(self, tree: Tree, draft: Draft) -> bool:
        """Whether the object is neither place nor people: "pulled out the dead", "withdrew his plan"."""
        direct = draft.frame.roles.get("direct", ())
        if (
            not direct
            or tree.is_passive(draft.frame.trigger)
            or any(tree.name(k) is not None for k in direct)
        ):
            return False
        return not any(self._is_kind(tree, k, "place", "facility", "forces") for k in direct)

    def _is_kind(self, tree: Tree, k: int, *kinds: str) -> bool:
        noun = self.words.nouns.get(tree.tokens[k].lemma)
        return noun is not None and noun.kind in kinds

    def _is_land(self, tree: Tree, tokens: Sequence[int]) -> bool:
        """Whether what is taken is land, though it has no name: "dozens of villages", "a third of the country"."""
        near = (k for token in tokens for k in (token, *tree.kids(token, "nmod", "conj")))
        return any(self._is_kind(tree, k, "place", "facility") for k in near)

    def _is_wanted(self, tree: Tree, draft: Draft, rule: Rule) -> bool:
        """Whether the undergoer of a verb is land, a named place, a party or forces, as the rule wants."""
        tokens = draft.frame.roles.get("undergoer", ())
        match rule.undergoer:
            case "place":
                return self._is_land(tree, tokens) or draft.at_undergoer
            case "place-only":
                return draft.place is not None and any(_holds(tree, t, draft.place) for t in tokens)
            case "party":  # "met the demand" is no meeting
                return not tokens or draft.met
            case "forces":
                if not tokens:
                    return draft.place is not None
                return any(self._is_force(tree, k) for t in tokens for k in _heads(tree, t))
            case "thing":  # "opposed the withdrawal", not "opposed Iran"
                return bool(tokens) and not draft.met and not draft.at_undergoer
            case "people":
                return bool(draft.targets) or any(self._is_human(tree, k) for t in tokens for k in _heads(tree, t))
            case "chemical":
                cue = " ".join(tree.tokens[k].lower for c in draft.frame.cue for k in sorted(tree.subtree(c)))
                return any(word in cue for word in CHEMICALS)
            case "relief":
                known = self.words.grammar["relief"]
                return any(tree.tokens[k].lemma in known for t in tokens for k in _heads(tree, t))
        return True

    def _is_doer(self, tree: Tree, draft: Draft, kind: str) -> bool:
        """Whether the subject is of a kind: "forces", "people", "relief" (a convoy with aid)."""
        doers = [k for t in draft.frame.roles.get("doer", ()) for k in _heads(tree, t)]
        grammar = self.words.grammar
        match kind:
            case "guns":
                return any(tree.tokens[k].lemma in grammar["guns"] for k in doers)
            case "forces":
                return any(self._is_force(tree, k) for k in doers)
            case "relief":
                carriers = [k for k in doers if tree.tokens[k].lemma in grammar["relief_carriers"]]
                goods = [n for k in carriers for n in tree.kids(k, "compound", "amod", "nmod")]
                goods += [n for k in carriers for c in tree.kids(k, "acl") for n in tree.kids(c, "obj", "obl")]
                return any(tree.tokens[k].lemma in grammar["relief"] for k in goods)
        return any(self._is_kind(tree, k, "people", "person") for k in doers)

    def _is_human(self, tree: Tree, k: int) -> bool:
        """Whether a noun is of people, one or many, or a number or name of them."""
        token = tree.tokens[k]
        if tree.name(k) is not None or token.pos == "NUM" or token.lower in ("others", "dozens"):
            return True
        if any(tree.name(n) is not None for n in tree.kids(k, "appos", "flat") if n > k):
            return True  # "the archaeologist Khaled al-Asaad"
        kinds = ("people", "person", "fighters", "forces", "group")
        return self._is_kind(tree, k, *kinds) or self.words.offices.kind(token.lemma) is not None

    def _is_force(self, tree: Tree, k: int) -> bool:
        token = tree.tokens[k]
        name = tree.name(k)
        if name is not None:  # "North Korean soldiers"
            last = lemma(name.text.split()[-1].lower(), "NNS", "NOUN")
            noun = self.words.nouns.get(last)
            return noun is not None and noun.kind in ("forces", "fighters") and " " in name.text
        grammar = self.words.grammar
        if token.lemma in grammar["weapons"] | grammar["sendable"] or self._is_kind(tree, k, "forces", "vehicle", "fighters"):
            return True
        noun = self.words.nouns.get(f"{tree.tokens[k - 1].lower} {token.lemma}") if k else None
        return noun is not None and noun.kind in ("forces", "vehicle", "fighters")


def is_bare(tree: Tree, draft: Draft) -> bool:
    """Whether a noun tells nothing but itself.

    With nobody and nowhere in it, "the clashes" or "fighting" only refers back; "an air strike" and "Operation
    Matador" still tell something.
    """
    if draft.agents or draft.targets or draft.place or draft.weapon:
        return False
    i = draft.frame.trigger
    return not tree.is_operation(i) and not any(
        tree.tokens[k].lower in ("a", "an") for k in tree.kids(i, "det")
    )


def _has_complement(tree: Tree, draft: Draft, rule: Rule) -> bool:
    """Whether the verb says what is asked for: "asked the UN to act", not "asked a question"."""
    trigger = draft.frame.trigger
    if rule.type == "Agreement" or tree.tokens[trigger].lemma in ORDERING:
        # "agreed to swap prisoners", not "agreed that it was late"; "told them to leave", not "told them that"
        return any(is_infinitive(tree, k) for k in tree.kids(trigger, "xcomp", "advcl"))
    return bool(tree.kids(draft.frame.trigger, "xcomp", "ccomp", "advcl"))


def _asks(tree: Tree, draft: Draft) -> bool:
    """Whether a noun says what is asked for: "a call for restraint", "the request to leave", "at its request"."""
    frame = draft.frame
    if "for" in frame.roles or tree.case(frame.trigger)[:1] == ("at",):
        return True
    return any(is_infinitive(tree, k) for k in tree.kids(frame.trigger, "acl"))


def _heads(tree: Tree, token: int) -> list[int]:
    """The nouns of a phrase that may tell what it is: "thousands of troops", "a convoy of tanks and guns"."""
    nouns = tree.conjuncts(token)
    return [k for n in nouns for k in (n, *(o for o in tree.kids(n, "nmod") if tree.case(o) == ("of",)))]


def _is_past(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what happened: "fought", "were fighting", not "fights", "has fought"."""
    token = tree.tokens[verb]
    if token.tag == "VBG":
        return any(tree.tokens[k].lower in ("was", "were") for k in tree.kids(verb, "aux"))
    return token.tag == "VBD"


def _is_called(tree: Tree, draft: Draft, names: frozenset[str]) -> bool:
    """Whether something is called by one of these words: "called it void", "described the raid as a crime"."""
    frame = draft.frame
    said = [*frame.roles.get("as", ()), *tree.kids(frame.trigger, "xcomp", "ccomp")]
    objects = tree.kids(frame.trigger, "obj")
    said += [*objects[1:], *(k for o in objects for k in tree.kids(o, "acl", "amod", "appos") if k > o)]
    words = {d for k in said for d in tree.subtree(k)}
    return any({tree.tokens[k].lemma, tree.tokens[k].lower} & names for k in words)


def _holds(tree: Tree, token: int, place: Argument) -> bool:
    """Whether a place is named by a token or inside the phrase that it heads."""
    word, phrase = tree.tokens[token], sorted(tree.subtree(token))
    first, last = tree.tokens[phrase[0]], tree.tokens[phrase[-1]]
    inside = first.start <= place.start and place.end <= last.end
    return inside or word.start <= place.start <= word.end or place.start <= word.start <= place.end
