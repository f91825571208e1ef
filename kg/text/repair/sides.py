"""Two sides of which the parser gives one to the other: "between A backed by P and B", "X and Y ally Z", "A and B,
which has"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.english.closed import MUTUAL
from kg.records import Token
from kg.text.repair.tree import SUBJECTS, Parsed, children, has, preposition

# What stands between two names and tells what the second is to the first.
BESIDE = frozenset(("ally", "rival", "foe", "enemy", "backer", "patron", "sponsor", "proxy", "affiliate"))
# What two do to each other.
SHOTS = frozenset(("fire", "gunfire", "shot", "prisoner", "talk", "battle"))
# What has no sides of its own, and no "and" of its own: "between rebels in Gao and the army" is told elsewhere.
QUALIFYING = ("acl", "amod", "advmod")


def sides_of_between(tokens: Parsed) -> Iterator[Token]:
    """ "Between rebels backed by Rwanda and the army": "between" asks for two, so its "and" joins the army to them."""
    for case in tokens:
        if case.lower != "between" or case.dep != "case" or case.head < case.i:
            continue
        first = tokens[case.head]
        if has(tokens, first.i, "conj") or first.pos not in ("NOUN", "PROPN"):
            continue
        for near in (first.i, first.head):
            for told in children(tokens, near):
                if told.i > first.i and told.dep in QUALIFYING and told.pos in ("VERB", "ADJ"):
                    yield from _second_side(tokens, first, told)


def _second_side(tokens: Parsed, first: Token, told: Token) -> Iterator[Token]:
    """The only noun joined to one below the participle or adjective, or taken for a second subject behind it."""
    for governed in children(tokens, told.i):
        if governed.dep not in ("obl", "obl:agent") or governed.i < told.i:
            continue
        joined = [k for k in children(tokens, governed.i) if k.dep == "conj"]
        if len(joined) == 1 and has(tokens, joined[0].i, "cc"):
            yield replace(joined[0], head=first.i)
            if told.head != first.i and told.dep == "acl":
                yield replace(told, head=first.i)
            return
        following = next((t for t in tokens[governed.i + 1 :] if t.pos in ("NOUN", "PROPN", "VERB")), None)
        if following is None or following.dep not in SUBJECTS or not has(tokens, following.i, "cc"):
            continue
        subjects = [k for k in children(tokens, following.head) if k.dep in SUBJECTS]
        if subjects[0].i < first.i and following.i > governed.i:
            yield replace(following, head=first.i, dep="conj")
            return


def sides_with_backers(tokens: Parsed) -> Iterator[Token]:
    """ "A, backed by P and Q, and B, backed by R, clashed": B is a side beside A, no third backer of A.

    "The army, backed by Russia and militias trained by Iran, attacked": these are backers, as no comma parts them.
    """
    for second in tokens:
        backer = tokens[second.head]
        if second.dep != "conj" or backer.dep not in ("obl", "obl:agent") or backer.i > second.i:
            continue
        told = tokens[backer.head]
        first = tokens[told.head]
        backed = next((k for k in children(tokens, second.i) if k.dep == "acl" and k.tag == "VBN"), None)
        joiner = next((k for k in children(tokens, second.i) if k.dep == "cc" and k.i < second.i), None)
        if told.dep != "acl" or told.tag != "VBN" or told.i < first.i or backed is None or joiner is None:
            continue
        parted = tokens[told.i - 1].text == "," and tokens[joiner.i - 1].text == ","
        if has(tokens, backed.i, "obl:agent", "obl") and (parted or _is_mutual(tokens, first)):
            yield replace(second, head=first.i)


def _is_mutual(tokens: Parsed, subject: Token) -> bool:
    """Whether a verb asks for two sides and has nobody else for the second: "fought in Goma", "exchanged fire"."""
    verb = tokens[subject.head]
    if subject.dep not in SUBJECTS or verb.lemma not in MUTUAL:
        return False
    beyond = [k for k in children(tokens, verb.i) if k.dep == "obj" and k.lemma not in SHOTS]
    beyond += [
        k for k in children(tokens, verb.i) if preposition(tokens, k.i) in ("with", "against", "alongside")
    ]
    return not beyond


def allies_taken_for_verbs(tokens: Parsed) -> Iterator[Token]:
    """ "India and Pakistan ally China held talks": a noun between two names tells what the second is to the first."""
    for role in tokens[1:-2]:
        if role.lower not in BESIDE or role.name is not None:
            continue
        before, behind = tokens[role.i - 1], tokens[role.i + 1]
        verb = next((t for t in tokens[behind.i + 1 :] if t.pos != "AUX"), behind)
        is_verb = verb.pos == "VERB" and (verb.tag != "VB" or verb.i > behind.i + 1)
        if before.name is None or behind.name is None or not is_verb or role.dep not in ("root", "ccomp"):
            continue
        yield replace(verb, head=verb.i if role.dep == "root" else role.head, dep=role.dep)
        yield replace(role, head=behind.i, dep="compound", tag="NN", pos="NOUN", lemma=role.lower)
        yield replace(before, head=role.i, dep="compound")
        for t in (*children(tokens, role.i), *children(tokens, behind.i)):
            if t.i > behind.i and t.i != verb.i:
                yield replace(t, head=verb.i)
        if verb.dep == "amod":  # "held talks", read as talks that were held
            yield replace(tokens[verb.head], head=verb.i, dep="obj")
        first = tokens[before.head] if before.dep == "conj" else behind
        yield replace(first, head=verb.i, dep="nsubj")
        if first.i != behind.i:
            yield replace(behind, head=first.i, dep="conj")
            for t in children(tokens, before.i):
                if t.dep == "cc":
                    yield replace(t, head=behind.i)


def singular_relatives(tokens: Parsed) -> Iterator[Token]:
    """ "Russia and Turkey, which has troops in Idlib": a verb in the singular tells of the last of the two."""
    for clause in tokens:
        if clause.dep != "acl:relcl" or clause.i < 3:
            continue
        first = tokens[clause.head]
        own = children(tokens, clause.i)
        pronoun = next((k for k in own if k.dep in SUBJECTS), None)
        singular = clause.tag == "VBZ" or any(k.tag == "VBZ" and k.dep.startswith("aux") for k in own)
        if pronoun is None or pronoun.lower not in ("which", "who") or not singular:
            continue
        joined = [k for k in children(tokens, first.i) if k.dep == "conj" and k.i < pronoun.i]
        if joined and joined[-1].pos == "PROPN" and joined[-1].i == pronoun.i - 2:
            yield replace(clause, head=joined[-1].i)
