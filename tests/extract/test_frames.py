"""Who fills the parts of a verb or noun, in whatever construction: own, understood and shared subjects and objects."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]

# (text, what it says)
VERBS = [
    ("Russia backs the Houthis.", ["Russia backs Houthi movement"]),
    ("The Houthis are backed by Iran.", ["Iran backs Houthi movement"]),
    ("Iran promised Hezbollah to arm the Houthis.", ["Iran backs Houthi movement planned"]),
    ("Iran persuaded Hezbollah to arm the Houthis.", ["Hezbollah backs Houthi movement"]),
    ("Turkey prevented Hezbollah from attacking Israel.", ["Attack Hezbollah -> Israel negated"]),
    ("Iran funds Hezbollah and arms the Houthis.", ["Iran backs Hezbollah", "Iran backs Houthi movement"]),
    ("Iran funds Hezbollah; arms were seized.", ["Iran backs Hezbollah"]),
    ("Hezbollah, which Iran arms, has a new chief.", ["Iran backs Hezbollah"]),
]
NOUNS = [
    ("Jenin was hit by Israeli air strikes.", ["Airstrike Israel @ Jenin"]),
    ("Israel's air strikes on Jenin went on.", ["Airstrike Israel @ Jenin"]),
    ("Hezbollah launched an attack on Israel.", ["Attack Hezbollah -> Israel @ Israel"]),
    ("There were talks between Egypt and Qatar.", ["Talks Egypt, Qatar"]),
]


@pytest.mark.parametrize(("text", "wanted"), [*VERBS, *NOUNS])
def test_parts(text: str, wanted: list[str], found: Found) -> None:
    assert found(text) == wanted


# (text, claim that would turn it round)
TURNED = [
    ("The Houthis are backed by Iran.", "Houthi movement backs Iran"),
    ("Iran promised Hezbollah to arm the Houthis.", "Hezbollah backs Houthi movement planned"),
    ("Iran called on Hezbollah to attack Israel.", "Attack Iran -> Israel planned"),
    ("Turkey prevented Hezbollah from attacking Israel.", "Attack Turkey -> Israel negated"),
    ("Jenin was hit by Israeli air strikes.", "Airstrike @ Jenin"),
]


@pytest.mark.parametrize(("text", "wrong"), TURNED)
def test_nobody_fills_anothers_part(text: str, wrong: str, found: Found) -> None:
    assert found(text)
    assert wrong not in found(text)
