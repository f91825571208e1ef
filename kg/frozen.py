"""Records that only the type checker keeps from being changed.

At run time they are merely hashable: a guard on every field makes a token six times as slow to make, and an article
has thousands.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen=False, **options: Any):
        """`dataclasses.dataclass`, without the guard that `frozen` asks for."""
        return dataclasses.dataclass(unsafe_hash=frozen, **options)
