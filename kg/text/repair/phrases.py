"""Phrases the parser attaches or labels wrongly: appositions, lists, agents, passives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.records import Token
from kg.text.repair.tree import SUBJECTS, Parsed, children, first_of, has, is_passive, preposition
from kg.text.times import is_time

Tokens = Parsed
# Nouns in -ly: "the ally fled", "the assembly met". Other words in -ly before a verb are adverbs.
NOUNS_IN_LY = frozenset(
    "ally assembly supply rally reply family bully belly jelly lily homily monopoly anomaly fly butterfly folly doily"
    " melancholy july italy sicily".split()
)
NEVER_NOUNS = frozenset(("meanwhile", "however", "also", "later", "earlier", "then"))
# What may be a mislabelled apposition or list member.
UNSURE = frozenset(
    ["conj", "list", "nmod:unmarked", "obl:unmarked", "flat", "parataxis", "appos", "dep", "nmod", "obl"]
)
UNSURE_FIRST = frozenset(
    [
        "obl",
        "obl:unmarked",
        "nsubj",
        "nsubj:outer",
        "vocative",
        "parataxis",
        "dislocated",
        "list",
        "compound",
        "advmod",
    ]
)
# Nouns that say what a person or a group is.
ROLES = frozenset(
    [
        "activist", "adviser", "affiliate", "alliance", "ally", "ambassador", "analyst", "army", "backer", "branch",
        "capital", "chairman", "chief", "city", "cleric", "coalition", "commander", "component", "contingent",
        "coordinator", "correspondent",
        "deputy", "diplomat", "director", "doctor", "enemy", "envoy", "expert", "faction", "founder", "general",
        "governor", "group", "head", "journalist", "judge", "king", "lawmaker", "leader", "member", "militia",
        "minister", "monitor", "movement", "negotiator", "network", "officer", "official", "opponent", "organisation",
        "organization", "partner", "party", "physician", "president", "prince", "province", "radiologist",
        "representative", "researcher", "resident", "rival", "ruler", "scholar", "secretary", "senator", "soldier",
        "spokesman", "spokesperson", "spokeswoman", "sponsor", "stronghold", "successor", "supporter", "town",
        "umbrella", "veteran", "village", "warlord", "wing",
    ]
)  # fmt: skip
# "An attack by rebels": the agent of the noun, not of the verb before it.
DEEDS = frozenset(
    [
        "advance", "airstrike", "ambush", "assault", "attack", "blast", "bomb", "call", "campaign", "control", "coup",
        "decision", "effort", "invasion", "move", "offensive", "order", "raid", "report", "rule", "siege", "strike",
        "statement", "support", "threat", "use", "visit", "vote",
    ]
)  # fmt: skip
DEED_ENDINGS = ("ing", "tion", "sion", "ment", "al")
BE = frozenset(["be", "is", "are", "was", "were", "been", "being", "get", "gets", "got", "getting"])


def is_role(token: Token) -> bool:
    """Whether a noun, or the last word of a joined title, names a role."""
    return token.lemma in ROLES or token.lower.rsplit(" ", 1)[-1] in ROLES


# "Sharifa, a village near Kirkuk".
SETTLEMENTS = frozenset(
    "village town city suburb hamlet settlement district neighbourhood neighborhood".split()
)


def appositions(tokens: Tokens) -> Iterator[Token]:
    """ "Ahmed Saleh, a spokesman for the army" and "their leader, Ahmed Saleh,": the second explains the first."""
    for second in tokens:
        if (
            second.pos not in ("NOUN", "PROPN")
            or second.dep not in UNSURE
            and not (second.dep == "obj" and second.lemma in SETTLEMENTS)
            or has(tokens, second.i, "cc", "case")
        ):
            continue
        start = first_of(tokens, second.i)
        if start < 2 or tokens[start - 1].text != ",":
            continue
        first = tokens[start - 2]
        if first.pos not in ("NOUN", "PROPN") or first.i == second.i or _in_list(tokens, first, second):
            continue
        if second.dep == "appos" and first.head == second.head and preposition(tokens, first.i) == "of":
            continue  # "one of these groups, the Northern Army"
        if first.tag in ("NN", "NNP") and has(tokens, second.i, "nummod"):
            continue  # "a Kenyan officer, two Ugandan soldiers and"
        settled = second.lemma in SETTLEMENTS and tokens[start].lower in ("a", "an")
        explained = first.pos == "PROPN" and second.pos == "NOUN" and (is_role(second) or settled)
        named = is_role(first) and second.pos == "PROPN"
        if (explained or named) and (second.head, second.dep) != (first.i, "appos"):
            yield replace(second, head=first.i, dep="appos")


def named_subjects(tokens: Tokens) -> Iterator[Token]:
    """ "The group Human Rights Watch said", "the main faction the Northern Front signed": one subject, by its name."""
    for name in tokens:
        if name.dep not in SUBJECTS or name.pos != "PROPN":
            continue
        start = first_of(tokens, name.i)
        role = tokens[start - 1] if start else name
        is_second = role.dep in SUBJECTS and role.head == name.head and role.i != name.i
        if is_second and role.pos == "NOUN" and is_role(role):
            yield replace(name, head=role.i, dep="appos")


def _in_list(tokens: Tokens, first: Token, second: Token) -> bool:
    """Whether the two stand in "A, B and C"."""
    near = [*children(tokens, first.i), *children(tokens, second.i), *children(tokens, second.head)]
    joined = [t for t in near if t.dep == "conj" and t.i != second.i and t.i > second.i]
    return first.dep == "conj" or any(has(tokens, t.i, "cc") for t in joined)


def lists(tokens: Tokens) -> Iterator[Token]:
    """ "Iraq, Iran and Russia signed": all three are subjects, though the first came loose."""
    for second in tokens:
        if second.dep not in ("nsubj", "nsubj:pass", "obj") or second.pos != "PROPN":
            continue
        others = [t for t in children(tokens, second.i) if t.dep == "conj" and has(tokens, t.i, "cc")]
        start = first_of(tokens, second.i)
        if not others or start < 2 or tokens[start - 1].text != ",":
            continue
        first = tokens[start - 2]
        if first.head != second.head or first.pos != "PROPN" or first.dep not in UNSURE_FIRST:
            continue
        if has(tokens, first.i, "case"):
            continue
        yield replace(first, dep=second.dep)
        yield replace(second, head=first.i, dep="conj")
        for other in others:
            yield replace(other, head=first.i)


def loose_lists(tokens: Tokens) -> Iterator[Token]:
    """ "Russia, the UAE, France and Egypt": what three names follow, the last behind "and", explains no first one."""
    for second in tokens:
        if second.dep != "appos" or second.pos != "PROPN" or tokens[second.head].pos != "PROPN":
            continue
        own = [t for t in children(tokens, second.i) if t.dep == "conj"]
        beside = [t for t in children(tokens, second.head) if t.dep == "conj" and t.i > second.i]
        others = own or beside  # the parser hangs the rest of the list on the second name or on the first
        start = first_of(tokens, second.i)
        is_list = (
            len(others) > 1 and all(t.pos == "PROPN" for t in others) and has(tokens, others[-1].i, "cc")
        )
        # "the UN, AU, and officials": a name without anything beside it, and a comma before "and"
        is_bare = start == second.i and [t.text for t in tokens[second.i + 1 : second.i + 3]] == [",", "and"]
        is_list = is_list or (is_bare and not own and len(others) == 1)
        if is_list and start - 2 == second.head and tokens[start - 1].text == ",":
            yield replace(second, dep="conj")
            for other in own:
                yield replace(other, head=second.head)


HAVE = frozenset(("has", "have", "had", "having", "'ve", "’ve"))


def passives(tokens: Tokens) -> Iterator[Token]:
    """ "was held", "being bombed": the subject is that of a passive, and "be" its auxiliary."""
    for verb in tokens:
        if verb.pos != "VERB" or verb.tag not in ("VBN", "VBD"):
            continue
        own = children(tokens, verb.i)
        helpers = [t for t in own if t.dep in ("aux", "aux:pass") and t.i < verb.i]
        if helpers and helpers[-1].lower in HAVE and helpers[-1].dep == "aux":
            for subject in own:  # "the RSF has reportedly withdrawn"
                if subject.dep == "nsubj:pass" and verb.tag == "VBN":
                    yield replace(subject, dep="nsubj")
        if not helpers or helpers[-1].lower not in BE:
            continue
        if helpers[-1].dep != "aux:pass":
            yield replace(helpers[-1], dep="aux:pass")
        for subject in own:
            if subject.dep in ("nsubj", "csubj"):
                yield replace(subject, dep=subject.dep + ":pass")


def hyphenated(tokens: Tokens) -> Iterator[Token]:
    """ "And Turkish-backed factions": a hyphenated participle before a noun describes it and is no verb."""
    for token in tokens:
        if (
            "-" not in token.text
            or token.name is not None
            or token.pos != "VERB"
            or token.i + 1 == len(tokens)
        ):
            continue
        noun = next((t for t in tokens[token.i + 1 :] if t.pos not in ("ADJ", "PROPN", "ADV")), tokens[-1])
        if noun.pos != "NOUN" or noun.head != token.i or has(tokens, token.i, *SUBJECTS, "aux", "aux:pass"):
            continue
        root = token.head == token.i
        yield replace(noun, head=noun.i if root else token.head, dep=token.dep)
        yield replace(token, head=noun.i, dep="amod", tag="VBN")
        for other in children(tokens, token.i):
            if other.i != noun.i:
                yield replace(other, head=noun.i)


def agents(tokens: Tokens) -> Iterator[Token]:
    """ "Backed by Iran": with a passive verb, "by" names who acts."""
    for token in tokens:
        verb = tokens[token.head]
        if (
            token.dep == "obl"
            and token.i > verb.i
            and verb.tag in ("VBN", "VBD")
            and not _is_time(tokens, token)
        ):
            passive = is_passive(tokens, verb.i) or verb.dep == "acl"
            if passive and preposition(tokens, token.i) == "by":
                yield replace(token, dep="obl:agent")


def times_taken_for_agents(tokens: Tokens) -> Iterator[Token]:
    """ "Pushed back by Wednesday morning": no agent."""
    for token in tokens:
        if token.dep == "obl:agent" and _is_time(tokens, token):
            yield replace(token, dep="obl")


def _is_time(tokens: Tokens, token: Token) -> bool:
    return is_time(token) and not has(tokens, token.i, "nmod:poss")


def deeds_by(tokens: Tokens) -> Iterator[Token]:
    """ "Condemned the attack by rebels": behind an active verb's object, "by" names who did the deed."""
    for token in tokens:
        verb = tokens[token.head]
        if token.dep not in ("obl", "obl:agent") or verb.pos != "VERB" or is_passive(tokens, verb.i):
            continue
        case = next((t for t in children(tokens, token.i) if t.dep == "case"), None)
        if case is None or case.lower != "by" or case.i == 0 or _is_time(tokens, token):
            continue
        deed = tokens[case.i - 1]
        is_deed = deed.lemma in DEEDS or deed.lemma.endswith(DEED_ENDINGS)
        if deed.dep == "obj" and deed.head == verb.i and is_deed and token.pos in ("PROPN", "NOUN"):
            yield replace(token, head=deed.i, dep="nmod")


def far_agents(tokens: Tokens) -> Iterator[Token]:
    """ "Weapons were supplied to the rebels by France": France supplied, it is not the rebels' France."""
    for token in tokens:
        noun = tokens[token.head]
        verb = tokens[noun.head]
        if token.dep != "nmod" or noun.i > token.i or verb.i > noun.i or verb.tag not in ("VBN", "VBD"):
            continue
        if (
            noun.dep not in ("obl", "obj", "xcomp")
            or noun.lemma in DEEDS
            or noun.lemma.endswith(DEED_ENDINGS)
        ):
            continue
        if (
            preposition(tokens, token.i) != "by"
            or has(tokens, verb.i, "obl:agent")
            or _is_time(tokens, token)
        ):
            continue
        if is_passive(tokens, verb.i) or verb.dep == "acl":
            yield replace(token, head=verb.i, dep="obl:agent")


def adverbs_taken_for_nouns(tokens: Tokens) -> Iterator[Token]:
    """ "Syrian rebels briefly captured", "an analyst meanwhile said": the noun before an adverb is the subject."""
    for adverb in tokens[1:]:
        if adverb.dep not in ("nsubj", "nsubj:pass") or adverb.head <= adverb.i:
            continue
        before = tokens[adverb.i - 1]
        in_ly = adverb.lower.endswith("ly") and adverb.lower not in NOUNS_IN_LY
        is_adverb = adverb.name is None and (in_ly or adverb.lower in NEVER_NOUNS)
        if not is_adverb or before.head != adverb.i or before.pos not in ("NOUN", "PROPN"):
            continue
        yield replace(adverb, dep="advmod", tag="RB", pos="ADV", lemma=adverb.lower)
        yield replace(before, head=adverb.head, dep=adverb.dep)
        for token in children(tokens, adverb.i):
            if token.i != before.i:
                yield replace(token, head=before.i if token.i < adverb.i else adverb.head)
