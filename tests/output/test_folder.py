"""The output folder: all parts, replaced at once, nothing of others lost."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.output import read_output, summary, write_output
from kg.records import Argument, Article, Casualties, Claim, Cue, Document, Entity, Event, Relation

RUSSIA, ASSAD = (
    Entity("Russia", "Russia", "State", "RUS"),
    Entity("BasharAlAssad", "Bashar al-Assad", "Person", "SYR"),
)
ALEPPO = Entity("Aleppo", "Aleppo", "Place", "SYR")
TEXT = "Russia backs Assad.\r\nRussia bombed Aleppo; 7 were killed.\u2028"
PARTS = {"claims.jsonl", "documents.jsonl", "graph.html", "graph.ttl", "texts"}


def argument(entity: Entity, mention: str) -> Argument:
    start = TEXT.index(mention)
    return Argument(entity, mention, start, start + len(mention))


def common(identifier: str, document: str, sentence: str, cue: str, status: str) -> dict:
    start, at = TEXT.index(sentence), TEXT.index(cue)
    return {
        "id": identifier, "document": document, "sentence": sentence, "start": start, "end": start + len(sentence),
        "cue": Cue(cue, at, at + len(cue)), "rule": "some-rule", "status": status, "published": "2016-09-24",
    }  # fmt: skip


def article(name: str) -> Article:
    first, second = "Russia backs Assad.", "Russia bombed Aleppo; 7 were killed."
    russia, assad, aleppo = argument(RUSSIA, "Russia"), argument(ASSAD, "Assad"), argument(ALEPPO, "Aleppo")
    claims: tuple[Claim, ...] = (
        Relation(
            **common(f"{name}-1", name, first, "backs", "current"),
            predicate="backs",
            subject=russia,
            object=assad,
        ),
        Event(
            **common(f"{name}-2", name, second, "bombed", "actual"),
            type="Airstrike",
            agents=(russia,),
            place=aleppo,
        ),
        Casualties(**common(f"{name}-3", name, second, "killed", "actual"), killed=7, place=aleppo),
    )
    document = Document(name, TEXT, title="Line\u2028separator", publisher="AFP", published="2016-09-24")
    return Article(document, sentences=2, claims=claims)


def content(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def test_every_part_is_written(tmp_path: Path) -> None:
    write_output([article("a.txt"), article("b/page.html")], tmp_path / "deep" / "out")
    out = tmp_path / "deep" / "out"
    assert {path.name for path in out.iterdir()} == PARTS
    assert [path.name for path in out.parent.iterdir()] == ["out"]  # no draft stays
    rows = [json.loads(line) for line in (out / "documents.jsonl").read_text("utf-8").split("\n") if line]
    assert rows[1] == {
        "id": "b/page.html", "title": "Line\u2028separator", "publisher": "AFP", "date": "2016-09-24", "url": None,
        "note": None, "file": "b/page.html.txt",
    }  # fmt: skip
    assert (out / "texts" / "b" / "page.html.txt").read_bytes() == TEXT.encode()
    assert out.stat().st_mode & 0o777 == (tmp_path / "deep").stat().st_mode & 0o777


def test_what_was_written_reads_back(tmp_path: Path) -> None:
    articles = [article("a.txt"), article("https://e.org/?id=1")]
    write_output(articles, tmp_path / "out")
    claims, documents = read_output(tmp_path / "out")
    assert documents == tuple(a.document for a in articles)
    assert claims == tuple(claim for a in articles for claim in a.claims)


def test_the_same_articles_give_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    one, two = article("a.txt"), article("b.txt")
    for name, articles in (("x", [one, two]), ("y", [one, two]), ("z", [two, one])):
        write_output(articles, tmp_path / name)
    first, again, turned = (content(tmp_path / name) for name in "xyz")
    assert first == again
    assert first["graph.ttl"] == turned["graph.ttl"]
    assert first["graph.html"] == turned["graph.html"]


def test_a_second_build_replaces_the_first_and_keeps_what_others_put_there(tmp_path: Path) -> None:
    write_output([article("old.txt")], tmp_path)
    (tmp_path / "notes.md").write_text("mine", encoding="utf-8")
    write_output([article("new.txt")], tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == PARTS | {"notes.md"}
    assert [path.name for path in (tmp_path / "texts").iterdir()] == ["new.txt"]


def test_a_failure_leaves_the_old_folder_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_output([article("old.txt")], tmp_path / "out")
    before = content(tmp_path)

    def broken() -> Iterator[Article]:
        yield article("new.txt")
        raise InputError("the second article cannot be read")

    with pytest.raises(InputError):
        write_output(broken(), tmp_path / "out")
    monkeypatch.setattr("kg.graph.turtle", lambda graph: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        write_output([article("new.txt")], tmp_path / "out")
    with pytest.raises(ZeroDivisionError):
        write_output([article("new.txt")], tmp_path / "fresh")
    assert content(tmp_path) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]


def test_texts_of_another_origin_are_refused(tmp_path: Path) -> None:
    write_output([article("a.txt")], tmp_path)
    (tmp_path / "texts" / "precious.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match=r"precious\.txt: not written by kg build"):
        write_output([article("a.txt")], tmp_path)
    assert (tmp_path / "texts" / "precious.txt").read_text() == "mine"


@pytest.mark.parametrize("damage", ["documents.jsonl", "claims.jsonl", "texts/a.txt"])
def test_a_folder_that_is_not_whole_is_said_to_be_so(tmp_path: Path, damage: str) -> None:
    write_output([article("a.txt")], tmp_path)
    (tmp_path / damage).unlink()
    with pytest.raises(InputError, match="not a folder that kg build wrote, or not whole"):
        read_output(tmp_path)


def test_the_summary_counts_entities_once_and_claims_one_by_one() -> None:
    found = summary([article("a.txt"), article("b.txt")])
    assert found.as_json() == {
        "documents": 2,
        "sentences": 4,
        "claims": 6,
        "entities": {"Person": 1, "Place": 1, "State": 1},
        "relations": {"backs": 2},
        "events": {"Airstrike": 2},
        "casualties": {"killed": 2},
    }
