"""Who holds which office: titles before names, descriptions after them, and "is the foreign minister of"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.drafts import Draft
from kg.extract.grammar.frames import Frame, Framer
from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.extract.relations.appointments import (
    APPOINTING,
    Made,
    appointed,
    resigns,
    who_changes,
    who_does,
)
from kg.extract.relations.counterparts import counterparts
from kg.extract.relations.denoted import ONE_OF_MANY, denoted_by, is_local_command
from kg.extract.relations.home_offices import home_holder
from kg.extract.relations.office_owners import (
    HOLDERS,
    LED,
    behind_comma,
    is_command,
    is_local,
    is_of_state,
    is_part_of_forces,
    is_party,
    of_after,
    own_state,
    owner_before,
    owner_of,
    state_behind,
)
from kg.records import Argument, Entity, RelationStatus, Title, Token
from kg.rules.words import WordLists

TOP = (
    "supreme",
    "top",
    "overall",
    "former",
    "acting",
    "opposition",
    "general",
    "chief",
    "commander-in-chief",
)
# "Hamas member X" holds no office, but belongs to it.
BELONGING = (
    "member",
    "fighter",
    "militant",
    "rebel",
    "operative",
    "soldier",
    "airman",
    "corporal",
    "sergeant",
)
BANDS = ("ArmedForces", "ArmedGroup")
# A country's rebel leaders and warlords hold none of its offices.
OUTLAWS = frozenset(
    """rebel militant jihadist jihadi militia guerrilla insurgent separatist secessionist warlord gang terrorist
    islamist extremist faction resistance dissident mercenary""".split()
)
FEW = 2  # whom one change of office is about: who comes and who goes


@dataclass(frozen=True, slots=True)
class OfficeReader:
    """Finds offices in a sentence."""

    words: WordLists
    framer: Framer

    def read(self, tree: Tree, resolver: Resolver) -> Iterator[Draft]:
        """The drafts of all offices the sentence states."""
        for token in tree.tokens:
            name = tree.names[token.i]
            if name is not None:
                if name.title is not None:
                    yield from self._title(tree, token.i, name.title, resolver)
            elif token.lemma == "counterpart":
                yield from counterparts(tree, token.i, resolver)
            elif token.pos in ("NOUN", "PROPN") and self._may_be_office(tree, token):
                yield from self._description(tree, token.i, resolver)

    def _may_be_office(self, tree: Tree, token: Token) -> bool:
        following = tree.tokens[token.i + 1 : token.i + 2]  # "chief of staff"
        return token.lower in self.words.offices.last_words or (
            bool(following) and following[0].lower == "of"
        )

    def _title(self, tree: Tree, i: int, title: Title, resolver: Resolver) -> Iterator[Draft]:
        """ "German Foreign Minister Frank-Walter Steinmeier"; the first of several holders counts: "UN Syria envoy"."""
        person = resolver.argument(i, "actor")
        kind = self.words.offices.kind(title.head)
        holder = title.of[0] if title.of else of_after(tree, i)
        entity = resolver.entity(holder, "actor") if holder is not None else None
        if entity is None and person is not None:
            owner = owner_before(tree, i, title, person, resolver)
            if owner is not None and kind in ("leads", "offices"):
                cue, is_commander = (title.start, title.end), title.head == "commander"
                yield from self._office(
                    tree, Frame(i, (i,)), cue, person, owner, kind, title.text, title.status, is_commander
                )
                return
            yield from self._unsaid(tree, i, title, person, resolver)
            return
        if person is None or person.entity.type != "Person" or entity is None or kind is None:
            return
        assert holder is not None
        if kind == "ranks":
            yield from self._serving(Frame(i, (i,)), title, person, entity, resolver)
            return
        if is_local(title.head):
            entity = resolver.entity(holder, "place") or entity
        elif entity.type == "Place":
            entity = resolver.state_of(entity) or entity
        if kind == "leads" and entity.type == "State" and _is_of_people(title, resolver):
            return  # "Iraqi Kurdish leader X" leads Kurds, not Iraq
        organisation = Argument(entity, holder.text, holder.start, holder.end)
        if not title.of and is_party(title.head, organisation):
            cue = (title.start, title.end)
            yield Draft("member", Frame(i, (i,)), cue, "memberOf", subject=person, object=organisation)
            return
        position = (
            title.text if len(title.of) < 2 else " ".join([*(n.text for n in title.of[1:]), title.text])
        )
        known = resolver.known.lexicon.entries.get(person.entity.id)
        heads = known is not None and any(role.of == entity.id for role in known.roles)
        one_of_many = position.lower() == "commander" and not heads  # "Hezbollah commander Ali Musa"
        if one_of_many and entity.type != "ArmedGroup":  # "AFRICOM", "NATO Commander X"
            one_of_many = not is_command(entity.label) and entity.type != "Organisation"
            kind = kind if is_command(entity.label) else "offices" if entity.type == "Organisation" else kind
        yield from self._office(
            tree, Frame(i, (i,)), (title.start, title.end), person, organisation, kind, position, title.status,
            one_of_many,
        )  # fmt: skip

    def _unsaid(
        self, tree: Tree, i: int, title: Title, person: Argument, resolver: Resolver
    ) -> Iterator[Draft]:
        """ "Zelensky dismissed Defence Minister X", "President Goïta": the state is left unsaid."""
        other, gone = who_changes(tree, i, self.framer, resolver)
        known = state_behind(person, other, resolver) if is_of_state(title.head) else None
        state = known or home_holder(tree, title, person, resolver)
        if state is None or person.entity.type != "Person":
            return
        holder = Argument(state, title.text, title.start, title.end)
        status: RelationStatus = "former" if gone else title.status
        kind = "offices" if state.type == "State" else self.words.offices.kind(title.head) or "offices"
        yield from self._office(
            tree, Frame(i, (i,)), (title.start, title.end), person, holder, kind, title.text, status
        )  # fmt: skip

    def _serving(
        self, frame: Frame, title: Title, person: Argument, entity: Entity, resolver: Resolver
    ) -> Iterator[Draft]:
        """ "U.S. General Mark Milley": who has a rank is of the forces."""
        forces = entity if entity.type in ("ArmedForces", "ArmedGroup") else resolver.forces_of(entity)
        if forces is None or forces.type not in ("ArmedForces", "ArmedGroup"):
            return
        named = title.of[0]
        holder = Argument(forces, named.text, named.start, named.end)
        cue = (title.start, title.end)
        yield Draft("member", frame, cue, "memberOf", subject=person, object=holder, status=title.status)

    def _office(
        self, tree: Tree, frame: Frame, cue: tuple[int, int], person: Argument, holder: Argument, kind: str,
        position: str, status: RelationStatus | None, one_of_many: bool = False,
    ) -> Iterator[Draft]:  # fmt: skip
        if kind == "occupations" and holder.entity.type in ("State", "Government", "Collective", "Facility"):
            return  # "a Syrian author" tells where she is from
        if status in (None, "current") and resigns(tree, frame.trigger):
            status = "former"
        held = holder.entity.type in HOLDERS or (holder.entity.type == "Place" and is_local(position))
        if not held or holder.entity.id == person.entity.id:
            return
        if position.split()[-1].lower() in BELONGING:
            if holder.entity.type in LED:
                yield Draft("member", frame, cue, "memberOf", subject=person, object=holder, status=status)
            return
        if holder.entity.type in ("State", "Government") and OUTLAWS & set(position.lower().split()):
            return  # "Chadian rebel leader", "Afghan warlord": no office of the state
        said = {tree.tokens[k].lower for k in tree.kids(frame.trigger, "det", "amod")}
        one_of_many = one_of_many or bool(ONE_OF_MANY & {*said, *position.lower().split()})
        is_deputy = any(word in position.lower().split() for word in ("deputy", "vice", "assistant"))
        special = (
            holder.entity.type == "Organisation"
            and len(position.split()) > 1
            and position.split()[0].lower() not in TOP
        )
        if kind == "leads" and holder.entity.type == "ArmedForces" and is_part_of_forces(holder.mention):
            return  # who leads a country's special forces does not lead its forces
        if kind == "leads" and holder.entity.type in LED and not is_deputy and not special:
            yield Draft(
                "office-leads",
                frame,
                cue,
                "memberOf" if one_of_many else "leads",  # "a commander of Hezbollah" is one of several
                subject=person,
                object=holder,
                status=status,
                position=position,
            )
        else:
            yield Draft(
                "office",
                frame,
                cue,
                "holdsPosition",
                subject=person,
                object=holder,
                position=position,
                status=status,
            )

    def _description(self, tree: Tree, i: int, resolver: Resolver) -> Iterator[Draft]:
        """ "Lama Fakih, HRW's deputy Middle East director", "Khamenei, the Supreme Leader of Iran"."""
        token = tree.tokens[i]
        phrase, first, last = self._phrase(tree, i)
        kind = self.words.offices.kind(phrase)
        if kind is None or token.tag in ("NNS", "NNPS") or self._is_superior(tree, i):
            return
        made = appointed(tree, i, self.framer, resolver)
        people = made or self._called(tree, i, resolver)
        if not people:
            return
        frame = self._frame(tree, i, first, last, bool(made))
        behind = behind_comma(tree, i, resolver)
        owner = owner_of(frame, phrase, last, tree, self.framer, resolver)
        holder = owner.argument if owner else behind or own_state(tree, i, phrase, people[0].person, resolver)
        if holder is None and made and is_of_state(phrase):
            by = who_does(tree, token.head, self.framer, resolver)
            own = people[0].person.entity
            if (
                by is None and own.country is None and tree.kids(token.head, "nsubj")
            ):  # "the colonels named X"
                own = replace(own, country=resolver.theatre)
            state = state_behind(replace(people[0].person, entity=own), by, resolver)
            holder = None if state is None else Argument(state, token.text, token.start, token.end)
        if holder is None or (
            kind == "ranks" and not tree.kids(i, "cop") and holder.entity.type not in BANDS
        ):
            return
        if kind == "ranks" and holder.entity.country and holder.entity.type == "State":
            forces = resolver.forces_of(holder.entity)
            holder = Argument(forces or holder.entity, holder.mention, holder.start, holder.end)
        start = _start(tree, i, first)
        part = owner.part if owner is not None else ""
        end = last if owner is None or part else owner.last
        position = _position(tree, i, start, end, holder)
        if part:  # "head of political bureau": an office in Hamas, but not its head
            kind, position = "offices", f"{position} {part}"
        cue = (tree.tokens[start].start, tree.tokens[last].end)
        is_in_town = kind == "leads" and is_local_command(tree, i, resolver)
        if is_in_town and holder.entity.type == "State":
            return  # "the commander of Mosul" holds no office of the state that the town lies in
        for one in people[:1] if not made else people[:FEW]:
            yield from self._office(
                tree, frame, cue, one.person, holder, kind, position, one.status, is_in_town
            )

    def _is_superior(self, tree: Tree, i: int) -> bool:
        """Whether an office is the one that another serves: "representative of the Secretary-General for Mali"."""
        token = tree.tokens[i]
        served = token.dep == "nmod" and tree.case(i) in (("of",), ("for",), ("to",))
        return served and self.words.offices.kind(tree.tokens[token.head].lower) in ("offices", "leads")

    def _called(self, tree: Tree, i: int, resolver: Resolver) -> list[Made]:
        """The person whom the noun calls what it says."""
        called = denoted_by(tree, i, resolver) or self._titled_behind_and(tree, i, resolver)
        people = [Made(a) for a in called if a.entity.type == "Person"]
        if not people and tree.tokens[i].dep == "appos" and behind_comma(tree, i, resolver) is not None:
            person = resolver.argument(tree.tokens[i].head, "actor")
            people = [Made(person)] if person is not None and person.entity.type == "Person" else []
        return people

    def _frame(self, tree: Tree, i: int, first: int, last: int, is_made: bool) -> Frame:
        """The frame of an office, with what stands behind "of staff" in "chief of staff of the army"."""
        frame = self.framer.noun(tree, i, first)
        if is_made:
            frame.clause = tree.tokens[i].head
        if tree.kids(i, "cop"):
            frame.clause = i
        if last > i:
            for k in tree.kids(last, "nmod", "nmod:poss"):
                frame.add(tree.case(k)[0] if tree.case(k) else "mod", [k])
        return frame

    def _titled_behind_and(self, tree: Tree, i: int, resolver: Resolver) -> list[Argument]:
        """ "Lebanon's new president and former army commander Joseph Aoun": two offices of one person."""
        k = i + 2
        name = tree.name(k) if k < len(tree.tokens) and tree.tokens[i + 1].lower == "and" else None
        if name is None or name.title is None or name.title.of:
            return []
        found = resolver.argument(k, "actor")
        return [] if found is None else [found]

    def _phrase(self, tree: Tree, i: int) -> tuple[str, int, int]:
        """The longest office that token i heads, lower case, with its first token and its last ("chief of staff")."""
        token = tree.tokens[i]
        for last in (i + 3, i + 2) if tree.tokens[i + 1 : i + 2] and tree.tokens[i + 1].lower == "of" else ():
            phrase = " ".join(t.lower for t in tree.tokens[i : last + 1])
            if self.words.offices.kind(phrase):
                return phrase, i, last
        if token.lower not in self.words.offices.last_words:
            return token.lower, i, i
        for size in (3, 2, 1, 0):
            first = i - size
            if first < 0 or any(tree.tokens[k].name is not None for k in range(first, i)):
                continue
            phrase = " ".join(t.lower for t in tree.tokens[first : i + 1])
            if self.words.offices.kind(phrase):
                return phrase, first, i
        return token.lower, i, i


def _start(tree: Tree, i: int, first: int) -> int:
    """Where the words for an office begin: with the adjectives right before it."""
    start = first
    for k in sorted(tree.kids(i, "amod", "compound", "nmod"), reverse=True):
        is_verb = tree.tokens[k].lemma in APPOINTING and tree.kids(k, "aux:pass")  # "was elected leader"
        if tree.name(k) is None and k == start - 1 and not is_verb:
            start = k
    return start


def _position(tree: Tree, i: int, start: int, end: int, holder: Argument) -> str:
    """The words for the office, with the names before it that are not its holder's: "deputy Middle East director"."""
    names = [
        k
        for k in tree.kids(i, "amod", "compound")
        if k < start and tree.name(k) is not None and tree.tokens[k].start != holder.start
    ]
    behind_holder = [k for k in names if k > holder_token(tree, holder) or holder.start > tree.tokens[i].end]
    return tree.text(min([start, *behind_holder]), end)


def _is_of_people(title: Title, resolver: Resolver) -> bool:
    """Whether a title tells of which people in a country somebody is: "Iraqi Kurdish leader"."""
    others = (resolver.entity(name, "actor") for name in title.of[1:])
    return any(entity is not None and entity.type == "Population" for entity in others)


def holder_token(tree: Tree, holder: Argument) -> int:
    """The token where the words for the holder begin."""
    return next((t.i for t in tree.tokens if t.start >= holder.start), 0)
