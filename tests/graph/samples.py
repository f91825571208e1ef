"""Claims of the seed articles written by hand, with every offset computed from the text, as tests' input.

`EXTRA` is a document of ours for what the seeds lack: denied, negated and planned relations, a manner, an awkward id.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.records import Argument, Casualties, Claim, Cue, Document, Entity, Event, Relation

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
AFP, HTS, FT = "000_ed9ec28a2165566b.txt", "001_63e3bfe031c05ec6.txt", "002_1e990827a73915cd.txt"
EXTRA = "notes/field report 1.txt"

EXTRA_TEXT = """\
Moscow denied on Tuesday that it had armed Hezbollah.
The 4th Brigade is not part of the Syrian army.
Iran plans to join the Astana group.
Qatar-funded Ahrar al-Sham controls Saraqib.
Damascus <script>alert("x")</script> said "Ahrar \\ al-Sham" left.
"""

ENTITIES = {
    entity.id: entity
    for entity in (
        *(Entity("Russia", "Russia", "State", "RUS"), Entity("Iran", "Iran", "State", "IRN")),
        *(Entity("Turkey", "Turkey", "State", "TUR"), Entity("Israel", "Israel", "State", "ISR")),
        *(Entity("UnitedStates", "United States", "State", "USA"), Entity("Syria", "Syria", "State", "SYR")),
        *(
            Entity("UnitedKingdom", "United Kingdom", "State", "GBR"),
            Entity("Qatar", "Qatar", "State", "QAT"),
        ),
        *(Entity("Lebanon", "Lebanon", "State", "LBN"), Entity("NewYork", "New York", "Place", "USA")),
        Entity("BasharAlAssad", "Bashar al-Assad", "Person", "SYR"),
        Entity("JohnKerry", "John Kerry", "Person", "USA"),
        Entity("RamiAbdelRahman", "Rami Abdel Rahman", "Person"),
        Entity("MahmoudSendeh", "Mahmoud Sendeh", "Person"),
        Entity("SyrianGovernment", "Syrian government", "Government", "SYR"),
        Entity("SyrianArmedForces", "Syrian Armed Forces", "ArmedForces", "SYR"),
        Entity("Brigade4", "4th Brigade", "ArmedForces", "SYR"),
        Entity("HayatTahrirAlSham", "Hayat Tahrir al-Sham", "ArmedGroup"),
        *(Entity("AlQaeda", "Al-Qaeda", "ArmedGroup"), Entity("Hezbollah", "Hezbollah", "ArmedGroup", "LBN")),
        *(
            Entity("FatahHalab", "Fatah Halab", "ArmedGroup"),
            Entity("AhrarAlSham", "Ahrar al-Sham", "ArmedGroup"),
        ),
        Entity("SyrianRebels", "Syrian rebels", "Collective", "SYR"),
        Entity("Civilians", "civilians", "Collective"),
        Entity("SyrianObservatoryForHumanRights", "Syrian Observatory for Human Rights", "Organisation"),
        *(
            Entity("SANA", "SANA", "Organisation", "SYR"),
            Entity("WhiteHelmets", "White Helmets", "Organisation"),
        ),
        Entity("UNSecurityCouncil", "UN Security Council", "Organisation"),
        Entity("AstanaGroup", "Astana group", "Organisation"),
        *(
            Entity("Aleppo", "Aleppo", "Place", "SYR"),
            Entity("EasternAleppo", "eastern Aleppo", "Place", "SYR"),
        ),
        *(Entity("Idlib", "Idlib", "Place", "SYR"), Entity("Saraqib", "Saraqib", "Place", "SYR")),
        Entity("N2020IdlibTruce", "2020 Idlib truce", "Agreement"),
        Entity("LebanonCeasefire", "Lebanon ceasefire", "Agreement"),
    )
}


def read_documents() -> dict[str, Document]:
    """The three seeds with their metadata, and EXTRA."""
    found = {}
    with (SEEDS / "sources.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            text = (SEEDS / row["file"]).read_bytes().decode("utf-8")
            found[row["file"]] = Document(
                row["file"],
                text,
                row["title"] or None,
                row["publisher"] or None,
                row["date"],
                None,
                row["note"],
            )
    found[EXTRA] = Document(
        EXTRA, EXTRA_TEXT, 'Notes "in the field"', None, "2016-05", "https://example.org/a b"
    )
    return found


DOCUMENTS = read_documents()


@dataclass(frozen=True)
class Sentence:
    """A sentence of a document, by its first and last words, in which mentions are looked up."""

    document: Document
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.document.text[self.start : self.end]

    def find(self, words: str) -> tuple[int, int]:
        assert words in self.text, (words, self.text)
        start = self.start + self.text.index(words)
        return start, start + len(words)

    def argument(self, pair: str | None) -> Argument | None:
        """ "Entity:words" as an argument; None stays None. With "<" before the words they may stand earlier."""
        if pair is None:
            return None
        entity, words = pair.split(":", 1)
        return Argument(ENTITIES[entity], words, *self.find(words))

    def common(self, cue: str, rule: str, **options: Any) -> dict[str, Any]:
        number = f"{self.document.id[:3]}-{self.start}-{rule}"
        return {
            "id": options.pop("id", number),
            "document": self.document.id,
            "published": self.document.published,
            "publisher": self.document.publisher,
            "sentence": self.text,
            "start": self.start,
            "end": self.end,
            "cue": Cue(cue, *self.find(cue)),
            "rule": rule,
            "attribution": self.argument(options.pop("by", None)),
            "place": self.argument(options.pop("place", None)),
            **options,
        }


def sentence(document: str, first: str, last: str) -> Sentence:
    text = DOCUMENTS[document].text
    start = text.index(first)
    return Sentence(DOCUMENTS[document], start, text.index(last, start) + len(last))


def relation(s: Sentence, subject: str, predicate: str, obj: str, cue: str, **options: Any) -> Relation:
    one, other = s.argument(subject), s.argument(obj)
    assert one
    assert other
    options.setdefault("status", "current")
    options.setdefault("id", f"{s.document.id[:3]}-{predicate}-{one.entity.id}-{other.entity.id}")
    return Relation(
        **s.common(cue, f"{predicate}-test", **options), predicate=predicate, subject=one, object=other
    )


def event(s: Sentence, kind: str, cue: str, agents: str = "", targets: str = "", **options: Any) -> Event:
    options.setdefault("status", "actual")
    options.setdefault("id", f"{s.document.id[:3]}-{kind}-{s.find(cue)[0]}")
    return Event(
        **s.common(cue, f"{kind}-test", **options),
        type=kind,
        agents=tuple(filter(None, (s.argument(a) for a in agents.split("; ") if a))),
        targets=tuple(filter(None, (s.argument(a) for a in targets.split("; ") if a))),
    )


def casualties(s: Sentence, cue: str, victims: str = "", agents: str = "", **options: Any) -> Casualties:
    options.setdefault("status", "actual")
    options.setdefault("id", f"{s.document.id[:3]}-casualties-{s.find(cue)[0]}")
    return Casualties(
        **s.common(cue, "casualties-test", **options),
        victims=tuple(filter(None, (s.argument(a) for a in victims.split("; ") if a))),
        agents=tuple(filter(None, (s.argument(a) for a in agents.split("; ") if a))),
    )


def afp_claims() -> list[Claim]:
    s = sentence
    tunnel = s(AFP, 'A coalition of opposition groups fighting under the name "Fatah', "on Tuesday.")
    rahman = s(AFP, "Observatory head", 'over a year."')
    sendeh = s(AFP, "\"I don't think", "eastern districts.")
    weeks = s(AFP, "Nearly two weeks", "dead.")
    rockets = s(AFP, "On Wednesday morning, three", "SANA said.")
    council = s(AFP, "The UN Security Council", "and Britain.")
    war = s(AFP, "More than 270,000", "March 2011.")
    return [
        event(
            *(tunnel, "Attack", "launched the assault on", "FatahHalab:Fatah Halab"),
            "SyrianArmedForces:President Bashar al-Assad's forces",
            weapon="tunnel bomb",
            when="2016-05-03",
        ),
        relation(
            *(rahman, "RamiAbdelRahman:Rami Abdel Rahman", "leads"),
            *("SyrianObservatoryForHumanRights:Observatory", "head"),
        ),
        relation(
            *(sendeh, "Russia:Russian", "alliedWith", "BasharAlAssad:his", "ally"),
            by="MahmoudSendeh:Mahmoud Sendeh",
        ),
        casualties(
            *(weeks, "dead", "Civilians:civilians"),
            killed=270,
            compare="more_than",
            place="Aleppo:Aleppo",
            scope="period",
        ),
        event(
            *(rockets, "Shelling", "rocket fire crashed into", "SyrianRebels:rebel"),
            when="2016-05-04",
            by="SANA:SANA",
            weapon="rocket",
        ),
        casualties(
            *(rockets, "killed", "Civilians:civilians", "SyrianRebels:rebel"),
            killed=3,
            when="2016-05-04",
            by="SANA:SANA",
        ),
        casualties(
            *(rockets, "wounded", "", "SyrianRebels:rebel"),
            injured=1,
            when="2016-05-04",
            by="SANA:SANA",
        ),
        event(
            *(council, "Talks", "hold urgent talks", "UNSecurityCouncil:UN Security Council"),
            when="2016-05-04",
            status="planned",
        ),
        casualties(
            *(war, "killed"),
            killed=270000,
            compare="more_than",
            place="Syria:Syria",
            since="2011-03",
            scope="cumulative",
        ),
    ]


def hts_claims() -> list[Claim]:
    s = sentence
    seized = s(HTS, "In a major intensification", "on Saturday.")
    airstrike = s(HTS, "This marks the first", "second-largest city.")
    linked = s(HTS, "HTS, a rebel group", "since Wednesday.")
    lebanon = s(HTS, "This offensive occurs", "Syrian government.")
    toll = s(HTS, "The Britain-based observatory", "28 civilians.")
    saraqib = s(HTS, "Beyond their advances", "of the city.")
    army = s(HTS, "Damascus has", "progress.")
    truce = s(HTS, "The resurgence", "efforts there.")
    by = "SyrianObservatoryForHumanRights:observatory"
    period = {"by": by, "scope": "period"}
    total = casualties(toll, "death toll", killed=311, **period)
    part = period | {"part_of": total.id}
    return [
        relation(
            seized,
            "HayatTahrirAlSham:Hayat Tahrir al-Sham",
            "leads",
            "SyrianRebels:jihadist rebels",
            "led by",
        ),
        event(
            *(seized, "Capture", "seized control of", "SyrianRebels:jihadist rebels"),
            place="Aleppo:Aleppo",
            by="SyrianObservatoryForHumanRights:Syrian Observatory for Human Rights",
        ),
        event(airstrike, "Airstrike", "airstrikes", "Russia:Russian", place="Aleppo:Aleppo"),
        relation(airstrike, "Aleppo:Aleppo", "locatedIn", "Syria:Syria", "'s second-largest city"),
        relation(
            linked, "HayatTahrirAlSham:HTS", "linkedTo", "AlQaeda:Al-Qaeda", "linked with", status="former"
        ),
        event(
            *(linked, "Offensive", "launching a vigorous offensive against", "HayatTahrirAlSham:HTS"),
            "SyrianArmedForces:Syrian government forces",
            since="2024-11-27",
        ),
        relation(
            *(linked, "Russia:Russian", "backs", "SyrianArmedForces:Syrian government forces", "supported"),
            confidence=0.9,
        ),
        relation(lebanon, "Iran:Iran", "backs", "Hezbollah:Hezbollah", "backed"),
        relation(
            lebanon, "Hezbollah:Hezbollah", "alliedWith", "SyrianGovernment:Syrian government", "an ally of"
        ),
        *(
            relation(
                lebanon, who, "partyTo", "LebanonCeasefire:ceasefire", "between", place="Lebanon:Lebanon"
            )
            for who in ("Israel:Israel", "Hezbollah:Hezbollah")
        ),
        relation(toll, by, "basedIn", "UnitedKingdom:Britain", "based"),
        total,
        casualties(toll, "183", "HayatTahrirAlSham:HTS", killed=183, **part),
        casualties(toll, "100", "SyrianArmedForces:Syrian soldiers", killed=100, **part),
        casualties(toll, "28", "Civilians:civilians", killed=28, **part),
        event(saraqib, "Capture", "captured", "SyrianRebels:rebels", place="Saraqib:Saraqib"),
        event(army, "Deployment", "dispatched", "SyrianGovernment:Damascus", status="possible"),
        *(
            relation(
                *(truce, who, "brokered", "N2020IdlibTruce:truce", "brokered by"),
                place="Idlib:Idlib",
                when="2020",
            )
            for who in ("Turkey:Turkey", "Russia:Russia")
        ),
    ]


def ft_claims() -> list[Claim]:
    s = sentence
    talks = s(FT, "The Syrian army, backed", "ceasefire deal.")
    siege = s(FT, "Government forces have", "inside.")
    backers = s(FT, "The offensive could be", "regime forces.")
    war = s(FT, "But if the offensive", "lives.")
    kerry = s(FT, "US secretary of state", "country.")
    helmets = s(FT, "In Aleppo, the rescue", "destroyed.")
    east = "EasternAleppo:eastern districts of Aleppo"
    return [
        relation(talks, "Russia:Russian", "backs", "SyrianArmedForces:Syrian army", "backed by"),
        event(talks, "Talks", "gathered to discuss", place="NewYork:New York", when="2016-09-22"),
        relation(siege, "SyrianArmedForces:Government forces", "besieges", east, "under siege"),
        relation(siege, "SyrianRebels:rebel", "controls", east, "held"),
        relation(backers, "Russia:Russia", "backs", "BasharAlAssad:Mr Assad", "backers"),
        relation(backers, "Iran:Iran", "backs", "BasharAlAssad:Mr Assad", "backers"),
        casualties(
            *(war, "taken more than 300,000 lives"),
            killed=300000,
            compare="more_than",
            scope="cumulative",
        ),
        relation(
            *(kerry, "JohnKerry:John Kerry", "holdsPosition", "UnitedStates:US", "secretary of state"),
            position="secretary of state",
        ),
        casualties(
            *(helmets, "killed"),
            killed=70,
            compare="about",
            place="Aleppo:Aleppo",
            when="2016-09-23",
            by="WhiteHelmets:White Helmets",
        ),
    ]


def extra_claims() -> list[Claim]:
    s = sentence
    denied = s(EXTRA, "Moscow denied", "Hezbollah.")
    negated = s(EXTRA, "The 4th Brigade", "army.")
    planned = s(EXTRA, "Iran plans", "group.")
    funded = s(EXTRA, "Qatar-funded", "Saraqib.")
    quoted = s(EXTRA, "Damascus <script>", "left.")
    return [
        relation(
            *(denied, "Russia:it", "backs", "Hezbollah:Hezbollah", "armed"),
            manner="arms",
            status="denied",
            by="Russia:Moscow",
        ),
        relation(
            *(negated, "Brigade4:4th Brigade", "memberOf", "SyrianArmedForces:Syrian army", "part of"),
            status="negated",
        ),
        relation(planned, "Iran:Iran", "memberOf", "AstanaGroup:Astana group", "join", status="planned"),
        relation(
            funded,
            "Qatar:Qatar",
            "backs",
            "AhrarAlSham:Ahrar al-Sham",
            "funded",
            manner="funds",
            since="2012",
        ),
        relation(funded, "AhrarAlSham:Ahrar al-Sham", "controls", "Saraqib:Saraqib", "controls"),
        event(quoted, "Withdrawal", "left", "AhrarAlSham:Ahrar \\ al-Sham", by="SyrianGovernment:Damascus"),
    ]


def all_claims() -> list[Claim]:
    """Every sample claim, in document order."""
    return [*afp_claims(), *hts_claims(), *ft_claims(), *extra_claims()]


def all_documents() -> list[Document]:
    return list(DOCUMENTS.values())
