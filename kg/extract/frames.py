"""Predicate and participants, whatever the construction: verbs in any voice, nouns with light verbs, agent nouns.

The rules name words and parts; this module knows how English fills the parts. A `Frame` maps fillers ("doer",
"undergoer", "poss", "from" …) to tokens; the resolver then says which entities they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.extract.syntax import RELATIVE, Tree
from kg.rules.claims import Pattern
from kg.rules.words import WordLists

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
CALLING = frozenset(("call", "appeal", "plead"))
PREVENTING = frozenset(("prevent", "stop", "keep", "deter", "bar", "block", "discourage"))
SUBJECT_CONTROL = frozenset(("promise", "vow", "threaten", "refuse", "agree", "offer"))


@dataclass(slots=True)
class Frame:
    """A trigger in a sentence. `clause` is the predicate that carries tense, modality and adverbials, if any.

    `light` is the verb that only carries a noun ("launched" in "launched an attack"). `cue` are token indices.
    """

    trigger: int
    cue: tuple[int, ...]
    roles: dict[str, list[int]] = field(default_factory=dict)
    clause: int | None = None
    light: int | None = None

    def add(self, filler: str, tokens: list[int]) -> None:
        if tokens:
            known = self.roles.setdefault(filler, [])
            known += [t for t in tokens if t not in known]


@dataclass(frozen=True, slots=True)
class Framer:
    """Builds frames on a tree."""

    words: WordLists

    # Who is the subject, who the object

    def external(self, tree: Tree, verb: int, depth: int = 0) -> list[int]:
        """What stands in subject position, own or understood (control, coordination, relative clauses)."""
        if depth > 6:
            return []
        token = tree.tokens[verb]
        own = [
            self._antecedent(tree, k, verb)
            for k in tree.kids(verb, *SUBJECTS)
            if tree.tokens[k].lower != "there"
        ]
        if own:
            return [k for k in own if k is not None]
        head = token.head
        match token.dep:
            case "conj" if tree.tokens[head].pos in ("VERB", "AUX", "NOUN", "ADJ"):
                if any(t.lower == ";" for t in tree.tokens[min(head, verb) : max(head, verb)]):
                    return []
                return self.external(tree, head, depth + 1)
            case "xcomp" | "advcl" if tree.tokens[head].lemma in CALLING and self._infinitive(tree, verb):
                called = [
                    k
                    for k in tree.kids(head, "obl", "obj", "iobj")
                    if tree.case(k)[:1] in ((), ("on",), ("upon",), ("for",))
                ]
                return called[:1]
            case "xcomp" | "ccomp" if token.dep == "xcomp" or self._infinitive(tree, verb):
                objects = tree.kids(head, "obj", "iobj")
                if objects and tree.tokens[head].lemma not in SUBJECT_CONTROL:
                    return objects[:1]
                return self.external(tree, head, depth + 1)
            case "advcl" if tree.tokens[head].lemma in PREVENTING and tree.kids(head, "obj"):
                return tree.kids(head, "obj")[:1]
            case "advcl" if (noun := self._noun_before_infinitive(tree, verb)) is not None:
                return self._doer_of_noun(tree, noun, depth + 1)
            case "advcl" if token.tag in ("VBG", "VBN") or self._infinitive(tree, verb):
                return self.external(tree, head, depth + 1)
            case "acl:relcl":
                return [head]
            case "acl":
                if self._infinitive(tree, verb) and not self._can_act(tree, head):
                    return self._doer_of_noun(tree, head, depth + 1)
                if (
                    tree.tokens[head].lemma in self.words.grammar["statements"]
                ):  # "posted a message blaming Iran"
                    return self._doer_of_noun(tree, head, depth + 1)
                return [head]
        return []

    def _noun_before_infinitive(self, tree: Tree, verb: int) -> int | None:
        """The noun whose aim an infinitive tells though the parser hung it on the verb: "discussed the campaign to retake"."""
        first = min((k for k in tree.kids(verb, "mark", "aux") if tree.tokens[k].lower == "to"), default=None)
        if first is None or first == 0:
            return None
        before = tree.tokens[first - 1]
        return before.i if before.pos == "NOUN" and before.lemma in self.words.grammar["aims"] else None

    def _can_act(self, tree: Tree, noun: int) -> bool:
        """Whether a noun is itself who does what its infinitive says: "a coalition to counter ISIS"."""
        known = self.words.nouns.get(tree.tokens[noun].lemma)
        return tree.name(noun) is not None or (
            known is not None and known.kind in ("group", "forces", "fighters", "vehicle")
        )

    def _infinitive(self, tree: Tree, verb: int) -> bool:
        return any(tree.tokens[k].lower == "to" for k in tree.kids(verb, "mark", "aux", "case"))

    def _antecedent(self, tree: Tree, k: int, verb: int) -> int | None:
        """The noun behind a relative pronoun; the token itself when it is none."""
        if tree.tokens[k].lower not in RELATIVE:
            return k
        for up in (verb, *tree.up(verb)):
            if tree.tokens[up].dep in ("acl:relcl", "acl"):
                return tree.tokens[up].head
        return None

    def _doer_of_noun(self, tree: Tree, noun: int, depth: int) -> list[int]:
        """Whose plan or effort it is: the possessor, or the subject of the verb that governs the noun."""
        poss = tree.kids(noun, "nmod:poss") or [
            k for k in tree.kids(noun, "amod", "compound") if tree.name(k) is not None and k < noun
        ]
        if poss:
            return poss
        token = tree.tokens[noun]
        if token.dep in ("obj", "obl", "xcomp") and tree.tokens[token.head].pos == "VERB":
            if tree.is_passive(token.head):
                return self.agents(tree, token.head)
            return self.external(tree, token.head, depth)
        return []

    def agents(self, tree: Tree, verb: int) -> list[int]:
        """The "by" phrase of a passive."""
        return [k for k in tree.kids(verb, "obl:agent", "obl", "nmod") if tree.case(k) == ("by",)]

    def objects(self, tree: Tree, verb: int) -> list[int]:
        token = tree.tokens[verb]
        found = [self._antecedent(tree, k, verb) for k in tree.kids(verb, "obj", "iobj")]
        if not found and token.dep == "acl:relcl":
            own = tree.kids(verb, *SUBJECTS)
            if own and tree.tokens[own[0]].lower not in RELATIVE and not tree.kids(verb, "cop"):
                found = [token.head]
        return [k for k in found if k is not None]

    def obliques(self, tree: Tree, verb: int) -> dict[str, list[int]]:
        """Prepositional phrases by preposition; those that the parser hung on the object come after the verb's own."""
        found: dict[str, list[int]] = {}
        for k in tree.kids(verb, "obl", "nmod", "obl:agent", "advmod", "obl:unmarked"):
            for word in tree.case(k):
                found.setdefault(word, []).append(k)
        for obj in tree.kids(verb, "obj"):
            for k in tree.kids(obj, "nmod"):
                for word in tree.case(k):
                    if word not in ("of", "by"):
                        found.setdefault(word, []).append(k)
        return found

    # Verbs

    def verb(self, tree: Tree, verb: int, pattern: Pattern) -> Frame | None:
        """The frame of a verb (or adjective) that the pattern fits, or None."""
        cue = self._fits(tree, verb, pattern)
        if cue is None:
            return None
        frame = Frame(verb, cue, clause=verb)
        token = tree.tokens[verb]
        passive = tree.is_passive(verb)
        adjective = token.pos == "ADJ"
        external = self.external(tree, verb)
        if adjective and not external:
            external = (
                [token.head]
                if token.dep in ("amod", "appos", "acl") and tree.case(token.head)[:1] != ("according",)
                else []
            )
        doers = self.agents(tree, verb) if passive else external
        if passive and not doers:  # "was bombed and killed by": coordinated participles share the agent
            others = tree.kids(verb, "conj")
            doers = [a for k in others if tree.tokens[k].tag == "VBN" for a in self.agents(tree, k)]
        direct = external if passive else self.objects(tree, verb)
        if passive and token.dep == "amod":
            direct = [token.head]
        direct = [k for k in direct if k not in cue]
        if not direct and not passive:  # a particle read as a preposition: "taken over the town"
            particles = [tree.tokens[k] for k in cue[1:] if tree.tokens[k].lower != pattern.preposition]
            direct = [t.head for t in particles if t.dep == "case"]
        for word, tokens in self.obliques(tree, verb).items():
            frame.add(word, tokens)
        for k in cue[1:]:
            for n in tree.kids(k, "nmod", "obl"):
                for word in tree.case(n):
                    frame.add(word, [n])
        frame.add("doer", doers)
        frame.add("direct", direct)
        frame.add("theme", direct or external)
        undergoer = frame.roles.get(pattern.preposition, []) if pattern.preposition else direct
        if pattern.preposition and not undergoer:
            return None
        frame.add("undergoer", undergoer)
        for k in tree.kids(verb, "xcomp", "advcl"):
            if self._infinitive(tree, k):
                frame.add("purpose", self.objects(tree, k))
        return frame

    def _fits(self, tree: Tree, verb: int, pattern: Pattern) -> tuple[int, ...] | None:
        """The tokens of the cue when every word of the pattern stands in its place, or None."""
        cue = [verb]
        tokens = tree.tokens
        last = verb
        for word in pattern.rest:
            found = None
            for k in tree.children[verb]:
                token = tokens[k]
                if k > verb and word in (token.lower, token.lemma) and token.dep not in ("nsubj", "punct"):
                    found = k
                    break
            if found is None:  # "provided shelter, weapons and money to"
                found = next(
                    (
                        c
                        for k in tree.kids(verb, "obj")
                        for c in tree.conjuncts(k)
                        if word in (tokens[c].lower, tokens[c].lemma)
                    ),
                    None,
                )
            if found is None:  # "drove them out of Palmyra": the particle read as a preposition
                found = next(
                    (
                        c
                        for k in tree.kids(verb, "obl")
                        for c in tree.kids(k, "case")
                        if tokens[c].lower == word
                    ),
                    None,
                )
            if (
                found is None
                and last + 1 < len(tokens)
                and word in (tokens[last + 1].lower, tokens[last + 1].lemma)
            ):
                found = last + 1
            if found is None:  # the passive: "control was taken of"
                return None
            cue.append(found)
            last = found
        if not pattern.rest and not pattern.preposition and tree.kids(verb, "compound:prt"):
            return None  # "back out" is not "back"
        if pattern.preposition:
            hung = [n for c in (*cue[1:], *tree.kids(verb, "obj")) for n in tree.kids(c, "nmod", "obl")]
            if pattern.preposition not in ("to", "with", "from", "into", "against", "as"):
                hung = [n for n in hung if tree.tokens[n].head in cue]
            for k in tree.kids(verb, "obl", "nmod", "advmod", "xcomp") + hung:
                if pattern.preposition in tree.case(k):
                    cue += [
                        c
                        for c in tree.kids(k, "case")
                        if tokens[c].lower == pattern.preposition and c == max(cue) + 1
                    ]
                    break
            else:
                return None
        return tuple(cue)

    # Nouns

    def noun(self, tree: Tree, noun: int, first: int) -> Frame:
        """The frame of a noun that names a happening or a tie, with the verb that carries it."""
        frame = Frame(noun, tuple(range(first, noun + 1)))
        tokens = tree.tokens
        for k in tree.kids(noun, "nmod:poss"):
            owner = self._antecedent(
                tree, k, noun
            )  # "whose commander" is the commander of what stands before
            frame.add("poss", [k if owner is None else owner])
        for k in tree.kids(noun, "amod", "compound", "nmod", "flat", "nummod"):
            if k < first and k not in frame.cue and tokens[k].dep != "nummod" and not tree.case(k):
                frame.add("mod", [k])
        for k in tree.kids(noun, "nmod", "obl"):
            if k > noun:
                for word in tree.case(k):
                    frame.add(word, [k])
                people = tree.name(k) is not None or tokens[k].lemma in self.words.nouns
                if people and tree.case(k) in (
                    ("of",),
                    ("between",),
                ):  # "the arrest of journalists by Turkey": hung on the nearest noun
                    for n in (n for c in tree.conjuncts(k) for n in tree.kids(c, "nmod")):
                        for word in tree.case(n):
                            if word != "of":
                                frame.add(word, [n])
        for k in tree.kids(noun, "acl", "acl:relcl"):
            self._clause_on_noun(tree, noun, k, frame)
        if tokens[noun].head != noun:
            for k in tree.kids(tokens[noun].head, "advcl", "xcomp"):
                if self._noun_before_infinitive(tree, k) == noun:
                    self._clause_on_noun(tree, noun, k, frame)
        if tokens[noun].dep == "conj" and not frame.roles.get("mod") and not frame.roles.get("poss"):
            head = tree.head_of_conjuncts(noun)
            for k in tree.kids(head, "nmod:poss"):
                frame.add("poss", [k])
        for k in tree.kids(
            noun, "nmod", "obl", "acl"
        ):  # the parser hangs "between A and B" on the nearest noun
            for n in tree.kids(k, "nmod", "obl", "obj"):
                for far in (n, *tree.kids(n, "nmod")):
                    if tree.case(far) in (("between",), ("from",), ("by",)):
                        frame.add(tree.case(far)[0], [far])
        self._carrier(tree, frame)
        if tree.case(noun) == ("under",):
            self._under(tree, frame)
        return frame

    def _under(self, tree: Tree, frame: Frame) -> None:
        """Who is under siege, under control: the noun before, or the object or subject of the verb."""
        token = tree.tokens[frame.trigger]
        head = tree.tokens[token.head]
        verb = head
        if head.pos in ("NOUN", "PROPN") and token.dep == "nmod":
            frame.add("patient", [head.i])
            verb = tree.tokens[head.head]
            if head.dep != "obj" and not (head.dep == "obl" and not tree.case(head.i)):
                return
        if verb.pos == "VERB" and verb.lemma in ("have", "hold", "keep", "put", "place", "bring", "leave"):
            frame.clause = frame.light = verb.i
            if tree.is_passive(verb.i):
                frame.add("patient", self.external(tree, verb.i))
                frame.add("doer", self.agents(tree, verb.i))
            else:
                frame.add("patient", tree.kids(verb.i, "obj"))
                frame.add("doer", self.external(tree, verb.i))
        elif verb.pos in ("VERB", "AUX") and verb.lemma in (
            "be",
            "come",
            "fall",
            "remain",
            "live",
            "stay",
            "bring",
        ):
            frame.clause = verb.i
            frame.add("patient", self.external(tree, verb.i))
        if tree.kids(frame.trigger, "cop"):
            frame.clause = frame.trigger
            frame.add("patient", tree.kids(frame.trigger, "nsubj"))

    def _clause_on_noun(self, tree: Tree, noun: int, verb: int, frame: Frame) -> None:
        token = tree.tokens[verb]
        lights = self.words.grammar["light_verbs"]
        if self._infinitive(tree, verb):
            for k in (verb, *tree.kids(verb, "conj")):
                frame.add("purpose", self.objects(tree, k))
                for k2 in tree.kids(k, "obl"):
                    for word in tree.case(k2):
                        if word in ("from", "on", "against"):
                            frame.add("purpose", [k2])
            return
        if token.lemma not in lights and token.lemma not in self.words.grammar["happening_verbs"]:
            for k in tree.kids(verb, "obl"):
                for word in tree.case(k):
                    if word in ("in", "for", "at", "near") and token.tag == "VBN":
                        frame.add(word, [k])
            return
        if tree.is_passive(verb) or token.tag == "VBN":
            frame.add("doer", self.agents(tree, verb))
        elif token.dep == "acl:relcl":
            own = tree.kids(verb, *SUBJECTS)
            frame.add("doer", [k for k in own if tree.tokens[k].lower not in RELATIVE])
        for word, found in self.obliques(tree, verb).items():
            if word != "by":
                frame.add(word, found)

    def _carrier(self, tree: Tree, frame: Frame) -> None:
        """The verb of which the noun is object or subject, when it only carries or places the happening."""
        grammar = self.words.grammar
        noun = tree.head_of_conjuncts(frame.trigger)
        token = tree.tokens[noun]
        while (
            token.dep == "nmod"
            and tree.case(noun) == ("of",)
            and tree.tokens[token.head].lemma in grammar["phases"]
        ):
            noun = tree.head_of_conjuncts(token.head)
            token = tree.tokens[noun]
            for k in tree.kids(noun, "nmod:poss"):
                frame.add("poss", [k])
        if tree.kids(noun, "cop"):
            frame.clause = noun
            frame.add("called", tree.kids(noun, "nsubj"))
            return
        if (
            token.dep == "nmod"
            and tree.case(noun) == ("of",)
            and tree.tokens[token.head].lemma in ("target", "victim", "scene", "site", "focus")
        ):
            frame.clause = token.head  # "Abqaiq was the target of an attack"
            if tree.kids(token.head, "cop"):
                frame.add("against", tree.kids(token.head, "nsubj"))
            return
        if (
            token.dep == "nmod"
            and tree.case(noun) == ("for",)
            and tree.tokens[token.head].lemma in ("responsibility", "credit")
        ):
            noun = token.head  # "claimed responsibility for the attack"
            token = tree.tokens[noun]
        verb = tree.tokens[token.head]
        if verb.pos not in ("VERB", "AUX"):
            if tree.case(noun) == ("in",) and (clause := tree.clause(verb.i)) != noun:
                frame.add("host", self.external(tree, clause))
            if token.dep == "root" or tree.kids(noun, "cop"):
                frame.clause = noun
            return
        passive = tree.is_passive(verb.i)
        carried = token.dep in ("obj", "nsubj:pass", "obl") and verb.lemma in grammar["light_verbs"]
        if token.dep == "obl" and not (
            carried and tree.case(noun)[:1] in (("into",), ("in",), ("under",), ("out",))
        ):
            carried = False
        if token.dep == "nsubj" and passive and verb.lemma in grammar["light_verbs"]:
            carried = True
        if not carried and tree.case(noun) == ("in",):
            frame.add("host", self.external(tree, tree.clause(verb.i)))
        if token.dep == "obj" and not passive and verb.lemma in grammar["receiving_verbs"]:
            frame.clause = verb.i  # "civilians are facing shelling by"
            frame.add("against", self.external(tree, verb.i))
            return
        if carried:
            frame.light = frame.clause = verb.i
            frame.add("doer", self.agents(tree, verb.i) if passive else self.external(tree, verb.i))
            for k in tree.kids(verb.i, "xcomp", "advcl"):
                if self._infinitive(tree, k):
                    frame.add("purpose", self.objects(tree, k))
        elif passive and verb.lemma in grammar["hitting_verbs"] and tree.case(noun) == ("by",):
            frame.light = frame.clause = verb.i  # "were hit by drone strikes"
            frame.add("against", self.external(tree, verb.i))
        elif token.dep in ("nsubj", "nsubj:pass") and verb.lemma in grammar["happening_verbs"]:
            frame.clause = verb.i
        elif token.dep in ("nsubj",) and verb.lemma in grammar["hitting_verbs"] and not passive:
            frame.clause = verb.i
            frame.light = verb.i
            frame.add("against", self.objects(tree, verb.i))
        else:
            return
        for word, found in self.obliques(tree, verb.i).items():
            if word not in ("by", "of"):
                frame.add(word, [k for k in found if k != noun])


def verbs(tree: Tree) -> Iterator[int]:
    """The verbs of a sentence that may be triggers, auxiliaries left out."""
    for token in tree.tokens:
        if token.pos in ("VERB", "ADJ") and token.dep not in ("aux", "aux:pass", "cop"):
            yield token.i
