"""Values as RDF literals, and the statement type that the builders share."""

from __future__ import annotations

import re
from datetime import date
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.vocab import XSD

Statement: TypeAlias = tuple[NamedNode, NamedNode, NamedNode | Literal]

INTEGER = NamedNode(XSD + "integer")
DECIMAL = NamedNode(XSD + "decimal")
DATE_TYPES = {4: NamedNode(XSD + "gYear"), 7: NamedNode(XSD + "gYearMonth"), 10: NamedNode(XSD + "date")}


def text(value: str) -> Literal:
    """A string. A lone surrogate, which no file can hold, becomes U+FFFD: offsets stay as they are."""
    return Literal(re.sub("[\ud800-\udfff]", "\ufffd", value))


def integer(value: int) -> Literal:
    return Literal(str(value), datatype=INTEGER)


def decimal(value: float) -> Literal:
    """Four digits at most, one at least, so that the same number always has the same text."""
    digits = f"{value:.4f}".rstrip("0")
    return Literal(digits + "0" if digits.endswith(".") else digits, datatype=DECIMAL)


def is_date(value: str) -> bool:
    """Whether this is a calendar date of the form 2020, 2020-03 or 2020-03-05."""
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", value):
        return False
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        return False
    return True


def day(value: str) -> Literal:
    """A date as xsd:gYear, gYearMonth or date, as exact as it is; a string when it is no date."""
    return Literal(value, datatype=DATE_TYPES[len(value)]) if is_date(value) else text(value)
