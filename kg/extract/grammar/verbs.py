"""The frame of a verb: whether a rule's words stand with it, and who fills its parts in any voice."""

from __future__ import annotations

from kg.english.closed import DAYS
from kg.extract.grammar.frame import Frame
from kg.extract.grammar.objects import agents, behind_made, is_infinitive, objects, obliques
from kg.extract.grammar.subjects import external
from kg.extract.grammar.tree import DESCRIBING, SUBJECTS, Tree
from kg.rules.claims import Pattern
from kg.rules.words import WordLists

# Prepositions whose phrase still belongs to the verb when the parser hung it on the object: "sent aid to the rebels".
# What these call somebody is no second object.
NAMING = ("designate", "name", "label", "declare", "brand", "call", "term", "deem", "consider")
LOOSE = ("to", "with", "from", "into", "against", "as")


# "Fired a rocket on Sunday" tells when.
DAY_WORDS = DAYS | {"weekend", "morning", "afternoon", "evening", "night", "day"}


def verb_frame(tree: Tree, verb: int, pattern: Pattern, words: WordLists) -> Frame | None:
    """The frame of a verb (or adjective) that the pattern fits, or None."""
    if not tree.words.issuperset(pattern.words):  # most patterns of several words end here
        return None
    cue = cue_of(tree, verb, pattern)
    if cue is None:
        return None
    frame = Frame(verb, cue, clause=verb)
    passive = tree.is_passive(verb)
    subject = _subject(tree, verb, words)
    direct = _direct(tree, frame, pattern, subject)
    for word, tokens in obliques(tree, verb).items():
        frame.add(word, tokens)
    _add_past_descriptions(tree, frame)
    _add_cue_phrases(tree, frame)
    if any(tree.tokens[k].dep == "compound:prt" for k in cue[1:]):
        frame.add(
            pattern.preposition or "", direct
        )  # a preposition read as a particle: "call on Rwanda to talk"
    frame.add("doer", _agents(tree, verb, cue) if passive else subject)
    frame.add("direct", direct)
    frame.add("theme", direct or subject)
    undergoer = frame.roles.get(pattern.preposition, []) if pattern.preposition else direct
    if pattern.preposition and not undergoer:
        return None
    frame.add("undergoer", undergoer)
    for k in tree.kids(verb, "xcomp", "advcl"):
        if is_infinitive(tree, k):
            frame.add("purpose", objects(tree, k))
    _add_owners(tree, frame)
    return frame


def _add_past_descriptions(tree: Tree, frame: Frame) -> None:
    """From whom, past what only describes the object: "captured villages overlooking Maan from the rebels"."""
    for obj in tree.kids(frame.trigger, "obj"):
        for k in tree.kids(obj, "acl"):
            if tree.tokens[k].lower in DESCRIBING:
                frame.add("from", [n for n in tree.kids(k, "obl") if tree.case(n) == ("from",)])


def _add_cue_phrases(tree: Tree, frame: Frame) -> None:
    """The phrases of the words behind the verb: "received support from Iran"."""
    for k in frame.cue[1:]:
        for n in tree.kids(k, "nmod", "obl"):
            for word in tree.case(n):
                frame.add(word, [n])
            for m in tree.kids(n, "nmod"):  # "battles for control of the country against the army"
                frame.add("against", [m] if tree.case(m) == ("against",) else [])
            if tree.name(n) is not None:  # "lost control of Goma to the M23"
                frame.add("to", [m for m in tree.kids(n, "nmod") if tree.case(m) == ("to",)])


def _add_owners(tree: Tree, frame: Frame) -> None:
    """Whose the noun of a pattern is ("alleged Iranian involvement"), and who acts in the clause that a verb tells."""
    for k in frame.cue[1:]:
        if tree.tokens[k].pos == "NOUN":
            frame.add("owner", [n for n in tree.kids(k, "nmod:poss", "amod", "compound") if n < k])
            frame.add("owner", [n for n in tree.kids(k, "nmod") if tree.case(n) in (("by",), ("of",))])
    last = frame.cue[-1]
    for k in (c for word in frame.cue for c in tree.kids(word, "ccomp")):
        if tree.tokens[k].pos == "VERB" and not tree.is_passive(k):
            frame.add("told", tree.kids(k, "nsubj") or tree.kids(last, "obj"))
    if tree.tokens[last].lemma == "see" and tree.kids(last, "xcomp"):
        frame.add("told", tree.kids(last, "obj"))  # "wants to see Russia leave"


def _subject(tree: Tree, verb: int, words: WordLists) -> list[int]:
    """The subject, or the noun that an adjective qualifies."""
    token = tree.tokens[verb]
    stray = (
        token.pos == "ADJ" and token.dep in ("advcl", "xcomp", "conj") and tree.tokens[verb - 1].pos == "NOUN"
    )
    if stray and not tree.kids(verb, "cop", *SUBJECTS):
        return [verb - 1]  # "targeting officials loyal to Saleh"
    found = external(tree, verb, words)
    if found or token.pos != "ADJ":
        return found
    qualifies = token.dep in ("amod", "appos", "acl") and tree.case(token.head)[:1] != ("according",)
    return [token.head] if qualifies else []


def _agents(tree: Tree, verb: int, cue: tuple[int, ...]) -> list[int]:
    """Who acts in a passive; coordinated participles share the agent ("was bombed and killed by")."""
    dead = (k for k in cue[1:] if tree.tokens[k].pos == "ADJ")  # "was shot dead by": hung on "dead"
    if found := agents(tree, verb) or [a for k in dead for a in agents(tree, k)]:
        return found
    joined = (k for k in tree.kids(verb, "conj") if tree.tokens[k].tag == "VBN")
    return [a for k in joined if not tree.kids(k, "nsubj:pass") for a in agents(tree, k)]


def _direct(tree: Tree, frame: Frame, pattern: Pattern, subject: list[int]) -> list[int]:
    """Whom it is done to: the object, the subject of a passive, the noun a participle stands before."""
    token, cue = tree.tokens[frame.trigger], frame.cue
    passive = tree.is_passive(token.i)
    found = subject if passive else objects(tree, token.i)
    if not found and not passive:  # "shot dead a mayor": the parser hung the object on the second word
        found = [o for k in cue[1:] for o in tree.kids(k, "obj")]
    if token.lemma in NAMING:
        found = found[:1]  # "designated the group a terrorist organisation"
    if passive and token.dep == "amod":
        found = [token.head]
    found = [k for k in found if k not in cue]
    if found or passive:
        return found
    particles = [tree.tokens[k] for k in cue[1:] if tree.tokens[k].lower != pattern.preposition]
    return [
        t.head for t in particles if t.dep == "case" and t.head not in cue
    ]  # a particle read as a preposition: "taken over the town"


def cue_of(tree: Tree, verb: int, pattern: Pattern) -> tuple[int, ...] | None:
    """The tokens of the cue when every word of the pattern stands in its place, or None."""
    cue = [verb]
    for word in pattern.rest:
        found = _word(tree, verb, word, cue[-1])
        if found is None:
            return None
        cue.append(found)
    particles = tree.kids(verb, "compound:prt")
    if not pattern.rest and any(tree.tokens[k].lower != pattern.preposition for k in particles):
        return None  # "back out" is not "back", "break off … with" not "break with"
    if pattern.preposition is None:
        return tuple(cue)
    return _with_preposition(tree, cue, pattern.preposition)


def _word(tree: Tree, verb: int, word: str, last: int) -> int | None:
    """Where a word of a pattern stands: below the verb, among its objects, as a particle, or right behind `last`."""
    tokens = tree.tokens
    for k in tree.children[verb]:
        token = tokens[k]
        if k > max(verb, last) and word in (token.lower, token.lemma) and token.dep not in ("nsubj", "punct"):
            return k
    for k in _things(tree, verb):
        if word in (tokens[k].lower, tokens[k].lemma) and tokens[k].pos != "PRON":
            return k
    for k in tree.kids(verb, "obl"):  # "drove them out of Palmyra": the particle read as a preposition
        for c in tree.kids(k, "case"):
            if tokens[c].lower == word and c > verb:
                return c
    if last + 1 < len(tokens) and word in (tokens[last + 1].lower, tokens[last + 1].lemma):
        return last + 1
    return None


def _things(tree: Tree, verb: int) -> list[int]:
    """What is given, fired or used: "provided shelter and money to", "fired dozens of rockets", "were fired"."""
    heads = [c for k in tree.kids(verb, "obj") for c in tree.conjuncts(k)]
    if tree.is_passive(verb):
        token = tree.tokens[verb]
        heads += tree.kids(verb, "nsubj:pass") or [token.head] * (token.dep == "acl")
    shares = [n for k in heads for n in tree.kids(k, "nmod") if tree.case(n) in (("of",), ("in",))]
    return heads + shares


def _with_preposition(tree: Tree, cue: list[int], preposition: str) -> tuple[int, ...] | None:
    """The cue with the preposition where that follows it directly; None where no phrase of the verb has it."""
    verb = cue[0]
    near = (*cue[1:], *tree.kids(verb, "obj", "advmod"))  # "made up mainly of": hung on the adverb
    hung = [n for c in near for n in tree.kids(c, "nmod", "obl")]
    if preposition == "against":
        hung += [m for n in hung for m in tree.kids(n, "nmod")]
    if preposition not in LOOSE and tree.tokens[verb].lemma not in (
        "blame",
        "pin",
    ):  # "blamed the attack on rebels"
        hung = [
            n for n in hung if tree.tokens[n].head in cue or tree.tokens[tree.tokens[n].head].pos == "ADV"
        ]
    if preposition == "to":
        hung += [n for k in tree.kids(verb, "obj") for n in behind_made(tree, k)]
    misread = tree.kids(verb, "obl:agent")  # "fired by X towards Y"
    for k in tree.kids(verb, "obl", "nmod", "advmod", "xcomp", "obj") + misread + hung:
        if preposition in tree.case(k) and not (preposition == "on" and tree.tokens[k].lower in DAY_WORDS):
            last = max(cue)
            cases = [c for c in tree.kids(k, "case") if tree.tokens[c].lower == preposition]
            return (*cue, *(c for c in cases if c == last + 1))
    particles = [k for k in tree.kids(verb, "compound:prt") if tree.tokens[k].lower == preposition]
    governs = bool(tree.kids(verb, "obj")) or tree.is_passive(verb)  # "were fired on by rebels"
    return (*cue, particles[0]) if particles and particles[0] > max(cue) and governs else None
