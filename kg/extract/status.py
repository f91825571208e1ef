"""When and how far a claim holds: former, planned, possible, denied, negated, from the grammar around its predicate."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.frames import Frame
from kg.extract.syntax import Tree
from kg.records import EventStatus, RelationStatus
from kg.rules.words import WordLists

BE = "be"
# "Continue the operation": the operation is there already, whatever is said of its continuing.
LASTING = frozenset(
    (
        "end",
        "stop",
        "halt",
        "cease",
        "lift",
        "break",
        "continue",
        "maintain",
        "strengthen",
        "increase",
        "intensify",
        "expand",
    )
)
REPORTED = frozenset(
    ("report", "say", "think", "believe", "allege", "suspect", "rumour", "rumor", "understand")
)


@dataclass(frozen=True, slots=True)
class StatusReader:
    """Reads the status of a frame."""

    words: WordLists

    def event(self, tree: Tree, frame: Frame) -> EventStatus:
        """The status of a happening; what a noun presupposes is actual."""
        noun = self._of_noun(tree, frame.trigger)
        if noun is not None:
            return noun
        lasting = frame.light is not None and tree.tokens[frame.light].lemma in LASTING
        if frame.clause is not None and not lasting:
            found = self._of_clause(tree, frame.clause)
            if found is not None:
                return found
        if frame.clause is None or frame.clause != frame.trigger:
            return (
                self._governed(tree, min(frame.cue, key=lambda k: tree.tokens[k].head in frame.cue))
                or "actual"
            )
        return "actual"

    def relation(self, tree: Tree, frame: Frame) -> RelationStatus:
        """The status of a tie; the past tense of a state makes it former.

        A purpose holds as far as what serves it: "a coalition to counter ISIS" is its enemy already.
        """
        grammar = self.words.grammar
        trigger = frame.trigger
        near = [tree.tokens[k] for k in tree.children[trigger]]
        if any(
            t.lower in grammar["former_adjectives"]
            for t in near
            if t.dep in ("amod", "compound", "advmod", "det")
        ):
            return "former"
        if tree.tokens[trigger].pos == "NOUN" and any(  # "a former Al-Qaeda affiliate"
            tree.tokens[k].lower in grammar["former_adjectives"]
            for n in near
            if n.i < trigger and n.dep == "compound"
            for k in tree.kids(n.i, "amod")
        ):
            return "former"
        if any(t.lower in grammar["former_adverbs"] for t in near if t.dep == "advmod"):
            return "former"
        above = tree.tokens[trigger].head
        if tree.tokens[trigger].dep == "amod" and any(  # "once a state-backed group"
            tree.tokens[k].lower in grammar["former_adverbs"] for k in tree.kids(above, "advmod")
        ):
            return "former"
        noun = self._of_noun(tree, trigger)
        if noun is not None and noun != "actual":
            return noun
        if frame.clause is not None and any(t.dep == "aux" and t.lower in ("had", "'d") for t in near):
            return "former"
        if frame.clause is not None:
            found = self._of_tie(tree, frame)
            if found is not None and found != "actual":
                return found
        copula = next((t for t in near if t.dep == "cop"), None)
        if (
            copula is not None
            and copula.lower in ("was", "were", "been")
            and self._past_copula(tree, trigger)
        ):
            return "former"
        return "current"

    def _past_copula(self, tree: Tree, predicate: int) -> bool:
        tokens = [tree.tokens[k] for k in tree.children[predicate]]
        has = any(
            t.dep == "aux" and t.lemma == "have" and t.lower in ("has", "have", "'s", "'ve") for t in tokens
        )
        return not has

    def _of_tie(self, tree: Tree, frame: Frame) -> EventStatus | None:
        """What the clause says of a tie; its purpose, and what merely goes on, holds as its own clause does."""
        clause = frame.clause
        if clause is None or frame.light is not None and tree.tokens[frame.light].lemma in LASTING:
            return None
        for _ in range(3):
            token = tree.tokens[clause]
            to = any(tree.tokens[k].lower == "to" for k in tree.kids(clause, "mark", "aux"))
            if to and token.dep in ("advcl", "acl") and self._of_verb(tree, clause) is None:
                clause = token.head
            elif (
                token.dep in ("advcl", "xcomp", "ccomp")
                and tree.tokens[token.head].lemma == "commit"
                and self._remains(tree, token.head)
            ):
                return None
            else:
                break
        if tree.tokens[clause].pos not in ("VERB", "AUX", "ADJ") and clause != frame.clause:
            return None
        return self._of_clause(tree, clause)

    def _remains(self, tree: Tree, i: int) -> bool:
        """ "Remain committed to working with": the work goes on."""
        head = tree.tokens[tree.tokens[i].head]
        return head.lemma in ("remain", "stay", "continue") or any(
            tree.tokens[k].lemma in ("remain", "be") for k in tree.kids(i, "cop", "aux", "aux:pass")
        )

    # Parts

    def _of_noun(self, tree: Tree, noun: int) -> EventStatus | None:
        """What adjectives and determiners before a noun say: "alleged", "planned", "no"."""
        if tree.tokens[noun].pos not in ("NOUN", "PROPN"):
            return None
        grammar = self.words.grammar
        for k in tree.children[noun]:
            token = tree.tokens[k]
            if token.dep == "det" and token.lower in ("no", "neither"):
                return "negated"
            if token.dep in ("amod", "advmod"):
                if token.lower in grammar["possible_adjectives"]:
                    return "possible"
                if token.lower in grammar["planned_adjectives"]:
                    return "planned"
        return None

    def _of_clause(self, tree: Tree, verb: int, depth: int = 0) -> EventStatus | None:
        """What negation, modals, adverbs and governing verbs say of a clause; None when it is plainly stated."""
        if depth > 5:
            return None
        own = self._of_verb(tree, verb)
        if own is not None:
            return own
        grammar = self.words.grammar
        token = tree.tokens[verb]
        head = tree.tokens[token.head]
        infinitive = any(tree.tokens[k].lower == "to" for k in tree.kids(verb, "mark", "aux"))
        match token.dep:
            case "conj" if head.pos in ("VERB", "AUX", "ADJ", "NOUN"):
                if not tree.kids(verb, "nsubj", "nsubj:pass", "aux"):
                    return self._of_clause(tree, head.i, depth + 1)
            case "xcomp" | "ccomp":
                if head.lemma in grammar["denying_verbs"] and token.dep in ("ccomp", "xcomp"):
                    return "denied"
                if head.lemma in grammar["doubting_verbs"]:
                    return "possible"
                if infinitive or token.dep == "xcomp":
                    if head.lemma in ("refuse", "decline", "fail", "forget"):
                        return "negated"
                    if head.lemma == "have" and any(
                        tree.tokens[k].lower == "yet" for k in (*tree.children[head.i], *tree.children[verb])
                    ):
                        return "negated"  # "have yet to enter"
                    if head.lemma in REPORTED and tree.is_passive(head.i):
                        return "possible"
                    if head.lemma in ("continue", "remain", "keep"):
                        return self._of_clause(tree, head.i, depth + 1)
                    if (
                        infinitive
                        and token.dep == "xcomp"
                        and head.pos == "VERB"
                        and head.lemma in ("fight", "work", "act", "move", "battle", "strive", "struggle")
                    ):
                        return "planned"  # "they fight to liberate": an aim
                    if head.lemma in grammar["trying_verbs"]:
                        return self._of_clause(tree, head.i, depth + 1) or "possible"
                    if (
                        head.lemma in grammar["planning_verbs"]
                        or head.pos == "ADJ"
                        and head.lemma in ("due", "ready", "set", "likely", "poised")
                    ):
                        return "possible" if head.lemma == "likely" else "planned"
                    return self._of_clause(tree, head.i, depth + 1)
                if head.lemma in (
                    "demand",
                    "urge",
                    "propose",
                    "recommend",
                    "suggest",
                    "insist",
                    "request",
                    "want",
                ):
                    return "planned" if head.lemma != "insist" else None
            case "advcl" | "acl" if head.lemma in grammar["denying_verbs"] and token.tag == "VBG":
                return "denied"  # "denied bombing the town"
            case "advcl" | "acl":
                if (
                    head.lemma in ("suspect", "accuse", "allege", "charge", "believe")
                    and tree.is_passive(head.i)
                    and token.tag == "VBG"
                ):
                    return "possible"  # "are suspected of having killed"
                if infinitive:
                    return (
                        "possible"
                        if head.lemma in ("right", "ability", "chance", "opportunity", "power")
                        else "planned"
                    )
                if head.lemma in ("prevent", "stop", "deter", "bar", "block", "keep", "discourage") and any(
                    tree.tokens[k].lower == "from" for k in tree.kids(verb, "mark", "case")
                ):
                    return "negated"
                if any(
                    tree.tokens[k].lower in grammar["conditional_marks"]
                    for k in tree.kids(verb, "mark", "advmod")
                ):
                    return "possible"
                if any(
                    tree.tokens[k].lower in ("without", "before", "until", "than", "instead")
                    for k in tree.kids(verb, "mark", "case")
                ):
                    return (
                        "negated"
                        if any(
                            tree.tokens[k].lower in ("without", "instead")
                            for k in tree.kids(verb, "mark", "case")
                        )
                        else None
                    )
            case "csubj" | "csubj:pass":
                return "possible"
        return None

    def _of_verb(self, tree: Tree, verb: int) -> EventStatus | None:
        grammar = self.words.grammar
        tokens = [tree.tokens[k] for k in tree.children[verb]]
        if any(
            t.lower in grammar["negations"]
            for t in tokens
            if t.dep in ("advmod", "det", "cc", "aux", "discourse")
        ):
            return "negated"
        if any(t.lower == "rather" for t in tokens) or any(
            t.lower == "than" for t in tokens if t.dep in ("mark", "case", "cc")
        ):
            return "negated"
        auxiliaries = [t for t in tokens if t.dep in ("aux", "aux:pass", "cop")]
        future = any(t.lower in grammar["future_modals"] for t in auxiliaries)
        if any(
            t.lower in grammar["possible_adverbs"] and t.i < verb + 3 for t in tokens if t.dep == "advmod"
        ):
            return "possible"
        if future:
            return "planned"
        if any(t.tag == "MD" and t.lower in grammar["possible_modals"] for t in auxiliaries):
            if any(t.lower in ("would", "'d") for t in auxiliaries) and self._reported_in_past(tree, verb):
                return "planned"  # "announced that troops would leave": future seen from the past
            return "possible"
        to = [t for t in tokens if t.lower == "to" and t.dep in ("mark", "aux")]
        if to and any(t.lemma == BE and t.i < to[0].i for t in auxiliaries):
            return "planned"  # "was to meet"
        if any(
            t.lower in grammar["conditional_marks"]
            for t in tokens
            if t.dep in ("mark", "advmod") and t.i < verb
        ):
            return "possible"
        return None

    def _reported_in_past(self, tree: Tree, verb: int) -> bool:
        for k in (verb, *tree.up(verb)):
            token = tree.tokens[k]
            if (
                token.dep in ("ccomp", "parataxis")
                and tree.tokens[token.head].tag in ("VBD", "VBN")
                and (tree.tokens[token.head].lemma in self.words.grammar["reporting_verbs"])
            ):
                return not any(tree.tokens[c].lower == "if" for c in tree.subtree(k))
            if token.dep not in ("conj", "xcomp", "ccomp"):
                return False
        return False

    def _governed(self, tree: Tree, noun: int) -> EventStatus | None:
        """What the verb that governs an event noun says of it: "called for a truce", "plans an offensive"."""
        grammar = self.words.grammar
        noun = tree.head_of_conjuncts(noun)
        token = tree.tokens[noun]
        if token.pos != "NOUN" or token.dep not in ("obj", "obl", "nmod", "nsubj:pass", "nsubj"):
            return None
        head = tree.tokens[token.head]
        if token.dep in ("nsubj", "nsubj:pass") and head.pos == "VERB":
            if any(tree.tokens[k].lower in grammar["future_modals"] for k in tree.kids(head.i, "aux")):
                return "planned"
            if tree.is_passive(head.i) and head.lemma in ("set", "schedule", "plan", "expect"):
                return "planned"
            if token.dep == "nsubj":
                return None
        if head.pos == "VERB":
            case = tree.case(noun)
            if token.dep == "obj" and head.lemma in (
                "pursue",
                "need",
                "require",
                "favour",
                "favor",
                "envisage",
                "await",
            ):
                return "planned"
            if head.lemma == "insist" and case == ("on",):
                return "planned"
            if head.lemma in ("call", "push", "hope", "appeal", "press", "plead") and case == ("for",):
                return "planned"
            if token.dep == "obj" and head.lemma in (
                "enable",
                "allow",
                "permit",
                "authorise",
                "authorize",
                "approve",
                "facilitate",
            ):
                return "planned" if head.lemma != "approve" else None
            if token.dep in ("obj", "nsubj:pass") and head.lemma in (
                "plan",
                "propose",
                "demand",
                "urge",
                "threaten",
                "seek",
                "prepare",
                "want",
                "expect",
                "schedule",
                "consider",
            ):
                return "planned"
            if token.dep == "obj" and head.lemma in ("deny", "prevent", "avert", "avoid", "rule"):
                return "denied" if head.lemma == "deny" else "negated"
        if (
            head.pos == "NOUN"
            and token.dep == "nmod"
            and head.lemma
            in (
                "plan",
                "threat",
                "prospect",
                "risk",
                "possibility",
                "fear",
                "plot",
                "preparation",
                "call",
                "hope",
                "chance",
                "need",
                "demand",
                "desire",
                "push",
                "proposal",
            )
        ):
            planned = ("plan", "plot", "preparation", "call", "need", "demand", "desire", "push", "proposal")
            return "planned" if head.lemma in planned else "possible"
        return None
