"""Whom a noun phrase stands for. A reader finds, of a phrase in an article:

| what | where |
|---|---|
| any phrase: which module reads it | `resolver.py`, common nouns `nouns.py` |
| what an article has told so far | `state.py`; what a sentence adds to it `mentions.py` |
| "Aleppo", "Washington" (town or state), "Kuma" (unknown) | `names.py`, `unknown.py`, `contexts.py` |
| "HTS, a rebel group", "a group called X" | `beside.py` |
| "he", "it", "they", "we", "its leader" | `pronouns.py`; whom they may go back to `candidates.py`, `antecedents.py` |
| "the group", "the army", "the Observatory" | `going_back.py` |
| "the city", "the country", "a hospital in Aleppo" | `places.py`; the country at war that is meant `scene.py` |
| "the minister", "the foreign ministry in Tehran" | `people.py` |
| "Hamas fighters", "forces of X", "the Houthi government" | `groups.py`, whose they are `owners.py` |
| "rebels", "Syrian soldiers", "the regime" | `crowds.py`; with phrases of their own behind them `restricted.py` |
| "the eastern government", "ethnic Armenian forces" | `rivals.py` |
| "the Turks struck", "the ministers of Iran and Egypt met" | `peoples.py`, `spokesmen.py` |
| "hundreds of rebels", "groups such as X", "the western half of X" | `shares.py` |
| "Russian air cover", "Iran" in "Iran-backed" | `parts.py` |
| "a Pentagon official said", "the statement said" | `speakers.py` |

All are functions over a `Reading` (`state.py`); they ask it for other phrases, which the `Resolver` hands on.
`phrases.py` holds the questions asked of a phrase by itself, `entities.py` those of a country or a label.
"""
