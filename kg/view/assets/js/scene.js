/* One frame: the lines below vis-network's nodes, the names above them. */
"use strict";
kg.scene = (function () {
  const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif";

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
      const a = nodes[entry.edge.from],
        b = nodes[entry.edge.to];
      if (!a || !b) continue;
      const line = kg.paint.points(
        { x: a.x, y: a.y, r: a.options.size + 3 },
        { x: b.x, y: b.y, r: b.options.size + 4 },
        entry.bend,
      );
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
    const w =
      (kg.paint.width(item.entry.docs) + (hover ? 1.6 : 0)) * (simple ? Math.min(px, 3) * 0.7 : px ** 0.8);
    kg.paint.draw(
      ctx,
      item.line,
      item.entry.edge,
      family,
      family[app.theme],
      w,
      simple ? px * 0.6 : px,
      simple,
    );
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
      const at = g.net.body.nodes[id],
        node = app.model.node.get(id);
      if (!at || at.x < view[0] || at.x > view[2] || at.y < view[1] || at.y > view[3]) continue;
      const dim = Boolean(g.lit) && !g.lit.nodes.has(id);
      const must = id === sel || id === g.hover;
      const style =
        node.cls === "Collective" || node.cls === "Population"
          ? "italic "
          : node.claims.length >= g.heavy || must
            ? "600 "
            : "";
      list.push({
        id,
        x: at.x,
        y: at.y,
        r: at.options.size,
        lines: node.label.split("\n"),
        size,
        style,
        dim,
        must,
        rank: (must ? 1e6 : 0) + (dim ? 0 : 1e4) + node.claims.length,
      });
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
      .map((i) => ({
        line: i.line,
        text: kg.words.line(i.entry),
        colour: app.model.fam.get(i.entry.edge.family)[app.theme],
        rank: i.entry.docs * 10 + i.entry.claims.length,
        must: g.hover === i.entry.edge.key,
      }));
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
    const x = at.x + at.options.size * 0.75,
      y = at.y - at.options.size * 0.75,
      r = 4.2 * px;
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

  return { lines, names };
})();
