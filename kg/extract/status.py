"""When and how far a claim holds: former, planned, possible, denied, negated, from the grammar around its predicate."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.clause_status import of_clause, of_verb
from kg.extract.frame import Frame
from kg.extract.noun_status import governed, of_noun
from kg.extract.syntax import Tree
from kg.records import EventStatus, RelationStatus
from kg.rules.words import WordLists

# "Continue the operation": the operation is there already, whatever is said of its continuing.
LASTING = frozenset(
    "end stop halt cease lift break continue maintain strengthen increase intensify expand".split()
)
# "Ended its cooperation", "stopped supporting": the tie was, and is no more; "must cut its ties": it still is.
ENDING = frozenset("end stop halt cease cut sever break discontinue terminate quit".split())
FIGHTING = frozenset(
    "defeat destroy eliminate oust topple overthrow crush eradicate fight combat expel dislodge".split()
)
WANTING = frozenset(
    "want seek try vow pledge promise aim attempt struggle fight battle swear commit intend hope".split()
)
PRESENT_HAVE = frozenset(("has", "have", "'s", "'ve"))


@dataclass(frozen=True, slots=True)
class StatusReader:
    """Reads the status of a frame."""

    words: WordLists

    def event(self, tree: Tree, frame: Frame) -> EventStatus:
        """The status of a happening; what a noun presupposes is actual."""
        noun = of_noun(tree, frame.trigger, self.words.grammar)
        if noun is not None:
            return noun
        if frame.clause is not None and not _lasts(tree, frame):
            found = of_clause(tree, frame.clause, self.words.grammar)
            if found is not None:
                return found
        if frame.clause == frame.trigger:
            return "actual"
        top = min(frame.cue, key=lambda k: tree.tokens[k].head in frame.cue)
        return governed(tree, top, self.words.grammar) or "actual"

    def relation(self, tree: Tree, frame: Frame) -> RelationStatus:
        """The status of a tie; the past tense of a state makes it former."""
        if self._is_called_former(tree, frame.trigger) or _no_longer(tree, frame):
            return "former"
        ending = _ending(tree, frame)
        if ending is not None:
            return "current" if of_clause(tree, ending, self.words.grammar) else "former"
        noun = of_noun(tree, frame.trigger, self.words.grammar)
        if noun is not None and noun != "actual":
            return noun
        near = [tree.tokens[k] for k in tree.children[frame.trigger]]
        if frame.clause is not None and not _is_aim(tree, frame.trigger):
            if any(t.dep == "aux" and t.lower in ("had", "'d") for t in near):
                return "former"
            found = self._of_tie(tree, frame.clause, frame)
            if found is not None and found != "actual":
                return found
        copula = next((t for t in near if t.dep == "cop"), None)
        if copula is not None and copula.lower in ("was", "were", "been"):
            still = any(t.dep == "aux" and t.lemma == "have" and t.lower in PRESENT_HAVE for t in near)
            return "current" if still else "former"  # "has been an ally" it is to this day
        return "current"

    def _is_called_former(self, tree: Tree, trigger: int) -> bool:
        """ "A former ally", "a former Al-Qaeda affiliate", "once backed", "once a state-backed group"."""
        adjectives, adverbs = self.words.grammar["former_adjectives"], self.words.grammar["former_adverbs"]
        token = tree.tokens[trigger]
        qualifying = tree.kids(trigger, "amod", "compound", "advmod", "det")
        if token.pos == "NOUN":
            named = [k for k in tree.kids(trigger, "compound") if k < trigger]
            qualifying += [k for n in named for k in tree.kids(n, "amod")]
        when = tree.kids(trigger, "advmod")
        if token.dep == "amod":
            when += tree.kids(token.head, "advmod")
        return any(tree.tokens[k].lower in adjectives for k in qualifying) or any(
            tree.tokens[k].lower in adverbs for k in when
        )

    def _of_tie(self, tree: Tree, clause: int, frame: Frame) -> EventStatus | None:
        """What the clause says of a tie; its purpose, and what merely goes on, holds as its own clause does.

        "A coalition to counter ISIS" is its enemy already, and who "remains committed to working with" works on.
        """
        grammar = self.words.grammar
        if _lasts(tree, frame):
            return None
        for _ in range(3):
            token = tree.tokens[clause]
            to = any(tree.tokens[k].lower == "to" for k in tree.kids(clause, "mark", "aux"))
            if to and token.dep in ("advcl", "acl") and of_verb(tree, clause, grammar) is None:
                clause = token.head
                continue
            committed = token.dep in ("advcl", "xcomp", "ccomp") and tree.tokens[token.head].lemma == "commit"
            if committed and _remains(tree, token.head):
                return None
            break
        if tree.tokens[clause].pos not in ("VERB", "AUX", "ADJ") and clause != frame.clause:
            return None
        return of_clause(tree, clause, grammar)


def _no_longer(tree: Tree, frame: Frame) -> bool:
    """ "Is no longer active", "no longer backs", "used to back"."""
    for i in dict.fromkeys((frame.trigger, frame.clause if frame.clause is not None else frame.trigger)):
        for k in tree.kids(i, "advmod"):
            if tree.tokens[k].lower == "longer" and tree.tokens[k - 1].lower == "no":
                return True
    token = tree.tokens[frame.trigger]
    above = tree.tokens[token.head]
    return token.dep == "xcomp" and above.lower == "used" and above.tag != "VBN"


def _ending(tree: Tree, frame: Frame) -> int | None:
    """The verb that says that the tie ends: "cut its ties", "stopped supporting"."""
    token = tree.tokens[frame.trigger]
    above = tree.tokens[token.head]
    if above.i == token.i or above.pos != "VERB" or above.lemma not in ENDING:
        return None
    ended = token.dep in ("obj", "nsubj:pass") if token.pos == "NOUN" else token.tag == "VBG"
    return above.i if ended and token.dep in ("obj", "nsubj:pass", "xcomp", "ccomp", "advcl") else None


def _is_aim(tree: Tree, i: int) -> bool:
    """Whether a verb of fighting tells what somebody wants: who "vowed to destroy" Hamas is its enemy already."""
    token = tree.tokens[i]
    return token.dep == "xcomp" and token.lemma in FIGHTING and tree.tokens[token.head].lemma in WANTING


def _lasts(tree: Tree, frame: Frame) -> bool:
    return frame.light is not None and tree.tokens[frame.light].lemma in LASTING


def _remains(tree: Tree, i: int) -> bool:
    """ "Remain committed to working with": the work goes on."""
    head = tree.tokens[tree.tokens[i].head]
    return head.lemma in ("remain", "stay", "continue") or any(
        tree.tokens[k].lemma in ("remain", "be") for k in tree.kids(i, "cop", "aux", "aux:pass")
    )
