"""Who stands behind what speaks: statements and embassies accuse, appeal and reject for those who sent them."""

from __future__ import annotations

from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.records import Argument

# Acts of speech, which papers and embassies perform too.
SPOKEN = ("Appeal", "Accusation", "Threat", "Rejection", "Endorsement")
MISSIONS = ("embassy", "consulate")


def spoken_for(tree: Tree, token: int, resolver: Resolver) -> tuple[Argument, ...]:
    """For whom a noun speaks that is nobody itself: "a Turkish statement", "the US embassy in Kabul"."""
    word, name = tree.tokens[token], tree.name(token)
    if word.lower == "it" and word.dep == "nsubj":  # "The report blamed Mali. It also accused Niger"
        found = resolver.speaker_at(token)
        return () if found is None else (found,)
    if name is None and word.lemma in resolver.known.words.grammar["statements"]:
        found = resolver.speaker_at(token)
        return () if found is None else (found,)
    words = word.text.split()
    if words[-1].lower() not in MISSIONS:
        return ()
    if name is None or len(words) == 1:
        states = [a for a in resolver.qualifiers(token) if a.entity.type == "State"]
    else:
        sender = resolver.part(" ".join(words[:-1]), word.start)
        states = [sender] if sender is not None and sender.entity.type == "State" else []
    return tuple(Argument(a.entity, word.text, word.start, word.end) for a in states[:1])
