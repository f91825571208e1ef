/* Names beside nodes and words on lines, at the same size on the screen whatever the zoom, and never over each other. */
"use strict";
kg.marks = (function () {
  const CELL = 80;

  /* Remembers which parts of the screen are taken. */
  function occupancy() {
    const grid = new Map();
    const cells = (r) => {
      const out = [];
      for (let x = Math.floor(r[0] / CELL); x <= Math.floor(r[2] / CELL); x++)
        for (let y = Math.floor(r[1] / CELL); y <= Math.floor(r[3] / CELL); y++) out.push(`${x},${y}`);
      return out;
    };
    const hits = (r, except) =>
      cells(r).some((c) =>
        (grid.get(c) || []).some(
          (o) => o.owner !== except && r[0] < o[2] && r[2] > o[0] && r[1] < o[3] && r[3] > o[1],
        ),
      );
    const take = (r, owner) => {
      r.owner = owner;
      for (const c of cells(r)) {
        if (!grid.has(c)) grid.set(c, []);
        grid.get(c).push(r);
      }
    };
    return { hits, take };
  }

  /* Where a label of w by h may stand around a node at (x, y) with radius r: below, above, right, left. */
  const spots = (x, y, r, w, h) => [
    [x - w / 2, y + r + 3],
    [x + r + 5, y - h / 2],
    [x - r - 5 - w, y - h / 2],
    [x - w / 2, y - r - 3 - h],
    [x + r * 0.7 + 3, y + r * 0.7],
    [x - r * 0.7 - 3 - w, y + r * 0.7],
    [x + r * 0.7 + 3, y - r * 0.7 - h],
    [x - r * 0.7 - 3 - w, y - r * 0.7 - h],
    [x - w * 0.15, y + r + 3],
    [x - w * 0.85, y + r + 3],
    [x - w * 0.15, y - r - 3 - h],
    [x - w * 0.85, y - r - 3 - h],
  ];

  function write(ctx, lines, x, y, w, h, font, size, colour, halo, rim) {
    ctx.font = font;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    ctx.lineWidth = size * rim;
    ctx.strokeStyle = halo;
    ctx.fillStyle = colour;
    lines.forEach((line, i) => {
      const ty = y + (i + 0.5) * (h / lines.length);
      ctx.strokeText(line, x + w / 2, ty);
      ctx.fillText(line, x + w / 2, ty);
    });
  }

  const cache = new Map();
  function measure(ctx, lines, font, size) {
    const key = font + "|" + lines.join("\n");
    if (!cache.has(key)) {
      if (cache.size > 8000) cache.clear();
      ctx.font = font;
      cache.set(key, Math.max(...lines.map((l) => ctx.measureText(l).width)) / size);
    }
    return cache.get(key) * size;
  }

  /* Writes the names. `nodes` are {id, x, y, r, lines, size, style, dim, must}, the most important first, in the
     picture's coordinates; `px` is a screen pixel in them; `screen` is left, top, right, bottom of what is seen.
     Gives each named node its `rect` in the picture and returns how many names found no room. Nodes smaller than a
     few pixels do not hold their place against names. */
  function names(ctx, taken, nodes, px, colours, family, screen) {
    const frame = screen.map((v) => v / px);
    let left = 0;
    for (const dim of [false, true]) {
      // what stands out is named first, as if the rest were not there
      const layer = nodes.filter((n) => Boolean(n.dim) === dim);
      for (const n of layer)
        if (n.r / px > 4)
          taken.take([(n.x - n.r) / px, (n.y - n.r) / px, (n.x + n.r) / px, (n.y + n.r) / px], n.id);
      for (const n of layer) {
        ctx.globalAlpha = dim && !n.must ? 0.5 : 1;
        if (!name(ctx, taken, n, px, colours, family, frame)) left++;
      }
    }
    ctx.globalAlpha = 1;
    return left;
  }

  /* One name, in the first free spot that lies on the screen; smaller where it must be. */
  function name(ctx, taken, n, px, colours, family, frame) {
    for (const size of n.must ? [n.size + 1] : [n.size, n.size - 1.5]) {
      const font = `${n.style}${size * px}px ${family}`;
      const w = measure(ctx, n.lines, font, size * px) / px,
        h = n.lines.length * size * 1.18;
      const places = spots(n.x / px, n.y / px, n.r / px, w, h).map(([x, y]) => ({
        x,
        y,
        rect: [x - 2, y - 1, x + w + 2, y + h + 1],
      }));
      const free = places.filter((p) => !taken.hits(p.rect, n.id));
      const seen = free.filter(
        (p) =>
          p.rect[0] >= frame[0] && p.rect[1] >= frame[1] && p.rect[2] <= frame[2] && p.rect[3] <= frame[3],
      );
      const best = seen[0] || (n.must ? free[0] || places[0] : null);
      if (!best) continue;
      taken.take(best.rect, n.id + " label");
      n.rect = best.rect.map((v) => v * px);
      write(
        ctx,
        n.lines,
        best.x * px,
        best.y * px,
        w * px,
        h * px,
        font,
        size * px,
        colours.fg,
        colours.bg,
        0.28,
      );
      return true;
    }
    return false;
  }

  /* Writes words on lines where there is room: `edges` are {line, text, colour}, the most important first. */
  function words(ctx, taken, edges, px, colours, family) {
    const size = 11;
    const font = `${size * px}px ${family}`;
    for (const e of edges) {
      const w = measure(ctx, [e.text], font, size * px) / px,
        h = size * 1.2;
      const a = e.line[0],
        b = e.line[e.line.length - 1];
      if (Math.hypot(a.x - b.x, a.y - b.y) / px < Math.min(w, 60) * 0.8 + 14 && !e.must) continue;
      for (const t of [0.5, 0.4, 0.6, 0.3, 0.7]) {
        const p = e.line[Math.round(t * (e.line.length - 1))];
        const rect = [p.x / px - w / 2 - 2, p.y / px - h / 2, p.x / px + w / 2 + 2, p.y / px + h / 2];
        if (taken.hits(rect, null)) continue;
        taken.take(rect, "line");
        ctx.globalAlpha = e.dim ? 0.25 : 1;
        write(
          ctx,
          [e.text],
          p.x - (w * px) / 2,
          p.y - (h * px) / 2,
          w * px,
          h * px,
          font,
          size * px,
          e.colour,
          colours.bg,
          0.5,
        );
        break;
      }
    }
    ctx.globalAlpha = 1;
  }

  return { occupancy, names, words };
})();
