"""Of whom a participle, a report or a list tells, and where: constructions in which the wrong one stands nearer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]

TOLD = [
    (
        "AMISOM troops were attacked in Beledweyne by Islamist insurgents seeking to overthrow the Somali government.",
        [
            "Attack Somali rebels -> African Union Mission in Somalia @ Beledweyne",
            "Somali rebels opposes Somali government",
        ],
    ),
    ("Following a report blaming Iran for the raid, Jordan and Egypt will hold naval exercises.", []),
    ("Israel posted a statement blaming Iran for the raid.", ["Accusation Israel -> Iran", "Attack Iran"]),
    (
        "Hamas accused its main rival, the Blue Party, of supporting the Houthis.",
        [
            "Accusation Hamas -> Blue Party",
            "Blue Party backs Houthi movement possible",
            "Blue Party opposes Hamas",
        ],
    ),
    (
        "The raid targeted a Taliban commander, Mullah Siddiq.",
        ["Attack -> Siddiq", "Siddiq memberOf Taliban"],
    ),
    (
        "President Sharif Ahmed was not hurt in the attack in Kismayo.",
        ["Attack @ Kismayo", "Sharif Ahmed holdsPosition Somalia"],
    ),
    (
        "A commander of Hamas was struck and killed by an Israeli air strike near Rafah.",
        ["Airstrike Israel @ Rafah", "killed exact 1 < Israel @ Rafah"],
    ),
    (
        "Coalition forces conducted strikes using fighter and bomber aircraft against ISIL in Syria.",
        ["Airstrike coalition -> Islamic State @ Syria"],
    ),
    (
        "Coalition forces conducted strikes using aircraft and artillery against ISIL in Syria.",
        ["Attack coalition -> Islamic State @ Syria"],
    ),
    ("Egypt welcomed the announced meeting in Astana.", ["Endorsement Egypt", "Talks @ Astana planned"]),
]
WHERE = [
    (
        "The SDF advanced, destroying ISIL vehicles, mortars, a bridge and bunkers.",
        ["Advance Syrian Democratic Forces", "Attack Syrian Democratic Forces -> Islamic State"],
    ),
    ("The SDF destroyed a bridge in Raqqa.", ["Attack Syrian Democratic Forces @ Raqqa"]),
    (
        "Hamas took over a police station during the battle.",
        ["ArmedClash Hamas", "Capture Hamas @ police station"],
    ),
    ("Hamas took over Rafah during the battle.", ["ArmedClash Hamas @ Rafah", "Capture Hamas @ Rafah"]),
    (
        "Ali Hassan was appointed to lead the 2007 Baghdad crackdown.",
        ["Offensive Ali Hassan @ Baghdad planned"],
    ),
    ("Egyptian police fired shots into the air in Suez.", []),
]
GONE = [
    (
        "The Pentagon named a sailor killed in Mali as Sergeant Adam Novak. Novak was assigned to Mobile Unit Two.",
        ["killed exact 1 @ Mali", "Adam Novak memberOf Mobile Unit Two former"],
    ),
    (
        "Last month's operation in Yemen was approved by Donald Trump.",
        ["Endorsement Donald Trump", "Offensive @ Yemen"],
    ),
]
OTHERS = [
    (
        "Egypt thanked Turkey for its efforts to destroy Hamas.",
        ["Endorsement Egypt -> Turkey", "Turkey opposes Hamas"],
    ),
    ("Russia tried to destroy a depot in Lviv.", ["Attack Russia @ Lviv possible"]),
    ("Boris Johnson stressed the need for a ceasefire in Darfur.", ["Ceasefire planned"]),
    ("The use of gas by Hamas in Haifa is a crime.", []),
    (
        "The Iraqi army attacked Mosul. Armed forces should take all precautions, said Lama Fakih.",
        ["Attack Iraqi Armed Forces @ Mosul"],
    ),
    (
        "Ali Hassan was a general in the Iraqi army, and took part in the war over Kuwait in 1990.",
        ["Ali Hassan holdsPosition Iraqi Armed Forces former"],
    ),
    ("Protesters occupied streets around Suez.", ["Protest protesters @ Suez"]),
    ("The opposition in Lebanon secured the posts of Foreign Minister and Deputy Premier.", []),
    (
        "Insurgents shelled a base in Kismayo and Ugandan troops returned fire.",
        ["ArmedClash Ugandan Armed Forces", "Shelling Somali rebels @ Kismayo"],
    ),
]
OFFICES = [  # whose office it is the dictionary tells; the articles are of 2020
    (
        "Chancellor Angela Merkel visited Kabul.",
        ["Angela Merkel holdsPosition Germany", "Talks Angela Merkel @ Kabul"],
    ),
    ("President Obama spoke of the war.", ["Barack Obama holdsPosition United States former"]),
    ("President John Smith spoke of the war.", []),
    ("Ali Hassan was named as envoy to Syria.", []),
    ("Malian Unity Party leader Ali Diarra spoke.", []),
    ("Iraqi soldier Ali Hassan spoke.", ["Ali Hassan memberOf Iraqi Armed Forces"]),
    ("U.S. Army Captain John Smith spoke.", ["John Smith memberOf US Armed Forces"]),
    ("Senator Barack Obama spoke of the war.", []),
]
NAMES = [
    (
        "Maltese Prime Minister Joseph Muscat met Sergey Lavrov.",
        ["Joseph Muscat holdsPosition Malta", "Talks Joseph Muscat, Sergey Lavrov"],
    ),
    (
        "South Korean President Lee Myung-bak met Ma Ying-jeou.",
        ["Lee Myung-bak holdsPosition South Korea", "Talks Lee Myung-bak, Ma Ying-jeou"],
    ),
    ("Kim-led rebels attacked Suez.", ["Attack Kim-led rebels @ Suez"]),
]


@pytest.mark.parametrize(("text", "claims"), [*TOLD, *WHERE, *GONE, *OTHERS, *OFFICES, *NAMES])
def test_who_is_told_of(found: Found, text: str, claims: list[str]) -> None:
    assert sorted(found(text)) == sorted(claims)
