"""Claims that the gold lacks and that are right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import RuleError
from kg.evaluation import score
from kg.evaluation.disputed import load_disputed
from kg.evaluation.gold import Gold, Row
from kg.evaluation.judge import judge
from kg.records import Argument, Cue, Document, Entity, Relation

ROOT = Path(__file__).resolve().parents[2]
TEXT = "Russia backs Bashar al-Assad. Iran backs him too."
ENTRY = """\
- document: a.txt
  start: 35
  end: 40
  claim: Iran backs Bashar al-Assad
  reason: "“him” is Bashar al-Assad"
"""


def backs(subject: str, start: int, end: int, cue: int) -> Relation:
    return Relation(
        id=subject,
        document="a.txt",
        sentence=TEXT[start:end],
        start=start,
        end=end,
        cue=Cue("backs", cue, cue + 5),
        rule="backs",
        status="current",
        predicate="backs",
        subject=Argument(Entity(subject, subject, "State"), subject, start, start + len(subject)),
        object=Argument(Entity("BasharAlAssad", "Bashar al-Assad", "Person"), "him", 41, 44),
    )


CLAIMS = (backs("Russia", 0, 29, 7), backs("Iran", 30, 49, 35))
GOLD = Gold(
    Document("a.txt", TEXT),
    {"russia": frozenset(["russia"]), "assad": frozenset(["bashar al assad"])},
    (
        Row(
            kind="relations", what="backs", accepted=frozenset(["backs"]), quote="backs Bashar", spans=((7, 19),),
            subject="russia", object="assad",
        ),
    ),
)  # fmt: skip


def write(folder: Path, text: str) -> Path:
    file = folder / "disputed.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_both_figures(tmp_path: Path) -> None:
    disputes = load_disputed(write(tmp_path, ENTRY))
    judged = [judge(GOLD, CLAIMS)]
    assert score.overall(judged)["relations"].precision == 0.5
    assert score.overall(judged, disputes)["relations"].precision == 1.0
    assert score.overall(judged, disputes)["relations strict"].precision == 1.0
    assert score.overall(judged, disputes)["relations"].recall == 1.0
    assert [line.split()[0] for line in score.errors(judged)] == ["spurious"]
    assert [line.split()[0] for line in score.errors(judged, disputes)] == ["disputed"]


@pytest.mark.parametrize(
    "changes",
    [
        ("document: a.txt", "document: b.txt"),
        ("start: 35\n  end: 40", "start: 7\n  end: 12"),
        ("Iran backs Bashar al-Assad", "Iran backs Russia"),
        ("Iran backs Bashar al-Assad", "Iran backs Bashar al-Assad former"),
    ],
)
def test_an_entry_speaks_for_one_claim_alone(tmp_path: Path, changes: tuple[str, str]) -> None:
    disputes = load_disputed(write(tmp_path, ENTRY.replace(*changes)))
    assert score.overall([judge(GOLD, CLAIMS)], disputes)["relations"].precision == 0.5


def test_a_disputed_claim_may_be_missing(tmp_path: Path) -> None:
    disputes = load_disputed(write(tmp_path, ENTRY))
    judged = [judge(GOLD, [replace(CLAIMS[0], id="other")])]
    assert score.overall(judged, disputes)["relations"].precision == 1.0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (ENTRY.replace("  reason:", "  because:"), ":5:3: [0].because: unknown key"),
        (ENTRY.replace("end: 40", "end: 30"), ":3:8: [0].end: should be greater than start"),
        (
            ENTRY.replace("Iran backs", "Iran helps"),
            ":4:10: [0].claim: “Iran helps Bashar al-Assad” is no claim",
        ),
    ],
)
def test_faults_are_named_with_their_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(RuleError) as error:
        load_disputed(write(tmp_path, text))
    assert any(message in str(fault) for fault in error.value.faults)


def test_the_entries_of_the_project_are_well_formed() -> None:
    found = load_disputed(ROOT / "benchmarks" / "disputed.yaml")
    assert len({(d.document, d.start, d.claim) for d in found}) == len(found)
    assert all(len(d.reason) > 20 for d in found)
