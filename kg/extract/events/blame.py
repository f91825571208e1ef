"""Who is blamed for a happening: its agent, as the accuser says."""

from __future__ import annotations

from kg.extract.drafts import Draft
from kg.extract.grammar.compounds import compound
from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.extract.references.state import ACTORS
from kg.records import Argument

# "Blamed Iran for the attack", "held Iran responsible for the attack", "accused Iran of the attack".
LAYING = frozenset(("blame", "accuse", "hold", "suspect"))
# "Attributed the bombing to rebels", "blamed, pinned the bombing on rebels".
ASCRIBING = frozenset(("attribute", "ascribe", "blame", "pin"))


def is_laid(tree: Tree, noun: int) -> bool:
    """Whether a happening is what somebody is blamed for, so that it has an agent though its own words name none."""
    token = tree.tokens[noun]
    above = tree.tokens[token.head]
    verb = tree.tokens[above.head] if above.lemma == "responsible" else above
    if verb.pos != "VERB":
        return False
    if token.dep in ("obl", "nmod", "obj") and tree.case(noun) in (("for",), ("of",)):
        return verb.lemma in LAYING
    return token.dep in ("obj", "nsubj:pass") and verb.lemma in ASCRIBING


def accuse(verb: Draft, noun: Draft) -> None:
    """Let the blamed be the agents of what they are blamed for; whose act is condemned, is condemned."""
    roles = verb.frame.roles
    parts = [*roles.get("for", ()), *roles.get("of", ()), *roles.get("direct", ())]
    accused = {t.entity.id for t in verb.targets}
    if noun.frame.trigger in parts and verb.agents and accused >= {a.entity.id for a in noun.agents}:
        hit = {t.entity.id for t in noun.targets}
        noun.agents = tuple(a for a in verb.targets if a.entity.id not in hit)
        if noun.agents:
            noun.speaker = verb.agents[0]
    elif noun.frame.trigger in (*roles.get("direct", ()), *roles.get("of", ())) and not verb.targets:
        acting = {a.entity.id for a in verb.agents}  # "condemned Russia's invasion": Russia is condemned
        verb.targets = tuple(a for a in noun.agents if a.entity.id not in acting)


def claimant(tree: Tree, noun: int, resolver: Resolver) -> Argument | None:
    """Who claims a deed: "an ISIL-claimed attack"."""
    for k in tree.kids(noun, "amod", "compound"):
        made = compound(tree.tokens[k])
        if made is not None and made.kind == "participle" and made.lemma == "claim":
            found = resolver.part(made.first, made.start)
            return found if found is not None and found.entity.type in ACTORS else None
    return None
