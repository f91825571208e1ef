/* Table and timeline below the graph, in step with its filters. */
"use strict";
kg.dock = (function () {
  const { byId } = kg.dom;
  const TABS = ["table", "timeline"];

  function attach(app) {
    TABS.forEach((name, i) => {
      const tab = byId("tab-" + name);
      tab.addEventListener("click", () => app.set({ dock: app.state.dock === name ? "" : name }));
      tab.addEventListener("keydown", (e) => {
        if (e.key !== "ArrowRight" && e.key !== "ArrowLeft") return;
        const other = TABS[(i + 1) % 2];
        byId("tab-" + other).focus();
        app.set({ dock: other });
      });
    });
    byId("dock-close").addEventListener("click", () => {
      const was = app.state.dock;
      app.set({ dock: "" });
      byId("tab-" + was).focus();
    });
    byId("words").addEventListener("input", (e) => app.set({ q: e.target.value }));
  }

  function render(app) {
    const open = app.state.dock;
    const dock = byId("dock");
    const was = dock.classList.contains("open");
    dock.classList.toggle("open", Boolean(open));
    byId("dock-close").hidden = !open;
    byId("tab-table").textContent = `Table of claims (${app.view.claims.length})`;
    byId("tab-timeline").textContent =
      `Timeline of events (${app.view.claims.filter((c) => c.kind !== "relation").length})`;
    const words = byId("words");
    if (words.value !== app.state.q && document.activeElement !== words) words.value = app.state.q;
    for (const name of TABS) {
      byId("tab-" + name).setAttribute("aria-selected", String(open === name));
      const panel = byId("panel-" + name);
      panel.hidden = open !== name;
      if (open === name) kg[name].render(app, panel);
    }
    if (was !== Boolean(open)) requestAnimationFrame(() => requestAnimationFrame(() => app.graph.fit(false)));
  }

  return { attach, render };
})();
