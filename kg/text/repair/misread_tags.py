"""Single words with a tag or relation that their own dependents rule out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from kg.english.closed import COUNTED
from kg.english.lemma import lemma
from kg.records import Token
from kg.text.repair.misread_roots import is_finite_acl
from kg.text.repair.misread_words import participle_before_noun
from kg.text.repair.tree import Parsed, children

QUALIFYING = frozenset(("neighboring", "neighbouring", "surrounding"))  # "in neighboring Lebanon": no gerund
INTRANSITIVE = frozenset(
    "surrender arrive flee die fall clash march advance retreat vanish return withdraw escape".split()
)
CLAUSE_LIKE = ("advcl", "acl", "ccomp", "xcomp", "obl", "obj", "csubj", "nsubj", "root")
# Base forms that end as a past tense does.
ENDING_ED = frozenset(
    "need feed bleed breed speed seed heed weed exceed proceed succeed embed shed wed shred bed sled".split()
)
# A rule sees the tokens as they were parsed, the list that it changes, and the token it is asked about.
Rule = Callable[[Parsed, Parsed, Token], None]


def capital_without_name(changed: Parsed) -> None:
    """A sentence's first word has a capital, but is no proper noun unless it is a name."""
    first = changed[0] if changed else None
    if first is not None and first.name is None and first.tag in ("NNP", "NNPS"):
        tag = "NNS" if first.tag == "NNPS" else "NN"
        changed[0] = replace(first, tag=tag, pos="NOUN", lemma=lemma(first.lower, tag, "NOUN"))


def finite_on_noun(_parsed: Parsed, changed: Parsed, token: Token) -> None:
    """ "Militias associated with Iran": no finite verb hangs on a noun so."""
    finite = token.name is None and token.tag == "VBD" and token.dep == "acl"
    if finite and not is_finite_acl(changed, token.i):
        changed[token.i] = replace(token, tag="VBN")


def verb_as_subject(tokens: Parsed, changed: Parsed, token: Token) -> None:
    """ "Airstrikes target …": a subject or object is no verb, unless it has a subject or object of its own."""
    nominal = token.dep in ("nsubj", "nsubj:pass", "obj", "obl", "nmod")
    if token.tag != "VBZ" or token.name is not None or not nominal:
        return
    below = {t.dep for t in children(tokens, token.i)}
    if token.dep.startswith("nsubj") and "mark" not in below:
        for t in children(tokens, token.i):
            if t.dep == "nsubj":
                changed[t.i] = replace(t, dep="compound")
        below -= {"nsubj"}
    if not below & {"nsubj", "nsubj:pass", "obj", "aux", "ccomp", "xcomp"}:
        changed[token.i] = replace(token, tag="NNS", pos="NOUN", lemma=lemma(token.text, "NNS", "NOUN"))


def bare_root(tokens: Parsed, changed: Parsed, token: Token) -> None:
    """A root with a subject and without auxiliary is a present tense, no infinitive."""
    if token.tag != "VB" or token.dep != "root":
        return
    below = children(tokens, token.i)
    if any(t.dep == "nsubj" for t in below) and not any(t.dep == "aux" or t.lower == "to" for t in below):
        changed[token.i] = replace(token, tag="VBP")


def past_as_present(_tokens: Parsed, changed: Parsed, token: Token) -> None:
    """ "Hamas freed hostages": what ends in "-ed" is no present tense."""
    if token.tag == "VBP" and token.lower.endswith("ed") and token.lower not in ENDING_ED:
        changed[token.i] = replace(token, tag="VBD", lemma=lemma(token.text, "VBD", "VERB"))


def participle_as_past(_tokens: Parsed, changed: Parsed, token: Token) -> None:
    """ "Gunmen abducted and killed them": a participle with a subject and without auxiliary is a past tense."""
    below = children(changed, token.i)
    if any(t.dep in ("aux", "aux:pass", "cop") for t in below):
        return
    subjects = [t for t in below if t.dep in ("nsubj", "nsubj:pass") and t.i < token.i]
    fell = token.lemma in INTRANSITIVE  # "a thousand soldiers surrendered"
    if (
        not subjects
        or not fell
        and subjects[0].dep == "nsubj:pass"
        and not any(t.dep == "obj" for t in below)
    ):
        return
    changed[subjects[0].i] = replace(subjects[0], dep="nsubj")
    changed[token.i] = replace(token, tag="VBD")
    for t in below:
        if (
            t.dep == "conj"
            and t.tag == "VBN"
            and not any(k.dep in ("aux", "aux:pass", "nsubj:pass") for k in children(changed, t.i))
        ):
            changed[t.i] = replace(t, tag="VBD")


def name_as_conjunction(tokens: Parsed, changed: Parsed, token: Token) -> None:
    """ "Rwanda dismissed …": a name is no conjunction; before a verb without one it is the subject."""
    if token.dep != "cc" or token.name is None or token.tag not in ("NNP", "NNPS"):
        return
    head = tokens[token.head]
    if (
        head.pos == "VERB"
        and token.i < head.i
        and not any(t.dep.startswith("nsubj") for t in children(tokens, head.i))
    ):
        changed[token.i] = replace(token, dep="nsubj")


def clause_as_object(tokens: Parsed, changed: Parsed, token: Token) -> None:
    """A clause with subject and copula is no object."""
    if (
        token.dep in ("obj", "obl")
        and token.i
        and {"cop", "nsubj"} <= {t.dep for t in children(tokens, token.i)}
    ):
        changed[token.i] = replace(token, dep="ccomp")


def passive_as_adjective(tokens: Parsed, changed: Parsed, token: Token) -> None:
    """What has the auxiliary of the passive is a participle."""
    if token.tag == "JJ" and any(t.dep == "aux:pass" for t in children(tokens, token.i)):
        changed[token.i] = replace(token, tag="VBN", pos="VERB", lemma=lemma(token.text, "VBN", "VERB"))


def progressive_as_noun(_parsed: Parsed, changed: Parsed, token: Token) -> None:
    """ "NATO is planning airstrikes", "began launching them": with "is" before it and an object behind it, a verb."""
    if token.tag == "NN" and token.pos == "VERB" and token.dep == "xcomp" and token.lower.endswith("ing"):
        changed[token.i] = replace(token, tag="VBG", lemma=lemma(token.text, "VBG", "VERB"))
    if token.pos != "NOUN" or not token.lower.endswith("ing") or token.name is not None:
        return
    around = children(changed, token.i)
    helped = any(t.dep == "aux" and t.lemma == "be" for t in around)
    if helped and any(t.dep == "obj" and t.i > token.i for t in around):
        changed[token.i] = replace(token, tag="VBG", pos="VERB", lemma=lemma(token.text, "VBG", "VERB"))


def hyphenated_as_clause(_parsed: Parsed, changed: Parsed, token: Token) -> None:
    """ "Insurgent-held Karabilah", "in neighbouring Lebanon": what stands before a noun opens no clause."""
    hyphenated = "-" in token.text and token.tag in ("VBN", "VBD")
    if (hyphenated or token.lower in QUALIFYING) and token.dep in CLAUSE_LIKE:
        participle_before_noun(changed, token.i)


def plural_without_name(_parsed: Parsed, changed: Parsed, token: Token) -> None:
    """ "The Members": a plural with a capital that is no name is a common noun."""
    if token.tag == "NNPS" and token.name is None and token.i:
        changed[token.i] = replace(token, tag="NNS", pos="NOUN", lemma=lemma(token.lower, "NNS", "NOUN"))


def name_as_auxiliary(parsed: Parsed, changed: Parsed, token: Token) -> None:
    """ "IS had carried out an attack": a name is no auxiliary but who acts, and "that" before it no subject."""
    if token.name is None or token.dep not in ("aux", "aux:pass", "cop") or token.pos not in ("PROPN", "AUX"):
        return
    for other in children(parsed, token.head):
        if other.dep in ("nsubj", "nsubj:pass"):
            if other.lower != "that":
                return
            changed[other.i] = replace(other, dep="mark", pos="SCONJ", tag="IN")
    changed[token.i] = replace(token, dep="nsubj")


def singular_before_bare_verb(parsed: Parsed, changed: Parsed, token: Token) -> None:
    """ "Condemns the ISIL attack": behind one with an article a bare form is a noun, and what is condemned."""
    if token.tag != "VBP" or token.dep != "ccomp" or token.i < 2:
        return
    below = children(parsed, token.i)
    subject = next((t for t in below if t.dep == "nsubj"), None)
    if subject is None or subject.i != token.i - 1 or subject.tag != "NNP":
        return
    article = next((t for t in children(parsed, subject.i) if t.dep == "det"), None)
    is_clause = any(t.dep in ("mark", "aux", "obj", "ccomp", "xcomp", "advmod") for t in below)
    has_object = any(t.dep == "obj" for t in children(parsed, token.head))
    if article is None or is_clause or has_object:
        return
    changed[token.i] = replace(token, tag="NN", pos="NOUN", dep="obj")
    changed[subject.i] = replace(subject, dep="compound")
    for t in children(parsed, subject.i):
        if t.dep in ("det", "cc"):
            changed[t.i] = replace(t, head=token.i)


def subject_of_noun(_parsed: Parsed, changed: Parsed, token: Token) -> None:
    """ "South Sudanese rebels loyal to Machar said": a noun that is a subject has no subject and no complement."""
    head = changed[token.head]
    nominal = head.tag in ("NN", "NNS") and head.dep in ("nsubj", "nsubj:pass", "obj", "obl")
    if token.dep != "nsubj" or not nominal or head.i != token.i + 1:
        return
    below = children(changed, head.i)
    if any(t.dep in ("cop", "aux", "mark") for t in below):
        return
    changed[token.i] = replace(token, dep="compound")
    for t in below:
        if t.dep == "xcomp" and t.pos == "ADJ":
            changed[t.i] = replace(t, dep="amod")


def counted_adjective(_parsed: Parsed, changed: Parsed, token: Token) -> None:
    """ "Killed one civilian": what has a number or an article of its own is a noun, and an object behind its verb."""
    if token.tag != "JJ" or token.lower not in COUNTED or token.dep == "amod":
        return
    if not any(t.dep in ("nummod", "det") and t.i < token.i for t in children(changed, token.i)):
        return
    head = changed[token.head]
    is_object = token.dep in ("xcomp", "obl:unmarked") and head.pos == "VERB" and head.i < token.i
    dep = "obj" if is_object and not any(t.dep == "obj" for t in children(changed, head.i)) else token.dep
    changed[token.i] = replace(token, tag="NN", pos="NOUN", dep=dep)


def doer_before_deed(_parsed: Parsed, changed: Parsed, token: Token) -> None:
    """ "A driver rams his car into them": the noun right before a finite verb with an object is its subject."""
    below = children(changed, token.i)
    doer = next((t for t in below if t.i == token.i - 1 and t.dep == "compound"), None)
    if doer is None or doer.pos not in ("NOUN", "PROPN") or doer.tag not in ("NN", "NNP"):
        return
    if any(t.dep in ("nsubj", "nsubj:pass", "aux", "mark") for t in below) or not any(
        t.dep == "obj" and t.i > token.i for t in below
    ):
        return
    changed[doer.i] = replace(doer, dep="nsubj")
    for t in below:
        if t.i < doer.i and t.dep in ("det", "amod", "compound", "nmod:poss", "nummod"):
            changed[t.i] = replace(t, head=doer.i)


@dataclass(frozen=True, slots=True)
class WordRule:
    """A rule for single words, with the tags and relations that it is about, so that most words meet few; None: any."""

    mend: Rule
    tags: frozenset[str] | None = None
    deps: frozenset[str] | None = None

    def may_mend(self, tag: str, dep: str) -> bool:
        """Whether the rule is about words with this tag and relation."""
        return (self.tags is None or tag in self.tags) and (self.deps is None or dep in self.deps)


def _rule(mend: Rule, tags: str = "", deps: str = "") -> WordRule:
    return WordRule(mend, frozenset(tags.split()) or None, frozenset(deps.split()) or None)


TAG_RULES = (
    _rule(finite_on_noun, "VBD", "acl"),
    _rule(verb_as_subject, "VBZ", "nsubj nsubj:pass obj obl nmod"),
    _rule(bare_root, "VB", "root"),
    _rule(past_as_present, "VBP"),
    _rule(participle_as_past, "VBN", "root"),
    _rule(name_as_conjunction, "NNP NNPS", "cc"),
    _rule(plural_without_name, "NNPS"),
    _rule(name_as_auxiliary, deps="aux aux:pass cop"),
    _rule(singular_before_bare_verb, "VBP", "ccomp"),
    _rule(clause_as_object, deps="obj obl"),
    _rule(passive_as_adjective, "JJ"),
    _rule(progressive_as_noun, "NN VBG"),
    _rule(hyphenated_as_clause, deps=" ".join(CLAUSE_LIKE)),
    _rule(subject_of_noun, deps="nsubj"),
    _rule(counted_adjective, "JJ"),
    _rule(doer_before_deed, "VBZ", "root"),
)
