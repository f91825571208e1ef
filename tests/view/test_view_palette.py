"""Colours that stay apart for every eye, and an entry for every predicate and class."""

from __future__ import annotations

import math
import re
from itertools import combinations
from pathlib import Path

import pytest

from kg.view.palette import palette

# Full colour blindness of each kind, for linear RGB (Machado, Oliveira and Fernandes 2009, severity 1.0).
BLIND = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour: str) -> list[float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]


def seen(colour: str, eye: str) -> list[float]:
    rgb = linear(colour)
    return [min(1.0, max(0.0, sum(w * c for w, c in zip(row, rgb, strict=True)))) for row in BLIND[eye]]


def lab(rgb: list[float]) -> tuple[float, float, float]:
    """CIE L*a*b* (D65) of linear RGB."""
    x = (0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047
    y = 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]
    z = (0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def contrast(a: str, b: str) -> float:
    """Contrast of two colours as WCAG 2 counts it."""
    light = sorted(
        sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(x), strict=True)) for x in (a, b)
    )
    return (light[1] + 0.05) / (light[0] + 0.05)


@pytest.mark.parametrize("eye", BLIND)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_families_differ_for_every_eye(theme: str, eye: str) -> None:
    """By colour, else by a line that differs; no two families share a kind of line."""
    families = palette().families
    assert len({f.line for f in families}) == len(families)
    near = [
        (a.id, b.id)
        for a, b in combinations(families, 2)
        if math.dist(lab(seen(getattr(a, theme), eye)), lab(seen(getattr(b, theme), eye))) < 8
    ]
    assert near == []


@pytest.mark.parametrize("eye", BLIND)
def test_classes_differ_by_shape_or_colour(eye: str) -> None:
    for a, b in combinations(palette().classes, 2):
        same_shape = (a.shape, a.ring, a.dashes) == (b.shape, b.ring, b.dashes)
        distance = math.dist(lab(seen(a.fill, eye)), lab(seen(b.fill, eye)))
        assert not same_shape or distance > 5, (a.id, b.id)


def test_lines_and_rims_stand_out_from_the_paper() -> None:
    for family in palette().families:
        assert contrast(family.light, "#FFFFFF") >= 4.5, family.id
        assert contrast(family.dark, "#14181D") >= 4.5, family.id
    for kind in palette().classes:
        assert contrast(kind.rim, "#FFFFFF") >= 3, kind.id
        assert contrast(kind.fill, "#14181D") >= 3, kind.id


def test_predicates_are_those_of_the_ontology(root: Path) -> None:
    """Each has a family, and those without direction are the same."""
    from rdflib import OWL, RDF, RDFS, Graph, URIRef

    ontology = Graph().parse(root / "ontology" / "conflict.ttl")
    base = "https://w3id.org/conflict-kg/ontology#"
    direct = set(ontology.subjects(RDFS.subPropertyOf, URIRef(base + "relation")))
    assert {str(p).removeprefix(base) for p in direct} == set(palette().predicates)
    symmetric = {p for p in direct if (p, RDF.type, OWL.SymmetricProperty) in ontology}
    named = {name for name, entry in palette().predicates.items() if entry.symmetric}
    assert {str(p).removeprefix(base) for p in symmetric} == named


def test_families_and_shapes_exist() -> None:
    look = palette()
    ids = {f.id for f in look.families}
    assert {p.family for p in look.predicates.values()} | {"events"} == ids
    shapes = {"dot", "square", "diamond", "triangle", "triangleDown", "hexagon", "star"}
    assert {c.shape for c in look.classes} <= shapes
    assert all(re.fullmatch("#[0-9A-Fa-f]{6}", c.fill) for c in look.classes)


def test_unknown_words_do_no_harm() -> None:
    look = palette()
    assert look.node_class("Spaceship").id == "Other"
    assert look.predicate("invented").words == "invented"
    assert look.group("unheard").id == "held"
