"""Names as they are compared."""

from __future__ import annotations

import re
import unicodedata


def fold(name: object) -> str:
    """A name without case, accents, quotes, hyphens and leading article: "The ‘Al-Qaeda’" is "al qaeda"."""
    text = unicodedata.normalize("NFKD", str(name))
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    text = re.sub(r"['’‘`\"“”]", "", text)
    text = re.sub(r"[-‐–—_/]", " ", text)
    text = re.sub(r"\s+", " ", text).strip(" .,;:")
    return re.sub(r"^(the|a|an) ", "", text)
