"""Repairs of known parser errors: what they mend, and what they leave alone.

A sentence is written as lines "word tag label head", heads by number from 0, the root's own.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.english.lemma import lemma
from kg.records import Token
from kg.text.repair.rules import repaired

POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "DT": "DET", "IN": "ADP", "JJ": "ADJ", "RB": "ADV", "CC": "CCONJ",
    ",": "PUNCT", ".": "PUNCT", "CD": "NUM", "PRP": "PRON", "WDT": "PRON", "TO": "PART", "POS": "PART",
}  # fmt: skip


def sentence(lines: str) -> tuple[Token, ...]:
    tokens: list[Token] = []
    offset = 0
    for i, line in enumerate(lines.strip().splitlines()):
        text, tag, dep, head = line.split()
        text = text.replace("_", " ")
        pos = "AUX" if dep.startswith(("aux", "cop")) else POS.get(tag, "VERB")
        base = lemma(text, tag, pos)
        tokens.append(
            Token(i, text, text.lower(), base, tag, pos, dep, int(head), offset, offset + len(text), None)
        )
        offset += len(text) + 1
    return tuple(tokens)


def changes(tokens: tuple[Token, ...]) -> dict[str, tuple[str, str]]:
    """Each changed word with its new label and governor."""
    after = repaired(tokens)
    return {
        new.text: (new.dep, after[new.head].text)
        for old, new in zip(tokens, after, strict=True)
        if (old.dep, old.head) != (new.dep, new.head) and new.pos != "PUNCT"
    }


MENDED = [
    (
        "an adverb was taken for the subject",
        """
        Rebels NNS compound 1
        briefly RB nsubj 2
        held VBD root 2
        Homs NNP obj 2
        """,
        {"Rebels": ("nsubj", "held"), "briefly": ("advmod", "held")},
    ),
    (
        "the participle was taken for the verb",
        """
        Rebels NNS nsubj 1
        led VBD ccomp 8
        by IN case 3
        Abu_Omar NNP obl:agent 1
        seized VBN xcomp 1
        Homs NNP obj 4
        , , punct 8
        police NNS nsubj 8
        said VBD root 8
        . . punct 8
        """,
        {"Rebels": ("nsubj", "seized"), "led": ("acl", "Rebels"), "seized": ("ccomp", "said")},
    ),
    (
        "so it was at the top",
        """
        The DT det 1
        truce NN nsubj 2
        brokered VBD root 2
        by IN case 4
        Qatar NNP obl 2
        collapsed VBD advcl 2
        . . punct 2
        """,
        {
            "truce": ("nsubj", "collapsed"),
            "brokered": ("acl", "truce"),
            "collapsed": ("root", "collapsed"),
            "Qatar": ("obl:agent", "brokered"),
        },
    ),
    (
        "the subject was taken for the sentence",
        """
        Moscow NNP root 0
        , , punct 4
        a DT det 4
        key JJ amod 4
        ally NN appos 0
        of IN case 6
        Assad NNP nmod 4
        , , punct 4
        vetoed VB parataxis 0
        the DT det 10
        plan NN obj 8
        . . punct 0
        """,
        {"Moscow": ("nsubj", "vetoed"), "vetoed": ("root", "vetoed")},
    ),
    (
        "the first of a list came loose",
        """
        Iraq NNP obl 5
        , , punct 2
        Iran NNP nsubj 5
        and CC cc 4
        Russia NNP conj 2
        signed VBD root 5
        . . punct 5
        """,
        {"Iraq": ("nsubj", "signed"), "Iran": ("conj", "Iraq"), "Russia": ("conj", "Iraq")},
    ),
    (
        "a role after a name",
        """
        Ahmed_Saleh NNP nsubj 8
        , , punct 3
        a DT det 3
        spokesman NN conj 0
        for IN case 6
        the DT det 6
        army NN nmod 3
        , , punct 3
        resigned VBD root 8
        """,
        {"spokesman": ("appos", "Ahmed Saleh")},
    ),
    (
        "a name after a role",
        """
        Their PRP nmod:poss 1
        leader NN nsubj 5
        , , punct 3
        Ahmed_Saleh NNP conj 1
        , , punct 3
        resigned VBD root 5
        """,
        {"Ahmed Saleh": ("appos", "leader")},
    ),
    (
        "a passive by its auxiliary",
        """
        When RB advmod 3
        was VBD aux 3
        Homs NNP nsubj 3
        taken VBN root 3
        ? . punct 3
        """,
        {"was": ("aux:pass", "taken"), "Homs": ("nsubj:pass", "taken")},
    ),
    (
        "an agent behind another noun",
        """
        Weapons NNS nsubj:pass 2
        were VBD aux:pass 2
        supplied VBN root 2
        to IN case 5
        the DT det 5
        rebels NNS obl 2
        by IN case 7
        France NNP nmod 5
        . . punct 2
        """,
        {"France": ("obl:agent", "supplied")},
    ),
    (
        "an agent without its label",
        """
        troops NNS root 0
        backed VBN acl 0
        by IN case 3
        Iran NNP obl 1
        """,
        {"Iran": ("obl:agent", "backed")},
    ),
    (
        "two subjects before a participle",
        """
        Tribal_Front NNP nsubj:pass 5
        , , punct 5
        a DT det 3
        group NN nsubj 5
        formerly RB advmod 5
        linked VBD root 5
        with IN case 7
        Jordan NNP obl 5
        , , punct 5
        has VBZ aux 10
        launched VBN parataxis 5
        raids NNS obj 10
        . . punct 5
        """,
        {
            "Tribal Front": ("nsubj", "launched"),
            "group": ("appos", "Tribal Front"),
            "linked": ("acl", "group"),
            "launched": ("root", "launched"),
        },
    ),
    (
        "a verb was taken for a modifier",
        """
        Activists NNS nsubj 4
        in IN case 2
        Homs NNP nmod 0
        posted VBN amod 4
        photographs NNS root 4
        """,
        {"Activists": ("nsubj", "posted"), "posted": ("root", "posted"), "photographs": ("obj", "posted")},
    ),
    (
        "two passives, one auxiliary",
        """
        Three CD nummod 1
        men NNS nsubj:pass 3
        were VBD aux:pass 3
        killed VBN root 3
        and CC cc 6
        two CD nummod 6
        women NNS conj 3
        wounded VBN acl 6
        . . punct 3
        """,
        {"women": ("nsubj:pass", "wounded"), "wounded": ("conj", "killed"), "and": ("cc", "wounded")},
    ),
    (
        "a verb was taken for a plural",
        """
        This DT det 1
        attack NN compound 3
        further RBR amod 3
        complicates NNS root 3
        the DT det 5
        talks NNS obj 3
        . . punct 3
        """,
        {"attack": ("nsubj", "complicates"), "further": ("advmod", "complicates")},
    ),
    (
        "a sentence without a verb is none",
        """
        Seventeen CD nummod 1
        rockets NNS root 1
        struck VBN acl 1
        near IN case 5
        the DT det 5
        base NN obl 2
        . . punct 1
        """,
        {"rockets": ("nsubj", "struck"), "struck": ("root", "struck")},
    ),
    (
        "the subject of a clause was taken for an object",
        """
        Police NNS nsubj 1
        confirmed VBD root 1
        the DT det 3
        minister NN obj 1
        was VBD aux:pass 5
        killed VBN ccomp 1
        . . punct 1
        """,
        {"minister": ("nsubj:pass", "killed")},
    ),
    (
        "of two verbs the later one",
        """
        Rockets NNS root 0
        fired VBN acl 0
        near IN case 3
        Homs NNP obl 1
        hit VBD dep 0
        it PRP obj 4
        . . punct 0
        """,
        {"Rockets": ("nsubj", "hit"), "hit": ("root", "hit")},
    ),
    (
        "the day was taken for the sentence",
        """
        Thursday NNP root 0
        , , punct 0
        US JJ amod 3
        forces NNS nsubj 4
        killed VBD acl:relcl 0
        Haddad NNP obj 4
        . . punct 0
        """,
        {"Thursday": ("obl:unmarked", "killed"), "killed": ("root", "killed")},
    ),
    (
        "a hyphenated participle is no verb",
        """
        Rebels NNS nsubj 1
        entered VBD root 1
        into IN mark 3
        army-held VBN advcl 1
        towns NNS obj 3
        . . punct 1
        """,
        {"towns": ("advcl", "entered"), "army-held": ("amod", "towns"), "into": ("mark", "towns")},
    ),
    (
        "a time is no agent",
        """
        They PRP nsubj:pass 2
        were VBD aux:pass 2
        expelled VBN root 2
        by IN case 4
        Wednesday NNP obl:agent 2
        . . punct 2
        """,
        {"Wednesday": ("obl", "expelled")},
    ),
]


@pytest.mark.parametrize(("why", "lines", "expected"), MENDED)
def test_mended(why: str, lines: str, expected: dict[str, tuple[str, str]]) -> None:
    assert changes(sentence(lines)) == expected


LEFT_ALONE = [
    (
        "an ally is no adverb",
        """
        rebel NN compound 1
        ally NN nsubj 2
        fled VBD root 2
        """,
    ),
    (
        "two verbs joined by a conjunction",
        """
        Rebels NNS nsubj 1
        attacked VBD root 1
        by IN case 3
        night NN obl 1
        and CC cc 5
        fled VBD conj 1
        """,
    ),
    (
        "a headline without verb",
        """
        Talks NNS root 0
        between IN case 2
        Iran NNP nmod 0
        and CC cc 4
        Iraq NNP conj 2
        """,
    ),
    (
        "a list of places",
        """
        He PRP nsubj 1
        visited VBD root 1
        Iraq NNP obj 1
        , , punct 4
        Lebanon NNP conj 2
        and CC cc 6
        Jordan NNP conj 2
        """,
    ),
    (
        "a list of persons with a role at its end",
        """
        He PRP nsubj 1
        met VBD root 1
        Saleh NNP obj 1
        , , punct 5
        a DT det 5
        cleric NN conj 2
        and CC cc 8
        a DT det 8
        general NN conj 2
        """,
    ),
    (
        "killed in an attack by rebels",
        """
        They PRP nsubj:pass 2
        were VBD aux:pass 2
        killed VBN root 2
        in IN case 5
        an DT det 5
        attack NN obl 2
        by IN case 7
        rebels NNS nmod 5
        """,
    ),
    (
        "who was told something",
        """
        He PRP nsubj 1
        told VBD root 1
        reporters NNS obj 1
        war NN nsubj 4
        loomed VBD ccomp 1
        . . punct 1
        """,
    ),
    (
        "a caption has no full stop",
        """
        Rebels NNS root 0
        pictured VBN acl 0
        near IN case 3
        Homs NNP obl 1
        """,
    ),
    (
        "a modifier with its article",
        """
        Activists NNS nsubj 4
        were VBD cop 4
        the DT det 4
        wounded VBN amod 4
        men NNS root 4
        """,
    ),
    (
        "a passive and an object of its agent",
        """
        They PRP nsubj:pass 2
        were VBD aux:pass 2
        killed VBN root 2
        by IN case 4
        rebels NNS obl:agent 2
        and CC cc 6
        soldiers NNS conj 4
        backed VBN acl 6
        by IN case 9
        Iran NNP obl:agent 7
        """,
    ),
    (
        "has is no passive",
        """
        Iran NNP nsubj 2
        has VBZ aux 2
        denied VBN root 2
        it PRP obj 2
        """,
    ),
]


@pytest.mark.parametrize(("why", "lines"), LEFT_ALONE)
def test_left_alone(why: str, lines: str) -> None:
    assert changes(sentence(lines)) == {}


@st.composite
def trees(draw: st.DrawFn) -> tuple[Token, ...]:
    """Any tree with any labels: nonsense, but one tree."""
    size = draw(st.integers(1, 9))
    order = draw(st.permutations(range(size)))
    heads = {order[0]: order[0]}
    for at in range(1, size):
        heads[order[at]] = order[draw(st.integers(0, at - 1))]
    words = st.sampled_from(
        ["Iran", "rebels", ",", "by", "backed", "said", "and", "was", "leader", "Monday", "a"]
    )
    tags = st.sampled_from([*POS, "VBD", "VBN", "VBZ", "VB"])
    deps = st.sampled_from(
        ["nsubj", "obj", "obl", "nmod", "conj", "case", "cc", "xcomp", "appos", "aux", "parataxis"]
    )
    found: list[Token] = []
    for i in range(size):
        text, tag = draw(words), draw(tags)
        dep = "root" if heads[i] == i else draw(deps)
        found.append(Token(i, text, text.lower(), text, tag, POS.get(tag, "VERB"), dep, heads[i], i, i + 1))
    return tuple(found)


@given(trees())
def test_a_tree_stays_a_tree(tokens: tuple[Token, ...]) -> None:
    after = repaired(tokens)
    assert [(t.i, t.text, t.start, t.end) for t in after] == [(t.i, t.text, t.start, t.end) for t in tokens]
    assert [t.dep for t in after if t.head == t.i] == ["root"]
    for token in after:
        seen: set[int] = set()
        at = token.i
        while after[at].head != at:
            assert at not in seen
            seen.add(at)
            at = after[at].head
