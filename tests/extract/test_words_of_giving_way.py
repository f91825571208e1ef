"""Who yields, is let go or kept from something; what goes off by mistake, is attempted, or used to be done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.records import Claim, Event

Read = Callable[[str], tuple[Claim, ...]]
Found = Callable[[str], list[str]]

# (text, a claim that it makes)
TOLD = [
    # who surrenders yields, and leaves no place
    (
        "More than 50 FARC rebels surrendered to Colombian troops in Meta.",
        "Concession Revolutionary Armed Forces of Colombia -> Colombian Armed Forces @ Meta",
    ),
    ("The Taliban withdrew from Kunduz on Monday.", "Withdrawal Taliban @ Kunduz"),
    # the jail of others
    (
        "Afghan forces freed a large number of prisoners from a Taliban jail in Helmand.",
        "Rescue Afghan Armed Forces -> prisoners in Afghanistan @ Helmand",
    ),
    (
        "The Taliban freed 400 prisoners from the government jail in Kandahar.",
        "Rescue Taliban -> prisoners in Afghanistan @ Kandahar",
    ),
    (
        "The Syrian army freed 20 prisoners from a prison in Damascus.",
        "Concession Syrian Armed Forces -> prisoners in Syria @ Damascus",
    ),
    # what bombards
    ("The missile and mortar bombardment of Kabul continued.", "Shelling @ Kabul"),
    ("The naval bombardment of Misrata continued.", "Shelling @ Misrata"),
    ("The aerial bombardment of Vukovar killed 20 people.", "Airstrike @ Vukovar"),
    # leave for the asking
    ("The parliament of Kenya approved the mission.", "Endorsement Kenya"),
    ("Kenya welcomed the decision of the two sides.", "Endorsement Kenya"),
    ("Poland welcomed the request of Ukraine to join NATO.", "Endorsement Poland"),
    ("Pakistan denied India's request for talks.", "Rejection Pakistan"),
    # what is tried
    ("Boko Haram attempted an assault on Maiduguri.", "Attack Boko Haram @ Maiduguri possible"),
    # bombs that were meant to go off
    ("A bomb went off in Karachi as police were preparing to leave.", "Bombing @ Karachi"),
    ("A bomb exploded in Karachi, making it the third this week.", "Bombing @ Karachi"),
    ("A bomb that the FARC had made exploded in Meta.", "Bombing"),
    # how many of how many
    ("At least 40 fighters of the three warring factions were killed in Monrovia.", "killed at_least 40"),
    ("Two rival leaders of a militia were killed in Tripoli.", "killed exact 2"),
    # modals that tell of no habit
    ("If talks failed, Ethiopia would attack Asmara.", "Attack Ethiopia @ Asmara possible"),
    ("The second ceasefire of the year began in Goma.", "Ceasefire @ Goma"),
    ("Pakistani Army soldiers in Gao were attacked.", "Pakistani Armed Forces operatesIn Gao"),
]

# (text, a type of happening that it does not tell)
NOT_TOLD = [
    ("We will deny a safe haven to the FARC in Ecuador.", "Rejection"),
    ("The strikes will help Kenya in denying al-Shabab safe haven.", "Rejection"),
    ("The government of Sudan approved requests by the Red Cross for access to Darfur.", "Endorsement"),
    ("Just half of the visa requests were approved by the Sudanese government.", "Endorsement"),
    ("Smugglers gave the fighters money before they would cross into Kenya.", "Advance"),
    ("The Taliban would attack Kunduz every night.", "Attack"),
    ("Five militants were killed when a bomb they were making exploded in Karachi.", "Bombing"),
    ("Three fighters died when a bomb that they were preparing went off in Herat.", "Bombing"),
    ("Four rebels died when a bomb exploded as they were assembling it in Goma.", "Bombing"),
    ("Four members of Hamas died when their bomb exploded prematurely in Rafah.", "Bombing"),
    ("Two hundred Taliban fighters surrendered in Kunduz.", "Withdrawal"),
    ("Monitors said that fighting intensified in Darfur as a second year of a truce began.", "Ceasefire"),
]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_what_is_told(text: str, wanted: str, found: Found) -> None:
    assert any(line.startswith(wanted) for line in found(text)), found(text)


@pytest.mark.parametrize(("text", "kind"), NOT_TOLD)
def test_what_is_not_told(text: str, kind: str, read: Read) -> None:
    assert kind not in [c.type for c in read(text) if isinstance(c, Event)]


def test_others_with_bystanders_among_them_are_no_soldiers(found: Found) -> None:
    both = "Two Indian soldiers were killed and at least nine others {}were injured in Srinagar."
    assert "injured at_least 9 @ Srinagar" in found(both.format("including several civilians "))
    assert "injured at_least 9 Indian Armed Forces @ Srinagar" in found(both.format(""))


def test_where_soldiers_were_killed_is_not_where_they_work(found: Found) -> None:
    told = found("A bomb killed at least six Pakistani Army soldiers in Gao on the edge of the desert.")
    assert not any("operatesIn" in line for line in told)
