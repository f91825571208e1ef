"""A text read sentence by sentence, with everything that led to its claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.explanation.nearmiss import NearMiss, near_misses
from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.pipeline import Engine
from kg.records import Argument, Claim, Document, Sentence, TimeExpression


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one sentence.

    `mentions` are all words that stand for an entity, pronouns and descriptions too; `misses` the rules whose words
    stand in the sentence and that found nothing.
    """

    sentence: Sentence
    mentions: tuple[Argument, ...]
    times: tuple[TimeExpression, ...]
    claims: tuple[Claim, ...]
    misses: tuple[NearMiss, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    mentions: tuple[Argument, ...]
    times: tuple[TimeExpression, ...]
    misses: tuple[NearMiss, ...]


def readings(engine: Engine, document: Document) -> list[Reading]:
    """The document's sentences, each with what was read from it."""
    sentences = engine.sentences(document)
    seen: dict[int, _Seen] = {}

    def watch(tree: Tree, resolver: Resolver, times: Sequence[TimeExpression]) -> None:
        misses = near_misses(engine, tree, resolver)
        seen[tree.sentence.index] = _Seen(mentions(tree, resolver), tuple(times), tuple(misses))

    claims = tuple(engine.extractor.claims(document, sentences, watch))
    found = []
    for sentence in sentences:
        inside = tuple(c for c in claims if (c.start, c.end) == (sentence.start, sentence.end))
        known = seen.get(sentence.index, _Seen((), (), ()))
        misses = tuple(m for m in known.misses if not any(_overlap(m, c) for c in inside))
        found.append(Reading(sentence, known.mentions, known.times, inside, misses))
    return found


def _overlap(miss: NearMiss, claim: Claim) -> bool:
    """Whether the words belong to a claim's cue: then the rule is no miss, another reading was better."""
    return miss.start < claim.cue.end and claim.cue.start < miss.end


def mentions(tree: Tree, resolver: Resolver) -> tuple[Argument, ...]:
    """The words of the sentence that stand for entities, in text order."""
    found: dict[tuple[int, int], Argument] = {}
    for token in tree.tokens:
        named = tree.name(token.i) is not None
        if not named and token.pos not in ("NOUN", "PROPN", "PRON"):
            continue
        if not named and token.dep in ("compound", "amod", "flat"):
            continue
        argument = resolver.argument(token.i, "any")
        if argument is not None:
            found.setdefault((argument.start, argument.end), argument)
    return tuple(found[place] for place in sorted(found))
