"""Readings of tagging errors that no English sentence allows, mended from the tree itself.

The tagger meets plural event nouns and past tenses it never saw ("airstrikes target", "clashes raged", "initially
advanced") and calls nouns verbs and verbs adjectives. Each rule here rests on what English cannot do.
"""

from __future__ import annotations

from functools import cache

from kg.records import Token
from kg.text.repair import adverbs
from kg.text.repair import misread_roots as roots
from kg.text.repair import misread_subjects as subjects
from kg.text.repair import misread_words as words
from kg.text.repair.misread_roots import FINITE
from kg.text.repair.misread_tags import TAG_RULES, Rule, capital_without_name
from kg.text.repair.tree import Parsed, is_tree

WORD_RULES = (*TAG_RULES, *adverbs.ADVERB_RULES)
# Words of these classes are never mistaken for others, unless they are names.
PLAIN = frozenset(("PUNCT", "DET", "NUM", "CCONJ", "SYM", "PART"))
CLASSED = frozenset(
    ("VBZ", "NNS")
)  # tags of words whose part of speech may be misread; those of adjectives too
# Rules for finite verbs, and for the sentence as a whole, in the order in which they are applied.
FINITE_RULES = (
    roots.phrase_as_root,
    roots.reduced_relative_as_root,
    roots.adjective_as_predicate,
    subjects.subject_behind_conjunction,
    subjects.subject_in_apposition,
    subjects.name_before_verb,
    roots.clause_as_argument,
    adverbs.amount_before_verb,
    adverbs.place_as_subject,
)
SENTENCE_RULES = (
    adverbs.amount_as_root,
    subjects.subject_as_conjunct,
    roots.date_as_root,
    subjects.between_and,
    words.missing_verb,
)


def reanalysed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The sentence with impossible readings replaced; as it was where the result would be no tree."""
    mended = _mended(tokens) if tokens else tokens
    return mended if mended == tokens or is_tree(mended) else tokens


def _mended(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The sentence with the impossible readings replaced; most sentences come back as they are."""
    parsed = Parsed(tokens)
    changed = parsed.copy()
    capital_without_name(changed)
    for token in tokens:
        if token.pos not in PLAIN or token.name is not None:
            for rule in _rules_for(token.tag, token.dep):
                rule(parsed, changed, token)
    for token in tokens:
        if token.tag in CLASSED or token.pos == "ADJ":
            _class_rule(changed, token)
    for token, now in zip(tokens, changed, strict=True):
        if now.tag in FINITE:
            if token.pos == "NOUN":
                words.verb_called_noun(changed, token.i)
            for finite_rule in FINITE_RULES:
                finite_rule(changed, token.i)
    for sentence_rule in SENTENCE_RULES:
        sentence_rule(changed)
    return tuple(changed)


@cache
def _rules_for(tag: str, dep: str) -> tuple[Rule, ...]:
    """The rules for single words with a tag and a relation."""
    return tuple(rule.mend for rule in WORD_RULES if rule.may_mend(tag, dep))


def _class_rule(changed: Parsed, token: Token) -> None:
    """Mend the part of speech of a word as it was parsed."""
    if token.name is not None:
        return
    if token.tag == "VBZ":
        words.noun_read_as_verb(changed, token.i)
    elif token.pos == "ADJ" and token.lower.endswith("ed"):
        words.verb_read_as_adjective(changed, token.i)
    elif token.tag == "NNS" and token.head == token.i:
        words.verb_read_as_noun(changed, token.i)
