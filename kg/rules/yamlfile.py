"""Reads YAML data files with the place of every value, and reports all faults of all files at once.

A loader asks for what it expects; whatever is not so becomes a `Fault` with file, line, column and path. The
question is then answered by an empty value, so that the loader runs on and finds the next fault too:

    faults: list[Fault] = []
    for file in yaml_files(folder):
        check = Checker.read(file, faults)
        top = check.mapping(check.root, required=("actors",))
        for item in check.items(top.get("actors")):
            fields = check.mapping(item, required=("id", "type"), optional=("aliases", "since"))
            identifier = check.unique(fields.get("id"), seen)      # seen: dict[str, str], shared by all files
            kind = check.one_of(fields.get("type"), ("Person", "ArmedGroup"))
            aliases = check.texts(fields.get("aliases"))           # () when the key is absent
            since = check.date(fields.get("since"))                # None when the key is absent
            if since and since > "2030":
                check.fault(fields["since"], "lies in the future")
    raise_faults(faults)                                           # RuleError naming every one

Nodes are PyYAML's own (`yaml.Node`), composed but not constructed: as fast as loading, and positions are kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from kg.errors import Fault, RuleError

LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
TAG = "tag:yaml.org,2002:"
YAML_1_2_TEXTS = frozenset(("on", "off", "yes", "no"))
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
KINDS = {MappingNode: "a mapping (key: value)", SequenceNode: "a list", ScalarNode: "a single value"}


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files of a folder and the folders below it, in the order of their paths."""
    files = [p for p in folder.rglob("*") if p.suffix in (".yaml", ".yml") and p.is_file()]
    return sorted(files, key=lambda p: p.relative_to(folder).as_posix())


def raise_faults(faults: Sequence[Fault]) -> None:
    """Raise a RuleError with all faults, if there are any."""
    if faults:
        raise RuleError(faults)


def nearest(word: str, known: Collection[str]) -> str:
    """A hint for a misspelt word: " (did you mean 'aliases'?)", or the known words when none is near."""
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    if near:
        return f" (did you mean {near[0]!r}?)"
    return f" (known: {', '.join(known)})" if len(known) <= 40 else ""


@dataclass
class Checker:
    """One YAML file: its root node and questions about its nodes, which note faults instead of raising.

    Every question takes None for "key absent" and answers it with an empty value. Files share one list `faults`.
    """

    file: str
    root: Node | None
    faults: list[Fault]
    _paths: dict[int, str] = field(default_factory=dict, repr=False)

    @classmethod
    def read(cls, path: Path, faults: list[Fault], name: str | None = None) -> Checker:
        """Read a file; `name` is how faults call it (default: the path as given)."""
        name = name or path.as_posix()
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            faults.append(Fault(name, 1, 1, "", f"is not UTF-8 text (byte {error.start})"))
        except OSError as error:
            faults.append(Fault(name, 1, 1, "", f"cannot be read: {error.strerror}"))
        else:
            return cls.parse(text, faults, name)
        return cls(name, None, faults)

    @classmethod
    def parse(cls, text: str, faults: list[Fault], name: str = "<text>") -> Checker:
        """Read YAML text; a syntax error becomes a fault, and the root is then None."""
        root: Node | None = None
        try:
            root = yaml.compose(text, Loader=LOADER)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            faults.append(Fault(name, line, column, "", f"not YAML: {error.problem or error.context}"))
        except yaml.YAMLError as error:
            faults.append(Fault(name, 1, 1, "", f"not YAML: {str(error).splitlines()[0]}"))
        else:
            if root is None:
                faults.append(Fault(name, 1, 1, "", "is empty"))
        return cls(name, root, faults)

    # Faults

    def path(self, node: Node) -> str:
        """Where a node stands in its file: `actors[3].aliases[0]`, or "" for the root."""
        if not self._paths and self.root is not None:
            todo: list[tuple[Node, str]] = [(self.root, "")]
            while todo:
                current, path = todo.pop()
                if id(current) in self._paths:
                    continue
                self._paths[id(current)] = path
                if isinstance(current, SequenceNode):
                    todo += [(child, f"{path}[{i}]") for i, child in enumerate(current.value)]
                elif isinstance(current, MappingNode):
                    for key, value in current.value:
                        name = key.value if isinstance(key, ScalarNode) else "?"
                        below = f"{path}.{name}" if path else str(name)
                        todo += [(key, below), (value, below)]
        return self._paths.get(id(node), "")

    def fault(self, node: Node | None, message: str) -> None:
        """Note a fault at a node (None: at the start of the file)."""
        if node is None:
            self.faults.append(Fault(self.file, 1, 1, "", message))
            return
        mark = node.start_mark
        fault = Fault(self.file, mark.line + 1, mark.column + 1, self.path(node), message)
        if fault not in self.faults:  # a loader may ask twice
            self.faults.append(fault)

    def place(self, node: Node) -> str:
        """`file:line`, to point at a node in a message about another."""
        return f"{self.file}:{node.start_mark.line + 1}"

    # Shapes

    def _is(self, node: Node | None, kind: type[Node], wanted: str) -> bool:
        if node is None or isinstance(node, kind):
            return node is not None
        self.fault(node, f"should be {wanted}, is {KINDS.get(type(node), 'something else')}")
        return False

    def mapping(
        self, node: Node | None, required: Collection[str] = (), optional: Collection[str] | None = ()
    ) -> dict[str, Node]:
        """The values of a mapping by key. `optional=None` lets any further key pass."""
        if not self._is(node, MappingNode, KINDS[MappingNode]):
            return {}
        assert isinstance(node, MappingNode)
        found: dict[str, Node] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, ScalarNode) else None
            if name is None:
                self.fault(key, "a key should be a single word")
            elif name in found:
                self.fault(key, f"key {name!r} stands here twice")
            elif optional is not None and name not in required and name not in optional:
                self.fault(key, f"unknown key {name!r}{nearest(name, (*required, *optional))}")
            else:
                found[name] = value
        for name in required:
            if name not in found:
                self.fault(node, f"required key {name!r} is missing")
        return found

    def items(self, node: Node | None, empty: bool = True) -> list[Node]:
        """The items of a list; `empty=False` demands at least one."""
        if not self._is(node, SequenceNode, "a list"):
            return []
        assert isinstance(node, SequenceNode)
        if not node.value and not empty:
            self.fault(node, "should not be an empty list")
        return list(node.value)

    def is_list(self, node: Node | None) -> bool:
        """Whether the node is a list; never a fault."""
        return isinstance(node, SequenceNode)

    def is_mapping(self, node: Node | None) -> bool:
        """Whether the node is a mapping; never a fault."""
        return isinstance(node, MappingNode)

    # Values

    def text(self, node: Node | None, default: str = "") -> str:
        """A non-empty string. `true`, `12` and dates, which YAML reads otherwise, want quotes.

        The words on, off, yes and no are texts here, as in YAML 1.2: our lists hold many prepositions.
        """
        if not self._is(node, ScalarNode, "a text"):
            return default
        assert isinstance(node, ScalarNode)
        value: str = node.value
        if node.tag != TAG + "str" and not (node.tag == TAG + "bool" and value.lower() in YAML_1_2_TEXTS):
            kind = node.tag.removeprefix(TAG)
            self.fault(node, f"should be a text; YAML reads {value!r} as {kind}: put it in quotes")
        elif not value.strip():
            self.fault(node, "should not be empty")
        elif value != value.strip():
            self.fault(node, "should not begin or end with white space")
        else:
            return value
        return default

    def texts(self, node: Node | None, empty: bool = True) -> tuple[str, ...]:
        """A list of strings without repetitions."""
        found: list[str] = []
        for item in self.items(node, empty):
            value = self.text(item)
            if value and value in found:
                self.fault(item, f"{value!r} stands here twice")
            elif value:
                found.append(value)
        return tuple(found)

    def one_of(self, node: Node | None, allowed: Collection[str], default: str = "") -> str:
        """One of the allowed strings."""
        value = self.text(node)
        if value and node is not None and value not in allowed:
            self.fault(node, f"{value!r} is not allowed here{nearest(value, allowed)}")
            return default
        return value or default

    def some_of(self, node: Node | None, allowed: Collection[str]) -> tuple[str, ...]:
        """A list of allowed strings."""
        values = (self.one_of(item, allowed) for item in self.items(node))
        return tuple(value for value in values if value)

    def matching(self, node: Node | None, pattern: re.Pattern[str], what: str, default: str = "") -> str:
        """A string that a pattern matches as a whole; `what` names it in the message."""
        value = self.text(node)
        if value and node is not None and not pattern.fullmatch(value):
            self.fault(node, f"{value!r} is not {what}")
            return default
        return value or default

    def unique(self, node: Node | None, seen: dict[str, str], key: Callable[[str], str] = str) -> str:
        """`key` of a string, not seen before; `seen` maps each to the place where it stood, and grows."""
        value = key(self.text(node))
        if value and node is not None:
            if value in seen:
                self.fault(node, f"duplicate id {value!r}, first at {seen[value]}")
            else:
                seen[value] = self.place(node)
        return value

    def flag(self, node: Node | None, default: bool = False) -> bool:
        """true or false (YAML's yes, no, on, off count too)."""
        if not self._is(node, ScalarNode, "true or false"):
            return default
        assert isinstance(node, ScalarNode)
        if node.tag == TAG + "bool":
            return str(node.value).lower() in ("true", "yes", "on")
        self.fault(node, f"should be true or false, is {node.value!r}")
        return default

    def number(self, node: Node | None, low: float | None = None, high: float | None = None) -> float | None:
        """A number, whole or not, within the bounds given; None when absent or at fault."""
        if not self._is(node, ScalarNode, "a number"):
            return None
        assert isinstance(node, ScalarNode)
        try:
            value = float(node.value) if node.tag in (TAG + "int", TAG + "float") else None
        except ValueError:  # YAML 1.1 oddities such as 1:30 or 0x1F
            value = None
        if value is None:
            self.fault(node, f"should be a number, is {node.value!r}")
        elif (low is not None and value < low) or (high is not None and value > high):
            self.fault(node, f"{node.value} lies outside {low} to {high}")
        else:
            return value
        return None

    def integer(self, node: Node | None, low: int | None = None, high: int | None = None) -> int | None:
        """A whole number within the bounds given; None when absent or at fault."""
        value = self.number(node, low, high)
        if value is not None and value != int(value):
            self.fault(node, "should be a whole number")
            return None
        return None if value is None else int(value)

    def date(self, node: Node | None) -> str | None:
        """An ISO 8601 date of any precision (2020, 2020-03, 2020-03-05), quoted or not; None when absent."""
        if not self._is(node, ScalarNode, "a date"):
            return None
        assert isinstance(node, ScalarNode)
        if DATE.fullmatch(node.value):
            return str(node.value)
        self.fault(node, f"{node.value!r} is not a date such as 2020, 2020-03 or 2020-03-05")
        return None
