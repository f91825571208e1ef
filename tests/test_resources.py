"""The data folders are found in a wheel, then in a checkout, or missed with both places named."""

from pathlib import Path

import pytest

from kg import resources
from kg.errors import ResourceError


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    inside, checkout = tmp_path / "kg" / "_data", tmp_path / "checkout"
    monkeypatch.setattr(resources, "_candidates", lambda: (inside, checkout))
    return inside, checkout


@pytest.mark.parametrize("name", ["ontology", "rules", "queries", "parser", "ontology/conflict.ttl"])
def test_the_folders_of_this_checkout(name: str, root: Path) -> None:
    assert resources.resource(name) == root / name


def test_the_package_goes_before_the_checkout(places: tuple[Path, Path]) -> None:
    inside, checkout = places
    for place in places:
        (place / "rules").mkdir(parents=True)
    assert resources.resource("rules") == inside / "rules"
    (inside / "rules").rmdir()
    assert resources.resource("rules") == checkout / "rules"


def test_a_missing_folder_is_missed_with_both_places(places: tuple[Path, Path]) -> None:
    with pytest.raises(ResourceError) as error:
        resources.resource("rules")
    assert all(str(place / "rules") in str(error.value) for place in places)
    assert "\n" not in str(error.value)
