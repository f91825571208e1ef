"""Dates of publication."""

import pytest

from kg.read.dates import iso_date


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2016-05-04", "2016-05-04"),
        ("2016-05", "2016-05"),
        ("2016", "2016"),
        (" 2016-05-04 ", "2016-05-04"),
        ("2016-05-04T13:05:00Z", "2016-05-04"),
        ("2016-05-04 13:05", "2016-05-04"),
        ("2016-02-29", "2016-02-29"),
    ],
)
def test_dates_at_their_precision(value: str, expected: str) -> None:
    assert iso_date(value) == expected


@pytest.mark.parametrize(
    "value",
    ["", "2016-13-01", "2015-02-29", "04/05/2016", "4 May 2016", "2016-5-4", "0000", "2016-05-04x", "٢٠١٦"],
)
def test_no_dates(value: str) -> None:
    assert iso_date(value) is None
