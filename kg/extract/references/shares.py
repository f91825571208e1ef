"""Phrases for several or for a part: "most of", "the western half of", "groups such as", "the navies of A and B"."""

from __future__ import annotations

from kg.english.closed import COMPASS
from kg.extract.grammar.compounds import sides
from kg.extract.references.entities import entity_of, forces_of_country
from kg.extract.references.met import met_before
from kg.extract.references.parts import _side
from kg.extract.references.phrases import (
    direction_of,
    is_definite_noun,
    noun_at,
    words_between,
)
from kg.extract.references.spokesmen import sent_by
from kg.extract.references.state import PLACES, Reading
from kg.identifiers import local_name
from kg.records import Argument, Entity, Name
from kg.rules.words import Noun

# "Groups such as Hezbollah"
INSTANCES = (("such", "as"), ("like",), ("including",))
SENDING = ("State", "Government", "ArmedGroup", "Organisation", "ArmedForces")
QUARTERS = COMPASS | {"north-east", "north-west", "south-east", "south-west"}


def _lacks_noun(r: Reading, i: int) -> bool:
    """Whether a demonym shares the noun of the next: Sudanese in "Sudanese and Ethiopian troops"."""
    tokens = r.tree.tokens
    name = r.tree.name(i) if i + 2 < len(tokens) and tokens[i + 1].lower == "and" else None
    if name is None or not name.senses or not _tells_whose(r, i, name):
        return False
    second = r.tree.name(i + 2)
    noun = (
        None if second is None else r.known.words.nouns.get(tokens[i + 2].lower.split()[-1].removesuffix("s"))
    )
    return noun is not None and noun.kind == "forces" and " " in tokens[i + 2].text


def _lacks_other_noun(r: Reading, i: int) -> bool:
    """Whether a demonym shares a noun that is of no forces: Tajik in "Tajik and Kyrgyz border guards"."""
    tokens, tree = r.tree.tokens, r.tree
    name = tree.name(i) if i + 3 < len(tokens) and tokens[i + 1].lower == "and" else None
    second = tree.name(i + 2) if name is not None else None
    if name is None or second is None or not name.senses or not second.senses:
        return False
    both = name.senses[0][1] == "demonym" and second.senses[0][1] == "demonym"
    shared = [tokens[k] for k in tree.kids(i, "conj") if k > i + 2 and tokens[k].tag == "NNS"]
    return both and any(i + 2 in tree.subtree(noun.i) for noun in shared)


def _tells_whose(r: Reading, i: int, name: Name) -> bool:
    """Whether a name tells whose the noun behind it is: "the Russian", "US", but not "the US and Iraqi forces"."""
    articles = [r.tree.tokens[k].lower for k in r.tree.kids(i, "det")]
    if name.senses[0][1] == "demonym":
        return articles in ([], ["the"])
    entry = r.known.lexicon.entries[name.senses[0][0]]
    return not articles and entry.type == "State" and name.text.replace(".", "").isupper()


def _armies(r: Reading, demonyms: list[int]) -> tuple[Argument, ...]:
    return _of_each(r, Noun("forces"), demonyms) if demonyms else ()


def _states_sending(r: Reading, i: int) -> list[int]:
    """The states of "the foreign ministers of Iran and Egypt", which meet, agree and accuse through them."""
    states = sent_by(r.tree, i, r.known.words)
    sent = [r.argument(k, "actor") for k in states]
    return states if all(a is not None and a.entity.type in SENDING for a in sent) else []


def _listed(r: Reading, i: int) -> list[int]:
    """The names that a noun announces: Russia and Iran in "Syria's backers, Russia and Iran, met"."""
    tokens = r.tree.tokens
    is_common = tokens[i].tag == "NNS" and tokens[i].name is None
    if not is_common or not (is_definite_noun(r, i) or r.tree.kids(i, "nmod:poss")):
        return []
    named = r.tree.conjuncts(i)[1:] or [c for k in r.tree.kids(i, "appos") for c in r.tree.conjuncts(k)]
    if (
        len(named) < 2
        or any(r.tree.name(k) is None for k in named)
        or tokens[named[0] - 1].text not in (",", ":")
    ):
        return []
    is_closed = named[-1] + 1 < len(tokens) and tokens[named[-1] + 1].text in (",", ".")
    return named if is_closed else []


def of_partitive(r: Reading, i: int, want: str) -> tuple[Argument, ...]:
    """The entities of one phrase: itself, or what "hundreds of", "most of" takes a share of."""
    tree = r.tree
    token = tree.tokens[i]
    is_plural = token.tag == "NNS"
    if is_plural and (told := _told_of_plural(r, i, want)):
        return told
    own = r.argument(i, want)
    if own is not None:
        return (own,)
    if is_plural and (told := _group_of_members(r, i) or _instances(r, i, want)):
        return told
    if token.lemma in QUARTERS:
        before = [k for k in tree.kids(i, "compound", "nmod") if k == i - 1 and tree.name(k) is not None]
        if before or not tree.kids(i, "det"):  # "the Sahel south of the Sahara": a landmark
            return tuple(a for k in before if (a := r.argument(k, want)))
    is_share = token.lemma in r.known.words.grammar["partitives"] or token.lemma in QUARTERS
    if is_share or token.pos in ("NUM", "DET"):
        noun = r.known.words.nouns.get(token.lemma)
        is_land = noun is not None and noun.kind == "place"  # "the centre of Aleppo", not "of Hamas"
        for k in tree.kids(i, "nmod", "obl"):
            if tree.case(k)[:1] in (("of",), ("from",), ("among",)):
                whole = _shared(r, i, r.arguments(k, want))
                return tuple(a for a in whole if not is_land or a.entity.type in PLACES)
    if token.pos != "PROPN" and (parts := sides(token.text)):
        return tuple(a for part, at in parts if (a := _side(r, part, token.start + at)))
    return ()


def _told_of_plural(r: Reading, i: int, want: str) -> tuple[Argument, ...]:
    """Who a plural is where other words tell: "the navies of A and B", "powers, including Egypt"."""
    return _of_several(r, i) or met_before(r, i) or _spelt_out(r, i, want) or _people_of_force(r, i)


def _people_of_force(r: Reading, i: int) -> tuple[Argument, ...]:
    """The force of its own people: "the men and women of the U.S. military"; not "the women of Homs"."""
    if r.tree.tokens[i].lemma not in ("man", "woman"):
        return ()
    of = [
        k
        for c in r.tree.conjuncts(r.tree.head_of_conjuncts(i))
        for k in r.tree.kids(c, "nmod")
        if r.tree.case(k) == ("of",)
    ]
    found = [a for k in of if r.tree.name(k) is not None for a in r.arguments(k, "actor")]
    return tuple(a for a in found if a.entity.type in ("ArmedForces", "ArmedGroup"))


def _group_of_members(r: Reading, i: int) -> tuple[Argument, ...]:
    """The group named right before its members: "ISIL members", "YPG units"."""
    token = r.tree.tokens[i]
    if token.lemma not in r.known.words.grammar["partitives"] or i == 0:
        return ()
    if r.tree.name(i - 1) is None or r.tree.tokens[i - 1].dep != "compound":
        return ()
    group = r.argument(i - 1, "actor")
    if group is None or group.entity.type not in ("ArmedGroup", "ArmedForces"):
        return ()
    return (Argument(group.entity, words_between(r, group.start, token.end), group.start, token.end),)


def _instances(r: Reading, i: int, want: str) -> tuple[Argument, ...]:
    """Those of a plural whom the text names: "groups such as Hezbollah"."""
    named = [k for k in r.tree.kids(i, "nmod") if r.tree.case(k) in INSTANCES]
    return tuple(a for k in named for a in r.arguments(k, want))


def _spelt_out(r: Reading, i: int, want: str) -> tuple[Argument, ...]:
    """Those who stand for a plural: "powers, including Egypt and Turkey", "three groups: A, B and C"."""
    tree, token = r.tree, r.tree.tokens[i]
    if tree.name(i) is not None:
        return ()
    named = [k for k in tree.kids(i, "appos") if k > i and tree.name(k) is not None]
    if behind_colon := [k for k in named if tree.tokens[tree.phrase_start(k) - 1].text == ":"]:
        return tuple(a for k in behind_colon for a in r.arguments(k, want))
    noun = r.known.words.nouns.get(token.lemma)
    if noun is None or not noun.plain or want == "place":
        return ()
    told = _instances(r, i, want)
    return told if all(a.entity.type in ("State", "Organisation", "ArmedGroup") for a in told) else ()


def _is_some_member(r: Reading, i: int) -> bool:
    """ "No other member of the United Nations", "few members of the European Union": not the union itself."""
    tree, token = r.tree, r.tree.tokens[i]
    if token.lemma != "member" or token.dep != "nsubj" or tree.kids(i, "nummod", "compound"):
        return False
    before = {tree.tokens[k].lower for k in tree.kids(i, "det", "amod", "advmod") if k < i}
    return token.tag == "NN" or bool(before - {"the", "all"})


def _shared(r: Reading, i: int, whole: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """ "The western half of Aleppo" is western Aleppo; other shares count as the whole."""
    if _is_some_member(r, i) and all(a.entity.type == "Organisation" for a in whole):
        return ()
    direction = direction_of(r, i)
    if direction is None or len(whole) != 1 or whole[0].entity.type not in ("Place", "State"):
        return whole
    label = f"{r.tree.tokens[direction].lower} {whole[0].entity.label}"
    start, end = r.tree.tokens[direction].start, whole[0].end
    return (
        Argument(
            Entity(local_name(label), label, "Place", whole[0].entity.country),
            words_between(r, start, end),
            start,
            end,
        ),
    )


def _of_several(r: Reading, i: int) -> tuple[Argument, ...]:
    """ "The navies of China and India": the forces or governments of each country."""
    tree = r.tree
    noun = noun_at(r, i)[0]
    if noun is None or noun.kind not in ("forces", "government"):
        return ()
    for k in tree.kids(i, "nmod"):
        if tree.case(k) == ("of",):
            return _of_each(r, noun, tree.conjuncts(k))
    following = tree.tokens[i + 1] if i + 1 < len(tree.tokens) else None
    if following is not None and following.lower == "from" and len(tree.conjuncts(following.head)) > 1:
        several = _of_each(r, noun, tree.conjuncts(following.head))  # "troops from Mali, Niger and Chad"
        return several if len(several) == len(tree.conjuncts(following.head)) else ()
    before = [c for k in tree.kids(i, "amod") if tree.name(k) is not None for c in tree.conjuncts(k)]
    if len(before) < 2:
        return ()
    several = _of_each(r, noun, before)  # "the Sudanese and Ethiopian governments"
    return several if len(several) == len(before) else ()


def _of_each(r: Reading, noun: Noun, tokens: list[int]) -> tuple[Argument, ...]:
    """The forces or governments of the states among these tokens."""
    found = []
    for k in tokens:
        state = r.argument(k, "actor")
        if state is None or state.entity.type != "State" or not state.entity.country:
            continue
        country = state.entity.country
        is_force = noun.kind == "forces"
        entity = forces_of_country(r, country) if is_force else entity_of(r.known.lexicon.government(country))
        if entity is not None:
            found.append(Argument(entity, state.mention, state.start, state.end))
    return tuple(found)


def members(r: Reading, i: int) -> list[int]:
    """The nouns that a phrase consists of: those it announces or speaks for, else those coordinated with it."""
    return _listed(r, i) or _states_sending(r, i) or r.tree.conjuncts(i)


def of_member(r: Reading, k: int, want: str) -> tuple[Argument, ...]:
    """The entities of one of several nouns; with it those demonyms that share it: "Sudanese and Ethiopian troops"."""
    if want == "place" or "and" not in r.tree.words:
        return of_partitive(r, k, want)
    if _lacks_other_noun(r, k):
        return ()
    first = [n for n in (*r.tree.kids(k, "amod"), k) if _lacks_noun(r, n)]
    own = () if k in first else of_partitive(r, k, want)
    return (*_armies(r, first), *_states_beside(r, k, own), *own)


def _states_beside(r: Reading, k: int, own: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """India in "Indian and Pakistani officials", where these stand for their states."""
    if len(own) != 1 or own[0].entity.type != "State" or k < 2 or " " not in r.tree.tokens[k].text:
        return ()
    name = r.tree.name(k - 2) if r.tree.tokens[k - 1].lower == "and" else None
    if name is None or not name.senses or name.senses[0][1] != "demonym" or r.tree.tokens[k - 2].head != k:
        return ()
    other = r.argument(k - 2, "actor")
    return (other,) if other is not None and other.entity.type == "State" else ()
