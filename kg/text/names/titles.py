"""Offices and ranks before a person's name: "German Foreign Minister Frank-Walter Steinmeier"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.records import Name, RelationStatus, Title, Word
from kg.rules.lexicon import Lexicon
from kg.rules.words import Offices
from kg.text.names.words import Found, plain, surface

SIZES = (4, 3, 2, 1)  # words of an office, the longest first

# Words with which ranks of soldiers begin.
MILITARY = frozenset(
    """general gen gen. lieutenant lt lt. major maj maj. brigadier brig brig. colonel col col. captain capt capt.
    sergeant sgt sgt. corporal cpl cpl. admiral adm adm. rear vice commodore marshal field staff private pvt.""".split()
)
# Forms of address that stand inside names, too.
HONOURS = frozenset(("sheikh", "sheik", "shaikh", "haji", "hajji", "mullah"))
# Classes of bodies by the shape of their names that may have an office.
BODIES = ("Organisation", "ArmedGroup", "ArmedForces")
PAST = ("ex-", "then-")  # before an office: "ex-president"


@dataclass(frozen=True, slots=True)
class Office:
    """An office as it stands in a sentence: words first to last - 1, lower case."""

    first: int
    last: int
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Titled:
    """Where the words before a name begin that go with it, the title, and how many earlier names it takes in."""

    first: int
    title: Title | None
    taken: int = 0


@dataclass(frozen=True, slots=True)
class NameTitles:
    """Finds titles."""

    lexicon: Lexicon
    offices: Offices

    def office_at(self, words: Sequence[Word], i: int, limit: int) -> int:
        """The index behind the office or rank that begins at word i, or 0."""
        before = words[i - 1].text if i else ""
        is_name = before[:1].isupper() and plain(before) not in self.offices.last_words
        if plain(words[i].text) in HONOURS and is_name and i + 1 < limit:
            return 0  # "Hassan Sheikh Mohamud" is one name
        for j in range(min(limit, i + 4), i, -1):
            if self.offices.kind(plain(surface(words, i, j))):
                return j
        return 0

    def office_of_words(self, words: Sequence[Word], i: int) -> int:
        """The end of an office of several words that begins at word i ("Minister of Information"), or i."""
        if not words[i].text[:1].isupper():
            return i
        texts = [w.text for w in words[i + 1 : i + SIZES[0]]]
        if "of" not in texts:
            return i
        for size in SIZES[:-1]:
            j = i + size
            if j > len(words) or "of" not in texts[: size - 1]:
                continue
            if self.offices.kind(plain(surface(words, i, j))):
                return j
        return i

    def added(self, words: Sequence[Word], found: Sequence[Found]) -> list[Found]:
        """The names with the office or rank before a person's name, and with those whose office it is."""
        out: list[Found] = []
        for item in found:
            titled = self._title(words, item, out) if self._may_be_person(item.name) else None
            if titled is None or titled.first >= item.first:
                out.append(item)
                continue
            del out[len(out) - titled.taken :]
            name = replace(item.name, title=titled.title, kind=item.name.kind or "Person")
            out.append(Found(titled.first, item.last, name, item.norm))
        return out

    def _may_be_person(self, name: Name) -> bool:
        if name.senses:
            return any(self.lexicon.entries[entry].type == "Person" for entry, _ in name.senses)
        return name.kind in ("Person", None)

    def _title(self, words: Sequence[Word], item: Found, before: Sequence[Found]) -> Titled:
        """What goes before a person's name: an office with its holder, else ranks, else a post."""
        at = {f.last: f for f in before}
        first, office = self._ranks_and_office(words, item.first, before[-1] if before else None)
        if office is not None:
            return self._holder(words, office, at)
        posted = self._posted(words, item, first, at)
        return posted or self._ranked(words, first, item, at)

    def _ranked(self, words: Sequence[Word], first: int, item: Found, at: Mapping[int, Found]) -> Titled:
        """Whose soldier somebody with a rank is: "U.S. General Mark Milley"; not "in Mali General Dembele"."""
        owner = at.get(first)
        behind = words[item.last].text if item.last < len(words) else ""
        if first == item.first or owner is None or behind == "of":
            return Titled(first, None)
        if self._is_where(words, owner) or not owner.name.senses:
            return Titled(first, None)
        entry, sense = owner.name.senses[0]
        rank = plain(surface(words, first, item.first))
        is_army = self.lexicon.entries[entry].type == "ArmedForces"
        of_state = self.lexicon.entries[entry].type == "State" and sense in ("demonym", "name", "acronym")
        if not (is_army or of_state) or rank.split()[0] not in MILITARY:
            return Titled(first, None)
        return self._holder(words, Office(first, item.first, rank, "ranks"), at)

    def _ranks_and_office(
        self, words: Sequence[Word], end: int, owner: Found | None
    ) -> tuple[int, Office | None]:
        """From right to left, where the ranks before word `end` begin, and the one office among them."""
        first, office = end, None
        while (found := self._office_before(words, end, office is None, owner)) is not None:
            end = found.first
            if found.kind == "ranks":
                first = end
            else:
                office = found
        return first, office

    def _office_before(
        self, words: Sequence[Word], end: int, is_first: bool, owner: Found | None
    ) -> Office | None:
        """The longest rank that ends before word `end`; the longest rank or office when it is the first."""
        for size in SIZES:
            first = end - size
            is_inside = owner is not None and owner.first < first < owner.last < end
            if first < 0 or is_inside:  # "Sudanese army chief": the chief of the Sudanese army
                continue
            phrase = plain(surface(words, first, end))
            kind = self.offices.kind(phrase)
            if kind is None and phrase.startswith(PAST):
                phrase = phrase.partition("-")[2]
                kind = self.offices.kind(phrase)
            if kind == "ranks" or (kind and is_first):
                return Office(first, end, phrase, kind)
        return None

    def _posted(
        self, words: Sequence[Word], item: Found, first: int, at: Mapping[int, Found]
    ) -> Titled | None:
        """ "US Ambassador to the United Nations Nikki Haley": the place of service stands between office and name.

        `first` is where the ranks before the name begin.
        """
        post = at.get(first)
        if post is None or item.name.kind == "Organisation":
            return None
        if not post.name.senses and (post.name.kind not in BODIES or item.name.kind != "Person"):
            return None
        k = post.first
        if k and words[k - 1].text.lower() == "the":
            k -= 1
        if not k or words[k - 1].text.lower() not in ("to", "for", "of"):
            return None
        for size in SIZES:
            i = k - 1 - size
            phrase = plain(surface(words, i, k - 1)) if i >= 0 else ""
            kind = self.offices.kind(phrase)
            if kind in ("offices", "leads"):
                held = self._holder(words, Office(i, k - 1, phrase, kind), at)
                return self._at_post(words, held, i, post)
        return None

    def _at_post(self, words: Sequence[Word], held: Titled, i: int, post: Found) -> Titled:
        """A title that reaches as far as the post; an office of nobody else is the post's."""
        title = held.title
        assert title is not None
        end = words[post.last - 1].end
        if title.of:
            title = replace(title, text=surface(words, i, post.last), end=end)
        else:
            title = replace(title, of=(post.name,), end=end)
        return Titled(held.first, title, held.taken + 1)

    def _holder(self, words: Sequence[Word], office: Office, at: Mapping[int, Found]) -> Titled:
        """The words left of an office: adjectives ("former", "main opposition"), then whose office it is."""
        past = words[office.first].text.lower().startswith(PAST)  # "ex-president"
        status: RelationStatus = "former" if past else "current"
        i = first = text_first = office.first
        of: list[Name] = []
        adjectives = self.offices.acting | self.offices.adjectives
        while i > 0:
            word = plain(words[i - 1].text)
            owner, behind = at.get(i), at.get(i - 1)
            if word in self.offices.former:
                status = "former"
                i = first = i - 1
            elif owner is not None and self._is_where(words, owner):
                break
            elif owner is not None:
                of.insert(0, owner.name)
                i = first = owner.first
            elif word in ("'s", "’s", "’", "'") and behind is not None:
                of.insert(0, behind.name)
                first = behind.first
                break
            elif word in adjectives:
                i = first = text_first = i - 1
            elif word in ("and", ",") and of and behind is not None and is_demonym(behind.name):
                of.insert(0, behind.name)
                i = first = behind.first
            else:
                break
        text, start, end = (
            surface(words, text_first, office.last),
            words[text_first].start,
            words[office.last - 1].end,
        )
        if past and text_first == office.first:
            start += text.index("-") + 1
            text = text.partition("-")[2]
        return Titled(first, Title(text, start, end, office.text, tuple(of), status), len(of))

    def _is_where(self, words: Sequence[Word], owner: Found) -> bool:
        """Whether a country says where: "In Turkey Minister Ellwood met" is of no Turkish minister."""
        before = plain(words[owner.first - 1].text) if owner.first else ""
        senses = {(self.lexicon.entries[entry].type, sense) for entry, sense in owner.name.senses}
        return (
            before in ("in", "from", "to")
            and bool(senses)
            and senses <= {("State", "name"), ("Place", "name")}
        )


def is_demonym(name: Name) -> bool:
    """Whether a name tells where somebody is from: "Syrian"."""
    return any(sense == "demonym" for _, sense in name.senses)
