"""Whether two verbs of a sentence tell of the same time: those that "and" joins, and a participle with its verb."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.dates.attachment import attached, last_token
from kg.extract.grammar.objects import is_infinitive
from kg.extract.grammar.tree import Tree
from kg.records import TimeExpression

EARLY = frozenset("originally initially first once previously formerly".split())
LATER = frozenset(
    "later then subsequently eventually finally afterwards since now currently still today".split()
)
TURNING = frozenset("but then yet later".split())
PRESENT = frozenset(("VBZ", "VBP"))
# What lasts, and by what it ends: "occupied the north and withdrew in 2022".
LASTING = frozenset(
    "occupy control hold rule govern dominate administer support back lead head command serve run host".split()
)
ENDING = frozenset(
    "withdraw leave lose abandon cede retreat quit evacuate vacate surrender relinquish yield expel oust drive die"
    " defeat resign flee".split()
)
# What comes of a deed at once: "captured the town and killed hundreds in 2014".
HARM = frozenset("kill wound injure execute massacre destroy burn loot".split())


def goes_on(tree: Tree, verb: int) -> bool:
    """Whether a verb shares subject and time with the one to which it is joined: "attacked Gao and killed ten".

    "It was founded in 2013 and is backed by Iran", "took Gao and later left": these tell of another time.
    """
    token = tree.tokens[verb]
    if token.dep != "conj" or token.pos not in ("VERB", "AUX") or tree.kids(verb, "nsubj", "nsubj:pass"):
        return False
    if any(tree.tokens[k].lower in LATER for k in tree.kids(verb, "advmod") if k < verb):
        return False
    return _is_present(tree, verb) == _is_present(tree, token.head)


def is_of_same_time(tree: Tree, verb: int) -> bool:
    """Whether a participle tells what its verb does or when: "signed a deal, agreeing to a truce", "died while
    bringing aid"."""
    token = tree.tokens[verb]
    if token.tag != "VBG" or token.dep != "advcl" or token.head > verb or verb < 1:
        return False
    own = [tree.tokens[k] for k in tree.kids(verb, "mark", "case", "aux", "advmod", "nsubj", "nsubj:pass")]
    if any(t.lower == "while" for t in own):
        return True
    own = [t for t in own if t.dep != "advmod"]
    if [t.lower for t in own] == ["by"]:
        return True  # "began the assault on 3 May by firing rockets"
    first = tree.first(verb)
    return not own and "," in (tree.tokens[first].lower, tree.tokens[first - 1].lower)


def told_with(tree: Tree, participle: int) -> int:
    """The verb that a participle behind a comma goes with, past an aim named before the comma.

    "Launched a raid in an attempt to take the town, entering its suburbs": they launched it and entered.
    """
    verb = tree.tokens[participle].head
    while is_infinitive(tree, verb) and tree.tokens[verb].dep in ("acl", "advcl", "xcomp"):
        above = next((k for k in tree.up(verb) if tree.tokens[k].pos == "VERB"), None)
        if above is None:
            break
        verb = above
    return verb


def clause_before(tree: Tree, verb: int, same_tense: bool = True) -> int | None:
    """The verb of the clause that "and" or "while" joins a clause with a subject of its own to.

    "On Monday rebels shelled Gao and the army bombed Kidal": a day at the head is that of both.
    """
    token = tree.tokens[verb]
    marks = {tree.tokens[k].lower for k in tree.kids(verb, "mark", "cc", "advmod") if k < verb}
    opening = next((t.lower for t in tree.tokens[tree.first(verb) : verb] if t.pos != "PUNCT"), "")
    marks.add(opening)  # the parser may hang "and" on the subject
    joined = token.dep == "conj" or token.dep == "advcl" and token.head < verb and marks & {"and", "while"}
    if not joined or tree.tokens[token.head].pos not in ("VERB", "AUX") or marks & (LATER | TURNING | EARLY):
        return None
    above = told_with(tree, token.head) if is_of_same_time(tree, token.head) else token.head
    own = tree.kids(verb, "nsubj", "nsubj:pass")
    alike = not same_tense or _tense(tree, verb) == _tense(tree, above)
    return above if own and alike else None


def _tense(tree: Tree, verb: int) -> str:
    """The form that carries tense: "VBD" of "shelled", "were shelled"; "had", "has" and modals by their word."""
    helping = [tree.tokens[k] for k in tree.kids(verb, "aux", "aux:pass", "cop") if k < verb]
    if not helping:
        return tree.tokens[verb].tag
    return helping[0].tag if helping[0].lemma == "be" else helping[0].lower


def has_own_date(
    tree: Tree, below: Sequence[int], date: TimeExpression, times: Sequence[TimeExpression]
) -> bool:
    """Whether a coordinated verb has another date: "seized Kuwait in 1990 but was driven out in the war of 1991"."""
    joined = [k for k in below if tree.tokens[k].dep == "conj" and tree.tokens[k].pos == "VERB"]
    others = [last_token(tree, other) for other in times if other is not date] if joined else []
    return any(other in tree.subtree(joined[-1]) for other in others if other is not None)


def of_opening(tree: Tree, wanted: Sequence[int], times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The day, month or interval that opens the sentence, if a clause without a date goes on with its main clause."""
    if len(times) != 1:
        return None
    is_interval = times[0].since is not None and times[0].until is not None
    if not is_interval and (times[0].when is None or len(times[0].when) < len("2020-03")):
        return None
    last = last_token(tree, times[0])
    begins = tree.tokens[min(2, len(tree.tokens) - 1)].start
    if last is None or times[0].start > begins or times[0].cue not in ("", "on", "in", "between", "from"):
        return None
    head = attached(tree, last)
    trigger = tree.tokens[wanted[0]]
    new = any(tree.tokens[k].lower in ("a", "an") for k in tree.kids(trigger.i, "det"))
    if trigger.dep == "nsubj" and trigger.head == head and new and trigger.pos == "NOUN":
        return times[0]  # "On Wednesday, an assembly of ministers denounced it"
    for verb in wanted:
        before = clause_before(tree, verb, not is_interval)
        while before is not None and before != head:
            before = clause_before(tree, before, not is_interval)
        if before == head:
            return times[0]
    return None


def parts_ways(tree: Tree, first: int, second: int, short: bool) -> bool:
    """Whether the date of a coordinated verb is not that of the first one: "were first based in Derna but left in May".

    What is told of some days (`short`) mostly belongs together; of a year only what is done to the same object.
    """
    one, other = tree.tokens[first], tree.tokens[second]
    if other.pos != "VERB":
        return False
    if any(tree.tokens[k].lower in TURNING for k in tree.kids(second, "cc", "advmod")):
        return True
    if any(tree.tokens[k].lower in EARLY for k in tree.kids(first, "advmod")):
        return True
    if one.lemma in LASTING and other.lemma in ENDING:
        return True
    if any(tree.case(k)[:1] == ("during",) for k in tree.kids(first, "obl") if k < second):
        return True
    shared = not tree.kids(first, "obj") and tree.is_passive(first) == tree.is_passive(second)
    return not short and not shared and other.lemma not in HARM


def _is_present(tree: Tree, verb: int) -> bool:
    """Whether a verb stands in the present tense, as "is backed" does and "has attacked" does not."""
    helping = [tree.tokens[k] for k in tree.kids(verb, "aux", "aux:pass", "cop")]
    forms = [t for t in helping if t.tag in ("VBZ", "VBP", "VBD", "MD")] or [tree.tokens[verb]]
    joined = tree.tokens[tree.tokens[verb].head]
    if forms[0].i == verb and joined.tag == "VB":
        return False  # a bare infinitive, whatever the tagger calls it
    return forms[0].tag in PRESENT and forms[0].lemma != "have"
