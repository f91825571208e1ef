/* The keyboard: on the whole page, and on the picture. */
"use strict";
kg.keys = (function () {
  const { byId, el, fill } = kg.dom;
  const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  function attach(app) {
    document.addEventListener("keydown", (e) => {
      if (e.ctrlKey || e.metaKey || e.altKey) return;
      const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName);
      if (e.key === "/" && !typing) byId("search-input").focus();
      else if (e.key === "?" && !typing) help();
      else if (e.key === "Escape" && !document.querySelector("dialog[open]")) escape(app);
      else return;
      e.preventDefault();
    });
    byId("mynetwork").addEventListener("keydown", (e) => onPicture(app, e));
    byId("do-help").addEventListener("click", help);
    byId("zoom-in").addEventListener("click", () => app.graph.zoom(1.3));
    byId("zoom-out").addEventListener("click", () => app.graph.zoom(1 / 1.3));
    byId("zoom-fit").addEventListener("click", () => app.graph.fit(true));
    byId("physics").addEventListener("click", (e) => {
      const on = !app.graph.physics;
      e.currentTarget.setAttribute("aria-pressed", String(on));
      app.graph.setPhysics(on);
    });
  }

  function escape(app) {
    if (app.state.sel) app.set({ sel: "" });
    else if (app.state.path.length) app.set({ path: [] });
    else if (app.state.focus) app.set({ focus: "", steps: 1 });
    else if (app.state.q) app.set({ q: "" });
  }

  function onPicture(app, e) {
    const id = app.state.sel.startsWith("n:") ? app.state.sel.slice(2) : "";
    const has = id && app.view.nodes.has(id);
    if (DIRECTIONS[e.key]) {
      const to = next(app, has ? id : "", DIRECTIONS[e.key]);
      if (to) {
        app.set({ sel: "n:" + to });
        app.graph.show(to);
      }
    } else if (e.key === "+" || e.key === "=") app.graph.zoom(1.3);
    else if (e.key === "-") app.graph.zoom(1 / 1.3);
    else if (e.key === "0") app.graph.fit(true);
    else if (e.key === "Enter" && has) byId("evidence").focus();
    else if (e.key === "f" && has) app.set(app.state.focus === id ? { focus: "" } : { focus: id, steps: 1 });
    else if (e.key === "h" && has) app.set({ hide: [...app.state.hide, id], sel: "" });
    else if (e.key === "p" && has) app.set(app.togglePin(id));
    else return;
    e.preventDefault();
    e.stopPropagation();
  }

  /* The nearest node in a direction; without a beginning the weightiest. */
  function next(app, from, [dx, dy]) {
    const ids = [...app.view.nodes];
    if (!from)
      return ids.sort(
        (a, b) =>
          app.model.node.get(b).claims.length - app.model.node.get(a).claims.length || (a < b ? -1 : 1),
      )[0];
    const here = app.graph.place(from);
    let best = "",
      least = Infinity;
    for (const id of ids) {
      const at = app.graph.place(id);
      if (id === from || !at) continue;
      const x = at.x - here.x,
        y = at.y - here.y;
      const ahead = x * dx + y * dy,
        aside = Math.abs(x * dy) + Math.abs(y * dx);
      if (ahead <= 0 || aside > ahead * 2.2) continue;
      if (ahead + 2 * aside < least) [best, least] = [id, ahead + 2 * aside];
    }
    return best;
  }

  const KEYS = [
    ["/", "search"],
    ["Esc", "step back: selection, path, focus, words"],
    ["Tab", "on to the next control; after the panel comes the network as a list"],
    ["← ↑ ↓ →", "on the picture: to the next node"],
    ["Enter", "to its evidence"],
    ["F", "focus on it, and back"],
    ["H", "hide it"],
    ["P", "pin it where it is"],
    ["+ − 0", "zoom, and all of it"],
    ["?", "this help"],
  ];
  const SIGNS = [
    ["Arrow", "from who acts to whom; no arrow: it holds both ways"],
    ["Dashed", "former"],
    ["Dotted", "planned or possible"],
    ["With a cross", "denied, or said not to be so"],
    ["Wider line", "more articles say so"],
    ["Larger node", "more claims"],
    ["Broken rim, italic name", "a group without a name of its own, such as “rebels”"],
    ["Hollow", "a place or facility"],
  ];

  function help() {
    const dialog = byId("help");
    const list = (rows) =>
      el(
        "dl",
        {},
        rows.map(([k, v]) => [el("dt", {}, k), el("dd", {}, v)]),
      );
    fill(
      dialog,
      el(
        "header",
        {},
        el("h2", { id: "help-title" }, "How to read it"),
        el("button", { type: "button", "aria-label": "Close help", onclick: () => dialog.close() }, "✕"),
      ),
      el(
        "div.text",
        { tabindex: 0 },
        el(
          "p",
          {},
          "Every line stands for claims that articles make; none is a judgement of ours. Click a line or node, then read the sentence behind it. Double-click a node to focus on it; drag it where you like.",
        ),
        el(
          "p",
          {},
          "A claim with an interval shows in that interval. One without is an observation at its article's date, never a lasting state.",
        ),
        el("h3", {}, "Signs"),
        list(SIGNS),
        el("h3", {}, "Keys"),
        list(KEYS),
      ),
    );
    dialog.showModal();
  }

  return { attach, next };
})();
