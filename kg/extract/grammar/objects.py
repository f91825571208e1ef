"""What verbs govern behind them: objects, the "by" phrase of a passive, and prepositional phrases."""

from __future__ import annotations

from kg.extract.grammar.tree import RELATIVE, SUBJECTS, Tree

# Verbs with an object that the next verb has as well.
SHARING = frozenset(
    "target attack ambush raid bomb shell storm besiege hit strike shoot abduct kidnap arrest detain capture torture"
    " execute seize".split()
)
AVOWING = (
    "reaffirm",
    "reiterate",
    "renew",
    "express",
    "stress",
    "underline",
    "underscore",
    "voice",
    "pledge",
)
MAKING = frozenset("make build manufacture produce buy purchase seize capture assemble worth".split())
OWNERS = ("its", "their", "his", "her")
SHARES = frozenset("half third quarter fifth tenth".split())
BLAMING = ("blame", "criticise", "criticize", "condemn", "denounce", "accuse", "praise", "thank")


def antecedent(tree: Tree, k: int, verb: int) -> int | None:
    """The noun behind a relative pronoun; the token itself when it is none."""
    if tree.tokens[k].lower not in RELATIVE:
        return k
    if tree.tokens[k].lower == "who" and k >= 2 and tree.tokens[k - 1].lower == ",":
        name = tree.name(k - 2)  # "the south, held by Mr Smith, who": who else
        if name is not None and (name.kind == "Person" or name.title is not None):
            return k - 2
    for up in (verb, *tree.up(verb)):
        if tree.tokens[up].dep in ("acl:relcl", "acl"):
            return tree.tokens[up].head
    return None


def joined_owner(tree: Tree, k: int, noun: int) -> int | None:
    """Whose "its" is behind "and" or "in": "armed Hamas and its wing", "the determination of Iraq in its fight"."""
    if k < 2 or tree.tokens[k].lower not in OWNERS:
        return None
    before, first, deed = tree.tokens[k - 1].lower, tree.tokens[k - 2], tree.tokens[noun]
    joined = before == "and" and deed.dep == "conj"
    if not joined and not (before == "in" and deed.dep == "nmod" and deed.head == first.i):
        return None
    name = tree.name(first.i)
    is_person = name is not None and (name.kind == "Person" or name.title is not None)
    if first.pos not in ("NOUN", "PROPN") or is_person != (tree.tokens[k].lower in ("his", "her")):
        return None
    return first.i


def avower(tree: Tree, k: int, noun: int) -> list[int]:
    """Whose "its" is behind a verb of avowal: in "France renewed its support" it is the subject's."""
    token = tree.tokens[noun]
    verb = tree.tokens[token.head]
    if tree.tokens[k].lower not in OWNERS or token.dep != "obj" or verb.lemma not in AVOWING:
        return []
    return [s for s in tree.kids(verb.i, "nsubj") if tree.tokens[s].lower not in RELATIVE]


def agents(tree: Tree, verb: int) -> list[int]:
    """The "by" phrase of a passive."""
    found = [k for k in tree.kids(verb, "obl:agent", "obl", "nmod") if tree.case(k) == ("by",)]
    if not found and tree.tokens[verb].lemma in BLAMING and tree.is_passive(verb):
        for k in tree.kids(verb, "obl"):  # "was blamed for the attack by Iran": hung on the nearest noun
            found += [n for n in tree.kids(k, "nmod") if tree.case(n) == ("by",)]
    return found


def objects(tree: Tree, verb: int) -> list[int]:
    """The objects of a verb; what a relative clause qualifies where that is one ("the town they took")."""
    token = tree.tokens[verb]
    found = [antecedent(tree, k, verb) for k in tree.kids(verb, "obj", "iobj")]
    if not found and token.dep == "acl:relcl":
        own = tree.kids(verb, *SUBJECTS)
        if own and tree.tokens[own[0]].lower not in RELATIVE and not tree.kids(verb, "cop"):
            found = [token.head]
    if not found and token.lemma in SHARING:  # "targeted and killed three commanders"
        behind = [k for k in tree.kids(verb, "conj") if k == verb + 2 and tree.tokens[k].tag == token.tag]
        found = [o for k in behind for o in tree.kids(k, "obj")]
    if (
        not found
        and token.dep == "conj"
        and token.head == verb - 2
        and tree.tokens[token.head].tag == token.tag
    ):
        # "abducted and killed citizens": the parser hung them on the first verb
        found = [k for k in tree.kids(token.head, "obj") if k > verb]
    if not found:  # "took over about a third of the country": no preposition before an amount
        found = [
            k
            for k in tree.kids(verb, "obl")
            if tree.case(k) in ((), ("about",)) and tree.tokens[k].lemma in SHARES
        ]
    return [k for k in found if k is not None]


# "According to", "due to" lead to no place and nobody, unlike "to".
ABSTRACT = (("according",), ("due",), ("thanks",), ("owing",), ("contrary",), ("prior",))


def obliques(tree: Tree, verb: int) -> dict[str, list[int]]:
    """Prepositional phrases by preposition; those that the parser hung on the object come after the verb's own."""
    found: dict[str, list[int]] = {}
    for k in tree.kids(verb, "obl", "nmod", "obl:agent", "advmod", "obl:unmarked", "obj"):
        case = tree.case(k)
        for word in case[:1] if case[:1] in ABSTRACT else case:
            found.setdefault(word, []).append(k)
    for adverb in tree.kids(verb, "advmod"):  # "operates mainly in Syria": hung on the adverb
        for k in tree.kids(adverb, "obl") if tree.tokens[adverb].tag == "RB" else ():
            for word in tree.case(k):
                found.setdefault(word, []).append(k)
    for obj in tree.kids(verb, "obj"):
        for k in tree.kids(obj, "nmod"):
            for word in tree.case(k):
                if word not in ("of", "by"):
                    found.setdefault(word, []).append(k)
        for k in behind_made(tree, obj):
            found.setdefault("to", []).append(k)
    return found


def behind_made(tree: Tree, obj: int) -> list[int]:
    """To whom something goes, hung on what tells of its make: "supplied weapons made in China to the rebels"."""
    made = [k for c in tree.conjuncts(obj) for k in tree.kids(c, "acl") if tree.tokens[k].lemma in MAKING]
    return [n for k in made for n in below(tree, k) if tree.case(n) == ("to",)]


def below(tree: Tree, verb: int) -> list[int]:
    """The phrases of a participle and those hung on them: "made in China to"."""
    phrases = tree.kids(verb, "obl")
    return [*phrases, *(n for k in phrases for n in tree.kids(k, "nmod"))]


def is_infinitive(tree: Tree, verb: int) -> bool:
    """Whether a verb stands with "to"."""
    return any(tree.tokens[k].lower == "to" for k in tree.kids(verb, "mark", "aux", "case"))
