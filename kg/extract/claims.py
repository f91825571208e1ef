"""All claims of an article: reads its sentences in order, with time, status and attribution."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial

from kg.extract.casualties.claims import CasualtyReader, without_counted
from kg.extract.dates.clock import Clock
from kg.extract.dates.reader import topic_year
from kg.extract.drafts import Draft
from kg.extract.events.checks import EventChecks
from kg.extract.events.reader import EventReader, plurals
from kg.extract.finisher import Finisher
from kg.extract.grammar.frames import Framer
from kg.extract.grammar.tree import Tree
from kg.extract.headings import entries_of, setting_of, under
from kg.extract.references.deaths import died
from kg.extract.references.resolver import Resolver
from kg.extract.references.scene import OUTDONE, countries_named, most_named, theatre_of
from kg.extract.references.state import Known
from kg.extract.relations.offices import OfficeReader
from kg.extract.relations.places import PlaceReader
from kg.extract.relations.presence import PresenceReader
from kg.extract.relations.reader import RelationReader
from kg.extract.relations.titled import titled
from kg.extract.sources.attribution import AttributionReader
from kg.extract.sources.quotes import QuoteReader, quotations
from kg.extract.sources.voices import Voices, remember, speaks_of_us, statement_speaker
from kg.extract.status.reader import StatusReader
from kg.extract.whereabouts import fill_places
from kg.records import Argument, Claim, Document, Sentence, TimeExpression
from kg.rules.casualties import CasualtyRules
from kg.rules.claims import RuleSet
from kg.rules.confidence import Confidence
from kg.rules.lexicon import Lexicon
from kg.rules.words import WordLists

Readers = tuple[RelationReader, EventReader, OfficeReader, PlaceReader, PresenceReader, CasualtyReader]
Watch = Callable[[Tree, Resolver, Sequence[TimeExpression]], None]
# People who may be a side of a conflict, unlike "refugees".
TAKING_SIDES = frozenset(
    ("protesters", "demonstrators", "politicians", "lawmakers", "tribes", "tribesmen", "communities", "minorities",
     "people", "populations", "men")
)  # fmt: skip


@dataclass(frozen=True)
class Extractor:
    """Reads claims with one set of rules and one dictionary."""

    lexicon: Lexicon
    words: WordLists
    rules: RuleSet
    casualties: CasualtyRules
    confidence: Confidence = field(default_factory=Confidence)

    @cached_property
    def _readers(self) -> Readers:
        """What reads claims of each kind; the same for every article."""
        framer = Framer(self.words)
        civilians, diplomats = plurals(self.words, False), plurals(self.words, True)
        return (
            RelationReader(self.rules, self.words, framer, civilians - TAKING_SIDES),
            EventReader(self.rules, self.words, framer, civilians, EventChecks(self.words, diplomats)),
            OfficeReader(self.words, framer),
            PlaceReader(self.words),
            PresenceReader(self.words, framer),
            CasualtyReader(self.casualties, self.words, framer),
        )

    def claims(
        self, document: Document, sentences: Sequence[Sentence], watch: Watch | None = None
    ) -> Iterator[Claim]:
        """The claims of one article in reading order. `watch` sees each sentence after its claims, to explain them."""
        main = theatre_of(sentences, self.lexicon)
        home = most_named(countries_named(sentences, self.lexicon), OUTDONE)
        known = Known(self.lexicon, self.words, document, main, home)
        resolver = Resolver(known)
        finisher = Finisher(
            document,
            StatusReader(self.words),
            AttributionReader(self.words, document.publisher),
            resolver,
            {},
            self.confidence,
        )
        trees = [Tree(sentence) for sentence in sentences]
        quotes = QuoteReader(self.words, sentences, trees, quotations(document.text, sentences))
        voices = Voices(quotes, resolver, self._statement_speaker(document, trees, quotes, resolver))
        entries = entries_of(known, sentences)
        clock = Clock(self.words.dates, topic_year(document.title or _headline(sentences)))
        for sentence, tree in zip(sentences, trees, strict=True):
            if not sentence.tokens:
                continue
            resolver.known = entries[sentence.day]
            finisher.quoted_by = voices.quoted_by(sentence)
            resolver.speaker = voices.speaker(finisher.quoted_by)
            resolver.begin(tree)
            setting = setting_of(sentence, resolver, self.words.dates)
            times = clock.read(tree, resolver.known.document.published)
            yield from under(setting, self._claims_of_sentence(tree, finisher, times), tree)
            if watch is not None:
                watch(tree, resolver, times)
            resolver.memory.titles |= titled(tree, resolver)
            resolver.finish()

    def _statement_speaker(
        self, document: Document, trees: Sequence[Tree], quotes: QuoteReader, resolver: Resolver
    ) -> Argument | None:
        """Whose statement the article is, if any; on the way everybody's titles are learnt, and the speakers' offices.

        Whose office a speaker holds may be told behind what he says.
        """
        says_we = speaks_of_us(trees)
        offices = self._readers[2]
        for tree in trees:
            resolver.begin(tree)
            resolver.memory.titles = titled(tree, resolver) | resolver.memory.titles
            if says_we:
                remember(list(offices.read(tree, resolver)), resolver)
        return statement_speaker(document, trees, quotes, resolver) if says_we else None

    def _claims_of_sentence(
        self, tree: Tree, finisher: Finisher, times: Sequence[TimeExpression]
    ) -> Iterator[Claim]:
        """The relations and events of the sentence at hand, then its casualties."""
        relations, events, offices, places, presence, casualties = self._readers
        resolver = finisher.resolver
        resolver.memory.dead.update(died(tree, resolver, self.words.grammar))
        happenings = [d for d in events.read(tree, resolver) if not _is_date(tree, d, times)]
        rows = casualties.rows(tree, resolver, happenings, times)
        resolver.memory.struck = fill_places(tree, happenings, rows, resolver, times)
        drafts = [
            *offices.read(tree, resolver),
            *places.read(tree, resolver),
            *presence.read(tree, resolver),
            *relations.read(tree, resolver, times),
            *without_counted(happenings, rows),
        ]
        yield from finisher.finish(tree, drafts, times)
        remember(drafts, resolver)
        yield from casualties.claims(tree, rows, times, partial(_claim_of, finisher, tree, times))


def _headline(sentences: Sequence[Sentence]) -> str:
    """The first line of an article where it is no sentence."""
    return sentences[0].text if sentences and sentences[0].kind == "title" else ""


def _is_date(tree: Tree, draft: Draft, times: Sequence[TimeExpression]) -> bool:
    """Whether the word for a happening is part of a date: "in March 2017", "in the fall of 2015"."""
    trigger = tree.tokens[draft.frame.trigger]
    return any(t.start <= trigger.start and trigger.end <= t.end for t in times)


def _claim_of(finisher: Finisher, tree: Tree, times: Sequence[TimeExpression], draft: Draft) -> Claim:
    return finisher.claim(tree, draft, times)
