"""All claims of an article: reads its sentences in order, with time, status and attribution."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from kg.extract.attribution import AttributionReader
from kg.extract.casualties_claims import CasualtyReader, without_counted
from kg.extract.circumstance import time_of
from kg.extract.dates import context_after, time_expressions
from kg.extract.drafts import Draft
from kg.extract.events import EventReader, plurals
from kg.extract.frames import Framer
from kg.extract.offices import OfficeReader, titled
from kg.extract.places import PlaceReader
from kg.extract.presence import PresenceReader
from kg.extract.quotes import Quotation, QuoteReader, quotations
from kg.extract.relations import RelationReader
from kg.extract.resolve import Resolver, theatre_of
from kg.extract.status import StatusReader
from kg.extract.syntax import Tree
from kg.identifiers import digest
from kg.records import Argument, Claim, Cue, Document, Event, EventStatus, Relation, Sentence, TimeExpression
from kg.rules.casualties import CasualtyRules
from kg.rules.claims import RuleSet
from kg.rules.confidence import Confidence
from kg.rules.lexicon import Lexicon
from kg.rules.words import WordLists

Key = tuple[str, str, int, int]
Watch = Callable[[Tree, Resolver, Sequence[TimeExpression]], None]
# Acts of speech: who performs them is not also their source.
SPEECH_ACTS = ("Appeal", "Accusation", "Threat", "Rejection", "Endorsement")
# People who may be a side of a conflict, unlike "refugees".
TAKING_SIDES = frozenset(
    ("protesters", "demonstrators", "politicians", "lawmakers", "tribes", "tribesmen", "communities", "minorities",
     "people", "populations", "men")
)  # fmt: skip
# Those whom an office holder speaks for who says "we".
SPOKEN_FOR = ("State", "Organisation", "ArmedGroup", "ArmedForces", "Government")


@dataclass(frozen=True, slots=True)
class Extractor:
    """Reads claims with one set of rules and one dictionary."""

    lexicon: Lexicon
    words: WordLists
    rules: RuleSet
    casualties: CasualtyRules
    confidence: Confidence = field(default_factory=Confidence)

    def claims(
        self, document: Document, sentences: Sequence[Sentence], watch: Watch | None = None
    ) -> Iterator[Claim]:
        """The claims of one article in reading order. `watch` sees each sentence after its claims, to explain them."""
        resolver = Resolver(self.lexicon, self.words, document, theatre_of(sentences, self.lexicon))
        framer = Framer(self.words)
        relations = RelationReader(self.rules, self.words, framer, plurals(self.words, False) - TAKING_SIDES)
        events = EventReader(
            self.rules, self.words, framer, plurals(self.words, False), plurals(self.words, True)
        )
        offices = OfficeReader(self.words, framer)
        places = PlaceReader(self.words)
        presence = PresenceReader(self.words, framer)
        casualties = CasualtyReader(self.casualties, self.words, framer)
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
        statement = statement_speaker(trees, quotes, resolver)
        for tree in trees:
            resolver.begin(tree)
            resolver.titles = titled(tree, resolver) | resolver.titles
        context: str | None = None
        for sentence, tree in zip(sentences, trees, strict=True):
            if not sentence.tokens:
                continue
            finisher.quoted_by = {
                q: self._speaker(q, quotes, resolver)
                for q in quotes.quotes
                if q.start < sentence.end and sentence.start < q.end
            }
            resolver.speaker = next((s for s in finisher.quoted_by.values() if s), None) or statement
            resolver.begin(tree)
            times = time_expressions(sentence.text, document.published, sentence.start, context=context)
            context = context_after(times, context)
            happenings = list(events.read(tree, resolver))
            rows = casualties.rows(tree, resolver, happenings, times)
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
            if watch is not None:
                watch(tree, resolver, times)
            resolver.titles |= titled(tree, resolver)
            resolver.finish()

    def _speaker(self, quote: Quotation, quotes: QuoteReader, resolver: Resolver) -> Argument | None:
        """Who speaks in a quotation."""
        source = quotes.source(quote)
        if source is None:
            return None
        sentence, token = source
        resolver.begin(quotes.trees[sentence])
        return resolver.speaker_at(token)


def remember(drafts: Sequence[Draft], resolver: Resolver) -> None:
    """What later sentences refer back to: who met ("the two leaders"), who speaks for whom ("we")."""
    for draft in drafts:
        if draft.type == "Talks" and len(draft.agents) > 1:
            resolver.talkers = draft.agents
        if (
            draft.predicate in ("holdsPosition", "leads")
            and draft.subject is not None
            and draft.object is not None
            and draft.object.entity.type in SPOKEN_FOR
        ):
            resolver.offices.setdefault(draft.subject.entity.id, draft.object.entity)


def _claim_of(finisher: Finisher, tree: Tree, times: Sequence[TimeExpression], draft: Draft) -> Claim:
    return finisher.claim(tree, draft, times)


def statement_speaker(trees: Sequence[Tree], quotes: QuoteReader, resolver: Resolver) -> Argument | None:
    """Who "we" is in a statement: the first state or organisation that is a subject in its first sentences."""
    ours = [
        t for tree in trees for t in tree.tokens
        if t.lower in ("we", "our", "us") and quotes.around(t.start, t.end) is None
    ]  # fmt: skip
    if not ours:
        return None
    for tree in trees[:3]:
        resolver.begin(tree)
        for token in tree.tokens:
            if token.dep in ("nsubj", "nsubj:pass"):
                argument = resolver.argument(token.i, "actor")
                if argument is not None and argument.entity.type in (
                    "State",
                    "Organisation",
                    "Government",
                    "Person",
                ):
                    return argument
    return None


@dataclass(slots=True)
class Finisher:
    """Makes claims of drafts. `quoted_by` gives the speaker of each quotation that touches the sentence."""

    document: Document
    status: StatusReader
    attribution: AttributionReader
    resolver: Resolver
    quoted_by: dict[Quotation, Argument | None]
    confidence: Confidence = field(default_factory=Confidence)

    def finish(self, tree: Tree, drafts: Sequence[Draft], times: Sequence[TimeExpression]) -> list[Claim]:
        """The claims of a sentence's drafts, by place of their cues; the same claim once."""
        found: dict[str, Claim] = {}
        for draft in sorted(drafts, key=lambda d: (d.cue, d.rule)):
            if (
                draft.subject is not None
                and draft.object is not None
                and draft.subject.entity.id == draft.object.entity.id
            ):
                continue
            claim = self.claim(tree, draft, times)
            if draft.bare and not (claim.when or claim.since or draft.agents):
                continue
            found.setdefault(_sameness(claim), claim)
        return list(found.values())

    def claim(self, tree: Tree, draft: Draft, times: Sequence[TimeExpression]) -> Claim:
        """The claim of one draft."""
        sentence = tree.sentence
        start, end = draft.cue
        when, since, until = time_of(tree, draft.frame, times)
        if draft.object is not None and draft.object.entity.type == "Agreement":
            when = _date_of_agreement(draft.object, times) or when
        if draft.predicate == "locatedIn":  # where a town lies has no date
            when = since = until = None
        speaker = self._speaker(tree, draft)
        common: dict[str, Any] = {
            "document": self.document.id,
            "published": self.document.published,
            "publisher": self.document.publisher,
            "sentence": sentence.text,
            "start": sentence.start,
            "end": sentence.end,
            "cue": Cue(self.document.text[start:end], start, end),
            "rule": draft.rule,
            "when": when,
            "since": since,
            "until": until,
            "confidence": self.confidence.of(draft.rule),
            "attribution": None if speaker is None else self._exact(speaker),
        }
        key = (self.document.id, draft.rule, start, end)
        return (
            self._event(tree, draft, key, common)
            if draft.predicate is None
            else self._relation(tree, draft, key, common)
        )

    def _relation(self, tree: Tree, draft: Draft, key: Key, common: dict[str, Any]) -> Relation:
        assert draft.predicate is not None
        assert draft.subject is not None
        assert draft.object is not None
        status = draft.status or self.status.relation(tree, draft.frame)
        if draft.ends:  # who "left" was a member; who "wants to leave" still is one
            status = "former" if status in ("current", "former") else "current"
        if status == "current" and common["until"] and self._is_past(common["until"]):
            status = "former"
        return Relation(
            id=digest(*key, draft.predicate, draft.subject.entity.id, draft.object.entity.id),
            status=status,
            predicate=draft.predicate,
            manner=draft.manner,
            subject=self._exact(draft.subject),
            object=self._exact(draft.object),
            position=draft.position,
            place=self._agreed_for(draft.object),
            **common,
        )

    def _event(self, tree: Tree, draft: Draft, key: Key, common: dict[str, Any]) -> Event:
        return Event(
            id=digest(*key, draft.type),
            status=self._event_status(tree, draft, common["when"]),
            type=draft.type or "",
            agents=tuple(self._exact(a) for a in draft.agents),
            targets=tuple(self._exact(a) for a in draft.targets),
            place=None if draft.place is None else self._exact(draft.place),
            weapon=draft.weapon,
            **common,
        )

    def _speaker(self, tree: Tree, draft: Draft) -> Argument | None:
        """Who says so. What a noun phrase presupposes, the article says itself, unless it stands in a quotation."""
        start, end = draft.cue
        trigger, bare = draft.frame.trigger, draft.frame.clause is None
        quoted = next((s for q, s in self.quoted_by.items() if q.start <= start and end <= q.end), None)
        if draft.predicate is not None and (bare or self.attribution.presupposed(tree, trigger)):
            speaker = self.attribution.quoted(quoted)
        elif draft.type is not None and bare:
            reported = quoted or self.attribution.reported_object(tree, trigger, self.resolver)
            speaker = self.attribution.quoted(reported)
        else:
            speaker = self.attribution.of(tree, trigger, self.resolver, quoted)
        speaker = draft.speaker or speaker
        if draft.type in SPEECH_ACTS and speaker is not None:
            acting = {a.entity.id for a in draft.agents}
            return (
                None if speaker.entity.id in acting else speaker
            )  # "we warn them", he said: told by the article
        return speaker

    def _is_past(self, date: str) -> bool:
        """Whether a date lies before the article's; a date that carries its year does so where the article has none."""
        published = self.document.published
        return published is None or date < published[: len(date)]

    def _agreed_for(self, object_: Argument) -> Argument | None:
        """Where an agreement holds."""
        place = self.resolver.agreement_places.get(object_.entity.id)
        return None if place is None else self._exact(place)

    def _event_status(self, tree: Tree, draft: Draft, when: str | None) -> EventStatus:
        """What lies after the article's date is planned, however it is told ("tomorrow's meeting")."""
        status = self.status.event(tree, draft.frame)
        published = self.document.published
        if status == "actual" and when and published and len(published) == 10 and when > published:
            return "planned"
        return status

    def _exact(self, argument: Argument) -> Argument:
        """The argument with the words just as they stand in the text, line breaks included."""
        return replace(argument, mention=self.document.text[argument.start : argument.end])


def _date_of_agreement(agreement: Argument, times: Sequence[TimeExpression]) -> str | None:
    """The date that stands in or right before the words for an agreement: "the November 27 deal", "the 2020 truce"."""
    for expression in times:
        if agreement.start - 24 <= expression.start and expression.end <= agreement.end:
            return expression.when
    return None


def _sameness(claim: Claim) -> str:
    if isinstance(claim, Relation):
        return f"{claim.predicate} {claim.subject.entity.id} {claim.object.entity.id} {claim.status}"
    return claim.id
