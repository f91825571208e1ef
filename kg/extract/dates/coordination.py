"""Whether two verbs of a sentence tell of the same time: those that "and" joins, and a participle with its verb."""

from __future__ import annotations

from kg.extract.grammar.tree import Tree

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
    """Whether a participle behind a comma tells what its verb does: "signed a deal, agreeing to a truce"."""
    token = tree.tokens[verb]
    if token.tag != "VBG" or token.dep != "advcl" or token.head > verb or verb < 1:
        return False
    own = tree.kids(verb, "mark", "case", "aux", "nsubj", "nsubj:pass")
    first = tree.first(verb)
    return not own and "," in (tree.tokens[first].lower, tree.tokens[first - 1].lower)


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
