"""Names that the dictionary knows or the article has introduced."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, replace

from kg.records import Name, Word
from kg.rules.lexicon import Lexicon, NameSense, key
from kg.rules.words import WordLists
from kg.text.names.initials import is_named_in_full
from kg.text.names.words import (
    ARTICLES,
    LOWER_TAIL,
    POSSESSIVE,
    Article,
    Found,
    first_word,
    has_capital,
    surface,
    surfaces,
)

LONGEST = 9  # words of a name
UNSEEN = (
    3  # words of a name in the text that the comparison does not count: "'s", articles, hyphens, full stops
)
RANK = {"name": 0, "acronym": 0, "seat": 1, "capital": 3, "short": 2, "demonym": 1, "people": 1}
BEFORE_PLACES = frozenset(
    "in at near from to of around outside inside into towards toward between across".split()
)

AUXILIARIES = frozenset("has have had is was are were been be being also".split())
TREATIES = frozenset("war conflict ceasefire truce treaty talks ties relations border peace".split())
# Participles that go with the name before them, and words before which they are verbs: "the French led the way".
PARTICIPLES = frozenset(
    """backed led based affiliated linked aligned supported sponsored trained funded armed controlled held run occupied
    administered dominated brokered mediated allied""".split()
)
VERBAL = frozenset(
    """the a an his her its their our my your this that these those him them us me it some any all both down away out
    off up on in at by to into from for with over against and or but only not more most talks back""".split()
)
LONGEST_VERB = 4  # words of "has also been attacked"
SHARING = frozenset(("and", ",", "or", "&"))  # as in "Russian and Iranian-backed"


@dataclass(frozen=True, slots=True)
class NameDictionary:
    """Looks names up. `known` tells whether a lower-case word is an English word."""

    lexicon: Lexicon
    words: WordLists
    known: Callable[[str], bool]

    def at(self, words: Sequence[Word], i: int, article: Article) -> Found | None:
        """The longest name of the dictionary or of this article that begins at word i."""
        text = words[i].text
        before_capital = i + 1 < len(words) and words[i + 1].text[:1].isupper()
        if not before_capital and not has_capital(text):
            return None
        reach = self._reach(words, i, article.aliases.heads)
        if not reach:
            return None
        last = min(len(words), i + min(reach, LONGEST))
        texts = surfaces(words, i, last)
        names, aliases = self.lexicon.names, article.aliases
        for j in range(last, i, -1):
            text = texts[j - i - 1]
            form = key(text)
            is_introduced, is_listed = form in aliases, form in names
            if not (is_introduced or is_listed) or not (text[-1:].isalnum() or text[-1:] == "."):
                continue
            found = self._introduced(words, i, j, text, article) if is_introduced else None
            if found is None and is_listed:
                found = self._listed(words, i, j, text, article.inside)
            if found is not None:
                return found
        return None

    def _reach(self, words: Sequence[Word], i: int, introduced: Set[str]) -> int:
        """How many words from word i on a name may have that begins so, 0 if none does."""
        text = words[i].text
        heads = [first_word(text)]
        if i + 1 < len(words):
            if words[i + 1].text in POSSESSIVE:  # "People's Protection Units" begins so
                heads.append(first_word(surface(words, i, i + 2)))
            elif text[:1].isupper() and text.lower() in ARTICLES:  # "Ash Carter" looks like "al-Carter"
                heads += (first_word(words[i + 1].text), "al")  # "El Fasher" is listed as "al fasher"
        listed = self.lexicon.first_words
        reach = 0
        for head in heads:
            if head in introduced:
                reach = LONGEST
            elif head in listed:
                reach = max(reach, listed[head] + UNSEEN)
        return reach

    def _introduced(self, words: Sequence[Word], i: int, j: int, text: str, article: Article) -> Found | None:
        """A short form that the article introduced, unless the dictionary knows better than a guess."""
        known = article.aliases[key(text)]
        if not (text[:1].isupper() or "-" in text):
            return None
        if not known.senses and self.lexicon.senses(text) and not is_named_in_full(known, text, self.lexicon):
            return None
        if not known.senses and text.isupper() and j < len(words) and words[j].text.isdigit():
            return None  # "CTF 50" is one of those called CTF
        is_word = i == 0 and j == 1 and text not in article.inside and self.known(text.lower())
        if known.senses and is_word and not text.isupper():
            return None  # "Rice prices rose" after "Susan Rice"
        full = known.canonical or known.text
        return Found(
            i, j, replace(known, text=text, start=words[i].start, end=words[j - 1].end, canonical=full)
        )

    def _listed(
        self, words: Sequence[Word], i: int, j: int, text: str, inside: frozenset[str]
    ) -> Found | None:
        """A name of the dictionary, its likeliest sense first."""
        listed = self.lexicon.senses(text) if has_capital(text) else ()
        senses = [s for s in listed if self._fits(s, words, i, j, text, inside)]
        if not senses:
            return None
        of_capital = {self._country(s) for s in senses if s.sense == "capital"}
        if of_capital:  # "Tripoli" is a town, too, though there are two of them
            towns = [s for s in listed if s not in senses and self._is_place(s)]
            senses += sorted(towns, key=lambda s: self._country(s) not in of_capital)
        ordered = tuple((s.entry_id, s.sense) for s in sorted(senses, key=lambda s: RANK[s.sense]))
        return Found(i, j, Name(text, words[i].start, words[j - 1].end, ordered))

    def _country(self, sense: NameSense) -> str | None:
        return self.lexicon.entries[sense.entry_id].country

    def _is_place(self, sense: NameSense) -> bool:
        return sense.sense == "name" and self.lexicon.entries[sense.entry_id].type == "Place"

    def _fits(
        self, sense: NameSense, words: Sequence[Word], i: int, j: int, text: str, inside: frozenset[str]
    ) -> bool:
        """Whether a name may be meant as it is written here, and where it stands."""
        if sense.form[:1].isupper() and not text[:1].isupper() and "-" not in text:
            return False
        if i and words[i - 1].text.lower() in ("a", "an") and self._is_kind(sense, words[j - 1].text, i, j):
            return False
        if sense.ambiguous and sense.sense == "name":
            return self._is_clear(sense, words, i, j)
        if j > i + 1:
            return True
        if text.isupper() and len(text) > 3 and sense.sense == "name" and not sense.form.isupper():
            return all(w.text.isupper() for w in words if w.text.isalpha())  # headlines in capitals
        is_first_word = i == 0 and text not in inside and self.known(text.lower())
        return not (is_first_word and sense.sense == "short" and sense.ambiguous)

    def _is_kind(self, sense: NameSense, last: str, i: int, j: int) -> bool:
        """Whether the words tell what sort of thing something is: "an Islamic state" is no "Islamic State"."""
        is_lowered = j > i + 1 and last[:1].islower() and sense.form.split()[-1][:1].isupper()
        return is_lowered and self.lexicon.entries[sense.entry_id].type in ("ArmedGroup", "Organisation")

    def _is_clear(self, sense: NameSense, words: Sequence[Word], i: int, j: int) -> bool:
        """Whether an ambiguous name is meant: of a person always, else by the words beside it."""
        if i and words[i - 1].text.lower() in BEFORE_PLACES:
            return True
        if (
            j + 2 < len(words) and words[j].text == "(" and words[j + 2].text == ")"
        ):  # "National Liberation Army (ELN)"
            return any(s.entry_id == sense.entry_id for s in self.lexicon.senses(words[j + 1].text))
        kind = self.lexicon.entries[sense.entry_id].type
        if kind == "State":
            return self._has_state(words, j) or self._acts_as_state(sense, words, i, j)
        return kind == "Person"

    def _has_state(self, words: Sequence[Word], j: int) -> bool:
        """Whether what follows is a state's: "Congo's army", "Georgia's president"."""
        if j + 1 >= len(words) or words[j].text not in POSSESSIVE:
            return False
        owned = words[j + 1].text.lower()
        noun = self.words.nouns.get(owned)
        is_states = noun is not None and noun.kind in ("forces", "government")
        return is_states or self.words.offices.kind(owned) == "offices"

    def _acts_as_state(self, sense: NameSense, words: Sequence[Word], i: int, j: int) -> bool:
        """Whether a name that others share is the state: beside another one ("Russia and Georgia"), or at war with it.

        States of America send soldiers, too, and have towns: "of Augusta, Georgia, was killed in Iraq".
        """
        if i >= 2 and words[i - 1].text == "," and not self._state_at(words, i - 2, sense):
            return False
        after, before = words[j].text if j < len(words) else "", words[i - 1].text if i else ""
        if after in ("and", ",") and j + 1 < len(words) and self._state_at(words, j + 1, sense):
            return True
        if before in ("and", ",") and i >= 2 and self._state_at(words, i - 2, sense):
            return True
        verb = next((w.text for w in words[j : j + LONGEST_VERB] if w.text not in AUXILIARIES), "")
        hostile = self.words.grammar["acts_of_states"]
        treats = before == "with" and i >= 2 and words[i - 2].text in TREATIES
        if verb not in hostile and before not in hostile and not treats:
            return False
        others = [k for k in range(len(words)) if not i <= k < j]
        return any(self._state_at(words, k, sense) or self._part_at(words, k, sense) for k in others)

    def _part_at(self, words: Sequence[Word], k: int, state: NameSense) -> bool:
        """Whether word k is a place in that state."""
        at = [s for s in self.lexicon.senses(words[k].text) if self._is_place(s)]
        return any(self._country(s) == self._country(state) for s in at)

    def told_as_state(self, words: Sequence[Word], item: Found) -> bool:
        """Whether an ambiguous name shows by what it does that it is a state, so that it is one from here on."""
        senses = [s for s in self.lexicon.senses(item.name.text) if s.ambiguous and s.sense == "name"]
        return any(
            self.lexicon.entries[s.entry_id].type == "State"
            and self._acts_as_state(s, words, item.first, item.last)
            for s in senses
        )

    def _state_at(self, words: Sequence[Word], k: int, sense: NameSense) -> bool:
        """Whether word k names another state than this one and the United States, or is its adjective."""
        return any(
            entry.type == "State" and entry.country not in (self._country(sense), "USA") and not s.ambiguous
            for s in self.lexicon.senses(words[k].text)
            if (entry := self.lexicon.entries[s.entry_id])
        )

    def shared_participle(self, words: Sequence[Word], i: int) -> int:
        """The end of "Russian and Iranian-supported": a demonym that shares the participle of the next one; or i."""
        j = i
        while j + 2 < len(words) and words[j + 1].text in SHARING and self.lexicon.country_of(words[j].text):
            j += 2
        last = words[j].text
        if j > i and LOWER_TAIL.search(last) and self.lexicon.country_of(last.rpartition("-")[0]):
            return j + 1
        return i

    def spaced_participle(self, words: Sequence[Word], name: Found) -> bool:
        """Whether a name goes with the participle behind it, though no hyphen joins them: "Turkish backed militants",
        "the Goma based Red Cross". A country's own name may have the word for its verb: "Iran backed Hezbollah"."""
        k = name.last + 1
        if k >= len(words) or not name.name.senses:
            return False
        following = words[k].text
        if not following.isalpha() or following in VERBAL or following.endswith("ly"):
            return False
        entry, sense = name.name.senses[0]
        if sense == "demonym":
            return True
        before = words[name.first - 1].text.lower() if name.first else ""
        is_place = self.lexicon.entries[entry].type == "Place"
        return words[name.last].text in ("based", "affiliated") and (is_place or before in ("the", "a", "an"))
