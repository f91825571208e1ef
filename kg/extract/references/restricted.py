"""Nouns that stand by themselves: whom their own name, participle, owner or reporter tells, and no sentence before."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.references.base import GROUPS
from kg.extract.references.contexts import is_fighting
from kg.extract.references.modifiers import own_modifiers, owners
from kg.extract.references.pronouns import Pronouns
from kg.identifiers import local_name
from kg.records import Entity
from kg.rules.lexicon import normalise


@dataclass(slots=True)
class Restricted(Pronouns):
    """Resolves nouns with modifiers of their own."""

    def _of_allegiance(self, i: int, text: str) -> Entity | None:
        """ "Forces aligned with the TPLF", "militias backed by Iran": a crowd called by its own words."""
        tree = self.tree
        for k in own_modifiers(tree, i):
            token = tree.tokens[k]
            if token.lemma not in self.words.grammar["allegiances"]:
                continue
            for o in tree.kids(k, "obl", "obl:agent", "nmod"):
                whom = self.argument(o, "actor")
                if whom is not None and tree.case(o):
                    tie = " ".join((token.lower, *tree.case(o)))
                    return self.collective(
                        f"{self._lowered(text)} {tie} {whom.entity.label}", None, plain=True
                    )
        return None

    def _reporters_forces(self, i: int) -> Entity | None:
        """ "Ukraine's top general said troops advanced": what officers call "troops" are those of their country."""
        tree = self.tree
        for k in tree.up(i):
            if tree.tokens[k].lemma not in self.words.grammar["reporting_verbs"]:
                continue
            for s in tree.kids(k, "nsubj"):
                phrase = tree.subtree(s)
                nouns = [self._noun(t)[0] for t in phrase]
                is_officer = any(
                    tree.tokens[t].lemma in self.words.offices.ranks
                    or tree.tokens[t].lemma == "commander"
                    or (noun is not None and noun.kind == "forces")
                    for t, noun in zip(phrase, nouns, strict=True)
                )
                found = [a.entity.country for t in phrase if tree.name(t) and (a := self.argument(t, "any"))]
                countries = {country for country in found if country}
                if is_officer and len(countries) == 1:
                    return self._forces(next(iter(countries)))
        return None

    def _told_behind(self, i: int, text: str, is_plural: bool) -> Entity | None:
        """Forces that a restrictive phrase singles out, so not those of whom the last sentence spoke: a state's
        ("soldiers from Chad"), or a crowd of that name ("special forces from Amhara", "troops who fled")."""
        for k in owners(self.tree, i):
            whose = self.argument(k, "any")
            if self.tree.case(k) == ("of",) and (whose is None or whose.entity.type in GROUPS):
                return None  # "a force of militiamen"
            if whose is None:
                continue
            if whose.entity.type == "State":
                return self._forces(whose.entity.country)
            tie = " ".join(self.tree.case(k))
            return self.collective(f"{self._lowered(text)} {tie} {whose.entity.label}", None, plain=True)
        return self.collective(self._lowered(text), None, plain=True) if is_plural else None

    def _called_by_name(self, i: int, text: str) -> Entity | None:
        """ "The Shwe Min militia group": a name that nobody knows is this group's own, so it is no other group."""
        if not any(self._is_strange(k) or self._is_unknown_person(i, k) for k in self._named_modifiers(i)):
            return None
        words = text.split()
        if len(words) > 2 and words[-1] == "group" and words[-2] in self.words.nouns:
            words = words[:-1]
        label = " ".join(words)
        is_armed = words[-1].lower() in self.words.grammar["armed_bands"] or self._is_armed_band(i, label)
        return Entity(local_name(label), label, "ArmedGroup" if is_armed else "Organisation", None)

    def _is_unknown_person(self, i: int, k: int) -> bool:
        """Whether a group is called after somebody whom nobody knows: "the Abu Faisal group"."""
        name = self.tree.name(k)
        is_person = name is not None and not name.senses and name.kind == "Person" and name.title is None
        return is_person and k == i - 1 and self._is_definite(i) and self.tree.tokens[k].dep == "compound"

    def _is_armed_band(self, i: int, label: str) -> bool:
        """Whether a group fights or has fighters, here or earlier in the article."""
        tree, form = self.tree, normalise(label)
        head = tree.tokens[tree.tokens[i].head]
        has_fighters = tree.tokens[i].dep in ("nmod", "nmod:poss", "compound") and head.tag == "NNS"
        noun = self._noun(head.i)[0] if has_fighters else None
        if (noun is not None and noun.kind == "fighters") or is_fighting(
            tree, i, self.words.grammar, self._is_foe
        ):
            self.named[form] = "ArmedGroup"
        return self.named.get(form) == "ArmedGroup"

    def _only_coalition(self) -> Entity | None:
        """The one coalition of which the article spoke: "coalition warplanes" after "a Saudi-led coalition"."""
        called = {
            e.id: e for s in self.history if "coalition" in (e := s.argument.entity).label.lower().split()
        }
        return next(iter(called.values())) if len(called) == 1 else None
