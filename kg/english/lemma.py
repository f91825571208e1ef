"""The dictionary form of a word, given its Penn Treebank tag: spelling rules and a table of irregular forms."""

from __future__ import annotations

from functools import lru_cache

from kg.english.irregular import (
    ADJECTIVES,
    DOUBLE,
    MODALS,
    NOUNS,
    PREFIXES,
    SINGLE_L,
    UNCHANGED_NOUNS,
    VERBS,
    WITH_E,
    WITHOUT_E,
)

# Pasts that are verbs of their own: "they found parties", "they lay mines".
BASES = frozenset(
    "found saw lay fell bore wound ground bound felt rent slit lit rose shed sped wove left".split()
)
VOWELS = frozenset("aeiou")
# After these letters a stem has lost an e when one vowel stands before them: "seiz", "mak", "invad", "captur".
E_AFTER_ONE_VOWEL = frozenset("bdgkmnprtz")
# ... but not after these endings: "target", "cover", "weaken", "mention", "claim".
NO_E_ENDINGS = ("et", "er", "en", "on", "it", "ot", "om", "op", "ed")
ES_AFTER = ("ch", "sh", "x", "ss", "zz")


@lru_cache(maxsize=50_000)
def lemma(word: str, tag: str, pos: str) -> str:
    """The dictionary form in small letters ("fought" as VBD gives "fight"); proper names stay as they are.

    Plural nouns with no singular in use stay ("headquarters", "people").
    """
    if pos == "PROPN" or tag in ("NNP", "NNPS"):
        return word
    small = word.lower().replace("’", "'")
    if "-" in small.strip("-"):
        before, _, last = small.rpartition("-")
        return f"{before}-{_simple(last, tag)}" if last else small
    return _simple(small, tag)


def _simple(small: str, tag: str) -> str:
    if tag.startswith("VB"):
        return verb(small, tag)
    if tag == "NNS":
        return singular(small)
    if tag in ("JJR", "JJS", "RBR", "RBS"):
        return positive(small)
    if tag == "MD":
        return MODALS.get(small, small)
    return small


def verb(form: str, tag: str) -> str:
    """The infinitive of a verb form; infinitives and present forms without -s come back unchanged."""
    if base := _irregular(form, tag):
        return base
    if tag == "VBZ" and form.endswith("s") and not form.endswith("ss"):
        return _without_s(form)
    if tag == "VBG" and form.endswith("ing") and len(form) > 4:
        return _restored(form[:-3])
    if tag in ("VBD", "VBN") and form.endswith("ed") and len(form) > 3:
        return form[:-3] + "y" if form.endswith("ied") else _restored(form[:-2])
    return form


def _irregular(form: str, tag: str) -> str | None:
    if (
        tag == "VBP"
        and form[:1].isalpha()
        and form not in BASES
        and VERBS.get(form, form) not in (form, "be")
    ):
        return VERBS[form]  # a past that the parser took for a present: "they froze assets"
    if tag in ("VB", "VBP") and form not in ("am", "are", "'re", "'m", "'ve", "re", "is", "was"):
        return None
    if form in VERBS:
        return VERBS[form]
    for prefix in PREFIXES:
        rest = form.removeprefix(prefix)
        if rest != form and rest in VERBS and len(rest) > 2 and not rest.endswith("ing"):
            return prefix + VERBS[rest]
    return None


def _without_s(form: str) -> str:
    """A third person or a plural without its -s or -es."""
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith("es") and (form[:-2].endswith(ES_AFTER) or (form.endswith("oes") and len(form) > 4)):
        return form[:-2]
    if form.endswith("ses") and form[:-2] in WITHOUT_E:
        return form[:-2]
    return form[:-1]


def singular(form: str) -> str:
    """The singular of a plural noun."""
    if form in UNCHANGED_NOUNS:
        return form
    if form in NOUNS:
        return NOUNS[form]
    if form.endswith("men") and len(form) > 4:
        return form[:-2] + "an"
    if not form.endswith("s") or form.endswith(("ss", "us", "'s")) or len(form) < 3:
        return form
    if form.endswith("wives"):
        return form[:-3] + "fe"
    if (
        form.endswith("uses")
        and form[-5:-4] not in ("a", "o", "")
        and len(form) > 6
        and not form.endswith("cuses")
    ):
        return form[:-2] if not form.endswith(("abuses", "fuses")) else form[:-1]
    return _without_s(form)


def positive(form: str) -> str:
    """The plain form of a comparative or superlative: "larger", "earliest"."""
    if form in ADJECTIVES:
        return ADJECTIVES[form]
    for ending in ("est", "er"):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            stem = form[: -len(ending)]
            if stem.endswith("i"):
                return stem[:-1] + "y"
            if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in "bdgmnpt":
                return stem[:-1]
            return stem + "e" if stem.endswith(("c", "v", "g", "s", "bl", "pl", "tl", "mpl", "id", "ar", "at", "ut",
                                                "af", "ur", "ir", "im", "or", "uel", "ak", "ik", "as", "os")) and \
                stem not in ("strong", "young", "long", "near", "dear", "clear", "poor", "great", "neat", "weak",
                             "bleak", "sleek", "fair") else stem  # fmt: skip
    return form


def _restored(stem: str) -> str:
    """The verb behind a stem without -ed or -ing: "stopp", "seiz", "captur", "carri", "kill"."""
    if stem in WITH_E or any(stem.removeprefix(prefix) in WITH_E for prefix in PREFIXES):
        return stem + "e"
    if stem in WITHOUT_E or stem in DOUBLE or len(stem) < 3:
        return stem
    last, before = stem[-1], stem[-2]
    if last == before:
        if last == "l":
            return stem[:-1] if stem in SINGLE_L else stem
        return stem[:-1] if last in "bdgmnprt" else stem
    return stem + "e" if _lost_e(stem, last, before) else stem


def _lost_e(stem: str, last: str, before: str) -> bool:
    """Whether the stem's spelling asks for an e at its end."""
    if last in "vuc" or (last == "s" and before != "s"):
        return True
    if last == "g":
        return before in "drl" or (before in VOWELS and stem[-3:-2] not in VOWELS) or stem.endswith("ieg")
    if last == "l":
        return before in "bcdfgkpstz" or stem.endswith("uil")
    if last == "z":
        return before in VOWELS
    if last == "r" and stem.endswith(("uir", "quir")):
        return True
    if last not in E_AFTER_ONE_VOWEL or before not in VOWELS:
        return False
    if stem.endswith(NO_E_ENDINGS):
        return False
    second = stem[-3:-2]
    if second in VOWELS:
        # Two vowels and a consonant: "claim", "treat", "need"; but "initiat", "evacuat", "situat", "isolat".
        return stem.endswith(("iat", "uat")) or (second == "u" and stem[-4:-3] == "q")
    return True
