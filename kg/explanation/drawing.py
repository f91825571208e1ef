"""What was read, drawn: the parse as arcs (displaCy) with mentions, claims and near misses below, in one page."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from spacy.displacy.render import DependencyRenderer, EntityRenderer

from kg.explanation.reading import Reading
from kg.explanation.text import claim_lines, flat
from kg.records import Argument, Sentence

# Nothing is loaded from anywhere, and no script runs, whatever the text says.
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
section { border-top: 1px solid #8888; padding: 1rem 0; }
figure { margin: 0; overflow-x: auto; }
pre { white-space: pre-wrap; margin: .5rem 0; }
.entities { line-height: 2.2 !important; }
mark { color: #000; }
dt { font-weight: 600; margin-top: .5rem; }
"""
COLOURS = {
    "Person": "#cfe3f7",
    "State": "#d9d3ee",
    "Government": "#d9d3ee",
    "ArmedForces": "#f3d3c3",
    "ArmedGroup": "#f6c7c7",
    "Organisation": "#f7e5b5",
    "Population": "#dde8c9",
    "Collective": "#e3e3e3",
    "Place": "#c9e8dd",
    "Facility": "#c9e8dd",
    "Agreement": "#f0d6ea",
}


def page(readings: Sequence[Reading], title: str = "What was read") -> str:
    """The readings as one HTML page without scripts or outside files; the same readings give the same bytes."""
    sections = "\n".join(_section(reading, number) for number, reading in enumerate(readings, 1))
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{escape(title)}</h1>\n{sections}\n</body>\n</html>\n"
    )


def _section(reading: Reading, number: int) -> str:
    parts = [f"<section>\n<h2>{escape(flat(reading.sentence.text))}</h2>", _arcs(reading.sentence, number)]
    parts.append(_mentions(reading))
    claims = "\n".join(f"<pre>{escape(chr(10).join(claim_lines(claim)))}</pre>" for claim in reading.claims)
    parts.append(f"<h3>Claims</h3>\n{claims or '<p>None.</p>'}")
    if reading.misses:
        rows = (
            f"<dt>{escape(m.rule)}: “{escape(m.words)}”</dt><dd>{escape(m.reason)}</dd>"
            for m in reading.misses
        )
        parts.append(f"<h3>Near misses</h3>\n<dl>{''.join(rows)}</dl>")
    return "\n".join([*parts, "</section>"])


def _arcs(sentence: Sentence, number: int) -> str:
    """The parse as displaCy's arcs."""
    words = [{"text": flat(token.text), "tag": token.pos} for token in sentence.tokens]
    arcs: list[dict[str, Any]] = [
        {
            "start": min(token.i, token.head),
            "end": max(token.i, token.head),
            "label": token.dep,
            "dir": "left" if token.i < token.head else "right",
        }
        for token in sentence.tokens
        if token.head != token.i
    ]
    options = {"compact": True, "distance": 110, "bg": "transparent", "color": "currentColor"}
    # The renderer itself, since displacy.render numbers drawings at random: the same text makes the same page.
    svg = DependencyRenderer(options=options).render_svg(f"s{number}", words, arcs)
    return f"<figure>{svg}</figure>"


def _mentions(reading: Reading) -> str:
    """The sentence with the words that stand for entities marked."""
    start = reading.sentence.start
    marks = [
        {"start": m.start - start, "end": m.end - start, "label": _label(m)} for m in _apart(reading.mentions)
    ]
    colours = {_label(m).upper(): COLOURS.get(m.entity.type, "#ddd") for m in reading.mentions}
    marked = EntityRenderer(options={"colors": colours}).render_ents(reading.sentence.text, marks, None)
    return f'<figure class="entities">{marked}</figure>'


def _label(mention: Argument) -> str:
    return f"{mention.entity.label} ({mention.entity.type})"


def _apart(mentions: Sequence[Argument]) -> list[Argument]:
    """Of mentions inside one another the longer one."""
    kept: list[Argument] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
