"""Every named query against an answer read off the sample claims by hand; the runner's manners."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import random

import pytest
from graph.samples import AFP, EXTRA, FT, HTS, all_claims, all_documents, extra_claims

from kg.errors import QueryError
from kg.graph import EntityInfo, build_graph
from kg.records import Claim, Event
from kg.store import Store, graph_store
from kg.view.query import Query, Table, list_queries, load_query, run, run_sparql
from kg.view.table import to_csv, to_json, to_text

SOHR = "Syrian Observatory for Human Rights"
INFOS = [EntityInfo("HayatTahrirAlSham", ("HTS", "Tahrir al-Sham")), EntityInfo("BasharAlAssad", ("Assad",))]

# Query, what is given, which columns, and the rows a careful reader of the samples writes down.
ANSWERS: list[tuple[str, dict[str, str], tuple[str, ...], list[tuple[object, ...]]]] = [
    (
        "who-backs-whom",
        {"actor": "Bashar al-Assad"},
        ("backer", "backed", "status", "article"),
        [("Iran", "Bashar al-Assad", "current", FT), ("Russia", "Bashar al-Assad", "current", FT)],
    ),
    (
        "who-backs-whom",
        {"actor": "Hezbollah"},
        ("backer", "manner", "status", "said_by"),
        [("Iran", None, "current", None), ("Russia", "arms", "denied", "Russia")],
    ),
    ("who-backs-whom", {"status": "denied"}, ("backer", "backed"), [("Russia", "Hezbollah")]),
    (
        "who-backs-whom",
        {"actor": "Qatar"},
        ("backed", "manner", "since"),
        [("Ahrar al-Sham", "funds", "2012")],
    ),
    (
        "former-ties",
        {"actor": "hts"},
        ("subject", "relation", "object", "status", "date"),
        [("Hayat Tahrir al-Sham", "linkedTo", "Al-Qaeda", "former", "2024-11-30")],
    ),
    ("former-ties", {"actor": "Russia"}, ("subject",), []),
    (
        "who-holds-or-besieges",
        {},
        ("actor", "relation", "place"),
        [
            ("Ahrar al-Sham", "controls", "Saraqib"),
            ("Syrian Armed Forces", "besieges", "eastern Aleppo"),
            ("Syrian rebels", "controls", "eastern Aleppo"),
        ],
    ),
    ("who-holds-or-besieges", {"place": "Saraqib"}, ("actor",), [("Ahrar al-Sham",)]),
    ("who-holds-or-besieges", {"place": "Lebanon"}, ("actor",), []),
    (
        "agreements",
        {"place": "Idlib"},
        ("agreement", "place", "year", "role", "actor"),
        [
            ("2020 Idlib truce", "Idlib", "2020", "broker", "Russia"),
            ("2020 Idlib truce", "Idlib", "2020", "broker", "Turkey"),
        ],
    ),
    (
        "agreements",
        {"actor": "Israel"},
        ("agreement", "place", "year", "role", "actor"),
        [
            ("Lebanon ceasefire", "Lebanon", None, "party", "Hezbollah"),
            ("Lebanon ceasefire", "Lebanon", None, "party", "Israel"),
        ],
    ),
    (
        "casualties-by-source",
        {"source": SOHR},
        ("number", "victims", "part_of", "scope"),
        [
            (311, None, None, "period"),
            (183, "Hayat Tahrir al-Sham", 311, "period"),
            (100, "Syrian Armed Forces", 311, "period"),
            (28, "civilians", 311, "period"),
        ],
    ),
    (
        "casualties-by-source",
        {"place": "Aleppo"},
        ("said_by", "kind", "compare", "number", "when"),
        [(None, "killed", "moreThan", 270, None), ("White Helmets", "killed", "about", 70, "2016-09-23")],
    ),
    (
        "casualties-by-source",
        {"source": "SANA"},
        ("kind", "number", "agents", "victims"),
        [("injured", 1, "Syrian rebels", None), ("killed", 3, "Syrian rebels", "civilians")],
    ),
    (
        "casualty-totals",
        {},
        ("article", "said_by", "kind", "scope", "number"),
        [
            (AFP, None, "killed", "cumulative", 270000),
            (AFP, None, "killed", "period", 270),
            (AFP, "SANA", "injured", "incident", 1),
            (AFP, "SANA", "killed", "incident", 3),
            (HTS, SOHR, "killed", "period", 311),
            (FT, None, "killed", "cumulative", 300000),
            (FT, "White Helmets", "killed", "incident", 70),
        ],
    ),
    (
        "who-said-it",
        {"speaker": "Mahmoud Sendeh"},
        ("speaker", "what", "status"),
        [("Mahmoud Sendeh", "Russia alliedWith Bashar al-Assad", "current")],
    ),
    (
        "who-said-it",
        {"speaker": SOHR, "actor": "Aleppo"},
        ("what", "date"),
        [("Capture by Syrian rebels in Aleppo", "2024-11-30")],
    ),
    (
        "about-actor",
        {"actor": "HTS"},
        ("role", "what", "when", "status"),
        [
            (
                *("agent", "Offensive by Hayat Tahrir al-Sham against Syrian Armed Forces"),
                *("since 2024-11-27", "actual"),
            ),
            ("subject", "Hayat Tahrir al-Sham leads Syrian rebels", None, "current"),
            ("subject", "Hayat Tahrir al-Sham linkedTo Al-Qaeda", None, "former"),
            ("victim", "183 killed", None, "actual"),
        ],
    ),
    (
        "events-by-place-and-date",
        {"from": "2016-05-04", "to": "2016-09"},
        ("place", "when", "event", "status"),
        [
            (None, "2016-05-04", "Shelling", "actual"),
            (None, "2016-05-04", "Talks", "planned"),
            ("New York", "2016-09-22", "Talks", "actual"),
        ],
    ),
    (
        "events-by-place-and-date",
        {"type": "attack"},
        ("event", "agents", "targets", "weapon", "place"),
        [
            ("Attack", "Fatah Halab", "Syrian Armed Forces", "tunnel bomb", None),
            ("Shelling", "Syrian rebels", None, "rocket", None),
            ("Airstrike", "Russia", None, None, "Aleppo"),
        ],
    ),
    (
        # Aleppo is in Syria by the article's own words, Saraqib by its country code; New York is not.
        "events-by-place-and-date",
        {"place": "Syria"},
        ("place", "event"),
        [("Aleppo", "Airstrike"), ("Aleppo", "Capture"), ("Saraqib", "Capture")],
    ),
    ("events-by-place-and-date", {"actor": "Fatah Halab"}, ("event",), [("Attack",)]),
    ("opponents", {}, ("one", "other"), []),
    (
        "leaders-and-offices",
        {},
        ("person", "relation", "position", "body"),
        [
            ("Rami Abdel Rahman", "leads", None, SOHR),
            ("Hayat Tahrir al-Sham", "leads", None, "Syrian rebels"),
            ("John Kerry", "holdsPosition", "secretary of state", "United States"),
        ],
    ),
    (
        "contested",
        {},
        ("what", "status", "said_by"),
        [
            ("Russia backs Hezbollah", "denied", "Russia"),
            ("4th Brigade memberOf Syrian Armed Forces", "negated", None),
            ("Deployment by Syrian government", "possible", None),
        ],
    ),
    ("contested", {"actor": "4th Brigade"}, ("status",), [("negated",)]),
    ("relations", {"relation": "arms"}, ("subject", "object"), [("Russia", "Hezbollah")]),
    (
        "relations",
        {"relation": "backs", "actor": "Hezbollah"},
        ("subject", "relation", "status"),
        [("Iran", "backs", "current"), ("Russia", "arms", "denied")],
    ),
    (
        "relations",
        {"status": "planned"},
        ("subject", "relation", "object"),
        [("Iran", "memberOf", "Astana group")],
    ),
    (
        "headline-facts",
        {"actor": "Syrian Armed Forces"},
        ("subject", "relation", "object", "articles"),
        [
            ("Russia", "backs", "Syrian Armed Forces", 2),
            ("Syrian Armed Forces", "besieges", "eastern Aleppo", 1),
        ],
    ),
    (
        "sources",
        {},
        ("publisher", "date", "article", "claims", "speakers"),
        [
            (None, "2016-05", EXTRA, 6, "Russia, Syrian government"),
            ("AFP", "2016-05-04", AFP, 9, "Mahmoud Sendeh, SANA"),
            ("Financial Times", "2016-09-24", FT, 9, "White Helmets"),
            (None, "2024-11-30", HTS, 20, SOHR),
        ],
    ),
]


@pytest.fixture(scope="module")
def store() -> Store:
    return graph_store(build_graph(all_claims(), all_documents(), entities=INFOS))


def columns(table: Table, names: tuple[str, ...]) -> list[tuple[object, ...]]:
    return [tuple(row[table.columns.index(name)] for name in names) for row in table.rows]


@pytest.mark.parametrize(("name", "given", "names", "expected"), ANSWERS)
def test_answers(
    store: Store, name: str, given: dict[str, str], names: tuple[str, ...], expected: list[tuple[object, ...]]
) -> None:
    assert columns(run(store, name, **given), names) == expected


def test_every_query_has_an_answer_checked_by_hand() -> None:
    assert {name for name, *_ in ANSWERS} == {query.name for query in list_queries()}
    assert len(list_queries()) >= 10


def test_opponents_are_found_on_either_side() -> None:
    """The samples oppose nobody, so a claim is turned round."""

    claim = dataclasses.replace(extra_claims()[3], predicate="opposes", manner="fights")
    store = graph_store(build_graph([claim], []))
    for actor in ("Qatar", "Ahrar al-Sham"):
        table = run(store, "opponents", actor=actor)
        assert columns(table, ("one", "relation", "other")) == [("Qatar", "fights", "Ahrar al-Sham")]


def test_a_part_of_a_place_is_found_with_the_place() -> None:
    strike = next(
        c for c in all_claims() if isinstance(c, Event) and c.place and c.place.entity.label == "Aleppo"
    )
    assert strike.place is not None
    claims = [strike]
    for label in ("eastern Aleppo", "New Aleppo"):
        entity = dataclasses.replace(strike.place.entity, id=label.replace(" ", ""), label=label)
        claims.append(
            dataclasses.replace(strike, id=label, place=dataclasses.replace(strike.place, entity=entity))
        )
    table = run(graph_store(build_graph(claims, [])), "events-by-place-and-date", place="Aleppo")
    assert columns(table, ("place",)) == [("Aleppo",), ("eastern Aleppo",)]


def test_a_figure_told_twice_is_added_once_and_different_ones_are_added() -> None:
    claim = next(c for c in all_claims() if getattr(c, "killed", 0) == 3)
    again = dataclasses.replace(claim, id="again", start=claim.start + 1)
    other = dataclasses.replace(claim, id="other", killed=5)
    part = dataclasses.replace(claim, id="part", killed=2, part_of="other")
    denied = dataclasses.replace(claim, id="denied", killed=900, status="denied")
    store = graph_store(build_graph([claim, again, other, part, denied], []))
    assert columns(run(store, "casualty-totals"), ("number", "figures")) == [(8, 2)]


def test_contested_claims_tell_when_another_claim_affirms_them() -> None:
    denied = next(c for c in all_claims() if c.status == "denied")
    affirmed = dataclasses.replace(denied, id="affirmed", status="current", attribution=None)
    store = graph_store(build_graph([denied, affirmed], []))
    assert columns(run(store, "contested"), ("what", "also_claimed")) == [("Russia backs Hezbollah", 1)]


@pytest.mark.parametrize("query", list_queries(), ids=lambda query: query.name)
def test_every_row_shows_its_evidence(store: Store, query: Query) -> None:
    given = {"actor": "Russia"} if query.name == "about-actor" else {}
    table = run(store, query.name, **given)
    if query.name in ("sources", "casualty-totals"):  # these sum up articles
        assert "article" in table.columns
        return
    texts = {document.id: document.text for document in all_documents()}
    for sentence, article in columns(table, ("sentence", "article")):
        assert sentence in texts[article]


def bare(claim: Claim) -> Claim:
    """The claim without anything a sentence may leave unsaid."""
    unsaid = {
        "place",
        "when",
        "since",
        "until",
        "attribution",
        "publisher",
        "published",
        "manner",
        "position",
    }
    unsaid |= {"weapon", "part_of"}
    lists = {"agents", "targets", "victims"}
    names = {field.name for field in dataclasses.fields(claim)}
    return dataclasses.replace(claim, **dict.fromkeys(unsaid & names), **dict.fromkeys(lists & names, ()))


@pytest.mark.parametrize("query", list_queries(), ids=lambda query: query.name)
def test_what_is_left_unsaid_multiplies_no_rows(query: Query) -> None:
    """An OPTIONAL over a variable that is not bound matches everything in the graph."""
    claims = [bare(claim) for claim in all_claims()]
    given = {"actor": "Russia"} if query.name == "about-actor" else {}
    rows = run(graph_store(build_graph(claims, [])), query.name, **given).rows
    assert len(rows) <= len({(claim.document, claim.start, claim.cue, claim.id) for claim in claims})
    if query.name == "agreements":
        assert len(rows) == 4
    if query.name == "events-by-place-and-date":
        assert len(rows) <= sum(isinstance(claim, Event) for claim in claims)


@pytest.mark.parametrize("query", list_queries(), ids=lambda query: query.name)
def test_every_query_explains_itself(query: Query) -> None:
    assert query.question.endswith("?")
    assert len(query.description) > 30
    assert query.text.count("\nWHERE {") >= 1
    for parameter in query.parameters:
        assert parameter.kind in {"entity", "status", "relation", "event", "date"}
        # A parameter nobody uses would be accepted in silence.
        assert f"?given_{parameter.name}" in query.text


@pytest.mark.parametrize("query", list_queries(), ids=lambda query: query.name)
def test_answers_do_not_depend_on_the_order_of_claims(store: Store, query: Query) -> None:
    given = {"actor": "Russia"} if query.name == "about-actor" else {}
    expected = run(store, query.name, **given)
    claims, documents = all_claims(), all_documents()[::-1]
    random.Random(3).shuffle(claims)
    shuffled = graph_store(build_graph(claims, documents, entities=INFOS))
    assert run(shuffled, query.name, **given) == expected


@pytest.mark.parametrize(
    "name",
    ["Bashar al-Assad", "bashar al assad", "BasharAlAssad", "basharalassad", "Assad", "Mr Assad", "“Assad”"],
)
def test_an_actor_is_found_by_label_alias_id_and_mention(store: Store, name: str) -> None:
    assert len(run(store, "who-backs-whom", actor=name).rows) == 2


def test_none_and_empty_parameters_count_as_not_given(store: Store) -> None:
    everything = run(store, "who-backs-whom")
    assert run(store, "who-backs-whom", actor=None, status="") == everything
    assert len(everything.rows) == 7


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        (
            "who-backs-whom",
            {"actor": "Bashar Asad"},
            r"no entity 'Bashar Asad'.*did you mean Bashar al-Assad, .*\?",
        ),
        ("who-backs-whom", {"actor": "Asad"}, r"did you mean .*Bashar al-Assad"),
        ("who-backs-whom", {"actor": "Zanzibar"}, r"no entity 'Zanzibar' in this graph$"),
        ("who-backs-whom", {"actor": "x> } #"}, r"no entity"),
        ("who-backs-whom", {"place": "Aleppo"}, r"takes no parameter 'place'; it takes actor, status"),
        ("sources", {"place": "Aleppo"}, r"takes no parameter 'place'; it takes none"),
        ("who-backs-whom", {"status": "maybe"}, r"no status 'maybe'; there are current, former"),
        ("about-actor", {}, r"needs the parameter 'actor'"),
        ("events-by-place-and-date", {"from": "May 2016"}, r"not a date; write 2016, 2016-05"),
        ("events-by-place-and-date", {"type": "Party"}, r"no event 'Party'; there are ArmedClash"),
        ("who-is-who", {}, r"no query 'who-is-who'; there are about-actor"),
        ("../queries/sources", {}, r"no query"),
    ],
)
def test_mistakes_become_one_readable_line(
    store: Store, name: str, given: dict[str, str], message: str
) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        run(store, name, **given)
    assert "\n" not in str(caught.value)


def test_load_query() -> None:
    query = load_query("former-ties")
    assert query.question == "Which ties are over?"
    assert [(p.name, p.kind, p.required) for p in query.parameters] == [("actor", "entity", False)]


# Queries of the user's own.


def test_own_select(store: Store) -> None:
    table = run_sparql(store, "SELECT ?o (1 + 1 AS ?n) { entity:Russia kg:brokered ?o }")
    assert table == Table(("o", "n"), (("https://w3id.org/conflict-kg/entity/N2020IdlibTruce", 2),))


def test_own_ask_and_construct(store: Store) -> None:
    assert run_sparql(store, "ASK { ?s kg:backs ?o }").rows == ((True,),)
    table = run_sparql(store, "CONSTRUCT { ?o rdf:type ?t } WHERE { entity:Russia kg:brokered ?o . ?o a ?t }")
    assert table.columns == ("subject", "predicate", "object")
    assert table.rows[0][1:] == ("rdf:type", "kg:Agreement")


def test_own_query_with_a_fault_tells_where(store: Store) -> None:
    with pytest.raises(QueryError, match="line 2, column"):
        run_sparql(store, "SELECT ?s WHERE\n{ ?s kg:backs }")


# How tables are printed.

TABLE = Table(
    ("who", "empty", "number", "sentence", "publisher", "date", "article"),
    (
        ("Russia", None, 3, "It\nbacks \x1b[31mhim\u202e.", "AFP", "2016-05-04", "a.txt"),
        ("=cmd()", None, -1, "-x", None, None, "b.txt"),
    ),
)


def test_text() -> None:
    assert to_text(TABLE) == (
        "who     number\n"
        "---     ------\n"
        "Russia       3\n"
        "    “It backs [31mhim.”\n"
        "    [AFP, 2016-05-04, a.txt]\n"
        "=cmd()      -1\n"
        "    “-x”\n"
        "    [b.txt]\n"
        "(2 rows)\n"
    )
    assert to_text(Table(("a", "b"), ())) == "a  b\n-  -\n(0 rows)\n"
    assert to_text(Table(("answer",), ((True,),))) == "answer\n------\nyes\n(1 row)\n"


def test_json_is_records_with_every_column() -> None:
    records = json.loads(to_json(TABLE))
    assert records[0]["number"] == 3
    assert records[0]["empty"] is None
    assert records[0]["sentence"] == "It\nbacks \x1b[31mhim\u202e."
    assert list(records[1]) == list(TABLE.columns)


def test_csv_computes_nothing_in_a_spreadsheet() -> None:
    rows = list(csv.reader(io.StringIO(to_csv(TABLE))))
    assert rows[0] == list(TABLE.columns)
    assert rows[1][3] == "It\nbacks \x1b[31mhim\u202e."
    assert rows[2][:4] == ["'=cmd()", "", "-1", "'-x"]
