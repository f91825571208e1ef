"""What goes with a name behind it: the acronym in brackets, the nickname, the larger unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.records import Name, Word
from kg.rules.lexicon import Lexicon
from kg.rules.words import PlaceNouns
from kg.text.names.words import NAMESAKES, Found, capital, surface, types_of

ACRONYM = re.compile(r"[A-Z][A-Za-z&.\-]*[A-Z][A-Za-z]*\.?")
LONGEST_ACRONYM = 12  # letters
LONGEST_BRACKET = 7  # words
LONGEST_NICKNAME = 3  # words
OPENING = ('"', "“", "''", "``", "‘", "'")
CLOSING = ('"', "”", "''", "``", "’", "'")


def bracketed(words: Sequence[Word], item: Found) -> Found:
    """Take in the bracket behind a name when it holds an acronym or another name of the same thing."""
    j = item.last
    if j + 2 >= len(words) or words[j].text not in ("(", "["):
        return item
    ends = range(j + 2, min(j + 2 + LONGEST_BRACKET, len(words)))
    k = next((k for k in ends if words[k].text in (")", "]")), None)
    if k is None:
        return item
    inner = surface(words, j + 1, k)
    is_acronym = ACRONYM.fullmatch(inner) and len(inner) <= LONGEST_ACRONYM
    if is_acronym and j - item.first == 1 and inner[0].lower() != words[item.first].text[:1].lower():
        return item  # "Mission in Sudan (AMIS)": it stands for more than this word
    if is_acronym:
        return Found(item.first, k + 1, replace(item.name, acronym=inner), item.norm)
    small = ("of", "and", "the", "in", "al")
    if inner[:1].isupper() and all(capital(w.text) or w.text in small for w in words[j + 1 : k]):
        return Found(item.first, k + 1, item.name, item.norm)
    return item


def named_after(words: Sequence[Word], item: Found, lexicon: Lexicon) -> Found:
    """Take in what tells a person from the namesake: "Joseph Dunford Jr."."""
    j = item.last
    if j >= len(words) or words[j].text not in NAMESAKES or not _may_be_person(item.name, lexicon):
        return item
    name = replace(item.name, text=surface(words, item.first, j + 1), end=words[j].end)
    return Found(item.first, j + 1, name, item.norm)


def with_division(words: Sequence[Word], item: Found, lexicon: Lexicon, nouns: PlaceNouns) -> Found:
    """Take in the word behind a place that tells what part of a country it is: "Kandahar Province", "Mosul City"."""
    j = item.last
    if j >= len(words) or not words[j].text.istitle() or "Place" not in types_of(item.name, lexicon):
        return item
    if words[j].text.lower() not in nouns.divisions | nouns.settlements:
        return item
    if j + 1 < len(words) and capital(words[j + 1].text):
        return item  # "Aleppo City Council"
    name = replace(item.name, text=surface(words, item.first, j + 1), end=words[j].end)
    return Found(item.first, j + 1, name, item.norm)


def nicknamed(words: Sequence[Word], found: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """Join a person's name that a nickname in quotation marks cuts in two: "Mohamed Hamdan "Hemedti" Dagalo"."""
    joined: list[Found] = []
    for item in found:
        is_quoted = item.first > 0 and words[item.first - 1].text in CLOSING
        near = range(max(0, len(joined) - LONGEST_NICKNAME), len(joined)) if is_quoted else ()
        first = next((k for k in near if _is_nicknamed(words, joined[k], item, lexicon)), None)
        if first is None:
            joined.append(item)
            continue
        whole = joined[first]
        nick = surface(words, whole.last + 1, item.first - 1)
        full = f"{whole.name.text} {item.name.text}"
        senses = next((s for s in (lexicon.senses(full), lexicon.senses(nick)) if s), ())
        del joined[first:]
        known = tuple((s.entry_id, s.sense) for s in senses if lexicon.entries[s.entry_id].type == "Person")
        text = surface(words, whole.first, item.last)
        name = Name(
            text, whole.name.start, item.name.end, known, kind="Person", canonical=None if known else full
        )
        joined.append(Found(whole.first, item.last, name))
    return joined


def _is_nicknamed(words: Sequence[Word], first: Found, last: Found, lexicon: Lexicon) -> bool:
    opening, closing = first.last, last.first - 1
    if not opening + 2 <= closing <= opening + LONGEST_NICKNAME + 1:
        return False
    if words[opening].text not in OPENING or words[closing].text not in CLOSING:
        return False
    return _may_be_person(first.name, lexicon) and _may_be_person(last.name, lexicon)


def _may_be_person(name: Name, lexicon: Lexicon) -> bool:
    if not name.senses:
        return name.kind in ("Person", None)
    return any(lexicon.entries[entry].type == "Person" for entry, _ in name.senses)


def units_in_units(words: Sequence[Word], found: Sequence[Found]) -> list[Found]:
    """Join "3rd Battalion, 6th Marines" to one word; the name is the first, `within` the second."""
    joined: list[Found] = []
    for item in found:
        if joined and _is_unit_of(words, joined[-1], item):
            inner = joined[-1]
            joined[-1] = Found(inner.first, item.last, replace(inner.name, within=item.name), inner.norm)
        else:
            joined.append(item)
    return joined


def _is_unit_of(words: Sequence[Word], inner: Found, outer: Found) -> bool:
    """Whether a comma stands between two numbered units of different size, and no list goes on."""
    if outer.first != inner.last + 1 or words[inner.last].text != "," or inner.name.within is not None:
        return False
    if not (inner.name.text[0].isdigit() and outer.name.text[0].isdigit()):
        return False
    following = words[outer.last : outer.last + 2]
    is_listed = any(w.text in ("and", "or") for w in following)
    return not is_listed and inner.name.text.split()[-1] != outer.name.text.split()[-1]
