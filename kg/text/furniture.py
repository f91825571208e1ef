"""Lines of an article that say nothing: copyright, links, datelines, share buttons, bylines."""

from __future__ import annotations

import re

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_DATE = rf"(?:{_DAY},?\s+)?(?:{_MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{_MONTH}(?:,?\s+\d{{4}})?|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})"
_TIME = r"(?:,?\s*(?:at\s+)?\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?)?"
_LABEL = (
    r"(?:short\ link|read\ more|read\ also|see\ also|also\ read|related(?:\ (?:articles|stories|news|topics))?|share\ this"
    r"|permalink|tags|keywords|filed\ under|more\ on\ this(?:\ story|\ topic)?)"
)

FURNITURE = re.compile(
    rf"""^(?:
      [-–—\s]*\(?\s*(?:copyright\b|©|\(c\)\s).{{0,200}}
    | .{{0,80}}\ball\ rights\ reserved\.?\)?
    | {_LABEL}\s*:?(?:\s+\S+){{0,12}}
    | (?:photo(?:graph)?|image|picture|credit|file\ photo|source|video)s?(?:\s+(?:by|credit|courtesy(?:\ of)?))?\s*:.{{0,120}}
    | (?:share|tweet|print|e-?mail|comments?|advertisement|subscribe|sign\ up|follow\ us|listen|watch(?:\ live)?|menu
        |sources|references|external\ links|sister\ links|have\ an\ opinion\ on\ this\ story\?|reuse\ content)
        (?:\s+(?:this|now|here|on|to|via|by|facebook|twitter|whatsapp|article|story|page|our|newsletter|e-?mail)){{0,6}}\s*[:.!]?
    | (?:(?:last\s+)?(?:updated|published|posted|modified)(?:\s+on|\s+at)?\s*:?\s*)?{_DATE}{_TIME}\s*\.?
    | (?:last\s+)?(?:updated|published|posted|modified)\s*:.{{0,60}}
    | {_DAY}
    | \d+\ (?:min(?:ute)?s?\ read|comments?|shares?)
    | <?(?:https?://|www\.)\S+>?
    | \S+@\S+\.\w+
    | by\s+(?:[A-Z][\w.'’-]*\s*|and\s+|,\s*|in\s+){{1,8}}
    | [\W_]+
    )$""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
BYLINE = re.compile(r"by\s", re.IGNORECASE)
BYLINE_NAMES = re.compile(r"[Bb][Yy]\s+[A-Z]")
PREFIX = re.compile(rf"{_LABEL}\s*:\s*(?=[A-Z“\"])", re.IGNORECASE)


def is_furniture(line: str) -> bool:
    """Whether a line (a unit or a sentence of one) is nothing but furniture."""
    if len(line) > 320 or FURNITURE.match(line) is None:
        return False
    if BYLINE.match(line):
        return _is_byline(line)
    return True


def _is_byline(line: str) -> bool:
    """Such as "By Jane Doe and John Roe, Beirut": names only, no full stop."""
    words = re.findall(r"[\w.'’-]+", line)[1:]
    return not line.endswith(".") and all(word[0].isupper() or word in ("and", "in") for word in words)


def furniture_prefix(unit: str) -> int:
    """The length of a label glued before a sentence ("Short link:Jihadist insurgents ..."), or 0."""
    match = PREFIX.match(unit)
    return len(match.group().rstrip()) if match else 0
