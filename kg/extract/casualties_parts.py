"""Figures that are part of another: "12 people, including five children", "of them", "40 dead: 25 soldiers, 15 rebels"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.casualties import Row
from kg.extract.casualties_counts import Counted, Counter
from kg.extract.frames import Frame
from kg.extract.syntax import Tree

THEM = ("them", "whom", "which", "those")
OPENERS = (":", "-", "–", "—", "(", "--")


def with_parts(tree: Tree, rows: Sequence[Row], counter: Counter) -> list[Row]:
    """The rows and the parts that the sentence tells of them, by the place of their numbers."""
    counts = counter.counted(tree)
    found = [*rows, *(r for r in _of_earlier(tree, counts, counter) if r.counted.first not in {o.counted.first for o in rows})]
    if not rows:
        return found
    for token in tree.tokens:
        start = _list_start(tree, token.i)
        if start is not None:
            total = _total(found, counts, token.i)
            if total is not None:
                _add(found, total, _members(tree, start, counts, counter))
        elif token.lower in OPENERS:
            total = _total(found, counts, token.i)
            members = _members(tree, token.i + 1, counts, counter)
            if total is not None and len(members) > 1 and sum(c.value for c in members) == total.counted.value:
                _add(found, total, members)
        elif token.lower == "of" and (token.i == 0 or tree.tokens[token.i - 1].lower == ","):
            _of_total(tree, token.i, found, counts, counter)
        elif token.lower in THEM:
            _of_them(tree, token.i, found, counts, counter)
    return sorted(found, key=lambda r: (r.counted.first, r.kind))


def _list_start(tree: Tree, i: int) -> int | None:
    """Where a list of parts begins: behind "including", "among them"."""
    token = tree.tokens[i]
    if token.lower in ("including", "comprising"):
        return i + 1
    if token.lower in ("them", "whom") and i > 0 and tree.tokens[i - 1].lower in ("among", "amongst"):
        return i + 1
    return None


def _total(rows: Sequence[Row], counts: Sequence[Counted], i: int) -> Row | None:
    """The row of the nearest number before token i, when that number is a figure and no part itself."""
    before = [c for c in counts if c.end < i]
    if not before:
        return None
    nearest = before[-1]
    found = [r for r in rows if r.counted.first == nearest.first and r.total is None]
    return found[0] if len(found) == 1 else None


def _members(tree: Tree, start: int, counts: Sequence[Counted], counter: Counter) -> list[Counted]:
    """The counted people of a list, up to the first word of another clause."""
    found: list[Counted] = []
    i = start
    while i < len(tree.tokens):
        token = tree.tokens[i]
        counted = next((c for c in counts if c.start == i), None)
        if counted is not None:
            if not counter.may_be_people(tree, counted, False) or _has_own_word(tree, counted, counter):
                break
            found.append(counted)
            i = counted.end + 1
            continue
        if (one := counter.one(tree, i)) is not None:
            found.append(one)
        elif _ends_list(tree, i):
            break
        i += 1
    return found


def _has_own_word(tree: Tree, counted: Counted, counter: Counter) -> bool:
    """Whether a state of its own follows the number: "including three children and 20 wounded"."""
    after = counted.end + 1
    return after < len(tree.tokens) and tree.tokens[after].lower in counter.rules.states


def _ends_list(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    if token.pos == "AUX" or token.lower in (";", ")", "-", "–", "—", "when", "after", "while", "who", "that"):
        return True
    return token.pos == "VERB" and token.dep not in ("amod", "acl")


def _add(rows: list[Row], total: Row, members: Sequence[Counted]) -> None:
    """Add the members as parts of a total; a row already found for the same word becomes one."""
    for counted in members:
        known = [r for r in rows if r.counted.first == counted.first]
        if any(r.frame.trigger != total.frame.trigger for r in known):
            return
        if known:
            known[0].total = total
        elif counted.value <= total.counted.value:
            rows.append(replace(total, counted=counted, total=total))


def _of_them(tree: Tree, i: int, rows: list[Row], counts: Sequence[Counted], counter: Counter) -> None:
    """"Five of them children", "of whom five were children", "five of whom were women"."""
    if i == 0 or tree.tokens[i - 1].lower != "of":
        return
    number = next((c for c in counts if c.end in (i - 2, i) and c.noun is None), None)
    start = i + 1
    if number is None:
        number = next((c for c in counts if c.start in (i + 1, i + 2) and c.noun is None), None)
        if number is None:
            counted = next((c for c in counts if c.start == i + 1), None)
            total = _total(rows, counts, i - 1)
            if counted is not None and total is not None and counter.may_be_people(tree, counted, True):
                _add(rows, total, [counted])
            return
        start = number.end + 1
    total = _total(rows, counts, number.start)
    while start < len(tree.tokens) and (tree.tokens[start].pos in ("AUX", "ADV") or tree.tokens[start].lower == ","):
        start += 1
    if total is None or start >= len(tree.tokens):
        return
    noun = next((t.i for t in tree.tokens[start : start + 3] if t.tag in ("NNS", "NNPS") and counter.is_person(tree, t.i)), None)
    if noun is not None and tree.tokens[start].pos in ("NOUN", "ADJ", "PROPN"):
        _add(rows, total, [replace(number, noun=noun, end=max(number.end, noun))])


def _of_total(tree: Tree, i: int, rows: list[Row], counts: Sequence[Counted], counter: Counter) -> None:
    """"Of the 45 people killed, 20 were civilians"."""
    total = next((r for r in rows if i < r.counted.first <= i + 4 and r.total is None), None)
    if total is None:
        return
    for number in counts:
        if number.first > total.counted.end and number.noun is None and (noun := _predicate(tree, number.end + 1, counter)):
            _add(rows, total, [replace(number, noun=noun, end=max(number.end, noun))])


def _predicate(tree: Tree, start: int, counter: Counter) -> int | None:
    """The people that somebody is said to be: "were women", "are believed to be civilians"."""
    tokens = tree.tokens
    if start >= len(tokens) or tokens[start].lemma != "be":
        return None
    for token in tokens[start + 1 : start + 6]:
        if token.tag in ("NNS", "NNPS") and counter.is_person(tree, token.i):
            return token.i
        if token.pos not in ("ADV", "ADJ", "NOUN", "PROPN", "PART", "AUX", "VERB"):
            return None
    return None


def _of_earlier(tree: Tree, counts: Sequence[Counted], counter: Counter) -> list[Row]:
    """"The dead included three officers", "among those killed were two women", "eight of the wounded were children"."""
    found: list[Row] = []
    tokens = tree.tokens
    for token in tokens:
        i = token.i
        entries = counter.rules.states.get(token.lower, ())
        if not entries or i == 0 or i + 1 >= len(tokens) or tokens[i - 1].lower not in ("the", "those"):
            continue
        before = tokens[i - 2].lower if i > 1 else ""
        after = tokens[i + 1]
        members: list[Counted] = []
        if after.lemma == "include" and before not in ("of", "among"):
            members = _members(tree, i + 2, counts, counter)
        elif before in ("among", "amongst") and after.lemma == "be":
            members = _members(tree, i + 2, counts, counter)
        elif before == "of" and (number := next((c for c in counts if c.end == i - 3 and c.noun is None), None)):
            noun = _predicate(tree, i + 1, counter)
            members = [replace(number, noun=noun, end=number.end)] if noun is not None else []
        rule = entries[-1][1]
        frame = Frame(i, (i,), clause=after.i)
        found += [Row(rule, counted, frame, earlier=True) for counted in members]
    return found
