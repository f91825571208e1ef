/* The picture: vis-network holds nodes, view and gestures; scene.js draws lines and names. */
"use strict";
kg.graph = (function () {
  const { byId } = kg.dom;

  function create(app) {
    const { model } = app;
    const box = byId("mynetwork");
    const data = { nodes: new vis.DataSet(), edges: new vis.DataSet() };
    const net = new vis.Network(box, data, {
      ...model.options,
      physics: { ...model.options.physics, enabled: false },
    });
    const g = {
      net,
      box,
      entries: [],
      lines: [],
      named: [],
      hover: null,
      lit: null,
      moved: new Map(),
      colours: {},
      physics: false,
      boost: 1,
    };
    g.sync = () => sync(app, g, data);
    g.relight = () => relight(app, g, data);
    g.fit = (animate) => kg.camera.fit(app, g, animate);
    g.swell = () => kg.camera.swell(app, g, data);
    g.zoom = (factor) =>
      net.moveTo({
        scale: Math.min(6, Math.max(0.02, net.getScale() * factor)),
        animation: kg.camera.anim(180),
      });
    g.show = (id) => kg.camera.show(app, g, id);
    g.theme = () => {
      readTheme(app, g);
      g.sync();
    };
    g.setPhysics = (on) => setPhysics(app, g, data, on);
    g.bend = () => bend(app, g, g.entries);
    g.place = (id) => net.body.nodes[id];
    readTheme(app, g);
    net.on("beforeDrawing", (ctx) => kg.scene.lines(app, g, ctx));
    net.on("afterDrawing", (ctx) => kg.scene.names(app, g, ctx));
    kg.hover.attach(app, g);
    return g;
  }

  function readTheme(app, g) {
    const css = getComputedStyle(document.documentElement);
    g.colours = {
      fg: css.getPropertyValue("--ink").trim(),
      bg: css.getPropertyValue("--paper").trim(),
      accent: css.getPropertyValue("--accent").trim(),
      faint: css.getPropertyValue("--edge").trim(),
    };
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
    g.entries = bend(app, g, view.edges).sort(
      (a, b) => (b.edge.family === "events") - (a.edge.family === "events"),
    );
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
    return kg.paint.fan(
      entries,
      few ? nodes.map((n) => ({ id: n.id, x: n.x, y: n.y, r: n.options.size })) : [],
    );
  }

  function relight(app, g, data) {
    g.lit = lit(app);
    data.nodes.update(
      data.nodes.getIds().map((id) => ({ id, opacity: g.lit && !g.lit.nodes.has(id) ? 0.35 : 1 })),
    );
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
    else if (g.layoutKey === "atlas")
      ids.forEach((id) => given.set(id, { x: model.node.get(id).atlas[0], y: model.node.get(id).atlas[1] }));
    else {
      const box = (id) => {
        const lines = model.node.get(id).label.split("\n");
        return {
          radius: model.node.get(id).size,
          width: Math.max(...lines.map((l) => l.length)) * 8,
          height: lines.length * 18,
        };
      };
      // Filters leave the core where it is and set the others around it; a focus or path is a picture of its own.
      const held = g.layoutKey === "mixed" ? ids.map((id) => model.node.get(id)).filter((n) => n.core) : [];
      const made = kg.places.layout(ids, app.view.edges, box, new Map(held.map((n) => [n.id, n])));
      made.forEach((p, id) => given.set(id, p));
    }
    if (g.movedIn !== g.layoutKey) g.moved.clear();
    g.movedIn = g.layoutKey;
    return new Map(
      ids.map((id) => {
        const pin = state.pin[id];
        const p = pin ? { x: pin[0], y: pin[1] } : g.moved.get(id) || given.get(id);
        return [id, { x: p.x, y: p.y, pinned: Boolean(pin) }];
      }),
    );
  }

  /* A node as vis-network draws it. */
  function look(app, g, node, at) {
    const cls = app.model.cls.get(node.cls);
    const dark = app.theme === "dark";
    const ring = cls.ring || (cls.dashes && dark) ? (dark ? cls.fill : cls.rim) : null;
    const fill = ring ? (cls.ring ? g.colours.bg : g.colours.faint) : cls.fill;
    return {
      id: node.id,
      x: at.x,
      y: at.y,
      shape: node.shape,
      size: node.size * g.boost,
      fixed: at.pinned && g.physics,
      physics: g.physics,
      color: { background: fill, border: ring || (dark ? g.colours.bg : cls.rim) },
      borderWidth: cls.ring ? 3.2 : cls.dashes ? 2 : 1.5,
      shapeProperties: { borderDashes: cls.dashes ? [5, 4] : false },
    };
  }

  function springs(g, data) {
    data.edges.add(
      g.entries.map((e) => ({
        id: e.edge.id,
        from: e.edge.from,
        to: e.edge.to,
        hidden: true,
        physics: true,
      })),
    );
  }

  /* What stands out: a path, else the selection with its neighbours; null when everything does. */
  function lit(app) {
    const { view, state, model } = app;
    if (view.path && view.path.nodes.size) return { nodes: view.path.nodes, edges: view.path.edges };
    const nodes = new Set(),
      edges = new Set();
    const add = (e) => {
      edges.add(e.key);
      nodes.add(e.from);
      nodes.add(e.to);
    };
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

  function setPhysics(app, g, data, on) {
    g.physics = on;
    if (!on)
      for (const id of data.nodes.getIds())
        g.moved.set(id, { x: g.net.body.nodes[id].x, y: g.net.body.nodes[id].y });
    g.net.setOptions({ physics: { ...app.model.options.physics, enabled: on } });
    g.sync();
    if (on) g.net.startSimulation();
    else g.net.stopSimulation();
  }

  return { create };
})();
