"""Readings that no English sentence allows: what replaces them, and what is left alone.

A sentence is written as lines "word tag label head", heads by number from 0, the root's own; `*` marks a name.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.english.lemma import lemma
from kg.records import Token
from kg.text.repair.reanalysis import reanalysed
from kg.text.repair.tree import is_tree

POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ", "DT": "DET", "IN": "ADP", "CC": "CCONJ",
    ".": "PUNCT", ",": "PUNCT", "RB": "ADV", "CD": "NUM", "PRP": "PRON",
}  # fmt: skip


def sentence(lines: str) -> tuple[Token, ...]:
    tokens: list[Token] = []
    offset = 0
    for i, line in enumerate(lines.strip().splitlines()):
        text, tag, dep, head = line.split()
        name = 0 if text.startswith("*") else None
        text = text.removeprefix("*")
        pos = "AUX" if dep.startswith(("aux", "cop")) else POS.get(tag, "VERB")
        end = offset + len(text)
        base = lemma(text, tag, pos)
        tokens.append(Token(i, text, text.lower(), base, tag, pos, dep, int(head), offset, end, name))
        offset = end + 1
    return tuple(tokens)


def changes(lines: str) -> dict[str, tuple[str, str, str]]:
    """Each changed word with its new tag, label and governor."""
    before = sentence(lines)
    after = reanalysed(before)
    return {
        new.text: (new.tag, new.dep, after[new.head].text)
        for old, new in zip(before, after, strict=True)
        if old != new
    }


MENDED = [
    (
        "Airstrikes VBZ root 0\ntarget VBP xcomp 0\n*Aleppo NNP obj 1\n. . punct 0",
        {"Airstrikes": ("NNS", "nsubj", "target"), "target": ("VBP", "root", "target"), ".": (".", "punct", "target")},
    ),
    ("Militias NNS nsubj 4\nassociated VBD acl 0\nwith IN case 3\n*Iran NNP obl 1\nfled VBD root 4",
     {"associated": ("VBN", "acl", "Militias")}),
    ("Rebels NNPS nsubj 1\nfled VBD root 1", {"Rebels": ("NNS", "nsubj", "fled")}),
    ("*Rebels NNS nsubj 1\nwin VB root 1", {"win": ("VBP", "root", "win")}),
    ("*Qatar NNP compound 1\nhosts NNS root 1\n*US NNP compound 3\ntroops NNS nmod 1\n. . punct 1",
     {"Qatar": ("NNP", "nsubj", "hosts"), "hosts": ("VBZ", "root", "hosts"), "troops": ("NNS", "obj", "hosts")}),
    ("*Iran NNP nsubj 1\nback RB root 1\n*Assad NNP obj 1", {"back": ("VBP", "root", "back")}),
    ("many JJ root 0\nas IN case 3\n10 CD nummod 3\nbombers NNS obl 0\nkilled VBN acl 3\nmen NNS obj 4\n. . punct 0",
     {"many": ("JJ", "advmod", "bombers"), "bombers": ("NNS", "nsubj", "killed"), "killed": ("VBD", "root", "killed"),
      ".": (".", "punct", "killed")}),
    ("Up RB advmod 4\nto IN case 3\n40 CD nummod 3\nrebels NNS obl 0\nattacked VBD root 4\n*Homs NNP obj 4",
     {"Up": ("RB", "advmod", "rebels"), "rebels": ("NNS", "nsubj", "attacked")}),
    ("In IN case 1\n*Lebanon NNP nsubj 4\n300 CD nummod 3\nsoldiers NNS appos 1\nfought VBD root 4",
     {"Lebanon": ("NNP", "obl", "fought"), "soldiers": ("NNS", "nsubj", "fought")}),
    ("*Omani JJ nsubj 1\nrebels NNS nsubj 3\nloyal JJ xcomp 1\nfled VBD root 3",
     {"Omani": ("JJ", "compound", "rebels"), "loyal": ("JJ", "amod", "rebels")}),
    ("bombs NNS nsubj 1\nkilled VBD root 1\none CD nummod 3\ncivilian JJ xcomp 1",
     {"civilian": ("NN", "obj", "killed")}),
    ("troops NNS nsubj 1\nloyal JJ root 1\nto IN case 3\n*Machar NNP obl 1\nfled VBD advcl 1\n. . punct 1",
     {"troops": ("NNS", "nsubj", "fled"), "loyal": ("JJ", "amod", "troops"), "fled": ("VBD", "root", "fled"),
      ".": (".", "punct", "fled")}),
]  # fmt: skip

LEFT = [
    "*Qatar NNP nsubj 1\nhosts VBZ root 1\ntroops NNS obj 1\n. . punct 1",
    "*Rebels NNS nsubj 2\nwill MD aux 2\nwin VB root 2",
    "troops NNS nsubj 1\nfled VBD root 1",
    "rebel JJ amod 1\nally NN nsubj 2\nfled VBD root 2",
    "*Rebels NNS nsubj 2\nquickly RB advmod 2\nfled VBD root 2",
    "*Assad NNP nsubj 2\nis VBZ cop 2\nback RB root 2",
    "many JJ root 0\nof IN case 2\nthem PRP obl 0\nfled VBN acl 2",
    "bombs NNS nsubj 1\nkilled VBD root 1\na DT det 4\ncivilian JJ amod 4\npilot NN obj 1",
    "*Qatar NNP nsubj 2\nis VBZ cop 2\nhost NN root 2",
    "bombs NNS nsubj 1\nleft VBD root 1\none CD nummod 3\ndead JJ obj 1",
    "troops NNS nsubj 2\nwere VBD cop 2\nloyal JJ root 2\nto IN case 4\n*Machar NNP obl 2\nfled VBD conj 2",
    "troops NNS nsubj 1\nloyal JJ root 1\nand CC cc 3\nfled VBD conj 1",
    "",
]


@pytest.mark.parametrize(("lines", "wanted"), MENDED)
def test_mended(lines: str, wanted: dict[str, tuple[str, str, str]]) -> None:
    assert changes(lines) == wanted


@pytest.mark.parametrize("lines", LEFT)
def test_left_alone(lines: str) -> None:
    assert changes(lines) == {}


WORDS = [("airstrikes", "VBZ"), ("target", "VBP"), ("said", "VBD"), ("held", "VBN"), ("rebel-held", "VBN"),
         ("town", "NN"), ("between", "IN"), ("and", "CC"), ("fled", "VBD"), ("would", "MD"), (".", ".")]  # fmt: skip
DEPS = [
    "nsubj",
    "obj",
    "obl",
    "xcomp",
    "ccomp",
    "advcl",
    "conj",
    "case",
    "cc",
    "appos",
    "acl",
    "punct",
    "aux",
]


@given(
    st.lists(
        st.tuples(st.sampled_from(WORDS), st.sampled_from(DEPS), st.integers(0, 99)), min_size=1, max_size=9
    )
)
def test_a_tree_stays_a_tree(drawn: list[tuple[tuple[str, str], str, int]]) -> None:
    lines = [f"{w} {t} {d if i else 'root'} {n % i if i else 0}" for i, ((w, t), d, n) in enumerate(drawn)]
    before = sentence("\n".join(lines))
    after = reanalysed(before)
    assert is_tree(before)
    assert is_tree(after)
    assert [t.text for t in after] == [t.text for t in before]


def test_trees() -> None:
    assert is_tree(())
    assert is_tree(sentence("They NNS nsubj 1\nfled VBD root 1"))
    assert not is_tree(sentence("They NNS nsubj 1\nfled VBD conj 0"))  # a ring
    assert not is_tree(sentence("They NNS root 0\nfled VBD root 1"))  # two roots
