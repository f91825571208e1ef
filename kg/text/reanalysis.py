"""Readings of tagging errors that no English sentence allows, mended from the tree itself.

The tagger meets plural event nouns and past tenses it never saw ("airstrikes target", "clashes raged", "initially
advanced") and calls nouns verbs and verbs adjectives. Each rule here rests on what English cannot do.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.english.lemma import lemma
from kg.records import Token

QUALIFYING = frozenset(("neighboring", "neighbouring", "surrounding"))  # "in neighboring Lebanon": no gerund
FINITE = ("VBD", "VBP", "VBZ")
BEFORE_NOUNS = ("amod", "compound", "det", "nmod:poss", "nummod", "nsubj")


def reanalysed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The sentence with impossible readings replaced; as it was where the result would be no tree."""
    mended = _mended(tokens)
    return mended if is_tree(mended) else tokens


def is_tree(tokens: tuple[Token, ...]) -> bool:
    """Whether every token leads up to one and the same root."""
    if not tokens:
        return True
    roots = [t.i for t in tokens if t.head == t.i]
    if len(roots) != 1:
        return False
    known = {roots[0]}
    for token in tokens:
        path: list[int] = []
        i = token.i
        while i not in known:
            if i in path:
                return False
            path.append(i)
            i = tokens[i].head
        known.update(path)
    return True


def _mended(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The sentence with the impossible readings replaced; most sentences come back as they are."""
    changed = list(tokens)
    if tokens and tokens[0].name is None and tokens[0].tag in ("NNP", "NNPS"):  # a capital, but no name
        tag = "NNS" if tokens[0].tag == "NNPS" else "NN"
        changed[0] = replace(tokens[0], tag=tag, pos="NOUN", lemma=lemma(tokens[0].lower, tag, "NOUN"))
    for token in tokens:
        if (
            token.name is None
            and token.tag == "VBD"
            and token.dep == "acl"
            and not _finite_acl(changed, token.i)
        ):
            changed[token.i] = replace(
                token, tag="VBN"
            )  # "militias associated with Iran": no finite verb hangs so
        if (
            token.tag == "VBZ"
            and token.name is None
            and token.dep in ("nsubj", "nsubj:pass", "obj", "obl", "nmod")
        ):
            below = {t.dep for t in _kids(tokens, token.i)}
            if token.dep.startswith("nsubj") and "mark" not in below:
                for t in _kids(tokens, token.i):
                    if t.dep == "nsubj":
                        changed[t.i] = replace(t, dep="compound")
                below -= {"nsubj"}
            if not below & {"nsubj", "nsubj:pass", "obj", "aux", "ccomp", "xcomp"}:
                changed[token.i] = replace(  # a subject is no verb: "airstrikes target"
                    token, tag="NNS", pos="NOUN", lemma=lemma(token.text, "NNS", "NOUN")
                )
        if (
            token.tag == "VB"
            and token.dep == "root"
            and any(t.dep == "nsubj" for t in _kids(tokens, token.i))
        ):
            if not any(t.dep == "aux" or t.lower == "to" for t in _kids(tokens, token.i)):
                changed[token.i] = replace(token, tag="VBP")
        if (
            token.dep in ("obj", "obl")
            and token.i
            and {"cop", "nsubj"} <= {t.dep for t in _kids(tokens, token.i)}
        ):
            changed[token.i] = replace(token, dep="ccomp")  # a clause with subject and copula is no object
        if token.tag == "JJ" and any(t.dep == "aux:pass" for t in _kids(tokens, token.i)):
            changed[token.i] = replace(token, tag="VBN", pos="VERB", lemma=lemma(token.text, "VBN", "VERB"))
        if ("-" in token.text and token.tag in ("VBN", "VBD") or token.lower in QUALIFYING) and token.dep in (
            "advcl",
            "acl",
            "ccomp",
            "xcomp",
            "obl",
            "obj",
            "csubj",
            "nsubj",
            "root",
        ):
            _participle_before_noun(changed, token.i)
    for token in tokens:
        if token.tag == "VBZ" and token.name is None:
            _noun_read_as_verb(changed, token.i)
        elif token.pos == "ADJ" and token.lower.endswith("ed") and token.name is None:
            _verb_read_as_adjective(changed, token.i)
        elif token.tag == "NNS" and token.head == token.i and token.name is None:
            _verb_read_as_noun(changed, token.i)
    for token in tokens:
        if changed[token.i].tag in FINITE:
            _phrase_as_root(changed, token.i)
            _reduced_relative_as_root(changed, token.i)
            _subject_behind_conjunction(changed, token.i)
            _subject_in_apposition(changed, token.i)
            _name_before_verb(changed, token.i)
            _clause_as_argument(changed, token.i)
    _subject_as_conjunct(changed)
    _date_as_root(changed)
    _between_and(changed)
    _no_verb(changed)
    return tuple(changed)


def _kids(tokens: Iterable[Token], i: int) -> list[Token]:
    return [t for t in tokens if t.head == i and t.i != i]


def _noun_read_as_verb(tokens: list[Token], i: int) -> None:
    """A finite verb is never the open complement of another: in "airstrikes target Aleppo" the first is a noun."""
    token = tokens[i]
    kids = _kids(tokens, i)
    verb = next((t for t in kids if t.dep in ("xcomp", "ccomp", "dep", "obj") and t.tag in FINITE and t.i > i and not any(
        k.dep in ("nsubj", "nsubj:pass", "mark", "aux") for k in _kids(tokens, t.i))), None)  # fmt: skip
    if verb is None:
        return
    before = [t for t in kids if t.i < i]
    if any(
        t.dep not in (*BEFORE_NOUNS, "punct", "advmod", "obl", "cc", "mark", "parataxis", "nmod")
        for t in before
    ):
        return
    root = token.head == i
    tokens[verb.i] = replace(verb, dep=token.dep, head=verb.i if root else token.head)
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


def _finite_acl(tokens: list[Token], i: int) -> bool:
    """Whether a past tense that the parser hung on a noun is the main verb: an adverbial phrase cannot be the root."""
    head = tokens[tokens[i].head]
    return head.dep == "root" and (
        head.pos == "ADV"
        or head.pos in ("NOUN", "PROPN")
        and any(t.dep == "case" for t in _kids(tokens, head.i))
    )


def _phrase_as_root(tokens: list[Token], i: int) -> None:
    """ "In a statement, X, a spokesman for Y, blamed": the finite verb is the root, the phrase its adverbial."""
    verb = tokens[i]
    if (
        verb.dep not in ("acl", "conj", "parataxis", "acl:relcl", "advcl", "ccomp")
        or verb.tag not in FINITE
        or not _finite_acl(tokens, i)
    ):
        return
    kids = _kids(tokens, i)
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


def _subject_as_conjunct(tokens: list[Token]) -> None:
    """ "Troops defeated ISIS and Turkey would move in": a noun right before a modal is its subject, no second object."""
    for t in tokens[:-1]:
        following = tokens[t.i + 1]
        if (
            t.dep != "conj"
            or tokens[t.head].dep not in ("obj", "obl", "nmod")
            or t.pos not in ("PROPN", "NOUN")
        ):
            continue
        if following.tag != "MD" and not (following.pos == "AUX" and following.tag in FINITE):
            continue
        verb = tokens[following.head]
        if (
            verb.i <= t.i
            or verb.pos != "VERB"
            or any(k.dep.startswith("nsubj") for k in _kids(tokens, verb.i))
        ):
            continue
        clause = tokens[t.head]
        while clause.pos not in ("VERB", "AUX") and clause.head != clause.i:
            clause = tokens[clause.head]
        if clause.i >= t.i or clause.i == verb.i:
            continue
        tokens[t.i] = replace(
            t, head=verb.i, dep="nsubj:pass" if verb.tag == "VBN" and following.lemma == "be" else "nsubj"
        )
        for k in _kids(tokens, t.i):
            if k.dep == "cc":
                tokens[k.i] = replace(k, head=verb.i)
        tokens[verb.i] = replace(verb, head=clause.i, dep="conj")


def _between_and(tokens: list[Token]) -> None:
    """ "Between A and B" are always two: B belongs to A, and what follows has its subject elsewhere."""
    for case in tokens:
        if case.lower != "between" or case.dep != "case":
            continue
        first = tokens[case.head]
        if any(t.dep == "conj" for t in _kids(tokens, first.i)):
            continue
        link = next((t for t in tokens[first.i + 1 : first.i + 3] if t.lower == "and"), None)
        if link is None or link.i + 1 >= len(tokens):
            continue
        k = link.i + 1
        while k + 1 < len(tokens) and tokens[k].pos in ("DET", "ADJ"):
            k += 1
        second = tokens[k]
        if second.pos not in ("PROPN", "NOUN") or second.head <= first.i:
            continue
        verb = second.head
        tokens[k] = replace(second, head=first.i, dep="conj")
        tokens[link.i] = replace(tokens[link.i], head=k, dep="cc")
        noun = tokens[first.head]
        if (
            second.dep in ("nsubj", "nsubj:pass")
            and noun.pos == "NOUN"
            and noun.i < first.i
            and not any(t.dep in ("nsubj", "nsubj:pass") for t in _kids(tokens, verb))
        ):
            if noun.head == noun.i:
                tokens[verb] = replace(tokens[verb], dep="root", head=verb)
            tokens[noun.i] = replace(tokens[noun.i], head=verb, dep=second.dep)


def _no_verb(tokens: list[Token]) -> None:
    """A sentence that ends in a full stop has a verb: in "Qatar hosts US troops." the word between the names is it."""
    if (
        len(tokens) < 4
        or tokens[-1].lower != "."
        or any(t.tag in (*FINITE, "MD", "VB") or t.pos == "AUX" for t in tokens)
    ):
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


def _make_root(tokens: list[Token], i: int, form: str) -> None:
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
        case = any(k.dep == "case" for k in _kids(tokens, other.i))
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


def _name_before_verb(tokens: list[Token], i: int) -> None:
    """A name without preposition right before a finite verb that lacks a subject is its subject."""
    kids = _kids(tokens, i)
    if i == 0 or any(t.dep in ("nsubj", "nsubj:pass", "expl", "mark") for t in kids):
        return
    k = i - 1
    while k > 0 and tokens[k].pos in ("ADV", "AUX"):
        k -= 1
    name = tokens[k]
    if (
        name.name is None
        or name.head != i
        and tokens[name.head].head != i
        or name.dep not in ("obl", "obl:unmarked", "nmod", "nmod:unmarked", "appos", "dep", "conj")
    ):
        return
    if any(t.dep in ("case", "cc") for t in _kids(tokens, name.i)):
        return
    tokens[name.i] = replace(name, head=i, dep="nsubj")
    for t in kids:
        if t.dep in ("csubj", "csubj:pass") and t.tag == "VBG":
            tokens[t.i] = replace(t, dep="advcl")


def _clause_as_argument(tokens: list[Token], i: int) -> None:
    """A finite verb with a subject of its own is a clause, never the subject or object noun of another verb."""
    verb = tokens[i]
    if (
        verb.dep in ("nsubj", "obj", "obl", "nmod")
        and verb.head != i
        and any(t.dep == "nsubj" for t in _kids(tokens, i))
    ):
        tokens[i] = replace(verb, dep="ccomp")


def _opens_after_comma(tokens: list[Token], i: int) -> bool:
    """Whether a name follows a comma, its article between them or not."""
    return i > 0 and (
        tokens[i - 1].lower == "," or (i > 1 and tokens[i - 1].lower == "the" and tokens[i - 2].lower == ",")
    )


def _date_as_root(tokens: list[Token]) -> None:
    """ "Also on Wednesday, X was to meet Y": an adverbial phrase is never the root when a verb has its own subject."""
    root = next((t for t in tokens if t.head == t.i), None)
    if (
        root is None
        or root.pos not in ("NOUN", "PROPN")
        or not any(t.dep == "case" for t in _kids(tokens, root.i))
    ):
        return
    for t in _kids(tokens, root.i):
        kids = _kids(tokens, t.i)
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


def _reduced_relative_as_root(tokens: list[Token], i: int) -> None:
    """ "HTS, a group formerly linked with Al-Qaeda, has launched": the verb with its auxiliary is the main one."""
    verb = tokens[i]
    if verb.dep != "root" or verb.tag != "VBD":
        return
    kids = _kids(tokens, i)
    noun = next((t for t in kids if t.dep == "nsubj" and t.pos == "NOUN"), None)
    if noun is None or any(t.dep.startswith("aux") for t in kids):
        return
    first = min([noun.i, *(t.i for t in tokens if t.head == noun.i and t.i < noun.i)])
    if first < 2 or tokens[first - 1].lower != "," or tokens[first - 2].pos not in ("PROPN", "NOUN"):
        return
    main = next((t for t in kids if t.i > i and t.dep in ("parataxis", "conj", "ccomp", "advcl", "dep") and t.pos == "VERB"
                 and not any(k.dep in ("nsubj", "nsubj:pass", "mark", "cc") for k in _kids(tokens, t.i))
                 and (t.tag in FINITE or any(k.dep.startswith("aux") and k.tag in FINITE for k in _kids(tokens, t.i)))), None)  # fmt: skip
    if main is None or tokens[min([main.i, *(t.i for t in _kids(tokens, main.i))]) - 1].lower != ",":
        return
    name = tokens[first - 2]
    tokens[main.i] = replace(main, dep="root", head=main.i)
    tokens[name.i] = replace(name, dep="nsubj", head=main.i)
    tokens[noun.i] = replace(noun, dep="appos", head=name.i)
    tokens[i] = replace(verb, dep="acl", head=noun.i, tag="VBN")


def _participle_before_noun(tokens: list[Token], i: int) -> None:
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
        for t in _kids(tokens, i):
            tokens[t.i] = replace(t, head=above.i)
        tokens[i] = replace(tokens[i], head=j, dep="amod")
        return
    if tokens[j].head != i:
        return
    participle, noun = tokens[i], tokens[j]
    case = any(t.dep in ("mark", "case") and t.i < i for t in _kids(tokens, i))
    root = participle.head == i
    tokens[j] = replace(
        noun,
        head=j if root else participle.head,
        dep="root"
        if root
        else "obl"
        if case
        else "obj"
        if participle.dep in ("advcl", "ccomp", "xcomp", "obj")
        else "nmod",
    )
    for t in _kids(tokens, i):
        if t.i != j:
            tokens[t.i] = replace(t, head=j, dep="case" if t.dep == "mark" else t.dep)
    tokens[i] = replace(participle, head=j, dep="amod")


def _verb_read_as_noun(tokens: list[Token], i: int) -> None:
    """A sentence needs a finite verb: in "The United States condemns both attacks" it is the word after the name."""
    if i == 0 or tokens[i - 1].name is None or any(t.tag in FINITE or t.tag == "MD" for t in tokens):
        return
    before = tokens[i - 1]
    if before.head != i or before.dep not in ("compound", "nmod", "amod") or len(tokens) < i + 3:
        return
    tokens[i] = replace(tokens[i], tag="VBZ", pos="VERB", lemma=lemma(tokens[i].text, "VBZ", "VERB"))
    for t in _kids(tokens, i):
        if t.i < i and t.dep == "det":
            tokens[t.i] = replace(t, head=before.i)
        elif t.i > i and t.dep in ("conj", "nmod", "obj", "appos"):
            case = any(k.dep == "case" for k in _kids(tokens, t.i))
            tokens[t.i] = replace(t, dep="obl" if case else "obj")
    tokens[before.i] = replace(before, dep="nsubj")


def _subject_behind_conjunction(tokens: list[Token], i: int) -> None:
    """ "Since the capital fell": since, after, before open a clause when a finite verb without subject follows."""
    verb = tokens[i]
    kids = _kids(tokens, i)
    if verb.dep != "conj" or any(t.dep in ("nsubj", "nsubj:pass", "cc") for t in kids):
        return
    for t in reversed(_kids(tokens, verb.head)):
        if t.dep == "obl" and verb.head < t.i < i:
            case = [
                k
                for k in _kids(tokens, t.i)
                if k.dep == "case" and k.lower in ("since", "after", "before", "until", "as")
            ]
            if case:
                tokens[t.i] = replace(t, head=i, dep="nsubj")
                tokens[case[0].i] = replace(case[0], head=i, dep="mark")
                tokens[i] = replace(verb, dep="advcl")
            return


def _subject_in_apposition(tokens: list[Token], i: int) -> None:
    """ "In a statement, X, a spokesman for Y, blamed": a clause without subject takes the name in apposition before it."""
    verb = tokens[i]
    kids = _kids(tokens, i)
    if verb.dep not in ("root", "ccomp", "parataxis") or any(
        t.dep in ("nsubj", "nsubj:pass", "csubj", "expl") for t in kids
    ):
        return
    for t in kids:
        if t.dep == "obl" and t.i < i:
            names = [
                k
                for k in _kids(tokens, t.i)
                if k.dep == "appos" and k.name is not None and tokens[k.i - 1].lower == ","
            ]
            if names and t.name is None:
                tokens[names[0].i] = replace(names[0], head=i, dep="nsubj")
                return


def _verb_read_as_adjective(tokens: list[Token], i: int) -> None:
    """A clause with a subject needs a verb or a copula: in "rebels initially advanced" the last is a verb."""
    token = tokens[i]
    if token.dep not in ("root", "ccomp", "advcl", "parataxis", "acl:relcl", "conj"):
        return
    kids = _kids(tokens, i)
    if not any(t.dep == "nsubj" for t in kids) or any(t.dep in ("cop", "aux") for t in kids):
        return
    tokens[i] = replace(token, tag="VBD", pos="VERB", lemma=lemma(token.text, "VBD", "VERB"))
