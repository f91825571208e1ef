"""What the package imports, and what its lock files promise."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS = ("requirements.lock", "requirements-dev.lock")


def imported(path: Path) -> set[str]:
    """Top-level names of the modules that a file imports, wherever in the file it does."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add((node.module or "").split(".")[0])
    return names


def project(root: Path) -> dict:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def groups(root: Path, *names: str) -> list[Requirement]:
    table = project(root)["dependency-groups"]
    found: list[Requirement] = []
    for name in names:
        for row in table[name]:
            found += groups(root, row["include-group"]) if isinstance(row, dict) else [Requirement(row)]
    return found


def locked(path: Path) -> dict[str, Requirement]:
    rows = re.findall(r"^([A-Za-z0-9][^\\\n]*?) \\$", path.read_text(encoding="utf-8"), re.MULTILINE)
    requirements = [Requirement(row) for row in rows]
    return {canonicalize_name(r.name): r for r in requirements if not r.marker or r.marker.evaluate()}


@pytest.mark.parametrize(
    ("folder", "extra"), [("kg", []), ("tests", ["dev"]), ("docs", ["dev"]), ("training", [])]
)
def test_every_library_imported_is_declared(root: Path, folder: str, extra: list[str]) -> None:
    wanted = [*map(Requirement, project(root)["project"]["dependencies"]), *groups(root, *extra)]
    declared = {canonicalize_name(requirement.name) for requirement in wanted}
    files = sorted((root / folder).rglob("*.py"))
    ours = {"kg", folder, *(path.stem for path in files), *(path.parent.name for path in files)}
    distributions = packages_distributions()
    undeclared = {
        f"{path.relative_to(root)}: {name}"
        for path in files
        for name in imported(path) - ours - sys.stdlib_module_names
        if not declared & {canonicalize_name(d) for d in distributions.get(name, [])}
    }
    assert undeclared == set()


def test_tests_are_where_they_are_collected_from(root: Path) -> None:
    # pytest silently ignores a file of another name.
    strays = [
        str(path.relative_to(root))
        for path in (root / "tests").rglob("*.py")
        if "def test_" in path.read_text(encoding="utf-8") and not path.name.startswith("test_")
    ]
    assert strays == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_file_has_hashes_and_no_address(root: Path, name: str) -> None:
    text = (root / name).read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|--index|--extra-index|--find-links|--trusted| @ ", text)
    rows = re.split(r"(?m)^(?=[A-Za-z0-9])", text)[1:]
    assert len(rows) > 50
    assert [row.split("\n")[0] for row in rows if "--hash=sha256:" not in row or "==" not in row] == []


@pytest.mark.parametrize(
    ("name", "extra"), [("requirements.lock", ["build"]), ("requirements-dev.lock", ["dev"])]
)
def test_a_lock_file_fulfils_the_project(root: Path, name: str, extra: list[str]) -> None:
    found = locked(root / name)
    for wanted in [*map(Requirement, project(root)["project"]["dependencies"]), *groups(root, *extra)]:
        version = str(found[canonicalize_name(wanted.name)].specifier).removeprefix("==")
        assert wanted.specifier.contains(version), f"{wanted} is locked at {version}: make lock"


def test_both_lock_files_agree(root: Path) -> None:
    run, develop = (locked(root / name) for name in LOCKS)
    assert {name: str(r) for name, r in run.items()}.items() <= {
        name: str(r) for name, r in develop.items()
    }.items()


def test_one_version_of_each_library_on_all_pythons(root: Path) -> None:
    assert default_environment()["implementation_name"] == "cpython"
    names = re.findall(r"^([A-Za-z0-9._-]+)==", (root / LOCKS[1]).read_text(encoding="utf-8"), re.MULTILINE)
    assert len(names) == len(set(names))
