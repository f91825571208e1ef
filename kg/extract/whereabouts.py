"""Where something happened that names no place of its own: "there", "in the attack", beside what the clause tells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.extract.casualties.rows import Row
from kg.extract.drafts import Draft
from kg.extract.events.participants import FIGHTS
from kg.extract.grammar.frame import Frame
from kg.extract.grammar.tree import Tree
from kg.extract.places import STATIC
from kg.extract.references.resolver import Resolver
from kg.extract.references.state import PLACES, Struck
from kg.extract.relations.place_behind import OUTER, nearer_place
from kg.records import Argument, TimeExpression

# What befalls people in a place, and what those do there who do so.
VIOLENT = frozenset((*FIGHTS, "Killing", "Abduction", "Arrest", "Protest")) - {
    "Deployment",
    "Withdrawal",
    "Siege",
}
SPEECH = ("Appeal", "Accusation", "Rejection", "Endorsement", "Threat")
HARMING = ("Attack", "Airstrike", "Shelling", "Bombing", "ChemicalAttack", "Killing", "Abduction", "Arrest")
FALLING = frozenset(
    ("shoot", "down", "blow", "crash", "explode", "intercept", "bring")
)  # "blown up over Lockerbie"
# What is told behind these lies before or after what the sentence tells, or somewhere else.
APART = frozenset(
    ("after", "before", "since", "until", "following", "because", "although", "though", "if", "despite")
)
DEFINITE = frozenset(("the", "that", "this", "these", "those", "both"))
CAUSING = ("in", "during", "by", "from", "under", "after", "following", "as")
NAMING = (*STATIC, "to", "from", "into", "of", "on", "against", "for")


class Scene(NamedTuple):
    """A sentence, its happenings whose place is known, and what was told before."""

    tree: Tree
    resolver: Resolver
    times: Sequence[TimeExpression]
    before: Struck | None
    placed: Sequence[Draft]


def fill_places(
    tree: Tree,
    drafts: Sequence[Draft],
    rows: Sequence[Row],
    resolver: Resolver,
    times: Sequence[TimeExpression],
) -> Struck | None:
    """Give happenings and figures the place that other words of the text tell; where the last one took place."""
    before = resolver.memory.struck
    if not drafts and not rows:
        return before
    if "there" in tree.words:
        _fill_there(tree, drafts, rows, resolver)
    placed = [d for d in drafts if d.place is not None and d.type in VIOLENT]
    bare = [d for d in drafts if d.place is None and d.type in VIOLENT]
    if bare:
        _fill_joined(tree, bare, placed, resolver)
    for draft in bare:
        if draft.place is None and draft.type in HARMING:
            is_verb = tree.tokens[draft.frame.trigger].pos == "VERB"
            draft.place = _nested(tree, _verb_of(draft.frame) if is_verb else draft.frame.trigger, resolver)
    placed += [d for d in bare if d.place is not None]
    scene = Scene(tree, resolver, times, before, placed)
    near = _only_place([d for d in placed if not _is_apart(tree, d.frame.trigger)])
    for row in rows:
        if row.place is None and not row.rule.stocks and row.scope == "incident" and not row.lumped:
            row.place = _of_row(scene, row, near) or _nested(tree, row.verb, resolver)
    items: list[Draft | Row] = [*drafts, *rows]
    for item in items:
        if item.place is not None and item.place.entity.type in OUTER:
            item.place = nearer_place(tree, item.place, resolver)
    told = near or _only_place(placed)
    if told is not None:
        return Struck(told, tree.sentence.index, tree.sentence.paragraph)
    return before if before is not None and before.holds(tree.sentence) else None


def _only_place(drafts: Sequence[Draft]) -> Argument | None:
    """The place of all these happenings, if it is one."""
    found = {d.place.entity.id: d.place for d in drafts if d.place is not None}
    return next(iter(found.values())) if len(found) == 1 else None


def _fill_there(tree: Tree, drafts: Sequence[Draft], rows: Sequence[Row], resolver: Resolver) -> None:
    """ "12 officers were killed there": the place named last."""
    there = next((t for t in tree.tokens if t.lower == "there" and t.dep == "advmod" and t.tag == "RB"), None)
    place = None if there is None else _place_named_before(tree, there.i, resolver)
    if there is None or place is None:
        return
    verb = tree.clause(there.head)
    governors = {there.head, verb} if tree.tokens[there.head].head in (there.head, verb) else {there.head}
    items: list[Draft | Row] = [*(d for d in drafts if d.type not in SPEECH), *rows]
    for item in items:
        frame = item.frame
        if item.place is None and governors & {frame.trigger, frame.clause, frame.light}:
            item.place = place


def _place_named_before(tree: Tree, i: int, resolver: Resolver) -> Argument | None:
    for k in range(i - 1, -1, -1):
        if tree.name(k) is None:
            continue
        case = tree.case(k)[:1]
        is_where = case[0] in NAMING if case else tree.tokens[k].dep in ("obj", "appos")
        found = resolver.argument(k, "place") if is_where else None
        if found is not None and found.entity.type in PLACES:
            return found
    return None


def _fill_joined(tree: Tree, drafts: Sequence[Draft], placed: Sequence[Draft], resolver: Resolver) -> None:
    """ "Raided Jenin, arresting six": a participle, or a verb joined by "and", happens where its clause does."""
    for draft in drafts:
        verb = tree.head_of_conjuncts(_verb_of(draft.frame))
        token = tree.tokens[verb]
        if draft.type == "Protest" and token.tag == "VB" and token.dep in ("advcl", "xcomp"):
            draft.place = _to_the_right(tree, token.head, resolver)  # "marched in Goma to protest against"
        is_participle = token.tag == "VBG" and token.dep == "advcl"
        if draft.place is not None or not is_participle or tree.kids(verb, "nsubj", "obl"):
            continue
        near = [d for d in placed if token.head in (d.frame.trigger, d.frame.clause, d.frame.light)]
        near = near or [d for d in placed if tree.tokens[d.frame.trigger].head == token.head]
        draft.place = _only_place(near)


def _verb_of(frame: Frame) -> int:
    if frame.light is not None:
        return frame.light
    return frame.trigger if frame.clause is None else frame.clause


def _is_apart(tree: Tree, i: int) -> bool:
    """Whether words like "after" and "because" part what token i tells from the sentence's main clause."""
    for k in (i, *tree.up(i)):
        token = tree.tokens[k]
        if token.dep in ("acl:relcl", "csubj"):
            return True
        marks = (
            {tree.tokens[m].lower for m in tree.kids(k, "mark", "advmod")} if token.dep == "advcl" else set()
        )
        if (marks | set(tree.case(k))) & APART:
            return True
    return False


def _of_row(scene: Scene, row: Row, near: Argument | None) -> Argument | None:
    """Where those counted came to harm: in the attack told of, or where the clause before it plays."""
    tree, trigger = scene.tree, row.frame.trigger
    causes = _causes(tree, row)
    if tree.tokens[row.verb].dep == "acl:relcl":
        return None  # "those in Gao in which 30 died"
    if any(_is_definite(tree, k) or tree.tokens[k].tag == "WDT" for k in causes):
        own = _only_place([d for d in scene.placed if d.frame.trigger < trigger])
        if own is not None or scene.placed:
            return own
        return scene.before.place if scene.before is not None and scene.before.holds(tree.sentence) else None
    if near is not None and any(_is_cause(tree, d.frame.trigger, trigger) for d in scene.placed):
        return near
    first = min((d.frame.trigger for d in scene.placed), default=trigger)
    does_so = row.active and bool(tree.kids(row.verb, "nsubj"))  # "rebels shelled Gao; soldiers killed six"
    if near is None or causes or does_so or first >= trigger or len(scene.times) > 1:
        return None
    if any(t.lower in APART for t in tree.tokens[first:trigger]):
        return None  # "the attack in Paris came after 30 people were killed"
    return near if near.entity.type != "State" or not _has_town(scene, near) else None


def _is_cause(tree: Tree, noun: int, trigger: int) -> bool:
    """Whether a happening stands behind a figure as its cause: "killed, among them two women, in a blast"."""
    if noun < trigger or tree.tokens[noun].pos != "NOUN" or tree.case(noun)[:1] not in (("in",), ("by",)):
        return False
    return not any(t.pos == "VERB" and t.dep not in ("amod", "case") for t in tree.tokens[trigger + 1 : noun])


def _has_town(scene: Scene, land: Argument) -> bool:
    """Whether a place is named beside a country, so that nobody knows which is meant."""
    tree = scene.tree
    told = [k for k in tree.named if tree.case(k)[:1] and tree.case(k)[0] in STATIC]
    found = (scene.resolver.argument(k, "place") for k in told)
    return any(a is not None and a.entity.id != land.entity.id for a in found)


def _nested(tree: Tree, verb: int, resolver: Resolver) -> Argument | None:
    """The place deep in the clause: "shot by two men on a motorcycle in Gao", "blew himself up at a rite in Gao"."""
    token = tree.tokens[verb]
    if token.dep == "advcl" and token.tag == "VBG" and not tree.kids(verb, "nsubj"):
        return _nested(tree, token.head, resolver)
    return _to_the_right(tree, verb, resolver)


def _to_the_right(tree: Tree, i: int, resolver: Resolver) -> Argument | None:
    """The first place that "in" or "near" tells behind a word, in the same clause, on whatever the parser hung it."""
    is_noun = tree.tokens[i].pos != "VERB"
    for t in tree.tokens[i + 1 :]:
        if t.text in (",", ";", ":") or t.pos == "VERB" and t.dep not in ("amod", "acl", "case", "xcomp"):
            return None
        if (
            t.dep != "case"
            or t.lower not in STATIC
            and not (t.lower == "over" and tree.tokens[i].lemma in FALLING)
        ):
            continue
        if _tells_whose(tree, t.i - 1, resolver) or is_noun and tree.case(t.i - 1) == ("from",):
            return None  # "fled after airstrikes from a camp at Gao"
        found = resolver.argument(t.head, "place")
        if found is not None and found.entity.type in PLACES:
            return found
    return None


def _tells_whose(tree: Tree, noun: int, resolver: Resolver) -> bool:
    """Whether "in" behind a noun tells of which land it is: "supporters of the war in Gaza", "the leader in Gaza"."""
    word = tree.tokens[noun]
    if word.lemma in ("war", "conflict", "crisis", "role", "presence", "policy", "rule", "government"):
        return True
    return resolver.known.words.offices.kind(word.lower) in ("offices", "leads")


def _causes(tree: Tree, row: Row) -> list[int]:
    """The nouns for what killed or hurt those counted, which say no place: "in the clashes", "by a mine"."""
    verbs = {row.frame.trigger, row.verb}
    kids = [k for v in verbs for k in tree.kids(v, "obl", "nmod", "obl:agent")]
    return [k for k in kids if tree.case(k)[:1] and tree.case(k)[0] in CAUSING and tree.name(k) is None]


def _is_definite(tree: Tree, noun: int) -> bool:
    """Whether a noun goes back to a happening: "the attack", "both blasts"."""
    return any(tree.tokens[k].lower in DEFINITE for k in tree.kids(noun, "det"))
