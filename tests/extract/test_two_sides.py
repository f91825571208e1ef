"""Two sides told together: whose ally, whose presence, whose land; what is said of one is not said of the other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]

TOLD = [
    ("Iran and Hamas ally Hezbollah condemned the raid.", ["Hezbollah alliedWith Hamas"], ["Iran alliedWith Hamas"]),
    (
        "Egypt and Rwanda ally Uganda held talks.",
        ["Uganda alliedWith Rwanda", "Talks Egypt, Uganda"],
        ["Egypt alliedWith Rwanda"],
    ),
    (
        "A conflict broke out between forces aligned with the TPLF and the Ethiopian military.",
        [],
        ["linkedTo Ethiopian Armed Forces"],
    ),
    (
        "Fighting between forces loyal to Riek Machar and the South Sudanese army killed 20.",
        ["Riek Machar's forces linkedTo Riek Machar"],
        ["Armed Forces linkedTo", "linkedTo South Sudanese Armed Forces"],
    ),
    (
        "Clashes between rebels backed by Rwanda and the Congolese army continued.",
        ["ArmedClash Congolese rebels, Congolese Armed Forces", "Rwanda backs Congolese rebels"],
        ["Rwanda backs Congolese Armed Forces"],
    ),
    (
        "The forces are loyal to Khalifa Haftar and the Libyan army.",
        [],
        ["Libyan Armed Forces opposes"],
    ),
    (
        "Russia and Turkey, which backs the rebels and has troops in Libya, met.",
        ["Turkey backs", "Turkish Armed Forces operatesIn Libya"],
        ["Russian Armed Forces operatesIn"],
    ),
    (
        "Russia and Turkey, which have troops in Libya, met.",
        ["Russian Armed Forces operatesIn Libya"],
        [],
    ),
    (
        "Ethiopia's army sought to end the Eritrean military presence in Tigray.",
        ["Eritrean Armed Forces operatesIn Tigray"],
        ["Ethiopian Armed Forces operatesIn"],
    ),
    ("France ended its military presence in Mali.", ["France operatesIn Mali former"], []),
    ("Tensions between forces on the border between Chad and Sudan grew.", [], ["cooperatesWith"]),
    ("A joint force between Chad and Sudan patrolled the border.", ["Chad cooperatesWith Sudan"], []),
    (
        "The talks ended without an agreement between Serbia and Kosovo.",
        ["Serbia partyTo Kosovo-Serbia agreement negated"],
        [],
    ),
    ("The Libyan opposition stronghold of Derna was quiet.", ["Libyan opposition controls"], ["Libya controls"]),
    ("Rockets fell on opposition-held territory.", [], ["controls"]),
    ("The rebel-held town of Douma was quiet.", ["Syrian rebels controls Douma"], []),
    ("M23 controlled Goma in 2012.", ["M23 controls Goma former"], []),
    ("M23 controls Goma.", ["M23 controls Goma"], []),
    ("On Monday, M23 controlled Goma.", ["M23 controls Goma"], ["former"]),
    (
        "Ethiopia fought a war against the TPLF that ended in 2019.",
        ["Ethiopia opposes Tigray People's Liberation Front former"],
        [],
    ),
    (
        "Ethiopia fought a war against the TPLF that shattered the region.",
        ["Ethiopia opposes Tigray People's Liberation Front"],
        ["former"],
    ),
    ("Serbs had replaced Albanians as the majority.", [], ["successorOf"]),
    ("The U.S.-backed, Saudi-led coalition bombed Aden.", ["United States backs", "Saudi Arabia leads"], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "unwanted"), TOLD)
def test_two_sides(text: str, wanted: list[str], unwanted: list[str], found: Found) -> None:
    told = found(text)
    assert not [line for line in wanted if not any(t.startswith(line) for t in told)]
    assert not [line for line in told if any(words in line for words in unwanted)]
