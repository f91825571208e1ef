"""A trigger in a sentence with the words that fill its parts."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Frame:
    """A trigger in a sentence. `clause` is the predicate that carries tense, modality and adverbials, if any.

    `light` is the verb that only carries a noun ("launched" in "launched an attack"). `cue` are token indices.
    `roles` maps fillers ("doer", "undergoer", "poss", "from" …) to tokens.
    """

    trigger: int
    cue: tuple[int, ...]
    roles: dict[str, list[int]] = field(default_factory=dict)
    clause: int | None = None
    light: int | None = None

    def copy(self) -> Frame:
        """Another frame with the same words."""
        roles = {filler: tokens.copy() for filler, tokens in self.roles.items()}
        return Frame(self.trigger, self.cue, roles, self.clause, self.light)

    def add(self, filler: str, tokens: list[int]) -> None:
        """Let tokens fill a part, each once."""
        if tokens:
            known = self.roles.setdefault(filler, [])
            known += [t for t in tokens if t not in known]
