/* Walks over the visible lines, without regard to their direction. */
"use strict";
kg.paths = (function () {
  function neighbours(edges) {
    const near = new Map();
    const put = (a, b, e) => {
      if (!near.has(a)) near.set(a, []);
      near.get(a).push([b, e]);
    };
    for (const e of edges) {
      put(e.edge.from, e.edge.to, e);
      put(e.edge.to, e.edge.from, e);
    }
    return near;
  }

  /* Steps from `start` to every node that can be reached. */
  function distances(near, start) {
    const far = new Map([[start, 0]]);
    const queue = [start];
    for (let i = 0; i < queue.length; i++) {
      for (const [other] of near.get(queue[i]) || []) {
        if (far.has(other)) continue;
        far.set(other, far.get(queue[i]) + 1);
        queue.push(other);
      }
    }
    return far;
  }

  /* The nodes within `steps` of `start`. */
  function around(edges, start, steps) {
    const far = distances(neighbours(edges), start);
    return new Set([...far].filter(([, d]) => d <= steps).map(([id]) => id));
  }

  /* All shortest paths between two nodes: {nodes, edges (keys, in walking order), steps}; empty where there is none. */
  function shortest(edges, from, to) {
    const near = neighbours(edges);
    const there = distances(near, from);
    const back = distances(near, to);
    const steps = there.get(to);
    if (steps === undefined) return { nodes: new Set(), edges: new Set(), steps: -1 };
    const on = (a, b) => there.get(a) + 1 + back.get(b) === steps;
    const nodes = new Set(
      [...there].filter(([id, d]) => back.has(id) && d + back.get(id) === steps).map(([id]) => id),
    );
    const lines = edges.filter((e) => on(e.edge.from, e.edge.to) || on(e.edge.to, e.edge.from));
    const first = (e) => Math.min(there.get(e.edge.from), there.get(e.edge.to));
    lines.sort((a, b) => first(a) - first(b) || a.edge.id - b.edge.id);
    return { nodes, edges: new Set(lines.map((e) => e.edge.key)), steps };
  }

  return { around, shortest };
})();
