"""When a claim shows."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.records import Argument, Cue, Entity, Relation
from kg.view.times import days, extent, has_own_time

A = Argument(Entity("A", "A", "State"), "A", 0, 1)


def claim(**times: str | None) -> Relation:
    return Relation(
        id="c", document="d", sentence="s", start=0, end=1, cue=Cue("s", 0, 1), rule="r", status="current",
        predicate="backs", subject=A, object=A, **times,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2015-02", "2015-02-01", "2015-02-28"),
        ("2016-12", "2016-12-01", "2016-12-31"),
        ("2016-05-04", "2016-05-04", "2016-05-04"),
        ("2016-05-04T10:00:00Z", "2016-05-04", "2016-05-04"),
    ],
)
def test_days_of_a_date(text: str, first: str, last: str) -> None:
    assert days(text) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", [None, "", "May", "16", "2016-13", "2016-02-30", "0000", "2016-5"])
def test_no_date(text: str | None) -> None:
    assert days(text) is None


@pytest.mark.parametrize(
    ("times", "first", "last"),
    [
        ({"published": "2016-05-04"}, "2016-05-04", "2016-05-04"),
        ({"published": "2016-05-04", "when": "2020"}, "2020-01-01", "2020-12-31"),
        ({"published": "2016-05-04", "since": "2012"}, "2012-01-01", "2016-05-04"),
        ({"published": "2016-05-04", "since": "2012", "until": "2014-03"}, "2012-01-01", "2014-03-31"),
        ({"since": "2012"}, "2012-01-01", "2012-12-31"),
        ({"published": "2016-05-04", "until": "2014"}, None, "2014-12-31"),
        ({"published": "2010-01-01", "since": "2012-01-05"}, "2012-01-05", "2012-01-05"),
    ],
)
def test_extent(times: dict[str, str], first: str | None, last: str) -> None:
    assert extent(claim(**times)) == (first and date.fromisoformat(first), date.fromisoformat(last))


def test_without_any_date_nothing_is_guessed() -> None:
    assert extent(claim()) is None
    assert not has_own_time(claim(published="2016-05-04"))
    assert has_own_time(claim(since="2012"))


ISO = (
    st.none()
    | st.dates(date(1, 1, 1), date(9999, 12, 31)).map(str)
    | st.sampled_from(["2016", "2016-02", "x"])
)


@given(ISO, ISO, ISO, ISO)
def test_an_extent_never_runs_backwards(
    published: str | None, when: str | None, since: str | None, until: str | None
) -> None:
    found = extent(claim(published=published, when=when, since=since, until=until))
    if found and found[0]:
        assert found[0] <= found[1]
