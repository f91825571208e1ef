/* Search for actors and places by any of their names, and for words in the claims. */
"use strict";
kg.search = (function () {
  const { byId, el } = kg.dom;

  /* Nodes whose name or alias fits, best first: [{node, alias}]. Beginnings count more than middles, names more than aliases. */
  function find(model, text, limit) {
    const q = kg.text.plain(text);
    if (!q) return [];
    const hits = [];
    for (const node of model.nodes) {
      if (!node.terms) node.terms = [node.name, ...node.aliases, node.id].map(kg.text.plain);
      let best = 0,
        which = -1;
      node.terms.forEach((term, i) => {
        const score =
          (term === q
            ? 8
            : term.startsWith(q)
              ? 6
              : term.includes(" " + q)
                ? 4
                : q.length > 2 && term.includes(q)
                  ? 2
                  : 0) * (i ? 1 : 1.2);
        if (score > best) [best, which] = [score, i];
      });
      if (best)
        hits.push({
          node,
          best,
          alias: which > 0 && which <= node.aliases.length ? node.aliases[which - 1] : "",
        });
    }
    hits.sort(
      (a, b) =>
        b.best - a.best ||
        b.node.claims.length - a.node.claims.length ||
        (a.node.name < b.node.name ? -1 : 1),
    );
    return hits.slice(0, limit || 8);
  }

  /* The same as rows for a combobox. */
  function rows(app, text) {
    return find(app.model, text, 8).map(({ node, alias }) => ({
      label: kg.text.shorten(node.name, 60) + (alias ? `  (${kg.text.shorten(alias, 40)})` : ""),
      note: kg.text.count(node.claims.length, "claim"),
      icon: kg.icons.node(app.model.cls.get(node.cls), app.theme),
      value: node.id,
    }));
  }

  function attach(app) {
    const input = byId("search-input");
    kg.combo(
      input,
      byId("search-list"),
      (text) => [
        ...rows(app, text),
        {
          label: `Claims that contain “${kg.text.shorten(text, 40)}”`,
          icon: el("span.find", { "aria-hidden": "true" }, "⌕"),
          value: null,
          text,
        },
      ],
      (id, item) => {
        input.value = "";
        if (id === null) app.set({ q: item.text.trim(), dock: app.state.dock || "table" });
        else go(app, id);
      },
    );
  }

  /* To a node: brought out where it is folded away or filtered, selected and moved into sight. */
  function go(app, id) {
    const patch = { sel: "n:" + id, path: [], hide: app.state.hide.filter((h) => h !== id) };
    const cls = app.model.node.get(id).cls;
    if (app.state.cls.includes(cls)) patch.cls = app.state.cls.filter((c) => c !== cls);
    app.set(patch);
    if (!app.view.nodes.has(id)) app.set({ focus: id, steps: 1 });
    if (!app.view.nodes.has(id))
      app.set({ ...kg.state.blank(), pin: app.state.pin, dock: app.state.dock, focus: id, sel: "n:" + id });
    app.graph.show(id);
  }

  return { attach, find, rows, go };
})();
