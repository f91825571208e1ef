"""Words and their offsets, joined names, sentences too long to parse."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.text.tokens import INVISIBLE, NAME_NORM, join, parser_norm, pieces, words


def texts(text: str) -> list[str]:
    return [word.text for word in words(text, 0, len(text))]


WHOLE = [
    "Iran-backed", "al-Sham", "Al-Qaeda", "Frank-Walter", "26-year-old", "anti-government", "U.S.", "US-led", "5.7",
    "300,000", "Abdul-Mahdi", "commander-in-chief", "Dr.", "Lt.", "a.m.", "Mr.", "so-called", "Syria-Iraq", "al-Qa’im",
]  # fmt: skip


@pytest.mark.parametrize("word", WHOLE)
def test_one_word(word: str) -> None:
    assert texts(f"the {word} men") == ["the", word, "men"]


APART = [
    ("Assad's forces", ["Assad", "'s", "forces"]),
    ("Mr Assad’s forces", ["Mr", "Assad", "’s", "forces"]),
    ("rebels' last", ["rebels", "'", "last"]),
    ("didn’t go", ["did", "n’t", "go"]),
    ("(SDF), said", ["(", "SDF", ")", ",", "said"]),
    ("Libya–Turkey talks", ["Libya", "–", "Turkey", "talks"]),
    ("Haddad(Arabic: حداد Had-dad), also", ["Haddad", ",", "also"]),
    ("Haddad (حداد) fled (twice)", ["Haddad", "fled", "(", "twice", ")"]),
    ("an Arabic word (Arabic)", ["an", "Arabic", "word", "(", "Arabic", ")"]),
    ("Haddad(SDF) fled", ["Haddad", "(", "SDF", ")", "fled"]),
    ("in 2008.[1][12]", ["in", "2008", "."]),
    ("Haidar,[1] a [SDF] man", ["Haidar", ",", "a", "[", "SDF", "]", "man"]),
    ("Lt. Gen. Haddad on Nov. 5.", ["Lt.", "Gen.", "Haddad", "on", "Nov.", "5", "."]),
    ("war -- a freeze", ["war", "--", "a", "freeze"]),
    ("“We won.”", ["“", "We", "won", ".", "”"]),
    ("backers,\nRussia\nand", ["backers", ",", "Russia", "and"]),
    ("\u200eThe town of Mosul\u200e fell", ["The", "town", "of", "Mosul", "fell"]),
    ("30km away; US$5", ["30", "km", "away", ";", "US$", "5"]),
]


@pytest.mark.parametrize(("text", "expected"), APART)
def test_words_apart(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


NORMS = [
    ("Iran-backed", "backed"),
    ("26-year-old", "old"),
    ("’s", "'s"),
    ("n’t", "n't"),
    ("“", '"'),
    ("--", "--"),
    ("airstrikes", "operations"),
    ("Airstrikes", "Operations"),
    ("airstriped", "airstriped"),
    ("Aleppo", "Aleppo"),
    ("T]his", "This"),
    ("dä\u00admon", "dämon"),
]


@pytest.mark.parametrize(("word", "norm"), NORMS)
def test_form_shown_to_the_parser(word: str, norm: str) -> None:
    assert parser_norm(word) == norm


def test_join() -> None:
    text = "Then Hayat Tahrir\nal-Sham and Mr Haddad fought."
    found = words(text, 0, len(text))
    joined = join(found, [(1, 4, None), (5, 7, "Haddad")])
    assert [word.text for word in joined] == [
        "Then",
        "Hayat Tahrir al-Sham",
        "and",
        "Mr Haddad",
        "fought",
        ".",
    ]
    assert [word.norm for word in joined] == ["Then", NAME_NORM, "and", "Haddad", "fought", "."]
    assert [word.name for word in joined] == [None, 0, None, 1, None, None]
    assert [text[word.start : word.end] for word in joined][1] == "Hayat Tahrir\nal-Sham"
    assert join(found, []) == found
    (single,) = join(found[5:6], [(0, 1, None)])
    assert (single.norm, single.name) == ("Mr", 0)


def test_long_sentences_are_cut_at_punctuation() -> None:
    text = "one two three, " * 200
    found = words(text, 0, len(text))
    parts = pieces(found, limit=50)
    assert [word for part in parts for word in part] == found
    assert max(map(len, parts)) <= 50
    assert all(part[-1].text == "," for part in parts)
    assert pieces(found[:50], limit=50) == [found[:50]]
    assert [len(part) for part in pieces([word for word in found if word.text != ","], limit=250)] == [
        250,
        250,
        100,
    ]


NO_NOTES = st.text(st.characters(exclude_characters="[("), max_size=120)


def visible(text: str) -> str:
    return "".join(INVISIBLE.sub("", text).split())


@example("\ud800", 0, 0)
@given(NO_NOTES, st.integers(0, 5), st.integers(0, 5))
def test_words_hold_every_visible_character(inner: str, before: int, after: int) -> None:
    text = "a " * before + inner + " b" * after
    start, end = 2 * before, 2 * before + len(inner)
    found = words(text, start, end)
    assert all(text[word.start : word.end] == word.text and word.norm.strip() for word in found)
    assert all(start <= word.start < word.end <= end for word in found)
    assert visible("".join(word.text for word in found)) == visible(inner)
