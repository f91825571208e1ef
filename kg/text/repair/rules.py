"""Rules that mend what the parser is known to get wrong.

Each rule takes a sentence's tokens and yields the tokens it changes. Only what showed no harm on the treebank's test
sets and help on news stands here: docs/decisions/parser.md has the figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kg.records import Token
from kg.text.repair.charges import charges_behind_examples
from kg.text.repair.clauses import (
    explained_subjects,
    gapped_passives,
    infinitives_on_verbs,
    interrupted_subjects,
    second_subjects,
    subjects_taken_for_objects,
    subjects_taken_for_sentences,
    verbs_taken_for_modifiers,
)
from kg.text.repair.infinitives import (
    infinitives_taken_for_nouns,
    infinitives_taken_for_phrases,
    prepositions_on_adjectives,
)
from kg.text.repair.inquits import closing_reports, inserted_reports, told_clauses
from kg.text.repair.participles import guises_taken_for_subjects, participles_behind_between
from kg.text.repair.phrases import (
    adverbs_taken_for_nouns,
    agents,
    appositions,
    deeds_by,
    far_agents,
    hyphenated,
    lists,
    loose_lists,
    named_subjects,
    passives,
    times_taken_for_agents,
)
from kg.text.repair.roots import (
    openings_taken_for_sentences,
    participles_that_are_verbs,
    verbs_taken_for_plurals,
)
from kg.text.repair.tree import is_tree

Rule = Callable[[tuple[Token, ...]], Iterator[Token]]

RULES: tuple[Rule, ...] = (
    hyphenated,
    infinitives_taken_for_nouns,
    infinitives_taken_for_phrases,
    prepositions_on_adjectives,
    adverbs_taken_for_nouns,
    verbs_taken_for_plurals,
    verbs_taken_for_modifiers,
    inserted_reports,
    told_clauses,
    closing_reports,
    interrupted_subjects,
    explained_subjects,
    second_subjects,
    guises_taken_for_subjects,
    subjects_taken_for_sentences,
    participles_that_are_verbs,
    openings_taken_for_sentences,
    subjects_taken_for_objects,
    gapped_passives,
    infinitives_on_verbs,
    charges_behind_examples,
    lists,
    loose_lists,
    appositions,
    named_subjects,
    passives,
    agents,
    deeds_by,
    far_agents,
    times_taken_for_agents,
    participles_behind_between,
)


def repaired(tokens: tuple[Token, ...], rules: Sequence[Rule] = RULES) -> tuple[Token, ...]:
    """The tokens with labels and heads mended; still one tree."""
    for rule in rules:
        changes = list(rule(tokens))
        if changes:
            mended = list(tokens)
            for token in changes:
                mended[token.i] = token
            tokens = tuple(mended) if is_tree(mended) else tokens
    return tokens
