"""Whose a word is, which of two places, what came of it: "of its kind", "the Darfur town of Nyala", "resigned"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.records import Claim

Found = Callable[[str], list[str]]

NOBODYS = [
    (
        "The Taliban attacked an army base. It is said to be the worst attack of its kind.",
        ["Attack Taliban -> Afghan Armed Forces @ army base"],
    ),
    (
        "The Houthis shelled Riyadh. It was the first attack of its type.",
        ["Shelling Houthi movement @ Riyadh"],
    ),
    (
        "The 9th Brigade was formed in 2010. It will provide ground forces in Mali the opportunity to rest.",
        [],
    ),
    (
        "The Somali army left. Soldiers in Kismayo fired on a crowd.",
        ["Attack Somali Armed Forces", "Withdrawal Somali Armed Forces"],
    ),
    (
        "The Ukrainian army shelled Luhansk. Russia declares a truce one day after 20 soldiers died.",
        ["Ceasefire Russia", "Shelling Ukrainian Armed Forces @ Luhansk", "killed exact 20 soldiers"],
    ),
    (
        "The Somali army left Kismayo. Ten soldiers died.",
        ["Withdrawal Somali Armed Forces @ Kismayo", "killed exact 10 Somali Armed Forces"],
    ),
    (
        "Nine Russian professors are held for a letter opposing military action against the Chechen rebels.",
        [],
    ),
    ("The frigate Aconit joined U.S. Naval Forces Europe's (NAVEUR) Task Force (CTF) 65.", []),
    ("HMS Kent joined the Royal Navy.", ["HMS Kent memberOf Royal Navy"]),
]
WHERE = [
    (
        "Ten civilians were killed in the Darfur town of Nyala.",
        ["Nyala locatedIn Darfur", "killed exact 10 civilians in Sudan @ Nyala"],
    ),
    (
        "Clashes broke out in the Donbas city of Mariupol.",
        ["ArmedClash @ Mariupol", "Mariupol locatedIn Donbas"],
    ),
    ("Clashes broke out in Naqoura village of Tyre.", ["ArmedClash @ Naqoura", "Naqoura locatedIn Tyre"]),
    (
        "Clashes broke out in the Aleppo suburb of Salahaddin.",
        ["ArmedClash @ Salahaddin", "Salahaddin locatedIn Aleppo"],
    ),
    (
        "Ten people were killed by a blast on a police station in the town of Garissa, near the Somali border.",
        [
            "Bombing @ police station in Garissa",
            "killed exact 10 @ police station in Garissa",
        ],
    ),
    ("Ten people were killed on Monday, near the Somali border.", ["killed exact 10"]),
    (
        "After days of fighting in the capital, Khartoum, Abdel Fattah al-Burhan and Hemedti declare a ceasefire.",
        [
            "Abdel Fattah al-Burhan partyTo Abdel Fattah al-Burhan-Mohamed Hamdan Dagalo ceasefire",
            "Ceasefire Abdel Fattah al-Burhan, Mohamed Hamdan Dagalo",
            "Mohamed Hamdan Dagalo partyTo Abdel Fattah al-Burhan-Mohamed Hamdan Dagalo ceasefire",
        ],
    ),
    (
        "Khartoum and Hemedti declare a ceasefire.",
        [
            "Ceasefire Sudanese government, Mohamed Hamdan Dagalo",
            "Mohamed Hamdan Dagalo partyTo Mohamed Hamdan Dagalo-Sudanese government ceasefire",
            "Sudanese government partyTo Mohamed Hamdan Dagalo-Sudanese government ceasefire",
        ],
    ),
    (
        "The army advanced to within 5 kilometers of Kherson and continues to make progress.",
        ["Advance Ukrainian Armed Forces", "Advance Ukrainian Armed Forces @ Kherson"],
    ),
]
STATUS = [
    (
        "British jets conducted a strike to target Taliban fighters.",
        ["Airstrike British Armed Forces -> Taliban", "Airstrike British Armed Forces -> Taliban"],
    ),
    (
        "British jets flew to Kabul to target Taliban fighters.",
        ["Airstrike British Armed Forces -> Taliban planned"],
    ),
    (
        "France is helping Mali to contain and ultimately defeat Ansar Dine.",
        ["France backs Mali", "Mali opposes Ansar Dine"],
    ),
]
STATUS += [
    ("Ultimately, the liberation of Mosul will free Iraqis to return.", ["Capture @ Mosul planned"]),
    ("The liberation of Mosul will free Iraqis.", ["Capture @ Mosul"]),
]
NOBODYS += [
    ("Four Israeli Arabs were killed in Haifa.", ["killed exact 4 Israeli Arabs @ Haifa"]),
    ("Clashes broke out in western Libya.", ["ArmedClash @ western Libya"]),
    ("Clashes broke out in Tripolitania.", ["ArmedClash @ Tripolitania"]),
]
RESIGNED = [
    ("The Nigerian defence minister, Ali Hassan, resigned.", ["Ali Hassan holdsPosition Nigeria former"]),
    ("Kenyan Defence Minister Ali Hassan has resigned.", ["Ali Hassan holdsPosition Kenya former"]),
    (
        "The chief of staff of the Kenyan army, Joseph Maina, stepped down.",
        ["Joseph Maina holdsPosition Kenyan Armed Forces former"],
    ),
    ("Kenyan President Ali Hassan resigned as party leader.", ["Ali Hassan holdsPosition Kenya"]),
    ("Kenyan President Ali Hassan will resign.", ["Ali Hassan holdsPosition Kenya"]),
    ("Nigerian Defence Minister Ali Hassan stepped up security.", ["Ali Hassan holdsPosition Nigeria"]),
    (
        "The Nigerian defence minister, Ali Hassan, refused to resign.",
        ["Ali Hassan holdsPosition Nigeria", "Rejection Ali Hassan"],
    ),
]
SPOKEN = [
    (
        "Representatives of the Donetsk People's Republic said Ukraine shelled Horlivka.",
        "Donetsk People's Republic",
    ),
    ("Ali Hassan issued a statement that the Houthis had shelled Taiz.", "Ali Hassan"),
    ("Ali Hassan denied a statement that the Houthis had shelled Taiz.", None),
    ("Representatives of 20 states said the Houthis had shelled Taiz.", None),
]


@pytest.mark.parametrize(("text", "wanted"), [*NOBODYS, *WHERE, *STATUS, *RESIGNED])
def test_whose_and_where(text: str, wanted: list[str], found: Found) -> None:
    assert sorted(found(text)) == sorted(wanted)


@pytest.mark.parametrize(("text", "speaker"), SPOKEN)
def test_who_says_so(text: str, speaker: str | None, read: Callable[[str], tuple[Claim, ...]]) -> None:
    shelling = next(c for c in read(text) if "shelled" in c.cue.text)
    assert (shelling.attribution.entity.label if shelling.attribution is not None else None) == speaker
