"""The parse: what comes out, and that it never depends on which sentences are parsed together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import ResourceError
from kg.records import Token, Word
from kg.text.parse import Parser, load_parser
from kg.text.sentences.segment import sentence_spans
from kg.text.tokens import join, pieces, words

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def parser() -> Parser:
    return load_parser(ROOT / "parser" / "en_ud_news")


def parsed(parser: Parser, text: str, names: Sequence[tuple[int, int, str | None]] = ()) -> tuple[Token, ...]:
    (tokens,) = parser.parse([join(words(text, 0, len(text)), names)])
    return tokens


def seeds() -> list[list[Word]]:
    found: list[list[Word]] = []
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        found.extend(words(text, span.start, span.end) for span in sentence_spans(text))
    return found


def test_tokens(parser: Parser) -> None:
    text = "Hayat Tahrir\nal-Sham’s fighters were backed by Iran."
    tokens = parsed(parser, text, [(0, 3, None)])
    assert [t.text for t in tokens] == [
        "Hayat Tahrir al-Sham", "’s", "fighters", "were", "backed", "by", "Iran", ".",
    ]  # fmt: skip
    assert [t.i for t in tokens] == list(range(8))
    assert [text[t.start : t.end] for t in tokens[:3]] == ["Hayat Tahrir\nal-Sham", "’s", "fighters"]
    name, _, fighters, be, verb, _, agent, _ = tokens
    assert (name.name, name.pos, name.tag) == (0, "PROPN", "NNP")
    assert (fighters.name, fighters.lemma, fighters.lower) == (None, "fighter", "fighters")
    assert (verb.dep, verb.head, verb.lemma) == ("root", verb.i, "back")
    assert (fighters.dep, fighters.head) == ("nsubj:pass", verb.i)
    assert (name.dep, name.head) == ("nmod:poss", fighters.i)
    assert (be.dep, be.lemma) == ("aux:pass", "be")
    assert (agent.dep, agent.head) == ("obl:agent", verb.i)


def test_seeds_alone_as_together(parser: Parser) -> None:
    """The same bytes whatever the batch: each sentence alone, all at once, and in another order."""
    sentences = seeds()
    together = list(parser.parse(sentences))
    assert len(together) == len(sentences) > 50
    assert together == [next(parser.parse([sentence])) for sentence in sentences]
    assert together == list(parser.parse(reversed(sentences)))[::-1]


def test_every_sentence_is_one_tree(parser: Parser) -> None:
    for tokens in parser.parse(seeds()):
        assert sum(t.dep == "root" for t in tokens) == 1
        for token in tokens:
            seen = {token.i}
            while tokens[token.head].i != token.i:
                token = tokens[token.head]  # noqa: PLW2901
                assert token.i not in seen
                seen.add(token.i)
            assert token.dep == "root"


def test_long_sentences_are_cut(parser: Parser, caplog: pytest.LogCaptureFixture) -> None:
    text = "Iran sent weapons to the rebels, " * 120
    tokens = parsed(parser, text)
    assert len(tokens) == 7 * 120
    assert [t.i for t in tokens] == list(range(len(tokens)))
    (root,) = [t for t in tokens if t.head == t.i]
    first, second = (len(part) for part in pieces(words(text, 0, len(text)))[:2])
    for start, end in ((0, first), (first, first + second), (first + second, len(tokens))):
        outside = [t for t in tokens[start:end] if not start <= t.head < end]
        assert [(t.dep, t.head) for t in outside] == ([] if start == 0 else [("parataxis", root.i)])
    assert "a sentence of 840 words was cut" in caplog.text


def test_empty_sentences(parser: Parser) -> None:
    assert list(parser.parse([])) == []
    assert list(parser.parse([[], words("War.", 0, 4), []]))[::2] == [(), ()]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=4))
def test_any_text_is_parsed(parser: Parser, texts: list[str]) -> None:
    sentences = [words(text, 0, len(text)) for text in texts]
    results = list(parser.parse(sentences))
    assert [len(tokens) for tokens in results] == [len(sentence) for sentence in sentences]
    assert all(0 <= t.head < len(tokens) for tokens in results for t in tokens)


@pytest.mark.parametrize("content", [None, "no parser"])
def test_no_parser(tmp_path: Path, content: str | None) -> None:
    folder = tmp_path / "model"
    if content:
        folder.mkdir()
        (folder / "meta.json").write_text(content, encoding="utf-8")
    with pytest.raises(ResourceError, match="no parser"):
        load_parser(folder)
