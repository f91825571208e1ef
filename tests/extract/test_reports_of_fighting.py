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

# Of a list of towns each was taken, though nobody knows its name.
LISTS = [
    (
        "The M23 captured Goma, Bukavu and Uvira.",
        ["Capture M23 @ Goma", "Capture M23 @ Bukavu", "Capture M23 @ Uvira"],
    ),
    (
        "The Syrian army retook the towns of Palmyra and Tell Harqan.",
        ["Capture Syrian Armed Forces @ Palmyra", "Capture Syrian Armed Forces @ Tell Harqan"],
    ),
    (
        "Russia withdrew from Kherson and Mykolaiv.",
        ["Withdrawal Russia @ Kherson", "Withdrawal Russia @ Mykolaiv"],
    ),
    ("The M23 captured Goma and Joseph Kabila protested.", ["Capture M23 @ Goma", "Protest Joseph Kabila"]),
    ("The M23 captured Goma in January and February.", ["Capture M23 @ Goma"]),
]

MORE = [
    (
        "Azerbaijan took control of several heights in Nagorno-Karabakh.",
        "Capture Azerbaijan @ Nagorno-Karabakh",
    ),
    (
        "The army repulsed an attack by Islamic State on Deir ez-Zor.",
        "Attack Islamic State -> Syrian Armed Forces @ Deir ez-Zor",
    ),
    (
        "Russian troops retreated from Nova Davydivka to the river.",
        "Withdrawal Russian Armed Forces @ Nova Davydivka",
    ),
    (
        "Malian troops advanced from Gao towards Tin Essako Bir.",
        "Advance Malian Armed Forces @ Tin Essako Bir",
    ),
    (
        "France suffered its first attack by Islamic State in 2015.",
        "Attack Islamic State -> France @ France",
    ),
    (
        "Two airstrikes targeted the town of Saraqib.",
        "Airstrike @ Saraqib",
    ),
    (
        "The attacks that Boko Haram has launched on Maiduguri continue.",
        "Attack Boko Haram @ Maiduguri",
    ),
    ("Hezbollah fired projectiles into northern Israel.", "Shelling Hezbollah @ northern Israel"),
    (
        "Thousands of Albanians were expelled from their homes in Kosovo.",
        "Displacement -> Albanians @ Kosovo",
    ),
    ("Civilians were forced to evacuate from Kherson.", "Evacuation -> civilians in Ukraine @ Kherson"),
    ("A suicide car bomber rammed a checkpoint in Mosul.", "Bombing @ Mosul"),
    ("Russian bombers struck Idlib.", "Airstrike Russian Armed Forces @ Idlib"),
    ("Pakistan expelled India's ambassador.", "Sanction Pakistan -> India"),
    (
        "Boko Haram rebels abducted and killed citizens in Maiduguri.",
        "Abduction Boko Haram -> citizens in Nigeria @ Maiduguri",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), LISTS)
def test_each_town_of_a_list(text: str, wanted: list[str], found: Found) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), MORE)
def test_who_did_what_where(text: str, wanted: str, found: Found) -> None:
    assert found(text)[:1] == [wanted]


def test_both_are_told_of_those_abducted_and_killed(found: Found) -> None:
    text = "Boko Haram rebels abducted and killed citizens in Maiduguri."
    assert [line.split()[0] for line in found(text)] == ["Abduction", "Killing"]


NOTHING = [
    "Russia withdrew from the Council of Europe exercises.",
    "Mines left behind by Islamic State were cleared.",
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
