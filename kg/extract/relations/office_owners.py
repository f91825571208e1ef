"""Whose an office is: the words before it, behind it, behind a comma, or the state that the article is about."""

from __future__ import annotations

from kg.extract.grammar.frames import Frame
from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.records import Argument, Name

HOLDERS = ("State", "Organisation", "ArmedGroup", "ArmedForces", "Government", "Facility", "Collective")
LED = ("Organisation", "ArmedGroup", "ArmedForces", "Collective")
# Offices that a state has, whoever it is of which the sentence leaves unsaid.
STATE_OFFICES = ("president", "premier", "minister", "king", "queen", "emir", "sultan", "chancellor")


def of_after(tree: Tree, i: int) -> Name | None:
    """ "President Hassan Rouhani of Iran"."""
    for k in tree.kids(i, "nmod"):
        if k > i and tree.case(k) == ("of",) and (name := tree.name(k)) is not None and k <= i + 3:
            return name
    return None


def own_state(tree: Tree, i: int, phrase: str, person: Argument, resolver: Resolver) -> Argument | None:
    """The state of "X, the caretaker prime minister", where X is of the country that the article is about."""
    token = tree.tokens[i]
    is_office = phrase.split()[-1] in STATE_OFFICES and token.dep == "appos"
    if not is_office or person.entity.country is None or person.entity.country != resolver.theatre:
        return None
    state = resolver.state_of(person.entity)
    return Argument(state, token.text, token.start, token.end) if state else None


def behind_comma(tree: Tree, i: int, resolver: Resolver) -> Argument | None:
    """ "General Votel, commander, U.S. Central Command": whose office it is stands behind the next comma."""
    tokens = tree.tokens
    k = i + 2
    if not 0 < i < len(tokens) - 2 or tokens[i - 1].lower != "," or tokens[i + 1].lower != ",":
        return None
    found = resolver.argument(k, "actor") if tree.name(k) is not None else None
    return found if found is not None and found.entity.type in LED else None


def holder_of(frame: Frame, resolver: Resolver) -> Argument | None:
    """Whom the office belongs to; a place stands for its state."""
    for filler in ("poss", "of", "for", "mod", "in", "at", "to"):
        for token in frame.roles.get(filler, ()):
            found = resolver.argument(token, "actor")
            if found is not None and found.entity.type == "Place":
                if filler == "of" and _is_of_band(frame, resolver):
                    return None  # "the ISIS commander of Raqqa"
                state = resolver.state_of(found.entity)
                found = Argument(state, found.mention, found.start, found.end) if state else None
            if found is not None and found.entity.type in HOLDERS:
                return found
    return None


def _is_of_band(frame: Frame, resolver: Resolver) -> bool:
    """Whether the word before an office names an armed group."""
    owners = (resolver.argument(k, "actor") for k in frame.roles.get("mod", ()))
    return any(a is not None and a.entity.type == "ArmedGroup" for a in owners)
