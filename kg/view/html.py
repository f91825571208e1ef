"""The page: one file with everything inside, opened from disk, without a single request.

pyvis makes the network and renders the page, from a template of ours: its own loads Bootstrap from a CDN and escapes
nothing. vis-network, which draws on the canvas, is the copy that pyvis ships.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

import jinja2
import networkx as nx

from kg.records import Claim, Document
from kg.view.boxes import Box
from kg.view.labels import label_box, label_lines, radius
from kg.view.layout import atlas, communities, core, picture
from kg.view.model import clean, ordered, page_id, view_model
from kg.view.network import network
from kg.view.palette import asset, palette

VIS = "lib/vis-9.1.2/vis-network.min.js"
SCRIPTS = (
    "dom text state words paths filter places icons paint marks hover camera scene graph combo search legend card "
    "evidence overview article time table timeline dock mirror share pathform keys main"
).split()
OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {
        "enabled": False,
        "solver": "forceAtlas2Based",
        "forceAtlas2Based": {"gravitationalConstant": -90, "springLength": 140, "springConstant": 0.05},
        "stabilization": False,
    },
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "keyboard": False,
        "selectConnectedEdges": False,
        "hoverConnectedEdges": False,
    },
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 1.5, "chosen": False, "shadow": False},
    # Lines are drawn by paint.js: vis-network has neither families of lines nor fans of parallel ones.
    "edges": {"hidden": True, "smooth": False, "chosen": False},
}
DASHES: dict[str, bool | list[int]] = {"solid": False, "dashed": [9, 6], "dotted": [2, 5], "cross": [2, 8]}


def page(
    claims: Sequence[Claim],
    documents: Sequence[Document],
    *,
    title: str = "What the articles claim",
    quotes_only: bool = False,
) -> str:
    """The whole HTML page of the claims; the same claims and documents give the same page, in whatever order.

    With `quotes_only` it holds the sentences of claims, but not the articles: for sharing.
    """
    rows = ordered(claims)
    net = pyvis_network(network(rows, documents), {c.id: i for i, c in enumerate(rows)})
    rest = view_model(rows, documents, title=title, quotes_only=quotes_only)
    vis, ours, style = _vis(), script(), asset("style.css")
    environment = jinja2.Environment(loader=jinja2.FunctionLoader(asset), autoescape=True)
    environment.policies["json.dumps_kwargs"] = {
        "sort_keys": True,
        "ensure_ascii": False,
        "separators": (",", ":"),
    }
    environment.globals.update(
        title=rest["title"], model=rest, vis=vis, ours=ours, style=style, policy=policy([vis, ours], [style])
    )
    net.templateEnv, net.path = environment, "page.html"
    return str(net.generate_html())


def pyvis_network(graph: nx.MultiDiGraph, number: dict[str, int]) -> Any:
    """A `pyvis.network.Network` of the graph with places, shapes and colours; `number` gives each claim's index.

    Nodes carry `core` and, where not all are shown at first, their place in the picture of all as `atlas`.
    """
    from pyvis.network import Network  # takes a quarter of a second: only where a page is made

    net = Network(directed=True, cdn_resources="in_line")
    net.set_options(json.dumps(OPTIONS, sort_keys=True))
    look, group = palette(), communities(graph)
    lines = {n: label_lines(graph.nodes[n]["label"]) for n in graph}
    boxes = {n: Box(radius(graph.nodes[n]["weight"]), *label_box(lines[n])) for n in graph}
    shown = core(graph)
    places = picture(graph, shown, boxes, group)
    everywhere = atlas(graph, group, boxes) if len(shown) < len(graph) else {}
    for id_, data in graph.nodes(data=True):
        kind = look.node_class(data["type"])
        x, y = places.get(id_) or everywhere[id_]
        net.add_node(
            page_id(id_),
            label="\n".join(clean(line) for line in lines[id_]),
            name=clean(data["label"]),
            cls=kind.id,
            country=data["country"] or "",
            aliases=[clean(name) for name in data["aliases"]],
            claims=[number[c] for c in data["claims"]],
            community=group[id_],
            core=id_ in places,
            shape=kind.shape,
            color={"background": kind.fill, "border": kind.rim},
            size=boxes[id_].radius,
            x=x,
            y=y,
            **({"atlas": list(everywhere[id_])} if everywhere else {}),
        )
    for i, (source, target, data) in enumerate(graph.edges(data=True)):
        status = next(s for s in look.statuses if s.id == data["status"])
        net.add_edge(
            page_id(source),
            page_id(target),
            id=i,
            what=data["what"],
            family=data["family"],
            status=data["status"],
            symmetric=data["symmetric"],
            claims=[number[c] for c in data["claims"]],
            width=width(data["articles"]),
            color=look.family(data["family"]).light,
            dashes=DASHES[status.dash],
            arrows="" if data["symmetric"] else "to",
        )
    return net


def width(articles: int) -> float:
    """Width of a line that so many articles support."""
    return min(6.0, 0.9 + 0.9 * articles)


def script() -> str:
    """Our JavaScript, the files of assets/js in order."""
    return "\n".join(asset(f"js/{name}.js") for name in SCRIPTS)


def _vis() -> str:
    """vis-network as pyvis ships it, without the comment that sends developer tools looking for a source map."""
    text = files("pyvis").joinpath(*VIS.split("/")).read_text("utf-8")
    return "\n".join(line for line in text.split("\n") if not line.startswith("//# sourceMappingURL"))


def policy(scripts: Sequence[str], styles: Sequence[str]) -> str:
    """The Content-Security-Policy: nothing may be loaded, and only these scripts and styles may run."""

    def hashes(texts: Sequence[str]) -> str:
        digests = (hashlib.sha256(text.encode("utf-8")).digest() for text in texts)
        return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)

    return (
        f"default-src 'none'; script-src {hashes(scripts)}; style-src {hashes(styles)}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )
