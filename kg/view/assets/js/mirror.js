/* The network as a list, for screen readers and the keyboard; it comes into sight when the focus is in it. */
"use strict";
kg.mirror = (function () {
  const { el, fill, byId } = kg.dom;
  const MOST = 400;

  function render(app) {
    const { view, model } = app;
    const ids = [...view.nodes].sort(
      (a, b) => model.node.get(b).claims.length - model.node.get(a).claims.length || (a < b ? -1 : 1),
    );
    const near = new Map(ids.map((id) => [id, []]));
    for (const e of view.edges) {
      near.get(e.edge.from).push(e);
      if (e.edge.to !== e.edge.from) near.get(e.edge.to).push(e);
    }
    const name = (id) => kg.text.shorten(model.node.get(id).name, 80);
    const line = (id, e) => {
      const text = `${name(e.edge.from)} – ${kg.words.line(e)} – ${name(e.edge.to)}, ${kg.text.count(e.claims.length, "claim")}`;
      return el(
        "li",
        {},
        el(
          "button",
          {
            type: "button",
            "data-key": `m ${id} ${e.edge.key}`,
            onclick: () => choose(app, "e:" + e.edge.key),
            dir: "auto",
          },
          text,
        ),
      );
    };
    fill(
      byId("mirror"),
      el("h2", {}, "The network as a list"),
      el(
        "p",
        {},
        `${kg.text.count(ids.length, "actor or place", "actors and places")}, ${kg.text.count(view.edges.length, "line")}.`,
        ids.length > MOST ? ` The ${MOST} with most claims:` : "",
      ),
      el(
        "ul",
        {},
        ids.slice(0, MOST).map((id) =>
          el(
            "li",
            {},
            el(
              "button",
              {
                type: "button",
                "data-key": "m " + id,
                "data-node": id,
                onclick: () => choose(app, "n:" + id),
                dir: "auto",
              },
              `${name(id)}, ${model.cls.get(model.node.get(id).cls).label}, ${kg.text.count(model.node.get(id).claims.length, "claim")}`,
            ),
            near.get(id).length
              ? el(
                  "ul",
                  {},
                  near.get(id).map((e) => line(id, e)),
                )
              : null,
          ),
        ),
      ),
    );
  }

  function choose(app, sel) {
    app.set({ sel });
    byId("evidence").focus();
  }

  return { render };
})();
