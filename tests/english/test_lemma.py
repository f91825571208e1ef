"""Dictionary forms of the words news uses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.english.lemma import lemma

VERBS = {
    "VBD": {
        "leave": "left", "find": "found", "lead": "led", "fall": "fell", "hold": "held", "fight": "fought",
        "strike": "struck", "shoot": "shot", "withdraw": "withdrew", "overthrow": "overthrew", "retake": "retook",
        "undertake": "undertook", "flee": "fled", "seize": "seized", "capture": "captured", "kill": "killed",
        "back": "backed", "arm": "armed", "train": "trained", "fund": "funded", "supply": "supplied", "ally": "allied",
        "broker": "brokered", "besiege": "besieged", "invade": "invaded", "occupy": "occupied", "launch": "launched",
        "target": "targeted", "bomb": "bombed", "raid": "raided", "clash": "clashed", "stop": "stopped",
        "agree": "agreed", "free": "freed", "accuse": "accused", "deny": "denied", "claim": "claimed", "use": "used",
        "sponsor": "sponsored", "support": "supported", "control": "controlled", "expel": "expelled", "die": "died",
        "assassinate": "assassinated", "announce": "announced", "execute": "executed", "injure": "injured",
        "wound": "wounded", "shell": "shelled", "patrol": "patrolled", "evacuate": "evacuated", "defeat": "defeated",
        "recruit": "recruited", "finance": "financed", "found": "founded", "merge": "merged", "pledge": "pledged",
        "mediate": "mediated", "negotiate": "negotiated", "visit": "visited", "develop": "developed", "veto": "vetoed",
    },
    "VBN": {"drive": "driven", "overrun": "overrun", "bind": "bound", "be": "been", "tear": "torn", "hit": "hit"},
    "VBG": {
        "die": "dying", "lie": "lying", "rely": "relying", "win": "winning", "put": "putting", "make": "making",
        "see": "seeing", "be": "being", "bomb": "bombing", "fight": "fighting", "arm": "arming", "settle": "settling",
        "assemble": "assembling", "aim": "aiming", "cut": "cutting", "flee": "fleeing", "write": "writing",
    },
    "VBZ": {
        "go": "goes", "be": "is", "have": "has", "deny": "denies", "clash": "clashes", "die": "dies", "use": "uses",
        "seize": "seizes", "focus": "focuses", "pass": "passes", "leave": "leaves", "say": "says",
    },
    "VBP": {"be": "are", "have": "have", "found": "found", "wound": "wound", "back": "back"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("form", "tag", "base"),
    [(form, tag, base) for tag, pairs in VERBS.items() for base, form in pairs.items()],
)
def test_verbs(form: str, tag: str, base: str) -> None:
    assert lemma(form, tag, "VERB") == base
    assert lemma(form.capitalize(), tag, "VERB") == base


OTHERS = [
    ("forces", "NNS", "force"),
    ("allies", "NNS", "ally"),
    ("troops", "NNS", "troop"),
    ("men", "NNS", "man"),
    ("servicemen", "NNS", "serviceman"),
    ("children", "NNS", "child"),
    ("lives", "NNS", "life"),
    ("crises", "NNS", "crisis"),
    ("militias", "NNS", "militia"),
    ("heroes", "NNS", "hero"),
    ("buses", "NNS", "bus"),
    ("bases", "NNS", "base"),
    ("clashes", "NNS", "clash"),
    ("warplanes", "NNS", "warplane"),
    ("causes", "NNS", "cause"),
    ("viruses", "NNS", "virus"),
    ("headquarters", "NNS", "headquarters"),
    ("people", "NNS", "people"),
    ("means", "NNS", "means"),
    ("peace", "NN", "peace"),
    ("larger", "JJR", "large"),
    ("biggest", "JJS", "big"),
    ("earlier", "JJR", "early"),
    ("best", "JJS", "good"),
    ("Iran-backed", "VBN", "iran-back"),
    ("Syrian", "JJ", "syrian"),
    ("ca", "MD", "can"),
    ("n't", "RB", "n't"),
]


@pytest.mark.parametrize(("word", "tag", "base"), OTHERS)
def test_other_words(word: str, tag: str, base: str) -> None:
    assert lemma(word, tag, "X") == base


def test_names_stay() -> None:
    assert lemma("United Nations", "NNPS", "PROPN") == "United Nations"


@given(
    st.text(max_size=20),
    st.sampled_from(["VB", "VBD", "VBG", "VBZ", "NN", "NNS", "JJR", "JJS", "MD", "NNP", ""]),
)
def test_any_word_has_a_lemma(word: str, tag: str) -> None:
    assert bool(lemma(word, tag, "X")) == bool(word)
