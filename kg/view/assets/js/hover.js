/* The pointer: clicks, double clicks and drags, and words about what it is over. */
"use strict";
kg.hover = (function () {
  const { byId } = kg.dom;

  function attach(app, g) {
    gestures(app, g);
    let frame = 0;
    g.box.addEventListener("mousemove", (e) => {
      if (e.buttons || frame) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        at(app, g, e);
      });
    });
    g.box.addEventListener("mouseleave", () => set(app, g, null, ""));
    g.net.on("dragStart", () => (byId("tip").hidden = true));
    g.net.on("zoom", () => (byId("tip").hidden = true));
  }

  function at(app, g, e) {
    const frame = g.box.getBoundingClientRect();
    const dom = { x: e.clientX - frame.left, y: e.clientY - frame.top };
    const id = nodeAt(g, dom);
    if (id !== undefined) {
      const node = app.model.node.get(id);
      const also = node.aliases
        .slice(0, 4)
        .map((a) => kg.text.shorten(a, 30))
        .join(", ");
      return set(
        app,
        g,
        id,
        `${kg.text.shorten(node.name, 60)} · ${app.model.cls.get(node.cls).label} · ${kg.text.count(node.claims.length, "claim")}${also ? `\nalso: ${also}` : ""}`,
        dom,
      );
    }
    const hit = edgeAt(g, g.net.DOMtoCanvas(dom));
    if (!hit) return set(app, g, null, "");
    const { edge, claims, docs } = hit.entry;
    const name = (x) => kg.text.shorten(app.model.node.get(x).name, 40);
    set(
      app,
      g,
      edge.key,
      `${name(edge.from)} – ${kg.words.line(hit.entry)} – ${name(edge.to)}\n${kg.text.count(claims.length, "claim")}, ${kg.text.count(docs, "article")}; click for the evidence`,
      dom,
    );
  }

  function set(app, g, what, text, dom) {
    const tip = byId("tip");
    tip.hidden = !text;
    g.box.classList.toggle("over", Boolean(text));
    if (text) {
      tip.textContent = text;
      const room = g.box.clientWidth - tip.offsetWidth - 8;
      tip.style.left = Math.max(4, Math.min(dom.x + 14, room)) + "px";
      tip.style.top =
        (dom.y + 18 + tip.offsetHeight > g.box.clientHeight ? dom.y - tip.offsetHeight - 10 : dom.y + 18) +
        "px";
    }
    if (g.hover !== what) {
      g.hover = what;
      g.net.redraw();
    }
  }

  /* The node under a point of the window, or under whose name it is; undefined where there is none. */
  function nodeAt(g, dom) {
    const id = g.net.getNodeAt(dom);
    if (id !== undefined) return id;
    const p = g.net.DOMtoCanvas(dom);
    const named = g.named.find(
      ({ rect }) => p.x >= rect[0] && p.x <= rect[2] && p.y >= rect[1] && p.y <= rect[3],
    );
    return named && named.id;
  }

  /* The line under a point of the picture, or null. */
  function edgeAt(g, p) {
    const reach = 7 / g.net.getScale();
    let best = null,
      least = reach;
    for (const item of g.lines) {
      const d = kg.paint.distance(p, item.line);
      if (d < least) [best, least] = [item, d];
    }
    return best;
  }

  function gestures(app, g) {
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
        const { x, y } = g.net.body.nodes[id];
        g.moved.set(id, { x, y });
        g.bend();
        if (app.state.pin[id])
          app.set({ pin: { ...app.state.pin, [id]: [Math.round(x), Math.round(y)] } });
      }
    });
  }

  return { attach };
})();
