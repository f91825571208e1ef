"""The verb that carries a noun: "launched an attack", "were hit by strikes", "put the city under siege"."""

from __future__ import annotations

from kg.extract.grammar.frame import Frame
from kg.extract.grammar.objects import agents, is_infinitive, objects, obliques
from kg.extract.grammar.occasions import VISITS, credit, is_caused, takes_part
from kg.extract.grammar.subjects import external
from kg.extract.grammar.tree import Tree
from kg.extract.status.negation import is_nobody
from kg.records import Token
from kg.rules.words import WordLists

# "Abqaiq was the target of an attack".
POINTS_OF = ("target", "victim", "scene", "site", "focus")
# "Fought a battle": the noun says again what the verb says.
# "Called a truce", "cast a veto", "clinched a deal": verbs that carry no noun but these.
TRUCES = ("truce", "ceasefire", "cease-fire", "armistice")
DEALS = ("deal", "agreement", "accord", "pact", "treaty", "memorandum", "compromise", *TRUCES)
VETOES = ("veto", "vetoes")
COGNATES = {
    "fight": ("battle", "war", "skirmish", "gunbattle", "duel", "campaign", "insurgency"),
    "call": ("truce", "ceasefire", "cease-fire", "halt", "strike", "protest", "demonstration", "rally"),
    "observe": TRUCES, "accept": TRUCES,
    "conclude": DEALS, "initial": DEALS, "ink": DEALS, "clinch": DEALS, "finalise": DEALS, "finalize": DEALS,
    "use": VETOES, "cast": VETOES, "wield": VETOES, "exercise": VETOES,
}  # fmt: skip
# "Were locked in combat": a state of the subject, though it looks like a passive.
STATIVE = ("lock", "engage", "involve")
# "Protests swept Iraq": the object is where, not against whom.
SPREADING = ("sweep", "engulf")
# "Aleppo saw heavy fighting": the subject is where.
WITNESSING = ("see", "witness")
AT_PLACE = ("on", "in", "at", "near", "outside")
# Who does this to somebody "for talks" talks with him.
JOINING = ("join", "host", "receive", "welcome")
# "The army halted the advance": more often another's than its own, unless it is "its advance".
HALTING = ("halt", "stop")
# "Responded with air strikes": what is done in answer.
ANSWERING = frozenset(("respond", "retaliate", "reply", "counter", "answer"))
# "Fighting is under way, ongoing": said of a happening as a verb says it.
UNDER_WAY = frozenset(("way", "underway", "ongoing", "progress"))
# "Works to end the war": the peacemaker does not fight it.
FOUGHT = ("war", "fighting", "conflict", "hostilities", "violence", "clash")
# "Ended the siege of the town by the rebels": not the besieger.
HELD_BY = ("siege", "blockade", "encirclement", "occupation")
# "Put, keep the city under siege" has a doer; in "the city fell, is under siege" the subject is who is under it.
PUTTING_UNDER = ("have", "hold", "keep", "put", "place", "bring", "leave")
BEING_UNDER = ("be", "come", "fall", "remain", "live", "stay", "bring")
# "The raid took place, took three hours"; of another object "take" tells what comes of it.
PLACING = frozenset(("place", "effect", "shape", "part", "minute", "hour", "day", "week", "month", "year"))


def add_carrier(tree: Tree, frame: Frame, words: WordLists) -> None:
    """Give a noun's frame the verb of which it is object or subject, when that only carries or places the happening."""
    token = _whole(tree, frame, words)
    if tree.kids(token.i, "cop"):
        frame.clause = token.i
        behind = tree.case(token.i)[-1:] == ("behind",)  # "Iran was behind the attack"
        acts = behind or tree.case(token.i) == ("on",) and token.lemma in VISITS  # "is on a visit to Mali"
        frame.add("doer" if acts else "called", tree.kids(token.i, "nsubj"))
        above = tree.tokens[token.head]
        if behind and above.lemma in words.grammar["suspecting_verbs"]:
            frame.clause = None  # "accused Iran of being behind the attack"
            charged = external(tree, above.i, words) if tree.is_passive(above.i) else objects(tree, above.i)
            frame.add("doer", charged)
        return
    above = tree.tokens[token.head]
    if token.dep == "nmod" and tree.case(token.i) == ("of",) and above.lemma in POINTS_OF:
        frame.clause = above.i
        if tree.kids(above.i, "cop"):
            frame.add("against", tree.kids(above.i, "nsubj"))
        return
    if (claimed := credit(tree, token)) is not None:
        token = claimed
    verb = _verb_above(tree, token)
    if verb.pos not in ("VERB", "AUX"):
        _add_state(tree, frame, token, verb, words)
        return
    if _carry(tree, frame, token, verb, words):
        for word, found in obliques(tree, verb.i).items():
            if word not in ("by", "of"):
                frame.add(word, [k for k in found if k != token.i])
                for k in found:  # "continued in Marib between A and B": hung on the nearest noun
                    frame.add("between", [n for n in tree.kids(k, "nmod") if tree.case(n) == ("between",)])


def _verb_above(tree: Tree, token: Token) -> Token:
    """The word that governs the noun; in "joined the ministers for talks" the verb, past its object."""
    above = tree.tokens[token.head]
    joined = tree.tokens[above.head]
    return joined if token.dep == "nmod" and above.dep == "obj" and joined.lemma in JOINING else above


def _add_state(tree: Tree, frame: Frame, token: Token, above: Token, words: WordLists) -> None:
    """What a noun or adjective above says: "are in Doha for talks", and who acts "in support of" somebody."""
    if tree.case(token.i) == ("for",) and tree.kids(above.i, "cop") and tree.case(above.i)[:1] == ("in",):
        frame.clause = above.i
        frame.add("doer", tree.kids(above.i, "nsubj"))
    if tree.case(token.i) == ("for",) and above.lemma == "responsible" and tree.kids(above.i, "cop"):
        frame.clause = above.i  # "is responsible for the attack"
        frame.add("doer", tree.kids(above.i, "nsubj"))
        frame.add("culprit", tree.kids(above.i, "nsubj"))
    if (clause := tree.clause(above.i)) != token.i:
        _add_host(tree, frame, token, clause, words)
    if token.dep == "nsubj" and above.lemma in UNDER_WAY and tree.kids(above.i, "cop"):
        frame.clause = above.i
        for word, found in obliques(tree, above.i).items():
            frame.add(word, [k for k in found if k != token.i])
    if token.dep == "root" or tree.kids(token.i, "cop"):
        frame.clause = token.i


def _whole(tree: Tree, frame: Frame, words: WordLists) -> Token:
    """The first of coordinated nouns, or the noun of which it is a phase: "Russia's wave of strikes"."""
    token = tree.tokens[tree.head_of_conjuncts(frame.trigger)]
    while (
        token.dep == "nmod"
        and tree.case(token.i) == ("of",)
        and tree.tokens[token.head].lemma in words.grammar["phases"]
    ):
        token = tree.tokens[tree.head_of_conjuncts(token.head)]
        for k in tree.kids(token.i, "nmod:poss"):
            frame.add("poss", [k])
        frame.add("by", [k for k in tree.kids(token.i, "nmod") if tree.case(k) == ("by",)])
    return token


def _carry(tree: Tree, frame: Frame, token: Token, verb: Token, words: WordLists) -> bool:
    """Fill the frame from the verb above the noun; whether the verb's prepositional phrases belong to it too."""
    grammar = words.grammar
    passive = tree.is_passive(verb.i)
    carried = _is_carried(tree, token, verb, words)
    if (
        tree.case(token.i) == ("for",)
        and token.dep in ("obl", "nmod")
        and verb.lemma in JOINING
        and not passive
        and not any(tree.tokens[k].tag == "NN" and tree.name(k) is None for k in objects(tree, verb.i))
    ):
        frame.clause = frame.light = verb.i  # "joined X for talks"
        frame.add("doer", external(tree, verb.i, words))
        frame.add("with", objects(tree, verb.i))
        return True
    if not carried:
        _add_host(tree, frame, token, tree.clause(verb.i), words)
    receives = verb.lemma in grammar["receiving_verbs"] or (verb.lemma, token.lemma) == ("take", "hit")
    if token.dep == "obj" and not passive and receives:
        _add_received(tree, frame, verb, words)
        return False
    hits = verb.lemma in grammar["hitting_verbs"]
    if carried:
        _add_light(tree, frame, verb, words)
    elif passive and hits and tree.case(token.i) == ("by",):
        frame.light = frame.clause = verb.i  # "were hit by drone strikes"
        frame.add("against", external(tree, verb.i, words))
    elif is_caused(tree, token, verb):
        frame.clause = verb.i
    elif takes_part(tree, frame, token, verb, words):
        return False
    elif (
        token.dep in ("nsubj", "nsubj:pass")
        and verb.lemma in grammar["happening_verbs"]
        and not (verb.lemma == "take" and _takes_something(tree, verb.i))
    ):
        frame.clause = verb.i
    elif token.dep == "nsubj" and verb.lemma in grammar["means_verbs"] and not passive:
        frame.clause = verb.i  # "airstrikes delivered munitions against"
    elif token.dep == "nsubj" and hits and not passive:
        frame.light = frame.clause = verb.i
        struck = [k for k in objects(tree, verb.i) if not is_nobody(tree, k)]  # "killed no civilians"
        frame.add("in" if verb.lemma in SPREADING else "against", struck)
    else:
        return False
    return True


def _add_received(tree: Tree, frame: Frame, verb: Token, words: WordLists) -> None:
    """Who was hit, by whom and where: "civilians are facing shelling by", "repulsed an attack on the base"."""
    frame.clause = verb.i
    frame.add("against", external(tree, verb.i, words))
    frame.add("by", agents(tree, verb.i))
    frame.add("from", obliques(tree, verb.i).get("from", []))
    if any(tree.tokens[k].pos == "PRON" for k in frame.roles.get("poss", ())):
        frame.roles.pop("poss")  # "Estonia suffered its first attack"
    for word in AT_PLACE:
        frame.add(word, obliques(tree, verb.i).get(word, []))


def _takes_something(tree: Tree, verb: int) -> bool:
    """Whether "take" is no mere happening: "the withdrawal could take the sting out of it"."""
    if tree.kids(verb, "compound:prt"):
        return False  # "the strikes took out a camp"
    return any(tree.tokens[k].lemma not in PLACING for k in tree.kids(verb, "obj"))


def _add_light(tree: Tree, frame: Frame, verb: Token, words: WordLists) -> None:
    """Doer and purpose from a light verb."""
    frame.light = frame.clause = verb.i
    noun = tree.tokens[frame.trigger].lemma
    makes_peace = verb.lemma == "end" and noun in FOUGHT
    makes_peace |= noun in HELD_BY and bool(frame.roles.get("by")) and not tree.is_passive(verb.i)
    if verb.lemma not in HALTING and not makes_peace:
        passive = tree.is_passive(verb.i)
        by = passive and verb.lemma not in STATIVE
        doers = agents(tree, verb.i) if by else external(tree, verb.i, words)
        if verb.lemma in WITNESSING:
            frame.add("host", doers)
        if verb.lemma != "announce" or not (passive or "of" in frame.roles):
            frame.add("doer", doers)  # "announced the killing of": not the announcer's doing
        if verb.lemma == "engage" and not passive:  # "engaged Hamas in talks"
            frame.add("with", objects(tree, verb.i))
    for k in tree.kids(verb.i, "xcomp", "advcl"):
        if is_infinitive(tree, k):
            frame.add("purpose", objects(tree, k))


def _add_host(tree: Tree, frame: Frame, token: Token, clause: int, words: WordLists) -> None:
    """Who acts "in support of", "in coordination with" somebody."""
    if tree.case(token.i) != ("in",):
        return
    verb = tree.tokens[clause]
    noun = tree.tokens[verb.head]
    above = tree.tokens[noun.head]
    if verb.dep == "acl" and noun.dep == "obj" and above.lemma in words.grammar["light_verbs"]:
        clause = above.i  # "conducted strikes coordinated in support of"
    frame.add("host", external(tree, clause, words))


def _is_carried(tree: Tree, token: Token, verb: Token, words: WordLists) -> bool:
    """Whether the verb above a noun is a light one: "launched an attack", "entered into talks"."""
    if verb.lemma == "agree" and token.lemma in words.grammar["agreements"]:  # "agreed (to) a ceasefire"
        return token.dep in ("obj", "nsubj:pass") or tree.case(token.i) in (("to",), ("on",), ("upon",))
    if token.dep == "obj" and token.lemma in COGNATES.get(verb.lemma, ()):
        return verb.lemma != "call" or tree.tokens[verb.i + 1].lower != "for"
    if verb.lemma == "agree" and token.dep == "obl" and tree.case(token.i) in (("to",), ("on",)):
        return True
    if verb.lemma in ANSWERING and token.dep in ("obl", "nmod") and tree.case(token.i) == ("with",):
        return not tree.is_passive(verb.i)
    if verb.lemma == "take" and token.dep == "obl" and tree.case(token.i) == ("in",):
        return any(tree.tokens[k].lemma == "part" for k in tree.kids(verb.i, "obj"))
    if verb.lemma == "involve":  # "are involved in fighting", not "the plan involves talks"
        told = any(tree.tokens[k].tag in ("VBD", "VBP", "VBZ", "VBN") for k in tree.kids(verb.i, "aux:pass"))
        return (
            told and token.dep == "obl" and tree.case(token.i) == ("in",)
        )  # nor "accused of being involved"
    if verb.lemma not in words.grammar["light_verbs"]:
        return False
    match token.dep:
        case "obj" | "nsubj:pass":
            return True
        case "obl" if not (verb.dep == "acl" and tree.tokens[verb.head].lemma not in words.nouns):
            # not "strikes coordinated in support of": strikes do nothing
            return tree.case(token.i)[:1] in (("into",), ("in",), ("under",), ("out",))
        case "nsubj":
            return tree.is_passive(verb.i)
    return False


def add_under(tree: Tree, frame: Frame, words: WordLists) -> None:
    """Who is under siege, under control: the noun before, or the object or subject of the verb."""
    token = tree.tokens[frame.trigger]
    head = tree.tokens[token.head]
    verb = head
    if head.pos in ("NOUN", "PROPN") and token.dep == "nmod":
        frame.add("patient", [head.i])
        verb = tree.tokens[head.head]
        if head.dep != "obj" and not (head.dep == "obl" and not tree.case(head.i)):
            return
    if verb.pos == "VERB" and verb.lemma in PUTTING_UNDER:
        frame.clause = frame.light = verb.i
        passive = tree.is_passive(verb.i)
        subject = external(tree, verb.i, words)
        frame.add("patient", subject if passive else tree.kids(verb.i, "obj"))
        frame.add("doer", agents(tree, verb.i) if passive else subject)
    elif verb.pos in ("VERB", "AUX") and verb.lemma in BEING_UNDER:
        frame.clause = verb.i
        frame.add("patient", external(tree, verb.i, words))
        _add_source(tree, frame, verb.i)
    if tree.kids(frame.trigger, "cop"):
        frame.clause = frame.trigger
        frame.add("patient", tree.kids(frame.trigger, "nsubj"))
        _add_source(tree, frame, frame.trigger)
    frame.add("against", frame.roles.get("patient", []))  # "came under attack"


def _add_source(tree: Tree, frame: Frame, verb: int) -> None:
    """ "Came under fire from rebels": who attacks stands behind "by" or "from"."""
    for k in tree.kids(verb, "obl", "nmod"):
        if tree.case(k) in (("by",), ("from",)):
            frame.add(tree.case(k)[0], [k])
