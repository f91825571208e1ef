"""Words read as the wrong part of speech: nouns as verbs, verbs as nouns or adjectives, participles as clauses."""

from __future__ import annotations

from dataclasses import replace

from kg.english.lemma import lemma
from kg.records import Token
from kg.text.repair.misread_roots import FINITE
from kg.text.repair.tree import SUBJECTS, Parsed, children

# Plurals that are no verbs.
NEVER_VERBS = frozenset(("bombings", "explosions", "shootings", "killings", "gunmen"))
VERBAL = frozenset((*FINITE, "MD", "VB"))
BEFORE_NOUNS = ("amod", "compound", "det", "nmod:poss", "nummod", "nsubj")


def noun_read_as_verb(tokens: Parsed, i: int) -> None:
    """A finite verb is never the open complement of another: in "airstrikes target Aleppo" the first is a noun."""
    token = tokens[i]
    kids = children(tokens, i)
    verb = next((t for t in kids if t.i > i and _is_predicate(tokens, t)), None)
    if verb is None and token.lower in NEVER_VERBS:
        verb = _verb_behind(tokens, i)
    if verb is None:
        return
    before = [t for t in kids if t.i < i]
    if any(
        t.dep not in (*BEFORE_NOUNS, "punct", "advmod", "obl", "cc", "mark", "parataxis", "nmod")
        for t in before
    ):
        return
    root = token.head == i
    helped = any(t.dep.startswith("aux") for t in children(tokens, verb.i))
    tag = verb.tag if helped else {"VB": "VBP", "VBN": "VBD"}.get(verb.tag, verb.tag)
    tokens[verb.i] = replace(verb, dep=token.dep, head=verb.i if root else token.head, tag=tag)
    tokens[i] = replace(
        token, tag="NNS", pos="NOUN", lemma=lemma(token.text, "NNS", "NOUN"), dep="nsubj", head=verb.i
    )
    for t in kids:
        if t.i == verb.i:
            continue
        if t.i < i and t.dep == "nsubj":
            tokens[t.i] = replace(t, dep="amod" if t.tag in ("JJ", "NN") else "compound")
        elif t.i > verb.i or (t.i < i and t.dep in ("punct", "obl", "advmod", "cc", "mark", "parataxis")):
            tokens[t.i] = replace(t, head=verb.i)


def _verb_behind(tokens: Parsed, i: int) -> Token | None:
    """The first verb behind a plural that can be its predicate: "airstrikes, targeting rebels, killed dozens"."""
    for t in tokens[i + 1 :]:
        own = children(tokens, t.i)
        bound = any(k.dep in ("nsubj", "nsubj:pass", "mark", "cc") or k.lower == "to" for k in own)
        finite = (
            t.tag in (*FINITE, "VB")
            or t.tag == "VBN"
            and tokens[t.i - 1].lower in (",", "have", "had", "were")
        )
        if t.pos == "VERB" and finite:
            return None if bound or t.dep in ("acl:relcl", "amod") else t
    return None


def _is_predicate(tokens: Parsed, verb: Token) -> bool:
    """Whether a finite verb without a subject of its own hangs below another word as if it were its complement."""
    if verb.tag not in FINITE or verb.dep not in ("xcomp", "ccomp", "dep", "obj"):
        return False
    return not any(k.dep in ("nsubj", "nsubj:pass", "mark", "aux") for k in children(tokens, verb.i))


def participle_before_noun(tokens: Parsed, i: int) -> None:
    """ "Insurgent-held Karabilah": a hyphenated participle right before a noun qualifies it."""
    j = i + 1
    while j < len(tokens) and tokens[j].pos == "ADJ" and j < i + 4:
        j += 1
    while (
        j + 1 < len(tokens)
        and tokens[j].pos in ("NOUN", "PROPN")
        and tokens[j + 1].pos in ("NOUN", "PROPN")
        and tokens[j].head in (i, j + 1)
    ):
        j += 1
    if j >= len(tokens) or tokens[j].pos not in ("NOUN", "PROPN"):
        return
    above = tokens[tokens[j].head]
    if tokens[i].head == i and above.head == i and above.i > j:  # "Rebel-held eastern Aleppo was bombed"
        tokens[above.i] = replace(above, head=above.i, dep="root")
        for t in children(tokens, i):
            tokens[t.i] = replace(t, head=above.i)
        tokens[i] = replace(tokens[i], head=j, dep="amod")
        return
    if tokens[j].head != i:
        return
    participle, noun = tokens[i], tokens[j]
    case = any(t.dep in ("mark", "case") and t.i < i for t in children(tokens, i))
    root = participle.head == i
    tokens[j] = replace(
        noun,
        head=j if root else participle.head,
        dep="root" if root else _part(tokens, participle, case=case),
    )
    for t in children(tokens, i):
        if t.i != j:
            tokens[t.i] = replace(t, head=j, dep="case" if t.dep == "mark" else t.dep)
    tokens[i] = replace(participle, head=j, dep="amod")


def _part(tokens: Parsed, participle: Token, *, case: bool) -> str:
    """What the noun behind a participle is to the verb that the participle was hung on."""
    if case:
        return "obl"
    if participle.dep not in ("advcl", "ccomp", "xcomp", "obj"):
        return "nmod"
    verb = tokens[participle.head]
    lacks_subject = verb.tag in FINITE and not any(t.dep in SUBJECTS for t in children(tokens, verb.i))
    return (
        "nsubj" if participle.i < verb.i and lacks_subject else "obj"
    )  # "Iranian-backed Hamas attacked Israel"


def verb_read_as_noun(tokens: Parsed, i: int) -> None:
    """A sentence needs a finite verb: in "The United States condemns both attacks" it is the word after the name."""
    if i == 0 or tokens[i - 1].name is None or any(t.tag in FINITE or t.tag == "MD" for t in tokens):
        return
    before = tokens[i - 1]
    if before.head != i or before.dep not in ("compound", "nmod", "amod") or len(tokens) < i + 3:
        return
    tokens[i] = replace(tokens[i], tag="VBZ", pos="VERB", lemma=lemma(tokens[i].text, "VBZ", "VERB"))
    for t in children(tokens, i):
        if t.i < i and t.dep == "det":
            tokens[t.i] = replace(t, head=before.i)
        elif t.i > i and t.dep in ("conj", "nmod", "obj", "appos"):
            case = any(k.dep == "case" for k in children(tokens, t.i))
            tokens[t.i] = replace(t, dep="obl" if case else "obj")
    tokens[before.i] = replace(before, dep="nsubj")


def verb_called_noun(tokens: Parsed, i: int) -> None:
    """What has the form of a finite verb, and a subject, is a verb: "doctors in Gao report that"."""
    token = tokens[i]
    tells = token.dep in ("root", "ccomp", "conj", "advcl", "parataxis", "acl:relcl")
    if token.name is None and tells and any(t.dep in ("nsubj", "nsubj:pass") for t in children(tokens, i)):
        tokens[i] = replace(token, pos="VERB", lemma=lemma(token.text, token.tag, "VERB"))


def verb_read_as_adjective(tokens: Parsed, i: int) -> None:
    """A clause with a subject needs a verb or a copula: in "rebels initially advanced" the last is a verb."""
    token = tokens[i]
    if token.dep not in ("root", "ccomp", "advcl", "parataxis", "acl:relcl", "conj"):
        return
    kids = children(tokens, i)
    if not any(t.dep == "nsubj" for t in kids) or any(t.dep in ("cop", "aux") for t in kids):
        return
    tokens[i] = replace(token, tag="VBD", pos="VERB", lemma=lemma(token.text, "VBD", "VERB"))


def missing_verb(tokens: Parsed) -> None:
    """A sentence that ends in a full stop has a verb: in "Qatar hosts US troops." the word between the names is it."""
    if len(tokens) < 4 or tokens[-1].lower != "." or any(t.tag in VERBAL or t.pos == "AUX" for t in tokens):
        return
    for t in tokens[1:-2]:
        before, after = tokens[t.i - 1], tokens[t.i + 1]
        if before.name is None or t.name is not None or t.tag not in ("NN", "NNS", "VBN", "JJ", "VBD"):
            continue
        if after.pos not in ("PROPN", "DET", "ADJ", "NUM", "NOUN"):
            continue
        form = "VBD" if t.lower.endswith("ed") else "VBZ" if t.lower.endswith("s") else "VBP"
        if form == "VBP" and before.tag != "NNPS" and not before.lower.endswith("s"):
            continue
        _make_root(tokens, t.i, form)
        return


def _make_root(tokens: Parsed, i: int, form: str) -> None:
    """Make a word the sentence's verb: the name before it its subject, the noun phrase behind it its object."""
    verb, before = tokens[i], tokens[i - 1]
    was_below = {t.i for t in tokens if t.i > i and t.head in range(i + 1, len(tokens)) and t.head != t.i}
    tokens[i] = replace(verb, tag=form, pos="VERB", lemma=lemma(verb.text, form, "VERB"), dep="root", head=i)
    tokens[before.i] = replace(before, dep="nsubj", head=i)
    for other in tokens:
        if other.i in (i, before.i) or other.i in was_below:
            continue
        if other.i < before.i:
            if other.head in (i, other.i) or other.head > i:
                tokens[other.i] = replace(other, head=before.i if other.pos in ("DET", "ADJ", "NOUN") else i)
            continue
        nominal = other.pos in ("NOUN", "PROPN")
        case = any(k.dep == "case" for k in children(tokens, other.i))
        dep = (
            "punct"
            if other.pos == "PUNCT"
            else "obl"
            if nominal and case
            else "obj"
            if nominal
            else other.dep
        )
        tokens[other.i] = replace(other, head=i, dep=dep)
