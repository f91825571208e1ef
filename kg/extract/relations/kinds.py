"""The classes of entities that the parts of a rule ask for."""

from __future__ import annotations

from kg.extract.references.state import ACTORS, PLACES

# The classes of entities that `subject` and `object` of a rule stand for.
KINDS = {
    "actor": ACTORS,
    "founder": ACTORS,
    "group": ("ArmedGroup", "Organisation", "ArmedForces", "Government", "State", "Collective"),
    "organised": ("ArmedGroup", "Organisation", "ArmedForces", "Government", "Collective"),
    "nonstate": (
        "Person",
        "ArmedGroup",
        "Organisation",
        "ArmedForces",
        "Government",
        "Collective",
        "Population",
    ),
    "named group": ("ArmedGroup", "Organisation"),
    "troops": ("ArmedForces", "Collective"),
    "led": ("ArmedGroup", "Organisation", "ArmedForces", "Government", "Collective", "Population"),
    "place": PLACES,
    "town": ("Place",),
    "site": ("Place", "Facility"),
    "agreement": ("Agreement",),
    "person": ("Person",),
    "commander": ("Person", "ArmedForces", "Organisation"),
    "ruler": (
        "Person",
        "ArmedGroup",
        "ArmedForces",
        "Organisation",
        "State",
        "Government",
        "Collective",
        "Population",
    ),
    "militant": ("ArmedGroup", "Collective"),
    "side": ACTORS,
    # Who may be succeeded: peoples and crowds only come and go.
    "heir": ("Person", "ArmedGroup", "Organisation", "Government"),
    "forces": ("ArmedGroup", "ArmedForces", "Collective", "Organisation"),
    "named": ("ArmedGroup", "Organisation", "ArmedForces", "Government", "State"),
}
