"""Who is made what an office says, takes it over or leaves it: "was appointed commander", "resigned as"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.english.closed import NOT
from kg.extract.grammar.frames import Framer
from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.records import Argument, RelationStatus

# Who is made something; who takes an office, holds or leaves it ("took over as", "stepped down as").
APPOINTING = frozenset(
    """appoint name elect nominate make install inaugurate reelect re-elect reappoint swear restore reinstate designate
    confirm""".split()
)
# Who gives somebody's office to another, or takes it away: "replaced X as", "was dismissed as".
REPLACING = frozenset("replace succeed".split())
REMOVING = frozenset("dismiss sack fire remove oust suspend depose relieve overthrow topple".split())
LEAVING = frozenset("resign step quit retire".split())
RESIGNING = frozenset("resign resigns resigned step steps stepped stepping".split())
SERVING = LEAVING | frozenset("serve act take succeed replace continue return".split())


@dataclass(frozen=True, slots=True)
class Made:
    """Who is made what an office says, or leaves it."""

    person: Argument
    status: RelationStatus | None = None


def appointed(tree: Tree, i: int, framer: Framer, resolver: Resolver) -> list[Made]:
    """Who is made what the noun says: "was appointed as commander of", "named her envoy", "was replaced by X as"."""
    token = tree.tokens[i]
    head = tree.tokens[token.head]

    def people(tokens: Iterable[int], status: RelationStatus | None = None) -> list[Made]:
        found = (a for k in tokens if k != i for a in resolver.arguments(k, "actor"))
        return [Made(a, status) for a in found if a.entity.type == "Person"]

    if chosen := [
        k for k in tree.kids(i, "amod") if tree.tokens[k].lemma in APPOINTING
    ]:  # "was elected president"
        return people([s for k in (i, *chosen) for s in tree.kids(k, "nsubj:pass")])
    if token.dep not in ("obl", "xcomp", "obj", "ccomp"):
        return []
    is_as = tree.case(i)[-1:] == ("as",) or any(tree.tokens[k].lower == "as" for k in tree.kids(i, "mark"))
    subjects = framer.external(tree, head.i) if is_as or tree.is_passive(head.i) else []
    objects = tree.kids(head.i, "obj", "iobj")
    if token.dep == "obj":  # "appointed X prime minister": the parser took the two for one noun
        objects += [k for k in tree.kids(i, "compound") if k < i and tree.name(k) is not None]
    if token.dep == "xcomp" and not objects:  # "named X the country's president": two that are said
        objects = [k for k in tree.kids(head.i, "xcomp") if k < i and tree.name(k) is not None]
    if is_as and head.lemma in REPLACING and (tree.is_passive(head.i) or objects):
        gone, come = (
            (subjects, framer.agents(tree, head.i)) if tree.is_passive(head.i) else (objects, subjects)
        )
        return [*people(come), *people(gone, "former")]
    if is_as and head.lemma in REMOVING:
        return people(subjects if tree.is_passive(head.i) else objects, "former")
    if is_as and token.dep == "obl" and head.lemma in SERVING:
        return people(subjects, left(tree, i))
    if head.lemma not in APPOINTING or (token.dep == "obl" and not is_as):
        return []
    return people(subjects if tree.is_passive(head.i) else objects)


def left(tree: Tree, i: int) -> RelationStatus | None:
    """ "Stepped down as", "served as": the office is given up; "has served as" holds on."""
    head = tree.tokens[tree.tokens[i].head]
    has = any(tree.tokens[k].lemma == "have" for k in tree.kids(head.i, "aux"))
    if head.lemma == "serve":
        return "former" if head.tag in ("VBD", "VBN") and not has else None
    return "former" if head.lemma in LEAVING and head.tag in ("VBD", "VBN") else None


def resigns(tree: Tree, i: int) -> bool:
    """Whether who holds the office at token i, or bears the name there, gives it up: "the minister, X, resigned".

    Who resigned "as" or "from" something else keeps it; who is to resign holds it still.
    """
    if tree.words.isdisjoint(RESIGNING):
        return False
    while tree.tokens[i].dep in ("appos", "flat", "conj") and tree.tokens[i].head != i:
        i = tree.tokens[i].head
    verb = tree.tokens[tree.tokens[i].head]
    if tree.tokens[i].dep != "nsubj" or verb.lemma not in ("resign", "step"):
        return False
    if verb.lemma == "step" and not {"down", "aside"} & {
        t.lower for t in tree.tokens[verb.i + 1 : verb.i + 2]
    }:
        return False
    other = any(tree.case(k)[:1] in (("as",), ("from",)) for k in tree.kids(verb.i, "obl"))
    bound = tree.kids(verb.i, "aux", "mark") and not all(
        tree.tokens[k].lemma == "have" for k in tree.kids(verb.i, "aux", "mark")
    )
    denied = any(tree.tokens[k].lower in NOT for k in tree.kids(verb.i, "advmod"))
    return verb.tag in ("VBD", "VBZ", "VBP", "VBN") and not (other or bound or denied)


def who_changes(tree: Tree, i: int, framer: Framer, resolver: Resolver) -> tuple[Argument | None, bool]:
    """Who appoints or removes the person whose name is token i, and whether he is removed."""
    first = tree.tokens[tree.head_of_conjuncts(i)]
    verb = tree.tokens[first.head]
    gone = verb.lemma in REMOVING | REPLACING
    if first.dep not in ("obj", "nsubj:pass") or not (gone or verb.lemma in APPOINTING):
        return None, False
    return who_does(tree, verb.i, framer, resolver), gone


def who_does(tree: Tree, verb: int, framer: Framer, resolver: Resolver) -> Argument | None:
    """Who does what a verb tells, passive or not."""
    by = framer.agents(tree, verb) if tree.is_passive(verb) else framer.external(tree, verb)
    return next((a for k in by for a in resolver.arguments(k, "actor")), None)
