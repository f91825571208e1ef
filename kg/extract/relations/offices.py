"""Who holds which office: titles before names, descriptions after them, and "is the foreign minister of"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.drafts import Draft
from kg.extract.grammar.frames import Frame, Framer
from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.extract.relations.denoted import ONE_OF_MANY, denoted_by, is_local_command, listed
from kg.records import Argument, Entity, Name, RelationStatus, Title
from kg.rules.words import WordLists

HOLDERS = ("State", "Organisation", "ArmedGroup", "ArmedForces", "Government", "Facility", "Collective")
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
# Offices that a state has, whoever it is of which the sentence leaves unsaid.
STATE_OFFICES = ("president", "premier", "minister", "king", "queen", "emir", "sultan", "chancellor")
# "Hamas member X" holds no office, but belongs to it.
BELONGING = ("member", "fighter", "militant", "rebel", "operative")
# A country's rebel leaders and warlords hold none of its offices.
OUTLAWS = frozenset(
    """rebel militant jihadist jihadi militia guerrilla insurgent separatist secessionist warlord gang terrorist
    islamist extremist faction resistance dissident mercenary""".split()
)
# Who is made something; who takes an office, holds or leaves it ("took over as", "stepped down as").
APPOINTING = frozenset(
    "appoint name elect nominate make install inaugurate reelect re-elect reappoint swear".split()
)
LEAVING = frozenset("resign step quit retire".split())
SERVING = LEAVING | frozenset("serve act take succeed replace continue return".split())
RULERS = ("president", "prime minister", "king", "leader", "chancellor")
LED = ("Organisation", "ArmedGroup", "ArmedForces", "Collective")


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
                yield from self._counterparts(tree, token.i, resolver)
            elif name is None and token.pos in ("NOUN", "PROPN"):
                yield from self._description(tree, token.i, resolver)

    def _title(self, tree: Tree, i: int, title: Title, resolver: Resolver) -> Iterator[Draft]:
        """ "German Foreign Minister Frank-Walter Steinmeier"; the first of several holders counts: "UN Syria envoy"."""
        person = resolver.argument(i, "actor")
        kind = self.words.offices.kind(title.head)
        holder = title.of[0] if title.of else self._of_after(tree, i)
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

    def _of_after(self, tree: Tree, i: int) -> Name | None:
        """ "President Hassan Rouhani of Iran"."""
        for k in tree.kids(i, "nmod"):
            if k > i and tree.case(k) == ("of",) and (name := tree.name(k)) is not None and k <= i + 3:
                return name
        return None

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
        appointed = self._appointed(tree, i, resolver)
        called = denoted_by(tree, i, resolver) or self._titled_behind_and(tree, i, resolver)
        people = [a for a in (*called, *appointed) if a.entity.type == "Person"]
        behind = self._behind_comma(tree, i, resolver)
        if not people and behind is not None and token.dep == "appos":
            person = resolver.argument(token.head, "actor")
            people = [person] if person is not None and person.entity.type == "Person" else []
        if not people:
            return
        frame = self.framer.noun(tree, i, first)
        if appointed:
            frame.clause = token.head
        if tree.kids(i, "cop"):
            frame.clause = i
        holder = self._holder(frame, resolver) or behind
        holder = holder or self._own_state(tree, i, phrase, people[0], resolver)
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
        status = self._left(tree, i) if appointed else None
        is_local = kind == "leads" and is_local_command(tree, i, resolver)
        if is_local and holder.entity.type == "State":
            return  # "the commander of Mosul" holds no office of the state that the town lies in
        for person in people[:1]:
            yield from self._office(tree, frame, cue, person, holder, kind, position, status, is_local)

    def _left(self, tree: Tree, i: int) -> RelationStatus | None:
        """ "Stepped down as", "served as": the office is given up; "has served as" holds on."""
        head = tree.tokens[tree.tokens[i].head]
        has = any(tree.tokens[k].lemma == "have" for k in tree.kids(head.i, "aux"))
        if head.lemma == "serve":
            return "former" if head.tag in ("VBD", "VBN") and not has else None
        return "former" if head.lemma in LEAVING and head.tag in ("VBD", "VBN") else None

    def _own_state(
        self, tree: Tree, i: int, phrase: str, person: Argument, resolver: Resolver
    ) -> Argument | None:
        """The state of "X, the caretaker prime minister", where X is of the country that the article is about."""
        token = tree.tokens[i]
        is_office = phrase.split()[-1] in STATE_OFFICES and token.dep == "appos"
        if not is_office or person.entity.country is None or person.entity.country != resolver.theatre:
            return None
        state = resolver.state_of(person.entity)
        return Argument(state, token.text, token.start, token.end) if state else None

    def _counterparts(self, tree: Tree, i: int, resolver: Resolver) -> Iterator[Draft]:
        """ "His Greek and French counterparts, Nikos Dendias and Jean-Yves Le Drian": each holds the same office."""
        token = tree.tokens[i]
        before = i - 1
        while before >= 0 and (tree.name(before) is not None or tree.tokens[before].lower in (",", "and")):
            before -= 1
        behind = i + 1
        while behind < len(tree.tokens) and tree.tokens[behind].lower in (",", "the"):
            behind += 1
        if behind >= len(tree.tokens) or tree.name(behind) is None:
            return
        named = [k for k in range(before + 1, i) if tree.name(k) is not None]
        states = [a for k in named if (a := resolver.argument(k, "actor")) is not None]
        people = [a for k in listed(tree, behind) if (a := resolver.argument(k, "actor")) is not None]
        if len(states) != len(named) or len(people) < len(states):
            return
        position = self._position_of(tree, i, resolver) or token.lemma
        for state, person in zip(states, people, strict=False):
            if state.entity.type == "State" and person.entity.type == "Person":
                cue = (token.start, token.end)
                yield Draft(
                    "office",
                    Frame(i, (i,)),
                    cue,
                    "holdsPosition",
                    subject=person,
                    object=state,
                    position=position,
                )

    def _position_of(self, tree: Tree, i: int, resolver: Resolver) -> str | None:
        """The office, told in this sentence, of the person whose counterpart is spoken of."""
        for k in tree.kids(i, "nmod:poss"):
            owner = resolver.argument(k, "actor")
            for name in tree.sentence.names:
                if owner is not None and name.title is not None and resolver.entity(name) == owner.entity:
                    return name.title.text
        return None

    def _titled_behind_and(self, tree: Tree, i: int, resolver: Resolver) -> list[Argument]:
        """ "Lebanon's new president and former army commander Joseph Aoun": two offices of one person."""
        k = i + 2
        name = tree.name(k) if k < len(tree.tokens) and tree.tokens[i + 1].lower == "and" else None
        if name is None or name.title is None or name.title.of:
            return []
        found = resolver.argument(k, "actor")
        return [] if found is None else [found]

    def _behind_comma(self, tree: Tree, i: int, resolver: Resolver) -> Argument | None:
        """ "General Votel, commander, U.S. Central Command": whose office it is stands behind the next comma."""
        tokens = tree.tokens
        k = i + 2
        if not 0 < i < len(tokens) - 2 or tokens[i - 1].lower != "," or tokens[i + 1].lower != ",":
            return None
        found = resolver.argument(k, "actor") if tree.name(k) is not None else None
        return found if found is not None and found.entity.type in LED else None

    def _appointed(self, tree: Tree, i: int, resolver: Resolver) -> list[Argument]:
        """Who is made what the noun says: "was appointed as commander of", "named her envoy"."""
        token = tree.tokens[i]
        head = tree.tokens[token.head]
        if any(
            tree.tokens[k].lemma in APPOINTING for k in tree.kids(i, "amod")
        ):  # "was re-elected president"
            return [a for k in tree.kids(i, "nsubj:pass") for a in resolver.arguments(k, "actor")]
        if token.dep == "obl" and tree.case(i) == ("as",) and head.lemma in SERVING:
            return [a for k in self.framer.external(tree, head.i) for a in resolver.arguments(k, "actor")]
        if head.lemma not in APPOINTING or token.dep not in ("obl", "xcomp", "obj", "ccomp"):
            return []
        if token.dep == "obl" and tree.case(i) != ("as",):
            return []
        direct = (
            self.framer.external(tree, head.i)
            if tree.is_passive(head.i)
            else tree.kids(head.i, "obj", "iobj")
        )
        return [a for k in direct if k != i for a in resolver.arguments(k, "actor")]

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

    def _holder(self, frame: Frame, resolver: Resolver) -> Argument | None:
        """Whom the office belongs to; a place stands for its state."""
        for filler in ("poss", "of", "for", "mod", "in", "at", "to"):
            for token in frame.roles.get(filler, ()):
                found = resolver.argument(token, "actor")
                if found is not None and found.entity.type == "Place":
                    if filler == "of" and self._is_of_band(frame, resolver):
                        return None  # "the ISIS commander of Raqqa"
                    state = resolver.state_of(found.entity)
                    found = Argument(state, found.mention, found.start, found.end) if state else None
                if found is not None and found.entity.type in HOLDERS:
                    return found
        return None

    def _is_of_band(self, frame: Frame, resolver: Resolver) -> bool:
        """Whether the word before an office names an armed group."""
        owners = (resolver.argument(k, "actor") for k in frame.roles.get("mod", ()))
        return any(a is not None and a.entity.type == "ArmedGroup" for a in owners)


def _is_of_people(title: Title, resolver: Resolver) -> bool:
    """Whether a title tells of which people in a country somebody is: "Iraqi Kurdish leader"."""
    others = (resolver.entity(name, "actor") for name in title.of[1:])
    return any(entity is not None and entity.type == "Population" for entity in others)


def holder_token(tree: Tree, holder: Argument) -> int:
    """The token where the words for the holder begin."""
    return next((t.i for t in tree.tokens if t.start >= holder.start), 0)


def titled(tree: Tree, resolver: Resolver) -> dict[str, Entity]:
    """The last noun of every title in the sentence with its person, for "the minister" later on."""
    found: dict[str, Entity] = {}
    for token in tree.tokens:
        name = tree.name(token.i)
        if name is not None and name.title is not None:
            person = resolver.argument(token.i, "actor")
            if person is not None:
                head = name.title.head
                found[head] = person.entity
                last = head.split()[-1]
                known = found.get(last)  # "the secretary" only when there is one
                if last != head:
                    found[last] = person.entity if known is None or known == person.entity else known
    for token in tree.tokens:
        name = tree.name(token.i)
        if name is not None and name.title is None and _may_hold_office(name, resolver):
            person = resolver.argument(token.i, "actor")
            if person is None:
                continue
            for position in _positions(person, resolver):
                found.setdefault(position, person.entity)
    return found


def _may_hold_office(name: Name, resolver: Resolver) -> bool:
    """Whether the dictionary knows a person of that name."""
    return any(resolver.lexicon.entries[entry].type == "Person" for entry, _ in name.senses)


def _positions(person: Argument, resolver: Resolver) -> list[str]:
    """The offices that the dictionary gives a person at the time of the article; without a date none of a ruler."""
    entry = resolver.lexicon.entries.get(person.entity.id)
    published = resolver.document.published
    if entry is None or person.entity.type != "Person":
        return []
    if published is None:
        return [r.position for r in entry.roles if r.position not in RULERS]
    return [
        r.position
        for r in entry.roles
        if (not r.since or r.since <= published[: len(r.since)])
        and (not r.until or published[: len(r.until)] <= r.until)
    ]
