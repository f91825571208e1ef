"""Clauses hung in the wrong place: phrases as the sentence's root, its main verb below a noun."""

from __future__ import annotations

from dataclasses import replace

from kg.records import Token
from kg.text.repair.tree import Parsed, children

FINITE = ("VBD", "VBP", "VBZ")


def is_finite_acl(tokens: Parsed, i: int) -> bool:
    """Whether a past tense that the parser hung on a noun is the main verb: an adverbial phrase cannot be the root."""
    head = tokens[tokens[i].head]
    return head.dep == "root" and (
        head.pos == "ADV"
        or head.pos in ("NOUN", "PROPN")
        and any(t.dep == "case" for t in children(tokens, head.i))
    )


def phrase_as_root(tokens: Parsed, i: int) -> None:
    """ "In a statement, X, a spokesman for Y, blamed": the finite verb is the root, the phrase its adverbial."""
    verb = tokens[i]
    if (
        verb.dep not in ("acl", "conj", "parataxis", "acl:relcl", "advcl", "ccomp")
        or verb.tag not in FINITE
        or not is_finite_acl(tokens, i)
    ):
        return
    kids = children(tokens, i)
    root = tokens[verb.head]
    if any(t.dep in ("nsubj", "nsubj:pass", "mark") for t in kids):
        return
    names = [t for t in tokens[root.i + 1 : i] if t.name is not None and _opens_after_comma(tokens, t.i)]
    if not names:
        return
    tokens[i] = replace(verb, dep="root", head=i)
    tokens[root.i] = replace(root, dep="obl", head=i)
    tokens[names[0].i] = replace(names[0], dep="nsubj", head=i)
    for t in tokens[names[0].i + 1 : i]:
        if t.pos in ("NOUN", "PROPN") and t.dep in ("conj", "appos") and t.head <= names[0].i:
            tokens[t.i] = replace(t, dep="appos", head=names[0].i)


def _opens_after_comma(tokens: Parsed, i: int) -> bool:
    """Whether a name follows a comma, its article between them or not."""
    return i > 0 and (
        tokens[i - 1].lower == "," or (i > 1 and tokens[i - 1].lower == "the" and tokens[i - 2].lower == ",")
    )


def date_as_root(tokens: Parsed) -> None:
    """ "Also on Wednesday, X was to meet Y": an adverbial phrase is never the root when a verb has its own subject."""
    root = next((t for t in tokens if t.head == t.i), None)
    if (
        root is None
        or root.pos not in ("NOUN", "PROPN")
        or not any(t.dep == "case" for t in children(tokens, root.i))
    ):
        return
    for t in children(tokens, root.i):
        kids = children(tokens, t.i)
        subject = next((k for k in kids if k.dep in ("nsubj", "nsubj:pass", "nsubj:outer")), None)
        if (
            t.pos == "VERB"
            and t.i > root.i
            and subject is not None
            and t.dep in ("appos", "acl", "parataxis", "ccomp", "conj", "dep", "advcl")
        ):
            tokens[t.i] = replace(t, dep="root", head=t.i)
            tokens[subject.i] = replace(subject, dep="nsubj" if subject.dep == "nsubj:outer" else subject.dep)
            tokens[root.i] = replace(root, dep="obl", head=t.i)
            return


def _may_be_main(tokens: Parsed, verb: Token) -> bool:
    """Whether a verb hung below another may be the main one: finite, and with neither subject nor conjunction."""
    if verb.pos != "VERB" or verb.dep not in ("parataxis", "conj", "ccomp", "advcl", "dep"):
        return False
    kids = children(tokens, verb.i)
    if any(k.dep in ("nsubj", "nsubj:pass", "mark", "cc") for k in kids):
        return False
    return verb.tag in FINITE or any(k.dep.startswith("aux") and k.tag in FINITE for k in kids)


def reduced_relative_as_root(tokens: Parsed, i: int) -> None:
    """ "HTS, a group formerly linked with Al-Qaeda, has launched": the verb with its auxiliary is the main one."""
    verb = tokens[i]
    if verb.dep != "root" or verb.tag != "VBD":
        return
    kids = children(tokens, i)
    noun = next((t for t in kids if t.dep == "nsubj" and t.pos == "NOUN"), None)
    if noun is None or any(t.dep.startswith("aux") for t in kids):
        return
    first = min([noun.i, *(t.i for t in tokens if t.head == noun.i and t.i < noun.i)])
    if first < 2 or tokens[first - 1].lower != "," or tokens[first - 2].pos not in ("PROPN", "NOUN"):
        return
    main = next((t for t in kids if t.i > i and _may_be_main(tokens, t)), None)
    if main is None or tokens[min([main.i, *(t.i for t in children(tokens, main.i))]) - 1].lower != ",":
        return
    name = tokens[first - 2]
    tokens[main.i] = replace(main, dep="root", head=main.i)
    tokens[name.i] = replace(name, dep="nsubj", head=main.i)
    tokens[noun.i] = replace(noun, dep="appos", head=name.i)
    tokens[i] = replace(verb, dep="acl", head=noun.i, tag="VBN")


def adjective_as_predicate(tokens: Parsed, i: int) -> None:
    """ "Fighters loyal to Haftar overran a base": an adjective without copula is no predicate beside a finite verb."""
    verb = tokens[i]
    adjective = tokens[verb.head]
    if adjective.pos != "ADJ" or adjective.i > i or not _may_be_main(tokens, verb):
        return
    kids = children(tokens, adjective.i)
    noun = next((t for t in kids if t.dep == "nsubj" and t.pos == "NOUN" and t.i < adjective.i), None)
    if noun is None or any(t.dep in ("cop", "aux") for t in kids):
        return
    if any(t.pos == "PUNCT" or t.lower in ("and", "but") for t in tokens[noun.i : i]):
        return
    tokens[i] = replace(verb, dep=adjective.dep, head=i if adjective.head == adjective.i else adjective.head)
    for kid in kids:
        if kid.i != i and (kid.i < noun.i or kid.i > i):
            tokens[kid.i] = replace(kid, head=i)
    tokens[noun.i] = replace(noun, head=i)
    tokens[adjective.i] = replace(adjective, dep="amod", head=noun.i)


def clause_as_argument(tokens: Parsed, i: int) -> None:
    """A finite verb with a subject of its own is a clause, never the subject or object noun of another verb."""
    verb = tokens[i]
    if (
        verb.dep in ("nsubj", "obj", "obl", "nmod")
        and verb.head != i
        and any(t.dep == "nsubj" for t in children(tokens, i))
    ):
        tokens[i] = replace(verb, dep="ccomp")
