"""Articles from text files, web pages, JSON Lines, folders of them, and standard input."""

from kg.read.articles import read
from kg.read.dates import iso_date
from kg.read.places import Source, sources

__all__ = ["Source", "iso_date", "read", "sources"]
