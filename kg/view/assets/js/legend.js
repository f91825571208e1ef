/* The legend, which is the filter too. */
"use strict";
kg.legend = (function () {
  const { el, fill, byId } = kg.dom;

  /* How many claims or nodes each entry would bring, with all other filters as they are. */
  function counts(app) {
    const { model, state } = app;
    const open = kg.filter.visible(model, { ...state, family: [], status: [], all: true });
    const families = new Map(),
      statuses = new Map();
    for (const c of open.claims) {
      families.set(c.family, (families.get(c.family) || 0) + 1);
      const status = model.group.get(c.status);
      statuses.set(status, (statuses.get(status) || 0) + 1);
    }
    const classes = new Map();
    for (const id of kg.filter.visible(model, { ...state, cls: [], all: true }).nodes) {
      const cls = model.node.get(id).cls;
      classes.set(cls, (classes.get(cls) || 0) + 1);
    }
    return { families, statuses, classes };
  }

  function render(app) {
    const { model, theme } = app;
    const n = counts(app);
    const used = new Set(model.nodes.map((x) => x.cls));
    const family = (f) =>
      row(app, "family", f.id, f.label, kg.icons.line(f, "solid", f[theme]), n.families.get(f.id), f.hint);
    const cls = (c) => row(app, "cls", c.id, c.plural, kg.icons.node(c, theme), n.classes.get(c.id));
    const status = (s) =>
      row(app, "status", s.id, s.label, kg.icons.line(null, s.dash, "currentColor"), n.statuses.get(s.id));
    fill(
      byId("filters"),
      group("Relations", "family", app, model.families.map(family)),
      group("Actors and places", "cls", app, model.classes.filter((c) => used.has(c.id)).map(cls)),
      group("Status", "status", app, model.statuses.map(status)),
      el("fieldset", {}, el("legend", {}, "Source"), speaker(app), article(app), confidence(app)),
      el("p.hint", {}, "Wider line: more articles say so. Larger node: more claims."),
    );
  }

  function group(title, key, app, rows) {
    const off = app.state[key].length;
    return el(
      "fieldset",
      {},
      el(
        "legend",
        {},
        title,
        off
          ? el(
              "button.all",
              {
                type: "button",
                "data-key": "all " + key,
                "aria-label": `All of: ${title}`,
                onclick: () => app.set({ [key]: [] }),
              },
              "all",
            )
          : null,
      ),
      rows,
    );
  }

  function row(app, key, id, label, icon, number, hint) {
    const on = !app.state[key].includes(id);
    const toggle = () =>
      app.set({ [key]: on ? [...app.state[key], id] : app.state[key].filter((x) => x !== id) });
    const everything = { family: app.model.families, cls: app.model.classes, status: app.model.statuses }[
      key
    ].map((x) => x.id);
    const only = () => app.set({ [key]: everything.filter((x) => x !== id) });
    return el(
      "div.row" + (number ? "" : ".none"),
      {},
      el(
        "label",
        { title: hint || "" },
        el("input", { type: "checkbox", checked: on, "data-key": `${key} ${id}`, onchange: toggle }),
        icon,
        el("span.name", {}, label),
        el("span.count", {}, kg.text.digits(number || 0)),
      ),
      el(
        "button.only",
        { type: "button", "data-key": `only ${key} ${id}`, "aria-label": `Only ${label}`, onclick: only },
        "only",
      ),
    );
  }

  function select(label, key, options, app) {
    return el(
      "label.field",
      {},
      el("span", {}, label),
      el(
        "select",
        { "data-key": key, onchange: (e) => app.set({ [key]: e.target.value }) },
        options.map(([value, text]) => el("option", { value, selected: value === app.state[key] }, text)),
      ),
    );
  }

  function speaker(app) {
    const tally = new Map();
    let none = 0;
    for (const c of app.model.claims) {
      if (c.by) tally.set(c.by[1], (tally.get(c.by[1]) || 0) + 1);
      else none++;
    }
    const ranked = [...tally].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const rows = ranked.map(([id, n]) => [id, `${kg.filter.speakerName(app.model, id)} (${n})`]);
    return select(
      "Who says so",
      "by",
      [["", "anybody"], ["-", `the article itself (${none})`], ...rows],
      app,
    );
  }

  function article(app) {
    const tally = new Map();
    for (const c of app.model.claims) tally.set(c.doc, (tally.get(c.doc) || 0) + 1);
    const rows = app.model.documents.map((d) => [
      d.id,
      `${kg.text.shorten(kg.filter.docName(d, d.id), 60)} (${tally.get(d.id) || 0})`,
    ]);
    return select("Article", "doc", [["", `all ${rows.length}`], ...rows], app);
  }

  function confidence(app) {
    const value = Math.round(app.state.conf * 100);
    return el(
      "label.field",
      {},
      el("span", {}, "Confidence at least ", el("output", {}, `${value} %`)),
      el("input", {
        type: "range",
        min: 0,
        max: 100,
        step: 5,
        value,
        "data-key": "conf",
        "aria-label": "Least confidence in percent",
        oninput: (e) => app.set({ conf: Number(e.target.value) / 100 }),
      }),
    );
  }

  return { render };
})();
