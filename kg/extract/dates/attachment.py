"""Where a date phrase stands in the tree: its last word, and the verb or noun that it says something of."""

from __future__ import annotations

from kg.english.closed import PARTS_OF_DAY
from kg.extract.grammar.tree import Tree
from kg.records import TimeExpression

DATE_WORDS = PARTS_OF_DAY | frozenset("hours week month year day weekend time end beginning start".split())
DAYS_AND_MONTHS = frozenset(
    "mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec".split()
)

PARTING = frozenset((",", "the", "a", "an"))
REACH = 12  # words from a date to the verb of its clause


def attached(tree: Tree, i: int) -> int:
    """The verb or noun that a date phrase ending at token i says something of."""
    token = tree.tokens[i]
    if token.dep in ("root",):
        return i
    if (behind := _next_clause(tree, i)) is not None:
        return behind
    for up in tree.up(i):
        head = tree.tokens[up]
        if head.dep == "acl:relcl" and _is_closed(tree, up, i):
            continue
        if head.lower in PARTS_OF_DAY:
            continue  # "at dawn", which the tagger may take for a verb
        if head.pos in ("VERB", "AUX", "ADJ") and head.dep not in ("aux", "aux:pass", "cop", "amod"):
            return up
        if head.pos in ("NOUN", "PROPN") and not _is_date_word(head.lower) and not _is_parted(tree, i, up):
            return up
    return token.head


def _is_closed(tree: Tree, verb: int, date: int) -> bool:
    """Whether a comma before a date ends the aside in which a verb stands: "X, who was born in 1980, on Monday"."""
    first = min(tree.subtree(date))
    opened = any(t.lower == "," for t in tree.tokens[max(0, min(tree.subtree(verb)) - 1) : verb])
    marks = [t.i for t in tree.tokens[max(0, first - 1) : first + 1] if t.lower == ","]
    return bool(marks) and opened and verb < first


def _next_clause(tree: Tree, date: int) -> int | None:
    """The verb that a date opens the clause of, where the parser hung it before: "signed it, and in 2020 they left"."""
    first = tree.first(date)
    if first < 2 or tree.tokens[first - 1].lower not in ("and", "but") or tree.tokens[date].head > first:
        return None
    for token in tree.tokens[date + 1 : date + REACH]:
        if token.pos == "VERB" and token.dep != "amod":
            opens = any(date < k < token.i for k in tree.kids(token.i, "nsubj", "nsubj:pass"))
            return token.i if opens else None
    return None


def _is_parted(tree: Tree, date: int, noun: int) -> bool:
    """Whether a comma or an article keeps a date at the head from a noun: "On 3 May, rebels", "Yesterday the army"."""
    between = tree.tokens[date + 1 : noun]
    opens = date < 4 and any(t.lower in PARTING for t in between)
    return opens and tree.tokens[noun].dep in ("nsubj", "nsubj:pass")


def _is_date_word(word: str) -> bool:
    return word[:3] in DAYS_AND_MONTHS or word in DATE_WORDS


def last_token(tree: Tree, expression: TimeExpression) -> int | None:
    """The word of a date phrase that governs the others, or None where the sentence has none of its words."""
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
