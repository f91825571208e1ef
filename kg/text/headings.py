"""What stands before a note and tells when and where: "12 March 2018 | Kafr Zita: regime forces shelled ...".

Left in its sentence, the place becomes a subject ("Baghdad: A car bomb killed ...") and the date hangs on nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.records import Heading, Name, SentenceSpan, Word
from kg.rules.lexicon import Lexicon
from kg.rules.words import PlaceNouns
from kg.text.names.words import Found
from kg.text.sentences.furniture import DATE

ENDS = frozenset((":", "-", "–", "—", "--", "|", "/"))
CLOSING = ENDS | {"]"}  # marks of which every heading has one
BETWEEN = frozenset((",", "|", "-", "–", "—", "/", ";", "(", ")", "[", "]", "."))
BULLETS = frozenset(("-", "–", "—", "•", "*", "·"))
DAY = re.compile(rf"(?:on )?{DATE}|(?:on )?\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}", re.IGNORECASE)
LONGEST = 14  # words of a heading
SHORTEST_NOTE = 4  # words of what follows


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence behind its heading: its words and names, and the heading, which holds for the whole paragraph."""

    span: SentenceSpan
    words: Sequence[Word]
    names: Sequence[Found]
    heading: Heading | None = None

    @property
    def start(self) -> int:
        """Where the sentence begins."""
        is_cut = self.heading is not None and self.heading.start == self.span.start
        return self.words[0].start if is_cut else self.span.start


@dataclass(frozen=True, slots=True)
class Headings:
    """Finds headings with the dictionary of places."""

    lexicon: Lexicon
    nouns: PlaceNouns

    def cut(
        self,
        text: str,
        spans: Sequence[SentenceSpan],
        tokenised: Sequence[Sequence[Word]],
        found: Sequence[Sequence[Found]],
    ) -> list[Note]:
        """The sentences of a text, each behind its heading if it has one."""
        notes: list[Note] = []
        for span, words, names in zip(spans, tokenised, found, strict=True):
            before = notes[-1] if notes and notes[-1].span.paragraph == span.paragraph else None
            if before is not None:
                notes.append(Note(span, words, names, before.heading))
                continue
            heading, end = self._heading(text, words, names)
            rest = [replace(f, first=f.first - end, last=f.last - end) for f in names if f.first >= end]
            notes.append(Note(span, words[end:], rest, heading) if end else Note(span, words, names))
        return notes

    def _heading(
        self, text: str, words: Sequence[Word], found: Sequence[Found]
    ) -> tuple[Heading | None, int]:
        """The heading of a sentence and how many words it has."""
        if CLOSING.isdisjoint([word.text for word in words[:LONGEST]]):
            return None, 0
        end = self._end(text, words, found)
        if not end or len(words) - end < SHORTEST_NOTE or any(f.first < end < f.last for f in found):
            return None, 0
        places = tuple(f.name for f in found if f.last <= end and self._is_place(f.name, sure=True))
        head = text[words[0].start : words[end - 1].end]
        return Heading(head, words[0].start, () if self._speaks(head, places) else places), end

    def _end(self, text: str, words: Sequence[Word], found: Sequence[Found]) -> int:
        """How many words belong to the heading; 0 if there is none."""
        at = {f.first: f for f in found}
        i = 1 if words[0].text in BULLETS else 0
        dated, placed, is_open = False, False, False
        while i < min(len(words), LONGEST):
            if (after := self._date(text, words, i)) > i:
                i, dated = after, True
            elif i in at and self._is_place(at[i].name, sure=not (dated or placed)):
                placed = True
                i = at[i].last
                while i < len(words) and words[i].text in self.nouns.behind_names:
                    i += 1
            elif words[i].text in BETWEEN or words[i].text in ENDS:
                is_open = is_open or words[i].text in ("[", "(")
                if (dated or placed) and self._closes(words, i, dated, at, is_open):
                    return i + 1
                i += 1
            else:
                return 0
        return 0

    def _closes(
        self, words: Sequence[Word], i: int, dated: bool, at: dict[int, Found], bracketed: bool
    ) -> bool:
        """Whether the mark at i ends the heading: what follows is the note."""
        if i + 1 == len(words):
            return False
        mark, after = words[i].text, words[i + 1].text
        if not (after[:1].isalnum() or after[:1] in "\"“‘'") or self._goes_on(words, i + 1, at):
            return False
        if mark == ":":
            return True
        if mark == "]":
            return bracketed and dated
        is_free = mark in ENDS and words[i - 1].end < words[i].start < words[i].end < words[i + 1].start
        begins = after[:1].isupper() or after[:1].isdigit()
        # "Aleppo - Syria's largest city - was shelled": two dashes hold an insertion
        is_insertion = not dated and any(w.text in ENDS for w in words[i + 1 :])
        return is_free and begins and not is_insertion

    def _goes_on(self, words: Sequence[Word], i: int, at: dict[int, Found]) -> bool:
        """Whether another part of the heading follows: a place, with a mark behind it."""
        item = at.get(i)
        if item is None or not self._is_place(item.name, sure=False):
            return False
        k = item.last
        while k < len(words) and words[k].text in self.nouns.behind_names:
            k += 1
        return k < len(words) and words[k].text in (ENDS | BETWEEN) - {"(", "."}

    def _date(self, text: str, words: Sequence[Word], i: int) -> int:
        """The index behind a date that begins at word i, or i."""
        match = DAY.match(text, words[i].start)
        if match is None:
            return i
        while i < len(words) and words[i].end <= match.end():
            i += 1
        return i

    def _is_place(self, name: Name, sure: bool) -> bool:
        """Whether a name is a place's. One that nobody knows may be, beside a date or another place."""
        if name.title is not None:
            return False
        if not name.senses:
            return name.kind == "Place" or (not sure and name.kind is None)
        kinds = {
            self.lexicon.entries[entry].type for entry, sense in name.senses if sense in ("name", "short")
        }
        return bool(kinds & {"Place", "State"})

    def _speaks(self, head: str, places: Sequence[Name]) -> bool:
        """Whether the only name, without a date, may be of who says what follows: "Moscow: Kyiv lied"."""
        if len(places) != 1 or DAY.search(head):
            return False
        entries = self.lexicon.entries
        return any(
            sense in ("capital", "seat") or entries[e].type == "State" for e, sense in places[0].senses
        )
