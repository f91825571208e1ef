"""Paths to documents."""

import io
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.read import read, sources
from kg.records import Document


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def ids(*paths: Path) -> list[str]:
    return [document.id for document in read(paths, warn=pytest.fail)]


def test_the_seeds_with_their_sources(seeds: Path) -> None:
    documents = list(read([seeds], warn=pytest.fail))
    assert [(d.id[:3], d.publisher, d.published) for d in documents] == [
        ("000", "AFP", "2016-05-04"),
        ("001", None, "2024-11-30"),
        ("002", "Financial Times", "2016-09-24"),
    ]
    assert (
        documents[1].title
        == "Jihadist insurgents capture significant areas of Aleppo amid escalating hostilities"
    )
    assert all(d.note and d.note.startswith("date inferred") for d in documents)
    assert documents[2].text == (seeds / documents[2].id).read_text(encoding="utf-8")


def test_a_seed_alone_has_the_same_text_and_date_as_in_its_folder(seeds: Path) -> None:
    [alone] = read([seeds / "002_1e990827a73915cd.txt"], warn=pytest.fail)
    assert alone == list(read([seeds], warn=pytest.fail))[2]


def test_folders_are_searched_to_the_bottom_in_order_and_other_files_skipped(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "b.txt": "B",
            "a/z.txt": "Z",
            "a/deep/er/y.TXT": "Y",
            "notes.md": "no article",
            "picture.png": b"\x89PNG\x00",
            ".hidden.txt": "hidden",
            ".git/c.txt": "hidden",
            "rows.jsonl": '{"id": "row", "text": "Row"}',
        },
    )
    assert ids(tmp_path) == ["b.txt", "row", "a/z.txt", "a/deep/er/y.TXT"]


def test_what_a_build_wrote_is_not_read_again(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "A", "out/claims.jsonl": "", "out/documents.jsonl": "", "out/texts/a.txt": "A"})
    assert ids(tmp_path) == ["a.txt"]


def test_a_file_reached_twice_counts_once(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "A", "b.txt": "B"})
    assert ids(tmp_path / "b.txt", tmp_path, tmp_path / "a.txt") == ["b.txt", "a.txt"]


def test_two_files_of_one_name_are_refused_before_any_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"x/a.txt": "X", "y/a.txt": "Y"})
    with pytest.raises(InputError, match=r"would both be called 'a\.txt'"):
        read([tmp_path / "x", tmp_path / "y"], warn=pytest.fail)
    assert ids(tmp_path) == ["x/a.txt", "y/a.txt"]


@pytest.mark.parametrize(
    "name", ["ends in space .txt", "new\nline.txt", "ünï – “q”.txt", "#%?&.txt", "-.txt"]
)
def test_names_of_any_characters(tmp_path: Path, name: str) -> None:
    write(tmp_path, {name: "A"})
    assert ids(tmp_path) == [name]
    assert ids(tmp_path / name) == [name]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux file names may be any bytes")
def test_a_name_that_is_no_utf_8_still_gives_an_id_that_can_be_written(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("A")
    [document] = read([tmp_path], warn=pytest.fail)
    assert document.id == "caf\\xe9.txt"


def test_a_file_named_outright_is_read_whatever_its_ending(tmp_path: Path) -> None:
    write(tmp_path, {"article": "A", "article.md": "B"})
    assert ids(tmp_path / "article", tmp_path / "article.md") == ["article", "article.md"]


def test_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Assad’s\r\n".encode())))
    assert list(read(["-"], warn=pytest.fail)) == [Document("stdin", "Assad’s\r\n")]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\r\t"), min_size=1))
def test_the_text_is_the_file_newlines_and_all(tmp_path: Path, text: str) -> None:
    write(tmp_path, {"a.txt": "x" + text})
    [document] = read([tmp_path / "a.txt"], warn=pytest.fail)
    assert document.text == "x" + text


def test_the_table_nearest_to_a_file_counts(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "a/b/one.txt": "1",
            "a/b/two.txt": "2",
            "a/b/sources.csv": "file,title\none.txt,near\n",
            "sources.csv": "file,title\na/b/one.txt,far\na/b/two.txt,far\n",
        },
    )
    assert [(d.id, d.title) for d in read([tmp_path], warn=pytest.fail)] == [
        ("a/b/one.txt", "near"),
        ("a/b/two.txt", "far"),
    ]
    # Above the folder that was given nothing is looked for.
    assert [d.title for d in read([tmp_path / "a"], warn=pytest.fail)] == ["near", None]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "left out: a binary file, not text"),
        (b"  \n\n", "left out: no text in it"),
        (b"", "left out: no text in it"),
    ],
)
def test_a_file_that_is_no_article_is_named_and_the_rest_read(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    write(tmp_path, {"a.txt": content, "b.txt": "B"})
    warnings: list[str] = []
    assert [d.id for d in read([tmp_path], warn=warnings.append)] == ["b.txt"]
    assert warnings == [f"{tmp_path / 'a.txt'}: {reason}"]
    with pytest.raises(InputError, match="no article to read in"):
        list(read([tmp_path / "a.txt"], warn=warnings.append))


def test_windows_1252_is_read_and_said(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "Assad’s".encode("cp1252")})
    warnings: list[str] = []
    assert [d.text for d in read([tmp_path], warn=warnings.append)] == ["Assad’s"]
    assert warnings == [f"{tmp_path / 'a.txt'}: not UTF-8; read as Windows-1252"]


def test_a_wrong_date_in_the_table_is_said_once_and_the_articles_read(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "A", "b.txt": "B", "sources.csv": "file,date\na.txt,2016-99-99\nb.txt,2016\n"})
    warnings: list[str] = []
    assert [d.published for d in read([tmp_path], warn=warnings.append)] == [None, "2016"]
    [line] = warnings
    assert line.startswith(f"{tmp_path / 'sources.csv'}:2:7: '2016-99-99' is no date")


def test_a_table_that_names_files_that_are_not_there(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "A", "sources.csv": "file,date\nA.text,2016\nb.txt,2016\n"})
    warnings: list[str] = []
    assert [d.published for d in read([tmp_path], warn=warnings.append)] == [None]
    assert warnings == [f"{tmp_path / 'sources.csv'}: names 2 file(s) that are not there, such as 'A.text'"]


@pytest.mark.parametrize(
    ("path", "message"),
    [("nowhere.txt", "nowhere.txt: no such file or folder"), ("empty", "empty: no articles in this folder")],
)
def test_paths_without_articles_are_refused_at_once(tmp_path: Path, path: str, message: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=message):
        sources([tmp_path / path])


def test_no_path_at_all() -> None:
    with pytest.raises(InputError, match="no articles given"):
        sources([])
