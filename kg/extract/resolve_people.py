"""Nouns for one person, and who speaks: descriptions, titles used again, issuers of statements."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.resolve_places import Places
from kg.identifiers import digest, local_name
from kg.records import Argument, Entity


@dataclass(slots=True)
class People(Places):
    """Resolves nouns for one person."""

    def _description(self, i: int, first: int) -> Argument | None:
        """A noun for one person: the name beside it, or somebody without a name, known to this article only."""
        text, start, end = self._mention(i, first)
        beside = self._named_beside(i)
        if beside is not None:
            return Argument(beside.entity, text, start, end)
        if self.tree.tokens[i].tag in ("NNS", "NNPS"):
            return None
        holder = self._holder(i)
        if holder is not None:
            return Argument(holder, text, start, end)
        return None

    def _holder(self, i: int) -> Entity | None:
        """The person to whom "the prime minister", "the secretary" goes back: whose title it was in this article."""
        if not self._is_definite(i):
            return None
        tree = self.tree
        lemma = tree.tokens[i].lemma.lower()
        countries = {e.country for _, e, _ in self._names_before(i) if e.type in ("State", "Government")}
        for size in (3, 2, 1):
            phrase = " ".join([*(t.lower for t in tree.tokens[max(0, i - size) : i]), lemma])
            if phrase in self.titles:
                person = self.titles[phrase]
                is_other = countries and person.country and person.country not in countries
                return None if is_other else self._of_speakers_country(person, i)
        holder = self.titles.get(lemma)
        return None if holder is None else self._of_speakers_country(holder, i)

    def _of_speakers_country(self, person: Entity, i: int) -> Entity | None:
        """A person, unless another state speaks: whom the Kremlin calls "the president" is not Ukraine's."""
        for k in range(i):
            token = self.tree.tokens[k]
            if token.dep == "nsubj" and token.name is not None:
                subject = self.argument(k, "actor")
                if subject is not None and subject.entity.type in ("State", "Government") and person.country:
                    return person if subject.entity.country == person.country else None
        return person

    def speaker_at(self, i: int) -> Argument | None:
        """Who speaks: the entity of a noun phrase, the issuer of a statement, or an unnamed person ("a diplomat")."""
        tree = self.tree
        token = tree.tokens[i]
        if token.pos == "NOUN" and token.lemma in self.words.grammar["statements"]:
            return self._issuer(i)
        found = self.argument(i, "actor")
        if found is not None or token.pos != "NOUN":
            return found
        noun, first = self._noun(i)
        if noun is None or noun.kind != "person":
            return None
        for k, entity, _ in self._names_before(i):
            if entity.type in ("Organisation", "Government", "ArmedForces") or (
                entity.type == "State" and token.lemma == "official"
            ):
                name = tree.tokens[k]
                return Argument(entity, name.text, name.start, name.end)
        text, start, end = self._mention(i, first)
        local = f"{local_name(text)}-{digest(self.document.id, tree.sentence.start, text, length=6)}"
        return Argument(Entity(local, text.lower(), "Person", None), text, start, end)

    def _issuer(self, i: int) -> Argument | None:
        """Who issued "the statement", "a Defense Department news release"; else who issued the last one."""
        tree = self.tree
        candidates = [k for k in tree.subtree(i) if k < i and tree.name(k) is not None]
        candidates += [
            k
            for k in tree.kids(i, "nmod:poss", "nmod")
            if k < i or tree.case(k) in (("by",), ("from",), ("of",))
        ]
        candidates += [
            k
            for v in tree.kids(i, "acl")
            for k in tree.kids(v, "obl:agent", "obl")
            if tree.case(k) == ("by",)
        ]
        head = tree.tokens[tree.clause(i)]
        if head.pos == "VERB" and tree.tokens[i].dep in ("obj", "obl"):
            candidates += tree.kids(head.i, "nsubj")
        for k in candidates:
            found = self.argument(k, "actor")
            if found is not None and found.entity.type in (
                "Person",
                "Organisation",
                "State",
                "Government",
                "ArmedForces",
                "ArmedGroup",
            ):
                self.issuer = found.entity
                return found
        token = tree.tokens[i]
        return None if self.issuer is None else Argument(self.issuer, token.text, token.start, token.end)
