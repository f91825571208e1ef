"""The dictionary form of a word, given its part of speech."""

from __future__ import annotations

import simplemma

IRREGULAR_VERBS = {
    form: base
    for base, forms in {
        "be": "am is are was were been being 's 're 'm ’s ’re ’m",
        "have": "has had having 've ’ve 'd",
        "do": "does did done doing",
        "leave": "left",
        "find": "found",
        "lead": "led",
        "fall": "fell fallen",
        "hold": "held",
        "fight": "fought",
        "strike": "struck stricken",
        "shoot": "shot",
        "bind": "bound",
        "lie": "lay lain lying",
        "see": "saw seen",
        "wind": "wound",
        "grind": "ground",
        "feel": "felt",
        "rise": "rose risen",
        "bear": "bore borne",
        "will": "'ll",
    }.items()
    for form in forms.split()
}


def lemma(word: str, tag: str, pos: str) -> str:
    """The lower-case dictionary form; proper names and words that do not inflect stay as they are."""
    lower = word.lower()
    if tag.startswith("VB") or tag == "MD":
        return IRREGULAR_VERBS.get(lower) or simplemma.lemmatize(lower, lang="en")
    if tag == "NNS":
        return simplemma.lemmatize(lower, lang="en")
    if pos == "PROPN":
        return word
    return lower
