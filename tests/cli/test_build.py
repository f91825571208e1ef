"""`kg build` and `kg extract` on the seeds, from the command line to the bytes."""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rdflib import Graph

from kg.exchange import loads
from kg.statements import roles


def content(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def test_another_run_gives_the_same_bytes(built: Path, seeds: Path, tmp_path: Path) -> None:
    # Another process, with another order of hashes, in another folder and time zone.
    environment = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    command = [sys.executable, "-m", "kg", "build", str(seeds), "--output", "again"]
    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path, env=environment)
    again, first = content(tmp_path / "again"), content(built)
    assert again.keys() == first.keys()
    assert [name for name in first if again[name] != first[name]] == []


def test_another_order_of_files_gives_the_same_graph(
    built: Path, seeds: Path, tmp_path: Path, run: Callable
) -> None:
    files = sorted(seeds.glob("*.txt"), reverse=True)
    assert run("build", *files, "--output", tmp_path / "out").code == 0
    for name in ("graph.ttl", "graph.html"):
        assert (tmp_path / "out" / name).read_bytes() == (built / name).read_bytes()


def test_the_output_folder_is_whole(built: Path, seeds: Path) -> None:
    names = {path.name for path in seeds.glob("*.txt")}
    assert set(content(built)) == {"claims.jsonl", "documents.jsonl", "graph.ttl", "graph.html"} | {
        f"texts/{name}" for name in names
    }
    for name in names:
        assert (built / "texts" / name).read_bytes() == (seeds / name).read_bytes()


def test_every_offset_slices_back_to_its_words(built: Path) -> None:
    claims = list(loads((built / "claims.jsonl").read_text(encoding="utf-8")))
    assert len(claims) > 50
    for claim in claims:
        text = (built / "texts" / claim.document).read_text(encoding="utf-8")
        assert text[claim.start : claim.end] == claim.sentence
        assert text[claim.cue.start : claim.cue.end] == claim.cue.text
        for _, argument in roles(claim):
            assert text[argument.start : argument.end] == argument.mention


def test_extract_writes_the_claims_of_build(built: Path, seeds: Path, tmp_path: Path, run: Callable) -> None:
    expected = (built / "claims.jsonl").read_text(encoding="utf-8")
    to_stdout = run("extract", seeds)
    assert (to_stdout.code, to_stdout.out, to_stdout.err) == (0, expected, "")
    to_file = run("extract", seeds, "--output", tmp_path / "claims.jsonl")
    assert (to_file.code, to_file.out, to_file.err) == (0, "", "")
    assert (tmp_path / "claims.jsonl").read_text(encoding="utf-8") == expected


def rows(folder: Path) -> Iterator[dict]:
    yield from map(json.loads, (folder / "claims.jsonl").read_text(encoding="utf-8").splitlines())


def test_the_summary_counts_what_is_in_the_files(
    built: Path, seeds: Path, tmp_path: Path, run: Callable
) -> None:
    result = run("build", seeds, "--output", tmp_path / "out", "--json")
    summary = json.loads(result.out)
    kinds = Counter(row["kind"] for row in rows(built))
    assert summary["documents"] == 3
    assert summary["claims"] == sum(kinds.values())
    for key, kind in (("relations", "relation"), ("events", "event"), ("casualties", "casualties")):
        assert sum(summary[key].values()) == kinds[kind]
    assert summary["relations"]["backs"] == sum(row.get("predicate") == "backs" for row in rows(built))


def test_the_summary_in_words_names_counts_and_files(seeds: Path, tmp_path: Path, run: Callable) -> None:
    result = run("build", seeds, "--output", tmp_path / "out")
    lines = result.out.splitlines()
    assert lines[0].startswith("3 documents, ")
    for heading in ("Entities by class", "Relations by predicate", "Events by type"):
        assert any(line.startswith(heading) for line in lines), heading
    for name in ("graph.html", "graph.ttl", "claims.jsonl", "texts"):
        assert any(str(tmp_path / "out" / name) in line for line in lines), name


def test_the_graph_can_stand_below_another_base(seeds: Path, tmp_path: Path, run: Callable) -> None:
    run(
        "build",
        seeds / "002_1e990827a73915cd.txt",
        "--output",
        tmp_path / "out",
        "--base",
        "https://e.org/kg/",
    )
    graph = Graph().parse(tmp_path / "out" / "graph.ttl")
    spoken_of = {str(subject) for subject in graph.subjects()}
    assert "https://e.org/kg/entity/Russia" in spoken_of
    assert not [iri for iri in spoken_of if iri.startswith("https://w3id.org/conflict-kg/")]


def test_line_ends_and_byte_order_marks_of_another_system(
    built: Path, seeds: Path, tmp_path: Path, run: Callable
) -> None:
    name = "002_1e990827a73915cd.txt"
    text = (seeds / name).read_text(encoding="utf-8").replace("\n", "\r\n")
    (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + text.encode())
    shutil.copy(seeds / "sources.csv", tmp_path)
    found = [json.loads(line) for line in run("extract", tmp_path / name).out.splitlines()]
    usual = [row for row in rows(built) if row["document"] == name]

    def essence(row: dict) -> tuple:
        return (
            row["kind"],
            row["rule"],
            row["status"],
            row["cue"]["text"],
            row["sentence"].replace("\r\n", "\n"),
        )

    assert [essence(row) for row in found] == [essence(row) for row in usual]
    assert all(text[row["start"] : row["end"]] == row["sentence"] for row in found)


def test_a_wrong_date_is_a_warning_and_the_rest_is_done(seeds: Path, tmp_path: Path, run: Callable) -> None:
    shutil.copytree(seeds, tmp_path / "articles")
    table = tmp_path / "articles" / "sources.csv"
    table.write_text(
        table.read_text(encoding="utf-8").replace("2016-09-24", "24 September"), encoding="utf-8"
    )
    result = run("build", tmp_path / "articles", "--output", tmp_path / "out")
    assert result.code == 0
    [line] = result.err.splitlines()
    assert line.startswith(f"kg: warning: {table}:4:")
    assert "'24 September' is no date" in line
    published = {row["document"][:3]: row["published"] for row in rows(tmp_path / "out")}
    assert published == {"000": "2016-05-04", "001": "2024-11-30", "002": None}


def test_an_article_on_stdin(run: Callable) -> None:
    result = run("extract", "-", stdin="Russia backs Bashar al-Assad.\n")
    [claim] = [json.loads(line) for line in result.out.splitlines()]
    assert (claim["document"], claim["predicate"]) == ("stdin", "backs")


def test_an_article_without_claims_makes_an_empty_graph(tmp_path: Path, run: Callable) -> None:
    (tmp_path / "a.txt").write_text("The weather was fine.\n", encoding="utf-8")
    result = run("build", tmp_path / "a.txt", "--output", tmp_path / "out")
    assert result.code == 0
    assert result.out.startswith("1 document, 1 sentence, 0 claims")
    assert (tmp_path / "out" / "claims.jsonl").read_bytes() == b""
    assert run("query", "sources", "--graph", tmp_path / "out").code == 0


@pytest.mark.parametrize("command", ["extract", "build"])
def test_rules_with_faults_are_refused_with_every_fault(
    tmp_path: Path, run: Callable, seeds: Path, command: str
) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "relations.yaml").write_text("rules:\n  - id: [broken\n", encoding="utf-8")
    result = run(command, seeds, "--rules", tmp_path / "rules", "--output", tmp_path / "out")
    assert result.code == 2
    assert "relations.yaml:" in result.err
    assert "Traceback" not in result.err
    assert not (tmp_path / "out").exists()
