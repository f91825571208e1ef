"""The dateline that opens an agency's article: "KYIV (Reuters) —", "BAGHDAD, Jan 3 (AP) -", "MOSCOW, May 3. /TASS/."

Where and by whom a report was filed is no part of its first sentence: left there, the city becomes its subject.
"""

from __future__ import annotations

import re

from kg.text.sentences.furniture import DATE

AGENCIES = (
    r"(?:(?:thomson )?reuters(?: [a-z]+)*|a\.?f\.?p\.?|a\.?p\.?|(?:the )?associated press|upi|dpa|efe|ansa|tass"
    r"|xinhua(?: news agency)?|itar-tass|interfax|ria(?: novosti)?|unian|ukrinform|belta|voa(?: news)?|bbc(?: [a-z]+)?"
    r"|cnn|rfe/rl|rfa|rferl|irin|ips|ians|ani|pti|app|apa|aps|kuna|sana|spa|wam|mena|qna|petra|bna|nna|ina|irna|isna"
    r"|fars|tasnim|mehr|anadolu(?: agency)?|aa|dha|rudaw|aki|kyodo|yonhap|bernama|antara|bloomberg|cp|un news"
    r"|the new humanitarian"
    r"|[\w.’' ]{2,30} (?:news|press|agency|times|post|tribune|radio|tv|network|herald|observer|star|nation))"
)
CAPITALS = r"[^\W\da-z_][^\W\da-z_.'’-]+(?:[ /-](?:[^\W\da-z_]|\b(?:al|el|de|la)\b|['’.])+){0,3}"
TITLED = r"[^\W\da-z_][\w.'’-]+(?:[ /](?:[^\W\da-z_][\w.'’-]+|de|la|al|el)){0,3}"
COUNTRY = rf", ?(?!{DATE})[^\W\da-z_][\w.]+(?: [\w.]+){{0,2}}"
BEHIND = rf"(?:{COUNTRY})?(?:, ?{DATE})?,?\.?"
DASH = r"(?:—|–|--|-(?= )|//)"
# Capitals ignored only within the agency's brackets, so that a word of a sentence is not taken for a city.
DATELINE = re.compile(
    "|".join(
        (
            rf"(?:{CAPITALS}|{TITLED}){BEHIND} ?\((?i:{AGENCIES})\)"
            rf"(?: ?{DASH}| ?:| ?,? ?{DATE} ?{DASH}|(?= [^\W\da-z_]))",
            rf"{CAPITALS}{BEHIND} ?/(?i:{AGENCIES})/ ?[.:—–-]+",
            rf"{CAPITALS}{BEHIND} ?{DASH}",
            rf"{CAPITALS}{COUNTRY}(?:, ?{DATE})? ?:",
        )
    ).replace(DATE, f"(?i:{DATE})")
)
FOLLOWS = re.compile(r"\s*[\"“‘'«(]?(?:[^\W\da-z_]|\d)")
LONGEST = 90


def dateline_length(unit: str) -> int:
    """The length of the dateline at the head of a paragraph, its dash included; 0 if there is none.

    A sentence has to follow, with a capital, a number or a quotation mark: "HTS — a former affiliate — attacked" has
    no dateline.
    """
    match = DATELINE.match(unit[:LONGEST])
    return match.end() if match and FOLLOWS.match(unit, match.end()) else 0
