"""The frame of a noun that names a happening or a tie: what stands around it, and the verb that carries it."""

from __future__ import annotations

from kg.extract.grammar.carriers import add_carrier, add_under
from kg.extract.grammar.frame import Frame
from kg.extract.grammar.objects import (
    BLAMING,
    agents,
    antecedent,
    avower,
    is_infinitive,
    joined_owner,
    objects,
    obliques,
)
from kg.extract.grammar.subjects import noun_before_infinitive
from kg.extract.grammar.tree import RELATIVE, SUBJECTS, Tree
from kg.rules.words import WordLists

# What lies between two countries: "forces on the border between Chad and Sudan" are not between them.
BORDERS = frozenset(
    "border frontier boundary line road highway route corridor crossing area zone buffer strip pass ground".split()
)

AIMS = (("on",), ("against",), ("at",), ("near",))


def noun_frame(tree: Tree, noun: int, first: int, words: WordLists) -> Frame:
    """The frame of a noun whose words begin at token `first`, with the verb that carries it."""
    frame = Frame(noun, tuple(range(first, noun + 1)))
    _add_before(tree, frame)
    _add_behind(tree, frame, words)
    _drop_blame(tree, frame)
    _add_clauses(tree, frame, words)
    _add_foes_of_means(tree, frame, words)
    _add_shared_owner(tree, frame)
    _add_stray_phrases(tree, frame, words)
    add_carrier(tree, frame, words)
    in_hands = tree.tokens[noun].lower == "hands" and tree.case(noun) in (("in",), ("into",))
    is_deal = tree.tokens[noun].lemma in words.grammar["agreements"]
    if (tree.case(noun) == ("under",) and not is_deal) or in_hands:
        add_under(tree, frame, words)
    return frame


def _add_before(tree: Tree, frame: Frame) -> None:
    """Possessor and modifiers: "Russia's strikes", "Russian strikes"."""
    noun, tokens = frame.trigger, tree.tokens
    for k in tree.kids(noun, "nmod:poss"):
        if avowed := avower(tree, k, noun):
            frame.add("poss", avowed)
            continue
        last = [f for f in tree.kids(k, "flat") if f < noun and tree.name(f) is not None]
        if last and tree.name(k) is not None:
            frame.add("poss", last[-1:])  # "Yemen al-Qaeda attack": a headline's place and doer
            continue
        owner = joined_owner(tree, k, noun)
        if owner is None:
            owner = antecedent(tree, k, noun)  # "whose commander" is the commander of what stands before
        frame.add("poss", [k if owner is None else owner])
    for k in tree.kids(noun, "amod", "compound", "nmod", "flat", "nummod"):
        if k < frame.cue[0] and tokens[k].dep != "nummod" and not tree.case(k):
            frame.add("mod", [k])
    for part in frame.cue[:-1]:  # "Russian drone strikes": the parser hangs the first word on the second
        frame.add("mod", [k for k in tree.kids(part, "amod", "compound") if k < frame.cue[0]])


def _add_behind(tree: Tree, frame: Frame, words: WordLists) -> None:
    """Prepositional phrases, those too that the parser hung on people: "the arrest of journalists by Turkey"."""
    noun, tokens = frame.trigger, tree.tokens
    for k in tree.kids(noun, "nmod", "obl", "obl:agent"):
        if k <= noun:
            continue
        for word in tree.case(k):
            frame.add(word, [k])
        people = tree.name(k) is not None or tokens[k].lemma in words.nouns
        fired = tokens[k].lemma in words.grammar["guns"]  # "a barrage of rockets into Israel"
        if (people or fired) and tree.case(k) in (("of",), ("between",)):
            for n in (n for c in tree.conjuncts(k) for n in tree.kids(c, "nmod")):
                for word in tree.case(n):
                    if word != "of":
                        frame.add(word, [n])


def _drop_blame(tree: Tree, frame: Frame) -> None:
    """ "Blamed the attack on rebels", "was blamed for the attack by Iran": not of the attack, but of the blaming."""
    token = tree.tokens[frame.trigger]
    verb = tree.tokens[token.head]
    if verb.pos != "VERB" or verb.lemma not in (*BLAMING, "pin"):
        return
    if token.dep == "obj" and verb.lemma in ("blame", "pin"):
        frame.roles.pop("on", None)
    if token.dep == "obl" and set(agents(tree, verb.i)) & set(frame.roles.get("by", ())):
        frame.roles.pop("by", None)


def _add_clauses(tree: Tree, frame: Frame, words: WordLists) -> None:
    """What clauses on the noun tell of it: "a campaign to retake Aleppo", "an attack launched by rebels"."""
    noun = frame.trigger
    for k in tree.kids(noun, "acl", "acl:relcl"):
        _add_clause(tree, k, frame, words)
        if tree.tokens[noun].lemma in words.grammar["hearsay"] and not tree.is_passive(k):
            told = any(
                tree.tokens[m].lower == "that" for m in tree.kids(k, "mark")
            )  # "allegations that Iran armed them"
            frame.add("told", tree.kids(k, "nsubj") if told else [])
    head = tree.tokens[noun].head
    if head != noun:
        for k in tree.kids(head, "advcl", "xcomp"):
            if noun_before_infinitive(tree, k, words) == noun:
                _add_clause(tree, k, frame, words)


def _add_clause(tree: Tree, verb: int, frame: Frame, words: WordLists) -> None:
    token, grammar = tree.tokens[verb], words.grammar
    if is_infinitive(tree, verb):
        _add_purpose(tree, verb, frame)
    elif _tells_harm(tree, verb, words):  # "an attack that killed three soldiers in Jordan"
        frame.add("against", objects(tree, verb))
        for word, found in obliques(tree, verb).items():
            if word != "by":
                frame.add(word, found)
    elif token.lemma not in grammar["light_verbs"] and token.lemma not in grammar["happening_verbs"]:
        _add_phrases_of_participle(tree, verb, frame)
    else:
        perfect = token.tag == "VBN" and any(tree.tokens[k].lemma == "have" for k in tree.kids(verb, "aux"))
        if tree.is_passive(verb) or token.tag == "VBN" and not perfect:
            frame.add("doer", agents(tree, verb))
            _add_aims(tree, frame, agents(tree, verb))
        elif token.dep == "acl:relcl":
            own = tree.kids(verb, *SUBJECTS)
            named = [k for k in own if not perfect or tree.tokens[k].pos != "PRON"]  # not "we have made"
            frame.add("doer", [k for k in named if tree.tokens[k].lower not in RELATIVE])
        for word, found in obliques(tree, verb).items():
            if word != "by":
                frame.add(word, found)


def _tells_harm(tree: Tree, verb: int, words: WordLists) -> bool:
    """Whether a relative clause tells whom its noun hit: "that killed", "which targeted"."""
    token = tree.tokens[verb]
    if token.dep != "acl:relcl" or token.lemma not in words.grammar["hitting_verbs"] or tree.is_passive(verb):
        return False
    return any(tree.tokens[k].lower in RELATIVE for k in tree.kids(verb, *SUBJECTS))


def _add_purpose(tree: Tree, verb: int, frame: Frame) -> None:
    """What a happening is for: "an operation to drive rebels from Aleppo"."""
    for k in (verb, *tree.kids(verb, "conj")):
        frame.add("purpose", objects(tree, k))
        for phrase in tree.kids(k, "obl"):
            for word in tree.case(phrase):
                if word in ("from", "on", "against"):
                    frame.add("purpose", [phrase])


def _add_phrases_of_participle(tree: Tree, verb: int, frame: Frame) -> None:
    """Place and beneficiary behind a participle of any verb: "talks held in Geneva"."""
    if tree.tokens[verb].tag != "VBN":
        return
    for k in tree.kids(verb, "obl"):
        for word in tree.case(k):
            if word in ("in", "for", "at", "near"):
                frame.add(word, [k])


def _add_foes_of_means(tree: Tree, frame: Frame, words: WordLists) -> None:
    """ "Strikes using aircraft and artillery against ISIL": whom the means are used against, the happening hits."""
    if "against" not in tree.words:
        return
    below = tree.subtree(frame.trigger)
    if not any(
        tree.tokens[k].lemma in words.grammar["means_verbs"] and tree.tokens[k].pos == "VERB" for k in below
    ):
        return
    for k in sorted(below):
        if k > frame.trigger and tree.case(k) == ("against",) and _is_means(tree, tree.tokens[k].head, words):
            frame.add("against", [k])


def _is_means(tree: Tree, i: int, words: WordLists) -> bool:
    """Whether a word is a verb of using or names a weapon or a vehicle."""
    token = tree.tokens[i]
    noun = words.nouns.get(token.lemma)
    is_vehicle = noun is not None and noun.kind == "vehicle"
    return (
        is_vehicle or token.lemma in words.grammar["weapons"] or token.lemma in words.grammar["means_verbs"]
    )


def _add_shared_owner(tree: Tree, frame: Frame) -> None:
    """The possessor of the first of two nouns is that of the second too: "Russia's raids and shelling"."""
    if (
        tree.tokens[frame.trigger].dep == "conj"
        and not frame.roles.get("mod")
        and not frame.roles.get("poss")
    ):
        for k in tree.kids(tree.head_of_conjuncts(frame.trigger), "nmod:poss"):
            frame.add("poss", [k])


def _add_stray_phrases(tree: Tree, frame: Frame, words: WordLists) -> None:
    """Phrases that the parser hung on the nearest noun: "fighting in Aleppo between A and B"."""
    for k in tree.kids(frame.trigger, "nmod", "obl", "acl"):
        for n in tree.kids(k, "nmod", "obl", "obj"):
            for far in (n, *tree.kids(n, "nmod")):
                own = words.grammar["deeds"] if tree.case(far) == ("by",) else ()
                near = tree.tokens[far].head
                if tree.tokens[near].lemma in own and tree.case(near) != ("in",):
                    continue  # "a strike in retaliation for attacks by Hezbollah": those are its attacks
                if tree.case(far) == ("between",) and tree.tokens[near].lemma in BORDERS:
                    continue
                if tree.case(far) in (("between",), ("from",), ("by",)):
                    frame.add(tree.case(far)[0], [far])
    _add_aims(
        tree,
        frame,
        [k for k in tree.kids(frame.trigger, "nmod", "obl", "obl:agent") if tree.case(k) == ("by",)],
    )


def _add_aims(tree: Tree, frame: Frame, doers: list[int]) -> None:
    """What the parser hung on the doer: "shelling by the army on Gao", "a raid carried out by rebels near Gao"."""
    for part in (c for doer in doers for c in tree.conjuncts(doer)):
        for k in tree.kids(part, "nmod"):
            if k > part and tree.case(k) in AIMS:
                frame.add(tree.case(k)[0], [k])
