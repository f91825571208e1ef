"""A wheel works alone: ontology, rules, queries and parser travel inside."""

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
DATA = ("ontology", "rules", "queries", "parser")
COMPARED = ("claims.jsonl", "documents.jsonl", "graph.ttl", "graph.html", "texts/article.txt")


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `kg` of an environment that holds the wheel; only the libraries are borrowed from ours."""
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    python = folder / "bin" / "python"
    site = Path(
        subprocess.run(
            [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()
    )
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(python)]
    subprocess.run(
        [*pip, "install", "--quiet", "--no-deps", "--no-index", str(wheel)], check=True, capture_output=True
    )
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / "bin" / "kg"


def run(*command: object, cwd: Path) -> str:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run([str(c) for c in command], cwd=cwd, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_data_file_is_inside_and_nothing_foreign(wheel: Path, root: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    tracked = subprocess.run(
        ["git", "ls-files", "-z", *DATA], cwd=root, check=True, capture_output=True, text=True
    ).stdout.split("\0")
    wanted = {f"kg/_data/{name}" for name in tracked if name}
    assert len(wanted) > 20
    assert wanted <= names
    top = {name.split("/")[0] for name in names}
    assert {name for name in top if not name.startswith("conflict_kg-")} == {"kg"}
    assert not [name for name in names if "seeds/" in name]  # the publishers' rights


def test_licences_travel_along(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for licence in ("LICENSE", "LICENSES/CC-BY-SA-4.0.txt", "LICENSES/README.md"):
        assert [name for name in names if name.endswith(f".dist-info/licenses/{licence}")], licence


def test_a_build_elsewhere_gives_the_bytes_of_the_checkout(
    installed: Path, root: Path, seeds: Path, tmp_path: Path
) -> None:
    shutil.copy(seeds / "002_1e990827a73915cd.txt", tmp_path / "article.txt")
    python = installed.with_name("python")
    place = run(python, "-c", "import kg; print(kg.__file__)", cwd=tmp_path)
    assert root not in Path(place.strip()).parents

    run(installed, "build", "article.txt", "--output", "wheel", cwd=tmp_path)
    run(sys.executable, "-m", "kg", "build", "article.txt", "--output", "checkout", cwd=tmp_path)
    for name in COMPARED:
        ours, theirs = (tmp_path / folder / name for folder in ("checkout", "wheel"))
        assert ours.read_bytes() == theirs.read_bytes(), name
    assert (tmp_path / "wheel" / "claims.jsonl").stat().st_size > 0
    assert run(installed, "query", "--graph", "wheel", cwd=tmp_path)
