"""Truces, deals and treaties as entities: "the 2020 truce brokered by Turkey for the Idlib region"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.grammar.frame import Frame
from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.identifiers import digest, local_name
from kg.records import Argument, Entity, TimeExpression
from kg.rules.words import WordLists

SINGULAR = {"memoranda": "memorandum", "cease-fire": "ceasefire", "deal": "agreement"}


def is_agreement(tree: Tree, i: int, words: WordLists) -> bool:
    """Whether a noun names a truce, a deal, a treaty or the like."""
    return tree.tokens[i].pos == "NOUN" and (
        tree.tokens[i].lemma in words.grammar["agreements"] or of_understanding(tree, i)
    )


def of_understanding(tree: Tree, i: int) -> bool:
    """Whether the noun ends "memorandum of understanding", which is one word in all but writing."""
    return (
        i >= 2
        and tree.tokens[i].lower == "understanding"
        and tree.tokens[i - 2].lower in ("memorandum", "memoranda", "memorandums")
    )


def agreement(
    tree: Tree, frame: Frame, resolver: Resolver, times: Sequence[TimeExpression], parties: Sequence[Argument]
) -> Argument:
    """The agreement that the noun of the frame names.

    Its label is made of its year and place ("2020 Idlib truce"), else of its parties ("Turkey-Libya agreement");
    with neither it is known to this article only.
    """
    token = tree.tokens[frame.trigger]
    noun = "memorandum" if of_understanding(tree, token.i) else SINGULAR.get(token.lemma, token.lemma)
    year = _year(tree, frame, times)
    place = _place(tree, frame, resolver)
    start = frame.cue[0] - 2 if of_understanding(tree, token.i) else frame.cue[0]
    while (
        start > 0
        and tree.tokens[start - 1].dep in ("amod", "compound")
        and tree.tokens[start - 1].pos in ("ADJ", "NOUN")
    ):
        start -= 1
    mention = tree.text(start, frame.trigger)
    where = re.sub(r" (region|province|governorate|area|district)$", "", place.entity.label) if place else ""
    if place:
        label = f"{year} {where} {noun}" if year else f"{where} {noun}"
    elif len(parties) > 1:
        names = sorted(p.entity.label for p in parties)
        label = f"{year + ' ' if year else ''}{'-'.join(names)} {noun}"
    else:
        label = f"{year} {noun}" if year else noun
    local = local_name(label)
    if not place and len(parties) < 2:
        local = f"{local}-{digest(resolver.known.document.id, label, length=6)}"
    entity = Entity(local, label, "Agreement", place.entity.country if place else None)
    if place:
        resolver.memory.agreement_places[local] = place
    return Argument(entity, mention, tree.tokens[start].start, token.end)


def _year(tree: Tree, frame: Frame, times: Sequence[TimeExpression]) -> str | None:
    """The year that stands before the noun."""
    first, last = tree.tokens[frame.cue[0]], tree.tokens[frame.trigger]
    for expression in times:
        if (
            expression.when
            and 0 <= first.start - expression.end <= 20
            and ","
            not in tree.sentence.text[
                expression.end - tree.sentence.start : first.start - tree.sentence.start
            ]
            or expression.when
            and expression.start >= first.start
            and expression.end <= last.end
        ):
            return expression.when[:4]
    return None


def _place(tree: Tree, frame: Frame, resolver: Resolver) -> Argument | None:
    for filler in ("in", "for", "at", "mod"):
        for token in frame.roles.get(filler, ()):
            found = resolver.argument(token, "place")
            if found is not None and found.entity.type in ("Place", "State"):
                if filler == "mod" and (found.entity.type != "Place"):
                    continue
                return found
    verb = tree.tokens[tree.tokens[frame.trigger].head]
    if verb.pos == "VERB" and tree.tokens[frame.trigger].dep in (
        "obj",
        "nsubj:pass",
    ):  # "brokered a truce in Gaza"
        for k in tree.kids(verb.i, "obl"):
            if tree.case(k) in (("in",), ("for",)):
                found = resolver.argument(k, "place")
                if found is not None and found.entity.type in ("Place", "State"):
                    return found
    return None
