"""What the sample claims become in RDF, and what they must not become."""

from __future__ import annotations

import dataclasses

import pytest
from graph.samples import AFP, EXTRA, FT, HTS, all_claims, all_documents, extra_claims, hts_claims
from rdflib import RDF, RDFS, Graph, Literal, Namespace, URIRef

from kg import vocab
from kg.errors import GraphError
from kg.graph import EntityInfo, build_graph
from kg.records import Relation

BASE = "https://w3id.org/conflict-kg/"
KG, ENTITY = Namespace(vocab.KG), Namespace(BASE + "entity/")
CLAIM, ARTICLE = Namespace(BASE + "claim/"), Namespace(BASE + "article/")
NIF, XSD = Namespace(vocab.NIF), Namespace(vocab.XSD)


@pytest.fixture(scope="module")
def graph() -> Graph:
    return build_graph(all_claims(), all_documents())


def plain(graph: Graph) -> set[tuple[str, str, str]]:
    """The triples between entities by a relation: the index."""
    relations = {*vocab.RELATIONS, *vocab.MANNERS}
    return {
        (s.removeprefix(ENTITY), p.removeprefix(KG), o.removeprefix(ENTITY))
        for s, p, o in graph
        if p.removeprefix(KG) in relations and s.startswith(ENTITY)
    }


def value(graph: Graph, node: URIRef, predicate: str) -> str | None:
    found = list(graph.objects(node, URIRef(predicate)))
    assert len(found) < 2, (node, predicate, found)
    return str(found[0]) if found else None


def test_the_index_holds_affirmed_current_unattributed_relations_and_nothing_else(graph: Graph) -> None:
    assert plain(graph) == {
        ("RamiAbdelRahman", "leads", "SyrianObservatoryForHumanRights"),
        ("HayatTahrirAlSham", "leads", "SyrianRebels"),
        ("Aleppo", "locatedIn", "Syria"),
        ("Russia", "backs", "SyrianArmedForces"),
        ("Iran", "backs", "Hezbollah"),
        ("Hezbollah", "alliedWith", "SyrianGovernment"),
        ("Israel", "partyTo", "LebanonCeasefire"),
        ("Hezbollah", "partyTo", "LebanonCeasefire"),
        ("SyrianObservatoryForHumanRights", "basedIn", "UnitedKingdom"),
        ("Turkey", "brokered", "N2020IdlibTruce"),
        ("Russia", "brokered", "N2020IdlibTruce"),
        ("SyrianArmedForces", "besieges", "EasternAleppo"),
        ("SyrianRebels", "controls", "EasternAleppo"),
        ("Russia", "backs", "BasharAlAssad"),
        ("Iran", "backs", "BasharAlAssad"),
        ("JohnKerry", "holdsPosition", "UnitedStates"),
        ("Qatar", "backs", "AhrarAlSham"),
        ("Qatar", "funds", "AhrarAlSham"),
        ("AhrarAlSham", "controls", "Saraqib"),
    }


@pytest.mark.parametrize("status", ["former", "planned", "possible", "denied", "negated"])
def test_no_plain_triple_for_any_other_status(status: str) -> None:
    claims = [
        dataclasses.replace(claim, status=status, attribution=None)
        for claim in all_claims()
        if isinstance(claim, Relation)
    ]
    assert len(claims) > 15
    assert plain(build_graph(claims, [])) == set()


def test_no_plain_triple_for_what_somebody_is_quoted_as_saying() -> None:
    speaker = next(c.attribution for c in all_claims() if c.attribution)
    claims = [
        dataclasses.replace(c, attribution=speaker, status="current")
        for c in all_claims()
        if isinstance(c, Relation)
    ]
    assert plain(build_graph(claims, [])) == set()


def test_a_relation_claim_is_a_flat_statement_with_its_evidence(graph: Graph) -> None:
    node = CLAIM["002-backs-Russia-BasharAlAssad"]
    claim = next(c for c in all_claims() if c.id == "002-backs-Russia-BasharAlAssad")
    assert set(graph.objects(node, RDF.type)) == {KG.RelationClaim}
    assert value(graph, node, vocab.SUBJECT) == ENTITY + "Russia"
    assert value(graph, node, vocab.PREDICATE) == vocab.KG + "backs"
    assert value(graph, node, vocab.OBJECT) == ENTITY + "BasharAlAssad"
    assert value(graph, node, vocab.STATUS) == vocab.KG + "current"
    assert value(graph, node, vocab.ATTRIBUTED_TO) is None
    assert value(graph, node, vocab.DERIVED_FROM) == ARTICLE + FT
    assert value(graph, node, vocab.QUOTE) == claim.sentence
    assert "backers,\nRussia\nand\nIran\n" in claim.sentence
    assert value(graph, node, vocab.BEGIN) == str(claim.start)
    assert value(graph, node, vocab.END) == str(claim.end)
    assert value(graph, node, vocab.CUE) == "backers"
    assert value(graph, node, vocab.CUE_BEGIN) == str(claim.cue.start)
    assert value(graph, node, vocab.RULE) == "backs-test"
    assert graph.value(node, KG.confidence) == Literal("0.5", datatype=XSD.decimal)


def test_every_mention_slices_back_to_its_words(graph: Graph) -> None:
    texts = {ARTICLE + d.id: d.text for d in all_documents() if d.id != EXTRA}
    rows = [
        (m, texts[str(article)])
        for m, article in graph.subject_objects(NIF.referenceContext)
        if str(article) in texts
    ]
    assert len(rows) > 40
    for mention, text in rows:
        start, end = (int(value(graph, mention, iri) or -1) for iri in (vocab.BEGIN, vocab.END))
        assert text[start:end] == value(graph, mention, vocab.QUOTE)


def test_mentions_tell_which_participant_they_name(graph: Graph) -> None:
    node = CLAIM["002-backs-Russia-BasharAlAssad"]
    named = {
        (value(graph, m, vocab.QUOTE), value(graph, m, vocab.STANDS_FOR))
        for m in graph.objects(node, KG.mention)
    }
    assert named == {("Russia", ENTITY + "Russia"), ("Mr Assad", ENTITY + "BasharAlAssad")}


def test_former_tie_is_a_claim_with_status_former(graph: Graph) -> None:
    node = CLAIM["001-linkedTo-HayatTahrirAlSham-AlQaeda"]
    assert value(graph, node, vocab.STATUS) == vocab.KG + "former"
    assert (ENTITY.HayatTahrirAlSham, KG.linkedTo, ENTITY.AlQaeda) not in graph


def test_the_truce_is_an_agreement_with_place_and_year(graph: Graph) -> None:
    truce = ENTITY.N2020IdlibTruce
    assert (truce, RDF.type, KG.Agreement) in graph
    assert value(graph, truce, vocab.PLACE) == ENTITY + "Idlib"
    assert graph.value(truce, KG.when).n3() == f'"2020"^^<{XSD.gYear}>'
    for broker in ("Turkey", "Russia"):
        node = CLAIM[f"001-brokered-{broker}-N2020IdlibTruce"]
        assert value(graph, node, vocab.PLACE) == ENTITY + "Idlib"
        assert value(graph, node, vocab.WHEN) == "2020"


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2020", "2020-03-05"], "2020-03-05"),
        (["2020", "2020"], "2020"),
        (["2020", "2018"], None),
        (["2020-03", "2020-03-05", "2020-04"], None),
    ],
)
def test_an_agreement_takes_a_date_only_when_claims_agree(dates: list[str], expected: str | None) -> None:
    claim = next(c for c in hts_claims() if c.id == "001-brokered-Turkey-N2020IdlibTruce")
    claims = [dataclasses.replace(claim, id=str(n), when=when) for n, when in enumerate(dates)]
    assert value(build_graph(claims, []), ENTITY.N2020IdlibTruce, vocab.WHEN) == expected


def test_what_is_only_said_or_denied_of_an_agreement_stays_on_the_claim() -> None:
    claim = next(c for c in hts_claims() if c.id == "001-brokered-Turkey-N2020IdlibTruce")
    for change in ({"status": "denied"}, {"attribution": claim.subject}):
        graph = build_graph([dataclasses.replace(claim, **change)], [])
        assert value(graph, ENTITY.N2020IdlibTruce, vocab.PLACE) is None
        assert value(graph, CLAIM[claim.id], vocab.PLACE) == ENTITY + "Idlib"


def test_an_event_claim_names_its_type_and_makes_no_event(graph: Graph) -> None:
    node = next(graph.subjects(KG.weapon, Literal("tunnel bomb", datatype=XSD.string)))
    assert value(graph, node, vocab.EVENT_TYPE) == vocab.KG + "Attack"
    assert value(graph, node, vocab.AGENT) == ENTITY + "FatahHalab"
    assert value(graph, node, vocab.TARGET) == ENTITY + "SyrianArmedForces"
    assert value(graph, node, vocab.WHEN) == "2016-05-03"
    assert list(graph.subjects(RDF.type, KG.Attack)) == []


def test_parts_of_a_death_toll_point_to_their_total(graph: Graph) -> None:
    total = next(graph.subjects(KG.killed, Literal(311)))
    parts = {int(graph.value(part, KG.killed)) for part in graph.subjects(KG.partOf, total)}
    assert parts == {183, 100, 28}
    assert value(graph, total, vocab.SCOPE) == vocab.KG + "period"
    assert value(graph, total, vocab.ATTRIBUTED_TO) == ENTITY + "SyrianObservatoryForHumanRights"


def test_bounds_of_numbers_are_kept(graph: Graph) -> None:
    node = next(graph.subjects(KG.killed, Literal(270000)))
    assert value(graph, node, vocab.COMPARE) == vocab.KG + "moreThan"
    assert graph.value(node, KG.since).n3() == f'"2011-03"^^<{XSD.gYearMonth}>'


def test_articles_carry_their_metadata(graph: Graph) -> None:
    node = ARTICLE[FT]
    assert value(graph, node, vocab.PUBLISHER) == "Financial Times"
    assert graph.value(node, URIRef(vocab.DATE)).n3() == f'"2016-09-24"^^<{XSD.date}>'
    assert "inferred" in (value(graph, node, vocab.DESCRIPTION) or "")
    assert value(graph, ARTICLE[HTS], vocab.PUBLISHER) is None
    assert (value(graph, ARTICLE[HTS], vocab.TITLE) or "").startswith("Jihadist insurgents")


def test_an_article_without_document_is_known_from_its_claims() -> None:
    graph = build_graph([c for c in all_claims() if c.document == AFP], [])
    assert value(graph, ARTICLE[AFP], vocab.PUBLISHER) == "AFP"
    assert value(graph, ARTICLE[AFP], vocab.DATE) == "2016-05-04"


def test_document_ids_become_safe_iris(graph: Graph) -> None:
    node = URIRef(BASE + "article/notes%2Ffield%20report%201.txt")
    assert value(graph, node, vocab.DOCUMENT_ID) == EXTRA
    assert value(graph, node, vocab.URL) == "https://example.org/a b"


def test_collectives_are_marked(graph: Graph) -> None:
    assert (ENTITY.SyrianRebels, RDF.type, KG.Collective) in graph
    assert (ENTITY.Civilians, RDF.type, KG.Collective) in graph
    assert (ENTITY.FatahHalab, RDF.type, KG.Collective) not in graph


def test_every_entity_has_one_label_and_its_country(graph: Graph) -> None:
    for node in graph.objects(None, URIRef(vocab.STANDS_FOR)):
        assert len(list(graph.objects(node, RDFS.label))) == 1
    assert value(graph, ENTITY.Russia, vocab.COUNTRY_CODE) == "RUS"


def test_the_commonest_label_wins_and_the_others_stay_as_names() -> None:
    claim = next(c for c in hts_claims() if c.id == "001-leads-HayatTahrirAlSham-SyrianRebels")
    other = dataclasses.replace(
        claim.subject, entity=dataclasses.replace(claim.subject.entity, label="Tahrir al-Sham")
    )
    claims = [claim, dataclasses.replace(claim, id="b", subject=other), dataclasses.replace(claim, id="c")]
    graph = build_graph(claims, [])
    assert value(graph, ENTITY.HayatTahrirAlSham, vocab.LABEL) == "Hayat Tahrir al-Sham"
    assert value(graph, ENTITY.HayatTahrirAlSham, vocab.ALT_LABEL) == "Tahrir al-Sham"


def test_dictionary_facts_are_added_to_named_entities_only() -> None:
    infos = [
        EntityInfo("Aleppo", ("Halab",), geonames="170063", latitude=36.20124, longitude=37.16117),
        EntityInfo("HayatTahrirAlSham", ("HTS",), wikidata="Q28714393"),
        EntityInfo("Nobody", ("Mr Nobody",)),
    ]
    graph = build_graph(hts_claims(), [], entities=infos)
    assert value(graph, ENTITY.Aleppo, vocab.EXACT_MATCH) == "https://sws.geonames.org/170063/"
    assert value(graph, ENTITY.Aleppo, vocab.ALT_LABEL) == "Halab"
    assert value(graph, ENTITY.Aleppo, vocab.LATITUDE) == "36.2012"
    assert value(graph, ENTITY.HayatTahrirAlSham, vocab.EXACT_MATCH) == vocab.WIKIDATA + "Q28714393"
    assert not list(graph.triples((ENTITY.Nobody, None, None)))


def test_the_base_moves_nodes_but_not_the_vocabulary() -> None:
    graph = build_graph(extra_claims(), [], base="http://localhost:8000/data#")
    assert (URIRef("http://localhost:8000/data#entity/Iran"), RDF.type, KG.State) in graph
    assert not [s for s in graph.subjects() if s.startswith(BASE)]


@pytest.mark.parametrize("base", ["", "data/", "https://example.org/no-end", "https://example.org/a b/"])
def test_a_bad_base_is_refused(base: str) -> None:
    with pytest.raises(GraphError, match="not an absolute IRI ending in / or #"):
        build_graph([], [], base=base)


def test_relations_of_users_own_rules_are_taken_when_they_can_be_named() -> None:
    claim = next(c for c in extra_claims() if isinstance(c, Relation) and c.status == "current")
    graph = build_graph([dataclasses.replace(claim, predicate="tradesWith", manner=None)], [])
    assert ("Qatar", "tradesWith", "AhrarAlSham") in {
        (s.removeprefix(ENTITY), p.removeprefix(KG), o.removeprefix(ENTITY)) for s, p, o in graph
    }
    with pytest.raises(GraphError, match="predicate 'trades with'"):
        build_graph([dataclasses.replace(claim, predicate="trades with")], [])


def test_the_event_agreement_is_not_the_entity_agreement() -> None:
    claim = next(c for c in hts_claims() if c.rule == "Deployment-test")
    graph = build_graph([dataclasses.replace(claim, type="Agreement")], [])
    assert value(graph, CLAIM[claim.id], vocab.EVENT_TYPE) == vocab.KG + "AgreementEvent"


@pytest.mark.parametrize(
    ("when", "datatype"),
    [
        ("2020", XSD.gYear),
        ("2020-02", XSD.gYearMonth),
        ("2020-02-29", XSD.date),
        ("2021-02-29", XSD.string),
        ("2020-13", XSD.string),
        ("early 2020", XSD.string),
    ],
)
def test_dates_are_typed_as_exactly_as_they_are_known(when: str, datatype: URIRef) -> None:
    claim = dataclasses.replace(extra_claims()[0], when=when)
    literal = build_graph([claim], []).value(CLAIM[claim.id], KG.when)
    assert str(literal) == when
    assert literal.datatype == datatype
