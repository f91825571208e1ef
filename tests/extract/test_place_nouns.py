"""Nouns that tell a name is a place, in every war's own administration: text in, the happening's place out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.records import Casualties, Claim, Event

PLACES = [
    ("Fighting went on in Kupiansk raion.", "Kupiansk"),
    ("Clashes broke out in Mecha woreda.", "Mecha"),
    ("Militants killed five soldiers in the Datta Khel tehsil.", "Datta Khel"),
    ("Two people were killed in the kibbutz of Nir Oz.", "Nir Oz"),
    ("Fano militia captured Merawi town in Mecha woreda.", "Merawi"),
    ("Fighting reached Kupiansk. Ten people were killed in the raion.", "Kupiansk"),
    ("Shells hit Kharkiv. Militants attacked the state.", None),  # who governs, not where
    ("Fighting reached Kupiansk. Ten people were killed in the municipality of fear.", None),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_place(text: str, place: str | None, read: Callable[[str], tuple[Claim, ...]]) -> None:
    places = [c.place for c in read(text) if isinstance(c, Event | Casualties)]
    assert (places[-1].entity.label if places[-1] is not None else None) == place
