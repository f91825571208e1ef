"""Participles that the parser gives to the wrong side: "gunmen disguised as police attacked", "between A and B backed
by C", "12 were killed and 30 were left injured", "killed by shelling", "talks on refugees and displaced people"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.english.lemma import lemma
from kg.records import Token
from kg.text.repair.tree import NOMINAL, Parsed, children, is_passive, preposition

# "Militants posing as soldiers": what follows "as" tells what they look like.
GUISING = frozenset(("disguise", "dress", "pose", "masquerade", "clothe"))
# Of two sides "between" which there is a fight, the last alone has the backer or leader told behind it.
BACKING = frozenset(("back", "support", "lead", "arm", "aid", "finance", "fund", "assist"))
SUBJECTS = ("nsubj", "nsubj:pass")
KILLING = frozenset(("kill", "wound", "injure"))
# What harms people is a thing when nothing is its object: nobody "was killed by" his own shelling.
HARMS = frozenset(
    """shelling bombing bombarding shooting sniping stabbing firing fighting infighting looting burning mining beating
    drowning hanging poisoning strafing carpet-bombing car-bombing beheading flooding""".split()
)
OWN_OBJECTS = ("obj", "ccomp", "xcomp", "compound:prt", "aux", "nsubj")


def guises_taken_for_subjects(tokens: Parsed) -> Iterator[Token]:
    """The noun behind "disguised as" is the guise; the verb behind it is told of those who wear it."""
    for mark in tokens:
        if mark.lower != "as" or mark.dep != "mark" or mark.i == 0:
            continue
        verb = tokens[mark.head]
        worn = tokens[verb.head]
        guise = next((t for t in children(tokens, verb.i) if t.dep in SUBJECTS and t.i > mark.i), None)
        if verb.dep != "advcl" or guise is None or worn.lemma not in GUISING or worn.i > mark.i:
            continue
        wearer = _wearer(tokens, worn)
        if wearer is None:
            continue
        top = wearer if worn.dep == "acl" else worn
        yield replace(mark, head=guise.i, dep="case")
        yield replace(guise, head=worn.i, dep="obl")
        yield replace(worn, head=wearer.i, dep="acl")
        yield replace(wearer, head=verb.i, dep=guise.dep)
        yield replace(verb, head=verb.i if top.dep == "root" else top.head, dep=top.dep)
        for t in tokens:
            if t.dep == "punct" and t.i > verb.i and t.head == top.i:
                yield replace(t, head=verb.i)


def participles_behind_between(tokens: Parsed) -> Iterator[Token]:
    """ "Between Hamas and the forces backed by Iran": the participle qualifies the last of the two."""
    for t in tokens:
        if t.dep != "acl" or t.tag != "VBN" or t.lemma not in BACKING:
            continue
        first = tokens[t.head]
        others = [k.i for k in children(tokens, first.i) if k.dep == "conj" and first.i < k.i < t.i]
        if others and tokens[t.i - 1].lower != "," and preposition(tokens, first.i) == "between":
            yield replace(t, head=others[-1])


def participles_behind_agents(tokens: Parsed) -> Iterator[Token]:
    """ "Were attacked by rebels seeking to topple him": a participle right behind the agent tells of the agent."""
    for t in tokens:
        agent = tokens[t.i - 1] if t.i else t
        if (
            t.dep != "advcl"
            or t.tag != "VBG"
            or agent.dep not in ("obl", "obl:agent")
            or agent.head != t.head
        ):
            continue
        if t.head < agent.i and preposition(tokens, agent.i) == "by" and is_passive(tokens, t.head):
            yield replace(t, head=agent.i, dep="acl")


def states_behind_left(tokens: Parsed) -> Iterator[Token]:
    """ "12 were killed and 30 were left injured": what stands behind "were left" is no third verb of the list."""
    for t in tokens:
        left = tokens[t.i - 1] if t.i else t
        if t.dep != "conj" or t.tag != "VBN" or left.lower != "left" or left.dep not in ("conj", "root"):
            continue
        joined = left.dep == "conj" and left.head == t.head or t.head == left.i
        if joined and any(k.dep == "aux:pass" for k in children(tokens, left.i)):
            yield replace(t, head=left.i, dep="xcomp")


def harms_taken_for_clauses(tokens: Parsed) -> Iterator[Token]:
    """ "Two were killed by shelling in Idlib": without an object the gerund is a noun, and what killed them."""
    for t in tokens:
        if t.tag != "VBG" or t.dep != "advcl" or t.lower not in HARMS or not is_passive(tokens, t.head):
            continue
        below = children(tokens, t.i)
        mark = next((k for k in below if k.dep == "mark" and k.lower in ("by", "in")), None)
        if mark is None or mark.i > t.i or any(k.dep in OWN_OBJECTS for k in below):
            continue
        yield replace(mark, dep="case")
        dep = "obl:agent" if mark.lower == "by" else "obl"
        yield replace(t, tag="NN", pos="NOUN", dep=dep, lemma=lemma(t.text, "NN", "NOUN"))


def results_taken_for_modifiers(tokens: Parsed) -> Iterator[Token]:
    """ "Bombs exploded in Sharifa, a village, killing six": the participle tells what the verb did."""
    for t in tokens:
        if t.dep != "acl" or t.tag != "VBG" or t.lemma not in KILLING or tokens[t.i - 1].lower != ",":
            continue
        above = tokens[t.head]
        while above.pos != "VERB" and above.head != above.i:
            above = tokens[above.head]
        if above.pos == "VERB" and above.i < t.i:
            yield replace(t, head=above.i, dep="advcl")


def participles_before_nouns(tokens: Parsed) -> Iterator[Token]:
    """ "Is heading to talks on refugees and displaced people": no "displaced" can follow "is heading"."""
    for t in tokens:
        if t.tag != "VBN" or t.dep != "conj" or tokens[t.head].tag not in ("VBG", "VB", "VBZ", "VBP"):
            continue
        own = children(tokens, t.i)
        noun = next((k for k in own if k.dep == "obj"), None)
        cc = next((k for k in own if k.dep == "cc"), None)
        if noun is None or cc is None or noun.i != t.i + 1 or noun.tag != "NNS" or cc.i == 0:
            continue
        first = tokens[cc.i - 1]
        between = tokens[cc.i + 1 : t.i]
        if first.pos not in NOMINAL or any(k.pos != "ADV" for k in between):
            continue
        yield replace(t, head=noun.i, dep="amod", pos="VERB")
        yield replace(noun, head=first.i, dep="conj")
        yield replace(cc, head=noun.i)
        for k in own:
            if k.i > noun.i:
                yield replace(k, head=t.head)


def _wearer(tokens: Parsed, worn: Token) -> Token | None:
    """Who is disguised: the noun that the participle qualifies, or what the parser took for its subject."""
    if worn.dep == "acl":
        wearer = tokens[worn.head]
        return wearer if wearer.i < worn.i and not wearer.dep.startswith(("obj", "obl", "nmod")) else None
    kids = children(tokens, worn.i)
    if any(t.dep in ("aux", "aux:pass") for t in kids):
        return None
    return next((t for t in kids if t.dep in SUBJECTS and t.i < worn.i), None)


def perfect_gerunds(tokens: Parsed) -> Iterator[Token]:
    """ "Accused of having burned the town": what is done so is told by a gerund like "burning"."""
    for having in tokens:
        verb = tokens[having.head]
        if having.lower != "having" or having.dep != "aux" or verb.tag != "VBN":
            continue
        if not is_passive(tokens, verb.i) and verb.dep in ("advcl", "acl", "xcomp", "ccomp", "conj"):
            yield replace(verb, tag="VBG")


BELIEVED = frozenset(
    ("believe", "suspect", "think", "say", "know", "presume", "understand", "assume", "allege")
)


def believed_to_belong(tokens: Parsed) -> Iterator[Token]:
    """ "Gunmen believed to be from Boko Haram attacked": they attacked, and nobody says what they believed."""
    for be in tokens:
        body = tokens[be.head]
        if be.lower != "be" or be.dep != "cop" or be.i < 3 or tokens[be.i - 1].lower != "to":
            continue
        believed = tokens[be.i - 2]
        verb = tokens[body.head]
        who = next((t for t in children(tokens, believed.i) if t.dep in SUBJECTS and t.i < believed.i), None)
        if believed.lemma not in BELIEVED or who is None or is_passive(tokens, believed.i):
            continue
        below = verb.head == believed.i and verb.dep in ("ccomp", "xcomp") and body.dep in SUBJECTS
        if not below or verb.i < body.i or verb.tag not in ("VBD", "VBZ", "VBP"):
            continue
        yield replace(verb, head=verb.i if believed.head == believed.i else believed.head, dep=believed.dep)
        yield replace(who, head=verb.i, dep=body.dep)
        yield replace(believed, head=who.i, dep="acl", tag="VBN")
        yield replace(body, head=believed.i, dep="xcomp")
        for t in children(tokens, believed.i):
            if t.i > verb.i:
                yield replace(t, head=verb.i)
