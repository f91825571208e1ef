"""What the tests of extraction share: one engine, and sentences in, claims out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.evaluation.summary import summary
from kg.pipeline import Engine
from kg.records import Claim, Document


@pytest.fixture(scope="session")
def read() -> Callable[[str], tuple[Claim, ...]]:
    """The claims of a text of 5 March 2020."""
    engine = Engine.load()
    return lambda text: engine.read(Document("d", text, published="2020-03-05")).claims


@pytest.fixture(scope="session")
def found(read: Callable[[str], tuple[Claim, ...]]) -> Callable[[str], list[str]]:
    """The claims of a text, each in one line: "Attack Russia @ Idlib planned"."""
    return lambda text: [summary(claim) for claim in read(text)]
