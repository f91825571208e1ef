"""What nouns in the parts of a happening denote: land, forces, people, relief, weapons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.english.lemma import lemma
from kg.extract.drafts import Draft
from kg.extract.grammar.frame import Frame
from kg.extract.grammar.objects import is_infinitive
from kg.extract.grammar.tree import Tree
from kg.records import Argument
from kg.rules.claims import Rule
from kg.rules.words import WordLists

HARMING = ("kill", "wound", "injure")
HUMAN = ("government", "group", "people", "person", "fighters", "forces")
# "Tens of thousands marched": numbers that stand for people.
MILITARY = ("military", "armoured", "armored", "army", "heavy")
WHITHER = ("into", "in", "to", "along", "across", "near", "at", "around", "on", "outside")
COUNTS = frozenset(("ten", "dozen", "score", "hundred", "thousand", "million"))
MANY = frozenset(("others", "dozens", "scores", "hundreds", "thousands", "millions", "many"))
UNITS = frozenset("guard corps brigade battalion division regiment legion fleet squadron".split())
BOATS = frozenset("boat ship vessel tanker trawler ferry speedboat gunboat warship freighter".split())
HELD = frozenset(("prisoner", "inmate", "detainee"))
CHEMICALS = ("chemical", "chlorine", "sarin", "poison", "toxic", "mustard gas", "nerve")


@dataclass(frozen=True, slots=True)
class Kinds:
    """Asks of nouns what they denote, with the word lists."""

    words: WordLists

    def is_kind(self, tree: Tree, k: int, *kinds: str) -> bool:
        """Whether the noun at token k is listed as one of these kinds."""
        lemma = tree.tokens[k].lemma
        noun = self.words.nouns.get(lemma)
        if noun is None and k:  # "oil field"
            noun = self.words.nouns.get(f"{tree.tokens[k - 1].lower} {lemma}")
        return noun is not None and noun.kind in kinds

    def is_land(self, tree: Tree, tokens: Sequence[int]) -> bool:
        """Whether what is taken is land, though it has no name: "dozens of villages", "a third of the country"."""
        near = (k for token in tokens for k in (token, *tree.kids(token, "nmod", "conj")))
        return any(self.is_kind(tree, k, "place", "facility") or self._is_ground(tree, k) for k in near)

    def _is_ground(self, tree: Tree, k: int) -> bool:
        """Whether a plural is of what armies hold: "took several positions", not "took the position of chairman"."""
        token = tree.tokens[k]
        return token.tag == "NNS" and token.lemma in self.words.grammar["held_ground"]

    def is_wanted(self, tree: Tree, draft: Draft, rule: Rule) -> bool:
        """Whether the undergoer of a verb is land, a named place, a party or forces, as the rule wants."""
        tokens = draft.frame.roles.get("undergoer", ())
        match rule.undergoer:
            case "place":
                return self.is_land(tree, tokens) or draft.at_undergoer
            case "place-only":
                if any(self.is_held(tree, k) for t in tokens for k in _heads(tree, t)):
                    return False  # "freed the prisoners in Rafah"
                return draft.place is not None and any(_holds(tree, t, draft.place) for t in tokens)
            case "party":  # "met the demand" is no meeting
                return not tokens or draft.met
            case "forces":
                if not tokens:  # "deployed into territory held by the rebels"
                    into = [k for part in WHITHER for k in draft.frame.roles.get(part, ())]
                    return draft.place is not None or self.is_land(tree, into)
                return any(self._is_force(tree, k) for t in tokens for k in _heads(tree, t))
        return self._is_sort(tree, draft, rule)

    def _is_sort(self, tree: Tree, draft: Draft, rule: Rule) -> bool:
        """Whether the undergoer of a verb is something that nobody is: a thing, relief, a poison; or people at all."""
        tokens = draft.frame.roles.get("undergoer", ())
        match rule.undergoer:
            case "thing":  # "opposed the withdrawal", not "opposed Iran"
                of_people = any(self.is_kind(tree, k, *HUMAN) for k in tokens)  # "dismissed the government"
                return bool(tokens) and not draft.met and not draft.at_undergoer and not of_people
            case "hostages":  # who were held by others, no prisoners of one's own
                return any(
                    tree.tokens[k].lemma in self.words.grammar["hostages"]
                    for t in tokens
                    for k in _heads(tree, t)
                )
            case "people":
                return bool(draft.targets) or any(
                    self._is_human(tree, k) for t in tokens for k in _heads(tree, t)
                )
            case "craft":
                heads = [k for t in tokens for k in _heads(tree, t)]
                return any(
                    self.is_kind(tree, k, "vehicle") or self._flies(tree, k) or tree.tokens[k].lemma in BOATS
                    for k in heads
                )
            case "chemical":
                cue = " ".join(tree.tokens[k].lower for c in draft.frame.cue for k in sorted(tree.subtree(c)))
                return any(word in cue for word in CHEMICALS)
            case "relief" | "measure":
                known = self.words.grammar["relief" if rule.undergoer == "relief" else "measures"]
                heads = [k for t in tokens for k in (*_heads(tree, t), *_worth(tree, t))]
                return any(tree.tokens[k].lemma in known for k in heads)
        return True

    def is_held(self, tree: Tree, k: int) -> bool:
        """Whether a noun is of people whom somebody holds."""
        lemma = tree.tokens[k].lemma
        return lemma in HELD or lemma in self.words.grammar["hostages"]

    def _flies(self, tree: Tree, k: int) -> bool:
        """Whether a noun is of aircraft or missiles, or a name ends in one ("MiG-29 jet")."""
        last = tree.tokens[k].text.split()[-1].lower()
        words = {tree.tokens[k].lemma, last, lemma(last, "NNS", "NOUN")}
        return bool(words & self.words.grammar["aircraft"] or words & self.words.grammar["guns"])

    def may_do(self, tree: Tree, frame: Frame, kind: str) -> bool:
        """Whether the nouns of a verb's subject are of a kind: "forces", "people", "relief" (a convoy with aid).

        Of forces, fighters and bands a name may be one; `is_doer` tells.
        """
        doers = [k for t in frame.roles.get("doer", ()) for k in _heads(tree, t)]
        grammar = self.words.grammar
        match kind:
            case "forces" | "fighters" | "bands":
                return True
            case "guns":
                shots = [n for k in doers for n in (k, *tree.kids(k, "compound"))]  # "mortar rounds"
                return any(
                    tree.tokens[k].lower in grammar["guns"] or tree.tokens[k].lemma in grammar["guns"]
                    for k in shots
                )
            case "weapons":  # with those who carry them: "suicide bombers"
                known = (grammar["guns"], grammar["aircraft"], grammar["weapons"])
                return any(tree.tokens[k].lemma in words for k in doers for words in known)
            case "arms":
                return not _goes_on(tree, frame.trigger) and any(
                    tree.tokens[k].lemma in grammar["arms"] for k in doers
                )
            case "bombers":  # whose bombs are their own
                return any(_is_suicidal(tree, k) for k in doers)
            case "protesters":
                return any(tree.tokens[k].lemma in grammar["protesters"] for k in doers)
            case "refugees" | "dwellers":
                people = grammar["uprooted" if kind == "refugees" else "dwellers"]
                return any(tree.tokens[k].lemma in people for k in doers)
            case "relief":
                carriers = [k for k in doers if tree.tokens[k].lemma in grammar["relief_carriers"]]
                goods = [n for k in carriers for n in tree.kids(k, "compound", "amod", "nmod")]
                goods += [
                    n for k in carriers for c in tree.kids(k, "acl") for n in tree.kids(c, "obj", "obl")
                ]
                return any(tree.tokens[k].lemma in grammar["relief"] for k in goods)
        counts = (k for k in doers if tree.name(k) is None and tree.tokens[k].lemma in COUNTS)
        return any(counts) or any(self.is_kind(tree, k, "people", "person") for k in doers)

    def is_doer(self, tree: Tree, draft: Draft, kind: str) -> bool:
        """Whether a subject that may do what a verb tells is of a kind, now that it is known whom its names mean."""
        doers = [k for t in draft.frame.roles.get("doer", ()) for k in _heads(tree, t)]
        match kind:
            case "bombers":
                return not _tells_on(tree, draft)
            case "forces":
                return any(self._is_force(tree, k) for k in doers) or _comes_to_fight(tree, draft)
            case "bands":  # who has no air force; "Hamas drones" are one
                flies = any(self.is_kind(tree, k, "vehicle") for k in doers)
                return not flies and {a.entity.type for a in draft.agents} == {"ArmedGroup"}
            case "fighters":
                armed = any(a.entity.type in ("ArmedGroup", "ArmedForces") for a in draft.agents)
                return armed or any(self._is_force(tree, k) for k in doers)
        return True

    def _is_human(self, tree: Tree, k: int) -> bool:
        """Whether a noun is of people, one or many, or a number or name of them."""
        token = tree.tokens[k]
        if tree.name(k) is not None or token.pos == "NUM" or token.lower in MANY:
            return True
        if any(tree.name(n) is not None for n in tree.kids(k, "appos", "flat") if n > k):
            return True  # "the archaeologist Khaled al-Asaad"
        kinds = ("people", "person", "fighters", "forces", "group")
        return self.is_kind(tree, k, *kinds) or self.words.offices.kind(token.lemma) is not None

    def _is_force(self, tree: Tree, k: int) -> bool:
        """Whether a noun is of forces, fighters or weapons."""
        token = tree.tokens[k]
        name = tree.name(k)
        if name is not None:  # "North Korean soldiers", "the Revolutionary Guards"
            last = lemma(name.text.split()[-1].lower(), "NNS", "NOUN")
            if last in UNITS and " " in name.text:
                return True
            noun = self.words.nouns.get(last)
            return noun is not None and noun.kind in ("forces", "fighters") and " " in name.text
        grammar = self.words.grammar
        if token.lemma in grammar["weapons"] or token.lemma in grammar["sendable"]:
            return True
        if token.lemma in ("equipment", "hardware", "vehicle") and k and tree.tokens[k - 1].lower in MILITARY:
            return True
        if self.is_kind(tree, k, "forces", "vehicle", "fighters"):
            return True
        noun = self.words.nouns.get(f"{tree.tokens[k - 1].lower} {token.lemma}") if k else None
        return noun is not None and noun.kind in ("forces", "vehicle", "fighters")


def _is_suicidal(tree: Tree, doer: int) -> bool:
    """Whether somebody is a suicide bomber, no aircraft."""
    before = [tree.tokens[k].lemma for k in tree.kids(doer, "compound")]
    return tree.tokens[doer].lemma == "bomber" and "suicide" in before


def _tells_on(tree: Tree, draft: Draft) -> bool:
    """Whether a killing is of one named, or a second verb tells more of the same: "killed ten and wounded twenty"."""
    token = tree.tokens[draft.frame.trigger]
    if any(a.entity.type == "Person" for a in draft.targets):
        return True
    return (
        token.dep == "conj" and tree.tokens[token.head].lemma in HARMING and not tree.kids(token.i, "nsubj")
    )


def _goes_on(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what came of another: "hit a car, killing two", "a missile that killed two"."""
    token = tree.tokens[verb]
    return (
        token.dep in ("advcl", "acl:relcl")
        or token.dep == "conj"
        and not tree.kids(verb, "nsubj", "nsubj:pass")
    )


def _comes_to_fight(tree: Tree, draft: Draft) -> bool:
    """ "The coalition came to Mali to fight the rebels"."""
    aims = [k for k in tree.kids(draft.frame.trigger, "advcl", "xcomp") if is_infinitive(tree, k)]
    return any(tree.tokens[k].lemma in ("fight", "battle", "combat") for k in aims)


def _worth(tree: Tree, money: int) -> list[int]:
    """What a sum is made of: "$9 million in aid", "tons of food", "millions worth of medicine"."""
    found = [k for k in tree.kids(money, "nmod") if tree.case(k)[-1:] in (("in",), ("of",))]
    return [*found, *(n for k in found for n in tree.kids(k, "nmod"))]


def _heads(tree: Tree, token: int) -> list[int]:
    """The nouns of a phrase that may tell what it is: "thousands of troops", "a convoy of tanks and guns"."""
    nouns = tree.conjuncts(token)
    return [k for n in nouns for k in (n, *(o for o in tree.kids(n, "nmod") if tree.case(o) == ("of",)))]


def _holds(tree: Tree, token: int, place: Argument) -> bool:
    """Whether a place is named by a token or inside the phrase that it heads."""
    word, phrase = tree.tokens[token], sorted(tree.subtree(token))
    first, last = tree.tokens[phrase[0]], tree.tokens[phrase[-1]]
    inside = first.start <= place.start and place.end <= last.end
    return inside or word.start <= place.start <= word.end or place.start <= word.start <= place.end
