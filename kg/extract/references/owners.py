"""Whose fighters, forces and groups are meant: who owns them, whom they are loyal to, who was called so before."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.references.base import QUOTES, RECENT, noun_of, plural
from kg.extract.references.restricted import Restricted
from kg.identifiers import digest, local_name
from kg.records import Argument, Entity

RULERS = ("president", "king", "prime minister", "emir", "sultan", "supreme leader")


@dataclass(slots=True)
class Owners(Restricted):
    """Tells whose a group is."""

    def _of(self, i: int) -> Entity | None:
        """The named group in "fighters of HTS", "militants from ISIL"."""
        for k in self.tree.kids(i, "nmod"):
            if self.tree.case(k) in (("of",), ("from",), ("with",)) and self.tree.name(k) is not None:
                argument = self.argument(k, "any")
                if argument is not None:
                    return argument.entity
        return None

    def _sent_from(self, i: int) -> str | None:
        """The country in "backed by troops from Eritrea"; not in "withdrew troops from Eritrea"."""
        tokens = self.tree.tokens
        if i + 2 >= len(tokens) or tokens[i + 1].lower != "from" or tokens[i].dep in ("obj", "nsubj:pass"):
            return None
        name = self.tree.name(tokens[i + 1].head)
        entity = self.entity(name, "any", tokens[i + 1].head) if name is not None else None
        return entity.country if entity is not None and entity.type == "State" else None

    def _coalition_before(self, i: int) -> Entity | None:
        """The coalition in "coalition forces"."""
        for k in self.modifiers(i):
            if self.tree.tokens[k].lower == "coalition" and self.tree.name(k) is None:
                found = self.argument(k, "actor")
                if found is not None:
                    return found.entity
        return None

    def _loyal_to(self, i: int) -> Entity | None:
        """ "Troops loyal to Assad", "forces backing the president": those of the country he rules, else his."""
        tree = self.tree
        whom: list[int] = []
        for k in tree.kids(i, "amod", "acl", "acl:relcl"):
            if tree.tokens[k].lemma == "loyal":
                whom += [o for o in tree.kids(k, "obl", "nmod") if tree.case(o) == ("to",)]
            elif k > i and tree.tokens[k].lemma in ("back", "support") and tree.tokens[k].tag == "VBG":
                whom += tree.kids(k, "obj")
        if tree.tokens[i].head == i + 1 and tree.tokens[i + 1].lemma == "loyal":  # "fighters [are] loyal to"
            whom += [o for o in tree.kids(i + 1, "obl", "nmod") if tree.case(o) == ("to",)]
        for k in whom:
            found = self.argument(k, "actor")
            if found is None:
                return self.collective(plural(tree.tokens[i].lemma), None, plain=True)
            entity = found.entity
            if entity.type in ("State", "Government", "ArmedForces"):
                noun = self._noun(i)[0]
                is_army = (
                    noun is not None and noun.kind == "forces" and self.theatre in (None, entity.country)
                )
                text = self._mention(i, i)[0]
                return self._forces(entity.country) if is_army else self._of_allegiance(i, text)
            return self._forces_under(entity)
        return None

    def _forces_of_owner(self, names: list[tuple[int, Entity, bool]]) -> Entity | None:
        """ "Saleh's forces", "the defence ministry said its troops": a person's, a ministry's country's."""
        for k, entity, is_possessor in names:
            if is_possessor and entity.type == "Person":
                is_ours = self.tree.tokens[k].lower == "our"  # the speaker's country's
                return self._forces(entity.country) if is_ours else self._forces_under(entity)
            if is_possessor and entity.type == "Government" and entity.country is None:
                label = f"{entity.label} forces"  # "the eastern government's forces"
                return Entity(local_name(f"{entity.id}-forces"), label, "Collective", None)
            if is_possessor and entity.type == "Organisation" and "ministry" in entity.label.lower():
                return self._forces(entity.country)
        return None

    def _forces_under(self, leader: Entity) -> Entity:
        """The forces of the country that somebody rules; else a Collective called after the leader."""
        forces = (
            self._forces(leader.country) if leader.type == "Person" and self._rules_a_state(leader) else None
        )
        label = f"{leader.label}'s forces"
        return forces or Entity(local_name(label), label, "Collective", None)

    def _rules_a_state(self, person: Entity) -> bool:
        """Whether the dictionary knows a person as president, king or prime minister at the time of the article."""
        entry = self.lexicon.entries.get(person.id)
        published = self.document.published or ""
        return entry is not None and any(
            role.of in self.lexicon.states.values()
            and role.position in RULERS
            and (not published or not role.until or published[: len(role.until)] <= role.until)
            for role in entry.roles
        )

    def _sender(self, i: int) -> Entity | None:
        """Whose troops are sent: "Turkey sent troops"."""
        token = self.tree.tokens[i]
        if (
            token.dep != "obj"
            or self.tree.tokens[token.head].lemma not in self.words.grammar["sending_verbs"]
        ):
            return None
        for k in self.tree.kids(token.head, "nsubj"):
            found = self.argument(k, "actor")
            if found is not None and found.entity.type in ("State", "Government"):
                return self._forces(found.entity.country)
        return None

    def _is_backed_by_theatre(self, i: int) -> bool:
        """Whether the country that the article is about arms or backs them: "Turkey armed rebels" are not its own."""
        token = self.tree.tokens[i]
        if (
            token.dep != "obj"
            or self.tree.tokens[token.head].lemma not in self.words.grammar["backing_verbs"]
        ):
            return False
        backers = (self.argument(k, "actor") for k in self.tree.kids(token.head, "nsubj"))
        return any(a is not None and a.entity.country == self.theatre for a in backers)

    def _belongs_to_unknown(self, i: int) -> bool:
        """Whether a noun is somebody's whom nothing tells: "their fighters" of an unknown "they"."""
        return any(
            self.tree.tokens[k].pos == "PRON" and self.argument(k, "actor") is None
            for k in self.tree.kids(i, "nmod:poss")
        )

    def _only_band(self, i: int) -> Entity | None:
        """ "The insurgents" after "the Taliban": the one armed group spoken of lately, when it is called such."""
        tree = self.tree
        token = tree.tokens[i]
        if not any(tree.tokens[k].lower == "the" for k in tree.kids(i, "det")) or len(self.modifiers(i)) > 1:
            return None
        here = tree.sentence.index
        near = [s.argument.entity for s in self._before(i) if here - s.sentence <= RECENT]
        bands = {e.id: e for e in near if e.type == "ArmedGroup"}
        crowds = [e for e in near if e.type == "Collective" and noun_of(e.label) in self._fighters]
        if token.lower not in self.words.grammar["vague_fighters"]:
            crowds = [e for e in crowds if noun_of(e.label) == token.lower]
        if len(bands) != 1 or crowds:
            return None
        entity = next(iter(bands.values()))
        entry = self.lexicon.entries.get(entity.id)
        heads = {word for head in (entry.heads if entry else ()) for word in head.split()[-1:]}
        return entity if {token.lower, token.lemma} & heads or token.lower == "fighters" else None

    def _named_so(self, i: int) -> Argument | None:
        """ "The rebels" after "Houthi rebels": the named group that this article called so."""
        if not self._is_definite(i):
            return None
        band = self._only_band(i)
        if band is not None:
            token = self.tree.tokens[i]
            return Argument(band, token.text, token.start, token.end)
        word = self.tree.tokens[i].lower
        found = {
            s.argument.entity.id: s.argument
            for s in self.history
            if s.argument.entity.type == "ArmedGroup" and s.argument.mention.lower().endswith(" " + word)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _by_description(self, text: str, type_: str) -> Entity:
        """Who is known by these words to this article only."""
        label = QUOTES.sub("", text)
        if (known := self._described_before(label)) is not None:
            return known
        local = f"{local_name(label)}-{digest(self.document.id, label.lower(), length=6)}"
        return Entity(local, label.lower() if label.istitle() else label, type_, None)

    def _described_before(self, label: str) -> Entity | None:
        """Who was called so earlier in the article."""
        told = (seen.argument.entity for seen in self.history)
        return next((entity for entity in told if entity.label.lower() == label.lower()), None)

    def _is_rival(self, i: int) -> bool:
        """Whether a government is not the country's: "the eastern government", "the government in exile"."""
        tokens, grammar = self.tree.tokens, self.words.grammar
        if tokens[i].lemma.rpartition(" ")[2].lower() not in grammar["governing_nouns"]:
            return False
        before = [
            w for k in self.modifiers(i) for m in (k, *self.modifiers(k)) for w in tokens[m].lower.split()
        ]
        behind = [tokens[k].lower for k in self.tree.kids(i, "nmod") if k == i + 2]
        return (
            any(w.removesuffix("-based") in grammar["rival_adjectives"] for w in before)
            or "exile" in (*before, *behind)
            or tokens[i].text.lower().endswith("-in-exile")
        )
