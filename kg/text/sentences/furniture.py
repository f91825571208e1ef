"""Lines of an article that say nothing: copyright, links, datelines, share buttons, bylines."""

from __future__ import annotations

import re

DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
DATE = (
    rf"(?:{DAY},? )?(?:{MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {MONTH}(?:,? \d{{4}})?"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
)
CLOCK = r"(?:,? ?(?:[-–|] ?)?(?:at )?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?)?"
LABEL = (
    r"(?:short link|permalink|read more|read also|also read|see also|share this|tags|keywords|filed under"
    r"|related(?: (?:articles|stories|news|topics|coverage))?|more on this(?: story| topic)?)"
)
PICTURE = (
    r"(?:file )?(?:photo(?:graph)?|image|picture|credit|source|video)s?(?: (?:by|credit|courtesy(?: of)?))?"
)
BUTTON = (
    r"(?:share|tweet|print|e-?mail|comments?|advertisement|subscribe|sign up|follow us|listen|watch(?: live)?"
    r"|menu|sources|references|external links|sister links|have an opinion on this story\?|reuse content)"
)
BUTTON_WORD = (
    r"(?:this|now|here|on|to|via|by|facebook|twitter|whatsapp|article|story|page|our|newsletter|e-?mail)"
)

# Matched against the whole line, white space read as one space, capitals ignored.
FURNITURE = re.compile(
    "|".join(
        (
            r"(?:[-–—] ?)?\(?(?:copyright\b|©|\(c\) ).{0,200}",
            r".{0,80}\ball rights reserved\.?\)?",
            rf"{LABEL}(?: ?:.{{0,120}})?",
            r"(?:read more|share this|short link)\b[^.]{0,80}",
            rf"{PICTURE} ?:.{{0,160}}",
            rf"\(?{PICTURE} ?:.{{0,80}}\)",
            rf"{BUTTON}(?: {BUTTON_WORD}){{0,6}} ?[:.!]?",
            rf"(?:(?:last )?(?:updated|published|posted|modified)(?: on| at)? ?:? ?)?{DATE}{CLOCK} ?[.:]?",
            r"(?:last )?(?:updated|published|posted|modified) ?:.{0,60}",
            DAY,
            r"\d+ (?:min(?:ute)?s? read|comments?|shares?)",
            r"<?(?:https?://|www\.)\S+>?",
            r"[^\s@]+@[^\s@]+\.\w+",
            r"[\W_]+",
        )
    ),
    re.IGNORECASE,
)
# "By Jane Doe and John Roe, Beirut": names only, no full stop.
BYLINE = re.compile(r"(?:By|BY) [^\W\d_a-z][\w.'’-]*(?:,? (?:and|in|[^\W\d_a-z][\w.'’-]*)){0,8}(?<!\.)")
GLUED_LABEL = re.compile(rf"{LABEL}\s*:(?=\s*[A-Z“\"])", re.IGNORECASE)
SPACE = re.compile(r"\s+")
LONGEST = 320


def is_furniture(line: str) -> bool:
    """Whether a line (a unit or a sentence of one) is nothing but furniture."""
    if len(line) > LONGEST:
        return False
    plain = SPACE.sub(" ", line.strip())
    return FURNITURE.fullmatch(plain) is not None or BYLINE.fullmatch(plain) is not None


def furniture_prefix(unit: str) -> int:
    """The length of a label glued before a sentence ("Short link:Jihadist insurgents ..."), or 0."""
    match = GLUED_LABEL.match(unit)
    return match.end() if match else 0
