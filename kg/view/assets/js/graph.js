/* The picture: vis-network holds nodes, view and gestures; lines and names are drawn by paint.js and marks.js. */
"use strict";
kg.graph = (function () {
  const { byId } = kg.dom;
  const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif";

  function create(app) {
    const { model } = app;
    const box = byId("mynetwork");
    const data = { nodes: new vis.DataSet(), edges: new vis.DataSet() };
    const net = new vis.Network(box, data, { ...model.options, physics: { ...model.options.physics, enabled: false } });
    const g = { net, box, entries: [], lines: [], named: [], hover: null, lit: null, moved: new Map(), colours: {}, physics: false, boost: 1 };
    g.sync = () => sync(app, g, data);
    g.relight = () => relight(app, g, data);
    g.fit = (animate) => kg.camera.fit(app, g, animate);
    g.swell = () => kg.camera.swell(app, g, data);
    g.zoom = (factor) => net.moveTo({ scale: Math.min(6, Math.max(0.02, net.getScale() * factor)), animation: kg.camera.anim(180) });
    g.show = (id) => kg.camera.show(app, g, id);
    g.theme = () => { readTheme(app, g); g.sync(); };
    g.setPhysics = (on) => setPhysics(app, g, data, on);
    g.edgeAt = (p) => edgeAt(g, p);
    g.nodeAt = (dom) => nodeAt(g, dom);
    g.place = (id) => net.body.nodes[id];
    readTheme(app, g);
    net.on("beforeDrawing", (ctx) => lines(app, g, ctx));
    net.on("afterDrawing", (ctx) => names(app, g, ctx));
    gestures(app, g, data);
    return g;
  }

  function readTheme(app, g) {
    const css = getComputedStyle(document.documentElement);
    g.colours = { fg: css.getPropertyValue("--ink").trim(), bg: css.getPropertyValue("--paper").trim(), accent: css.getPropertyValue("--accent").trim(), faint: css.getPropertyValue("--edge").trim() };
    app.theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }

  /* Brings the DataSets in step with what is visible; only nodes that are shown are in them. */
  function sync(app, g, data) {
    const { view, model } = app;
    const ids = [...view.nodes];
    const places = whereabouts(app, g, ids);
    const gone = data.nodes.getIds().filter((id) => !view.nodes.has(id));
    data.edges.clear();
    data.nodes.remove(gone);
    data.nodes.update(ids.map((id) => look(app, g, model.node.get(id), places.get(id))));
    g.entries = bend(app, g, view.edges).sort((a, b) => (b.edge.family === "events") - (a.edge.family === "events"));
    const weights = ids.map((id) => model.node.get(id).claims.length).sort((a, b) => b - a);
    g.heavy = Math.max(4, weights[Math.min(11, weights.length - 1)] || 0);
    if (g.physics) springs(g, data);
    g.lit = lit(app);
    data.nodes.update(ids.map((id) => ({ id, opacity: g.lit && !g.lit.nodes.has(id) ? 0.35 : 1 })));
    const part = `${app.state.focus} ${app.state.steps} ${g.layoutKey}`;
    if (part !== g.fitted) {
      const first = g.fitted === undefined;
      g.fitted = part;
      g.fit(!first);
    } else if (g.layoutKey === "mixed" && kg.camera.outside(app, g)) g.fit(true);
    g.net.redraw();
  }

  /* The lines with their bends, as the nodes stand now. */
  function bend(app, g, entries) {
    const few = entries.length <= 400;
    const nodes = [...app.view.nodes].map((id) => g.net.body.nodes[id]).filter(Boolean);
    return kg.paint.fan(entries, few ? nodes.map((n) => ({ id: n.id, x: n.x, y: n.y, r: n.options.size })) : []);
  }

  function relight(app, g, data) {
    g.lit = lit(app);
    data.nodes.update(data.nodes.getIds().map((id) => ({ id, opacity: g.lit && !g.lit.nodes.has(id) ? 0.35 : 1 })));
    g.net.redraw();
  }

  /* Where the shown nodes stand: in the picture made beforehand, in the picture of all, or laid out here. */
  function whereabouts(app, g, ids) {
    const { model, state } = app;
    const given = new Map();
    const core = ids.every((id) => model.node.get(id).core);
    if (core) g.layoutKey = "core";
    else if (ids.length > kg.places.LIMIT) g.layoutKey = "atlas";
    else g.layoutKey = state.focus || state.path.length ? ids.slice().sort().join("\n") : "mixed";
    if (core) ids.forEach((id) => given.set(id, model.node.get(id)));
    else if (g.layoutKey === "atlas") ids.forEach((id) => given.set(id, { x: model.node.get(id).atlas[0], y: model.node.get(id).atlas[1] }));
    else {
      const box = (id) => {
        const lines = model.node.get(id).label.split("\n");
        return { radius: model.node.get(id).size, width: Math.max(...lines.map((l) => l.length)) * 8, height: lines.length * 18 };
      };
      // Filters leave the core where it is and set the others around it; a focus or path is a picture of its own.
      const held = g.layoutKey === "mixed" ? ids.map((id) => model.node.get(id)).filter((n) => n.core) : [];
      const made = kg.places.layout(ids, app.view.edges, box, new Map(held.map((n) => [n.id, n])));
      made.forEach((p, id) => given.set(id, p));
    }
    if (g.movedIn !== g.layoutKey) g.moved.clear();
    g.movedIn = g.layoutKey;
    return new Map(ids.map((id) => {
      const pin = state.pin[id];
      const p = pin ? { x: pin[0], y: pin[1] } : g.moved.get(id) || given.get(id);
      return [id, { x: p.x, y: p.y, pinned: Boolean(pin) }];
    }));
  }

  /* A node as vis-network draws it. */
  function look(app, g, node, at) {
    const cls = app.model.cls.get(node.cls);
    const dark = app.theme === "dark";
    const ring = cls.ring || (cls.dashes && dark) ? (dark ? cls.fill : cls.rim) : null;
    const fill = ring ? (cls.ring ? g.colours.bg : g.colours.faint) : cls.fill;
    return {
      id: node.id, x: at.x, y: at.y, shape: node.shape, size: node.size * g.boost,
      fixed: at.pinned && g.physics, physics: g.physics,
      color: { background: fill, border: ring || (dark ? g.colours.bg : cls.rim) },
      borderWidth: cls.ring ? 3.2 : cls.dashes ? 2 : 1.5,
      shapeProperties: { borderDashes: cls.dashes ? [5, 4] : false },
    };
  }

  function springs(g, data) {
    data.edges.add(g.entries.map((e) => ({ id: e.edge.id, from: e.edge.from, to: e.edge.to, hidden: true, physics: true })));
  }

  /* What stands out: a path, else the selection with its neighbours; null when everything does. */
  function lit(app) {
    const { view, state, model } = app;
    if (view.path && view.path.nodes.size) return { nodes: view.path.nodes, edges: view.path.edges };
    const nodes = new Set(), edges = new Set();
    const add = (e) => { edges.add(e.key); nodes.add(e.from); nodes.add(e.to); };
    const [kind, id] = [state.sel.slice(0, 2), state.sel.slice(2)];
    if (kind === "n:" && view.nodes.has(id)) {
      nodes.add(id);
      view.edges.filter((e) => e.edge.from === id || e.edge.to === id).forEach((e) => add(e.edge));
    } else if (kind === "e:") {
      view.edges.filter((e) => e.edge.key === id).forEach((e) => add(e.edge));
    } else if (kind === "c:" && model.byId.has(id)) {
      const claim = model.claims[model.byId.get(id)];
      const shown = new Set(view.edges.map((e) => e.edge.key));
      claim.edges.filter((e) => shown.has(e.key)).forEach(add);
      claim.nodes.filter((n) => view.nodes.has(n)).forEach((n) => nodes.add(n));
    }
    return nodes.size ? { nodes, edges } : null;
  }

  /* One screen pixel in the picture's units; when far out, lines keep some width. */
  const pixel = (scale) => (scale < 1 ? 1 / scale : 1 / Math.sqrt(scale));

  function lines(app, g, ctx) {
    const scale = g.net.getScale();
    const px = pixel(scale);
    const simple = g.entries.length > kg.paint.PLAIN_ABOVE;
    const nodes = g.net.body.nodes;
    g.lines = [];
    const after = [];
    for (const entry of g.entries) {
      const a = nodes[entry.edge.from], b = nodes[entry.edge.to];
      if (!a || !b) continue;
      const line = kg.paint.points({ x: a.x, y: a.y, r: a.options.size + 3 }, { x: b.x, y: b.y, r: b.options.size + 4 }, entry.bend);
      const item = { entry, line, dim: Boolean(g.lit) && !g.lit.edges.has(entry.edge.key) };
      g.lines.push(item);
      if (item.dim) stroke(app, g, ctx, item, px, true);
      else after.push(item);
    }
    after.forEach((item) => stroke(app, g, ctx, item, px, simple && !g.lit));
    ctx.globalAlpha = 1;
  }

  function stroke(app, g, ctx, item, px, simple) {
    const family = app.model.fam.get(item.entry.edge.family);
    const hover = g.hover === item.entry.edge.key || app.state.sel === "e:" + item.entry.edge.key;
    const crowd = g.entries.length > 110 && !g.lit && item.entry.docs < 2; // in a crowd, what several say stands out
    ctx.globalAlpha = item.dim ? 0.2 : simple ? 0.5 : crowd ? 0.5 : 0.92;
    const w = (kg.paint.width(item.entry.docs) + (hover ? 1.6 : 0)) * (simple ? Math.min(px, 3) * 0.7 : px ** 0.8);
    kg.paint.draw(ctx, item.line, item.entry.edge, family, family[app.theme], w, simple ? px * 0.6 : px, simple);
  }

  function names(app, g, ctx) {
    const scale = g.net.getScale();
    const px = 1 / scale;
    const taken = kg.marks.occupancy();
    const size = scale <= 1 ? 12.5 : Math.min(18, 12.5 * scale ** 0.5);
    const sel = app.state.sel.startsWith("n:") ? app.state.sel.slice(2) : "";
    const view = kg.camera.screen(g);
    const list = [];
    for (const id of app.view.nodes) {
      const at = g.net.body.nodes[id], node = app.model.node.get(id);
      if (!at || at.x < view[0] || at.x > view[2] || at.y < view[1] || at.y > view[3]) continue;
      const dim = Boolean(g.lit) && !g.lit.nodes.has(id);
      const must = id === sel || id === g.hover;
      const style = node.cls === "Collective" || node.cls === "Population" ? "italic " : node.claims.length >= g.heavy || must ? "600 " : "";
      list.push({ id, x: at.x, y: at.y, r: at.options.size, lines: node.label.split("\n"), size, style, dim, must, rank: (must ? 1e6 : 0) + (dim ? 0 : 1e4) + node.claims.length });
      if (app.state.pin[id]) pin(ctx, at, px, g.colours);
      if (id === sel) halo(ctx, at, px, g.colours.accent);
    }
    list.sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1));
    if (list.length > 200 && scale < 0.5) list.length = 60; // from afar: only the landmarks
    g.unnamed = kg.marks.names(ctx, taken, list, px, g.colours, FONT, view);
    g.named = list.filter((n) => n.rect);
    if (g.lines.length <= 160 || g.lit) worded(app, g, ctx, taken, px);
  }

  function worded(app, g, ctx, taken, px) {
    const list = g.lines
      .filter((i) => !i.dim)
      .map((i) => ({ line: i.line, text: kg.words.line(i.entry), colour: app.model.fam.get(i.entry.edge.family)[app.theme], rank: i.entry.docs * 10 + i.entry.claims.length, must: g.hover === i.entry.edge.key }));
    list.sort((a, b) => b.must - a.must || b.rank - a.rank);
    kg.marks.words(ctx, taken, list.slice(0, 200), px, g.colours, FONT);
  }

  function halo(ctx, at, px, colour) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = 3 * px;
    ctx.beginPath();
    ctx.arc(at.x, at.y, at.options.size + 5 * px + 2, 0, 2 * Math.PI);
    ctx.stroke();
  }

  function pin(ctx, at, px, colours) {
    const x = at.x + at.options.size * 0.75, y = at.y - at.options.size * 0.75, r = 4.2 * px;
    ctx.fillStyle = colours.accent;
    ctx.strokeStyle = colours.bg;
    ctx.lineWidth = 1.5 * px;
    ctx.beginPath();
    ctx.moveTo(x - r * 1.6, y + r * 1.6);
    ctx.lineTo(x, y);
    ctx.stroke();
    ctx.beginPath();
    ctx.arc(x, y, r, 0, 2 * Math.PI);
    ctx.fill();
    ctx.stroke();
  }

  function setPhysics(app, g, data, on) {
    g.physics = on;
    if (!on) for (const id of data.nodes.getIds()) g.moved.set(id, { x: g.net.body.nodes[id].x, y: g.net.body.nodes[id].y });
    g.net.setOptions({ physics: { ...app.model.options.physics, enabled: on } });
    g.sync();
    if (on) g.net.startSimulation();
    else g.net.stopSimulation();
  }

  /* The node under a point of the window, or under whose name it is; undefined where there is none. */
  function nodeAt(g, dom) {
    const id = g.net.getNodeAt(dom);
    if (id !== undefined) return id;
    const p = g.net.DOMtoCanvas(dom);
    const named = g.named.find(({ rect }) => p.x >= rect[0] && p.x <= rect[2] && p.y >= rect[1] && p.y <= rect[3]);
    return named && named.id;
  }

  /* The line under a point of the picture, or null. */
  function edgeAt(g, p) {
    const reach = 7 / g.net.getScale();
    let best = null, least = reach;
    for (const item of g.lines) {
      const d = kg.paint.distance(p, item.line);
      if (d < least) [best, least] = [item, d];
    }
    return best;
  }

  function gestures(app, g, data) {
    g.net.on("zoom", g.swell);
    g.net.on("animationFinished", g.swell);
    g.net.on("click", (e) => {
      const id = nodeAt(g, e.pointer.DOM);
      const hit = id === undefined ? edgeAt(g, e.pointer.canvas) : null;
      app.set({ sel: id !== undefined ? "n:" + id : hit ? "e:" + hit.entry.edge.key : "" });
    });
    g.net.on("doubleClick", (e) => {
      const id = nodeAt(g, e.pointer.DOM);
      if (id !== undefined) app.set({ focus: id, steps: 1, sel: "n:" + id });
    });
    g.net.on("dragEnd", (e) => {
      for (const id of e.nodes) {
        const at = g.net.body.nodes[id];
        g.moved.set(id, { x: at.x, y: at.y });
        bend(app, g, g.entries);
        if (app.state.pin[id]) app.set({ pin: { ...app.state.pin, [id]: [Math.round(at.x), Math.round(at.y)] } });
      }
    });
    kg.hover.attach(app, g);
  }

  return { create };
})();
