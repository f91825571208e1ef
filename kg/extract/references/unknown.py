"""What a name that no dictionary knows stands for, by the words beside it."""

from __future__ import annotations

from functools import partial

from kg.extract.references.contexts import kind_by_frame
from kg.extract.references.phrases import noun_at
from kg.extract.references.state import Reading
from kg.identifiers import local_name
from kg.records import Entity, Name
from kg.rules.lexicon import normalise

OTHER_PLACES = frozenset(("capital", "port", "island", "country", "nation", "enclave", "camp"))
# Capitalised words that name nobody by themselves: "State TV", "the Agency".
GENERIC = frozenset(
    ("tv", "television", "radio", "news", "media", "press", "agency", "office", "team", "mission", "task",
     "defence", "defense", "service", "services", "staff", "declaration", "statement", "army", "military",
     "navy", "force", "forces", "group", "movement", "front", "command", "unit", "division", "brigade",
     "battalion", "regiment", "corps", "squadron", "fleet", "platoon", "legion", "militia", "ministry",
     "department", "committee", "council", "commission", "party", "union", "court", "parliament", "assembly",
     "senate", "authority", "coalition", "administration", "alliance", "observatory", "bureau", "embassy",
     "consulate", "airport", "hospital", "city", "province", "district", "directorate", "cabinet", "network",
     "agreement", "treaty", "state", "region", "governorate", "town", "county", "valley", "border", "river", "street",
     "square", "camp", "highway", "road", "crossing", "peninsula", "cathedral", "mosque", "base", "bridge", "port",
     "battle", "siege", "massacre", "uprising", "intifada",
     "armed forces", "security forces", "defence forces", "defense forces", "general staff")
)  # fmt: skip
FORCES = ("ArmedForces", "ArmedGroup", "Collective")
OF_OFFICES = (("of",), ("for",), ("to",), ("in",), ("at",), ("on",))
APPOINTING = frozenset(
    "appoint name elect nominate reappoint restore reinstate designate dismiss sack replace remove".split()
)
PUBLISHING = ("report", "quote", "cite", "publish", "document", "reveal")


def unknown_name(r: Reading, name: Name, i: int | None) -> Entity | None:
    if name.text.endswith(" Flight"):
        return None  # "the crash site of Metrojet Flight 9268"
    if name.text.lower() in GENERIC or name.text.lower() in r.known.words.grammar["deadly_acronyms"]:
        return None
    guess = None if name.kind == "Person" and _is_settlement(r, i) else name.kind
    kind = guess or r.memory.named.get(normalise(name.text)) or _kind_in_context(r, i)
    if kind is None and i is not None:
        kind = kind_by_frame(r.tree, i, r.known.words.grammar, partial(_is_force, r), partial(is_foe, r))
        if kind is not None:
            r.memory.named[normalise(name.text)] = kind  # so it is called from here on
    if kind is None or kind in ("Other", "Operation"):
        return None
    label = name.canonical or name.text
    if name.within is not None and label[0].isdigit():
        label = f"{label}, {name.within.text}"  # there are many a "3rd Battalion"
    local = local_name(label)
    if local in r.known.lexicon.entries:
        local = f"{local}-{kind.lower()}"
    return Entity(local, label, kind, _country_around(r, name) if kind == "Place" else None)


def _country_around(r: Reading, name: Name) -> str | None:
    """The country of the place behind a name: "Owo, Ondo State, Nigeria"."""
    return next((r.known.lexicon.entries[entry].country for entry, _ in name.told_by), None)


def _is_settlement(r: Reading, i: int | None) -> bool:
    """Whether a town is called after somebody: "the district of Mariam Bek"."""
    if i is None or r.tree.case(i) != ("of",) or r.tree.tokens[i].dep != "nmod":
        return False
    return is_place_noun(r, r.tree.tokens[i].head)


def is_place_noun(r: Reading, i: int) -> bool:
    """Whether token i is a noun for a place that bears a name."""
    lemma = r.tree.tokens[i].lemma
    return lemma in OTHER_PLACES or lemma in r.known.words.places.behind_names


def _is_force(r: Reading, i: int) -> bool:
    """Whether a token stands for soldiers or fighters."""
    found = r.argument(i, "actor")
    return found is not None and found.entity.type in FORCES


def is_foe(r: Reading, i: int) -> bool:
    """Whether a token stands for soldiers or fighters, or for a place that they may fight for."""
    noun = noun_at(r, i)[0]
    if noun is not None and noun.kind in ("fighters", "forces"):
        return True
    found = r.argument(i, "any")
    return found is not None and found.entity.type in (*FORCES, "Place", "Facility")


def _kind_in_context(r: Reading, i: int | None) -> str | None:
    """The class that grammar gives an unknown name: speakers are people, what "in" governs is a place."""
    if i is None:
        return None
    tree = r.tree
    token = tree.tokens[i]
    head = tree.tokens[token.head]
    if (name := tree.name(i)) is not None and name.within is not None:
        return "Place"  # "Gao, Mali"
    if token.dep == "nsubj" and head.lemma in r.known.words.grammar["reporting_verbs"] and head.pos == "VERB":
        is_told = head.lemma not in PUBLISHING  # newspapers do so, too
        return "Person" if " " in token.text and is_told else None
    if token.dep in ("obj", "nsubj:pass") and head.lemma in r.known.words.grammar["done_to_persons"]:
        if " " not in token.text or name is None:
            return None
        r.memory.named[normalise(name.text)] = "Person"  # "X Y was sentenced to death"
        return "Person"
    case = tree.case(i)
    if case and case[-1] in ("in", "near", "outside") and token.dep in ("obl", "nmod"):
        return "Place"
    if token.dep == "compound" and head.tag == "NN" and head.i == i + 1 and is_place_noun(r, head.i):
        return "Place"
    described = _description_beside(r, i)
    if described is not None:
        noun = noun_at(r, described)[0]
        if noun is None and r.known.words.offices.kind(tree.tokens[described].lower) and " " in token.text:
            return "Person"  # "the chairman of the OSCE, Ivica Dacic"
        if tree.tokens[described].lemma == "state" and token.dep == "nmod":
            return "Place"  # "the Indian state of X"
        if noun is not None:
            return {"person": "Person", "people": "Person", "fighters": "ArmedGroup", "group": "Organisation",
                    "place": "Place", "facility": "Facility", "forces": "ArmedForces"}.get(noun.kind)  # fmt: skip
    return None


def _description_beside(r: Reading, i: int) -> int | None:
    """The noun in apposition to a name: "X, a radiologist", "the activist X", "the town of X"."""
    tree = r.tree
    for k in tree.kids(i, "appos", "compound", "nmod", "flat"):
        if tree.tokens[k].pos == "NOUN":
            return k
    token = tree.tokens[i]
    if token.dep in ("appos", "flat") and tree.tokens[token.head].pos == "NOUN":
        return token.head
    if (office := _office_beside(r, i)) is not None:
        return office
    if token.dep == "nmod" and tree.case(i) == ("of",) and tree.tokens[token.head].pos == "NOUN":
        noun = noun_at(r, token.head)[0]
        if (noun is not None and noun.kind == "place") or _is_federal_state(r, token.head):
            return token.head
    return None


def _is_federal_state(r: Reading, i: int) -> bool:
    """Whether "state" is for a part of one: "the Indian state of X", "Nigeria's state of X"."""
    before = r.tree.kids(i, "amod", "nmod:poss") if r.tree.tokens[i].lemma == "state" else ()
    return any(r.tree.name(k) is not None for k in before)


def _office_beside(r: Reading, i: int) -> int | None:
    """The office that a name holds: "X is the governor of Homs", "the governor of Homs, X, fled"."""
    tree, token = r.tree, r.tree.tokens[i]
    head = tree.tokens[token.head]
    if " " not in token.text:
        return None
    if (given := _office_given(r, i)) is not None:
        return given
    is_beside = token.dep in ("appos", "nmod:unmarked") or _is_list_of_one(r, i)
    if is_beside and head.dep == "nmod" and tree.case(head.i) in OF_OFFICES:
        head = tree.tokens[head.head]
    elif not (
        (token.dep == "nsubj" and tree.kids(head.i, "cop"))
        or (token.dep == "conj" and head.tag == "NNS" and tree.tokens[head.i + 1].lower == ",")
    ):
        return None
    is_office = head.tag in ("NN", "NNS") and r.known.words.offices.kind(head.lemma) in ("offices", "leads")
    return head.i if is_office else None


def _is_list_of_one(r: Reading, i: int) -> bool:
    """Whether a name between commas is read as a list's second, though no "and" joins them: "the spokesman for
    the commissioner, X, said"."""
    tree, token = r.tree, r.tree.tokens[i]
    if token.dep != "conj" or tree.tokens[i - 1].lower != "," or tree.kids(i, "cc"):
        return False
    following = tree.tokens[i + 1 : i + 2]
    return len(tree.kids(token.head, "conj")) == 1 and bool(following) and following[0].lower == ","


def _office_given(r: Reading, i: int) -> int | None:
    """The office that somebody gets or loses: "restored X as minister", "appointed X prime minister"."""
    tree = r.tree
    token = tree.tokens[i]
    office = tree.tokens[token.head]
    verb = tree.tokens[office.head] if token.dep == "compound" and office.i > i else office
    if verb.lemma not in APPOINTING or token.dep not in ("compound", "obj", "nsubj:pass"):
        return None
    offices = [office.i] if verb is not office else tree.kids(verb.i, "obl", "xcomp", "obj")
    kind = r.known.words.offices.kind
    return next((k for k in offices if k != i and kind(tree.tokens[k].lower) in ("offices", "leads")), None)
