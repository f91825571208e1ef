"""Which country's army, government and people are meant where the text does not say: the article's, the paragraph's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.extract.references.entities import at_war
from kg.extract.references.state import Reading
from kg.records import Sentence
from kg.rules.lexicon import Lexicon

CONTESTED = 0.8  # from this share of the mentions on, a second country at war leaves open which one is meant
OUTDONE = 0.5  # below this share no other country's ministers are meant without their country
PASSING = (
    0.4  # below this share of the mentions of another country, a country at war is only mentioned in passing
)
UNSURE = "?"  # another country, but not known which
AT = (("in",), ("near",), ("outside",), ("at",))


def theatre_now(r: Reading) -> str | None:
    """The country whose army, government and people are meant without saying so: the one that "In Mali, ..."
    opened this paragraph with, else the one that the article is about."""
    if r.elsewhere is None or r.elsewhere == r.known.main:
        r.abroad = _plays_abroad(r) or r.abroad and not _is_home(r)
        return None if r.abroad else r.known.main
    if r.elsewhere == UNSURE:
        return None
    return r.elsewhere if at_war(r, r.elsewhere) else None


def _plays_abroad(r: Reading) -> bool:
    """Whether a sentence without a word of the article's country tells of a place in another war: whose army and
    government are meant there, it does not say."""
    if r.known.main is None or not r.tree.sentence.names:
        return False
    abroad = False
    for name in r.tree.sentence.names:
        countries = {r.known.lexicon.entries[entry].country for entry, _ in name.senses}
        if r.known.main in countries:
            return False
        entry_id, sense = name.senses[0] if name.senses else ("", "")
        entry = r.known.lexicon.entries.get(entry_id)
        if entry is None or entry.type != "Place" or sense in ("demonym", "people", "capital", "seat"):
            continue
        country = entry.country if entry.country in r.known.lexicon.states else None
        abroad = abroad or (country is not None and at_war(r, country))
    return abroad


def _is_home(r: Reading) -> bool:
    """Whether a sentence names somebody or something of the article's country."""
    entries = r.known.lexicon.entries
    return any(entries[e].country == r.known.main for n in r.tree.sentence.names for e, _ in n.senses)


def fronted_country(r: Reading) -> str | None:
    """The country of "In Mali, ...", "In the eastern Ukrainian town of Bakhmut, ..."."""
    tokens, heading = r.tree.tokens, r.tree.sentence.heading
    if heading is not None and heading.names:
        names = list(heading.names)
    elif tokens and tokens[0].lower in ("in", "near", "outside", "across"):
        end = next((t.i for t in tokens[:12] if t.text == ","), 0)
        fronted = tokens[1:end] if end else tokens[1:3]
        names = [name for token in fronted if (name := r.tree.name(token.i)) is not None]
    else:
        return None
    for name in names:
        if not name.senses:
            continue
        countries = {
            e.country for entry, sense in name.senses
            if (e := r.known.lexicon.entries[entry]).type in ("State", "Place") or sense in ("capital", "seat")
        } - {None}  # fmt: skip
        if r.known.main in countries:
            return r.known.main
        if len(countries) == 1 and (country := next(iter(countries))) in r.known.lexicon.states:
            return country
        if countries:
            return UNSURE
    return None


def country_of_crowd(r: Reading, is_definite: bool) -> str | None:
    """The country of people and fighters who come without one: the theatre's, unless the sentence names another.

    Definite ones ("the rebels") are those spoken of, wherever they are now.
    """
    if r.theatre is None:
        return None
    return None if any(_is_elsewhere(r, i, is_definite) for i in r.tree.named) else r.theatre


def country_here(r: Reading) -> str | None:
    """The country of the one place where a sentence says it happens ("in Tel Aviv"); None where it names several."""
    found: set[str] = set()
    for i in r.tree.named:
        name = r.tree.name(i)
        if name is None or not name.senses or r.tree.case(i)[:1] not in AT:
            continue
        entries = [r.known.lexicon.entries[entry] for entry, _ in name.senses]
        countries = [e.country for e in entries if e.type in ("State", "Place") and e.country]
        if r.theatre in countries:
            return r.theatre
        found.update(countries[:1])
    return found.pop() if len(found) == 1 else None


def _is_elsewhere(r: Reading, i: int, is_definite: bool) -> bool:
    """Whether a word names another country at war, or where else something happens ("in Paris")."""
    name = r.tree.name(i)
    if name is None or not name.senses or name.senses[0][1] in ("demonym", "people"):
        return False
    entries = [r.known.lexicon.entries[entry] for entry, _ in name.senses]
    country = entries[0].country
    if (
        entries[0].type not in ("State", "Place")
        or country not in r.known.lexicon.states
        or any(e.country == r.theatre for e in entries)
    ):
        return False
    where = not is_definite and r.tree.case(i)[:1] in (("in",), ("near",), ("outside",))
    return where or at_war(r, country or "")


def theatre_of(sentences: Sequence[Sentence], lexicon: Lexicon) -> str | None:
    """The country at war that an article speaks of most, by its names; None when there is none or two compete."""
    counts = countries_named(sentences, lexicon)
    top = max(counts.values(), default=0)
    return most_named(
        Counter({code: n for code, n in counts.items() if n >= PASSING * top and lexicon.state(code).at_war})
    )


def countries_named(sentences: Sequence[Sentence], lexicon: Lexicon) -> Counter[str]:
    """How often an article names each country, or somebody or something of it."""
    counts: Counter[str] = Counter()
    for sentence in sentences:
        for name in (*sentence.names, *(sentence.heading.names if sentence.heading else ())):
            for entry_id, _ in name.told_by[:1]:
                entry = lexicon.entries[entry_id]
                if entry.country and entry.country in lexicon.states:
                    counts[entry.country] += 1
    return counts


def most_named(counts: Counter[str], contested: float = CONTESTED) -> str | None:
    """The country named most; None when there is none or two compete."""
    if not counts:
        return None
    (first, most), (_, second) = (*counts.most_common(2), (None, 0))[:2]
    return first if second < contested * most or (most < 3 and second < most) else None


def theatre_of_entry(sentences: Sequence[Sentence], lexicon: Lexicon, main: str | None) -> str | None:
    """The country at war of a few sentences of their own: none is named as often, or else it is the whole log's."""
    counts = countries_named(sentences, lexicon)
    top = max(counts.values(), default=0)
    most = [code for code, n in counts.items() if n == top]
    if len(most) == 1:
        return most[0] if lexicon.state(most[0]).at_war else None
    return main if main in most else None
