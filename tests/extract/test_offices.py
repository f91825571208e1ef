"""Offices: whose they are, who comes into them and who leaves: text in, claims out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.evaluation.summary import summary
from kg.records import Claim, Relation

CLAIMS = [
    # of a town or province, not of the state around it
    ("Ali Haidar is the governor of Homs.", ["Ali Haidar holdsPosition Homs (governor)"]),
    ("The governor of Sirte, Mukhtar al-Madani, spoke.", ["Mukhtar al-Madani holdsPosition Sirte (governor)"]),
    ("Baghdad governor Ali Haidar spoke.", ["Ali Haidar holdsPosition Baghdad (governor)"]),
    ("The mayor of Kharkiv, Ihor Terekhov, spoke.", ["Ihor Terekhov holdsPosition Kharkiv (mayor)"]),
    ("The leader of Mali, Chad and Niger spoke.", []),
    # who sends an envoy, not where to
    ("Ali Haidar, the UN special envoy for Yemen, spoke.", ["Ali Haidar holdsPosition United Nations (special envoy)"]),
    ("Ali Haidar, the special envoy for Yemen, spoke.", []),
    ("Iran's ambassador to Yemen, Ali Haidar, spoke.", ["Ali Haidar holdsPosition Iran (ambassador)"]),
    # a part, and a superior, behind the office
    ("Zarqawi appointed Abu Hamza the Syrian commander for AQI's logistics.", [
        "Abu Hamza holdsPosition Al-Qaeda in Iraq (Syrian commander for logistics)"]),
    ("Ali Haidar, head of Hamas's political bureau, spoke.", [
        "Ali Haidar holdsPosition Hamas (head of political bureau)"]),
    ("Ali Haidar, spokesman for the governor of Borno, spoke.", [
        "Ali Haidar holdsPosition Borno (spokesman for the governor)"]),
    ("Ali Haidar, head of the logistics of his company, spoke.", []),
    ("The representative of the secretary-general for Mali, Ali Haidar, spoke.", []),
    # "of staff"
    ("Ali Haidar is chief of staff of the Iraqi army.", [
        "Ali Haidar holdsPosition Iraqi Armed Forces (chief of staff)"]),
    ("His chief of staff is Major General Ali Haidar.", []),
    ("Ali Haidar, the chief of the Iraqi army, spoke.", ["Ali Haidar leads Iraqi Armed Forces"]),
    # who comes and who goes
    ("Ali Haidar was elected leader of Hezbollah.", ["Ali Haidar leads Hezbollah (leader)"]),
    ("Ali Haidar was sworn in as president of Somalia.", ["Ali Haidar holdsPosition Somalia (president)"]),
    ("Ali Haidar was replaced by Omar Saleh as head of the Iraqi army.", [
        "Omar Saleh leads Iraqi Armed Forces (head)", "Ali Haidar leads Iraqi Armed Forces former (head)",
        "Omar Saleh successorOf Ali Haidar"]),
    ("Omar Saleh succeeded Ali Haidar as mayor of Homs.", [
        "Omar Saleh holdsPosition Homs (mayor)", "Ali Haidar holdsPosition Homs former (mayor)",
        "Omar Saleh successorOf Ali Haidar"]),
    ("Ali Haidar was dismissed as governor of Basra.", ["Ali Haidar holdsPosition Basra former (governor)"]),
    ("Ali Haidar was dismissed as a liar.", []),
    # the state left unsaid: that of who appoints or dismisses, or of those the article is about
    ("Volodymyr Zelensky dismissed Defence Minister Ivan Moroz.", [
        "Ivan Moroz holdsPosition Ukraine former (Defence Minister)"]),
    ("Emmanuel Macron appointed Jean Dupont prime minister.", [
        "Jean Dupont holdsPosition France (prime minister)"]),
    ("In Mali, the colonels restored Ali Diarra as Minister of Defence.", [
        "Ali Diarra holdsPosition Mali (Minister of Defence)"]),
    ("In Syria, President Donald Trump spoke.", ["Donald Trump holdsPosition United States (President)"]),
    ("In Iraq, Prime Minister Nechirvan Barzani spoke.", []),
    ("Pakistani army chief Ali Haidar spoke.", ["Ali Haidar leads Pakistani Armed Forces (chief)"]),
    # a party is what its president of a state belongs to
    ("President Maria Lopez of the Liberal Party spoke.", ["Maria Lopez memberOf Liberal Party"]),
    ("Prime Minister Ali Haidar of the National Union spoke.", ["Ali Haidar memberOf National Union"]),
    ("President Ali Haidar of the World Bank spoke.", ["Ali Haidar holdsPosition World Bank (President)"]),
    ("Ali Haidar, the president of the Liberal Party, spoke.", ["Ali Haidar holdsPosition Liberal Party (president)"]),
    ("The French Minister of the Armed Forces, Jean Dupont, spoke.", [
        "Jean Dupont holdsPosition France (Minister)"]),
    ("Omar Saleh replaced the lock as governor.", []),
    # by the word before
    ("Hamas mourned its leader Ali Haidar.", ["Ali Haidar leads Hamas (leader)"]),
    ("Al-Shabaab, whose leader Ali Haidar is in hiding, waited.", ["Ali Haidar leads Al-Shabaab (leader)"]),
    ("Mali praised its Foreign Minister Ali Haidar.", ["Ali Haidar holdsPosition Mali (Foreign Minister)",
                                                       "Endorsement Mali -> Ali Haidar"]),
    ("Israel waited for Hezbollah and its longtime leader Hassan Nasrallah.", [
        "Hassan Nasrallah leads Hezbollah (longtime leader)"]),
    ("Boko Haram waited for the Taliban and its leader Ali Haidar.", []),
    ("Omar Saleh waited for his leader Ali Haidar.", []),
    ("The town waited for its leader Ali Haidar.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), CLAIMS)
def test_offices(text: str, claims: list[str], read: Callable[[str], tuple[Claim, ...]]) -> None:
    lines = [
        summary(c) + (f" ({c.position})" if isinstance(c, Relation) and c.position else "")
        for c in read(text)
    ]
    assert sorted(lines) == sorted(claims)
