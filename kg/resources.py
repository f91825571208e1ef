"""Finds the data folders that travel with the package: ontology, rules, queries and the parser.

A wheel carries them as `kg/_data/NAME`; in a checkout they stand beside the package.
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from kg.errors import ResourceError


def _candidates() -> tuple[Traversable, Path]:
    """Where data folders may stand: inside the installed package, then in the checkout around it."""
    return files("kg") / "_data", Path(__file__).resolve().parent.parent


def resource(name: str) -> Path:
    """The folder or file `name` ("rules", "ontology/conflict.ttl") as a path on disk.

    ResourceError names both places when it is in neither.
    """
    inside, checkout = _candidates()
    packaged = Path(str(inside)) / name
    for place in (packaged, checkout / name):
        if place.exists():
            return place
    raise ResourceError(
        f"{name}: neither in the package ({packaged}) nor in a checkout ({checkout / name}); "
        "install kg again, or run it from a complete checkout"
    )
