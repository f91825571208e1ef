"""Who is told to have died: what the past tense says of him afterwards was so once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.extract.grammar.tree import Tree
from kg.extract.references.state import Reading
from kg.extract.status.verbs import of_verb

DYING = frozenset(("die", "perish"))
SLAYING = frozenset(("kill", "assassinate", "slay", "execute", "murder", "behead"))
FORMS = frozenset("died perished killed assassinated slain slew executed murdered beheaded dead".split())
OPENING = 1  # the last of the sentences that tell whom an encyclopaedia's article is about
IDENTIFYING = frozenset(("identify", "name"))
SAID = ("acl", "xcomp", "acl:relcl", "root", "ccomp", "conj", "advcl", "parataxis")


def died(tree: Tree, resolver: Reading, grammar: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """The ids of the people whom a sentence tells to have died: "was killed", "who died in 2005"."""
    if tree.sentence.index <= OPENING and (person := _told_of_in_past(tree, resolver)) is not None:
        yield person
    if FORMS.isdisjoint(tree.words):
        return
    for token in tree.tokens:
        dies = token.lemma in DYING and token.tag in ("VBD", "VBN")
        if not dies and not (token.lemma in SLAYING and token.tag in ("VBD", "VBN")) or token.dep not in SAID:
            continue
        if of_verb(tree, token.i, grammar) is not None:
            continue
        for k in (*_dead(tree, token.i, dies), *_identified(tree, token.i)):
            for argument in resolver.arguments(k, "actor"):
                if argument.entity.type == "Person":
                    yield argument.entity.id


def _told_of_in_past(tree: Tree, resolver: Reading) -> str | None:
    """Whom an encyclopaedia begins to tell of in the past tense: "Ali Hassan was a general of the Iraqi army"."""
    if resolver.known.document.published is not None:
        return None  # news: "Ahmed was a student when the war began"
    for token in tree.tokens:
        if token.dep != "nsubj" or token.name is None or tree.tokens[token.head].dep != "root":
            continue
        was = any(tree.tokens[k].lower == "was" for k in tree.kids(token.head, "cop"))
        kind = any(tree.tokens[k].lower in ("a", "an") for k in tree.kids(token.head, "det"))
        person = resolver.argument(token.i, "actor") if was and kind else None
        return person.entity.id if person is not None and person.entity.type == "Person" else None
    return None


def _identified(tree: Tree, verb: int) -> list[int]:
    """Who is named as the one who died: "identified the sailor killed in Syria as Jan Novak"."""
    noun = tree.tokens[tree.tokens[verb].head]
    above = tree.tokens[noun.head]
    teller = noun if tree.tokens[verb].dep == "xcomp" else above
    if teller.lemma not in IDENTIFYING:
        return []
    return [k for v in (verb, teller.i) for k in tree.kids(v, "obl") if tree.case(k) == ("as",)]


def _dead(tree: Tree, verb: int, dies: bool) -> list[int]:
    """Those whom a verb of dying or killing tells of."""
    found = tree.kids(verb, "nsubj" if dies else "obj" if not tree.is_passive(verb) else "nsubj:pass")
    if tree.tokens[verb].dep not in ("acl", "acl:relcl"):
        return found
    is_object = not dies and not tree.is_passive(verb)
    return found if is_object else [tree.tokens[verb].head]
