"""Particles, subjects and verbs that the parser hung on a neighbour where English cannot have them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.english.closed import DAYS, IN_PLACE, PARTS_OF_DAY
from kg.records import Token
from kg.text.repair.tree import SUBJECTS, Parsed, children, has, is_passive, preposition, under

FINITE = ("VBD", "VBZ", "VBP")
# What kills and wounds, and the verbs that say so.
BLOWS = frozenset(
    (
        "attack",
        "bombing",
        "blast",
        "explosion",
        "strike",
        "airstrike",
        "raid",
        "shelling",
        "assault",
        "ambush",
        "clash",
    )
)
KILLING = frozenset(("kill", "wound", "injure", "leave", "claim", "destroy"))
# "Fighting between A and B": a noun, though the parser sees a clause.
DEEDS = frozenset(("fighting", "shelling", "bombing", "shooting", "looting", "rioting", "skirmishing"))
SPANS = (
    DAYS
    | PARTS_OF_DAY
    | frozenset(
        "today yesterday overnight hour hours day days week weeks weekend month months minutes nightfall".split()
    )
)
OPENING = frozenset(("after", "before", "until"))
COMMAS = frozenset((",", "and"))


def particles_taken_for_prepositions(tokens: Parsed) -> Iterator[Token]:
    """ "Called off the raid": what the tagger calls a particle, right behind the verb, is one and no preposition."""
    for token in tokens:
        if token.tag != "RP" or token.dep != "case" or token.i == 0:
            continue
        verb, noun = tokens[token.i - 1], tokens[token.head]
        alone = [k.i for k in children(tokens, noun.i) if k.dep == "case"] == [token.i]
        if verb.pos != "VERB" or noun.head != verb.i or noun.dep not in ("obj", "obl") or not alone:
            continue
        if noun.dep == "obl" and (has(tokens, verb.i, "obj") or is_passive(tokens, verb.i)):
            continue
        yield replace(token, dep="compound:prt", head=verb.i)
        yield replace(noun, dep="obj")


def clauses_taken_for_subjects(tokens: Parsed) -> Iterator[Token]:
    """ "The army fighting rebels in Gao has said": the noun before the participle is the subject, not the clause."""
    for token in tokens:
        if token.tag != "VBG" or token.dep not in ("csubj", "csubj:pass"):
            continue
        verb = tokens[token.head]
        subject = next((k for k in children(tokens, token.i) if k.dep == "nsubj" and k.i < token.i), None)
        if subject is None or verb.i < token.i or has(tokens, token.i, "aux", "cop", "mark"):
            continue
        if verb.pos != "VERB" or has(tokens, verb.i, "nsubj", "nsubj:pass"):
            continue
        yield replace(subject, head=verb.i, dep="nsubj:pass" if is_passive(tokens, verb.i) else "nsubj")
        yield replace(token, head=subject.i, dep="acl")


def deeds_taken_for_clauses(tokens: Parsed) -> Iterator[Token]:
    """ "Fighting between the army and rebels spread": a noun, which is the subject."""
    for token in tokens:
        if (
            token.dep not in ("csubj", "csubj:pass", "ccomp")
            or token.tag != "VBG"
            or token.lower not in DEEDS
        ):
            continue
        own = children(tokens, token.i)
        dep = token.dep.replace("csubj", "nsubj")
        if token.dep == "ccomp":
            if token.i > token.head or any(t.text == "," for t in tokens[token.i : token.head]):
                continue
            if has(tokens, token.head, *SUBJECTS):
                continue
            dep = "nsubj:pass" if has(tokens, token.head, "aux:pass") else "nsubj"
        cases = [preposition(tokens, k.i) for k in own if k.dep == "obl"]
        if any(k.dep in ("obj", "mark", "aux", "nsubj", "xcomp") for k in own):
            continue
        if not all(case == "between" or case in IN_PLACE for case in cases):
            continue
        yield replace(token, tag="NN", pos="NOUN", lemma=token.lower, dep=dep)
        for k in own:
            if k.dep == "obl":
                yield replace(k, dep="nmod")


def places_behind_times(tokens: Parsed) -> Iterator[Token]:
    """ "Fought for hours in Gao", "clashed on Friday in Juba": no hour and no day is in a town."""
    for token in tokens:
        time = tokens[token.head]
        if (
            token.dep != "nmod"
            or time.lower not in SPANS
            or token.i < time.i
            or time.dep[:3] not in ("obl", "nmo")
        ):
            continue
        if token.name is None or preposition(tokens, token.i) not in IN_PLACE:
            continue
        above = tokens[time.head]
        if above.pos in ("VERB", "NOUN"):
            yield replace(token, head=above.i, dep="obl" if above.pos == "VERB" else "nmod")


def aims_behind_deeds(tokens: Parsed) -> Iterator[Token]:
    """ "Killed ten in attacks on villages": what "on" governs behind an attack was attacked."""
    for token in tokens:
        if (
            token.dep != "obl"
            or token.lower in SPANS
            or preposition(tokens, token.i) not in ("on", "against")
        ):
            continue
        case = next(k for k in children(tokens, token.i) if k.dep == "case")
        deed = tokens[case.i - 1] if case.i else case
        if (
            deed.lemma not in BLOWS
            or deed.pos != "NOUN"
            or deed.dep not in ("obl", "nmod")
            or deed.i < token.head
        ):
            continue
        yield replace(token, head=deed.i, dep="nmod")


def subjects_taken_for_phrases(tokens: Parsed) -> Iterator[Token]:
    """ "After its hospital was looted": a passive behind "after" and a noun has that noun as its subject."""
    for verb in tokens:
        own = children(tokens, verb.i)
        helpers = [k for k in own if k.dep in ("aux", "aux:pass")]
        is_bare = verb.dep == "ccomp" and is_passive(tokens, verb.i)
        if not is_bare or any(k.dep in SUBJECTS or k.dep == "mark" for k in own):
            continue
        for noun in children(tokens, verb.head):
            case = next((k for k in children(tokens, noun.i) if k.dep == "case"), None)
            if noun.dep != "obl" or noun.i > verb.i or case is None or case.lower not in OPENING:
                continue
            if all(under(tokens, t.i, noun.i) for t in tokens[case.i : helpers[0].i]):
                yield replace(noun, head=verb.i, dep="nsubj:pass")
                yield replace(case, head=verb.i, dep="mark", pos="SCONJ")
                yield replace(verb, dep="advcl")


def verbs_joined_to_objects(tokens: Parsed) -> Iterator[Token]:
    """ "Suspended operations, and advised citizens": a finite verb is joined to the verb, not to its object."""
    for token in tokens:
        if token.dep != "conj":
            continue
        noun = tokens[token.head]
        acts = token.tag in FINITE or token.tag == "VBN" and has(tokens, token.i, "obj")
        if not acts or noun.pos != "NOUN" or noun.dep != "obj":
            continue
        first = tokens[noun.head]
        if (
            first.pos != "VERB"
            or first.i > noun.i
            or any(k.dep in SUBJECTS for k in children(tokens, token.i))
        ):
            continue
        if has(tokens, token.i, "cc") and first.tag in (*FINITE, "VBN"):
            yield replace(token, head=first.i, tag="VBD" if token.tag == "VBN" else token.tag)


def deeds_told_of_bystanders(tokens: Parsed) -> Iterator[Token]:
    """ "An attack on a meeting of the UN mission, which killed two": the attack killed, not the mission."""
    for verb in tokens:
        if verb.dep != "acl:relcl" or verb.lemma not in KILLING:
            continue
        subject = next((k for k in children(tokens, verb.i) if k.dep == "nsubj" and k.lower == "which"), None)
        if subject is None or tokens[subject.i - 1].text != "," or tokens[verb.head].lemma in BLOWS:
            continue
        above = tokens[verb.head]
        while above.dep in ("nmod", "conj", "appos") and above.lemma not in BLOWS:
            above = tokens[above.head]
        if above.lemma in BLOWS and above.pos == "NOUN" and above.i < verb.head:
            yield replace(verb, head=above.i)


def relatives_taken_for_subjects(tokens: Parsed) -> Iterator[Token]:
    """ "Which Iran denies": of two subjects, a relative pronoun is the object."""
    for token in tokens:
        if token.lower not in ("which", "whom") or token.dep not in ("nsubj", "nsubj:pass"):
            continue
        verb = tokens[token.head]
        own = children(tokens, verb.i)
        others = [k for k in own if k.dep == "nsubj" and token.i < k.i < verb.i]
        if (
            verb.pos == "VERB"
            and others
            and not any(k.dep in ("obj", "ccomp", "xcomp", "aux:pass") for k in own)
        ):
            yield replace(token, dep="obj")
