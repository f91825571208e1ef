"""What `make demo` shows: the three headline facts, from the graph just built, each with sentence and source."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import RDF, Graph, Namespace

KG = Namespace("https://w3id.org/conflict-kg/ontology#")
ENTITY = Namespace("https://w3id.org/conflict-kg/entity/")


@pytest.fixture(scope="module")
def answers(built: Path, root: Path) -> list[str]:
    """The answers to the three questions, as `make demo` prints them."""
    environment = os.environ | {"KG": str(Path(sys.executable).with_name("kg")), "OUTPUT": str(built)}
    done = subprocess.run(
        [root / ".ci" / "headlines"], env=environment, check=True, capture_output=True, text=True
    )
    return done.stdout.split("\n$ kg query ")[1:]


@pytest.fixture(scope="module")
def graph(built: Path) -> Graph:
    return Graph().parse(built / "graph.ttl")


def lines(answer: str) -> list[list[str]]:
    return [line.split() for line in answer.splitlines()]


def test_russia_backs_assad(answers: list[str], graph: Graph) -> None:
    assert "Russia Bashar al-Assad current".split() in lines(answers[0])
    assert "Mr Assad’s backers, Russia and Iran" in answers[0]
    assert "[Financial Times, 2016-09-24, 002_1e990827a73915cd.txt]" in answers[0]
    assert (ENTITY.Russia, KG.backs, ENTITY.BasharAlAssad) in graph


def test_hts_was_linked_to_al_qaeda(answers: list[str], graph: Graph) -> None:
    assert "Hayat Tahrir al-Sham linkedTo Al-Qaeda former".split() in lines(answers[1])
    assert "formerly linked with Al-Qaeda" in answers[1]
    assert "[2024-11-30, 001_63e3bfe031c05ec6.txt]" in answers[1]
    claims = list(graph.subjects(RDF.subject, ENTITY.HayatTahrirAlSham))
    assert [
        c for c in claims if (c, RDF.object, ENTITY.AlQaeda) in graph and (c, KG.status, KG.former) in graph
    ]
    # A tie that is over has its claim, but no plain triple.
    assert (ENTITY.HayatTahrirAlSham, KG.linkedTo, ENTITY.AlQaeda) not in graph
    assert (ENTITY.AlQaeda, KG.linkedTo, ENTITY.HayatTahrirAlSham) not in graph


def test_turkey_and_russia_brokered_the_idlib_truce(answers: list[str], graph: Graph) -> None:
    rows = [line for line in answers[2].splitlines() if "broker" in line and "“" not in line]
    assert len(rows) == 2
    assert {"Turkey", "Russia"} == {
        name for row in rows for name in ("Turkey", "Russia") if name in row.split()
    }
    assert all("2020" in row and "Idlib" in row for row in rows)
    assert "[2024-11-30, 001_63e3bfe031c05ec6.txt]" in answers[2]
    [agreement] = set(graph.objects(ENTITY.Turkey, KG.brokered))
    assert (ENTITY.Russia, KG.brokered, agreement) in graph
    assert (agreement, RDF.type, KG.Agreement) in graph
    assert [str(when) for when in graph.objects(agreement, KG.when)] == ["2020"]
    assert len(list(graph.objects(agreement, KG.place))) == 1
