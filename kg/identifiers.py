"""Stable names for entities and claims."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

APOSTROPHES = re.compile("['’‘`]")
ALPHANUMERIC = re.compile("[A-Za-z0-9]+")
BASE_IRI = "https://w3id.org/conflict-kg/"


@lru_cache(maxsize=1 << 14)
def local_name(label: str) -> str:
    """A label as an IRI-safe local name: "Hayat Tahrir al-Sham" becomes "HayatTahrirAlSham".

    A label without a Latin letter or digit gets a name made from its hash.
    """
    text = label
    if not label.isascii():
        text = unicodedata.normalize("NFKD", label.replace("ı", "i").replace("ø", "o").replace("ł", "l"))
        text = "".join([c for c in text if not unicodedata.combining(c)])
    parts = ALPHANUMERIC.findall(APOSTROPHES.sub("", text))
    name = "".join(part[0].upper() + part[1:] for part in parts)
    if not name:
        return "X" + hashlib.sha256(label.encode()).hexdigest()[:12]
    return name if name[0].isalpha() else "N" + name


def digest(*parts: object, length: int = 16) -> str:
    """A hexadecimal digest of the parts; the same parts give the same digest on every machine."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:length]
