"""When and how far a claim holds: former, planned, possible, denied, negated, from the grammar around its predicate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.extract.grammar.frame import Frame
from kg.extract.grammar.tree import Tree
from kg.extract.status.clauses import of_clause
from kg.extract.status.holding import was_held
from kg.extract.status.nouns import governed, is_averted, is_definite, of_noun
from kg.extract.status.verbs import of_verb, reported_in_past
from kg.records import EventStatus, RelationStatus
from kg.rules.words import WordLists

GOING_ON = frozenset(("continue", "keep", "remain"))
# "Committed to supporting", "committed to its allies and to supporting".
COMMITTED = frozenset(("advcl", "xcomp", "ccomp", "conj"))
# "Broke the siege": it is over.
RELIEVING = frozenset(("break", "relieve", "raise"))
SIEGES = frozenset(("siege", "blockade", "encirclement"))
AFTER = (("after",), ("following",), ("once",))
PRESENT_HAVE = frozenset(("has", "have", "'s", "'ve"))


@dataclass(frozen=True, slots=True)
class StatusReader:
    """Reads the status of a frame."""

    words: WordLists

    def event(self, tree: Tree, frame: Frame) -> EventStatus:
        """The status of a happening; what a noun presupposes is actual."""
        noun = of_noun(tree, frame.trigger, self.words.grammar)
        if noun == "planned" and is_averted(tree, frame.trigger, self.words.grammar):
            return "negated"  # "called off its planned raid"
        if noun is not None:
            return noun
        if any(tree.tokens[k].lower == "any" for k in tree.kids(frame.trigger, "det")):
            return "possible"  # "would retaliate for any attack"
        if tree.tokens[frame.trigger].pos != "VERB" and any(
            tree.tokens[k].lemma in self.words.grammar["hearsay"] for k in tree.kids(frame.trigger, "nsubj")
        ):
            return "possible"  # "the first reports were of drone attacks"
        if frame.clause is not None and not self._lasts(tree, frame):
            is_subject = tree.tokens[frame.trigger].dep in ("nsubj", "nsubj:pass")
            found = of_clause(tree, frame.clause, self.words.grammar, objects=not is_subject)
            if found is None and self._fell_short(tree, frame.clause):
                return "negated"
            if found is not None:
                return found
        if frame.clause == frame.trigger:
            return "actual"
        return self._of_phrase(tree, frame) or "actual"

    def _lasts(self, tree: Tree, frame: Frame) -> bool:
        """ "Continue the operation": the operation is there already, whatever is said of its continuing."""
        lasting = self.words.grammar["lasting_verbs"]
        return frame.light is not None and tree.tokens[frame.light].lemma in lasting

    def _fell_short(self, tree: Tree, clause: int) -> bool:
        """ "Nearly captured"."""
        near = self.words.grammar["near_adverbs"]
        return any(tree.tokens[k].lower in near for k in tree.kids(clause, "advmod"))

    def _of_phrase(self, tree: Tree, frame: Frame) -> EventStatus | None:
        """What stands around a noun says of it, and the clause in which somebody brings it about."""
        grammar = self.words.grammar
        top = min(frame.cue, key=lambda k: tree.tokens[k].head in frame.cue)
        found = governed(tree, top, grammar)
        token = tree.tokens[tree.head_of_conjuncts(top)]
        if token.dep == "obl" and tree.case(token.i) == ("without",) and not is_definite(tree, token.i):
            return "negated"
        head = tree.tokens[token.head]
        if found is not None or head.pos not in ("VERB", "AUX"):
            return found
        case = tree.case(token.i)
        if token.dep == "obj" and head.lemma in grammar["making_verbs"] and not is_definite(tree, token.i):
            return of_clause(tree, head.i, grammar)  # "offered to mediate talks"
        if (
            case in AFTER
            and token.lemma in grammar["wished_for"]
            and of_clause(tree, head.i, grammar) == "planned"
        ):
            return "planned"
        return None

    def relation(self, tree: Tree, frame: Frame, is_act: bool = False) -> RelationStatus:
        """The status of a tie; the past tense of a state makes it former. `is_act`: a noun like "support" tells it."""
        if self._is_called_former(tree, frame.trigger) or _no_longer(tree, frame):
            return "former"
        if (ended := self._ended(tree, frame, is_act)) is not None:
            return ended
        if is_act and frame.clause is None and tree.case(frame.trigger) != ("without",):
            around = self._of_phrase(tree, frame)
            if around is not None and around != "actual":
                return around
        noun = of_noun(tree, frame.trigger, self.words.grammar)
        if noun is not None and noun != "actual":
            return noun
        near = [tree.tokens[k] for k in tree.children[frame.trigger]]
        if frame.clause is not None:
            had = any(t.dep == "aux" and t.lower in ("had", "'d") for t in near)
            told = tree.tokens[frame.trigger].pos == "VERB" and reported_in_past(
                tree, frame.trigger, self.words.grammar
            )
            if had and not told:  # "said it had destroyed them": it says it has
                return "former"
            found = self._of_tie(tree, frame.clause, frame)
            if found is not None and found != "actual":
                return found
            if self._was_so_until(tree, frame.clause) or was_held(tree, frame.clause, self.words.grammar):
                return "former"
        copula = next(
            (t for t in near if t.dep == "cop" or t.dep == "aux:pass" and self._is_state(tree, frame)), None
        )
        if copula is not None and copula.lower in ("was", "were", "been"):
            still = any(t.dep == "aux" and t.lemma == "have" and t.lower in PRESENT_HAVE for t in near)
            told = reported_in_past(tree, frame.trigger, self.words.grammar)  # "said he was the leader"
            return "current" if still or told else "former"  # "has been an ally" it is to this day
        return "current"

    def _is_supposed(self, tree: Tree, verb: int) -> bool:
        """Whether a clause has a modal, or no tense: "before they would cross", "before crossing"."""
        modal = any(tree.tokens[k].tag == "MD" for k in tree.kids(verb, "aux"))
        return modal or tree.tokens[verb].tag in ("VBG", "VB")

    def _was_so_until(self, tree: Tree, verb: int) -> bool:
        """ "Led it until his death", "held the town before the army took it", "the late X led it"."""
        if tree.tokens[verb].tag != "VBD":
            return False
        if any(tree.case(k) == ("until",) for k in tree.kids(verb, "obl")):
            return True
        past = (k for k in tree.kids(verb, "advcl") if not self._is_supposed(tree, k))
        marks = (tree.tokens[m].lower for k in past for m in tree.kids(k, "mark"))
        if any(mark in ("until", "till", "before") for mark in marks):
            return True
        gone = self.words.grammar["deceased"]
        if any(tree.tokens[k].lower.partition(" ")[0] in gone for k in tree.kids(verb, "nsubj")):
            return True  # "the late president Idriss Deby", one name with his title
        return any(
            tree.tokens[a].lower in gone for k in tree.kids(verb, "nsubj") for a in tree.kids(k, "amod")
        )

    def _is_state(self, tree: Tree, frame: Frame) -> bool:
        """ "Was based in": a state told in the passive."""
        return tree.tokens[frame.trigger].lemma in self.words.grammar["stationing_verbs"]

    def _ended(self, tree: Tree, frame: Frame, is_act: bool) -> RelationStatus | None:
        """ "Stopped backing", "ended its support", "the truce collapsed"; what is to end still is."""
        trigger = tree.tokens[frame.trigger]
        grammar = self.words.grammar
        if trigger.lemma in grammar["finishing_verbs"]:
            # Who wants to, who could not defeat them is their enemy still.
            phrases = tree.kids(trigger.i, "obl")
            somewhere = any(tree.case(k)[:1] == ("in",) and tree.name(k) is not None for k in phrases)
            past = trigger.tag in ("VBD", "VBN") and of_clause(tree, trigger.i, grammar) is None
            return "former" if past and not somewhere else "current"
        if _is_over(tree, trigger.i, grammar):
            return "former"
        above = tree.tokens[trigger.head]
        if (
            trigger.dep == "nsubj"
            and above.lemma in grammar["collapsing_verbs"]
            and above.tag in ("VBD", "VBN")
        ):
            return "former" if of_clause(tree, above.i, grammar) is None else None
        ending: int | None = None
        if trigger.tag == "VBG" and trigger.dep in ("xcomp", "advcl", "ccomp", "obj"):
            ending = above.i
        elif is_act and (frame.light is not None or trigger.dep in ("obj", "nsubj:pass")):
            ending = frame.light if frame.light is not None else above.i
        if ending is None:
            return None
        verb = tree.tokens[ending].lemma
        if verb not in grammar["ending_verbs"] and not (verb in RELIEVING and trigger.lemma in SIEGES):
            return None
        done = (
            tree.tokens[ending].tag in ("VBD", "VBN", "VBZ", "VBP")
            and of_clause(tree, ending, grammar) is None
        )
        return "former" if done else "current"

    def is_taken(self, tree: Tree, frame: Frame) -> bool:
        """Whether the place that an epithet qualifies has been taken: "liberated ISIL-held towns"."""
        token = tree.tokens[frame.trigger]
        noun = tree.head_of_conjuncts(token.head if token.dep == "amod" else token.i)
        while tree.tokens[noun].dep == "nmod" and tree.case(noun) == ("of",):
            noun = tree.head_of_conjuncts(tree.tokens[noun].head)  # "miles of ISIL-held terrain"
        verb = tree.tokens[tree.tokens[noun].head]
        taken = (
            tree.tokens[noun].dep in ("obj", "nsubj:pass")
            and verb.lemma in self.words.grammar["freeing_verbs"]
        )
        return taken and verb.tag in ("VBD", "VBN") and of_clause(tree, verb.i, self.words.grammar) is None

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
        if self._lasts(tree, frame):
            return None
        for _ in range(3):
            token = tree.tokens[clause]
            to = any(tree.tokens[k].lower == "to" for k in tree.kids(clause, "mark", "aux"))
            if to and tree.tokens[token.head].lemma in grammar["arriving_verbs"]:
                return "planned"  # "arrived to join the army"
            if to and token.dep in ("advcl", "acl") and of_verb(tree, clause, grammar) is None:
                if (
                    tree.tokens[token.head].lemma in self.words.grammar["arrangements"]
                    and token.lemma not in self.words.grammar["countering_verbs"]
                ):
                    return "planned"  # "signed a deal to integrate its fighters"
                clause = token.head
                continue
            if token.dep == "xcomp" and tree.tokens[token.head].lemma in GOING_ON:
                own = of_clause(tree, token.head, grammar)
                return None if own == "planned" else own  # "will continue to back": it does already
            if token.dep in COMMITTED and _remains_committed(tree, token.head):
                return None
            break
        if tree.tokens[clause].pos not in ("VERB", "AUX", "ADJ") and clause != frame.clause:
            return None
        return of_clause(tree, clause, grammar)


def _is_over(tree: Tree, i: int, grammar: Mapping[str, frozenset[str]]) -> bool:
    """ "A war that ended in 2022", "fought a war with Armenia that ended": what it was is told to be over."""
    things = [i, *tree.kids(i, "obj")]
    below = [*things, *(n for k in things for n in tree.kids(k, "nmod"))]
    for k in below:
        for verb in tree.kids(k, "acl:relcl"):
            subjects = [tree.tokens[s].lower for s in tree.kids(verb, "nsubj")]
            ended = tree.tokens[verb].lemma in grammar["collapsing_verbs"] and tree.tokens[verb].tag == "VBD"
            if ended and subjects in (["that"], ["which"]) and not tree.kids(verb, "obj"):
                return of_clause(tree, verb, grammar) is None
    return False


def _no_longer(tree: Tree, frame: Frame) -> bool:
    """ "Is no longer active", "no longer backs", "used to back"."""
    for i in dict.fromkeys((frame.trigger, frame.clause if frame.clause is not None else frame.trigger)):
        for k in tree.kids(i, "advmod"):
            if tree.tokens[k].lower == "longer" and tree.tokens[k - 1].lower == "no":
                return True
    token = tree.tokens[frame.trigger]
    above = tree.tokens[token.head]
    return token.dep == "xcomp" and above.lower == "used" and above.tag != "VBN"


def _remains_committed(tree: Tree, i: int) -> bool:
    """Whether a word is the "committed" of "remain committed", or its "remain"."""
    if tree.tokens[i].lower == "committed":
        return _remains(tree, i)
    return tree.tokens[i].lemma in GOING_ON and any(
        tree.tokens[k].lower == "committed" for k in tree.kids(i, "xcomp")
    )


def _remains(tree: Tree, i: int) -> bool:
    """ "Remain committed to working with": the work goes on."""
    head = tree.tokens[tree.tokens[i].head]
    return head.lemma in ("remain", "stay", "continue") or any(
        tree.tokens[k].lemma in ("remain", "be") for k in tree.kids(i, "cop", "aux", "aux:pass")
    )
