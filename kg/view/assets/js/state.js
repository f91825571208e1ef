/* The state of the page: what is filtered, focused, selected. It stands in the URL's hash, so a link is the view. */
"use strict";
kg.state = (function () {
  const blank = () => ({
    family: [], // families switched off
    cls: [], // classes switched off
    status: [], // status groups switched off
    by: "", // speaker's id, "-" for the article itself, "" for all
    doc: "", // article's id
    conf: 0, // least confidence, 0 to 1
    from: "", // first day, ISO
    to: "", // last day, ISO
    undated: true, // show claims without any date
    focus: "", // a node's id
    steps: 1,
    path: [], // two nodes' ids
    hide: [], // nodes' ids
    pin: Object.create(null), // id -> [x, y]
    sel: "", // "n:id", "e:from|to|what|status" or "c:claim"
    q: "", // words that claims must contain
    dock: "", // "table" or "timeline"
    all: false, // everything shown although there are many
  });

  const LISTS = { family: "off", cls: "no", status: "not", hide: "hide" };
  const WORDS = { by: "by", doc: "in", from: "from", to: "to", sel: "sel", q: "q", dock: "dock" };

  function encode(state) {
    const out = new URLSearchParams();
    for (const [key, name] of Object.entries(LISTS)) state[key].forEach((v) => out.append(name, v));
    for (const [key, name] of Object.entries(WORDS)) if (state[key]) out.set(name, state[key]);
    if (state.conf) out.set("conf", String(state.conf));
    if (!state.undated) out.set("undated", "0");
    if (state.focus) out.set("focus", `${state.steps},${state.focus}`);
    state.path.forEach((id) => out.append("path", id));
    for (const [id, [x, y]] of Object.entries(state.pin))
      out.append("pin", `${Math.round(x)},${Math.round(y)},${id}`);
    if (state.all) out.set("all", "1");
    return out.toString();
  }

  function decode(hash) {
    const state = blank();
    const given = new URLSearchParams(hash.replace(/^#/, ""));
    for (const [key, name] of Object.entries(LISTS)) state[key] = [...new Set(given.getAll(name))];
    for (const [key, name] of Object.entries(WORDS)) state[key] = given.get(name) || "";
    for (const key of ["from", "to"])
      if (!/^\d{4}-\d{2}-\d{2}$/.test(state[key]) || isNaN(Date.parse(state[key]))) state[key] = "";
    state.conf = Math.min(1, Math.max(0, Number(given.get("conf")) || 0));
    state.undated = given.get("undated") !== "0";
    const focus = /^([12]),([^]+)$/.exec(given.get("focus") || "");
    if (focus) [state.steps, state.focus] = [Number(focus[1]), focus[2]];
    const path = given.getAll("path");
    if (path.length === 2) state.path = path;
    for (const pin of given.getAll("pin")) {
      const m = /^(-?\d+),(-?\d+),([^]+)$/.exec(pin);
      if (m) state.pin[m[3]] = [Number(m[1]), Number(m[2])];
    }
    state.all = given.get("all") === "1";
    if (!["table", "timeline"].includes(state.dock)) state.dock = "";
    return state;
  }

  return { blank, encode, decode };
})();
