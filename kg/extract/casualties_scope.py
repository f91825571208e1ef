"""What time a casualty figure covers: one incident, a period, or all the time until the article."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.casualties import Row
from kg.extract.circumstance import time_of
from kg.extract.syntax import Tree
from kg.records import TimeExpression
from kg.rules.casualties import CasualtyRules

DURING = ("in", "over", "during", "within", "throughout", "across", "for")
STRETCH = ("past", "last", "first", "recent", "previous", "few", "several", "two", "three", "four", "five", "six")


def since_clause(tree: Tree, row: Row, times: Sequence[TimeExpression]) -> str | None:
    """The date of "since the conflict erupted in March 2011" behind the figure's clause, or None."""
    verb = row.frame.clause if row.frame.clause is not None else row.frame.trigger
    for token in tree.tokens[verb + 1 :]:
        if token.lower == "since":
            for time in times:
                if time.start > token.end and time.start - token.end < 80:
                    return time.since or time.when
                if time.start <= token.start < time.end:
                    return time.since or time.when
            return None
        if token.lower == ";":
            return None
    return None


def scope_of(tree: Tree, row: Row, times: Sequence[TimeExpression], rules: CasualtyRules) -> str:
    """"incident", "period" or "cumulative"."""
    verb = row.frame.clause if row.frame.clause is not None else row.frame.trigger
    if row.since is not None or _is_cumulative(tree, row, verb, rules):
        return "cumulative"
    when = time_of(tree, row.frame, times)[0] if row.kind in ("killed", "injured") else None
    if (_in_a_stretch(tree, row, verb, rules) or (when is not None and len(when) < 10)) and not _at_once(tree, row, verb):
        return "period"
    return "incident"


def _at_once(tree: Tree, row: Row, verb: int) -> bool:
    """Whether a single happening is the cause: "when the hotel collapsed", "in an attack"."""
    tokens = tree.tokens
    return any(tokens[m].lower == "when" for k in tree.kids(verb, "advcl") for m in tree.kids(k, "mark", "advmod")) or any(
        tokens[k].tag == "NN" and any(tokens[d].lower in ("a", "an", "one") for d in tree.kids(k, "det", "nummod"))
        and tokens[k].lemma not in ("day", "week", "month", "year", "period")
        for k in tree.kids(verb, "obl", "nsubj", "obl:agent")
    )


def _is_cumulative(tree: Tree, row: Row, verb: int, rules: CasualtyRules) -> bool:
    """Whether a war is the cause, or the words say that all is counted."""
    tokens = tree.tokens
    words = rules.words
    near = [t.lower for t in tokens if t.i in _circumstances(tree, row, verb)]
    text = f" {' '.join(near)} "
    if any(f" {word} " in text for word in words["cumulative"]):
        return True
    for token in tokens:
        if token.lower == "since" and token.i > verb and verb in (token.head, *tree.up(token.i)):
            return True
    if not row.active:
        return any(
            tokens[k].lemma in words["wars"] and tree.case(k)[:1] in (("in",), ("during",), ("by",))
            for k in (*tree.kids(verb, "obl", "obl:agent"), *tree.kids(row.frame.trigger, "nmod", "obl"))
        )
    subjects = [*tree.kids(verb, "nsubj"), tokens[verb].head]
    subjects += [n for k in subjects for n in tree.kids(k, "nmod") if tree.case(n) == ("of",)]  # "ten years of war"
    return any(tokens[k].lemma in words["wars"] for k in subjects)


def _circumstances(tree: Tree, row: Row, verb: int) -> set[int]:
    """The words that hang on the figure, its verb and its noun, clauses left out."""
    found: set[int] = set()
    for predicate in (verb, row.frame.trigger, row.counted.first):
        for k in tree.kids(predicate, "advmod", "obl", "nmod", "amod", "obl:unmarked", "nmod:unmarked"):
            found.update(tree.subtree(k))
    return found


def _in_a_stretch(tree: Tree, row: Row, verb: int, rules: CasualtyRules) -> bool:
    """Whether the figure is of some days or longer: "in recent days", "in the first week", "two weeks of fighting"."""
    tokens = tree.tokens
    spans = rules.words["spans"]
    for predicate in dict.fromkeys((verb, row.frame.trigger, tree.clause(verb), row.counted.first, row.counted.noun)):
        if predicate is None:
            continue
        for k in tree.kids(predicate, "obl", "nmod", "obl:unmarked"):
            before = {tokens[m].lower for m in tree.children[k]}
            if tokens[k].lemma in spans and tree.case(k)[:1] and tree.case(k)[0] in DURING:
                return True
            if tokens[k].lemma in ("week", "month", "year") and before & {"this", "last", "past"} and not tree.case(k):
                return True
    return row.active is False and any(
        tokens[k].lemma in spans and any(tokens[n].tag == "VBG" or tree.case(n) == ("of",) for n in tree.kids(k, "nmod", "acl"))
        for k in tree.kids(verb, "nsubj")
    )
