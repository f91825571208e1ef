"""File names for the texts of documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from kg.identifiers import digest

# Characters that some file system refuses in a name.
UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"\\|?*]')


def text_names(ids: Iterable[str]) -> dict[str, str]:
    """A file name below `texts/` for each document id: the id itself where it can be a path ending in .txt.

    Two ids never share a name, on file systems that ignore case neither; the order of the ids plays no part.
    """
    wanted = {identifier: _plain_name(identifier) for identifier in ids}
    claimed = Counter(name.casefold() for name in wanted.values())
    owned = Counter(name.casefold() for identifier, name in wanted.items() if name == identifier)
    return {
        identifier: name
        if claimed[name.casefold()] == 1 or (name == identifier and owned[name.casefold()] == 1)
        else _digest_name(identifier)
        for identifier, name in wanted.items()
    }


def _plain_name(identifier: str) -> str:
    *folders, last = identifier.split("/")
    safe = all(
        part and part.strip(" .") == part and not UNSAFE.search(part) and len(part.encode()) <= 120
        for part in (*folders, last)
    )
    if not safe or len(folders) > 8 or any(folder.endswith(".txt") for folder in folders):
        return _digest_name(identifier)
    return identifier if last.endswith(".txt") else f"{identifier}.txt"


def _digest_name(identifier: str) -> str:
    readable = re.sub(r"[^A-Za-z0-9]+", "_", identifier).strip("_")[:60]
    return f"{readable or 'document'}-{digest(identifier, length=12)}.txt"
