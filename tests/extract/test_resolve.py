"""Whom words stand for: pronouns, "the army", groups, places, titles used again; and what stands for nobody.

One phrase of each text stands in square brackets; the table says which entity its last word is.
"""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.offices import titled
from kg.extract.resolve import Resolver, plural, theatre_of
from kg.extract.syntax import Tree
from kg.pipeline import Engine
from kg.records import Argument, Document


@cache
def engine() -> Engine:
    return Engine.load()


def resolver_of(text: str) -> tuple[Resolver, list[Tree]]:
    """A resolver for an article, and the article's sentences as trees."""
    document = Document("d", text, published="2016-05-04")
    sentences = engine().sentences(document)
    resolver = Resolver(engine().lexicon, engine().words, document, theatre_of(sentences, engine().lexicon))
    return resolver, [Tree(sentence) for sentence in sentences]


def resolved(marked: str, want: str = "actor") -> Argument | None:
    """The entity of the bracketed phrase, after reading all that stands before it."""
    end = marked.index("]") - 1
    resolver, trees = resolver_of(re.sub(r"[\[\]]", "", marked))
    for tree in trees:
        resolver.begin(tree)
        for token in tree.tokens:
            if token.end == end:
                return resolver.argument(token.i, want)
        resolver.titles |= titled(tree, resolver)
        resolver.finish()
    raise AssertionError(f"no word ends where the bracket does: {marked}")


# (text, entity)
BACK = [
    ("Before [they] killed Saleh, the rebels blew up his house in Sanaa, Yemen.", "Yemeni rebels"),
    ("When [it] attacked Goma, M23 killed ten people.", "M23"),
    ("As [their] troops advanced, the Houthis shelled Taiz.", "Houthi movement"),
    ("Islamic State said its [fighters] killed 20 soldiers in Iraq.", "Islamic State"),
    ("The Houthis said their [fighters] seized Hodeidah.", "Houthi movement"),
    ("Israel attacked southern Lebanon. Its [military] killed ten people.", "Israeli Armed Forces"),
    ("ISIL clashed with the Nusra Front near Palmyra. The [group] seized two villages.", "Islamic State"),
    (
        "The United Nations says Rwanda backs M23 rebels in eastern Congo. Kigali denies supporting the [group].",
        "M23",
    ),
    ("Saudi Arabia fought Houthi rebels. The kingdom said the [group] attacked Riyadh.", "Houthi movement"),
    ("The Taliban attacked Kunduz, Afghanistan. The [insurgents] captured the city.", "Taliban"),
    ("Al-Shabaab attacked a hotel in Mogadishu, Somalia. The [jihadists] killed 20 people.", "Al-Shabaab"),
    (
        "The Free Syrian Army attacked regime forces in Aleppo, Syria. The [army] shelled the town of Azaz.",
        "Syrian Armed Forces",
    ),
    ("Egypt's army killed militants near Gaza. The [army] destroyed tunnels.", "Egyptian Armed Forces"),
    (
        "Turkish Prime Minister Ahmet Davutoglu met Angela Merkel. The prime [minister] accused Russia.",
        "Ahmet Davutoglu",
    ),
    ("The supreme [leader], Ayatollah Ali Khamenei, met Putin.", "Ali Khamenei"),
    ("The foreign [minister], Hakan Fidan, visited Moscow.", "Hakan Fidan"),
    ("The group's [leader], Abu Bakr al-Baghdadi, was killed in Syria.", "Abu Bakr al-Baghdadi"),
]

NOBODY = [
    "The war in Sudan broke out between the army and the RSF in 2023. [It] has killed at least 14,000 people.",
    "The offensive began in Syria on Monday. [It] killed ten people.",
    "The prime [minister] accused rebels in Syria.",
    "A [minister] visited Syria.",
    "Rwanda sent aid. The [government] said that it would help.",
    "The [army] shelled the town.",
    "Two [military] jets crashed in Syria.",
    "Russia bombed [power] stations in Ukraine.",
    "A strike hit a [refugee] camp in Gaza.",
    "Islamic State's [local] branch attacked Sinai.",
    "The United Nations met in New York. The [militia] shelled Aleppo.",
    "Islamic State attacked an oil field in Iraq. Kurdish fighters captured Raqqa in Syria. The [group] withdrew.",
    "[International] forces attacked Islamic State in Syria.",
    "Islamic State overran Kobani in Syria. Turkey said rebels had captured [it].",
]

COUNTRIES = [
    (
        "Fighting raged in Aleppo, Homs and Hama in Syria. In Mali, [militants] attacked a village.",
        "militants in Mali",
    ),
    (
        "Fighting raged in Aleppo, Homs and Hama in Syria. In Mali, militants fled. The [army] pursued them.",
        "Malian Armed Forces",
    ),
    ("Fighting raged in Aleppo, Homs and Hama in Syria. In London, police arrested two [gunmen].", "gunmen"),
    ("African Union [peacekeepers] clashed with al-Shabaab in Somalia.", "African Union peacekeepers"),
    ("UN [experts] accused Ethiopia of backing militias in Somalia.", "UN experts"),
    ("Rebels attacked [peacekeepers] near Goma in Congo.", "peacekeepers"),
    ("[Police] killed five protesters in Baghdad, Iraq.", "Iraqi police"),
    ("[Troops] loyal to Bashar al-Assad attacked Aleppo.", "Syrian Armed Forces"),
    (
        "Sources in Juba said rebels fled. [Forces] loyal to Riek Machar attacked Malakal.",
        "Riek Machar's forces",
    ),
    ("Iran and its Syrian [allies] attacked Aleppo.", "Syrian allies"),
    ("United States military [forces] killed Qasem Soleimani in Iraq.", "US Armed Forces"),
    ("Moscow-backed [forces] attacked Avdiivka in Ukraine.", "Moscow-backed forces"),
    ("The junta in Myanmar lost ground. The Arakan Army attacked junta [troops].", "Myanmar Armed Forces"),
    ("In Syria, Kurdish [fighters] captured Raqqa.", "Kurdish fighters"),
    ("[Britons] fled Libya.", "Britons"),
    ("Global [leaders] met in Paris.", "global leaders"),
    # A nationality is the text's own, or defines the group; else a crowd is only somewhere in the country at war.
    ("A shell hit a school in Aleppo, Syria. Three [children] died.", "children in Syria"),
    ("A shell hit a school in Sanaa, Yemen. Three [children] died.", "children in Yemen"),
    (
        "A shell hit a school in Goma, eastern Congo. [Civilians] fled.",
        "civilians in the Democratic Republic of the Congo",
    ),
    ("Syrian [civilians] fled Aleppo.", "Syrian civilians"),
    ("[Rebels] captured Idlib in Syria.", "Syrian rebels"),
    ("The Syrian [opposition] met in Aleppo.", "Syrian opposition"),
    ("Iraqi protesters marched in Baghdad. Police shot the [protesters].", "Iraqi protesters"),
    ("Iraqi protesters marched in Baghdad. Later [protesters] burned tyres.", "protesters in Iraq"),
    ("Turkey bombed Aleppo in Syria. Greece sheltered [refugees].", "refugees"),
    ("Turkish and Iraqi refugees fled Aleppo, Syria. The [refugees] went home.", "refugees"),
    ("Turkish and Iraqi [refugees] fled Aleppo, Syria.", "Turkish and Iraqi refugees"),
    ("Islamic State sent foreign [fighters] to Raqqa in Syria.", "foreign fighters"),
    ("The General [Staff] in Kyiv, Ukraine, said Russian troops shelled Kharkiv.", "Ukrainian Armed Forces"),
]

PLACES = [
    ("Israeli jets bombed the southern Lebanese [city] of Sidon.", "Sidon"),
    ("Rebels captured the northern [city] of Idlib in Syria.", "Idlib"),
    ("Rebels captured Idlib in Syria. Shelling hit the northern [city].", "Idlib"),
    ("The Taliban captured the Warduj [district] of Badakhshan.", "Warduj"),
    ("Troops shelled eastern [Aleppo].", "eastern Aleppo"),
    ("Rebels seized eastern [districts] of Aleppo.", "eastern Aleppo"),
    ("Kobani is a town in Syria. Islamic State captured [it] in October.", "Kobani"),
    ("A bomb hit the Red Sea port [town] of Mokha, Yemen.", "Mokha"),
]

ADDRESSED = [
    ("Iran accused [Riyadh] of bombing Sanaa.", "Saudi Arabia"),
    ("Turkey urged [Damascus] to stop.", "Syrian government"),
    ("Officials criticised [Tehran].", "Iran"),
    ("Shells hit [Damascus].", "Damascus"),
]


@pytest.mark.parametrize(("text", "label"), BACK)
def test_references_back(text: str, label: str) -> None:
    found = resolved(text)
    assert found is not None
    assert found.entity.label == label


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_guessed(text: str) -> None:
    found = resolved(text)
    assert found is None, found.entity.label


@pytest.mark.parametrize(("text", "label"), COUNTRIES)
def test_groups_and_their_countries(text: str, label: str) -> None:
    found = resolved(text)
    assert found is not None
    assert found.entity.label.lower() == label.lower()


@pytest.mark.parametrize(("text", "label"), PLACES)
def test_places(text: str, label: str) -> None:
    found = resolved(text, "place")
    assert found is not None
    assert found.entity.label == label


@pytest.mark.parametrize(("text", "label"), ADDRESSED)
def test_a_capital_that_is_addressed_is_its_state(text: str, label: str) -> None:
    found = resolved(text, "any")
    assert found is not None
    assert found.entity.label == label


def test_two_wars_leave_the_country_open() -> None:
    text = "Islamic State fights in Iraq and Syria. Iraq and Syria fight Islamic State. [Gunmen] attacked a village."
    found = resolved(text)
    assert found is not None
    assert (found.entity.label, found.entity.country) == ("gunmen", None)


def test_a_country_mentioned_in_passing_is_no_theatre() -> None:
    text = "Iran and Turkey met. Iran said it would trade with Turkey. Iran praised Turkey. Iran mentioned Yemen."
    sentences = engine().sentences(Document("d", text))
    assert theatre_of(sentences, engine().lexicon) is None


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("gunman", "gunmen"),
        ("country", "countries"),
        ("ally", "allies"),
        ("aid worker", "aid workers"),
        ("police", "police"),
    ],
)
def test_plural(one: str, many: str) -> None:
    assert plural(one) == many


SENTENCES = [
    re.sub(r"[\[\]]", "", item if isinstance(item, str) else item[0])
    for item in (*BACK, *NOBODY, *COUNTRIES, *PLACES)
]


@settings(max_examples=15)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4))
def test_mentions_are_the_words_of_the_text(texts: list[str]) -> None:
    """Whatever is read in whatever order: mentions are slices of the text, and reading again finds the same."""
    text = "\n\n".join(texts)
    runs = []
    for _ in range(2):
        resolver, trees = resolver_of(text)
        found = []
        for tree in trees:
            resolver.begin(tree)
            found += [
                a
                for token in tree.tokens
                for want in ("actor", "place")
                for a in resolver.arguments(token.i, want)
            ]
            resolver.finish()
        runs.append(found)
    assert runs[0] == runs[1]
    for argument in runs[0]:
        assert " ".join(text[argument.start : argument.end].split()) == " ".join(argument.mention.split())


# (text, entity) of troops and fighters that belong to somebody
OWNED = [
    ("The Afghan defence ministry said its [troops] killed Taliban fighters.", "Afghan Armed Forces"),
    ("Saleh fled Yemen. Ali Abdullah Saleh's [forces] seized the airport.", "Ali Abdullah Saleh's forces"),
    ("Kurdish leader Masoud Barzani urged his [fighters] to resist in Iraq.", "Masoud Barzani's forces"),
    (
        "The Libyan National Army attacked Tripoli. Turkey sent [troops] to support the government.",
        "Turkish Armed Forces",
    ),
    ("Mali's junta met. It expelled French troops. JNIM attacked an [army] base.", "Malian Armed Forces"),
    ("Iraqi Kurdish Peshmerga [fighters] clashed with Iraqi troops near Kirkuk.", "Peshmerga"),
]


@pytest.mark.parametrize(("text", "label"), OWNED)
def test_whose_fighters(text: str, label: str) -> None:
    found = resolved(text)
    assert found is not None
    assert found.entity.label == label


@pytest.mark.parametrize(
    "text",
    [
        "Ukrainian President Volodymyr Zelensky met allies. The Kremlin said the [president] would not negotiate.",
        "The junta in Myanmar lost ground. Min Aung Hlaing threatened ethnic [armies].",
    ],
)
def test_another_states_president_and_armies_at_large(text: str) -> None:
    assert resolved(text) is None
