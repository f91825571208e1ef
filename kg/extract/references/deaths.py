"""Who is told to have died: what the past tense says of him afterwards was so once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.extract.grammar.tree import Tree
from kg.extract.references.state import Reading
from kg.extract.status.verbs import of_verb

DYING = frozenset(("die", "perish"))
SLAYING = frozenset(("kill", "assassinate", "slay", "execute", "murder", "behead"))
FORMS = frozenset("died perished killed assassinated slain slew executed murdered beheaded dead".split())
IDENTIFYING = frozenset(("identify", "name"))
SAID = ("acl", "xcomp", "acl:relcl", "root", "ccomp", "conj", "advcl", "parataxis")


def died(tree: Tree, resolver: Reading, grammar: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """The ids of the people whom a sentence tells to have died: "was killed", "who died in 2005"."""
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
