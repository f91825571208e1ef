"""How unknown names look: class nouns inside names, given names, words that begin no name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import Fault
from kg.rules.yamlfile import Checker, raise_faults

CLASSES = (
    "Operation", "Agreement", "ArmedForces", "Facility", "Organisation", "ArmedGroup", "Place", "Other",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shapes:
    """`classes` maps a word of a name to the class it tells; `units` are words for parts of an army ("Battalion")."""

    classes: Mapping[str, str]
    given: frozenset[str]
    particles: frozenset[str]
    not_names: frozenset[str]
    units: frozenset[str] = frozenset()


def load_shapes(folders: Sequence[Path]) -> Shapes:
    """The lists of `names.yaml` of all folders."""
    faults: list[Fault] = []
    lists: dict[str, list[str]] = {key: [] for key in (*CLASSES, "given", "particles", "not_names", "units")}
    for folder in folders:
        if (file := folder / "names.yaml").exists():
            check = Checker.read(file, faults)
            for key, node in check.mapping(check.root, optional=tuple(lists)).items():
                lists[key] += [check.text(item) for item in check.items(node)]
    raise_faults(faults)
    classes: dict[str, str] = {}
    for key in CLASSES:
        for word in lists[key]:
            classes.setdefault(word, key)
    return Shapes(
        classes,
        frozenset(lists["given"]),
        frozenset(lists["particles"]),
        frozenset(lists["not_names"]),
        frozenset(lists["units"]),
    )
