"""What news of hijackings, unrest, courts and prisons tells, and what it only seems to tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]

# (text, all that it tells)
MISREAD = [
    (
        "Kofi Annan was heading to talks in Geneva on refugees and internally displaced people.",
        ["Talks @ Geneva"],
    ),
    ("The president flew out to Kampala.", []),
    (
        "Hamas fired mortar bombs at Sderot and Israeli troops returned fire.",
        ["Shelling Hamas @ Sderot", "ArmedClash Israeli Armed Forces"],
    ),
    (
        "AMISOM troops were attacked by Al-Shabaab fighters seeking to overthrow the Somali government.",
        ["Attack Al-Shabaab -> African Union Mission in Somalia", "Al-Shabaab opposes Somali government"],
    ),
    ("The seats went to Hezbollah's Shia, Druze and Christian allies.", []),
    ("Hezbollah secured the posts of foreign minister and deputy premier.", []),
    ("Following a report blaming Iran for the deaths, Oman welcomed the summit.", ["Endorsement Oman"]),
    ("Assad was not hurt in the attack.", []),
    ("He was a farmer who died in 1990.", []),
    ("They were not told to stop any operations.", []),
]


@pytest.mark.parametrize(("text", "wanted"), MISREAD)
def test_what_is_not_told(text: str, wanted: list[str], found: Found) -> None:
    assert found(text) == wanted


def test_whoever_has_a_name_is_not_counted(found: Found) -> None:
    told = found("Pakistan mourned Benazir Bhutto, a leading politician, assassinated on Monday.")
    assert not any(line.startswith("killed") for line in told)


def test_a_town_may_be_a_family_name(found: Found) -> None:
    assert found("President Jack London visited Egypt.") == ["Talks Jack London @ Egypt"]


# (text, the first thing that it tells)
TOLD = [
    ("The hijackers freed the passengers in Algiers.", "Concession hijackers -> passengers @ Algiers"),
    (
        "Crowds hurled rocks at Israeli soldiers in Hebron.",
        "Attack -> Israeli Armed Forces @ Hebron",
    ),
    ("Demonstrators pelted the embassy with stones in Tehran.", "Attack demonstrators @ Tehran"),
    ("Tear gas has been deployed against protesters in Tehran.", "Attack -> protesters @ Tehran"),
    ("Demonstrators broke into the parliament in Bishkek.", "Attack demonstrators @ Bishkek"),
    ("Policemen beat students with batons in Minsk.", "Attack Belarusian police -> students @ Minsk"),
    (
        "Inmates were tortured by guards at Abu Ghraib.",
        "Attack guards in Iraq -> inmates in Iraq @ Abu Ghraib",
    ),
    ("Protesters occupied major streets in Cairo.", "Protest protesters @ Cairo"),
    ("Saif al-Islam Gaddafi was indicted for war crimes.", "Accusation -> Saif al-Islam Gaddafi"),
    ("Mohamed Morsi was sentenced to life imprisonment.", "Arrest -> Mohamed Morsi"),
    (
        "Khalid Sheikh Mohammed is held at Guantanamo Bay.",
        "Arrest -> Khalid Sheikh Mohammed @ Guantanamo Bay",
    ),
    ("Serbia extradited Ratko Mladic to The Hague.", "Concession Serbia -> Ratko Mladic"),
    ("Medics counted 30 bodies in Mogadishu.", "killed exact 30 @ Mogadishu"),
    ("The clashes brought the death toll to 49 over two days.", "killed exact 49"),
    ("Soldiers fired into the crowd in Conakry.", "Attack soldiers @ Conakry"),
    ("Rioting broke out in Osh on Thursday.", "Protest @ Osh"),
    ("Israel apologised to Turkey over the raid.", "Concession Israel -> Turkey"),
    ("Fatalities included two US soldiers.", "killed exact 2 US Armed Forces"),
]

NOTHING = [
    "Egypt beat Cameroon in Luanda.",
    "Kofi Annan was charged with overseeing the transition.",
    "Elections were held in Gaza in 2006.",
    "Thieves broke into a bank in Cairo.",
    "The band released a record in 2009.",
    "Soldiers fired into the air in Conakry.",
    "The chef beat the eggs in Cairo.",
    "The mayor was sentenced to listen.",
    "Witnesses saw the governing body in Geneva.",
]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_what_is_told(text: str, wanted: str, found: Found) -> None:
    assert found(text)[:1] == [wanted]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_told(text: str, found: Found) -> None:
    assert found(text) == []


def test_one_of_theirs(found: Found) -> None:
    assert "Mahmoud Zahar memberOf Hamas" in found("Hamas's Mahmoud Zahar rejected the offer.")


def test_whom_they_hold_is_no_ally(found: Found) -> None:
    told = found("Somali pirates hold 14 ships along with an estimated 250 crew members.")
    assert not any("cooperatesWith" in line for line in told)


def test_protests_have_no_targets_among_their_dead(found: Found) -> None:
    assert "Protest @ Osh" in found("The riots killed 12 people in Osh.")


def test_whoever_is_sentenced_is_a_person(found: Found) -> None:
    told = found("Binyam Mohamed was sentenced to death in Pakistan. Binyam Mohamed was released in 2009.")
    assert told == ["Concession -> Binyam Mohamed"]
