"""The page as text, and the model inside it."""

from __future__ import annotations

import json
import random
import re
from typing import Any

from view.hostile import hostile
from view.synthetic import synthetic

from kg.records import Claim, Document
from kg.view.html import page
from kg.view.model import words

Gold = tuple[list[Claim], list[Document]]
LIMIT = 1_500_000  # bytes


def model(html: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="model">(.*?)</script>', html, re.DOTALL)
    assert found
    return dict(json.loads(found[1]))


def test_same_claims_same_bytes_in_any_order(gold: Gold) -> None:
    claims, documents = gold
    shuffled = claims[:]
    random.Random(3).shuffle(shuffled)
    assert page(claims, documents) == page(shuffled, documents[::-1])


def test_the_seeds_are_small(gold: Gold) -> None:
    assert len(page(*gold).encode()) <= LIMIT


def test_model_holds_every_claim_and_its_evidence(gold: Gold) -> None:
    claims, documents = gold
    rows = model(page(claims, documents))["rest"]
    texts = {d["id"]: d["text"] for d in rows["documents"]}
    assert [r["id"] for r in rows["claims"]] == [
        c.id for c in sorted(claims, key=lambda c: (c.document, c.start, c.id))
    ]
    for row in rows["claims"]:
        text = texts[row["doc"]]
        assert text[slice(*row["span"])] == row["sentence"]
        for argument in [*row["args"], *([row["by"]] if row["by"] else [])]:
            assert text[argument[4] : argument[5]] == argument[3]


def test_nodes_and_edges_point_at_claims(gold: Gold) -> None:
    found = model(page(*gold))
    rows = found["rest"]["claims"]
    for node in found["nodes"]:
        assert all(node["id"] in [a[1] for a in rows[i]["args"]] for i in node["claims"])
    for edge in found["edges"]:
        assert edge["claims"]
        for i in edge["claims"]:
            assert {edge["from"], edge["to"]} <= {a[1] for a in rows[i]["args"]}


def test_quotes_only_holds_no_text(gold: Gold) -> None:
    rest = model(page(*gold, quotes_only=True))["rest"]
    assert rest["quotesOnly"]
    assert all("text" not in d for d in rest["documents"])


def test_nothing_hostile_ends_the_script() -> None:
    html, harmless = page(*hostile(), title="</title><script>x</script>"), page([], [])
    for tag in ("<script", "</script", "<!--"):
        assert html.count(tag) == harmless.count(tag)
    assert "<title>&lt;/title&gt;" in html
    model(html)
    html.encode("utf-8")


def test_claims_told_twice_count_once(gold: Gold) -> None:
    claims, documents = gold
    assert page(claims + claims[:5], documents) == page(claims, documents)


def test_no_claims_make_a_page() -> None:
    assert model(page([], []))["nodes"] == []


def test_a_claim_of_a_document_that_is_missing() -> None:
    claims, documents = synthetic(5, 5)
    assert len(model(page(claims, documents[:0]))["rest"]["claims"]) == 5


def test_large_networks_say_where_all_nodes_stand() -> None:
    found = model(page(*synthetic(100, 200)))
    assert any(not n["core"] for n in found["nodes"])
    assert all(len(n["atlas"]) == 2 for n in found["nodes"])


def test_words_of_a_class() -> None:
    assert [words(w) for w in ("ArmedClash", "Talks", "ChemicalAttack", "")] == [
        "Armed clash",
        "Talks",
        "Chemical attack",
        "",
    ]
