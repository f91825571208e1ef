"""Whose fighters, forces and groups are meant: who owns them, whom they are loyal to, who was called so before."""

from __future__ import annotations

from kg.extract.references.entities import collective, fighters, forces_of_country, noun_of, plural
from kg.extract.references.going_back import BANDS, RECENT
from kg.extract.references.mentions import spoken_of_before
from kg.extract.references.modifiers import own_modifiers
from kg.extract.references.phrases import compounds_before, is_definite_noun, mention_of, modifiers, noun_at
from kg.extract.references.restricted import of_allegiance
from kg.extract.references.state import PLACES, Reading
from kg.identifiers import local_name
from kg.records import Argument, Entity

SEVERAL = ("groups", "militias", "factions", "brigades")
RULERS = ("president", "king", "prime minister", "emir", "sultan", "supreme leader")


def group_behind(r: Reading, i: int) -> Entity | None:
    """The named group in "fighters of HTS", "militants from ISIL"."""
    for k in r.tree.kids(i, "nmod"):
        if r.tree.case(k) in (("of",), ("from",), ("with",)) and r.tree.name(k) is not None:
            argument = r.argument(k, "any")
            if argument is not None:
                return argument.entity
    return None


def sent_from(r: Reading, i: int) -> str | None:
    """The country in "backed by troops from Eritrea"; not in "withdrew troops from Eritrea"."""
    tokens = r.tree.tokens
    if i + 2 >= len(tokens) or tokens[i + 1].lower != "from" or tokens[i].dep in ("obj", "nsubj:pass"):
        return None
    name = r.tree.name(tokens[i + 1].head)
    entity = r.entity(name, "any", tokens[i + 1].head) if name is not None else None
    return entity.country if entity is not None and entity.type == "State" else None


def countries_behind(r: Reading, i: int) -> set[str | None] | None:
    """The countries of the places that a phrase behind people names; None where it names none."""
    tree = r.tree
    phrases = [k for k in tree.kids(i, "nmod") if k > i and tree.case(k) in (("in",), ("from",))]
    if not phrases and i + 2 < len(tree.tokens) and tree.tokens[i + 1].lower == "from":
        phrases = [tree.tokens[i + 1].head]  # hung on the verb: "killed citizens from Jordan and Iraq"
    named = [c for k in phrases for c in tree.conjuncts(k) if tree.name(c) is not None]
    places = [a for k in named if (a := r.argument(k, "place")) is not None and a.entity.type in PLACES]
    return {a.entity.country for a in places} if places else None


def coalition_before(r: Reading, i: int) -> Entity | None:
    """The coalition in "coalition forces"."""
    for k in modifiers(r, i):
        if r.tree.tokens[k].lower == "coalition" and r.tree.name(k) is None:
            found = r.argument(k, "actor")
            if found is not None:
                return found.entity
    return None


def loyal_to(r: Reading, i: int) -> Entity | None:
    """ "Troops loyal to Assad", "forces backing the president": those of the country he rules, else his."""
    tree = r.tree
    whom: list[int] = []
    for k in tree.kids(i, "amod", "acl", "acl:relcl"):
        if tree.tokens[k].lemma == "loyal":
            whom += [o for o in tree.kids(k, "obl", "nmod") if tree.case(o) == ("to",)]
        elif k > i and tree.tokens[k].lemma in ("back", "support") and tree.tokens[k].tag == "VBG":
            whom += tree.kids(k, "obj")
    if tree.tokens[i].head == i + 1 and tree.tokens[i + 1].lemma == "loyal":  # "fighters [are] loyal to"
        whom += [o for o in tree.kids(i + 1, "obl", "nmod") if tree.case(o) == ("to",)]
    for k in whom:
        found = r.argument(k, "actor")
        if found is None:
            return collective(r, plural(tree.tokens[i].lemma), None, plain=True)
        entity = found.entity
        if entity.type in ("State", "Government", "ArmedForces"):
            noun = noun_at(r, i)[0]
            is_army = noun is not None and noun.kind == "forces" and r.theatre in (None, entity.country)
            text = mention_of(r, i, i)[0]
            return forces_of_country(r, entity.country) if is_army else of_allegiance(r, i, text)
        return _forces_under(r, entity)
    return None


def forces_of_owner(r: Reading, names: list[tuple[int, Entity, bool]]) -> Entity | None:
    """ "Saleh's forces", "the defence ministry said its troops": a person's, a ministry's country's."""
    for k, entity, is_possessor in names:
        if is_possessor and entity.type == "Person":
            is_ours = r.tree.tokens[k].lower == "our"  # the speaker's country's
            return forces_of_country(r, entity.country) if is_ours else _forces_under(r, entity)
        if is_possessor and entity.type == "Government" and entity.country is None:
            label = f"{entity.label} forces"  # "the eastern government's forces"
            return Entity(local_name(f"{entity.id}-forces"), label, "Collective", None)
        if is_possessor and entity.type == "Organisation" and "ministry" in entity.label.lower():
            return forces_of_country(r, entity.country)
    return None


def _forces_under(r: Reading, leader: Entity) -> Entity:
    """The forces of the country that somebody rules; else a Collective called after the leader."""
    forces = (
        forces_of_country(r, leader.country)
        if leader.type == "Person" and _rules_a_state(r, leader)
        else None
    )
    label = f"{leader.label}'s forces"
    return forces or Entity(local_name(label), label, "Collective", None)


def _rules_a_state(r: Reading, person: Entity) -> bool:
    """Whether the dictionary knows a person as president, king or prime minister at the time of the article."""
    entry = r.known.lexicon.entries.get(person.id)
    published = r.known.document.published or ""
    return entry is not None and any(
        role.of in r.known.lexicon.states.values()
        and role.position in RULERS
        and not (published and role.is_over(published))
        for role in entry.roles
    )


def sender_of(r: Reading, i: int) -> Entity | None:
    """Whose troops are sent: "Turkey sent troops"."""
    token = r.tree.tokens[i]
    if token.dep != "obj" or r.tree.tokens[token.head].lemma not in r.known.words.grammar["sending_verbs"]:
        return None
    for k in r.tree.kids(token.head, "nsubj"):
        found = r.argument(k, "actor")
        if found is not None and found.entity.type in ("State", "Government"):
            return forces_of_country(r, found.entity.country)
    return None


def is_backed_by_theatre(r: Reading, i: int) -> bool:
    """Whether the country that the article is about arms or backs them: "Turkey armed rebels" are not its own."""
    token = r.tree.tokens[i]
    if token.dep != "obj" or r.tree.tokens[token.head].lemma not in r.known.words.grammar["backing_verbs"]:
        return False
    backers = (r.argument(k, "actor") for k in r.tree.kids(token.head, "nsubj"))
    return any(a is not None and a.entity.country == r.theatre for a in backers)


def belongs_to_unknown(r: Reading, i: int) -> bool:
    """Whether a noun is somebody's whom nothing tells: "their fighters" of an unknown "they"."""
    return any(
        r.tree.tokens[k].pos == "PRON" and r.argument(k, "actor") is None for k in r.tree.kids(i, "nmod:poss")
    )


def _only_band(r: Reading, i: int) -> Entity | None:
    """ "The insurgents" after "the Taliban": the one armed group spoken of lately, when it is called such."""
    tree = r.tree
    token = tree.tokens[i]
    if not any(tree.tokens[k].lower == "the" for k in tree.kids(i, "det")) or len(modifiers(r, i)) > 1:
        return None
    here = tree.sentence.index
    near = [s.argument.entity for s in spoken_of_before(r, i) if here - s.sentence <= RECENT]
    bands = {e.id: e for e in near if e.type == "ArmedGroup"}
    crowds = [e for e in near if e.type == "Collective" and noun_of(e.label) in fighters(r)]
    if token.lower not in r.known.words.grammar["vague_fighters"]:
        crowds = [e for e in crowds if noun_of(e.label) == token.lower]
    if len(bands) != 1 or crowds:
        return None
    entity = next(iter(bands.values()))
    entry = r.known.lexicon.entries.get(entity.id)
    heads = {word for head in (entry.heads if entry else ()) for word in head.split()[-1:]}
    return entity if {token.lower, token.lemma} & heads or token.lower == "fighters" else None


def backed_band(r: Reading, i: int) -> Entity | None:
    """ "The Iran-backed group" after "Hezbollah": the one armed group spoken of lately."""
    tree = r.tree
    token, here = tree.tokens[i], tree.sentence.index
    is_the = any(tree.tokens[k].lower == "the" for k in tree.kids(i, "det"))
    if not is_the or token.lemma not in BANDS or own_modifiers(tree, i) or here - r.memory.strange <= RECENT:
        return None
    near = [s.argument.entity for s in spoken_of_before(r, i) if here - s.sentence <= RECENT]
    crowds = [e for e in near if e.type == "Collective" and noun_of(e.label) in (*fighters(r), *SEVERAL)]
    said = {tree.tokens[k].lower for k, _ in compounds_before(r, i)}
    same = {e.id: e for e in crowds if e.label.split()[0].lower() in said}
    if len(same) == 1 and len(crowds) == 1:
        return crowds[0]  # "the ISIS-linked group" after "ISIS-linked gunmen"
    bands = {e.id: e for e in near if e.type in ("ArmedGroup", "Organisation")}
    found = next(iter(bands.values()), None)
    if found is None or len(bands) > 1 or crowds or found.type != "ArmedGroup" or _is_elsewhere(r, i, found):
        return None
    return found


def _is_elsewhere(r: Reading, i: int, band: Entity) -> bool:
    """Whether a group is said to be based in another country than the one spoken of: "the Tripoli-based militia"."""
    bases = [c for _, c in compounds_before(r, i) if c.lemma == "base"]
    lexicon = r.known.lexicon
    countries = {lexicon.entries[s.entry_id].country for c in bases for s in lexicon.senses(c.first)} - {None}
    return band.country is not None and bool(countries) and band.country not in countries


def force_of_people(r: Reading, i: int) -> Entity | None:
    """ "The men and women of the U.S. military" are that force."""
    tree = r.tree
    several = tree.conjuncts(tree.head_of_conjuncts(i))
    if not all(tree.tokens[k].lower in ("men", "women") for k in several):
        return None
    of = [n for k in several for n in tree.kids(k, "nmod") if tree.case(n) == ("of",)]
    whose = [a.entity for n in of if (a := r.argument(n, "actor")) is not None]
    return next((e for e in whose if e.type in ("ArmedForces", "ArmedGroup")), None)


def consists_of_fighters(r: Reading, i: int) -> bool:
    """Whether a noun for groups only tells how fighters come: "small groups of Taliban fighters"."""
    tree = r.tree
    of = [k for k in tree.kids(i, "nmod") if tree.case(k) == ("of",)]
    nouns = [r.known.words.nouns.get(tree.tokens[k].text.split()[-1].removesuffix("s")) for k in of]
    return any(noun is not None and noun.kind in ("fighters", "forces", "people") for noun in nouns)


def named_so(r: Reading, i: int) -> Argument | None:
    """ "The rebels" after "Houthi rebels": the named group that this article called so."""
    if not is_definite_noun(r, i):
        return None
    band = _only_band(r, i)
    if band is not None:
        token = r.tree.tokens[i]
        return Argument(band, token.text, token.start, token.end)
    word = r.tree.tokens[i].lower
    found = {
        s.argument.entity.id: s.argument
        for s in r.memory.history
        if s.argument.entity.type == "ArmedGroup" and s.argument.mention.lower().endswith(" " + word)
    }
    return next(iter(found.values())) if len(found) == 1 else None
