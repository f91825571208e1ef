/* The lines of the picture on vis-network's canvas: families by colour and kind of line, parallels as a fan. */
"use strict";
kg.paint = (function () {
  const PLAIN_ABOVE = 700; // more lines than this are drawn without ornaments: speed, and nobody could see them

  /* Gives every line its bend: several between two nodes lie beside one another, and all of them give way to nodes
     that stand in between. `nodes` are {id, x, y, r}; none are given where there are too many to look at. */
  function fan(entries, nodes) {
    const at = new Map(nodes.map((n) => [n.id, n]));
    const pairs = new Map();
    for (const entry of entries) {
      const { from, to } = entry.edge;
      const key = from < to ? `${from}\n${to}` : `${to}\n${from}`;
      if (!pairs.has(key)) pairs.set(key, []);
      pairs.get(key).push(entry);
    }
    for (const list of pairs.values()) {
      const gap = list.length > 5 ? 13 : list.length > 2 ? 18 : 22;
      const { from, to } = list[0].edge;
      const [a, b] = from < to ? [at.get(from), at.get(to)] : [at.get(to), at.get(from)];
      const shift = a && b ? giveWay(a, b, list.length, gap, nodes) : 0;
      list.forEach((entry, i) => {
        const bend = (i - (list.length - 1) / 2) * gap + shift;
        entry.bend = entry.edge.from < entry.edge.to ? bend : -bend;
      });
    }
    return entries;
  }

  /* The least shift of a bundle of lines from `a` to `b` that leads it past the nodes between them. */
  function giveWay(a, b, lines, gap, nodes) {
    const length = Math.hypot(a.x - b.x, a.y - b.y);
    const near = nodes.filter(
      (n) =>
        n !== a && n !== b && distance(n, [a, b]) < n.r + length * 0.35 && distance(n, [a, b]) < 160 + n.r,
    );
    if (!near.length) return 0;
    let best = 0,
      least = Infinity;
    for (const shift of [0, 16, -16, 28, -28, 42, -42, 58, -58]) {
      if (Math.abs(shift) > length * 0.25) continue;
      let cost = Math.abs(shift) / 25;
      for (let i = 0; i < lines; i++) {
        const line = points(a, b, (i - (lines - 1) / 2) * gap + shift);
        for (const n of near) cost += distance(n, line) < n.r + 7 ? 4 : 0;
      }
      if (cost < least) [best, least] = [shift, cost];
    }
    return best;
  }

  /* The line's points from rim to rim: `a` and `b` are {x, y, r}. */
  function points(a, b, bend) {
    const dx = b.x - a.x,
      dy = b.y - a.y;
    const length = Math.hypot(dx, dy) || 1;
    const cx = (a.x + b.x) / 2 + (-dy / length) * bend * 2;
    const cy = (a.y + b.y) / 2 + (dx / length) * bend * 2;
    const n = bend ? 22 : 12;
    const out = [];
    for (let i = 0; i <= n; i++) {
      const t = i / n,
        u = 1 - t;
      out.push({
        x: u * u * a.x + 2 * u * t * cx + t * t * b.x,
        y: u * u * a.y + 2 * u * t * cy + t * t * b.y,
      });
    }
    return clip(clip(out, a, a.r).reverse(), b, b.r).reverse();
  }

  /* Cuts the beginning of the line off where it leaves the node's circle. */
  function clip(line, node, r) {
    const out = line.findIndex((p) => Math.hypot(p.x - node.x, p.y - node.y) > r);
    if (out <= 0) return out < 0 ? line.slice(-2) : line;
    const p = line[out - 1],
      q = line[out];
    const dp = Math.hypot(p.x - node.x, p.y - node.y),
      dq = Math.hypot(q.x - node.x, q.y - node.y);
    const t = (r - dp) / (dq - dp || 1);
    return [{ x: p.x + (q.x - p.x) * t, y: p.y + (q.y - p.y) * t }, ...line.slice(out)];
  }

  function trace(ctx, line, offset) {
    ctx.beginPath();
    line.forEach((p, i) => {
      let { x, y } = p;
      if (offset) {
        const q = line[Math.min(i + 1, line.length - 1)],
          o = line[Math.max(i - 1, 0)];
        const d = Math.hypot(q.x - o.x, q.y - o.y) || 1;
        x += (-(q.y - o.y) / d) * offset;
        y += ((q.x - o.x) / d) * offset;
      }
      if (i) ctx.lineTo(x, y);
      else ctx.moveTo(x, y);
    });
    ctx.stroke();
  }

  /* Calls `each(x, y, cos, sin)` every `step` along the line. */
  function along(line, step, first, each) {
    let rest = first;
    for (let i = 1; i < line.length; i++) {
      const p = line[i - 1],
        q = line[i];
      const d = Math.hypot(q.x - p.x, q.y - p.y);
      const cos = (q.x - p.x) / (d || 1),
        sin = (q.y - p.y) / (d || 1);
      while (rest < d) {
        each(p.x + cos * rest, p.y + sin * rest, cos, sin);
        rest += step;
      }
      rest -= d;
    }
  }

  function arrow(ctx, line, size) {
    const tip = line[line.length - 1];
    let i = line.length - 2;
    while (i > 0 && Math.hypot(tip.x - line[i].x, tip.y - line[i].y) < size) i--;
    const angle = Math.atan2(tip.y - line[i].y, tip.x - line[i].x);
    ctx.beginPath();
    ctx.moveTo(tip.x, tip.y);
    ctx.lineTo(tip.x - size * Math.cos(angle - 0.42), tip.y - size * Math.sin(angle - 0.42));
    ctx.lineTo(tip.x - size * 0.72 * Math.cos(angle), tip.y - size * 0.72 * Math.sin(angle));
    ctx.lineTo(tip.x - size * Math.cos(angle + 0.42), tip.y - size * Math.sin(angle + 0.42));
    ctx.closePath();
    ctx.fill();
  }

  function cross(ctx, line, size) {
    const m = line[Math.floor(line.length / 2)];
    ctx.beginPath();
    for (const s of [1, -1]) {
      ctx.moveTo(m.x - size, m.y - size * s);
      ctx.lineTo(m.x + size, m.y + size * s);
    }
    ctx.stroke();
  }

  const ORNAMENTS = {
    barbs(ctx, line, w, px) {
      const half = 4 * px + w;
      ctx.lineWidth = Math.max(w * 0.7, 1.2 * px);
      ctx.beginPath();
      along(line, 13 * px, 8 * px, (x, y, cos, sin) => {
        ctx.moveTo(x - sin * half, y + cos * half);
        ctx.lineTo(x + sin * half, y - cos * half);
      });
      ctx.stroke();
    },
    beads(ctx, line, w, px) {
      const r = 2.1 * px + w * 0.55;
      ctx.beginPath();
      along(line, 20 * px, 10 * px, (x, y) => {
        ctx.moveTo(x + r, y);
        ctx.arc(x, y, r, 0, 2 * Math.PI);
      });
      ctx.fill();
    },
    chevrons(ctx, line, w, px, symmetric) {
      const s = 2.6 * px + w * 0.7;
      ctx.lineWidth = Math.max(w * 0.7, 1.2 * px);
      ctx.beginPath();
      along(line, 38 * px, 19 * px, (x, y, cos, sin) => {
        const at = (f, g) => [x + cos * f - sin * g, y + sin * f + cos * g];
        ctx.moveTo(...at(-s, -s));
        ctx.lineTo(...at(0.4 * s, 0));
        ctx.lineTo(...at(-s, s));
        if (symmetric) {
          ctx.moveTo(...at(1.8 * s, -s));
          ctx.lineTo(...at(0.4 * s, 0));
          ctx.lineTo(...at(1.8 * s, s));
        }
      });
      ctx.stroke();
    },
  };

  /* One line. `w` is its width, `px` the size of a screen pixel at the present zoom, both in the picture's units. */
  function draw(ctx, line, edge, family, colour, w, px, simple) {
    ctx.strokeStyle = ctx.fillStyle = colour;
    ctx.lineCap = "butt";
    ctx.lineJoin = "round";
    const shaft = edge.symmetric ? line : shorten(line, 5 * px + w);
    if (family.line === "band" && !simple) {
      const alpha = ctx.globalAlpha;
      ctx.globalAlpha = alpha * 0.25;
      ctx.lineWidth = w * 2 + 6 * px;
      trace(ctx, shaft);
      ctx.globalAlpha = alpha;
    }
    ctx.lineWidth = w;
    if (edge.status === "former") ctx.setLineDash([8 * px + w, 5 * px + w * 0.6]);
    if (edge.status === "open") {
      ctx.setLineDash([0.1, 3 * px + w * 1.4]);
      ctx.lineCap = "round";
    }
    if (family.line === "double" && !simple) {
      ctx.lineWidth = Math.max(w * 0.55, 1.1 * px);
      trace(ctx, shaft, w * 0.6 + 1.1 * px);
      trace(ctx, shaft, -w * 0.6 - 1.1 * px);
    } else {
      trace(ctx, shaft);
    }
    ctx.setLineDash([]);
    ctx.lineCap = "butt";
    if (!simple && ORNAMENTS[family.line]) ORNAMENTS[family.line](ctx, shaft, w, px, edge.symmetric);
    if (!edge.symmetric) arrow(ctx, line, 7 * px + w * 2.2);
    if (edge.status === "denied") {
      ctx.lineWidth = Math.max(w * 0.8, 1.8 * px);
      cross(ctx, line, 6 * px + w);
    }
  }

  function shorten(line, by) {
    const tip = line[line.length - 1];
    const kept = clip([...line].reverse(), tip, by).reverse();
    return kept.length > 1 ? kept : line;
  }

  /* Distance of a point from a line of points. */
  function distance(p, line) {
    let best = Infinity;
    for (let i = 1; i < line.length; i++) {
      const a = line[i - 1],
        b = line[i];
      const dx = b.x - a.x,
        dy = b.y - a.y;
      const square = dx * dx + dy * dy;
      const t = square ? Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / square)) : 0;
      best = Math.min(best, Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy));
    }
    return best;
  }

  const width = (docs) => Math.min(6, 0.9 + 0.9 * docs);

  return { fan, points, draw, distance, width, PLAIN_ABOVE };
})();
