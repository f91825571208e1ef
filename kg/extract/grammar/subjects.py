"""Who does what a verb tells: its own subject, or the one that the sentence leaves understood."""

from __future__ import annotations

from kg.extract.grammar.objects import agents, antecedent, avower, is_infinitive, joined_owner
from kg.extract.grammar.tree import SUBJECTS, Tree
from kg.records import Token
from kg.rules.words import WordLists

ACTING_NOUNS = ("group", "forces", "fighters", "vehicle")
# Of what was said before or after somebody acts, he need not be the author.
BEFORE_OR_AFTER = (("following",), ("after",), ("before",), ("despite",), ("since",), ("amid",))
FURTHEST = 6  # clauses between a verb and its understood subject


def external(tree: Tree, verb: int, words: WordLists, depth: int = 0) -> list[int]:
    """What stands in subject position, own or understood (control, coordination, relative clauses)."""
    if depth:  # on the way to another verb's subject
        return _external(tree, verb, words, depth)
    found = tree.subjects.get(verb)
    if found is None:  # several readers ask for the same verb
        found = tree.subjects[verb] = _external(tree, verb, words, depth)
    return found


def _external(tree: Tree, verb: int, words: WordLists, depth: int) -> list[int]:
    if depth > FURTHEST:
        return []
    if (own := _own(tree, verb)) is not None:
        return own
    token = tree.tokens[verb]
    of_noun = token.dep == "conj" and tree.tokens[token.head].pos in ("NOUN", "PROPN")
    if of_noun and token.tag == "VBN" and any(k < verb for k in tree.kids(token.head, "acl")):
        return [token.head]  # "the coalition, led by A and backed by B"
    for aux in tree.kids(verb, "aux", "aux:pass"):  # the parser hung the subject on the auxiliary
        if hung := tree.kids(aux, *SUBJECTS):
            return hung
    match token.dep:
        case "conj" if tree.tokens[token.head].pos in ("VERB", "AUX", "NOUN", "ADJ"):
            return _shared(tree, token, words, depth)
        case "xcomp" | "ccomp" | "advcl":
            return _controlled(tree, token, words, depth)
        case "acl:relcl":
            return [token.head]
        case "root" if token.tag == "VBG":  # "Condemning the raid, Jordan recalled its envoy"
            return [s for k in tree.kids(verb, "parataxis") for s in tree.kids(k, *SUBJECTS)][:1]
        case "acl":
            return _of_noun_clause(tree, token, words, depth)
    return []


def _own(tree: Tree, verb: int) -> list[int] | None:
    """The verb's own subject; None where it has none, or an empty "it" or "there"."""
    own = [antecedent(tree, k, verb) for k in tree.kids(verb, *SUBJECTS) if tree.tokens[k].lower != "there"]
    if len(own) > 1 and ";" in tree.words:  # "the army left; however, the rebels stayed": a sentence each
        stop = max((t.i for t in tree.tokens[:verb] if t.lower == ";"), default=-1)
        own = [k for k in own if k is None or k > stop] or own
    if own:
        return [k for k in own if k is not None]
    if tree.tokens[verb].pos == "NOUN" and tree.kids(
        verb, "cop"
    ):  # "it is host to a garrison": no empty "it"
        return [k for k in tree.kids(verb, "expl") if tree.tokens[k].lower == "it"] or None
    # a name that the parser took for a conjunction
    return [k for k in tree.kids(verb, "cc") if k < verb and tree.name(k) is not None] or None


def _shared(tree: Tree, token: Token, words: WordLists, depth: int) -> list[int]:
    """The subject of the first of two verbs joined by "and"; a semicolon parts them."""
    first, last = sorted((token.head, token.i))
    if any(t.lower == ";" for t in tree.tokens[first:last]):
        return []
    return external(tree, token.head, words, depth + 1)


def _controlled(tree: Tree, token: Token, words: WordLists, depth: int) -> list[int]:
    """The subject that the governing verb lends to a clause below it."""
    head, infinitive = tree.tokens[token.head], is_infinitive(tree, token.i)
    if token.tag == "VBG" and head.lemma in words.grammar["clearing_verbs"] and _tells_why(tree, token.i):
        return []  # "were cleared of murdering six officers": they did not
    if token.dep != "ccomp" and head.lemma in words.grammar["calling_upon"] and infinitive:
        return _called_upon(tree, head.i)
    if infinitive and head.lemma in words.grammar["commenting_verbs"]:
        aims = [k for k in tree.kids(head.i, "obj") if tree.tokens[k].lemma in words.grammar["aims"]]
        return _doer_of_noun(tree, aims[0], words, depth + 1) if aims else []
    if token.dep == "xcomp" or token.dep == "ccomp" and infinitive:
        given = tree.kids(head.i, "obj", "iobj")
        lends = head.lemma in words.grammar["promising_verbs"] or head.lemma in words.grammar["moving_verbs"]
        if given and not lends:
            return given[:1]
        return external(tree, head.i, words, depth + 1)
    if token.dep == "ccomp" and token.tag == "VBN" and token.i == 0 and not _is_marked(tree, token.i):
        return external(tree, head.i, words, depth + 1)  # "Founded in 1987 by X, Hamas rules Gaza"
    if token.dep == "ccomp":  # "denied backing the rebels"
        return (
            external(tree, head.i, words, depth + 1)
            if token.tag == "VBG" and not _is_marked(tree, token.i)
            else []
        )
    if infinitive and (urged := _urged(tree, head, words)):
        return urged[:1]
    if meant := _told_of_object(tree, token, words, depth):
        return meant
    if (noun := noun_before_infinitive(tree, token.i, words)) is not None:
        return _doer_of_noun(tree, noun, words, depth + 1)
    if token.tag in ("VBG", "VBN") or infinitive:
        return external(tree, head.i, words, depth + 1)
    return []


def _told_of_object(tree: Tree, token: Token, words: WordLists, depth: int) -> list[int]:
    """Who does what a clause tells of the object: "accused Y of bombing", "prevented Y from leaving"."""
    head = tree.tokens[token.head]
    judged = token.tag == "VBG" and (
        head.lemma in words.grammar["judging_verbs"]
        or (head.lemma in words.grammar["repaying_verbs"] and _tells_why(tree, token.i))
    )
    if judged or head.lemma in words.grammar["preventing_verbs"]:
        return tree.kids(head.i, "obj")[:1]
    return _helped_in(tree, token, words, depth)


def _tells_why(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[k].lower in ("for", "of", "over") for k in tree.kids(verb, "mark", "case"))


def _helped_in(tree: Tree, token: Token, words: WordLists, depth: int) -> list[int]:
    """Who does what others help with: "helped Mali in fighting them", "is allied with Mali in fighting them"."""
    head = tree.tokens[token.head]
    if token.tag != "VBG" or not any(
        tree.tokens[k].lower == "in" for k in tree.kids(token.i, "mark", "case")
    ):
        return []
    if head.lemma in words.grammar["helping_verbs"]:
        return tree.kids(head.i, "obj")[:1]
    if head.lemma in words.grammar["joining_verbs"]:
        others = [k for k in tree.kids(head.i, "obl") if tree.case(k) == ("with",)]
        return external(tree, head.i, words, depth + 1) + others
    return []


def _urged(tree: Tree, verb: Token, words: WordLists) -> list[int]:
    """Who is to do it: "pressed Germany to send tanks", "giving the rebels until Monday to withdraw"."""
    if verb.lemma in words.grammar["urging_verbs"]:
        return tree.kids(verb.i, "obj")
    if verb.lemma != "give":
        return []
    until = any(tree.case(k) == ("until",) for k in tree.kids(verb.i, "obl"))
    return tree.kids(verb.i, "iobj") or (tree.kids(verb.i, "obj") if until else [])


def _is_marked(tree: Tree, verb: int) -> bool:
    """Whether a clause has an auxiliary or a conjunction of its own."""
    return bool(tree.kids(verb, "mark", "aux", "advmod"))


def _called_upon(tree: Tree, verb: int) -> list[int]:
    """Who is to act: "called on Iran to leave", "appeal for states to help"."""
    return [
        k
        for k in tree.kids(verb, "obl", "obj", "iobj")
        if tree.case(k)[:1] in ((), ("on",), ("upon",), ("for",))
    ][:1]


def _of_noun_clause(tree: Tree, token: Token, words: WordLists, depth: int) -> list[int]:
    """The noun that a clause qualifies, or whose plan or statement the noun is."""
    noun = token.head
    if is_infinitive(tree, token.i) and tree.kids(noun, "cop") and tree.case(noun):
        return external(tree, noun, words, depth + 1)  # "the troops are in Congo to help"
    if (inner := _acting_part(tree, token, words)) is not None:
        return [inner]
    above = tree.tokens[tree.tokens[noun].head]
    if is_infinitive(tree, token.i) and tree.tokens[noun].dep == "obj" and _urged(tree, above, words):
        return [noun]  # "to convince the guards to withdraw"
    near = noun_before_infinitive(tree, token.i, words)
    if near is not None and noun < near:
        noun = near  # "the importance of coalition efforts to support them"
    is_plan = is_infinitive(tree, token.i) and not _can_act(tree, noun, words)
    says = tree.tokens[noun].lemma in words.grammar["statements"]  # "posted a message blaming Iran"
    if says and tree.tokens[noun].dep == "obl" and tree.case(noun)[:1] in BEFORE_OR_AFTER:
        return []  # "following a report blaming Iran, the states agreed": others may have written it
    return _doer_of_noun(tree, noun, words, depth + 1) if is_plan or says else [noun]


def _acting_part(tree: Tree, token: Token, words: WordLists) -> int | None:
    """Who does what a participle tells, not their number: "the flow of fighters joining the rebels"."""
    noun = token.head
    if token.tag != "VBG" or tree.name(noun) is not None or _can_act(tree, noun, words):
        return None
    of = [k for k in tree.kids(noun, "nmod") if tree.case(k) == ("of",) and k == token.i - 1]
    return next((k for k in of if _can_act(tree, k, words)), None)


def noun_before_infinitive(tree: Tree, verb: int, words: WordLists) -> int | None:
    """The noun whose aim an infinitive tells: in "discussed the campaign to retake" the parser hung it on the verb."""
    first = min((k for k in tree.kids(verb, "mark", "aux") if tree.tokens[k].lower == "to"), default=None)
    if first is None or first == 0:
        return None
    before = tree.tokens[first - 1]
    return before.i if before.pos == "NOUN" and before.lemma in words.grammar["aims"] else None


def _can_act(tree: Tree, noun: int, words: WordLists) -> bool:
    """Whether a noun is itself who does what its infinitive says: "a coalition to counter ISIS"."""
    known = words.nouns.get(tree.tokens[noun].lemma)
    return tree.name(noun) is not None or (known is not None and known.kind in ACTING_NOUNS)


def _doer_of_noun(tree: Tree, noun: int, words: WordLists, depth: int) -> list[int]:
    """Whose plan or effort it is: the possessor, or the subject of the verb that governs the noun."""
    for k in tree.kids(noun, "nmod:poss"):
        if avowed := avower(tree, k, noun):
            return avowed
        if (owner := joined_owner(tree, k, noun)) is not None:
            return [owner]
    owners = tree.kids(noun, "nmod:poss") or [
        k for k in tree.kids(noun, "amod", "compound") if tree.name(k) is not None and k < noun
    ]
    if owners:
        return owners
    token = tree.tokens[noun]
    if token.lemma in words.grammar["aims"]:  # "the efforts of Kurdish fighters to defeat them"
        owners = [k for k in tree.kids(noun, "nmod") if tree.case(k) == ("of",)]
        if owners and _can_act(tree, owners[0], words):
            return owners
    head = tree.tokens[token.head]
    if head.dep == "advmod" and head.pos == "ADV":  # "elsewhere in the campaign to defeat them, the army ..."
        head = tree.tokens[head.head]
    if head.lemma in words.grammar["commenting_verbs"]:
        return []
    if token.dep in ("obj", "obl", "xcomp") and head.pos == "VERB":
        if tree.is_passive(head.i):
            return agents(tree, head.i)
        return external(tree, head.i, words, depth)
    return []
