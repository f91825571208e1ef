"""Every kind of fault is named with file, line, column and path, and all of them at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import Fault, KgError, RuleError
from kg.rules.yamlfile import Checker, nearest, raise_faults, yaml_files


def parse(text: str) -> tuple[Checker, list[Fault]]:
    faults: list[Fault] = []
    return Checker.parse(text, faults, "f.yaml"), faults


def shown(faults: list[Fault]) -> list[str]:
    return [str(fault) for fault in faults]


def test_positions_and_paths_of_the_docstring_example():
    check, faults = parse(
        "actors:\n  - id: A\n    type: Persn\n    aliases: [x, 12]\n  - id: A\n    colour: red\n"
    )
    seen: dict[str, str] = {}
    top = check.mapping(check.root, required=("actors",))
    for item in check.items(top["actors"]):
        fields = check.mapping(item, required=("id", "type"), optional=("aliases",))
        check.unique(fields.get("id"), seen)
        check.one_of(fields.get("type"), ("Person", "ArmedGroup"))
        check.texts(fields.get("aliases"))
    assert shown(faults) == [
        "f.yaml:3:11: actors[0].type: 'Persn' is not allowed here (did you mean 'Person'?)",
        "f.yaml:4:18: actors[0].aliases[1]: should be a text; YAML reads '12' as int: put it in quotes",
        "f.yaml:6:5: actors[1].colour: unknown key 'colour' (known: id, type, aliases)",
        "f.yaml:5:5: actors[1]: required key 'type' is missing",
        "f.yaml:5:9: actors[1].id: duplicate id 'A', first at f.yaml:2",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\nb: [1", "f.yaml:3:1: not YAML: did not find expected ',' or ']'"),
        ("a: 1\nb: :\n c: d", "not YAML"),
        ("", "f.yaml:1:1: is empty"),
        ("# only a comment\n", "f.yaml:1:1: is empty"),
        ("\ta: 1", "not YAML"),
        ("a: *nowhere", "not YAML"),
        ("a: 1\n---\nb: 2", "not YAML"),
    ],
)
def test_not_yaml(text: str, message: str):
    check, faults = parse(text)
    assert check.root is None
    assert len(faults) == 1
    assert message in str(faults[0])


def test_what_cannot_be_read(tmp_path: Path):
    (tmp_path / "latin.yaml").write_bytes("a: é".encode("latin-1"))
    faults: list[Fault] = []
    assert Checker.read(tmp_path / "latin.yaml", faults, "latin.yaml").root is None
    assert Checker.read(tmp_path / "none.yaml", faults, "none.yaml").root is None
    assert shown(faults) == [
        "latin.yaml:1:1: is not UTF-8 text (byte 3)",
        "none.yaml:1:1: cannot be read: No such file or directory",
    ]


@pytest.mark.parametrize(
    ("method", "yaml", "answer", "message"),
    [
        ("text", "Norway", "Norway", None),
        ("text", "'no'", "no", None),
        ("text", "no", "no", None),
        ("text", "true", "", "should be a text; YAML reads 'true' as bool: put it in quotes"),
        ("text", "12", "", "should be a text; YAML reads '12' as int: put it in quotes"),
        ("text", "2020-01-01", "", "YAML reads '2020-01-01' as timestamp"),
        ("text", "''", "", "should not be empty"),
        ("text", "' x'", "", "should not begin or end with white space"),
        ("text", "[x]", "", "should be a text, is a list"),
        ("texts", "[x, y]", ("x", "y"), None),
        ("texts", "[]", (), None),
        ("texts", "x", (), "should be a list, is a single value"),
        ("texts", "[x, x]", ("x",), "'x' stands here twice"),
        ("flag", "true", True, None),
        ("flag", "off", False, None),
        ("flag", "'true'", False, "should be true or false, is 'true'"),
        ("number", "1.5", 1.5, None),
        ("number", "-3", -3.0, None),
        ("number", "x", None, "should be a number, is 'x'"),
        ("number", "1:30", None, "should be a number"),
        ("integer", "7", 7, None),
        ("integer", "7.5", None, "should be a whole number"),
        ("date", "2020", "2020", None),
        ("date", "2020-03", "2020-03", None),
        ("date", "2020-03-05", "2020-03-05", None),
        ("date", "'2020-03-05'", "2020-03-05", None),
        ("date", "5 March 2020", None, "is not a date such as 2020"),
        ("date", "2020-13", None, "is not a date such as 2020"),
        ("mapping", "[x]", {}, "should be a mapping (key: value), is a list"),
        ("items", "{a: b}", [], "should be a list, is a mapping (key: value)"),
    ],
)
def test_values(method: str, yaml: str, answer: object, message: str | None):
    check, faults = parse(f"key: {yaml}")
    node = check.mapping(check.root, ("key",))["key"]
    assert getattr(check, method)(node) == answer
    if message is None:
        assert not faults
    else:
        assert len(faults) == 1
        assert message in faults[0].message
        assert faults[0].path.startswith("key")


@pytest.mark.parametrize(
    ("method", "answer"),
    [
        ("text", ""),
        ("texts", ()),
        ("items", []),
        ("mapping", {}),
        ("flag", False),
        ("number", None),
        ("date", None),
    ],
)
def test_an_absent_key_is_no_fault(method: str, answer: object):
    check, faults = parse("a: b")
    assert getattr(check, method)(None) == answer
    assert not faults


def test_bounds():
    check, faults = parse("[91, 12]")
    assert [check.number(item, -90, 90) for item in check.items(check.root)] == [None, 12]
    assert shown(faults) == ["f.yaml:1:2: [0]: 91 lies outside -90 to 90"]


def test_doubled_and_nested_keys():
    check, faults = parse("a: 1\na: 2\n? [x]\n: y\n")
    assert list(check.mapping(check.root, optional=None)) == ["a"]
    assert [fault.message for fault in faults] == [
        "key 'a' stands here twice",
        "a key should be a single word",
    ]


def test_anchors_that_turn_in_circles_end():
    check, faults = parse("a: &x [*x, b]")
    node = check.mapping(check.root, ("a",))["a"]
    check.texts(node)
    assert [fault.path for fault in faults] == ["a"]


def test_all_faults_of_all_files_are_raised_at_once_and_in_order():
    faults = [Fault("b.yaml", 1, 1, "", "two"), Fault("a.yaml", 9, 1, "x", "one")]
    with pytest.raises(RuleError) as error:
        raise_faults(faults)
    assert str(error.value) == "a.yaml:9:1: x: one\nb.yaml:1:1: two"
    assert isinstance(error.value, KgError)
    raise_faults([])


def test_nearest():
    assert nearest("alias", ("aliases", "label")) == " (did you mean 'aliases'?)"
    assert nearest("zzz", ("aliases",)) == " (known: aliases)"
    assert nearest("zzz", [f"key{i}" for i in range(99)]) == ""


def test_yaml_files_come_in_one_order_and_no_other_files(tmp_path: Path):
    for name in ("b.yaml", "a.yml", "sub/c.yaml", "note.txt", "d.yaml.orig"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x: y")
    assert [p.name for p in yaml_files(tmp_path)] == ["a.yml", "b.yaml", "c.yaml"]
    assert yaml_files(tmp_path / "missing") == []


@given(st.text(max_size=80))
def test_any_text_gives_a_root_or_a_fault(text: str):
    check, faults = parse(text)
    assert (check.root is None) == bool(faults)
    for fault in faults:
        assert fault.line >= 1
        assert fault.column >= 1
