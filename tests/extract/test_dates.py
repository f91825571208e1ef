"""Dates: what must be found with its value, what must not, and what holds of any text.

A value is written as "2016-05-03" (a point), "2012.." (since), "..2017" (until) or "2012..2014".
"""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.errors import RuleError
from kg.extract.dates.reader import context_after, dateline, time_expressions, topic_year
from kg.records import TimeExpression
from kg.resources import resource
from kg.rules.dates import load_date_words

WORDS = load_date_words([resource("rules")])
WEDNESDAY = "2016-05-04"
SATURDAY = "2024-11-30"
ISO = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


def value(found: TimeExpression) -> str:
    return found.when or f"{found.since or ''}..{found.until or ''}"


def read(text: str, published: str | None = WEDNESDAY, **options: object) -> list[tuple[str, str]]:
    found = time_expressions(text, published, WORDS, **options)  # type: ignore[arg-type]
    return [(text[e.start : e.end], value(e)) for e in found]


# One phrase in its sentence, read on Wednesday, 4 May 2016: (sentence, phrase, value).
SINGLE = [
    # weekdays
    ("Rebels attacked on Tuesday.", "on Tuesday", "2016-05-03"),
    ("He spoke Wednesday.", "Wednesday", "2016-05-04"),
    ("It fell late Friday.", "late Friday", "2016-04-29"),
    ("It fell late on Friday.", "late on Friday", "2016-04-29"),
    ("He died on Friday night.", "on Friday night", "2016-04-29"),
    ("He said so last Wednesday.", "last Wednesday", "2016-04-27"),
    ("They meet next Monday.", "next Monday", "2016-05-09"),
    ("They meet this coming Friday.", "this coming Friday", "2016-05-06"),
    ("He said so this past Sunday.", "this past Sunday", "2016-05-01"),
    ("Sunday's attack killed two.", "Sunday", "2016-05-01"),
    ("Sunday’s attack killed two.", "Sunday", "2016-05-01"),
    ("It followed Thursday's attack.", "Thursday", "2016-04-28"),
    ("On Wednesday morning they left.", "On Wednesday morning", "2016-05-04"),
    ("They were pushed back by Wednesday morning.", "by Wednesday morning", "2016-05-04"),
    ("It has raged since Wednesday.", "since Wednesday", "2016-05-04.."),
    ("The road was shut until Sunday.", "until Sunday", "..2016-05-01"),
    ("Tuesday last week was calm.", "Tuesday last week", "2016-04-26"),
    ("Last week on Tuesday it was calm.", "Last week on Tuesday", "2016-04-26"),
    ("Talks are scheduled for Friday.", "for Friday", "2016-05-06"),
    ("CLASHES ON MONDAY", "ON MONDAY", "2016-05-02"),
    ("Al-Thawra fell on Friday.", "on Friday", "2016-04-29"),
    ("On Sunday\nmorning they left.", "On Sunday\nmorning", "2016-05-01"),
    # relative days
    ("He died yesterday.", "yesterday", "2016-05-03"),
    ("He died the day before yesterday.", "the day before yesterday", "2016-05-02"),
    ("They leave the day after tomorrow.", "the day after tomorrow", "2016-05-06"),
    ("They meet today.", "today", "2016-05-04"),
    ("They met earlier today.", "earlier today", "2016-05-04"),
    ("They met this morning.", "this morning", "2016-05-04"),
    ("Last night's attack killed two.", "Last night", "2016-05-03"),
    ("They meet tonight.", "tonight", "2016-05-04"),
    ("They meet tomorrow evening.", "tomorrow evening", "2016-05-05"),
    ("Clashes raged overnight near Aleppo.", "overnight", "2016-05-04"),
    ("As of yesterday, nobody had left.", "As of yesterday", "2016-05-03"),
    # relative weeks, months, years
    ("It fell last week.", "last week", "2016-04-25..2016-05-01"),
    ("They meet this week.", "this week", "2016-05-02..2016-05-08"),
    ("They met earlier this week.", "earlier this week", "2016-05-02..2016-05-04"),
    ("They meet later this week.", "later this week", "2016-05-04..2016-05-08"),
    ("They meet next week.", "next week", "2016-05-09..2016-05-15"),
    ("It fell last month.", "last month", "2016-04"),
    ("It fell early last month.", "early last month", "2016-04"),
    ("It fell this month.", "this month", "2016-05"),
    ("It fell last year.", "last year", "2015"),
    ("It fell late last year.", "late last year", "2015"),
    ("It fell at the end of last year.", "at the end of last year", "2015"),
    ("Elections come next year.", "next year", "2017"),
    ("It fell earlier this year.", "earlier this year", "2016"),
    ("It fell last April.", "last April", "2016-04"),
    ("It fell last May.", "last May", "2015-05"),
    ("Elections come next June.", "next June", "2016-06"),
    ("It fell in June last year.", "in June last year", "2015-06"),
    ("It fell in June of last year.", "in June of last year", "2015-06"),
    ("It fell last summer.", "last summer", "2015"),
    ("It fell over the weekend.", "over the weekend", "2016-04-30..2016-05-01"),
    ("It fell last weekend.", "last weekend", "2016-04-30..2016-05-01"),
    # stretches
    ("He lived there for the past five years.", "for the past five years", "2011.."),
    ("It rained over the last two days.", "over the last two days", "2016-05-02.."),
    ("It struck five times in the past 24 hours.", "in the past 24 hours", "2016-05-03.."),
    ("It struck twice in the past week.", "in the past week", "2016-04-27.."),
    ("It comes in the next two weeks.", "in the next two weeks", "2016-05-04..2016-05-18"),
    ("It began a year ago.", "a year ago", "2015"),
    ("It began three years ago.", "three years ago", "2013"),
    ("It began nearly four years ago.", "nearly four years ago", "2012"),
    ("It began two months ago.", "two months ago", "2016-03"),
    ("It began two weeks ago.", "two weeks ago", "2016-04-18..2016-04-24"),
    ("It began 10 days ago.", "10 days ago", "2016-04-24"),
    # days of the calendar
    ("A truce since February 27 holds.", "since February 27", "2016-02-27.."),
    ("It fell on 27 February.", "on 27 February", "2016-02-27"),
    ("It fell on 12 March 2018.", "on 12 March 2018", "2018-03-12"),
    ("It fell on March 12, 2018.", "on March 12, 2018", "2018-03-12"),
    ("It fell on the 12th of March 2018.", "on the 12th of March 2018", "2018-03-12"),
    ("It fell on Nov. 6, 2016.", "on Nov. 6, 2016", "2016-11-06"),
    ("It fell Dec. 10.", "Dec. 10", "2015-12-10"),
    ("It fell on December 27th.", "on December 27th", "2015-12-27"),
    ("The December 31 attack failed.", "December 31", "2015-12-31"),
    ("Since the 13 November attacks he hid.", "13 November", "2015-11-13"),
    ("Seen on 25/03/2018.", "on 25/03/2018", "2018-03-25"),
    ("Seen on 25.03.2018.", "on 25.03.2018", "2018-03-25"),
    ("Seen 2016-09-24 in Aleppo.", "2016-09-24", "2016-09-24"),
    ("Saturday, 12 May 2018, was calm.", "Saturday, 12 May 2018", "2018-05-12"),
    ("Sat, 12 May 2018, was calm.", "Sat, 12 May 2018", "2018-05-12"),
    ("On Monday, Dec. 14, he left.", "On Monday, Dec. 14", "2015-12-14"),
    ("At 11am on Thursday 28 April it began.", "on Thursday 28 April", "2016-04-28"),
    ("At 7:45 p.m. on Monday it began.", "on Monday", "2016-05-02"),
    ("It fell on the night of May 1.", "on the night of May 1", "2016-05-01"),
    ("In the early morning of 3 May 2016 it fell.", "In the early morning of 3 May 2016", "2016-05-03"),
    ("As of January 3, nobody had left.", "As of January 3", "2016-01-03"),
    ("They will meet on May 20.", "on May 20", "2016-05-20"),
    ("The mandate was extended until July 31.", "until July 31", "..2016-07-31"),
    ("He was envoy until December.", "until December", "..2015-12"),
    ("The bomb went off on New Year's Eve.", "on New Year's Eve", "2015-12-31"),
    ("He fled on Christmas Day 2014.", "on Christmas Day 2014", "2014-12-25"),
    ("Since the September 11 attacks he hid.", "September 11 attacks", "2001-09-11"),
    ("Born on Feb. 29, 2016.", "on Feb. 29, 2016", "2016-02-29"),
    ("He was born on October 9, 1779.", "on October 9, 1779", "1779-10-09"),
    # months
    ("In March 2000 people fled.", "In March", "2016-03"),
    ("It fell in April.", "in April", "2016-04"),
    ("It fell in May.", "in May", "2016-05"),
    ("It fell in June.", "in June", "2015-06"),
    ("It fell in March 2011.", "in March 2011", "2011-03"),
    ("It has raged since March 2011.", "since March 2011", "2011-03.."),
    ("It fell in early November 2005.", "in early November 2005", "2005-11"),
    ("It fell at the end of March.", "at the end of March", "2016-03"),
    ("It fell in mid January.", "in mid January", "2016-01"),
    ("It fell in mid-January.", "in mid-January", "2016-01"),
    ("The November border deal failed.", "November", "2015-11"),
    ("The May elections failed.", "May", "2016-05"),
    # years
    ("It fell in 2020.", "in 2020", "2020"),
    ("It fell in late 2019.", "in late 2019", "2019"),
    ("It fell in mid-2014.", "in mid-2014", "2014"),
    ("Since 2012, the city is divided.", "Since 2012", "2012.."),
    ("He ruled until 2017.", "until 2017", "..2017"),
    ("They want to leave by 2017.", "by 2017", "2017"),
    ("He ruled before 2011.", "before 2011", "..2011"),
    ("He fled after 2011.", "after 2011", "2011.."),
    ("From 2012 onwards he ruled.", "From 2012 onwards", "2012.."),
    ("From 2012, he ruled.", "From 2012", "2012.."),
    ("The resurgence threatens the 2020 truce.", "2020", "2020"),
    ("Since the 2020 truce he hid.", "2020", "2020"),
    ("He led the 2007 Baghdad crackdown.", "2007", "2007"),
    ("He died in a 2008 raid.", "2008", "2008"),
    ("In 2016's battle he died.", "2016", "2016"),
    ("It was built (2012) for defence.", "2012", "2012"),
    ("Resolution 2042 (2012) says so.", "2012", "2012"),
    ("It fell in the summer of 2014.", "in the summer of 2014", "2014"),
    ("It fell in the first half of 2014.", "in the first half of 2014", "2014"),
    ("He fought in the 1990s.", "in the 1990s", "1990..1999"),
    ("He fought in the early 1990s.", "in the early 1990s", "1990..1999"),
    ("He fought in the Iran-Iraq War of 1980-88.", "of 1980-88", "1980..1988"),
    ("He fought in 1990-91.", "in 1990-91", "1990..1991"),
    ("He ruled (2000–2011) alone.", "2000–2011", "2000..2011"),
    ("He ruled 2003-present.", "2003-present", "2003.."),
    # intervals
    ("He fought between 2012 and 2014.", "between 2012 and 2014", "2012..2014"),
    ("It lasted from March to May 2015.", "from March to May 2015", "2015-03..2015-05"),
    ("It lasted from November to March 2015.", "from November to March 2015", "2014-11..2015-03"),
    ("It lasted from 2011 until 2013.", "from 2011 until 2013", "2011..2013"),
    ("It lasted from Friday to Sunday.", "from Friday to Sunday", "2016-04-29..2016-05-01"),
    ("It lasted from Sunday to Tuesday.", "from Sunday to Tuesday", "2016-05-01..2016-05-03"),
    ("It lasted from Monday until Wednesday.", "from Monday until Wednesday", "2016-05-02..2016-05-04"),
    ("It lasted Tuesday through Thursday.", "Tuesday through Thursday", "2016-04-26..2016-04-28"),
    ("It lasts from May 15-24.", "from May 15-24", "2016-05-15..2016-05-24"),
    ("It lasted from 5-6 April 2016.", "from 5-6 April 2016", "2016-04-05..2016-04-06"),
    ("Exercise, October 25-26, 2016, ended.", "October 25-26, 2016", "2016-10-25..2016-10-26"),
    ("It lasted from Dec. 1 through Jan. 15.", "from Dec. 1 through Jan. 15", "2015-12-01..2016-01-15"),
    ("Born between 1977-1979 in Mosul.", "between 1977-1979", "1977..1979"),
    ("It lasted between 3 and 5 March.", "between 3 and 5 March", "2016-03-03..2016-03-05"),
    (
        "It lasted from 1 March 2014 to 5 May 2015.",
        "from 1 March 2014 to 5 May 2015",
        "2014-03-01..2015-05-05",
    ),
]

SEVERAL = [
    ("It fell on Monday and Tuesday.", [("on Monday", "2016-05-02"), ("Tuesday", "2016-05-03")]),
    ("It fell in 2014 and 2015.", [("in 2014", "2014"), ("2015", "2015")]),
    ("It fell in 2012, 2013 and 2014.", [("in 2012", "2012"), ("2013", "2013"), ("2014", "2014")]),
    ("It fell in January and March.", [("in January", "2016-01"), ("March", "2016-03")]),
    ("It fell on 1 March and 5 May 2015.", [("on 1 March", "2015-03-01"), ("5 May 2015", "2015-05-05")]),
    (
        "He attacked on 5 November, and won four days later.",
        [("on 5 November", "2015-11-05"), ("four days later", "2015-11-09")],
    ),
    (
        "They left in 2011 but returned three years later.",
        [("in 2011", "2011"), ("three years later", "2014")],
    ),
    ("On Friday it told of an attack that day.", [("On Friday", "2016-04-29"), ("that day", "2016-04-29")]),
    (
        "He left on 4 April and died the next day.",
        [("on 4 April", "2016-04-04"), ("the next day", "2016-04-05")],
    ),
    (
        "It ended all night Thursday and all of yesterday.",
        [("Thursday", "2016-04-28"), ("all of yesterday", "2016-05-03")],
    ),
    ("First announced seven days earlier on April 6.", [("on April 6", "2016-04-06")]),
    ("On March 20 people fled.", [("On March 20", "2016-03-20")]),
    ("In March 20 people fled.", [("In March", "2016-03")]),
]

# Nothing must be found here, whatever the article's date.
NOTHING = [
    "",
    "They may march on Rome.",
    "You may go.",
    "The March on Rome failed.",
    "A statement by May was read.",
    "Mrs May said no.",
    "He spoke to April Glaspie.",
    "In over a year nothing changed.",
    "It began more than a year ago.",
    "It began several days ago.",
    "It happened in recent days.",
    "It happened 30 years ago.",
    "In the past few years he changed.",
    "The last two years of the war were worse.",
    "The fiercest of the five-year war.",
    "A 26-year-old activist spoke.",
    "Nearly two weeks of fighting.",
    "It lasted through the night.",
    "It happened on the same day.",
    "It happened three days earlier.",
    "They pray every Friday.",
    "They pray on Fridays.",
    "Black Friday sales began.",
    "The Mail on Sunday reported it.",
    "The Sunday Times reported it.",
    "The April 6 Youth Movement marched.",
    "The 17 February Martyrs Brigade marched.",
    "The March 14 alliance marched.",
    "The 1st Marines marched.",
    "At 7:45 p.m. they left.",
    "Seen on 12/03/2018.",
    "Seen on 45/45/2018.",
    "Killed 2014 fighters.",
    "About 2000 people fled.",
    "A force of 2000.",
    "From 2000 to 2500 people fled.",
    "It flies at 2000 feet.",
    "UN resolution 2259 and Article 2012 say so.",
    "Resolutions 2042 and 2043 say so.",
    "It cost $2014 and 2,014 lives.",
    "Some 300,000 lives, 2014.5 tonnes, room 2014.",
    "On the 40th of March and on February 30.",
    "A Mar was seen on Sep the Sat.",
    "The curfew and the overnight curfew hold.",
    "Russia Today said nothing.",
    "Copyright Limited 2016",
]

# Without an article date, what depends on it is not guessed.
UNDATED_NOTHING = [
    "It fell on Tuesday.",
    "It fell yesterday.",
    "It fell last week.",
    "It fell a year ago.",
    "It fell on February 27.",
    "It fell in April.",
    "It fell over the last two years.",
    "It fell last summer.",
    "It fell on Monday, four days later.",
    "It fell on New Year's Eve.",
    "It fell this morning.",
    "It fell last April, or in June last year.",
]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("It began in 2005.", "2005"),
        ("On 3 May 2005 it fell.", "2005-05-03"),
        ("There have been bombs since April 2004.", None),
        ("It lasted until 2004.", None),
        ("He led the 2020 coup.", None),
        ("The battle (2016-17) was long.", None),
        ("The 2016–2017 battle was long.", None),
        ("The battle (June 2016) was long.", None),
    ],
)
def test_a_year_in_passing_dates_nothing_else(text: str, year: str | None) -> None:
    assert context_after(time_expressions(text, None, WORDS), text) == year


@pytest.mark.parametrize(
    ("heading", "year"),
    [
        ("2016 Dabiq offensive", "2016"),
        ("The war (2011–2013)", None),
        ("From 2011 to 2013", None),
        ("The war", None),
    ],
)
def test_a_heading_dates_its_article(heading: str, year: str | None) -> None:
    assert topic_year(heading) == year


@pytest.mark.parametrize(("text", "phrase", "expected"), SINGLE)
def test_one_date(text: str, phrase: str, expected: str) -> None:
    assert read(text) == [(phrase, expected)]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several_dates(text: str, expected: list[tuple[str, str]]) -> None:
    found = read(text)
    assert [pair for pair in found if pair in expected] == expected
    assert len(found) <= len(expected) + (1 if "earlier" in text else 0)


@pytest.mark.parametrize("published", [WEDNESDAY, SATURDAY, None])
@pytest.mark.parametrize("text", NOTHING)
def test_no_date(text: str, published: str | None) -> None:
    assert read(text, published) == []


@pytest.mark.parametrize("text", UNDATED_NOTHING)
def test_nothing_is_guessed_without_an_article_date(text: str) -> None:
    assert read(text, None) == []


@pytest.mark.parametrize("published", ["", "2016", "2016-05", "yesterday", "2016-13-45"])
def test_an_article_date_less_precise_than_a_day_resolves_nothing(published: str) -> None:
    assert read("It fell on Tuesday, and again in 2014.", published) == [("in 2014", "2014")]


def test_absolute_dates_need_no_article_date() -> None:
    assert read("In 2014 and on 3 May 2015.", None) == [("In 2014", "2014"), ("on 3 May 2015", "2015-05-03")]


def test_a_weekday_beside_a_day_tells_the_year() -> None:
    assert read("It fell on Monday, Dec. 26.", "2017-02-15") == [("on Monday, Dec. 26", "2016-12-26")]
    assert read("It falls on Monday, Dec. 5.", WEDNESDAY) == [("on Monday, Dec. 5", "2016-12-05")]
    assert read("It fell on Monday, Dec. 6.", WEDNESDAY) == []  # in no year near the article's


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("They meet on Friday.", "2016-04-29", "2016-05-06"),
        ("They meet on Wednesday.", "2016-05-04", "2016-05-04"),
        ("They meet on September 3.", "2015-09-03", "2016-09-03"),
        ("They meet in June.", "2015-06", "2016-06"),
        ("They met last Friday.", "2016-04-29", "2016-04-29"),
    ],
)
def test_a_future_reading(text: str, past: str, future: str) -> None:
    assert [pair[1] for pair in read(text)] == [past]
    assert [pair[1] for pair in read(text, future=True)] == [future]


def test_the_article_s_year_completes_its_days() -> None:
    text = "It began in early November 2005."
    context = context_after(time_expressions(text, None, WORDS), text)
    assert read("On 5 November they attacked, and won four days later.", None, context=context) == [
        ("On 5 November", "2005-11-05"),
        ("four days later", "2005-11-09"),
    ]
    assert context_after((), "It fell.", context=context) == context
    assert read("It fell on Tuesday.", None, context=context) == []
    assert read("It fell on February 29.", None, context=context) == []  # 2005 has none


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("on Tuesday", "on"),
        ("Since  2012", "since"),
        ("by Wednesday morning", "by"),
        ("late Friday", ""),
        ("Thursday's attack", ""),
        ("after Thursday's attack", ""),
        ("since the 2020 truce", ""),
        ("between 2012 and 2014", "between"),
        ("As of January 3", "as of"),
    ],
)
def test_the_cue_is_the_preposition(text: str, cue: str) -> None:
    assert [found.cue for found in time_expressions(text, WEDNESDAY, WORDS)] == [cue]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tuesday, October 15, 2019\n\nLate on Sunday, the forces left.", "2019-10-15"),
        ("Syria talks begin\nWednesday, January 30, 2019\n\nA bombing", "2019-01-30"),
        ("BEIRUT, 3 May 2016 — Clashes raged.", "2016-05-03"),
        ("WASHINGTON, Jan. 3, 2017 (Reuters) - The", "2017-01-03"),
        ("SOUTHWEST ASIA, February 1, 2017 - On Jan. 8", "2017-02-01"),
        ("Published: 2016-09-24 10:00 GMT", "2016-09-24"),
        ("ALEPPO, Nov. 27 (Reuters) - Clashes", None),
        ("On May 3, 2016, rebels attacked Aleppo.", None),
        ("Rebels attacked on May 3, 2016.", None),
        ("In Aleppo, 3 May 2016, rebels attacked.", None),
        ("The war began on 15 March 2011 (see below).", None),
        ("Clashes raged.\n" * 8 + "Tuesday, October 15, 2019\n", None),
        ("May 2016\nClashes", None),
        ("", None),
    ],
)
def test_dateline(text: str, expected: str | None) -> None:
    assert dateline(text, WORDS) == expected


def test_a_faulty_word_file_names_every_fault(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "time.yaml"
    path.write_text("months: [[January]]\nweekdays: 3\ncues: {start: [since]}\n", encoding="utf-8")
    with pytest.raises(RuleError) as error:
        load_date_words([tmp_path])
    lines = str(error.value).splitlines()
    assert len(lines) > 10
    assert any("should name 12, names 1" in line and "time.yaml:1" in line for line in lines)


# What holds of any text

PIECES = st.sampled_from(
    "on in since until from to between and by the late early mid- last next this past of Monday Tuesday's Friday May "
    "March 3 31 2014 1980-88 Feb. 29 yesterday overnight week month year years two weeks ago , . ; ( ) ’s 's 12/3/2018 "
    "2016-02-30 99 million the end of days later same day Brigade İ ß \n \t “ — – 00 ١٢ 20١٢".split(" ")
)
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(PIECES, max_size=14).map(" ".join),
    st.lists(PIECES, max_size=8).map("".join),
)
DATES = st.one_of(st.none(), st.dates().map(date.isoformat), st.text(max_size=12))


@given(TEXTS, DATES, st.booleans(), DATES)
@example("in 9999 and next year", "9999-12-31", True, None)
@example("last year, a year ago, last week, last Monday", "0001-01-01", False, None)
@example("on February 29", "2016-02-29", False, None)
@example("on 5 May", None, False, "x")
def test_spans_and_values_hold_on_any_text(
    text: str, published: str | None, future: bool, context: str | None
) -> None:
    found = time_expressions(text, published, WORDS, future=future, context=context)
    place = 0
    for expression in found:
        assert place <= expression.start < expression.end <= len(text)
        assert text[expression.start : expression.end] == text[expression.start : expression.end].strip()
        place = expression.end
        values = [v for v in (expression.when, expression.since, expression.until) if v is not None]
        assert values
        assert not (expression.when and len(values) > 1)
        for iso in values:
            assert ISO.fullmatch(iso)
            date.fromisoformat(iso + "-01-01"[len(iso) - 4 :] if len(iso) < 10 else iso)
    assert found == time_expressions(text, published, WORDS, future=future, context=context)


@given(TEXTS, DATES, st.integers(0, 10**6))
def test_the_offset_only_shifts(text: str, published: str | None, offset: int) -> None:
    shifted = [
        (e.start - offset, e.end - offset, e.when, e.since, e.until, e.cue)
        for e in time_expressions(text, published, WORDS, offset)
    ]
    assert shifted == [
        (e.start, e.end, e.when, e.since, e.until, e.cue) for e in time_expressions(text, published, WORDS)
    ]


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.sampled_from(["Monday", "Thursday", "Sunday"]))
def test_a_weekday_lies_in_the_week_before_the_article(published: date, weekday: str) -> None:
    (found,) = time_expressions(f"It fell on {weekday}.", published.isoformat(), WORDS)
    assert found.when is not None
    day = date.fromisoformat(found.when)
    assert 0 <= (published - day).days <= 6
    assert day.strftime("%A") == weekday


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_in_every_order(day: date) -> None:
    month = day.strftime("%B")
    for text in (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        day.isoformat(),
        f"{day.strftime('%A')}, {day.day} {month} {day.year}",
    ):
        assert read(f"It fell on {text}.", None) == [(f"on {text}", day.isoformat())]


@given(st.text(max_size=3000))
def test_the_dateline_is_a_day_or_nothing(text: str) -> None:
    found = dateline(text, WORDS)
    assert found is None or date.fromisoformat(found)
