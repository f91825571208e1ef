"""Drafts of ties in one sentence: which of the words in a rule's parts name somebody of the class it wants."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from kg.extract.drafts import Draft
from kg.extract.grammar.frames import Frame, Framer
from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.extract.references.state import ACTORS
from kg.extract.relations.agreements import agreement, is_agreement
from kg.extract.relations.denoted import denoted_by, listed_behind_colon
from kg.extract.relations.kinds import KINDS
from kg.records import Argument, TimeExpression
from kg.rules.claims import Rule
from kg.rules.words import WordLists

GROUPED = ("group", "named", "organised", "named group")
# What has members that are named after it: "coalition nations"; "Turkish factions" are of no group called Turkey.
ALLIANCES = ("ArmedGroup", "Organisation", "ArmedForces")
# Who supports these supports those whose they are.
FOUGHT = frozenset(
    ("operation", "offensive", "campaign", "fight", "battle", "struggle", "advance", "fighter")
)


# What an organisation sends and somebody leads.
MISSIONS = frozenset(
    "mission battalion brigade contingent battlegroup delegation team unit patrol fleet".split()
)

REMAINS = ("remnant", "holdout", "remains")
INSTANCES = (("such", "as"), ("including",), ("like",))
FURTHEST = 20  # words between the two sides of a "between"
NOT_PERSONS = tuple(t for t in ACTORS if t != "Person")
# Who does this to an agreement is no party to it.
BROKERING = frozenset(
    ("broker", "mediate", "host", "announce", "facilitate", "organise", "organize", "arrange")
)


# Of these adjectives a plural names several who are not one side: "rival governments", "opposing sides in Sudan".
OPPOSED = frozenset(("opposing", "opposite", "rival", "different", "competing", "warring"))


def _are_several(tree: Tree, token: int) -> bool:
    """Whether a plural stands for foes of each other, whom nobody backs or opposes as one."""
    if tree.tokens[token].tag != "NNS" or tree.name(token) is not None:
        return False
    return any(tree.tokens[k].lower in OPPOSED for k in tree.kids(token, "amod"))


@dataclass(frozen=True, slots=True)
class Ties:
    """Makes drafts of ties in one sentence."""

    tree: Tree
    resolver: Resolver
    times: Sequence[TimeExpression]
    words: WordLists
    framer: Framer

    def draft(self, rule: Rule, frame: Frame, subject: Argument, object_: Argument) -> Draft:
        """The draft of one tie."""
        tokens = self.tree.tokens
        cue = (tokens[min(frame.cue)].start, tokens[max(frame.cue)].end)
        return Draft(
            rule.id,
            frame,
            cue,
            rule.predicate,
            manner=rule.manner,
            subject=subject,
            object=object_,
            status="current" if rule.formerly else "negated" if rule.negated else None,
            ends=rule.ends,
        )

    def fill(
        self, rule: Rule, frame: Frame, subjects: Iterable[str], objects: Iterable[str]
    ) -> Iterator[Draft]:
        """The drafts of a rule whose subject and object stand in the named parts of the frame."""
        left = self.arguments(rule.subject, frame, subjects)
        right = self.arguments(rule.object, frame, objects) if left else []
        for one in left:
            for other in right:
                if one.entity.id != other.entity.id:
                    yield self.draft(rule, frame, one, other)

    def pairs(
        self, rule: Rule, frame: Frame, subjects: Iterable[Argument], objects: Sequence[Argument]
    ) -> Iterator[Draft]:
        """The drafts of every subject with every object that are of the classes the rule wants."""
        for one in subjects:
            for other in objects:
                fit = one.entity.type in KINDS[rule.subject] and other.entity.type in KINDS[rule.object]
                if fit and one.entity.id != other.entity.id:
                    yield self.draft(rule, frame, one, other)

    def joint(
        self, rule: Rule, frame: Frame, tokens: Iterable[int], between: bool = False
    ) -> Iterator[Draft]:
        """Two sides named together are the two parts of a symmetric tie."""
        tokens = list(tokens)
        found = [a for a in self.actors(tokens) if a.entity.type in KINDS[rule.subject]]
        if len(found) == 1:
            found += self._strayed(tokens[0], found[0], between)
        for one, other in combinations(found, 2):
            if one.entity.id != other.entity.id:
                yield self.draft(rule, frame, one, other)

    def _strayed(self, token: int, one: Argument, between: bool) -> list[Argument]:
        """The other side, which the parser hung on a name within the first: "between A led by P and B"."""
        wanted = (one.entity.type,) if one.entity.type == "Person" else NOT_PERSONS
        for k in self.tree.subtree(token):
            if self.tree.tokens[k].dep == "conj" and self.tree.tokens[k].head != token:
                other = self.resolver.argument(k, "actor")
                if other is not None and other.entity.type in wanted and other.entity.id != one.entity.id:
                    return [other]
        return self._behind_and(token, one, wanted) if between else []

    def _behind_and(self, token: int, one: Argument, wanted: Sequence[str]) -> list[Argument]:
        """ "Between" asks for two: the name of the same class behind the next "and"."""
        tokens = self.tree.tokens
        for k in range(token + 1, min(token + FURTHEST, len(tokens) - 1)):
            if tokens[k].lower != "and":
                continue
            name = k + 1
            while name < len(tokens) - 1 and tokens[name].pos in ("DET", "ADJ"):
                name += 1
            if tokens[name].dep == "nmod:poss":  # "and the people's militias"
                name = tokens[name].head
            other = self.resolver.argument(name, "actor")
            if other is not None and other.entity.type in wanted and other.entity.id != one.entity.id:
                return [other]
        return []

    def place_of(self, argument: Argument) -> Argument:
        """The town itself where a word may stand for a town or the government that sits in it."""
        found = self.resolver.place_called(argument.mention)
        return replace(argument, entity=found) if found is not None else argument

    def actors(self, tokens: Iterable[int]) -> list[Argument]:
        """Everybody that tokens name."""
        return [a for k in tokens for a in self.resolver.arguments(k, "actor")]

    def arguments(self, kind: str, frame: Frame, fillers: Iterable[str]) -> list[Argument]:
        """The arguments of the first filler that holds any of the right class."""
        for filler in fillers:
            tokens = frame.roles.get(filler, ())
            if kind == "agreement":
                found = [a for k in tokens if (a := self.agreement_at(k)) is not None]
            else:
                found = self._of_kind(kind, filler, tokens, frame)
            if kind in GROUPED and any(a.entity.type == "Person" for a in self.actors(tokens)):
                return []  # "joined Kerry and international partners" is no membership
            if found:
                return found
        return []

    def _meant(self, token: int, frame: Frame) -> list[int]:
        """The noun and those joined to it; of "A, who holds X, and B" the clause tells of A alone."""
        joined = self.tree.conjuncts(token)
        if frame.trigger in joined and frame.trigger != token:  # "the regime and its backers"
            joined = [k for k in joined if k < frame.trigger]
        trigger = self.tree.tokens[frame.trigger]
        if trigger.dep in ("acl", "acl:relcl", "amod") and trigger.head == token and trigger.i > token:
            if trigger.dep == "acl" and self._is_other(token):
                first = self.tree.head_of_conjuncts(token)  # "A and other groups backed by B": A, too
                joined = self.tree.conjuncts(first)
            before = [k for k in joined if k < trigger.i]
            singular = "VBZ" in (
                trigger.tag,
                *(self.tree.tokens[k].tag for k in self.tree.children[trigger.i]),
            )
            return before[-1:] if singular else before  # "A, B and C, which holds X": C
        return joined

    def _is_other(self, token: int) -> bool:
        """Whether a plural is of others like those before it: "Hezbollah and other groups"."""
        others = (self.tree.tokens[k].lower for k in self.tree.kids(token, "amod"))
        return self.tree.tokens[token].dep == "conj" and "other" in others

    def _of_kind(self, kind: str, filler: str, tokens: Sequence[int], frame: Frame) -> list[Argument]:
        found: list[Argument] = []
        # A capital stands for its government when it acts, not when it is led ("to lead the Baghdad crackdown").
        want = "place" if kind in ("place", "town", "site") else "any" if kind == "led" else "actor"
        for token in tokens:
            if _are_several(self.tree, token):
                continue
            if kind == "named" and (members := self._group_of_members(token)) is not None:
                found += members
                continue
            own = tuple(a for k in self._meant(token, frame) for a in self.resolver.partitive(k, want))
            if not own:
                own = self._behind_noun(kind, filler, token, want)
            if self.tree.tokens[token].lemma == "member" and self.tree.tokens[token].tag == "NN":
                own = tuple(denoted_by(self.tree, token, self.resolver, want))  # "Turkey, a NATO member that"
                found += [a for a in own if a.entity.type in KINDS[kind]]
                continue
            if len(own) == 1 and (subject := self._named_subject(token, own[0], want)) is not None:
                own = (subject,)
            if own and kind in ("actor", "side") and (named := self._instances(token)):
                own = named
            if kind in ("actor", "named") and (told := listed_behind_colon(self.tree, token)):
                own = tuple(
                    a for k in told for a in self.resolver.arguments(k, want)
                )  # "of two groups: A and B"
            if kind == "led" and self._is_one_of(token):
                own = tuple(a for a in own if a.entity.type not in ("Organisation", "State", "Government"))
            found += [a for a in own if a.entity.type in KINDS[kind] and self._takes_side(a, kind, token)]
            is_thing = self.tree.tokens[token].lemma not in self.words.nouns
            if not found and filler == "doer" and kind == "actor" and is_thing:  # "Russian air cover"
                found += [a for a in self.resolver.qualifiers(token) if a.entity.type in KINDS[kind]]
        return found

    def _behind_noun(self, kind: str, filler: str, token: int, want: str) -> tuple[Argument, ...]:
        """Who is behind a noun that stands for nobody by itself: "in support of SDF operations", "ISIS remnants"."""
        lemma = self.tree.tokens[token].lemma
        if kind == "side" and lemma in FOUGHT or kind == "actor" and lemma in REMAINS:
            return self.resolver.qualifiers(token)
        return self._apposed(token, want) if kind == "actor" and filler == "doer" else ()

    def _apposed(self, token: int, want: str) -> tuple[Argument, ...]:
        """Whose name explains a noun: "its rival, the Blue Party,"."""
        if self.tree.name(token) is not None or not self.tree.children[token]:
            return ()
        names = [k for k in self.tree.kids(token, "appos") if k > token and self.tree.name(k) is not None]
        return tuple(a for k in names[:1] for a in self.resolver.arguments(k, want))

    def _takes_side(self, argument: Argument, kind: str, token: int) -> bool:
        """Whether somebody is one of two sides, no operation, and no country in which these are."""
        if self.tree.tokens[token].lemma == "side" and argument.entity.type == "State":
            return False  # "the two sides in Libya"
        # who supports an operation takes part in it
        return kind != "side" or not argument.mention.startswith("Operation ")

    def _named_subject(self, token: int, own: Argument, want: str) -> Argument | None:
        """The name itself where a predicate noun stands for its subject: "Mosul is the largest city held by them"."""
        for k in self.tree.kids(token, "nsubj") if self.tree.kids(token, "cop") else ():
            subject = self.resolver.argument(k, want)
            if subject is not None and subject.entity.id == own.entity.id:
                return subject
        return None

    def _instances(self, token: int) -> tuple[Argument, ...]:
        """Those of a vague plural whom the text names: "ties with various groups, including the PKK"."""
        tree = self.tree
        if tree.tokens[token].tag != "NNS" or tree.name(token) is not None:
            return ()
        named = [k for k in tree.kids(token, "nmod") if k > token and tree.case(k) in INSTANCES]
        if not named or any(
            tree.name(k) is not None for k in tree.kids(token, "amod", "compound", "nmod:poss")
        ):
            return ()
        return tuple(a for k in named for a in self.resolver.arguments(k, "actor"))

    def _is_one_of(self, token: int) -> bool:
        """Whether a noun stands for a force or mission of an organisation, not for it: "leads an EU force"."""
        noun = self.words.nouns.get(self.tree.tokens[token].lemma)
        is_part = self.tree.tokens[token].lemma in self.words.grammar["member_nouns"] or (
            noun is not None and noun.kind in ("forces", "fighters")
        )
        return self.tree.name(token) is None and (is_part or self.tree.tokens[token].lemma in MISSIONS)

    def _group_of_members(self, token: int) -> list[Argument] | None:
        """The group in "coalition nations", "countries in the coalition"; None where the noun is not for members."""
        lemma, grammar = self.tree.tokens[token].lemma, self.words.grammar
        if self.tree.name(token) is not None:
            return None
        if lemma in grammar["outsider_nouns"]:
            return []
        if lemma not in grammar["member_nouns"]:
            return None
        behind = [k for k in self.tree.kids(token, "nmod") if self.tree.case(k) in (("of",), ("in",))]
        return self.group_before(token) or [a for a in self.actors(behind) if a.entity.type in ALLIANCES]

    def group_before(self, token: int) -> list[Argument]:
        """The group named before a noun for its members: "coalition nations", "SDF units"."""
        if self.tree.tokens[token].lemma not in self.words.grammar["member_nouns"]:
            return []
        return [a for a in self.resolver.qualifiers(token) if a.entity.type in ALLIANCES]

    def agreement_at(self, token: int) -> Argument | None:
        """The agreement that a noun or a name stands for, with those it is between as its parties."""
        if self.tree.name(token) is not None:
            named = self.resolver.argument(token, "any")
            return named if named is not None and named.entity.type == "Agreement" else None
        if not is_agreement(self.tree, token, self.words):
            return None
        frame = self.framer.noun(self.tree, token, token)
        return agreement(self.tree, frame, self.resolver, self.times, self.parties(frame))

    def parties(self, frame: Frame) -> list[Argument]:
        """Whom an agreement is between: "a truce between A and B", "A signed a pact with B", "A and B signed"."""
        between = frame.roles.get("between", [])
        found = self.actors(between)
        if len(found) == 1:
            found += self._strayed(between[0], found[0], True)
        light = frame.light
        if not found and light is not None and self.tree.tokens[light].lemma not in BROKERING:
            found = self.actors(k for f in ("doer", "with") for k in frame.roles.get(f, ()))
        parties = {a.entity.id: a for a in found if a.entity.type in ACTORS}
        return list(parties.values()) if len(parties) > 1 else []
