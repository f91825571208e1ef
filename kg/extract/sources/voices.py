"""Whom "we" means: the speaker of a quotation or of a statement, and the body in whose office he speaks."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.drafts import Draft
from kg.extract.grammar.tree import Tree
from kg.extract.references.pronouns import WE
from kg.extract.references.resolver import Resolver
from kg.extract.sources.quotes import QuoteReader
from kg.records import Argument

# Those whom an office holder speaks for who says "we".
SPOKEN_FOR = ("State", "Organisation", "ArmedGroup", "ArmedForces", "Government")
STATING = ("State", "Organisation", "Government", "ArmedGroup", "ArmedForces", "Person")
OPENING = 3  # sentences in which a statement tells whose it is


def speaks_of_us(trees: Sequence[Tree]) -> bool:
    """Whether anybody says "we" or "I" in an article."""
    return any(token.lower in WE for tree in trees for token in tree.tokens)


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
            and (draft.status != "former" or draft.object.entity.type == "State")  # it is still his country
        ):
            resolver.offices.setdefault(draft.subject.entity.id, draft.object.entity)


def statement_speaker(trees: Sequence[Tree], quotes: QuoteReader, resolver: Resolver) -> Argument | None:
    """Whose statement an article is that says "we" outside quotations: who condemns or welcomes in its first sentences.

    News tell what was done; a statement says what its author does ("The United States condemns", "we welcome").
    """
    is_statement = any(
        t.lower in WE and quotes.around(t.start, t.end) is None for tree in trees for t in tree.tokens
    )
    if not is_statement:
        return None
    for tree in trees[:OPENING]:
        resolver.begin(tree)
        for token in tree.tokens:
            if token.dep == "nsubj" and _is_present(tree, token.head):
                argument = resolver.argument(token.i, "actor")
                if argument is not None and argument.entity.type in STATING:
                    return argument
    return None


def _is_present(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[k].tag in ("VBZ", "VBP", "MD") for k in (verb, *tree.kids(verb, "aux", "cop")))
