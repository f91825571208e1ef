"""Who harms whom, with what, and by what trade they go: incident logs of many wars."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]

# (text, claims that begin so, words with which no claim begins)
TOLD: list[tuple[str, list[str], list[str]]] = [
    # weapons that kill
    (
        "A US drone killed Baitullah Mehsud in South Waziristan.",
        ["Airstrike US Armed Forces -> Baitullah Mehsud @ South Waziristan"],
        ["Killing"],
    ),
    (
        "Five Turkish soldiers were wounded by a mine in Al-Bab.",
        ["Bombing -> Turkish Armed Forces @ Al-Bab"],
        [],
    ),
    ("A missile hit a bus in Donetsk, killing four.", ["Shelling @ Donetsk"], ["Attack"]),
    ("A helicopter crash killed two German soldiers in Mali.", ["killed exact 2"], ["Attack", "Airstrike"]),
    # names that no dictionary has
    (
        "The assassination of Jovenel Moïse by Colombian mercenaries shocked Haiti.",
        ["Killing Colombian mercenaries -> Jovenel Moïse"],
        [],
    ),
    ("Iran hanged Ruhollah Zam.", ["Killing Iran -> Ruhollah Zam"], []),
    ("Iran hanged a portrait in Tehran.", [], ["Killing"]),
    # trades
    ("Turkey arrested 12 lawyers in Ankara.", ["Arrest Turkey -> lawyers"], []),
    ("Boko Haram abducted aid workers in Borno.", ["Abduction Boko Haram -> aid workers in Nigeria"], []),
    ("Inmates seized three guards in Manaus.", ["Abduction inmates"], []),
    (
        "Militants shot dead three farmers in Kandahar.",
        ["Killing militants in Afghanistan -> farmers in Afg"],
        [],
    ),
    ("Syrians fleeing Islamic State reached Turkey.", ["Displacement -> Syrians"], ["Advance"]),
    # those of whom only their number is told
    ("A bombing in Quetta killed 28 people.", ["Bombing @ Quetta", "killed exact 28"], ["Bombing ->"]),
    # fights
    (
        "Fighting between the Kachin Independence Army and government troops resumed.",
        ["ArmedClash Kachin Independence Army, Myanmar Armed Forces"],
        [],
    ),
    ("Fighting raged around the airport in Juba.", ["ArmedClash @ Juba"], []),
    ("Rival militias fought in Benghazi.", ["ArmedClash Rival militias @ Benghazi"], []),
    ("Rebels battled troops for control of the airport in Goma.", ["ArmedClash Congolese rebels @ Goma"], []),
    ("The rebels fought in Goma.", [], ["ArmedClash"]),
    # sieges
    ("Rebels surround the town of Goma.", ["Siege Congolese rebels @ Goma"], []),
    ("Lesotho is surrounded by South Africa.", [], ["Siege"]),
    ("A driver rams his car into a group of soldiers in Jerusalem.", ["Attack @ Jerusalem"], []),
    # what is done in answer, with what means
    ("Israel responded with air strikes on Gaza.", ["Airstrike Israel @ Gaza"], []),
    ("India retaliated with artillery fire.", ["Shelling India"], []),
    ("Iran responded with a statement on Gaza.", [], ["Airstrike", "Attack"]),
    (
        "Turkish forces used drones to target YPG positions.",
        ["Airstrike Turkish Armed Forces -> Peo"],
        ["Attack"],
    ),
    ("Two Kenyan helicopters were fired on by al-Shabaab.", ["Attack Al-Shabaab -> Kenyan Armed Forces"], []),
    (
        "The UN condemned the killing of one teacher, Yusuf Osman, in Mogadishu.",
        ["Killing -> Yusuf Osman"],
        ["Accusation United Nations -> Yusuf"],
    ),
    # who goes where
    ("Lebanese troops deployed along the border with Israel.", ["Deployment Lebanese Armed Forces"], []),
    ("UN peacekeepers were deployed to Bentiu.", ["Deployment UN peacekeepers @ Bentiu"], []),
    ("Iran has sent 150 members of the Revolutionary Guards to Syria.", ["Deployment Iran @ Syria"], []),
    ("Iran has sent 150 members of the committee to Syria.", [], ["Deployment"]),
    ("The army drove villagers into Bangladesh.", ["Displacement"], ["Advance"]),
    # whose police and soldiers, and who fights beside them
    ("Police in Nairobi arrested five members of al-Shabaab.", ["Arrest Kenyan police -> Al-Shabaab"], []),
    ("Protesters clashed with riot police in Tbilisi.", ["ArmedClash protesters, Georgian police @ T"], []),
    (
        "Soldiers fired on a crowd of demonstrators in Hama.",
        ["Attack soldiers -> demonstrators in Syria"],
        [],
    ),
    (
        "Alongside Ahrar al-Sham, the al-Nusra Front captured Raqqa.",
        ["Capture Al-Nusra Front, Ahrar al-Sham @ Raqqa"],
        [],
    ),
    (
        "Three soldiers were killed in Jordan by a drone launched by Kataib Hezbollah.",
        ["Airstrike Kata'ib Hezbollah -> soldiers @ Jordan"],
        [],
    ),
    (
        "A bombing in Mogadishu killed at least fifteen people, including three Somali ministers.",
        ["Bombing -> Somali ministers @ Mogadishu"],
        [],
    ),
    ("Soldiers loyal to the regime overran the last rebel positions in Daraya.", ["Capture"], []),
    # the present tense of logs
    ("Two explosions rock Kabul.", ["Bombing @ Kabul"], []),
    ("Police fire tear gas at protesters in Colombo.", ["Attack Sri Lankan police -> protesters"], []),
    ("Police fire chief John Smith met reporters in Lyon.", [], ["Attack"]),
    (
        "Israeli forces raid Jenin and arrest 12 Palestinians.",
        ["Arrest Israeli Armed Forces -> Palestinians"],
        [],
    ),
    ("Islamist militants free 40 inmates from a prison in Gao.", ["Rescue militants in Mali -> inmates"], []),
    ("Hamas frees 40 prisoners from its jail in Gaza.", [], ["Rescue"]),
    ("Kenya's army bombs al-Shabaab camps in Somalia.", ["Airstrike Kenyan Armed Forces -> Al-Shabaab"], []),
    ("Rebels declare a truce after capturing Kidal.", ["Capture Malian rebels @ Kidal"], []),
    # who stands for his kind
    ("A gunman opened fire at a mosque in Quebec.", ["Attack gunmen @ mosque in Quebec"], []),
    (
        "A suicide bomber kills one person and injures 24 in an attack in Kandahar.",
        ["Bombing @ K"],
        ["Attack"],
    ),
    (
        "A suicide bomber attacked a police station in Kandahar.",
        ["Bombing suicide bombers @ Kandahar"],
        ["Attack"],
    ),
    (
        "Gunmen kidnapped a French journalist in Gao.",
        ["Abduction gunmen in Mali -> French journalists @ Gao"],
        [],
    ),
    # the other side of a battle, and the noun left out
    (
        "Several Sudanese police are killed in a battle with rebel Justice and Equality Movement fighters in Darfur.",
        ["ArmedClash Justice and Equality Movement, Sudanese police @ Darfur"],
        [],
    ),
    (
        "Four Egyptian soldiers are killed and another four are injured by a roadside bomb in Rafah.",
        ["killed exact 4 Egyptian Armed Forces", "injured exact 4 Egyptian Armed Forces"],
        [],
    ),
    (
        "One Egyptian soldier was killed and three others were injured in Rafah.",
        ["killed exact 1 Egyptian Armed Forces"],
        ["injured exact 3 Egyptian Armed Forces"],
    ),
]


@pytest.mark.parametrize(("text", "wanted", "unwanted"), TOLD)
def test_who_harms_whom(text: str, wanted: list[str], unwanted: list[str], found: Found) -> None:
    lines = found(text)
    assert all(any(line.startswith(want) for line in lines) for want in wanted), lines
    assert not any(line.startswith(never) for line in lines for never in unwanted), lines
