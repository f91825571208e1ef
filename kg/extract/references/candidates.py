"""Whom a pronoun may go back to: the subjects of its own sentence and of those before."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.references.antecedents import controller, described, relative_antecedent, rival_object
from kg.extract.references.mentions import is_unheard, spoken_of_before
from kg.extract.references.phrases import names_before, noun_at
from kg.extract.references.state import Reading, Seen
from kg.records import Entity, Token

IT = frozenset(("it", "its", "itself"))
THEY = frozenset(("they", "them", "their", "theirs", "themselves"))
PEOPLE = ("Person",)
CROWDS = ("Collective", "ArmedGroup", "ArmedForces", "Population")
LAND = ("Place", "Facility")
SPOKESMEN = ("spokesman", "spokeswoman", "spokesperson")
# Who a verb acts on, and not where it does so.
UNDERGOING = ("obj", "iobj", "obl", "nmod")
WHERE = (("in",), ("at",), ("near",), ("from",), ("outside",), ("inside",), ("into",), ("across",), ("by",))
FRONTED = frozenset(
    ("before", "after", "when", "while", "as", "if", "although", "though", "since", "once", "until")
)


def antecedent(r: Reading, i: int, types: Sequence[str], is_plural: bool) -> Entity | None:
    """The subject of this sentence before the pronoun, else the last subject that fits."""
    later = _subject_after(r, i)
    if later is not None and types != LAND:
        argument = r.argument(later, "actor")
        if argument and argument.entity.type in types and len(r.tree.conjuncts(later)) == 1:
            return argument.entity
    bound = _bound(r, i, types, is_plural)
    if bound:
        return bound[0]
    subjects = _subjects_before(r, i, types, is_plural)
    if subjects is None:
        return None
    if subjects:
        rival = rival_object(r.tree, i) if is_plural else None
        is_open = rival is not None and _may_act(r, rival)
        is_open = is_open or (not is_plural and _may_be_undergoer(r, i, subjects[-1], types))
        return None if is_open else subjects[-1]
    spokesman = _spoken_for(r, i) if types != PEOPLE else None
    return spokesman or _last_subject(r, i, types)


def _bound(r: Reading, i: int, types: Sequence[str], is_plural: bool) -> tuple[Entity | None] | tuple[()]:
    """Whom grammar makes a pronoun mean: what "who" stands for, or who is asked to do something; (None,) when
    nothing tells who that is, () when grammar says nothing."""
    tree = r.tree
    if types == LAND:
        return ()
    antecedent = relative_antecedent(tree, i)
    if antecedent is not None and antecedent not in r.open:
        found = next((a for k in tree.conjuncts(antecedent) if (a := r.argument(k, "actor"))), None)
        if found is not None and found.entity.type in types:
            return (found.entity,)
        is_many = tree.tokens[antecedent].tag in ("NNS", "NNPS")
        if found is None and tree.tokens[antecedent].pos == "NOUN" and is_many == is_plural:
            return (None,)
    pair = controller(tree, i, r.known.words.grammar["ordering_verbs"])
    if pair is None:
        return ()
    asked, asking = (r.argument(k, "actor") if k not in r.open else None for k in pair)
    if asking is not None and asking.entity.type in types:
        return (None,)  # either may be meant
    if asked is not None and asked.entity.type in types:
        return (asked.entity,)
    return (None,) if is_plural and tree.tokens[pair[0]].tag in ("NNS", "NNPS") else ()


def _may_be_undergoer(r: Reading, i: int, subject: Entity, types: Sequence[str]) -> bool:
    """Whether "it" or "they" in an adverbial clause may as well mean whom the clause before acts on.

    "Turkey pressed the SDF after it refused to leave", "Israel attacked Hezbollah because it had fired rockets".
    """
    tree = r.tree
    clause = tree.clause(i)
    if types == LAND or tree.tokens[clause].dep != "advcl" or not tree.kids(clause, "mark", "advmod"):
        return False
    governing = tree.tokens[clause].head
    if governing > clause or tree.tokens[i].dep not in ("nsubj", "nsubj:pass"):
        return False
    heads = [
        token.i
        for token in tree.tokens[governing + 1 : i]
        if token.dep in UNDERGOING and token.i not in r.open and tree.case(token.i)[:1] not in WHERE
    ]
    found = [r.argument(k, "actor") for k in heads]
    return any(a is not None and a.entity.type in types and a.entity.id != subject.id for a in found)


def _may_act(r: Reading, i: int) -> bool:
    """Whether a noun is for people or a group."""
    noun = noun_at(r, i)[0]
    return r.tree.name(i) is not None or (noun is not None and noun.kind not in ("place", "facility"))


def _are_others(r: Reading, i: int) -> bool:
    """Whether "they" behind a subject without entity may mean it: not vehicles of a force, nor speakers, unless
    these are a side ("factions said they would sign")."""
    token = r.tree.tokens[i]
    noun = noun_at(r, i)[0]
    is_vehicle = noun is not None and noun.kind == "vehicle"
    is_side = noun is not None and noun.kind in ("group", "fighters")
    return token.tag == "NNS" and not is_vehicle and (is_side or not _speaks(r, token))


def _subjects_before(r: Reading, i: int, types: Sequence[str], is_plural: bool) -> list[Entity] | None:
    """The subjects of this sentence before a pronoun that it may mean; None when one has no entity."""
    found: list[Entity] = []
    is_open = False
    others = described(r.tree, i)
    for token in r.tree.tokens[:i]:
        k = token.i
        if token.dep not in ("nsubj", "nsubj:pass") or k in r.open or k in others:
            continue
        if token.pos == "PRON" and token.lower not in (THEY if is_plural else IT):
            continue  # of the same pronoun twice, both mean the same: "it said it had"
        if token.tag == "NNS" and token.pos == "NOUN" and not is_plural and types != LAND:
            continue  # "soldiers fled while it"
        is_thing = token.pos == "NOUN" and not is_plural and types != PEOPLE
        if is_thing and r.argument(k, "any") is None:
            return None  # "if the offensive continues, it …": what "it" is has no entity
        want = "place" if types == LAND else "actor"
        is_share = is_plural and token.pos in ("NUM", "DET")  # "ten of the gunmen"
        argument = next(iter(r.partitive(k, want)), None) if is_share else r.argument(k, want)
        if argument is not None and argument.entity.type in types:
            found.append(argument.entity)
            is_open = False
        elif is_plural and _are_others(r, k):
            is_open = True  # "the delegates left because they"
        elif types == PEOPLE and argument is None and _is_somebody(r, token):
            return None  # "the man said he": who that is, nothing tells
        elif types == PEOPLE and argument is None and is_unheard(r, token):
            return None  # "Karadzic said he": who Karadzic is, nothing tells
    return None if is_open else found


def _is_somebody(r: Reading, token: Token) -> bool:
    """Whether a noun is for one person: "the man", "a hijacker"."""
    if token.tag != "NN" or token.pos != "NOUN" or r.tree.kids(token.i, "nmod:poss"):
        return False  # "his wife said he"
    noun = noun_at(r, token.i)[0]
    known = noun is not None and noun.kind in ("person", "people", "fighters")
    return known or r.known.words.offices.kind(token.lemma) is not None


def _last_subject(r: Reading, i: int, types: Sequence[str]) -> Entity | None:
    """The nearest subject of this or the last two sentences; without one, the only one spoken of."""
    here = r.tree.sentence.index
    is_possessive = r.tree.tokens[i].dep == "nmod:poss"
    is_state = types[0] == "State"
    earlier = [
        s
        for s in spoken_of_before(r, i)
        if here - s.sentence <= 2
        and s.argument.entity.type in types
        and not (is_state and _is_many(s))  # "soldiers ... it"
    ]
    for distance in range(3):
        near = [s for s in earlier if here - s.sentence == distance]
        if here - distance in _blocked(r, types):
            return None
        subjects = [s for s in near if s.subject]
        if subjects:
            return _of_subjects(r, i, subjects, near, types)
        if not is_possessive:  # "Assad's hands ... he": hands have no say; "his" may be Assad's
            near = [s for s in near if not s.possessor]
        if near and types == CROWDS and is_possessive and distance == 0:
            return None  # "the ability of ISIS to conduct their operations"
        of_it = is_state and distance == 0 and is_possessive  # "urged Iran to end its siege"
        # "Helps rebels as they advance".
        of_them = types == CROWDS and distance == 0 and _in_adverbial(r, i)
        if (types == PEOPLE or of_it or of_them) and len(distinct(near)) == 1:
            return near[0].argument.entity
    return None


def _is_many(seen: Seen) -> bool:
    """Whether somebody was called by a plural noun: "Russian forces"."""
    noun = seen.argument.mention.split()[-1]
    return noun.islower() and (seen.plural or noun.endswith("s"))


def _blocked(r: Reading, types: Sequence[str]) -> set[int]:
    """The sentences about somebody or something without an entity, whom the pronoun may mean."""
    if types == PEOPLE:
        return r.memory.nameless
    return r.memory.blocked if types[0] == "State" else r.memory.many if types == CROWDS else set()


def _in_adverbial(r: Reading, i: int) -> bool:
    """Whether a pronoun is the subject of a clause behind the one that it depends on, whose subject is one."""
    tree = r.tree
    clause = tree.tokens[tree.tokens[i].head]
    if clause.dep != "advcl" or clause.head > i or tree.tokens[i].dep not in ("nsubj", "nsubj:pass"):
        return False
    subjects = [t.i for t in tree.tokens[:i] if t.dep in ("nsubj", "nsubj:pass") and t.pos != "PRON"]
    return all(len(tree.conjuncts(k)) == 1 for k in subjects)


def _of_subjects(
    r: Reading, i: int, subjects: Sequence[Seen], near: Sequence[Seen], types: Sequence[str]
) -> Entity | None:
    """The subject that a pronoun goes on with: whoever speaks on spoke before; else the only one, if sure."""
    token = r.tree.tokens[i]
    is_subject = token.dep == "nsubj"
    if len(distinct(subjects)) > 1 and is_subject and _speaks(r, token):
        subjects = [s for s in subjects if s.main]
    if len(distinct(subjects)) != 1:
        return None
    subject = subjects[0].argument.entity
    rivals = [s for s in near if s.argument.entity.id != subject.id and not s.possessor]
    return None if rivals and _may_turn(r, token, types) else subject


def _speaks(r: Reading, token: Token) -> bool:
    return r.tree.tokens[token.head].lemma in r.known.words.grammar["reporting_verbs"]


def _may_turn(r: Reading, token: Token, types: Sequence[str]) -> bool:
    """Whether a pronoun may as well mean another than the last subject.

    "Nasrallah praised Soleimani. He was killed", "Russia attacked Ukraine. Its army", "The RSF accused the army.
    It denied".
    """
    if token.dep == "nmod:poss":
        return types[0] == "State"
    return token.dep != "nsubj" or r.tree.tokens[token.head].lemma in r.known.words.grammar["denying_verbs"]


def _subject_after(r: Reading, i: int) -> int | None:
    """The subject that a pronoun in front points to: "Before they fled, the rebels", "In its report, the UN"."""
    tree = r.tree
    clause = tree.clause(i)
    token = tree.tokens[clause]
    head = None
    if token.dep == "advcl" and token.head > clause:
        marked = any(tree.tokens[k].lower in FRONTED for k in tree.kids(clause, "mark", "advmod"))
        head = token.head if marked and tree.tokens[i].dep in ("nsubj", "nsubj:pass", "nmod:poss") else None
    elif tree.tokens[i].dep == "nmod:poss" and i < clause:
        phrase = tree.tokens[tree.tokens[i].head]
        head = clause if phrase.dep == "obl" and phrase.head == clause else None
    if head is None:
        return None
    for k in tree.kids(head, "nsubj", "nsubj:pass"):
        if k > i and tree.tokens[k].pos != "PRON":
            return k
    return None


def _spoken_for(r: Reading, i: int) -> Entity | None:
    """The group whose spokesman says "it" or "they": "Houthi spokesman Yahya Sarea said it had carried out"."""
    for k in r.tree.up(i):
        token = r.tree.tokens[k]
        if token.lemma in r.known.words.grammar["reporting_verbs"]:
            for s in r.tree.kids(k, "nsubj"):
                name = r.tree.name(s)
                if name is not None and name.title is not None and name.title.of:
                    return r.entity(name.title.of[0], "actor")
                if name is None and r.tree.tokens[s].lemma in SPOKESMEN:
                    return _body_of(r, s)
    return None


def _body_of(r: Reading, i: int) -> Entity | None:
    """For whom a spokesman without a name speaks: "a Hamas spokesman", "a spokesman for the SPLM-IO"."""
    behind = [k for k in r.tree.kids(i, "nmod") if r.tree.case(k) in (("for",), ("of",), ("from",))]
    bodies = [a.entity for k in behind if (a := r.argument(k, "actor")) is not None]
    bodies = [e for _, e, _ in names_before(r, i)] + bodies
    return next((e for e in bodies if e.type in CROWDS), None)


def distinct(seen: Sequence[Seen]) -> set[str]:
    """The ids of the entities met."""
    return {s.argument.entity.id for s in seen}
