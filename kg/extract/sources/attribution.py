"""Who says so: the speaker to whom the sentence attributes a claim, or nobody when the article speaks itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.grammar.tree import RELATIVE, Tree
from kg.extract.references.resolver import Resolver
from kg.extract.sources.framing import framing, parted, speaker_among
from kg.extract.status.negation import is_nobody
from kg.extract.status.nouns import charged
from kg.extract.status.verbs import is_negated
from kg.records import Argument, Token
from kg.rules.lexicon import normalise
from kg.rules.words import WordLists

REFERRING = frozenset(("according", "per"))
SPEAKERS = (
    "Person",
    "Organisation",
    "State",
    "Government",
    "ArmedForces",
    "ArmedGroup",
    "Collective",
    "Population",
)


@dataclass(frozen=True, slots=True)
class AttributionReader:
    """Finds the speaker of the clause that a token stands in."""

    words: WordLists
    publisher: str | None
    _telling: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        grammar = self.words.grammar
        object.__setattr__(self, "_telling", grammar["reporting_verbs"] | grammar["telling_verbs"])

    def of(self, tree: Tree, trigger: int, resolver: Resolver, quoted_by: Argument | None) -> Argument | None:
        """The speaker of the claim made at a token; `quoted_by` speaks where the sentence is a quotation."""
        return self.quoted(
            quoted_by
            or self._governing(tree, trigger, resolver)
            or framing(tree, trigger, resolver, self.words)
        )

    def quoted(self, found: Argument | None) -> Argument | None:
        """The speaker, unless the article's own publisher speaks or nobody that can."""
        if found is None or (
            self.publisher
            and normalise(self.publisher) in (normalise(found.entity.label), normalise(found.mention))
        ):
            return None
        return found if found.entity.type in SPEAKERS else None

    def _governing(self, tree: Tree, trigger: int, resolver: Resolver) -> Argument | None:
        reporting = self._telling
        below = trigger
        for token in (trigger, *tree.up(trigger)):
            if parted(tree, trigger, token):
                return None
            speaker = self._phrase(tree, token, resolver, trigger)
            if speaker is not None:
                return speaker
            if (speaker := self._issuer(tree, below, token, resolver)) is not None:
                return speaker
            if (
                token != trigger
                and tree.tokens[token].lemma in reporting
                and tree.tokens[token].pos == "VERB"
            ):
                below_dep = tree.tokens[below].dep
                denies = tree.tokens[token].lemma in self.words.grammar["denying_verbs"]
                is_content = not (
                    denies and below < token
                ) and (  # "accuses Iran of the raid, which it denies"
                    below_dep
                    in (
                        "ccomp",
                        "parataxis",
                        "dep",
                        "csubj",
                        "csubj:pass",
                        "nsubj:pass",
                        "xcomp",
                    )
                    or _is_charge(tree, below, token, self.words)
                    or charged(tree, trigger, self.words.grammar) == token
                    or _goes_on(tree, below, token)
                    or (
                        below_dep == "obj"
                        and self._reports_object(tree, token)
                        and tree.tokens[below].pos == "NOUN"
                        and not (tree.tokens[token].lemma == "announce" and _is_aside(tree, trigger, below))
                    )
                    or self._is_told_of(tree, tree.tokens[below], tree.tokens[token])
                    or (below_dep == "advcl" and _is_that_clause(tree, below, token))
                )
                if is_content and not self._means_to(tree, below, token):
                    speaker = self._subject(tree, token, resolver)
                    if speaker is not None:
                        return speaker
            for k in tree.kids(token, "parataxis", "ccomp", "dep", "advcl"):
                if k != below and self._is_inquit(tree, k) and not parted(tree, trigger, k):
                    speaker = self._subject(tree, k, resolver)
                    if speaker is not None:
                        return speaker
            below = token
        return None

    def _means_to(self, tree: Tree, below: int, verb: int) -> bool:
        """Whether somebody tells what he himself will do: "vowed to attack"."""
        plans = tree.tokens[verb].lemma in self.words.grammar["planning_verbs"]
        return plans and tree.tokens[below].dep == "xcomp"

    def _issuer(self, tree: Tree, below: int, noun: int, resolver: Resolver) -> Argument | None:
        """Who makes a statement of what its clause tells: "issued a statement that rebels had left"."""
        grammar, token = self.words.grammar, tree.tokens[noun]
        if token.lemma not in grammar["statements"] or token.dep != "obj" or below == noun:
            return None
        is_content = any(tree.tokens[k].lower == "that" for k in tree.kids(below, "mark"))
        issues = tree.tokens[token.head].lemma in grammar["issuing_verbs"]
        return self._subject(tree, token.head, resolver) if is_content and issues else None

    def told_of(self, tree: Tree, noun: int, resolver: Resolver) -> Argument | None:
        """Who tells of a happening that the verb of telling itself governs: "announced the start of its operation"."""
        noun = tree.head_of_conjuncts(noun)
        token = tree.tokens[noun]
        while (
            token.dep == "nmod"
            and tree.case(noun) == ("of",)
            and tree.tokens[token.head].lemma in self.words.grammar["phases"]
        ):
            noun = token.head
            token = tree.tokens[noun]
        verb = tree.tokens[token.head]
        if verb.pos != "VERB":
            return None
        told = token.dep == "obj" and self._reports_object(tree, verb.i)
        return self._subject(tree, verb.i, resolver) if told or self._is_told_of(tree, token, verb) else None

    def _reports_object(self, tree: Tree, verb: int) -> bool:
        """Whether a verb reports what its object names: "claimed the attack", unlike "did not claim the attack"."""
        grammar = self.words.grammar
        reports = tree.tokens[verb].lemma in grammar["announcing_verbs"]
        return reports and not is_negated(tree, [tree.tokens[k] for k in tree.children[verb]], grammar)

    def _is_told_of(self, tree: Tree, token: Token, verb: Token) -> bool:
        """ "Spoke of an incursion", "pointing to the attack"."""
        return token.dep == "obl" and any(
            f"{verb.lemma} {word}" in self.words.grammar["telling_of"] for word in tree.case(token.i)
        )

    def _is_inquit(self, tree: Tree, verb: int) -> bool:
        """A reporting clause beside what is said: "…, the Observatory said", "as reported by"."""
        token = tree.tokens[verb]
        if token.lemma in self.words.grammar["denying_verbs"]:
            return False  # "a claim Moscow denies" is not Moscow's
        if token.lemma not in self.words.grammar["reporting_verbs"] or tree.kids(verb, "ccomp"):
            return False
        if token.dep == "parataxis":
            return True
        marks = {tree.tokens[k].lower for k in tree.kids(verb, "mark", "case", "advmod")}
        return "as" in marks and bool(tree.kids(verb, "obl:agent", "obl", "nsubj"))

    def _subject(self, tree: Tree, verb: int, resolver: Resolver) -> Argument | None:
        kids = tree.kids(verb, "obl:agent") if tree.is_passive(verb) else tree.kids(verb, "nsubj")
        if not kids and not tree.is_passive(verb):
            kids = tree.kids(verb, "expl")  # "it added that": no "it" without meaning adds
        if tree.is_passive(verb) and not kids:
            kids = [k for k in tree.kids(verb, "obl") if tree.case(k) == ("by",)]
        if not kids and (stray := _stray_speaker(tree, verb)) is not None:
            kids = [stray]
        if not kids and tree.tokens[verb].tag == "VBG":  # "with the UN reporting", read as one noun
            kids = [k for k in tree.kids(verb, "compound") if k == verb - 1 and tree.name(k) is not None]
        is_joined = tree.tokens[verb].dep == "conj" and tree.tokens[tree.tokens[verb].head].pos == "VERB"
        if not kids and is_joined and not tree.is_passive(verb):
            return self._subject(tree, tree.tokens[verb].head, resolver)
        if not kids and tree.tokens[verb].tag == "VBG" and tree.tokens[verb].dep in ("acl", "advcl", "xcomp"):
            above = tree.tokens[verb].head  # "issued a statement saying", "urged them to come, pointing to"
            while tree.tokens[above].dep in ("xcomp", "advcl") and not tree.kids(above, "nsubj"):
                above = tree.tokens[above].head
            if tree.tokens[above].pos == "VERB":
                return self._subject(tree, above, resolver)
            kids = [above] if tree.tokens[verb].dep == "acl" else []
        if kids and tree.tokens[kids[0]].lower in RELATIVE and tree.tokens[verb].dep == "acl:relcl":
            kids = [tree.tokens[verb].head]  # "the SDF, which said"
        for k in kids:
            argument = (
                None if is_nobody(tree, k) else speaker_among(tree, resolver, k)
            )  # "no group has claimed"
            if argument is not None and argument.entity.type in SPEAKERS:
                return argument
        return None

    def _phrase(self, tree: Tree, token: int, resolver: Resolver, trigger: int) -> Argument | None:
        """ "According to the monitor", hung on the token or on its subject."""
        if REFERRING.isdisjoint(tree.words):
            return None
        hung = tree.kids(token, "obl", "nmod", "advmod", "parataxis")
        hung += [k for s in tree.kids(token, "nsubj", "nsubj:pass") for k in tree.kids(s, "nmod", "obl")]
        for k in hung:
            case = tree.case(k)
            if (
                k != trigger
                and case
                and case[0] in REFERRING
                and trigger not in tree.subtree(k)
                and not parted(tree, trigger, k)
            ):
                argument = speaker_among(tree, resolver, k)
                if argument is not None and argument.entity.type in SPEAKERS:
                    return argument
        return None


def _is_aside(tree: Tree, trigger: int, noun: int) -> bool:
    """Whether a relative clause on a noun tells the trigger: "announced a coalition, which was joined by Qatar"."""
    path = (trigger, *tree.up(trigger))
    return any(tree.tokens[k].dep == "acl:relcl" and noun in tree.up(k) for k in path)


def _stray_speaker(tree: Tree, verb: int) -> int | None:
    """Who speaks behind what is said, where the parser took him for part of it.

    "Gunmen attacked Gao, a resident who saw them told Reuters": read as Gao, a resident.
    """
    said = [k for k in tree.kids(verb, "ccomp") if k < verb]
    if not said or any(k > verb for k in tree.kids(verb, "ccomp", "nsubj", "obl:agent")):
        return None
    found: list[int] = []
    for token in tree.tokens[said[0] + 1 : verb]:
        if token.pos not in ("NOUN", "PROPN") or token.dep not in ("appos", "obj", "conj", "dep"):
            continue
        phrase = [k for k in tree.subtree(token.i) if tree.tokens[k].pos != "PUNCT"]
        if phrase and tree.tokens[min(phrase) - 1].lower == "," and max(phrase) < verb:
            found.append(token.i)
    between = "".join(t.lower for t in tree.tokens[max(tree.subtree(found[-1])) + 1 : verb]) if found else "?"
    named = between.strip(",") == "" and tree.name(found[-1]) is not None if found else False
    return None if not found else found[-1] if named else found[0]


def _is_that_clause(tree: Tree, verb: int, said: int) -> bool:
    """Whether a clause told apart by a date is what is said: "estimated in 2022 that thousands had died"."""
    marked = any(tree.tokens[k].lower == "that" for k in tree.kids(verb, "mark"))
    return marked and verb > said and not tree.kids(said, "ccomp")


def _goes_on(tree: Tree, verb: int, said: int) -> bool:
    """Whether what is told before a report goes on behind it: "Turkey shelled the town, Iran said, killing two"."""
    token = tree.tokens[verb]
    return (
        token.tag == "VBG"
        and token.dep == "advcl"
        and verb > said
        and any(k < said for k in tree.kids(said, "ccomp"))
    )


def _is_charge(tree: Tree, verb: int, accusing: int, words: WordLists) -> bool:
    """Whether a clause tells what somebody is accused of: "accused Y of bombing"."""
    token = tree.tokens[verb]
    if tree.tokens[accusing].lemma not in words.grammar["accusing_verbs"]:
        return False
    return token.tag == "VBG" and token.dep in ("advcl", "acl")
