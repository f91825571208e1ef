"""How far each rule is trusted: `confidence.yaml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from yaml import Node

from kg.errors import Fault
from kg.rules.yamlfile import Checker, raise_faults

DEFAULT = 0.5


@dataclass(frozen=True, slots=True)
class Confidence:
    """The share of right claims to expect of each rule; `default` for rules that no gold has tried."""

    rules: Mapping[str, float] = field(default_factory=dict)
    default: float = DEFAULT

    def of(self, rule: str) -> float:
        """The confidence, 0 to 1, of a claim that the rule found."""
        return self.rules.get(rule, self.default)


def load_confidence(folders: Sequence[Path]) -> Confidence:
    """The figures of `confidence.yaml` of all folders; later ones replace earlier ones."""
    faults: list[Fault] = []
    rules: dict[str, float] = {}
    default = DEFAULT
    for folder in folders:
        if not (file := folder / "confidence.yaml").is_file():
            continue
        check = Checker.read(file, faults)
        top = check.mapping(check.root, optional=("default", "rules"))
        default = _share(check, top.get("default"), default)
        for rule, node in check.mapping(top.get("rules"), optional=None).items():
            fields = check.mapping(node, ("confidence",), ("right", "all"))
            rules[rule] = _share(check, fields.get("confidence"), default)
    raise_faults(faults)
    return Confidence(rules, default)


def _share(check: Checker, node: Node | None, default: float) -> float:
    value = check.number(node, low=0, high=1)
    return default if value is None else value
