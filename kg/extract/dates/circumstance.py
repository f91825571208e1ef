"""Time of a claim: which date of the sentence belongs to which predicate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extract.grammar.frame import Frame
from kg.extract.grammar.tree import Tree
from kg.records import TimeExpression

# What a noun behind these tells lies at another time than its verb; behind the second only when far off.
ELSEWHEN = ("since", "despite", "until", "notwithstanding")
BEFORE = ("after", "following", "before")
# "A raid conducted on Monday".
CARRYING_OUT = ("carry", "conduct", "launch", "stage", "mount", "execute", "perform", "lead")
EARLY = frozenset("originally initially first once previously formerly".split())
# Of what is set for a day the day is the happening's: "talks are scheduled for Monday".
SCHEDULING = ("schedule", "set", "plan", "expect", "slate", "fix", "postpone", "delay", "due")
# "The strike that killed its soldiers on Monday".
HARMING = ("kill", "wound", "injure", "hit", "strike", "destroy", "damage", "happen", "occur", "take")


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
        if token.dep in ("xcomp",) or (
            token.dep == "conj"
            and token.pos in ("VERB", "AUX")
            and not tree.kids(current, "nsubj", "nsubj:pass")
        ):
            current = token.head
            found.append(current)
        else:
            break
    return found


def _beside(tree: Tree, noun: int) -> list[int]:
    """Verbs whose date is a noun's too: "killed in a raid", "talks are set for", "the strike that killed them"."""
    noun = tree.head_of_conjuncts(noun)
    token = tree.tokens[noun]
    if token.pos != "NOUN":
        return []
    head = tree.tokens[token.head]
    found = [
        k
        for k in tree.kids(noun, "acl:relcl")
        if tree.tokens[k].lemma in HARMING
        and any(tree.tokens[s].lower in ("that", "which") for s in tree.kids(k, "nsubj"))
    ]
    scheduled = token.dep in ("nsubj", "nsubj:pass") and head.lemma in SCHEDULING
    during = token.dep == "obl" and tree.case(noun) in (("in",), ("during",)) and head.lemma in HARMING
    return [*found, head.i] if scheduled or during else found


def attached(tree: Tree, i: int) -> int:
    """The verb or noun that a date phrase ending at token i says something of."""
    token = tree.tokens[i]
    if token.dep in ("root",):
        return i
    for up in tree.up(i):
        head = tree.tokens[up]
        if head.dep == "acl:relcl" and _is_closed(tree, up, i):
            continue
        if head.pos in ("VERB", "AUX", "ADJ") and head.dep not in ("aux", "aux:pass", "cop", "amod"):
            return up
        if head.pos in ("NOUN", "PROPN") and not _is_date_word(head.lower):
            return up
    return token.head


def _is_closed(tree: Tree, verb: int, date: int) -> bool:
    """Whether a comma before a date ends the aside in which a verb stands: "X, who was born in 1980, on Monday"."""
    first = min(tree.subtree(date))
    opened = any(t.lower == "," for t in tree.tokens[max(0, min(tree.subtree(verb)) - 1) : verb])
    marks = [t.i for t in tree.tokens[max(0, first - 1) : first + 1] if t.lower == ","]
    return bool(marks) and opened and verb < first


def _is_date_word(word: str) -> bool:
    return word[:3] in (
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
    ) or word in (
        "night",
        "morning",
        "week",
        "month",
        "year",
        "day",
        "evening",
        "afternoon",
        "time",
        "end",
        "beginning",
        "start",
    )


def time_of(
    tree: Tree, frame: Frame, times: Sequence[TimeExpression], *, apart: bool = False
) -> tuple[str | None, str | None, str | None]:
    """(when, since, until) of a frame. A date at the noun itself wins over one at its verb.

    `apart`: what the frame tells is not of the day of what it comes after ("after the attack on 3 March, X called").
    """
    wanted = predicates(tree, frame)
    wanted += [k for k in _beside(tree, frame.trigger) if k not in wanted]
    best: tuple[int, TimeExpression] | None = None
    for expression in times:
        last = _last_token(tree, expression)
        if last is None or _first_since(tree, expression):
            continue
        head = _of_participle(tree, attached(tree, last), wanted)
        if (adjunct := _adjunct_before(tree, last, expression, apart)) is not None and adjunct not in wanted:
            continue
        first = tree.head_of_conjuncts(head)
        if head not in wanted and first in wanted and not _parts_ways(tree, first, head):
            head = first
        if head not in wanted and expression.cue != "of":
            head = _through_nouns(tree, head, wanted, _is_day(expression))
        if head in wanted:
            rank = wanted.index(head)
        elif _of_apposition(tree, frame.trigger, head, last) or _inside(tree, frame, expression, head):
            rank = 0
        else:
            continue
        if best is None or rank < best[0]:
            best = (rank, expression)
    if best is None:
        return None, None, None
    expression = best[1]
    return expression.when, expression.since, expression.until


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
    lemmas = {tree.tokens[k].lemma for k in (*predicates(tree, frame), *gerund)}
    if since is None and lemmas & grammar["beginning_verbs"]:
        return None, when, until
    if until is None and lemmas & grammar["ending_verbs"]:
        return None, since, when
    return when, since, until


def _is_day(expression: TimeExpression) -> bool:
    return expression.when is not None and len(expression.when) == len("2020-03-05")


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


def _parts_ways(tree: Tree, first: int, second: int) -> bool:
    """Whether a coordinated verb tells of another time: "were first based in Derna but withdrew in April"."""
    if tree.tokens[second].pos != "VERB":
        return False
    linked = any(
        tree.tokens[k].lower in ("but", "then", "yet", "later") for k in tree.kids(second, "cc", "advmod")
    )
    early = any(tree.tokens[k].lower in EARLY for k in tree.kids(first, "advmod"))
    return linked or early


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


def _of_participle(tree: Tree, head: int, wanted: Sequence[int]) -> int:
    """What a participle with a date qualifies: "killed in a raid carried out on Monday"."""
    token = tree.tokens[head]
    if head in wanted or token.dep != "acl" or token.tag != "VBN" or token.lemma not in CARRYING_OUT:
        return head
    noun = tree.tokens[token.head]
    inside = tree.case(noun.i) in (("in",), ("during",), ("by",))
    return noun.i if noun.i in wanted else noun.head if inside and noun.head in wanted else head


def _through_nouns(tree: Tree, head: int, wanted: Sequence[int], by_day: bool = True) -> int:
    """The governor of a noun phrase that a date was hung on: "talks on the crisis on Wednesday"."""
    for _ in range(3):
        token = tree.tokens[head]
        if (
            token.pos not in ("NOUN", "PROPN")
            or token.dep not in ("nmod", "obj", "obl")
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
    )


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


def _last_token(tree: Tree, expression: TimeExpression) -> int | None:
    last = None
    for token in tree.tokens:
        if (
            token.start >= expression.start
            and token.end <= expression.end
            and token.pos != "PUNCT"
            and token.lower not in ("'s", "’s")
            and (last is None or tree.tokens[last].head == token.i or token.head not in range(last, token.i))
        ):
            last = token.i
    return last
