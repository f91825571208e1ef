/* Puts the parts together: one state, one model, and every part drawn from what passes the filters. */
"use strict";
kg.main = (function () {
  const { byId, el, fill } = kg.dom;

  function start() {
    const raw = JSON.parse(byId("model").textContent);
    const app = { model: kg.filter.prepare(raw), state: kg.state.decode(location.hash), theme: "light" };
    app.view = kg.filter.visible(app.model, app.state);
    app.set = (patch) => set(app, patch);
    app.togglePin = (id) => togglePin(app, id);
    kg.app = app;
    app.graph = kg.graph.create(app);
    render(app); // before the picture is fitted in: the parts around it take their room
    app.graph.sync();
    kg.drawn = new Promise((done) => app.graph.net.once("afterDrawing", () => done(performance.now())));
    app.graph.net.redraw();
    kg.drawn.then(() => kg.mirror.render(app)); // nobody can reach it sooner
    kg.search.attach(app);
    kg.pathform.attach(app);
    kg.dock.attach(app);
    kg.share.attach(app);
    kg.keys.attach(app);
    byId("do-reset").addEventListener("click", () => reset(app));
    byId("do-filters").addEventListener("click", (e) => {
      const on = byId("main").classList.toggle("with-filters");
      e.currentTarget.setAttribute("aria-expanded", String(on));
    });
    window.addEventListener("hashchange", () => {
      if (location.hash.slice(1) === kg.state.encode(app.state)) return;
      app.state = kg.state.decode(location.hash);
      update(app, true);
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      app.graph.theme();
      render(app, true);
    });
    new ResizeObserver(() => app.graph.net.redraw()).observe(byId("stage"));
  }

  const SEEN = [
    "family",
    "cls",
    "status",
    "by",
    "doc",
    "conf",
    "from",
    "to",
    "undated",
    "focus",
    "steps",
    "path",
    "hide",
    "pin",
    "q",
    "all",
  ];

  /* Changes the state, and draws what the change touches. */
  function set(app, patch) {
    const changed = Object.keys(patch).filter(
      (k) => JSON.stringify(app.state[k]) !== JSON.stringify(patch[k]),
    );
    if (!changed.length) return;
    app.state = { ...app.state, ...patch };
    app.state.pin = Object.assign(Object.create(null), app.state.pin); // an id may be any word, "__proto__" too
    history.replaceState(null, "", "#" + kg.state.encode(app.state));
    update(
      app,
      changed.some((k) => SEEN.includes(k)),
    );
  }

  function update(app, seen) {
    if (seen) {
      app.view = kg.filter.visible(app.model, app.state);
      app.graph.sync();
    } else app.graph.relight();
    render(app, seen);
  }

  function render(app, seen) {
    kg.evidence.render(app);
    kg.dock.render(app);
    if (seen === false) return;
    kg.legend.render(app);
    kg.time.render(app);
    kg.pathform.render(app);
    if (seen) kg.mirror.render(app);
    notes(app);
  }

  function notes(app) {
    const { view, model } = app;
    const docs = new Set(view.claims.map((c) => c.doc)).size;
    byId("counts").textContent =
      `${kg.text.count(view.claims.length, "claim")}${view.claims.length === model.claims.length ? "" : ` of ${kg.text.digits(model.claims.length)}`} · ${kg.text.count(view.nodes.size, "actor or place", "actors and places")} · ${kg.text.count(docs, "article")}`;
    fill(
      byId("chips"),
      kg.filter.active(model, app.state).map((c) =>
        el(
          "button.chip",
          {
            type: "button",
            "data-key": c.label,
            title: "Lift this filter",
            onclick: () => app.set(c.patch),
          },
          el("span", { dir: "auto" }, c.label),
          el("span", { "aria-hidden": "true" }, " ✕"),
        ),
      ),
    );
    const fold = byId("fold");
    const many = view.nodes.size > kg.filter.MANY;
    fold.hidden = !view.folded && !(app.state.all && many);
    fill(
      fold,
      view.folded
        ? [
            `The core: ${view.nodes.size} of ${kg.text.digits(view.matching)}. ${kg.text.digits(view.folded)} more are folded away; search or focus brings them out. `,
            el(
              "button.link",
              { type: "button", "data-key": "all", onclick: () => app.set({ all: true }) },
              "Show all",
            ),
          ]
        : app.state.all
          ? [
              `All ${kg.text.digits(view.matching)} are shown. `,
              el(
                "button.link",
                { type: "button", "data-key": "all", onclick: () => app.set({ all: false }) },
                "Only the core",
              ),
            ]
          : "",
    );
    const empty = byId("empty");
    empty.hidden = view.nodes.size > 0;
    empty.textContent = model.claims.length ? "Nothing passes the filters." : "The articles gave no claims.";
  }

  function togglePin(app, id) {
    const pin = { ...app.state.pin };
    if (pin[id]) delete pin[id];
    else {
      const at = app.graph.place(id);
      if (at) pin[id] = [Math.round(at.x), Math.round(at.y)];
    }
    return { pin };
  }

  function reset(app) {
    app.graph.moved.clear();
    app.graph.fitted = undefined;
    app.sort = app.chronicle = null;
    app.state = { ...kg.state.blank() };
    history.replaceState(null, "", location.href.split("#")[0]);
    update(app, true);
  }

  start();
  return { start };
})();
