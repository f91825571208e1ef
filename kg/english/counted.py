"""Numbers with what they count."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 claim", "2 claims"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
