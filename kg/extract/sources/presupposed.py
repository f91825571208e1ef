"""What the article says itself inside a reported clause: what a noun phrase takes for granted.

"The Observatory said Turkish-backed rebels withdrew after an attack": the retreat and the attack are its news; whose
rebels they are, any reader is told. So an epithet of an actor, a remark between commas and a happening that "the",
"this" or "their" calls known are the article's own.
"""

from __future__ import annotations

from kg.extract.drafts import Draft
from kg.extract.grammar.objects import agents, is_infinitive
from kg.extract.grammar.subjects import noun_before_infinitive
from kg.extract.grammar.tree import Tree
from kg.extract.status.nouns import charged
from kg.rules.words import WordLists

# Acts of speech: who performs them is not also their source.
SPEECH_ACTS = ("Appeal", "Accusation", "Threat", "Rejection", "Endorsement")
KNOWN = frozenset(("the", "this", "that", "these", "those", "both", "such", "each", "every"))
REMARKS = frozenset(("charge", "claim", "accusation", "allegation", "assertion"))
ASIDE = frozenset((",", "(", "—", "–", "--", "-"))


def presupposed(tree: Tree, draft: Draft, words: WordLists) -> bool:
    """Whether the claim of a draft is taken for granted where it stands, rather than told."""
    trigger = draft.frame.trigger
    if draft.predicate is None and any(t.lower == "according" for t in tree.tokens[:2]):
        return False  # "According to X," at the head of a sentence is said of all that happens in it
    if draft.is_act and draft.predicate is None:
        return False  # how many died is told, however it is told
    if draft.type in SPEECH_ACTS and tree.tokens[trigger].dep == "acl:relcl" and _is_aside(tree, trigger):
        return True  # "…, which Iran denies"
    if draft.predicate is None:
        is_noun = draft.frame.clause is None and _is_known(tree, trigger)
        charge = is_noun and charged(tree, trigger, words.grammar) is not None
        return is_noun and not charge and not _is_news(tree, trigger, words)
    if draft.frame.clause is None and not draft.is_act:
        return True
    return _qualifies(tree, trigger, words)


def _is_known(tree: Tree, noun: int) -> bool:
    """Whether a noun refers to what the reader knows of: "the attack", "their campaign", "Operation Olive Branch"."""
    for k in (noun, tree.head_of_conjuncts(noun)):
        if tree.name(k) is not None or tree.kids(k, "nmod:poss"):
            return True
        if any(tree.tokens[d].lower in KNOWN for d in tree.kids(k, "det")):
            return True
    return False


def _is_news(tree: Tree, noun: int, words: WordLists) -> bool:
    """Whether a clause tells who did what the reader knows of: "said the strikes were carried out by rebels"."""
    token = tree.tokens[noun]
    verb = tree.tokens[token.head]
    is_carried = token.dep == "nsubj:pass" and verb.lemma in words.grammar["light_verbs"]
    return is_carried and bool(agents(tree, verb.i))


def _qualifies(tree: Tree, trigger: int, words: WordLists) -> bool:
    """Whether a tie is told by words that only say which actor is meant: epithets, appositions, asides."""
    for k in (trigger, *tree.up(trigger)):
        token = tree.tokens[k]
        match token.dep:
            case "ccomp" | "parataxis" | "root":
                return False
            case "appos" | "amod":
                return True
            case "acl:relcl" if _is_aside(tree, k):
                return True
            case "acl" if not is_infinitive(tree, k):
                return True
            case "acl" | "advcl" | "xcomp":  # "its efforts to destroy the group"
                aim = noun_before_infinitive(tree, k, words)
                if aim is not None and _is_known(tree, aim):
                    return True
    return False


def _is_aside(tree: Tree, clause: int) -> bool:
    """Whether a relative clause stands behind a comma: "Hezbollah, which is backed by Iran, fired rockets"."""
    first = tree.first(clause)
    noun = tree.tokens[clause].head
    if tree.tokens[noun].lemma in REMARKS and first == noun + 1:
        first = tree.phrase_start(noun)  # "…, a charge Iran denies"
    return tree.tokens[first].text in ASIDE or first > 0 and tree.tokens[first - 1].text in ASIDE
