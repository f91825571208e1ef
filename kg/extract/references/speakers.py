"""Who speaks: those with a name, those without one, and the issuers of statements."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.references.people import People
from kg.extract.references.pronouns import SPOKESMEN
from kg.identifiers import digest, local_name
from kg.records import Argument, Entity

# Those who issue statements.
ISSUERS = ("Person", "Organisation", "State", "Government", "ArmedForces", "ArmedGroup", "Collective")


@dataclass(slots=True)
class Speakers(People):
    """Resolves the subjects of verbs of saying."""

    def speaker_at(self, i: int) -> Argument | None:
        """Who speaks: the entity of a noun phrase, the issuer of a statement, or somebody unnamed ("a diplomat")."""
        tree = self.tree
        token = tree.tokens[i]
        if token.pos == "NOUN" and token.lemma in self.words.grammar["statements"]:
            return self._issuer(i)
        found = self.argument(i, "actor")
        if found is None and token.lower == "it" and tree.sentence.index == self.issued + 1:
            return self._spoken_in_statement(i)
        if found is not None or token.pos != "NOUN":
            return found
        return self._holder_of(i) if token.lemma == "office" else self._without_name(i)

    def _without_name(self, i: int) -> Argument | None:
        """Who speaks without a name: media, a source, people; the body for which officials and spokesmen speak."""
        tree, grammar = self.tree, self.words.grammar
        token = tree.tokens[i]
        noun, first = self._noun(i)
        type_ = "Person" if token.tag == "NN" else "Collective"
        media = grammar["media"]
        if token.lemma in media or token.lemma in grammar["bodies"] or token.lower in media:
            named = self.argument(i + 1, "actor") if self._name_behind(i) else None
            heard = named or self._unnamed(i, i, "Organisation")
            if token.dep == "nsubj":  # "it said", in the next sentence
                self.issuer, self.issued = heard.entity, tree.sentence.index
            return heard
        if token.lemma in grammar["sources"]:
            return self._unnamed(i, i, type_)
        if noun is not None and noun.kind in ("forces", "group"):
            return self._unnamed(i, first, "Collective")
        if noun is None or noun.kind not in ("person", "people", "government"):
            return None
        body = self._body_before(i) or (self._body_behind(i) if token.lemma in SPOKESMEN else None)
        if body is not None or noun.kind == "government" and type_ == "Person" and token.lemma != "official":
            return body
        return self._unnamed(i, first, type_)

    def _body_before(self, i: int) -> Argument | None:
        """ "A Treasury official", "a US official" speak for these."""
        tree = self.tree
        for k, entity, _ in self._names_before(i):
            if entity.type in ("Organisation", "Government", "ArmedForces") or (
                entity.type == "State" and tree.tokens[i].lemma == "official"
            ):
                name = tree.tokens[k]
                return Argument(entity, name.text, name.start, name.end)
        return None

    def _body_behind(self, i: int) -> Argument | None:
        """ "A spokesman for Hamas"."""
        tree = self.tree
        behind = [k for k in tree.kids(i, "nmod") if tree.case(k) in (("for",), ("of",), ("from",))]
        return next((body for k in behind if (body := self.argument(k, "actor"))), None)

    def _holder_of(self, i: int) -> Argument | None:
        """Whose office speaks: "Mr Erdogan's office", "the office of the president"."""
        tree = self.tree
        owners = tree.kids(i, "nmod:poss") or [k for k in tree.kids(i, "nmod") if tree.case(k) == ("of",)]
        found = next((found for k in owners if (found := self.argument(k, "actor"))), None)
        if found is not None and found.entity.type in ISSUERS:
            return found
        before = [k for k in owners if k < i and tree.tokens[k].pos == "NOUN"]  # "the governor's office"
        words = [k for o in before for k in tree.subtree(o) if tree.tokens[k].pos in ("NOUN", "ADJ", "PROPN")]
        return self._unnamed(i, min(words), "Organisation") if words else None

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
        if self.tree.tokens[i].dep == "nsubj":
            self.issued = self.tree.sentence.index
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
