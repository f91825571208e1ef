"""Closed classes of English words that several stages need; nobody adds to them, so they are not in the rules."""

from __future__ import annotations

# Where something is or happens, what tells most first; "along" and "off" only go with roads and coasts.
IN_PLACE = ("in", "at", "near", "inside", "outside", "across", "around", "throughout", "within")
DAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
PARTS_OF_DAY = frozenset(
    ("morning", "afternoon", "evening", "night", "dawn", "midday", "noon", "dusk", "midnight")
)
COMPASS = frozenset(("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"))
# Verbs of what two do to each other: "rebels and the army clashed".
MUTUAL = frozenset(
    ("clash", "fight", "battle", "skirmish", "meet", "negotiate", "exchange", "trade", "agree")
)
# Adjectives that are nouns when counted: "one civilian".
COUNTED = frozenset(("civilian", "militant", "extremist", "national"))
# What denies the verb beside it, however the apostrophe is written.
NOT = frozenset(("not", "n't", "n’t", "never"))
MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
