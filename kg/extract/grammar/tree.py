"""A sentence's parse as a tree, with the questions the extractors ask of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.english.closed import MUTUAL
from kg.extract.grammar.frame import Frame
from kg.records import Name, Sentence, Token

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
# Relations of words before a noun that qualify it.
QUALIFYING = frozenset(("det", "amod", "compound", "nummod", "nmod:poss", "nmod", "flat", "advmod"))
# Participles that only tell where something lies: "villages overlooking Maan".
DESCRIBING = frozenset(
    "overlooking bordering surrounding connecting linking including neighbouring neighboring adjoining".split()
)
RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
VERBAL = frozenset(("VERB", "ADJ", "ADV"))


@dataclass(slots=True)
class Tree:
    """Tokens of a sentence with the children of each. Indices are token indices; `named` are those of names.

    `words` are the sentence's words in small letters and in their dictionary forms, `verbs` what may be a trigger among
    verbs and adjectives, auxiliaries left out. `frames` holds what was read of nouns, by token and first token,
    `subjects` who does what verbs tell, named or understood.
    """

    sentence: Sentence
    tokens: tuple[Token, ...] = field(init=False)
    children: list[list[int]] = field(init=False)
    deps: list[str] = field(init=False)
    names: list[Name | None] = field(init=False)
    named: list[int] = field(init=False)
    verbs: list[int] = field(init=False)
    words: frozenset[str] = field(init=False)
    _cases: list[tuple[str, ...] | None] = field(init=False)
    frames: dict[tuple[int, int], Frame] = field(default_factory=dict)
    subjects: dict[int, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.tokens = self.sentence.tokens
        self.children = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                self.children[token.head].append(token.i)
        names = self.sentence.names
        self.deps = [token.dep for token in self.tokens]
        self.names = [None if token.name is None else names[token.name] for token in self.tokens]
        self.named = [token.i for token in self.tokens if token.name is not None]
        self.verbs = [token.i for token in self.tokens if token.pos in VERBAL and _may_be_trigger(token)]
        self.words = frozenset([w for t in self.tokens for w in (t.lower, t.lemma)])
        self._cases = [None] * len(self.tokens)

    def name(self, i: int) -> Name | None:
        """The name that token i belongs to."""
        return self.names[i]

    def is_operation(self, i: int) -> bool:
        """Whether a token is the name of a military operation."""
        name = self.names[i]
        return name is not None and name.kind == "Operation"

    def kids(self, i: int, *deps: str) -> list[int]:
        """The children of i with one of the relations, in text order."""
        labels = self.deps
        found = []
        for k in self.children[i]:  # faster than a comprehension; nothing is asked more often
            if labels[k] in deps:
                found.append(k)
        return found

    def case(self, i: int) -> tuple[str, ...]:
        """The prepositions of a noun, lower case: ("from",), ("out", "of")."""
        case = self._cases[i]
        if case is None:
            case = self._cases[i] = self._case(i) if self.children[i] else ()
        return case

    def _case(self, i: int) -> tuple[str, ...]:
        tokens = self.tokens
        found = [k for k in self.kids(i, "case") if tokens[k].lower not in POSSESSIVE]
        fixed = [f for k in found for f in self.kids(k, "fixed")]
        return tuple([tokens[k].lower for k in (*found, *fixed)])

    def conjuncts(self, i: int) -> list[int]:
        """The token and what is coordinated with it behind it, in text order."""
        if not self.children[i]:
            return [i]
        found, todo = [i], [i]
        while todo:
            current = todo.pop()
            for k in self.children[current]:
                if (
                    self.tokens[k].dep == "conj"
                    and k not in found
                    and not self._begins_clause(i, k)
                    and not self._closes_clause(i, k)
                    and not (self.tokens[i].dep in ("obj", "nsubj", "nsubj:pass") and self.case(k))
                ):
                    found.append(k)
                    todo.append(k)
        return sorted(found)

    def _begins_clause(self, i: int, k: int) -> bool:
        """Whether a noun that the parser joins to an object is the subject of what follows: "X and Turkey would"."""
        token = self.tokens[i]
        if token.dep not in ("obj", "obl", "obl:agent") or k + 1 >= len(self.tokens):
            return False
        following = self.tokens[k + 1]
        if token.dep == "obl:agent" and self._has_subject_before(following, token):
            return False
        if token.dep == "obl:agent" and following.tag == "VBD":
            return True
        return following.tag == "MD" or (following.pos == "AUX" and following.tag in ("VBD", "VBZ", "VBP"))

    def _has_subject_before(self, verb: Token, agent: Token) -> bool:
        """Whether what somebody made is one thing that then does something: "a truce brokered by P and Q began".

        "Rebels backed by P and the army clashed" has two sides.
        """
        made = self.tokens[self.tokens[agent.head].head]
        main = self.tokens[verb.head] if verb.pos == "AUX" else verb
        is_subject = made.dep in ("nsubj", "nsubj:pass") and made.head == main.i and made.i < agent.head
        return is_subject and made.tag in ("NN", "NNP") and main.lemma not in MUTUAL

    def _closes_clause(self, i: int, k: int) -> bool:
        """Whether a comma ends the participle that i belongs to: "A, led by P, and B" says nothing of B leading."""
        token = self.tokens[i]
        if token.dep not in ("obl:agent", "obl") or self.tokens[token.head].dep not in ("acl", "amod"):
            return False
        between = [t.lower for t in self.tokens[i + 1 : k]]
        return between[:2] == [",", "and"]

    def head_of_conjuncts(self, i: int) -> int:
        """The first of the coordinated words that i belongs to."""
        while self.tokens[i].dep == "conj":
            i = self.tokens[i].head
        return i

    def subtree(self, i: int) -> list[int]:
        """The token and all below it, each governor before what it governs."""
        found, todo = [], [i]
        while todo:
            k = todo.pop()
            found.append(k)
            if below := self.children[k]:
                todo += below[::-1]
        return found

    def first(self, i: int) -> int:
        """The first token of all that hangs on i, itself included."""
        return min(self.subtree(i)) if self.children[i] else i

    def last(self, i: int) -> int:
        """The last token of all that hangs on i, itself included."""
        return max(self.subtree(i)) if self.children[i] else i

    def phrase_start(self, i: int) -> int:
        """Where the words before a noun that qualify it begin: its article, adjectives and possessor."""
        start = i
        while start > 0:
            k = next((k for k in self.children[i] if k < start and self.last(k) == start - 1), None)
            if k is None or self.deps[k] not in QUALIFYING:
                return start
            start = self.first(k)
        return start

    def ends_phrase(self, i: int, phrase: Sequence[str]) -> bool:
        """Whether the words of a noun phrase stand up to token i, whose own form is already known to fit."""
        first = i - len(phrase) + 1
        return first >= 0 and all(
            word in (token.lower, token.lemma)
            for word, token in zip(phrase[:-1], self.tokens[first:i], strict=True)
        )

    def up(self, i: int) -> Iterator[int]:
        """The governors of i, nearest first."""
        seen = {i}
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            if i in seen:
                return
            seen.add(i)
            yield i

    def clause(self, i: int) -> int:
        """The verb (or predicate) of the clause that token i stands in; i itself when it is one."""
        token = self.tokens[i]
        if token.pos in ("VERB", "AUX") and token.dep not in ("aux", "aux:pass", "cop", "amod"):
            return i
        for k in self.up(i):
            up = self.tokens[k]
            if up.pos in ("VERB", "AUX") and up.dep not in ("aux", "aux:pass", "cop", "amod"):
                return k
            if any(self.tokens[c].dep == "cop" for c in self.children[k]):
                return k
        return i

    def is_passive(self, verb: int) -> bool:
        """Whether a verb is in the passive; coordinated participles share the first one's auxiliary."""
        tokens = self.tokens
        token = tokens[verb]
        if token.tag != "VBN":
            return False
        deps = {tokens[k].dep for k in self.children[verb]}
        if deps & {"aux:pass", "nsubj:pass", "csubj:pass", "obl:agent"}:
            return True
        if any(tokens[k].dep == "aux" and tokens[k].lemma == "have" for k in self.children[verb]):
            return False
        if token.dep == "acl" or token.dep == "amod":
            return "obj" not in deps or "nsubj" not in deps
        if token.dep == "conj" and not deps & {"nsubj", "aux"}:
            return self.is_passive(token.head)
        return token.dep in ("advcl", "xcomp") and "obj" not in deps and not deps & {"nsubj"}

    def text(self, first: int, last: int) -> str:
        """The sentence's words first to last, both included, as they stand in the text."""
        sentence = self.sentence
        return sentence.text[
            self.tokens[first].start - sentence.start : self.tokens[last].end - sentence.start
        ]


def _may_be_trigger(token: Token) -> bool:
    """Whether a verb, adjective or adverb may be a trigger: no auxiliary, and an adverb only where it is a verb."""
    is_verb = token.pos != "ADV" or token.tag[:2] == "VB"
    return is_verb and token.dep not in ("aux", "aux:pass", "cop")
