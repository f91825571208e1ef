"""Bytes to text, without changing a character: offsets count what is in the file."""

from __future__ import annotations

import codecs
import re

SAMPLE = 8192
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Control characters that text files do hold: tab, line feed, form feed, carriage return, escape.
TEXT_CONTROLS = frozenset(b"\t\n\f\r\x1b")


class UndecodableError(ValueError):
    """The bytes are no text; the message says why."""


def is_binary(data: bytes) -> bool:
    """Whether the bytes look like a picture, an archive or a PDF rather than text."""
    if any(data.startswith(mark) for mark, _ in BYTE_ORDER_MARKS):
        return False
    sample = data[:SAMPLE]
    if b"\x00" in sample or sample.startswith(b"%PDF-"):
        return True
    controls = sum(byte < 32 and byte not in TEXT_CONTROLS for byte in sample)
    return controls > len(sample) // 50


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text and the name of its encoding.

    A byte order mark decides, and is not part of the text; then the `declared` encoding, then UTF-8, then
    Windows-1252, which old news archives use. Newlines stay as they are. UndecodableError when nothing fits.
    """
    if is_binary(data):
        raise UndecodableError("a binary file, not text")
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding), encoding
    for encoding in filter(None, (declared, "utf-8", "cp1252")):
        try:
            return data.decode(encoding), encoding
        except (UnicodeDecodeError, LookupError):
            continue
    raise UndecodableError("neither UTF-8 nor Windows-1252 text")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableError(
            f"not {encoding} text, although it begins with that byte order mark"
        ) from error


def declared_charset(page: bytes) -> str | None:
    """The encoding that a web page names for itself, in its first 1024 bytes.

    https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding
    """
    found = re.search(rb"<meta[^>]*?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", page[:1024], re.IGNORECASE)
    if not found:
        return None
    label = found[1].decode("ascii").lower()
    # Web pages that say Latin-1 mean Windows-1252 (https://encoding.spec.whatwg.org/#names-and-labels).
    return "cp1252" if label in {"iso-8859-1", "latin1", "us-ascii", "ascii"} else label
