"""Narrows an inconsistent graph down to statements that contradict one another, asking a reasoner."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def conflict(
    statements: Sequence[T], consistent: Callable[[Sequence[T]], bool], seconds: float
) -> tuple[T, ...]:
    """A smallest set of statements that cannot all be true, none of which can be left out.

    Halves the statements again and again (QuickXplain: Junker, AAAI 2004, section 4), so that n statements with k
    culprits take about k·log(n) questions. When `seconds` are over, what is left is returned: it holds a
    contradiction but may hold more. The statements must be inconsistent to begin with.
    """
    end = time.monotonic() + seconds

    def culprits(background: list[T], asked: bool, rest: list[T]) -> list[T]:
        if asked and (time.monotonic() > end or not consistent(background)):
            return [] if time.monotonic() <= end else rest
        if len(rest) == 1 or time.monotonic() > end:
            return rest
        first, second = rest[: len(rest) // 2], rest[len(rest) // 2 :]
        of_second = culprits([*background, *first], True, second)
        of_first = culprits([*background, *of_second], bool(of_second), first)
        return [*of_first, *of_second]

    return tuple(culprits([], False, list(statements)))
