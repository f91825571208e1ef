"""Sentences by rule: what is one sentence, what is not, and what is no sentence at all."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.sentences.segment import sentence_spans


def sentences(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentence_spans(text)]


def kinds(text: str) -> list[str]:
    return [span.kind for span in sentence_spans(text)]


ONE_SENTENCE = [
    "Lt. Gen. Omar Haddad met Dr. Salem Aziz on Nov. 5 near Raqqa.",
    "The U.S. Marines and the U.S. Embassy in Baghdad were warned.",
    "Gen. Samir J. Haddad, head of the U.N. mission, left at 7:45 p.m. Thursday.",
    "He arrived at 4:00 a.m. GMT with 5.7 million barrels and 3,000 men.",
    "Resolution No. 2254 was passed by Mr. Annan, Mrs. Haddad and Prof. Aziz.",
    "“Are they coming?” Haddad asked.",
    '"Stop!" shouted the guard.',
    'The army said it had "won . . . the battle" on Monday.',
    "The cleric [...] denied it.",
    'He spoke of "the war (...) in Syria" again.',
    "Col. Samir “S.J.” Haddad resigned.",
    "It is led by Abu Omar al-Hadi, i.e. its founder.",
    "The firm Haddad Inc. of Beirut paid.",
    "They live in Deir ez-Zor (Arabic: دير الزور‎) in the east.",
    "See www.example.org/news.html?x=1 for more.",
    "Haddad vs. Aziz was heard.",
    "Maj.-Gen. Haddad and Col. (ret.) Aziz left Mt. Qasioun.",
    "Yahoo! News asked Sen. Jane Doe, R-Ariz., and her Tucson, Ariz. Republicans.",
    "Sgt. 1st Class Omar Haddad died Jan. 3.",
    "Mr Haddad’s backers,\nRussia\nand\nIran\n, pump in money.",
    "The army took the town of\nIdlib on Monday.",
    "The army said Mr.\nHaddad was dead.",
]


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


SEVERAL = [
    ("It was the war.Warplanes came.", ["It was the war.", "Warplanes came."]),
    ('He said "we won." They left.', ['He said "we won."', "They left."]),
    ("“We won. They left. Stop!” he said.", ["“We won.", "They left.", "Stop!” he said."]),
    ('It was "null and void". They left.', ['It was "null and void".', "They left."]),
    ("He was killed in 2008.[1][2] His heir fled.[3]", ["He was killed in 2008.[1][2]", "His heir fled.[3]"]),
    ("They left the U.S. The army stayed.", ["They left the U.S.", "The army stayed."]),
    ('It began at 7:45 p.m. "None were hurt."', ["It began at 7:45 p.m.", '"None were hurt."']),
    ("He died in the raid. al-Haddad led it.", ["He died in the raid.", "al-Haddad led it."]),
    ("Will they come? Nobody knows. 12 did.", ["Will they come?", "Nobody knows.", "12 did."]),
    ("It is like a storm . . . I left.", ["It is like a storm . . .", "I left."]),
    ("They left. [...] They came back.", ["They left. [...]", "They came back."]),
    ("(He fled. She stayed.) It ended.", ["(He fled.", "She stayed.)", "It ended."]),
    ("It was over on Nov. 5. He left.", ["It was over on Nov. 5.", "He left."]),
    ("The talks failed; again.  Then war came.", ["The talks failed; again.", "Then war came."]),
    ('"He ""won"" it. He left."', ['"He ""won"" it.', 'He left."']),
    ("First line ends here.\nSecond begins.", ["First line ends here.", "Second begins."]),
    ("It ended on 5 May.\r\n\r\nIt began again.", ["It ended on 5 May.", "It began again."]),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


LINES = [
    (
        "Watershed moment\nThe offensive began.",
        [("Watershed moment", "title"), ("The offensive began.", "text")],
    ),
    (
        "██\xa0Northern rebels & allies\n██\xa0Tribal Front\nThe army left.",
        [
            ("██\xa0Northern rebels & allies", "title"),
            ("██\xa0Tribal Front", "title"),
            ("The army left.", "text"),
        ],
    ),
    (
        "A girl holds a flag in Tripoli (Photo: AFP)\nClashes raged.",
        [("A girl holds a flag in Tripoli (Photo: AFP)", "title"), ("Clashes raged.", "text")],
    ),
    ("It ended.\nShort link:", [("It ended.", "text"), ("Short link:", "furniture")]),
    ("Short link:Rebels took Homs.", [("Short link:", "furniture"), ("Rebels took Homs.", "text")]),
    (
        "KYIV (Reuters) — Shells hit Kherson.",
        [("KYIV (Reuters) —", "furniture"), ("Shells hit Kherson.", "text")],
    ),
    (
        "BAGHDAD, Jan 3 (AP) - Gunmen fled.",
        [("BAGHDAD, Jan 3 (AP) -", "furniture"), ("Gunmen fled.", "text")],
    ),
    ("Bamako (AFP) - 12 died.", [("Bamako (AFP) -", "furniture"), ("12 died.", "text")]),
    ("MOGADISHU, Somalia: A bomb fell.", [("MOGADISHU, Somalia:", "furniture"), ("A bomb fell.", "text")]),
    ("GAZA/JERUSALEM (Reuters) - “Go!”", [("GAZA/JERUSALEM (Reuters) -", "furniture"), ("“Go!”", "text")]),
    (
        "MOSCOW, May 3. /TASS/. Troops left.",
        [("MOSCOW, May 3. /TASS/.", "furniture"), ("Troops left.", "text")],
    ),
    ("RANGOON — Fighting broke out.", [("RANGOON —", "furniture"), ("Fighting broke out.", "text")]),
    ("HTS — a former affiliate — attacked.", [("HTS — a former affiliate — attacked.", "text")]),
    (
        "Hayat Tahrir al-Sham (HTS) — Al-Qaeda's heir — won.",
        [("Hayat Tahrir al-Sham (HTS) — Al-Qaeda's heir — won.", "text")],
    ),
    ("Russia, Turkey: Who wins?", [("Russia, Turkey: Who wins?", "text")]),
    (
        "Who is supporting whom\n\nThe war goes on.",
        [("Who is supporting whom", "title"), ("The war goes on.", "text")],
    ),
    ("The rebels left on\n\nmonday.", [("The rebels left on\n\nmonday.", "text")]),
    ("KABUL — the capital — fell.", [("KABUL — the capital — fell.", "text")]),
    (
        "It ended.\n– (Copyright The Example Times Limited 2016)",
        [("It ended.", "text"), ("– (Copyright The Example Times Limited 2016)", "furniture")],
    ),
    (
        "Tuesday, October 15, 2019 \nIt began.",
        [("Tuesday, October 15, 2019", "furniture"), ("It began.", "text")],
    ),
    ("The minister said:\nWe go on.", [("The minister said:", "text"), ("We go on.", "text")]),
    ("- Take the town.\n- Hold it.", [("- Take the town.", "text"), ("- Hold it.", "text")]),
]


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_lines(text: str, expected: list[tuple[str, str]]) -> None:
    assert list(zip(sentences(text), kinds(text), strict=True)) == expected


FURNITURE = [
    "© 2020 Example News", "All rights reserved.", "https://example.org/a?b=c", "desk@example.org", "Share this",
    "Read more:", "Photo: Example Agency", "Oct. 5, 2016", "5 May 2020", "2019-10-15", "By Jane Doe and John Roe",
    "Updated 12 May 2020, 14:30", "***", "3 min read", "Related articles", "Follow us on Twitter", "Advertisement",
]  # fmt: skip


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line: str) -> None:
    assert kinds(f"It began.\n\n{line}\n\nIt ended.") == ["text", "furniture", "text"]


NOT_FURNITURE = [
    "Related violence killed twelve people.",
    "See also the fighting in Homs, he said.",
    "By Wednesday the army had left.",
    "Share prices fell in Beirut.",
    "On October 15, 2019 the army left.",
    "Video uploaded by activists showed blasts.",
    "Sources said the army left.",
    "Print workers in Homs went on strike.",
    "Monday brought war.",
]


@pytest.mark.parametrize("line", NOT_FURNITURE)
def test_not_furniture(line: str) -> None:
    assert kinds(line) == ["text"]


def test_hard_wrapped_text_is_one_paragraph() -> None:
    text = (
        "The army of the northern province said on Monday that its men\n"
        "had taken the town of Idlib after a week of heavy fighting with\n"
        "Turkish-backed rebels. The rebels denied it and said that they\n"
        "would fight on.\n\nA new line follows."
    )
    assert [s.replace("\n", " ") for s in sentences(text)] == [
        "The army of the northern province said on Monday that its men had taken the town of Idlib after a week of "
        "heavy fighting with Turkish-backed rebels.",
        "The rebels denied it and said that they would fight on.",
        "A new line follows.",
    ]
    assert [span.paragraph for span in sentence_spans(text)] == [0, 0, 1]


def test_one_paragraph_per_line_is_not_hard_wrapped() -> None:
    text = "Rebels Take Town\nArmy Vows Revenge\nThe town fell on Monday.\nThe army was silent."
    assert len(sentences(text)) == 4


def test_empty() -> None:
    assert sentence_spans("") == ()
    assert sentence_spans(" \n\t \u2029") == ()


PIECES = st.sampled_from(
    ["The army", " ", "\n", "\n\n", ".", ". ", "...", "U.S.", "Dr. ", "”", "“", '"', "[1]", "[...]", "a", "Z", ":",
     "Short link:", "al-Sham", "?", "! ", "\u2028", "\xa0", "\u200f", "7", ", ", ")", "- ", "war.Warplanes"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join)))
def test_spans_hold_every_character_once(text: str) -> None:
    spans = sentence_spans(text)
    covered = "".join(text[span.start : span.end] for span in spans)
    assert [c for c in covered if not c.isspace()] == [c for c in text if not c.isspace()]
    for before, after in pairwise(spans):
        assert before.end <= after.start
        assert before.paragraph <= after.paragraph
    for span in spans:
        sentence = text[span.start : span.end]
        assert sentence
        assert sentence == sentence.strip()


def test_a_long_line_takes_no_time() -> None:
    text = "The army left Homs. " * 5_000 + "By " + "A" * 5_000 + "!"
    assert len(sentences(text)) == 5_001
