"""What time a casualty figure covers: one incident, a period, or all the time until the article."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.casualties.rows import Row
from kg.extract.dates.circumstance import compares_since, time_of
from kg.extract.grammar.tree import Tree
from kg.records import Scope, TimeExpression
from kg.rules.casualties import CasualtyRules

DURING = ("in", "over", "during", "within", "throughout", "across", "for")
IN_WAR = (("in",), ("during",), ("by",))
ADVERBIALS = ("advmod", "obl", "nmod", "amod", "obl:unmarked", "nmod:unmarked")
MANY = 1000  # more dead than a single happening leaves, as a rule
SINCE_REACH = 80  # characters from "since" to the date of its clause


def since_clause(tree: Tree, row: Row, times: Sequence[TimeExpression]) -> str | None:
    """The date of "since the conflict erupted in March 2011" behind the figure's clause, or None."""
    for token in tree.tokens[row.verb + 1 :]:
        if token.lower == "since" and not compares_since(tree, token.i):
            near = (
                t for t in times if t.start <= token.start < t.end or 0 < t.start - token.end < SINCE_REACH
            )
            return next((t.since or t.when for t in near), None)
        if token.lower == ";":
            return None
    return None


def scope_of(tree: Tree, row: Row, times: Sequence[TimeExpression], rules: CasualtyRules) -> Scope:
    """The stretch of time that the figure is of."""
    if row.since is not None or _is_cumulative(tree, row, rules):
        return "cumulative"
    harmed = row.kind in ("killed", "injured")
    when, first, last = time_of(tree, row.frame, times) if harmed else (None, None, None)
    is_long = (when is not None and len(when) < len("2020-03-05")) or _in_a_stretch(tree, row, rules)
    is_long = is_long or (first is not None and last is not None)  # "between 2009 and 2015"
    if when is None and not is_long and _adds_up(tree, row) and not _at_once(tree, row):
        return "cumulative"
    return "period" if is_long and not _at_once(tree, row) else "incident"


def _adds_up(tree: Tree, row: Row) -> bool:
    """Whether a perfect tells what has come together by now: "tens of thousands have fled", "thousands have died"."""
    perfect = any(tree.tokens[k].lower in ("have", "has", "'ve", "'s") for k in tree.kids(row.verb, "aux"))
    return perfect and (row.kind == "displaced" or row.counted.value >= MANY)


def _at_once(tree: Tree, row: Row) -> bool:
    """Whether a single happening is the cause: "when the hotel collapsed", "in an attack"."""
    tokens = tree.tokens
    for k in tree.kids(row.verb, "advcl"):
        if any(tokens[m].lower == "when" for m in tree.kids(k, "mark", "advmod")):
            return True
    for k in tree.kids(row.verb, "obl", "nsubj", "obl:agent"):
        articles = {tokens[d].lower for d in tree.kids(k, "det", "nummod")}
        is_time = tokens[k].lemma in ("day", "week", "month", "year", "period")
        if tokens[k].tag == "NN" and articles & {"a", "an", "one"} and not is_time:
            return True
    return False


def _is_cumulative(tree: Tree, row: Row, rules: CasualtyRules) -> bool:
    """Whether a war is the cause, or the words say that all is counted."""
    tokens, wars = tree.tokens, rules.words["wars"]
    text = f" {' '.join(tokens[k].lower for k in sorted(_circumstances(tree, row)))} "
    if any(f" {word} " in text for word in rules.words["cumulative"]):
        return True
    since = (t.i for t in tokens[row.verb + 1 :] if t.lower == "since" and row.verb in tree.up(t.i))
    if any(not compares_since(tree, k) for k in since):
        return True
    if not row.active:
        around = (*tree.kids(row.verb, "obl", "obl:agent"), *tree.kids(row.frame.trigger, "nmod", "obl"))
        return any(tokens[k].lemma in wars and tree.case(k)[:1] in IN_WAR for k in around)
    subjects = [*tree.kids(row.verb, "nsubj"), tokens[row.verb].head]
    subjects += [n for k in subjects for n in tree.kids(k, "nmod") if tree.case(n) == ("of",)]
    return any(tokens[k].lemma in wars for k in subjects)  # also "ten years of war"


def _circumstances(tree: Tree, row: Row) -> set[int]:
    """The words that hang on the figure, its verb and its noun, clauses left out."""
    predicates = (row.verb, row.frame.trigger, row.counted.first)
    words = {w for p in predicates for k in tree.kids(p, *ADVERBIALS) for w in tree.subtree(k)}
    # Behind "that", "who" another clause begins: "killed five in a war that has so far killed thousands".
    last = max(predicates)
    beyond = next((t.i for t in tree.tokens[last + 1 :] if t.tag in ("WDT", "WP")), len(tree.tokens))
    return {w for w in words if w < beyond}


def _in_a_stretch(tree: Tree, row: Row, rules: CasualtyRules) -> bool:
    """Whether the figure is of some days or longer: "in recent days", "last week", "two weeks of fighting"."""
    tokens, spans = tree.tokens, rules.words["spans"]
    predicates = {row.verb, row.frame.trigger, tree.clause(row.verb), row.counted.first, row.counted.noun} - {
        None
    }
    for k in (k for p in predicates if p is not None for k in tree.kids(p, "obl", "nmod", "obl:unmarked")):
        before = {tokens[m].lower for m in tree.children[k]}
        case = tree.case(k)
        if tokens[k].lemma in spans and case and case[0] in DURING:
            return True
        if tokens[k].lemma in ("week", "month", "year") and before & {"this", "last", "past"} and not case:
            return True
    subjects = [] if row.active else [k for k in tree.kids(row.verb, "nsubj") if tokens[k].lemma in spans]
    below = [n for k in subjects for n in tree.kids(k, "nmod", "acl")]
    return any(tokens[n].tag == "VBG" or tree.case(n) == ("of",) for n in below)
