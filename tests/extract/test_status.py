"""How far claims hold: adverbs, modals, negation, and the verbs and nouns that govern what is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]

EVENTS = [
    ("Russia attacked Idlib.", ""),
    ("Russia attacked Idlib without warning.", ""),
    ("Russia did not attack Idlib.", " negated"),
    ("Russia has yet to attack Idlib.", " negated"),
    ("Russia will attack Idlib.", " planned"),
    ("Russia was to attack Idlib.", " planned"),
    ("Russia may have attacked Idlib.", " possible"),
    ("Russia planned an attack on Idlib.", " planned"),
    ("Russia reportedly attacked Idlib.", " possible"),
]


@pytest.mark.parametrize(("text", "status"), EVENTS)
def test_events(text: str, status: str, found: Found) -> None:
    assert found(text) == [f"Attack Russia @ Idlib{status}"]


GOVERNED = [
    ("There was no attack on Idlib.", "Attack @ Idlib negated"),
    ("The alleged attack on Idlib made headlines.", "Attack @ Idlib possible"),
    ("Russia denied attacking Idlib.", "Attack Russia @ Idlib denied"),
    ("Russia called for a truce in Idlib.", "Ceasefire @ Idlib planned"),
    ("Russia refused to attack Idlib.", "Attack Russia @ Idlib negated"),
]


@pytest.mark.parametrize(("text", "claim"), GOVERNED)
def test_governed(text: str, claim: str, found: Found) -> None:
    assert claim in found(text)
    assert claim.rsplit(" ", 1)[0] not in found(text)  # never as if it had happened


TIES = [
    ("Egypt is an ally of Russia.", ""),
    ("Egypt has been an ally of Russia for years.", ""),
    ("Egypt was an ally of Russia.", " former"),
    ("Egypt, a former ally of Russia, spoke.", " former"),
    ("Egypt is no ally of Russia.", " negated"),
]


@pytest.mark.parametrize(("text", "status"), TIES)
def test_ties(text: str, status: str, found: Found) -> None:
    assert found(text) == [f"Egypt alliedWith Russia{status}"]


def test_what_goes_on_is_there(found: Found) -> None:
    assert found("Egypt continues to back Haftar.") == ["Egypt backs Khalifa Haftar"]
    assert found("Haftar said Egypt would back him.") == ["Egypt backs Khalifa Haftar planned"]
