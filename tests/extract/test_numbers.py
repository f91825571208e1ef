"""Counts: what must be found with its bound, what is no count, and what holds of any text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.errors import RuleError
from kg.extract.counts.reader import quantities
from kg.extract.counts.words import number_value
from kg.resources import resource
from kg.rules.dates import load_date_words
from kg.rules.numbers import load_number_words

BUILT_IN = load_date_words([resource("rules")])

# (text, [(the words, the number, its value, how it is bounded)])
COUNTS = [
    ("1,200 people fled", [("1,200", "1,200", 1200, "exact")]),
    ("5000 troops left", [("5000", "5000", 5000, "exact")]),
    ("2.5 million people fled", [("2.5 million", "2.5 million", 2_500_000, "exact")]),
    ("5.7  million people fled", [("5.7  million", "5.7  million", 5_700_000, "exact")]),
    ("2.5m people fled", [("2.5m", "2.5m", 2_500_000, "exact")]),
    ("300k refugees fled", [("300k", "300k", 300_000, "exact")]),
    ("12 000 refugees", [("12 000", "12 000", 12_000, "exact")]),
    ("three civilians and one person", [("three", "three", 3, "exact"), ("one", "one", 1, "exact")]),
    ("Seventeen rockets struck", [("Seventeen", "Seventeen", 17, "exact")]),
    ("twenty-five men", [("twenty-five", "twenty-five", 25, "exact")]),
    ("Ninety-Four Airmen", [("Ninety-Four", "Ninety-Four", 94, "exact")]),
    ("two hundred and fifty-six men", [("two hundred and fifty-six",) * 2 + (256, "exact")]),
    ("five thousand two hundred men", [("five thousand two hundred",) * 2 + (5200, "exact")]),
    ("a dozen men", [("a dozen", "a dozen", 12, "exact")]),
    ("two dozen men", [("two dozen", "two dozen", 24, "exact")]),
    ("a hundred men", [("a hundred", "a hundred", 100, "exact")]),
    ("half a million people", [("half a million",) * 2 + (500_000, "exact")]),
    ("one and a half million people", [("one and a half million",) * 2 + (1_500_000, "exact")]),
    (
        "a peak of over three-and-a-half million",
        [("over three-and-a-half million", "three-and-a-half million", 3_500_000, "more_than")],
    ),
    ("killed 5.", [("5", "5", 5, "exact")]),
    ("killing 12, wounding 30", [("12", "12", 12, "exact"), ("30", "30", 30, "exact")]),
    ("in Aleppo 12 people died", [("12", "12", 12, "exact")]),
    # bounds before
    ("more than 270 civilians", [("more than 270", "270", 270, "more_than")]),
    ("over 300,000 lives", [("over 300,000", "300,000", 300_000, "more_than")]),
    ("upwards of 50 dead", [("upwards of 50", "50", 50, "more_than")]),
    ("in excess of 50 dead", [("in excess of 50", "50", 50, "more_than")]),
    ("at least 13 women", [("at least 13", "13", 13, "at_least")]),
    ("At least a dozen women", [("At least a dozen", "a dozen", 12, "at_least")]),
    ("no fewer than 12 dead", [("no fewer than 12", "12", 12, "at_least")]),
    ("about 70 people", [("about 70", "70", 70, "about")]),
    ("some 40 people", [("some 40", "40", 40, "about")]),
    ("around twenty more", [("around twenty", "twenty", 20, "about")]),
    ("an estimated two million refugees", [("an estimated two million", "two million", 2_000_000, "about")]),
    ("nearly 100 dead", [("nearly 100", "100", 100, "nearly")]),
    ("close to 100 dead", [("close to 100", "100", 100, "nearly")]),
    ("up to 50 dead", [("up to 50", "50", 50, "at_most")]),
    ("no more than 3 dead", [("no more than 3", "3", 3, "at_most")]),
    ("as many as 60 dead", [("as many as 60", "60", 60, "at_most")]),
    ("fewer than 60 dead", [("fewer than 60", "60", 60, "at_most")]),
    # bounds after
    ("270 or more dead", [("270 or more", "270", 270, "at_least")]),
    ("killing 12 at least", [("12 at least", "12", 12, "at_least")]),
    ("50+ people", [("50+", "50", 50, "at_least")]),
    ("50 or so people", [("50 or so", "50", 50, "about")]),
    # ranges count as their lower bound
    ("between 20 and 30 people", [("between 20 and 30",) * 2 + (20, "at_least")]),
    (
        "between two hundred and three hundred men",
        [("between two hundred and three hundred",) * 2 + (200, "at_least")],
    ),
    ("20 to 30 people", [("20 to 30",) * 2 + (20, "at_least")]),
    ("20-30 people", [("20-30",) * 2 + (20, "at_least")]),
    ("20–30 people", [("20–30",) * 2 + (20, "at_least")]),
    ("20 to 30 thousand people", [("20 to 30 thousand",) * 2 + (20_000, "at_least")]),
    ("two or three men", [("two or three",) * 2 + (2, "at_least")]),
    ("two or twenty men", [("two", "two", 2, "exact"), ("twenty", "twenty", 20, "exact")]),
    ("it rose from 20 to 30", [("20", "20", 20, "exact"), ("30", "30", 30, "exact")]),
    # vague plurals
    ("dozens were killed", [("dozens", "dozens", 12, "more_than")]),
    ("scores of people", [("scores", "scores", 20, "more_than")]),
    ("injured scores of others", [("scores", "scores", 20, "more_than")]),
    ("hundreds of people", [("hundreds", "hundreds", 100, "more_than")]),
    ("several hundred fighters", [("several hundred",) * 2 + (100, "more_than")]),
    ("a few dozen fighters", [("a few dozen",) * 2 + (12, "more_than")]),
    ("thousands more", [("thousands", "thousands", 1000, "more_than")]),
    ("tens of thousands fled", [("tens of thousands",) * 2 + (10_000, "more_than")]),
    ("hundreds of thousands fled", [("hundreds of thousands",) * 2 + (100_000, "more_than")]),
    ("millions were forced to flee", [("millions", "millions", 1_000_000, "more_than")]),
    # the bounding word belongs to the number it stands before
    ("about 70 people and 40 buildings", [("about 70", "70", 70, "about"), ("40", "40", 40, "exact")]),
    ("control over three villages", [("three", "three", 3, "exact")]),
    ("talks about two prisoners", [("two", "two", 2, "exact")]),
    (
        "a death toll of 311 in recent days, including 183 fighters, 100 soldiers and 28 civilians",
        [
            ("311",) * 2 + (311, "exact"),
            ("183",) * 2 + (183, "exact"),
            ("100",) * 2 + (100, "exact"),
            ("28",) * 2 + (28, "exact"),
        ],
    ),
    ("On 12 March 2018, shells killed 3 civilians", [("3", "3", 3, "exact")]),
    ("on 3 May 12 people died", [("12", "12", 12, "exact")]),
    ("120 Iraqi soldiers", [("120", "120", 120, "exact")]),
    ("10 U.S. Marines", [("10", "10", 10, "exact")]),
]

NO_COUNTS = [
    "",
    "In 2014 and since March 2011, on May 3, 2016.",
    "The 2020 truce, the 1990s, the war of 1980-88.",
    "At 7:45 p.m. and 11am and 4:00 A.M. local time.",
    "It lies 40 kilometers southwest, 15km away, 30 km off.",
    "More than 700 square miles and about 300 square miles.",
    "A 122mm shell, a 5.56 round, 26 degrees.",
    "A 26-year-old activist of the five-year war.",
    "Nearly two weeks of fighting, two days, four long years, six or seven hours.",
    "In over a year, in the past five years, 24 hours.",
    "It cost $5 million, 5 million dollars, €3, over 9 billion euros.",
    "Some 20 percent, 20%, 15 to 20 percent, one-third, two thirds, around five percent.",
    "Article 5, Articles 5 and 6, Resolution 2259, section 119.3.",
    "The 3rd Battalion and the 1st Marines of MH17.",
    "A B-52 and a Su-24, a 1,000-strong force, P5+1, 24/7, 9/11.",
    "One of the men, no one, this one, the last one, one another.",
    "Exchange it for one he has read.",
    "Test scores are settled.",
    "Hundreds of kilometres away, millions of dollars.",
    "Some people, several men, a few others, many others, a man.",
    "No casualties, zero deaths.",
    "Peyton, 42, of Woodbridge, died aged 42.",
    "Abu Haidar,[1] a general.[2][13]",
    "Call 888-847-6592 and enter Passcode 3080897.",
    "Coordinates: 33°47′N 44°30′E / 33.783°N.",
    "Exercise Eager Lion 16 will end on Radio 4.",
    "The Financial Times Limited 2016)",
    "Unit 8200 and Brigade 93 and Highway 4.",
    "Version 1.2.3 and 5/6.",
    "0 people",
    "One in five Syrians, a quarter of a million people.",
    "2. The 80's, founded in 1871 and moved (1894 – 96).",
    "On Monday, Dec. 26, under the age of 13, at (713) 345-9945, £ 15.",
    "He is 26. She, 31, fled.",
]

WORDS = [
    ("12", 12), ("1,200", 1200), ("two hundred and six", 206), ("ninety-nine", 99), ("a dozen", 12),
    ("1.5 million", 1_500_000), ("half a million", 500_000), ("two and a half thousand", 2500), ("2.5", None),
    ("999999999999999", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_counts(text: str, expected: list[tuple[str, str, int, str]]) -> None:
    found = quantities(text, BUILT_IN)
    assert [
        (text[q.start : q.end], text[q.number_start : q.number_end], q.value, q.compare) for q in found
    ] == expected


@pytest.mark.parametrize("text", NO_COUNTS)
def test_no_counts(text: str) -> None:
    assert [(text[q.start : q.end], q.value) for q in quantities(text, BUILT_IN)] == []


@pytest.mark.parametrize(("text", "value"), WORDS)
def test_the_value_of_a_number(text: str, value: int | None) -> None:
    assert number_value(text, BUILT_IN.numbers) == value


def test_a_faulty_word_file_names_every_fault(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "numbers.yaml"
    path.write_text("words: {one: one}\nbefore: {much_more_than: [over]}\n", encoding="utf-8")
    with pytest.raises(RuleError) as error:
        load_number_words([tmp_path])
    message = str(error.value)
    assert "numbers.yaml:1:14: words.one: should be a number" in message
    assert "'much_more_than'" in message
    assert "required key 'measures' is missing" in message


PIECES = st.sampled_from(
    (
        "12 1,200 2.5 million three twenty-five hundred hundreds dozens of a half and between to or more than at least "
        "about nearly up km people in 2014 May 3 $ % - – , . [ ] ( ) : / + -year-old one Article İ ß \n ١٢ "
        "999999999999999999 °"
    ).split(" ")
)
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(PIECES, max_size=14).map(" ".join),
    st.lists(PIECES, max_size=8).map("".join),
)


@given(TEXTS, st.integers(0, 10**6))
@example("9" * 5000, 0)
@example("one hundred million billion million billion million billion", 0)
@example("İİİ 12 people", 3)
def test_spans_and_values_hold_on_any_text(text: str, offset: int) -> None:
    found = quantities(text, BUILT_IN)
    place = 0
    for quantity in found:
        assert (
            place
            <= quantity.start
            <= quantity.number_start
            < quantity.number_end
            <= quantity.end
            <= len(text)
        )
        assert 0 < quantity.value < 10**12
        place = quantity.end
    shifted = quantities(text, BUILT_IN, offset)
    assert [(q.start, q.number_start, q.number_end, q.end, q.value, q.compare) for q in found] == [
        (q.start - offset, q.number_start - offset, q.number_end - offset, q.end - offset, q.value, q.compare)
        for q in shifted
    ]


@given(
    st.integers(1, 999_999), st.sampled_from(["exact", "at least", "more than", "about", "nearly", "up to"])
)
def test_any_number_is_read_in_digits(value: int, bound: str) -> None:
    text = f"Shelling killed {'' if bound == 'exact' else bound + ' '}{value:,} people."
    (found,) = quantities(text, BUILT_IN)
    assert (found.value, text[found.number_start : found.number_end]) == (value, f"{value:,}")
    assert found.compare == {"up to": "at_most"}.get(bound, bound.replace(" ", "_"))
