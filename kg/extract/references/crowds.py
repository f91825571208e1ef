"""Groups without a name, by their noun, side and country: "rebels", "Syrian soldiers", "the regime", "civilians"."""

from __future__ import annotations

from kg.extract.references.crowd import NATIONS, Crowd
from kg.extract.references.crowd_forces import forces_meant
from kg.extract.references.entities import (
    at_war,
    collective,
    entity_of,
    forces_of_country,
    lowered,
    noun_of,
    plural,
)
from kg.extract.references.going_back import BANDS, back_reference, is_strange
from kg.extract.references.mentions import by_description, described_before
from kg.extract.references.modifiers import own_modifiers
from kg.extract.references.owners import (
    backed_band,
    belongs_to_unknown,
    consists_of_fighters,
    countries_behind,
    force_of_people,
    group_behind,
    is_backed_by_theatre,
    sent_from,
)
from kg.extract.references.phrases import (
    compounds_before,
    is_definite_noun,
    is_demonym,
    modifiers,
    name_behind,
    named_modifiers,
    names_before,
    noun_at,
)
from kg.extract.references.restricted import (
    called_by_name,
    of_allegiance,
    only_coalition,
)
from kg.extract.references.rivals import is_rival
from kg.extract.references.scene import country_of_crowd
from kg.extract.references.state import Reading
from kg.records import Entity
from kg.rules.words import Noun

# Of these nouns those called so before are meant; "these groups" may be any of several.
OWN_NAMED = ("militia", "faction", "brigade", "gang")
# A modifier of one of these classes tells the country.
OF_COUNTRIES = ("State", "Person", "Government", "Place")
# Such a government rules no country.
LOCAL = frozenset(("regional", "provincial", "local", "municipal", "city", "district"))


# Beside these, sailors are seamen of trade and fishing; beside those, of a navy.
MERCHANT = frozenset(
    """kidnapped abducted hijacked ransom pirates pirate piracy tugboat tugboats tanker tankers freighter freighters
    trawler trawlers cargo merchant fishing ferry carrier crew vessel crewmen""".split()
)
NAVAL = frozenset("navy naval warship warships frigate destroyer cruiser corvette submarine marines".split())


def _side_told(r: Reading, i: int, first: int) -> str | None:
    """The side that a modifier tells: "rebel fighters", "government troops"."""
    sides, tokens = r.known.words.modifiers, r.tree.tokens
    for k in modifiers(r, i):
        if side := sides.get(tokens[k].lower):
            return side
    return next((sides[t.lower] for t in tokens[first:i] if t.lower in sides), None)


def crowd_of_noun(
    r: Reading, i: int, first: int, noun: Noun, text: str, names: list[tuple[int, Entity, bool]]
) -> Entity | None:
    """A group without a name: by its noun, its side and its country."""
    tree = r.tree
    token = tree.tokens[i]
    country = next((e.country for _, e, _ in names if e.country and e.type in OF_COUNTRIES), None)
    if country is None and noun.kind in ("forces", "fighters"):
        country = sent_from(r, i)
    if country is None and noun.kind == "government" and (of := group_behind(r, i)) is not None:
        country = of.country if of.type in ("State", "Person") else None  # "the government of Iraq"
    home = origin = country
    grammar = r.known.words.grammar
    is_foreign = any(tree.tokens[k].lower in grammar["foreign_adjectives"] for k in modifiers(r, i))
    if country is None and not is_foreign:
        home = r.theatre
        is_sent = token.lemma in grammar["sent_people"]
        told = countries_behind(r, i)  # "citizens from Jordan and Iraq", "pirates in the Gulf of Aden"
        if told is None:
            origin = None if is_sent else country_of_crowd(r, is_definite_noun(r, i))
        else:
            origin = next(iter(told)) if len(told) == 1 and not is_sent else None
    if country is None and (belongs_to_unknown(r, i) or is_backed_by_theatre(r, i)):
        home = origin = None
    compounds = [c for _, c in compounds_before(r, i)]
    crowd = Crowd(
        i=i,
        noun=noun,
        text=text,
        side=_side_told(r, i, first),
        country=country,
        home=home,
        origin=origin,
        attitude=next((c for c in compounds if c.kind == "attitude"), None),
        is_foreign=is_foreign,
        is_backed=any(c.kind == "participle" for c in compounds),
        is_plural=token.tag in ("NNS", "NNPS") or noun.kind == "people",
    )
    match "people" if _sails_for_trade(r, i) else noun.kind:
        case "fighters":
            return _fighters_of(r, crowd)
        case "forces" | "vehicle":
            return forces_meant(r, crowd)
        case "government":
            return _government_of(r, crowd)
        case "people":
            return _people_of(r, crowd)
        case "group":
            return _group_described(r, crowd)
    return None


def _sails_for_trade(r: Reading, i: int) -> bool:
    """Whether sailors are of no navy: those of a tugboat, those taken by pirates."""
    is_sailor = r.tree.tokens[i].lemma.lower() == "sailor"
    return is_sailor and not r.tree.words.isdisjoint(MERCHANT) and r.tree.words.isdisjoint(NAVAL)


def _fighters_of(r: Reading, crowd: Crowd) -> Entity | None:
    """ "Rebels", "Iran-backed militants"; a single fighter stands for no group."""
    if crowd.side == "government":
        return forces_of_country(r, crowd.home)
    if crowd.is_backed:
        return collective(r, crowd.text, crowd.country, plain=True)
    if crowd.attitude is not None and crowd.attitude.lemma == "pro" and crowd.is_plural:
        return collective(r, lowered(r, crowd.text), crowd.origin, plain=True)
    if crowd.is_plural and any(is_strange(r, k) for k in named_modifiers(r, crowd.i)):
        return collective(r, crowd.text, crowd.country, plain=True)  # "Fano militants"
    is_rebel = crowd.side == "rebels" or (crowd.attitude is not None and crowd.attitude.lemma == "anti")
    head = crowd.noun.label or ("rebels" if is_rebel else plural(r.tree.tokens[crowd.i].lemma))
    return _told(r, crowd, head) if crowd.is_plural or head == "rebels" else None


def _told(r: Reading, crowd: Crowd, head: str) -> Entity:
    """A crowd by its noun: with the country that the text names with it or named with it before, else somewhere."""
    is_mixed = _is_of_several_countries(r, crowd.i)
    if crowd.country is not None and not is_mixed:
        by_state = any(e.type in NATIONS for _, e, _ in names_before(r, crowd.i))  # not "Aleppo's residents"
        return collective(r, head, crowd.country, is_told=by_state)
    if crowd.is_foreign or is_mixed:
        return collective(r, lowered(r, crowd.text), None, plain=True)
    return _called_before(r, crowd.i, head) or collective(r, head, crowd.origin)


def _is_of_several_countries(r: Reading, i: int) -> bool:
    """Whether coordinated demonyms stand before a noun: "Turkish and Iraqi refugees"."""
    return any(is_demonym(r, k) and len(r.tree.conjuncts(k)) > 1 for k in r.tree.kids(i, "amod", "compound"))


def _called_before(r: Reading, i: int, head: str) -> Entity | None:
    """ "The protesters" after "Iraqi protesters": the only ones of that noun whom the article has spoken of."""
    if not is_definite_noun(r, i):
        return None
    found: dict[str, Entity] = {}
    for seen in r.memory.history:
        entity = seen.argument.entity
        if entity.type == "Collective" and noun_of(entity.label) == head:
            found[entity.id] = entity
    return next(iter(found.values())) if len(found) == 1 else None


def _government_of(r: Reading, crowd: Crowd) -> Entity | None:
    """ "The Syrian government", "the regime", "authorities"; a rival one stands for itself."""
    if crowd.noun.label:
        return collective(r, crowd.noun.label, crowd.home)
    if is_rival(r, crowd.i):
        return by_description(r, crowd.text, "Government") if " " in crowd.text else None
    is_one = r.tree.tokens[crowd.i].lemma == "government"  # "local authorities" may be the state's
    if is_one and any(r.tree.tokens[k].lower in LOCAL for k in modifiers(r, crowd.i)):
        return None  # "the Amhara regional government"
    if crowd.country:
        return entity_of(r.known.lexicon.government(crowd.country))
    if not r.theatre:
        return None
    lemma = r.tree.tokens[crowd.i].lemma
    is_ruling = lemma in ("regime", "junta") or (lemma == "government" and is_definite_noun(r, crowd.i))
    if is_ruling or (lemma == "authority" and crowd.is_plural and at_war(r, r.theatre)):
        return entity_of(r.known.lexicon.government(r.theatre))
    return None


def _people_of(r: Reading, crowd: Crowd) -> Entity:
    """ "Civilians", "world powers", "African Union peacekeepers"."""
    if crowd.noun.plain:
        return collective(r, lowered(r, crowd.text), crowd.country, plain=True)
    if (force := force_of_people(r, crowd.i)) is not None:
        return force
    token = r.tree.tokens[crowd.i]
    if token.tag == "NN" and token.lemma in ("family", "tribe", "clan") and " " in crowd.text:
        return collective(r, lowered(r, crowd.text), crowd.country, plain=True)  # one, not all of them
    names = names_before(r, crowd.i) if crowd.country is None else []
    if any(e.type in ("Organisation", "ArmedGroup") for _, e, _ in names):
        return collective(r, crowd.text, None, plain=True)
    return _told(r, crowd, _trade(r, crowd.i))


def _trade(r: Reading, i: int) -> str:
    """The plural of the noun that tells what people are, with the words that belong to it: "aid workers"."""
    tokens = r.tree.tokens
    words = [t.lower for t in tokens[noun_at(r, i)[1] : i]]
    return plural(" ".join([*words, tokens[i].lemma]))


def _group_described(r: Reading, crowd: Crowd) -> Entity | None:
    """ "Iranian-backed militias", "the group", "a naval coalition"."""
    if crowd.side == "rebels" and crowd.is_plural:
        return collective(r, "rebels", crowd.home)
    if crowd.is_backed or crowd.attitude or crowd.country:
        known = backed_band(r, crowd.i) if crowd.is_backed and not crowd.is_plural else None
        return known or collective(r, crowd.text, crowd.country, plain=True)
    if (called := called_by_name(r, crowd.i, crowd.text)) is not None:
        return called
    token = r.tree.tokens[crowd.i]
    is_coalition = token.lemma.lower() == "coalition"
    is_proper = token.text[:1].isupper() and (crowd.i > 0 or not crowd.is_plural)
    if is_coalition or not (is_definite_noun(r, crowd.i) or is_proper):
        return _unnamed_group(r, crowd) or of_allegiance(r, crowd.i, crowd.text)
    numbered = any(r.tree.tokens[k].text[:1].isdigit() for k in modifiers(r, crowd.i))
    if numbered or name_behind(r, crowd.i) or own_modifiers(r.tree, crowd.i):
        return None
    if (
        crowd.is_plural
        and token.lemma in OWN_NAMED
        and (known := _called_before(r, crowd.i, token.lower)) is not None
    ):
        return known
    return back_reference(r, crowd.i, ("ArmedGroup", "Organisation"))


def _unnamed_group(r: Reading, crowd: Crowd) -> Entity | None:
    """Groups that have no name but a description ("a naval coalition"), known to this article only."""
    text, lemma = crowd.text, r.tree.tokens[crowd.i].lemma.lower()
    if lemma != "coalition" and " " not in text:
        return None
    if crowd.is_plural and lemma == "group" and consists_of_fighters(r, crowd.i):
        return None  # "three separate groups of ISIL militants"
    if lemma == "coalition" and " " not in text:
        known = described_before(r, "coalition") or only_coalition(r)
        return known or by_description(r, "coalition", "Organisation")
    return by_description(r, text, "Collective" if crowd.is_plural and lemma in BANDS else "Organisation")
