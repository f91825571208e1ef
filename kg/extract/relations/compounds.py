"""Ties inside hyphenated words: "Iran-backed Hezbollah", "rebel-held Aleppo", "anti-government fighters"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.english.lemma import lemma
from kg.extract.drafts import Draft
from kg.extract.grammar.compounds import Compound, compound
from kg.extract.grammar.frame import Frame
from kg.extract.grammar.tree import Tree
from kg.extract.relations.ties import Ties
from kg.records import Argument, Entity
from kg.rules.claims import Pattern, Rule, RuleSet

# Words of a name that may stand before the word with the hyphen: "United Arab Emirates-backed".
LONGEST = 3
LAND = frozenset(
    """territory area region land terrain ground zone part position line place location north south east west half
    rest""".split()
)
# Participles of land that are written with a hyphen by rights.
PARTING = frozenset(
    """control hold occupy back lead support train base arm fund sponsor dominate administer govern run broker mediate
    finance align affiliate link""".split()
)
# What the dictionary has as part of a name: "the US-led coalition", "United Nations-led force", "UN backed government".
IN_NAME = re.compile(
    r"(?:[\w.]+-\w+|(?:[A-Z][\w.]* ){1,2}[A-Z][\w.]*-[a-z]+|[A-Z][\w.]* (?:backed|led|supported|based))\b"
)
# Whom "a counter-terrorist force" is against, nobody knows.
FOES_OF_ALL = frozenset(
    ("terrorist", "terror", "terrorism", "insurgent", "insurgency", "guerrilla", "extremist")
)
WEST = Entity("WesternCountries", "Western countries", "Collective", None)  # of "Western-backed"
# The rules that "anti-" and "pro-" stand for.
ATTITUDE_RULES = {"anti": "opposes", "pro": "backs"}


def compound_ties(ties: Ties, i: int, made: Compound, rules: RuleSet) -> Iterator[Draft]:
    """The tie between whom the first part names and the noun that the word qualifies."""
    head = _qualified(ties, i)
    first = _named_first(ties, made, i) if head is not None else []
    if head is None or not first:
        return
    frame = Frame(i, (i,))
    if made.kind == "attitude":
        if made.first.lower() in FOES_OF_ALL:
            return
        for rule in _attitude_rules(made, rules):
            others: Sequence[Argument] = [
                a for k in _sharing(ties, head) for a in ties.resolver.partitive(k, "actor")
            ]
            yield from ties.pairs(rule, frame, others, first)
        return
    for pattern, rule in rules.verbs.get(made.lemma, ()):
        if not rule.predicate or pattern.rest or (pattern.preposition is None and rule.verb_roles):
            continue
        if pattern.preposition == "against":
            continue  # "Iran-aligned" is aligned with Iran
        others = [a for a in _of_kind(ties, head, rule, pattern) if not _is_mere_land(ties, i, head, a)]
        if (
            pattern.preposition and rule.object == "place"
        ):  # "Damascus-based groups": the town, not its government
            first = [ties.place_of(a) for a in first]
        if pattern.preposition:  # "Damascus-based groups"
            yield from ties.pairs(rule, frame, others, first)
        else:
            yield from ties.pairs(rule, frame, first, others)
        return


def unhyphenated(tree: Tree, i: int) -> Compound | None:
    """The compound of two words of which the second is a participle: "SDF controlled territory"."""
    token = tree.tokens[i]
    if token.lemma not in PARTING or token.tag != "VBN" or token.dep != "amod" or not 0 < i < token.head:
        return None
    first = tree.tokens[i - 1]
    noun = (
        first.dep in ("compound", "nmod", "amod")
        and first.head in (i, token.head)
        and not tree.kids(first.i, "case")
        and (first.dep != "amod" or tree.name(first.i) is not None)
    )
    return Compound("participle", first.text, first.start, token.lemma) if noun else None


def _is_mere_land(ties: Ties, i: int, head: int, place: Argument) -> bool:
    """Whether land is known by nothing but who holds it: "rebel-held territory"; or is taken for the whole country."""
    word = ties.tree.tokens[i].text
    loose = ties.tree.tokens[head].lemma in LAND and word in place.entity.label
    following = [t.lower for t in ties.tree.tokens[head + 1 : head + 2]]
    loose = loose and following != ["in"]  # "other rebel-held territory in Syria"
    in_state = ties.tree.tokens[head].lemma in LAND  # "Houthi-controlled areas of Yemen"
    return loose or place.entity.type == "State" and (in_state or word in place.mention)


def _of_kind(ties: Ties, head: int, rule: Rule, pattern: Pattern) -> Sequence[Argument]:
    """Whom or what the qualified noun stands for."""
    if rule.object == "agreement":  # "the US-brokered truce"
        made = ties.agreement_at(head)
        return () if made is None else (made,)
    is_place = rule.object in ("place", "town") and pattern.preposition is None
    want = "place" if is_place else "actor"
    return [a for k in _sharing(ties, head) for a in ties.resolver.partitive(k, want)]


def _sharing(ties: Ties, head: int) -> list[int]:
    """The noun with those joined to it that are common nouns with no article or modifier of their own.

    "Iran-backed militias and groups", but not "Iran-backed militias and Iraqi troops" or "and Hezbollah".
    """
    tree = ties.tree
    return [
        k
        for k in tree.conjuncts(head)
        if k == head
        or tree.name(k) is None
        and not tree.kids(k, "det", "nmod:poss", "amod", "compound", "nmod", "nummod")
    ]


def ties_in_name(ties: Ties, i: int, rules: RuleSet) -> Iterator[Draft]:
    """The tie of a participle that the dictionary has as part of a name: "the US-led coalition"."""
    token = ties.tree.tokens[i]
    told = IN_NAME.match(token.text)
    if told is None:
        return
    whose, _, participle = told.group().replace(" ", "-").rpartition("-")
    before = told.group()[: len(whose)]
    made = compound(replace(token, text=told.group(), name=None))
    if " " in told.group():
        made = Compound("participle", before, token.start, lemma(participle, "VBN", "VERB"))
    if made is None:
        return
    first, frame = _named_first(ties, made, i), Frame(i, (i,))
    whole = ties.resolver.arguments(i, "actor")
    if made.kind == "attitude":  # "the counter-ISIL coalition"
        for rule in _attitude_rules(made, rules):
            yield from ties.pairs(rule, frame, whole, first)
        return
    for pattern, rule in rules.verbs.get(made.lemma, ()):
        if not rule.predicate or pattern.rest:
            continue
        if pattern.preposition:  # "the Britain-based Observatory"
            yield from ties.pairs(rule, frame, whole, first)
            return
        if not rule.verb_roles:
            yield from ties.pairs(rule, frame, first, whole)
            return


def _attitude_rules(made: Compound, rules: RuleSet) -> Sequence[Rule]:
    return [r for r in (rules.named.get(ATTITUDE_RULES[made.lemma]),) if r]


def _qualified(ties: Ties, i: int) -> int | None:
    """The noun that a compound qualifies, alone or joined with others: "US- and Turkish-backed rebels"."""
    token = ties.tree.tokens[i]
    next_name = i + 1 < len(ties.tree.tokens) and ties.tree.name(i + 1) is not None
    astray = next_name and ties.tree.tokens[token.head].pos == "VERB"  # "the Iran-aligned Houthis control"
    if astray or token.dep not in ("amod", "compound", "nmod", "acl", "conj") or token.head == i:
        # the parser went astray: "Germany-based US Africa Command", "U.S.-backed, Saudi-led forces"
        tokens = ties.tree.tokens
        k = (
            i + 2
            if i + 2 < len(tokens) and tokens[i + 1].lower == "," and "-" in tokens[i + 2].text
            else i + 1
        )
        return k if k < len(tokens) and ties.tree.name(k) is not None else None
    if _names_next(ties, token.head):
        return token.head + 1
    if token.dep == "conj":
        return ties.tree.tokens[ties.tree.head_of_conjuncts(i)].head
    return token.head


def _names_next(ties: Ties, head: int) -> bool:
    """Whether the qualified noun only tells what the name behind it is: "the Houthi-held capital Sanaa"."""
    tree = ties.tree
    noun = ties.words.nouns.get(tree.tokens[head].lemma)
    is_class = noun is not None and noun.kind in ("place", "facility", "group", "government", "fighters")
    return (
        is_class
        and tree.tokens[head].tag == "NN"
        and head + 1 < len(tree.tokens)
        and tree.name(head + 1) is not None
    )


def _named_first(ties: Ties, made: Compound, i: int) -> list[Argument]:
    """Whom the first part names; "Russian and Iranian-supported" names two, "Islamic State-linked" one."""
    tokens = ties.tree.tokens
    if made.kind == "participle" and made.first[:1].isupper():
        for first in range(max(0, i - LONGEST), i):
            if all(t.text[:1].isupper() for t in tokens[first:i]):
                text = ties.tree.text(first, i)[: made.start + len(made.first) - tokens[first].start]
                if (whole := ties.resolver.part(text, tokens[first].start)) is not None:
                    return [whole]
    found = []
    position = 0
    for piece in re.split(r"( and |, | or )", made.first):
        start = made.start + position
        argument = ties.resolver.part(piece, start)
        if argument is None and piece == "Western" and made.kind == "participle":
            argument = Argument(WEST, piece, start, start + len(piece))
        position += len(piece)
        if argument is not None:
            found.append(argument)
    head = ties.tree.tokens[ties.tree.tokens[i].head]
    if made.lemma == "lead" and "-" not in made.first and head.dep == "compound":
        return found[
            -1:
        ]  # "Iraqi and US-led coalition airstrikes": Iraqi airstrikes and those of the coalition
    return found
