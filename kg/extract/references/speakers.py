"""Whom a phrase for a speaker or a statement means: "a Pentagon official", "state media", "the statement said"."""

from __future__ import annotations

from kg.extract.references.candidates import SPOKESMEN
from kg.extract.references.entities import lowered
from kg.extract.references.phrases import (
    compounds_before,
    is_definite_noun,
    mention_of,
    name_behind,
    names_before,
    noun_at,
)
from kg.extract.references.state import Reading
from kg.identifiers import digest, local_name
from kg.records import Argument, Entity

# Missions that have no name: "the UN-led peacekeeping mission".
OF_MISSIONS = frozenset(("peacekeeping", "observer", "monitoring", "training", "assistance", "stabilisation"))
SOON = 3  # sentences after which "the ministry" is the one that spoke last
# Those who issue statements.
ISSUERS = ("Person", "Organisation", "State", "Government", "ArmedForces", "ArmedGroup", "Collective")


def speaker_at(r: Reading, i: int) -> Argument | None:
    """Who speaks: the entity of a noun phrase, the issuer of a statement, or somebody unnamed ("a diplomat")."""
    tree = r.tree
    token = tree.tokens[i]
    if token.pos == "NOUN" and token.lemma in r.known.words.grammar["statements"]:
        return issuer_of(r, i)
    found = r.argument(i, "actor")
    if found is None and token.lower == "it" and tree.sentence.index == r.memory.issued + 1:
        return _spoken_in_statement(r, i)
    if found is not None or token.pos != "NOUN":
        return found
    if token.lemma in SPOKESMEN and (named := _named_behind(r, i)) is not None:
        return named
    return _holder_of(r, i) if token.lemma == "office" else _without_name(r, i)


def _named_behind(r: Reading, i: int) -> Argument | None:
    """Who is named behind those for whom he speaks: "said the spokesperson for the UN mission, Jane Roe"."""
    tree = r.tree
    for body in tree.kids(i, "nmod"):
        for k in tree.kids(body, "appos"):
            name = tree.name(k)
            if name is None or name.senses or " " not in name.text or tree.tokens[k - 1].text != ",":
                continue
            if name.kind in (None, "Person"):
                person = Entity(local_name(name.text), name.text, "Person", None)
                return Argument(person, name.text, name.start, name.end)
    return None


def _without_name(r: Reading, i: int) -> Argument | None:
    """Who speaks without a name: media, a source, people; the body for which officials and spokesmen speak."""
    tree, grammar = r.tree, r.known.words.grammar
    token = tree.tokens[i]
    noun, first = noun_at(r, i)
    type_ = "Person" if token.tag == "NN" else "Collective"
    media = grammar["media"]
    if token.lemma in media or token.lemma in grammar["bodies"] or token.lower in media:
        named = r.argument(i + 1, "actor") if name_behind(r, i) else _same_body(r, i)
        heard = named or _unnamed(r, i, i, "Organisation")
        if token.dep == "nsubj":  # "it said", in the next sentence
            r.memory.issuer, r.memory.issued = heard.entity, tree.sentence.index
        return heard
    if token.lemma in grammar["sources"]:
        return _unnamed(r, i, i, type_)
    if token.lemma == "mission" and token.tag == "NN":
        before = {tree.tokens[k].lower for k in tree.kids(i, "compound", "amod")}
        is_led = bool(before & OF_MISSIONS) or any(c.lemma == "lead" for _, c in compounds_before(r, i))
        return _body_before(r, i) or (_unnamed(r, i, i, "Organisation") if is_led else None)
    if noun is not None and noun.kind in ("forces", "group"):
        return _unnamed(r, i, first, "Collective")
    if token.lemma == "representative":  # "representatives of the Donetsk republic said"
        return _body_behind(r, i)
    if noun is None or noun.kind not in ("person", "people", "government"):
        return None
    body = _body_before(r, i) or (_body_behind(r, i) if token.lemma in SPOKESMEN else None)
    if body is not None or noun.kind == "government" and type_ == "Person" and token.lemma != "official":
        return body
    return _unnamed(r, i, first, type_)


def _same_body(r: Reading, i: int) -> Argument | None:
    """ "The ministry", soon after "the defence ministry" spoke."""
    token, issuer = r.tree.tokens[i], r.memory.issuer
    alone = [r.tree.tokens[k].lower for k in r.tree.children[i] if k < i] == ["the"]
    if issuer is None or not alone or r.tree.sentence.index > r.memory.issued + SOON:
        return None
    same = issuer.type == "Organisation" and issuer.label.lower().endswith(f" {token.lower}")
    return Argument(issuer, token.text, token.start, token.end) if same else None


def _body_before(r: Reading, i: int) -> Argument | None:
    """ "A Treasury official", "a US official" speak for these."""
    tree = r.tree
    for k, entity, _ in names_before(r, i):
        if entity.type in ("Organisation", "Government", "ArmedForces") or (
            entity.type == "State" and tree.tokens[i].lemma == "official"
        ):
            name = tree.tokens[k]
            return Argument(entity, name.text, name.start, name.end)
    return None


def _body_behind(r: Reading, i: int) -> Argument | None:
    """ "A spokesman for Hamas"."""
    tree = r.tree
    behind = [k for k in tree.kids(i, "nmod") if tree.case(k) in (("for",), ("of",), ("from",))]
    return next((body for k in behind if (body := r.argument(k, "actor"))), None)


def _holder_of(r: Reading, i: int) -> Argument | None:
    """Whose office speaks: "Mr Erdogan's office", "the office of the president"."""
    tree = r.tree
    owners = tree.kids(i, "nmod:poss") or [k for k in tree.kids(i, "nmod") if tree.case(k) == ("of",)]
    found = next((found for k in owners if (found := r.argument(k, "actor"))), None)
    if found is not None and found.entity.type in ISSUERS:
        return found
    before = [k for k in owners if k < i and tree.tokens[k].pos == "NOUN"]  # "the governor's office"
    words = [k for o in before for k in tree.subtree(o) if tree.tokens[k].pos in ("NOUN", "ADJ", "PROPN")]
    return _unnamed(r, i, min(words), "Organisation") if words else None


def _unnamed(r: Reading, i: int, first: int, type_: str) -> Argument:
    """A speaker without a name, called as the text calls him: one for each sentence."""
    text, start, end = mention_of(r, i, first)
    label = lowered(r, text)
    for k in r.tree.kids(i, "nmod:poss"):
        if r.tree.name(k) is not None:  # "Iran's foreign minister"
            owner = r.tree.tokens[k]
            text, start = r.tree.text(k, i), owner.start
            label = f"{owner.text}{lowered(r, text[len(owner.text) :])}"
    body = next((e for _, e, _ in names_before(r, i) if e.type not in ("Place", "Facility")), None)
    local = f"{local_name(text)}-{digest(r.known.document.id, r.tree.sentence.start, text, length=6)}"
    r.memory.unnamed[local] = body
    return Argument(Entity(local, label, type_, None), text, start, end)


def issuer_of(r: Reading, i: int) -> Argument | None:
    """Who issued "the statement", "a Defense Department news release"; else who issued the last one."""
    if r.tree.tokens[i].dep == "nsubj":
        r.memory.issued = r.tree.sentence.index
    for k in _issuers(r, i):
        if r.tree.case(k) == ("from",) and r.argument(k, "place") is not None:
            continue  # "reports from Khartoum"
        is_office = r.tree.tokens[k].lemma == "office"
        found = _holder_of(r, k) if is_office else r.argument(k, "actor")
        if found is not None and found.entity.type in ISSUERS:
            r.memory.issuer = found.entity
            return found
    token = r.tree.tokens[i]
    known = token.tag == "NN" and is_definite_noun(r, i)
    return _spoken_in_statement(r, i) if known else None


def _spoken_in_statement(r: Reading, i: int) -> Argument | None:
    """Who issued the last statement: "it added"."""
    token = r.tree.tokens[i]
    return None if r.memory.issuer is None else Argument(r.memory.issuer, token.text, token.start, token.end)


def _issuers(r: Reading, i: int) -> list[int]:
    """The tokens that may name who issued a statement, in order of trust."""
    tree = r.tree
    found = [k for k in tree.subtree(i) if k < i and tree.name(k) is not None]
    found += [
        k for k in tree.kids(i, "compound") if k == i - 1 and tree.tokens[k].pos == "NOUN"
    ]  # "army statement"
    found += [
        k for k in tree.kids(i, "nmod:poss", "nmod") if k < i or tree.case(k) in (("by",), ("from",), ("of",))
    ]
    found += [
        k for v in tree.kids(i, "acl") for k in tree.kids(v, "obl:agent", "obl") if tree.case(k) == ("by",)
    ]
    token = tree.tokens[i]
    above = tree.tokens[token.head]
    issues = above.pos == "VERB" and above.lemma in r.known.words.grammar["issuing_verbs"]
    if token.dep == "nmod" and tree.case(i) == ("in",):
        found.append(above.i)  # "Mr Trump, in a statement, said"
    elif token.dep == "nsubj:pass" and issues:
        found += tree.kids(above.i, "obl:agent")
    elif token.dep == "obj" and issues or token.dep == "obl" and tree.case(i) == ("in",):
        found += tree.kids(above.i, "nsubj")
    return found
