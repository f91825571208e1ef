"""Every claim can be checked: its offsets slice back to its words, whatever the text looks like."""

from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.pipeline import Engine
from kg.records import Claim, Document
from kg.statements import roles

NAMES = [
    "Russia",
    "Mr Assad",
    "Hayat Tahrir al-Sham (HTS)",
    "Syrian rebels",
    "the Free Syrian Army",
    "José Ibáñez",
    "😀",
]
SENTENCES = [
    "{} backs {}.",
    "{}, backed by {}, captured Aleppo on Friday.",
    "“We will fight {},” said {}, a spokesman.",
    "{}'s backers,\n{}\n, sent more than 300 troops",
    "At least 12 civilians were killed by {} in Idlib, {} said",
    "A truce brokered by {} and {} ended the siege of Homs\u00a0in 2018.",
    "The {}-backed {} denied the report.",
]
JOINTS = [" ", "\n", "\r\n", "\n\n", "\t", " \u2028", "\u200b ", "\n– (Copyright AFP 2016)\n", ""]


@cache
def engine() -> Engine:
    return Engine.load()


def sentence() -> st.SearchStrategy[str]:
    names = st.sampled_from(NAMES)
    return st.builds(
        lambda form, one, other: form.format(one, other), st.sampled_from(SENTENCES), names, names
    )


@st.composite
def texts(draw: st.DrawFn) -> str:
    """An article of plausible sentences with odd joints and a little noise."""
    noise = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
    parts = draw(st.lists(st.tuples(sentence(), st.sampled_from(JOINTS) | noise), min_size=1, max_size=5))
    return "".join(piece for part in parts for piece in part)


def faults(claim: Claim, text: str) -> list[str]:
    """What of the claim is not where it says it is."""
    spans = [
        ("sentence", claim.start, claim.end, claim.sentence),
        ("cue", claim.cue.start, claim.cue.end, claim.cue.text),
    ]
    spans += [(role, a.start, a.end, a.mention) for role, a in roles(claim)]
    return [
        f"{what}: {words!r} is {text[i:j]!r}" for what, i, j, words in spans if text[i:j] != words or i >= j
    ]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts())
def test_every_span_of_every_claim_is_where_it_says(text: str) -> None:
    article = engine().read(Document("generated.txt", text, published="2016-09-24"))
    assert [fault for claim in article.claims for fault in faults(claim, text)] == []
    ids = [claim.id for claim in article.claims]
    assert len(ids) == len(set(ids))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts())
def test_the_same_text_gives_the_same_claims(text: str) -> None:
    document = Document("generated.txt", text, published="2016-09-24")
    assert engine().read(document) == engine().read(document)


def test_the_generated_texts_do_hold_claims() -> None:
    found = [
        len(
            engine()
            .read(Document("a.txt", form.format("Russia", "Syrian rebels"), published="2016-09-24"))
            .claims
        )
        for form in SENTENCES
    ]
    assert sum(map(bool, found)) >= 4
