"""Sources that frame a whole sentence, wherever the parser hung them, and which of several sources is the one."""

from __future__ import annotations

from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.records import Argument
from kg.rules.words import WordLists

NAMELESS = ("Collective", "Person")


def speaker_among(tree: Tree, resolver: Resolver, i: int) -> Argument | None:
    """Who speaks at a noun: the first of those joined by "and" who has a name, else the first.

    "Activists and the Observatory said": the Observatory.
    """
    first = resolver.speaker_at(i)
    known = tree.name(i) is not None or tree.tokens[i].pos == "PRON"
    apposed = () if known else (k for k in tree.kids(i, "appos") if k > i and tree.name(k) is not None)
    person = next((a for k in apposed if (a := resolver.speaker_at(k)) is not None), None)
    if person is not None and person.entity.type == "Person":
        return person  # "the governor of Darfur, Minni Minnawi, said"
    if known or first is not None and first.entity.type not in NAMELESS:
        return first
    named = (resolver.speaker_at(k) for k in tree.conjuncts(i)[1:] if tree.name(k) is not None)
    return next((found for found in named if found is not None), None) or first


def framing(tree: Tree, trigger: int, resolver: Resolver, words: WordLists) -> Argument | None:
    """A source that frames the whole sentence, wherever the parser hung it.

    "According to X," at its head, ", according to X" or ", X said" at its end.
    """
    tokens = tree.tokens
    last = len(tokens) - 1
    while last > 0 and tokens[last].pos == "PUNCT":
        last -= 1
    for token in tokens if "according" in tree.words else ():
        if token.lower == "according" and token.i + 2 < len(tokens):
            begins = (
                token.i <= 1 or tokens[token.i - 1].lower == ";" or token.i == 2 and tokens[1].lower == ","
            )
            phrase = _noun_behind(tree, token.i + 2)
            if (
                phrase is not None
                and (begins or phrase >= last - 3 or _ends_sentence(tree, token.i, phrase))
                and trigger not in range(token.i, phrase + 1)
                and not parted(tree, trigger, phrase)
                and not parted(tree, phrase, trigger)
            ):
                if begins == (trigger < token.i):
                    continue
                return speaker_among(tree, resolver, phrase)
    for token in reversed(tokens):
        if token.i < last - 4:
            break
        if (
            token.lemma in words.grammar["reporting_verbs"]
            and token.lemma not in words.grammar["denying_verbs"]  # "a charge that Iran denies"
            and token.tag in ("VBD", "VBZ", "VBP")
            and trigger < token.i
        ):
            subject = token.i - 1
            while subject > 0 and tokens[subject].pos in ("ADV", "AUX"):
                subject -= 1
            first = subject
            while first > 0 and tokens[first - 1].pos in ("NOUN", "PROPN", "ADJ", "DET", "NUM"):
                first -= 1
            comma = first > 0 and tokens[first - 1].lower in (",", '"', "”", "''")
            told = comma and trigger < first and not parted(tree, trigger, token.i)
            if tokens[subject].pos in ("NOUN", "PROPN", "PRON") and told and _is_last(tree, token.i):
                return speaker_among(tree, resolver, subject)
            break
    return None


def _ends_sentence(tree: Tree, according: int, noun: int) -> bool:
    """Whether nothing but more about the source stands behind it: ", according to a statement on state television"."""
    behind = tree.tokens[noun + 1 : -1]
    return tree.tokens[according - 1].lower == "," and not any(
        t.lower in (",", ";", "and", "but") for t in behind
    )


def _noun_behind(tree: Tree, i: int) -> int | None:
    """The head of the noun phrase that begins at token i."""
    k = i
    while k < len(tree.tokens) and tree.tokens[k].pos in ("DET", "ADJ", "NUM"):
        k += 1
    while (
        k + 1 < len(tree.tokens)
        and tree.tokens[k].pos in ("NOUN", "PROPN")
        and tree.tokens[k + 1].pos in ("NOUN", "PROPN")
    ):
        k += 1
    return k if k < len(tree.tokens) and tree.tokens[k].pos in ("NOUN", "PROPN", "PRON") else None


def _is_last(tree: Tree, said: int) -> bool:
    """Whether a verb of saying has no content behind it, unlike "After the raid, Russia said nothing"."""
    return not any(k > said for k in tree.kids(said, "obj", "ccomp", "xcomp"))


def parted(tree: Tree, trigger: int, later: int) -> bool:
    """Whether a semicolon stands between a claim and a later word: who speaks behind it did not speak before.

    Semicolons of one list part nothing: "the strikes hit a bridge; damaged two roads; and killed six, he added".
    """
    marks = [t.i for t in tree.tokens[trigger:later] if t.lower == ";"] if later > trigger else []
    return any(_begins_sentence(tree, mark, later) for mark in marks)


def _begins_sentence(tree: Tree, mark: int, later: int) -> bool:
    """Whether the words behind a semicolon are a sentence, and no more of what the subject before it did."""
    behind = [t for t in tree.tokens[mark + 1 :] if t.pos not in ("CCONJ", "ADV", "PUNCT")]
    goes_on = (
        bool(behind) and behind[0].tag in ("VBD", "VBN") and behind[0].pos == "VERB" and behind[0].i < later
    )
    return not (goes_on and not any(k < behind[0].i for k in tree.kids(behind[0].i, "nsubj", "nsubj:pass")))
