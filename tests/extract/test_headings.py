"""Notes whose heading tells when and where: text in, claims out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.pipeline import Engine
from kg.records import Casualties, Claim, Document, Event

ENGINE = Engine.load()
PIECES = [
    "12 March 2018", "Wednesday", "May 4", "Aleppo", "Idlib", "Syria", "Kandahar Province", "[", "]", "(", ")", ":",
    "|", "-", "–", ",", "- ", ".", "rebels", "attacked", "Twelve", "killed", "the", "in", "Hezbollah", "and", "said",
]  # fmt: skip


def told(claim: Claim) -> str:
    """Type, place and date of an event or a count."""
    assert isinstance(claim, Event | Casualties)
    kind = claim.type if isinstance(claim, Event) else "count"
    place = claim.place.entity.label if claim.place else "-"
    return f"{kind} {place} {claim.when or '-'}"


NOTES = [
    ("12 March 2018 | Kafr Zita: regime forces shelled the town.", ["Shelling Kafr Zita 2018-03-12"]),
    ("06 June 2019, Kandahar Province, Zhari District - Two policemen were killed.", [
        "count Zhari district 2019-06-06"]),
    ("[2019-05-04] Idlib: Russian warplanes carried out airstrikes.", ["Airstrike Idlib 2019-05-04"]),
    ("[2019-05-04] Russian warplanes bombed Kafr Zita.", ["Airstrike Kafr Zita 2019-05-04"]),
    ("Baghdad, 4 May 2019: Twelve people were killed.", ["count Baghdad 2019-05-04"]),
    ("4 May 2019 - Mosul - Twelve people were killed.", ["count Mosul 2019-05-04"]),
    ("- Daraa: Twelve people were wounded.", ["count Daraa -"]),
    ("Borno State, Nigeria, 14 March 2019: Gunmen attacked soldiers. Twelve soldiers died.", [
        "Attack Borno 2019-03-14", "count Borno 2019-03-14"]),
    # what the note itself tells counts
    ("Mosul: Twelve people were killed in Tikrit in May 2019.", ["count Tikrit 2019-05"]),
    # in which of the two, nobody knows; states and capitals may speak
    ("Hama, Homs: Twelve people were killed.", ["count - -"]),
    ("Moscow: Ukrainian troops shelled Belgorod.", ["Shelling Belgorod -"]),
    ("Iran: Twelve people were killed.", ["count - -"]),
    # no headings
    ("Aleppo: the story of a city", []),
    ("Aleppo - Syria's largest city - was shelled.", ["Shelling Aleppo -"]),
    ("Gunmen attacked three towns: Hama, Homs and Idlib.", ["Attack Hama -"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), NOTES)
def test_notes(text: str, claims: list[str], read: Callable[[str], tuple[Claim, ...]]) -> None:
    assert sorted({told(claim) for claim in read(text)}) == sorted(claims)


def test_a_heading_is_no_part_of_the_sentence(read: Callable[[str], tuple[Claim, ...]]) -> None:
    text = "Hama: Twelve people were killed."
    (claim,) = read(text)
    assert isinstance(claim, Casualties)
    assert claim.place is not None
    assert (text[claim.start : claim.end], claim.place.mention) == ("Twelve people were killed.", "Hama")


@pytest.mark.parametrize(
    "text", ["Wednesday, May 4 -", "12 March 2018:", "Aleppo |", "[2019-05-04]", "- Aleppo –"]
)
def test_a_heading_with_nothing_behind_it(text: str) -> None:
    assert [sentence.heading for sentence in ENGINE.sentences(Document("d", text))] in ([], [None])


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_any_heading_is_read(text: str) -> None:
    for claim in ENGINE.read(Document("d", text, published="2019-05-05")).claims:
        assert text[claim.cue.start : claim.cue.end] == claim.cue.text


LOGS = [
    # the days of a log hold for what stands below them; relative ones count from there
    ("2019-06-10\n\nRebels attack Idlib.\n\n2019-06-14\n\nRebels attacked Hama on Tuesday.",
     ["Attack Hama 2019-06-11", "Attack Idlib 2019-06-10"]),
    ("12 March 2018:\nRebels shell Homs.\n\n14 March 2018:\nTwelve people die in Hama.",
     ["Shelling Homs 2018-03-12", "count Hama 2018-03-14"]),
    # the only day of a text is that of its writing
    ("2019-06-14\n\nRebels attacked Hama on Tuesday. Idlib was shelled.",
     ["Attack Hama 2019-06-11", "Shelling Idlib -"]),
    # what was before, and a whole sum, are of no such day
    ("2019-06-10\n\nRebels who had shelled Hama attack Idlib.\n\n2019-06-14\n\nGunmen storm Raqqa.",
     ["Attack Idlib 2019-06-10", "Attack Raqqa 2019-06-14", "Shelling Hama -"]),
    ("2019-06-10\n\nTwelve people have been killed in Hama since the war began.\n\n2019-06-14\n\nGunmen storm Raqqa.",
     ["Attack Raqqa 2019-06-14", "count Hama -"]),
    # lines above titles alone are of other articles
    ("Rebels attacked Hama.\n\n12 March 2018\n\nRebels shell Homs\n\n9 March 2018\n\nRebels shell Idlib",
     ["Attack Hama -", "Shelling Homs -", "Shelling Idlib -"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), LOGS)
def test_days_of_logs(text: str, claims: list[str], read: Callable[[str], tuple[Claim, ...]]) -> None:
    happened = {told(claim) for claim in read(text) if isinstance(claim, Event | Casualties)}
    assert sorted(happened) == sorted(claims)


def test_a_log_speaks_of_a_country_each_day(read: Callable[[str], tuple[Claim, ...]]) -> None:
    text = """2016-06-03

Philippine troops fight rebels near Jolo. Gunmen attack a church.

2016-06-04

The Syrian army shells Homs, Hama and Idlib. Gunmen attack a mosque in Aleppo."""
    agents = [c.agents[0].entity.label for c in read(text) if isinstance(c, Event) and c.type == "Attack"]
    assert agents == ["gunmen", "gunmen in Syria"]  # whose the first are, nobody knows
