"""Whose an office is where the article leaves it unsaid: its country's, that country's government's or army's."""

from __future__ import annotations

from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.records import Argument, Entity, Title

MINISTERS = ("minister", "premier")
RULERS = ("president", "vice president", "vice-president", "king", "emperor")
# Words of sentences in which rulers of other countries come by.
MEETING = frozenset(
    """meet meeting visit visitor host receive welcome arrive summit talks talk counterpart phone call negotiate
    delegation thank congratulate invite joint regional neighbouring neighboring former""".split()
)
SPEAKING = ("spokesman", "spokeswoman", "spokesperson")
BEFORE = ("government", "army", "military")  # "a government spokesman"
ARMED = ("army", "military", "armed forces")


def home_holder(tree: Tree, title: Title, person: Argument, resolver: Resolver) -> Entity | None:
    """The holder of "Education Minister X", "government spokesman X", "army chief X" in an article on one country.

    Only for whom no dictionary knows: others are of their own country. Nor where the sentence names another state.
    """
    home = resolver.known.home
    if home is None or resolver.elsewhere not in (None, home) or title.of:
        return None
    if person.entity.type != "Person" or person.entity.country is not None:
        return None
    if person.entity.id in resolver.known.lexicon.entries or _names_others(tree, resolver, home):
        return None
    lexicon = resolver.known.lexicon
    first, last = title.text.lower().split()[0], title.head.lower().split()[-1]
    state = resolver.state_of(Entity(person.entity.id, person.entity.label, "Person", home))
    is_ruler = title.head.lower() in RULERS and not tree.words & MEETING
    if last in MINISTERS or is_ruler:
        return state
    if first == "government" and last in SPEAKING:
        entry = lexicon.government(home)
        return Entity(entry.id, entry.label, entry.type, home)
    if first in ARMED and (last in SPEAKING or last in ("chief", "commander")) and state is not None:
        return resolver.forces_of(state)
    return None


def at_home(
    tree: Tree, i: int, first: int, phrase: str, person: Argument, resolver: Resolver
) -> Argument | None:
    """The holder of "X, a government spokesman" or "X, the education minister" in an article on one country."""
    token = tree.tokens[i]
    words = phrase
    if first and tree.tokens[first - 1].head == i and tree.tokens[first - 1].lower in BEFORE:
        first -= 1
        words = f"{tree.tokens[first].lower} {phrase}"
    if words.split()[-1] not in (*MINISTERS, *SPEAKING, *RULERS, "chief", "commander") or _is_owned(tree, i):
        return None
    title = Title(words, tree.tokens[first].start, token.end, words)
    holder = home_holder(tree, title, person, resolver)
    return None if holder is None else Argument(holder, token.text, token.start, token.end)


def _is_owned(tree: Tree, i: int) -> bool:
    """Whether the words tell whose an office is, though nobody knows him: "the spokesman of the town"."""
    return bool(tree.kids(i, "nmod:poss", "nmod")) or any(
        tree.name(k) is not None for k in tree.kids(i, "amod", "compound")
    )


def _names_others(tree: Tree, resolver: Resolver, home: str) -> bool:
    """Whether a sentence names another state than the article's, or anybody of one; or the article's as a third party.

    Whose minister "thanked Qatar" or "arrived in Qatar" is not Qatar's.
    """
    for i in tree.named:
        found = resolver.argument(i, "actor")
        if found is None or found.entity.country is None:
            continue
        if found.entity.country != home:
            return True
        is_met = tree.tokens[i].dep in ("obj", "iobj") or tree.case(i)[:1] in (("to",), ("for",), ("with",))
        if is_met and found.entity.type == "State":
            return True
    return False
