"""Towns that bear the name of another country's: text in, the country of the place out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.records import Claim, Event

PLACES = [
    ("Gunmen attacked Douma in Cameroon.", "CMR"),
    ("Gunmen attacked the town of Tripoli in Greece.", "GRC"),
    ("Gunmen attacked the villages of Douma and Gore in southern Chad.", "TCD"),
    ("Gunmen attacked Douma in Syria.", "SYR"),
    ("Gunmen attacked Douma in Cameroon's absence.", "SYR"),
    ("Refugees from Douma in Lebanon protested.", None),
    ("Russia shelled Donetsk in Ukraine.", "UKR"),
    ("Israel bombed Quneitra in Israel.", "SYR"),  # whose land it is does not make another town
]


@pytest.mark.parametrize(("text", "country"), PLACES)
def test_country(text: str, country: str | None, read: Callable[[str], tuple[Claim, ...]]) -> None:
    places = [c.place for c in read(text) if isinstance(c, Event)]
    assert [p.entity.country for p in places if p is not None][:1] == ([country] if country else [])
