"""Names in a sentence, found before the parse: by the dictionary, by shape, with brackets and titles.

A name of several words, with the title before it ("German Foreign Minister Frank-Walter Steinmeier") and the acronym
behind it ("Syrian Democratic Forces (SDF)"), becomes one word for the parser, which errs most on such runs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kg.records import Name, Word
from kg.rules.lexicon import Lexicon
from kg.rules.shapes import Shapes
from kg.rules.words import WordLists
from kg.text.names.dictionary import PARTICIPLES, SHARING, NameDictionary
from kg.text.names.initials import named_in_full
from kg.text.names.joins import (
    bracketed,
    named_after,
    nicknamed,
    units_in_units,
    with_division,
)
from kg.text.names.place_joins import places_in_places
from kg.text.names.runs import NameRuns
from kg.text.names.shapes import NameShapes
from kg.text.names.titles import NameTitles
from kg.text.names.words import Article, Found, capitals_inside, shouts, spanned


@dataclass(frozen=True, slots=True)
class NameFinder:
    """The ways to find a name."""

    dictionary: NameDictionary
    shapes: NameShapes
    titles: NameTitles
    runs: NameRuns

    @classmethod
    def of(
        cls, lexicon: Lexicon, words: WordLists, shapes: Shapes, known: Callable[[str], bool]
    ) -> NameFinder:
        """A finder with the lists loaded; `known` tells whether a lower-case word is an English word."""
        dictionary = NameDictionary(lexicon, words, known)
        by_shape = NameShapes(shapes, known, lambda text: bool(lexicon.senses(text)), nouns_for_people(words))
        titles = NameTitles(lexicon, words.offices)
        return cls(dictionary, by_shape, titles, NameRuns(dictionary, by_shape, titles))

    def find(self, sentences: Sequence[Sequence[Word]]) -> list[list[Found]]:
        """The names of each sentence, in order and without overlap; sentences of one article together.

        What the article introduces in full ("Mahmoud Sendeh", "Syrian Arab Coalition (SAC)") is then also found by
        its short form.
        """
        article = Article(capitals_inside(sentences))
        passes: list[list[Found]] = []
        for words in sentences:
            found = self._names(words, article)
            passes.append(found)
            for item in found:
                article.remember(item.name)
                if self.dictionary.told_as_state(words, item):
                    article.aliases.add(item.name.text, item.name)
        self._remember_surnames(passes, article)
        for short, name in named_in_full(sentences, passes, self.dictionary.lexicon):
            article.aliases.add(short, replace(name, title=None, acronym=None, within=None))
        again = [
            self._names(words, article) if article.alludes(words) else found
            for words, found in zip(sentences, passes, strict=True)
        ]
        return [self.titles.added(words, found) for words, found in zip(sentences, again, strict=True)]

    def _remember_surnames(self, passes: Sequence[Sequence[Found]], article: Article) -> None:
        """Let the last name of a person whom the dictionary knows stand for him once the article named him in full.

        Not where two people bear it, nor where the dictionary has it for somebody or something else.
        """
        lexicon = self.dictionary.lexicon
        bearers: dict[str, dict[str, Name]] = {}
        for name in (item.name for found in passes for item in found):
            if " " not in name.text or not (name.senses or name.kind == "Person"):
                continue
            entry_id, sense = name.senses[0] if name.senses else (name.text, "name")
            if sense == "name" and (not name.senses or lexicon.entries[entry_id].type == "Person"):
                bearers.setdefault(name.text.split()[-1], {}).setdefault(entry_id, name)
        for surname, named in bearers.items():
            name = next(iter(named.values()))
            if len(named) == 1 and name.senses and len(surname) > 2 and not lexicon.senses(surname):
                article.aliases.add(surname, replace(name, title=None, acronym=None, within=None))

    def _names(self, words: Sequence[Word], article: Article) -> list[Found]:
        """The names of one sentence, still without titles."""
        found: list[Found] = []
        texts = [word.text for word in words]
        is_shouted = shouts(texts)
        may_share = not SHARING.isdisjoint(texts)
        has_of = "of" in texts
        end = 0  # of the last name
        for i in _beginnings(texts):
            if i < end:
                continue
            if may_share and (end := self.dictionary.shared_participle(words, i)) > i:
                found.append(Found(i, end, spanned(words, i, end, "Compound"), "foreign"))
            elif has_of and (end := self.titles.office_of_words(words, i)) > i:
                continue
            elif (item := self._at(words, i, article, is_shouted)) is not None:
                lexicon, nouns = self.dictionary.lexicon, self.dictionary.words.places
                found.append(
                    bracketed(words, with_division(words, named_after(words, item, lexicon), lexicon, nouns))
                )
                end = found[-1].last
                if end < len(words) and texts[end] in PARTICIPLES:
                    end = self._with_participle(words, found)
        named = units_in_units(words, nicknamed(words, found, self.dictionary.lexicon))
        return places_in_places(words, named, self.dictionary.lexicon, self.dictionary.words.places)

    def _with_participle(self, words: Sequence[Word], found: list[Found]) -> int:
        """Join the last name with the participle behind it where a hyphen is left out; the index behind it."""
        last = found[-1]
        if not self.dictionary.spaced_participle(words, last):
            return last.last
        end = last.last + 1
        found[-1] = Found(last.first, end, spanned(words, last.first, end, "Compound"), "foreign")
        return end

    def _at(self, words: Sequence[Word], i: int, article: Article, is_shouted: bool) -> Found | None:
        """The name that begins at word i: the dictionary's, or a longer run of capitals."""
        known = self.dictionary.at(words, i, article)
        if is_shouted:
            return known
        run = self.shapes.run(words, i, article.inside, beyond=known.last if known is not None else i)
        if run is None:
            return known
        if known is not None and self.titles.office_at(words, run.last - 1, len(words)) > run.last:
            return known  # "Malian Defense | Minister": the run bites into an office
        return self.runs.split(words, run, known, article)


def _beginnings(texts: Sequence[str]) -> list[int]:
    """The words with which a name may begin: neither in small letters nor a number or mark, or before a capital."""
    capitals = [text[:1].isupper() for text in texts[1:]]
    capitals.append(False)
    return [
        i
        for i, text in enumerate(texts)
        if capitals[i] or not (text.islower() if text.isalpha() else text.isdigit() or len(text) == 1)
    ]


def nouns_for_people(words: WordLists) -> frozenset[str]:
    """The nouns for people, fighters and soldiers of one word, singular, lower case."""
    kinds = ("people", "person", "fighters", "forces", "government")
    nouns = [word for word, noun in words.nouns.items() if noun.kind in kinds and " " not in word]
    return frozenset((*nouns, "member", "party"))
