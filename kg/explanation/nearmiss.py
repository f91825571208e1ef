"""Rules whose words stand in a sentence and that found nothing, with the condition that failed.

The rules are tried once more, part by part. What is said is what a reader of the rule would ask: are the words there
as the rule has them, who fills each part, and is that of the class the rule wants?
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.extract.events.participants import AGENTS, TARGETS
from kg.extract.events.reader import NOUN_ROLES, VERB_ROLES
from kg.extract.grammar.compounds import Compound, compound
from kg.extract.grammar.frames import Frame, Framer
from kg.extract.grammar.tree import Tree
from kg.extract.references.resolver import Resolver
from kg.extract.references.state import ACTORS
from kg.extract.relations.denoted import denoted_by
from kg.extract.relations.kinds import KINDS
from kg.pipeline import Engine
from kg.records import Token
from kg.rules.casualties import CasualtyRules
from kg.rules.claims import Pattern, Rule, RuleSet

# How the parts that rules speak of are called in a sentence.
FILLERS = {
    "doer": "who does it",
    "undergoer": "whom it is done to",
    "direct": "its object",
    "theme": "whom it is said of",
    "poss": "“X's …”",
    "mod": "a word before it",
    "self": "what it stands for",
    "purpose": "its aim",
    "patient": "who is under it",
}
WHERE = {"agents": "agents", "targets": "targets", "place": "a place"}


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A rule that did not fire: the words that could have triggered it, and why they did not."""

    rule: str
    words: str
    start: int
    end: int
    reason: str


def near_misses(engine: Engine, tree: Tree, resolver: Resolver) -> Iterator[NearMiss]:
    """The near misses of a sentence, in text order; one for each rule and word, its most telling reason.

    Words that did trigger a claim are not told apart here: the caller knows the claims.
    """
    framer = Framer(engine.words)
    uncounted = _uncounted(engine.casualties, tree)
    for token in tree.tokens:
        told: dict[str, tuple[int, str]] = {}
        for rule, depth, reason in _tries(engine.rules, framer, tree, token, resolver):
            # The try that came furthest tells most: "needs a place" rather than "no “over”".
            if rule.id not in told or depth > told[rule.id][0]:
                told[rule.id] = (depth, reason)
        told |= dict.fromkeys(uncounted.get(token.i, ()), (0, "no number of people stands with it"))
        for rule_id, (_, reason) in told.items():
            yield NearMiss(rule_id, token.text, token.start, token.end, reason)


def _uncounted(rules: CasualtyRules, tree: Tree) -> dict[int, list[str]]:
    """The casualty rules whose words stand in the sentence, by the token of their last word."""
    found: dict[int, list[str]] = {}
    for rule in rules.rules:
        kinds = (rule.verbs, rule.fates, rule.states, rule.nouns, rule.acts, rule.tolls, rule.stocks)
        phrases = {phrase for kind in kinds for phrase in kind}
        for token in tree.tokens:
            ends = any(
                p[-1] in (token.lemma, token.lower) and _stand_before(tree, token.i, p) for p in phrases
            )
            if ends and token.name is None:
                found.setdefault(token.i, []).append(rule.id)
    return found


def _tries(
    rules: RuleSet, framer: Framer, tree: Tree, token: Token, resolver: Resolver
) -> Iterator[tuple[Rule, int, str]]:
    """Each rule with that word, how far the try came, and what stopped it."""
    forms = dict.fromkeys((token.lemma, token.lower))
    present = {word for other in tree.tokens for word in (other.lower, other.lemma)}
    for pattern, rule in (entry for form in forms for entry in rules.verbs.get(form, ())):
        if present.issuperset(pattern.rest):  # "take hostage" is far from a sentence without a hostage
            yield rule, *_verb(framer, tree, token, pattern, rule, resolver)
    for phrase, rule in (entry for form in forms for entry in rules.nouns.get(form, ())):
        alone = rule.predicate and not rule.act_nouns.get(
            " ".join(phrase)
        )  # "operation" tells a tie only in "X-Y operation"
        if _stand_before(tree, token.i, phrase) and not alone:
            yield rule, *_noun(framer, tree, token, rule, phrase, resolver)
    for rule in (entry for form in forms for entry in rules.agent_nouns.get(form, ())):
        yield rule, *_agent_noun(framer, tree, token, rule, resolver)
    if (made := compound(token)) is not None:
        for pattern, rule in rules.verbs.get(made.lemma, ()):
            if rule.predicate and not pattern.rest:
                yield rule, 1, _compound(tree, token, made, resolver)


def _verb(
    framer: Framer, tree: Tree, token: Token, pattern: Pattern, rule: Rule, resolver: Resolver
) -> tuple[int, str]:
    inside = tree.name(token.i)
    if inside is not None:
        return 0, f"it is part of the name “{inside.text}”"
    if token.pos not in ("VERB", "ADJ"):
        return 0, f"it is read as a {_class(token)} ({_relation(tree, token)}), the rule wants a verb"
    frame = framer.verb(tree, token.i, pattern)
    if frame is None:
        particle = next(iter(tree.kids(token.i, "compound:prt")), None)
        if particle is not None and not pattern.rest:
            return 0, f"“{token.text} {tree.tokens[particle].text}” is another verb"
        missing = [*pattern.rest, *filter(None, [pattern.preposition])]
        return (
            0,
            f"the rule wants “{' '.join([pattern.head, *missing])}”; “{' '.join(missing)}” does not go with it",
        )
    if rule.predicate:
        subjects = rule.verb_roles.get("subject", ("doer",))
        parts = (("subject", subjects), ("object", rule.verb_roles.get("object", ("undergoer",))))
        return 2, _relation_parts(tree, frame, rule, parts, resolver)
    return 2, _event_parts(tree, frame, rule, {**VERB_ROLES, **rule.verb_roles}, resolver)


def _noun(
    framer: Framer, tree: Tree, token: Token, rule: Rule, phrase: Sequence[str], resolver: Resolver
) -> tuple[int, str]:
    inside = tree.name(token.i)
    if inside is not None:
        return 0, f"it is part of the name “{inside.text}”"
    if token.pos not in ("NOUN", "PROPN", "VERB", "ADJ"):
        return 0, f"it is read as a {_class(token)}, the rule wants a noun"
    if token.pos == "VERB" and rule.type:
        return 0, "it is read as a verb, the rule wants a noun"
    if rule.type and token.dep in ("compound", "amod") and token.head > token.i:
        return 1, f"it only qualifies “{tree.tokens[token.head].text}”"
    frame = framer.noun(tree, token.i, token.i - len(phrase) + 1)
    if rule.predicate:
        doers = ("doer", "poss", "by", "from", "mod")
        objects = rule.act_nouns.get(" ".join(phrase), ())
        if rule.joint and not frame.roles.get("between"):
            objects = (*objects, "between")
        return 2, _relation_parts(tree, frame, rule, (("subject", doers), ("object", objects)), resolver)
    return 2, _event_parts(tree, frame, rule, {**NOUN_ROLES, **rule.noun_roles}, resolver)


def _agent_noun(framer: Framer, tree: Tree, token: Token, rule: Rule, resolver: Resolver) -> tuple[int, str]:
    if token.pos not in ("NOUN", "PROPN", "ADJ", "VERB"):
        return 0, f"it is read as a {_class(token)}, the rule wants a noun"
    frame = framer.noun(tree, token.i, token.i)
    if "self" in rule.agent_roles.get("object", ()):
        holders = rule.agent_roles.get("subject", ())
        return 2, _relation_parts(
            tree, frame, rule, (("subject", holders),), resolver, also="no place is called so"
        )
    held = rule.agent_roles.get("object", ("poss", "of", "to", "with", "mod"))
    if not denoted_by(tree, token.i, resolver):
        return 1, "nobody known is called so"
    return 2, _relation_parts(
        tree, frame, rule, (("object", held),), resolver, also="it stands for the wrong class"
    )


def _compound(tree: Tree, token: Token, made: Compound, resolver: Resolver) -> str:
    """ "Iran-backed rebels"."""
    if resolver.part(made.first, made.start) is None:
        return f"“{made.first}” stands for nobody known"
    if token.head == token.i or token.dep not in ("amod", "compound", "nmod", "acl", "conj"):
        return f"it is read as {_relation(tree, token)}, not as a word before a noun"
    if not resolver.arguments(token.head, "any"):
        return f"“{tree.tokens[token.head].text}” stands for nobody known"
    return f"“{tree.tokens[token.head].text}” or “{made.first}” is not of the class the rule wants"


# Who fills the parts


def _relation_parts(
    tree: Tree,
    frame: Frame,
    rule: Rule,
    parts: Sequence[tuple[str, Sequence[str]]],
    resolver: Resolver,
    also: str = "both parts are the same, or another rule says it already",
) -> str:
    for part, fillers in parts:
        kind = rule.subject if part == "subject" else rule.object
        want = "place" if kind == "place" else "actor"
        reason = _unfilled(tree, frame, fillers, want, KINDS[kind].__contains__, kind, resolver)
        if reason:
            return f"no {part}: {reason}"
    return also


def _event_parts(
    tree: Tree, frame: Frame, rule: Rule, roles: Mapping[str, Sequence[str]], resolver: Resolver
) -> str:
    classes = {"agents": AGENTS[rule.agents], "targets": TARGETS.get(rule.targets, ACTORS)}
    reasons = {}
    for part in ("agents", "targets"):
        kind = (rule.agents if part == "agents" else rule.targets) or "actor"
        reasons[part] = _unfilled(
            tree, frame, roles[part], "actor", classes[part].__contains__, kind, resolver
        )
    for need in rule.needs:
        if need == "any" and all(reasons.values()):
            return f"it needs agents, targets or a place; agents: {reasons['agents']}; targets: {reasons['targets']}"
        if reasons.get(need):
            return f"it needs {WHERE[need]}: {reasons[need]}"
    if "place" in rule.needs:
        return "it needs a place, and none belongs to it"
    if rule.undergoer:
        return f"whom or what it is done to is not of the class the rule wants ({rule.undergoer})"
    if all(reasons.values()):
        return f"it tells of nobody, nowhere and no date; agents: {reasons['agents']}"
    return "a longer reading, or another rule, was preferred"


def _unfilled(
    tree: Tree,
    frame: Frame,
    fillers: Sequence[str],
    want: str,
    accepts: Callable[[str], bool],
    kind: str,
    resolver: Resolver,
) -> str | None:
    """Why no filler holds an entity of the right class; None when one does."""
    wrong: list[str] = []
    for filler in fillers:
        for k in frame.roles.get(filler, ()):
            found = resolver.arguments(k, want)
            if any(accepts(a.entity.type) for a in found):
                return None
            wrong += [f"“{a.mention}” is {_a(a.entity.type)}, the rule wants {_a(kind)}" for a in found]
            if not found:
                wrong.append(f"“{tree.tokens[k].text}” stands for nobody known")
    if wrong:
        return wrong[0]
    named = [FILLERS.get(filler, f"“{filler} …”") for filler in fillers]
    return f"nothing fills it ({', '.join(named)})" if named else "the rule has no place for it"


def _stand_before(tree: Tree, i: int, phrase: Sequence[str]) -> bool:
    """Whether the words of a noun phrase stand before and at token i."""
    first = i - len(phrase) + 1
    if first < 0:
        return False
    pairs = zip(phrase[:-1], tree.tokens[first:i], strict=True)
    return all(word in (token.lower, token.lemma) for word, token in pairs)


def _class(token: Token) -> str:
    names = {
        "NOUN": "noun",
        "PROPN": "name",
        "ADP": "preposition",
        "ADV": "adverb",
        "AUX": "auxiliary",
        "VERB": "verb",
    }
    return names.get(token.pos, token.pos.lower())


def _relation(tree: Tree, token: Token) -> str:
    return token.dep if token.head == token.i else f"{token.dep} of “{tree.tokens[token.head].text}”"


def _a(word: str) -> str:
    return f"an {word}" if word[0].lower() in "aeiou" else f"a {word}"
