"""Who says so: in quotations, beside them, and when the article speaks itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.extract.quotes import Quotation, quotations
from kg.records import Claim, Sentence

SPOKEN = [
    ("“We will attack Israel tomorrow night,” said Hassan Nasrallah.", "Hassan Nasrallah"),
    ("Hassan Nasrallah said Hezbollah attacked Israel.", "Hassan Nasrallah"),
    ("According to Iran, Hezbollah attacked Israel.", "Iran"),
    ("Iran said nothing. Hezbollah attacked Israel.", None),
    ("Hezbollah attacked Israel.", None),
]


@pytest.mark.parametrize(("text", "speaker"), SPOKEN)
def test_speakers(text: str, speaker: str | None, read: Callable[[str], tuple[Claim, ...]]) -> None:
    (claim,) = read(text)
    assert (claim.attribution and claim.attribution.entity.label) == speaker


def sentences(*parts: tuple[str, int]) -> tuple[str, list[Sentence]]:
    """A text of sentences with their paragraphs."""
    found, start = [], 0
    for i, (text, paragraph) in enumerate(parts):
        found.append(Sentence(i, start, start + len(text), text, paragraph, "text", (), ()))
        start += len(text) + 1
    return " ".join(text for text, _ in parts), found


QUOTED = [
    ([("He said: “The war is over now.”", 0)], ["“The war is over now.”"]),
    ([('"The war is over now," he said.', 0)], ['"The war is over now,"']),
    (
        [("“The war is over now.", 0), ("We will go home.” He left.", 0)],
        ["“The war is over now. We will go home.”"],
    ),
    ([("“The war is over now.", 0), ("He left the room.", 1)], ["“The war is over now. "]),
    ([("The so-called “safe zone” fell.", 0)], []),
    ([("The war is over now.", 0)], []),
    ([], []),
]


@pytest.mark.parametrize(("parts", "wanted"), QUOTED)
def test_quotations(parts: list[tuple[str, int]], wanted: list[str]) -> None:
    text, spans = sentences(*parts)
    found = quotations(text, spans)
    assert [text[q.start : q.end] for q in found] == wanted
    assert all(isinstance(q, Quotation) and 0 <= q.start < q.end <= len(text) for q in found)
