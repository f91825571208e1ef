"""`sources.csv`."""

from pathlib import Path

import pytest

from kg.read.metadata import Metadata, load


def loaded(folder: Path, content: str | bytes) -> tuple[dict[str, Metadata], list[str]]:
    path = folder / "sources.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    warnings: list[str] = []
    found = load(path, warnings.append)
    return found, [line.replace(str(path), "sources.csv") for line in warnings]


def test_a_row_with_everything(tmp_path: Path) -> None:
    found, warnings = loaded(
        tmp_path,
        "file,title,publisher,date,url,note,region\na.txt,Truce,AFP,2016-05-04,https://e.org/1,date inferred,Aleppo\n",
    )
    assert found == {"a.txt": Metadata("Truce", "AFP", "2016-05-04", "https://e.org/1", "date inferred")}
    assert warnings == []


@pytest.mark.parametrize(
    "content",
    [
        "file;title;date\na.txt;Truce, of a kind;2016\n",
        "file\ttitle\tdate\r\na.txt\tTruce, of a kind\t2016\r\n",
        'date,File,title\n2016,a.txt,"Truce, of a kind"\n\n',
        '\ufefffile,title,date\na.txt,"Truce, of a kind",2016',
        'file,title,date\n,,\na.txt,"Truce, of a kind",2016\n',
    ],
    ids=["semicolons", "tabs and CRLF", "order and case of columns", "byte order mark", "empty row"],
)
def test_dialects(tmp_path: Path, content: str) -> None:
    found, warnings = loaded(tmp_path, content)
    assert found["a.txt"] == Metadata(title="Truce, of a kind", published="2016")
    assert not [line for line in warnings if "no file named" not in line]


def test_windows_1252(tmp_path: Path) -> None:
    found, _ = loaded(tmp_path, "file,title\na.txt,Assad’s forces\n".encode("cp1252"))
    assert found["a.txt"].title == "Assad’s forces"


@pytest.mark.parametrize(
    ("content", "place", "value"),
    [
        ("file,date\na.txt,4 May 2016\n", "sources.csv:2:7:", "'4 May 2016'"),
        ('file,title,date\na.txt,"One, two",2016-02-30\n', "sources.csv:2:18:", "'2016-02-30'"),
        ('file,title,date\na.txt,"Two\nlines",soon\n', "sources.csv:3:8:", "'soon'"),
        ('file,date\nb.txt,2016\n\na.txt,"soon"\n', "sources.csv:4:7:", "'soon'"),
    ],
)
def test_a_wrong_date_is_named_with_its_place_and_the_row_counts_without_it(
    tmp_path: Path, content: str, place: str, value: str
) -> None:
    found, warnings = loaded(tmp_path, content)
    assert found["a.txt"].published is None
    [line] = warnings
    assert line.startswith(place)
    assert value in line


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("name,date\na.txt,2016\n", "sources.csv:1:1: no column 'file'"),
        ("", "sources.csv:1:1: no column 'file'"),
        ("file,title\na.txt,One\na.txt,Two\n", "sources.csv:3:1: a second row for 'a.txt'"),
        ("file,title\n,One\n", "sources.csv:2:1: no file named"),
        (b"\x00\x01\x02", "sources.csv: not read (a binary file"),
    ],
)
def test_other_faults(tmp_path: Path, content: str | bytes, expected: str) -> None:
    _, warnings = loaded(tmp_path, content)
    assert [line.startswith(expected) for line in warnings] == [True]


def test_what_the_table_says_goes_before_what_the_page_says() -> None:
    table, page = Metadata(title="Table"), Metadata(title="Page", url="https://e.org")
    assert table.over(page) == Metadata(title="Table", url="https://e.org")
