"""Clauses of reports: "Rebels, the Observatory said, captured the town" tells what rebels did; "told AFP that rebels
captured the town" what was told, not which AFP.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.records import Token
from kg.text.repair.clauses import SAY, STOPS
from kg.text.repair.tree import (
    SUBJECTS,
    Parsed,
    children,
    first_of,
    has,
    is_passive,
    looks_past,
    preposition,
    under,
)

Tokens = Parsed
NOUNS = ("NOUN", "PROPN")
IN_PHRASES = ("DET", "ADJ", "NUM", "NOUN", "PROPN", "CCONJ", "ADP", "PART")
FINITE = ("VBD", "VBZ", "VBP")
# Verbs of saying that have their hearer as object, and of these objects no clause with "that" says which they are.
TELL = frozenset(("tell", "inform", "assure", "remind", "notify", "convince", "persuade"))
SAY_OR_TELL = SAY | TELL


def told_clauses(tokens: Tokens) -> Iterator[Token]:
    """A clause with "that" and a subject of its own, right behind whom somebody tells, is what is told."""
    for clause in tokens:
        hearer = tokens[clause.head]
        if clause.dep not in ("acl:relcl", "acl", "ccomp") or hearer.dep not in ("iobj", "obj"):
            continue
        if clause.i < hearer.i or tokens[hearer.head].lemma not in TELL:
            continue
        marked = tokens[hearer.i + 1].lower == "that" and tokens[hearer.i + 1].head == clause.i
        if marked and any(t.dep in SUBJECTS and t.lower != "that" for t in children(tokens, clause.i)):
            yield replace(clause, head=hearer.head, dep="ccomp")


def clauses_on_statements(tokens: Tokens) -> Iterator[Token]:
    """ "Said in a statement that rebels had left": what is said, not which statement."""
    for clause in tokens:
        noun = tokens[clause.head]
        said = tokens[noun.head]
        if clause.dep not in ("acl", "acl:relcl") or noun.dep != "obl" or noun.i < said.i:
            continue
        if said.lemma not in SAY or has(tokens, said.i, "ccomp", "obj") or not preposition(tokens, noun.i):
            continue
        own = children(tokens, clause.i)
        marked = any(t.lower == "that" and t.dep == "mark" and t.i > noun.i for t in own)
        if marked and any(t.dep in SUBJECTS for t in own):
            yield replace(clause, head=said.i, dep="ccomp")


CLAIMS = frozenset(
    ("claim", "allegation", "accusation", "report", "suggestion", "charge", "assertion", "rumour")
)


def clauses_on_claims(tokens: Tokens) -> Iterator[Token]:
    """ "Dismissed claims by Israel that it had attacked": the clause tells the claims, and is of no other verb."""
    for mark in tokens:
        clause = tokens[mark.head]
        verb = tokens[clause.head]
        if mark.lower != "that" or mark.dep != "mark" or clause.dep not in ("advcl", "ccomp"):
            continue
        claims = [
            t for t in children(tokens, verb.i) if t.dep == "obj" and t.lemma in CLAIMS and t.i < mark.i
        ]
        if claims and clause.i > verb.i and not any(t.text == "," for t in tokens[claims[0].i : mark.i]):
            yield replace(clause, head=claims[0].i, dep="acl")


def sources_close_to(tokens: Tokens) -> Iterator[Token]:
    """ "Sources close to the rebels said": they are close to them and closed nothing."""
    for close in tokens:
        said = tokens[close.head]
        if close.lower != "close" or close.pos != "VERB" or close.i + 1 >= len(tokens):
            continue
        subjects = [t for t in children(tokens, close.i) if t.dep == "nsubj" and t.i == close.i - 1]
        if tokens[close.i + 1].lower != "to" or not subjects or said.lemma not in SAY or said.i <= close.i:
            continue
        if not has(tokens, said.i, *SUBJECTS):
            yield replace(subjects[0], head=said.i, dep="nsubj")
            yield replace(close, head=subjects[0].i, dep="amod", tag="JJ", pos="ADJ")


def inserted_reports(tokens: Tokens) -> Iterator[Token]:
    """Of two subjects before a verb of saying, the first is that of the verb behind it, which lacks one."""
    for said in tokens:
        if said.lemma not in SAY or said.tag not in FINITE or has(tokens, said.i, "obj", "mark", "aux:pass"):
            continue
        own = children(tokens, said.i)
        subjects = [t for t in own if t.dep in ("nsubj", "nsubj:pass") and t.i < said.i]
        if len(subjects) != 2:
            continue
        verb = _told(tokens, said, own)
        between = tokens[first_of(tokens, subjects[1].i) - 1]
        if verb is None or between.text != "," or any(t.text in STOPS for t in tokens[said.i : verb.i]):
            continue
        if not any(t.text == "," for t in tokens[said.i : verb.i]):
            continue
        yield replace(subjects[0], head=verb.i, dep="nsubj:pass" if is_passive(tokens, verb.i) else "nsubj")
        if verb.i == said.head:
            yield replace(said, dep="parataxis")


def closing_reports(tokens: Tokens) -> Iterator[Token]:
    """ "Hezbollah attacked Israel, state television reported": Israel is attacked, and television reports."""
    for said in tokens:
        if said.lemma not in SAY or said.tag not in FINITE:
            continue
        own = children(tokens, said.i)
        subjects = [t for t in own if t.dep == "nsubj" and t.i < said.i]
        clauses = [t for t in own if t.dep == "ccomp" and t.i < said.i]
        if (
            len(subjects) != 1
            or len(clauses) != 1
            or any(t.i > said.i and t.dep in ("obj", "ccomp") for t in own)
        ):
            continue
        subject, clause = subjects[0], clauses[0]
        named = [
            t
            for t in children(tokens, subject.i)
            if t.dep == "appos" and all(under(tokens, k, t.i) for k in range(t.i, said.i))
        ]
        if (
            not named
            or clause.pos != "VERB"
            or has(tokens, clause.i, "obj", "aux:pass")
            or clause.i > subject.i
        ):
            continue
        if (
            tokens[first_of(tokens, named[0].i) - 1].text == ","
            and first_of(tokens, subject.i) == clause.i + 1
        ):
            yield replace(subject, head=clause.i, dep="obj")
            yield replace(named[0], head=said.i, dep="nsubj")


def joined_tellers(tokens: Tokens) -> Iterator[Token]:
    """ "Rebels attacked Gao, residents and the army said": those two said so, and were not attacked."""
    for said in tokens:
        if said.tag not in FINITE or said.lemma not in SAY_OR_TELL or said.i + 1 >= len(tokens):
            continue
        own = children(tokens, said.i)
        told = any(t.dep == "ccomp" and t.i < said.i for t in own)
        if not told or any(t.dep in SUBJECTS or t.i > said.i and t.dep in ("ccomp", "obj") for t in own):
            continue
        comma = next((t.i for t in reversed(tokens[: said.i]) if t.text in (",", *STOPS)), 0)
        between = tokens[comma + 1 : said.i]
        if tokens[comma].text != "," or not between or any(t.pos not in IN_PHRASES for t in between):
            continue
        inverted = said.lemma in SAY and tokens[said.i + 1].pos in ("DET", *NOUNS)
        heads = [t for t in between if t.head <= comma and t.pos in NOUNS]
        if inverted or not heads or not any(t.pos == "CCONJ" for t in between):
            continue
        yield replace(heads[0], head=said.i, dep="nsubj")
        for other in heads[1:]:
            yield replace(other, head=heads[0].i, dep="conj")
        yield replace(tokens[comma], head=said.i)


def placed_reports(tokens: Tokens) -> Iterator[Token]:
    """ "Rebels attacked Goma, where residents said ...": what stands before "where" is not what residents said."""
    for where in tokens:
        if where.lower != "where" or where.i < 3 or tokens[where.i - 1].text != ",":
            continue
        said = tokens[where.head]
        clauses = [t for t in children(tokens, said.i) if t.dep == "ccomp" and t.i < where.i]
        place = tokens[where.i - 2]
        if said.lemma not in SAY or said.tag not in FINITE or len(clauses) != 1 or place.pos not in NOUNS:
            continue
        head = said.head if said.head != said.i else clauses[0].i
        yield replace(clauses[0], head=head, dep=said.dep)
        yield replace(said, head=place.i, dep="acl:relcl")


def reports_behind_participles(tokens: Tokens) -> Iterator[Token]:
    """ "A drone struck near the town, the army said": of two subjects the first is that of the verb taken for its
    participle."""
    for said in tokens:
        if said.lemma not in SAY or said.tag not in FINITE or has(tokens, said.i, "obj", "ccomp"):
            continue
        own = children(tokens, said.i)
        subjects = [t for t in own if t.dep == "nsubj" and t.i < said.i]
        if len(subjects) != 2 or tokens[first_of(tokens, subjects[1].i) - 1].text != ",":
            continue
        verbs = [t for t in children(tokens, subjects[0].i) if t.dep == "acl" and t.tag in ("VBN", "VBD")]
        if len(verbs) != 1 or not looks_past(verbs[0]) or has(tokens, verbs[0].i, "obl:agent", "aux:pass"):
            continue
        verb = verbs[0]
        yield replace(verb, head=verb.i if said.head == said.i else said.head, dep=said.dep, tag="VBD")
        yield replace(said, head=verb.i, dep="parataxis")
        yield replace(subjects[0], head=verb.i)
        for token in own:
            if token.i < subjects[0].i:
                yield replace(token, head=verb.i)


def _told(tokens: Tokens, said: Token, own: list[Token]) -> Token | None:
    """The verb behind the report that has no subject: below it, or above it."""
    below = [t for t in own if t.i > said.i and t.dep in ("ccomp", "xcomp", "parataxis", "conj")]
    above = [tokens[said.head]] if said.head > said.i else []
    for verb in (*below[:1], *above):
        is_clause = verb.pos == "VERB" or has(tokens, verb.i, "cop")
        if is_clause and not has(tokens, verb.i, "mark", "cc", *SUBJECTS):
            return verb
    return None
