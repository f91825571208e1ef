/* What of the picture is in the window: fitting it in, moving a node into sight, sizes from afar. */
"use strict";
kg.camera = (function () {
  const anim = (duration) =>
    matchMedia("(prefers-reduced-motion: reduce)").matches
      ? false
      : { duration, easingFunction: "easeInOutQuad" };

  /* The part of the picture on the screen: left, top, right, bottom. */
  function screen(g) {
    const scale = g.net.getScale(),
      c = g.net.getViewPosition();
    const w = g.box.clientWidth / 2 / scale,
      h = g.box.clientHeight / 2 / scale;
    return [c.x - w, c.y - h, c.x + w, c.y + h];
  }

  /* Whether a node that is shown lies outside the window. */
  function outside(app, g) {
    const [left, top, right, bottom] = screen(g);
    return [...app.view.nodes]
      .map((id) => g.net.body.nodes[id])
      .some((n) => n && (n.x < left || n.x > right || n.y < top || n.y > bottom));
  }

  /* Puts all that is shown, names included, into the window. */
  function fit(app, g, animate) {
    const ids = [...app.view.nodes].filter((id) => g.net.body.nodes[id]);
    const w = g.box.clientWidth,
      h = g.box.clientHeight;
    if (!ids.length || !w || !h) return;
    g.net.setSize(); // else a change of the window would reach the canvas only after the fit
    const rects = ids.map((id) => {
      const n = g.net.body.nodes[id],
        lines = app.model.node.get(id).label.split("\n");
      return {
        x: n.x,
        y: n.y,
        r: n.options.size,
        half: Math.max(...lines.map((l) => l.length)) * 3.6,
        below: lines.length * 15 + 4,
      };
    });
    const edge = (f, pick) =>
      rects.reduce((best, r) => f(best, pick(r)), f === Math.min ? Infinity : -Infinity);
    const foot = app.view.folded || app.state.all ? 38 : 0; // the note on what is folded
    let scale = 1;
    for (let i = 0; i < 3; i++) {
      // names keep their size on the screen, so what they need depends on the zoom
      const half = (r) => Math.max(r.r, r.half / scale);
      const left = edge(Math.min, (r) => r.x - half(r)),
        right = edge(Math.max, (r) => r.x + half(r));
      const top = edge(Math.min, (r) => r.y - r.r),
        bottom = edge(Math.max, (r) => r.y + r.r + r.below / scale);
      scale = Math.min(
        (w - 30) / (right - left),
        (h - 60 - foot) / (bottom - top),
        app.state.focus ? 2 : 1.5,
      );
      g.center = { x: (left + right) / 2, y: (top + bottom) / 2 + (foot / 2 - 6) / scale };
    }
    g.net.moveTo({ position: g.center, scale, animation: animate ? anim(300) : false });
    g.swell();
  }

  /* Brings a node into the window when it is outside. */
  function show(app, g, id) {
    const at = g.net.body.nodes[id];
    if (!at) return;
    const p = g.net.canvasToDOM({ x: at.x, y: at.y });
    const out = p.x < 40 || p.y < 60 || p.x > g.box.clientWidth - 40 || p.y > g.box.clientHeight - 60;
    if (out) g.net.moveTo({ position: { x: at.x, y: at.y }, animation: anim(300) });
  }

  /* Far out, nodes grow against the zoom, so that shapes can still be told apart; in steps, as it costs an update. */
  function swell(app, g, data) {
    const scale = g.net.getScale();
    const boost =
      scale < 0.8 && app.view.nodes.size <= 200 ? Math.min(3, Math.round((0.8 / scale) ** 0.7 * 5) / 5) : 1;
    if (boost === g.boost) return;
    g.boost = boost;
    data.nodes.update(data.nodes.getIds().map((id) => ({ id, size: app.model.node.get(id).size * boost })));
  }

  return { anim, screen, outside, fit, show, swell };
})();
