"""Rules that mend what the parser is known to get wrong."""

from __future__ import annotations

from kg.records import Token


def repaired(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with labels and heads mended."""
    return tokens
