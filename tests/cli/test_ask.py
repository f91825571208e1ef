"""`kg query`, `view` and `explain` from the command line."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Graph


def test_without_a_name_all_queries_are_listed_with_their_parameters(run: Callable, root: Path) -> None:
    lines = run("query").out.splitlines()
    names = {line.split()[0] for line in lines if not line.startswith(" ")}
    assert names == {path.stem for path in (root / "queries").glob("*.rq")}
    assert len(names) >= 8
    assert all(question.strip().endswith("?") for question in lines[1::2])


@pytest.mark.parametrize("actor", ["Bashar al-Assad", "BasharAlAssad", "bashar al assad"])
def test_one_question_in_three_formats(run: Callable, built: Path, actor: str) -> None:
    question = ("query", "who-backs-whom", "--actor", actor, "--graph", built)
    text, rows = run(*question), json.loads(run(*question, "--json").out)
    table = list(csv.DictReader(io.StringIO(run(*question, "--csv").out)))
    assert {row["backer"] for row in rows} == {row["backer"] for row in table} == {"Iran", "Russia"}
    assert {row["backed"] for row in rows} == {"Bashar al-Assad"}
    assert all(row["sentence"] and row["article"] for row in rows)
    assert "Russia  Bashar al-Assad" in text.out
    assert "[Financial Times, 2016-09-24, 002_1e990827a73915cd.txt]" in text.out


def test_sparql_from_the_words_and_from_stdin(run: Callable, built: Path) -> None:
    ask = "PREFIX kg: <https://w3id.org/conflict-kg/ontology#> SELECT (COUNT(?c) AS ?claims) { ?c a kg:RelationClaim }"
    relations = sum('"kind": "relation"' in line for line in (built / "claims.jsonl").open(encoding="utf-8"))
    assert json.loads(run("query", "--graph", built, "--json", "--sparql", ask).out) == [
        {"claims": relations}
    ]
    assert json.loads(run("query", "--graph", built, "--json", "--sparql", "-", stdin=ask).out) == [
        {"claims": relations}
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["who-backs-whom", "--nonsense", "x"], "'nonsense'"),
        (["who-backs-whom", "--name", "x"], "'name'"),
        (["who-backs-whom", "--actor", "Nobody At All"], "no entity 'Nobody At All'"),
        (["about-actor"], "actor"),
        (["--sparql", "SELECT nonsense"], "line 1, column"),
        (["sources", "--json", "--csv"], "both --json and --csv"),
        (["sources", "--graph", "nowhere"], "nowhere"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_asked(run: Callable, built: Path, words: list[str], message: str) -> None:
    place = () if "--graph" in words else ("--graph", built)
    result = run("query", *words, *place)
    assert (result.code, result.out) == (2, "")
    [line] = result.err.splitlines()
    assert line.startswith("kg: ")
    assert message in line


def test_view_writes_the_page_of_build_again(run: Callable, built: Path, tmp_path: Path) -> None:
    result = run("view", "--graph", built, "--output", tmp_path / "page.html")
    assert (result.code, result.out) == (0, f"{tmp_path / 'page.html'}: open it in a browser\n")
    assert (tmp_path / "page.html").read_bytes() == (built / "graph.html").read_bytes()
    assert run("view", "--graph", built, "--output", "-").out.encode() == (built / "graph.html").read_bytes()


def test_view_without_the_articles_texts(run: Callable, built: Path) -> None:
    page = run("view", "--graph", built, "--quotes-only", "--title", "Seeds & <more>", "--output", "-").out
    assert "Seeds &amp; &lt;more&gt;" in page
    assert len(page) < (built / "graph.html").stat().st_size


def test_explain_names_words_rule_and_claim(run: Callable) -> None:
    lines = run("explain", "Mr Assad’s backers, Russia and Iran, pump in support.").out.splitlines()
    assert "  “Russia” (20-26) may be Russia (name)" in lines
    assert "Russia backs Bashar al-Assad" in lines
    assert "Iran backs Bashar al-Assad" in lines
    assert "  rule        backs, by the words “backers” (11-18)" in lines


def test_explain_counts_days_from_the_date(run: Callable) -> None:
    sentence = "The army captured Aleppo on Thursday."
    [dated] = json.loads(run("explain", sentence, "--date", "2016-05-07", "--json").out)["claims"]
    [undated] = json.loads(run("explain", "-", "--json", stdin=sentence).out)["claims"]
    assert (dated["type"], dated["when"], undated["when"]) == ("Capture", "2016-05-05", None)


def test_explain_of_a_sentence_without_claims(run: Callable) -> None:
    result = run("explain", "The weather was fine.")
    assert result.code == 0
    assert result.out.startswith("“The weather was fine.” (0-21)\n\nParse\n  The ")
    assert result.out.endswith("\n\n0 names\n\nNo claim.\n")


@pytest.mark.parametrize(
    ("words", "message"),
    [([" "], "no sentence given"), (["A.", "--date", "soon"], "--date: 'soon' is no date")],
)
def test_what_cannot_be_explained(run: Callable, words: list[str], message: str) -> None:
    result = run("explain", *words)
    assert (result.code, result.out) == (2, "")
    assert message in result.err


@pytest.mark.parametrize("name", ["turtle", "ntriples", "jsonld", "rdfxml"])
def test_exports_hold_the_whole_graph(run: Callable, built: Path, tmp_path: Path, name: str) -> None:
    formats = {"turtle": "turtle", "ntriples": "nt", "jsonld": "json-ld", "rdfxml": "xml"}
    file = tmp_path / "export"
    assert run("export", "--graph", built, "--format", name, "--output", file) == (0, "", "")
    assert run("export", "--graph", built, "--format", name).out == file.read_text(encoding="utf-8")
    whole = Graph().parse(built / "graph.ttl")
    assert len(Graph().parse(file, format=formats[name])) == len(whole)


@pytest.mark.parametrize("name", ["csv", "graphml"])
def test_exports_for_tables_and_networks(run: Callable, built: Path, name: str) -> None:
    result = run("export", "--graph", built, "--format", name)
    assert (result.code, result.err) == (0, "")
    assert "Russia" in result.out
    assert "Bashar al-Assad" in result.out


def test_the_help_of_export_names_every_format(run: Callable) -> None:
    from kg.view.export import FORMATS

    text = run("export", "--help").out
    assert all(name in text for name in FORMATS)


def test_turtle_comes_out_as_it_went_in(run: Callable, built: Path) -> None:
    assert run("export", "--graph", built).out.encode() == (built / "graph.ttl").read_bytes()
