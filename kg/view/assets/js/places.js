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

  /* Map of id to {x, y}; `box` gives a node's {radius, width, height}. */
  function layout(ids, edges, box) {
    const n = ids.length;
    const wished = steps(ids, edges).map((row) => row.map((d) => d * EDGE));
    const golden = Math.PI * (3 - Math.sqrt(5));
    const at = ids.map((_, i) => {
      const r = EDGE * 0.6 * Math.sqrt(i + 0.5);
      return { x: r * Math.cos(i * golden) * 1.3, y: r * Math.sin(i * golden) };
    });
    const rounds = n > 80 ? 40 : 80;
    for (let round = 0; round < rounds; round++) {
      for (let i = 0; i < n; i++) {
        let sx = 0, sy = 0, total = 0;
        for (let j = 0; j < n; j++) {
          const d = wished[i][j];
          if (!d) continue;
          const dx = at[i].x - at[j].x, dy = at[i].y - at[j].y;
          const pull = d / (Math.hypot(dx, dy) || 1);
          const w = 1 / (d * d);
          sx += w * (at[j].x + dx * pull);
          sy += w * (at[j].y + dy * pull);
          total += w;
        }
        if (total) at[i] = { x: sx / total, y: sy / total };
      }
    }
    at.forEach((p) => (p.x *= 1.25));
    pushApart(at, ids.map(box));
    return new Map(ids.map((id, i) => [id, { x: Math.round(at[i].x), y: Math.round(at[i].y) }]));
  }

  function pushApart(at, boxes) {
    const margin = 8;
    const half = boxes.map((b) => Math.max(b.radius, b.width / 2) + margin);
    for (let round = 0; round < 120; round++) {
      let touched = false;
      for (let i = 0; i < at.length; i++) {
        for (let j = i + 1; j < at.length; j++) {
          const wide = half[i] + half[j] - Math.abs(at[i].x - at[j].x);
          if (wide <= 0) continue;
          const upper = at[i].y <= at[j].y ? i : j;
          const lower = upper === i ? j : i;
          const high = boxes[upper].radius + boxes[upper].height + boxes[lower].radius + 2 * margin - (at[lower].y - at[upper].y);
          if (high <= 0) continue;
          touched = true;
          if (wide < high) {
            const left = at[i].x <= at[j].x ? i : j;
            at[left].x -= wide * 0.3 + 0.5;
            at[left === i ? j : i].x += wide * 0.3 + 0.5;
          } else {
            at[upper].y -= high * 0.3 + 0.5;
            at[lower].y += high * 0.3 + 0.5;
          }
        }
      }
      if (!touched) return;
    }
  }

  return { layout, LIMIT };
})();
