"""File names for the texts of documents."""

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.output.names import text_names


@pytest.mark.parametrize(
    ("identifier", "name"),
    [
        ("a.txt", "a.txt"),
        ("folder/ünï – “q”.txt", "folder/ünï – “q”.txt"),
        ("page.html", "page.html.txt"),
        ("row-7", "row-7.txt"),
    ],
)
def test_names_people_recognise(identifier: str, name: str) -> None:
    assert text_names([identifier]) == {identifier: name}


@pytest.mark.parametrize(
    "identifier",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "https://e.org/a?b=c",
        "a\\b",
        "",
        ".",
        "a//b",
        "a\nb",
        "x" * 300,
        "CON:",
        "a /b",
    ],
)
def test_ids_that_are_no_paths_get_a_safe_name(identifier: str) -> None:
    [name] = text_names([identifier]).values()
    assert PurePosixPath(name).name == name
    assert name.endswith(".txt")
    assert len(name) < 100


@pytest.mark.parametrize(
    "ids",
    [
        ["a", "a.txt"],
        ["A.txt", "a.txt"],
        ["a.txt", "a.txt/b.txt"],
        ["page.html", "page.html.txt"],
        ["ß.txt", "SS.txt"],
    ],
)
def test_ids_that_would_share_a_name_do_not(ids: list[str]) -> None:
    names = text_names(ids)
    assert len({name.casefold() for name in names.values()}) == len(ids)
    assert names == text_names(reversed(ids))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), unique=True))
def test_every_text_can_be_written_below_its_folder(ids: list[str]) -> None:
    names = text_names(ids)
    assert len({name.casefold() for name in names.values()}) == len(ids)
    for name in names.values():
        assert (Path("/texts") / name).resolve().is_relative_to("/texts")
        assert not PurePosixPath(name).is_absolute()
