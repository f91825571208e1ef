"""Happenings of war as agencies word them: counterattacks, fire exchanged, ground taken, what was called off."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.records import Claim, Event

Found = Callable[[str], list[str]]

# (text, the first happening)
TOLD = [
    ("The Taliban launched a counterattack on Kunduz.", "Attack Taliban @ Kunduz"),
    (
        "A Ukrainian counter-attack near Kharkiv forced Russian troops back.",
        "Attack Ukraine @ Kharkiv",
    ),
    (
        "Riek Machar survived an assassination attempt in Juba.",
        "Attack -> Riek Machar @ Juba",
    ),
    ("Clashes resumed to the south of Goma.", "ArmedClash @ Goma"),
    ("Heavy fighting was under way in Khartoum.", "ArmedClash @ Khartoum"),
    (
        "French soldiers exchanged gunfire with Boko Haram near Diffa.",
        "ArmedClash French Armed Forces, Boko Haram @ Diffa",
    ),
    (
        "Indian and Pakistani troops exchanged artillery fire in Kashmir.",
        "ArmedClash Indian Armed Forces, Pakistani Armed Forces @ Kashmir",
    ),
    ("M23 rebels advanced to within 20 kilometres of Goma.", "Advance M23 @ Goma"),
    ("Syrian government troops advanced further south.", "Advance Syrian Armed Forces"),
    ("Houthi fighters lobbed mortar shells at a market in Taiz.", "Shelling Houthi movement @ Taiz"),
    ("The SDF recaptured the Jabisah oil field.", "Capture Syrian Democratic Forces"),
    (
        "Islamic State captured key installations outside Kirkuk.",
        "Capture Islamic State @ Kirkuk",
    ),
    ("An Israeli was shot dead by a Palestinian in Nablus.", "Killing @ Nablus"),
    (
        "The US Secretary of State met Sergei Lavrov in Geneva.",
        "Talks United States, Sergey Lavrov @ Geneva",
    ),
]

NOTHING = [
    "Erdogan blasted Israel over the war.",
    "The Syrian army took the position of spokesman.",
    "The fans exchanged blows.",
    "The counterattack in the second half was too late.",
]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_what_is_told(text: str, wanted: str, found: Found) -> None:
    assert found(text)[:1] == [wanted]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_happening(text: str, found: Found) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Israel called off its planned raid on Gaza.", "negated"),
        ("Turkey cancelled a planned offensive in Manbij.", "negated"),
        ("Turkey postponed its planned offensive in Manbij.", "planned"),
        ("Operation Wrath of Euphrates will free Raqqa.", "planned"),
        ("Operation Wrath of Euphrates freed Raqqa.", "actual"),
    ],
)
def test_whether_it_took_place(text: str, status: str, read: Callable[[str], tuple[Claim, ...]]) -> None:
    assert [c.status for c in read(text) if isinstance(c, Event)][:1] == [status]
