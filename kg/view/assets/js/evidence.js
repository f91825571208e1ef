/* The panel that answers "says who?": the claims behind a node or line, each with its sentence and source. */
"use strict";
kg.evidence = (function () {
  const { el, fill, byId } = kg.dom;
  function render(app) {
    const [kind, id] = [app.state.sel.slice(0, 2), app.state.sel.slice(2)];
    const { model, view } = app;
    const panel = byId("evidence");
    const before = panel.dataset.sel;
    let content;
    if (kind === "n:" && model.node.has(id)) content = ofNode(app, model.node.get(id));
    else if (kind === "e:" && model.edgeByKey.has(id)) content = ofEdge(app, model.edgeByKey.get(id));
    else if (kind === "c:" && model.byId.has(id)) content = ofClaim(app, model.claims[model.byId.get(id)]);
    else if (view.path) content = ofPath(app);
    else content = kg.overview.content(app);
    fill(panel, content);
    panel.dataset.sel = app.state.sel;
    if (before !== app.state.sel) panel.scrollTop = 0;
    byId("main").classList.toggle("chosen", Boolean(app.state.sel || view.path));
  }

  const close = (app) =>
    el(
      "button.close",
      {
        type: "button",
        "data-key": "close",
        "aria-label": "Close the evidence",
        onclick: () => app.set({ sel: "" }),
      },
      "✕",
    );

  function ofEdge(app, edge) {
    const entry = app.view.edges.find((e) => e.edge.key === edge.key);
    const claims = entry ? entry.claims : edge.claims.map((i) => app.model.claims[i]);
    const end = (id) =>
      el(
        "button.node",
        { type: "button", "data-key": "end " + id, onclick: () => app.set({ sel: "n:" + id }), dir: "auto" },
        kg.text.shorten(app.model.node.get(id).name, 60),
      );
    const docs = new Set(claims.map((c) => c.doc)).size;
    return [
      close(app),
      el("h2.line", {}, end(edge.from), el("span.verb", {}, kg.words.line({ edge, claims })), end(edge.to)),
      el(
        "p.sum",
        {},
        `${kg.text.count(claims.length, "claim")} in ${kg.text.count(docs, "article")}`,
        entry ? "" : " (hidden by the filters)",
      ),
      kg.card.key(),
      kg.card.list(app, claims),
    ];
  }

  function ofClaim(app, claim) {
    return [
      close(app),
      el("h2", { dir: "auto" }, kg.text.shorten(kg.words.headline(claim), 160)),
      kg.card.key(),
      kg.card.one(app, claim),
    ];
  }

  function ofNode(app, node) {
    const claims = app.view.claims.filter((c) => c.nodes.includes(node.id));
    const all = node.claims.length;
    const also = node.aliases.map((a) => kg.text.shorten(a, 60));
    const title = kg.text.safe(node.name);
    return [
      close(app),
      el(
        "h2.who",
        { dir: "auto", title: title.length > 200 ? "" : title },
        kg.icons.node(app.model.cls.get(node.cls), app.theme),
        el("span", {}, title),
      ),
      el(
        "p.sum",
        {},
        app.model.cls.get(node.cls).label,
        node.country && node.cls !== "State" ? ` · ${node.country}` : "",
        " · ",
        claims.length === all
          ? kg.text.count(all, "claim")
          : `${claims.length} of ${all} claims pass the filters`,
      ),
      also.length
        ? el(
            "p.also",
            { dir: "auto" },
            "In the articles: ",
            also.slice(0, 12).join(", "),
            also.length > 12 ? " …" : "",
          )
        : null,
      buttons(app, node),
      kg.card.key(),
      kg.card.list(app, claims),
    ];
  }

  function buttons(app, node) {
    const { state } = app;
    const b = (key, text, patch, pressed) =>
      el(
        "button",
        {
          type: "button",
          "data-key": key,
          "aria-pressed": String(Boolean(pressed)),
          onclick: () => app.set(typeof patch === "function" ? patch() : patch),
        },
        text,
      );
    const focused = (n) => state.focus === node.id && state.steps === n;
    return el(
      "div.acts",
      { role: "group", "aria-label": "What to do with it" },
      b("focus1", "1 step", () => (focused(1) ? { focus: "" } : { focus: node.id, steps: 1 }), focused(1)),
      b("focus2", "2 steps", () => (focused(2) ? { focus: "" } : { focus: node.id, steps: 2 }), focused(2)),
      b("pathto", "Path to…", () => {
        kg.pathform.open(app, node.id);
        return {};
      }),
      b("pin", "Pin", () => app.togglePin(node.id), state.pin[node.id]),
      b("hide", "Hide", () => ({
        hide: [...state.hide, node.id],
        sel: "",
        focus: state.focus === node.id ? "" : state.focus,
      })),
    );
  }

  function ofPath(app) {
    const { view, state, model } = app;
    const name = (id) => kg.text.shorten(model.node.has(id) ? model.node.get(id).name : id, 60);
    const head = [el("h2", {}, `From ${name(state.path[0])} to ${name(state.path[1])}`)];
    if (!view.path.nodes.size)
      return [
        head,
        el("p.sum", {}, "No path between them through what is shown. Fewer filters may open one."),
      ];
    const entries = [...view.path.edges]
      .map((key) => view.edges.find((e) => e.edge.key === key))
      .filter(Boolean);
    return [
      head,
      el(
        "p.sum",
        {},
        `${kg.text.count(view.path.steps, "step")} apart; all shortest paths, ${kg.text.count(entries.length, "line")}`,
      ),
      el(
        "ol.steps",
        {},
        entries.map((e) =>
          el(
            "li",
            {},
            el(
              "button.link",
              { type: "button", "data-key": e.edge.key, onclick: () => app.set({ sel: "e:" + e.edge.key }) },
              `${name(e.edge.from)} – ${kg.words.line(e)} – ${name(e.edge.to)}`,
            ),
          ),
        ),
      ),
      kg.card.key(),
      kg.card.list(app, [...new Set(entries.flatMap((e) => e.claims))]),
    ];
  }

  return { render };
})();
