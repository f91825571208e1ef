"""The words after `kg query`."""

import pytest

from kg.cli.query import parse
from kg.errors import QueryError


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], (None, {})),
        (["backers"], ("backers", {})),
        (["backers", "--actor", "Bashar al-Assad"], ("backers", {"actor": "Bashar al-Assad"})),
        (["--actor", "HTS", "backers"], ("backers", {"actor": "HTS"})),
        (["backers", "--actor=HTS", "--since", "2016"], ("backers", {"actor": "HTS", "since": "2016"})),
        (["backers", "--actor=a=b"], ("backers", {"actor": "a=b"})),
        (["backers", "--actor", "-x"], ("backers", {"actor": "-x"})),
        (["backers", "--actor=--odd"], ("backers", {"actor": "--odd"})),
    ],
)
def test_name_and_parameters(words: list[str], expected: tuple[str | None, dict[str, str]]) -> None:
    assert parse(words) == expected


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["backers", "--actor"], "--actor needs a value"),
        (["backers", "--actor", "--since", "2016"], "--actor needs a value"),
        (["backers", "--actor="], "--actor needs a value"),
        (["backers", "--actor", "a", "--actor", "b"], "--actor is given twice"),
        (["backers", "--actor", "Bashar", "al-Assad"], "one query at a time: backers or al-Assad?"),
    ],
)
def test_what_is_refused(words: list[str], message: str) -> None:
    with pytest.raises(QueryError, match=message.replace("?", r"\?")):
        parse(words)
