"""Whom "we" means: the speaker of a quotation or of a statement, and the body in whose office he speaks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.extract.drafts import Draft
from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.extract.references.state import WE
from kg.extract.sources.quotes import Quotation, QuoteReader
from kg.records import Argument, Document, Sentence

# Those whom an office holder speaks for who says "we".
SPOKEN_FOR = ("State", "Organisation", "ArmedGroup", "ArmedForces", "Government")
STATING = ("State", "Organisation", "Government", "ArmedGroup", "ArmedForces", "Person")
# A headline that names the author.
OF_AUTHOR = re.compile(
    r"(?:joint )?(?:remarks|statement|message|address|speech|press statement|letter)s? (?:by|from|of)\b",
    re.IGNORECASE,
)
OPENING = 3  # sentences in which a statement tells whose it is


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks where in an article. `statement` is whose statement it is, if it is one."""

    quotes: QuoteReader
    resolver: Resolver
    statement: Argument | None

    def quoted_by(self, sentence: Sentence) -> dict[Quotation, Argument | None]:
        """The quotations that touch a sentence, each with its speaker. The resolver is left at another sentence."""
        return {
            q: self._source(q)
            for q in self.quotes.quotes
            if q.start < sentence.end and sentence.start < q.end
        }

    def speaker(self, quoted_by: Mapping[Quotation, Argument | None]) -> Argument | None:
        """Whom "we" means in a sentence with such quotations."""
        return next((s for s in quoted_by.values() if s), None) or self.statement

    def _source(self, quote: Quotation) -> Argument | None:
        source = self.quotes.source(quote)
        if source is None:
            return None
        sentence, token = source
        self.resolver.begin(self.quotes.trees[sentence])
        return self.resolver.speaker_at(token)


def speaks_of_us(trees: Sequence[Tree]) -> bool:
    """Whether anybody says "we" or "I" in an article."""
    return not all(WE.isdisjoint(tree.words) for tree in trees)


def remember(drafts: Sequence[Draft], resolver: Resolver) -> None:
    """What later sentences refer back to: who met ("the two leaders"), who speaks for whom ("we")."""
    for draft in drafts:
        if draft.type == "Talks" and len(draft.agents) > 1:
            resolver.memory.talkers = draft.agents
        if draft.type in ("Talks", "ArmedClash", "Ceasefire", "Agreement") and len(draft.agents) == 2:
            resolver.memory.sides = resolver.tree.sentence.index, draft.agents
        if (
            draft.predicate in ("holdsPosition", "leads")
            and draft.subject is not None
            and draft.object is not None
            and draft.object.entity.type in SPOKEN_FOR
            and (draft.status != "former" or draft.object.entity.type == "State")  # it is still his country
        ):
            resolver.memory.offices.setdefault(draft.subject.entity.id, draft.object.entity)


def statement_speaker(
    document: Document, trees: Sequence[Tree], quotes: QuoteReader, resolver: Resolver
) -> Argument | None:
    """Whose statement an article is that says "we" or "I" outside quotations.

    The one it names as its author ("Remarks by President Biden"); else who condemns or welcomes in a main clause of its
    first sentences ("The United States condemns", "we welcome"). News tell what was done; a statement says what its
    author does.
    """
    spoken = {
        t.lower
        for tree in trees
        for t in tree.tokens
        if t.lower in WE and quotes.around(t.start, t.end) is None
    }
    if not spoken:
        return None
    if not document.title and OF_AUTHOR.match(trees[0].sentence.text):
        return _named_author(trees[0], resolver)
    for tree in trees[:OPENING]:
        resolver.begin(tree)
        for token in tree.tokens:
            if (
                token.dep == "nsubj"
                and token.lower not in WE
                and _is_stated(tree, token.head, resolver.known.words.grammar["stating_verbs"])
            ):
                argument = resolver.argument(token.i, "actor")
                if argument is not None and argument.entity.type in STATING:
                    return argument
    return None


def _named_author(headline: Tree, resolver: Resolver) -> Argument | None:
    """The first one named behind "by" or "from" in a headline."""
    resolver.begin(headline)
    start = next((t.i for t in headline.tokens if t.lower in ("by", "from", "of")), len(headline.tokens))
    found = (resolver.argument(t.i, "actor") for t in headline.tokens[start + 1 :] if t.name is not None)
    return next((a for a in found if a is not None and a.entity.type in STATING), None)


def _is_stated(tree: Tree, verb: int, stating: frozenset[str]) -> bool:
    """Whether a verb says what its subject does by saying so ("condemns"), is ("is concerned") or will do."""
    is_root = tree.tokens[tree.head_of_conjuncts(verb)].dep == "root"
    will = any(tree.tokens[k].lower == "will" for k in tree.kids(verb, "aux"))
    states = is_root and (will or tree.tokens[verb].lemma in stating)
    return (states or bool(tree.kids(verb, "aux:pass", "cop"))) and _is_present(tree, verb)


def _is_present(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[k].tag in ("VBZ", "VBP", "MD") for k in (verb, *tree.kids(verb, "aux", "cop")))
