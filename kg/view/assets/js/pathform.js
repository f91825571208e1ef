/* The form for a path between two actors or places. */
"use strict";
kg.pathform = (function () {
  const { byId } = kg.dom;
  const ends = ["", ""];

  function attach(app) {
    ["path-from", "path-to"].forEach((id, i) => {
      const input = byId(id);
      kg.combo(
        input,
        input.parentNode.querySelector("ul"),
        (text) => kg.search.rows(app, text),
        (value) => choose(app, i, value),
      );
    });
    byId("path").addEventListener("submit", (e) => e.preventDefault());
    byId("path-close").addEventListener("click", () => close(app));
    byId("do-path").addEventListener("click", () =>
      byId("path").hidden
        ? open(app, app.state.sel.startsWith("n:") ? app.state.sel.slice(2) : "")
        : close(app),
    );
  }

  function choose(app, i, id) {
    ends[i] = id;
    byId(i ? "path-to" : "path-from").value = app.model.node.get(id).name;
    if (ends[0] && ends[1] && ends[0] !== ends[1]) app.set({ path: [...ends], sel: "" });
    else byId(ends[0] ? "path-to" : "path-from").focus();
  }

  function open(app, from) {
    byId("path").hidden = false;
    byId("do-path").setAttribute("aria-expanded", "true");
    if (from) {
      ends[0] = from;
      byId("path-from").value = kg.text.shorten(app.model.node.get(from).name, 60);
    }
    byId(from ? "path-to" : "path-from").focus();
  }

  function close(app) {
    clear();
    if (app.state.path.length) app.set({ path: [] });
    byId("do-path").focus();
  }

  function clear() {
    byId("path").hidden = true;
    byId("do-path").setAttribute("aria-expanded", "false");
    ends[0] = ends[1] = byId("path-from").value = byId("path-to").value = "";
  }

  /* In step with the state: a link or the back button may have changed the path. */
  function render(app) {
    const path = app.state.path;
    if (path.length !== 2) {
      if (ends[0] && ends[1]) clear();
      return;
    }
    byId("path").hidden = false;
    byId("do-path").setAttribute("aria-expanded", "true");
    ["path-from", "path-to"].forEach((id, i) => {
      ends[i] = path[i];
      const node = app.model.node.get(path[i]);
      if (document.activeElement !== byId(id) || !byId(id).value)
        byId(id).value = kg.text.shorten(node ? node.name : path[i], 60);
    });
  }

  return { attach, open, render };
})();
