"""Initials of what an article names in full: "the Somali Democratic Front ... SDF rebels" are no Syrians."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.records import Name, Word
from kg.rules.lexicon import Lexicon
from kg.text.names.words import Found

SHORTEST, LONGEST = 3, 6  # letters of initials
GROUPS = frozenset(("ArmedGroup", "ArmedForces", "Organisation"))
WORD = re.compile(r"[\w'’]+")


def initials(text: str) -> str:
    """The first letters of a name's words, without its small words: "SLA" of "Sudan Liberation Army"."""
    return "".join(word[0] for word in WORD.findall(text) if word[0].isupper())


def named_in_full(
    sentences: Sequence[Sequence[Word]], passes: Sequence[Sequence[Found]], lexicon: Lexicon
) -> Iterator[tuple[str, Name]]:
    """The initials that stand in an article, each with the group named in full whose they are.

    Not where the dictionary knows them as that group's, nor where the article names in full whom the dictionary knows.
    """
    used = {w.text for words in sentences for w in words if w.text.isupper() and _may_be_initials(w.text)}
    if not used:
        return
    full = [item.name for found in passes for item in found if item.name.text.count(" ") > 1]
    told = {entry for name in full for entry, _ in name.senses[:1]}
    for name in full:
        short = initials(name.text)
        listed = {sense.entry_id for sense in lexicon.senses(short)} if short in used else set()
        if (
            short in used
            and not listed & told
            and _is_group(name, lexicon)
            and _differs(name, listed, lexicon)
        ):
            yield short, name


def is_named_in_full(name: Name, short: str, lexicon: Lexicon) -> bool:
    """Whether initials that the dictionary has for somebody else are this name's."""
    listed = {sense.entry_id for sense in lexicon.senses(short)}
    return initials(name.text) == short and _is_group(name, lexicon) and _differs(name, listed, lexicon)


def _may_be_initials(text: str) -> bool:
    return SHORTEST <= len(text) <= LONGEST and text.isalpha()


def _is_group(name: Name, lexicon: Lexicon) -> bool:
    if not name.senses:
        return name.kind in GROUPS
    entry, sense = name.senses[0]
    return sense == "name" and lexicon.entries[entry].type in GROUPS


def _differs(name: Name, listed: set[str], lexicon: Lexicon) -> bool:
    """Whether a name is of none of those whom the dictionary has by its initials: a name nobody knows may be another
    spelling or language, unless one of its words is of another country."""
    if name.senses or not listed:
        return True
    theirs = {lexicon.entries[entry].country for entry in listed}
    own = {
        lexicon.entries[sense.entry_id].country
        for word in WORD.findall(name.text)
        for sense in lexicon.senses(word)
    } - {None}  # fmt: skip
    return bool(own) and not own & theirs
