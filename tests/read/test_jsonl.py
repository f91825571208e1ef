"""JSON Lines input."""

import json
from pathlib import Path

import pytest

from kg.read import read
from kg.records import Document


def articles(path: Path, content: str | bytes) -> tuple[list[Document], list[str]]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    warnings: list[str] = []
    return list(read([path], warn=warnings.append)), [line.replace(str(path), path.name) for line in warnings]


def test_all_keys(tmp_path: Path) -> None:
    row = {
        "id": "x/1",
        "text": "A\r\nB",
        "title": "T",
        "publisher": "P",
        "date": "2016-05",
        "url": "u",
        "note": "n",
    }
    found, warnings = articles(tmp_path / "a.jsonl", json.dumps(row) + "\n\n" + '{"id": 7, "text": "C"}')
    assert found == [
        Document("x/1", "A\r\nB", "T", "P", "2016-05", "u", "n"),
        Document("7", "C"),
    ]
    assert warnings == []


GOOD = '{"id": "good", "text": "Good."}\n'


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{nonsense", "a.jsonl:2: not JSON"),
        ("[1]", "a.jsonl:2: not an object"),
        ('{"text": "A"}', "a.jsonl:2: no 'id'"),
        ('{"id": "a"}', "a.jsonl:2: no 'text'"),
        ('{"id": "a", "text": "  "}', "a.jsonl:2: no 'text'"),
        ('{"id": "a", "text": 5}', "a.jsonl:2: 'text' is not a string"),
        ('{"id": true, "text": "A"}', "a.jsonl:2: 'id' is not a string"),
        ('{"id": "a", "text": "half \\ud83d"}', "a.jsonl:2: 'text' holds half a character"),
        ('{"id": "good", "text": "Again."}', "a.jsonl: a second document 'good'"),
    ],
)
def test_a_faulty_line_is_named_and_left_out(tmp_path: Path, line: str, expected: str) -> None:
    found, warnings = articles(tmp_path / "a.jsonl", f"{GOOD}{line}\n")
    assert [(d.id, d.text) for d in found] == [("good", "Good.")]
    assert [warning.startswith(expected) for warning in warnings] == [True], warnings


def test_an_article_with_a_wrong_date_is_read_without_it(tmp_path: Path) -> None:
    [found], [warning] = articles(tmp_path / "a.jsonl", '{"id": "a", "text": "A", "date": "yesterday"}')
    assert found.published is None
    assert warning.startswith("a.jsonl:1: 'date': 'yesterday'")


def test_whole_characters_outside_the_basic_plane_are_kept(tmp_path: Path) -> None:
    [found], warnings = articles(tmp_path / "a.jsonl", '{"id": "a", "text": "\\ud83d\\ude00!"}')
    assert found.text == "😀!"
    assert warnings == []
