"""Lasting ties: verbs, nouns, agent nouns, hyphenated compounds, and places named with places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from kg.extract.agreements import agreement, is_agreement
from kg.extract.compounds import Compound, compound, sides
from kg.extract.drafts import Draft
from kg.extract.frames import Frame, Framer, verbs
from kg.extract.resolve import ACTORS, PLACES, Resolver
from kg.extract.syntax import RELATIVE, Tree
from kg.records import Argument, TimeExpression
from kg.rules.claims import Rule, RuleSet
from kg.rules.words import WordLists

KINDS = {
    "actor": ACTORS,
    "group": ("ArmedGroup", "Organisation", "ArmedForces", "Government", "State", "Collective"),
    "led": ("ArmedGroup", "Organisation", "ArmedForces", "Government", "Collective", "Population"),
    "place": PLACES,
    "agreement": ("Agreement",),
    "person": ("Person",),
    "ruler": ("Person", "ArmedGroup", "ArmedForces", "State", "Government", "Collective", "Population"),
    "militant": ("ArmedGroup", "Collective"),
    "forces": ("ArmedGroup", "ArmedForces", "Collective", "Organisation"),
    "named": ("ArmedGroup", "Organisation", "ArmedForces", "Government", "State"),
}


@dataclass(frozen=True, slots=True)
class RelationReader:
    """Finds the relations of a sentence."""

    rules: RuleSet
    words: WordLists
    framer: Framer

    def read(self, tree: Tree, resolver: Resolver, times: Sequence[TimeExpression]) -> Iterator[Draft]:
        """The drafts of all relations the sentence states, in the order of their cues."""
        for i in verbs(tree):
            yield from self._verb(tree, i, resolver, times)
        for token in tree.tokens:
            if token.pos in ("NOUN", "ADV") and token.lemma in self.rules.verbs and tree.kids(token.i, "cop"):
                yield from self._verb(tree, token.i, resolver, times)
        for token in tree.tokens:
            if token.pos in ("NOUN", "PROPN", "ADJ", "VERB") and token.name is None:
                yield from self._agent_noun(tree, token.i, resolver, times)
                yield from self._act_noun(tree, token.i, resolver, times)
            if (made := compound(token)) is not None:
                yield from self._compound(tree, token.i, made, resolver)
            elif token.name is not None and "-" in token.text.partition(" ")[0] and " " in token.text:
                yield from self._inside_name(tree, token.i, resolver)

    # Verbs and adjectives

    def _verb(
        self, tree: Tree, i: int, resolver: Resolver, times: Sequence[TimeExpression]
    ) -> Iterator[Draft]:
        token = tree.tokens[i]
        entries = [(p, r) for p, r in self.rules.verbs.get(token.lemma, ()) if r.predicate]
        if token.lower != token.lemma and token.pos == "ADJ":
            entries += [(p, r) for p, r in self.rules.verbs.get(token.lower, ()) if r.predicate]
        for pattern, rule in entries:
            frame = self.framer.verb(tree, i, pattern)
            if frame is None:
                continue
            subject = rule.verb_roles.get("subject", ("doer",))
            object_ = rule.verb_roles.get("object", ("undergoer",))
            found = list(self._fill(tree, rule, frame, subject, object_, resolver, times))
            if not found and rule.joint and "doer" in frame.roles and not frame.roles.get("undergoer"):
                found = list(self._joint(tree, rule, frame, frame.roles["theme"], resolver))
            yield from found

    def _fill(
        self, tree: Tree, rule: Rule, frame: Frame, subjects: Iterable[str], objects: Iterable[str],
        resolver: Resolver, times: Sequence[TimeExpression],
    ) -> Iterator[Draft]:  # fmt: skip
        left = self._arguments(tree, rule.subject, frame, subjects, resolver, times)
        right = self._arguments(tree, rule.object, frame, objects, resolver, times) if left else []
        for one in left:
            for other in right:
                if one.entity.id != other.entity.id:
                    yield self._draft(tree, rule, frame, one, other)

    def _arguments(
        self, tree: Tree, kind: str, frame: Frame, fillers: Iterable[str], resolver: Resolver,
        times: Sequence[TimeExpression],
    ) -> list[Argument]:  # fmt: skip
        """The arguments of the first filler that holds any of the right class."""
        types = KINDS[kind]
        want = "place" if kind == "place" else "actor"
        for filler in fillers:
            found: list[Argument] = []
            for token in frame.roles.get(filler, ()):
                if kind == "agreement":
                    if is_agreement(tree, token, self.words):
                        inner = self.framer.noun(tree, token, token)
                        parties = [
                            a for k in inner.roles.get("between", ()) for a in resolver.arguments(k, "actor")
                        ]
                        found.append(agreement(tree, inner, resolver, times, parties))
                    continue
                found += [a for a in resolver.arguments(token, want) if a.entity.type in types]
                if not found and filler == "doer" and kind == "actor":  # "backed by Russian air cover"
                    found += [a for a in resolver.qualifiers(token) if a.entity.type in types]
            if kind in ("group", "named") and self._mixed(frame, filler, resolver):
                return []  # "joined Kerry and international partners" is no membership
            if found:
                return found
        return []

    def _mixed(self, frame: Frame, filler: str, resolver: Resolver) -> bool:
        return any(
            a.entity.type == "Person"
            for k in frame.roles.get(filler, ())
            for a in resolver.arguments(k, "actor")
        )

    def _joint(
        self, tree: Tree, rule: Rule, frame: Frame, tokens: Iterable[int], resolver: Resolver
    ) -> Iterator[Draft]:
        """Two sides named together are the two parts of a symmetric tie."""
        found = [
            a for k in tokens for a in resolver.arguments(k, "actor") if a.entity.type in KINDS[rule.subject]
        ]
        for one, other in combinations(found, 2):
            if one.entity.id != other.entity.id:
                yield self._draft(tree, rule, frame, one, other)

    def _draft(self, tree: Tree, rule: Rule, frame: Frame, subject: Argument, object_: Argument) -> Draft:
        cue = (tree.tokens[min(frame.cue)].start, tree.tokens[max(frame.cue)].end)
        return Draft(
            rule.id,
            frame,
            cue,
            rule.predicate,
            manner=rule.manner,
            subject=subject,
            object=object_,
            source=rule,
        )

    # Nouns

    def _agent_noun(
        self, tree: Tree, i: int, resolver: Resolver, times: Sequence[TimeExpression]
    ) -> Iterator[Draft]:
        """ "Assad's backers, Russia and Iran": a noun that denotes one part and governs the other."""
        for rule in self.rules.agent_nouns.get(tree.tokens[i].lemma, ()):
            frame = self.framer.noun(tree, i, i)
            frame.clause = i if tree.kids(i, "cop") else frame.clause
            roles = rule.agent_roles
            if "self" in roles.get("object", ()):
                yield from self._held_place(tree, rule, frame, resolver)
                continue
            following = " ".join(t.lower for t in tree.tokens[i : i + 3])
            if self.words.offices.kind(following) and following.split()[1:2] == ["of"]:
                continue  # "chief of staff" leads no staff
            if any(tree.tokens[k].lower in ("deputy", "vice") for k in tree.kids(i, "amod", "compound")):
                continue
            denoted = denoted_by(tree, i, resolver)
            head = tree.tokens[i].head  # "Israel's enemy Hezbollah": the possessor may hang on the name
            if (
                not frame.roles.get("poss")
                and tree.name(head) is not None
                and head > i
                and tree.tokens[i].dep in ("nmod", "amod", "compound")
            ):
                frame.add("poss", [k for k in tree.kids(head, "nmod:poss") if k < i])
            fillers = roles.get("object", ("poss", "of", "to", "with", "mod"))
            held = self._arguments(tree, rule.object, frame, fillers, resolver, times)
            modifying = [
                a
                for k in frame.roles.get("mod", ())
                for a in resolver.arguments(k, "actor")
                if a.entity.type in ACTORS
            ]
            if (
                not denoted
                and modifying
                and tree.tokens[i].tag == "NN"
                and (frame.roles.get("poss") or frame.roles.get("of"))
            ):
                denoted = modifying  # "his Russian ally"
            if not held and rule.joint and len(denoted) > 1 and tree.tokens[i].tag == "NNS":
                for one, other in combinations(denoted, 2):
                    yield self._draft(tree, rule, frame, one, other)
                continue
            if rule.predicate == "memberOf" and tree.tokens[i].lemma != "member":
                # "commander of the Quds Force, the foreign arm of the Guards": an arm is no person
                denoted = [a for a in denoted if a.entity.type != "Person"]
                denoted = denoted or [a for a in named_before(tree, i, resolver) if a.entity.type != "Person"]
            one_of_many = rule.predicate == "leads" and self._one_of_many(tree, i)
            for one in denoted:
                for other in held:
                    if one.entity.id != other.entity.id and one.entity.type in KINDS[rule.subject]:
                        draft = self._draft(tree, rule, frame, one, other)
                        if one_of_many:
                            draft.predicate = "memberOf"
                        yield draft

    def _one_of_many(self, tree: Tree, i: int) -> bool:
        """ "A commander of the RSF", "a senior RSF commander": one of its leaders, not its leader."""
        words = {tree.tokens[k].lower for k in tree.kids(i, "det", "amod")}
        return bool(words & {"a", "an", "senior", "local", "field", "regional", "mid-level", "junior"})

    def _held_place(self, tree: Tree, rule: Rule, frame: Frame, resolver: Resolver) -> Iterator[Draft]:
        """ "Idlib, a stronghold of HTS", "the HTS stronghold of Idlib": the noun denotes the object, a place."""
        i = frame.trigger
        of = [a for k in frame.roles.get("of", ()) for a in resolver.arguments(k, "any")]
        places = [a for a in denoted_by(tree, i, resolver, "place") if a.entity.type in KINDS["place"]]
        places = places or [a for a in of if a.entity.type == "Place"]
        tokens = [k for f in rule.agent_roles["subject"] for k in frame.roles.get(f, ())]
        holders = [
            a for k in tokens for a in resolver.arguments(k, "actor") if a.entity.type in KINDS[rule.subject]
        ]
        yield from self._pairs(tree, rule, frame, holders, places)

    def _act_noun(
        self, tree: Tree, i: int, resolver: Resolver, times: Sequence[TimeExpression]
    ) -> Iterator[Draft]:
        """ "Support for the rebels", "a ceasefire between Israel and Hezbollah"."""
        token = tree.tokens[i]
        for phrase, rule in self.rules.nouns.get(token.lemma, ()):
            if not rule.predicate or not _stands(tree, i, phrase):
                continue
            frame = self.framer.noun(tree, i, i - len(phrase) + 1)
            prepositions = rule.act_nouns.get(" ".join(phrase), ())
            doers = ("doer", "poss", "by", "from", "mod", "host", *(() if "of" in prepositions else ("of",)))
            if "patient" in frame.roles:  # "under the control of the Houthis"
                yield from self._fill(
                    tree, rule, frame, (*doers[:-1], "of", "mod"), ("patient",), resolver, times
                )
                continue
            if rule.joint and frame.roles.get("between"):
                yield from self._joint(tree, rule, frame, frame.roles["between"], resolver)
                continue
            if rule.joint and (
                found := [a for k in frame.roles.get("mod", ()) for a in self._pair(tree, k, resolver)]
            ):
                for one, other in combinations(found, 2):
                    yield self._draft(tree, rule, frame, one, other)
                continue
            yield from self._fill(tree, rule, frame, doers, prepositions, resolver, times)
        if is_agreement(tree, i, self.words):
            yield from self._parties(tree, i, resolver, times)

    def _pair(self, tree: Tree, k: int, resolver: Resolver) -> tuple[Argument, ...]:
        return resolver.arguments(k, "actor") if sides(tree.tokens[k].text) and tree.name(k) is None else ()

    def _parties(
        self, tree: Tree, i: int, resolver: Resolver, times: Sequence[TimeExpression]
    ) -> Iterator[Draft]:
        frame = self.framer.noun(tree, i, i)
        found = [a for k in frame.roles.get("between", ()) for a in resolver.arguments(k, "actor")]
        if not found and frame.light is not None:
            found = [
                a
                for f in ("doer", "with")
                for k in frame.roles.get(f, ())
                for a in resolver.arguments(k, "actor")
            ]
        found = [a for a in found if a.entity.type in ACTORS]
        rule = next((r for r in self.rules.rules if r.agreement_between), None)
        if rule is None or len(found) < 2:
            return
        made = agreement(tree, frame, resolver, times, found)
        for party in {a.entity.id: a for a in found}.values():
            yield self._draft(tree, rule, frame, party, made)

    # Compounds

    def _compound(self, tree: Tree, i: int, made: Compound, resolver: Resolver) -> Iterator[Draft]:
        """ "Iran-backed Hezbollah", "rebel-held Aleppo", "anti-government fighters"."""
        token = tree.tokens[i]
        head = token.head if token.dep in ("amod", "compound", "nmod", "acl", "conj") else None
        if head is None or head == i:
            return
        if token.dep == "conj":
            head = tree.tokens[tree.head_of_conjuncts(i)].head
        first = self._first(tree, i, made, resolver)
        if not first:
            return
        frame = Frame(i, (i,))
        if made.kind == "attitude":
            rule = next(
                (r for r in self.rules.rules if r.id == ("opposes" if made.lemma == "anti" else "backs")),
                None,
            )
            if rule is not None:
                yield from self._pairs(tree, rule, frame, resolver.arguments(head, "actor"), first)
            return
        for pattern, rule in self.rules.verbs.get(made.lemma, ()):
            if not rule.predicate or pattern.rest:
                continue
            want = "place" if rule.object == "place" and pattern.preposition is None else "actor"
            others = resolver.arguments(head, want)
            if pattern.preposition is None and rule.verb_roles:
                continue
            if pattern.preposition:
                yield from self._pairs(tree, rule, frame, others, first)
            else:
                yield from self._pairs(tree, rule, frame, first, others)
            return

    def _inside_name(self, tree: Tree, i: int, resolver: Resolver) -> Iterator[Draft]:
        """A participle that the dictionary has as part of a name: "the US-led coalition"."""
        token = tree.tokens[i]
        made = compound(replace(token, text=token.text.partition(" ")[0], name=None))
        if made is None:
            return
        first = self._first(tree, i, made, resolver)
        if made.kind == "attitude":  # "the counter-ISIL coalition"
            wanted = "opposes" if made.lemma == "anti" else "backs"
            for rule in (r for r in self.rules.rules if r.id == wanted):
                yield from self._pairs(tree, rule, Frame(i, (i,)), resolver.arguments(i, "actor"), first)
            return
        for pattern, rule in self.rules.verbs.get(made.lemma, ()):
            if not rule.predicate or pattern.rest:
                continue
            whole = resolver.arguments(i, "actor")
            if pattern.preposition:  # "the Britain-based Observatory"
                yield from self._pairs(tree, rule, Frame(i, (i,)), whole, first)
                return
            if not rule.verb_roles:
                yield from self._pairs(tree, rule, Frame(i, (i,)), first, whole)
                return

    def _pairs(
        self, tree: Tree, rule: Rule, frame: Frame, subjects: Iterable[Argument], objects: Iterable[Argument]
    ) -> Iterator[Draft]:
        objects = tuple(objects)
        for one in subjects:
            for other in objects:
                if (
                    one.entity.type in KINDS[rule.subject]
                    and other.entity.type in KINDS[rule.object]
                    and one.entity.id != other.entity.id
                ):
                    yield self._draft(tree, rule, frame, one, other)

    def _first(self, tree: Tree, i: int, made: Compound, resolver: Resolver) -> list[Argument]:
        """Whom the first part names; "Russian and Iranian-supported" names two."""
        found = []
        position = 0
        for piece in re.split(r"( and |, | or )", made.first):  # "Russian and Iranian-supported"
            argument = resolver.part(piece, made.start + position)
            position += len(piece)
            if argument is not None:
                found.append(argument)
        return found


def _stands(tree: Tree, i: int, phrase: Sequence[str]) -> bool:
    """Whether the words of a noun phrase stand before and at token i."""
    size = len(phrase)
    if size == 1:
        return True
    if i - size + 1 < 0:
        return False
    return all(
        word in (tree.tokens[i - size + 1 + n].lower, tree.tokens[i - size + 1 + n].lemma)
        for n, word in enumerate(phrase[:-1])
    )


def denoted_by(tree: Tree, i: int, resolver: Resolver, want: str = "actor") -> list[Argument]:
    """Who is called by the noun: its copular subject, the name in apposition, or the name that follows it."""
    if tree.kids(i, "cop"):
        subjects = tree.kids(i, "nsubj")
        if subjects and tree.tokens[subjects[0]].lower in RELATIVE and tree.tokens[i].head != i:
            subjects = [tree.tokens[i].head]
        return [a for k in subjects for a in resolver.arguments(k, want)]
    head_word = tree.tokens[tree.tokens[i].head]
    if head_word.lemma in ("become", "remain") and tree.tokens[i].dep in ("xcomp", "obj"):
        return [a for k in tree.kids(head_word.i, "nsubj") for a in resolver.arguments(k, want)]
    if tree.tokens[i].dep == "nsubj" and head_word.pos == "PROPN" and tree.kids(head_word.i, "cop"):
        return list(resolver.arguments(head_word.i, want))  # "his chief of staff is Major General Hassan"
    found = [a for k in tree.kids(i, "appos", "flat") if k > i for a in resolver.arguments(k, want)]
    if found:
        return found
    token = tree.tokens[i]
    if token.dep in ("appos", "flat") and tree.tokens[token.head].pos in ("PROPN", "NOUN", "PRON"):
        found = (
            list(resolver.arguments(token.head, want))
            if token.tag == "NNS"
            else _one(resolver, token.head, want)
        )
        if found:
            return found
    if (
        token.dep in ("compound", "nmod", "amod")
        and token.head > i
        and tree.name(token.head) is not None
        and not tree.case(i)
    ):
        return _one(resolver, token.head, want)
    first = tree.phrase_start(i)
    if (
        first >= 2
        and tree.tokens[first - 1].lower == ","
        and (tree.tokens[first].lower in ("a", "an", "the") or tree.kids(i, "nmod:poss"))
    ):
        return _one(resolver, first - 2, want)
    if i + 1 < len(tree.tokens) and tree.name(i + 1) is not None and tree.tokens[i + 1].dep != "nmod:poss":
        following = resolver.argument(i + 1, want)
        if following is not None and not tree.kids(i + 1, "case"):
            return [following]
    for k in tree.subtree(i):  # "the general manager of Abu Dhabi Media, Dr Ali bin Tamim,"
        if (
            k > i + 2
            and tree.tokens[k].dep in ("conj", "appos")
            and tree.tokens[k - 1].lower == ","
            and not tree.kids(k, "cc")
        ):
            name = tree.name(k)
            if (
                name is not None
                and (name.kind == "Person" or name.title is not None)
                and tree.tokens[k].head != i
            ):
                return _one(resolver, k, want)
    if (
        i + 2 < len(tree.tokens)
        and tree.tokens[i + 1].lower == ","
        and tree.name(i + 2) is not None
        and (tree.kids(i, "nmod:poss") or token.tag == "NNS")
    ):
        return [a for k in listed(tree, i + 2) for a in resolver.arguments(k, want)]
    return []


def _is_person(resolver: Resolver, k: int) -> bool:
    found = resolver.argument(k, "actor")
    return found is not None and found.entity.type == "Person"


def named_before(tree: Tree, i: int, resolver: Resolver) -> list[Argument]:
    """The name right before the comma that opens a description."""
    first = tree.phrase_start(i)
    if first >= 2 and tree.tokens[first - 1].lower == "," and tree.name(first - 2) is not None:
        return _one(resolver, first - 2)
    return []


def listed(tree: Tree, first: int) -> list[int]:
    """The names of a list that begins at a token: "Russia, Iran and Hezbollah"."""
    found, k = [first], first
    while k + 2 < len(tree.tokens) and tree.tokens[k + 1].lower in (",", "and"):
        following = k + 2
        while following < len(tree.tokens) - 1 and tree.tokens[following].lower in ("and", "the"):
            following += 1
        if tree.name(following) is None:
            break
        found.append(following)
        k = following
    return found


def _one(resolver: Resolver, i: int, want: str = "actor") -> list[Argument]:
    found = resolver.argument(i, want)
    return [] if found is None else [found]
