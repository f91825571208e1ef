"""Figures that are part of another: "12 people, including five children", "40 dead: 25 soldiers, 15 rebels"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.extract.casualties.counts import Counted, Counter
from kg.extract.casualties.rows import Row
from kg.extract.grammar.frames import Frame
from kg.extract.grammar.tree import Tree

THEM = ("them", "whom", "which", "those")
AMONG = ("among", "amongst")
OPENERS = (":", "-", "–", "—", "(", "--")
CLAUSE_MARKS = frozenset((";", ")", "-", "–", "—", "when", "after", "while", "who", "that"))
IN_DEEDS = ("in", "by", "during", "from", "after", "when")
DEEDS = (
    "attack",
    "incident",
    "clash",
    "raid",
    "ambush",
    "accident",
    "crash",
    "shooting",
    "bombing",
    "explosion",
)
PLURALS = ("NNS", "NNPS")
IN_PREDICATE = ("ADV", "ADJ", "NOUN", "PROPN", "PART", "AUX", "VERB")


@dataclass(slots=True)
class Parts:
    """Adds to the rows of a sentence those that are parts of them. `rows` grows."""

    tree: Tree
    counter: Counter
    counts: Sequence[Counted]
    rows: list[Row]

    def read(self) -> list[Row]:
        """The rows and the parts that the sentence tells, by the place of their numbers."""
        if not self.counts and not self.rows:
            return []
        known = {row.counted.first for row in self.rows}
        earlier = [row for row in self._of_earlier() if row.counted.first not in known]
        if self.rows:
            for token in self.tree.tokens:
                self._at(token.i)
        return sorted([*self.rows, *earlier], key=lambda r: (r.counted.first, r.kind))

    def _at(self, i: int) -> None:
        tokens = self.tree.tokens
        word, before = tokens[i].lower, tokens[i - 1].lower if i else ""
        if word in ("including", "comprising") or (word in ("them", "whom") and before in AMONG):
            if (total := self._total(i)) is not None:
                self._add(total, self._members(i + 1))
        elif word in OPENERS:
            total = self._total(i)
            members = self._members(i + 1) if total is not None else []
            if (
                total is not None
                and len(members) > 1
                and sum(c.value for c in members) == total.counted.value
            ):
                self._add(total, members)
        elif word == "of" and before in ("", ","):
            self._of_total(i)
        elif word in THEM and before == "of":
            self._of_them(i)

    def _total(self, i: int) -> Row | None:
        """The row of the nearest number before token i, when that number is a figure and no part itself."""
        nearest = next((c for c in reversed(self.counts) if c.end < i), None)
        if nearest is None:
            return None
        found = [r for r in self.rows if r.counted.first == nearest.first and r.total is None]
        return found[0] if len(found) == 1 else None

    def _members(self, start: int) -> list[Counted]:
        """The counted people of a list, up to the first word of another clause."""
        tree = self.tree
        found: list[Counted] = []
        i = start
        while i < len(tree.tokens):
            counted = next((c for c in self.counts if c.start == i), None)
            if counted is not None:
                if self._speak(counted) or self._tells_of_deed(counted):
                    break
                if not self.counter.may_be_people(tree, counted, False) or self._has_own_word(counted):
                    break
                found.append(counted)
                i = counted.end
            elif (one := self.counter.one(tree, i)) is not None:
                found.append(one)
            elif self._ends_list(i):
                break
            i += 1
        return found

    def _speak(self, counted: Counted) -> bool:
        """Whether those counted are who says so: "including a child, two witnesses said"."""
        following = self.tree.tokens[counted.end + 1 : counted.end + 2]
        return any(t.lemma in self.counter.words.grammar["reporting_verbs"] for t in following)

    def _tells_of_deed(self, counted: Counted) -> bool:
        """Whether a number counts deeds, not members: "including a child in two bombings"."""
        noun = None if counted.noun is None else self.tree.tokens[counted.noun]
        before = self.tree.tokens[counted.start - 1].lower if counted.start else ""
        harms = self.counter.rules.words["harms"]
        return noun is not None and before in IN_DEEDS and (noun.lemma in harms or noun.lemma in DEEDS)

    def _has_own_word(self, counted: Counted) -> bool:
        """Whether a state of its own follows the number: "including three children and 20 wounded"."""
        following = self.tree.tokens[counted.end + 1 : counted.end + 2]
        return any(token.lower in self.counter.rules.states for token in following)

    def _ends_list(self, i: int) -> bool:
        token = self.tree.tokens[i]
        if token.pos == "AUX" or token.lower in CLAUSE_MARKS:
            return True
        return token.pos == "VERB" and token.dep not in ("amod", "acl")

    def _add(self, total: Row, members: Sequence[Counted]) -> None:
        """Add the members as parts of a total; a row already found for the same word becomes one."""
        for counted in members:
            known = [r for r in self.rows if r.counted.first == counted.first]
            if any(r.frame.trigger != total.frame.trigger for r in known):
                return
            if known:
                known[0].total = total
            elif counted.value <= total.counted.value:
                self.rows.append(replace(total, counted=counted, total=total))

    def _of_them(self, i: int) -> None:
        """Five of them children; five of whom were women; of whom five were children; of them three women."""
        number = next((c for c in self.counts if c.end in (i - 2, i) and c.noun is None), None)
        if number is None:
            number = next((c for c in self.counts if c.start in (i + 1, i + 2)), None)
            total = self._total(i - 1)
        else:
            total = self._total(number.start)
        if number is None or total is None:
            return
        if number.noun is not None:
            if number.start == i + 1 and self.counter.may_be_people(self.tree, number, True):
                self._add(total, [number])
            return
        start = max(number.end, i) + 1
        noun = self._predicate(start) if self._word(start) != "," else self._predicate(start + 1)
        if noun is None:
            noun = next((t.i for t in self.tree.tokens[start : start + 3] if self._are_people(t.i)), None)
            if noun is None or any(
                t.pos not in ("NOUN", "ADJ", "PROPN") for t in self.tree.tokens[start:noun]
            ):
                return
        self._add(total, [replace(number, noun=noun, end=max(number.end, noun))])

    def _word(self, i: int) -> str:
        return self.tree.tokens[i].lower if i < len(self.tree.tokens) else ""

    def _are_people(self, i: int) -> bool:
        return self.tree.tokens[i].tag in PLURALS and self.counter.is_person(self.tree, i)

    def _of_total(self, i: int) -> None:
        """Of the 45 people killed, 20 were civilians."""
        total = next((r for r in self.rows if i < r.counted.first <= i + 4 and r.total is None), None)
        for number in self.counts:
            if total is not None and number.noun is None and number.first > total.counted.end:
                noun = self._predicate(number.end + 1)
                if noun is not None:
                    self._add(total, [replace(number, noun=noun, end=max(number.end, noun))])

    def _predicate(self, start: int) -> int | None:
        """The people that somebody is said to be: "were women", "are believed to be civilians"."""
        tokens = self.tree.tokens
        if start >= len(tokens) or tokens[start].lemma != "be":
            return None
        for token in tokens[start + 1 : start + 6]:
            if self._are_people(token.i):
                return token.i
            if token.pos not in IN_PREDICATE:
                return None
        return None

    def _of_earlier(self) -> list[Row]:
        """The dead included three officers; among those killed were two women; eight of the wounded were children."""
        found: list[Row] = []
        tokens = self.tree.tokens
        for token in tokens[1:-1]:
            entries = self.counter.rules.states.get(token.lower, ())
            if entries and tokens[token.i - 1].lower in ("the", "those"):
                frame = Frame(token.i, (token.i,), clause=token.i + 1)
                members = self._members_of_group(token.i)
                found += [Row(entries[-1][1], counted, frame, earlier=True) for counted in members]
        return found

    def _members_of_group(self, i: int) -> list[Counted]:
        """Who is said to be among "the dead", whose last word is token i."""
        tokens = self.tree.tokens
        before = tokens[i - 2].lower if i > 1 else ""
        if tokens[i + 1].lemma == "include" and before not in ("of", *AMONG):
            return self._members(i + 2)
        if tokens[i + 1].lemma == "be" and before in AMONG:
            return self._members(i + 2)
        number = next((c for c in self.counts if c.end == i - 3 and c.noun is None), None)
        if before == "of" and number is not None and (noun := self._predicate(i + 1)) is not None:
            return [replace(number, noun=noun)]
        return []
