"""Time of a claim: which date of the sentence belongs to which predicate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extract.dates.attachment import attached, last_token
from kg.extract.dates.coordination import (
    goes_on,
    has_own_date,
    is_of_same_time,
    parts_ways,
    told_with,
)
from kg.extract.dates.sharing import INSIDE, beside, describes, of_participle, of_perfect, shared
from kg.extract.grammar.frame import Frame
from kg.extract.grammar.tree import Tree
from kg.records import TimeExpression

# What a noun behind these tells lies at another time than its verb; behind the second only when far off.
ELSEWHEN = ("since", "despite", "until", "notwithstanding")
BEFORE = ("after", "following", "before")
ARTICLES = frozenset(("the", "a", "an", "its", "their", "his", "her"))
# "Took office", "took over", "came to power".
OFFICE = ("office", "power", "over", "oath")


def predicates(tree: Tree, frame: Frame) -> list[int]:
    """The tokens whose adverbials speak of the frame too: trigger, its carrier, and verbs that share its subject."""
    found = [frame.trigger]
    if frame.light is not None:
        found.append(frame.light)
    if frame.clause is not None and frame.clause not in found:
        found.append(frame.clause)
    current = found[-1]
    for _ in range(4):
        token = tree.tokens[current]
        if token.dep == "xcomp" or goes_on(tree, current) or is_of_same_time(tree, current):
            current = told_with(tree, current) if token.dep == "advcl" else token.head
            found.append(current)
        else:
            break
    return found


def time_of(
    tree: Tree, frame: Frame, times: Sequence[TimeExpression], *, apart: bool = False
) -> tuple[str | None, str | None, str | None]:
    """(when, since, until) of a frame. A date at the noun itself wins over one at its verb.

    `apart`: what the frame tells is not of the day of what it comes after ("after the attack on 3 March, X called").
    """
    if not times:
        return None, None, None
    wanted = predicates(tree, frame)
    wanted += [k for k in beside(tree, frame.trigger) if k not in wanted]
    own = _own_date(tree, frame, wanted, times, apart) or shared(tree, wanted, times)
    return (None, None, None) if own is None else (own.when, own.since, own.until)


def _own_date(
    tree: Tree, frame: Frame, wanted: Sequence[int], times: Sequence[TimeExpression], apart: bool
) -> TimeExpression | None:
    """The date that hangs on one of the tokens wanted, on the first of them if on several."""
    best: tuple[int, TimeExpression] | None = None
    for expression in times:
        last = last_token(tree, expression)
        if last is None or _first_since(tree, expression):
            continue
        if (owner := _owner(tree, expression)) is not None and owner not in (frame.trigger, *frame.cue):
            continue
        head = of_participle(tree, attached(tree, last), wanted)
        if expression.cue == "since":
            head = of_perfect(tree, head)
        if (adjunct := _adjunct_before(tree, last, expression, apart)) is not None and adjunct not in wanted:
            continue
        first = tree.head_of_conjuncts(head)
        if (
            head not in wanted
            and first in wanted
            and not first < last < head  # "signed a deal, and in 2020 they left"
            and not (
                tree.kids(first, "cop") and tree.tokens[head].pos == "VERB"
            )  # "was a general, and fought in"
            and not parts_ways(tree, first, head, _is_short(expression))
        ):
            head = first
        of_other = apart and head not in wanted and _is_judged(tree, head, frame.trigger)
        if head not in wanted and expression.cue != "of" and not of_other:
            head = _through_nouns(tree, head, wanted, _is_day(expression), last)
            head = of_participle(tree, head, wanted)
        if head in wanted:
            rank = wanted.index(head)
            if rank and has_own_date(tree, wanted[:rank], expression, times):
                continue
        elif _of_apposition(tree, frame.trigger, head, last) or _inside(tree, frame, expression, head):
            rank = 0
        else:
            continue
        if best is None or rank < best[0]:
            best = (rank, expression)
    return None if best is None else best[1]


def _is_judged(tree: Tree, noun: int, verb: int) -> bool:
    """Whether a date is that of what is judged: "condemned the attack in Beni on 3 July"."""
    token = tree.tokens[noun]
    return (
        token.dep == "obj" and token.head == verb and token.pos == "NOUN" and tree.tokens[verb].pos == "VERB"
    )


def span_of(
    tree: Tree, frame: Frame, times: Sequence[TimeExpression], grammar: Mapping[str, frozenset[str]]
) -> tuple[str | None, str | None, str | None]:
    """(when, since, until) of a tie: the date of its beginning is since when it holds, that of its end until when."""
    when, since, until = time_of(tree, frame, times)
    if when is None:
        return when, since, until
    trigger = tree.tokens[frame.trigger]
    gerund = (
        [trigger.head] if trigger.tag == "VBG" and trigger.dep in ("ccomp", "advcl") else []
    )  # "stopped backing"
    verbs = (*predicates(tree, frame), *gerund)
    lemmas = {tree.tokens[k].lemma for k in verbs}
    begins = lemmas & grammar["beginning_verbs"] or any(_takes_office(tree, k) for k in verbs)
    if since is None and begins:
        return None, when, until
    if until is None and lemmas & grammar["ending_verbs"]:
        return None, since, when
    return when, since, until


def _takes_office(tree: Tree, verb: int) -> bool:
    """ "Took office", "took over", "came to power" begin an office."""
    token = tree.tokens[verb]
    if token.lemma == "come":
        return any(tree.tokens[k].lemma in OFFICE for k in tree.kids(verb, "obl"))
    if token.lemma not in ("take", "enter"):
        return False
    return any(tree.tokens[k].lemma in OFFICE for k in tree.kids(verb, "obj", "compound:prt"))


def _owner(tree: Tree, expression: TimeExpression) -> int | None:
    """The common noun that a date stands before as its modifier: "under the December 25, 2011 agreement".

    What is told to happen in it has its date: "killed in a 2008 raid".
    """
    first = next((t.i for t in tree.tokens if t.start >= expression.start), 0)
    after = next((t for t in tree.tokens[first:] if t.start >= expression.end), None)
    is_noun = after is not None and after.pos == "NOUN" and after.name is None
    if after is None or not is_noun or not first or tree.tokens[first - 1].lower not in ARTICLES:
        return None
    if first > 1 and tree.tokens[first - 2].lower in ("in", "during", "by", "with"):
        return None
    return after.i


def _is_day(expression: TimeExpression) -> bool:
    return expression.when is not None and len(expression.when) == len("2020-03-05")


def _is_short(expression: TimeExpression) -> bool:
    """Whether a date is a day or some days: what two verbs tell of such a time belongs together."""
    ends = (expression.when or expression.since or "", expression.when or expression.until or "")
    return all(len(end) == len("2020-03-05") for end in ends)


def _adjunct_before(tree: Tree, date: int, expression: TimeExpression, apart: bool) -> int | None:
    """The noun right before a date that tells from when or in spite of what: "since the fall of Kabul in August".

    Behind "after" only a month or year is the noun's: who dies after an attack on Monday dies on Monday.
    """
    begin = next((t.i for t in tree.tokens if t.start >= expression.start), date)
    if expression.cue in ("since", "until", "") or begin == 0 or begin > date:
        return None
    for k in (begin - 1, *tree.up(begin - 1)):
        token = tree.tokens[k]
        if token.pos not in ("NOUN", "PROPN") or k >= begin:
            return None
        fronted = apart and tree.tokens[k].head > date
        if _is_set_apart(tree, k, _is_day(expression) and not fronted):
            return k
    return None


def _is_set_apart(tree: Tree, noun: int, by_day: bool) -> bool:
    """Whether a noun tells of something at another time than its verb: "despite a truce", "since the coup"."""
    case = tree.case(noun)[:1]
    return (
        bool(case)
        and tree.tokens[noun].dep in ("obl", "nmod")
        and case[0] in (ELSEWHEN if by_day else (*ELSEWHEN, *BEFORE))
    )


def _first_since(tree: Tree, expression: TimeExpression) -> bool:
    """ "For the first time since 2016", "the worst since May": nothing lasts since then."""
    since = next((t.i for t in tree.tokens if t.start >= expression.start), 0)
    return expression.cue == "since" and compares_since(tree, since)


def compares_since(tree: Tree, since: int) -> bool:
    """Whether "since" tells what a superlative is compared with: "the deadliest attack since the truce"."""
    before = tree.tokens[max(0, since - 8) : since]
    return any(
        t.lower in ("first", "only") or t.tag in ("JJS", "RBS") and tree.tokens[t.i - 1].lower != "at"
        for t in before
    )


def _through_nouns(tree: Tree, head: int, wanted: Sequence[int], by_day: bool, date: int) -> int:
    """The governor of a noun phrase that a date was hung on: "talks on the crisis on Wednesday".

    Before its noun a date is the noun's: who "rejected the 2019 truce" or met "after Tuesday's attack" did so later,
    and only who was "killed in Tuesday's attack" was killed then.
    """
    if (
        date < head
        and tree.case(head)[:1] not in ((), *INSIDE)
        or date < head
        and tree.tokens[head].dep == "obj"
    ):
        return head
    for _ in range(3):
        token = tree.tokens[head]
        if (
            token.pos not in ("NOUN", "PROPN")
            or token.dep not in ("nmod", "obj", "obl", "obl:agent")
            or token.head == head
            or _is_set_apart(tree, head, by_day)
        ):
            return head
        head = token.head
        if head in wanted or tree.tokens[head].pos == "VERB":
            return head
    return head


def _of_apposition(tree: Tree, trigger: int, head: int, date: int) -> bool:
    """ "David Cameron, prime minister from 2010 to 2016, …": hung on the name."""
    token = tree.tokens[trigger]
    between = tree.tokens[trigger:date]
    return (
        token.dep == "appos"
        and token.head == head
        and trigger < date
        and all(t.lower != "," for t in between)
    ) or describes(tree, trigger, head, date)


def _inside(tree: Tree, frame: Frame, expression: TimeExpression, head: int) -> bool:
    """Whether the date stands directly before the trigger: "the December 31 attack", "Thursday's strike".

    Before a verb it may end the clause of another: "rebels who took Gao in 2014 attacked".
    """
    if tree.tokens[frame.trigger].pos == "VERB" and tree.tokens[head].pos == "VERB":
        return False
    start = tree.tokens[frame.cue[0]].start
    gap = tree.sentence.text[expression.end - tree.sentence.start : start - tree.sentence.start]
    return (
        0 <= start - expression.end <= 12
        and gap.strip() in ("", "'s", "’s")
        or (
            0 <= start - expression.end <= 24
            and len(gap.split()) <= 2
            and gap[:1] in (" ", "'", "’")
            and "," not in gap
            and tree.tokens[frame.trigger].pos == "NOUN"
            and all(w.isalpha() or w in ("'s", "’s") for w in gap.split())
            and not any(
                w in ("the", "a", "and", "in", "on", "of", "his", "their") for w in gap.lower().split()
            )
        )
    )
