"""Nouns for one person, and who speaks: descriptions, titles used again, issuers of statements."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.resolve_places import Places
from kg.identifiers import digest, local_name
from kg.records import Argument, Entity

SPOKESMEN = ("spokesman", "spokeswoman", "spokesperson")
# Those who issue statements.
ISSUERS = ("Person", "Organisation", "State", "Government", "ArmedForces", "ArmedGroup", "Collective")


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
        of = [k for k in tree.kids(i, "nmod") if k > i and tree.case(k) == ("of",)]
        phrase = f"{lemma} of {tree.tokens[of[0]].lower}" if of else lemma  # "the Secretary of State"
        holder = self.titles.get(phrase)
        if holder is None or (countries and holder.country and holder.country not in countries):
            return None
        return self._of_speakers_country(holder, i)

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
            if token.dep == "nsubj":
                self.issued = tree.sentence.index
            return self._issuer(i)
        found = self.argument(i, "actor")
        if found is None and token.lower == "it" and tree.sentence.index == self.issued + 1:
            return self._spoken_in_statement(i)
        if found is not None or token.pos != "NOUN":
            return found
        if token.lemma == "office":
            return self._holder_of(i)
        grammar = self.words.grammar
        noun, first = self._noun(i)
        is_one = token.tag == "NN"
        if token.lemma in grammar["media"]:
            return self._unnamed(i, i, "Organisation")
        if token.lemma in grammar["sources"]:
            return self._unnamed(i, i, "Person" if is_one else "Collective")
        if noun is None or noun.kind not in ("person", "people", "government"):
            return None
        for k, entity, _ in self._names_before(i):
            if entity.type in ("Organisation", "Government", "ArmedForces") or (
                entity.type == "State" and token.lemma == "official"
            ):
                name = tree.tokens[k]
                return Argument(entity, name.text, name.start, name.end)
        if token.lemma in SPOKESMEN:
            for k in tree.kids(i, "nmod"):
                if tree.case(k) in (("for",), ("of",), ("from",)) and (body := self.argument(k, "actor")):
                    return body
        if noun.kind == "government" and is_one and token.lemma != "official":
            return None
        return self._unnamed(i, first, "Person" if is_one else "Collective")

    def _holder_of(self, i: int) -> Argument | None:
        """Whose office speaks: "Mr Erdogan's office", "the office of the president"."""
        tree = self.tree
        owners = tree.kids(i, "nmod:poss") or [k for k in tree.kids(i, "nmod") if tree.case(k) == ("of",)]
        return next((found for k in owners if (found := self.argument(k, "actor"))), None)

    def _unnamed(self, i: int, first: int, type_: str) -> Argument:
        """A speaker without a name, called as the text calls him: one for each sentence."""
        text, start, end = self._mention(i, first)
        label = self._lowered(text)
        for k in self.tree.kids(i, "nmod:poss"):
            if self.tree.name(k) is not None:  # "Iran's foreign minister"
                owner = self.tree.tokens[k]
                text, start = self.tree.text(k, i), owner.start
                label = f"{owner.text}{self._lowered(text[len(owner.text) :])}"
        body = next((e for _, e, _ in self._names_before(i) if e.type not in ("Place", "Facility")), None)
        local = f"{local_name(text)}-{digest(self.document.id, self.tree.sentence.start, text, length=6)}"
        self.unnamed[local] = body
        return Argument(Entity(local, label, type_, None), text, start, end)

    def _issuer(self, i: int) -> Argument | None:
        """Who issued "the statement", "a Defense Department news release"; else who issued the last one."""
        for k in self._issuers(i):
            is_office = self.tree.tokens[k].lemma == "office"
            found = self._holder_of(k) if is_office else self.argument(k, "actor")
            if found is not None and found.entity.type in ISSUERS:
                self.issuer = found.entity
                return found
        token = self.tree.tokens[i]
        known = token.tag == "NN" and self._is_definite(i)
        return self._spoken_in_statement(i) if known else None

    def _spoken_in_statement(self, i: int) -> Argument | None:
        """Who issued the last statement: "it added"."""
        token = self.tree.tokens[i]
        return None if self.issuer is None else Argument(self.issuer, token.text, token.start, token.end)

    def _issuers(self, i: int) -> list[int]:
        """The tokens that may name who issued a statement, in order of trust."""
        tree = self.tree
        found = [k for k in tree.subtree(i) if k < i and tree.name(k) is not None]
        found += [
            k
            for k in tree.kids(i, "nmod:poss", "nmod")
            if k < i or tree.case(k) in (("by",), ("from",), ("of",))
        ]
        found += [
            k
            for v in tree.kids(i, "acl")
            for k in tree.kids(v, "obl:agent", "obl")
            if tree.case(k) == ("by",)
        ]
        token = tree.tokens[i]
        above = tree.tokens[token.head]
        issues = above.pos == "VERB" and above.lemma in self.words.grammar["issuing_verbs"]
        if token.dep == "nmod" and tree.case(i) == ("in",):
            found.append(above.i)  # "Mr Trump, in a statement, said"
        elif token.dep == "nsubj:pass" and issues:
            found += tree.kids(above.i, "obl:agent")
        elif token.dep == "obj" and issues or token.dep == "obl" and tree.case(i) == ("in",):
            found += tree.kids(above.i, "nsubj")
        return found
