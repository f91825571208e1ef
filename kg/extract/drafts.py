"""Claims in the making: what a rule found, before time, status and attribution are read."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.grammar.frame import Frame
from kg.records import Argument, RelationStatus


@dataclass(slots=True)
class Draft:
    """A rule's finding on a frame. Relations fill subject and object, events agents, targets and place.

    `ends`: what is told is the end of the relation ("left NATO").
    `bare`: the event has no participant and no place; it is kept only if it has a date.
    `is_act`: a noun of an act or a state tells the relation ("support for the rebels"), not one for who is in it.
    `speaker` is who says so where the sentence's grammar alone would not tell ("blamed Iran for the attack").
    What events tell of each other: `aims`, a participle that says where strikes fell ("targeting areas");
    `at_undergoer`, what the verb governs is a place; `met`, it is an actor; `light_lemma`, the verb with a noun;
    `participle_of`, the verb that a participle without subject hangs on.
    `holds`: told by a negation ("did not ratify"), so actual. `listed`: told of a further place of a list.
    `urged`: the verb of an appeal that names no speaker.
    """

    rule: str
    frame: Frame
    cue: tuple[int, int]
    predicate: str | None = None
    type: str | None = None
    manner: str | None = None
    subject: Argument | None = None
    object: Argument | None = None
    position: str | None = None
    agents: tuple[Argument, ...] = ()
    targets: tuple[Argument, ...] = ()
    place: Argument | None = None
    weapon: str | None = None
    status: RelationStatus | None = None
    ends: bool = False
    is_act: bool = False
    speaker: Argument | None = None
    bare: bool = False
    aims: bool = False
    at_undergoer: bool = False
    met: bool = False
    light_lemma: str | None = None
    participle_of: int | None = None
    urged: int | None = None
    holds: bool = False
    listed: bool = False
