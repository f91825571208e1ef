"""What the dictionary knows of entities, in the form the graph takes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.graph import EntityInfo
from kg.rules.entries import Entry


def facts(entries: Iterable[Entry]) -> Iterator[EntityInfo]:
    """Aliases, ids elsewhere and coordinates of dictionary entries.

    Short forms ("Assad") stay out: they name an entity only where its full name stands nearby.
    """
    for entry in entries:
        yield EntityInfo(
            id=entry.id,
            aliases=(*entry.aliases, *entry.former_names),
            geonames=None if entry.geonames is None else str(entry.geonames),
            wikidata=entry.wikidata,
            latitude=entry.lat,
            longitude=entry.lon,
        )
