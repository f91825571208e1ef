"""Who stands where in wars with backers, and words of war in another sense: what is told, and what is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]

BACKERS = [
    (
        "In Chad, the army and the rebels of FACT clashed, with France supporting the army and Libya supporting FACT.",
        ["Libya backs Front for Change"],
        ["France, ", ", France", ", Libya", "Libya backs Chadian"],
    ),
    (
        "The Houthis and the Yemeni government fought in Marib, with Saudi Arabia backing the government and Iran"
        " supporting the Houthis.",
        ["Saudi Arabia backs Yemeni government", "Iran backs Houthi movement"],
        ["Saudi Arabia backs Iran", "Saudi Arabia backs Houthi", "Iran backs Yemeni"],
    ),
    (
        "Fighting broke out in Gaza, with Rwanda backing Hamas and Uganda supporting Fatah.",
        ["Rwanda backs Hamas", "Uganda backs Fatah"],
        ["Rwanda backs Uganda", "Rwanda backs Fatah"],
    ),
    (
        "Hamas, backed by Iran and Qatar, and Fatah, supported by the United States, clashed in Gaza.",
        ["Iran backs Hamas", "Qatar backs Hamas", "United States backs Fatah", "ArmedClash Hamas, Fatah"],
        ["Fatah backs", "United States backs Hamas"],
    ),
    (
        "Armenian forces backed by Russia and Azerbaijani troops backed by Turkey fought in Nagorno-Karabakh.",
        [
            "Turkey backs Azerbaijani Armed Forces",
            "ArmedClash Armenian Armed Forces, Azerbaijani Armed Forces",
        ],
        ["Azerbaijani Armed Forces backs"],
    ),
    (
        "The Syrian army, backed by Russia and militias trained by Iran, attacked Aleppo.",
        ["Russia backs Syrian Armed Forces", "Attack Syrian Armed Forces @"],
        ["Attack Syrian Armed Forces, "],
    ),
    ("Egypt and Turkey backed rival governments in Libya.", [], ["backs"]),
    ("Ethiopia and Chad support opposing sides in Sudan.", [], ["backs"]),
    ("Ethiopia supports the two sides in Sudan.", [], ["backs"]),
    ("Ethiopia supports rebels in Sudan.", ["Ethiopia backs"], []),
    ("Hezbollah clashed with rebels backing Turkey.", ["Lebanese rebels backs Turkey"], ["Hezbollah backs"]),
    ("Mali clashed, with Niger, over the border.", [], ["backs"]),
    ("In Kenya, the president and the minister met.", [], ["Kenya,"]),
]
SENSES = [
    ("The Muslim Brotherhood made electoral gains in Cairo.", [], ["Advance"]),
    ("Hezbollah made gains in the election on Sunday.", [], ["Advance"]),
    ("Hezbollah made gains in southern Lebanon.", ["Advance Hezbollah @ southern Lebanon"], []),
    ("Ethiopia warned of an Eritrean attack on Tigray.", ["Attack Eritrea"], ["Threat"]),
    ("The African Union warned of an escalation in Darfur.", [], ["Threat"]),
    ("Pakistan warned of war if India crossed the border.", ["Threat Pakistan"], []),
    ("Pakistan warned of retaliation.", ["Threat Pakistan"], []),
    ("No other member of the African Union condemned Ethiopia.", [], ["Accusation"]),
    ("Few members of the European Union recognised the Taliban.", [], ["Endorsement"]),
    ("Members of the Arab League condemned Israel.", ["Accusation Arab League -> Israel"], []),
    ("Members of Boko Haram attacked Chibok.", ["Attack Boko Haram @ Chibok"], []),
    ("In Turkey, 400 people were killed in the conflict with the PKK.", [], ["opposes"]),
    ("Turkey killed ten men in its conflict with the PKK.", ["Turkey opposes Kurdistan Workers' Party"], []),
    ("Houthi rebels launched an attack on Saudi Arabia.", ["Attack Houthi movement -> Saudi Arabia"], []),
]
SENSES += [
    ("A wave of kidnappings by Boko Haram hit Borno State.", ["Abduction Boko Haram @ Borno"], ["Attack"]),
    ("A wave of bombings hit Baghdad.", ["Bombing @ Baghdad"], []),
]
NAMED_TOGETHER = [
    ("A truce mediated by Egypt and Qatar began in Gaza.", ["Egypt brokered", "Qatar brokered"], []),
    (
        "Forces backed by Rwanda and the Congolese army clashed near Goma.",
        [],
        ["Congolese Armed Forces backs"],
    ),
    ("Indian and Pakistani officials met in Lahore.", ["Talks India, Pakistan @ Lahore"], []),
    ("The Tajik and Kyrgyz presidents met in Dushanbe.", ["Talks Tajikistan, Kyrgyzstan @ Dushanbe"], []),
    ("Tajik and Kyrgyz border guards exchanged fire in Batken.", [], ["Tajikistan"]),
    (
        "The leader of al-Shabaab, Ahmed Godane, was killed by US forces in Somalia.",
        ["Killing US Armed Forces -> Ahmed Godane @ Somalia", "Ahmed Godane leads Al-Shabaab"],
        [],
    ),
    ("Eritrea was accused of a massacre in Axum.", ["Attack @ Axum"], ["Accusation"]),
    (
        "Chad accused Libya of a massacre in Faya.",
        ["Accusation Chad -> Libya"],
        ["Accusation Chad -> Libya @"],
    ),
    ("Rebels attacked a camp near Gao in northern Mali.", ["Attack Malian rebels @ Gao"], []),
    ("Moroccan forces cleared a road near Guerguerat.", [], ["Capture"]),
    ("Nigerian forces cleared villages near Damasak.", ["Capture"], []),
]
NAMED_TOGETHER += [
    ("Two Sudanese gunmen shot dead four men in Abyei.", ["Killing", "killed exact 4"], ["killed exact 2"]),
    ("Two men were shot dead in Conakry.", ["killed exact 2 men"], []),
    (
        "Chad accused Libya of arming rebels after a missile struck a school in Faya.",
        ["Accusation Chad -> Libya"],
        ["Attack Libya", "Shelling Libya"],
    ),
]
SPEAKERS = [
    (
        '"We hit two Armenian positions," a spokesman for Azerbaijan\'s defence ministry said.',
        ["Attack Azerbaijan"],
        [],
    ),
    ('"We shelled the rebels," army spokesman Hamdi Ali said in Khartoum.', [], ["Shelling Hamdi Ali"]),
    ('"We condemn the coup," French President Emmanuel Macron said.', ["Accusation France"], []),
]


@pytest.mark.parametrize(("text", "wanted", "unwanted"), BACKERS + SENSES + NAMED_TOGETHER + SPEAKERS)
def test_what_is_told_and_what_is_not(
    text: str, wanted: list[str], unwanted: list[str], found: Found
) -> None:
    told = found(text)
    assert not [line for line in wanted if not any(t.startswith(line) for t in told)], told
    assert not [line for line in told if any(words in line for words in unwanted)]
