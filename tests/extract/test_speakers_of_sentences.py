"""Speakers as news name them: by office, by what they are, or not at all; none is invented."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from kg.records import Claim, Event

Read = Callable[[str], Iterable[Claim]]

# Who is said to have told of the attack; "-" where the article tells it itself.
TABLE = [
    ("administration", "Rebels attacked Kadugli, the administration said."),
    ("local media", "Jihadists attacked Gao, local media reported."),
    ("residents in Mali", "Jihadists attacked Gao, residents said."),
    ("residents in Mali", "Jihadists attacked Gao, two residents told Reuters by phone."),
    ("security source", "Jihadists attacked Gao, a security source told Reuters."),
    ("hospital sources", "Jihadists attacked Gao, hospital sources said."),
    ("state television", "State television reported that jihadists attacked Gao."),
    ("ministry", "Jihadists attacked Gao, the ministry said in a communique."),
    ("Omar Diallo", "Colonel Omar Diallo spoke to reporters. Jihadists attacked Gao, he said by telephone."),
    ("Mali's defence ministry", "Mali's defence ministry said jihadists fled. They attacked Gao first, it said."),
    ("Amnesty International", "Amnesty International published a report. Jihadists attacked Gao, the report said."),
    ("military official", "Jihadists attacked Gao, a military official who asked not to be named told AFP."),
    ("local official", "Jihadists attacked Gao, a local official said on condition of anonymity."),
    ("governor’s office", "Jihadists attacked Gao, the governor’s office said."),
    ("Omar Ali", "Jihadists attacked Gao, a resident, Omar Ali, said."),
    ("MINUSMA", "Jihadists attacked Gao, the UN mission in Mali, known as MINUSMA, said."),
    ("Reuters", "Reuters, citing residents, reported that jihadists attacked Gao."),
    ("Omar Diallo", "“Calm reigns,” said army spokesman Omar Diallo. “Our men are well. Jihadists attacked Gao.”"),
    ("French Foreign Ministry", "The French foreign ministry condemned it. It added that jihadists attacked Gao."),
    ("Amnesty International", "Jihadists attacked Gao, residents and Amnesty International said."),
    ("Amnesty International", "Residents and Amnesty International said jihadists attacked Gao."),
    ("United Nations", "According to residents and the United Nations, jihadists attacked Gao."),
    ("Malian Armed Forces", "The army and residents said jihadists attacked Gao."),
    ("resident", "Jihadists attacked Gao, a resident and an official told Reuters."),
    ("MINUSMA", "On Sunday, MINUSMA said in a statement that jihadists had attacked Gao."),
    ("sources", "Sources close to the army said jihadists attacked Gao."),
    ("health ministry", "The health ministry said two people died. The ministry said jihadists attacked Gao."),
    ("justice ministry", "The health ministry said two people died. The justice ministry said jihadists attacked Gao."),
    ("ministry", "The health minister said two people died. The ministry said jihadists attacked Gao."),
    ("United Nations", "The UN accused Rwanda of a role in the attack on Goma."),
    ("residents in Mali", "Residents fear that jihadists attacked Gao."),
    ("United Nations", "The UN estimated in 2022 that jihadists had attacked Gao."),
    ("Omar Diallo", "Omar Diallo, a governor, informed reporters that jihadists had attacked Gao."),
    ("defence ministry", "Jihadists attacked Gao, the defence ministry in the capital said on Monday."),
    ("Malian Armed Forces", "Jihadists attacked Gao, one of many, according to a Malian army statement on radio."),
    ("Mali's security service", "Mali's security service admits jihadists attacked Gao."),
    ("peacekeeping mission", "Jihadists attacked Gao, according to the United Nations-led peacekeeping mission."),
    ("-", "Reports from Bamako suggest that jihadists attacked Gao."),
    ("-", "Gunmen believed to be from Boko Haram attacked Gao."),
    ("-", "It is said that jihadists attacked Gao."),
    ("-", "Jihadists attacked Gao, reports said."),
    ("-", "Jihadists attacked Gao, it emerged on Monday."),
    ("-", "Jihadists attacked Gao on Monday. The army said calm had returned."),
    ("-", "Jihadists attacked Gao, killing two soldiers who, the army said, were on patrol."),
    ("-", "Jihadists attacked Gao, which France said was a disaster."),
]  # fmt: skip


@pytest.mark.parametrize(("speaker", "text"), TABLE)
def test_speaker(read: Read, speaker: str, text: str) -> None:
    attacks = [c for c in read(text) if isinstance(c, Event) and c.type == "Attack"]
    assert attacks
    assert {c.attribution.entity.label if c.attribution else "-" for c in attacks} == {speaker}
