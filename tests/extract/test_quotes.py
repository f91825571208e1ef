"""Who says so: in quotations, beside them, and when the article speaks itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.evaluation.summary import summary
from kg.extract.sources.quotes import Quotation, quotations
from kg.records import Claim, Event, Sentence

SPOKEN = [
    ("“We will attack Israel tomorrow night,” said Hassan Nasrallah.", "Hassan Nasrallah"),
    ("Hassan Nasrallah said Hezbollah attacked Israel.", "Hassan Nasrallah"),
    ("According to Iran, Hezbollah attacked Israel.", "Iran"),
    ("Iran said nothing. Hezbollah attacked Israel.", None),
    ("Hezbollah attacked Israel.", None),
    ("Hezbollah attacked Israel according to state media.", "state media"),
    ("Hezbollah attacked Israel, state television reported.", "state television"),
    ("Hezbollah attacked Israel, where Iran said nothing had changed.", None),
    ("Iran did not confirm Hezbollah's attack on Israel.", None),
    ("Hezbollah has never claimed the attack on Israel.", None),
    ("A Hezbollah drone struck near Haifa, Iran said.", "Iran"),
    ("“Hezbollah claims full control of Tyre, but lost it,” Israel said.", "Hezbollah"),
    ("Hezbollah, Iran said on Monday, attacked Israel.", "Iran"),
    ("Hezbollah, according to officials in Tehran, attacked Israel.", "officials"),
    ("A military source told AFP that Hezbollah attacked Israel.", "military source"),
    ("A security analyst meanwhile said Hezbollah attacked Israel.", "security analyst"),
    ("Jordan's army chief said Hezbollah attacked Israel.", "Jordan's army chief"),
    ("A spokesman for Hamas said Hezbollah attacked Israel.", "Hamas"),
    ("In a statement released by Assad's office, Hezbollah is said to have attacked Israel.", None),
    ("According to a statement released by Assad's office, Hezbollah attacked Israel.", "Bashar al-Assad"),
    ("Hezbollah attacked Israel; Iran said nothing.", None),
    ("The report was confirmed by Iran, which said Hezbollah attacked Israel.", "Iran"),
    ("The news agency Wafa said Hezbollah attacked Israel.", "Wafa"),
    ("The Iranian presidency said Hezbollah attacked Israel.", "Iranian presidency"),
    ("Critics say Hezbollah attacked Israel.", "critics"),
    ("Hezbollah attacked Israel; Iran reported it.", None),
    ("Iran said nothing; according to Jordan, Hezbollah attacked Israel.", "Jordan"),
    ("Iran issued a statement. The statement said Hezbollah attacked Israel.", "Iran"),
    ("Iran issued a statement. Jordan read the statement. It said Hezbollah attacked Israel.", "Jordan"),
    (
        "A report by Oxfam said nothing new. The report said no more. It added that Hezbollah attacked Israel.",
        "Oxfam",
    ),
    ("Jordan saw the statement. The statement said Hezbollah attacked Israel.", None),
    ("Hassan Nasrallah spoke on television, “We are strong. Hezbollah attacked Israel.”", "Hassan Nasrallah"),
    ('Hassan Nasrallah said: "The "entity" is weak. Hezbollah attacked Israel."', "Hassan Nasrallah"),
    ("Hassan Nasrallah said:\n\nIt is done. Hezbollah attacked Israel.", "Hassan Nasrallah"),
    ("The agenda of the meeting was this:\n\nHezbollah attacked Israel.", None),
]


@pytest.mark.parametrize(("text", "speaker"), SPOKEN)
def test_speakers(text: str, speaker: str | None, read: Callable[[str], tuple[Claim, ...]]) -> None:
    (claim,) = read(text)
    assert (claim.attribution and claim.attribution.entity.label) == speaker


# What is told inside a reported clause: "Iran" where it is the speaker's news, None where the reader knows it.
REPORTED = [
    ("Iran said people fled after an attack on Haifa.", "Attack @ Haifa", "Iran"),
    ("Iran said people fled after the attack on Haifa.", "Attack @ Haifa", None),
    ("Iran said people fled in its attack on Haifa.", "Attack Iran @ Haifa", None),
    ("According to Iran, people fled after the attack on Haifa.", "Attack @ Haifa", "Iran"),
    ("Iran said the strikes on Haifa were carried out by Hezbollah.", "Attack Hezbollah @ Haifa", "Iran"),
    ("After an attack on Haifa, Iran said people fled.", "Attack @ Haifa", None),
    ("Iran pointed to the attack on Haifa.", "Attack @ Haifa", "Iran"),
    ("Iran said Hamas, which is backed by Qatar, left.", "Qatar backs Hamas", None),
    ("Iran said it fights the Hamas that is backed by Qatar.", "Qatar backs Hamas", "Iran"),
    ("Iran said Qatar backs Hamas.", "Qatar backs Hamas", "Iran"),
    ("Iran said Qatar backs Hamas, which Jordan denies.", "Rejection Jordan", None),
    ("Iran's defence ministry said Qatar backs Hamas.", "Qatar backs Hamas", "Iranian Defence Ministry"),
    ("Iran said Qatar-backed Hamas left.", "Qatar backs Hamas", None),
    ("Iran said Qatari support for Hamas must end.", "Qatar backs Hamas possible", "Iran"),
    ("Iran said Naim Qassem, the leader of Hezbollah, left.", "Naim Qassem leads Hezbollah", None),
]


@pytest.mark.parametrize(("text", "line", "speaker"), REPORTED)
def test_what_is_news_in_a_report(
    text: str, line: str, speaker: str | None, read: Callable[[str], tuple[Claim, ...]]
) -> None:
    said = {c.attribution and c.attribution.entity.label for c in read(text) if summary(c) == line}
    assert said == {speaker}


WE = [
    ("“We attacked Haifa,” said Hezbollah leader Naim Qassem.", "Hezbollah"),
    ("“We attacked Haifa,” a Hezbollah commander told reporters.", "Hezbollah"),
    ("“We attacked Haifa,” said Naim Qassem.", "Naim Qassem"),
    ("“We attacked Haifa,” a resident said.", None),
    ("Russian Foreign Minister Sergei Lavrov said: “We attacked Haifa.”", "Russia"),
]


@pytest.mark.parametrize(("text", "attacker"), WE)
def test_whom_we_means(text: str, attacker: str | None, read: Callable[[str], tuple[Claim, ...]]) -> None:
    (attack,) = [c for c in read(text) if isinstance(c, Event)]
    assert [a.entity.label for a in attack.agents] == ([] if attacker is None else [attacker])


def sentences(*parts: tuple[str, int]) -> tuple[str, list[Sentence]]:
    """A text of sentences with their paragraphs."""
    found, start = [], 0
    for i, (text, paragraph) in enumerate(parts):
        found.append(Sentence(i, start, start + len(text), text, paragraph, "text", (), ()))
        start += len(text) + 1
    return " ".join(text for text, _ in parts), found


QUOTED = [
    ([("He said: “The war is over now.”", 0)], ["“The war is over now.”"]),
    ([('"The war is over now," he said.', 0)], ['"The war is over now,"']),
    (
        [("“The war is over now.", 0), ("We will go home.” He left.", 0)],
        ["“The war is over now. We will go home.”"],
    ),
    ([("“The war is over now.", 0), ("He left the room.", 1)], ["“The war is over now. "]),
    ([("The so-called “safe zone” fell.", 0)], []),
    ([("The war is over now.", 0)], []),
    ([], []),
]


@pytest.mark.parametrize(("parts", "wanted"), QUOTED)
def test_quotations(parts: list[tuple[str, int]], wanted: list[str]) -> None:
    text, spans = sentences(*parts)
    found = quotations(text, spans)
    assert [text[q.start : q.end] for q in found] == wanted
    assert all(isinstance(q, Quotation) and 0 <= q.start < q.end <= len(text) for q in found)
