"""Who was spoken of before, and what of a sentence later ones go back to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.extract.references.entities import QUOTES
from kg.extract.references.phrases import is_demonym, noun_at
from kg.extract.references.state import Reading, Seen
from kg.identifiers import digest, local_name
from kg.records import Argument, Entity, Token

SUBJECTS = ("nsubj", "nsubj:pass")
TELLING_SOMEBODY = frozenset(("tell", "inform", "brief", "speak", "quote"))


def _nameless_topic(r: Reading, subjects: Sequence[Token]) -> int | None:
    """The subject of the sentence when it is somebody or something without an entity ("The war broke out ...").

    "It" or "he" means that one then.
    """
    tree = r.tree
    for token in subjects:
        if tree.tokens[token.head].dep == "root":
            is_nameless = token.tag == "NN" and token.name is None and r.argument(token.i, "any") is None
            return token.i if is_nameless else None
    return None


def _strange_subjects(r: Reading, subjects: Sequence[Token]) -> list[Token]:
    """Subjects whose names nobody knows: "Karadzic told"."""
    return [t for t in subjects if t.dep == "nsubj" and is_unheard(r, t) and r.argument(t.i, "any") is None]


def _may_be_group(r: Reading, token: Token) -> bool:
    """Whether a name that nobody knows may be a group's: it does something to somebody, and does not only speak."""
    verb, name, grammar = r.tree.tokens[token.head], r.tree.name(token.i), r.known.words.grammar
    speaks = verb.lemma in grammar["reporting_verbs"] or verb.lemma in grammar["denying_verbs"]
    objects = r.tree.kids(verb.i, "obj")
    is_person = any(
        r.tree.tokens[p].lower in ("his", "her") for o in objects for p in r.tree.kids(o, "nmod:poss")
    )
    return name is not None and name.kind != "Person" and not (speaks or is_person) and bool(objects)


def _unknown_pronoun(r: Reading, subjects: Sequence[Token]) -> str | None:
    """ "He" or "they" of whom nothing tells who it is, the subject of the sentence."""
    for token in subjects:
        if token.lower in ("he", "she", "they") and r.tree.tokens[token.head].dep == "root":
            return token.lower if r.argument(token.i, "actor") is None else None
    return None


def _many_without_entity(r: Reading, subjects: Sequence[Token]) -> bool:
    """Whether the sentence is about many who have no entity, or none that "they" may mean: "the aid workers"."""
    tree = r.tree
    for token in subjects:
        if token.tag != "NNS" or token.name is not None:
            continue
        if tree.tokens[token.head].dep == "root" and not r.partitive(token.i, "any"):
            noun = noun_at(r, token.i)[0]
            return noun is not None and noun.kind in ("person", "people", "fighters", "forces", "group")
    return False


def is_unheard(r: Reading, token: Token) -> bool:
    """Whether a word looks like a name; so does a sentence's first word without article that is no noun known."""
    is_first = token.i == 0 and token.tag == "NN" and noun_at(r, 0)[0] is None
    return token.tag == "NNP" or is_first


def spoken_of_before(r: Reading, i: int) -> Iterable[Seen]:
    """Who was spoken of before token i, nearest first; those of this sentence are resolved as they stand."""
    tree = r.tree
    for k in range(i - 1, -1, -1):
        token = tree.tokens[k]
        if token.name is None or k in r.open or is_demonym(r, k):
            continue
        argument = r.argument(k, "any")
        if argument is not None:
            yield seen_here(r, k, argument, argument.entity.type == "Collective")
    yield from reversed(r.memory.history)


def seen_here(r: Reading, k: int, argument: Argument, is_plural: bool) -> Seen:
    """What later words may go back to, with its part in this sentence; "A and B" are both its subjects."""
    tree = r.tree
    dep = tree.tokens[k].dep
    subject = tree.tokens[tree.head_of_conjuncts(k)]
    is_subject = subject.dep in ("nsubj", "nsubj:pass")
    return Seen(
        tree.sentence.index,
        k,
        argument,
        is_plural,
        is_subject,
        dep in ("nmod:poss", "obl:agent") or tree.case(k)[:1] == ("as",),
        is_subject and tree.tokens[subject.head].dep == "root",
        dep in ("obj", "iobj", "obl") and tree.tokens[tree.tokens[k].head].lemma in TELLING_SOMEBODY,
    )


def by_description(r: Reading, text: str, type_: str) -> Entity:
    """Who is known by these words to this article only."""
    label = QUOTES.sub("", text)
    if (known := described_before(r, label)) is not None:
        return known
    local = f"{local_name(label)}-{digest(r.known.document.id, label.lower(), length=6)}"
    return Entity(local, label.lower() if label.istitle() else label, type_, None)


def described_before(r: Reading, label: str) -> Entity | None:
    """Who was called so earlier in the article."""
    told = (seen.argument.entity for seen in r.memory.history)
    return next((entity for entity in told if entity.label.lower() == label.lower()), None)


def note_topic(r: Reading) -> None:
    """Remember a sentence about somebody or something without an entity, whom "he" and "it" mean then."""
    index, memory = r.tree.sentence.index, r.memory
    subjects = [token for token in r.tree.tokens if token.dep in SUBJECTS]
    topic = _nameless_topic(r, subjects)
    if topic is not None:
        noun = noun_at(r, topic)[0]
        is_person = noun is not None and noun.kind in ("person", "people", "fighters", "forces")
        (memory.nameless if is_person else memory.blocked).add(index)
    if _many_without_entity(r, subjects):
        memory.many.add(index)
    strange = _strange_subjects(r, subjects)
    if any(r.tree.tokens[t.head].dep == "root" for t in strange):
        memory.nameless.add(index)  # "he" is no one else then
    if any(_may_be_group(r, t) for t in strange):
        memory.strange = index
    if (pronoun := _unknown_pronoun(r, subjects)) is not None:
        (memory.many if pronoun == "they" else memory.nameless).add(index)
