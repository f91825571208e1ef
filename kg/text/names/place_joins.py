"""Places behind places, joined to one word before the parse: "Istanbul, Turkey", "Gao, Gao Region, Mali"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from kg.english.lemma import singular
from kg.records import Name, Word
from kg.rules.entries import Entry
from kg.rules.lexicon import Lexicon
from kg.rules.words import PlaceNouns
from kg.text.names.words import POSSESSIVE, Found, types_of

# What may follow the larger of two places without a comma. Anything else makes it the subject of what follows:
# "If Russia attacks Idlib, Turkey will respond".
BEHIND_PLACES = frozenset(
    (
        "in", "on", "at", "after", "before", "by", "from", "with", "without", "for", "to", "when", "where", "while",
        "since", "until", "during", "over", "under", "near", "as", "that", "who", "which", "because", "amid", "last",
        "this", "early", "late", "today", "yesterday", "following", "against", "between", "but", "about", "into",
    )
)  # fmt: skip
LINKS = (",", "and", "or")
TOWNS = ("city", "town", "village")
WATERS = ("sea", "ocean", "strait", "lake", "river")
LANDS = ("province", "region", "state")
LARGER_BEHIND = ("in", "at", "near", "from", "outside")


def places_in_places(
    words: Sequence[Word], found: Sequence[Found], lexicon: Lexicon, nouns: PlaceNouns
) -> list[Found]:
    """Join "Istanbul, Turkey" to one word; the name is the first, `within` the second, which may lie in a third."""
    joined: list[Found] = []
    for item, after in zip_longest(found, found[1:]):
        inner = joined[-1] if joined else None
        if (
            inner is not None
            and inner.name.within is not None
            and _goes_on(words, inner, item, lexicon, nouns)
        ):
            around = replace(inner.name.within, within=_placed(item.name))
            joined[-1] = Found(inner.first, item.last, replace(inner.name, within=around), inner.norm)
        elif inner is not None and _lies_in(words, inner, item, after, lexicon, nouns):
            joined[-1] = Found(
                inner.first, item.last, replace(inner.name, within=_placed(item.name)), inner.norm
            )
        else:
            joined.append(item)
    return joined


def _placed(name: Name) -> Name:
    """What a place lies in is a place, though nobody knows its name."""
    return name if name.senses else replace(name, kind="Place")


def _goes_on(words: Sequence[Word], inner: Found, outer: Found, lexicon: Lexicon, nouns: PlaceNouns) -> bool:
    """Whether a third place stands behind two of which one lies in the other: "Gao, Gao Region, Mali"."""
    middle = inner.name.within
    if middle is None or middle.within is not None or outer.first != inner.last + 1:
        return False
    if words[inner.last].text != "," or not (
        _is_land(outer.name, lexicon) or _is_division(outer.name, nouns)
    ):
        return False
    if outer.last < len(words) and not _may_follow(words[outer.last].text):
        return False
    smaller, larger = _known(middle, lexicon), _known(outer.name, lexicon)
    return smaller is None or larger is None or smaller.country == larger.country


def _is_division(name: Name, nouns: PlaceNouns) -> bool:
    """Whether a name's last word says that it is a part of a land: "Kherson Oblast"."""
    _, blank, last = name.text.rpartition(" ")
    is_place = bool(name.senses) or name.kind == "Place" or (last == "State" and name.kind is None)
    return bool(blank) and last.lower() in nouns.divisions and is_place


def _lies_in(
    words: Sequence[Word],
    inner: Found,
    outer: Found,
    after: Found | None,
    lexicon: Lexicon,
    nouns: PlaceNouns,
) -> bool:
    """Whether a comma stands between a place and the larger one that it lies in; not in a list of places."""
    if outer.first != inner.last + 1 or words[inner.last].text != "," or inner.name.within is not None:
        return False
    if outer.last < len(words) and words[outer.last].text in ("and", "or", *POSSESSIVE):
        return False
    if inner.first >= 2 and words[inner.first - 1].text == ",":
        return False
    if outer.last < len(words) and not _may_follow(words[outer.last].text):
        return False
    if not _may_be_inner(inner.name, lexicon):
        return False
    divides = _is_division(outer.name, nouns)
    if not (divides or _is_state(outer.name, lexicon)) and _in_list(words, inner, outer, after, nouns):
        return False
    if not (divides or types_of(outer.name, lexicon) & {"Place", "State"}):
        return _is_between(words, inner, outer, after, lexicon)
    if divides and _is_division(inner.name, nouns):
        return inner.name.text.split()[-1] != outer.name.text.split()[-1]
    smaller, larger = _known(inner.name, lexicon), _known(outer.name, lexicon)
    if smaller is None or larger is None:
        return True
    side_by_side = any(smaller.kind in kinds and larger.kind in kinds for kinds in (TOWNS, WATERS))
    elsewhere = smaller.country and larger.country and smaller.country != larger.country
    return not (side_by_side and not divides or elsewhere)


def _is_between(
    words: Sequence[Word], inner: Found, outer: Found, after: Found | None, lexicon: Lexicon
) -> bool:
    """Whether an unknown name between commas is the land in the state behind it: "from Peebles, Borders, UK"."""
    if inner.first == 0 or words[inner.first - 1].text.lower() not in LARGER_BEHIND:
        return False
    if outer.name.senses or outer.name.kind not in (None, "Place") or outer.name.title is not None:
        return False
    follows = after is not None and after.first == outer.last + 1 and words[outer.last].text == ","
    return follows and after is not None and _is_land(after.name, lexicon)


def _known(name: Name, lexicon: Lexicon) -> Entry | None:
    """The dictionary's likeliest entry of a name."""
    return lexicon.entries[name.senses[0][0]] if name.senses else None


def _in_list(
    words: Sequence[Word], inner: Found, outer: Found, after: Found | None, nouns: PlaceNouns
) -> bool:
    """Whether the two are the first of several: "Goma, Bukavu, Uvira and", "the towns of Goma, Bukavu"."""
    before = [w.text.lower() for w in words[max(0, inner.first - 2) : inner.first]]
    if before[-1:] == ["of"] and before[0] != singular(before[0]) in nouns.behind_names:
        return True
    goes_on = after is not None and after.first == outer.last + 1 and words[outer.last].text == ","
    return goes_on and after is not None and after.last < len(words) and words[after.last].text in LINKS


def _is_state(name: Name, lexicon: Lexicon) -> bool:
    return "State" in types_of(name, lexicon)


def _is_land(name: Name, lexicon: Lexicon) -> bool:
    """Whether a name is a country's or a large part's of one, as the dictionary knows."""
    land = _known(name, lexicon)
    return land is not None and (land.type == "State" or land.type == "Place" and land.kind in LANDS)


def _may_follow(text: str) -> bool:
    return not text[:1].isalnum() or text[:1].isdigit() or text.lower() in BEHIND_PLACES


def _may_be_inner(name: Name, lexicon: Lexicon) -> bool:
    if not name.senses:
        return name.kind in ("Place", "Facility", None) and name.title is None
    return bool(types_of(name, lexicon) & {"Place", "Facility"})
