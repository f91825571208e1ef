"""People killed, injured, displaced and captured: the numbers of a sentence and what befell whom they count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.extract.casualties_counts import Counted, Counter, within
from kg.extract.frames import SUBJECTS, Frame, Framer
from kg.extract.syntax import Tree
from kg.records import Argument
from kg.rules.casualties import CasualtyRule, CasualtyRules, Phrase
from kg.rules.words import WordLists

BETWEEN = ("ADV", "PART", "AUX", "DET", "ADJ")


@dataclass(slots=True)
class Row:
    """A casualty figure in the making. `total` is the row that it is part of; `earlier`: of one told before."""

    rule: CasualtyRule
    counted: Counted
    frame: Frame
    active: bool = False
    total: Row | None = None
    victims: tuple[Argument, ...] = ()
    agents: tuple[Argument, ...] = ()
    place: Argument | None = None
    times: list[Frame] = field(default_factory=list)
    scope: str = "incident"
    since: str | None = None
    earlier: bool = False

    @property
    def kind(self) -> str:
        return self.rule.kind


@dataclass(frozen=True, slots=True)
class CasualtyFinder:
    """Finds the figures of a sentence: which number is governed by which word."""

    rules: CasualtyRules
    words: WordLists
    framer: Framer
    counter: Counter = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "counter", Counter(self.rules, self.words))

    def rows(self, tree: Tree) -> list[Row]:
        """The figures of a sentence, by the place of their numbers; each number once for each kind."""
        triggers = [t.i for t in tree.tokens if t.lemma in self.rules.triggers or t.lower in self.rules.triggers]
        if not triggers:
            return []
        counts = self.counter.counted(tree)
        found: dict[tuple[str, int], Row] = {}
        for i in triggers:
            for row in self._of_word(tree, i, counts):
                if self._may_be(tree, row):
                    found.setdefault((row.kind, row.counted.first), row)
        rows = unambiguous(tree, list(found.values()))
        rows += self._compared(tree, rows, counts)
        return sorted(rows, key=lambda r: (r.counted.first, r.kind))

    def _may_be(self, tree: Tree, row: Row) -> bool:
        """Whether the noun counted is of the class the rule wants."""
        rule, noun = row.rule, row.counted.noun
        if row.frame.trigger == noun or (noun is not None and tree.tokens[noun].lemma == "life"):
            return True
        if not self.counter.may_be_people(tree, row.counted, rule.people):
            return False
        if rule.civil and noun is not None:
            known = self.words.nouns.get(tree.tokens[noun].lemma)
            if known is not None and known.kind in ("fighters", "forces"):
                return False
        below = {tree.tokens[k].lemma for v in (row.frame.trigger,) for k in tree.kids(v, "obj", "obl")}
        return not below & rule.not_with

    def _of_word(self, tree: Tree, i: int, counts: Sequence[Counted]) -> Iterator[Row]:
        token = tree.tokens[i]
        rules = self.rules
        if token.pos in ("VERB", "AUX") or token.tag in ("VBN", "VBD", "VBG"):
            for phrase, rule in rules.verbs.get(token.lemma, ()):
                if (cue := self._cue(tree, i, phrase)) is not None:
                    yield from self._verb(tree, cue, rule, counts)
                    break
            for phrase, rule in rules.fates.get(token.lemma, ()):
                if (cue := self._cue(tree, i, phrase)) is not None:
                    yield from self._fate(tree, cue, rule, counts)
                    break
        elif token.tag == "JJ" and token.lower in rules.states:  # "killed 35 and injured 20", the participle misread
            yield from self._misread(tree, i, counts)
        for phrase, rule in rules.states.get(token.lower, ()):
            if _stands_before(tree, i, phrase):
                yield from self._state(tree, i, rule, counts)
                if (number := _number_of(tree, i)) is not None:
                    yield from self._toll(tree, i, i - number + 1, rule, counts)
                break
        if token.pos in ("NOUN", "PROPN") or token.tag == "VBG":
            for word in dict.fromkeys((token.lemma, token.lower)):
                for phrase, rule in (*rules.nouns.get(word, ()), *rules.acts.get(word, ())):
                    if _stands_before(tree, i, phrase):
                        yield from self._noun(tree, i, rule, counts, (phrase in rule.nouns))
                for phrase, rule in rules.tolls.get(word, ()):
                    if _stands_before(tree, i, phrase):
                        yield from self._toll(tree, i, len(phrase), rule, counts)
                        break
                for phrase, rule in rules.stocks.get(word, ()):
                    if _stands_before(tree, i, phrase):
                        yield from self._stock(tree, i, rule, counts)
                        break

    # Verbs

    def _cue(self, tree: Tree, i: int, phrase: Phrase) -> tuple[int, ...] | None:
        """The tokens of a verb's phrase: each further word stands behind, and hangs on the verb or near it."""
        cue = [i]
        for word in phrase[1:]:
            for token in tree.tokens[cue[-1] + 1 : i + 14]:
                if token.pos == "VERB" and token.lemma != word and cue[-1] == i and token.dep not in ("amod", "xcomp", "acl"):
                    return None
                if word in (token.lemma, token.lower) and self._governs(tree, i, token.i):
                    cue.append(token.i)
                    break
            else:
                return None
        return tuple(cue)

    def _governs(self, tree: Tree, verb: int, k: int) -> bool:
        """Whether k hangs on the verb, or on what the parser hung the verb on."""
        up = list(tree.up(k))[:4]
        return verb in up or (tree.tokens[verb].dep == "conj" and bool({*tree.up(verb)} & set(up[:2])))

    def _verb(self, tree: Tree, cue: tuple[int, ...], rule: CasualtyRule, counts: Sequence[Counted]) -> Iterator[Row]:
        """Victims are the object, or the subject of the passive."""
        verb = cue[0]
        passive = tree.is_passive(verb)
        if tree.tokens[verb].dep == "amod" and tree.tokens[verb].head > verb and passive:
            found = self._beside(tree, verb, counts)  # of "a camp for displaced people" nobody is counted
        elif passive:
            found = self._subject(tree, verb, counts)
        else:
            found = self._counted(tree, self._objects(tree, verb, cue), counts) or self._right_of(tree, cue, counts)
            if not found and tree.tokens[verb].tag in ("VBN", "VBD") and not self.framer.objects(tree, verb):
                passive = True
                found = self._subject(tree, verb, counts)
        for counted in found:
            yield Row(rule, counted, Frame(verb, _run(cue), clause=verb), active=not passive)

    def _subject(self, tree: Tree, verb: int, counts: Sequence[Counted]) -> list[Counted]:
        """The counted phrase that is the subject, by its place or by the parse."""
        near = self._beside(tree, verb, counts)
        own = self._counted(tree, self.framer.external(tree, verb), counts)
        if near and not any(c.first == near[0].first for c in own):
            return near
        return own or self._left_of(tree, verb, counts)

    def _beside(self, tree: Tree, verb: int, counts: Sequence[Counted]) -> list[Counted]:
        """The counted phrase before a verb with nothing but auxiliaries and adverbs between; no part of another."""
        before = verb - 1
        while before > 0 and tree.tokens[before].pos in ("AUX", "ADV", "PART") and not any(c.end == before for c in counts):
            before -= 1
        return [c for c in counts if c.end == before and (c.start == 0 or tree.tokens[c.start - 1].lower not in ("including", "in", "of", "by", "from"))]

    def _misread(self, tree: Tree, i: int, counts: Sequence[Counted]) -> Iterator[Row]:
        """A past tense that the parser took for an adjective: its object follows at once."""
        for lemma in (tree.tokens[i].lower[:-1], tree.tokens[i].lower[:-2]):
            for _, rule in (e for e in self.rules.verbs.get(lemma, ()) if len(e[0]) == 1):
                for counted in counts:
                    if counted.start == i + 1:
                        yield Row(rule, counted, Frame(i, (i,), clause=i), active=True)

    def _objects(self, tree: Tree, verb: int, cue: Sequence[int]) -> list[int]:
        """The objects, and the noun that the parser hung on the second word of a phrase ("took 12 people hostage")."""
        found = self.framer.objects(tree, verb)
        return found + [k for c in cue[1:] for k in tree.kids(c, "compound", "nummod", "nmod", "nsubj") if k < c]

    def _fate(self, tree: Tree, cue: tuple[int, ...], rule: CasualtyRule, counts: Sequence[Counted]) -> Iterator[Row]:
        """Victims are the subject."""
        verb = cue[0]
        for counted in self._subject(tree, verb, counts):
            if not set(cue) & {counted.noun, counted.end}:
                yield Row(rule, counted, Frame(verb, _run(cue), clause=verb))

    # States

    def _state(self, tree: Tree, i: int, rule: CasualtyRule, counts: Sequence[Counted]) -> Iterator[Row]:
        """"12 dead", "12 people dead", "12 are dead", "left dead 12 people"."""
        token = tree.tokens[i]
        if token.pos == "VERB" and token.tag != "VBG" and (self.framer.objects(tree, i) or any(c.start == i + 1 for c in counts)):
            return
        if token.dep == "amod" and token.head > i and not any(c.last + 1 == i and c.noun is None for c in counts):
            return
        clause = tree.clause(i)
        frame = Frame(i, (i,), clause=clause if clause != i or tree.kids(i, "cop", "aux:pass") else None)
        before = i - 1
        while before > 0 and tree.tokens[before].pos == "ADV" and not any(c.holds(before) for c in counts):
            before -= 1
        if before > 0 and tree.tokens[before].lower == "of":  # "tens of thousands of wounded"
            before -= 1
        near = [c for c in counts if c.end == before]
        if not near and token.pos in ("ADJ", "VERB"):
            near = self._counted(tree, self.framer.external(tree, i), counts)
        if not near and tree.tokens[token.head].lemma in ("leave", "make", "render"):
            near = [c for c in counts if c.start == i + 1]
        for counted in near:
            yield Row(rule, counted, frame)

    # Nouns

    def _noun(
        self, tree: Tree, i: int, rule: CasualtyRule, counts: Sequence[Counted], each: bool
    ) -> Iterator[Row]:
        """"16 deaths" (`each`: one victim for each), "the deaths of 16 people", "12 civilians' deaths"."""
        frame = self.framer.noun(tree, i, i)
        of = [k for k in tree.kids(i, "nmod", "obl") if tree.case(k)[:1] == ("of",)]
        found = self._counted(tree, [*of, *tree.kids(i, "nmod:poss")], counts)
        if not found and i + 2 < len(tree.tokens) and tree.tokens[i + 1].lower == "of":
            found = [c for c in counts if c.start == i + 2]
        if not found and each:
            found = [c for c in counts if c.noun == i]
        for counted in found:
            yield Row(rule, counted, frame)

    def _toll(self, tree: Tree, i: int, size: int, rule: CasualtyRule, counts: Sequence[Counted]) -> Iterator[Row]:
        """The first number behind the noun that a preposition or verb of counting binds to it."""
        links, over = self.rules.words["toll_links"], self.rules.words["toll_over"]
        for counted in counts:
            if counted.first < i or counted.start > i + 14:
                continue
            before = counted.start - 1
            while before > i and tree.tokens[before].lower in ("the", "least", "a"):
                before -= 1
            token = tree.tokens[before]
            linked = token.lemma in links or token.lower in links or token.lemma in over
            linked = linked or (token.lower == "in" and counted.start == before + 2)  # "in the hundreds"
            if linked and self.counter.may_be_people(tree, counted, False):
                frame = self.framer.noun(tree, i, i - size + 1)
                if tree.tokens[i].dep in SUBJECTS:
                    frame.clause = tree.tokens[i].head
                if token.lemma in over and counted.compare == "exact":
                    counted = replace(counted, compare="more_than")
                yield Row(rule, counted, frame)
                return
            if token.lower not in ("from", "by", "in", "for", "on", "since", ","):
                return

    def _stock(self, tree: Tree, i: int, rule: CasualtyRule, counts: Sequence[Counted]) -> Iterator[Row]:
        """People that somebody has, or that there are."""
        token = tree.tokens[i]
        for counted in counts:
            if counted.noun != i:
                continue
            top = next((t for t in (counted.first, counted.last) if tree.tokens[t].head != i and tree.tokens[t].dep in ("obj", "nsubj", "root")), i)
            head = tree.tokens[tree.tokens[top].head]
            role = tree.tokens[top].dep
            having = self.rules.words["having"]
            there = any(tree.tokens[k].lower == "there" for k in tree.children[head.i]) or top == head.i or any(tree.tokens[k].lower == "there" for k in tree.children[top])
            if (
                (role in ("obj", "obl") and head.lemma in having and not tree.case(top))
                or (role in SUBJECTS and head.lemma in having and head.pos in ("VERB", "AUX"))
                or there
                or (tree.case(top) == ("to",) and head.lemma in ("home", "host", "shelter", "refuge", "sanctuary"))
            ):
                clause = next((k for k in (head.i, *tree.kids(i, "acl")) if tree.tokens[k].pos in ("VERB", "AUX")), None)
                yield Row(rule, counted, Frame(i, (i,), clause=clause))

    # Numbers

    def _counted(self, tree: Tree, heads: Iterable[int], counts: Sequence[Counted]) -> list[Counted]:
        """The counted phrases that the nouns are, with those coordinated with them; else one person without a number."""
        found: dict[int, Counted] = {}
        for head in heads:
            group = tree.conjuncts(tree.head_of_conjuncts(head)) if tree.tokens[head].dep == "conj" else tree.conjuncts(head)
            for k in group:
                lemma = tree.tokens[k].lemma
                below = [n for n in tree.kids(k, "nmod") if tree.case(n)[:1] == ("of",)] if lemma in self.rules.words["of_count"] else []
                of = within(counts, {k}) or within(counts, set(below))
                for counted in of[:1]:
                    found.setdefault(counted.first, counted)
                if not of and (one := self.counter.one(tree, k)) is not None:
                    found.setdefault(one.first, one)
        return list(found.values())

    def _right_of(self, tree: Tree, cue: Sequence[int], counts: Sequence[Counted]) -> list[Counted]:
        """The counted phrase directly behind the verb, whatever the parser made of it."""
        start = max(_run(cue)) + 1
        for counted in counts:
            if counted.start >= start:
                between = tree.tokens[start : counted.start]
                if len(between) <= 4 and all(t.pos in ("ADV", "DET", "ADJ", "PART") or t.lemma in self.rules.words["of_count"] or t.lower == "of" for t in between):
                    return self._counted(tree, [counted.noun if counted.noun is not None else counted.first], counts) or [counted]
                return []
        return []

    def _left_of(self, tree: Tree, verb: int, counts: Sequence[Counted]) -> list[Counted]:
        """The counted phrase before the verb, with nothing between but auxiliaries and an inserted phrase."""
        before = [c for c in counts if c.end < verb]
        for counted in reversed(before):
            between = list(tree.tokens[counted.end + 1 : verb])
            if all(t.pos in ("AUX", "ADV", "PART") for t in between):
                first = counted
                inserted = self._inserted(tree, counted, before)
                return [inserted or first]
            if not between[0].lower == "," and not all(t.pos in ("AUX", "ADV", "PART", "ADP", "DET", "NOUN", "PROPN", "ADJ") for t in between):
                return []
            if between[0].lower != ",":
                return [counted]
            marks = [t.i for t in between if t.lower in ("including", "among")]
            closed = [t.i for t in between[1:] if t.lower == ","]
            if not marks or not closed:
                return []
            rest = tree.tokens[closed[-1] + 1 : verb]
            return [counted] if all(t.pos in ("AUX", "ADV", "PART") for t in rest) else []
        return []

    def _inserted(self, tree: Tree, counted: Counted, before: Sequence[Counted]) -> Counted | None:
        """Of "12 people, including three children killed", the number that the inserted phrase is part of."""
        if counted.start > 0 and tree.tokens[counted.start - 1].lower == "including":
            return next((c for c in reversed(before) if c.end < counted.start), None)
        return None

    def _compared(self, tree: Tree, rows: Sequence[Row], counts: Sequence[Counted]) -> list[Row]:
        """"Two million refugees, down from a peak of three million", "45, up from 30": the other number, too."""
        found = []
        taken = {r.counted.first for r in rows}
        for row in rows:
            rest = tree.tokens[row.counted.end + 1 : row.counted.end + 4]
            words = [t.lower for t in rest if t.lower != ","]
            if words[:2] not in (["up", "from"], ["down", "from"]):
                continue
            start = rest[-1].i
            for counted in counts:
                if start < counted.start <= start + 6 and counted.first not in taken and counted.noun is None:
                    found.append(Row(row.rule, counted, row.frame, row.active))
                    break
        return found


def _number_of(tree: Tree, i: int) -> int | None:
    """Where "the number of people" begins that token i ("killed") ends."""
    for j in range(i - 2, max(-1, i - 6), -1):
        if tree.tokens[j].lemma == "number" and tree.tokens[j + 1].lower == "of":
            return j
        if tree.tokens[j + 1].pos not in ("NOUN", "ADJ", "DET", "PROPN") and tree.tokens[j + 1].lower != "of":
            return None
    return None


def unambiguous(tree: Tree, rows: list[Row]) -> list[Row]:
    """The rows without those that lump two kinds together: "killed or wounded 40" tells neither number."""
    def lumped(row: Row) -> bool:
        same = {r.kind for r in rows if r.counted.first == row.counted.first}
        return row.kind in ("killed", "injured") and {"killed", "injured"} <= same

    return [row for row in rows if not lumped(row)]


def _stands_before(tree: Tree, i: int, phrase: Phrase) -> bool:
    """Whether the words of a phrase but its last stand directly before token i."""
    first = i - len(phrase) + 1
    return first >= 0 and all(w in (t.lower, t.lemma) for w, t in zip(phrase[:-1], tree.tokens[first:i], strict=True))


def _run(cue: Sequence[int]) -> tuple[int, ...]:
    """The words of a cue that stand together from its first on."""
    found = [cue[0]]
    for i in cue[1:]:
        if i != found[-1] + 1:
            break
        found.append(i)
    return tuple(found)
