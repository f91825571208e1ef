"""How far a verb holds by the words right at it: negation, adverbs, modals, "was to", "if"."""

from __future__ import annotations

from collections.abc import Mapping

from kg.extract.grammar.tree import Tree
from kg.records import EventStatus, Token

Grammar = Mapping[str, frozenset[str]]
LATER = frozenset(("later", "subsequently"))


def of_verb(tree: Tree, verb: int, grammar: Grammar) -> EventStatus | None:
    """What the words right at a verb say: negation, adverbs, modals, "was to", "if"."""
    tokens = [tree.tokens[k] for k in tree.children[verb]]
    if is_negated(tree, tokens, grammar):
        return "negated"
    adverbs = [t.lower for t in tokens if t.dep == "advmod" and t.i < verb + 3]
    if any(word in grammar["possible_adverbs"] for word in adverbs):
        return "possible"
    auxiliaries = [t for t in tokens if t.dep in ("aux", "aux:pass", "cop")]
    if any(t.lower in grammar["future_modals"] for t in auxiliaries):
        return "planned"
    if any(t.tag == "MD" and t.lower in grammar["possible_modals"] for t in auxiliaries):
        would = any(t.lower in ("would", "'d") for t in auxiliaries)
        if would and LATER.intersection(adverbs) and _is_narrated(tree, verb, grammar):
            return None  # "would later deny": the story runs ahead
        # "announced that troops would leave": future seen from the past
        foreseen = would and (reported_in_past(tree, verb, grammar) or _is_part_of_plan(tree, verb, grammar))
        return "planned" if foreseen else "possible"
    if any(t.dep == "mark" and t.lower in grammar["scheduled_adjectives"] for t in tokens):
        return "planned"  # "are due to meet", parsed as a conjunction
    to = [t for t in tokens if t.lower == "to" and t.dep in ("mark", "aux")]
    if to and any(t.lemma == "be" and t.i < to[0].i for t in auxiliaries):
        return "planned"  # "was to meet"
    first = min(tree.kids(verb, "nsubj", "nsubj:pass"), default=0)
    if any(t.lower == "had" and t.i < first for t in auxiliaries):
        return "possible"  # "Had they attacked"
    opening = [t.lower for t in tokens if t.dep in ("mark", "advmod") and t.i < verb]
    return "possible" if any(word in grammar["conditional_marks"] for word in opening) else None


def _is_part_of_plan(tree: Tree, verb: int, grammar: Grammar) -> bool:
    """ "Under the deal, rebels would leave", "according to the plan, they would strike"."""
    phrases = [k for k in tree.kids(verb, "obl") if tree.case(k) in (("under",), ("according", "to"))]
    if tree.tokens[verb].dep == "ccomp":  # "the plan says that they would"
        phrases += tree.kids(tree.tokens[verb].head, "nsubj")
    return any(
        tree.tokens[k].lemma in grammar["arrangements"] or tree.tokens[k].lemma in grammar["plans"]
        for k in phrases
    )


def is_negated(tree: Tree, tokens: list[Token], grammar: Grammar) -> bool:
    """ "Not", "never", and what stands behind "rather than"."""
    return any(
        t.lower == "rather"
        or t.lower == "no"
        and t.dep == "mark"  # "said no soldiers had been killed", misread
        or is_no_longer(tree, t)
        or t.lower == "than"
        and t.dep in ("mark", "case", "cc")
        and tree.tokens[t.i - 1].lower == "rather"
        or t.lower in grammar["negations"]
        and t.dep in ("advmod", "det", "cc", "aux", "discourse")
        for t in tokens
    )


def is_no_longer(tree: Tree, adverb: Token) -> bool:
    """ "No longer"."""
    return adverb.lower == "longer" and any(tree.tokens[k].lower == "no" for k in tree.children[adverb.i])


def reported_in_past(tree: Tree, verb: int, grammar: Grammar) -> bool:
    """Whether a verb stands in what somebody said, with no "if" in it."""
    for k in (verb, *tree.up(verb)):
        token = tree.tokens[k]
        head = tree.tokens[token.head]
        said = head.tag in ("VBD", "VBN") and head.lemma in grammar["reporting_verbs"]
        said = said and head.lemma not in grammar["doubting_verbs"]
        if token.dep in ("ccomp", "parataxis") and said:
            return not any(tree.tokens[c].lower == "if" for c in tree.subtree(k))
        if token.dep not in ("conj", "xcomp", "ccomp"):
            return False
    return False


def _is_narrated(tree: Tree, verb: int, grammar: Grammar) -> bool:
    """Whether a clause is the article's own and depends on no "if"."""
    above = (verb, *tree.up(verb))
    told = any(tree.tokens[k].lemma in grammar["reporting_verbs"] for k in above if k != verb)
    return not told and not any(tree.tokens[c].lower in ("if", "unless") for c in tree.subtree(above[-1]))
