"""The IRIs we use, as plain strings: importing this costs nothing. A test checks each against `ontology/`."""

from __future__ import annotations

KG = "https://w3id.org/conflict-kg/ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DC = "http://purl.org/dc/elements/1.1/"
DCTERMS = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
ITSRDF = "http://www.w3.org/2005/11/its/rdf#"
GEO = "http://www.w3.org/2003/01/geo/wgs84_pos#"

GEONAMES = "https://sws.geonames.org/"
WIKIDATA = "http://www.wikidata.org/entity/"

PREFIXES: dict[str, str] = {
    "kg": KG,
    "dc": DC,
    "dcterms": DCTERMS,
    "geo": GEO,
    "itsrdf": ITSRDF,
    "nif": NIF,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "skos": SKOS,
    "xsd": XSD,
}

# Terms of other vocabularies.
TYPE = RDF + "type"
SUBJECT = RDF + "subject"
PREDICATE = RDF + "predicate"
OBJECT = RDF + "object"
LABEL = RDFS + "label"
ALT_LABEL = SKOS + "altLabel"
EXACT_MATCH = SKOS + "exactMatch"
TITLE = DCTERMS + "title"
DATE = DCTERMS + "date"
DESCRIPTION = DCTERMS + "description"
PUBLISHER = DC + "publisher"
DERIVED_FROM = PROV + "wasDerivedFrom"
QUOTE = NIF + "anchorOf"
BEGIN = NIF + "beginIndex"
END = NIF + "endIndex"
CONTEXT = NIF + "referenceContext"
STANDS_FOR = ITSRDF + "taIdentRef"
LATITUDE = GEO + "lat"
LONGITUDE = GEO + "long"

# Classes of claims and of what they refer to.
RELATION_CLAIM = KG + "RelationClaim"
EVENT_CLAIM = KG + "EventClaim"
CASUALTY_CLAIM = KG + "CasualtyClaim"
CLAIM_CLASSES = (RELATION_CLAIM, EVENT_CLAIM, CASUALTY_CLAIM)
ARTICLE = KG + "Article"
MENTION_CLASS = KG + "Mention"
AGREEMENT = KG + "Agreement"
COLLECTIVE = KG + "Collective"

# Properties of claims, articles and entities.
STATUS = KG + "status"
ATTRIBUTED_TO = KG + "attributedTo"
CONFIDENCE = KG + "confidence"
RULE = KG + "rule"
CUE = KG + "cue"
CUE_BEGIN = KG + "cueBegin"
CUE_END = KG + "cueEnd"
MENTION = KG + "mention"
SINCE = KG + "since"
UNTIL = KG + "until"
WHEN = KG + "when"
MANNER = KG + "manner"
POSITION = KG + "position"
PLACE = KG + "place"
EVENT_TYPE = KG + "eventType"
AGENT = KG + "agent"
TARGET = KG + "target"
WEAPON = KG + "weapon"
VICTIM = KG + "victim"
KILLED = KG + "killed"
INJURED = KG + "injured"
DISPLACED = KG + "displaced"
CAPTURED = KG + "captured"
COMPARE = KG + "compare"
SCOPE = KG + "scope"
PART_OF = KG + "partOf"
COUNTRY_CODE = KG + "countryCode"
DOCUMENT_ID = KG + "documentId"
URL = KG + "url"

ENTITY_TYPES = (
    *("Person", "State", "Government", "ArmedForces", "ArmedGroup", "Organisation", "Population"),
    *("Collective", "Place", "Facility", "Agreement"),
)
RELATIONS = (
    *("backs", "alliedWith", "cooperatesWith", "opposes", "linkedTo", "memberOf", "leads", "holdsPosition"),
    *("splitFrom", "mergedInto", "successorOf", "founded", "basedIn", "operatesIn", "locatedIn", "controls"),
    *("besieges", "brokered", "partyTo"),
)
SYMMETRIC = ("alliedWith", "cooperatesWith", "opposes", "linkedTo")
MANNERS: dict[str, str] = {
    "arms": "backs",
    "funds": "backs",
    "trains": "backs",
    "fights": "opposes",
    "rivalOf": "opposes",
    "affiliatedWith": "linkedTo",
}
EVENT_TYPES = (
    *("ArmedClash", "Offensive", "Advance", "Attack", "Airstrike", "Shelling", "Bombing", "ChemicalAttack"),
    *("Killing", "Siege", "Abduction", "Arrest", "Capture", "Withdrawal", "Deployment", "Displacement"),
    *("Evacuation", "Rescue", "Aid", "Ceasefire", "Agreement", "Talks", "Appeal", "Accusation", "Threat"),
    *("Rejection", "Endorsement", "Cooperation", "Concession", "Sanction", "Protest"),
)
FINER_EVENTS: dict[str, tuple[str, ...]] = {"Attack": ("Airstrike", "Shelling", "Bombing", "ChemicalAttack")}
RELATION_STATUSES = ("current", "former", "planned", "possible", "denied", "negated")
EVENT_STATUSES = ("actual", "planned", "possible", "denied", "negated")
COMPARISONS: dict[str, str] = {
    "exact": "exact",
    "more_than": "moreThan",
    "at_least": "atLeast",
    "about": "about",
    "nearly": "nearly",
    "at_most": "atMost",
}
SCOPES = ("incident", "period", "cumulative")


def event_class(event_type: str) -> str:
    """The class IRI of an event type. "Agreement" is also a class of entities, so its event is AgreementEvent."""
    return KG + ("AgreementEvent" if event_type == "Agreement" else event_type)
