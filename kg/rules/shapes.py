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
OTHER_LISTS = ("given", "particles", "not_names", "units", "ships", "numbered", "starters", "family")


@dataclass(frozen=True, slots=True)
class Shapes:
    """`classes` maps a word of a name to the class it tells; `units` are words for parts of an army ("Battalion").

    `ships` stand before the name of a warship ("HMS"), a number may follow the words in `numbered` ("CTF 50"), and
    `starters` begin the name of a force even as first word of a sentence ("Combined"). Behind those in `family` a given
    name may be written with a hyphen and small letters ("Lee Myung-bak").
    """

    classes: Mapping[str, str]
    given: frozenset[str]
    particles: frozenset[str]
    not_names: frozenset[str]
    units: frozenset[str] = frozenset()
    ships: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    family: frozenset[str] = frozenset()


def load_shapes(folders: Sequence[Path]) -> Shapes:
    """The lists of `names.yaml` of all folders."""
    faults: list[Fault] = []
    lists: dict[str, list[str]] = {key: [] for key in (*CLASSES, *OTHER_LISTS)}
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
    return Shapes(classes, **{key: frozenset(lists[key]) for key in OTHER_LISTS})
