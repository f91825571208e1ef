"""Predicate and participants, whatever the construction: verbs in any voice, nouns with light verbs, agent nouns.

The rules name words and parts; the modules behind this one know how English fills the parts. A `Frame` maps fillers
to tokens; the resolver then says which entities they are.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.grammar import nouns as noun_frames
from kg.extract.grammar import verbs as verb_frames
from kg.extract.grammar.frame import Frame
from kg.extract.grammar.objects import agents, objects, obliques
from kg.extract.grammar.subjects import external
from kg.extract.grammar.tree import SUBJECTS, Tree
from kg.rules.claims import Pattern
from kg.rules.words import WordLists

__all__ = ["SUBJECTS", "Frame", "Framer"]


@dataclass(frozen=True, slots=True)
class Framer:
    """Builds frames on a tree."""

    words: WordLists

    def external(self, tree: Tree, verb: int) -> list[int]:
        """What stands in subject position, own or understood (control, coordination, relative clauses)."""
        return external(tree, verb, self.words)

    def agents(self, tree: Tree, verb: int) -> list[int]:
        """The "by" phrase of a passive."""
        return agents(tree, verb)

    def objects(self, tree: Tree, verb: int) -> list[int]:
        """The objects of a verb; what a relative clause qualifies where that is one."""
        return objects(tree, verb)

    def obliques(self, tree: Tree, verb: int) -> dict[str, list[int]]:
        """The prepositional phrases of a verb and its object, by preposition."""
        return obliques(tree, verb)

    def verb(self, tree: Tree, verb: int, pattern: Pattern) -> Frame | None:
        """The frame of a verb (or adjective) that the pattern fits, or None."""
        return verb_frames.verb_frame(tree, verb, pattern, self.words)

    def noun(self, tree: Tree, noun: int, first: int) -> Frame:
        """The frame of a noun that names a happening or a tie; its words begin at token `first`."""
        frame = tree.frames.get((noun, first))
        if frame is None:  # several readers ask for the same noun
            frame = tree.frames[noun, first] = noun_frames.noun_frame(tree, noun, first, self.words)
        return frame.copy()
