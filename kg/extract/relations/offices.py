"""Who holds which office: titles before names, descriptions after them, and "is the foreign minister of"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.drafts import Draft
from kg.extract.grammar.frames import Frame, Framer
from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.extract.relations.appointments import appointed, left
from kg.extract.relations.counterparts import counterparts
from kg.extract.relations.denoted import ONE_OF_MANY, denoted_by, is_local_command
from kg.extract.relations.office_owners import HOLDERS, LED, behind_comma, holder_of, of_after, own_state
from kg.records import Argument, RelationStatus, Title
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
BELONGING = ("member", "fighter", "militant", "rebel", "operative")
# A country's rebel leaders and warlords hold none of its offices.
OUTLAWS = frozenset(
    """rebel militant jihadist jihadi militia guerrilla insurgent separatist secessionist warlord gang terrorist
    islamist extremist faction resistance dissident mercenary""".split()
)


@dataclass(frozen=True, slots=True)
class OfficeReader:
    """Finds offices in a sentence."""

    words: WordLists
    framer: Framer

    def read(self, tree: Tree, resolver: Resolver) -> Iterator[Draft]:
        """The drafts of all offices the sentence states."""
        for token in tree.tokens:
            name = tree.name(token.i)
            if name is not None and name.title is not None:
                yield from self._title(tree, token.i, name.title, resolver)
            elif name is None and token.lemma == "counterpart":
                yield from counterparts(tree, token.i, resolver)
            elif name is None and token.pos in ("NOUN", "PROPN"):
                yield from self._description(tree, token.i, resolver)

    def _title(self, tree: Tree, i: int, title: Title, resolver: Resolver) -> Iterator[Draft]:
        """ "German Foreign Minister Frank-Walter Steinmeier"; the first of several holders counts: "UN Syria envoy"."""
        person = resolver.argument(i, "actor")
        kind = self.words.offices.kind(title.head)
        holder = title.of[0] if title.of else of_after(tree, i)
        entity = resolver.entity(holder, "actor") if holder is not None else None
        if person is None or person.entity.type != "Person" or entity is None or kind in (None, "ranks"):
            return
        assert holder is not None
        if entity.type == "Place":
            entity = resolver.state_of(entity) or entity
        if kind == "leads" and entity.type == "State" and _is_of_people(title, resolver):
            return  # "Iraqi Kurdish leader X" leads Kurds, not Iraq
        organisation = Argument(entity, holder.text, holder.start, holder.end)
        position = (
            title.text if len(title.of) < 2 else " ".join([*(n.text for n in title.of[1:]), title.text])
        )
        known = resolver.lexicon.entries.get(person.entity.id)
        heads = known is not None and any(role.of == entity.id for role in known.roles)
        one_of_many = position.lower() == "commander" and not heads  # "Hezbollah commander Ali Musa"
        yield from self._office(
            tree, Frame(i, (i,)), (title.start, title.end), person, organisation, kind, position, title.status,
            one_of_many,
        )  # fmt: skip

    def _office(
        self, tree: Tree, frame: Frame, cue: tuple[int, int], person: Argument, holder: Argument, kind: str,
        position: str, status: RelationStatus | None, one_of_many: bool = False,
    ) -> Iterator[Draft]:  # fmt: skip
        if kind == "occupations" and holder.entity.type in ("State", "Government", "Collective", "Facility"):
            return  # "a Syrian author" tells where she is from
        if holder.entity.type not in HOLDERS or holder.entity.id == person.entity.id:
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
        phrase, first = self._phrase(tree, i)
        kind = self.words.offices.kind(phrase)
        if kind is None or token.tag in ("NNS", "NNPS"):
            return
        made = appointed(tree, i, self.framer, resolver)
        called = denoted_by(tree, i, resolver) or self._titled_behind_and(tree, i, resolver)
        people = [a for a in (*called, *made) if a.entity.type == "Person"]
        behind = behind_comma(tree, i, resolver)
        if not people and behind is not None and token.dep == "appos":
            person = resolver.argument(token.head, "actor")
            people = [person] if person is not None and person.entity.type == "Person" else []
        if not people:
            return
        frame = self.framer.noun(tree, i, first)
        if made:
            frame.clause = token.head
        if tree.kids(i, "cop"):
            frame.clause = i
        holder = holder_of(frame, resolver) or behind
        holder = holder or own_state(tree, i, phrase, people[0], resolver)
        if holder is None or (kind == "ranks" and not tree.kids(i, "cop")):
            return
        if kind == "ranks" and holder.entity.country and holder.entity.type == "State":
            forces = resolver.forces_of(holder.entity)
            holder = Argument(forces or holder.entity, holder.mention, holder.start, holder.end)
        start = first
        for k in sorted(tree.kids(i, "amod", "compound", "nmod"), reverse=True):
            if k < start and tree.name(k) is None and k == start - 1:
                start = k
        names = [
            k
            for k in tree.kids(i, "amod", "compound")
            if k < first and tree.name(k) is not None and tree.tokens[k].start != holder.start
        ]
        position = tree.text(min([start, *[k for k in names if k > holder_token(tree, holder)]]), i)
        cue = (tree.tokens[start].start, token.end)
        status = left(tree, i) if made else None
        is_local = kind == "leads" and is_local_command(tree, i, resolver)
        if is_local and holder.entity.type == "State":
            return  # "the commander of Mosul" holds no office of the state that the town lies in
        for person in people[:1]:
            yield from self._office(tree, frame, cue, person, holder, kind, position, status, is_local)

    def _titled_behind_and(self, tree: Tree, i: int, resolver: Resolver) -> list[Argument]:
        """ "Lebanon's new president and former army commander Joseph Aoun": two offices of one person."""
        k = i + 2
        name = tree.name(k) if k < len(tree.tokens) and tree.tokens[i + 1].lower == "and" else None
        if name is None or name.title is None or name.title.of:
            return []
        found = resolver.argument(k, "actor")
        return [] if found is None else [found]

    def _phrase(self, tree: Tree, i: int) -> tuple[str, int]:
        """The longest office that ends at token i, lower case, and where it begins."""
        token = tree.tokens[i]
        if token.lower not in self.words.offices.last_words:
            return token.lower, i
        for size in (3, 2, 1, 0):
            first = i - size
            if first < 0 or any(tree.tokens[k].name is not None for k in range(first, i)):
                continue
            phrase = " ".join(t.lower for t in tree.tokens[first : i + 1])
            if self.words.offices.kind(phrase):
                return phrase, first
        return token.lower, i


def _is_of_people(title: Title, resolver: Resolver) -> bool:
    """Whether a title tells of which people in a country somebody is: "Iraqi Kurdish leader"."""
    others = (resolver.entity(name, "actor") for name in title.of[1:])
    return any(entity is not None and entity.type == "Population" for entity in others)


def holder_token(tree: Tree, holder: Argument) -> int:
    """The token where the words for the holder begin."""
    return next((t.i for t in tree.tokens if t.start >= holder.start), 0)
