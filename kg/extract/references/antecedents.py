"""Which noun of its own sentence a pronoun must mean, or may mean beside another, by grammar alone."""

from __future__ import annotations

from kg.extract.grammar.tree import Tree

WHO = frozenset(("who", "which", "that"))
# "They shelled soldiers while they slept": here the object is as likely as the subject.
MEANWHILE = frozenset(("as", "while"))


def relative_antecedent(tree: Tree, i: int) -> int | None:
    """The noun that "who" stands for where a pronoun follows it in its clause or in one below: "fighters, who
    looted depots when they seized Mosul"."""
    for k in tree.up(i):
        if tree.tokens[k].dep != "acl:relcl":
            continue
        for s in tree.kids(k, "nsubj", "nsubj:pass"):
            if s < i and tree.tokens[s].lower in WHO:
                return tree.tokens[k].head
    return None


def described(tree: Tree, i: int) -> set[int]:
    """The nouns that a pronoun cannot mean, for its clause only says of them what another does: "Hamas, which it
    accuses", "the rebels they attacked"."""
    found = set()
    for k in tree.up(i):
        if tree.tokens[k].dep == "acl:relcl":
            subjects = tree.kids(k, "nsubj", "nsubj:pass")
            if subjects and not any(tree.tokens[s].lower in WHO for s in subjects):
                found.add(tree.tokens[k].head)
    return found


def controller(tree: Tree, i: int, verbs: frozenset[str]) -> tuple[int, int] | None:
    """Who is asked and who asks, where a pronoun says why or when: "asked delegates to leave because they refuse".

    `verbs` are those of asking and ordering.
    """
    clause = tree.tokens[tree.clause(i)]
    if clause.dep != "advcl":
        return None
    wanted = tree.tokens[clause.head]
    asked = tree.tokens[wanted.head] if wanted.dep in ("xcomp", "advcl", "ccomp") else wanted
    if asked.lemma not in verbs or asked.pos != "VERB":
        return None
    objects, subjects = tree.kids(asked.i, "obj", "iobj"), tree.kids(asked.i, "nsubj")
    return (objects[0], subjects[0]) if objects and subjects and objects[0] < i else None


def rival_object(tree: Tree, i: int) -> int | None:
    """The plural object that "they" may mean as well as the subject: "shelled soldiers as they left their base",
    "killed gunmen near the camp they raided"."""
    clause = tree.clause(i)
    token = tree.tokens[clause]
    is_meanwhile = token.dep == "advcl" and any(
        tree.tokens[k].lower in MEANWHILE for k in tree.kids(clause, "mark", "advmod")
    )
    is_contact = i > 0 and tree.tokens[i].head == clause and tree.tokens[i - 1].pos == "NOUN"
    if not (is_meanwhile or is_contact):
        return None
    for k in tree.up(clause):
        for o in tree.kids(k, "obj"):
            if o < i and tree.tokens[o].tag in ("NNS", "NNPS"):
                return o
    return None
