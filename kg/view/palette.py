"""The picture's classes, families, line styles and words, read from assets/palette.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

EVENTS = "events"


@dataclass(frozen=True, slots=True)
class NodeClass:
    """How nodes of one class of the ontology look. `shape` is a shape of vis-network."""

    id: str
    label: str
    plural: str
    shape: str
    fill: str
    rim: str
    ring: bool = False
    dashes: bool = False


@dataclass(frozen=True, slots=True)
class Family:
    """A family of relations: one colour for each theme and one kind of line."""

    id: str
    label: str
    line: str
    light: str
    dark: str
    hint: str


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate's family, the words a reader sees, and whether it has no direction."""

    family: str
    words: str
    symmetric: bool = False


@dataclass(frozen=True, slots=True)
class StatusGroup:
    """Statuses drawn alike: `dash` is solid, dashed, dotted or cross."""

    id: str
    label: str
    dash: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Palette:
    """Everything of assets/palette.yaml."""

    classes: tuple[NodeClass, ...]
    families: tuple[Family, ...]
    predicates: dict[str, Predicate]
    mutual_events: frozenset[str]
    statuses: tuple[StatusGroup, ...]

    def node_class(self, type_: str) -> NodeClass:
        """The class of an entity's type; a type the palette does not know is drawn as "Other"."""
        return next((c for c in self.classes if c.id == type_), self.classes[-1])

    def family(self, id_: str) -> Family:
        return next(f for f in self.families if f.id == id_)

    def predicate(self, name: str) -> Predicate:
        """The entry of a predicate; an unknown one counts as structure and is shown by its name."""
        return self.predicates.get(name, Predicate("structure", name))

    def group(self, status: str) -> StatusGroup:
        return next((g for g in self.statuses if status in g.members), self.statuses[0])


def asset(name: str) -> str:
    """The text of a file in assets/, with "\\n" line ends."""
    return (files("kg.view") / "assets").joinpath(*name.split("/")).read_text("utf-8")


@cache
def palette() -> Palette:
    """The palette of the package."""
    raw: dict[str, Any] = yaml.safe_load(asset("palette.yaml"))
    return Palette(
        classes=tuple(NodeClass(**row) for row in raw["classes"]),
        families=tuple(Family(**row) for row in raw["families"]),
        predicates={name: Predicate(**row) for name, row in raw["predicates"].items()},
        mutual_events=frozenset(raw["mutual_events"]),
        statuses=tuple(StatusGroup(**row | {"members": tuple(row["members"])}) for row in raw["statuses"]),
    )
