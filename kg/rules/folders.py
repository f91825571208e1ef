"""Folders of the user's own rules and dictionary, read after the built-in one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kg.errors import InputError

# What the loaders of this package read in a folder.
READ = (
    "relations*.yaml",
    "events*.yaml",
    "casualties*.yaml",
    "nouns.yaml",
    "offices.yaml",
    "grammar.yaml",
    "time.yaml",
    "numbers.yaml",
    "names.yaml",
    "confidence.yaml",
    "actors/**/*.yaml",
    "actors/**/*.yml",
    "places/**/*.yaml",
    "places/**/*.yml",
    "places/countries*.csv",
    "places/cities*.csv",
)


def check_folders(folders: Sequence[Path]) -> list[Path]:
    """The data files in the folders that nothing reads, mostly misnamed. InputError for a folder that is not there."""
    unread: list[Path] = []
    for folder in folders:
        if not folder.is_dir():
            raise InputError(f"{folder}: no such folder of rules")
        known = {file for pattern in READ for file in folder.glob(pattern)}
        data = (file for file in folder.rglob("*") if file.suffix in (".yaml", ".yml", ".csv"))
        unread += sorted(file for file in data if file not in known)
    return unread
