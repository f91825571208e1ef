"""Where forces and groups are: "US troops in Iraq", "the Houthi movement in Yemen", "they have remained in Syria"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.drafts import Draft
from kg.extract.grammar.frames import Frame, Framer
from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.extract.references.state import PLACES
from kg.extract.relations.homes import BANDS, told_by_name, told_by_noun
from kg.records import Argument, Token
from kg.rules.words import WordLists

PRESENT = ("ArmedForces", "ArmedGroup")
KEEPING = frozenset(("have", "maintain", "keep", "retain"))
HURTING = frozenset(("kill", "wound", "injure"))
STAYING = frozenset(("remain", "stay", "be", "station"))
SERVING = frozenset(("serve", "fight", "operate"))  # who is doing so somewhere is there
# What groups have where they work, and nouns that are their seat.
OFFICES = frozenset("office branch mission compound clinic headquarters hq bureau".split())
SEATS = ("headquarters", "hq")
BASES = frozenset(("base", "outpost", "airbase", "garrison"))
# Of these a base is no base yet, or no more.
CHANGING = frozenset(
    "plan propose build open want establish seek construct close leave evacuate abandon quit vacate promise".split()
)
NOT_NOW = (
    "former",
    "abandoned",
    "disused",
    "planned",
    "future",
    "proposed",
    "no",
    "new",
    "old",
    "alleged",
    "possible",
)
OF_WHOM = (("for",), ("of",))
ARMED = ("forces", "fighters", "group", "vehicle")
WITHIN = (("in",), ("inside",), ("across",), ("throughout",), ("within",))
AROUND = (*WITHIN, ("near",), ("outside",), ("at",))


TELLING = ("NOUN", "PROPN", "VERB", "ADJ")


@dataclass(frozen=True, slots=True)
class PresenceReader:
    """Finds where armed actors are said to be."""

    words: WordLists
    framer: Framer

    def read(self, tree: Tree, resolver: Resolver) -> Iterator[Draft]:
        """The drafts of all armed actors that the sentence puts somewhere abroad."""
        for token in tree.tokens:
            if token.pos not in TELLING:
                continue
            if token.name is not None:
                if " in " in token.text:
                    yield from told_by_name(token, resolver)
            elif token.lemma in BANDS:
                yield from told_by_noun(tree, token.i, resolver, self.words.grammar["armed_adjectives"])
            if token.lemma in BASES and token.name is None:
                yield from self._base(tree, token.i, resolver)
            elif token.lemma in OFFICES and token.name is None and token.pos == "NOUN":
                is_branch = token.lemma == "branch" and resolver.argument(token.i, "actor") is not None
                reader = self._noun if is_branch else self._office
                yield from reader(tree, token.i, resolver)
            elif token.pos in ("NOUN", "PROPN"):
                if self._may_be_somewhere(tree, token):
                    yield from self._noun(tree, token.i, resolver)
            elif token.pos == "VERB" and _is_staying(token) and not tree.is_passive(token.i):
                yield from self._stay(tree, token.i, resolver)

    def _may_be_somewhere(self, tree: Tree, token: Token) -> bool:
        """Whether a name or a noun for armed men heads a phrase that may tell where they are."""
        if token.dep in ("compound", "amod") or not tree.children[token.i] and token.dep != "obj":
            return False
        if token.name is not None or token.lemma in self.words.grammar["branches"]:
            return True
        noun = self.words.nouns.get(token.lemma)
        return noun is not None and noun.kind in ARMED

    def _noun(self, tree: Tree, i: int, resolver: Resolver) -> Iterator[Draft]:
        noun = self.words.nouns.get(tree.tokens[i].lemma)
        is_branch = tree.names[i] is None and tree.tokens[i].lemma in self.words.grammar["branches"]
        if _is_casualty(tree, i) or _did(tree, i):
            return  # where they were killed
        if noun is not None and noun.kind == "vehicle" and tree.tokens[i].dep == "obl:agent":
            return  # "was killed by a drone in Tyre"
        places = [k for k in tree.kids(i, "nmod") if k > i and tree.case(k) in WITHIN]
        if is_branch:  # "ISIL's Sinai branch"
            places += [k for k in tree.kids(i, "amod", "compound") if k < i and tree.name(k) is not None]
        subject = None
        if places:
            subject = resolver.argument(i, "actor")
        elif tree.case(i) in WITHIN and tree.kids(i, "cop"):  # "coalition forces are in Iraq"
            places = [i]
            for k in tree.kids(i, "nsubj"):
                subject = resolver.argument(k, "actor")
        if self._is_kept(tree, i):  # "Russia has troops in Mali"
            subject = subject or self._keeper(tree, i, resolver)
            places = places or [k for k in tree.kids(tree.tokens[i].head, "obl") if tree.case(k) in WITHIN]
        if subject is not None:
            for k in places:
                yield from self._present(
                    tree,
                    i,
                    subject,
                    resolver.arguments(k, "place"),
                    Frame(i, (i,), clause=i if places == [i] else None),
                )

    def _base(self, tree: Tree, i: int, resolver: Resolver) -> Iterator[Draft]:
        """ "US bases in Syria": whose bases are somewhere has forces there."""
        if tree.tokens[tree.tokens[i].head].lemma in CHANGING or any(
            tree.tokens[k].lower in NOT_NOW for k in tree.kids(i, "amod", "det")
        ):
            return
        places = self._places_of_base(tree, i)
        token = tree.tokens[i]
        owners = [k for k in tree.kids(i, "nmod:poss", "compound", "amod") if k < i] if places else []
        users = [k for k in tree.kids(i, "nmod") if k > i and tree.case(k) in OF_WHOM] if places else []
        for k in owners + users:
            owner = self._owner(k, resolver)
            if owner is None:
                continue
            for place in (a for p in places for a in resolver.arguments(p, "place")):
                abroad = place.entity.country != owner.entity.country or owner.entity.type == "ArmedGroup"
                if place.entity.type in PLACES and (abroad or k in users):
                    cue = (token.start, token.end)
                    yield Draft("present-in", Frame(i, (i,)), cue, "operatesIn", subject=owner, object=place)

    def _office(self, tree: Tree, i: int, resolver: Resolver) -> Iterator[Draft]:
        """ "An Oxfam office in Khartoum", "the African Union's mission in Somalia": where a group works."""
        token = tree.tokens[i]
        qualified = {tree.tokens[k].lower for k in tree.kids(i, "amod", "det")}
        if tree.tokens[token.head].lemma in CHANGING or qualified & set(NOT_NOW):
            return
        places = [k for k in tree.kids(i, "nmod") if k > i and tree.case(k) in WITHIN and tree.name(k)]
        owners = [k for k in tree.kids(i, "nmod:poss", "compound", "amod") if k < i] if places else []
        for k in owners:
            owner = resolver.argument(k, "actor") if tree.name(k) is not None else None
            if owner is None or owner.entity.type not in ("Organisation", "ArmedGroup"):
                continue
            predicate = "basedIn" if token.lemma in SEATS else "operatesIn"
            for place in (a for p in places for a in resolver.arguments(p, "place")):
                if place.entity.type in PLACES:
                    cue = (token.start, token.end)
                    yield Draft("present-in", Frame(i, (i,)), cue, predicate, subject=owner, object=place)

    def _places_of_base(self, tree: Tree, i: int) -> list[int]:
        """Where a base is, past those who use it: "a base for fighters outside Daquq"."""
        near = [*tree.kids(i, "nmod"), *(k for n in tree.kids(i, "nmod") for k in tree.kids(n, "nmod"))]
        if tree.tokens[tree.tokens[i].head].lemma == "be":  # "there was a base for them outside the town"
            near += tree.kids(tree.tokens[i].head, "obl")
        if places := [k for k in near if k > i and tree.case(k) in AROUND]:
            return places
        following = tree.tokens[i + 1] if i + 1 < len(tree.tokens) else None
        return [following.head] if following is not None and (following.lower,) in WITHIN else []

    def _owner(self, k: int, resolver: Resolver) -> Argument | None:
        """Whose forces are at a base, by who owns or uses it."""
        owner = resolver.argument(k, "actor")
        if owner is not None and owner.entity.type == "State":
            forces = resolver.forces_of(owner.entity)
            return None if forces is None else Argument(forces, owner.mention, owner.start, owner.end)
        is_armed = owner is not None and owner.entity.type in (*PRESENT, "Organisation")
        return owner if is_armed else None

    def _is_kept(self, tree: Tree, i: int) -> bool:
        noun = self.words.nouns.get(tree.tokens[i].lemma)
        is_kept = tree.tokens[i].dep == "obj" and tree.tokens[tree.tokens[i].head].lemma in KEEPING
        return is_kept and noun is not None and noun.kind in ("forces", "fighters")

    def _keeper(self, tree: Tree, i: int, resolver: Resolver) -> Argument | None:
        """The forces of who has them somewhere."""
        for k in self.framer.external(tree, tree.tokens[i].head):
            owner = resolver.argument(k, "actor")
            if owner is not None and owner.entity.type in ("State", "Government"):
                forces = resolver.forces_of(owner.entity)
                return Argument(forces, owner.mention, owner.start, owner.end) if forces else None
            return owner
        return None

    def _stay(self, tree: Tree, i: int, resolver: Resolver) -> Iterator[Draft]:
        frame = Frame(i, (i,), clause=i)
        for s in self.framer.external(tree, i):
            for subject in resolver.arguments(s, "actor"):
                for k in tree.kids(i, "obl"):
                    if tree.case(k) in WITHIN:
                        places = resolver.arguments(k, "place")
                        if tree.tokens[i].lemma in SERVING:  # not "serving in restaurants"
                            places = tuple(a for a in places if a.entity.type != "Facility")
                        yield from self._present(tree, i, subject, places, frame)

    def _present(
        self, tree: Tree, i: int, subject: Argument, places: tuple[Argument, ...], frame: Frame
    ) -> Iterator[Draft]:
        token = tree.tokens[i]
        for place in places:
            if (
                (subject.entity.type in PRESENT or _are_forces(subject))
                and place.entity.type in PLACES
                and (place.entity.country != subject.entity.country or subject.entity.type == "ArmedGroup")
            ):
                yield Draft(
                    "present-in", frame, (token.start, token.end), "operatesIn", subject=subject, object=place
                )


def _is_staying(token: Token) -> bool:
    """Whether a verb says that somebody is somewhere: "remained in Syria", "soldiers fighting in Mali"."""
    return token.lemma in STAYING or (token.tag == "VBG" and token.lemma in SERVING)


def _are_forces(subject: Argument) -> bool:
    """Whether an organisation is named by its forces: "coalition troops"."""
    return subject.entity.type == "Organisation" and subject.mention.split()[-1].lower() in (
        "forces",
        "troops",
        "soldiers",
    )


def _did(tree: Tree, i: int) -> bool:
    """Whether a phrase tells who did what its noun names, there: "the use of gas by Hamas in Gaza"."""
    return tree.tokens[i].dep == "nmod" and tree.case(i) == ("by",)


def _is_casualty(tree: Tree, i: int) -> bool:
    """Whether a number of soldiers is told to be dead or hurt: "killed six soldiers in Gao"."""
    if tree.tokens[tree.tokens[i].head].lemma not in HURTING:
        return False
    return tree.tokens[i].dep in ("obj", "nsubj:pass") and bool(tree.kids(i, "nummod"))
