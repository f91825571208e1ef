"""Who says so: the speaker to whom the sentence attributes a claim, or nobody when the article speaks itself."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.resolve import Resolver
from kg.extract.syntax import Tree
from kg.records import Argument
from kg.rules.lexicon import normalise
from kg.rules.words import WordLists

SPEAKERS = ("Person", "Organisation", "State", "Government", "ArmedForces", "ArmedGroup", "Collective", "Population")


@dataclass(frozen=True, slots=True)
class AttributionReader:
    """Finds the speaker of the clause that a token stands in."""

    words: WordLists
    publisher: str | None

    def of(self, tree: Tree, trigger: int, resolver: Resolver, quoted_by: Argument | None) -> Argument | None:
        """The speaker of the claim made at a token; `quoted_by` speaks where the sentence is a quotation."""
        return self.quoted(quoted_by or self._governing(tree, trigger, resolver))

    def quoted(self, found: Argument | None) -> Argument | None:
        """The speaker, unless the article's own publisher speaks or nobody that can."""
        if found is None or (self.publisher and normalise(self.publisher) == normalise(found.entity.label)):
            return None
        return found if found.entity.type in SPEAKERS else None

    def _governing(self, tree: Tree, trigger: int, resolver: Resolver) -> Argument | None:
        reporting = self.words.grammar["reporting_verbs"]
        below = trigger
        for token in (trigger, *tree.up(trigger)):
            speaker = self._phrase(tree, token, resolver, trigger)
            if speaker is not None:
                return speaker
            if token != trigger and tree.tokens[token].lemma in reporting and tree.tokens[token].pos == "VERB":
                below_dep = tree.tokens[below].dep
                is_content = below_dep in ("ccomp", "parataxis", "dep", "csubj", "csubj:pass", "nsubj:pass", "xcomp") or (
                    below_dep == "obj" and tree.tokens[token].lemma in ("report", "announce", "claim", "confirm", "document", "count", "record", "allege")
                    and tree.tokens[below].pos == "NOUN"
                )
                if is_content:
                    speaker = self._subject(tree, token, resolver)
                    if speaker is not None:
                        return speaker
            for k in tree.kids(token, "parataxis", "ccomp", "dep", "advcl"):
                if k != below and self._is_inquit(tree, k):
                    speaker = self._subject(tree, k, resolver)
                    if speaker is not None:
                        return speaker
            below = token
        return None

    def _is_inquit(self, tree: Tree, verb: int) -> bool:
        """A reporting clause beside what is said: "…, the Observatory said", "as reported by"."""
        token = tree.tokens[verb]
        if token.lemma not in self.words.grammar["reporting_verbs"] or tree.kids(verb, "ccomp"):
            return False
        if token.dep == "parataxis":
            return True
        marks = {tree.tokens[k].lower for k in tree.kids(verb, "mark", "case", "advmod")}
        return "as" in marks and bool(tree.kids(verb, "obl:agent", "obl", "nsubj"))

    def _subject(self, tree: Tree, verb: int, resolver: Resolver) -> Argument | None:
        kids = tree.kids(verb, "obl:agent") if tree.is_passive(verb) else tree.kids(verb, "nsubj")
        if tree.is_passive(verb) and not kids:
            kids = [k for k in tree.kids(verb, "obl") if tree.case(k) == ("by",)]
        if not kids and tree.tokens[verb].dep == "conj" and tree.tokens[tree.tokens[verb].head].pos == "VERB":
            return self._subject(tree, tree.tokens[verb].head, resolver)
        for k in kids:
            for argument in resolver.arguments(k, "actor"):
                if argument.entity.type in SPEAKERS:
                    return argument
        return None

    def _phrase(self, tree: Tree, token: int, resolver: Resolver, trigger: int) -> Argument | None:
        """"According to the monitor", hung on the token."""
        for k in tree.kids(token, "obl", "nmod", "advmod", "parataxis"):
            case = tree.case(k)
            if k != trigger and case and case[0] in ("according", "per") and trigger not in tree.subtree(k):
                for argument in resolver.arguments(k, "actor"):
                    if argument.entity.type in SPEAKERS:
                        return argument
        return None
