"""Bytes to text, without changing a character."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.decode import UndecodableError, declared_charset, decode, is_binary


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"Aleppo", "Aleppo", "utf-8"),
        ("Assad’s backers".encode(), "Assad’s backers", "utf-8"),
        (codecs.BOM_UTF8 + "Assad’s".encode(), "Assad’s", "utf-8"),
        ("Assad’s".encode("cp1252"), "Assad’s", "cp1252"),
        (codecs.BOM_UTF16_LE + "Idlib".encode("utf-16-le"), "Idlib", "utf-16-le"),
        (codecs.BOM_UTF16_BE + "Idlib".encode("utf-16-be"), "Idlib", "utf-16-be"),
        (b"one\r\ntwo\rthree\n", "one\r\ntwo\rthree\n", "utf-8"),
        (b"", "", "utf-8"),
    ],
)
def test_text_and_encoding(data: bytes, text: str, encoding: str) -> None:
    assert decode(data) == (text, encoding)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\r\t")))
def test_utf_8_comes_back_unchanged(text: str) -> None:
    # A leading byte order mark is a signature, not text.
    assert decode(text.encode())[0] == text.removeprefix("\ufeff")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"%PDF-1.7\n1 0 obj",
        bytes(range(256)) * 8,
        b"\x1f\x8b\x08\x00",
        codecs.BOM_UTF8 + b"\xff\xff",
        b"\x81 cp1252 has no such byte",
    ],
    ids=["png", "pdf", "all bytes", "gzip", "mark without its encoding", "no encoding"],
)
def test_what_is_no_text(data: bytes) -> None:
    with pytest.raises(UndecodableError):
        decode(data)


def test_a_few_control_characters_do_not_make_a_file_binary() -> None:
    assert not is_binary(b"A form feed\f and a stray \x08 in " + b"a long article " * 50)


@pytest.mark.parametrize(
    ("page", "charset"),
    [
        (b'<html><meta charset="utf-8">', "utf-8"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "windows-1251"),
        (b"<META CHARSET='ISO-8859-1'>", "cp1252"),
        (b"<p>charset=utf-7</p>", None),
    ],
)
def test_charset_that_a_page_names(page: bytes, charset: str | None) -> None:
    assert declared_charset(page) == charset


def test_an_unknown_or_wrong_declared_encoding_falls_back() -> None:
    assert decode("é".encode(), "no-such-encoding") == ("é", "utf-8")
    assert decode(b"caf\xe9", "utf-8") == ("café", "cp1252")
