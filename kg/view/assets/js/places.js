/* Places for a part of a large network that the layout made beforehand has no picture of (a focus, a path, a search).
   The same method as in Python, on few nodes: distances on paper follow steps in the graph. No chance is involved. */
"use strict";
kg.places = (function () {
  const EDGE = 150;
  const LIMIT = 150;

  function steps(ids, edges) {
    const index = new Map(ids.map((id, i) => [id, i]));
    const near = ids.map(() => new Set());
    for (const { edge } of edges) {
      const [a, b] = [index.get(edge.from), index.get(edge.to)];
      if (a === undefined || b === undefined || a === b) continue;
      near[a].add(b);
      near[b].add(a);
    }
    return ids.map((_, start) => {
      const far = new Array(ids.length).fill(0);
      const seen = new Set([start]);
      let ring = [start];
      for (let d = 1; ring.length; d++) {
        const next = [];
        for (const here of ring) {
          for (const other of near[here]) {
            if (seen.has(other)) continue;
            seen.add(other);
            far[other] = d;
            next.push(other);
          }
        }
        ring = next;
      }
      return far.map((d, i) => (i === start ? 0 : d || 4)); // parts that hang not together keep a distance
    });
  }

  /* Map of id to {x, y}; `box` gives a node's {radius, width, height}; nodes of the map `held` stay where they are. */
  function layout(ids, edges, box, held) {
    const n = ids.length;
    const wished = steps(ids, edges).map((row) => row.map((d) => d * EDGE));
    const fixed = ids.map((id) => Boolean(held) && held.has(id));
    const golden = Math.PI * (3 - Math.sqrt(5));
    const at = ids.map((id, i) => {
      if (fixed[i]) return { x: held.get(id).x, y: held.get(id).y };
      const r = EDGE * 0.6 * Math.sqrt(i + 0.5);
      return { x: r * Math.cos(i * golden) * 1.3, y: r * Math.sin(i * golden) };
    });
    const rounds = n > 80 ? 40 : 80;
    for (let round = 0; round < rounds; round++)
      for (let i = 0; i < n; i++) if (!fixed[i]) at[i] = pulled(i, at, wished[i]);
    if (!fixed.some(Boolean)) at.forEach((p) => (p.x *= 1.25));
    pushApart(at, ids.map(box), fixed);
    return new Map(ids.map((id, i) => [id, { x: Math.round(at[i].x), y: Math.round(at[i].y) }]));
  }

  /* Where node `i` wants to be, given the others: one step of stress majorisation. */
  function pulled(i, at, wished) {
    let sx = 0,
      sy = 0,
      total = 0;
    for (let j = 0; j < at.length; j++) {
      const d = wished[j];
      if (!d) continue;
      const dx = at[i].x - at[j].x,
        dy = at[i].y - at[j].y;
      const pull = d / (Math.hypot(dx, dy) || 1);
      const w = 1 / (d * d);
      sx += w * (at[j].x + dx * pull);
      sy += w * (at[j].y + dy * pull);
      total += w;
    }
    return total ? { x: sx / total, y: sy / total } : at[i];
  }

  /* Moves overlapping nodes with their names apart; of a fixed and a free one the free one goes all the way. */
  function pushApart(at, boxes, fixed) {
    const margin = 8;
    const half = boxes.map((b) => Math.max(b.radius, b.width / 2) + margin);
    for (let round = 0; round < 150; round++) {
      let touched = false;
      for (let i = 0; i < at.length; i++) {
        for (let j = i + 1; j < at.length; j++) {
          if (fixed[i] && fixed[j]) continue;
          const wide = half[i] + half[j] - Math.abs(at[i].x - at[j].x);
          if (wide <= 0) continue;
          const [upper, lower] = at[i].y <= at[j].y ? [i, j] : [j, i];
          const high =
            boxes[upper].radius +
            boxes[upper].height +
            boxes[lower].radius +
            2 * margin -
            (at[lower].y - at[upper].y);
          if (high <= 0) continue;
          touched = true;
          const [first, second] = wide < high ? (at[i].x <= at[j].x ? [i, j] : [j, i]) : [upper, lower];
          const axis = wide < high ? "x" : "y";
          const step = Math.min(wide, high) * 0.3 + 0.5;
          if (!fixed[first]) at[first][axis] -= fixed[second] ? 2 * step : step;
          if (!fixed[second]) at[second][axis] += fixed[first] ? 2 * step : step;
        }
      }
      if (!touched) return;
    }
  }

  return { layout, LIMIT };
})();
