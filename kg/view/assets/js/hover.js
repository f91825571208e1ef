/* What the pointer is over, in words beside it. */
"use strict";
kg.hover = (function () {
  const { byId } = kg.dom;

  function attach(app, g) {
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
    const id = g.nodeAt(dom);
    if (id !== undefined) {
      const node = app.model.node.get(id);
      const also = node.aliases.slice(0, 4).map((a) => kg.text.shorten(a, 30)).join(", ");
      return set(app, g, id, `${kg.text.shorten(node.name, 60)} · ${app.model.cls.get(node.cls).label} · ${kg.text.count(node.claims.length, "claim")}${also ? `\nalso: ${also}` : ""}`, dom);
    }
    const hit = g.edgeAt(g.net.DOMtoCanvas(dom));
    if (!hit) return set(app, g, null, "");
    const { edge, claims, docs } = hit.entry;
    const name = (x) => kg.text.shorten(app.model.node.get(x).name, 40);
    set(app, g, edge.key, `${name(edge.from)} – ${kg.words.line(hit.entry)} – ${name(edge.to)}\n${kg.text.count(claims.length, "claim")}, ${kg.text.count(docs, "article")}; click for the evidence`, dom);
  }

  function set(app, g, what, text, dom) {
    const tip = byId("tip");
    tip.hidden = !text;
    g.box.classList.toggle("over", Boolean(text));
    if (text) {
      tip.textContent = text;
      const room = g.box.clientWidth - tip.offsetWidth - 8;
      tip.style.left = Math.max(4, Math.min(dom.x + 14, room)) + "px";
      tip.style.top = (dom.y + 18 + tip.offsetHeight > g.box.clientHeight ? dom.y - tip.offsetHeight - 10 : dom.y + 18) + "px";
    }
    if (g.hover !== what) {
      g.hover = what;
      g.net.redraw();
    }
  }

  return { attach };
})();
