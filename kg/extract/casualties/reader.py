"""People killed, injured, displaced and captured: the numbers of a sentence and what befell whom they count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.extract.casualties.counts import Counted, Counter
from kg.extract.casualties.governed import Governed
from kg.extract.casualties.nouns import NounReader, number_of
from kg.extract.casualties.rows import Row, run, stands_before
from kg.extract.grammar.frames import Frame, Framer
from kg.extract.grammar.tree import Tree
from kg.rules.casualties import CasualtyRule, CasualtyRules, Phrase
from kg.rules.words import WordLists

BODIES = ("body", "corpse")


@dataclass(frozen=True, slots=True)
class CasualtyFinder:
    """Finds the figures of a sentence: which number is governed by which word."""

    rules: CasualtyRules
    words: WordLists
    framer: Framer
    counter: Counter = field(init=False)
    governed: Governed = field(init=False)
    nouns: NounReader = field(init=False)

    def __post_init__(self) -> None:
        governed = Governed(Counter(self.rules, self.words), self.framer)
        object.__setattr__(self, "counter", governed.counter)
        object.__setattr__(self, "governed", governed)
        object.__setattr__(self, "nouns", NounReader(self.rules, self.framer, governed))

    def triggers(self, tree: Tree) -> list[int]:
        """The tokens that may trigger a rule."""
        known = self.rules.triggers
        return [t.i for t in tree.tokens if t.lemma in known or t.lower in known]

    def rows(self, tree: Tree, triggers: Sequence[int], counts: Sequence[Counted]) -> list[Row]:
        """The figures of a sentence, by the place of their numbers; each number once for each kind."""
        found: dict[tuple[str, int], Row] = {}
        for i in triggers:
            for row in self._of_word(tree, i, counts):
                if self._may_be(tree, row):
                    found.setdefault((row.kind, row.counted.first), row)
        rows = list(found.values())
        lump(rows)
        rows += compared(tree, rows, counts)
        return sorted(rows, key=lambda r: (r.counted.first, r.kind))

    def _may_be(self, tree: Tree, row: Row) -> bool:
        """Whether the noun counted is of the class the rule wants, and the verb used in the rule's sense."""
        rule, noun = row.rule, row.counted.noun
        if _is_bracketed(tree, row) or _is_of_those(tree, row, self.rules):
            return False
        beside = row.counted.last + 1 == row.frame.trigger
        if row.kind == "injured" and not beside and noun is not None and tree.tokens[noun].lemma in BODIES:
            return False  # "17 dead bodies and 55 injured"
        if row.frame.trigger == noun or (noun is not None and tree.tokens[noun].lemma == "life"):
            return True
        if not self.counter.may_be_people(tree, row.counted, rule.people):
            return False
        known = None if noun is None else self.words.nouns.get(tree.tokens[noun].lemma)
        if rule.civil and known is not None and known.kind in ("fighters", "forces"):
            return False
        governed = {tree.tokens[k].lemma for k in tree.kids(row.frame.trigger, "obj", "obl")}
        return not governed & rule.not_with

    def _of_word(self, tree: Tree, i: int, counts: Sequence[Counted]) -> Iterator[Row]:
        token = tree.tokens[i]
        if token.pos in ("VERB", "AUX") or token.tag in ("VBN", "VBD", "VBG"):
            yield from self._verbs(tree, i, counts)
        elif token.tag == "JJ" and token.lower in self.rules.states:
            yield from self._misread(tree, i, counts)
        for phrase, rule in self.rules.states.get(token.lower, ()):
            if stands_before(tree, i, phrase):
                yield from self._state(tree, i, rule, counts)
                if (number := number_of(tree, i)) is not None:
                    yield from self.nouns.toll(tree, i, number, rule, counts)
                break
        if token.pos in ("NOUN", "PROPN") or token.tag == "VBG":
            yield from self.nouns.read(tree, i, counts)

    # Verbs

    def _verbs(self, tree: Tree, i: int, counts: Sequence[Counted]) -> Iterator[Row]:
        lemma = tree.tokens[i].lemma
        for table, read in ((self.rules.verbs, self._verb), (self.rules.fates, self._fate)):
            for phrase, rule in table.get(lemma, ()):
                if (cue := self._cue(tree, i, phrase)) is not None:
                    yield from read(tree, cue, rule, counts)
                    break

    def _cue(self, tree: Tree, i: int, phrase: Phrase) -> tuple[int, ...] | None:
        """The tokens of a verb's phrase: each further word stands behind, and hangs on the verb or near it."""
        cue = [i]
        for word in phrase[1:]:
            if tree.is_passive(i) and (
                own := [k for k in tree.kids(i, "nsubj:pass") if tree.tokens[k].lemma == word]
            ):
                cue += own[:1]  # "bodies were found"
                continue
            for token in tree.tokens[cue[-1] + 1 : i + 14]:
                if word in (token.lemma, token.lower) and self._governs(tree, i, token.i):
                    cue.append(token.i)
                    break
                if cue[-1] == i and token.pos == "VERB" and token.dep not in ("amod", "xcomp", "acl"):
                    return None  # another clause begins
            else:
                return None
        return tuple(cue)

    def _governs(self, tree: Tree, verb: int, k: int) -> bool:
        """Whether k hangs on the verb, or on what the parser hung the verb on."""
        up = list(tree.up(k))[:4]
        return verb in up or (tree.tokens[verb].dep == "conj" and bool({*tree.up(verb)} & set(up[:2])))

    def _verb(
        self, tree: Tree, cue: tuple[int, ...], rule: CasualtyRule, counts: Sequence[Counted]
    ) -> Iterator[Row]:
        """Victims are the object, or the subject of the passive."""
        verb = cue[0]
        token = tree.tokens[verb]
        passive = tree.is_passive(verb)
        if passive and token.dep == "amod" and token.head > verb:
            found = self.governed.beside(
                tree, verb, counts
            )  # of "a camp for displaced people" nobody is counted
        elif passive:
            found = self.governed.subject(tree, verb, counts)
        else:
            found = self.governed.object(tree, cue, counts)
            if not found and token.tag in ("VBN", "VBD") and not self.framer.objects(tree, verb):
                passive = True  # these verbs want an object
                found = self.governed.subject(tree, verb, counts)
        for counted in found:
            yield Row(rule, counted, Frame(verb, run(cue), clause=verb), active=not passive)

    def _fate(
        self, tree: Tree, cue: tuple[int, ...], rule: CasualtyRule, counts: Sequence[Counted]
    ) -> Iterator[Row]:
        """Victims are the subject."""
        for counted in self.governed.subject(tree, cue[0], counts):
            if not set(cue) & {counted.noun, counted.end}:
                yield Row(rule, counted, Frame(cue[0], run(cue), clause=cue[0]))

    def _misread(self, tree: Tree, i: int, counts: Sequence[Counted]) -> Iterator[Row]:
        """A past tense that the parser took for an adjective: its object follows at once."""
        participle = tree.tokens[i].lower
        for lemma in (participle[:-1], participle[:-2]):
            for phrase, rule in self.rules.verbs.get(lemma, ()):
                for counted in counts:
                    if len(phrase) == 1 and counted.start == i + 1:
                        yield Row(rule, counted, Frame(i, (i,), clause=i), active=True)

    # States

    def _state(self, tree: Tree, i: int, rule: CasualtyRule, counts: Sequence[Counted]) -> Iterator[Row]:
        """Said behind the number (12 dead, 12 people dead) or of it (12 are dead, left dead 12 people)."""
        token = tree.tokens[i]
        follows = any(c.start == i + 1 for c in counts)
        if token.pos == "VERB" and token.tag != "VBG" and (follows or self.framer.objects(tree, i)):
            return  # an active verb
        if (
            token.dep == "amod"
            and token.head > i
            and not any(c.last + 1 == i and c.noun is None for c in counts)
        ):
            return
        near = self._before_state(tree, i, counts)
        if not near and token.pos in ("ADJ", "VERB"):
            near = self.governed.subject(tree, i, counts)
        if not near and tree.tokens[token.head].lemma in ("leave", "make", "render"):
            near = [c for c in counts if c.start == i + 1]
        clause = tree.clause(i)
        frame = Frame(i, (i,), clause=clause if clause != i or tree.kids(i, "cop", "aux:pass") else None)
        for counted in near:
            yield Row(rule, counted, frame)

    def _before_state(self, tree: Tree, i: int, counts: Sequence[Counted]) -> list[Counted]:
        """The number directly before, or before "of": "tens of thousands of wounded"."""
        before = i - 1
        while before > 0 and tree.tokens[before].pos == "ADV" and not any(c.holds(before) for c in counts):
            before -= 1
        if before > 0 and tree.tokens[before].lower == "of":
            before -= 1
        return [c for c in counts if c.end == before]


def _is_bracketed(tree: Tree, row: Row) -> bool:
    """Whether brackets keep a number from the verb behind them: "were killed (301 in all) and 559 injured"."""
    between = tree.tokens[row.counted.end + 1 : row.frame.trigger]
    opened = sum((t.text == "(") - (t.text == ")") for t in between)
    return opened < 0


def _is_of_those(tree: Tree, row: Row, rules: CasualtyRules) -> bool:
    """Whether the verb only tells of whom some are counted: "26 of those abducted have been killed"."""
    token = tree.tokens[row.frame.trigger]
    those = tree.tokens[token.head]
    if token.dep != "acl" or those.lower != "those":
        return False
    verb = next((tree.tokens[k] for k in tree.up(those.i) if tree.tokens[k].pos == "VERB"), None)
    return verb is not None and verb.lemma in rules.verbs and verb.lemma != token.lemma


def compared(tree: Tree, rows: Sequence[Row], counts: Sequence[Counted]) -> list[Row]:
    """The earlier number of "two million refugees, down from a peak of three million", "45, up from 30"."""
    found = []
    taken = {r.counted.first for r in rows}
    for row in rows:
        rest = tree.tokens[row.counted.end + 1 : row.counted.end + 4]
        if [t.lower for t in rest if t.lower != ","][:2] not in (["up", "from"], ["down", "from"]):
            continue
        near = (c for c in counts if rest[-1].i < c.start <= rest[-1].i + 6 and c.noun is None)
        other = next((c for c in near if c.first not in taken), None)
        if other is not None:
            found.append(Row(row.rule, other, row.frame, row.active, likened=row))
    return found


def lump(rows: Sequence[Row]) -> None:
    """Mark the rows that lump two kinds together: "killed or wounded 40" tells neither number."""
    kinds: dict[int, set[str]] = {}
    for row in rows:
        kinds.setdefault(row.counted.first, set()).add(row.kind)
    for row in rows:
        row.lumped = {"killed", "injured"} <= kinds[row.counted.first]
