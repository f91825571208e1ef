"""Claims of drafts: each gets its time, its status, its speaker and an id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.extract.dates.circumstance import predicates, span_of, time_of
from kg.extract.dates.reader import time_expressions
from kg.extract.drafted import (
    are_suspected,
    date_of_agreement,
    is_supposed,
    is_uttered,
    own_claim,
    sameness,
    says_more,
)
from kg.extract.drafts import Draft
from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.extract.references.state import WE
from kg.extract.sources.attribution import AttributionReader
from kg.extract.sources.presupposed import SPEECH_ACTS, presupposed
from kg.extract.sources.quotes import Quotation
from kg.extract.status.holding import is_told_of_past
from kg.extract.status.nouns import is_definite
from kg.extract.status.reader import StatusReader
from kg.identifiers import digest
from kg.records import Argument, Claim, Cue, Document, Event, EventStatus, Relation, TimeExpression
from kg.rules.confidence import Confidence

AUXILIARIES = ("aux", "aux:pass", "cop", "mark")
SCHEDULED = frozenset(("set", "due", "scheduled", "expected", "planned", "slated", "to"))
# What is said, agreed or done about a happening is not of its day.
APART = (*SPEECH_ACTS, "Agreement", "Ceasefire", "Talks", "Sanction", "Protest", "Deployment")
# What is done by saying so, or by coming together.
UTTERED = (*SPEECH_ACTS, "Protest")
Key = tuple[str, str, int, int]


@dataclass(slots=True)
class Finisher:
    """Makes claims of drafts. `quoted_by` gives the speaker of each quotation that touches the sentence."""

    document: Document
    status: StatusReader
    attribution: AttributionReader
    resolver: Resolver
    quoted_by: dict[Quotation, Argument | None]
    confidence: Confidence = field(default_factory=Confidence)

    @property
    def today(self) -> str | None:
        """The day that the sentence at hand is of: the article's, or that of a log's entry."""
        return self.resolver.known.document.published

    def finish(self, tree: Tree, drafts: Sequence[Draft], times: Sequence[TimeExpression]) -> list[Claim]:
        """The claims of a sentence's drafts, by place of their cues; the same claim once."""
        found: dict[str, Claim] = {}
        ties = [d for d in drafts if d.predicate is not None]
        for draft in sorted(drafts, key=lambda d: (d.cue, d.rule)):
            if draft.predicate is not None and any(says_more(d, draft) for d in ties):
                continue
            if (
                draft.subject is not None
                and draft.object is not None
                and draft.subject.entity.id == draft.object.entity.id
            ):
                continue
            if draft.predicate is not None and is_supposed(tree, draft):
                continue
            if draft.urged is not None and not self._is_urged(tree, draft, draft.urged):
                continue
            claim = self.claim(tree, draft, times)
            if draft.bare and not (claim.when or claim.since or draft.agents):
                continue
            found.setdefault(sameness(claim), claim)
        return list(found.values())

    def claim(self, tree: Tree, draft: Draft, times: Sequence[TimeExpression]) -> Claim:
        """The claim of one draft."""
        sentence = tree.sentence
        start, end = draft.cue
        if draft.predicate is None:
            apart = draft.type in APART
            when, since, until = time_of(tree, draft.frame, times, apart=apart)
            if apart and since and not until and tree.tokens[draft.frame.trigger].tag == "VBD":
                since = None  # "accused the army of killings since 2016": who accuses does so once
        else:
            when, since, until = span_of(tree, draft.frame, times, self.status.words.grammar)
        if when is not None and self._lies_ahead(tree, draft, when):
            dates = self.status.words.dates
            coming = time_expressions(sentence.text, self.today, dates, sentence.start, future=True)
            when = time_of(tree, draft.frame, coming)[0] or when
        elif (begun := when or since) is not None and self._is_over(tree, draft, begun):
            dates = self.status.words.dates
            over = time_expressions(sentence.text, self.today, dates, sentence.start, past=True)
            gone = time_of(tree, draft.frame, over)
            when, since, until = gone if gone[0] or when is None else (when, since, until)
        if draft.object is not None and draft.object.entity.type == "Agreement":
            when = date_of_agreement(draft.object, times) or when
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
        deal = draft.predicate in ("partyTo", "brokered") and not is_definite(tree, draft.frame.trigger)
        status = draft.status or self.status.relation(
            tree, draft.frame, draft.is_act or deal
        )  # "called for a truce between"
        if deal and tree.case(draft.frame.trigger) == ("without",):
            status = "negated"  # "ended without a deal between"
        if draft.ends:  # who "left" was a member; who "wants to leave" still is one
            status = "former" if status in ("current", "former") else "current"
        if status == "current" and draft.predicate == "controls" and self.status.is_taken(tree, draft.frame):
            status = "former"
        if status == "current" and self._was_held(tree, draft, common["when"]):
            status = "former"
        if status == "current" and self._was_of_dead(tree, draft):
            status = "former"
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
            id=digest(*key, draft.type, draft.place.entity.id)
            if draft.listed and draft.place is not None
            else digest(*key, draft.type),
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
        trigger = draft.frame.trigger
        speaker = next((s for q, s in self.quoted_by.items() if q.start <= start and end <= q.end), None)
        if not presupposed(tree, draft, self.attribution.words):
            speaker = self.attribution.of(tree, trigger, self.resolver, speaker)
        else:
            if speaker is None and draft.type is not None:
                speaker = self.attribution.told_of(tree, trigger, self.resolver)
            speaker = self.attribution.quoted(speaker)
        speaker = draft.speaker or own_claim(tree, draft) or speaker
        if draft.type in SPEECH_ACTS and speaker is not None:
            acting = {a.entity.id for a in draft.agents}
            by_us = any(a.mention.lower() in WE for a in draft.agents)
            return None if by_us or speaker.entity.id in acting else speaker  # "we warn them", he said
        return speaker

    def _is_urged(self, tree: Tree, draft: Draft, verb: int) -> bool:
        """Whether somebody else says what its targets are to do; he becomes the agent of the appeal."""
        start, end = draft.cue
        quoted = next((s for q, s in self.quoted_by.items() if q.start <= start and end <= q.end), None)
        speaker = self.attribution.of(tree, verb, self.resolver, quoted)
        if speaker is None:
            return False
        own = {speaker.entity.id}
        draft.agents = (speaker,)
        draft.targets = tuple(
            a
            for a in draft.targets
            if a.entity.id not in own
            and (a.entity.type != "State" or a.entity.country != speaker.entity.country)
        )
        return bool(draft.targets)

    def _lies_ahead(self, tree: Tree, draft: Draft, when: str) -> bool:
        """Whether a weekday is the coming one: "they will meet on Monday", not "they met on Monday"."""
        if self.today is None or len(when) != 10 or when >= self.today:
            return False
        grammar = self.status.words.grammar
        around = [
            tree.tokens[c] for k in predicates(tree, draft.frame) for c in (k, *tree.kids(k, *AUXILIARIES))
        ]
        return any(t.lower in grammar["future_modals"] for t in around) or (
            any(t.lower in ("is", "are") for t in around) and any(t.lower in SCHEDULED for t in around)
        )

    def _is_over(self, tree: Tree, draft: Draft, when: str) -> bool:
        """Whether a day after the article's is told in the past tense: then it is last year's, "on March 24"."""
        if self.today is None or len(when) != 10 or when <= self.today:
            return False
        if draft.predicate is not None or self.status.event(tree, draft.frame) != "actual":
            return False
        verbs = predicates(tree, draft.frame)
        if tree.tokens[draft.frame.trigger].pos == "NOUN":  # "was helped this weekend by airstrikes"
            verbs.append(tree.tokens[draft.frame.trigger].head)
        around = [tree.tokens[c] for k in verbs for c in (k, *tree.kids(k, *AUXILIARIES))]
        told = any(t.tag == "VBD" or t.lower in ("has", "have") for t in around)
        return told and not any(t.lower in SCHEDULED for t in around)

    def _was_held(self, tree: Tree, draft: Draft, when: str | None) -> bool:
        """Whether the past tense tells who had a place, or fought, in a year gone by: "M23 controlled Goma in 2012"."""
        trigger = tree.tokens[draft.frame.trigger]
        fought = draft.manner == "fights" and trigger.lemma in ("fight", "wage") and trigger.tag == "VBD"
        if when is None or not (fought or draft.predicate == "controls"):
            return False
        gone = self._is_past(when) and (self.today is None or when[:4] != self.today[:4])
        return gone and (fought or is_told_of_past(tree, trigger.i, self.status.words.grammar))

    def _was_of_dead(self, tree: Tree, draft: Draft) -> bool:
        """Whether the past tense tells what somebody did who has died: "he led the group", "who ruled Chad"."""
        subject, trigger = draft.subject, tree.tokens[draft.frame.trigger]
        if subject is None or subject.entity.id not in self.resolver.memory.dead:
            return False
        passing = draft.predicate in ("founded", "splitFrom", "brokered", "partyTo")
        near = (tree.tokens[k] for k in tree.children[tree.head_of_conjuncts(trigger.i)])
        was = any(t.dep in ("aux", "aux:pass") and t.lower in ("was", "were") for t in near)
        return (trigger.tag == "VBD" or was) and trigger.pos == "VERB" and not passing

    def _is_past(self, date: str) -> bool:
        """Whether a date lies before the article's; a date that carries its year does so where the article has none."""
        return self.today is None or date < self.today[: len(date)]

    def _agreed_for(self, object_: Argument) -> Argument | None:
        """Where an agreement holds."""
        place = self.resolver.memory.agreement_places.get(object_.entity.id)
        return None if place is None else self._exact(place)

    def _event_status(self, tree: Tree, draft: Draft, when: str | None) -> EventStatus:
        """What lies after the article's date is planned, however it is told ("tomorrow's meeting")."""
        status = "actual" if draft.holds else self.status.event(tree, draft.frame)
        if status == "denied" and draft.type == "Accusation":
            status = "actual"  # who denies an allegation does not deny that it was made
        if (
            status == "planned"
            and draft.type in UTTERED
            and is_uttered(tree, draft, self.status.words.grammar)
        ):
            status = "actual"
        if status == "actual" and when and self.today and len(self.today) == 10 and when > self.today:
            return "planned"
        if status == "actual" and draft.agents and are_suspected(tree, draft.agents):
            return "possible"
        return status

    def _exact(self, argument: Argument) -> Argument:
        """The argument with the words just as they stand in the text, line breaks included."""
        start, end = argument.start, argument.end
        return Argument(argument.entity, self.document.text[start:end], start, end)
