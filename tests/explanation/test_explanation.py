"""What is told of a reading: parse, mentions, claims, and why a rule did not fire."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.explanation.drawing import page
from kg.explanation.reading import Reading, readings
from kg.explanation.text import as_json, parse_lines, report
from kg.pipeline import Engine
from kg.records import Document


@cache
def engine() -> Engine:
    return Engine.load()


def read(text: str) -> list[Reading]:
    return readings(engine(), Document("text", text))


# The rule, the word, and a piece of what is said about it.
NEAR_MISSES = [
    ("Turkey sent a letter to Syria.", "deployment", "sent", "not of the class the rule wants (forces)"),
    ("They supported the plan.", "backs", "supported", "“They” stands for nobody known"),
    ("Israel is fighting the plan.", "fights", "fighting", "no object: “plan” stands for nobody known"),
    ("The film was a bomb.", "airstrike", "bomb", "it is read as a noun (root), the rule wants a verb"),
    ("The prime minister took control of the party.", "capture", "took", "it needs a place"),
    ("A Qatar-funded pavilion opened.", "funds", "Qatar-funded", "“pavilion” stands for nobody known"),
    ("A state-backed plan failed.", "backs", "state-backed", "stands for nobody known"),
    ("The army lost ground.", "killed-loss", "lost", "no number of people stands with it"),
    ("Russia wants to cooperate.", "cooperates-with", "cooperate", "no object: nothing fills it"),
]


@pytest.mark.parametrize(("text", "rule", "word", "reason"), NEAR_MISSES)
def test_a_near_miss_names_the_condition_that_failed(text: str, rule: str, word: str, reason: str) -> None:
    told = {(miss.rule, miss.words): miss.reason for reading in read(text) for miss in reading.misses}
    assert reason in told[rule, word]


def test_words_that_made_a_claim_are_no_near_miss() -> None:
    [reading] = read("Russia backs Bashar al-Assad.")
    assert [claim.rule for claim in reading.claims] == ["backs"]
    assert not [miss for miss in reading.misses if miss.words == "backs"]


def test_rules_whose_words_are_not_there_are_not_mentioned() -> None:
    [reading] = read("The weather was fine.")
    assert not reading.misses
    # "take hostage", "take prisoner" and the like are far from a sentence with "took" alone.
    [reading] = read("He took a walk.")
    assert not {"abduction", "arrest"} & {miss.rule for miss in reading.misses}


def test_every_claim_of_the_article_stands_at_its_sentence() -> None:
    text = (
        "Russia backs Bashar al-Assad. The group Hezbollah shelled Aleppo on Monday.\n\nIt was quiet in Homs."
    )
    document = Document("text", text)
    claims = [claim for reading in readings(engine(), document) for claim in reading.claims]
    assert claims == list(engine().read(document).claims)
    for reading in read(text):
        assert text[reading.sentence.start : reading.sentence.end] == reading.sentence.text
        for mention in reading.mentions:
            assert text[mention.start : mention.end] == mention.mention


def test_a_description_is_told_to_stand_for_whom_it_means() -> None:
    found = [m for r in read("Hezbollah shelled Haifa. The group denied it.") for m in r.mentions]
    assert {(m.mention, m.entity.id) for m in found} >= {("Hezbollah", "Hezbollah"), ("group", "Hezbollah")}


def test_the_parse_has_a_line_for_each_word() -> None:
    [reading] = read("Russia backs Bashar al-Assad.")
    lines = parse_lines(reading.sentence)
    assert len(lines) == len(reading.sentence.tokens)
    assert lines[0].split() == ["Russia", "Russia", "NNP", "PROPN", "nsubj", "of", "backs"]
    assert "\n\nNear misses" not in report([reading])


def test_as_json_holds_what_the_text_says() -> None:
    found = as_json(read("Russia backs Bashar al-Assad. They supported the plan."))
    assert [sentence["start"] for sentence in found["sentences"]] == [0, 30]
    assert [claim["predicate"] for claim in found["claims"]] == ["backs"]
    assert [miss["rule"] for miss in found["sentences"][1]["nearMisses"]] == ["endorsement-of-thing", "backs"]


HOSTILE = 'Hezbollah <script>alert(1)</script> & "Hamas" <img src=x onerror=alert(1)> shelled Haifa.'


def test_the_drawing_is_one_page_without_scripts_or_outside_files() -> None:
    drawn = page(read(HOSTILE))
    assert "<script" not in drawn
    assert "<img" not in drawn
    assert "&lt;script&gt;" in drawn
    assert "default-src 'none'" in drawn
    outside = drawn.replace("http://www.w3.org/", "").replace("http-equiv", "")  # names of XML vocabularies
    assert "http" not in outside
    assert drawn == page(read(HOSTILE))


def test_the_drawing_shows_parse_mentions_and_claims() -> None:
    drawn = page(read("Russia backs Bashar al-Assad. They supported the plan."))
    assert drawn.count("<svg") == 2
    assert "nsubj" in drawn
    assert "Bashar al-Assad (Person)" in drawn
    assert "Russia backs Bashar al-Assad" in drawn
    assert "stands for nobody known" in drawn


WORDS = st.sampled_from(
    "Russia Hezbollah Assad the army rebels Aleppo backed attacked killed 12 civilians by in of and said , . "
    "took control led was reportedly not “ ” ’s Iran-backed support for group it".split()
)


@settings(max_examples=25, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=25).map(" ".join))
def test_any_text_can_be_explained(text: str) -> None:
    found = read(text)
    for reading in found:
        assert all(text[m.start : m.end] == m.words for m in reading.misses)
        assert all(m.reason and m.rule for m in reading.misses)
        cues = [(claim.cue.start, claim.cue.end) for claim in reading.claims]
        assert not [m for m in reading.misses if any(m.start < end and start < m.end for start, end in cues)]
    assert report(found) == report(read(text))
    assert page(found)
