"""Who holds which office: titles before names, descriptions after them, and "is the foreign minister of"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.drafts import Draft
from kg.extract.grammar.frames import Frame, Framer
from kg.extract.grammar.tree import Tree
from kg.extract.references.entities import entity_of
from kg.extract.references.resolver import Resolver
from kg.extract.relations.appointments import (
    Made,
    appointed,
    who_changes,
    who_does,
)
from kg.extract.relations.counterparts import counterparts, of_each
from kg.extract.relations.denoted import denoted_by, is_local_command, one_of
from kg.extract.relations.home_offices import at_home, home_holder
from kg.extract.relations.office_drafts import BANDS, office
from kg.extract.relations.office_owners import (
    behind_comma,
    is_command,
    is_local,
    is_of_state,
    is_party,
    is_ruler,
    of_after,
    own_state,
    owner_before,
    owner_of,
    role_of,
    state_behind,
)
from kg.extract.relations.office_words import branch_behind, phrase_at, position_at, start_of
from kg.records import Argument, Entity, RelationStatus, Title, Token
from kg.rules.words import WordLists

MINISTERS_OF_TWO = 3  # names in "the Greek and French ministers, X and Y": one more than that
# Of such a body somebody is the head, not of the state whose adjective begins its name.
BODIES = frozenset(
    "Party Front Movement League Congress Alliance Union Army Council Brigade Coalition".split()
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
                if token.tag in ("NNS", "NNPS") and one_of(tree, token.i) is None:
                    yield from self._each(tree, token.i, resolver)
                else:
                    yield from self._description(tree, token.i, resolver)

    def _may_be_office(self, tree: Tree, token: Token) -> bool:
        if token.tag == "NNS":  # "one of Iran's military advisers", "the Greek and French ministers, X and Y"
            is_office = token.lemma in self.words.offices.last_words
            return is_office and (len(tree.named) > MINISTERS_OF_TWO or "one" in tree.words)
        if token.lower in self.words.offices.last_words:
            return True
        behind = token.i + 1  # "chief of staff"
        begins = token.lower in self.words.offices.before_of and behind < len(tree.tokens)
        return begins and tree.tokens[behind].lower == "of"

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
                yield from office(
                    tree, Frame(i, (i,)), cue, person, owner, kind, title.text, title.status, is_commander
                )
                return
            yield from self._unsaid(tree, i, title, person, resolver)
            return
        if person is None or person.entity.type != "Person" or entity is None or kind is None:
            return
        assert holder is not None
        if entity.type == "State" and any(not BODIES.isdisjoint(n.text.split()) for n in title.of[1:]):
            return  # "Malian Unity Party leader X" leads no state
        if kind == "ranks" or title.head == "soldier":
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
        one_of_many = (
            position.lower() == "commander" and not heads and " of " not in title.text
        )  # "Hezbollah commander Ali Musa"
        if one_of_many and entity.type != "ArmedGroup":  # "AFRICOM", "NATO Commander X"
            one_of_many = not is_command(entity.label) and entity.type != "Organisation"
            kind = kind if is_command(entity.label) else "offices" if entity.type == "Organisation" else kind
        yield from office(
            tree, Frame(i, (i,)), (title.start, title.end), person, organisation, kind, position, title.status,
            one_of_many,
        )  # fmt: skip

    def _unsaid(
        self, tree: Tree, i: int, title: Title, person: Argument, resolver: Resolver
    ) -> Iterator[Draft]:
        """ "Zelensky dismissed Defence Minister X", "President Goïta": the state is left unsaid."""
        other, gone = who_changes(tree, i, self.framer, resolver)
        is_known_ruler = title.head == "leader" and is_ruler(person, resolver)  # "leader Muammar Gaddafi"
        is_states = is_of_state(title.head) or is_known_ruler
        known = state_behind(person, other, resolver) if is_states else None
        role = role_of(title, person, resolver)
        if role is not None and known is None:
            known = entity_of(resolver.known.lexicon.entries[role.of])
        state = known or home_holder(tree, title, person, resolver)
        if state is None or person.entity.type != "Person":
            return
        holder = Argument(state, title.text, title.start, title.end)
        left = role is not None and role.is_over(resolver.known.document.published or "")
        status: RelationStatus = "former" if gone or left else title.status
        kind = "offices" if state.type == "State" else self.words.offices.kind(title.head) or "offices"
        yield from office(
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

    def _description(self, tree: Tree, i: int, resolver: Resolver) -> Iterator[Draft]:
        """ "Lama Fakih, HRW's deputy Middle East director", "Khamenei, the Supreme Leader of Iran"."""
        token = tree.tokens[i]
        phrase, first, last = phrase_at(tree, i, self.words)
        kind = self.words.offices.kind(phrase)
        if kind is None or self._is_superior(tree, i):
            return
        made = appointed(tree, i, self.framer, resolver)
        people = made or self._called(tree, i, resolver)
        if not people:
            return
        frame = self._frame(tree, i, first, last, bool(made))
        behind = behind_comma(tree, i, resolver)
        owner = owner_of(frame, phrase, last, tree, self.framer, resolver)
        holder = owner.argument if owner else behind or own_state(tree, i, phrase, people[0].person, resolver)
        holder = holder or (None if made else at_home(tree, i, first, phrase, people[0].person, resolver))
        if holder is None and made and is_of_state(phrase):
            by = who_does(tree, token.head, self.framer, resolver)
            own = people[0].person.entity
            if (
                by is None and own.country is None and tree.kids(token.head, "nsubj")
            ):  # "the colonels named X"
                own = replace(own, country=resolver.theatre)
            state = state_behind(replace(people[0].person, entity=own), by, resolver)
            holder = None if state is None else Argument(state, token.text, token.start, token.end)
        if holder is None or (kind == "ranks" and not _ranks_with(tree, i, holder)):
            return
        if kind == "ranks" and holder.entity.country and holder.entity.type == "State":
            forces = resolver.forces_of(holder.entity)
            holder = Argument(forces or holder.entity, holder.mention, holder.start, holder.end)
        start = start_of(tree, i, first)
        part = owner.part if owner is not None else ""
        end = last if owner is None or part else owner.last
        position = position_at(tree, i, start, end, holder)
        branch = "" if part or holder.start > token.start else branch_behind(tree, i, last, resolver)
        if part := part or branch:  # "head of political bureau": an office in Hamas, but not its head
            kind, position = "offices", f"{position} {part}"
        cue = (tree.tokens[start].start, tree.tokens[last].end)
        is_in_town = kind == "leads" and (is_local_command(tree, i, resolver) or token.tag == "NNS")
        if is_in_town and holder.entity.type == "State" and holder.start > token.start:
            return  # "the commander of Mosul" holds no office of the state that the town lies in
        for one in people[:1] if not made else people[:FEW]:
            yield from office(tree, frame, cue, one.person, holder, kind, position, one.status, is_in_town)

    def _each(self, tree: Tree, i: int, resolver: Resolver) -> Iterator[Draft]:
        """ "The Greek and French foreign ministers, Nikos Dendias and Jean-Yves Le Drian"."""
        phrase, first, _ = phrase_at(tree, i, self.words)
        is_office = self.words.offices.kind(phrase) in ("offices", "leads")
        if (
            is_office
            and first > 2
            and tree.tokens[first - 2].lower == "and"
            and tree.name(first - 1) is not None
        ):
            yield from of_each(tree, first, i, phrase, resolver)

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
        tokens = tree.tokens
        # "the governor of Basra and head of the committee X"
        of_town = i + 4 < len(tokens) and tokens[i + 1].lower == "of" and tree.name(i + 2) is not None
        k = i + 4 if of_town else i + 2
        name = tree.name(k) if k < len(tokens) and tokens[k - 1].lower == "and" else None
        if name is None or name.title is None or (name.title.of and not of_town):
            return []
        found = resolver.argument(k, "actor")
        return [] if found is None else [found]


def _ranks_with(tree: Tree, i: int, holder: Argument) -> bool:
    """Whether a rank tells an office: "a colonel of the RSF", "is a general in", "Ukraine's top general"."""
    is_top = holder.start < tree.tokens[i].start and any(
        tree.tokens[k].lower in ("top", "chief") for k in tree.kids(i, "amod")
    )
    return is_top or bool(tree.kids(i, "cop")) or holder.entity.type in BANDS


def _is_of_people(title: Title, resolver: Resolver) -> bool:
    """Whether a title tells of which people in a country somebody is: "Iraqi Kurdish leader"."""
    others = (resolver.entity(name, "actor") for name in title.of[1:])
    return any(entity is not None and entity.type == "Population" for entity in others)
